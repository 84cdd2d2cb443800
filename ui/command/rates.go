package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/fx"
	"smartbank/bank/money"
	"smartbank/ui/text"
)

// rateFlags are what `smartbank rates` asks for.
type rateFlags struct {
	format

	date, currency, since string
	notice                int
}

// rates is `smartbank rates`. Everybody may look at them.
func (p *program) rates() *cobra.Command {
	var f rateFlags
	w := p.text.Command.FX
	c := p.command("rates", w.Rates, func(ctx context.Context) error {
		if err := f.check(p); err != nil {
			return err
		}
		return p.withBank(ctx, func(b *bank.Bank) error {
			find := p.boardListing
			if f.since != "" {
				find = p.rateHistory
			}
			found, err := find(ctx, b, f)
			if err != nil {
				return err
			}
			return p.write(f.format, found)
		})
	})
	c.Flags().StringVar(&f.date, "date", "", w.Date)
	c.Flags().IntVar(&f.notice, "notice", 0, w.Notice)
	c.Flags().StringVar(&f.currency, "currency", "", w.Currency)
	c.Flags().StringVar(&f.since, "history", "", w.History)
	f.add(c, p)
	return c
}

func (f *rateFlags) check(p *program) error {
	f.currency = strings.ToUpper(f.currency)
	for flag, value := range map[string]string{"--date": f.date, "--history": f.since} {
		if value == "" {
			continue
		}
		if _, err := calendar.ParseDate(value); err != nil {
			return wrong(p.text.Command.BadValue(flag, value, "2026-11-05, 20261105"))
		}
	}
	if f.currency != "" && !money.Currency(f.currency).Known() || f.currency == "" && f.since != "" {
		return wrong(p.text.Command.BadValue("--currency", f.currency, "USD, EUR, JPY"))
	}
	return f.format.check(p)
}

// day is the day of --date, or today.
func (f *rateFlags) day(b *bank.Bank) calendar.Date {
	day, err := calendar.ParseDate(f.date)
	if err != nil {
		return calendar.DateOf(b.Now())
	}
	return day
}

// rateRecord is a row of a board in JSON. Rates are decimals in strings, in won.
type rateRecord struct {
	Date          string `json:"date"`
	Notice        int    `json:"notice"`
	At            string `json:"at"`
	Currency      string `json:"currency"`
	Unit          int64  `json:"unit"`
	Base          string `json:"base"`
	Send          string `json:"tt_send"`
	Receive       string `json:"tt_receive"`
	CashBuy       string `json:"cash_buy"`
	CashSell      string `json:"cash_sell"`
	Dollar        string `json:"usd_conversion"`
	Change        string `json:"change"`
	Demonstration bool   `json:"demonstration"`
}

// boardListing is a board as a listing.
func (p *program) boardListing(ctx context.Context, b *bank.Bank, f rateFlags) (listing, error) {
	board, err := b.Board(ctx, f.day(b), f.notice)
	if err != nil {
		return listing{}, err
	}
	before, err := b.Board(ctx, board.Date.AddDays(-1), 0)
	if err != nil && bank.RefusalCode(err) == "" {
		return listing{}, err
	}
	w := p.text.Command.FX
	l := listing{
		columns: []column{
			{w.Of, false},
			{w.Unit, true},
			{w.Base, true},
			{w.Change, true},
			{w.Send, true},
			{w.Receive, true},
			{w.CashBuy, true},
			{w.CashSell, true},
			{w.Dollar, true},
		},
		header: []string{
			"date", "notice", "at", "currency", "unit", "base", "tt_send", "tt_receive", "cash_buy", "cash_sell", "usd_conversion", "change", "demonstration",
		},
		after: "\n" + w.Given(board.Date.String(), board.Notice, text.DateTime(board.At)) + "\n",
	}
	if board.Demonstration {
		l.after += w.Demonstration + "\n"
	}
	document := []rateRecord{}
	for _, r := range board.Rows {
		if f.currency != "" && string(r.Currency) != f.currency {
			continue
		}
		record := rateRecordOf(board, before, r)
		change, dollar := "", ""
		if r.Dollar > 0 {
			dollar = r.Dollar.Aligned()
		}
		if by, ok := board.Change(r.Currency, before); ok {
			change = by.Grouped()
			if by >= 0 {
				change = "+" + change
			}
		}
		l.rows = append(l.rows, []string{
			string(r.Currency), count(r.Unit), r.Base.Grouped(), change, r.Send.Grouped(), r.Receive.Grouped(), r.CashBuy.Grouped(), r.CashSell.Grouped(), dollar,
		})
		l.records = append(l.records, []string{
			record.Date, count(int64(record.Notice)), record.At, record.Currency, count(r.Unit), record.Base, record.Send, record.Receive,
			record.CashBuy, record.CashSell, record.Dollar, record.Change, yes(board.Demonstration),
		})
		document = append(document, record)
	}
	if len(document) == 0 {
		return listing{}, &bank.RefusedError{Code: bank.CodeNoRate, Currency: money.Currency(f.currency)}
	}
	l.document = document
	return l, nil
}

// yes is a truth in CSV.
func yes(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

func rateRecordOf(board, before fx.Board, r fx.Row) rateRecord {
	record := rateRecord{
		Date: board.Date.String(), Notice: board.Notice, At: stamp(board.At), Currency: string(r.Currency), Unit: r.Unit,
		Base: r.Base.String(), Send: r.Send.String(), Receive: r.Receive.String(), CashBuy: r.CashBuy.String(), CashSell: r.CashSell.String(),
		Demonstration: board.Demonstration,
	}
	if r.Dollar > 0 {
		record.Dollar = r.Dollar.String()
	}
	if change, ok := board.Change(r.Currency, before); ok {
		record.Change = change.String()
	}
	return record
}

// pointRecord is a day of a rate in JSON.
type pointRecord struct {
	Date          string `json:"date"`
	Currency      string `json:"currency"`
	Base          string `json:"base"`
	Demonstration bool   `json:"demonstration"`
}

// rateHistory is the base rates of a currency as a listing.
func (p *program) rateHistory(ctx context.Context, b *bank.Bank, f rateFlags) (listing, error) {
	from, err := calendar.ParseDate(f.since)
	if err != nil {
		return listing{}, err
	}
	points, err := b.RateHistory(ctx, money.Currency(f.currency), from, f.day(b))
	if err != nil {
		return listing{}, err
	}
	w := p.text.Command
	l := listing{
		columns: []column{{w.Column.Date, false}, {w.FX.Base, true}},
		header:  []string{"date", "currency", "base", "demonstration"},
	}
	document := []pointRecord{}
	for _, r := range points {
		l.rows = append(l.rows, []string{r.Date.String(), r.Base.Grouped()})
		l.records = append(l.records, []string{r.Date.String(), f.currency, r.Base.String(), yes(r.Demonstration)})
		document = append(document, pointRecord{r.Date.String(), f.currency, r.Base.String(), r.Demonstration})
	}
	if points[len(points)-1].Demonstration {
		l.after = "\n" + w.FX.Demonstration + "\n"
	}
	l.document = document
	return l, nil
}
