package bank_test

import (
	"bytes"
	"reflect"
	"sync"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

// The same key never pays twice, and every answer is the first receipt.
func TestTheSameKeyGivesTheFirstReceipt(t *testing.T) {
	t.Parallel()
	for _, login := range []string{banktest.Kim, banktest.Lee} {
		d := open(t, login)
		o := map[string]bank.TransferOrder{banktest.Kim: toLee(1_000), banktest.Lee: fromLee(1_000)}[login]
		review := d.prepare(t, o)
		first, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review)))
		if err != nil {
			t.Fatal(err)
		}
		d.Clock.Advance(time.Hour)
		o.Acknowledged = sentAlready
		d.send(t, o) // another order moves the balance on
		for _, digits := range []string{"", "0000", "999999"} {
			again, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, []byte(digits)))
			if err != nil || again != first {
				t.Errorf("with %q: %+v, %v\nwant %+v", digits, again, err, first)
			}
		}
		if err := d.Forget(t.Context(), d.caller, review.Order.Key); err != nil {
			t.Fatal(err)
		}
		again, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, nil))
		if err != nil || again != first {
			t.Errorf("after it was forgotten: %+v, %v", again, err)
		}
		other := review.Order
		other.Amount = won(1_001)
		_, err = d.Transfer(t.Context(), d.caller, other, bank.Proof{})
		refused(t, err, bank.CodeKeyReused)
		if n := d.count(t, "SELECT count(*) FROM failure"); n != 0 {
			t.Error("an answer to a booked order was counted")
		}
	}
}

func TestAKeyOfAnotherCustomerGivesNoReceipt(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	r := d.send(t, toLee(1_000))
	lee := d.SignIn(t, banktest.Lee).Caller()
	_, err := d.Transfer(t.Context(), lee, r.Order, bank.Proof{})
	refused(t, err, bank.CodeKeyReused)
	if got, err := d.Outcome(t.Context(), lee, r.Order.Key); got != nil || err != nil {
		t.Errorf("the outcome is %+v, %v", got, err)
	}
}

// sendAll sends the same order from all banks at once, and returns the receipts.
func sendAll(t *testing.T, banks []*bank.Bank, c bank.Caller, o bank.TransferOrder, p bank.Proof) []bank.Receipt {
	t.Helper()
	receipts, errs := make([]bank.Receipt, len(banks)), make([]error, len(banks))
	var all sync.WaitGroup
	for i, b := range banks {
		all.Go(func() {
			receipts[i], errs[i] = b.Transfer(t.Context(), c, o, bank.Proof{Digits: bytes.Clone(p.Digits), Signature: p.Signature})
		})
	}
	all.Wait()
	for i, err := range errs {
		if err != nil {
			t.Errorf("sender %d: %v", i, err)
		}
	}
	return receipts
}

func TestSixteenAtOncePayOnce(t *testing.T) {
	t.Parallel()
	for _, login := range []string{banktest.Kim, banktest.Lee} {
		d := open(t, login)
		o := map[string]bank.TransferOrder{banktest.Kim: toPark(100_000), banktest.Lee: fromLee(100_000)}[login]
		review := d.prepare(t, o)
		banks := make([]*bank.Bank, 16)
		for i := range banks {
			banks[i] = d.Bank
		}
		receipts := sendAll(t, banks, d.caller, review.Order, d.proof(review, d.answer(t, review)))
		once(t, d, review, receipts)
	}
}

func TestTwoProcessesPayOnce(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	d := desk{w, w.SignIn(t, banktest.Kim).Caller(), banktest.Kim}
	second := w.Again(t, 3)
	defer second.Close()
	review := d.prepare(t, toPark(100_000))
	receipts := sendAll(t, []*bank.Bank{w.Bank, second, w.Bank, second, w.Bank, second}, d.caller, review.Order, d.proof(review, d.answer(t, review)))
	once(t, d, review, receipts)
}

