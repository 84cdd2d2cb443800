package bank_test

import (
	"fmt"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// How many postings the account of BenchmarkHistoryOfOneAccount has: with -short a
// tenth of the many.
const (
	fewOnAccount  = 1000
	manyOnAccount = 1_000_000
)

// pages is which page is the farthest that is read, of HistoryPageSize rows.
const pages = 1000

// passbook is a bank with so many postings on Kim's account, within 360 days, and
// one on another account for each of them.
func passbook(b *testing.B, postings int) large {
	b.Helper()
	o := banktest.Opening()
	words := []string{"골목커피 종로점", "GS25 Jongno", "월세", "Corner Grocery", "지하철 2호선", "Netflix", "급여 한국상사", "이서연"}
	last := o.Entries[len(o.Entries)-1].At
	step := 350 * 24 * time.Hour / time.Duration(postings)
	o.At = last.Add(step * time.Duration(postings+1))
	for i := range postings {
		memo := words[i%len(words)]
		e := bank.NewEntry{
			Kind: "card", At: last.Add(time.Duration(i+1) * step), Debit: bank.OwnClearing, Credit: string(banktest.KimMain),
			Amount: money.New(int64(1000+i%977), money.KRW), CreditMemo: memo,
		}
		if i%(postings/40) == 17 { // forty of them, however many there are
			e.Debit, e.Credit, e.CreditMemo, e.DebitMemo = e.Credit, e.Debit, "", fmt.Sprintf("드문말 Seldom %06d", i)
		}
		o.Entries = append(o.Entries, e)
	}
	opt := bank.Options{Now: func() time.Time { return o.At }, Rand: banktest.NewRand(3), Cost: bank.TapeCost, Verify: banktest.Verify}
	l := large{path: b.TempDir() + "/bank.db", postings: postings}
	if err := bank.Create(b.Context(), l.path, o, opt); err != nil {
		b.Fatal(err)
	}
	var err error
	if l.Bank, err = bank.Open(b.Context(), l.path, opt); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { l.Close() })
	if l.caller, err = l.Authenticate(b.Context(), banktest.Kim, banktest.Password(banktest.Kim)); err != nil {
		b.Fatal(err)
	}
	for more := true; more; { // searches find every memo indexed, as they do once somebody searched
		if more, err = l.IndexMemos(b.Context(), banktest.KimMain, bank.IndexFrom); err != nil {
			b.Fatal(err)
		}
	}
	today := calendar.DateOf(o.At)
	l.query = bank.HistoryQuery{Account: banktest.KimMain, From: today.AddDays(-355), To: today}
	return l
}

// BenchmarkHistoryOfOneAccount asks the same of an account with a thousand postings
// and of one with a million. Wanted: that they take as long, whatever is asked.
func BenchmarkHistoryOfOneAccount(b *testing.B) {
	postings := manyOnAccount
	if testing.Short() {
		postings /= 10
	}
	sides := []struct {
		name string
		large
	}{{"few", passbook(b, fewOnAccount)}, {"many", passbook(b, postings)}}
	for _, ask := range []struct {
		name string
		of   func(l large) bank.HistoryQuery
	}{
		{"first page", func(l large) bank.HistoryQuery { return l.query }},
		{"oldest first", func(l large) bank.HistoryQuery {
			q := l.query
			q.OldestFirst = true
			return q
		}},
		{"page 1000", func(l large) bank.HistoryQuery { // of the few the last page
			q := l.query
			q.OldestFirst, q.After = true, int64(min(pages*bank.HistoryPageSize, l.postings-bank.HistoryPageSize))
			return q
		}},
		{"a month in the middle", func(l large) bank.HistoryQuery {
			q := l.query
			q.From = q.From.AddDays(150)
			q.To = q.From.AddDays(30)
			return q
		}},
		{"withdrawals, of which there are few", func(l large) bank.HistoryQuery {
			q := l.query
			q.Flow = bank.Withdrawals
			return q
		}},
		{"text in Korean", text("골목커피")},
		{"text in English", text("corner")},
		{"rare text in Korean", text("드문말")},
		{"rare text in English", text("seldom")},
		{"text that is not there", text("없는말이다")},
	} {
		for _, side := range sides {
			b.Run(ask.name+"/"+side.name, func(b *testing.B) {
				q := ask.of(side.large)
				rows := 0
				for b.Loop() {
					page, err := side.History(b.Context(), side.caller, q)
					if err != nil {
						b.Fatal(err)
					}
					rows = len(page.Rows)
				}
				b.ReportMetric(float64(rows), "rows")
			})
		}
	}
}

func text(wanted string) func(l large) bank.HistoryQuery {
	return func(l large) bank.HistoryQuery {
		q := l.query
		q.Text = wanted
		return q
	}
}
