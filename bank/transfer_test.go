package bank_test

import (
	"context"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

func TestATransferToAnotherBank(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	review := d.prepare(t, memos("11월 월세", "Rent"))
	d.Clock.Advance(time.Minute)
	got, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review)))
	want := bank.Receipt{
		Order: review.Order, RecipientEN: "PARK JIHUN", Reference: "20261105-0000012",
		At: banktest.Start.Add(time.Minute).UTC(), Fee: won(0), BalanceAfter: won(1_284_299), Status: bank.Completed,
	}
	if err != nil || got != want {
		t.Errorf("got %+v, %v\nwant %+v", got, err, want)
	}
	if n := d.count(t, "SELECT posted FROM account WHERE number='clearing'"); n != -1_000_000+266_000+1 {
		t.Errorf("the clearing account stands at %d", n)
	}
	states := "SELECT count(*) FROM event AS e JOIN entry AS y ON y.id=e.entry_id WHERE y.key=$1 AND e.to_state=$2"
	for _, state := range []string{"submitted", "completed"} {
		if n := d.count(t, states, review.Order.Key, state); n != 1 {
			t.Errorf("%d events %s", n, state)
		}
	}
}

func TestATransferToAnotherCustomer(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	r := d.send(t, toLee(284_300))
	if r.BalanceAfter != won(1_000_000) || r.RecipientEN != "LEE SEOYEON" {
		t.Errorf("got %+v", r)
	}
	if got := d.Balance(t, banktest.KimMain); got != won(1_000_000) {
		t.Errorf("the sender has %v", got)
	}
	if got := d.Balance(t, banktest.LeeMain); got != won(20_634_300) {
		t.Errorf("the recipient has %v", got)
	}
}

func TestATransferToOnesOwnOtherAccount(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	d.send(t, to(bank.KoreaPost, string(banktest.KimSpare), "김민수"))
	d.send(t, from(banktest.KimSpare, toPark(1))) // everything there is
	if got := d.Balance(t, banktest.KimSpare); got != won(0) {
		t.Errorf("the other account has %v", got)
	}
}

// What may become of an order between its review and its confirmation.
const (
	lowerEach = "INSERT INTO customer_limit(customer_id,at,each_before,day_before,limit_each,limit_day) SELECT id,(SELECT max(at)+1 FROM entry),limit_each,limit_day,299999,limit_day FROM customer WHERE login='kim'"
	lowerDay  = "INSERT INTO customer_limit(customer_id,at,each_before,day_before,limit_each,limit_day) SELECT id,(SELECT max(at)+1 FROM entry),limit_each,limit_day,limit_each,299999 FROM customer WHERE login='kim'"

	// An account is closed when it is empty.
	closeAccount = "INSERT INTO entry(key,request_hash,kind,at,business_day) " +
		"SELECT 'key-of-a-test',zeroblob(32),'cash',at+1,business_day FROM entry ORDER BY id DESC LIMIT 1;" +
		"INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) SELECT (SELECT max(id) FROM entry),a.id,c.id,'KRW',a.posted " +
		"FROM account a, account c WHERE a.number='10026001000017' AND c.number='cash';" +
		"UPDATE account SET status='closed' WHERE number='10026001000017'"
)

// What changed between the review and the confirmation is refused, and the
// refusal is kept; the order may be confirmed again.
func TestTransferAsksEverythingAgain(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name   string
		change string
		want   bank.Code
	}{
		{"the account was closed", closeAccount, bank.CodeAccountClosed},
		{"the account was frozen", "UPDATE account SET status='frozen' WHERE number='10026001000017'", bank.CodeAccountClosed},
		{"money was held", "UPDATE account SET held=1284300 WHERE number='10026001000017'", bank.CodeInsufficientFunds},
		{"the limit was lowered", lowerEach, bank.CodeOverTransferLimit},
		{"the daily limit was lowered", lowerDay, bank.CodeOverDailyLimit},
		{"the recipient closed the account", "UPDATE counterparty SET status='closed'", bank.CodeRecipientClosed},
		{"the recipient's bank fell silent", "UPDATE counterparty SET status='silent'", bank.CodeBankNotAnswering},
		{"the account is somebody else's now", "UPDATE counterparty SET name_ko='박지후'", bank.CodeRecipientChanged},
		{"the account is gone", "DELETE FROM counterparty", bank.CodeNoRecipient},
		{"the account password was locked", "INSERT INTO failure VALUES('account:10026001000017',5,0)", bank.CodePINLocked},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			d := open(t, banktest.Kim)
			review := d.prepare(t, toPark(300_000))
			d.meddle(t, row.change)
			_, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review)))
			refused(t, err, row.want)
			if n := d.count(t, "SELECT count(*) FROM entry WHERE key=$1", review.Order.Key); n != 0 {
				t.Errorf("%d entries were written", n)
			}
			today := day(d.Clock)
			results, err := d.Transfers(t.Context(), d.caller, bank.TransferQuery{From: today, To: today})
			if err != nil || len(results) != 1 {
				t.Fatalf("results: %+v, %v", results, err)
			}
			if r := results[0]; r.Status != bank.Rejected || r.Code != row.want || r.Order != review.Order || r.Reference != "" {
				t.Errorf("the result is %+v", r)
			}
			d.meddle(t, "UPDATE account SET held=0")
		})
	}
}

