// Package statement writes account statements in the forms that other programs
// read: CSV, camt.053 (ISO 20022), MT940 (SWIFT) and OFX. All carry the same rows and balances.
//
// A statement is written as its rows come, so that a long one needs no more memory than a short one: balances are known
// before the first row, and rows that do not lead from the opening to the closing balance are an error.
package statement

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// Format is a form of statement.
type Format string

// The formats.
const (
	CSV      Format = "csv"
	ExcelCSV Format = "excel" // CSV that Excel opens as it is: with a byte order mark, and without formulas
	Camt053  Format = "camt053"
	MT940    Format = "mt940"
	OFX      Format = "ofx"
)

// Formats are all of them, in the order they are offered.
func Formats() []Format { return []Format{CSV, ExcelCSV, Camt053, MT940, OFX} }

// Extension is the end of a file's name, with the dot.
func (f Format) Extension() string {
	switch f {
	case Camt053:
		return ".xml"
	case MT940:
		return ".sta"
	case OFX:
		return ".ofx"
	default:
		return ".csv"
	}
}

// Account is whose statement it is.
type Account struct {
	Number   string // digits
	Owner    string
	Product  string
	Currency money.Currency
	Bank     string // name
	BIC      string // of the bank that speaks for it in SWIFT's network
}

// Head is all that is known before the first row.
type Head struct {
	ID               string // names this statement: at most 16 characters of SWIFT's set x
	Number           int    // of the statement within its year, from 1
	Made             time.Time
	Account          Account
	From, To         calendar.Date
	Opening, Closing money.Amount
	Rows             int
}

// Row is one posting.
type Row struct {
	At        time.Time
	Amount    money.Amount // above zero when money came in
	Balance   money.Amount // after it
	Kind      string       // of the entry: transfer, salary, card, ...
	Reference string
	Memo      string
	OtherName string // of the other side, where it is known
	Other     string // its account number, digits
	OtherBank string // its three-digit code
}

// Rows are postings, oldest first. An error ends them.
type Rows = iter.Seq2[Row, error]

// ErrUnreconciled is returned for rows that do not lead from the opening to the
// closing balance, or whose own balances do not follow from each other.
var ErrUnreconciled = errors.New("the rows do not lead from the opening to the closing balance")

// Write writes a statement. It returns the first error of rows or of w, and ErrUnreconciled. What was written before an error is of no use.
func Write(w io.Writer, f Format, h Head, rows Rows) error {
	checked := reconcile(h, rows)
	switch f {
	case CSV, ExcelCSV:
		return writeCSV(w, h, checked, f == ExcelCSV)
	case Camt053:
		return writeCamt(w, h, checked)
	case MT940:
		return writeMT940(w, h, checked)
	case OFX:
		return writeOFX(w, h, checked)
	}
	return fmt.Errorf("no statements are written as %q", f)
}

// WriteSelection writes some rows of a period, which need not lead from one balance
// to the other: as CSV or ExcelCSV, which have no balances besides those of the
// rows. Other formats are an error.
func WriteSelection(w io.Writer, f Format, h Head, rows Rows) error {
	if f != CSV && f != ExcelCSV {
		return fmt.Errorf("no selection of rows is written as %q", f)
	}
	return writeCSV(w, h, rows, f == ExcelCSV)
}

// reconcile passes rows on as long as each balance follows from the one before, and
// ends with an error if they do not end at the closing balance.
func reconcile(h Head, rows Rows) Rows {
	return func(yield func(Row, error) bool) {
		balance, n := h.Opening, 0
		for row, err := range rows {
			if err == nil {
				balance, err = balance.Add(row.Amount)
			}
			if err == nil && balance != row.Balance {
				err = fmt.Errorf("%w: at %s", ErrUnreconciled, row.Reference)
			}
			if err != nil {
				yield(Row{}, err)
				return
			}
			if n++; !yield(row, nil) {
				return
			}
		}
		if balance != h.Closing || n != h.Rows {
			yield(Row{}, ErrUnreconciled)
		}
	}
}

// seoul is a moment as passbooks show it.
func seoul(at time.Time) time.Time { return at.In(calendar.Seoul) }

// magnitude is the amount without its sign, for formats that say debit or credit
// in a word. The smallest int64 has none, and is no balance of anybody.
func magnitude(a money.Amount) money.Amount {
	if a.Minor() < 0 {
		return a.Neg()
	}
	return a
}
