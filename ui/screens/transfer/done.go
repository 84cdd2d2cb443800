package transfer

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/export"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// receiptCells is how wide a receipt is at most.
const receiptCells = 76

// pressDone goes on from the receipt.
func (s *realtime) pressDone(msg tea.KeyPressMsg) tea.Cmd {
	from := s.receipt.Order.From
	switch {
	case keymap.Back.Pressed(msg):
		return screen.Close()
	case keymap.Account.Pressed(msg):
		return screen.Replace(Realtime.ID, from)
	case keymap.Enter.Pressed(msg):
		if s.early() {
			return nil
		}
		return screen.Replace(Realtime.ID, from)
	case keymap.History.Pressed(msg):
		return screen.Open(historyID, from)
	case keymap.Receipt.Pressed(msg):
		return screen.Open(receiptID, export.Asked{Reference: s.receipt.Reference, Account: from})
	case keymap.Favourite.Pressed(msg):
		o := s.receipt.Order
		return screen.Open(RecipientsScreen.ID, bank.Payee{Bank: o.Bank, Account: o.To, NameEN: s.receipt.RecipientEN, NameKO: o.Recipient})
	case keymap.Copy.Pressed(msg):
		return screen.Copy(s.receipt.Reference)
	}
	s.pager.Update(msg)
	return nil
}

// viewDone draws the receipt.
func (s *realtime) viewDone(w, h int) screen.View {
	c := s.env.Text
	b := component.NewBody(s.env.Look)
	title, _ := s.title(c)
	if s.receipt.Status == bank.Checking {
		b.Add(indented(component.Problem(s.env.Look, c.Transfer.Later.CheckingAdvice, w-2*len(margin)))...)
	}
	b.Add(indented(component.Receipt(s.env.Look, title, s.receiptPairs(c), min(w-2*len(margin), receiptCells)))...)
	v := s.page(b, w, h)
	v.Keys = []keymap.Hint{
		keymap.Enter.As(c.Keys.Again), keymap.Receipt.Hint(c), keymap.Favourite.As(c.Transfer.Care.Keep), keymap.History.Hint(c), keymap.Copy.Hint(c), keymap.Back.Hint(c),
		keymap.AllMenus.Hint(c), keymap.Language.Hint(c),
	}
	return v
}

func (s *realtime) receiptPairs(c *text.Catalog) []component.Pair {
	r, o := s.receipt, s.receipt.Order
	_, status := s.title(c)
	pairs := []component.Pair{
		{Label: c.Transfer.Outcome, Value: status},
		{Label: c.Transfer.Reference, Value: r.Reference},
		{Label: c.Transfer.At, Value: text.DateTimeSeconds(r.At)},
		{Label: c.Transfer.From, Value: ownLine(s.env.Look, s.account(o.From), s.env.Unmasked)},
		{Label: c.Transfer.To, Value: payeeLine(c, s.institution(o.Bank), o.To)},
		{Label: c.Transfer.Recipient, Value: fullName(c, r.RecipientEN, o.Recipient), Strong: true},
		{Label: c.Transfer.Amount, Value: readAloud(c, o.Amount), Strong: true},
		{Label: c.Transfer.Fee, Value: component.Won(c, r.Fee)},
		{Label: c.Transfer.BalanceAfter, Value: component.Won(c, r.BalanceAfter)},
		{Label: c.Transfer.Theirs, Value: component.Clean(o.RecipientMemo)},
		{Label: c.Transfer.Mine, Value: component.Clean(o.OwnMemo)},
	}
	return append(pairs, duePairs(c, r.Status, o, r.Due, time.Time{})...)
}

// pressRefused goes back to the form.
func (s *realtime) pressRefused(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Back.Pressed(msg), keymap.Enter.Pressed(msg) && !s.early():
		return s.backToForm()
	}
	s.pager.Update(msg)
	return nil
}

// viewRefused says why the bank refused.
func (s *realtime) viewRefused(w, h int) screen.View {
	c, t := s.env.Text, s.env.Theme
	b := component.NewBody(s.env.Look)
	s.drawProblem(b, c.Transfer.NotSentTitle, s.problem(c), w)
	b.Blank()
	b.Add(paragraph(c.Transfer.Kept, w, t.Muted.Render)...)
	v := s.page(b, w, h)
	v.Keys = []keymap.Hint{keymap.Enter.As(c.Transfer.BackToForm), keymap.AllMenus.Hint(c), keymap.Language.Hint(c)}
	return v
}

// pressUnknown goes to Search transfer result, or asks again.
func (s *realtime) pressUnknown(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Back.Pressed(msg):
		return screen.Close()
	case keymap.Enter.Pressed(msg):
		if s.early() {
			return nil
		}
		return screen.Open(resultsID, nil)
	case keymap.Refresh.Pressed(msg):
		return s.ask(false)
	}
	s.pager.Update(msg)
	return nil
}

// viewUnknown says that nobody knows yet.
func (s *realtime) viewUnknown(w, h int) screen.View {
	c := s.env.Text
	b := component.NewBody(s.env.Look)
	s.drawProblem(b, c.Transfer.UnknownTitle, s.problem(c), w)
	v := s.page(b, w, h)
	v.Keys = []keymap.Hint{
		keymap.Enter.As(c.Menu.Results), keymap.Refresh.As(c.Transfer.AskAgain), keymap.Back.Hint(c), keymap.Language.Hint(c),
	}
	return v
}

// drawProblem adds what happened to an order, and its gist.
func (s *realtime) drawProblem(b *component.Body, title string, m text.Message, w int) {
	c, t, o := s.env.Text, s.env.Theme, s.review.Order
	b.Blank()
	b.Add(paragraph(title, w, t.Strong.Render)...)
	b.Blank()
	b.Add(indented(component.Problem(s.env.Look, m, w-2*len(margin)))...)
	b.Blank()
	b.Add(indented(component.Pairs(s.env.Look, []component.Pair{
		{Label: c.Transfer.From, Value: ownLine(s.env.Look, s.account(o.From), s.env.Unmasked)},
		{Label: c.Transfer.Recipient, Value: fullName(c, s.review.RecipientEN, o.Recipient)},
		{Label: c.Transfer.To, Value: payeeLine(c, s.institution(o.Bank), o.To)},
		{Label: c.Transfer.Amount, Value: readAloud(c, o.Amount)},
	}, w-2*len(margin)))...)
}

// viewMessage is the page without a form: while it opens, when it could not be
// opened, and for who has no account to send from.
func (s *realtime) viewMessage(w int) screen.View {
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

// messageLines is more than any message takes.
const messageLines = 8
