package bank_test

import (
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
)

func TestHistoryOfAnAccount(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	page, err := d.History(t.Context(), d.caller, bank.HistoryQuery{
		Account: banktest.KimMain,
		From:    calendar.Date{Year: 2026, Month: time.October, Day: 1},
		To:      calendar.Date{Year: 2026, Month: time.October, Day: 31},
	})
	if err != nil {
		t.Fatal(err)
	}
	totals := page
	totals.Rows = nil
	wantTotals := bank.HistoryPage{
		Opening: won(1_500_000), Closing: won(1_284_000), In: won(50_000), Out: won(266_000), InCount: 1, OutCount: 1,
	}
	if totals.Opening != wantTotals.Opening || totals.Closing != wantTotals.Closing || totals.In != wantTotals.In ||
		totals.Out != wantTotals.Out || totals.InCount != 1 || totals.OutCount != 1 || totals.Next != 0 {
		t.Errorf("got %+v, want %+v", totals, wantTotals)
	}
	want := []bank.Posting{
		{
			Seq: 4, At: time.Date(2026, time.October, 20, 0, 0, 0, 0, time.UTC), Kind: "transfer",
			Amount: won(-266_000), Balance: won(1_284_000), Memo: "박지훈", Reference: "20261020-0000010",
			Bank: banktest.ParkBank, Other: banktest.ParkNumber, OtherName: "박지훈", OtherMemo: "김민수",
		},
		{
			Seq: 3, At: time.Date(2026, time.October, 10, 0, 0, 0, 0, time.UTC), Kind: "transfer",
			Amount: won(50_000), Balance: won(1_550_000), Memo: "이서연", Reference: "20261010-0000009",
			Bank: bank.KoreaPost, OtherName: "이서연",
		},
	}
	if len(page.Rows) != len(want) {
		t.Fatalf("got %+v", page.Rows)
	}
	for i := range want {
		if page.Rows[i] != want[i] {
			t.Errorf("row %d: got %+v\nwant %+v", i, page.Rows[i], want[i])
		}
	}
}

// The recipient sees who sent it, and neither the memo the sender kept nor the
// sender's account.
func TestWhatEachSideOfATransferSees(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	o := toLee(1_000)
	o.OwnMemo, o.RecipientMemo = "생일 선물", "축하해"
	r := d.send(t, o)
	lee := d.SignIn(t, banktest.Lee).Caller()
	today := day(d.Clock)
	see := func(c bank.Caller, n bank.AccountNumber) bank.Posting {
		page, err := d.History(t.Context(), c, bank.HistoryQuery{Account: n, From: today, To: today})
		if err != nil || len(page.Rows) != 1 {
			t.Fatalf("got %+v, %v", page, err)
		}
		return page.Rows[0]
	}
	sent, received := see(d.caller, banktest.KimMain), see(lee, banktest.LeeMain)
	want := sent
	want.Amount, want.Memo, want.Reference = won(-1_000), "생일 선물", r.Reference
	want.Bank, want.Other, want.OtherName, want.OtherMemo = bank.KoreaPost, string(banktest.LeeMain), "이서연", "축하해"
	if sent != want {
		t.Errorf("the sender sees %+v", sent)
	}
	want = received
	want.Amount, want.Memo, want.Reference = won(1_000), "축하해", r.Reference
	want.Bank, want.Other, want.OtherName, want.OtherMemo = bank.KoreaPost, "", "김민수", ""
	if received != want {
		t.Errorf("the recipient sees %+v", received)
	}
}

