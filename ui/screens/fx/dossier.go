package fx

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// dossier is the page of one remittance: what was sent, how far it is, and its messages.
type dossier struct {
	env      *screen.Env
	bank     *bank.Bank
	accounts []bank.Account
	year     bank.YearlyLimit
	revealed bool
	detail   bank.RemittanceDetail
	papers   *papers
	pager    component.Pager
	request  *request // nil unless one is being written
}

// open reads a remittance.
func (s *found) open(reference string) tea.Cmd {
	b, caller := s.bank, s.env.Caller()
	return screen.Do(func(ctx context.Context) (bank.RemittanceDetail, error) {
		return b.Remittance(ctx, caller, reference)
	})
}

// opened shows a remittance, on the view of it that was shown before.
func (s *found) opened(msg screen.Result[bank.RemittanceDetail]) tea.Cmd {
	if msg.Err != nil {
		if s.detail == nil {
			s.problem = explained(msg.Err)
		}
		return nil
	}
	d := &dossier{env: s.env, bank: s.bank, accounts: s.accounts, year: s.year, revealed: s.env.Unmasked, detail: msg.Value, papers: newPapers(s.env, msg.Value)}
	if was := s.detail; was != nil && was.detail.Reference == msg.Value.Reference {
		if was.request != nil { // a request is being written meanwhile
			return nil
		}
		d.papers.tab, d.papers.pager, d.pager, d.revealed = was.papers.tab, was.papers.pager, was.pager, was.revealed
	}
	s.detail = d
	return nil
}

// pressDetail is a key on the page of a remittance.
func (s *found) pressDetail(msg tea.KeyPressMsg) tea.Cmd {
	d := s.detail
	switch {
	case d.request != nil:
		return d.write(msg)
	case keymap.Back.Pressed(msg):
		s.detail = nil
		return s.search() // it may have moved on meanwhile
	case keymap.Refresh.Pressed(msg):
		return s.open(d.detail.Reference)
	case keymap.Again.Pressed(msg):
		return screen.Replace(ownID(s.kind), repeatable(d.detail.Order))
	case keymap.Reveal.Pressed(msg):
		d.revealed = !d.revealed
		return nil
	}
	return d.press(msg)
}

// press is a key that is about the remittance alone.
func (d *dossier) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Copy.Pressed(msg):
		return screen.Copy(d.copied())
	case keymap.Export.Pressed(msg) && len(d.detail.MT103) > 0:
		return d.papers.save()
	case keymap.Receipt.Pressed(msg):
		return openReceipt(d.detail.Reference, d.detail.Order)
	case d.papers.turn(msg):
	case keymap.Amend.Pressed(msg) && d.detail.Amendable:
		return d.ask(amending)
	case keymap.CancelOrder.Pressed(msg) && d.detail.Cancellable:
		return d.ask(cancelling)
	case d.papers.tab == summaryTab:
		d.pager.Update(msg)
	default:
		d.papers.pager.Update(msg)
	}
	return nil
}

// copied is what the copy key takes: the message in sight, else the reference.
func (d *dossier) copied() string {
	if content := d.papers.message(); content != nil {
		return string(content)
	}
	return d.detail.Reference
}

// View draws the remittance, or the request that is being written.
func (d *dossier) View(w, h int) screen.View {
	c := d.env.Text
	if d.request != nil {
		return d.request.View(w, h)
	}
	var top []string
	keys := []keymap.Hint{}
	if len(d.detail.MT103) > 0 {
		top = d.papers.tabs(w)
		keys = append(keys, keymap.Hint{Key: "←→", Does: c.FX.Found.Tabs})
	}
	if len(d.detail.MT103) > 0 {
		keys = append(keys, keymap.Export.Hint(c))
	}
	if d.detail.Amendable {
		keys = append(keys, keymap.Amend.Hint(c))
	}
	if d.detail.Cancellable {
		keys = append(keys, keymap.CancelOrder.As(c.Keys.Withdraw))
	}
	keys = append(keys, keymap.Receipt.Hint(c), keymap.Again.Hint(c), keymap.Copy.Hint(c), component.RevealHint(c, d.revealed), keymap.Back.Hint(c), keymap.Language.Hint(c))
	room := max(h-len(top), 1)
	var body string
	if d.papers.tab == summaryTab {
		b := component.NewBody(d.env.Look)
		d.summary(b, w)
		body = d.pager.View(b, w, room)
	} else {
		body = d.papers.view(w, room)
	}
	return screen.View{Body: strings.Join(append(top, body), "\n"), Keys: keys}
}

