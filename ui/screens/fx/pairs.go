package fx

import (
	"strings"

	"smartbank/bank"
	"smartbank/bank/iso"
	"smartbank/ui/component"
	"smartbank/ui/text"
)

// orderPairs are where an order goes and what it says.
func orderPairs(c *text.Catalog, o bank.RemittanceOrder) []component.Pair {
	if o.Kind == bank.Eurogiro {
		return giroPairs(c, o)
	}
	r, to := c.FX.Remit, o.SWIFT.Recipient
	account := to.Account
	if iban, err := iso.ParseIBAN(account); err == nil {
		account = iban.Format()
	}
	rows := []component.Pair{
		{Label: r.Recipient, Value: to.Name, Strong: true},
		{Label: r.Where, Value: join(strings.Join(to.Address, ", "), to.Town, c.Country(to.Country))},
		{Label: r.Account, Value: account},
		{Label: r.Bank, Value: agentText(c, o.SWIFT.Bank)},
	}
	if !o.SWIFT.Intermediary.Zero() {
		rows = append(rows, component.Pair{Label: r.Via, Value: agentText(c, o.SWIFT.Intermediary)})
	}
	rows = append(
		rows,
		component.Pair{Label: r.Purpose, Value: r.Purposes[o.Purpose]},
		component.Pair{Label: r.Charges, Value: string(o.SWIFT.Charges) + "  " + r.Bearers[o.SWIFT.Charges]},
	)
	return append(rows, messagePair(c, o)...)
}

// giroPairs are where a Eurogiro order goes and what it says.
func giroPairs(c *text.Catalog, o bank.RemittanceOrder) []component.Pair {
	r, g := c.FX.Remit, o.Giro
	rows := []component.Pair{
		{Label: r.Recipient, Value: g.Name, Strong: true},
		{Label: r.Where, Value: join(strings.Join(g.Address, ", "), g.Town, g.Postcode, c.Country(g.Country))},
		{Label: r.Kind, Value: r.Kinds[g.Kind]},
	}
	for _, p := range []component.Pair{
		{Label: r.Account, Value: g.Account},
		{Label: r.BankName, Value: g.BankName},
		{Label: r.Phone, Value: g.Phone},
		{Label: r.Identity, Value: g.Identity},
	} {
		if p.Value != "" {
			rows = append(rows, p)
		}
	}
	rows = append(rows, component.Pair{Label: r.Purpose, Value: r.Purposes[o.Purpose]})
	return append(rows, messagePair(c, o)...)
}

// messagePair is what the recipient is told, if anything.
func messagePair(c *text.Catalog, o bank.RemittanceOrder) []component.Pair {
	if o.Message == "" {
		return nil
	}
	return []component.Pair{{Label: c.FX.Remit.Message, Value: o.Message}}
}

// agentText is a bank in one line.
func agentText(c *text.Catalog, a iso.Agent) string {
	if a.BIC != "" {
		return string(a.BIC) + "  " + c.Country(a.BIC.Country())
	}
	return join(a.Name, a.Clearing.System+" "+a.Clearing.Format(), strings.Join(a.Address, ", "), a.Town, c.Country(a.Country))
}

// join joins what is there by commas.
func join(parts ...string) string {
	var all []string
	for _, p := range parts {
		if strings.TrimSpace(p) != "" {
			all = append(all, p)
		}
	}
	return strings.Join(all, ", ")
}

// termPairs are what an order costs.
func termPairs(c *text.Catalog, o bank.RemittanceOrder, t bank.RemittanceTerms) []component.Pair {
	r := c.FX.Remit
	rows := []component.Pair{{Label: r.Amount, Value: t.Amount.String(), Strong: true}}
	if t.Exchanged {
		rows = append(rows, component.Pair{Label: r.Rate, Value: r.RateOf(unitName(o.Currency), t.Quote.Rate.Grouped(), t.Quote.Listed.Grouped(), int(t.Quote.Percent))})
	}
	fees := component.Won(c, t.Fee)
	if t.Cable.Minor() > 0 {
		fees = r.Fees(component.Won(c, t.Fee), component.Won(c, t.Cable))
	}
	switch {
	case t.Our.Minor() > 0:
		fees += " + " + r.OurCharge(t.Our.String())
	case t.Taken.Minor() > 0:
		fees += " " + r.TakenOut(t.Taken.String(), t.Settled.String())
	}
	return append(
		rows,
		component.Pair{Label: r.FeeLabel, Value: fees},
		component.Pair{Label: r.Total, Value: component.Won(c, t.Total), Strong: true},
	)
}
