package bank_test

import (
	"path/filepath"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
)

// faulty is a bank with a fault, at which Kim has signed in.
func faulty(t *testing.T, fault bank.Code, demonstration bool) desk {
	t.Helper()
	o := banktest.Opening()
	o.Demonstration = demonstration
	path, clock := filepath.Join(t.TempDir(), "bank.db"), banktest.NewClock()
	opt := bank.Options{Now: clock.Now, Rand: banktest.NewRand(9), Cost: bank.TapeCost, Verify: banktest.Verify, Fault: bank.Fault(fault)}
	if err := bank.Create(t.Context(), path, o, opt); err != nil {
		t.Fatal(err)
	}
	b, err := bank.Open(t.Context(), path, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	d := desk{&banktest.World{Bank: b, Clock: clock, Path: path}, bank.Caller{}, banktest.Kim}
	d.caller = d.SignIn(t, banktest.Kim).Caller()
	return d
}

func TestOnlyADemonstrationRefusesOnPurpose(t *testing.T) {
	t.Parallel()
	for demonstration, wanted := range map[bool]bank.Code{true: bank.CodePeriodTooLong, false: ""} {
		d := faulty(t, bank.CodePeriodTooLong, demonstration)
		today := calendar.DateOf(d.Clock.Now())
		_, err := d.History(t.Context(), d.caller, bank.HistoryQuery{Account: banktest.KimMain, From: today, To: today})
		if bank.RefusalCode(err) != wanted || wanted == "" && err != nil {
			t.Errorf("a demonstration is %v, and the history %v", demonstration, err)
		}
	}
}

func TestWhatIsRefusedOnPurposeIsUndone(t *testing.T) {
	t.Parallel()
	d := faulty(t, bank.CodeCertificateSuspended, true)
	review := d.prepare(t, toPark(1))
	_, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review)))
	receipt, asked := d.Outcome(t.Context(), d.caller, review.Order.Key)
	if bank.RefusalCode(err) != bank.CodeCertificateSuspended || receipt != nil || asked != nil {
		t.Errorf("%v, %v, %v", err, receipt, asked)
	}
}

func TestRefusalsOnPurposeAreFaults(t *testing.T) {
	t.Parallel()
	for _, code := range bank.RefusalsOnPurpose() {
		if f, err := bank.ParseFault(string(code)); err != nil || string(f) != string(code) {
			t.Errorf("%s: %s, %v", code, f, err)
		}
	}
	if _, err := bank.ParseFault("SIGN-99"); err == nil {
		t.Error("SIGN-99 is a fault")
	}
}
