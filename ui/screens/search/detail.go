package search

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/export"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// detail is one row with everything that is known of it, shown over the list.
type detail struct {
	row     bank.Posting
	account bank.Account
	offset  int // lines scrolled
}

// pressInDetail is a key while a row's detail is shown.
func (s *history) pressInDetail(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Back.Pressed(msg), keymap.Enter.Pressed(msg):
		s.detail = nil
	case keymap.Copy.Pressed(msg):
		return screen.Copy(s.detail.row.Reference)
	case keymap.Receipt.Pressed(msg):
		return screen.Open(receiptID, export.Asked{Reference: s.detail.row.Reference, Account: s.detail.account.Number})
	case keymap.Reveal.Pressed(msg):
		s.revealed = !s.revealed
	case keymap.Up.Pressed(msg):
		s.detail.offset = max(s.detail.offset-1, 0)
	case keymap.Down.Pressed(msg):
		s.detail.offset++
	}
	return nil
}

// viewDetail draws the detail, and takes back what was scrolled too far.
func (s *history) viewDetail(w, h int) screen.View {
	look, c := s.env.Look, s.env.Text
	b := component.NewBody(look)
	if h >= lowBelow {
		b.Blank()
	}
	for _, line := range component.Pairs(look, s.pairs(), min(w-3, 70)) {
		b.Add(" " + line)
	}
	s.detail.offset = min(s.detail.offset, b.Max(h))
	b.Scroll(s.detail.offset)
	body, _ := b.View(w, h)
	keys := []keymap.Hint{
		keymap.Back.Hint(c), keymap.Receipt.Hint(c), keymap.Copy.As(c.Search.CopyReference), component.RevealHint(c, s.revealed),
	}
	if b.Max(h) > 0 {
		keys = append(keys, keymap.Hint{Key: "↑↓", Does: c.Keys.Scroll})
	}
	return screen.View{Body: body, Keys: keys, Title: c.Search.Detail}
}

// pairs are the lines of the detail; what is not known has none.
func (s *history) pairs() []component.Pair {
	look, c, row := s.env.Look, s.env.Text, s.detail.row
	t := c.Search
	account := component.AccountNumber(look, s.detail.account.Number, s.revealed)
	if name := component.AccountName(c, s.detail.account); name != "" {
		account += "  " + name
	}
	pairs := []component.Pair{
		{Label: t.Account, Value: account},
		{Label: t.When, Value: text.DateTimeSeconds(row.At)},
		{Label: t.Kind, Value: kind(c, row)},
		{Label: t.Amount, Value: signedWon(look, row.Amount), Strong: true},
		{Label: t.BalanceAfter, Value: component.Won(c, row.Balance)},
		{Label: t.Memo, Value: component.Clean(row.Memo)},
	}
	other := s.otherSide()
	if len(other) > 0 {
		pairs = append(append(pairs, component.Pair{}), other...)
	}
	return append(pairs, component.Pair{}, component.Pair{Label: t.Reference, Value: row.Reference})
}

// otherSide is what this side may know of the other one.
func (s *history) otherSide() []component.Pair {
	t, row := s.env.Text.Search, s.detail.row
	var pairs []component.Pair
	add := func(label, value string) {
		if value != "" {
			pairs = append(pairs, component.Pair{Label: label, Value: value})
		}
	}
	add(t.OtherBank, s.bankName(row.Bank))
	add(t.OtherNumber, otherNumber(s.env.Look, row.Bank, row.Other, s.revealed))
	add(t.OtherName, component.Clean(row.OtherName))
	add(t.OtherMemo, component.Clean(row.OtherMemo))
	return pairs
}

// bankName is a bank's code and name; the code alone if it is of no bank we know.
func (s *history) bankName(code bank.BankCode) string {
	i := s.banks[code]
	i.Code = code
	return component.BankName(s.env.Text, i)
}

// kind is the word for a row's kind; one that has none stays what it is.
func kind(c *text.Catalog, row bank.Posting) string {
	if word, ok := c.Search.Kinds[row.Kind]; ok {
		return word
	}
	return component.Clean(row.Kind)
}

// signedWon writes an amount with its sign and its currency.
func signedWon(l component.Look, a money.Amount) string {
	sign := "+"
	if a.Minor() < 0 {
		sign, a = l.Theme.Glyphs.Minus, a.Neg()
	}
	return sign + strings.TrimPrefix(component.Won(l.Text, a), "-")
}
