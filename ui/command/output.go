package command

import (
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// format is how a command that looks something up writes it.
type format struct{ json, csv bool }

func (f *format) add(c *cobra.Command, p *program) {
	c.Flags().BoolVar(&f.json, "json", false, p.text.Command.Flag.JSON)
	c.Flags().BoolVar(&f.csv, "csv", false, p.text.Command.Flag.CSV)
}

// listing is the answer of a command in all its forms. The names of CSV columns
// and JSON fields are the same in every language: scripts rely on them.
type listing struct {
	columns []column
	rows    [][]string
	after   string // lines after the table

	header  []string // CSV
	records [][]string

	document any // JSON
}

// check refuses two forms at once.
func (f *format) check(p *program) error {
	if f.json && f.csv {
		return wrong(p.text.Command.OneFormat)
	}
	return nil
}

// write writes the listing in the form that was asked for.
func (p *program) write(f format, l listing) error {
	switch {
	case f.json:
		return writeJSON(p.Out, l.document)
	case f.csv:
		return writeCSV(p.Out, l.header, l.records)
	}
	if err := writeTable(p.Out, l.columns, l.rows); err != nil || l.after == "" {
		return err
	}
	_, err := p.Out.Write([]byte(l.after))
	return err
}

// amount is money in JSON: its value as people write it, a decimal in a string
// because binary fractions cannot hold cents, and its minor units as a whole number.
type amount struct {
	Value    string `json:"value"`
	Minor    int64  `json:"minor"`
	Currency string `json:"currency"`
}

func amountOf(a money.Amount) amount { return amount{decimal(a), a.Minor(), string(a.Currency())} }

// decimal is an amount without grouping: "1284300", "-12.50".
func decimal(a money.Amount) string { return a.Plain() }

// signed is an amount with its sign, also when money came in.
func signed(a money.Amount) string {
	if a.Minor() > 0 {
		return "+" + a.Grouped()
	}
	return a.Grouped()
}

// stamp is a time as scripts get it: RFC 3339, in Seoul; "" for the zero time.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(calendar.Seoul).Format(time.RFC3339)
}

func count(n int64) string { return strconv.FormatInt(n, 10) }