func TestHistoryIsOfOnesOwnAccounts(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	today := day(d.Clock)
	for _, n := range []bank.AccountNumber{banktest.LeeMain, "10026001999999", "", bank.OwnCash} {
		_, err := d.History(t.Context(), d.caller, bank.HistoryQuery{Account: n, From: today, To: today})
		if r := refusal(t, err, bank.CodeNoAccount); r.Account != string(n) {
			t.Errorf("got %+v", r)
		}
	}
	for _, n := range []bank.AccountNumber{banktest.KimClosed, banktest.KimSpare, banktest.KimDollars} {
		page, err := d.History(t.Context(), d.caller, bank.HistoryQuery{Account: n, From: today.AddMonths(-12), To: today})
		if err != nil || page.Closing.Currency() == "" {
			t.Errorf("%s: %+v, %v", n, page, err)
		}
	}
}

func TestTextInMemos(t *testing.T) {
	t.Parallel()
	o := banktest.Opening()
	o.Entries = nil
	memos := []string{"카페 라떼", "CAFE Ärger", "100% off", "a_b", `back\slash`, "월세", ""}
	for i, memo := range memos {
		o.Entries = append(o.Entries, bank.NewEntry{
			Kind: "cash", At: banktest.Start.Add(time.Duration(i-100) * time.Hour), Debit: bank.OwnCash,
			Credit: string(banktest.KimMain), Amount: won(1), CreditMemo: memo,
		})
	}
	b := fromOpening(t, o)
	c, err := b.Authenticate(t.Context(), banktest.Kim, banktest.Password(banktest.Kim))
	if err != nil {
		t.Fatal(err)
	}
	today := calendar.DateOf(banktest.Start)
	for _, row := range []struct {
		text string
		want []int64
	}{
		{"", []int64{1, 2, 3, 4, 5, 6, 7}},
		{"카페", []int64{1}},
		{norm.NFD.String("카페"), []int64{1}},
		{"cafe ä", []int64{2}},
		{"ÄRGER", []int64{2}},
		{"%", []int64{3}},
		{"_", []int64{4}},
		{`\`, []int64{5}},
		{"'", nil},
		{"세", []int64{6}},
	} {
		page, err := b.History(t.Context(), c, bank.HistoryQuery{
			Account: banktest.KimMain, From: today.AddMonths(-1), To: today, OldestFirst: true, Text: row.text,
		})
		var got []int64
		for _, p := range page.Rows {
			got = append(got, p.Seq)
		}
		if err != nil || len(got) != len(row.want) {
			t.Errorf("%q finds %v, %v, want %v", row.text, got, err, row.want)
			continue
		}
		for i := range got {
			if got[i] != row.want[i] {
				t.Errorf("%q finds %v, want %v", row.text, got, row.want)
				break
			}
		}
		if page.InCount != 7 || page.Closing != won(7) {
			t.Errorf("%q changes the totals: %+v", row.text, page)
		}
	}
}

// passbookLine is what a test remembers of an entry.
type passbookLine struct {
	on      calendar.Date
	amount  int64
	balance int64
	seq     int64
}

// drawHistory makes up entries on one account.
func drawHistory(t *rapid.T) (entries []bank.NewEntry, lines []passbookLine) {
	at, balance := banktest.Start.AddDate(-2, 0, 0), int64(0)
	for range rapid.IntRange(0, 60).Draw(t, "entries") {
		gap := rapid.SampledFrom([]time.Duration{time.Microsecond, time.Minute, 7 * time.Hour, 24 * time.Hour, 20 * 24 * time.Hour}).Draw(t, "gap")
		if at = at.Add(gap); !at.Before(banktest.Start) {
			break
		}
		amount := rapid.Int64Range(-balance, 1_000_000).Draw(t, "amount")
		if amount == 0 {
			continue
		}
		e := bank.NewEntry{Kind: "cash", At: at, Debit: bank.OwnCash, Credit: string(banktest.KimMain), Amount: won(amount)}
		if amount < 0 {
			e.Debit, e.Credit, e.Amount = e.Credit, e.Debit, won(-amount)
		}
		balance += amount
		entries = append(entries, e)
		lines = append(lines, passbookLine{calendar.DateOf(at), amount, balance, int64(len(lines) + 1)})
	}
	return entries, lines
}

// Over any history and any period: the totals are those of its lines and make the
// closing balance, and the pages have each line once, in order, in each direction.
func TestHistoriesReconcile(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		o := banktest.Opening()
		var lines []passbookLine
		o.Entries, lines = drawHistory(rt)
		b := fromOpening(t, o)
		defer b.Close()
		c, err := b.Authenticate(t.Context(), banktest.Kim, banktest.Password(banktest.Kim))
		if err != nil {
			rt.Fatal(err)
		}
		for range 4 {
			today := calendar.DateOf(banktest.Start)
			q := bank.HistoryQuery{Account: banktest.KimMain, To: today.AddDays(-rapid.IntRange(0, 730).Draw(rt, "to"))}
			q.From = q.To.AddDays(-rapid.IntRange(0, 365).Draw(rt, "days"))
			q.Limit = rapid.IntRange(0, 9).Draw(rt, "limit")
			checkTotals(t, rt, b, c, q, lines)
			q.Flow = rapid.SampledFrom([]bank.Flow{bank.AllFlows, bank.Deposits, bank.Withdrawals}).Draw(rt, "flow")
			q.OldestFirst = rapid.Bool().Draw(rt, "oldest first")
			checkPages(t, rt, b, c, q, lines)
		}
	})
}

func checkTotals(t *testing.T, rt *rapid.T, b *bank.Bank, c bank.Caller, q bank.HistoryQuery, lines []passbookLine) {
	t.Helper()
	page, err := b.History(t.Context(), c, q)
	if err != nil {
		rt.Fatal(err)
	}
	var opening, closing, in, out int64
	var inCount, outCount int
	for _, l := range lines {
		switch {
		case l.on.After(q.To):
			continue
		case l.on.Before(q.From):
			opening = l.balance
		case l.amount > 0:
			in, inCount = in+l.amount, inCount+1
		default:
			out, outCount = out-l.amount, outCount+1
		}
		closing = l.balance
	}
	if page.Opening != won(opening) || page.Closing != won(closing) || page.In != won(in) || page.Out != won(out) ||
		page.InCount != inCount || page.OutCount != outCount {
		rt.Fatalf("%v to %v: got %+v, want %d + %d - %d = %d", q.From, q.To, page, opening, in, out, closing)
	}
	if page.Opening.Minor()+page.In.Minor()-page.Out.Minor() != page.Closing.Minor() {
		rt.Fatalf("%+v does not reconcile", page)
	}
}

func checkPages(t *testing.T, rt *rapid.T, b *bank.Bank, c bank.Caller, q bank.HistoryQuery, lines []passbookLine) {
	t.Helper()
	var want []passbookLine
	for _, l := range lines {
		wanted := q.Flow == bank.AllFlows || (q.Flow == bank.Deposits) == (l.amount > 0)
		if wanted && !l.on.Before(q.From) && !l.on.After(q.To) {
			want = append(want, l)
		}
	}
	for n := 0; ; {
		page, err := b.History(t.Context(), c, q)
		if err != nil {
			rt.Fatal(err)
		}
		for _, p := range page.Rows {
			if n == len(want) {
				rt.Fatalf("%+v: too many rows", q)
			}
			l := want[n]
			if !q.OldestFirst {
				l = want[len(want)-1-n]
			}
			if p.Seq != l.seq || p.Amount != won(l.amount) || p.Balance != won(l.balance) {
				rt.Fatalf("%+v: row %d is %+v, want %+v", q, n, p, l)
			}
			n++
		}
		if page.Next == 0 {
			if n != len(want) {
				rt.Fatalf("%+v: %d rows, want %d", q, n, len(want))
			}
			return
		}
		if q.Limit > 0 && len(page.Rows) != q.Limit {
			rt.Fatalf("%+v: a page of %d rows is not the last", q, len(page.Rows))
		}
		q.After = page.Next
	}
}
