package app

import (
	"testing"

	"smartbank/bank/demo"
	"smartbank/ui/headless"
	"smartbank/ui/text"
	"smartbank/ui/uitest"
)

// TestShake lets random keys, sizes and times happen to the whole program, before
// and after the login.
func TestShake(t *testing.T) {
	t.Parallel()
	how := uitest.Shaking{
		Streams: 6, Events: 120,
		Keys: []string{"enter", "tab", "esc", "down", "right", "f1", "f2", "f10", "/", "ctrl+c"},
		Text: []string{"11", "12", "21", "22", "41", "99", demo.PIN, "홍길동", "50000"},
	}
	for _, lang := range []text.Lang{text.English, text.Korean} {
		t.Run(string(lang), func(t *testing.T) {
			t.Parallel()
			how := how
			how.Seed = uint64(len(lang)) + uint64(lang[0])
			uitest.Shake(t, func() *headless.Driver { return start(t, 80, 24, lang).Driver }, how)
			how.Seed++
			uitest.Shake(t, func() *headless.Driver {
				p := start(t, 80, 24, lang)
				p.signIn()
				return p.Driver
			}, how)
		})
	}
}
