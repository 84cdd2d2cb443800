package bank_test

import (
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
)

// results are a customer's orders of the days around now.
func (d desk) results(t *testing.T, days int) []bank.TransferResult {
	t.Helper()
	today := calendar.DateOf(d.Clock.Now())
	all, err := d.Transfers(t.Context(), d.caller, bank.TransferQuery{From: today.AddDays(-days), To: today})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// pass lets time go by, and signs in again.
func (d desk) pass(t *testing.T, by time.Duration) desk {
	t.Helper()
	d.Clock.Advance(by)
	if _, err := d.Advance(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.caller = d.SignIn(t, d.login).Caller()
	return d
}

func later(o bank.TransferOrder, w bank.When) bank.TransferOrder {
	o.When = w
	return o
}

func TestAnAnswerThatWasLostIsNeitherSentAgainNorBookedBack(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, to, memo string
		status         bank.TransferStatus
		code           bank.Code
		balance        int64
	}{
		{"it arrived", banktest.ParkNumber, "#timeout", bank.Completed, "", 1_184_300},
		{"it arrived soon", banktest.ParkNumber, "#slow5", bank.Completed, "", 1_184_300},
		{"it came back", "12345678909344", "#timeout", bank.Rejected, bank.ReasonCode("344"), 1_284_300},
	} {
		d := open(t, banktest.Kim)
		o := toPark(100_000)
		o.To, o.OwnMemo = c.to, c.memo
		to, err := d.CheckRecipient(t.Context(), d.caller, o.Bank, o.To)
		if err != nil {
			t.Fatal(err)
		}
		o.Recipient = to.NameKO
		r := d.send(t, o)
		if r.Status != bank.Checking || !r.Due.After(r.At) {
			t.Errorf("%s: %+v", c.name, r)
		}
		if got := d.results(t, 0); len(got) != 1 || got[0].Status != bank.Checking || !got[0].Due.Equal(r.Due) || d.Balance(t, banktest.KimMain) != won(1_184_300) {
			t.Errorf("%s: meanwhile %+v", c.name, got)
		}
		d = d.pass(t, r.Due.Sub(d.Clock.Now())+time.Hour)
		got := d.results(t, 0)
		if len(got) != 1 || got[0].Status != c.status || got[0].Code != c.code || got[0].Returned != (c.code != "") || !got[0].ProcessedAt.Equal(r.Due) && c.code != "" {
			t.Errorf("%s: afterwards %+v", c.name, got)
		}
		if at := d.Balance(t, banktest.KimMain); at != won(c.balance) {
			t.Errorf("%s: %v are left", c.name, at)
		}
		if again, err := d.Outcome(t.Context(), d.caller, r.Order.Key); err != nil || again.Status != c.status {
			t.Errorf("%s: %+v, %v", c.name, again, err)
		}
		if n := d.count(t, "SELECT count(*) FROM entry"); n != 13 {
			t.Errorf("%s: %d entries", c.name, n)
		}
		if done, err := d.Advance(t.Context()); err != nil || done != 0 {
			t.Errorf("%s: %d done once more (%v)", c.name, done, err)
		}
	}
}

func TestADelayedTransferIsCancelledUntilHalfAnHourBefore(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		after time.Duration
		code  bank.Code
	}{{150 * time.Minute, ""}, {150*time.Minute + time.Second, bank.CodeTooLateToCancel}} {
		d := open(t, banktest.Kim)
		r := d.send(t, later(toPark(100_000), bank.When{DelayHours: 3}))
		if r.Status != bank.Scheduled || !r.Due.Equal(banktest.Start.Add(3*time.Hour)) || d.Balance(t, banktest.KimMain) != won(1_284_300) {
			t.Errorf("%+v", r)
		}
		if again, err := d.Outcome(t.Context(), d.caller, r.Order.Key); err != nil || *again != r {
			t.Errorf("again: %+v, %v", again, err)
		}
		if waits, err := d.WaitingTransfers(t.Context(), d.caller); err != nil || len(waits) != 1 || waits[0].Order != r.Order || !waits[0].CancelUntil.Equal(r.Due.Add(-bank.CancelBefore)) {
			t.Errorf("waiting: %+v, %v", waits, err)
		}
		d = d.pass(t, c.after)
		refused(t, d.CancelTransfer(t.Context(), d.caller, r.Order.Key), c.code)
		d = d.pass(t, time.Hour)
		want, left := bank.Cancelled, won(1_284_300)
		if c.code != "" {
			want, left = bank.Completed, won(1_184_300)
		}
		if waits, err := d.WaitingTransfers(t.Context(), d.caller); err != nil || len(waits) != 0 {
			t.Errorf("still waiting: %+v, %v", waits, err)
		}
		if got := d.results(t, 0); len(got) != 1 || got[0].Status != want || d.Balance(t, banktest.KimMain) != left {
			t.Errorf("after %s: %+v", c.after, got)
		}
	}
	d := open(t, banktest.Kim)
	refused(t, d.CancelTransfer(t.Context(), d.caller, "nothing-of-it"), bank.CodeNoInstruction)
}

