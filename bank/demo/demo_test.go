package demo_test

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/text/width"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/demo"
	"smartbank/bank/money"
)

// tapeTime is when tapes begin unless they say otherwise.
var tapeTime = time.Date(2026, time.November, 5, 10, 0, 0, 0, calendar.Seoul)

// banks are banks of several seeds and days by name: ends of months and years, a
// leap day, before and after the table of holidays. They are only read.
var banks = sync.OnceValue(func() map[string]*bank.Opening {
	all := map[string]*bank.Opening{}
	for _, day := range []calendar.Date{
		{Year: 2020, Month: 2, Day: 29},
		{Year: 2023, Month: 1, Day: 25},
		{Year: 2024, Month: 10, Day: 1},
		{Year: 2026, Month: 1, Day: 1},
		{Year: 2026, Month: 3, Day: 31},
		{Year: 2026, Month: 11, Day: 5},
		{Year: 2026, Month: 11, Day: 26},
		{Year: 2031, Month: 7, Day: 16},
	} {
		for seed := range uint64(6) {
			all[fmt.Sprintf("seed %d on %s", seed, day)] = demo.Opening(seed, day.Start().Add(15*time.Hour))
		}
	}
	return all
})

// cells is how wide a memo is in a terminal: Hangul take two cells.
func cells(s string) int {
	n := 0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// accounts are all accounts of an opening by their digits.
func accounts(o *bank.Opening) map[string]bank.NewAccount {
	all := map[string]bank.NewAccount{}
	for _, c := range o.Customers {
		for _, a := range c.Accounts {
			all[string(a.Number)] = a
		}
	}
	return all
}

// replay does all entries in order, tells see each account's balance after each,
// in minor units, and returns the last ones.
func replay(o *bank.Opening, see func(e bank.NewEntry, number string, balance int64)) map[string]int64 {
	balance := map[string]int64{}
	for _, e := range o.Entries {
		balance[e.Debit] -= e.Amount.Minor()
		balance[e.Credit] += e.Amount.Minor()
		see(e, e.Debit, balance[e.Debit])
		see(e, e.Credit, balance[e.Credit])
	}
	return balance
}

func TestOneSeedAndDayIsOneBank(t *testing.T) {
	t.Parallel()
	first := demo.Opening(1, tapeTime)
	for name, now := range map[string]time.Time{
		"the same moment":      tapeTime,
		"just after midnight":  time.Date(2026, time.November, 5, 0, 0, 0, 0, calendar.Seoul),
		"just before midnight": time.Date(2026, time.November, 5, 23, 59, 59, 999, calendar.Seoul),
		"told in UTC":          time.Date(2026, time.November, 4, 15, 0, 0, 0, time.UTC),
	} {
		if !reflect.DeepEqual(first, demo.Opening(1, now)) {
			t.Errorf("%s makes another bank", name)
		}
	}
	for name, other := range map[string]*bank.Opening{
		"another seed": demo.Opening(2, tapeTime),
		"the next day": demo.Opening(1, tapeTime.AddDate(0, 0, 1)),
	} {
		if reflect.DeepEqual(first.Entries, other.Entries) {
			t.Errorf("%s makes the same history", name)
		}
	}
	if bytes.Equal(first.Customers[0].MediumKey, demo.Opening(2, tapeTime).Customers[0].MediumKey) {
		t.Error("another seed makes the same security card")
	}
}

func TestCustomers(t *testing.T) {
	t.Parallel()
	o := demo.Opening(1, tapeTime)
	if !o.Demonstration || !o.At.Equal(time.Date(2026, time.November, 5, 0, 0, 0, 0, calendar.Seoul)) {
		t.Errorf("demonstration %v, made at %s", o.Demonstration, o.At)
	}
	if len(o.Customers) != 5 {
		t.Fatalf("%d customers", len(o.Customers))
	}
	if firm, disagrees, noMember := o.Customers[2], o.Customers[3], o.Customers[4]; !firm.Corporate || !disagrees.Disagrees || !noMember.NoMember {
		t.Errorf("whom no certificate is issued to: %+v, %+v, %+v", firm, disagrees, noMember)
	}
	for i, want := range []bank.NewCustomer{
		{Login: "demo01", NameEN: "Hong Gildong", NameKO: "홍길동", Medium: bank.SecurityCard, LimitEach: money.New(5_000_000, money.KRW), LimitDay: money.New(10_000_000, money.KRW)},
		{Login: "demo02", NameEN: "Lee Bada", NameKO: "이바다", Medium: bank.Token, LimitEach: money.New(100_000_000, money.KRW), LimitDay: money.New(500_000_000, money.KRW)},
	} {
		got := o.Customers[i]
		if got.Password != demo.Password || len(got.MediumKey) != 20 || got.Login != demo.Logins()[i] {
			t.Errorf("%s: password %q, a medium key of %d bytes", got.Login, got.Password, len(got.MediumKey))
		}
		want.Password, want.MediumKey, want.JoinedAt, want.Accounts = got.Password, got.MediumKey, got.JoinedAt, got.Accounts
		want.Identity = demo.Identity(got.Login)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
}

// TestIdentitiesAreNobodys makes sure that no resident number of the demonstration
// has the check digit that a real one would have.
func TestIdentitiesAreNobodys(t *testing.T) {
	t.Parallel()
	for _, c := range demo.Opening(1, tapeTime).Customers {
		if c.Corporate {
			continue
		}
		if len(c.Identity) != 13 {
			t.Fatalf("%s has the number %q", c.Login, c.Identity)
		}
		sum := 0
		for i, weight := range []int{2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5} {
			sum += weight * int(c.Identity[i]-'0')
		}
		if check := (11 - sum%11) % 10; check == int(c.Identity[12]-'0') {
			t.Errorf("the number of %s could be somebody's", c.Login)
		}
	}
}

func TestAccounts(t *testing.T) {
	t.Parallel()
	for name, o := range banks() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			all := accounts(o)
			if len(all) != 13 {
				t.Errorf("%d accounts with numbers of their own, want 13", len(all))
			}
			for number, a := range all {
				if len(number) != 14 || strings.Trim(number, "0123456789") != "" {
					t.Errorf("%s is no account number", number)
					continue
				}
				foreign := number[6:8] == "52"
				if !strings.Contains("01 02 05 06 52", number[6:8]) || foreign != (a.Currency == money.USD) {
					t.Errorf("%s in %s has product %s", number, a.Currency, number[6:8])
				}
				if a.PIN != demo.PIN || a.Nickname == "" || !a.OpenedAt.Before(o.Entries[0].At) {
					t.Errorf("%s: PIN %q, nickname %q, opened %s", number, a.PIN, a.Nickname, a.OpenedAt)
				}
				if open, _ := calendar.DateOf(a.OpenedAt).Business(); !open {
					t.Errorf("%s was opened on %s, when the counter was closed", number, a.OpenedAt)
				}
			}
		})
	}
}

