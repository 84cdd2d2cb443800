package bank_test

import (
	"path/filepath"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

// TestACloneFindsNothingOfTheOneBefore opens one bank after another from one image, and two at a time.
func TestACloneFindsNothingOfTheOneBefore(t *testing.T) {
	t.Parallel()
	image, err := bank.NewImage(t.Context(), banktest.Opening(), options())
	if err != nil {
		t.Fatal(err)
	}
	open := func() *banktest.World {
		b, err := bank.OpenImage(t.Context(), image, options())
		if err != nil {
			t.Fatal(err)
		}
		return &banktest.World{Bank: b, Clock: banktest.NewClock()}
	}
	type state struct {
		head, today string
		balance     int64
		files       int
	}
	stateOf := func(w *banktest.World) (s state) {
		t.Helper()
		report, err := w.Verify(t.Context())
		if err != nil || report.Difference != "" {
			t.Fatalf("%+v, %v", report, err)
		}
		s.head, s.balance = report.Head, w.Balance(t, banktest.KimMain).Minor()
		if s.files, err = w.Count(t.Context(), "SELECT count(*) FROM rate_file"); err != nil {
			t.Fatal(err)
		}
		board, err := w.Board(t.Context(), dayOf(t, "2026-11-05"), 0)
		if err != nil {
			t.Fatal(err)
		}
		row, _ := board.Row("USD")
		s.today = row.Base.String()
		return s
	}
	fresh := open()
	began := stateOf(fresh)
	for name, do := range map[string]func(w *banktest.World) error{
		"somebody paid": func(w *banktest.World) error { return payment(t, w, 1000)() },
		"rates were imported": func(w *banktest.World) error {
			_, err := w.ImportRates(t.Context(), []byte(eximbank), dayOf(t, "2026-11-05"))
			return err
		},
		"an order failed": func(w *banktest.World) error {
			if payment(t, w, 1_000_000_000)() == nil {
				t.Error("there was a billion")
			}
			return w.Meddle(t.Context(), "UPDATE customer SET login=login||'x'")
		},
		"it was backed up": func(w *banktest.World) error {
			if err := payment(t, w, 5)(); err != nil {
				return err
			}
			_, err := w.Backup(t.Context(), filepath.Join(t.TempDir(), "kept.db"))
			return err
		},
	} {
		w := open()
		if err := do(w); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := stateOf(fresh); got != began {
			t.Errorf("%s in another clone: %+v, wanted %+v", name, got, began)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		next := open()
		if got := stateOf(next); got != began {
			t.Errorf("after %s: %+v, wanted %+v", name, got, began)
		}
		if err := next.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := fresh.Close(); err != nil {
		t.Fatal(err)
	}
}
