package bank_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
)

func TestCompareNames(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		typed, ko, en string
		want          bank.NameOutcome
	}{
		{"", "박지훈", "PARK JIHUN", bank.NameNotCompared},
		{" . ", "박지훈", "PARK JIHUN", bank.NameNotCompared},
		{"박지훈", "박지훈", "PARK JIHUN", bank.NameMatches},
		{"박 지훈", "박지훈", "PARK JIHUN", bank.NameMatches},
		{"박지훈", "박지훈", "", bank.NameMatches},
		{"park jihun", "박지훈", "PARK JIHUN", bank.NameMatches},
		{"Jihun Park", "박지훈", "PARK JIHUN", bank.NameMatches},
		{"박*훈", "박지훈", "PARK JIHUN", bank.NameMatches},
		{"박○훈", "박지훈", "PARK JIHUN", bank.NameMatches},
		{"박지운", "박지훈", "PARK JIHUN", bank.NameClose},
		{"박훈", "박지훈", "PARK JIHUN", bank.NameClose},
		{"박지훈님", "박지훈", "PARK JIHUN", bank.NameClose},
		{"박훈지", "박지훈", "PARK JIHUN", bank.NameClose},
		{"Park Jihoon", "박지훈", "PARK JIHUN", bank.NameDiffers},
		{"Park Jihon", "박지훈", "PARK JIHUN", bank.NameClose},
		{"김지은", "박지훈", "PARK JIHUN", bank.NameDiffers},
		{"김", "박", "", bank.NameDiffers},
	} {
		if got := bank.CompareNames(c.typed, c.ko, c.en); got != c.want {
			t.Errorf("%q against %s, %s is %q, want %q", c.typed, c.ko, c.en, got, c.want)
		}
	}
}

func TestANameCheckHasFourOutcomes(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	for expected, want := range map[string]bank.NameOutcome{
		banktest.ParkName: bank.NameMatches, "박지운": bank.NameClose, "최지우": bank.NameDiffers,
	} {
		got, err := d.CheckName(t.Context(), d.caller, banktest.ParkBank, banktest.ParkNumber, expected)
		if err != nil || got.Outcome != want || got.NameKO != banktest.ParkName {
			t.Errorf("%s: %+v, %v", expected, got, err)
		}
	}
	got, err := d.CheckName(t.Context(), d.caller, banktest.SilentBank, banktest.SilentNumber, "정하늘")
	if err != nil || got.Outcome != bank.NameUnchecked || got.NameKO != "" {
		t.Errorf("a silent bank: %+v, %v", got, err)
	}
	_, err = d.CheckName(t.Context(), d.caller, banktest.ClosedBank, banktest.ClosedNumber, "")
	refused(t, err, bank.CodeRecipientClosed)
}

func TestWarningsAreAcknowledgedInTheOrder(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	o := fromLee(bank.FirstTimeLarge)
	o.Bank, o.To, o.Recipient, o.Expected = banktest.ParkBank, banktest.ParkNumber, banktest.ParkName, "최지우"
	review := d.prepare(t, o)
	warned := func(r bank.Review) (all []bank.Warning) {
		for _, w := range r.Warnings {
			all = append(all, w.Warning)
		}
		return all
	}
	if got := warned(review); !slices.Equal(got, []bank.Warning{bank.WarnName, bank.WarnFirstTime}) {
		t.Errorf("warned of %v", got)
	}
	_, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review)))
	refused(t, err, bank.CodeNotAcknowledged)
	d.Clock.Advance(time.Minute)
	acknowledged, err := d.Acknowledge(t.Context(), d.caller, review.Order.Key, warned(review)...)
	if err != nil || len(acknowledged.Warnings) != 0 || acknowledged.Order.Key == review.Order.Key {
		t.Fatalf("%+v, %v", acknowledged, err)
	}
	if !strings.Contains(string(acknowledged.Document), "first-time,name") {
		t.Errorf("what is signed does not say so:\n%s", acknowledged.Document)
	}
	first, err := d.Transfer(t.Context(), d.caller, acknowledged.Order, d.proof(acknowledged, d.answer(t, acknowledged)))
	if err != nil || first.Order != acknowledged.Order {
		t.Fatal(first, err)
	}
	again := d.prepare(t, o)
	if got := again.Warnings; len(got) != 2 || got[1].Warning != bank.WarnDuplicate || !got[1].At.Equal(first.At) {
		t.Errorf("sent again: %+v", got)
	}
	o.Amount = won(1)
	for expected, want := range map[string][]bank.Warning{"최지우": {bank.WarnName}, "박지운": {bank.WarnNameClose}, "박 지훈": nil} {
		o.Expected = expected
		if got := warned(d.prepare(t, o)); !slices.Equal(got, want) {
			t.Errorf("another amount, to %s: %v", expected, got)
		}
	}
	o.Expected = "최지우"
	d.Clock.Advance(24 * time.Hour)
	o.Amount = won(bank.FirstTimeLarge)
	if got := warned(d.prepare(t, o)); !slices.Equal(got, []bank.Warning{bank.WarnName}) {
		t.Errorf("the next day: %v", got)
	}
}

