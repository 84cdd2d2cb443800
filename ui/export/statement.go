package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync/atomic"
	"time"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/statement"
	"smartbank/ui/paper"
	"smartbank/ui/text"
)

// PDF is the format that people read, besides those of package statement.
const PDF statement.Format = "pdf"

// Formats are all of them, in the order they are offered.
func Formats() []statement.Format { return append([]statement.Format{PDF}, statement.Formats()...) }

// Extension is the end of a file's name in a format, with the dot.
func Extension(f statement.Format) string {
	if f == PDF {
		return ".pdf"
	}
	return f.Extension()
}

// MostInPDF is how many rows a statement in PDF has at most: 500 pages and more,
// which is what printing is made for no more.
const MostInPDF = 20_000

// LongError says that a statement has more rows than MostInPDF.
type LongError struct{ Rows int }

// Error tells both numbers.
func (e *LongError) Error() string {
	return fmt.Sprintf("a PDF holds %d transactions, these are %d", MostInPDF, e.Rows)
}

// ErrFiltered is returned for a part of a period in a format that is for whole
// ones: readers of it reckon from the opening to the closing balance.
var ErrFiltered = errors.New("a part of a period has no balances to lead from and to")

// Selection is of which rows: an account, a period, and what is left out of it.
// It is the argument of the screen "export.statement".
type Selection struct {
	Account  bank.AccountNumber
	From, To calendar.Date
	Flow     bank.Flow
	Text     string
}

// Partial reports whether rows of the period are left out.
func (s Selection) Partial() bool { return s.Flow != bank.AllFlows || s.Text != "" }

// Formats are those in which it can be had.
func (s Selection) Formats() []statement.Format {
	if s.Partial() {
		return []statement.Format{PDF, statement.CSV, statement.ExcelCSV}
	}
	return Formats()
}

// Name is what a file of it is called, which gives no more of the account away
// than its last digits.
func (s Selection) Name(f statement.Format) string {
	tail := s.Account[max(len(s.Account)-3, 0):]
	return fmt.Sprintf("statement-%s-%d-%d%s", tail, s.From.Key(), s.To.Key(), Extension(f))
}

// Statement is a selection in a form.
type Statement struct {
	Selection

	Format statement.Format
	Masked bool
}

// Progress is how far an export is, for whoever watches it from outside.
type Progress struct {
	Each func(done, total int) // where not nil, it is told of each row, by who writes the statement

	done, total atomic.Int64
}

// Rows are how many rows of the period are done, of how many, whether they are left
// out or not; 0 of 0 before that is known.
func (p *Progress) Rows() (done, total int) { return int(p.done.Load()), int(p.total.Load()) }

// Write writes the statement as its rows come from the books; a PDF, which takes
// no more than MostInPDF, when all have. Rows that are booked meanwhile are not in
// it. It returns how many rows it has, *LongError, ErrFiltered, ctx's error, those of
// the bank and of w. What was written before an error is of no use.
func (s Statement) Write(ctx context.Context, b *bank.Bank, c bank.Caller, words *text.Catalog, look paper.Look, w io.Writer, progress *Progress) (rows int, err error) {
	if progress == nil {
		progress = &Progress{}
	}
	r, err := s.begin(ctx, b, c, words, look.At)
	if err != nil {
		return 0, err
	}
	r.progress = progress
	progress.total.Store(int64(r.head.Rows))
	switch {
	case s.Format == PDF:
		err = r.print(ctx, words, look, w)
	case s.Partial() && s.Format != statement.CSV && s.Format != statement.ExcelCSV:
		err = ErrFiltered
	case s.Partial():
		err = statement.WriteSelection(w, s.Format, r.head, r.each(ctx))
	default:
		err = statement.Write(w, s.Format, r.head, r.each(ctx))
	}
	if err != nil {
		return 0, err
	}
	return r.count, nil
}

