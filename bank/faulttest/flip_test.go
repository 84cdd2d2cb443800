package faulttest_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
	"smartbank/bank/prooftest"
)

// order sends so many won from the first customer to the second.
func order(t *testing.T, path string, won int64) {
	t.Helper()
	b, err := bank.Open(t.Context(), path, prooftest.Options(uint64(won)))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	c, err := prooftest.SignIn(t.Context(), b, 0, bank.Phone)
	if err != nil {
		t.Fatal(err)
	}
	o := c.Order(func(int) int { return 1 })
	o.Amount = money.New(won, money.KRW)
	r, err := c.Prepare(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Transfer(t.Context(), r); err != nil {
		t.Fatal(err)
	}
}

// shown is what the bank at path shows of everybody's money: balances and passbooks.
func shown(ctx context.Context, path string) (lines []string, err error) {
	b, err := bank.Open(ctx, path, prooftest.Options(10))
	if err != nil {
		return nil, err
	}
	defer b.Close()
	today := calendar.DateOf(b.Now())
	for i := range prooftest.Customers {
		caller := bank.Caller{Customer: bank.CustomerID(i + 1)}
		accounts, err := b.Accounts(ctx, caller)
		if err != nil {
			return nil, err
		}
		for _, a := range accounts {
			lines = append(lines, fmt.Sprint(a.Number, a.Balance, a.Available))
			history, err := b.History(ctx, caller, bank.HistoryQuery{Account: a.Number, From: today.AddMonths(-2), To: today, Limit: 100})
			if err != nil {
				return nil, err
			}
			for _, p := range history.Rows {
				lines = append(lines, fmt.Sprintf("%+v", p))
			}
		}
	}
	return lines, nil
}

// A bit of each page of a closed bank flips: either verify notices, or everything that is shown of the money is true.
func TestNoFlippedBitShowsAWrongBalanceUnnoticed(t *testing.T) {
	t.Parallel()
	path := founded(t)
	for i := range 6 {
		order(t, path, int64(1000+i))
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	truth, err := shown(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	const pageSize = 4096
	pages := len(whole) / pageSize
	flips := prooftest.Count(130, 32*pages, 20)
	dice := rand.New(rand.NewPCG(7, 7))
	noticed := 0
	over := prooftest.Clock(t)
	for n := range flips {
		if over() {
			break
		}
		page := n * pages / flips
		if flips > pages {
			page = n % pages
		}
		bit := dice.IntN(8 * pageSize)
		content := slices.Clone(whole)
		content[page*pageSize+bit/8] ^= 1 << (bit % 8)
		file := filepath.Join(filepath.Dir(path), "flipped.db")
		if unnoticed(t, file, content, nil, [][]string{truth}, nil) {
			t.Errorf("bit %d of page %d shows something wrong unnoticed", bit, page+1)
		} else {
			noticed++
		}
	}
	t.Logf("%d flips in %d pages", noticed, pages)
}

// A bit of each frame of the log flips. SQLite takes the log for ended there: what is shown was true after one of the
// orders, and if it is not the last, the newest seal is not the one that was printed.
func TestNoFlippedBitOfTheLogShowsAWrongBalance(t *testing.T) {
	t.Parallel()
	path := founded(t)
	b, err := bank.Open(t.Context(), path, prooftest.Options(11))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	c, err := prooftest.SignIn(t.Context(), b, 0, bank.Phone)
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Dir(path)
	var states [][]string
	var heads []string
	var main, log []byte
	for i := range 5 {
		if i > 0 {
			r, err := c.Prepare(t.Context(), c.Order(func(int) int { return i }))
			if err != nil {
				t.Fatal(err)
			}
			if _, err := c.Transfer(t.Context(), r); err != nil {
				t.Fatal(err)
			}
		}
		report, err := b.Verify(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if main, err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
		if log, err = os.ReadFile(path + "-wal"); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(folder, "then.db"), main, log)
		state, err := shown(t.Context(), filepath.Join(folder, "then.db"))
		if err != nil {
			t.Fatal(err)
		}
		states, heads = append(states, state), append(heads, report.Head)
	}
	const header, frame = 32, 24 + 4096
	frames := (len(log) - header) / frame
	flips := prooftest.Count(70, 16*frames, 20)
	dice := rand.New(rand.NewPCG(8, 8))
	over := prooftest.Clock(t)
	for n := range flips {
		if over() {
			break
		}
		at := n * frames / flips
		if flips > frames {
			at = n % frames
		}
		bit := dice.IntN(8 * frame)
		content := slices.Clone(log)
		content[header+at*frame+bit/8] ^= 1 << (bit % 8)
		if unnoticed(t, filepath.Join(folder, "flipped.db"), main, content, states, heads) {
			t.Errorf("bit %d of frame %d shows something wrong unnoticed", bit, at+1)
		}
	}
	t.Logf("%d flips in %d frames", flips, frames)
}

func write(t *testing.T, path string, main, log []byte) {
	t.Helper()
	for _, end := range []string{"-wal", "-shm"} {
		if err := os.RemoveAll(path + end); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(path, main, 0o600); err != nil {
		t.Fatal(err)
	}
	if log == nil {
		return
	}
	if err := os.WriteFile(path+"-wal", log, 0o600); err != nil {
		t.Fatal(err)
	}
}

// unnoticed reports whether verify finds nothing wrong with a file though it shows what is in none of the states. Of
// states that have a head, the one that is shown has to be the one whose head verify names.
func unnoticed(t *testing.T, path string, main, log []byte, states [][]string, heads []string) bool {
	t.Helper()
	write(t, path, main, log)
	report, err := bank.Verify(t.Context(), path, banktest.Verify)
	if err != nil || report.Difference != "" {
		return false
	}
	got, err := shown(t.Context(), path)
	if err != nil {
		return false // nothing is shown
	}
	for i, state := range states {
		if slices.Equal(got, state) && (heads == nil || heads[i] == report.Head) {
			return false
		}
	}
	return true
}
