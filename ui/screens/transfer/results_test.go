package transfer_test

import (
	"strings"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/demo"
	"smartbank/bank/money"
	"smartbank/ui/screen"
	"smartbank/ui/screens/transfer"
)

// goesOn has the bank do what is due, and tells the screen, as the program does.
func (x *world) goesOn(d time.Duration) {
	x.tb.Helper()
	x.Advance(d)
	if _, err := x.bank.Advance(x.tb.Context()); err != nil {
		x.tb.Fatal(err)
	}
	x.Send(wish{screen.Booked{}})
}

// unanswered sends money to another bank, whose answer comes three minutes late.
func (x *world) unanswered(won int64) {
	x.tb.Helper()
	caller := x.host.env.Caller()
	r, err := x.bank.Prepare(x.tb.Context(), caller, bank.TransferOrder{
		From: demo.Everyday, Bank: haneul.Bank, To: haneul.Number, Recipient: haneul.NameKO, Amount: money.New(won, money.KRW), RecipientMemo: "#timeout",
	}, []byte(demo.PIN))
	if err != nil {
		x.tb.Fatal(err)
	}
	if _, err := x.bank.Transfer(x.tb.Context(), caller, r.Order, x.proof(r)); err != nil {
		x.tb.Fatal(err)
	}
}

func TestResultsFollowWhatTheBankDoesMeanwhile(t *testing.T) {
	t.Parallel()
	x := begun(t, transfer.Results, nil)
	x.unanswered(20_000)
	anew(x)
	x.Press("enter")
	x.sees("Do not send it again")
	x.elsewhere(bada, 30_000) // a newer one, which goes first
	x.goesOn(4 * time.Minute)
	x.sees("Status              ✓", "Status              Normal")
	x.sees("20,000 won")
	x.Press("esc")
	x.sees("2 of 2")
}

func TestWhatWaitedIsNotShownAsWaiting(t *testing.T) {
	t.Parallel()
	x := begun(t, transfer.WaitingScreen, nil)
	x.later(bada, 50_000, bank.When{DelayHours: 3})
	x.later(haneul, 60_000, bank.When{DelayHours: 4})
	anew(x)
	x.Press("down")
	x.goesOn(3*time.Hour + time.Minute)
	x.sees("Kim Haneul")
	if shown := x.Frame().Text(); strings.Contains(shown, "Lee Bada") {
		t.Errorf("what was carried out still waits:\n%s", shown)
	}
}
