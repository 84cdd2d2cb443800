// Package banktest has banks for tests: a fixed clock, chance from a seed, and
// two customers whose balances, passwords and media are known.
package banktest

import (
	"context"
	"path/filepath"
	"sync"
	"testing"

	"smartbank/bank"
	"smartbank/bank/money"
)

// World is an open bank of a test, with the people of [Opening].
type World struct {
	*bank.Bank

	Clock *Clock
	Path  string // of the file; "" in memory
}

// image is the bank that worlds in memory are clones of, made once.
var image = sync.OnceValues(func() (*bank.Image, error) {
	return bank.NewImage(context.Background(), Opening(), options(NewClock(), 1))
})

// Open returns a bank in memory. When the test ends its books are verified, and it
// is closed.
func Open(tb testing.TB) *World {
	tb.Helper()
	made, err := image()
	if err != nil {
		tb.Fatal(err)
	}
	w := &World{Clock: NewClock()}
	if w.Bank, err = bank.OpenImage(context.Background(), made, options(w.Clock, 2)); err != nil {
		tb.Fatal(err)
	}
	w.leave(tb)
	return w
}

// OpenFile returns the same bank in a file of a temporary folder.
func OpenFile(tb testing.TB) *World {
	tb.Helper()
	w := &World{Clock: NewClock(), Path: filepath.Join(tb.TempDir(), "bank.db")}
	if err := bank.Create(context.Background(), w.Path, Opening(), options(w.Clock, 1)); err != nil {
		tb.Fatal(err)
	}
	w.Bank = w.Again(tb, 2)
	w.leave(tb)
	return w
}

// Again opens the file of w once more, as another process would, with chance from
// seed. The caller closes it.
func (w *World) Again(tb testing.TB, seed byte) *bank.Bank {
	tb.Helper()
	b, err := bank.Open(context.Background(), w.Path, options(w.Clock, seed))
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

func (w *World) leave(tb testing.TB) {
	tb.Helper()
	tb.Cleanup(func() {
		switch report, err := w.Verify(context.Background()); {
		case err != nil: // the test has closed it
		case report.Difference != "":
			tb.Errorf("the books do not agree any more: %s", report.Difference)
		}
		if err := w.Close(); err != nil {
			tb.Error(err)
		}
	})
}

// options are those of a test: passwords are hashed at the lowest cost.
func options(clock *Clock, seed byte) bank.Options {
	return bank.Options{Now: clock.Now, Rand: NewRand(seed), Cost: bank.TapeCost, Verify: Verify}
}

// SignIn signs a customer in on the phone.
func (w *World) SignIn(tb testing.TB, login string) bank.Session {
	tb.Helper()
	session, err := w.Bank.SignIn(tb.Context(), login, Password(login), bank.Phone)
	if err != nil {
		tb.Fatalf("sign in as %s: %v", login, err)
	}
	return session
}

// Balance is what is on a customer's account.
func (w *World) Balance(tb testing.TB, number bank.AccountNumber) money.Amount {
	tb.Helper()
	for _, c := range Opening().Customers {
		caller, err := w.Authenticate(tb.Context(), c.Login, Password(c.Login))
		if err != nil {
			tb.Fatalf("sign in as %s: %v", c.Login, err)
		}
		accounts, err := w.Accounts(tb.Context(), caller)
		if err != nil {
			tb.Fatal(err)
		}
		for _, a := range accounts {
			if a.Number == number {
				return a.Balance
			}
		}
	}
	tb.Fatalf("nobody has account %s", number)
	return money.Amount{}
}
