package component_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"smartbank/ui/component"
)

func TestCells(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]int{
		"": 0, "abc": 3, "한\u0301": 2, "e\u0301": 1, "홍길동": 6, "홍 a": 4, "\x1b[1m홍\x1b[m": 2, "−50,000": 7, "…": 1, "ＡＢ": 4,
	} {
		if got := component.Cells(s); got != want {
			t.Errorf("Cells(%q) is %d, want %d", s, got, want)
		}
	}
}

func TestCutKeepsSyllablesWhole(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		s    string
		w    int
		want string
	}{
		{"가나다", 6, "가나다"},
		{"가나다", 5, "가나"},
		{"가나다", 4, "가나"},
		{"가나다", 1, ""},
		{"가나다", 0, ""},
		{"가나다", -1, ""},
		{"a가b", 2, "a"},
		{"\x1b[1m가나\x1b[m", 3, "\x1b[1m가\x1b[m"},
	} {
		if got := component.Cut(row.s, row.w); got != row.want {
			t.Errorf("Cut(%q, %d) is %q, want %q", row.s, row.w, got, row.want)
		}
	}
	if got := component.CutEllipsis(english(), "가나다라", 6); got != "가나…" {
		t.Errorf("CutEllipsis to 6 cells is %q", got)
	}
	if got := component.CutEllipsis(english(), "abc", 1); got != "a" {
		t.Errorf("CutEllipsis to one cell is %q: no room for a letter and an ellipsis", got)
	}
}

func TestPadCountsCells(t *testing.T) {
	t.Parallel()
	if got := component.PadRight("홍", 4); got != "홍  " {
		t.Errorf("PadRight is %q", got)
	}
	if got := component.PadLeft("홍", 4); got != "  홍" {
		t.Errorf("PadLeft is %q", got)
	}
	if got := component.PadLeft("홍길동", 4); got != "홍길동" {
		t.Errorf("PadLeft cut to %q", got)
	}
}

func TestWrap(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		s    string
		w    int
		want []string
	}{
		{"", 10, []string{""}},
		{"이체할 수 있습니다.", 21, []string{"이체할 수 있습니다."}},
		{"보안카드는 한 번에 5,000,000원까지 이체할 수 있습니다.", 21, []string{"보안카드는 한 번에", "5,000,000원까지", "이체할 수 있습니다."}},
		{"가나다라마", 5, []string{"가나", "다라", "마"}},
		{"ab\n\ncd", 10, []string{"ab", "", "cd"}},
		{"  an indent stays here", 12, []string{"  an indent", "stays here"}},
		{"one two", 0, []string{""}},
		{"가", 1, []string{""}},
		{"\x1b[1m가나다 라마\x1b[m", 6, []string{"\x1b[1m가나다\x1b[m", "\x1b[1m라마\x1b[m"}},
	} {
		if got := component.Wrap(row.s, row.w); !slices.Equal(got, row.want) {
			t.Errorf("Wrap(%q, %d) is %q, want %q", row.s, row.w, got, row.want)
		}
	}
}

func TestWrapLosesNothingAndNeverExceeds(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := component.Clean(rapid.StringOfN(rapid.RuneFrom([]rune("ab1,-한글홍. \n")), 0, 60, -1).Draw(t, "s"))
		w := rapid.IntRange(2, 30).Draw(t, "w")
		lines := component.Wrap(s, w)
		for _, line := range lines {
			if component.Cells(line) > w {
				t.Fatalf("Wrap(%q, %d) has the line %q of %d cells", s, w, line, component.Cells(line))
			}
		}
		if got, want := letters(strings.Join(lines, "")), letters(s); got != want {
			t.Fatalf("Wrap(%q, %d) kept %q, want %q", s, w, got, want)
		}
	})
}

func letters(s string) string { return strings.Join(strings.Fields(s), "") }

func TestClean(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"홍길동":                     "홍길동",
		"\u1112\u1169\u11bc":      "홍", // NFD
		"a\tb\nc":                 "a b c",
		"a\u202eb\u2066c\u200f":   "abc", // right-to-left override, isolate, mark
		"\x1b[31mred\x1b[m\x07":   "red",
		"zero\u200bwidth\ufeff":   "zerowidth",
		"filler\u3164\uffa0":      "filler",
		"no\u00a0break":           "no break",
		"bad\xff\xfebytes":        "badbytes",
		"\x1b]0;title\x07visible": "visible",
	} {
		if got := component.Clean(s); got != want {
			t.Errorf("Clean(%q) is %q, want %q", s, got, want)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add("홍길동\x1b[31m")
	f.Add("\u1112\u1169\u202e")
	f.Fuzz(func(t *testing.T, s string) {
		got := component.Clean(s)
		if strings.ContainsAny(got, "\n\r\t\x1b\x00\u202e") {
			t.Errorf("Clean(%q) is %q", s, got)
		}
		if again := component.Clean(got); again != got {
			t.Errorf("Clean(%q) is %q, and cleaned again %q", s, got, again)
		}
	})
}

// TestCellsCountsAsTerminalsDo compares the quick way to count with x/ansi's.
func TestCellsCountsAsTerminalsDo(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"", "plain", "한글 text", "\x1b[1;38;2;1;2;3m한\x1b[0m─▌·•…–—›▸▾◂₩●○↑↓←→◷", "\x1b[4:3mcurly\x1b[m", "\x1b]8;;http://x\x07link\x1b]8;;\x07",
		"e\u0301", "─\u0301", "\x1b[", "\x1b[1", "\x1b[2Jx", "가\u200d나", "●\ufe0f",
	} {
		if got, want := component.Cells(s), ansi.StringWidth(s); got != want {
			t.Errorf("%q has %d cells, want %d", s, got, want)
		}
	}
}
