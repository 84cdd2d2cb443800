package bank_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/money"
)

func krw(n int64) money.Amount { return money.New(n, money.KRW) }

// pay posts one entry as an order of its own.
func pay(ctx context.Context, w *banktest.World, debit, credit string, amount money.Amount) error {
	return w.Transact(ctx, func(ctx context.Context, _ time.Time, post bank.Poster) error {
		_, err := post(ctx, debit, credit, amount)
		return err
	})
}

func TestPostMovesMoney(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	if err := pay(t.Context(), w, string(banktest.KimMain), string(banktest.LeeMain), krw(284_300)); err != nil {
		t.Fatal(err)
	}
	if got := w.Balance(t, banktest.KimMain); got != krw(1_000_000) {
		t.Errorf("the sender has %d", got.Minor())
	}
	if got := w.Balance(t, banktest.LeeMain); got != krw(20_634_300) {
		t.Errorf("the recipient has %d", got.Minor())
	}
}

func TestPostRefuses(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	kim := string(banktest.KimMain)
	for _, c := range []struct {
		name          string
		debit, credit string
		amount        money.Amount
		want          *bank.RefusedError // nil: a fault
	}{
		{"more than there is", kim, bank.OwnCash, krw(1_284_301), &bank.RefusedError{
			Code: bank.CodeInsufficientFunds, Account: kim, Amount: krw(1_284_301), Available: krw(1_284_300),
		}},
		{"from a closed account", string(banktest.KimClosed), kim, krw(1), &bank.RefusedError{
			Code: bank.CodeAccountClosed, Account: string(banktest.KimClosed),
		}},
		{"to a closed account", kim, string(banktest.KimClosed), krw(1), &bank.RefusedError{
			Code: bank.CodeAccountClosed, Account: string(banktest.KimClosed),
		}},
		{"nothing", kim, bank.OwnCash, krw(0), nil},
		{"less than nothing", kim, bank.OwnCash, krw(-5), nil},
		{"to itself", kim, kim, krw(5), nil},
		{"won to an account in dollars", kim, string(banktest.KimDollars), krw(5), nil},
		{"dollars from an account in won", kim, string(banktest.KimDollars), money.New(5, money.USD), nil},
	} {
		err := pay(t.Context(), w, c.debit, c.credit, c.amount)
		refused, ok := errors.AsType[*bank.RefusedError](err)
		switch {
		case err == nil:
			t.Errorf("%s: it was posted", c.name)
		case ok != (c.want != nil), ok && *refused != *c.want:
			t.Errorf("%s: got %#v, want %#v", c.name, err, c.want)
		}
	}
	if got := w.Balance(t, banktest.KimMain); got != krw(1_284_300) {
		t.Errorf("what was refused moved money: %d", got.Minor())
	}
}

func TestOrderThatFailsChangesNothing(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	sentinel := errors.New("second thoughts")
	err := w.Transact(t.Context(), func(ctx context.Context, _ time.Time, post bank.Poster) error {
		if _, err := post(ctx, string(banktest.KimMain), bank.OwnCash, krw(1000)); err != nil {
			return err
		}
		return sentinel
	})
	if !errors.Is(err, sentinel) {
		t.Errorf("got %v", err)
	}
	if got := w.Balance(t, banktest.KimMain); got != krw(1_284_300) {
		t.Errorf("half an order was booked: %d", got.Minor())
	}
}

func TestBooksBalanceWhateverIsPosted(t *testing.T) {
	t.Parallel()
	accounts := []string{
		string(banktest.KimMain), string(banktest.KimSpare), string(banktest.KimClosed), string(banktest.KimDollars), string(banktest.LeeMain),
		bank.OwnCash, bank.OwnCash + "-USD", bank.OwnFees,
	}
	rapid.Check(t, func(rt *rapid.T) {
		w := banktest.Open(t)
		defer w.Close()
		for i := range rapid.IntRange(1, 12).Draw(rt, "orders") {
			debit := rapid.SampledFrom(accounts).Draw(rt, fmt.Sprint("debit", i))
			credit := rapid.SampledFrom(accounts).Draw(rt, fmt.Sprint("credit", i))
			currency := rapid.SampledFrom([]money.Currency{money.KRW, money.KRW, money.USD}).Draw(rt, fmt.Sprint("currency", i))
			amount := rapid.OneOf(rapid.Int64Range(-10, 2_000_000), rapid.Int64()).Draw(rt, fmt.Sprint("amount", i))
			w.Clock.Advance(time.Duration(rapid.Int64Range(-48, 48).Draw(rt, fmt.Sprint("hours", i))) * time.Hour)
			_ = pay(t.Context(), w, debit, credit, money.New(amount, currency)) // most are refused
		}
		if report, err := w.Verify(t.Context()); err != nil || report.Difference != "" {
			rt.Fatalf("verify: %v, %q", err, report.Difference)
		}
	})
}

