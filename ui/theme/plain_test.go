package theme

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestPlainTextTakesTheSameCells(t *testing.T) {
	t.Parallel()
	for before, want := range map[string]string{
		"Go to…":              "Go to.",
		"계좌 › 거래 “급여”":        "계좌 > 거래 \"급여\"",
		"\x1b[1mé · 1\x1b[0m": "\x1b[1me - 1\x1b[0m",
		"012345-02-•••901":    "012345-02-***901",
		"Łódź ½":              "?odz ?",
		"漢字 ＡＢ":               "漢字 ＡＢ",
	} {
		got := ASCII.Plain(before)
		if got != want || ansi.StringWidth(got) != ansi.StringWidth(before) {
			t.Errorf("%q became %q, want %q", before, got, want)
		}
		if same := Unicode.Plain(before); same != before {
			t.Errorf("%q became %q with Unicode signs", before, same)
		}
	}
}

func FuzzPlain(f *testing.F) {
	for _, seed := range []string{"Go to…", "é", "e\u0301", "가\u0301", "\u200b", "₩1,000", "\x1b[38;2;1;2;3m→\x1b[0m"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range ASCII.Plain(s) {
			if r > '~' && ansi.StringWidth(string(r)) == 1 {
				t.Errorf("%q keeps %q", s, r)
			}
		}
	})
}
