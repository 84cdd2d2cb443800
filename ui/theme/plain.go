package theme

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// plainSigns are the signs of words and of outside text in ASCII, each in its
// one cell: Unicode calls their width ambiguous (UAX #11), and terminals set for East Asia draw them in two.
var plainSigns = map[rune]rune{
	'…': '.', '·': '-', '•': '*', '›': '>', '‹': '<', '»': '>', '«': '<', '“': '"', '”': '"', '‘': '\'', '’': '\'', '–': '-', '—': '-', '−': '-', '±': '+',
	'×': 'x', '÷': '/', '←': '<', '→': '>', '↑': '^', '↓': 'v', '↔': '-', '▲': '^', '▼': 'v', '△': '^', '▽': 'v', '◂': '<', '▸': '>', '▾': 'v', '▴': '^', '▌': '>',
	'●': '*', '○': 'o', '✓': 'v', '✗': 'x', '◷': '@', '₩': 'W', '€': 'E', '£': 'L', '¥': 'Y', '°': 'o', '│': '|', '┃': '|', '┤': '+', '├': '+', '┼': '+', '─': '-', '━': '-',
	'╭': '+', '╮': '+', '╰': '+', '╯': '+', '┌': '+', '┐': '+', '└': '+', '┘': '+', '┬': '+', '┴': '+', '█': '#', '░': '.', '▒': ':', '▓': '#', '\u00a0': ' ',
}

// Plain is drawn text as these signs allow it: with the ASCII ones, everything
// that some terminal draws in another width than was counted is replaced, cell by cell. Hangul and other wide
// characters stay. Escape sequences of styles stay as they are.
func (g Glyphs) Plain(s string) string {
	if g.Rule != ASCII.Rule {
		return s
	}
	return strings.Map(plainRune, s)
}

// plainRune is one character of text that is drawn in one cell everywhere, or is
// wide everywhere; -1 for one that takes no cell.
func plainRune(r rune) rune {
	if r < 0x7f {
		return r
	}
	if sign, ok := plainSigns[r]; ok {
		return sign
	}
	switch ansi.StringWidth(string(r)) {
	case 0:
		return -1
	case 2:
		return r
	}
	if unicode.IsLetter(r) { // é is e
		if base := rune(norm.NFKD.String(string(r))[0]); base < 0x7f {
			return base
		}
	}
	return '?'
}
