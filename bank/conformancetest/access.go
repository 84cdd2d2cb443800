package conformancetest

import (
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
)

func wrongAnswersLock(t *testing.T, d *desk) {
	t.Helper()
	review := d.prepare(t, toPark(1_000))
	want := []bank.Code{
		bank.CodeWrongFactor, bank.CodeWrongFactor, bank.CodeWrongFactor, bank.CodeWrongFactor, bank.CodeFactorLocked, bank.CodeFactorLocked,
	}
	for i, code := range want {
		digits := d.digits(t, review)
		if i < bank.MaxTries { // the last is right, and too late
			digits[0] = '0' + (digits[0]-'0'+1)%10
		}
		_, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, digits))
		refused(t, err, code)
	}
	for range bank.MaxTries {
		_, err := d.Prepare(t.Context(), d.caller, toPark(1_000), []byte("0000"))
		if code := bank.RefusalCode(err); code != bank.CodeWrongPIN && code != bank.CodePINLocked {
			t.Fatal(err)
		}
	}
	_, err := d.Prepare(t.Context(), d.caller, toPark(1_000), []byte(banktest.PIN))
	refused(t, err, bank.CodePINLocked)
	for range bank.MaxTries {
		if _, err = d.Authenticate(t.Context(), banktest.Lee, []byte("wrong")); err == nil {
			t.Fatal("a wrong password is right")
		}
	}
	refused(t, err, bank.CodeSignInLocked)
	_, err = d.Authenticate(t.Context(), banktest.Lee, banktest.Password(banktest.Lee))
	refused(t, err, bank.CodeSignInLocked)
	d.has(t, banktest.KimMain, kimHolds)
}

func sessionsReplace(t *testing.T, d *desk) {
	t.Helper()
	pc, err := d.Bank.SignIn(t.Context(), banktest.Kim, banktest.Password(banktest.Kim), bank.PC)
	if err != nil || pc.Replaced {
		t.Fatalf("another channel: %+v, %v", pc, err)
	}
	if err := d.CheckSession(t.Context(), d.caller); err != nil {
		t.Errorf("the session on the phone: %v", err)
	}
	second := d.SignIn(t, banktest.Kim)
	if !second.Replaced {
		t.Errorf("the session is %+v", second)
	}
	refused(t, d.CheckSession(t.Context(), d.caller), bank.CodeSessionReplaced)
	_, err = d.Accounts(t.Context(), d.caller)
	refused(t, err, bank.CodeSessionReplaced)
	if err := d.SignOut(t.Context(), second.Caller(), bank.SignedOut); err != nil {
		t.Fatal(err)
	}
	_, err = d.Prepare(t.Context(), second.Caller(), toPark(1), []byte(banktest.PIN))
	refused(t, err, bank.CodeSessionEnded)
}

func readersRead(t *testing.T, d *desk) {
	t.Helper()
	reader, err := d.Authenticate(t.Context(), banktest.Kim, banktest.Password(banktest.Kim))
	if err != nil || reader.Session != "" {
		t.Fatalf("%+v, %v", reader, err)
	}
	if accounts, err := d.Accounts(t.Context(), reader); err != nil || len(accounts) != 6 {
		t.Errorf("%d accounts, %v", len(accounts), err)
	}
	_, err = d.Prepare(t.Context(), reader, toPark(1), []byte(banktest.PIN))
	refused(t, err, bank.CodeReadOnly)
	review := d.prepare(t, toPark(1))
	_, err = d.Transfer(t.Context(), reader, review.Order, d.proof(review, d.digits(t, review)))
	refused(t, err, bank.CodeReadOnly)
	refused(t, d.Forget(t.Context(), reader, review.Order.Key), bank.CodeReadOnly)
}

func accountsArePrivate(t *testing.T, d *desk) {
	t.Helper()
	today := calendar.DateOf(banktest.Start)
	for _, number := range []bank.AccountNumber{banktest.LeeMain, "99999901999999", ""} {
		_, err := d.History(t.Context(), d.caller, bank.HistoryQuery{Account: number, From: today, To: today})
		refused(t, err, bank.CodeNoAccount)
	}
	_, err := d.Transfers(t.Context(), d.caller, bank.TransferQuery{Account: banktest.LeeMain, From: today, To: today})
	refused(t, err, bank.CodeNoAccount)
}

func historyReconciles(t *testing.T, d *desk) {
	t.Helper()
	for i := range int64(7) {
		d.send(t, toPark(1_000+i))
	}
	today := calendar.DateOf(banktest.Start)
	q := bank.HistoryQuery{Account: banktest.KimMain, From: today.AddMonths(-11), To: today, Limit: 3}
	var seqs []int64
	for {
		page, err := d.History(t.Context(), d.caller, q)
		if err != nil {
			t.Fatal(err)
		}
		if page.Opening.Minor()+page.In.Minor()-page.Out.Minor() != page.Closing.Minor() || page.Closing != won(kimHolds-7_021) {
			t.Fatalf("the totals are %+v", page)
		}
		for _, row := range page.Rows {
			seqs = append(seqs, row.Seq)
		}
		if q.After = page.Next; q.After == 0 {
			break
		}
	}
	for i, seq := range seqs {
		if seq != int64(len(seqs)-i) {
			t.Fatalf("the positions are %v", seqs)
		}
	}
	for _, row := range []struct {
		name     string
		from, to calendar.Date
		want     bank.Code
	}{
		{"to before from", today, today.AddDays(-1), bank.CodePeriodReversed},
		{"tomorrow", today, today.AddDays(1), bank.CodePeriodFuture},
		{"more than a year", today.AddMonths(-12).AddDays(-1), today, bank.CodePeriodTooLong},
		{"more than five years ago", today.AddMonths(-60).AddDays(-1), today.AddMonths(-60), bank.CodePeriodTooOld},
	} {
		q := bank.HistoryQuery{Account: banktest.KimMain, From: row.from, To: row.to}
		if _, err := d.History(t.Context(), d.caller, q); bank.RefusalCode(err) != row.want {
			t.Errorf("%s: got %v, want %s", row.name, err, row.want)
		}
	}
}

func timeGoesOn(t *testing.T, d *desk) {
	t.Helper()
	before := d.send(t, toPark(1_000))
	d.Clock.Advance(-time.Hour)
	after := d.send(t, toPark(1_000))
	if !after.At.After(before.At) || after.Reference <= before.Reference {
		t.Errorf("%s at %v comes after %s at %v", after.Reference, after.At, before.Reference, before.At)
	}
}
