package search

import (
	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/component"
)

// wish is what the customer wants to see.
type wish struct {
	account  bank.AccountNumber
	period   component.Period
	from, to calendar.Date
	flow     bank.Flow
	oldest   bool // first
	text     string
}

// on is the wish with its period set for a day, unless that was typed.
func (w wish) on(day calendar.Date) wish {
	if w.period != component.Custom {
		w.from, w.to = w.period.Days(day)
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
