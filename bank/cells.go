package bank

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// MemoCells is how wide a memo on a passbook may be, in cells: seven Hangul
// syllables or fourteen letters.
const MemoCells = 14

// memoRunes bounds marks that take no cell, of which a memo could otherwise have
// any number.
const memoRunes = 4 * MemoCells

// Cells is how many cells of a terminal, or of a passbook printer, s takes: two
// for wide and full-width characters of Unicode's East Asian Width, none for controls and
// marks, one for all others, the ambiguous ones included. s is taken to be NFC.
func Cells(s string) int {
	n := 0
	for _, r := range s {
		n += runeCells(r)
	}
	return n
}

// CutCells is the longest start of s that takes at most most cells. A character
// keeps its marks.
func CutCells(s string, most int) string {
	n := 0
	for i, r := range s {
		n += runeCells(r)
		if n > most {
			return s[:i]
		}
	}
	return s
}

func runeCells(r rune) int {
	switch {
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Mn, unicode.Me):
		return 0
	case r >= 0x1160 && r <= 0x11FF: // vowels and finals that join the syllable before them
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	default:
		return 1
	}
}

// printable is s as a passbook can print it: composed, without controls and
// characters that change the direction of others, and without spaces around it.
func printable(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsGraphic(r) {
			return r
		}
		return -1
	}, strings.ToValidUTF8(s, ""))
	return strings.TrimSpace(norm.NFC.String(s))
}
