package fx

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Update takes boards and keys.
func (s *rates) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[boards]:
		return s.answered(msg)
	case screen.Result[kept]:
		return s.favoured(msg)
	case screen.Shown:
		s.order()
	case tea.PasteMsg:
		if s.form != nil {
			s.form.Update(msg)
		}
	case tea.KeyPressMsg:
		if s.form != nil {
			return s.pick(msg)
		}
		return s.press(msg)
	}
	return nil
}

// press is a key on the board.
func (s *rates) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case s.table.Update(msg):
	case keymap.Back.Pressed(msg):
		return screen.Close()
	case keymap.Refresh.Pressed(msg):
		return s.ask()
	case keymap.Left.Pressed(msg):
		return s.turn(-1)
	case keymap.Right.Pressed(msg):
		return s.turn(1)
	case keymap.Day.Pressed(msg):
		s.form = newPicker(s.wanted(), s.env.Today(), s.notice, s.shown.notices)
	case keymap.Copy.Pressed(msg):
		if row, ok := s.chosen(); ok {
			return screen.Copy(row.Base.Grouped())
		}
	case keymap.Favourite.Pressed(msg):
		return s.favour()
	case keymap.Enter.Pressed(msg):
		if row, ok := s.chosen(); ok {
			return screen.Open(currencyID, Money{row.Currency, s.shown.now.Date})
		}
	}
	return nil
}

// pick is a key while day and notice are typed.
func (s *rates) pick(msg tea.KeyPressMsg) tea.Cmd {
	event := s.form.Update(msg)
	switch {
	case !event.Handled && keymap.Back.Pressed(msg):
		s.form = nil
		return nil
	case event.Kind != component.Submitted:
		return nil
	}
	day, notice, ok := s.form.chosen(s.env.Today())
	if !ok {
		return nil
	}
	s.day, s.notice = day, notice
	return s.ask()
}

// The fields of the picker.
const (
	fieldDay    = "day"
	fieldNotice = "notice"
)

// firstNotice is the first board of a day.
const firstNotice = 1

// picker asks for a day and one of its notices.
type picker struct {
	*component.Form

	day    *component.Date
	notice *component.Choice
	fresh  bool // typing replaces the day
}

// newPicker begins with a day and a notice; notices are those of the day that is shown.
func newPicker(day, today calendar.Date, notice int, notices []bank.Notice) *picker {
	p := &picker{day: component.NewDate(today), fresh: true}
	p.day.Set(day)
	options := []component.Option{
		{Key: "0", Label: func(c *text.Catalog) string { return c.FX.Rates.Last }},
		{Key: "1", Label: func(c *text.Catalog) string { return c.FX.Rates.First }},
	}
	for _, n := range notices {
		if n.Number > firstNotice {
			key := noticeName(n.Number)
			options = append(options, component.Option{Key: key[1:], Label: component.Same(key + "  " + clock(n.At))})
		}
	}
	p.notice = component.NewChoice(options...)
	p.notice.Select(noticeName(notice)[1:])
	p.Form = component.NewForm(
		&component.Field{Name: fieldDay, Label: func(c *text.Catalog) string { return c.FX.Rates.Date }, Input: p.day},
		&component.Field{Name: fieldNotice, Label: func(c *text.Catalog) string { return c.FX.Rates.Notice }, Input: p.notice},
	)
	return p
}

// Update lets the first digit replace the day that was there.
func (p *picker) Update(msg tea.Msg) component.Event {
	if press, ok := msg.(tea.KeyPressMsg); ok && p.fresh && p.Focused().Name == fieldDay && press.Text >= "0" && press.Text <= "9" {
		p.day.Clear()
	}
	event := p.Form.Update(msg)
	if event.Kind == component.Changed && event.Field.Name == fieldDay {
		p.fresh = false
	}
	return event
}

// chosen is what was typed; it is not ok if that is no day, or one to come, which is then said beside it.
func (p *picker) chosen(today calendar.Date) (day calendar.Date, notice int, ok bool) {
	p.ClearProblems()
	day, err := p.day.Value()
	switch {
	case err != nil:
		p.Refuse(fieldDay, func(c *text.Catalog) text.Message { return c.Component.BadDate })
		return day, 0, false
	case day.After(today):
		p.Refuse(fieldDay, func(c *text.Catalog) text.Message { return c.FX.Rates.ToCome })
		return day, 0, false
	}
	for _, digit := range p.notice.Selected() {
		notice = notice*10 + int(digit-'0')
	}
	return day, notice, true
}

// refuse says beside the day that there is no board; it is false for what is not about it.
func (p *picker) refuse(err error) bool {
	if bank.RefusalCode(err) != bank.CodeNoRate {
		return false
	}
	p.Refuse(fieldDay, explained(err))
	p.fresh = true
	return true
}
