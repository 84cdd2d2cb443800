package plain_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"smartbank/bank/demo"
	"smartbank/ui/app"
	"smartbank/ui/text"
	"smartbank/ui/uitest"
)

// walk is what a customer types at an entry of All Menus: the same lines in both languages.
type walk struct {
	entry int
	login string // of who is logged in; "" for nobody
	bare  bool   // without a certificate
	lines []string
}

// walks are walks through every entry: the transfer, the remittance, the certificate and the settings to their end.
var walks = []walk{
	{entry: 1, login: demo.HongLogin, lines: []string{"+", "f 3", "2", "v", "+", "v", "", "150000", "", ".b", ">", "b", "d", "1", ".b", "0"}},
	{entry: 2, lines: []string{"nobody", "wrong", ".b"}},
	{entry: 3, login: demo.LeeLogin, lines: []string{"+", "7", "", "", "2", ".h", ".b"}},
	{entry: 11, login: demo.HongLogin, lines: []string{"h", "y 2", "r", "r", "s 3", "6", "b", "17", "0"}},
	{entry: 12, login: demo.HongLogin, lines: []string{"+", "+", "1", "y", "b", "t", "t", "o", "/", "커피", "b", "<", ">", ">", ">", "20261001", "20261031", "e", ".b", "b"}},
	{entry: 21, login: demo.HongLogin, lines: []string{
		"", "7391", "ㅅㅎ", "088", ".h", ".f8", ".b", "abc", "110-234-567890", "9,999,999,999", "50000", "", "lunch", "", "{factor}", "wrong-1-Password", uitest.Seal, "p", ".b", "g", "0",
	}},
	{entry: 22, login: demo.HongLogin, lines: []string{">", ">", "1", "y", "b", "p 2", "b", "a", "t", "b"}},
	{entry: 31, login: demo.HongLogin, lines: []string{"<", ">", "1", ">", "b", "99", "b"}},
	{entry: 32, login: demo.LeeLogin, lines: []string{""}},
	{entry: 33, login: demo.LeeLogin, lines: []string{">", "1", ">", "b", "t", "b"}},
	{entry: 34, login: demo.LeeLogin, lines: []string{">", "1", "b", "b"}},
	{entry: 41, login: demo.HongLogin, lines: []string{"", "41", "c", "1", "y", "", "4", "b", "b", "b"}},
	{entry: 42, login: demo.HongLogin, bare: true, lines: []string{
		"", "demo01", "9003151234567", "", "7391", "{factor}", "1", "maple", uitest.Seal, "other", "..dot-1-Password", uitest.Seal, uitest.Seal, "",
	}},
	{entry: 43, login: demo.HongLogin, lines: []string{"1234", "", "123456789012", ".b", "b"}},
	{entry: 44, login: demo.HongLogin, lines: []string{"1", "wrong-1-Password", uitest.Seal, "{wait}", "b", "1", "b"}},
	{entry: 45, login: demo.HongLogin, lines: []string{"", "b"}},
	{entry: 46, login: demo.HongLogin, lines: []string{"1", "", "b"}},
	{entry: 47, login: demo.HongLogin, lines: []string{"1", "4", "1", uitest.Seal, "2", "b", "b"}},
	{entry: 48, login: demo.HongLogin, lines: []string{"1", "1", uitest.Seal, "maple-8-Stone", "maple-8-Stone", "", "b"}},
	{entry: 49, login: demo.HongLogin, lines: []string{"", "12", "{factor}", "2", ".b", "b"}},
	{entry: 90, login: demo.HongLogin, lines: []string{".", ".b"}},
	{entry: 99, lines: []string{"", "demo01", "wrong", "demo01", demo.Password, "q", "2", "99", "z", "q"}},
}

// TestEveryEntryAsAConversation walks through every entry in both languages, and compares what was said with a transcript.
func TestEveryEntryAsAConversation(t *testing.T) {
	t.Parallel()
	for _, w := range walks {
		for _, lang := range []text.Lang{text.English, text.Korean} {
			t.Run(fmt.Sprintf("%02d_%s", w.entry, lang), func(t *testing.T) {
				t.Parallel()
				x := start(t, lang)
				switch {
				case w.bare:
					x.enter(w.login)
				case w.login != "":
					x.logIn(w.login)
				}
				x.walks(fmt.Sprintf("%02d", w.entry))
				x.walks(w.lines...)
				checkPlain(t, x.said.String())
				uitest.GoldenWords(t, x.said.String())
			})
		}
	}
}

// TestEveryEntryHasAWalk compares the walks with the menu.
func TestEveryEntryHasAWalk(t *testing.T) {
	t.Parallel()
	for _, def := range app.Defs() {
		for _, place := range def.Places {
			if !slices.ContainsFunc(walks, func(w walk) bool { return w.entry == place.Number }) {
				t.Errorf("nobody walks through %02d, %s", place.Number, def.ID)
			}
		}
	}
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
