package command

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/text"
)

// statuses are the values of --status.
var statuses = []string{"all", string(bank.Completed), string(bank.Rejected), string(bank.Checking), string(bank.Scheduled), string(bank.Cancelled)}

// transferFlags are what `smartbank transfers` asks for.
type transferFlags struct {
	period

	account, status string
}

// transfers is `smartbank transfers`.
func (p *program) transfers() *cobra.Command {
	var f transferFlags
	c := p.lookup("transfers --user ID", p.text.Command.Transfers, func() error { return f.check(p) },
		func(ctx context.Context, b *bank.Bank, c bank.Caller) (listing, error) {
			q := bank.TransferQuery{Account: digits(f.account), Whole: true}
			if f.status != statuses[0] {
				q.Status = bank.TransferStatus(f.status)
			}
			q.From, q.To = f.days(calendar.DateOf(b.Now()))
			found, err := b.Transfers(ctx, c, q)
			if err != nil {
				return listing{}, err
			}
			return p.listTransfers(found), nil
		})
	f.add(c, p)
	c.Flags().StringVar(&f.account, "account", "", p.text.Command.Flag.AccountOfAll)
	c.Flags().StringVar(&f.status, "status", statuses[0], p.text.Command.Flag.Status)
	complete(c, "status", statuses)
	return c
}

func (f *transferFlags) check(p *program) error {
	if !slices.Contains(statuses, f.status) {
		return wrong(p.text.Command.BadValue("--status", f.status, strings.Join(statuses, ", ")))
	}
	return f.period.check(p)
}

// transferRecord is an order in JSON.
type transferRecord struct {
	Requested string `json:"requested"`
	Processed string `json:"processed"`
	Status    string `json:"status"`
	Code      string `json:"code"`
	From      string `json:"from"`
	Bank      string `json:"bank"`
	To        string `json:"to"`
	Recipient string `json:"recipient"`
	Amount    amount `json:"amount"`
	Fee       amount `json:"fee"`
	Reference string `json:"reference"`
	Key       string `json:"key"`
}

func (p *program) listTransfers(found []bank.TransferResult) listing {
	w := p.text.Command.Column
	l := listing{
		columns: []column{
			{w.Requested, false},
			{w.Status, false},
			{w.From, false},
			{w.Bank, false},
			{w.To, false},
			{w.Recipient, false},
			{w.Amount, true},
			{w.Fee, true},
			{w.Reference, false},
		},
		header: []string{"requested", "processed", "status", "code", "from", "bank", "to", "recipient", "currency", "amount", "fee", "reference", "key"},
	}
	document := []transferRecord{}
	for _, r := range found {
		status := p.text.Command.TransferStatus(r.Status)
		if r.Code != "" {
			status += " " + string(r.Code)
		}
		o := r.Order
		l.rows = append(l.rows, []string{
			text.DateTime(r.RequestedAt), status, o.From.String(), string(o.Bank), o.To, p.text.Pick(r.RecipientEN, o.Recipient),
			o.Amount.Grouped(), r.Fee.Grouped(), r.Reference,
		})
		l.records = append(l.records, []string{
			stamp(r.RequestedAt), stamp(r.ProcessedAt), string(r.Status), string(r.Code), string(o.From), string(o.Bank), o.To, o.Recipient,
			string(o.Amount.Currency()), decimal(o.Amount), decimal(r.Fee), r.Reference, o.Key,
		})
		document = append(document, transferRecord{
			stamp(r.RequestedAt), stamp(r.ProcessedAt), string(r.Status), string(r.Code), string(o.From), string(o.Bank), o.To, o.Recipient,
			amountOf(o.Amount), amountOf(r.Fee), r.Reference, o.Key,
		})
	}
	l.document = document
	return l
}
