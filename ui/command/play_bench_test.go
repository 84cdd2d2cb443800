package command

import (
	"bytes"
	"strings"
	"testing"
)

// copies is how many tapes are played at once.
const copies = 200

// BenchmarkFirstTransfer plays many copies of the first transfer in parallel, as `smartbank play` does with many tapes.
func BenchmarkFirstTransfer(b *testing.B) {
	for b.Loop() {
		benchmarkPlay(b, "first-transfer.tape", copies)
	}
	b.ReportMetric(copies*float64(b.N)/b.Elapsed().Seconds(), "tapes/s")
}

// BenchmarkTour plays the tour, and makes the bank that it is played on.
func BenchmarkTour(b *testing.B) {
	for b.Loop() {
		benchmarkPlay(b, "tour.tape", 1)
	}
}

// benchmarkPlay plays a tape some times over.
func benchmarkPlay(b *testing.B, tape string, times int) {
	b.Helper()
	var out, errs bytes.Buffer
	w := Real(strings.NewReader(""), &out, &errs)
	w.Dir = "../.."
	w.Env = func(string) string { return "" }
	files := []string{"play"}
	for range times {
		files = append(files, "testdata/tapes/"+tape)
	}
	if err := Tree(w, files).Execute(); err != nil {
		b.Fatal(err, errs.String())
	}
}
