package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// Flow selects postings by direction, as the inquiry type A/I/O of KFTC's open
// banking does.
type Flow int

// The flows.
const (
	AllFlows Flow = iota
	Deposits
	Withdrawals
)

// HistoryPageSize is how many rows a page has unless a query says otherwise.
const HistoryPageSize = 25

// HistoryQuery asks for postings of one account from From to To, days in Seoul,
// both included.
type HistoryQuery struct {
	Account     AccountNumber
	From, To    calendar.Date
	Flow        Flow
	OldestFirst bool
	Text        string // found in the memo, in any case; "" finds all
	After       int64  // Next of the page before; 0 for the first page
	Limit       int    // rows a page; 0 means HistoryPageSize
}

// Posting is one line of a passbook.
type Posting struct {
	Seq       int64 // position in the account, from 1
	At        time.Time
	Kind      string       // of the entry: transfer, salary, card, bill, cash, interest, fee, exchange, opening, reversal
	Amount    money.Amount // above zero when money came in
	Balance   money.Amount // after it
	Memo      string
	Reference string

	// What only transfers have, and only as far as this side may know.
	Bank      BankCode // of the other side
	Other     string   // its account number, digits
	OtherName string
	OtherMemo string // what the other passbook shows, for the sender
}

// HistoryPage is one page of a query's answer, and the whole query's totals:
// Opening + In - Out = Closing always holds, whatever Flow and Text leave out of Rows.
type HistoryPage struct {
	Rows             []Posting
	Next             int64 // 0 when this is the last page
	Opening, Closing money.Amount
	In, Out          money.Amount
	InCount          int
	OutCount         int
}

// History answers a query about one account of the caller, by keyset: a page
// costs the same wherever it is. With a Text, only memos that are not indexed yet and a Text of one character are
// read until the page is full; what was not indexed is indexed afterwards, while nobody waits. It is refused
// with CodeNoAccount, CodePeriodReversed, CodePeriodTooLong, CodePeriodFuture and CodePeriodTooOld.
func (b *Bank) History(ctx context.Context, c Caller, q HistoryQuery) (HistoryPage, error) {
	var (
		page     HistoryPage
		searched int64 // the account, if for a text
	)
	err := b.lookup(ctx, c, "read history", func(ctx context.Context, t *tx) error {
		a, err := t.ownAccount(ctx, c.Customer, q.Account)
		if err != nil {
			return err
		}
		if err := checkPeriod(q.From, q.To, calendar.DateOf(t.now)); err != nil {
			return err
		}
		first, last, err := t.totals(ctx, a, q, &page)
		if err != nil {
			return err
		}
		if q.Text != "" {
			searched = a.id
		}
		return t.passbook(ctx, a, q, first, last, &page)
	})
	if err != nil {
		return HistoryPage{}, err
	}
	if searched != 0 {
		b.indexLater(ctx, searched)
	}
	return page, nil
}

var errUnreconciled = errors.New("opening balance and totals do not make the closing balance")

// totals fills in the page's balances and sums, and returns the first and last
// position of the period, which are 0 if nothing happened in it. A page that does not reconcile is a fault.
func (t *tx) totals(ctx context.Context, a ownAccount, q HistoryQuery, page *HistoryPage) (first, last int64, err error) {
	var in, out int64
	err = t.QueryRowContext(ctx, query("history_range"), a.id, q.From.Key(), q.To.Key()).
		Scan(&first, &last, &in, &page.InCount, &out, &page.OutCount)
	if err != nil {
		return 0, 0, err
	}
	var before int64
	err = t.QueryRowContext(ctx, query("history_before"), a.id, q.From.Key()).Scan(&before)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return 0, 0, err
	}
	opening, err := t.balanceAt(ctx, a, before)
	if err != nil {
		return 0, 0, err
	}
	closing, err := t.balanceAt(ctx, a, max(before, last))
	if err != nil {
		return 0, 0, err
	}
	if opening+in-out != closing {
		return 0, 0, fmt.Errorf("account %s: %w", a.number, errUnreconciled)
	}
	page.Opening, page.Closing = money.New(opening, a.currency), money.New(closing, a.currency)
	page.In, page.Out = money.New(in, a.currency), money.New(out, a.currency)
	return first, last, nil
}

// balanceAt is the balance after the posting at a position, 0 before the first.
func (t *tx) balanceAt(ctx context.Context, a ownAccount, seq int64) (balance int64, err error) {
	if seq == 0 {
		return 0, nil
	}
	err = t.QueryRowContext(ctx, query("posting_balance"), a.id, seq).Scan(&balance)
	return balance, err
}

// passbook fills in the page's rows from the positions first to last.
func (t *tx) passbook(ctx context.Context, a ownAccount, q HistoryQuery, first, last int64, page *HistoryPage) error {
	if q.Flow == Deposits && page.InCount == 0 || q.Flow == Withdrawals && page.OutCount == 0 {
		return nil // known from the totals, without reading every row
	}
	switch {
	case q.OldestFirst:
		first = max(first, q.After+1)
	case q.After > 0:
		last = min(last, q.After-1)
	}
	size := q.Limit
	if size <= 0 {
		size = HistoryPageSize
	}
	var err error
	if q.Text == "" {
		// One more than a page has, to know whether there is another.
		page.Rows, err = t.postings(ctx, a, q, first, last, size+1)
	} else {
		page.Rows, err = t.search(ctx, a, q, first, last, size+1)
	}
	if err == nil && len(page.Rows) > size {
		page.Rows = page.Rows[:size]
		page.Next = page.Rows[size-1].Seq
	}
	return err
}

// postings reads at most so many rows of the positions first to last.
func (t *tx) postings(ctx context.Context, a ownAccount, q HistoryQuery, first, last int64, most int) ([]Posting, error) {
	statement := "history_newest_first"
	if q.OldestFirst {
		statement = "history_oldest_first"
	}
	scan := func(rows *sql.Rows) (Posting, error) { return scanPosting(rows, a.currency) }
	return collect(ctx, t, scan, statement, a.id, first, last, int(q.Flow), most, KoreaPost)
}

func scanPosting(rows *sql.Rows, currency money.Currency) (Posting, error) {
	var (
		p                   Posting
		at, amount, balance int64
		day                 int
		entryID             int64
	)
	err := rows.Scan(&p.Seq, &at, &p.Kind, &amount, &balance, &p.Memo, &day, &entryID,
		&p.Bank, &p.Other, &p.OtherName, &p.OtherMemo)
	if err != nil {
		return Posting{}, err
	}
	p.At, p.Reference = instant(at), reference(day, entryID)
	p.Amount, p.Balance = money.New(amount, currency), money.New(balance, currency)
	return p, nil
}