func TestSchedulesThatAreNotOffered(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	today := calendar.DateOf(banktest.Start)
	for _, w := range []bank.When{
		{DelayHours: 2},
		{DelayHours: 49},
		{DelayHours: -3},
		{On: today},
		{On: today.AddDays(-1)},
		{On: today.AddDays(366)},
		{Monthly: true},
		{DelayHours: 3, On: today.AddDays(1)},
	} {
		_, err := d.Prepare(t.Context(), d.caller, later(toPark(1), w), pin())
		refused(t, err, bank.CodeBadSchedule)
	}
}

// What became due while no program was running is done at its own time, each once.
func TestMonthlyTransfersRunWhileNobodyLooks(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	d := desk{w, w.SignIn(t, banktest.Kim).Caller(), banktest.Kim}
	first := calendar.Date{Year: 2026, Month: time.November, Day: 30}
	d.send(t, later(toPark(300_000), bank.When{On: first, Monthly: true}))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	w.Clock.Advance(150 * 24 * time.Hour) // into April: the fifth time there is no money left
	d.World = &banktest.World{Bank: w.Again(t, 7), Clock: w.Clock, Path: w.Path}
	defer func() {
		if report, err := d.Verify(t.Context()); err != nil || report.Difference != "" {
			t.Errorf("verify: %+v, %v", report, err)
		}
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	}()
	other := w.Again(t, 8) // another program, which does it too
	done := make(chan int, 2)
	for _, b := range []*bank.Bank{d.Bank, other} {
		go func() {
			n, err := b.Advance(t.Context())
			if err != nil {
				t.Error(err)
			}
			done <- n
		}()
	}
	if n := <-done + <-done; n != 5+4 { // and the days of the four that were booked were settled
		t.Errorf("%d were done", n)
	}
	if err := other.Close(); err != nil {
		t.Error(err)
	}
	d.caller = d.SignIn(t, banktest.Kim).Caller()
	want := []struct {
		at     string
		status bank.TransferStatus
		code   bank.Code
	}{
		{"2026-11-05 10:00", bank.Scheduled, ""},
		{"2026-11-30 09:00", bank.Completed, ""},
		{"2026-12-30 09:00", bank.Completed, ""},
		{"2027-02-01 09:00", bank.Completed, ""}, // 30 January is a Saturday
		{"2027-03-02 09:00", bank.Completed, ""}, // 28 February is a Sunday, and 1 March a holiday
		{"2027-03-30 09:00", bank.Rejected, bank.CodeInsufficientFunds},
	}
	got := d.results(t, 155)
	if len(got) != len(want) {
		t.Fatalf("%d results: %+v", len(got), got)
	}
	for i, w := range want {
		g := got[len(got)-1-i]
		if at := g.ProcessedAt.In(calendar.Seoul).Format("2006-01-02 15:04"); at != w.at || g.Status != w.status || g.Code != w.code {
			t.Errorf("result %d is of %s, %s %s; want %+v", i, at, g.Status, g.Code, w)
		}
	}
}

// The certificate may end after the order was signed; what was signed may not change.
func TestAnOrderForLaterIsVerifiedAsItWasSigned(t *testing.T) {
	t.Parallel()
	tomorrow := calendar.DateOf(banktest.Start).AddDays(1)
	d := open(t, banktest.Kim)
	d.send(t, later(toPark(1), bank.When{On: tomorrow}))
	d.meddle(t, `INSERT INTO act(at,done_at,customer_id,kind,subject,text,body)
		SELECT at+1,at+1,customer_id,'certificate-ended',sha256,'',CAST('discarded' AS BLOB) FROM certificate, (SELECT max(at) AS at FROM act) WHERE customer_id=1`)
	d.meddle(t, "UPDATE certificate SET ended_at=(SELECT max(at) FROM act), reason='discarded' WHERE customer_id=1")
	d = d.pass(t, 24*time.Hour)
	if got := d.results(t, 1); len(got) != 1 || got[0].Status != bank.Completed {
		t.Errorf("%+v", got)
	}
}