func once(t *testing.T, d desk, review bank.Review, receipts []bank.Receipt) {
	t.Helper()
	for i, r := range receipts {
		if r != receipts[0] || r.BalanceAfter != review.BalanceAfter {
			t.Errorf("receipt %d is %+v\nwant %+v", i, r, receipts[0])
		}
	}
	if n := d.count(t, "SELECT count(*) FROM entry WHERE key=$1", review.Order.Key); n != 1 {
		t.Errorf("%d entries", n)
	}
	if got := d.Balance(t, review.Order.From); got != review.BalanceAfter {
		t.Errorf("%v are left, want %v", got, review.BalanceAfter)
	}
}

// The program ends after the commit and before anybody saw the receipt.
func TestAReceiptThatNobodySawIsFoundAgain(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	d := desk{w, w.SignIn(t, banktest.Kim).Caller(), banktest.Kim}
	lost := d.send(t, toPark(100_000))
	d.Clock.Advance(time.Minute)
	waiting := d.prepare(t, toPark(200))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}

	w.Bank = w.Again(t, 3)
	w.Clock.Advance(time.Hour)
	session := w.SignIn(t, banktest.Kim)
	if !session.Replaced {
		t.Error("the session of the program that ended was still open, and this is not said")
	}
	left, err := w.LeftOver(t.Context(), session.Caller())
	if err != nil || len(left) != 2 {
		t.Fatalf("left over: %+v, %v", left, err)
	}
	if left[0].Receipt == nil || *left[0].Receipt != lost {
		t.Errorf("the receipt is %+v\nwant %+v", left[0].Receipt, lost)
	}
	if got := left[0].Review; got.Order != lost.Order || got.BalanceAfter != lost.BalanceAfter || got.LeftToday != won(2_900_000) {
		t.Errorf("its review is %+v", got)
	}
	if left[1].Receipt != nil || !reflect.DeepEqual(left[1].Review, waiting) {
		t.Errorf("the other is %+v\nwant %+v", left[1], waiting)
	}
	for _, p := range left {
		if err := w.Forget(t.Context(), session.Caller(), p.Review.Order.Key); err != nil {
			t.Error(err)
		}
	}
	if left, err = w.LeftOver(t.Context(), session.Caller()); err != nil || len(left) != 0 {
		t.Errorf("after forgetting: %+v, %v", left, err)
	}
	got, err := w.Outcome(t.Context(), session.Caller(), lost.Order.Key)
	if err != nil || got == nil || *got != lost {
		t.Errorf("the outcome is %+v, %v", got, err)
	}
	if got, err = w.Outcome(t.Context(), session.Caller(), waiting.Order.Key); err != nil || got != nil {
		t.Errorf("the outcome of what was not sent is %+v, %v", got, err)
	}
}

// An order that would not pass any more is still shown.
func TestALeftOverOrderThatWouldBeRefused(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	waiting := d.prepare(t, toPark(1_000_000))
	d.send(t, toPark(1_000_000))
	d.meddle(t, "UPDATE counterparty SET status='closed'")
	left, err := d.LeftOver(t.Context(), d.caller)
	if err != nil || len(left) != 2 {
		t.Fatalf("got %+v, %v", left, err)
	}
	for _, p := range left {
		if p.Review.Order.Key == waiting.Order.Key && (p.Receipt != nil || p.Review.BalanceAfter != won(-715_700)) {
			t.Errorf("got %+v", p)
		}
	}
}

func TestForgetting(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	review := d.prepare(t, toPark(1))
	lee := d.SignIn(t, banktest.Lee).Caller()
	for what, c := range map[string]bank.Caller{"another customer": lee, "the customer": d.caller} {
		if err := d.Forget(t.Context(), c, "no such key"); err != nil {
			t.Errorf("%s forgets what is not there: %v", what, err)
		}
	}
	if err := d.Forget(t.Context(), lee, review.Order.Key); err != nil {
		t.Error(err)
	}
	if left, err := d.LeftOver(t.Context(), d.caller); err != nil || len(left) != 1 {
		t.Errorf("another customer forgot it: %+v, %v", left, err)
	}
	if left, err := d.LeftOver(t.Context(), lee); err != nil || len(left) != 0 {
		t.Errorf("another customer sees it: %+v, %v", left, err)
	}
}
