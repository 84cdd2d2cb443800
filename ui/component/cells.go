package component

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// Cells is the width of one line in cells: a Hangul syllable is two. Escape
// sequences of styles count nothing.
func Cells(s string) int {
	n := 0
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c >= ' ' && c <= '~': // most of what is shown
			n++
			i++
			continue
		case c == '\x1b':
			styled := sgr(s[i:])
			if styled == 0 {
				return ansi.StringWidth(s)
			}
			i += styled
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r >= '─' && r <= '▟', strings.ContainsRune(single, r):
			n++
		case r >= '가' && r <= '힣':
			n += 2
		default: // what may join its neighbours
			return ansi.StringWidth(s)
		}
		i += size
	}
	return n
}

// single are further characters of one cell that stand alone.
const single = "·•…–—“”−›▸▾◂▲▼₩●○✓✗↑↓←→◷"

// sgr is the length of the escape sequence for a style (ECMA-48, 8.3.117) that s
// begins with, 0 if it begins with another one.
func sgr(s string) int {
	if len(s) < 3 || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case (c < '0' || c > '9') && c != ';' && c != ':':
			return 0
		}
	}
	return 0
}

// Cut shortens a line, styled or not, to at most w cells. It never cuts inside
// a character of two cells: the result is then one cell shorter than w.
func Cut(s string, w int) string { return cut(s, w, "") }

// CutEllipsis is Cut with the theme's ellipsis in place of what was cut off.
func CutEllipsis(l Look, s string, w int) string {
	return cut(s, w, l.Theme.Glyphs.Ellipsis)
}

func cut(s string, w int, tail string) string {
	switch {
	case w <= 0:
		return ""
	case len(s) <= w || Cells(s) <= w: // no character is wider than its bytes are many
		return s
	case w <= Cells(tail):
		tail = ""
	}
	return ansi.Truncate(s, w, tail)
}

// PadRight adds spaces behind a line until it is w cells wide. A longer line
// stays what it is.
func PadRight(s string, w int) string { return s + spaces(w-Cells(s)) }

// PadLeft adds spaces before a line until it is w cells wide. A longer line
// stays what it is.
func PadLeft(s string, w int) string { return spaces(w-Cells(s)) + s }

// fit is s in exactly w cells.
func fit(l Look, s string, w int, right bool) string {
	s = CutEllipsis(l, s, w)
	if right {
		return PadLeft(s, w)
	}
	return PadRight(s, w)
}

func spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }

// Wrap breaks text into lines of at most w cells, between words where it can,
// and else between characters. Newlines in it are kept; it returns at least one
// line.
func Wrap(s string, w int) []string {
	if w <= 0 {
		return []string{""}
	}
	if len(s) <= w && !strings.Contains(s, "\n") {
		return []string{s}
	}
	if strings.Contains(s, "\x1b") {
		lines := strings.Split(lipgloss.Wrap(s, w, " "), "\n")
		for i, line := range lines {
			lines[i] = Cut(line, w)
		}
		return lines
	}
	var lines []string
	for paragraph := range strings.SplitSeq(s, "\n") {
		lines = append(lines, wrapParagraph(paragraph, w)...)
	}
	return lines
}

// wrapParagraph breaks plain text without newlines. It keeps the indent of the
// first line, if it leaves half of the room, and the spaces between words that
// stay together.
func wrapParagraph(s string, w int) []string {
	var lines []string
	rest := strings.TrimLeft(s, " ")
	line, gap := spaces(min(len(s)-len(rest), w/2)), ""
	for word := range strings.SplitSeq(rest, " ") {
		if word == "" {
			gap += " "
			continue
		}
		if Cells(line+gap+word) <= w {
			line, gap = line+gap+word, " "
			continue
		}
		if strings.TrimSpace(line) != "" {
			lines = append(lines, line)
		}
		for line = word; Cells(line) > w; {
			head := Cut(line, w)
			if head == "" { // a syllable in one cell
				line = line[len(clusters(line)[0].text):]
				continue
			}
			lines, line = append(lines, head), line[len(head):]
		}
		gap = " "
	}
	return append(lines, strings.TrimRight(line, " "))
}

// Clean makes text from outside fit to be shown in one line: NFC, newlines and
// tabs as spaces, and without escape sequences, control, bidirectional and
// invisible characters.
func Clean(s string) string {
	if ordinary(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || unicode.Is(unicode.Zs, r):
			return ' '
		case !unicode.IsGraphic(r) || invisible(r):
			return -1
		}
		return r
	}, ansi.Strip(strings.ToValidUTF8(s, "")))
	return norm.NFC.String(s)
}

// ordinary reports whether s is of letters that stay as they are: ASCII and Hangul syllables, which nothing joins.
func ordinary(s string) bool {
	for _, r := range s {
		if (r < ' ' || r > '~') && (r < '가' || r > '힣') {
			return false
		}
	}
	return true
}

// invisible reports whether r is drawn as nothing though Unicode has it among
// letters and marks: Hangul fillers, and selectors of a glyph.
func invisible(r rune) bool {
	switch r {
	case '\u115f', '\u1160', '\u3164', '\uffa0', '\u034f', '\u17b4', '\u17b5':
		return true
	}
	return unicode.Is(unicode.Variation_Selector, r)
}

// clusters splits text into what a reader takes for characters, each with its
// width in cells.
func clusters(s string) []cluster {
	var list []cluster
	for s != "" {
		c, w := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		list = append(list, cluster{c, w})
		s = s[len(c):]
	}
	return list
}

// cluster is one character as a reader sees it: a syllable, also one of several
// code points.
type cluster struct {
	text  string
	cells int
}
