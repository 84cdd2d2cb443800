package bank_test

import (
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

func TestCheckFindsBooksThatDisagree(t *testing.T) {
	t.Parallel()
	kim := string(banktest.KimMain)
	for _, c := range []struct{ what, statements, want string }{
		{"nothing", `SELECT 1`, ""},
		{"a balance", `UPDATE account SET posted=posted+1 WHERE id={kim}`, "all balances in KRW together are 1, and should be 0"},
		{
			"two balances", `UPDATE account SET posted=posted-5 WHERE id={lee};UPDATE account SET posted=posted+5 WHERE id={kim}`,
			"account " + kim + ": the balance is 1284305, and after its last posting it was 1284300",
		},
		{"a hold", `UPDATE account SET held=1284301 WHERE id={kim}`, "account " + kim + ": -1 is available, and at least 0 has to be"},
	} {
		path := fileOf(t)
		tamper(t, path, c.statements)
		b, err := bank.Open(t.Context(), path, options())
		if err != nil {
			t.Fatal(err)
		}
		if report, err := b.Check(t.Context()); err != nil || report.Difference != c.want {
			t.Errorf("%s: %v, got %q, want %q", c.what, err, report.Difference, c.want)
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestElsewhereChangesWhenAnotherBankWrites(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	other := &banktest.World{Bank: w.Again(t, 5), Clock: w.Clock, Path: w.Path}
	defer other.Close()
	ask := func() int64 {
		n, err := w.Elsewhere(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := ask()
	if err := pay(t.Context(), w, string(banktest.KimMain), bank.OwnCash, krw(1)); err != nil {
		t.Fatal(err)
	}
	if after := ask(); after != before {
		t.Error("the bank's own order changed the number")
	}
	if err := pay(t.Context(), other, string(banktest.KimMain), bank.OwnCash, krw(1)); err != nil {
		t.Fatal(err)
	}
	if after := ask(); after == before {
		t.Error("the other's order did not")
	}
}

func TestElsewhereIsAlwaysTheSameInMemory(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	for range 2 {
		if n, err := w.Elsewhere(t.Context()); n != 0 || err != nil {
			t.Errorf("%d, %v", n, err)
		}
		if err := pay(t.Context(), w, string(banktest.KimMain), bank.OwnCash, krw(1)); err != nil {
			t.Fatal(err)
		}
	}
}
