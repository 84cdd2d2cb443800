package search

import (
	"unicode"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank/calendar"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/text"
)

// The fields of a custom period.
const (
	fromField = "from"
	toField   = "to"
)

// dates are the first and the last day of a custom period while they are typed.
type dates struct {
	*component.Form

	from, to  *component.Date
	untouched map[string]bool // fields that show a day nobody typed
}

// newDates shows the days there are.
func newDates(from, to, today calendar.Date) *dates {
	d := &dates{
		from: component.NewDate(today), to: component.NewDate(today),
		untouched: map[string]bool{fromField: true, toField: true},
	}
	d.from.Set(from)
	d.to.Set(to)
	d.Form = component.NewForm(
		&component.Field{Name: fromField, Label: func(c *text.Catalog) string { return c.Search.From }, Input: d.from},
		&component.Field{Name: toField, Label: func(c *text.Catalog) string { return c.Search.To }, Input: d.to},
	)
	return d
}

// update is told of a key or a paste. Digits typed into a day that nobody has
// typed take its place.
func (d *dates) update(msg tea.Msg) component.Event {
	focused := d.Focused()
	if key, ok := msg.(tea.KeyPressMsg); ok && d.untouched[focused.Name] && digits(key.Text) {
		focused.Input.Clear()
	}
	event := d.Update(msg)
	if event.Kind == component.Changed {
		d.untouched[event.Field.Name] = false
	}
	return event
}

func digits(s string) bool {
	for _, r := range s {
		if !unicode.IsDigit(r) {
			return false
		}
	}
	return s != ""
}

// days are what was typed; false if one of them is no day, which is then told
// beside it.
func (d *dates) days() (from, to calendar.Date, ok bool) {
	d.ClearProblems()
	bad := func(c *text.Catalog) text.Message { return c.Search.BadDate }
	to, err := d.to.Value()
	if err != nil {
		d.Refuse(toField, bad)
	}
	if from, err = d.from.Value(); err != nil {
		d.Refuse(fromField, bad) // has the focus if both are wrong
	}
	return from, to, !d.Refused(fromField) && !d.Refused(toField)
}

// pressInForm is a key while the days are typed.
func (s *history) pressInForm(msg tea.KeyPressMsg) tea.Cmd {
	if keymap.Back.Pressed(msg) {
		s.form = nil
		s.revert()
		return nil
	}
	if s.form.update(msg).Kind == component.Submitted {
		return s.submit()
	}
	return nil
}

// submit asks for the days that were typed, if they are some.
func (s *history) submit() tea.Cmd {
	from, to, ok := s.form.days()
	if !ok {
		return nil
	}
	s.want.span, s.want.from, s.want.to = custom, from, to
	cmd := s.ask()
	s.formAsk = s.asked
	return cmd
}
