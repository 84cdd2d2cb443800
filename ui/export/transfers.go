package export

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"time"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/statement"
)

// Transfers are the orders that Search transfer result shows.
type Transfers struct{ Query bank.TransferQuery }

// Formats are those in which they can be had.
func (t Transfers) Formats() []statement.Format {
	return []statement.Format{statement.CSV, statement.ExcelCSV}
}

// Name is what a file of them is called.
func (t Transfers) Name(f statement.Format) string {
	return fmt.Sprintf("transfers-%d-%d%s", t.Query.From.Key(), t.Query.To.Key(), Extension(f))
}

// transferColumns are the first line: those of `smartbank transfers --csv`.
var transferColumns = []string{
	"requested", "processed", "status", "code", "from", "bank", "to", "recipient", "currency", "amount", "fee", "reference", "key",
}

// amountColumn and feeColumn hold numbers, which a spreadsheet is to take for such.
const amountColumn, feeColumn = 9, 10

// byteOrderMark tells Excel that a file is UTF-8.
const byteOrderMark = "\ufeff"

// Write writes them as CSV (RFC 4180), the newest first, with numbers and names
// partly hidden if masked. It returns how many there are, ctx's error, those of the bank, and of w.
func (t Transfers) Write(ctx context.Context, b *bank.Bank, c bank.Caller, f statement.Format, masked bool, w io.Writer) (rows int, err error) {
	q := t.Query
	q.Whole = true
	found, err := b.Transfers(ctx, c, q)
	if err != nil {
		return 0, err
	}
	excel := f == statement.ExcelCSV
	if excel {
		if _, err := io.WriteString(w, byteOrderMark); err != nil {
			return 0, err
		}
	}
	hide := mask{}
	if masked {
		hide = newMask(maskSign)
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(transferColumns); err != nil {
		return 0, err
	}
	for _, r := range found {
		cells := transferCells(r, hide)
		if excel {
			for i := range cells {
				if i != amountColumn && i != feeColumn {
					cells[i] = statement.Harmless(cells[i])
				}
			}
		}
		if err := out.Write(cells); err != nil {
			return 0, err
		}
	}
	out.Flush()
	return len(found), out.Error()
}

// transferCells are the line of one order.
func transferCells(r bank.TransferResult, hide mask) []string {
	o := r.Order
	return []string{
		seoulTime(r.RequestedAt), seoulTime(r.ProcessedAt), string(r.Status), string(r.Code),
		hide.number(string(o.From)), string(o.Bank), hide.number(o.To), hide.name(o.Recipient),
		string(o.Amount.Currency()), o.Amount.Plain(), r.Fee.Plain(), r.Reference, o.Key,
	}
}

// seoulTime is a time in Seoul as RFC 3339 has it; "" for none.
func seoulTime(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.In(calendar.Seoul).Format(time.RFC3339)
}
