package bank_test

import (
	"context"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/money"
)

// longOpening has that many entries, two postings each.
func longOpening(entries int) *bank.Opening {
	o := banktest.Opening()
	at := o.Entries[len(o.Entries)-1].At
	step := o.At.Sub(at) / time.Duration(entries+1)
	accounts := []string{string(banktest.KimMain), string(banktest.LeeMain), string(banktest.KimSavings)}
	for i := range entries {
		at = at.Add(step)
		o.Entries = append(o.Entries, bank.NewEntry{
			Kind: "card", At: at, Debit: bank.OwnClearing, Credit: accounts[i%len(accounts)],
			Amount: money.New(int64(4500+i), money.KRW), DebitMemo: "카페 우체국앞", CreditMemo: "카페 우체국앞",
		})
	}
	return o
}

// BenchmarkImage makes a bank with 3,000 and with 100,000 entries, and verifies
// it.
func BenchmarkImage(b *testing.B) {
	for name, entries := range map[string]int{"3000": 3000, "100000": 100_000} {
		o := longOpening(entries)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := bank.NewImage(b.Context(), o, options()); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(2*len(o.Entries)*b.N)/b.Elapsed().Seconds(), "postings/s")
		})
	}
}

// BenchmarkSeed makes a bank with 200,000 postings, which are not verified, beside
// the postings alone, a hundred with each statement. Wanted: 100,000 postings a second.
func BenchmarkSeed(b *testing.B) {
	o := longOpening(100_000)
	postings := 2 * len(o.Entries)
	took := compare(b, side{"bare", func(int) error { return bareSeed(b.Context(), postings) }},
		side{"bank", func(int) error { return bank.Build(b.Context(), o, options()) }})
	b.ReportMetric(float64(postings)*1e9/float64(took), "postings/s")
}

// bareSeed fills one table with postings.
func bareSeed(ctx context.Context, postings int) error {
	db, err := openDriver("file::memory:")
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(ctx, `CREATE TABLE posting(account_id INTEGER NOT NULL, seq INTEGER NOT NULL, leg_id INTEGER NOT NULL, amount INTEGER NOT NULL,
		balance INTEGER NOT NULL, at INTEGER NOT NULL, memo TEXT NOT NULL, PRIMARY KEY(account_id, seq)) STRICT, WITHOUT ROWID; BEGIN`)
	if err != nil {
		return err
	}
	const rows = 100
	insert, err := db.PrepareContext(ctx, "INSERT INTO posting VALUES "+strings.Repeat("(?,?,?,?,?,?,?),", rows-1)+"(?,?,?,?,?,?,?)")
	if err != nil {
		return err
	}
	defer insert.Close()
	for i := 0; i < postings; {
		var values []any
		for range rows {
			i++
			values = append(values, 1+i*4/postings, i, i/2, 4500, i*4500, i*1000, "카페 우체국앞")
		}
		if _, err := insert.ExecContext(ctx, values...); err != nil {
			return err
		}
	}
	_, err = db.ExecContext(ctx, "COMMIT")
	return err
}

func BenchmarkCreate(b *testing.B) {
	o := longOpening(3000)
	folder := b.TempDir()
	var n int
	for b.Loop() {
		n++
		if err := bank.Create(b.Context(), filepath.Join(folder, time.Duration(n).String(), "bank.db"), o, options()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpen opens and closes a bank's file.
func BenchmarkOpen(b *testing.B) {
	path := filepath.Join(b.TempDir(), "bank.db")
	if err := bank.Create(b.Context(), path, longOpening(3000), options()); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		opened, err := bank.Open(b.Context(), path, options())
		if err != nil {
			b.Fatal(err)
		}
		if err := opened.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpenImage(b *testing.B) {
	image, err := bank.NewImage(b.Context(), longOpening(3000), options())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		opened, err := bank.OpenImage(b.Context(), image, options())
		if err != nil {
			b.Fatal(err)
		}
		if err := opened.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkVerify(b *testing.B) {
	path := filepath.Join(b.TempDir(), "bank.db")
	if err := bank.Create(b.Context(), path, longOpening(3000), options()); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if report, err := bank.Verify(b.Context(), path, banktest.Verify); err != nil || report.Difference != "" {
			b.Fatal(err, report.Difference)
		}
	}
}

// BenchmarkPost books one entry of one leg an order, each durable when it returns.
func BenchmarkPost(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *banktest.World{"file": banktest.OpenFile, "memory": banktest.Open} {
		b.Run(name, func(b *testing.B) {
			w := open(b)
			for b.Loop() {
				if err := pay(b.Context(), w, bank.OwnCash, string(banktest.KimMain), krw(1)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkPostFrom64(b *testing.B) {
	w := banktest.OpenFile(b)
	var failed atomic.Int64
	b.SetParallelism(16)
	b.RunParallel(func(each *testing.PB) {
		for each.Next() {
			if err := pay(context.Background(), w, bank.OwnCash, string(banktest.KimMain), krw(1)); err != nil {
				failed.Add(1)
			}
		}
	})
	if n := failed.Load(); n > 0 {
		b.Fatalf("%d failed", n)
	}
}
