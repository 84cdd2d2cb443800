package component

import (
	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/unicode/norm"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/text"
)

// The fields of Dates.
const (
	firstDay = "first"
	lastDay  = "last"
)

// Dates asks for the first and the last day of a custom [Period].
type Dates struct {
	form        *Form
	first, last *Date
	given       map[string]bool // fields whose day typing replaces: nobody has begun to type it
}

// NewDates returns a form that shows a period. Digits typed into one of its days
// take the day's place. Today is the day from which arrows start in a field that
// was emptied.
func NewDates(from, to, today calendar.Date) *Dates {
	d := &Dates{first: NewDate(today), last: NewDate(today)}
	d.first.Set(from)
	d.last.Set(to)
	d.form = NewForm(
		&Field{Name: firstDay, Label: func(c *text.Catalog) string { return c.Component.FirstDay }, Input: d.first},
		&Field{Name: lastDay, Label: func(c *text.Catalog) string { return c.Component.LastDay }, Input: d.last},
	)
	d.give()
	return d
}

// give lets the next digit begin both days anew.
func (d *Dates) give() { d.given = map[string]bool{firstDay: true, lastDay: true} }

// Update is told of keys and pastes. [Submitted] is Enter on the last day.
func (d *Dates) Update(msg tea.Msg) Event {
	focused := d.form.Focused()
	s, pasted, _ := typed(msg)
	if d.given[focused.Name] && !pasted && len(digitsOf(norm.NFKC.String(s))) > 0 {
		focused.Input.Clear()
	}
	event := d.form.Update(msg)
	if event.Kind == Changed {
		d.given[event.Field.Name] = false
	}
	return event
}

// Draw adds the two fields to a page of w cells.
func (d *Dates) Draw(l Look, b *Body, w int) { d.form.Draw(l, b, w) }

// Days are the first and the last day as typed. They are not ok if one of them is
// no day: that is then said beside it, and the first such field has the focus.
func (d *Dates) Days() (from, to calendar.Date, ok bool) {
	d.form.ClearProblems()
	bad := func(c *text.Catalog) text.Message { return c.Component.BadDate }
	to, noLast := d.last.Value()
	if noLast != nil {
		d.form.Refuse(lastDay, bad)
	}
	from, noFirst := d.first.Value()
	if noFirst != nil {
		d.form.Refuse(firstDay, bad)
	}
	return from, to, noFirst == nil && noLast == nil
}

// Refuse says what the bank has against the days, beside the one that it is
// about, and lets digits replace them again. It does nothing and is false for a
// refusal that is about neither day.
func (d *Dates) Refuse(code bank.Code, message func(*text.Catalog) text.Message) bool {
	var field string
	switch code {
	case bank.CodePeriodReversed, bank.CodePeriodTooLong, bank.CodePeriodTooOld:
		field = firstDay
	case bank.CodePeriodFuture:
		field = lastDay
	default:
		return false
	}
	d.form.Refuse(field, message)
	d.give()
	return true
}
