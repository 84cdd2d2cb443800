package conformancetest

import (
	"sync"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
)

// What kim and lee hold when a test begins, in won.
const (
	kimHolds = 1_284_300
	leeHolds = 20_350_000
)

func movesOnce(t *testing.T, d *desk) {
	t.Helper()
	r := d.send(t, toLee(30_000))
	if r.BalanceAfter != won(kimHolds-30_000) || r.Fee != won(0) || r.Reference == "" || !r.At.Equal(banktest.Start) {
		t.Errorf("the receipt is %+v", r)
	}
	d.has(t, banktest.KimMain, kimHolds-30_000)
	d.has(t, banktest.LeeMain, leeHolds+30_000)
}

func firstReceiptAgain(t *testing.T, d *desk) {
	t.Helper()
	first := d.send(t, toPark(1_000))
	d.send(t, toPark(2_000))
	d.Clock.Advance(time.Hour)
	for range 3 { // whatever the proof
		if again, err := d.Transfer(t.Context(), d.caller, first.Order, bank.Proof{Digits: []byte("0000")}); err != nil || again != first {
			t.Fatalf("again: %+v, %v", again, err)
		}
	}
	if asked, err := d.Outcome(t.Context(), d.caller, first.Order.Key); err != nil || asked == nil || *asked != first {
		t.Errorf("the outcome is %+v, %v", asked, err)
	}
	d.has(t, banktest.KimMain, kimHolds-3_000)
}

func keyBelongs(t *testing.T, d *desk) {
	t.Helper()
	changed := d.send(t, toPark(1_000)).Order
	changed.Amount = won(1_001)
	_, err := d.Transfer(t.Context(), d.caller, changed, bank.Proof{Digits: []byte("0000")})
	refused(t, err, bank.CodeKeyReused)

	review := d.prepare(t, toPark(1_000))
	o, digits := review.Order, d.digits(t, review)
	o.Amount = won(900_000) // not what was reviewed
	_, err = d.Transfer(t.Context(), d.caller, o, bank.Proof{Digits: digits})
	refused(t, err, bank.CodeKeyReused)

	lee := d.SignIn(t, banktest.Lee).Caller()
	_, err = d.Transfer(t.Context(), lee, review.Order, d.proof(review, []byte("000000")))
	refused(t, err, bank.CodeNotPrepared)
	if asked, err := d.Outcome(t.Context(), lee, changed.Key); err != nil || asked != nil {
		t.Errorf("another customer's outcome is %+v, %v", asked, err)
	}
	if err := d.Forget(t.Context(), d.caller, review.Order.Key); err != nil {
		t.Fatal(err)
	}
	_, err = d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.digits(t, review)))
	refused(t, err, bank.CodeNotPrepared)
	d.has(t, banktest.KimMain, kimHolds-1_000)
}

func refusalsChangeNothing(t *testing.T, d *desk) {
	t.Helper()
	for _, row := range []struct {
		name   string
		change func(o *bank.TransferOrder)
		want   bank.Code
	}{
		{"nothing is sent", func(o *bank.TransferOrder) { o.Amount = won(0) }, bank.CodeBadAmount},
		{"less than nothing is sent", func(o *bank.TransferOrder) { o.Amount = won(-1) }, bank.CodeBadAmount},
		{"more than the limit", func(o *bank.TransferOrder) { o.Amount = won(1_000_001) }, bank.CodeOverTransferLimit},
		{"more than there is", func(o *bank.TransferOrder) { o.From = banktest.KimSpare }, bank.CodeInsufficientFunds},
		{"from another's account", func(o *bank.TransferOrder) { o.From = banktest.LeeMain }, bank.CodeNoAccount},
		{"from a closed account", func(o *bank.TransferOrder) { o.From = banktest.KimClosed }, bank.CodeAccountClosed},
		{"from a time deposit", func(o *bank.TransferOrder) { o.From = banktest.KimTime }, bank.CodeNotWithdrawable},
		{"from dollars", func(o *bank.TransferOrder) { o.From = banktest.KimDollars }, bank.CodeOtherCurrency},
		{"to itself", func(o *bank.TransferOrder) { o.Bank, o.To = bank.KoreaPost, string(o.From) }, bank.CodeSameAccount},
		{"to nobody", func(o *bank.TransferOrder) { o.To = "99999999999999" }, bank.CodeNoRecipient},
		{"to another name", func(o *bank.TransferOrder) { o.Recipient = "김영희" }, bank.CodeRecipientChanged},
		{"to no bank", func(o *bank.TransferOrder) { o.Bank = "999" }, bank.CodeUnknownBank},
		{"with a long memo", func(o *bank.TransferOrder) { o.OwnMemo = "fifteen letters" }, bank.CodeMemoTooLong},
	} {
		o := toPark(10_000)
		row.change(&o)
		if _, err := d.Prepare(t.Context(), d.caller, o, []byte(banktest.PIN)); bank.RefusalCode(err) != row.want {
			t.Errorf("%s: got %v, want %s", row.name, err, row.want)
		}
	}
	if left, err := d.LeftOver(t.Context(), d.caller); err != nil || len(left) != 0 {
		t.Errorf("left over are %+v, %v", left, err)
	}
	d.has(t, banktest.KimMain, kimHolds)
}

