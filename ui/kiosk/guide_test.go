package kiosk

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"smartbank/bank/banktest"
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

// TestTheGuideLeadsThereFromAnywhere presses whatever comes, as children do, in the middle of each task, and then does what the guide
// tells: it leads to the end all the same.
func TestTheGuideLeadsThereFromAnywhere(t *testing.T) {
	t.Parallel()
	keys := []string{
		"enter", "enter", "tab", "shift+tab", "up", "down", "left", "right", "esc", "backspace", "f1", "f2", "f5", "f6", "f7", "f10", "pgdown", "end",
		"a", "z", "q", "/", "1", "2", "4", "0", "8", "9", "space", "ㅁ", "가",
	}
	seeds := 12
	if os.Getenv("LONG") == "1" {
		seeds = 256
	}
	for seed := range seeds {
		number := seed%3 + 1
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			s := start(t, usual)
			s.visit(fmt.Sprint(number))
			chance, pressed := banktest.NewRand(byte(seed)), []string{}
			for range 5 {
				one := make([]byte, 8)
				if _, err := chance.Read(one); err != nil {
					t.Fatal(err)
				}
				for range one[0] % 6 {
					s.obey(s.guide())
				}
				for _, b := range one[1 : 2+one[1]%6] {
					key := keys[int(b)%len(keys)]
					pressed = append(pressed, key)
					s.Press(key)
				}
			}
			for range 120 {
				is := s.guide()
				if is.step.key == "done" {
					return
				}
				s.obey(is)
			}
			t.Errorf("after %v the guide leads nowhere:\n%s", pressed, s.Text())
		})
	}
}
