package component

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/bank/money"
)

// Amount takes an amount of one currency. Digits are grouped while they are
// typed, won are read aloud in Korean beside the field, and letters are quick keys: q adds 10,000 won, w 50,000, e 100,000, t 1,000,000, and a is all there is.
type Amount struct{}

// NewAmount returns a field for amounts of c. Quick keys that add are for won.
func NewAmount(c money.Currency) *Amount { panic("todo") }

// Value is the amount typed: money.ErrSyntax if there is none yet,
// money.ErrOverflow if it is too large.
func (a *Amount) Value() (money.Amount, error) { panic("todo") }

// Empty reports whether nothing is typed.
func (a *Amount) Empty() bool { panic("todo") }

// Set replaces what was typed; an amount of another currency changes the field's.
func (a *Amount) Set(v money.Amount) { panic("todo") }

// SetCurrency changes the currency. If it has other decimals, the field is emptied.
func (a *Amount) SetCurrency(c money.Currency) { panic("todo") }

// SetAll says how much all is; the zero Amount takes the key away.
func (a *Amount) SetAll(v money.Amount) { panic("todo") }

// Update edits the amount.
func (a *Amount) Update(msg tea.Msg) bool { panic("todo") }

// View draws the amount, its currency and how it is read.
func (a *Amount) View(l Look, width int, focused bool) (string, int) { panic("todo") }

// Below is the line of quick keys, which a form shows while the field has the focus.
func (a *Amount) Below(l Look, width int) []string { panic("todo") }

// Clear empties the field.
func (a *Amount) Clear() { panic("todo") }
