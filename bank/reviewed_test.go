package bank_test

import (
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

func TestWhatWasReviewedIsRememberedForItsCustomerAndOrderOnly(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	review := d.prepare(t, toPark(1_000))
	changed := review.Order
	changed.OwnMemo = "another"
	for _, row := range []struct {
		name     string
		customer bank.CustomerID
		order    bank.TransferOrder
		want     bool
	}{
		{"the order that was reviewed", d.caller.Customer, review.Order, true},
		{"the same of another customer", d.caller.Customer + 1, review.Order, false},
		{"another order under its key", d.caller.Customer, changed, false},
	} {
		if got := d.Remembers(row.customer, row.order); got != row.want {
			t.Errorf("%s: %v", row.name, got)
		}
	}
	if err := d.Forget(t.Context(), d.caller, review.Order.Key); err != nil {
		t.Fatal(err)
	}
	if d.Remembers(d.caller.Customer, review.Order) {
		t.Error("a forgotten order is remembered")
	}
}

func TestOnlyTheNewestReviewsAreRemembered(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	first := d.prepare(t, toPark(1_000))
	second := d.prepare(t, toPark(2_000))
	d.RememberOthers(bank.MaxReviewed - 1)
	if d.Remembers(d.caller.Customer, first.Order) || !d.Remembers(d.caller.Customer, second.Order) {
		t.Error("not the oldest one was forgotten")
	}
	for _, review := range []bank.Review{first, second} { // it is in the books
		if _, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review))); err != nil {
			t.Error(err)
		}
	}
}

func TestWhatIsRememberedMayNotBeConfirmedForThat(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	d := desk{w, w.SignIn(t, banktest.Kim).Caller(), banktest.Kim}
	another := w.Again(t, 3)
	defer another.Close()
	review := d.prepare(t, toPark(1_000))
	if err := another.Forget(t.Context(), d.caller, review.Order.Key); err != nil {
		t.Fatal(err)
	}
	_, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review)))
	refused(t, err, bank.CodeNotPrepared)
}

func TestChangingAReviewDoesNotChangeWhatIsSigned(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	review := d.prepare(t, toPark(1_000))
	signature := banktest.Sign(banktest.Kim, review.Document)
	clear(review.Document)
	proof := bank.Proof{Digits: d.answer(t, review), Signature: signature}
	if _, err := d.Transfer(t.Context(), d.caller, review.Order, proof); err != nil {
		t.Error(err)
	}
}
