package export

import (
	"context"
	"io"

	"smartbank/bank"
	"smartbank/ui/paper"
	"smartbank/ui/text"
)

// print writes the statement as PDF. Reading is half of its work, and printing the
// other.
func (r *reading) print(ctx context.Context, c *text.Catalog, look paper.Look, w io.Writer) error {
	if n := r.head.Rows; n > MostInPDF && !r.Partial() {
		return &LongError{n}
	}
	sheet := r.sheet(c)
	watched, half := r.progress, &Progress{}
	r.progress = half
	for row, err := range r.each(ctx) {
		if err != nil {
			return err
		}
		if len(sheet.Rows) == MostInPDF {
			return &LongError{r.head.Rows}
		}
		watched.done.Store(half.done.Load() / 2)
		out, in := "", row.Amount.Grouped()
		if row.Amount.Minor() < 0 {
			out, in = row.Amount.Neg().Grouped(), ""
		}
		sheet.Rows = append(sheet.Rows, []string{
			text.DateTime(row.At), row.Reference, row.Memo, kindWord(c, row.Kind), out, in, row.Balance.Grouped(),
		})
	}
	file, err := sheet.PDF(ctx, look, func(rows int) {
		watched.done.Store(int64(r.head.Rows) * int64(len(sheet.Rows)+rows) / int64(max(2*len(sheet.Rows), 1)))
	})
	if err == nil {
		_, err = w.Write(file)
	}
	return err
}

// sheet is the statement on paper, without its rows.
func (r *reading) sheet(c *text.Catalog) paper.Statement {
	w, s, p := c.Export, c.Search, r.page
	currency := string(p.Closing.Currency())
	sheet := paper.Statement{
		Bank: w.Bank, Title: w.Statement, Page: w.Page,
		Head: []paper.Line{
			{Label: w.Account, Value: r.mask.number(r.Account.String()) + "  " + r.head.Account.Product},
			{Label: w.Holder, Value: r.head.Account.Owner},
			{Label: w.Period, Value: c.Component.Days(r.From.String(), r.To.String())},
			{Label: w.Made, Value: text.DateTimeSeconds(r.head.Made)},
			{Label: s.Opening, Value: p.Opening.Grouped() + " " + currency},
		},
		Columns: []paper.Column{
			{Title: s.Date, Share: 23},
			{Title: w.Reference, Share: 23},
			{Title: s.Description, Share: 38},
			{Title: s.Kind, Share: 14},
			{Title: s.Withdrawals, Share: 24, Right: true},
			{Title: s.Deposits, Share: 24, Right: true},
			{Title: w.Balance, Share: 28, Right: true},
		},
		Foot: []paper.Line{
			{Label: w.Deposits(p.InCount), Value: p.In.Grouped() + " " + currency},
			{Label: w.Withdrawals(p.OutCount), Value: p.Out.Grouped() + " " + currency},
			{Label: s.Closing, Value: p.Closing.Grouped() + " " + currency},
		},
	}
	if r.Partial() {
		only := ""
		switch r.Flow {
		case bank.Deposits:
			only = s.Deposits
		case bank.Withdrawals:
			only = s.Withdrawals
		case bank.AllFlows:
		}
		sheet.Head = append(sheet.Head, paper.Line{Label: w.Only, Value: w.Part(only, r.mask.memo(r.Text))})
	}
	return sheet
}
