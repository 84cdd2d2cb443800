package transfer

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// whens are when a transfer can be carried out, in the order in which F6 offers
// them.
func whens(today calendar.Date) []bank.When {
	return []bank.When{
		{}, {DelayHours: bank.MinDelayHours}, {DelayHours: 24}, {On: today.AddDays(1)}, {On: today.AddDays(7)}, {On: today.AddDays(1), Monthly: true},
	}
}

// turnWhen goes on to the next of them, and says so in the status line.
func (s *realtime) turnWhen() tea.Cmd {
	all := whens(s.env.Today())
	s.when = (s.when + 1) % len(all)
	chosen := all[s.when]
	return screen.Say(func(c *text.Catalog) string { return c.Transfer.Later.When + ": " + whenText(c, chosen) })
}

// chosenWhen is when the order is to be carried out.
func (s *realtime) chosenWhen() bank.When { return whens(s.env.Today())[s.when] }

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

// acknowledge has the warnings of the review become part of the order, which is
// what is signed then.
func (s *realtime) acknowledge() tea.Cmd {
	key, caller, o := s.review.Order.Key, s.env.Caller(), s.orders
	warnings := make([]bank.Warning, len(s.review.Warnings))
	for i, w := range s.review.Warnings {
		warnings[i] = w.Warning
	}
	s.work = acknowledging
	return screen.Do(func(ctx context.Context) (acknowledged, error) {
		r, err := o.Acknowledge(ctx, caller, key, warnings...)
		return acknowledged{r}, err
	})
}

// acknowledged is the order with its warnings.
type acknowledged struct{ review bank.Review }

// wasAcknowledged goes on to the second factor.
func (s *realtime) wasAcknowledged(msg screen.Result[acknowledged]) tea.Cmd {
	s.work = idle
	if msg.Err != nil {
		s.problem = explained(msg.Err)
		if bank.RefusalCode(msg.Err) == "" {
			s.problem = func(c *text.Catalog) text.Message { return c.Transfer.NotPrepared }
		}
		s.arrive(refused)
		return nil
	}
	s.review, s.kept = msg.Value.review, msg.Value.review.Order.Key
	return s.look()
}

// drawWarnings adds what the customer has to acknowledge.
func (s *realtime) drawWarnings(b *component.Body, w int) {
	c, t := s.env.Text, s.env.Theme
	for _, one := range s.review.Warnings {
		words := c.Transfer.Later.WarnFirstTime
		switch one.Warning {
		case bank.WarnDuplicate:
			words = c.Transfer.Later.WarnDuplicate(clock(one.At))
		case bank.WarnName:
			words = c.Transfer.Later.WarnName(component.Clean(one.Name))
		case bank.WarnNameClose:
			words = c.Transfer.Later.WarnNameClose(component.Clean(one.Name))
		case bank.WarnFirstTime:
		}
		b.Add(paragraph(t.Glyphs.Cross+" "+words, w, t.Problem.Render)...)
	}
	if len(s.review.Warnings) > 0 {
		b.Blank()
	}
}

// clock is a time of day in Seoul.
func clock(at time.Time) string { return at.In(calendar.Seoul).Format("15:04") }

// title is what a receipt says first: that the money was sent, that it will be, or
// that nobody knows yet.
func (s *realtime) title(c *text.Catalog) (title, status string) {
	switch s.receipt.Status {
	case bank.Scheduled:
		return c.Transfer.Later.OrderedTitle, c.Transfer.Later.Ordered
	case bank.Checking:
		return c.Transfer.Later.CheckingTitle, c.Transfer.Later.Checking
	default:
		return c.Transfer.SentTitle, c.Transfer.Sent
	}
}

// duePairs are when something is expected of a transfer that is not over.
func duePairs(c *text.Catalog, status bank.TransferStatus, o bank.TransferOrder, due, until time.Time) []component.Pair {
	var pairs []component.Pair
	if !o.When.Now() {
		pairs = append(pairs, component.Pair{Label: c.Transfer.Later.When, Value: whenText(c, o.When)})
	}
	if !due.IsZero() {
		label := c.Transfer.Later.Due
		if status == bank.Checking {
			label = c.Transfer.Later.AnswerDue
		}
		pairs = append(pairs, component.Pair{Label: label, Value: text.DateTime(due), Strong: true})
	}
	if !until.IsZero() {
		pairs = append(pairs, component.Pair{Label: c.Transfer.Later.Until, Value: text.DateTime(until)})
	}
	return pairs
}

// stopped is the answer to a cancellation.
type stopped struct{}

// stop cancels the chosen transfer.
func (s *results) stop() tea.Cmd {
	key, caller, b := s.chosen().Order.Key, s.env.Caller(), s.bank
	return screen.Do(func(ctx context.Context) (stopped, error) {
		return stopped{}, b.CancelTransfer(ctx, caller, key)
	})
}

// wasStopped shows the list as it is now, and tells why nothing was cancelled.
func (s *results) wasStopped(msg screen.Result[stopped]) tea.Cmd {
	if msg.Err == nil {
		return tea.Batch(screen.Say(func(c *text.Catalog) string { return c.Transfer.Later.CancelledNow }), s.search())
	}
	why := func(c *text.Catalog) text.Message { return c.Explain(msg.Err) }
	title := func(c *text.Catalog) string { return c.Transfer.Later.NotCancelled }
	return tea.Batch(screen.Ask(component.NewNotice(title, why)), s.search())
}
