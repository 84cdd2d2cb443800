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

// wasStopped shows the list as it is now.
func (s *results) wasStopped(msg screen.Result[stopped]) tea.Cmd {
	return tea.Batch(saidStopped(msg), s.search())
}
