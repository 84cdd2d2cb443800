package app

import (
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/text"
)

// BenchmarkUpdateView is one key and one frame of the fullest screens at 120x40;
// the median is reported beside the mean.
func BenchmarkUpdateView(b *testing.B) {
	for _, row := range []struct {
		name string
		to   func(*program)
	}{
		{"all menus", func(*program) {}},
		{"history", func(p *program) { p.Type("12") }},
		{"transfer", func(p *program) { p.Type("21") }},
		{"results", func(p *program) { p.Type("22") }},
	} {
		b.Run(row.name, func(b *testing.B) {
			p := start(b, 120, 40, text.Korean)
			p.signIn()
			row.to(p)
			var took []time.Duration
			keys := []tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: tea.KeyUp}}
			for i := 0; b.Loop(); i++ {
				began := time.Now()
				p.app.Update(keys[i%2])
				p.app.View()
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-median")
		})
	}
}
