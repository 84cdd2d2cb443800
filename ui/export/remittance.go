package export

import (
	"context"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/paper"
	"smartbank/ui/text"
)

// withRemittance reads the order behind money that went abroad. Money that was only
// exchanged between two accounts has none.
func (r Receipt) withRemittance(ctx context.Context, b *bank.Bank, c bank.Caller) (Receipt, error) {
	d, err := b.Remittance(ctx, c, r.Posting.Reference)
	switch {
	case bank.RefusalCode(err) == bank.CodeNoRemittance:
		return r, nil
	case err != nil:
		return r, err
	}
	r.Remittance = &d
	return r, nil
}

// remittanceLines are what the receipt of a remittance says, in the words of its
// page. A masked one leaves addresses out besides.
func (r Receipt) remittanceLines(c *text.Catalog, masked bool) []paper.Line {
	d, m, w := r.Remittance, r.mask(masked), c.Export
	var lines []paper.Line
	add := func(label, value string) { lines = withLine(lines, label, value) }
	pairs := func(all []component.Pair) {
		for _, p := range all {
			add(p.Label, p.Value)
		}
	}
	order := d.Order
	if masked {
		order = maskedOrder(m, order)
	}
	last := d.Steps[len(d.Steps)-1]
	add(w.Reference, d.Reference)
	add(c.FX.Remit.UETR, string(d.Terms.UETR))
	add(w.At, text.DateTimeSeconds(d.At))
	add(c.FX.Found.Status, c.FX.Found.StatusAt(c.FX.Found.Statuses[last.Status], text.DateTime(last.At)))
	pairs(component.RemittanceSenderPairs(c, order, m.name(c.Pick(r.Holder.NameEN, r.Holder.NameKO))))
	add(w.From, m.number(r.Account.Number.String()))
	pairs(component.RemittancePairs(c, order))
	pairs(component.RemittanceTermPairs(c, order, d.Terms))
	if !masked {
		add(w.BalanceAfter, component.Won(c, d.BalanceAfter))
	}
	pairs(component.RemittanceBackPairs(c, *d))
	return lines
}

// maskedOrder is an order as others may see it.
func maskedOrder(m mask, o bank.RemittanceOrder) bank.RemittanceOrder {
	o.Sender.Address, o.Sender.Town, o.Sender.Phone = nil, "", m.number(o.Sender.Phone)
	o.Message = m.memo(o.Message, o.SWIFT.Recipient.Name, o.Giro.Name)
	to := &o.SWIFT.Recipient
	to.Name, to.Address, to.Town, to.Account, to.Phone = m.name(to.Name), nil, "", m.number(to.Account), m.number(to.Phone)
	g := &o.Giro
	g.Name, g.Address, g.Town, g.Postcode = m.name(g.Name), nil, "", ""
	g.Account, g.Phone, g.Identity = m.number(g.Account), m.number(g.Phone), m.number(g.Identity)
	return o
}
