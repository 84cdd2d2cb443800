package transfer

import (
	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// expectedCells is how long an expected name may be.
const expectedCells = 30

// outcome is how the name that the customer expects compares with the one on the
// account, as far as that is known.
func (s *realtime) outcome() bank.NameOutcome {
	typed := s.in.expected.Value()
	switch {
	case typed == "":
		return bank.NameNotCompared
	case s.check.unchecked:
		return bank.NameUnchecked
	case !s.check.passed:
		return bank.NameNotCompared
	}
	return bank.CompareNames(typed, s.check.recipient.NameKO, s.check.recipient.NameEN)
}

// noteExpected says how the names compare, under the name: a sign, a colour and
// words.
func (s *realtime) noteExpected(l component.Look, w int) []string {
	words, t, g := l.Text.Transfer.Care, l.Theme, l.Theme.Glyphs
	name := s.holderName(l.Text)
	line, style := "", theme.Style{}
	switch s.outcome() {
	case bank.NameMatches:
		line, style = g.Check+" "+words.NameMatches, t.Good
	case bank.NameClose:
		line, style = "! "+words.NameClose(name), t.Warn
	case bank.NameDiffers:
		line, style = g.Cross+" "+words.NameDiffers(name), t.Problem
	case bank.NameUnchecked:
		line, style = "? "+words.NameUnchecked, t.Warn
	case bank.NameNotCompared:
		if s.focused() == fieldExpected {
			return muted(l, words.ExpectedNote, w)
		}
		return nil
	}
	lines := component.Wrap(line, w)
	for i := range lines {
		lines[i] = style.Render(lines[i])
	}
	return lines
}

// holderName is the name on the account.
func (s *realtime) holderName(c *text.Catalog) string {
	return fullName(c, s.check.recipient.NameEN, s.check.recipient.NameKO)
}
