package bank_test

import (
	"slices"
	"strings"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

func TestArrangeAccounts(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	shown := func() string {
		all, err := d.Accounts(t.Context(), d.caller)
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, a := range all {
			line := string(a.Number[len(a.Number)-2:]) + " " + a.Nickname
			if a.Default {
				line += "*"
			}
			lines = append(lines, strings.TrimSpace(line))
		}
		return strings.Join(lines, ", ")
	}
	asOpened := shown()
	for _, row := range []struct {
		name string
		all  []bank.Arranged
		want bank.Code
	}{
		{"somebody else's account", []bank.Arranged{{Number: banktest.LeeMain}}, bank.CodeNoAccount},
		{"an account of the bank", []bank.Arranged{{Number: bank.OwnCash}}, bank.CodeNoAccount},
		{"an account twice", []bank.Arranged{{Number: banktest.KimMain}, {Number: banktest.KimMain}}, bank.CodeNoAccount},
		{"two to begin with", []bank.Arranged{{Number: banktest.KimMain, Default: true}, {Number: banktest.KimSpare, Default: true}}, bank.CodeNotWithdrawable},
		{"dollars to begin with", []bank.Arranged{{Number: banktest.KimDollars, Default: true}}, bank.CodeNotWithdrawable},
		{"a closed one to begin with", []bank.Arranged{{Number: banktest.KimClosed, Default: true}}, bank.CodeNotWithdrawable},
	} {
		if err := d.ArrangeAccounts(t.Context(), d.caller, row.all); bank.RefusalCode(err) != row.want {
			t.Errorf("%s: %v, want %s", row.name, err, row.want)
		}
		if got := shown(); got != asOpened {
			t.Errorf("%s: refused, and the accounts are %s", row.name, got)
		}
	}
	order := []bank.Arranged{{Number: banktest.KimDollars, Nickname: "여행"}, {Number: banktest.KimSpare, Nickname: strings.Repeat("가", 20), Default: true}, {Number: banktest.KimMain, Nickname: " Bills\x1b[31m "}}
	for range 2 { // what is there is replaced
		if err := d.ArrangeAccounts(t.Context(), d.caller, order); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := shown(), "51 여행, 28 가가가가가가가가가가*, 17 Bills[31m"; !strings.HasPrefix(got, want) {
		t.Errorf("the accounts are %s, want %s…", got, want)
	}
	if all, _ := d.Accounts(t.Context(), d.caller); bank.DefaultAccount(all) != banktest.KimSpare || len(all) != 6 {
		t.Errorf("begins with %s of %d", bank.DefaultAccount(all), len(all))
	}
	slices.Reverse(order)
	if err := d.ArrangeAccounts(t.Context(), d.caller, order[:1]); err != nil {
		t.Fatal(err)
	}
	if got := shown(); !strings.HasPrefix(got, "17 Bills[31m, ") || strings.Contains(got, "*") || strings.Contains(got, "여행") {
		t.Errorf("the accounts are %s", got)
	}
}
