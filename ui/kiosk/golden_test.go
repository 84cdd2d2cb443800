package kiosk

import (
	"fmt"
	"testing"
	"time"

	"smartbank/ui/headless"
	"smartbank/ui/text"
	"smartbank/ui/theme"
	"smartbank/ui/uitest"
)

// TestScreens compares what visitors see with golden frames.
func TestScreens(t *testing.T) {
	t.Parallel()
	screens := []struct {
		name string
		do   func(s *stand, number func(int) string)
	}{
		{"choose", func(s *stand, _ func(int) string) { s.Press("space") }},
		{"begin", func(s *stand, number func(int) string) { s.visit(number(1)) }},
		{"form, numbers hidden", func(s *stand, number func(int) string) {
			s.visit(number(1))
			for s.guide().n < 6 {
				s.obey(s.guide())
			}
			s.Advance(ShownFor)
		}},
		{"card", func(s *stand, number func(int) string) {
			s.visit(number(1))
			for s.guide().n < 10 {
				s.obey(s.guide())
			}
		}},
		{"sent", func(s *stand, number func(int) string) {
			s.visit(number(1))
			s.follow()
		}},
		{"dollar", func(s *stand, number func(int) string) {
			s.visit(number(2))
			s.follow()
		}},
		{"certificate password", func(s *stand, number func(int) string) {
			s.visit(number(3))
			for s.guide().n < 9 {
				s.obey(s.guide())
			}
		}},
		{"free", func(s *stand, number func(int) string) {
			s.visit(number(4))
			s.Type("11")
		}},
		{"still there", func(s *stand, number func(int) string) {
			s.visit(number(4))
			s.Advance(IdleAfter + 3*time.Second)
		}},
		{"ten minutes", func(s *stand, number func(int) string) {
			s.visit(number(4))
			for range 10 {
				s.Advance(59 * time.Second)
				s.Press("f3")
			}
		}},
		{"thanks", func(s *stand, number func(int) string) {
			s.visit(number(4))
			s.Press("f9")
		}},
		{"staff", func(s *stand, number func(int) string) {
			s.visit(number(4))
			s.Press("ctrl+p")
			s.Type("1111\n22")
		}},
	}
	for _, screen := range screens {
		for _, l := range []look{{lang: text.English, w: 80, h: 24}, {lang: text.Korean, w: 80, h: 24}, {lang: text.English, w: 120, h: 40}, {lang: text.Korean, w: 120, h: 40}} {
			t.Run(fmt.Sprintf("%s/%dx%d_%s", screen.name, l.w, l.h, l.lang), func(t *testing.T) {
				t.Parallel()
				s := start(t, l)
				screen.do(s, func(n int) string {
					if l.lang == text.Korean {
						n += len(tasks)
					}
					return fmt.Sprint(n)
				})
				uitest.GoldenText(t, s.Frame())
			})
		}
	}
}

// TestAttractScreens compares the attract loop with golden frames: one language after
// the other, in large letters, and side by side.
func TestAttractScreens(t *testing.T) {
	t.Parallel()
	for _, l := range []look{{lang: text.English, w: 80, h: 24}, {lang: text.English, w: 120, h: 40}, {lang: text.English, w: 165, h: 45}} {
		t.Run(fmt.Sprintf("%dx%d", l.w, l.h), func(t *testing.T) {
			t.Parallel()
			s := startWith(t, l, Attract)
			s.Advance(13 * time.Second)
			uitest.GoldenText(t, s.Frame())
		})
	}
}

// TestColours compares a few pages with their styles: in colour, in mono and in plain
// ASCII.
func TestColours(t *testing.T) {
	t.Parallel()
	for name, l := range map[string]look{
		"dark": {w: 80, h: 24}, "light": {w: 80, h: 24, theme: theme.Light}, "mono, ASCII": {w: 80, h: 24, theme: theme.Mono, glyphs: theme.ASCII},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, l)
			s.visit("1")
			s.Type("21")
			s.Advance(ShownFor)
			uitest.Golden(t, s.Frame())
		})
	}
}

// TestShake lets anything happen to kiosks, in any window: nothing falls apart, and
// nobody gets out.
func TestShake(t *testing.T) {
	t.Parallel()
	kiosks := []*stand{}
	uitest.Shake(t, func() *headless.Driver {
		s := start(t, usual)
		kiosks = append(kiosks, s)
		return s.Driver
	}, uitest.Shaking{Streams: 6, Events: 80, Seed: 9, Keys: []string{"1", "2", "4", "8", "enter", "f9", "f3", "ctrl+c", "ctrl+p", "space"}, Text: []string{"21", "11", "7391\n"}})
	for _, s := range kiosks {
		if s.Quit() {
			t.Error("a kiosk was left without the PIN")
		}
	}
}
