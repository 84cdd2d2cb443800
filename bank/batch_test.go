package bank_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

// together has the orders wait while another is carried out, so that the writer
// takes them as one batch, in this order, and returns their answers, and last that of the other.
func together(t *testing.T, w *banktest.World, orders ...func() error) []error {
	t.Helper()
	answers := make([]error, len(orders)+1)
	var all sync.WaitGroup
	answers[len(orders)] = w.Transact(t.Context(), func(context.Context, time.Time, bank.Poster) error {
		for i, order := range orders {
			all.Go(func() { answers[i] = order() })
			for w.Waiting() <= i {
				runtime.Gosched()
			}
		}
		return nil
	})
	all.Wait()
	return answers
}

// payment is an order of one won from Kim.
func payment(t *testing.T, w *banktest.World, won int64) func() error {
	t.Helper()
	return func() error { return pay(t.Context(), w, string(banktest.KimMain), bank.OwnCash, krw(won)) }
}

func seals(t *testing.T, path string) (n int) {
	t.Helper()
	db := rawOpen(t, path)
	defer db.Close()
	if err := db.QueryRowContext(t.Context(), "SELECT count(*) FROM seal").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestOrdersThatWaitAreCommittedAndSealedAtOnce(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	before := seals(t, w.Path)
	for i, err := range together(t, w, payment(t, w, 1), payment(t, w, 2), payment(t, w, 3)) {
		if err != nil {
			t.Errorf("order %d: %v", i, err)
		}
	}
	if got := w.Balance(t, banktest.KimMain); got != krw(1_284_294) {
		t.Errorf("%d is left", got.Minor())
	}
	if n := seals(t, w.Path) - before; n != 1 {
		t.Errorf("three orders that waited have %d seals", n)
	}
}

func TestARefusedOrderOfABatchLeavesTheOthersAlone(t *testing.T) {
	t.Parallel()
	for name, open := range map[string]func(testing.TB) *banktest.World{"file": banktest.OpenFile, "memory": banktest.Open} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := open(t)
			second := errors.New("second thoughts")
			answers := together(
				t, w, payment(t, w, 284_300), payment(t, w, 1_000_001),
				func() error {
					return w.Transact(t.Context(), func(ctx context.Context, _ time.Time, post bank.Poster) error {
						if _, err := post(ctx, string(banktest.KimMain), bank.OwnCash, krw(400)); err != nil {
							return err
						}
						return second
					})
				},
				payment(t, w, 1_000_000), payment(t, w, 1),
			)
			if answers[0] != nil || !errors.Is(answers[2], second) || answers[3] != nil {
				t.Errorf("the answers are %v", answers)
			}
			// Each is refused for what it found: a million was left when the second came, nothing when the last did.
			for i, left := range map[int]int64{1: 1_000_000, 4: 0} {
				if r, ok := errors.AsType[*bank.RefusedError](answers[i]); !ok || r.Code != bank.CodeInsufficientFunds || r.Available != krw(left) {
					t.Errorf("order %d: %#v", i, answers[i])
				}
			}
			if got := w.Balance(t, banktest.KimMain); got != krw(0) {
				t.Errorf("%d is left", got.Minor())
			}
		})
	}
}

