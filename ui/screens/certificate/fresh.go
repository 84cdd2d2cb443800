package certificate

import (
	"bytes"
	"slices"
	"strings"

	"smartbank/certstore"
	"smartbank/ui/component"
	"smartbank/ui/text"
)

// fresh asks for a new certificate password twice, and shows the rule for it while
// it is typed.
type fresh struct {
	first, again *component.Password
	user         func() string // the user ID, which may not be in it
}

func newFresh(user func() string) fresh {
	return fresh{component.NewPassword(passwordRunes), component.NewPassword(passwordRunes), user}
}

func (f fresh) fields() []*component.Field {
	return []*component.Field{
		{Name: fieldFresh, Label: func(c *text.Catalog) string { return c.Certificate.Form.Fresh }, Input: f.first, Note: f.rule},
		{Name: fieldAgain, Label: func(c *text.Catalog) string { return c.Certificate.Form.Again }, Input: f.again, Note: f.same},
	}
}

// rules are the lines of the rule, and what breaks each.
var rules = []struct {
	words func(text.CertificateForm) string
	flaws []certstore.PasswordFlaw
	must  bool // it asks for something, so that nothing typed does not keep it
}{
	{func(f text.CertificateForm) string { return f.RuleLength }, []certstore.PasswordFlaw{certstore.TooShort, certstore.TooLong}, true},
	{func(f text.CertificateForm) string { return f.RuleLetter }, []certstore.PasswordFlaw{certstore.NoLetter}, true},
	{func(f text.CertificateForm) string { return f.RuleDigit }, []certstore.PasswordFlaw{certstore.NoDigit}, true},
	{func(f text.CertificateForm) string { return f.RuleSymbol }, []certstore.PasswordFlaw{certstore.NoSymbol}, true},
	{func(f text.CertificateForm) string { return f.RuleCharacter }, []certstore.PasswordFlaw{certstore.BadCharacter}, false},
	{func(f text.CertificateForm) string { return f.RuleRun }, []certstore.PasswordFlaw{certstore.Run}, false},
	{func(f text.CertificateForm) string { return f.RuleUserID }, []certstore.PasswordFlaw{certstore.ContainsUserID}, false},
}

// flaws is what is wrong with what is typed.
func (f fresh) flaws() []certstore.PasswordFlaw {
	typed := f.first.Bytes()
	defer clear(typed)
	return certstore.Flaws(typed, f.user())
}

// rule draws each line of the rule with whether it is kept: what still has to be
// typed is no mistake yet, but what may not be there is one at once.
func (f fresh) rule(l component.Look, w int) []string {
	flaws, t := f.flaws(), l.Theme
	if l.Heard() {
		return f.sayRule(l, flaws)
	}
	var lines []string
	for _, r := range rules {
		sign, style := t.Glyphs.Check, t.Good
		switch {
		case !slices.ContainsFunc(r.flaws, func(flaw certstore.PasswordFlaw) bool { return slices.Contains(flaws, flaw) }):
			if f.first.Len() == 0 {
				sign, style = t.Glyphs.Bullet, t.Muted
			}
		case r.must && !slices.Contains(flaws, certstore.TooLong):
			sign, style = t.Glyphs.Bullet, t.Muted
		default:
			sign, style = t.Glyphs.Cross, t.Problem
		}
		for i, line := range component.Wrap(r.words(l.Text.Certificate.Form), max(w-2, 1)) {
			if i > 0 {
				sign = " "
			}
			lines = append(lines, style.Render(sign+" "+line))
		}
	}
	return lines
}

// sayRule is the rule in one sentence: all of it while nothing is typed, then what of it is not kept yet.
func (f fresh) sayRule(l component.Look, flaws []certstore.PasswordFlaw) []string {
	var said []string
	for _, r := range rules {
		if f.first.Len() == 0 || slices.ContainsFunc(r.flaws, func(flaw certstore.PasswordFlaw) bool { return slices.Contains(flaws, flaw) }) {
			said = append(said, r.words(l.Text.Certificate.Form))
		}
	}
	switch rule := strings.Join(said, ", "); {
	case len(said) == 0:
		return nil
	case f.first.Len() == 0:
		return []string{rule}
	default:
		return []string{l.Text.Certificate.Form.NotKept(rule)}
	}
}

// same tells whether both are the same, once there is something to tell.
func (f fresh) same(l component.Look, _ int) []string {
	if f.again.Len() == 0 || !f.equal() {
		return []string{""}
	}
	return []string{l.Theme.Good.Render(l.Theme.Glyphs.Check + " " + l.Text.Certificate.Form.Same)}
}

func (f fresh) equal() bool {
	first, again := f.first.Bytes(), f.again.Bytes()
	defer clear(first)
	defer clear(again)
	return bytes.Equal(first, again)
}

// mistake is what is wrong with the new password, by its field; "" if nothing is.
func (f fresh) mistake() (field string, m message) {
	switch flaws := f.flaws(); {
	case f.first.Len() == 0:
		return fieldFresh, missing(fieldFresh)
	case len(flaws) > 0:
		return fieldFresh, func(c *text.Catalog) text.Message {
			return text.Message{Problem: c.Certificate.Form.Flawed, Advice: c.Certificate.Form.Flaws[flaws[0]]}
		}
	case !f.equal():
		return fieldAgain, func(c *text.Catalog) text.Message { return c.Certificate.Form.NotSame }
	}
	return "", nil
}

func (f fresh) clear() {
	f.first.Clear()
	f.again.Clear()
}
