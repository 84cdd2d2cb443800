package iso

import (
	"strings"

	"smartbank/bank/money"
)

// ibanUsers are the countries between which, in the rules of MT103, an amount ordered (D49) and an IBAN (D19) must be given.
const ibanUsers = " AD AT BE BG BV CH CY CZ DE DK EE ES FI FR GB GF GI GP GR HU IE IS IT LI LT LU LV MC MQ MT NL NO PL PM PT RE RO SE SI SJ SK SM TF VA "

// ruleProblems are the network validated rules of MT103 that this transfer breaks, which are usage rules of pacs.008 too, in
// the order of the handbook.
func (t CreditTransfer) ruleProblems() []*InvalidError {
	var all []*InvalidError
	rule := func(broken bool, swift, field string, p Problem, because string) {
		if broken {
			all = append(all, &InvalidError{Problem: p, SWIFT: swift, Field: field, Want: because})
		}
	}
	ordered := t.Instructed != money.Amount{}
	paid := t.ChargesPaid != money.Amount{}
	taken := len(t.ChargesTaken) > 0
	exchanged := ordered && t.Instructed.Currency() != t.Settled.Currency()
	european := within(t.Sender.Country()) && within(t.Receiver.Country())

	rule(exchanged && t.Rate == "", "D75", "36", NeededBecause, "33B")
	rule(!exchanged && t.Rate != "", "D75", "36", NotAllowed, "33B")
	rule(european && !ordered, "D49", "33B", NeededBecause, "EU/EEA")
	switch t.Charges {
	case OUR:
		rule(taken, "E13", "71F", NotAllowed, "OUR")
	case SHA:
		rule(paid, "D50", "71G", NotAllowed, "SHA")
	case BEN:
		rule(!taken, "E15", "71F", NeededBecause, "BEN")
		rule(paid, "E15", "71G", NotAllowed, "BEN")
	default:
		all = append(all, &InvalidError{Problem: UnknownCode, SWIFT: "T08", Field: "71A", Got: string(t.Charges), Want: "OUR, SHA, BEN"})
	}
	rule((taken || paid) && !ordered, "D51", "33B", NeededBecause, "71F, 71G")
	rule(paid && t.ChargesPaid.Currency() != t.Settled.Currency(), "C02", "71G", OtherCurrency, string(t.Settled.Currency()))
	rule(!t.Intermediary.Zero() && t.CreditorAgent.Zero(), "C81", "57", NeededBecause, "56")
	if european && (t.CreditorAgent.BIC == "" || within(t.CreditorAgent.BIC.Country())) {
		if bad := t.Creditor.needsIBAN(); bad != nil {
			all = append(all, bad)
		}
	}
	return all
}

// needsIBAN is what is wrong with an account that has to be an IBAN: that it is none (D19), or is one that cannot be (T73).
func (p Party) needsIBAN() *InvalidError {
	_, bad := parseIBAN(p.Account)
	switch {
	case bad == nil:
		return nil
	case len(p.Account) > 4 && HasIBAN(p.Account[:2]) && only(p.Account[2:4], digits):
		return bad.in("59:account", "T73")
	}
	return &InvalidError{Problem: NeededBecause, SWIFT: "D19", Field: "59:account", Want: "IBAN"}
}

// within reports whether a country is one of [ibanUsers].
func within(code string) bool { return code != "" && strings.Contains(ibanUsers, " "+code+" ") }