func TestNoAccountIsEverOverdrawn(t *testing.T) {
	t.Parallel()
	for name, o := range banks() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			all := accounts(o)
			end := replay(o, func(e bank.NewEntry, number string, balance int64) {
				if _, customer := all[number]; customer && balance < 0 {
					t.Errorf("%s falls to %d at %s by %q", number, balance, e.At, e.DebitMemo)
				}
			})
			for number, between := range map[string][2]int64{
				"01234502678901": {1_200_000, 2_500_000},
				"01234501112233": {900_000, 4_100_000},
				"01234506445566": {7_000_000, 12_000_000},
				"01234505778899": {10_000_000, 11_000_000},
				"01234552990011": {1_000_00, 9_000_00},
				"01357902222333": {0, 0},
				"54321002123456": {2_400_000, 5_800_000},
				"54321001654321": {900_000, 4_500_000},
				"54321006334455": {10_000_000, 14_000_000},
				"54321052667788": {1_000_00, 9_000_00},
			} {
				if end[number] < between[0] || end[number] > between[1] {
					t.Errorf("%s ends at %d, want %d to %d", number, end[number], between[0], between[1])
				}
			}
		})
	}
}

func TestEntriesAreInOrderAndEndTheDayBefore(t *testing.T) {
	t.Parallel()
	for name, o := range banks() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var last time.Time
			for _, e := range o.Entries {
				if !e.At.After(last) {
					t.Errorf("the entry at %s is not after the one before it, at %s", e.At, last)
				}
				if e.At.Nanosecond()%1000 != 0 {
					t.Errorf("the entry at %s is finer than microseconds", e.At)
				}
				last = e.At
			}
			today := calendar.DateOf(o.At)
			if first := calendar.DateOf(o.Entries[0].At); first != today.AddMonths(-24) {
				t.Errorf("the history begins on %s", first)
			}
			if gap := o.At.Sub(last); gap <= 0 || gap > 3*24*time.Hour {
				t.Errorf("the history ends %s before the bank is made", gap)
			}
		})
	}
}

