package plain_test

import (
	"strings"
	"sync/atomic"
	"testing"
	"unicode"

	"smartbank/ui/app"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/uitest"
)

// TestEveryEntryAsAConversation walks through every entry in both languages, and compares what was said with a transcript.
func TestEveryEntryAsAConversation(t *testing.T) {
	t.Parallel()
	been := &places{heard: map[screen.ID]bool{}}
	var walked atomic.Int32
	t.Cleanup(func() { // after all walks
		if int(walked.Load()) == 2*len(walks) {
			checkBeen(t, been)
		}
	})
	for _, w := range walks {
		for _, lang := range []text.Lang{text.English, text.Korean} {
			t.Run(w.title()+"_"+string(lang), func(t *testing.T) {
				t.Parallel()
				x := w.walk(t, lang, been)
				walked.Add(1)
				said := x.said.String()
				if x.pc != nil {
					said += "\n--- PC ---\n" + strings.ReplaceAll(x.pc.said.String(), x.pc.folder, "NPKI")
				}
				checkPlain(t, said)
				uitest.GoldenWords(t, said)
			})
		}
	}
}

// checkBeen checks that no screen of the phone and the PC was left out.
func checkBeen(tb testing.TB, been *places) {
	tb.Helper()
	phone, pc := app.Defs(), app.PC(app.Config{}).Screens
	for _, def := range append(phone, pc...) {
		if !been.heard[def.ID] {
			tb.Errorf("nobody walks through %s", def.ID)
		}
	}
	tb.Logf("%d screens of the phone and %d of the PC in 2 languages", len(phone), len(pc))
}

// TestEveryEntryHasAWalk compares the walks with the menu.
func TestEveryEntryHasAWalk(t *testing.T) {
	t.Parallel()
	walked := map[int]bool{}
	for _, w := range walks {
		walked[w.entry] = true
	}
	entries := 0
	for _, def := range app.Defs() {
		for _, place := range def.Places {
			entries++
			if !walked[place.Number] {
				t.Errorf("nobody walks through %02d, %s", place.Number, def.ID)
			}
		}
	}
	t.Logf("%d entries in 2 languages, in %d transcripts", entries, 2*len(walks))
}

// checkPlain checks that a transcript is pure text: nothing that moves a cursor, nothing that is drawn.
func checkPlain(t *testing.T, said string) {
	t.Helper()
	for line := range strings.Lines(said) {
		for _, r := range strings.TrimSuffix(line, "\n") {
			drawn := r >= '─' && r <= '◿' || r >= 0x2800 && r <= 0x28ff || r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000
			if unicode.IsControl(r) || drawn || r == '✓' || r == '✗' || r == '•' || r == '−' {
				t.Errorf("%q is in the line %q", r, line)
			}
		}
		if strings.Contains(line, "  ") {
			t.Errorf("columns are left in the line %q", line)
		}
	}
}
