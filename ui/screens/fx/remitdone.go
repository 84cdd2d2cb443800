package fx

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// receiptCells is how wide a receipt is at most.
const receiptCells = 76

// searchID is where remittances of a kind are looked up.
func searchID(kind bank.RemittanceKind) screen.ID {
	if kind == bank.Eurogiro {
		return eurogiroSearchID
	}
	return swiftSearchID
}

// ownID is the screen that sends remittances of a kind.
func ownID(kind bank.RemittanceKind) screen.ID {
	if kind == bank.Eurogiro {
		return eurogiroID
	}
	return swiftID
}

// repeatable is an order to begin another one with.
func repeatable(o bank.RemittanceOrder) bank.RemittanceOrder {
	o.Key, o.Quote = "", ""
	return o
}

// pressDone goes on from the result.
func (s *sending) pressDone(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Back.Pressed(msg), keymap.Enter.Pressed(msg) && !s.early():
		return screen.Close()
	case keymap.Enter.Pressed(msg):
		return nil
	case keymap.Again.Pressed(msg):
		return screen.Replace(ownID(s.kind), repeatable(s.receipt.Order))
	case keymap.History.Pressed(msg):
		return screen.Replace(searchID(s.kind), s.receipt.Reference)
	case keymap.Copy.Pressed(msg):
		return screen.Copy(s.receipt.Reference)
	case keymap.Receipt.Pressed(msg):
		return openReceipt(s.receipt.Reference, s.receipt.Order)
	case keymap.Export.Pressed(msg) && s.papers != nil && s.kind == bank.SWIFT:
		return s.papers.save()
	case s.papers != nil && s.papers.turn(msg):
	case s.papers != nil && s.papers.tab != summaryTab:
		s.papers.pager.Update(msg)
	default:
		s.pager.Update(msg)
	}
	return nil
}

// viewDone draws the receipt, or one of the messages that were sent.
func (s *sending) viewDone(w, h int) screen.View {
	c := s.env.Text
	keys := []keymap.Hint{
		keymap.Receipt.Hint(c), keymap.Again.Hint(c), keymap.History.As(c.FX.Remit.ToSearch), keymap.Copy.Hint(c), keymap.Back.Hint(c), keymap.AllMenus.Hint(c), keymap.Language.Hint(c),
	}
	var top []string
	if s.papers != nil && s.kind == bank.SWIFT {
		top = s.papers.tabs(w)
		keys = append([]keymap.Hint{{Key: "←→", Does: c.FX.Found.Tabs}, keymap.Export.Hint(c)}, keys...)
		if s.papers.tab != summaryTab {
			return screen.View{Body: strings.Join(append(top, s.papers.view(w, max(h-len(top), 1))), "\n"), Keys: keys}
		}
	}
	b := component.NewBody(s.env.Look)
	b.Add(indented(component.Receipt(s.env.Look, c.FX.Remit.SentTitle, s.receiptPairs(c), min(w-2*len(margin), receiptCells)))...)
	b.Add(paragraph(c.FX.Remit.Follow, w, s.env.Theme.Muted)...)
	return screen.View{Body: strings.Join(append(top, s.pager.View(b, w, max(h-len(top), 1))), "\n"), Keys: keys}
}

// receiptPairs are what was sent, and what the bank calls it.
func (s *sending) receiptPairs(c *text.Catalog) []component.Pair {
	r := s.receipt
	rows := []component.Pair{
		{Label: c.Transfer.Reference, Value: r.Reference, Strong: true},
		{Label: c.Transfer.At, Value: text.DateTimeSeconds(r.At)},
	}
	if r.Terms.UETR != "" {
		rows = append(rows, component.Pair{Label: c.FX.Remit.UETR, Value: string(r.Terms.UETR)})
	}
	rows = append(rows, component.Pair{Label: c.FX.Remit.From, Value: s.accountLine(s.account(r.Order.From))})
	rows = append(rows, component.RemittancePairs(c, r.Order)...)
	rows = append(rows, component.RemittanceTermPairs(c, r.Order, r.Terms)...)
	return append(rows, component.Pair{Label: c.Transfer.BalanceAfter, Value: component.Won(c, r.BalanceAfter)})
}

// pressRefused goes back to the form.
func (s *sending) pressRefused(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Back.Pressed(msg), keymap.Enter.Pressed(msg) && !s.early():
		return s.backToForm()
	}
	s.pager.Update(msg)
	return nil
}

// viewRefused says why the bank refused.
func (s *sending) viewRefused(w, h int) screen.View {
	c := s.env.Text
	v := s.viewProblem(c.Transfer.NotSentTitle, s.problem(c), c.Transfer.Kept, w, h)
	v.Keys = []keymap.Hint{keymap.Enter.As(c.Transfer.BackToForm), keymap.AllMenus.Hint(c), keymap.Language.Hint(c)}
	return v
}

// pressUnknown goes to the search, or asks again.
func (s *sending) pressUnknown(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Back.Pressed(msg):
		return screen.Close()
	case keymap.Enter.Pressed(msg):
		if s.early() {
			return nil
		}
		return screen.Open(searchID(s.kind), nil)
	case keymap.Refresh.Pressed(msg):
		return s.ask(false)
	}
	s.pager.Update(msg)
	return nil
}

// viewUnknown says that nobody knows yet.
func (s *sending) viewUnknown(w, h int) screen.View {
	c := s.env.Text
	v := s.viewProblem(c.Transfer.UnknownTitle, s.problem(c), "", w, h)
	v.Keys = []keymap.Hint{
		keymap.Enter.As(c.FX.Remit.ToSearch), keymap.Refresh.As(c.Transfer.AskAgain), keymap.Back.Hint(c), keymap.Language.Hint(c),
	}
	return v
}

// viewProblem draws what happened to an order, and its gist.
func (s *sending) viewProblem(title string, m text.Message, after string, w, h int) screen.View {
	c, t := s.env.Text, s.env.Theme
	b := component.NewBody(s.env.Look)
	b.Blank()
	b.Add(paragraph(title, w, t.Strong)...)
	b.Blank()
	b.Add(indented(component.Problem(s.env.Look, m, w-2*len(margin)))...)
	b.Blank()
	rows := append(component.RemittancePairs(c, s.review.Order)[:3], component.RemittanceTermPairs(c, s.review.Order, s.review.Terms)...)
	b.Add(indented(component.Pairs(s.env.Look, rows, w-2*len(margin)))...)
	if after != "" {
		b.Blank()
		b.Add(paragraph(after, w, t.Muted)...)
	}
	return screen.View{Body: s.pager.View(b, w, h)}
}

// messageLines is more than any message takes.
const messageLines = 8

// viewMessage is the page without a form: while it opens, when it could not be
// opened, and for who has no account to send from.
func (s *sending) viewMessage(w int) screen.View {
	c := s.env.Text
	b := component.NewBody(s.env.Look)
	b.Blank()
	keys := []keymap.Hint{keymap.Back.Hint(c), keymap.Language.Hint(c)}
	switch s.stage {
	case unopened:
		b.Add(indented(component.Problem(s.env.Look, c.Transfer.NotLoaded, w-2*len(margin)))...)
		keys = append([]keymap.Hint{keymap.Refresh.Hint(c)}, keys...)
	case senderless:
		b.Add(indented(component.Problem(s.env.Look, c.Transfer.NoSender, w-2*len(margin)))...)
	default: // opening: the status line says that the bank is being asked
	}
	body, _ := b.View(w, messageLines)
	return screen.View{Body: body, Keys: keys}
}