func TestLedgerTimeNeverGoesBack(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	var last time.Time
	for _, step := range []time.Duration{0, 0, -24 * time.Hour, -365 * 24 * time.Hour, time.Hour, 3 * 365 * 24 * time.Hour} {
		w.Clock.Advance(step)
		err := w.Transact(t.Context(), func(ctx context.Context, at time.Time, post bank.Poster) error {
			if !at.After(last) {
				t.Errorf("after a step of %s an order is at %s, not after %s", step, at, last)
			}
			last = at
			_, err := post(ctx, string(banktest.KimMain), bank.OwnCash, krw(1))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestCallerWhoGoesAwayBeforeTheWriterComesIsNotServed(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	gone, leave := context.WithCancel(t.Context())
	leave()
	if err := pay(gone, w, string(banktest.KimMain), bank.OwnCash, krw(1)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	waiting, leave := context.WithCancel(t.Context())
	err := w.Transact(t.Context(), func(context.Context, time.Time, bank.Poster) error {
		answered := make(chan error, 1)
		go func() {
			answered <- pay(waiting, w, string(banktest.KimMain), bank.OwnCash, krw(1))
		}()
		leave()
		if err := <-answered; !errors.Is(err, context.Canceled) {
			t.Errorf("an order that waited: %v", err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	if got := w.Balance(t, banktest.KimMain); got != krw(1_284_300) {
		t.Errorf("it was booked: %d", got.Minor())
	}
}

func TestCallerWhoGoesAwayAfterIsToldThatNothingIsKnown(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	ctx, leave := context.WithCancel(t.Context())
	goOn := make(chan struct{})
	err := w.Transact(ctx, func(ctx context.Context, _ time.Time, post bank.Poster) error {
		leave()
		<-goOn
		_, err := post(ctx, string(banktest.KimMain), bank.OwnCash, krw(1000))
		return err
	})
	if !errors.Is(err, bank.ErrUnknown) {
		t.Errorf("got %v", err)
	}
	close(goOn)
	if err := w.Close(); err != nil { // waits for the order
		t.Fatal(err)
	}
	w.Bank = w.Again(t, 9)
	if got := w.Balance(t, banktest.KimMain); got != krw(1_283_300) {
		t.Errorf("the order was dropped: %d", got.Minor())
	}
}

func TestReadsInsideATransactionAreRefusedNotHung(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	err := w.Transact(t.Context(), func(ctx context.Context, _ time.Time, _ bank.Poster) error {
		return w.Read(ctx, func(context.Context, bank.Tx) error { return nil })
	})
	if !errors.Is(err, bank.ErrNested) {
		t.Errorf("a read inside an order: %v", err)
	}
	err = w.Read(t.Context(), func(ctx context.Context, _ bank.Tx) error {
		return pay(ctx, w, string(banktest.KimMain), bank.OwnCash, krw(1))
	})
	if !errors.Is(err, bank.ErrNested) {
		t.Errorf("an order inside a read: %v", err)
	}
}

func TestReadsCannotWrite(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	err := w.Read(t.Context(), func(ctx context.Context, tx bank.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM session")
		return err
	})
	if err == nil {
		t.Error("a reader wrote")
	}
}

func TestPanicOfAnOrderReachesItsCallerAndTheBankGoesOn(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	func() {
		defer func() {
			if r := recover(); !strings.Contains(fmt.Sprint(r), "a bug") {
				t.Errorf("recovered %v", r)
			}
		}()
		_ = w.Transact(t.Context(), func(context.Context, time.Time, bank.Poster) error { panic("a bug") })
	}()
	if err := pay(t.Context(), w, string(banktest.KimMain), bank.OwnCash, krw(1)); err != nil {
		t.Error(err)
	}
}

func TestClosedBankAnswersNothing(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := pay(t.Context(), w, string(banktest.KimMain), bank.OwnCash, krw(1)); !errors.Is(err, bank.ErrClosed) {
		t.Errorf("got %v", err)
	}
}

func TestManyOrdersAtOnceFromTwoProcesses(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	other := &banktest.World{Bank: w.Again(t, 5), Clock: w.Clock, Path: w.Path}
	defer other.Close()
	const each = 20
	var all sync.WaitGroup
	for _, world := range []*banktest.World{w, other, w, other} {
		all.Go(func() {
			for range each {
				if err := pay(t.Context(), world, string(banktest.LeeMain), string(banktest.KimMain), krw(10)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if got := w.Balance(t, banktest.KimMain); got != krw(1_284_300+4*each*10) {
		t.Errorf("%d arrived", got.Minor())
	}
}

func TestReferenceGrowsWhenItMust(t *testing.T) {
	t.Parallel()
	for id, want := range map[int64]string{1: "20261105-0000001", 1234567: "20261105-1234567", 123456789: "20261105-123456789"} {
		if got := bank.Reference(20261105, id); got != want {
			t.Errorf("entry %d is %q, want %q", id, got, want)
		}
	}
}

func TestKeysAreInTheOrderOfTime(t *testing.T) {
	t.Parallel()
	chance := banktest.NewRand(1)
	last := ""
	for i := range 100 {
		key, err := bank.NewUUID(banktest.Start.Add(time.Duration(i)*time.Millisecond), chance)
		if err != nil {
			t.Fatal(err)
		}
		if len(key) != 36 || key[14] != '7' || !strings.ContainsRune("89ab", rune(key[19])) || key <= last {
			t.Errorf("key %q after %q", key, last)
		}
		last = key
	}
}

func TestQueries(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	names, err := fs.Glob(bank.Statements, "sql/*.sql")
	own, err2 := fs.Glob(bank.Statements, "sql/sqlite/*.sql")
	names = append(names, own...)
	if err = errors.Join(err, err2); err != nil || len(names) < 10 || len(own) < 10 {
		t.Fatalf("%d statements (%v)", len(names), err)
	}
	for _, name := range names {
		text, err := bank.Statements.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.PrepareSQL(t.Context(), string(text)); err != nil {
			t.Errorf("%s: %v", filepath.Base(name), err)
		}
	}
}

// SQLite prepares a statement again each time a limit is bound that is nothing but a
// parameter, which takes longer than to run it.
func TestStatementsArePreparedOnce(t *testing.T) {
	t.Parallel()
	bound := regexp.MustCompile(`(?i)\blimit\s+\$`)
	for _, folder := range []string{"sql/*.sql", "sql/sqlite/*.sql"} {
		names, err := fs.Glob(bank.Statements, folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			text, err := bank.Statements.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if found := bound.FindString(string(text)); found != "" {
				t.Errorf("%s says %s", filepath.Base(name), found)
			}
		}
	}
}

// What stands in sql is for other engines too; what only SQLite understands has a
// folder of its own.
func TestStatementsArePortable(t *testing.T) {
	t.Parallel()
	own := regexp.MustCompile(`(?i)\?|"|\b(printf|strftime|unixepoch|ifnull|iif|total|julianday|group_concat|json_\w+|glob|match|rowid|instr|pragma)\b|` +
		`\b(insert|update)\s+or\b|\breplace\s+into\b|\bis\s+not\s+[^n]|==|\blimit\s+\d+\s*,`)
	names, err := fs.Glob(bank.Statements, "sql/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	comment := regexp.MustCompile(`(?m)--.*$`)
	for _, name := range names {
		text, err := bank.Statements.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if found := own.FindString(comment.ReplaceAllString(string(text), "")); found != "" {
			t.Errorf("%s says %s, which is SQLite's own", filepath.Base(name), found)
		}
	}
}