func TestEntriesAreWellFormed(t *testing.T) {
	t.Parallel()
	for name, o := range banks() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			all := accounts(o)
			own := map[string]money.Currency{
				bank.OwnCash: money.KRW, bank.OwnClearing: money.KRW, bank.OwnInterest: money.KRW, bank.OwnFees: money.KRW, bank.OwnExchange: money.KRW,
				bank.OwnCash + "-USD": money.USD, bank.OwnClearing + "-USD": money.USD, bank.OwnInterest + "-USD": money.USD, bank.OwnExchange + "-USD": money.USD,
			}
			for number, a := range all {
				own[number] = a.Currency
			}
			kinds := "opening transfer salary card bill cash interest fee exchange"
			for _, e := range o.Entries {
				if own[e.Debit] != e.Amount.Currency() || own[e.Credit] != e.Amount.Currency() || e.Debit == e.Credit || e.Amount.Minor() <= 0 {
					t.Errorf("%s goes from %q to %q", e.Amount, e.Debit, e.Credit)
				}
				if !strings.Contains(kinds, e.Kind) || e.Kind == "" {
					t.Errorf("an entry of kind %q", e.Kind)
				}
				for number, memo := range map[string]string{e.Debit: e.DebitMemo, e.Credit: e.CreditMemo} {
					if _, customer := all[number]; customer && memo == "" || cells(memo) > bank.MemoCells {
						t.Errorf("%s at %s: the memo %q has %d cells", number, e.At, memo, cells(memo))
					}
				}
				day := calendar.DateOf(e.At)
				if open, _ := day.Business(); e.Kind == "salary" && !open {
					t.Errorf("a salary on %s, %s %s", day, day.Weekday(), day.Holiday())
				}
			}
		})
	}
}

func TestTransfersWereAllowed(t *testing.T) {
	t.Parallel()
	for name, o := range banks() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			names := map[string]string{} // of open accounts, by bank and number
			for _, p := range o.Counterparties {
				if p.Status == "" {
					names[string(p.Bank)+p.Number] = p.NameKO
				}
			}
			holder := map[string]bank.NewCustomer{}
			for _, c := range o.Customers {
				for _, a := range c.Accounts {
					holder[string(a.Number)] = c
					names[string(bank.KoreaPost)+string(a.Number)] = c.NameKO
				}
			}
			sent := map[string]int64{} // by customer and day
			for _, e := range o.Entries {
				if e.Transfer == nil {
					continue
				}
				c, from := holder[e.Debit]
				if !from || names[string(e.Transfer.Bank)+e.Transfer.To] != e.Transfer.Recipient {
					t.Errorf("a transfer from %q to %+v", e.Debit, *e.Transfer)
				}
				if inside := e.Transfer.Bank == bank.KoreaPost; inside && e.Credit != e.Transfer.To || !inside && e.Credit != bank.OwnClearing {
					t.Errorf("a transfer to %+v is booked to %q", *e.Transfer, e.Credit)
				}
				day := c.Login + calendar.DateOf(e.At).String()
				sent[day] += e.Amount.Minor()
				if e.Kind != "transfer" || e.Amount.Minor() > c.LimitEach.Minor() || sent[day] > c.LimitDay.Minor() {
					t.Errorf("%s of %s at %s, %d that day", e.Kind, e.Amount, e.At, sent[day])
				}
			}
		})
	}
}

