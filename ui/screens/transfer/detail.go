package transfer

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// pressDetail goes back to the list, or copies the reference.
func (s *results) pressDetail(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Back.Pressed(msg), keymap.Enter.Pressed(msg):
		s.detail = false
	case keymap.Reveal.Pressed(msg):
		s.revealed = !s.revealed
		s.table.Redraw(s.rows())
	default:
		s.pager.Update(msg)
		return s.pressRow(msg)
	}
	return nil
}

// viewDetail draws all that is known of one transfer.
func (s *results) viewDetail(w, h int) screen.View {
	c := s.env.Text
	r := *s.chosen()
	b := component.NewBody(s.env.Look)
	if h > 16 {
		b.Blank()
	}
	if r.Status == bank.Rejected {
		b.Add(indented(component.Problem(s.env.Look, reason(c, r), w-2*len(margin)))...)
		b.Blank()
	}
	if r.Status == bank.Checking {
		b.Add(indented(component.Problem(s.env.Look, c.Transfer.Later.CheckingAdvice, w-2*len(margin)))...)
		b.Blank()
	}
	b.Add(indented(component.Pairs(s.env.Look, s.detailPairs(c, r), w-2*len(margin)))...)
	keys := append(s.rowKeys(c, r), keymap.Back.Hint(c), component.RevealHint(c, s.revealed), keymap.Language.Hint(c))
	return screen.View{Body: s.pager.View(b, w, h), Keys: keys}
}

func (s *results) detailPairs(c *text.Catalog, r bank.TransferResult) []component.Pair {
	o := r.Order
	rows := []component.Pair{{Label: c.Transfer.Status, Value: c.Transfer.Later.Status(r.Status), Strong: true}}
	if r.Status == bank.Completed {
		rows[0].Value = c.Transfer.Normal
	}
	if r.Status == bank.Rejected {
		rejected := c.Transfer.Error
		if r.Returned {
			rejected = c.Transfer.Later.Returned
		}
		rows = []component.Pair{
			{Label: c.Transfer.Status, Value: rejected, Strong: true},
			{Label: c.Transfer.Code, Value: string(r.Code)},
		}
	}
	if r.Reference != "" {
		rows = append(rows, component.Pair{Label: c.Transfer.Reference, Value: r.Reference})
	}
	rows = append(rows, duePairs(c, r.Status, o, r.Due, r.CancelUntil)...)
	return append(
		rows,
		component.Pair{Label: c.Transfer.Requested, Value: text.DateTimeSeconds(r.RequestedAt)},
		component.Pair{Label: c.Transfer.Processed, Value: text.DateTimeSeconds(r.ProcessedAt)},
		component.Pair{Label: c.Transfer.From, Value: ownLine(s.env.Look, s.account(o.From), s.revealed)},
		component.Pair{Label: c.Transfer.To, Value: payeeLine(c, s.institution(o.Bank), o.To)},
		component.Pair{Label: c.Transfer.Recipient, Value: fullName(c, r.RecipientEN, o.Recipient)},
		component.Pair{Label: c.Transfer.Amount, Value: readAloud(c, o.Amount), Strong: true},
		component.Pair{Label: c.Transfer.Fee, Value: component.Won(c, r.Fee)},
		component.Pair{Label: c.Transfer.Theirs, Value: component.Clean(o.RecipientMemo)},
		component.Pair{Label: c.Transfer.Mine, Value: component.Clean(o.OwnMemo)},
	)
}

// reason is why a transfer was refused. The bank keeps the code alone, so that
// what the limits and the balance were then is not said.
func reason(c *text.Catalog, r bank.TransferResult) text.Message {
	switch r.Code {
	case bank.CodeOverTransferLimit:
		return c.Transfer.OverLimitThen
	case bank.CodeOverDailyLimit:
		return c.Transfer.OverDayThen
	case bank.CodeInsufficientFunds:
		return c.Transfer.NoFundsThen
	default:
		return c.Explain(&bank.RefusedError{
			Code: r.Code, Account: string(r.Order.From), Bank: r.Order.Bank, Amount: r.Order.Amount, Tries: bank.MaxTries, Max: bank.MaxTries,
		})
	}
}
