// Package conformancetest tests a bank through its public methods alone: what any engine under it has to do. It is run for
// the engine there is, in memory and in a file; another that is to stand beside it opens its bank and calls [Run].
package conformancetest

import (
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/money"
)

// Run tests the banks that open makes. Each call of open makes a new one, with the people of [banktest.Opening], the clock
// at [banktest.Start], and nothing booked since; the tests run at the same time.
func Run(t *testing.T, open func(tb testing.TB) *banktest.World) {
	t.Helper()
	for _, row := range []struct {
		name string
		test func(t *testing.T, d *desk)
	}{
		{"an order moves its amount once", movesOnce},
		{"the same order again has the first receipt", firstReceiptAgain},
		{"a key belongs to one order of one customer", keyBelongs},
		{"what is refused changes nothing", refusalsChangeNothing},
		{"a refused order is kept", refusedIsKept},
		{"limits count by days in Seoul", limitsCountByDays},
		{"five wrong answers lock", wrongAnswersLock},
		{"a session ends where another begins", sessionsReplace},
		{"a caller without a session only reads", readersRead},
		{"an account is its customer's", accountsArePrivate},
		{"history reconciles and pages", historyReconciles},
		{"the books do not run backwards", timeGoesOn},
		{"callers at once are served one by one", callersAtOnce},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			w := open(t)
			row.test(t, &desk{World: w, login: banktest.Kim, caller: w.SignIn(t, banktest.Kim).Caller()})
		})
	}
}

// desk is a bank and a customer who has signed in.
type desk struct {
	*banktest.World

	login  string
	caller bank.Caller
}

func won(n int64) money.Amount { return money.New(n, money.KRW) }

// toPark is an order of kim's to another bank.
func toPark(n int64) bank.TransferOrder {
	return bank.TransferOrder{
		From: banktest.KimMain, Bank: banktest.ParkBank, To: banktest.ParkNumber, Recipient: banktest.ParkName, Amount: won(n),
		Acknowledged: bank.Acknowledging(bank.WarnDuplicate, bank.WarnFirstTime),
	}
}

// toLee is an order of kim's to another customer.
func toLee(n int64) bank.TransferOrder {
	o := toPark(n)
	o.Bank, o.To, o.Recipient = bank.KoreaPost, string(banktest.LeeMain), "이서연"
	return o
}

// prepare prepares an order that has to pass.
func (d *desk) prepare(t *testing.T, o bank.TransferOrder) bank.Review {
	t.Helper()
	r, err := d.Prepare(t.Context(), d.caller, o, []byte(banktest.PIN))
	if err != nil {
		t.Fatalf("prepare: %v", err)
	}
	return r
}

// digits are the right answer to a card's challenge, or to a token.
func (d *desk) digits(t *testing.T, r bank.Review) []byte {
	t.Helper()
	if r.Medium == bank.Token {
		password, _, err := d.OTP(t.Context(), d.login)
		if err != nil {
			t.Fatal(err)
		}
		return []byte(password)
	}
	card, err := d.Card(t.Context(), d.login)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(card[r.Challenge.First-1][:2] + card[r.Challenge.Second-1][2:])
}

// proof confirms a review with digits, and signs it.
func (d *desk) proof(r bank.Review, digits []byte) bank.Proof {
	return bank.Proof{Digits: digits, Signature: banktest.Sign(d.login, r.Document)}
}

// send prepares and sends an order that has to pass.
func (d *desk) send(t *testing.T, o bank.TransferOrder) bank.Receipt {
	t.Helper()
	review := d.prepare(t, o)
	r, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.digits(t, review)))
	if err != nil {
		t.Fatalf("transfer: %v", err)
	}
	return r
}

// has fails unless an account holds so many won.
func (d *desk) has(t *testing.T, n bank.AccountNumber, want int64) {
	t.Helper()
	if got := d.Balance(t, n); got != won(want) {
		t.Errorf("%s holds %s, want %d won", n, got, want)
	}
}

// refused fails unless err is the refusal with that code.
func refused(t *testing.T, err error, code bank.Code) {
	t.Helper()
	if got := bank.RefusalCode(err); got != code {
		t.Fatalf("got %v, want %s", err, code)
	}
}
