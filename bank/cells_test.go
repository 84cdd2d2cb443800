package bank_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"smartbank/bank"
)

func TestCells(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, text string
		want       int
	}{
		{"nothing", "", 0},
		{"letters", "Rent 11", 7},
		{"seven syllables", "가나다라마바사", 14},
		{"half-width kana", "ｱｲｳ", 3},
		{"full-width letters", "ＡＢ", 4},
		{"an ideographic space", "\u3000", 2},
		{"won, which is narrow", "₩1", 2},
		{"a circled digit, which is ambiguous", "①", 1},
		{"a letter with a mark that did not compose", "x\u0301", 1},
		{"a syllable in parts", norm.NFD.String("한"), 2},
		{"an emoji", "🎁", 2},
		{"a control", "\x1b", 0},
	} {
		if got := bank.Cells(row.text); got != row.want {
			t.Errorf("%s: %d cells, want %d", row.name, got, row.want)
		}
	}
}

func TestCutCells(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		text string
		most int
		want string
	}{
		{"가나다라마바사아", 14, "가나다라마바사"},
		{"a가나다라마바사", 14, "a가나다라마바"},
		{"short", 14, "short"},
		{"x\u0301y", 1, "x\u0301"},
		{"가", 1, ""},
		{"abc", 0, ""},
	} {
		if got := bank.CutCells(row.text, row.most); got != row.want {
			t.Errorf("%q at %d: %q, want %q", row.text, row.most, got, row.want)
		}
	}
}

func FuzzCutCells(f *testing.F) {
	f.Add("가나다라마바사아", 14)
	f.Add("x\u0301\u200dy", 1)
	f.Add("\xff", 0)
	f.Fuzz(func(t *testing.T, text string, most int) {
		got := bank.CutCells(text, most)
		if !strings.HasPrefix(text, got) {
			t.Fatalf("%q is no start of %q", got, text)
		}
		if got != "" && bank.Cells(got) > most {
			t.Errorf("%q has %d cells, more than %d", got, bank.Cells(got), most)
		}
		if rest := text[len(got):]; rest != "" && most >= 0 {
			r, n := utf8.DecodeRuneInString(rest)
			if bank.Cells(got+rest[:n]) <= most {
				t.Errorf("%q leaves room for %q", got, r)
			}
		}
	})
}