// reading is a statement while it is written.
type reading struct {
	Statement

	bank     *bank.Bank
	caller   bank.Caller
	page     bank.HistoryPage // its totals, at the moment that the statement is of
	last     int64            // position of the last row that the totals count
	head     statement.Head
	mask     mask
	progress *Progress
	count    int
}

// begin reads the totals, and with them which row is the last: what is booked
// afterwards stands behind it, as nothing in the books changes or goes.
func (s Statement) begin(ctx context.Context, b *bank.Bank, c bank.Caller, words *text.Catalog, at time.Time) (*reading, error) {
	r := &reading{Statement: s, bank: b, caller: c}
	holder, err := b.Holder(ctx, c)
	if err != nil {
		return nil, err
	}
	accounts, err := b.Accounts(ctx, c)
	if err != nil {
		return nil, err
	}
	q := bank.HistoryQuery{Account: s.Account, From: s.From, To: s.To, OldestFirst: true, Limit: 1}
	if r.page, err = b.History(ctx, c, q); err != nil {
		return nil, err
	}
	whole := r.page.InCount + r.page.OutCount
	if len(r.page.Rows) > 0 {
		r.last = r.page.Rows[0].Seq + int64(whole) - 1
	}
	if s.Masked {
		r.mask = newMask(maskSign, holder.NameEN, holder.NameKO)
		if s.Format == statement.MT940 || s.Format == statement.Camt053 || s.Format == statement.OFX {
			r.mask.sign = maskLetter
		}
	}
	r.head = statement.Head{
		ID: "S" + at.In(calendar.Seoul).Format("060102150405"), Number: s.To.Start().YearDay(), Made: at, From: s.From, To: s.To,
		Opening: r.page.Opening, Closing: r.page.Closing, Rows: whole,
		Account: statement.Account{
			Number: r.mask.number(string(s.Account)), Owner: r.mask.name(words.Pick(holder.NameEN, holder.NameKO)),
			Currency: r.page.Closing.Currency(), Bank: words.Export.Bank, BIC: swiftAddress,
		},
	}
	for _, a := range accounts {
		if a.Number == s.Account {
			r.head.Account.Product = words.Pick(a.Product.NameEN, a.Product.NameKO)
		}
	}
	return r, nil
}

// swiftAddress is that of the bank which speaks for Korea Post in SWIFT's network:
// Shinhan Bank, since 7 June 2004.
const swiftAddress = "SHBKKRSE"

// each are the rows, oldest first, as far as the totals count them.
func (r *reading) each(ctx context.Context) statement.Rows {
	return func(yield func(statement.Row, error) bool) {
		q := bank.HistoryQuery{
			Account: r.Account, From: r.From, To: r.To, Flow: r.Flow, Text: r.Text, OldestFirst: true, Limit: pageSize,
		}
		for more := true; more; {
			page, err := r.bank.History(ctx, r.caller, q)
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				yield(statement.Row{}, err)
				return
			}
			more = r.pass(page.Rows, yield) && page.Next != 0
			q.After = page.Next
		}
	}
}

// pass hands a page's rows on, and reports whether more are wanted.
func (r *reading) pass(rows []bank.Posting, yield func(statement.Row, error) bool) bool {
	for _, p := range rows {
		if p.Seq > r.last {
			return false
		}
		r.count++
		r.progress.done.Store(p.Seq - r.page.Rows[0].Seq + 1)
		if r.progress.Each != nil {
			r.progress.Each(r.progress.Rows())
		}
		if !yield(r.row(p), nil) {
			return false
		}
	}
	return true
}

// row is a posting as statements have it.
func (r *reading) row(p bank.Posting) statement.Row {
	return statement.Row{
		At: p.At, Amount: p.Amount, Balance: p.Balance, Kind: p.Kind, Reference: p.Reference,
		Memo: r.mask.memo(p.Memo, p.OtherName), OtherName: r.mask.name(p.OtherName),
		Other: r.mask.number(p.Other), OtherBank: string(p.Bank),
	}
}
