package bank

import (
	"context"
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

// The bounds of a history query.
const (
	HistoryMonths = 12 // at most so many months in one query
	HistoryYears  = 5  // and so far back
)

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
// costs the same wherever it is. It is refused with CodeNoAccount, CodePeriodReversed,
// CodePeriodTooLong, CodePeriodFuture and CodePeriodTooOld.
func (b *Bank) History(ctx context.Context, c Caller, q HistoryQuery) (HistoryPage, error) {
	panic("todo")
}
