package command

import (
	"bytes"
	"strings"
	"testing"
)

// BenchmarkFirstTransfer is one play of the first transfer; in parallel, as `smartbank play` does with many tapes.
func BenchmarkFirstTransfer(b *testing.B) {
	for b.Loop() {
		var out, errs bytes.Buffer
		w := Real(strings.NewReader(""), &out, &errs)
		w.Dir = "../.."
		w.Env = func(string) string { return "" }
		files := []string{"play"}
		for range 50 {
			files = append(files, "testdata/tapes/first-transfer.tape")
		}
		if err := Tree(w, files).Execute(); err != nil {
			b.Fatal(err, errs.String())
		}
	}
}
