package demo_test

import (
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/demo"
)

// TestCrowd makes a bank with a crowd: its books add up, a customer of it can log
// in and has a history, and the same arguments give the same bank.
func TestCrowd(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 5, 10, 0, 0, 0, time.FixedZone("KST", 9*60*60))
	o := demo.CrowdOpening(1, now, 25, 3)
	if !reflect.DeepEqual(o, demo.CrowdOpening(1, now, 25, 3)) {
		t.Error("the second crowd is another one")
	}
	if plain := demo.Opening(1, now); len(o.Customers) != len(plain.Customers)+25 || len(o.Entries) < len(plain.Entries)+25*36 {
		t.Errorf("%d customers with %d entries", len(o.Customers), len(o.Entries))
	}
	path := filepath.Join(t.TempDir(), "bank.db")
	opt := bank.Options{Now: func() time.Time { return now }, Rand: banktest.NewRand(1), Cost: bank.TapeCost}
	if err := bank.Create(t.Context(), path, o, opt); err != nil {
		t.Fatal(err)
	}
	report, err := bank.Verify(t.Context(), path, nil)
	if err != nil || report.Difference != "" {
		t.Fatalf("verify: %q, %v", report.Difference, err)
	}
	b, err := bank.Open(t.Context(), path, opt)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	caller, err := b.Authenticate(t.Context(), demo.CrowdLogin(25), []byte(demo.Password))
	if err != nil {
		t.Fatal(err)
	}
	accounts, err := b.Accounts(t.Context(), caller)
	if err != nil || len(accounts) != 1 || accounts[0].Balance.Minor() <= 0 {
		t.Errorf("accounts %+v, %v", accounts, err)
	}
}