// TestNobodyGetsASuccessIfTheCommitFails needs a file: a clone in memory commits nothing.
func TestNobodyGetsASuccessIfTheCommitFails(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	answers := together(t, w, payment(t, w, 1), func() error {
		// A foreign key that is looked at only when all is committed.
		return w.Meddle(t.Context(), "PRAGMA defer_foreign_keys=1;INSERT INTO session VALUES('nobody',99,'pc',0,NULL,NULL)")
	}, payment(t, w, 2_000_000), payment(t, w, 1))
	for i, err := range answers {
		if err == nil || !strings.Contains(err.Error(), "FOREIGN KEY") || errors.Is(err, bank.ErrUnknown) {
			t.Errorf("order %d: %v", i, err)
		}
	}
	if got := w.Balance(t, banktest.KimMain); got != krw(1_284_300) {
		t.Errorf("%d is left", got.Minor())
	}
	if err := payment(t, w, 1)(); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

func TestAPanicOfABatchUndoesItsOwnOrder(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	answers := together(t, w, payment(t, w, 1), func() (err error) {
		defer func() { err = fmt.Errorf("recovered %v", recover()) }()
		return w.Transact(t.Context(), func(ctx context.Context, _ time.Time, post bank.Poster) error {
			_, _ = post(ctx, string(banktest.KimMain), bank.OwnCash, krw(1000))
			panic("a bug")
		})
	}, payment(t, w, 1))
	if answers[0] != nil || answers[2] != nil || !strings.Contains(answers[1].Error(), "recovered a bug") {
		t.Errorf("the answers are %v", answers)
	}
	if got := w.Balance(t, banktest.KimMain); got != krw(1_284_298) {
		t.Errorf("%d is left", got.Minor())
	}
}

func TestEachOrderOfABatchHasItsOwnTime(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	var times []time.Time
	order := func() error {
		return w.Transact(t.Context(), func(_ context.Context, at time.Time, _ bank.Poster) error {
			times = append(times, at)
			return nil
		})
	}
	together(t, w, order, payment(t, w, 1), order, order)
	for i := range len(times) - 1 {
		if !times[i+1].After(times[i]) {
			t.Errorf("%s is followed by %s", times[i], times[i+1])
		}
	}
	if len(times) != 3 {
		t.Errorf("%d orders were carried out", len(times))
	}
}

func TestABatchIsBounded(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	before := seals(t, w.Path)
	orders := make([]func() error, bank.MaxBatch)
	for i := range orders {
		orders[i] = func() error { // writes nothing, and needs no seal
			return w.Transact(t.Context(), func(context.Context, time.Time, bank.Poster) error { return nil })
		}
	}
	orders[0], orders[len(orders)-1] = payment(t, w, 1), payment(t, w, 1)
	for i, err := range together(t, w, orders...) {
		if err != nil {
			t.Fatalf("order %d: %v", i, err)
		}
	}
	if n := seals(t, w.Path) - before; n != 2 { // with the one they waited for they are one too many
		t.Errorf("one order more than a batch has %d seals", n)
	}
}

// While a signature is checked another process may write to the books, and so may the bank: an order that is on its way is waited for before the
// books are locked, and not long.
func TestTheBooksAreFreeWhileASignatureIsChecked(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	elsewhere := rawOpen(t, w.Path)
	var (
		b        *bank.Bank
		caller   bank.Caller
		checked  int
		meantime []error
	)
	opt := options()
	opt.Verify = func(payload, signature []byte, at time.Time) (bank.Signer, error) {
		checked++
		_, err := elsewhere.ExecContext(t.Context(), "BEGIN IMMEDIATE; ROLLBACK")
		_, prepared := b.Prepare(t.Context(), caller, toLee(2), pin())
		meantime = append(meantime, err, prepared)
		return banktest.Verify(payload, signature, at)
	}
	b, err := bank.Open(t.Context(), w.Path, opt)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	session, err := b.SignIn(t.Context(), banktest.Kim, banktest.Password(banktest.Kim), bank.Phone)
	if err != nil {
		t.Fatal(err)
	}
	caller = session.Caller()
	r, err := b.Prepare(t.Context(), caller, toLee(1), pin())
	if err != nil {
		t.Fatal(err)
	}
	cells, err := b.Card(t.Context(), banktest.Kim)
	if err != nil {
		t.Fatal(err)
	}
	digits := []byte(cells[r.Challenge.First-1][:2] + cells[r.Challenge.Second-1][2:])
	_, err = b.Transfer(t.Context(), caller, r.Order, bank.Proof{Digits: digits, Signature: banktest.Sign(banktest.Kim, r.Document)})
	if err := errors.Join(append(meantime, err)...); err != nil || checked != 1 {
		t.Errorf("a signature was checked %d times: %v", checked, err)
	}
}

func TestAnOrderThatWaitsCanBeWithdrawn(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	ctx, leave := context.WithCancel(t.Context())
	answered := make(chan struct{})
	answers := together(t, w, payment(t, w, 1), func() error {
		defer close(answered)
		return pay(ctx, w, string(banktest.KimMain), bank.OwnCash, krw(1000))
	}, func() error {
		leave()
		<-answered
		return payment(t, w, 1)()
	})
	if answers[0] != nil || !errors.Is(answers[1], context.Canceled) || answers[2] != nil {
		t.Errorf("the answers are %v", answers)
	}
	if got := w.Balance(t, banktest.KimMain); got != krw(1_284_298) {
		t.Errorf("%d is left", got.Minor())
	}
}

func TestABankGoesOnWithItsFileOpenedAgain(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	other := &banktest.World{Bank: w.Again(t, 5), Clock: w.Clock, Path: w.Path}
	defer other.Close()
	before, err := w.Elsewhere(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if err := w.Break(t.Context()); err != nil {
			t.Fatal(err)
		}
		for _, world := range []*banktest.World{w, other} {
			if err := payment(t, world, 1)(); err != nil {
				t.Fatal(err)
			}
		}
		after, err := w.Elsewhere(t.Context())
		if err != nil || after == before {
			t.Errorf("another's order went unnoticed (%v)", err)
		}
		before = after
	}
	if got := w.Balance(t, banktest.KimMain); got != krw(1_284_294) {
		t.Errorf("%d is left", got.Minor())
	}
}

// A screen that is being read goes on to its end while the readers are opened
// again because of another one.
func TestReadersAreOpenedAgainUnderAReader(t *testing.T) {
	t.Parallel()
	for name, open := range map[string]func(testing.TB) *banktest.World{"file": banktest.OpenFile, "memory": banktest.Open} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := open(t)
			err := w.Read(t.Context(), func(ctx context.Context, tx bank.Tx) (err error) {
				w.BreakReaders(t.Context())
				var accounts int
				return tx.QueryRowContext(ctx, "SELECT count(*) FROM account").Scan(&accounts)
			})
			if err != nil {
				t.Error(err)
			}
			if err := payment(t, w, 1)(); err != nil {
				t.Error(err)
			}
			if got := w.Balance(t, banktest.KimMain); got != krw(1_284_299) {
				t.Errorf("%d is left", got.Minor())
			}
			if err := w.Close(); err != nil {
				t.Error(err)
			}
			w.BreakReaders(t.Context()) // a closed bank stays closed
			if _, err := w.Check(t.Context()); err == nil {
				t.Error("a closed bank answers")
			}
		})
	}
}
