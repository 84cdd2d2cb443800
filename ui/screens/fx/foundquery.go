package fx

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// search asks for the first page of what is wanted.
func (s *found) search() tea.Cmd {
	if s.period != component.Custom {
		s.query.From, s.query.To = s.period.Days(s.env.Today())
	}
	s.query.Kind, s.query.After, s.query.Text = s.kind, "", s.find.Value()
	return s.request(false)
}

// follow reads again what is in sight, as something was booked meanwhile. It leaves alone what is being typed.
func (s *found) follow() tea.Cmd {
	switch {
	case s.dates != nil, s.finding, s.detail != nil && s.detail.request != nil:
		return nil
	case s.detail != nil: // the list is read again when its page is left
		return s.open(s.detail.detail.Reference)
	}
	return s.search()
}

// more asks for the page after the rows there are.
func (s *found) more() tea.Cmd {
	if s.busy || s.next == "" {
		return nil
	}
	s.query.After = s.next
	return s.request(true)
}

func (s *found) request(more bool) tea.Cmd {
	s.asked++
	s.busy = true
	number, q, caller, b := s.asked, s.query, s.env.Caller(), s.bank
	return screen.Do(func(ctx context.Context) (f foundPage, err error) {
		f.number, f.more = number, more
		if f.accounts, err = b.Accounts(ctx, caller); err != nil {
			return f, err
		}
		if f.year, err = b.YearlyLimit(ctx, caller); err != nil {
			return f, err
		}
		f.page, err = b.Remittances(ctx, caller, q)
		return f, err
	})
}

// answered shows a page, unless something else was asked for meanwhile.
func (s *found) answered(msg screen.Result[foundPage]) tea.Cmd {
	if msg.Value.number != s.asked {
		return nil
	}
	s.busy = false
	if msg.Err != nil {
		s.failed(msg.Err)
		return nil
	}
	s.problem, s.loaded, s.accounts, s.year, s.next = nil, true, msg.Value.accounts, msg.Value.year, msg.Value.page.Next
	if s.detail != nil {
		s.detail.accounts, s.detail.year = s.accounts, s.year
	}
	if msg.Value.more {
		s.rows = append(s.rows, msg.Value.page.Rows...)
		s.table.Redraw(s.cells())
	} else {
		before := s.chosen()
		s.rows = msg.Value.page.Rows
		s.table.SetRows(s.cells())
		s.choose(before)
	}
	s.table.More = s.next != ""
	s.note()
	return nil
}

// choose chooses the remittance that was chosen before, wherever it stands now.
func (s *found) choose(before *bank.Remittance) {
	for i, r := range s.rows {
		if before != nil && r.Reference == before.Reference {
			s.table.Select(i)
		}
	}
}

// failed says why there is no answer: beside the days if they were typed and it is about them.
func (s *found) failed(err error) {
	if s.period == component.Custom {
		form := component.NewDates(s.query.From, s.query.To, s.env.Today())
		if form.Refuse(bank.RefusalCode(err), explained(err)) {
			s.dates = form
			return
		}
	}
	s.problem = func(c *text.Catalog) text.Message { return c.FX.Found.NotSearched }
	if bank.RefusalCode(err) != "" {
		s.problem = explained(err)
	}
}

// after is the value that follows one in a list, round the end.
func after[T comparable](list []T, now T) T {
	return list[(slices.Index(list, now)+1)%len(list)]
}

// statusesOf are what the list can be narrowed to; "" is all.
func statusesOf(kind bank.RemittanceKind) []bank.RemittanceStatus {
	if kind == bank.Eurogiro {
		return []bank.RemittanceStatus{
			"", bank.RemittanceAccepted, bank.RemittanceSent, bank.RemittanceReady, bank.RemittancePaid, bank.RemittanceCredited,
			bank.RemittanceReturned, bank.RemittanceExpired, bank.RemittanceCancelled,
		}
	}
	return []bank.RemittanceStatus{
		"", bank.RemittanceReceived, bank.RemittanceUnderReview, bank.RemittanceSent, bank.RemittanceCredited, bank.RemittanceReturned,
		bank.AmendmentRequested, bank.CancellationRequested, bank.RemittanceCancelled,
	}
}

// note remembers what countries and currencies there are, to narrow the list to.
func (s *found) note() {
	for _, r := range s.rows {
		if !slices.Contains(s.countries, r.Country) {
			s.countries = append(s.countries, r.Country)
		}
		if !slices.Contains(s.currencies, r.Order.Currency) {
			s.currencies = append(s.currencies, r.Order.Currency)
		}
	}
}