func TestACardThatSentNothingForAYearIsStopped(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	d.send(t, toPark(1))
	d.Clock.Advance(365 * 24 * time.Hour)
	d.caller = d.SignIn(t, banktest.Kim).Caller()
	d.prepare(t, toPark(1))
	d.Clock.Advance(24 * time.Hour)
	d.caller = d.SignIn(t, banktest.Kim).Caller()
	_, err := d.Prepare(t.Context(), d.caller, toPark(1), pin())
	if r := refusal(t, err, bank.CodeCardIdle); r.Day != calendar.DateOf(banktest.Start) {
		t.Errorf("idle since %s", r.Day)
	}
}

func TestLimitsAreLoweredAndNotRaised(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	lower := func(each, day int64) (bank.TransferLimits, error) {
		return d.LowerLimits(t.Context(), d.caller, won(each), won(day), d.asked(t))
	}
	_, err := d.LowerLimits(t.Context(), d.caller, won(500_000), won(0), []byte("0000"))
	refused(t, err, bank.CodeWrongFactor)
	got, err := lower(500_000, 0)
	if err != nil || got.Each != won(500_000) || got.Day != won(3_000_000) || got.Grade() != 3 {
		t.Errorf("%+v, %v", got, err)
	}
	_, err = d.Prepare(t.Context(), d.caller, toPark(500_001), pin())
	if r := refusal(t, err, bank.CodeOverTransferLimit); r.Limit != won(500_000) || r.Available != won(500_000) {
		t.Errorf("would pass: %v of %v", r.Available, r.Limit)
	}
	_, err = lower(500_001, 0)
	if r := refusal(t, err, bank.CodeLimitAtBranch); r.Limit != won(500_000) {
		t.Errorf("the limit is %v", r.Limit)
	}
	_, err = lower(-1, 0)
	refused(t, err, bank.CodeBadAmount)
	if got, err = lower(0, 400_000); err != nil || got.Each != won(400_000) || got.Day != won(400_000) {
		t.Errorf("below one transfer: %+v, %v", got, err)
	}
	d.send(t, toPark(300_000))
	for _, c := range []struct {
		won  int64
		code bank.Code
	}{{400_001, bank.CodeOverTransferLimit}, {400_000, bank.CodeOverDailyLimit}, {100_001, bank.CodeOverDailyLimit}} {
		_, err = d.Prepare(t.Context(), d.caller, toPark(c.won), pin())
		if r := refusal(t, err, c.code); r.Available != won(100_000) {
			t.Errorf("%d won: %v would pass", c.won, r.Available)
		}
	}
}

func TestProtectionDelaysAndBounds(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	park := fromLee(600_000)
	park.Bank, park.To, park.Recipient = banktest.ParkBank, banktest.ParkNumber, banktest.ParkName
	set := func(p bank.Protection) error {
		return d.SetProtection(t.Context(), d.caller, p, d.asked(t))
	}
	designate := func(at bank.BankCode, number string) error {
		return d.Designate(t.Context(), d.caller, at, number, d.asked(t))
	}
	refused(t, d.SetProtection(t.Context(), d.caller, bank.Protection{DelayHours: 3}, []byte("000000")), bank.CodeWrongFactor)
	refused(t, d.Designate(t.Context(), d.caller, bank.KoreaPost, string(banktest.KimMain), []byte("000000")), bank.CodeWrongFactor)
	refused(t, set(bank.Protection{DelayHours: 2}), bank.CodeBadSchedule)
	if err := designate(bank.KoreaPost, string(banktest.KimMain)); err != nil {
		t.Fatal(err)
	}
	if err := set(bank.Protection{DelayHours: 3, Designated: true}); err != nil {
		t.Fatal(err)
	}
	refused(t, set(bank.Protection{DelayHours: 3}), bank.CodeProtectionAtBranch)
	refused(t, designate(banktest.ParkBank, banktest.ParkNumber), bank.CodeProtectionAtBranch)
	if r := d.prepare(t, park); r.Order.When.DelayHours != 3 || !r.Due.Equal(d.Clock.Now().Add(3*time.Hour)) {
		t.Errorf("to others: %+v, due %s", r.Order.When, r.Due)
	}
	if r := d.prepare(t, fromLee(2_000_000)); !r.Order.When.Now() { // to kim
		t.Errorf("to a designated account: %+v", r.Order.When)
	}
	d.send(t, park)
	d = d.pass(t, 4*time.Hour)
	park.Amount = won(400_001)
	_, err := d.Prepare(t.Context(), d.caller, park, pin())
	if r := refusal(t, err, bank.CodeOverUndesignated); r.Available != won(400_000) {
		t.Errorf("%v would pass", r.Available)
	}
}

