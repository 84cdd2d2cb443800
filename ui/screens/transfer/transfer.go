// Package transfer holds the screens of Transfer: sending money at once inside
// Korea, and looking up what became of it.
package transfer

import (
	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Screens are the screens of this area.
var Screens screen.Set

// Screens that are asked for by name.
const (
	resultsID screen.ID = "transfer.results"
	historyID screen.ID = "search.history"
)

// margin is the column where text outside a form begins.
const margin = "  "

// accountName is what the customer calls an account, or what kind it is.
func accountName(c *text.Catalog, a bank.Account) string {
	if name := component.Clean(a.Nickname); name != "" {
		return name
	}
	return c.Pick(a.Product.NameEN, a.Product.NameKO)
}

// bankName is a bank's code and name.
func bankName(c *text.Catalog, i bank.Institution) string {
	return string(i.Code) + " " + c.Pick(i.NameEN, i.NameKO)
}

// payeeLine is a receiving account and its bank.
func payeeLine(c *text.Catalog, i bank.Institution, number string) string {
	return bankName(c, i) + " " + bank.GroupAccount(i.Code, number)
}

// paragraph is text in the column outside a form, in lines of at most w cells,
// each drawn by style.
func paragraph(s string, w int, style func(...string) string) []string {
	lines := component.Wrap(s, max(w-2*len(margin), 1))
	for i, l := range lines {
		lines[i] = margin + style(l)
	}
	return lines
}

// indented moves lines to the column outside a form.
func indented(lines []string) []string {
	for i, l := range lines {
		lines[i] = margin + l
	}
	return lines
}
