package tape

import (
	"fmt"
	"time"
	"unicode/utf8"
)

// The most keys that a whole tape may press, and the longest that it may take:
// a tape that would play for hours is a mistake, found before it starts.
const (
	maxKeys  = 100_000
	maxTotal = 2 * maxTime
)

// bound refuses a tape that would play for hours.
func (p *parser) bound() {
	keys, total := 0, time.Duration(0)
	for _, c := range p.commands {
		switch c := c.(type) {
		case Type:
			n := utf8.RuneCountInString(c.Text)
			keys, total = keys+n, total+time.Duration(n)*c.Pace.Each
		case Press:
			n := c.Count * len(c.Keys)
			keys, total = keys+n, total+time.Duration(n)*min(c.Pace.Each, maxTotal/maxCount)
		case Sleep:
			total += c.For
		case Advance:
			total += c.By
		case Wait:
			total += c.Timeout
		}
		at := c.At()
		switch {
		case keys > maxKeys:
			p.problems = append(p.problems, &SyntaxError{at.File, at.Line, at.Column, fmt.Sprintf("the tape presses more than %d keys", maxKeys)})
			return
		case total > maxTotal:
			p.problems = append(p.problems, &SyntaxError{at.File, at.Line, at.Column, fmt.Sprintf("the tape takes more than %d days", maxTotal/(24*time.Hour))})
			return
		}
	}
}
