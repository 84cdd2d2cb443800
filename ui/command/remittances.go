package command

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
	"smartbank/ui/text"
)

// remittanceKinds are the values of --kind.
var remittanceKinds = []string{"all", string(bank.SWIFT), string(bank.Eurogiro)}

// remittanceFlags are what `smartbank remittances` asks for.
type remittanceFlags struct {
	period

	kind, status, country, currency, find string
}

// remittances is `smartbank remittances`.
func (p *program) remittances() *cobra.Command {
	var f remittanceFlags
	w := p.text.Command.FX
	c := p.lookup("remittances --user ID", w.Remittances, func() error { return f.check(p) },
		func(ctx context.Context, b *bank.Bank, c bank.Caller) (listing, error) {
			q := bank.RemittanceQuery{
				Country: strings.ToUpper(f.country), Currency: money.Currency(strings.ToUpper(f.currency)), Text: f.find, Limit: 100,
			}
			if f.kind != remittanceKinds[0] {
				q.Kind = bank.RemittanceKind(f.kind)
			}
			if f.status != "all" {
				q.Status = bank.RemittanceStatus(f.status)
			}
			q.From, q.To = f.days(calendar.DateOf(b.Now()))
			var all []bank.Remittance
			for {
				page, err := b.Remittances(ctx, c, q)
				if err != nil {
					return listing{}, err
				}
				all = append(all, page.Rows...)
				if q.After = page.Next; q.After == "" {
					return p.listRemittances(all), nil
				}
			}
		})
	f.add(c, p)
	c.Flags().StringVar(&f.kind, "kind", remittanceKinds[0], w.Kind)
	c.Flags().StringVar(&f.status, "status", "all", w.Status)
	c.Flags().StringVar(&f.country, "country", "", w.Country)
	c.Flags().StringVar(&f.currency, "currency", "", w.OnlyCurrency)
	c.Flags().StringVar(&f.find, "find", "", w.Find)
	complete(c, "kind", remittanceKinds)
	complete(c, "status", remittanceStatuses())
	return c
}

// remittanceStatuses are the values of --status.
func remittanceStatuses() []string {
	all := []string{"all"}
	for _, s := range bank.RemittanceStatuses() {
		all = append(all, string(s))
	}
	return all
}

func (f *remittanceFlags) check(p *program) error {
	if !slices.Contains(remittanceKinds, f.kind) {
		return wrong(p.text.Command.BadValue("--kind", f.kind, strings.Join(remittanceKinds, ", ")))
	}
	if all := remittanceStatuses(); !slices.Contains(all, f.status) {
		return wrong(p.text.Command.BadValue("--status", f.status, strings.Join(all, ", ")))
	}
	return f.period.check(p)
}

// remittanceRecord is a remittance in JSON.
type remittanceRecord struct {
	Requested string `json:"requested"`
	Kind      string `json:"kind"`
	Status    string `json:"status"`
	From      string `json:"from"`
	Recipient string `json:"recipient"`
	Country   string `json:"country"`
	Account   string `json:"account"`
	Amount    amount `json:"amount"`
	Rate      string `json:"rate"` // "" where nothing was exchanged
	Debited   amount `json:"debited"`
	Fee       amount `json:"fee"`
	Dollars   amount `json:"dollars"`
	UETR      string `json:"uetr"`
	Reference string `json:"reference"`
}

func (p *program) listRemittances(found []bank.Remittance) listing {
	w, columns := p.text.Command.FX, p.text.Command.Column
	l := listing{
		columns: []column{
			{w.Ordered, false},
			{w.Network, false},
			{columns.Status, false},
			{columns.Recipient, false},
			{w.Land, false},
			{columns.Amount, true},
			{w.Rate, true},
			{w.Total, true},
			{columns.Reference, false},
		},
		header: []string{
			"requested", "kind", "status", "from", "recipient", "country", "account", "currency", "amount", "rate",
			"debited_currency", "debited", "fee", "dollars", "uetr", "reference",
		},
	}
	document := []remittanceRecord{}
	for _, r := range found {
		record := remittanceRecordOf(r)
		l.rows = append(l.rows, []string{
			text.DateTime(r.At), w.KindOf(r.Order.Kind), w.StatusOf(r.Status), r.Recipient, r.Country,
			r.Terms.Amount.String(), record.Rate, r.Terms.Total.String(), r.Reference,
		})
		l.records = append(l.records, []string{
			record.Requested, record.Kind, record.Status, record.From, record.Recipient, record.Country, record.Account,
			record.Amount.Currency, record.Amount.Value, record.Rate, record.Debited.Currency, record.Debited.Value, record.Fee.Value,
			record.Dollars.Value, record.UETR, record.Reference,
		})
		document = append(document, record)
	}
	l.document = document
	return l
}

func remittanceRecordOf(r bank.Remittance) remittanceRecord {
	o, t := r.Order, r.Terms
	account, rate := o.SWIFT.Recipient.Account, ""
	if o.Kind == bank.Eurogiro {
		account = o.Giro.Account
	}
	if t.Exchanged {
		rate = t.Quote.Rate.String()
	}
	return remittanceRecord{
		Requested: stamp(r.At), Kind: string(o.Kind), Status: string(r.Status), From: string(o.From), Recipient: r.Recipient, Country: r.Country,
		Account: account, Amount: amountOf(t.Amount), Rate: rate, Debited: amountOf(t.Total),
		Fee: amountOf(money.New(t.Fee.Minor()+t.Cable.Minor(), money.KRW)), Dollars: amountOf(t.Dollars), UETR: string(t.UETR), Reference: r.Reference,
	}
}
