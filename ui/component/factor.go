package component

import (
	"fmt"

	"smartbank/bank"
	"smartbank/ui/text"
)

// The digits of the second factor: two of each of two cells of a card, or six of
// a token.
const (
	cardDigits  = 4
	tokenDigits = 6
)

// Factor takes the digits of a customer's security medium.
type Factor struct {
	*PIN

	card  bool
	asked bank.Challenge
}

// NewFactor returns a field for a medium; asked is what the bank asks a security
// card for.
func NewFactor(m bank.Medium, asked bank.Challenge) *Factor {
	f := &Factor{card: m == bank.SecurityCard, asked: asked}
	n := tokenDigits
	if f.card {
		n = cardDigits
	}
	f.PIN = NewPIN(n)
	return f
}

// Field is a line of a form with this input.
func (f *Factor) Field(name string) *Field {
	return &Field{Name: name, Label: f.label, Input: f, Note: f.note}
}

func (f *Factor) label(c *text.Catalog) string {
	if f.card {
		return c.Transfer.Card
	}
	return c.Transfer.Token
}

// note says which digits are asked for.
func (f *Factor) note(l Look, w int) []string {
	c := l.Text
	which := c.Transfer.TokenDigits
	if f.card {
		which = c.Transfer.CardCells(fmt.Sprintf("%02d", f.asked.First), fmt.Sprintf("%02d", f.asked.Second))
	}
	return Wrap(which, w)
}

// Missing is what is said when not all digits are typed.
func (f *Factor) Missing(c *text.Catalog) text.Message {
	if f.card {
		return c.Transfer.NoCard
	}
	return c.Transfer.NoToken
}

// Hint says where a demonstration shows the medium.
func (f *Factor) Hint(c *text.Catalog) string {
	if f.card {
		return c.Transfer.DemoCard
	}
	return c.Transfer.DemoToken
}

// String does not tell the digits.
func (f *Factor) String() string { return "factor" }

// GoString does not tell the digits.
func (f *Factor) GoString() string { return "factor" }
