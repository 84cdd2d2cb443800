package bank_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// manyPostings are in the file of BenchmarkLargeBank, with -short a tenth; fewPostings
// in the one it is compared with.
const (
	manyPostings = 5_000_000
	fewPostings  = 5000
)

// largeOpening has that many postings, as customers make them: four in ten are
// Kim's and Lee's, the other half of each entry is the bank's own.
func largeOpening(postings int) *bank.Opening {
	o := richOpening()
	shops := []string{"카페 우체국앞", "급여", "월세", "편의점 23호", "SMART SHOP", "지하철 1호선", "이체 10026001000028"}
	accounts := []string{string(banktest.KimMain), string(banktest.KimSavings), string(banktest.LeeMain), string(banktest.KimSpare), string(banktest.KimMain)}
	last := o.Entries[len(o.Entries)-1].At
	step := 350 * 24 * time.Hour / time.Duration(postings)
	o.At = last.Add(step * time.Duration(postings))
	for i := range postings/2 - len(o.Entries) {
		memo := shops[i%len(shops)]
		if i%1000 == 999 {
			memo = fmt.Sprintf("송금 %08d", i)
		}
		o.Entries = append(o.Entries, bank.NewEntry{
			Kind: "card", At: last.Add(time.Duration(i+1) * 2 * step), Debit: bank.OwnClearing, Credit: accounts[i%len(accounts)],
			Amount: money.New(int64(4500+i%1000), money.KRW), DebitMemo: memo, CreditMemo: memo,
		})
	}
	return o
}

// large is a bank's file with many postings, open.
type large struct {
	*bank.Bank

	path   string
	caller bank.Caller
	query  bank.HistoryQuery // one year of Kim's account

	postings int
	made     time.Duration // what making and verifying it took
	bytes    int64
}

func openLarge(b *testing.B, postings int) large {
	b.Helper()
	o := largeOpening(postings)
	l := large{path: filepath.Join(b.TempDir(), "bank.db"), postings: postings}
	began := time.Now()
	opt := bank.Options{Now: func() time.Time { return o.At }, Rand: banktest.NewRand(3), Cost: bank.TapeCost, Verify: banktest.Verify}
	if err := bank.Create(b.Context(), l.path, o, opt); err != nil {
		b.Fatal(err)
	}
	l.made = time.Since(began)
	info, err := os.Stat(l.path)
	if err != nil {
		b.Fatal(err)
	}
	l.bytes = info.Size()
	if l.Bank, err = bank.Open(b.Context(), l.path, opt); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { l.Close() })
	if l.caller, err = l.Authenticate(b.Context(), banktest.Kim, banktest.Password(banktest.Kim)); err != nil {
		b.Fatal(err)
	}
	today := calendar.DateOf(o.At)
	l.query = bank.HistoryQuery{Account: banktest.KimMain, From: today.AddDays(-359), To: today}
	return l
}

// BenchmarkLargeBank reads from a bank with many postings.
func BenchmarkLargeBank(b *testing.B) {
	postings := manyPostings
	if testing.Short() {
		postings /= 10
	}
	many, few := openLarge(b, postings), openLarge(b, fewPostings)
	b.Run("made", func(b *testing.B) {
		b.ReportMetric(float64(many.postings), "postings")
		b.ReportMetric(float64(many.bytes>>20), "MB")
		b.ReportMetric(float64(many.postings)/many.made.Seconds(), "postings/s")
		b.ReportMetric(0, "ns/op")
	})
	b.Run("newest page", func(b *testing.B) { comparePages(b, many, few, func(int) int64 { return 0 }) })
	b.Run("page anywhere", func(b *testing.B) {
		comparePages(b, many, few, func(i int) int64 { return int64(i)*7919%100_000 + 200 })
	})
	b.Run("search", func(b *testing.B) { benchSearch(b, many) })
	b.Run("point read", func(b *testing.B) { benchPointRead(b, many) })
	b.Run("open and read", func(b *testing.B) { benchColdStart(b, many.path) })
}

// comparePages reads pages of both banks, each so many postings after the first of
// the account, as far as it goes. Wanted: at most 1.5.
func comparePages(b *testing.B, many, few large, after func(i int) int64) {
	b.Helper()
	read := func(l large, limit int64) func(i int) error {
		return func(i int) error {
			q := l.query
			if q.After = after(i); q.After > limit {
				q.After = q.After%limit + 200
			}
			page, err := l.History(b.Context(), l.caller, q)
			if err == nil && len(page.Rows) != bank.HistoryPageSize {
				err = fmt.Errorf("a page of %d rows", len(page.Rows))
			}
			return err
		}
	}
	compare(b, side{"few", read(few, 500)}, side{"many", read(many, 100_000)})
}

