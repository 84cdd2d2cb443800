package transfer_test

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"smartbank/bank"
	"smartbank/bank/demo"
	"smartbank/bank/money"
	"smartbank/ui/uitest"
)

// patience is longer than a page that appeared by itself ignores Enter.
const patience = 500 * time.Millisecond

// Recipients of the demonstration.
var (
	haneul = demo.Suggestion{Bank: "088", Number: "110234567890", NameEN: "Kim Haneul", NameKO: "김하늘"}
	closed = demo.Suggestion{Bank: "020", Number: "1002987654321"}
	silent = demo.Suggestion{Bank: "039", Number: "2070123459329"}
	nobody = demo.Suggestion{Bank: "088", Number: "110000000000"}
	bada   = demo.Suggestion{Bank: bank.KoreaPost, Number: string(demo.Main), NameEN: "Lee Bada", NameKO: "이바다"}
)

// password types the account password and goes on to the receiving bank.
func (x *world) password(pin string) {
	x.Press("tab")
	x.Type(pin)
	x.Press("enter")
}

// payee types a bank and a number, and goes on to the amount.
func (x *world) payee(to demo.Suggestion) {
	x.Type(string(to.Bank))
	x.Press("enter")
	x.Type(to.Number)
	x.Press("enter")
}

// amount types an amount and goes through the memos, which submits the form.
func (x *world) amount(won string) {
	x.Type(won)
	x.Press("enter", "enter", "enter")
}

// review fills in the whole form and waits for the review.
func (x *world) review(to demo.Suggestion, won string) {
	x.tb.Helper()
	x.password(demo.PIN)
	x.payee(to)
	x.amount(won)
	x.Advance(patience)
	x.sees("cannot undo", "취소할 수 없습니다")
}

// confirm goes from the form to the second factor, which is still to be typed.
// In a low window, the review is read to its end.
func (x *world) confirm(to demo.Suggestion, won string) {
	x.tb.Helper()
	x.review(to, won)
	for range 10 {
		if x.Frame().Cursor.Visible {
			return
		}
		x.Press("enter")
	}
	x.tb.Fatalf("no field for the second factor:\n%s", x.Frame().Text())
}

// pay goes through the whole of a transfer.
func (x *world) pay(to demo.Suggestion, won string) {
	x.tb.Helper()
	x.confirm(to, won)
	x.prove()
	x.Press("enter")
}

// prove types the second factor, goes on to the signature and types the
// certificate's password: Enter then signs and sends.
func (x *world) prove() {
	x.tb.Helper()
	x.toSign(x.factor())
	x.Type(uitest.Seal)
}

// toSign types a second factor and reads what is signed to its end.
func (x *world) toSign(digits string) {
	x.tb.Helper()
	x.Type(digits + "\n")
	for range 10 {
		if x.Frame().Cursor.Visible {
			return
		}
		x.Press("enter")
	}
	x.tb.Fatalf("no field for the certificate's password:\n%s", x.Frame().Text())
}

// refusedOnce confirms with wrong digits: the order is signed then, and only digits
// are asked for again.
func (x *world) refusedOnce() {
	x.tb.Helper()
	x.toSign(strings.Repeat("0", len(x.factor())))
	x.Type(uitest.Seal + "\n")
	x.sees("once more", "다시")
}

// sees fails unless one of the texts is on the screen.
func (x *world) sees(texts ...string) {
	x.tb.Helper()
	shown := x.Frame().Text()
	for _, t := range texts {
		if strings.Contains(shown, t) {
			return
		}
	}
	if w, h := x.Size(); w >= 80 && h >= 24 {
		x.tb.Fatalf("no %q on the screen:\n%s", texts, shown)
	}
}

var asked = regexp.MustCompile(`cell (\d\d), last two of cell (\d\d)|(\d\d)번의 앞 두 자리, (\d\d)번의 뒤 두 자리`)

// factor is what the customer types as second factor now: of the card, what the
// screen asks for.
func (x *world) factor() string {
	x.tb.Helper()
	if x.login == demo.LeeLogin {
		password, _, err := x.bank.OTP(x.tb.Context(), x.login)
		if err != nil {
			x.tb.Fatal(err)
		}
		return password
	}
	shown := strings.Join(strings.Fields(x.Frame().Text()), " ")
	m := asked.FindStringSubmatch(shown)
	if m == nil {
		x.tb.Fatalf("the screen asks for no cells:\n%s", x.Frame().Text())
	}
	first, _ := strconv.Atoi(m[1] + m[3])
	second, _ := strconv.Atoi(m[2] + m[4])
	return x.card(bank.Challenge{First: first, Second: second})
}

