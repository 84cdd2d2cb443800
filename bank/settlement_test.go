package bank_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
)

// settlement is an entry between clearing and the account at the Bank of Korea.
type settlement struct {
	key string
	won int64
	at  string // in Seoul
}

// settlements are all that were booked, in their order.
func settlements(t *testing.T, d desk) (all []settlement) {
	t.Helper()
	err := d.Read(t.Context(), func(ctx context.Context, tx bank.Tx) error {
		rows, err := tx.QueryContext(ctx, `SELECT e.key, l.amount, e.at FROM entry e JOIN leg l ON l.entry_id = e.id
			JOIN account f ON f.id = l.debit_id AND f.number = 'clearing' JOIN account c ON c.id = l.credit_id AND c.number = 'cash'
			WHERE e.key LIKE 'settlement-%' ORDER BY e.id`)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var s settlement
			var at int64
			if err := rows.Scan(&s.key, &s.won, &at); err != nil {
				return err
			}
			s.at = time.UnixMicro(at).In(calendar.Seoul).Format("Mon 01-02 15:04")
			all = append(all, s)
		}
		return rows.Err()
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// What goes to other banks is settled a day at a time, at eleven of the next
// business day, once, whenever somebody looks.
func TestADayIsSettledOnTheNextBusinessDay(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim) // it is Thursday, at ten
	d.send(t, toPark(1_000))
	d.send(t, toPark(2_000))
	d.send(t, toLee(500)) // stays inside
	lost := toPark(4_000)
	lost.OwnMemo = "#timeout"
	d.send(t, lost) // settled by its own answer
	d = d.pass(t, 24*time.Hour)
	if got := settlements(t, d); got != nil {
		t.Errorf("on Friday at ten: %v", got)
	}
	d = d.pass(t, 2*time.Hour)
	thursday := settlement{"settlement-20261105", 3_000, "Fri 11-06 11:00"}
	if got := settlements(t, d); !slices.Equal(got, []settlement{thursday}) {
		t.Errorf("on Friday at noon: %v", got)
	}
	d.send(t, toPark(7_000))
	d = d.pass(t, 24*time.Hour)
	d.send(t, toPark(8_000))
	d = d.pass(t, 30*24*time.Hour) // nobody looks for a month
	want := []settlement{thursday, {"settlement-20261106", 7_000, "Mon 11-09 11:00"}, {"settlement-20261107", 8_000, "Mon 11-09 11:00"}}
	if got := settlements(t, d); !slices.Equal(got, want) {
		t.Errorf("a month later: %v", got)
	}
	if done, err := d.Advance(t.Context()); err != nil || done != 0 {
		t.Errorf("%d done once more (%v)", done, err)
	}
	if report, err := d.Verify(t.Context()); err != nil || report.Difference != "" {
		t.Errorf("%q, %v", report.Difference, err)
	}
}

// Verifying adds up what a day settled, and checks the signatures of orders for
// later and what came of them.
func TestVerifyFindsLiesAboutSettlementsAndOrdersForLater(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	d := desk{w, w.SignIn(t, banktest.Kim).Caller(), banktest.Kim}
	d.send(t, toPark(1_000))
	delayed := d.send(t, later(toPark(2_000), bank.When{DelayHours: 3}))
	monthly := d.send(t, later(toPark(3_000), bank.When{On: calendar.DateOf(banktest.Start).AddDays(1), Monthly: true}))
	waiting := d.send(t, later(toPark(5_000), bank.When{On: calendar.DateOf(banktest.Start).AddDays(20)}))
	d.pass(t, 48*time.Hour)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	made, err := os.ReadFile(w.Path)
	if err != nil {
		t.Fatal(err)
	}
	revoked := &bank.RefusedError{Code: bank.CodeCertificateDiscarded}
	refuses := func(payload, signature []byte, at time.Time) (bank.Signer, error) {
		if bytes.Contains(payload, []byte(delayed.Order.Key)) {
			return bank.Signer{}, revoked
		}
		return banktest.Verify(payload, signature, at)
	}
	for _, c := range []struct {
		what, statements string
		check            bank.VerifySignature
		want             string
	}{
		{"nothing", "SELECT 1", banktest.Verify, ""},
		{"nobody who knows certificates", "SELECT 1", nil, ""},
		{"a signature that does not hold", "SELECT 1", refuses, "act 4: the signature of the order " + delayed.Order.Key + " does not hold (SIGN-05)"},
		{"a settlement that never came", "UPDATE due SET done_at=1 WHERE subject='20261106'", banktest.Verify, "the settlement of 20261106 moved 0 instead of 3000"},
		{"a transfer that nobody ordered", "DELETE FROM act WHERE subject='" + monthly.Order.Key + "'", banktest.Verify, "transfer 14: it is not signed, and one before it is"},
		{"an order nobody signed", "DELETE FROM act WHERE subject='" + waiting.Order.Key + "'", banktest.Verify, "order for later 3: nobody signed it"},
		{"an order of another amount", "UPDATE instruction SET body=replace(body,'3000','9000')", banktest.Verify, "act 5: what was signed is not the order " + monthly.Order.Key},
	} {
		t.Run(c.what, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "bank.db")
			content(made)(t, path)
			tamper(t, path, c.statements)
			report, err := bank.Verify(t.Context(), path, c.check)
			if err != nil || report.Difference != c.want {
				t.Errorf("%v\n got %q\nwant %q", err, report.Difference, c.want)
			}
		})
	}
}
