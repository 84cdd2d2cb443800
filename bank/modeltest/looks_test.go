package modeltest_test

import (
	"context"
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

func (m *machine) looksAtBalances(rt *rapid.T) {
	s := m.caller(rt)
	got, err := m.bank.Accounts(context.Background(), s.Caller)
	if !m.answered(rt, err, s.mayRead()) {
		return
	}
	if len(got) != len(s.by.accounts) {
		rt.Fatalf("%d accounts, want %d", len(got), len(s.by.accounts))
	}
	for i, g := range got {
		a := m.accounts[s.by.accounts[i]]
		available := a.balance
		if !a.open {
			available = 0
		}
		last := a.postings
		switch {
		case g.Number != a.number, g.Balance != money.New(a.balance, a.currency), g.Available != money.New(available, a.currency):
			rt.Fatalf("account %+v, want %+v", g, a)
		case len(last) == 0 && !g.LastAt.IsZero(), len(last) > 0 && !g.LastAt.Equal(last[len(last)-1].At):
			rt.Fatalf("account %s was last used at %v", g.Number, g.LastAt)
		}
	}
}

// drawsPeriod draws the days of a query: most are allowed.
func (m *machine) drawsPeriod(rt *rapid.T) (from, to calendar.Date) {
	today := m.today()
	to = today.AddDays(-rapid.SampledFrom([]int{0, 0, 0, 1, 2, 30, -1}).Draw(rt, "to"))
	return to.AddDays(-rapid.SampledFrom([]int{0, 0, 1, 7, 200, 364, 370, 3000, -1}).Draw(rt, "from")), to
}

func (m *machine) looksAtHistory(rt *rapid.T) {
	s := m.caller(rt)
	q := bank.HistoryQuery{
		Account:     rapid.SampledFrom(append([]bank.AccountNumber{banktest.LeeMain, banktest.KimMain}, s.by.accounts...)).Draw(rt, "account"),
		Flow:        rapid.SampledFrom([]bank.Flow{bank.AllFlows, bank.Deposits, bank.Withdrawals}).Draw(rt, "flow"),
		OldestFirst: rapid.Bool().Draw(rt, "oldest first"),
		Text:        rapid.SampledFrom([]string{"", "", "", "박지훈", "월세", "없는말"}).Draw(rt, "text"),
		Limit:       rapid.SampledFrom([]int{1, 2, 3, 25}).Draw(rt, "limit"),
	}
	q.From, q.To = m.drawsPeriod(rt)
	want, code := m.history(s, q)
	for read := 0; ; {
		got, err := m.bank.History(context.Background(), s.Caller, q)
		if !m.answered(rt, err, code) {
			return
		}
		upTo := min(read+q.Limit, len(want.Rows))
		rows, totals := got.Rows, got
		totals.Rows, totals.Next = nil, 0
		whole := want
		whole.Rows = nil
		if fmt.Sprint(totals) != fmt.Sprint(whole) {
			rt.Fatalf("the totals are\n%+v\nand should be\n%+v", totals, whole)
		}
		if !slices.Equal(rows, want.Rows[read:upTo]) {
			rt.Fatalf("the rows are\n%+v\nand should be\n%+v", rows, want.Rows[read:upTo])
		}
		read = upTo
		if more := read < len(want.Rows); more != (got.Next != 0) {
			rt.Fatalf("after %d of %d rows the next page is %d", read, len(want.Rows), got.Next)
		}
		if q.After = got.Next; q.After == 0 {
			return
		}
	}
}

func (m *machine) looksAtTransfers(rt *rapid.T) {
	s := m.caller(rt)
	q := bank.TransferQuery{
		Account: rapid.SampledFrom([]bank.AccountNumber{"", "", banktest.KimMain, banktest.LeeMain}).Draw(rt, "account"),
		Status:  rapid.SampledFrom([]bank.TransferStatus{"", "", bank.Completed, bank.Rejected}).Draw(rt, "status"),
	}
	// From the day the sequence began: what was there before is not in the model.
	q.From, q.To = calendar.DateOf(banktest.Start), m.today()
	if rapid.IntRange(0, 3).Draw(rt, "odd period") == 0 {
		if from, to := m.drawsPeriod(rt); m.period(from, to) != "" || !from.Before(q.From) {
			q.From, q.To = from, to
		}
	}
	want, code := m.transfers(s, q)
	got, err := m.bank.Transfers(context.Background(), s.Caller, q)
	if !m.answered(rt, err, code) {
		return
	}
	for i := 1; i < len(got); i++ {
		if got[i-1].RequestedAt.Before(got[i].RequestedAt) {
			rt.Fatalf("order %d is newer than order %d", i, i-1)
		}
	}
	sorted := func(results []bank.TransferResult) []string {
		var texts []string
		for _, r := range results {
			texts = append(texts, fmt.Sprintf("%+v", r))
		}
		slices.Sort(texts)
		return texts
	}
	if g, w := sorted(got), sorted(want); !slices.Equal(g, w) {
		rt.Fatalf("the orders are\n%q\nand should be\n%q", g, w)
	}
}

func (m *machine) asksOutcome(rt *rapid.T) {
	s := m.caller(rt)
	keys := []string{"019a5000-0000-7000-8000-000000000000"}
	for key := range m.orders {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	key := rapid.SampledFrom(keys).Draw(rt, "key")
	got, err := m.bank.Outcome(context.Background(), s.Caller, key)
	if !m.answered(rt, err, s.mayRead()) {
		return
	}
	var want *bank.Receipt
	if o := m.orders[key]; o != nil && o.by == s.by {
		want = o.receipt
	}
	if (got == nil) != (want == nil) || got != nil && *got != *want {
		rt.Fatalf("the outcome of %s is\n%+v\nand should be\n%+v", key, got, want)
	}
}

func (m *machine) looksAtLeftOver(rt *rapid.T) {
	s := m.caller(rt)
	left, err := m.bank.LeftOver(context.Background(), s.Caller)
	if !m.answered(rt, err, s.mayRead()) {
		return
	}
	var keys []string
	for _, l := range left {
		key := l.Review.Order.Key
		keys = append(keys, key)
		if o := m.orders[key]; o != nil && (l.Review.Order != o.TransferOrder ||
			(l.Receipt == nil) != (o.receipt == nil) || l.Receipt != nil && *l.Receipt != *o.receipt) {
			rt.Fatalf("left over is\n%+v\nand should be\n%+v", l, o)
		}
	}
	if want := m.leftOver(s.by); !slices.Equal(keys, want) {
		rt.Fatalf("left over are\n%q\nand should be\n%q", keys, want)
	}
}

func (m *machine) looksAtLimits(rt *rapid.T) {
	s := m.caller(rt)
	got, err := m.bank.TransferLimits(context.Background(), s.Caller)
	if !m.answered(rt, err, s.mayRead()) {
		return
	}
	p := s.by
	want := bank.TransferLimits{
		Medium: p.medium, Each: money.New(p.each, money.KRW), Day: money.New(p.day, money.KRW),
		UsedToday: money.New(p.sent[m.today()], money.KRW),
	}
	if got != want {
		rt.Fatalf("the limits are\n%+v\nand should be\n%+v", got, want)
	}
}

func (m *machine) checksRecipient(rt *rapid.T) {
	s := m.caller(rt)
	o := m.draws(rt, s)
	got, err := m.bank.CheckRecipient(context.Background(), s.Caller, o.Bank, o.To)
	want := m.recipient(o.Bank, o.To)
	code := s.mayRead()
	if code == "" {
		code = want.refusal
	}
	if m.answered(rt, err, code) && (got.NameKO != want.nameKO || got.NameEN != want.nameEN || got.Account != o.To) {
		rt.Fatalf("the recipient is %+v and should be %+v", got, want)
	}
}
