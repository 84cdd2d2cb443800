package component

import (
	"strings"

	"smartbank/ui/text"
)

// choiceCells is how wide a choice is at most, without the signs behind it.
const choiceCells = 40

// View draws the chosen option and a sign that there are others, or what was
// typed to find one.
func (c *Choice) View(l Look, width int, focused bool) (string, int) {
	if l.Heard() {
		return sign(l, c, focused)
	}
	g := l.Theme.Glyphs
	label := ""
	if len(c.options) > 0 {
		label = c.options[c.chosen].line(l.Text)
	}
	cells := min(width-3, choiceCells) // with the signs
	switch {
	case cells <= 0:
		return c.draw(l, clusters(label), 0, width, focused)
	case !focused:
		return underline(l.Theme.Field, CutEllipsis(l, label, cells)) + " " + l.Theme.Muted.Render(g.More), -1
	case len(c.units) > 0:
		return c.searching(l, label, cells)
	}
	label = CutEllipsis(l, label, cells)
	signs := g.Left + g.Right
	if c.open {
		signs = g.More
	}
	return underline(l.Theme.Focus, label) + " " + l.Theme.Accent.Render(signs), Cells(label)
}

// searching is what was typed, and the option that it found.
func (c *Choice) searching(l Look, label string, cells int) (string, int) {
	if len(c.found) == 0 {
		label = l.Text.Component.NoMatch
	}
	line, x := c.draw(l, c.units, c.at, min(cells, width(c.units)+1), true)
	room := cells - Cells(line) - 2
	if room > 0 {
		line += "  " + l.Theme.Muted.Render(CutEllipsis(l, label, room))
	}
	return line + " " + l.Theme.Accent.Render(l.Theme.Glyphs.More), x
}

// Below is the open list, at most six lines; nil if it is closed.
func (c *Choice) Below(l Look, width int) []string {
	if !c.open {
		return nil
	}
	if len(c.found) == 0 {
		return []string{l.Theme.Muted.Render(Cut("  "+l.Text.Component.NoMatchAdvice, width))}
	}
	first := min(max(c.place()-choiceRows/2, 0), max(len(c.found)-choiceRows, 0))
	last := min(first+choiceRows, len(c.found))
	cells := min(width, choiceCells+4)
	lines := make([]string, 0, choiceRows)
	for i, option := range c.found[first:last] {
		sign, pointer, style := " ", " ", l.Theme.Base
		switch {
		case i == 0 && first > 0:
			sign = l.Theme.Glyphs.Up
		case first+i == last-1 && last < len(c.found):
			sign = l.Theme.Glyphs.Down
		}
		if option == c.chosen {
			pointer, style = l.Theme.Glyphs.Pointer, l.Theme.Selected
		}
		row := pointer + " " + fit(l, c.options[option].line(l.Text), cells-4, false) + " " + sign
		lines = append(lines, style.Render(Cut(row, width)))
	}
	return lines
}

// line is the option in one line.
func (o Option) line(c *text.Catalog) string {
	line := o.Label(c)
	if o.Detail != nil {
		if detail := o.Detail(c); detail != "" {
			line += "  " + detail
		}
	}
	return line
}

// How what was typed names an option.
const (
	matchNone   = iota
	matchKey    // it is its key
	matchStart  // its key or its label begins with it
	matchInside // it is a part of its label, or its first consonants
)

// match says how what was typed names the option: by its key, by its label in
// either language, or by that label's first consonants.
func (o Option) match(wanted string) int {
	wanted = strings.ToLower(strings.TrimSpace(wanted))
	switch key := strings.ToLower(o.Key); {
	case key != "" && key == wanted:
		return matchKey
	case strings.HasPrefix(key, wanted):
		return matchStart
	}
	found := matchNone
	for _, lang := range []text.Lang{text.English, text.Korean} {
		label := strings.TrimPrefix(strings.ToLower(o.line(text.In(lang))), strings.ToLower(o.Key)+" ")
		switch {
		case strings.HasPrefix(label, wanted), strings.HasPrefix(consonants(label), wanted):
			return matchStart
		case strings.Contains(label, wanted), strings.Contains(consonants(label), wanted):
			found = matchInside
		}
	}
	return found
}

// initials are the consonants a syllable can start with, in Unicode's order.
var initials = []rune("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")

// consonants is text with each syllable of Hangul as the consonant it starts
// with: 신한 is ㅅㅎ. Koreans search lists by them.
func consonants(s string) string {
	const first, last, perInitial = '가', '힣', 588 // 21 vowels by 28 finals
	return strings.Map(func(r rune) rune {
		if r < first || r > last {
			return r
		}
		return initials[(r-first)/perInitial]
	}, s)
}
