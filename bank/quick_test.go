package bank_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/money"
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

// manyAccounts has so many accounts, each with two entries.
func manyAccounts(accounts int) *bank.Opening {
	o := banktest.Opening()
	c := o.Customers[0]
	c.Login, c.Accounts, c.Certificates = "many", nil, nil
	at := o.Entries[len(o.Entries)-1].At
	step := o.At.Sub(at) / time.Duration(2*accounts+1)
	for i := range accounts {
		number := fmt.Sprintf("10026001%06d", 500_000+i)
		c.Accounts = append(c.Accounts, bank.NewAccount{Number: bank.AccountNumber(number), Currency: money.KRW, PIN: banktest.PIN, OpenedAt: c.JoinedAt})
		for range 2 {
			at = at.Add(step)
			o.Entries = append(o.Entries, bank.NewEntry{Kind: "salary", At: at, Debit: bank.OwnClearing, Credit: number, Amount: krw(1000)})
		}
	}
	o.Customers = append(o.Customers, c)
	return o
}

// BenchmarkCheck asks a bank of 10,000 accounts what is asked at every start. It
// fails above the tenth of a second that a start may take longer for it.
func BenchmarkCheck(b *testing.B) {
	path := filepath.Join(b.TempDir(), "bank.db")
	if err := bank.Create(b.Context(), path, manyAccounts(10_000), options()); err != nil {
		b.Fatal(err)
	}
	w, err := bank.Open(b.Context(), path, options())
	if err != nil {
		b.Fatal(err)
	}
	defer w.Close()
	for b.Loop() {
		if report, err := w.Check(b.Context()); err != nil || report.Difference != "" {
			b.Fatal(err, report.Difference)
		}
	}
	if each := b.Elapsed() / time.Duration(b.N); each > 100*time.Millisecond {
		b.Errorf("a check takes %s", each)
	}
}
