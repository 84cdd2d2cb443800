package modeltest_test

import (
	"slices"
	"strings"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// model is what a bank should know. It holds the people of banktest.Opening.
type model struct {
	clock    *banktest.Clock
	newest   time.Time // of the newest entry
	people   map[string]*person
	accounts map[bank.AccountNumber]*account
	orders   map[string]*order // by key
	refused  []bank.TransferResult
	sessions []session
}

type person struct {
	id             bank.CustomerID
	login          string
	nameEN, nameKO string
	medium         bank.Medium
	each, day      int64
	sent           map[calendar.Date]int64
	failures       int // wrong passwords in a row
	mediumFailures int
	lastStep       int64          // of the token, that was accepted
	asked          bank.Challenge // of the card, until it is answered right; zero before it is asked for any
	lastSession    map[bank.Channel]time.Time
	accounts       []bank.AccountNumber
	booked         []string // keys of orders
}

type account struct {
	number   bank.AccountNumber
	owner    *person
	currency money.Currency
	kind     bank.ProductKind
	open     bool
	balance  int64
	postings []bank.Posting
	failures int // wrong account passwords in a row
}

// order is an order that was prepared.
type order struct {
	bank.TransferOrder

	by        *person
	challenge bank.Challenge
	document  []byte
	at        time.Time
	kept      bool // not forgotten
	receipt   *bank.Receipt
}

// session is a caller that somebody was given.
type session struct {
	bank.Caller

	by    *person
	on    bank.Channel
	ended bank.Code // how the bank refuses it; "" while it is open
}

// holder is whom an order would pay, or why it would not.
type holder struct {
	nameEN, nameKO string
	refusal        bank.Code
}

// now is the time of the ledger.
func (m *model) now() time.Time {
	now := m.clock.Now().Truncate(time.Microsecond).UTC()
	if !m.newest.IsZero() && !now.After(m.newest) {
		now = m.newest.Add(time.Microsecond).UTC()
	}
	return now
}

func (m *model) today() calendar.Date { return calendar.DateOf(m.now()) }

// mayRead is the refusal of a caller who looks.
func (s session) mayRead() bank.Code {
	if s.Session == "" {
		return ""
	}
	return s.ended
}

// mayOrder is the refusal of a caller who orders.
func (s session) mayOrder() bank.Code {
	if s.Session == "" {
		return bank.CodeReadOnly
	}
	return s.ended
}

// tried counts an answer as the bank does.
func tried(failures *int, right bool, wrong, locked bank.Code) bank.Code {
	if *failures >= bank.MaxTries {
		return locked
	}
	if right {
		*failures = 0
		return ""
	}
	*failures++
	if *failures >= bank.MaxTries {
		return locked
	}
	return wrong
}

// signIn is what the bank answers to a password.
func (m *model) signIn(p *person, right bool) bank.Code {
	return tried(&p.failures, right, bank.CodeWrongSignIn, bank.CodeSignInLocked)
}

// own is the account of a customer who asks.
func (m *model) own(p *person, n bank.AccountNumber) (*account, bank.Code) {
	a := m.accounts[n]
	if a == nil || a.owner != p {
		return nil, bank.CodeNoAccount
	}
	return a, ""
}

func (a *account) withdrawable() bank.Code {
	switch {
	case !a.open:
		return bank.CodeAccountClosed
	case a.currency != money.KRW:
		return bank.CodeOtherCurrency
	case a.kind != bank.Demand:
		return bank.CodeNotWithdrawable
	}
	return ""
}

// recipient is whom an order would pay.
func (m *model) recipient(at bank.BankCode, number string) holder {
	elsewhere := map[bank.BankCode]struct {
		number string
		holder
	}{
		banktest.ParkBank:   {banktest.ParkNumber, holder{nameEN: "PARK JIHUN", nameKO: banktest.ParkName}},
		banktest.ClosedBank: {banktest.ClosedNumber, holder{refusal: bank.CodeRecipientClosed}},
		banktest.SilentBank: {banktest.SilentNumber, holder{refusal: bank.CodeBankNotAnswering}},
	}
	long := len(number) >= 10 && len(number) <= 16
	if at == bank.KoreaPost {
		long = len(number) == 14
	}
	other, known := elsewhere[at]
	switch {
	case at != bank.KoreaPost && !known:
		return holder{refusal: bank.CodeUnknownBank}
	case !long || strings.Trim(number, "0123456789") != "":
		return holder{refusal: bank.CodeBadAccountNumber}
	case at != bank.KoreaPost && other.number != number:
		return holder{refusal: bank.CodeNoRecipient}
	case at != bank.KoreaPost:
		return other.holder
	}
	a := m.accounts[bank.AccountNumber(number)]
	switch {
	case a == nil:
		return holder{refusal: bank.CodeNoRecipient}
	case !a.open:
		return holder{refusal: bank.CodeRecipientClosed}
	case a.currency != money.KRW:
		return holder{refusal: bank.CodeOtherCurrency}
	case a.kind == bank.TimeDeposit:
		return holder{refusal: bank.CodeNoRecipient}
	}
	return holder{nameEN: a.owner.nameEN, nameKO: a.owner.nameKO}
}

// passes fills in an order, and says why it would be refused before the second factor.
func (m *model) passes(p *person, o *bank.TransferOrder) bank.Code {
	a, code := m.own(p, o.From)
	if code != "" {
		return code
	}
	if code := a.withdrawable(); code != "" {
		return code
	}
	if a.failures >= bank.MaxTries {
		return bank.CodePINLocked
	}
	switch {
	case o.Amount.Minor() <= 0:
		return bank.CodeBadAmount
	case o.Amount.Currency() != money.KRW:
		return bank.CodeOtherCurrency
	case o.Bank == bank.KoreaPost && o.To == string(o.From):
		return bank.CodeSameAccount
	}
	to := m.recipient(o.Bank, o.To)
	if to.refusal != "" {
		return to.refusal
	}
	if o.Recipient != to.nameKO {
		return bank.CodeRecipientChanged
	}
	o.OwnMemo, o.RecipientMemo = memo(o.OwnMemo, to.nameKO), memo(o.RecipientMemo, p.nameKO)
	if bank.Cells(o.OwnMemo) > bank.MemoCells || bank.Cells(o.RecipientMemo) > bank.MemoCells {
		return bank.CodeMemoTooLong
	}
	switch amount := o.Amount.Minor(); {
	case amount > p.each:
		return bank.CodeOverTransferLimit
	case amount > p.day-p.sent[m.today()]:
		return bank.CodeOverDailyLimit
	case amount > a.balance:
		return bank.CodeInsufficientFunds
	case p.mediumFailures >= bank.MaxTries:
		return bank.CodeFactorLocked
	}
	return ""
}

// memo is what a passbook shows for what was written. The memos of the sequences have no characters that are dropped.
func memo(written, name string) string {
	if trimmed := strings.TrimSpace(written); trimmed != "" {
		return trimmed
	}
	return name
}

// closed reports whether the books are closed around midnight in Seoul.
func (m *model) closed() bool {
	since := m.now().Sub(calendar.DateOf(m.now()).Start())
	return since < 10*time.Minute || since >= 23*time.Hour+50*time.Minute
}

// prepare is what the bank answers to an order under review.
func (m *model) prepare(s session, o *bank.TransferOrder, rightPIN bool) bank.Code {
	if code := s.mayOrder(); code != "" {
		return code
	}
	if m.closed() {
		return bank.CodeServiceClosed
	}
	a, code := m.own(s.by, o.From)
	if code != "" {
		return code
	}
	if code := a.withdrawable(); code != "" {
		return code
	}
	if code := tried(&a.failures, rightPIN, bank.CodeWrongPIN, bank.CodePINLocked); code != "" {
		return code
	}
	return m.passes(s.by, o)
}

// proof is how good a confirmation's proofs are: what speaks against the signature, "" if nothing does.
type proof struct {
	rightFactor bool
	signature   bank.Code
}

// transfer is what the bank answers to a confirmation, and the order that it books. booking is false for one that was
// booked before, whose receipt comes again.
func (m *model) transfer(s session, o bank.TransferOrder, by proof, step int64) (kept *order, booking bool, code bank.Code) {
	if code := s.mayOrder(); code != "" {
		return nil, false, code
	}
	kept = m.orders[o.Key]
	switch {
	case kept != nil && kept.receipt != nil && (kept.by != s.by || kept.TransferOrder != o):
		return nil, false, bank.CodeKeyReused
	case kept != nil && kept.receipt != nil:
		return kept, false, ""
	case kept == nil || !kept.kept || kept.by != s.by:
		return nil, false, bank.CodeNotPrepared
	case kept.TransferOrder != o:
		return nil, false, bank.CodeKeyReused
	case m.closed():
		return nil, false, bank.CodeServiceClosed
	case by.signature != "":
		return nil, false, by.signature
	}
	p, rightFactor := s.by, by.rightFactor
	if p.medium == bank.Token {
		rightFactor = rightFactor && step > p.lastStep
	}
	if code := tried(&p.mediumFailures, rightFactor, bank.CodeWrongFactor, bank.CodeFactorLocked); code != "" {
		return nil, false, code
	}
	if p.medium == bank.Token {
		p.lastStep = step
	}
	if kept.challenge == p.asked {
		p.asked = bank.Challenge{}
	}
	if code := m.passes(p, &o); code != "" {
		m.refused = append(m.refused, bank.TransferResult{
			Order: o, Status: bank.Rejected, Code: code, RequestedAt: kept.at, ProcessedAt: m.now(),
		})
		return nil, false, code
	}
	return kept, true, ""
}

// book moves the money of an order as its receipt says, and writes the passbooks.
func (m *model) book(kept *order, r bank.Receipt) {
	kept.receipt, m.newest = &r, r.At
	p, o := kept.by, kept.TransferOrder
	p.sent[calendar.DateOf(r.At)] += o.Amount.Minor()
	p.booked = append(p.booked, o.Key)
	m.accounts[o.From].post(bank.Posting{
		At: r.At, Kind: "transfer", Amount: o.Amount.Neg(), Memo: o.OwnMemo, Reference: r.Reference,
		Bank: o.Bank, Other: o.To, OtherName: o.Recipient, OtherMemo: o.RecipientMemo,
	})
	if o.Bank == bank.KoreaPost {
		m.accounts[bank.AccountNumber(o.To)].post(bank.Posting{
			At: r.At, Kind: "transfer", Amount: o.Amount, Memo: o.RecipientMemo, Reference: r.Reference,
			Bank: bank.KoreaPost, OtherName: p.nameKO,
		})
	}
}

func (a *account) post(p bank.Posting) {
	a.balance += p.Amount.Minor()
	p.Seq, p.Balance = int64(len(a.postings)+1), money.New(a.balance, a.currency)
	a.postings = append(a.postings, p)
}

// period is the refusal of a period.
func (m *model) period(from, to calendar.Date) bank.Code {
	today := m.today()
	switch {
	case from.After(to):
		return bank.CodePeriodReversed
	case to.After(today):
		return bank.CodePeriodFuture
	case from.Before(today.AddMonths(-12 * bank.HistoryYears)):
		return bank.CodePeriodTooOld
	case to.After(from.AddMonths(bank.HistoryMonths)):
		return bank.CodePeriodTooLong
	}
	return ""
}

// history is the answer to a query with all its rows on one page.
func (m *model) history(s session, q bank.HistoryQuery) (bank.HistoryPage, bank.Code) {
	if code := s.mayRead(); code != "" {
		return bank.HistoryPage{}, code
	}
	a, code := m.own(s.by, q.Account)
	if code != "" {
		return bank.HistoryPage{}, code
	}
	if code := m.period(q.From, q.To); code != "" {
		return bank.HistoryPage{}, code
	}
	var page bank.HistoryPage
	var opening, closing, in, out int64
	for _, p := range a.postings {
		day, amount := calendar.DateOf(p.At), p.Amount.Minor()
		if day.After(q.To) {
			break
		}
		closing = p.Balance.Minor()
		if day.Before(q.From) {
			opening = closing
			continue
		}
		if amount > 0 {
			in, page.InCount = in+amount, page.InCount+1
		} else {
			out, page.OutCount = out-amount, page.OutCount+1
		}
		if q.Flow == bank.Deposits && amount < 0 || q.Flow == bank.Withdrawals && amount > 0 || !strings.Contains(p.Memo, q.Text) {
			continue
		}
		page.Rows = append(page.Rows, p)
	}
	if !q.OldestFirst {
		slices.Reverse(page.Rows)
	}
	page.Opening, page.Closing = money.New(opening, a.currency), money.New(closing, a.currency)
	page.In, page.Out = money.New(in, a.currency), money.New(out, a.currency)
	return page, ""
}

// transfers are the answer to a query, in no order.
func (m *model) transfers(s session, q bank.TransferQuery) ([]bank.TransferResult, bank.Code) {
	if code := s.mayRead(); code != "" {
		return nil, code
	}
	if q.Account != "" {
		if _, code := m.own(s.by, q.Account); code != "" {
			return nil, code
		}
	}
	if code := m.period(q.From, q.To); code != "" {
		return nil, code
	}
	var all []bank.TransferResult
	for _, r := range m.refused {
		if m.accounts[r.Order.From].owner == s.by {
			r.RecipientEN = m.recipient(r.Order.Bank, r.Order.To).nameEN
			r.Fee = money.New(0, money.KRW)
			all = append(all, r)
		}
	}
	for _, key := range s.by.booked {
		o := m.orders[key]
		all = append(all, bank.TransferResult{
			Order: o.TransferOrder, RecipientEN: o.receipt.RecipientEN, Status: bank.Completed, Reference: o.receipt.Reference,
			RequestedAt: o.at, ProcessedAt: o.receipt.At, Fee: o.receipt.Fee,
		})
	}
	return slices.DeleteFunc(all, func(r bank.TransferResult) bool {
		day := calendar.DateOf(r.RequestedAt)
		return day.Before(q.From) || day.After(q.To) ||
			q.Account != "" && r.Order.From != q.Account || q.Status != "" && r.Status != q.Status
	}), ""
}

// leftOver are the keys of a customer's prepared orders, oldest first.
func (m *model) leftOver(p *person) []string {
	var left []*order
	for _, o := range m.orders {
		if o.by == p && o.kept {
			left = append(left, o)
		}
	}
	slices.SortFunc(left, func(a, b *order) int {
		if c := a.at.Compare(b.at); c != 0 {
			return c
		}
		return strings.Compare(a.Key, b.Key)
	})
	keys := make([]string, len(left))
	for i, o := range left {
		keys[i] = o.Key
	}
	return keys
}
