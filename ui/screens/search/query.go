package search

import (
	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/text"
)

// span is a period that can be chosen by one key.
type span int

const (
	today span = iota
	week
	month
	quarter
	custom
	spans
)

// word is what a span is called.
func (s span) word(c *text.Catalog) string {
	t := c.Search
	return [spans]string{t.Today, t.Week, t.Month, t.Quarter, t.Custom}[s]
}

// days are the first and the last day of a span that ends on a day, both
// included: a month ending on 5 November begins on 6 October. A custom span has none of its own.
func (s span) days(last calendar.Date) (from, to calendar.Date) {
	switch s {
	case today:
		return last, last
	case week:
		return last.AddDays(-6), last
	case quarter:
		return last.AddMonths(-3).AddDays(1), last
	default:
		return last.AddMonths(-1).AddDays(1), last
	}
}

// wish is what the customer wants to see.
type wish struct {
	account  bank.AccountNumber
	span     span
	from, to calendar.Date
	flow     bank.Flow
	oldest   bool // first
	text     string
}

// on is the wish with its period set for a day, unless that was typed.
func (w wish) on(day calendar.Date) wish {
	if w.span != custom {
		w.from, w.to = w.span.days(day)
	}
	return w
}

// query asks for a page of what is wanted: the first one, or that after a
// position.
func (w wish) query(after int64) bank.HistoryQuery {
	return bank.HistoryQuery{
		Account: w.account, From: w.from, To: w.to, Flow: w.flow, OldestFirst: w.oldest, Text: w.text, After: after,
	}
}

// count is how many rows there are in all, 0 if that is not known before all are
// loaded.
func (w wish) count(page bank.HistoryPage) int {
	switch {
	case w.text != "":
		return 0
	case w.flow == bank.Deposits:
		return page.InCount
	case w.flow == bank.Withdrawals:
		return page.OutCount
	default:
		return page.InCount + page.OutCount
	}
}

// nextFlow is the type of transactions after f.
func nextFlow(f bank.Flow) bank.Flow {
	switch f {
	case bank.AllFlows:
		return bank.Deposits
	case bank.Deposits:
		return bank.Withdrawals
	default:
		return bank.AllFlows
	}
}

// refusedDay is the field of the dates that a refusal is about; "" if it is about
// neither.
func refusedDay(err error) string {
	switch bank.RefusalCode(err) {
	case bank.CodePeriodReversed, bank.CodePeriodTooLong, bank.CodePeriodTooOld:
		return fromField
	case bank.CodePeriodFuture:
		return toField
	default:
		return ""
	}
}