// summary adds how far the remittance is, what it said, and what it cost.
func (d *dossier) summary(b *component.Body, w int) {
	c := d.env.Text
	b.Add(d.track(w)...)
	b.Blank()
	rows := []component.Pair{
		{Label: c.Transfer.Reference, Value: d.detail.Reference, Strong: true},
	}
	rows = append(rows, component.RemittanceBackPairs(c, d.detail)...)
	if d.detail.Terms.UETR != "" {
		rows = append(rows, component.Pair{Label: c.FX.Remit.UETR, Value: string(d.detail.Terms.UETR)})
	}
	rows = append(rows, component.Pair{Label: c.FX.Remit.From, Value: d.account()})
	rows = append(rows, component.RemittancePairs(c, d.detail.Order)...)
	rows = append(rows, component.RemittanceTermPairs(c, d.detail.Order, d.detail.Terms)...)
	rows = append(rows, component.RemittanceSenderPairs(c, d.detail.Order, "")...)
	rows = append(
		rows,
		component.Pair{Label: c.Transfer.BalanceAfter, Value: component.Won(c, d.detail.BalanceAfter)},
		component.Pair{Label: c.FX.Remit.YearLabel, Value: d.counted()},
	)
	b.Add(indented(component.Pairs(d.env.Look, rows, w-2*len(margin)))...)
}

// counted is what the remittance counts of the year's limit, and what is used of it.
func (d *dossier) counted() string {
	c, y := d.env.Text, d.year
	switch {
	case d.detail.Status.Back():
		return c.FX.Found.NotCounted
	case calendar.DateOf(d.detail.At).Year != d.env.Today().Year:
		return c.FX.Found.CountedThen(dollars(d.detail.Terms.Dollars), calendar.DateOf(d.detail.At).Year)
	}
	return c.FX.Found.Counted(dollars(d.detail.Terms.Dollars), dollars(y.Used), dollars(y.Limit))
}

// track is the tracking line: each step in the order of time, and why it was taken.
func (d *dossier) track(w int) []string {
	c, t := d.env.Text, d.env.Theme
	var lines []string
	for i, step := range d.detail.Steps {
		sign, style := t.Glyphs.StepDone, t.Base
		if i == len(d.detail.Steps)-1 {
			style = t.Strong
			if s := statusStyle(t, step.Status); s != nil {
				style = *s
			}
		}
		line := sign + " " + text.DateTime(step.At) + "  " + c.FX.Found.Statuses[step.Status]
		if step.Reason != "" {
			line += "  " + step.Reason + " " + c.FX.Found.Reasons[step.Reason]
		}
		for _, part := range component.Wrap(line, w-2*len(margin)) {
			lines = append(lines, margin+style.Render(part))
		}
		for note := range strings.Lines(step.Note) {
			for _, part := range component.Wrap(component.Clean(strings.TrimRight(note, "\n")), w-2*len(margin)-4) {
				lines = append(lines, margin+"    "+t.Muted.Render(part))
			}
		}
	}
	return lines
}

// account is the withdrawal account: what it is called, and its number.
func (d *dossier) account() string {
	for _, a := range d.accounts {
		if a.Number == d.detail.Order.From {
			return component.AccountName(d.env.Text, a) + " " + component.AccountNumber(d.env.Look, a.Number, d.revealed)
		}
	}
	return component.AccountNumber(d.env.Look, d.detail.Order.From, d.revealed)
}