// The constraints of the books refuse even what nobody asked about.
func TestTheBooksRefuseWhatPassedUnchecked(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name   string
		change string
		want   bank.Code
	}{
		{"no money", "UPDATE account SET held=1284300 WHERE number='10026001000017'", bank.CodeInsufficientFunds},
		{"a closed account", closeAccount, bank.CodeAccountClosed},
		{"over the limit", lowerEach, bank.CodeOverTransferLimit},
		{"over the daily limit", lowerDay, bank.CodeOverDailyLimit},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			d := open(t, banktest.Kim)
			review := d.prepare(t, toPark(300_000))
			d.meddle(t, row.change)
			refused(t, d.WriteUnchecked(t.Context(), d.caller, review.Order), row.want)
			d.meddle(t, "UPDATE account SET held=0")
		})
	}
}

// A refusal of the books comes after rows were written; none of them stays, and
// the refusal does.
func TestARefusedBookingLeavesNothingBehind(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	review := d.prepare(t, toPark(300_000))
	d.meddle(t, "UPDATE account SET status='frozen' WHERE number='clearing'")
	_, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review)))
	refused(t, err, bank.CodeAccountClosed)
	for what, statement := range map[string]string{
		"entries":   "SELECT count(*) FROM entry WHERE key=$1",
		"transfers": "SELECT count(*) FROM transfer JOIN entry ON id=entry_id WHERE key=$1",
	} {
		if n := d.count(t, statement, review.Order.Key); n != 0 {
			t.Errorf("%d %s", n, what)
		}
	}
	if n := d.count(t, "SELECT count(*) FROM refusal WHERE key=$1 AND code='ACCT-02'", review.Order.Key); n != 1 {
		t.Errorf("%d refusals", n)
	}
	d.meddle(t, "UPDATE account SET status='open' WHERE number='clearing'")
	if _, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review))); err != nil {
		t.Errorf("when it is open again: %v", err)
	}
}

func TestTransferWantsTheOrderThatWasReviewed(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	review := d.prepare(t, toPark(100))
	right := d.answer(t, review)
	more := review.Order
	more.Amount = won(1_000)
	other := toPark(100)
	other.Key = "0192aaaa-0000-7000-8000-000000000000"
	for _, row := range []struct {
		name  string
		order bank.TransferOrder
		want  bank.Code
	}{
		{"an order without a key", toPark(100), bank.CodeNotPrepared},
		{"a key that was never given out", other, bank.CodeNotPrepared},
		{"another amount under the key", more, bank.CodeKeyReused},
		{"the order without the memos that were shown", func() bank.TransferOrder { o := toPark(100); o.Key = review.Order.Key; return o }(), bank.CodeKeyReused},
	} {
		_, err := d.Transfer(t.Context(), d.caller, row.order, bank.Proof{Digits: append([]byte(nil), right...)})
		if bank.RefusalCode(err) != row.want {
			t.Errorf("%s: %v, want %s", row.name, err, row.want)
		}
	}
	lee := desk{d.World, d.SignIn(t, banktest.Lee).Caller(), banktest.Lee}
	_, err := lee.Transfer(t.Context(), lee.caller, review.Order, lee.proof(review, lee.answer(t, bank.Review{Medium: bank.Token})))
	refused(t, err, bank.CodeNotPrepared) // another customer's order

	if err := d.Forget(t.Context(), d.caller, review.Order.Key); err != nil {
		t.Fatal(err)
	}
	_, err = d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, right))
	refused(t, err, bank.CodeNotPrepared) // withdrawn
	if n := d.count(t, "SELECT count(*) FROM refusal"); n != 0 {
		t.Errorf("%d refusals were kept", n)
	}
}

func TestACustomerWhoStoppedWaitingBeforeItBegan(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	review := d.prepare(t, toPark(100))
	digits := d.answer(t, review)
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := d.Transfer(gone, d.caller, review.Order, d.proof(review, digits))
	if err == nil || bank.RefusalCode(err) != "" {
		t.Errorf("got %v", err)
	}
	if digits[0] != 0 {
		t.Error("the digits were not wiped")
	}
	if r, err := d.Outcome(t.Context(), d.caller, review.Order.Key); r != nil || err != nil {
		t.Errorf("the outcome is %+v, %v", r, err)
	}
}
