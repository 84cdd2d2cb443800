package component

import (
	"strconv"
	"strings"

	"smartbank/bank"
	"smartbank/bank/fx"
	"smartbank/bank/iso"
	"smartbank/bank/money"
	"smartbank/ui/text"
)

// RemittancePairs are where a remittance goes and what it says: the recipient, the address and how it is paid come first.
func RemittancePairs(c *text.Catalog, o bank.RemittanceOrder) []Pair {
	if o.Kind == bank.Eurogiro {
		return giroPairs(c, o)
	}
	r, to := c.FX.Remit, o.SWIFT.Recipient
	account := to.Account
	if iban, err := iso.ParseIBAN(account); err == nil {
		account = iban.Format()
	}
	rows := []Pair{
		{Label: r.Recipient, Value: to.Name, Strong: true},
		{Label: r.Where, Value: listed(strings.Join(to.Address, ", "), to.Town, c.Country(to.Country))},
		{Label: r.Account, Value: account},
		{Label: r.Bank, Value: agentText(c, o.SWIFT.Bank)},
	}
	if to.Phone != "" {
		rows = append(rows, Pair{Label: r.Phone, Value: to.Phone})
	}
	if !o.SWIFT.Intermediary.Zero() {
		rows = append(rows, Pair{Label: r.Via, Value: agentText(c, o.SWIFT.Intermediary)})
	}
	rows = append(
		rows,
		Pair{Label: r.Category, Value: r.Categories[o.Category]},
		Pair{Label: r.Purpose, Value: r.Purposes[o.Purpose]},
		Pair{Label: r.Charges, Value: string(o.SWIFT.Charges) + "  " + r.Bearers[o.SWIFT.Charges]},
	)
	return append(rows, messagePair(c, o)...)
}

// giroPairs are where a Eurogiro order goes and what it says.
func giroPairs(c *text.Catalog, o bank.RemittanceOrder) []Pair {
	r, g := c.FX.Remit, o.Giro
	rows := []Pair{
		{Label: r.Recipient, Value: g.Name, Strong: true},
		{Label: r.Where, Value: listed(strings.Join(g.Address, ", "), g.Town, g.Postcode, c.Country(g.Country))},
		{Label: r.Kind, Value: r.Kinds[g.Kind]},
	}
	for _, p := range []Pair{
		{Label: r.Account, Value: g.Account},
		{Label: r.BankName, Value: g.BankName},
		{Label: r.Phone, Value: g.Phone},
		{Label: r.Identity, Value: g.Identity},
	} {
		if p.Value != "" {
			rows = append(rows, p)
		}
	}
	rows = append(rows, Pair{Label: r.Purpose, Value: r.Purposes[o.Purpose]})
	return append(rows, messagePair(c, o)...)
}

// messagePair is what the recipient is told, if anything.
func messagePair(c *text.Catalog, o bank.RemittanceOrder) []Pair {
	if o.Message == "" {
		return nil
	}
	return []Pair{{Label: c.FX.Remit.Message, Value: o.Message}}
}

// agentText is a bank in one line.
func agentText(c *text.Catalog, a iso.Agent) string {
	if a.BIC != "" {
		return string(a.BIC) + "  " + c.Country(a.BIC.Country())
	}
	return listed(a.Name, a.Clearing.System+" "+a.Clearing.Format(), strings.Join(a.Address, ", "), a.Town, c.Country(a.Country))
}

// RemittanceSenderPairs are who sends: a name, which may be "", and what the order says besides.
func RemittanceSenderPairs(c *text.Catalog, o bank.RemittanceOrder, name string) []Pair {
	var rows []Pair
	for _, p := range []Pair{
		{Label: c.FX.Remit.Sender, Value: name},
		{Label: c.FX.Remit.MyAddress, Value: listed(strings.Join(o.Sender.Address, ", "), o.Sender.Town)},
		{Label: c.FX.Remit.MyPhone, Value: o.Sender.Phone},
	} {
		if p.Value != "" {
			rows = append(rows, p)
		}
	}
	return rows
}

// RemittanceBackPairs are what was booked back of a remittance, and at which rate; none if nothing was.
func RemittanceBackPairs(c *text.Catalog, d bank.RemittanceDetail) []Pair {
	if d.Returned.Minor() <= 0 {
		return nil
	}
	rate := d.ReturnedRate
	if r, err := fx.ParseRate(rate); err == nil {
		rate = r.Grouped()
	}
	return []Pair{{Label: c.FX.Found.Back, Value: c.FX.Found.BackAt(Won(c, d.Returned), rate), Strong: true}}
}

// UnitName is a currency with the unit its prices are for: "USD", "JPY(100)".
func UnitName(c money.Currency) string {
	if fx.Unit(c) == 1 {
		return string(c)
	}
	return string(c) + "(" + strconv.FormatInt(fx.Unit(c), 10) + ")"
}

// listed joins what is there by commas.
func listed(parts ...string) string {
	var all []string
	for _, p := range parts {
		if strings.TrimSpace(p) != "" {
			all = append(all, p)
		}
	}
	return strings.Join(all, ", ")
}

// RemittanceTermPairs are what a remittance costs.
func RemittanceTermPairs(c *text.Catalog, o bank.RemittanceOrder, t bank.RemittanceTerms) []Pair {
	r := c.FX.Remit
	rows := []Pair{{Label: r.Amount, Value: t.Amount.String(), Strong: true}}
	if t.Exchanged {
		rows = append(rows, Pair{Label: r.Rate, Value: r.RateOf(UnitName(o.Currency), t.Quote.Rate.Grouped(), t.Quote.Listed.Grouped(), int(t.Quote.Percent))})
	}
	fees := Won(c, t.Fee)
	if t.Cable.Minor() > 0 {
		fees = r.Fees(Won(c, t.Fee), Won(c, t.Cable))
	}
	switch {
	case t.Our.Minor() > 0:
		fees += " + " + r.OurCharge(t.Our.String())
	case t.Taken.Minor() > 0:
		fees += " " + r.TakenOut(t.Taken.String(), t.Settled.String())
	}
	return append(
		rows,
		Pair{Label: r.FeeLabel, Value: fees},
		Pair{Label: r.Total, Value: Won(c, t.Total), Strong: true},
	)
}