// benchSearch searches for a common, a rare and an absent text before and after
// the account is indexed.
func benchSearch(b *testing.B, l large) {
	b.Helper()
	texts := map[string]string{"common": "월세", "two words": "급여이체", "rare digits": "00099999", "absent": "없는말"}
	find := func(b *testing.B, text string) {
		b.Helper()
		q := l.query
		q.Text = text
		for b.Loop() {
			if _, err := l.History(b.Context(), l.caller, q); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.Run("absent, first time", func(b *testing.B) { find(b, texts["absent"]) })
	began := time.Now()
	memos := 0
	for more := true; more; memos += bank.IndexFrom {
		var err error
		if more, err = l.IndexMemos(b.Context(), banktest.KimMain, bank.IndexFrom); err != nil {
			b.Fatal(err)
		}
	}
	rate := float64(memos) / time.Since(began).Seconds()
	b.Run("index", func(b *testing.B) {
		b.ReportMetric(rate, "memos/s")
		b.ReportMetric(0, "ns/op")
	})
	for name, text := range texts {
		b.Run(name, func(b *testing.B) { find(b, text) })
	}
}

// benchPointRead reads balances beside one prepared SELECT of them, and beside the
// same statements. Wanted: at most 2.
func benchPointRead(b *testing.B, l large) {
	b.Helper()
	bare := openBare(b, bank.ReaderDSN(l.path), "BEGIN", "account_list", "COMMIT")
	ours := func(int) error {
		accounts, err := l.Accounts(b.Context(), l.caller)
		if err == nil && len(accounts) == 0 {
			err = errors.New("no accounts")
		}
		return err
	}
	ask := func(name string, args ...any) error {
		_, err := bare.rows(b.Context(), name, args...)
		return err
	}
	who := int64(l.caller.Customer)
	alone := func(int) error { return ask("account_list", who) }
	within := func(int) error {
		return errors.Join(bare.exec(b.Context(), "BEGIN"), ask("account_list", who), bare.exec(b.Context(), "COMMIT"))
	}
	b.Run("beside the statement", func(b *testing.B) { compare(b, side{"bare", alone}, side{"bank", ours}) })
	b.Run("beside a transaction", func(b *testing.B) { compare(b, side{"bare", within}, side{"bank", ours}) })
}

// openInChild names the file that a child of BenchmarkLargeBank opens, with the
// driver alone if openBareInChild is there too.
const openInChild, openBareInChild = "SMARTBANK_BENCH_OPEN", "SMARTBANK_BENCH_BARE"

func init() {
	path := os.Getenv(openInChild)
	if path == "" {
		return
	}
	if err := readInChild(path, os.Getenv(openBareInChild) != ""); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// readInChild opens a bank and reads one customer's balances.
func readInChild(path string, bare bool) error {
	ctx := context.Background()
	if bare {
		db, err := openDriver(bank.ReaderDSN(path))
		if err != nil {
			return err
		}
		var balance int64
		return errors.Join(db.QueryRowContext(ctx, "SELECT posted FROM account WHERE number = $1", banktest.KimMain).Scan(&balance), db.Close())
	}
	now := banktest.Start.AddDate(3, 0, 0)
	b, err := bank.Open(ctx, path, bank.Options{Now: func() time.Time { return now }, Rand: banktest.NewRand(3), Cost: bank.TapeCost, Verify: banktest.Verify})
	if err != nil {
		return err
	}
	accounts, err := b.Accounts(ctx, bank.Caller{Customer: 1})
	if err == nil && len(accounts) == 0 {
		err = errors.New("no accounts")
	}
	return errors.Join(err, b.Close())
}

// benchColdStart starts processes that open the file and read a balance. Wanted:
// less than 20 ms each.
func benchColdStart(b *testing.B, path string) {
	b.Helper()
	program, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	used := map[bool][]time.Duration{} // processor time
	start := func(bare bool) func(int) error {
		return func(int) error {
			child := exec.CommandContext(b.Context(), program)
			child.Env = append(os.Environ(), openInChild+"="+path)
			if bare {
				child.Env = append(child.Env, openBareInChild+"=1")
			}
			child.Stderr = os.Stderr
			err := child.Run()
			used[bare] = append(used[bare], child.ProcessState.UserTime()+child.ProcessState.SystemTime())
			return err
		}
	}
	compare(b, side{"bare", start(true)}, side{"bank", start(false)})
	b.ReportMetric(float64(median(used[true])), "bare-cpu-ns")
	b.ReportMetric(float64(median(used[false])), "bank-cpu-ns")
}
