package bank

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// folded is s as texts are compared: in any case, and composed.
func folded(s string) string { return strings.ToLower(norm.NFC.String(s)) }

// digitGram is how many digits in a row are a gram besides each two of them: two
// alone would hardly tell one account number from another.
const digitGram = 4

// memoGrams are the grams of a folded memo, for the index: each two characters
// that follow one another, spaces too, and each four digits. Korean words have mostly two syllables.
func memoGrams(memo string) []string {
	var g gramList
	characters := []rune(memo)
	for i := range characters {
		g.add(characters, i, 2)
		if allDigits(characters, i, digitGram) {
			g.add(characters, i, digitGram)
		}
	}
	return g.grams
}

// mostGrams is how many grams are asked for: what the others would leave out, the
// comparison with the memo does.
const mostGrams = 32

// textGrams are grams that every memo with the folded text in it has; none if the
// text is too short to have one. Two digits are not asked for where four are.
func textGrams(text string) []string {
	var g gramList
	characters := []rune(text)
	for i := range characters {
		four := false
		for before := i - digitGram + 2; before <= i; before++ {
			four = four || allDigits(characters, before, digitGram)
		}
		if !four {
			g.add(characters, i, 2)
		}
		if allDigits(characters, i, digitGram) {
			g.add(characters, i, digitGram)
		}
	}
	return g.grams[:min(len(g.grams), mostGrams)]
}

// gramList is a list of different grams.
type gramList struct {
	grams []string
	seen  map[string]bool
}

// add adds the gram of that length that begins at i, if there is one.
func (g *gramList) add(characters []rune, i, length int) {
	if i+length > len(characters) {
		return
	}
	one := gram(characters[i : i+length])
	if g.seen[one] {
		return
	}
	if g.seen == nil {
		g.seen = map[string]bool{}
	}
	g.seen[one] = true
	g.grams = append(g.grams, one)
}

// allDigits reports whether there are so many digits from i on.
func allDigits(characters []rune, i, length int) bool {
	if i < 0 || i+length > len(characters) {
		return false
	}
	for _, r := range characters[i : i+length] {
		if !digit(r) {
			return false
		}
	}
	return true
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

// gram is characters as one word of SQLite's tokenizer "ascii", which takes
// letters, digits and everything beyond ASCII for part of a word. The rest of ASCII is moved to where nobody has characters.
func gram(characters []rune) string {
	const private = 0xe000
	var word strings.Builder
	for _, r := range characters {
		if r < 0x80 && !digit(r) && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			r += private
		}
		word.WriteRune(r)
	}
	return word.String()
}