func TestRecipientsAreFavouritesAndRecent(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	d.send(t, toLee(1))
	if err := d.KeepRecipient(t.Context(), d.caller, banktest.ParkBank, banktest.ParkNumber, "집주인"); err != nil {
		t.Fatal(err)
	}
	refused(t, d.KeepRecipient(t.Context(), d.caller, banktest.ParkBank, banktest.ParkNumber, "한글한글한글한글"), bank.CodeMemoTooLong)
	got, err := d.Recipients(t.Context(), d.caller)
	if err != nil || len(got) != 2 || got[0].Nickname != "집주인" || got[0].NameKO != banktest.ParkName || got[0].Last.IsZero() ||
		got[1].NameKO != "이서연" || got[1].NameEN != "LEE SEOYEON" || got[1].Favourite {
		t.Fatalf("%+v, %v", got, err)
	}
	if err := d.Designate(t.Context(), d.caller, banktest.ParkBank, banktest.ParkNumber, d.asked(t)); err != nil {
		t.Fatal(err)
	}
	if got, err = d.Recipients(t.Context(), d.caller); err != nil || !got[0].Designated || got[0].Nickname != "집주인" {
		t.Errorf("designated: %+v, %v", got[0], err)
	}
	if err := d.Undesignate(t.Context(), d.caller, banktest.ParkBank, banktest.ParkNumber); err != nil {
		t.Fatal(err)
	}
	if got, err = d.Recipients(t.Context(), d.caller); err != nil || got[0].Designated || !got[0].Favourite {
		t.Errorf("not designated any more: %+v, %v", got[0], err)
	}
	if err := d.ForgetRecipient(t.Context(), d.caller, banktest.ParkBank, banktest.ParkNumber); err != nil {
		t.Fatal(err)
	}
	if got, err = d.Recipients(t.Context(), d.caller); err != nil || len(got) != 2 || got[0].NameKO != "이서연" || got[1].Favourite {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestEveryReasonOfOtherBanks(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	for _, code := range bank.Reasons() {
		o := fromLee(1)
		o.Bank, o.To = banktest.ClosedBank, "1100000"+"9"+code.Reason()
		to, err := d.CheckRecipient(t.Context(), d.caller, o.Bank, o.To)
		if err != nil {
			t.Fatal(code, err)
		}
		o.Recipient = to.NameKO
		review := d.prepare(t, o)
		_, err = d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review)))
		refused(t, err, code)
		d.Clock.Advance(time.Minute) // a one-time password is good once
		if d.count(t, "SELECT count(*) FROM refusal WHERE code=$1", string(code)) != 1 {
			t.Errorf("%s is no result", code)
		}
		if d.caller = d.SignIn(t, banktest.Lee).Caller(); d.count(t, "SELECT count(*) FROM entry WHERE key=$1", review.Order.Key) != 0 {
			t.Errorf("%s moved money", code)
		}
	}
}

func TestReasonsAreThoseOfTheTable(t *testing.T) {
	t.Parallel()
	table, err := os.ReadFile(filepath.Join("..", "..", "shared", "data", "kr", "firmbanking_response_codes.tsv"))
	if err != nil {
		t.Skip("the table of reasons is not here:", err)
	}
	var want []bank.Code
	for line := range strings.Lines(string(table)) {
		if reason, _, _ := strings.Cut(line, "\t"); reason != "code" {
			want = append(want, bank.ReasonCode(reason))
		}
	}
	if got := bank.Reasons(); !slices.Equal(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
}

func TestFaultsOnPurpose(t *testing.T) {
	t.Parallel()
	for _, fault := range bank.Faults() {
		w := banktest.OpenFile(t)
		opt := bank.Options{Now: w.Clock.Now, Rand: banktest.NewRand(9), Cost: bank.TapeCost, Verify: banktest.Verify, Fault: fault}
		b, err := bank.Open(t.Context(), w.Path, opt)
		if err != nil {
			t.Fatal(err)
		}
		d := desk{&banktest.World{Bank: b, Clock: w.Clock, Path: w.Path}, bank.Caller{}, banktest.Kim}
		d.caller = d.SignIn(t, banktest.Kim).Caller()
		review := d.prepare(t, toPark(1))
		_, err = d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review)))
		receipt, asked := d.Outcome(t.Context(), d.caller, review.Order.Key)
		if err == nil || bank.RefusalCode(err) != "" || asked != nil || (receipt != nil) != (fault == bank.FaultAfterDebit) || errors.Is(err, bank.ErrUnknown) != (receipt != nil) {
			t.Errorf("%s: %v, %v, %v", fault, err, receipt, asked)
		}
		if parsed, err := bank.ParseFault(string(fault)); err != nil || parsed != fault {
			t.Error(parsed, err)
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := bank.ParseFault("no"); err == nil {
		t.Error("there is a fault called no")
	}
}