func refusedIsKept(t *testing.T, d *desk) {
	t.Helper()
	first, second := d.prepare(t, toPark(900_000)), d.prepare(t, toPark(900_000))
	if _, err := d.Transfer(t.Context(), d.caller, first.Order, d.proof(first, d.digits(t, first))); err != nil {
		t.Fatal(err)
	}
	_, err := d.Transfer(t.Context(), d.caller, second.Order, d.proof(second, d.digits(t, second)))
	refused(t, err, bank.CodeInsufficientFunds)
	today := calendar.DateOf(banktest.Start)
	for _, row := range []struct {
		status bank.TransferStatus
		key    string
		code   bank.Code
	}{
		{bank.Completed, first.Order.Key, ""},
		{bank.Rejected, second.Order.Key, bank.CodeInsufficientFunds},
	} {
		orders, err := d.Transfers(t.Context(), d.caller, bank.TransferQuery{From: today, To: today, Status: row.status})
		if err != nil || len(orders) != 1 || orders[0].Order.Key != row.key || orders[0].Code != row.code {
			t.Errorf("%s: %+v, %v", row.status, orders, err)
		}
	}
	d.has(t, banktest.KimMain, kimHolds-900_000)
}

func limitsCountByDays(t *testing.T, d *desk) {
	t.Helper()
	d.login, d.caller = banktest.Lee, d.SignIn(t, banktest.Lee).Caller()
	o := toPark(5_000_000)
	o.From = banktest.LeeMain
	for range 2 {
		d.send(t, o)
		d.Clock.Advance(time.Minute) // a one-time password is good once
	}
	o.Amount = won(1)
	_, err := d.Prepare(t.Context(), d.caller, o, []byte(banktest.PIN))
	refused(t, err, bank.CodeOverDailyLimit)
	d.Clock.Advance(calendar.DateOf(d.Clock.Now()).AddDays(1).Start().Sub(d.Clock.Now()) - 10*time.Minute - time.Microsecond)
	_, err = d.Prepare(t.Context(), d.caller, o, []byte(banktest.PIN))
	refused(t, err, bank.CodeOverDailyLimit)
	d.Clock.Advance(20*time.Minute + time.Microsecond) // orders are taken from ten past midnight in Seoul on
	d.send(t, o)
	limits, err := d.TransferLimits(t.Context(), d.caller)
	if err != nil || limits.UsedToday != won(1) {
		t.Errorf("the limits are %+v, %v", limits, err)
	}
}

func callersAtOnce(t *testing.T, d *desk) {
	t.Helper()
	const callers = 16
	var reviews [callers]bank.Review
	var proofs [callers]bank.Proof
	for i := range reviews {
		reviews[i] = d.prepare(t, toLee(100_000)) // of which twelve can be paid
		proofs[i] = d.proof(reviews[i], d.digits(t, reviews[i]))
	}
	var errs [callers]error
	var work sync.WaitGroup
	for i := range reviews {
		work.Go(func() { _, errs[i] = d.Transfer(t.Context(), d.caller, reviews[i].Order, proofs[i]) })
	}
	work.Wait()
	paid := 0
	for _, err := range errs {
		switch bank.RefusalCode(err) {
		case "":
			if err != nil {
				t.Fatal(err)
			}
			paid++
		case bank.CodeInsufficientFunds:
		default:
			t.Errorf("refused: %v", err)
		}
	}
	if paid != 12 {
		t.Errorf("%d were paid", paid)
	}
	d.has(t, banktest.KimMain, kimHolds-1_200_000)
	d.has(t, banktest.LeeMain, leeHolds+1_200_000)
}
