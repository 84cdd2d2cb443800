package kiosk

import (
	"fmt"
	"slices"
	"testing"

	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// TestTheGuideLeadsThere does what the guide tells and nothing else, in every task and
// language, also in windows in which forms are drawn otherwise, and comes to its end.
func TestTheGuideLeadsThere(t *testing.T) {
	t.Parallel()
	for _, l := range []look{usual, {lang: text.English, w: 120, h: 40}, {w: 50, h: 20, glyphs: theme.ASCII, theme: theme.Mono}} {
		for number := range 8 {
			if number%4 == 3 { // leads nowhere
				continue
			}
			task := tasks[number%4]
			t.Run(fmt.Sprintf("%dx%d/%d", l.w, l.h, number+1), func(t *testing.T) {
				t.Parallel()
				s := start(t, l)
				s.visit(fmt.Sprint(number + 1))
				steps := s.follow()
				want := make([]int, len(task.steps))
				for i := range want {
					want[i] = i + 1
				}
				if read := slices.IndexFunc(task.steps, func(d *step) bool {
					return d.why(&text.In(text.English).Kiosk.Guide) == text.In(text.English).Kiosk.Guide.Read
				}); read >= 0 {
					want = slices.DeleteFunc(want, func(n int) bool { return n == read+1 && !slices.Contains(steps, n) }) // a high window shows all that is signed
				}
				if !slices.Equal(steps, want) {
					t.Errorf("the steps were %v, want %v\n%s", steps, want, s.Text())
				}
			})
		}
	}
}
