package export

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// mask hides parts of numbers and names, as Korean banks do on what a customer
// hands on. Its zero value hides nothing.
type mask struct {
	sign  string   // in the place of each hidden character
	names []string // that are hidden also inside of memos
	known map[string]*regexp.Regexp
}

// newMask hides by a sign, and names also inside of memos.
func newMask(sign string, names ...string) mask {
	return mask{sign, names, map[string]*regexp.Regexp{}}
}

// finds is what finds a name in any case.
func (m mask) finds(name string) *regexp.Regexp {
	if m.known[name] == nil {
		m.known[name] = regexp.MustCompile("(?i)" + regexp.QuoteMeta(name))
	}
	return m.known[name]
}

// maskSign stands in texts, and maskLetter in formats whose characters are few.
const (
	maskSign   = "*"
	maskLetter = "X"
)

// number hides the three digits before the last three, and keeps dashes.
func (m mask) number(s string) string {
	if m.sign == "" {
		return s
	}
	runes, seen := []rune(s), 0
	var b strings.Builder
	for i := len(runes) - 1; i >= 0; i-- {
		if unicode.IsDigit(runes[i]) {
			seen++
			if seen > 3 && seen <= 6 {
				runes[i] = []rune(m.sign)[0]
			}
		}
	}
	for _, r := range runes {
		b.WriteRune(r)
	}
	return b.String()
}

// name hides the middle of a Korean name, 홍*동, the end of one of two syllables,
// 홍*, and of every word in Latin letters all but the first: H*** G******.
func (m mask) name(s string) string {
	if m.sign == "" {
		return s
	}
	words := strings.Fields(norm.NFC.String(s))
	for i, word := range words {
		words[i] = m.word([]rune(word))
	}
	return strings.Join(words, " ")
}

func (m mask) word(r []rune) string {
	switch n := len(r); {
	case n == 1:
		return m.sign
	case n > 2 && unicode.Is(unicode.Hangul, r[0]):
		return string(r[0]) + strings.Repeat(m.sign, n-2) + string(r[n-1])
	default:
		return string(r[0]) + strings.Repeat(m.sign, n-1)
	}
}

// longNumber is what may be an account's number in a text: ten digits and more,
// with dashes or spaces between them.
var longNumber = regexp.MustCompile(`\d(?:[- ]?\d){9,}`)

// memo hides numbers of accounts, and the names that are known, of which own are
// besides those of the mask.
func (m mask) memo(s string, own ...string) string {
	if m.sign == "" {
		return s
	}
	s = longNumber.ReplaceAllStringFunc(norm.NFC.String(s), m.number)
	for _, name := range append(own, m.names...) {
		name = norm.NFC.String(strings.TrimSpace(name))
		if len([]rune(name)) < 2 {
			continue
		}
		s = m.finds(name).ReplaceAllStringFunc(s, m.name)
	}
	return s
}
