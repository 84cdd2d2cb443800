package export_test

import (
	"io"
	"testing"

	"smartbank/ui/export"
	"smartbank/ui/text"
)

// BenchmarkStatement exports a month of 1,203 rows in every format.
func BenchmarkStatement(b *testing.B) {
	for _, f := range export.Formats() {
		b.Run(string(f), func(b *testing.B) {
			from, c := open(b)
			s := export.Statement{Selection: month, Format: f}
			for b.Loop() {
				if _, err := s.Write(b.Context(), from, c, text.In(text.Korean), look, io.Discard, nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(manyRows*b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}
