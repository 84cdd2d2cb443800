package faulttest_test

import (
	"database/sql"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/prooftest"
)

// patience is how long the bank waits for somebody who holds the file.
const patience = 5 * time.Second

// Somebody holds the file for a time: the order is booked as soon as that is over, or refused when the bank's patience
// is.
func TestSomebodyHoldsTheFile(t *testing.T) {
	t.Parallel()
	times := []time.Duration{100 * time.Millisecond, time.Second, 9 * time.Second}
	if long() {
		times = append(times, 500*time.Millisecond, 2*time.Second, 3*time.Second, 4*time.Second, 6*time.Second, 10*time.Second)
	}
	for _, held := range times {
		t.Run(held.String(), func(t *testing.T) {
			t.Parallel()
			path := founded(t)
			b, err := bank.Open(t.Context(), path, prooftest.Options(12))
			if err != nil {
				t.Fatal(err)
			}
			defer b.Close()
			c, err := prooftest.SignIn(t.Context(), b, 0, bank.Phone)
			if err != nil {
				t.Fatal(err)
			}
			r, err := c.Prepare(t.Context(), c.Order(func(int) int { return 1 }))
			if err != nil {
				t.Fatal(err)
			}
			other, err := sql.Open("sqlite", "file:"+path+"?_txlock=immediate")
			if err != nil {
				t.Fatal(err)
			}
			defer other.Close()
			holding, err := other.BeginTx(t.Context(), nil)
			if err != nil {
				t.Fatal(err)
			}
			released := make(chan error, 1)
			began := time.Now()
			time.AfterFunc(held, func() { released <- holding.Rollback() })
			_, err = c.Transfer(t.Context(), r)
			took := time.Since(began)
			slack := 3 * time.Second // the machine has other tests to run
			if long() {
				slack = 100 * time.Millisecond
			}
			switch {
			case held < patience && err != nil:
				t.Errorf("refused after %s: %v", took, err)
			case held > patience && reason(err) != bank.FileLocked:
				t.Errorf("got %v", err)
			case took > min(held, patience)+slack:
				t.Errorf("answered after %s", took)
			}
			if err := <-released; err != nil {
				t.Fatal(err)
			}
			if _, err := c.Transfer(t.Context(), r); err != nil {
				t.Errorf("when it was over: %v", err)
			}
		})
	}
}
