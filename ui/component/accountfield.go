package component

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
)

// Account takes an account number and groups it as its bank writes it. Only
// digits are typed; spaces and dashes in a paste are dropped.
type Account struct{}

// NewAccount returns a field for a number of at most 16 digits, of Korea Post
// until SetBank is called.
func NewAccount() *Account { panic("todo") }

// SetBank changes whose number it is, and with it the grouping.
func (a *Account) SetBank(code bank.BankCode) { panic("todo") }

// Value is the digits typed, without dashes.
func (a *Account) Value() string { panic("todo") }

// Set replaces what was typed; anything but digits is dropped.
func (a *Account) Set(number string) { panic("todo") }

// Update edits the number.
func (a *Account) Update(msg tea.Msg) bool { panic("todo") }

// View draws the number in groups.
func (a *Account) View(l Look, width int, focused bool) (string, int) { panic("todo") }

// Clear empties the field.
func (a *Account) Clear() { panic("todo") }
