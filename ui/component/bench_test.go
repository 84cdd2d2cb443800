package component_test

import (
	"testing"

	"smartbank/ui/component"
)

// BenchmarkTable draws the fullest screen's table: 100 loaded rows at 120x40.
func BenchmarkTable(b *testing.B) {
	table := history(100)
	for b.Loop() {
		table.Update(key("down"))
		table.View(korean(), 120, 36)
	}
}

// BenchmarkForm draws a form with an open list.
func BenchmarkForm(b *testing.B) {
	f, _, _ := order()
	f.Focus("to")
	f.Update(key("down"))
	for b.Loop() {
		page := component.NewBody(korean())
		f.Draw(korean(), page, 120)
		page.View(120, 36)
	}
}
