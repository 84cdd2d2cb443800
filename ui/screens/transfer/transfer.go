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
	receiptID screen.ID = "export.receipt"   // takes the export.Asked
	exportID  screen.ID = "export.transfers" // takes the export.Transfers
	issueID   screen.ID = "cert.issue"
)

// margin is the column where text outside a form begins.
const margin = "  "

// ownLine is one of the customer's accounts: what it is called, and its number.
func ownLine(l component.Look, a bank.Account, revealed bool) string {
	return component.AccountName(l.Text, a) + " " + component.AccountNumber(l, a.Number, revealed)
}

// payeeLine is a receiving account and its bank.
func payeeLine(c *text.Catalog, i bank.Institution, number string) string {
	return component.BankName(c, i) + " " + bank.GroupAccount(i.Code, number)
}

// accountOf is the account with a number; the number alone if it went away.
func accountOf(list []bank.Account, n bank.AccountNumber) bank.Account {
	for _, a := range list {
		if a.Number == n {
			return a
		}
	}
	return bank.Account{Number: n}
}

// institutionOf is the bank with a code; the code alone if there is none.
func institutionOf(list []bank.Institution, code bank.BankCode) bank.Institution {
	for _, i := range list {
		if i.Code == code {
			return i
		}
	}
	return bank.Institution{Code: code}
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
