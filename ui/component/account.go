package component

import (
	"strings"

	"smartbank/bank"
	"smartbank/ui/keymap"
	"smartbank/ui/text"
)

// maskSign is what bank.AccountNumber masks with; a theme may have another sign.
const maskSign = "•"

// AccountNumber writes the number of one of the customer's accounts: in full if
// it was revealed, else with three digits masked by the theme's sign.
func AccountNumber(l Look, n bank.AccountNumber, revealed bool) string {
	if revealed {
		return n.String()
	}
	return strings.ReplaceAll(n.Masked(), maskSign, l.Theme.Glyphs.Mask)
}

// RevealHint is the key that shows account numbers in full, or masks them again.
func RevealHint(c *text.Catalog, revealed bool) keymap.Hint {
	if revealed {
		return keymap.Reveal.As(c.Keys.Hide)
	}
	return keymap.Reveal.Hint(c)
}

// AccountName is what the customer calls an account: its nickname, else its
// product.
func AccountName(c *text.Catalog, a bank.Account) string {
	if name := Clean(a.Nickname); name != "" {
		return name
	}
	return ProductName(c, a.Product)
}

// ProductName is what kind of account it is.
func ProductName(c *text.Catalog, p bank.Product) string { return Clean(c.Pick(p.NameEN, p.NameKO)) }

// BankName is a bank's code and name: "004 KB Kookmin Bank"; the code alone of a
// bank whose name is not known.
func BankName(c *text.Catalog, i bank.Institution) string {
	return strings.TrimSpace(Clean(string(i.Code)) + " " + Clean(c.Pick(i.NameEN, i.NameKO)))
}
