package command

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/text"
)

// flows are the values of --flow.
var flows = []string{"all", "deposits", "withdrawals"}

// historyFlags are what `smartbank history` asks for.
type historyFlags struct {
	period

	account, flow, find string
	oldestFirst         bool
}

// history is `smartbank history`.
func (p *program) history() *cobra.Command {
	var (
		l lookup
		f historyFlags
		e exportFlags
	)
	check := func() error { return errors.Join(f.check(p), e.check(p, l.format, f)) }
	c := p.command("history --user ID", p.text.Command.History, func(ctx context.Context) error {
		return p.look(ctx, l, check, func(ctx context.Context, b *bank.Bank, c bank.Caller) error {
			q, err := p.historyQuery(ctx, b, c, f)
			if err != nil {
				return err
			}
			if e.format != "" {
				return p.exportHistory(ctx, b, c, q, e)
			}
			page, err := wholeHistory(ctx, b, c, q)
			if err != nil {
				return err
			}
			return p.write(l.format, p.listHistory(q, page))
		})
	})
	l.signIn(c, p)
	l.add(c, p)
	f.add(c, p)
	e.add(c, p)
	w := p.text.Command.Flag
	c.Flags().StringVar(&f.account, "account", "", w.Account)
	c.Flags().StringVar(&f.flow, "flow", flows[0], w.Flow)
	c.Flags().StringVar(&f.find, "find", "", w.Find)
	c.Flags().BoolVar(&f.oldestFirst, "oldest-first", false, w.OldestFirst)
	complete(c, "flow", flows)
	return c
}

func (f *historyFlags) check(p *program) error {
	if !slices.Contains(flows, f.flow) {
		return wrong(p.text.Command.BadValue("--flow", f.flow, strings.Join(flows, ", ")))
	}
	return f.period.check(p)
}

func (p *program) historyQuery(ctx context.Context, b *bank.Bank, c bank.Caller, f historyFlags) (bank.HistoryQuery, error) {
	q := bank.HistoryQuery{Account: digits(f.account), OldestFirst: f.oldestFirst, Text: f.find}
	q.Flow = flowOf(f.flow)
	q.From, q.To = f.days(calendar.DateOf(b.Now()))
	if f.account == "" {
		have, err := b.Accounts(ctx, c)
		if err != nil {
			return q, err
		}
		if len(have) == 0 {
			return q, failed(p.text.Command.NoAccounts)
		}
		q.Account = bank.DefaultAccount(have)
	}
	return q, nil
}

// digits are an account number without the dashes and spaces it is written with.
func digits(account string) bank.AccountNumber {
	return bank.AccountNumber(strings.NewReplacer("-", "", " ", "").Replace(account))
}

// wholeHistory asks for page after page.
func wholeHistory(ctx context.Context, b *bank.Bank, c bank.Caller, q bank.HistoryQuery) (bank.HistoryPage, error) {
	whole, err := b.History(ctx, c, q)
	for err == nil && whole.Next != 0 {
		var page bank.HistoryPage
		q.After = whole.Next
		page, err = b.History(ctx, c, q)
		whole.Rows, whole.Next = append(whole.Rows, page.Rows...), page.Next
	}
	return whole, err
}

// historyRecord is a history in JSON.
type historyRecord struct {
	Account  string          `json:"account"`
	From     string          `json:"from"`
	To       string          `json:"to"`
	Opening  amount          `json:"opening"`
	In       amount          `json:"in"`
	InCount  int             `json:"in_count"`
	Out      amount          `json:"out"`
	OutCount int             `json:"out_count"`
	Closing  amount          `json:"closing"`
	Rows     []postingRecord `json:"rows"`
}

// postingRecord is one line of a history in JSON.
type postingRecord struct {
	Seq          int64  `json:"seq"`
	At           string `json:"at"`
	Kind         string `json:"kind"`
	Description  string `json:"description"`
	Amount       amount `json:"amount"`
	Balance      amount `json:"balance"`
	Reference    string `json:"reference"`
	OtherBank    string `json:"other_bank"`
	OtherAccount string `json:"other_account"`
	OtherName    string `json:"other_name"`
}

func (p *program) listHistory(q bank.HistoryQuery, page bank.HistoryPage) listing {
	w := p.text.Command.Column
	l := listing{
		columns: []column{{w.Date, false}, {w.Description, false}, {w.Kind, false}, {w.Amount, true}, {w.Balance, true}},
		header:  []string{"seq", "at", "kind", "description", "currency", "amount", "balance", "reference", "other_bank", "other_account", "other_name"},
	}
	rows := []postingRecord{}
	for _, r := range page.Rows {
		l.rows = append(l.rows, []string{text.DateTime(r.At), r.Memo, p.text.Command.Kind(r.Kind), signed(r.Amount), r.Balance.Grouped()})
		l.records = append(l.records, []string{
			count(r.Seq), stamp(r.At), r.Kind, r.Memo, string(r.Amount.Currency()), decimal(r.Amount), decimal(r.Balance),
			r.Reference, string(r.Bank), r.Other, r.OtherName,
		})
		rows = append(rows, postingRecord{
			r.Seq, stamp(r.At), r.Kind, r.Memo, amountOf(r.Amount), amountOf(r.Balance), r.Reference, string(r.Bank), r.Other, r.OtherName,
		})
	}
	l.after = "\n" + q.Account.String() + "  " + q.From.String() + " – " + q.To.String() + "  " + string(page.Closing.Currency()) + "\n" +
		p.text.Command.Totals(page.Opening.Grouped(), page.In.Grouped(), page.InCount, page.Out.Grouped(), page.OutCount, page.Closing.Grouped()) + "\n"
	l.document = historyRecord{
		string(q.Account), q.From.String(), q.To.String(), amountOf(page.Opening), amountOf(page.In), page.InCount,
		amountOf(page.Out), page.OutCount, amountOf(page.Closing), rows,
	}
	return l
}