// card is what the customer's security card answers to a challenge.
func (x *world) card(c bank.Challenge) string {
	x.tb.Helper()
	cells, err := x.bank.Card(x.tb.Context(), x.login)
	if err != nil {
		x.tb.Fatal(err)
	}
	return cells[c.First-1][:2] + cells[c.Second-1][2:]
}

// elsewhere sends money at another window of the same session.
func (x *world) elsewhere(to demo.Suggestion, won int64) { x.later(to, won, bank.When{}) }

// later has money sent at another window, at a time.
func (x *world) later(to demo.Suggestion, won int64, when bank.When) {
	x.tb.Helper()
	caller := x.host.env.Caller()
	r, err := x.bank.Prepare(x.tb.Context(), caller, bank.TransferOrder{
		From: demo.Everyday, Bank: to.Bank, To: to.Number, Recipient: to.NameKO, Amount: money.New(won, money.KRW), When: when,
	}, []byte(demo.PIN))
	if err != nil {
		x.tb.Fatal(err)
	}
	if _, err := x.bank.Transfer(x.tb.Context(), caller, r.Order, x.proof(r)); err != nil {
		x.tb.Fatal(err)
	}
	if err := x.bank.Forget(x.tb.Context(), caller, r.Order.Key); err != nil {
		x.tb.Fatal(err)
	}
}

// proof are the second factor and the signature of an order.
func (x *world) proof(r bank.Review) bank.Proof {
	x.tb.Helper()
	entries, err := x.behind.Center.List(x.tb.Context())
	if err != nil {
		x.tb.Fatal(err)
	}
	signature, err := x.behind.Center.Sign(x.tb.Context(), entries[0].ID, []byte(uitest.Seal), r.Document)
	if err != nil {
		x.tb.Fatal(err)
	}
	return bank.Proof{Digits: []byte(x.card(r.Challenge)), Signature: signature}
}

// transfers are the customer's transfers of today.
func (x *world) transfers() []bank.TransferResult {
	x.tb.Helper()
	today := x.host.env.Today()
	results, err := x.bank.Transfers(x.tb.Context(), x.host.env.Caller(), bank.TransferQuery{From: today, To: today})
	if err != nil {
		x.tb.Fatal(err)
	}
	return results
}

// kept is how many orders the bank keeps whose receipt was not shown.
func (x *world) kept() int {
	x.tb.Helper()
	left, err := x.bank.LeftOver(x.tb.Context(), x.host.env.Caller())
	if err != nil {
		x.tb.Fatal(err)
	}
	return len(left)
}

// digits types the right second factor for what is not an order, and goes on.
func (x *world) digits() {
	x.tb.Helper()
	x.Type(x.factor() + "\n")
}

// protect has the bank protect the customer, at another window.
func (x *world) protect(p bank.Protection) {
	x.tb.Helper()
	caller := x.host.env.Caller()
	_, asked, err := x.bank.Challenge(x.tb.Context(), caller)
	if err != nil {
		x.tb.Fatal(err)
	}
	if err := x.bank.SetProtection(x.tb.Context(), caller, p, []byte(x.card(asked))); err != nil {
		x.tb.Fatal(err)
	}
}

// favourite keeps an account under a nickname, at another window.
func (x *world) favourite(of demo.Suggestion, nickname string) {
	x.tb.Helper()
	if err := x.bank.KeepRecipient(x.tb.Context(), x.host.env.Caller(), of.Bank, of.Number, nickname); err != nil {
		x.tb.Fatal(err)
	}
}

// recipients are the customer's, as the bank has them.
func (x *world) recipients() []bank.Payee {
	x.tb.Helper()
	list, err := x.bank.Recipients(x.tb.Context(), x.host.env.Caller())
	if err != nil {
		x.tb.Fatal(err)
	}
	return list
}

// limits are what the customer may send.
func (x *world) limits() bank.TransferLimits {
	x.tb.Helper()
	l, err := x.bank.TransferLimits(x.tb.Context(), x.host.env.Caller())
	if err != nil {
		x.tb.Fatal(err)
	}
	return l
}
