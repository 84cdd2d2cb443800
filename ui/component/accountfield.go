package component

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/unicode/norm"

	"smartbank/bank"
)

// accountDigits is the most digits of an account number at a Korean bank: 14,
// and 16 for virtual accounts.
const accountDigits = 16

// Account takes an account number and groups it as its bank writes it. Only
// digits are typed; spaces and dashes in a paste are dropped.
type Account struct {
	editor[byte]
	strip

	bank bank.BankCode
}

// NewAccount returns a field for a number of at most 16 digits, of Korea Post
// until SetBank is called.
func NewAccount() *Account {
	return &Account{editor: newEditor[byte](accountDigits), bank: bank.KoreaPost}
}

// SetBank changes whose number it is, and with it the grouping.
func (a *Account) SetBank(code bank.BankCode) { a.bank = code }

// Value is the digits typed, without dashes.
func (a *Account) Value() string { return string(a.units) }

// Set replaces what was typed; anything but digits is dropped, and digits beyond
// the most there can be.
func (a *Account) Set(number string) {
	digits := digitsOf(number)
	a.replace(digits[:min(len(digits), accountDigits)])
}

// Update edits the number. A paste replaces it, unless it has no digits or too
// many.
func (a *Account) Update(msg tea.Msg) bool {
	s, pasted, ok := typed(msg)
	if !ok {
		key, is := msg.(tea.KeyPressMsg)
		return is && a.key(key)
	}
	digits := digitsOf(norm.NFKC.String(s)) // full-width digits too
	switch {
	case pasted && len(digits) > 0 && len(digits) <= accountDigits:
		a.replace(digits)
	case !pasted && len(a.units)+len(digits) <= accountDigits:
		a.insert(digits...)
	}
	return true
}

// View draws the number in groups.
func (a *Account) View(l Look, width int, focused bool) (string, int) {
	if l.Heard() {
		return sign(l, a, focused)
	}
	units, at := grouping(groupTyped(a.bank, a.Value()), a.at)
	return a.draw(l, units, at, min(width, accountDigits+6), focused)
}

// Clear empties the field.
func (a *Account) Clear() { a.replace(nil) }

// groupTyped groups a number of which perhaps not all is typed yet, as the
// shortest number of the bank that it may become.
func groupTyped(code bank.BankCode, digits string) string {
	for missing := 0; digits != "" && missing <= accountDigits-len(digits); missing++ {
		grouped := bank.GroupAccount(code, digits+strings.Repeat("0", missing))
		dashes := strings.Count(grouped, "-")
		if dashes == 0 {
			continue
		}
		for len(grouped)-dashes > len(digits) {
			grouped = strings.TrimRight(grouped[:len(grouped)-1], "-")
			dashes = strings.Count(grouped, "-")
		}
		return grouped
	}
	return digits
}

// grouping splits a number with dashes or commas into characters and finds the
// cursor that stands before what was typed at that place: behind its separator.
func grouping(grouped string, at int) (units []cluster, cursor int) {
	units, cursor = clusters(grouped), 0
	for before := 0; cursor < len(units); cursor++ {
		if t := units[cursor].text; t == "-" || t == "," {
			continue
		}
		if before == at {
			break
		}
		before++
	}
	return units, cursor
}
