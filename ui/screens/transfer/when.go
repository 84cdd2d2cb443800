package transfer

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// The times at which a transfer can be carried out, in the order in which F6 goes
// through them.
const (
	whenNow     = "now"
	whenDelayed = "delayed"
	whenOnDay   = "day"
	whenMonthly = "monthly"
)

// whenKinds are all of them.
var whenKinds = []string{whenNow, whenDelayed, whenOnDay, whenMonthly}

// whenInputs are what the customer chooses a time with: its kind, and what that
// asks for.
type whenInputs struct {
	kind, hours *component.Choice
	day         *component.Date
}

func newWhenInputs(today calendar.Date) whenInputs {
	kinds := make([]component.Option, len(whenKinds))
	for i, kind := range whenKinds {
		kinds[i] = component.Option{Key: kind, Label: func(c *text.Catalog) string { return c.Transfer.Later.Kinds[kind] }}
	}
	var hours []component.Option
	for n := bank.MinDelayHours; n <= bank.MaxDelayHours; n++ {
		hours = append(hours, component.Option{Key: strconv.Itoa(n), Label: func(c *text.Catalog) string { return c.Transfer.Later.HoursLong(n) }})
	}
	w := whenInputs{kind: component.NewChoice(kinds...), hours: component.NewChoice(hours...), day: component.NewDate(today.AddDays(1))}
	w.day.Set(today.AddDays(1))
	return w
}

// fields are the lines of the form: one that Enter passes over, and the one that
// the kind of time asks for.
func (w whenInputs) fields(note func(component.Look, int) []string) []*component.Field {
	return []*component.Field{
		{Name: fieldWhen, Label: func(c *text.Catalog) string { return c.Transfer.Later.When }, Input: w.kind, Aside: true},
		{Name: fieldHours, Label: func(c *text.Catalog) string { return c.Transfer.Later.Delay }, Input: w.hours, Note: note, Hidden: true},
		{Name: fieldDay, Label: func(c *text.Catalog) string { return c.Transfer.Later.Day }, Input: w.day, Note: note, Hidden: true},
	}
}

// chosen is the time; ok is false if the day is none.
func (w whenInputs) chosen() (when bank.When, ok bool) {
	day, err := w.day.Value()
	switch w.kind.Selected() {
	case whenDelayed:
		hours, err := strconv.Atoi(w.hours.Selected())
		return bank.When{DelayHours: hours}, err == nil
	case whenOnDay:
		return bank.When{On: day}, err == nil
	case whenMonthly:
		return bank.When{On: day, Monthly: true}, err == nil
	}
	return bank.When{}, true
}

// followWhen shows the field that the kind of time asks for.
func (s *realtime) followWhen() {
	kind := s.in.when.kind.Selected()
	s.form.Field(fieldHours).Hidden = kind != whenDelayed
	s.form.Field(fieldDay).Hidden = kind != whenOnDay && kind != whenMonthly
}

// turnWhen goes on to the next kind of time, and says so in the status line.
func (s *realtime) turnWhen() tea.Cmd {
	at := slices.Index(whenKinds, s.in.when.kind.Selected())
	s.in.when.kind.Select(whenKinds[(at+1)%len(whenKinds)])
	s.form.Solve(fieldAmount) // what was refused for now may pass later
	s.followWhen()
	chosen := s.chosenWhen()
	return screen.Say(func(c *text.Catalog) string { return c.Transfer.Later.When + ": " + whenText(c, chosen) })
}

// chosenWhen is when the order is to be carried out; what cannot be read is not
// now.
func (s *realtime) chosenWhen() bank.When {
	when, _ := s.in.when.chosen()
	return when
}

// noteWhen says what a transfer for later is subject to.
func (s *realtime) noteWhen(l component.Look, w int) []string {
	words := l.Text.Transfer.Later
	switch s.in.when.kind.Selected() {
	case whenMonthly:
		return muted(l, words.MonthlyNote, w)
	case whenOnDay:
		return muted(l, words.DayNote, w)
	}
	return muted(l, words.DelayNote, w)
}

// whenText is when an order is carried out, in words.
func whenText(c *text.Catalog, w bank.When) string {
	switch {
	case w.DelayHours != 0:
		return c.Transfer.Later.Hours(w.DelayHours)
	case w.Monthly:
		return c.Transfer.Later.Monthly(w.On.String(), w.On.Day)
	case !w.Now():
		return c.Transfer.Later.On(w.On.String())
	}
	return c.Transfer.Later.Now
}
