package bank_test

import (
	"context"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// fromOpening is a bank in memory made of o, its clock standing at banktest.Start.
func fromOpening(tb testing.TB, o *bank.Opening) *bank.Bank {
	tb.Helper()
	opt := bank.Options{Now: banktest.NewClock().Now, Rand: banktest.NewRand(1), Cost: bank.TapeCost, Verify: banktest.Verify}
	image, err := bank.NewImage(context.Background(), o, opt)
	if err != nil {
		tb.Fatal(err)
	}
	b, err := bank.OpenImage(context.Background(), image, opt)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { b.Close() })
	return b
}

func day(c *banktest.Clock) calendar.Date { return calendar.DateOf(c.Now()) }

func TestAccountNumbers(t *testing.T) {
	t.Parallel()
	for n, want := range map[bank.AccountNumber][2]string{
		banktest.KimMain: {"100260-01-000017", "100260-01-•••017"},
		"":               {"", ""},
		"123":            {"123", "123"},
	} {
		if got := [2]string{n.String(), n.Masked()}; got != want {
			t.Errorf("%s: %q, want %q", string(n), got, want)
		}
	}
}

func TestAccounts(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	d.meddle(t, "UPDATE account SET status='frozen' WHERE number=$1", banktest.KimSpare)
	d.meddle(t, "UPDATE account SET held=300 WHERE number=$1", banktest.KimMain)
	accounts, err := d.Accounts(t.Context(), d.caller)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		number             bank.AccountNumber
		kind               bank.ProductKind
		balance, available money.Amount
		status             bank.AccountStatus
		sends, used        bool
	}{
		{banktest.KimMain, bank.Demand, won(1_284_300), won(1_284_000), bank.AccountOpen, true, true},
		{banktest.KimSpare, bank.Demand, won(0), won(0), bank.AccountFrozen, false, false},
		{banktest.KimSavings, bank.Savings, won(5_000_000), won(5_000_000), bank.AccountOpen, false, true},
		{banktest.KimTime, bank.TimeDeposit, won(10_000_000), won(10_000_000), bank.AccountOpen, false, true},
		{banktest.KimDollars, bank.Foreign, money.New(120_050, money.USD), money.New(120_050, money.USD), bank.AccountOpen, false, true},
		{banktest.KimClosed, bank.Demand, won(0), won(0), bank.AccountClosed, false, true},
	} {
		if i >= len(accounts) {
			t.Fatalf("only %d accounts", len(accounts))
		}
		a := accounts[i]
		got := want
		got.number, got.kind, got.balance, got.available = a.Number, a.Product.Kind, a.Balance, a.Available
		got.status, got.sends, got.used = a.Status, a.Sends, !a.LastAt.IsZero()
		if got != want {
			t.Errorf("account %d: got %+v, want %+v", i, got, want)
		}
		if a.Product.NameKO == "" || a.Product.Code != string(a.Number[6:8]) || a.OpenedAt.IsZero() {
			t.Errorf("account %d: %+v", i, a)
		}
	}
	if accounts[0].Nickname != "생활비" {
		t.Errorf("the nickname is %q", accounts[0].Nickname)
	}
	d.meddle(t, "UPDATE account SET held=0 WHERE number=$1", banktest.KimMain)
}

func TestAFrozenAccountWithMoneyHasNoneAvailable(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	d.meddle(t, "UPDATE account SET status='frozen' WHERE number=$1", banktest.KimMain)
	accounts, err := d.Accounts(t.Context(), d.caller)
	if err != nil || accounts[0].Balance != won(1_284_300) || accounts[0].Available != won(0) || accounts[0].Sends {
		t.Errorf("got %+v, %v", accounts, err)
	}
}

func TestAStrangerHasNoAccounts(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	if got, err := d.Accounts(t.Context(), bank.Caller{Customer: 99}); err != nil || len(got) != 0 {
		t.Errorf("got %+v, %v", got, err)
	}
	if _, err := d.TransferLimits(t.Context(), bank.Caller{Customer: 99}); err == nil || bank.RefusalCode(err) != "" {
		t.Errorf("limits: %v", err)
	}
}
