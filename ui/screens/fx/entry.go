package fx

import (
	"errors"
	"strconv"
	"strings"

	"smartbank/bank/iso"
	"smartbank/ui/component"
	"smartbank/ui/text"
)

// entry is a field for text of a message: what is wrong with it stands under it at once, and what is not in SWIFT's
// character set is offered in it.
type entry struct {
	*component.Text

	name  string
	label component.Words
	hint  component.Words            // what belongs there, while nothing is typed; may be nil
	says  func(*text.Catalog) string // what is known of a good value; may be nil
	check func(string) error
	must  bool
	free  bool // not for a message: any character will do
	field *component.Field
	in    *component.Form // that it is a field of
}

// newEntry is a field of at most limit cells; must tells whether it may be empty.
func newEntry(name string, limit int, must bool, label func(*text.Remit) string, check func(string) error) *entry {
	e := &entry{Text: component.NewText(limit), name: name, check: check, must: must, label: remit(label)}
	e.field = &component.Field{Name: name, Label: e.label, Input: e, Note: e.note}
	return e
}

// remit is a word of remittances.
func remit(of func(*text.Remit) string) component.Words {
	return func(c *text.Catalog) string { return of(&c.FX.Remit) }
}

// problem is what is wrong with the value; nil if nothing is.
func (e *entry) problem() error {
	v := e.Value()
	if v == "" {
		if !e.must {
			return nil
		}
		return &iso.InvalidError{Problem: iso.Missing}
	}
	return e.check(v)
}

// wrong is that in the customer's words; nil if nothing is wrong.
func (e *entry) wrong() message {
	err := e.problem()
	if err == nil {
		return nil
	}
	return func(c *text.Catalog) text.Message {
		if bad, ok := errors.AsType[*iso.InvalidError](err); ok && bad.Problem == iso.Missing {
			return c.FX.Remit.Missing(e.label(c))
		}
		return said(c, err)
	}
}

// said is an error of a value as a sentence.
func said(c *text.Catalog, err error) text.Message {
	if bad, ok := errors.AsType[*iso.InvalidError](err); ok {
		return c.Invalid(bad).Sentences()
	}
	return c.Explain(err)
}

// offered is the value in SWIFT's character set; ok is false if it is already.
func (e *entry) offered() (t iso.Transliteration, ok bool) {
	t = iso.Transliterate(e.Value())
	return t, t.Changed() && !e.free
}

// take takes the offered spelling, if there is one.
func (e *entry) take() bool {
	t, ok := e.offered()
	if ok {
		e.Set(t.Text)
	}
	return ok
}

// typing reports whether the field has the focus.
func (e *entry) typing() bool {
	f := e.in.Focused()
	return f != nil && f.Name == e.name
}

// note stands under the field: how the value is spelt in SWIFT's character set, or what is wrong with it. What only
// is not finished yet is not wrong while it is typed.
func (e *entry) note(l component.Look, w int) []string {
	c, t := l.Text, l.Theme
	v := e.Value()
	switch {
	case e.in == nil || e.in.Refused(e.name):
		return nil
	case v == "":
		if e.hint != nil && e.typing() {
			return muted(l, e.hint(c), w)
		}
		return nil
	}
	if spelt, ok := e.offered(); ok {
		lines := component.Wrap(t.Advice.Render(c.FX.Remit.Spelt(spelt.Text)), w)
		if !spelt.Lossless() {
			lines = append(lines, component.Problem(l, c.FX.Remit.LeftOut, w)...)
		}
		return lines
	}
	err := e.check(v)
	switch {
	case err == nil && e.says != nil:
		if line := e.says(c); line != "" {
			lines := component.Wrap(t.Glyphs.Check+" "+line, w)
			for i := range lines {
				lines[i] = t.Good.Render(lines[i])
			}
			return lines
		}
		return nil
	case err == nil:
		return nil
	case e.typing() && unfinished(err):
		if bad, ok := errors.AsType[*iso.InvalidError](err); ok && bad.Problem == iso.WrongLength {
			return muted(l, c.FX.Remit.SoFar(bad.Got, bad.Want), w)
		}
		return nil
	}
	return component.Problem(l, said(c, err), w)
}

// unfinished reports whether a value may only lack what is still to be typed.
func unfinished(err error) bool {
	bad, ok := errors.AsType[*iso.InvalidError](err)
	if !ok {
		return false
	}
	switch bad.Problem {
	case iso.WrongLength:
		got, _ := strconv.Atoi(bad.Got)
		for want := range strings.SplitSeq(bad.Want, ", ") {
			if n, err := strconv.Atoi(want); err == nil && got < n {
				return true
			}
		}
		return false
	case iso.Missing, iso.BadPhone, iso.BadSlash, iso.BadSpacing:
		return true
	default:
		return false
	}
}

// checkAddress checks an address that is broken into at most two lines.
func checkAddress(s string) error {
	lines := addressLines(s)
	if len(lines) > addressMost {
		return &iso.InvalidError{Problem: iso.TooLong, Got: strconv.Itoa(len(s)), Want: strconv.Itoa(addressMost * iso.MaxAddress)}
	}
	for _, line := range lines {
		if err := iso.CheckAddressLine(line); err != nil {
			return err
		}
	}
	return nil
}

// addressMost is how many lines of address messages have room for, besides a short name.
const addressMost = 2

// addressLines are an address in lines of a message; nil for none.
func addressLines(s string) []string {
	if s == "" {
		return nil
	}
	return component.Wrap(s, iso.MaxAddress)
}
