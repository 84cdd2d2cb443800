package kiosk

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// number is what may be a private number: an amount, with separators or beside its
// currency or with a sign and alone in its column; or digits with dashes.
var number = regexp.MustCompile(
	`[+\-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?` + // 1,284,300
		`|(?:\d+[천백]?[만억조경]? )*\d+[천백]?[만억조경]? ?원` + // 1백 28만 4천 3백 원
		`|[+\-−]?\d+(?:\.\d+)?(?: ?(?:won|원)| [A-Z]{3}\b)` + // 500 won, 12.50 USD
		`|(?:^|\s)[+\-−]\d+(?:\.\d+)?(?:\s|$)` + // −500 in a column
		`|\d(?:[\d-]|[•*])+\d`) // 012345-02-678901

// numberDigits is how many digits the numbers of accounts and orders have at least.
// Dates, times and the telephone numbers of a page have fewer.
const numberDigits = 9

// private tells whether nobody but the visitor is to see a number.
func private(found string) bool {
	digits, dashes := 0, true
	for _, r := range found {
		switch {
		case r >= '0' && r <= '9', r == '•', r == '*':
			digits++
		case r != '-':
			dashes = false
		}
	}
	return !dashes || strings.HasPrefix(found, "-") || digits >= numberDigits
}

// hide puts a sign in the place of every digit of private numbers in drawn lines,
// so that nothing moves. It reports whether there were any.
func hide(content, sign string) (hidden string, some bool) {
	lines := strings.Split(content, "\n")
	for i, line := range lines {
		plain, at := visible(line)
		var changed []byte
		from := 0
		for _, span := range number.FindAllStringIndex(plain, -1) {
			if !private(plain[span[0]:span[1]]) {
				continue
			}
			for j := span[0]; j < span[1]; j++ {
				if plain[j] < '0' || plain[j] > '9' {
					continue
				}
				changed = append(append(changed, line[from:at[j]]...), sign...)
				from = at[j] + 1
				some = true
			}
		}
		if changed != nil {
			lines[i] = string(append(changed, line[from:]...))
		}
	}
	return strings.Join(lines, "\n"), some
}

// visible is a line without its escape sequences, and where each of its bytes
// stands in the line.
func visible(line string) (plain string, at []int) {
	var b strings.Builder
	state := byte(0)
	for i := 0; i < len(line); {
		seq, width, n, next := ansi.DecodeSequence(line[i:], state, nil)
		state = next
		if n <= 0 {
			_, n = utf8.DecodeRuneInString(line[i:])
			seq, width = line[i:i+n], 1
		}
		if width > 0 {
			b.WriteString(seq)
			for j := range n {
				at = append(at, i+j)
			}
		}
		i += n
	}
	return b.String(), at
}