func TestHistoryIsBelievable(t *testing.T) {
	t.Parallel()
	for name, o := range banks() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if n := len(o.Entries); n < 2000 || n > 3500 {
				t.Errorf("%d entries", n)
			}
			postings := map[string]int{}
			replay(o, func(_ bank.NewEntry, number string, _ int64) { postings[number]++ })
			for number, monthly := range map[string][2]int{
				"01234502678901": {26, 48}, "01234501112233": {7, 14}, "54321002123456": {32, 60}, "54321001654321": {2, 5},
			} {
				if n := postings[number]; n < 24*monthly[0] || n > 24*monthly[1] {
					t.Errorf("%s has %d postings in 24 months", number, n)
				}
			}
			memos, between := map[string]int{}, map[string]int{}
			for _, e := range o.Entries {
				memos[e.DebitMemo+e.CreditMemo]++
				if e.Transfer != nil && e.Debit[:6] != e.Credit[:6] && e.Transfer.Bank == bank.KoreaPost {
					between[e.Debit]++
				}
			}
			for _, memo := range []string{"급여 나루정밀", "월세홍길동 월세", "관리비", "휴대폰요금", "작업실 월세이바다"} {
				if n := memos[memo]; n < 23 || n > 25 {
					t.Errorf("%q is there %d times in 24 months", memo, n)
				}
			}
			for _, memo := range []string{"골목커피", "새벽편의점", "ATM 출금", "예금이자", "Hankuk Trading", "외화 매입", "외화 매도", "서울교통"} {
				if memos[memo] == 0 {
					t.Errorf("%q is never there", memo)
				}
			}
			if between[string(demo.Everyday)] < 10 || between[string(demo.Main)] < 10 {
				t.Errorf("the customers sent each other money %v times", between)
			}
		})
	}
}

func TestClosedAccountIsLeftAlone(t *testing.T) {
	t.Parallel()
	for name, o := range banks() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			left := int64(-1)
			replay(o, func(e bank.NewEntry, number string, balance int64) {
				if number != "01357902222333" {
					return
				}
				if left == 0 {
					t.Errorf("the closed account is used at %s", e.At)
				}
				left = balance
			})
			if left != 0 || accounts(o)["01357902222333"].Status != bank.AccountClosed {
				t.Errorf("the closed account holds %d", left)
			}
		})
	}
}

func TestCounterparties(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, p := range demo.Opening(1, tapeTime).Counterparties {
		if len(p.Bank) != 3 || p.Bank == bank.KoreaPost || len(p.Number) < 10 || len(p.Number) > 16 || strings.Trim(p.Number, "0123456789") != "" {
			t.Errorf("%s %s is no account at another bank", p.Bank, p.Number)
		}
		if seen[string(p.Bank)+p.Number] || p.NameEN == "" || p.NameKO == "" {
			t.Errorf("%s %s is there twice or has no name", p.Bank, p.Number)
		}
		seen[string(p.Bank)+p.Number] = true
	}
}

func TestSuggestions(t *testing.T) {
	t.Parallel()
	o := demo.Opening(1, tapeTime)
	status := map[string]string{}
	for _, p := range o.Counterparties {
		status[string(p.Bank)+p.Number+p.NameEN+p.NameKO] = "open" + p.Status
	}
	for _, c := range o.Customers {
		for _, a := range c.Accounts {
			status[string(bank.KoreaPost)+string(a.Number)+c.NameEN+c.NameKO] = c.Login
		}
	}
	for login, want := range map[string]string{
		"demo01":   "open open openclosed/TRAN-06 opensilent/TRAN-08 demo02",
		"demo02":   "open open openclosed/TRAN-06 opensilent/TRAN-08 demo01",
		"stranger": "open open openclosed/TRAN-06 opensilent/TRAN-08 demo02 demo01",
	} {
		var got []string
		for _, s := range demo.Suggestions(login) {
			what := status[string(s.Bank)+s.Number+s.NameEN+s.NameKO]
			if s.Refusal != "" {
				what += "/" + string(s.Refusal)
			}
			got = append(got, what)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s is told %q, want %q", login, strings.Join(got, " "), want)
		}
	}
}

// BenchmarkOpening is a part of the first start, which has a second for
// everything.
func BenchmarkOpening(b *testing.B) {
	for b.Loop() {
		demo.Opening(1, tapeTime)
	}
}
