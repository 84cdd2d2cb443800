package command

import (
	"context"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/ui/text"
)

// accounts is `smartbank accounts`.
func (p *program) accounts() *cobra.Command {
	check := func() error { return nil }
	return p.lookup("accounts --user ID", p.text.Command.Accounts, check,
		func(ctx context.Context, b *bank.Bank, c bank.Caller) (listing, error) {
			have, err := b.Accounts(ctx, c)
			if err != nil {
				return listing{}, err
			}
			return p.listAccounts(have), nil
		})
}

// accountRecord is an account in JSON.
type accountRecord struct {
	Account   string `json:"account"`
	Product   string `json:"product"`
	Kind      string `json:"kind"`
	Nickname  string `json:"nickname"`
	Status    string `json:"status"`
	Balance   amount `json:"balance"`
	Available amount `json:"available"`
	Opened    string `json:"opened"`
	Last      string `json:"last_transaction"`
}

func (p *program) listAccounts(have []bank.Account) listing {
	w := p.text.Command.Column
	l := listing{
		columns: []column{{w.Account, false}, {w.Product, false}, {w.Nickname, false}, {w.Status, false}, {w.Balance, true}, {w.Available, true}, {w.Last, false}},
		header:  []string{"account", "product", "kind", "nickname", "status", "currency", "balance", "available", "opened", "last_transaction"},
	}
	document := []accountRecord{}
	for _, a := range have {
		product := p.text.Pick(a.Product.NameEN, a.Product.NameKO)
		l.rows = append(l.rows, []string{
			a.Number.String(), product, a.Nickname, p.text.Command.AccountStatus(a.Status), a.Balance.String(), a.Available.String(), text.DateTime(a.LastAt),
		})
		l.records = append(l.records, []string{
			string(a.Number), product, string(a.Product.Kind), a.Nickname, string(a.Status), string(a.Balance.Currency()),
			decimal(a.Balance), decimal(a.Available), stamp(a.OpenedAt), stamp(a.LastAt),
		})
		document = append(document, accountRecord{
			string(a.Number), product, string(a.Product.Kind), a.Nickname, string(a.Status),
			amountOf(a.Balance), amountOf(a.Available), stamp(a.OpenedAt), stamp(a.LastAt),
		})
	}
	l.document = document
	return l
}
