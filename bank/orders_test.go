package bank_test

import (
	"errors"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/money"
)

// desk is a bank and a customer who has signed in.
type desk struct {
	*banktest.World

	caller bank.Caller
	login  string
}

func open(t *testing.T, login string) desk {
	t.Helper()
	w := banktest.Open(t)
	return desk{w, w.SignIn(t, login).Caller(), login}
}

func won(n int64) money.Amount { return money.New(n, money.KRW) }

// sentAlready acknowledges that the same was sent today already.
const sentAlready = bank.Warnings(bank.WarnDuplicate)

func pin() []byte { return []byte(banktest.PIN) }

// toPark sends money to another bank.
func toPark(n int64) bank.TransferOrder {
	return bank.TransferOrder{
		From: banktest.KimMain, Bank: banktest.ParkBank, To: banktest.ParkNumber, Recipient: banktest.ParkName, Amount: won(n),
	}
}

// toLee sends money to another customer of this bank.
func toLee(n int64) bank.TransferOrder {
	return bank.TransferOrder{
		From: banktest.KimMain, Bank: bank.KoreaPost, To: string(banktest.LeeMain), Recipient: "이서연", Amount: won(n),
	}
}

// repeated is an order whatever was sent today.
func repeated(o bank.TransferOrder) bank.TransferOrder {
	o.Acknowledged = sentAlready
	return o
}

func (d desk) prepare(t *testing.T, o bank.TransferOrder) bank.Review {
	t.Helper()
	r, err := d.Prepare(t.Context(), d.caller, o, pin())
	if err != nil {
		t.Fatalf("prepare: %v", err)
	}
	return r
}

// answer is the right second factor now.
func (d desk) answer(t *testing.T, r bank.Review) []byte {
	t.Helper()
	if r.Medium == bank.Token {
		password, _, err := d.OTP(t.Context(), d.login)
		if err != nil {
			t.Fatal(err)
		}
		return []byte(password)
	}
	cells, err := d.Card(t.Context(), d.login)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(cells[r.Challenge.First-1][:2] + cells[r.Challenge.Second-1][2:])
}

// proof confirms a review with digits, and signs it.
func (d desk) proof(r bank.Review, digits []byte) bank.Proof {
	return bank.Proof{Digits: digits, Signature: banktest.Sign(d.login, r.Document)}
}

func (d desk) send(t *testing.T, o bank.TransferOrder) bank.Receipt {
	t.Helper()
	review := d.prepare(t, o)
	r, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review)))
	if err != nil {
		t.Fatalf("transfer: %v", err)
	}
	return r
}

// wrong is an answer that differs from the right one in its first digit.
func wrong(right []byte) []byte {
	right[0] = '0' + (right[0]-'0'+1)%10
	return right
}

func (d desk) meddle(t *testing.T, statement string, args ...any) {
	t.Helper()
	if err := d.Meddle(t.Context(), statement, args...); err != nil {
		t.Fatal(err)
	}
}

func (d desk) count(t *testing.T, statement string, args ...any) int {
	t.Helper()
	n, err := d.Count(t.Context(), statement, args...)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// refused fails unless err is a refusal with that code.
func refused(t *testing.T, err error, code bank.Code) {
	t.Helper()
	if got := bank.RefusalCode(err); got != code {
		t.Fatalf("got %v, want %s", err, code)
	}
}

// refusal is the refusal with that code that err is.
func refusal(t *testing.T, err error, code bank.Code) bank.RefusedError {
	t.Helper()
	refused(t, err, code)
	r, ok := errors.AsType[*bank.RefusedError](err)
	if !ok {
		t.Fatalf("%v is no refusal", err)
	}
	return *r
}
