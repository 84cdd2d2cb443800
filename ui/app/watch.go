package app

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// books is what the quick checks at the start found.
type books struct {
	report bank.Report
	err    error
}

// elsewhere is the number that changes when another program writes to the bank,
// and how much was due and has been done.
type elsewhere struct {
	number int64
	done   int
	err    error
}

// checkBooks looks over the bank's books behind the first screen.
func (a *App) checkBooks() tea.Cmd {
	if a.config.Checked {
		return nil
	}
	return func() tea.Msg {
		report, err := a.config.Bank.Check(context.Background())
		return books{report, err}
	}
}

// checkedBooks tells the customer of books that do not agree.
func (a *App) checkedBooks(b books) {
	if b.err != nil || b.report.Difference == "" {
		return // a bank that cannot be read says so at the first question
	}
	a.push(&dialog{
		Dialog: component.NewNotice(
			func(c *text.Catalog) string { return c.Frame.Notice },
			func(c *text.Catalog) text.Message { return c.Frame.BooksDiffer(b.report.Difference) },
		),
		serial: frame, unasked: true, decided: nothing,
	})
}

// watch does what is due, and asks whether another program wrote to the bank,
// unless that is being asked.
func (a *App) watch() tea.Cmd {
	if a.env.Session == nil || a.watching {
		return nil
	}
	a.watching = true
	return func() tea.Msg {
		done, err := a.config.Bank.Advance(context.Background())
		if err != nil {
			return elsewhere{err: err}
		}
		n, err := a.config.Bank.Elsewhere(context.Background())
		return elsewhere{n, done, err}
	}
}

// watched tells the screen that is shown when the number is another one than the
// last time, or something was done.
func (a *App) watched(e elsewhere) tea.Cmd {
	a.watching = false
	if e.err != nil {
		return nil
	}
	before := a.elsewhere
	a.elsewhere = &e.number
	if e.done == 0 && (before == nil || *before == e.number) {
		return nil
	}
	return a.toTop(screen.Booked{})
}
