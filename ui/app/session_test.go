package app

import (
	"context"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/demo"
	"smartbank/bank/money"
	"smartbank/ui/center"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/uitest"
)

func TestIdleLogout(t *testing.T) {
	t.Parallel()
	p := start(t, 80, 24, text.English)
	p.signIn()
	p.Advance(8*time.Minute + 59*time.Second)
	p.hides("Logging out in")
	p.Advance(2 * time.Second)
	p.shows("Logging out in 0:59", "Any key stays")

	p.Press("down")
	p.hides("Logging out in")
	p.shows("10:00 left")
	p.Advance(10*time.Minute - time.Second)
	if p.app.SignedIn() == nil {
		t.Fatal("logged out before 10 minutes without a key")
	}
	p.Advance(time.Second)
	if p.app.SignedIn() != nil {
		t.Fatal("still logged in after 10 minutes without a key")
	}
	p.shows("You were logged out because no key was pressed for 10 minutes.", "Log in again")
	p.Advance(time.Second)
	p.Press("enter")
	p.shows("All Menus", "Not logged in")
	p.hides("You were logged out")
}

func TestSecondSignInEndsTheFirst(t *testing.T) {
	t.Parallel()
	p := start(t, 80, 24, text.Korean)
	p.signIn()
	p.Type("11")
	second, err := p.bank.SignIn(t.Context(), demo.HongLogin, []byte(demo.Password), bank.Phone)
	if err != nil {
		t.Fatal(err)
	}
	p.Advance(checkEvery)
	if p.app.SignedIn() != nil {
		t.Fatal("the first session is still open in the program")
	}
	p.shows("다른 곳에서 로그인하여 이 접속이 종료되었습니다.")
	if err := p.bank.CheckSession(t.Context(), second.Caller()); err != nil {
		t.Errorf("the second session: %v", err)
	}
}

func TestASessionThatEndedIsNoticedByTheNextQuestion(t *testing.T) {
	t.Parallel()
	p := start(t, 80, 24, text.English)
	p.signIn()
	if err := p.bank.SignOut(t.Context(), p.app.SignedIn().Caller(), bank.SignedOut); err != nil {
		t.Fatal(err)
	}
	p.Type("11")
	if p.app.SignedIn() != nil {
		t.Fatal("the program goes on without a session")
	}
	p.shows("This session has ended.")
}

func TestEntriesAskForTheLoginAndOpenAfterIt(t *testing.T) {
	t.Parallel()
	p := start(t, 80, 24, text.English)
	p.Type("11")
	p.shows("User ID")
	p.Type("demo01\n" + demo.Password + "\n")
	p.shows("Account inquiry", "Hong Gildong", "Everyday")
	p.Press("esc")
	p.shows("All Menus", "This is your first login.")
}

func TestLogOut(t *testing.T) {
	t.Parallel()
	p := start(t, 80, 24, text.English)
	p.signIn()
	caller := p.app.SignedIn().Caller()
	p.Type("99")
	p.shows("You are logged out.", "Not logged in")
	if code := bank.RefusalCode(p.bank.CheckSession(t.Context(), caller)); code != bank.CodeSessionEnded {
		t.Errorf("the bank says %q of the session", code)
	}
}

func TestLeaving(t *testing.T) {
	t.Parallel()
	p := start(t, 80, 24, text.English)
	p.signIn()
	caller := p.app.SignedIn().Caller()
	p.Press("ctrl+c")
	p.shows("Leave Smart Banking?")
	p.Press("esc")
	p.hides("Leave Smart Banking?")
	p.Press("ctrl+c", "ctrl+c")
	if !p.Quit() {
		t.Error("Ctrl+C twice does not leave")
	}
	if code := bank.RefusalCode(p.bank.CheckSession(t.Context(), caller)); code != bank.CodeSessionEnded {
		t.Errorf("the bank says %q of the session", code)
	}
}

// lastWords is a screen that does something when it is closed.
type lastWords struct {
	screen.Screen

	say func(context.Context) error
}

// Leave says it.
func (s lastWords) Leave() tea.Cmd {
	return screen.Quietly(func(ctx context.Context) (struct{}, error) { return struct{}{}, s.say(ctx) })
}

// TestScreensHaveTheLastWord ends a session while a screen is open that tells the bank something when it is closed:
// once, and while there still is a session for it, whichever command of the end runs first.
func TestScreensHaveTheLastWord(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(*program){
		"idle":    func(p *program) { p.Advance(11 * time.Minute) },
		"leaving": func(p *program) { p.Press("ctrl+c", "ctrl+c") },
		"the last command first": func(p *program) {
			cmds, ok := p.app.endSession(bank.Idle, nil)().(tea.BatchMsg)
			if !ok {
				t.Fatal("the end of a session is one command")
			}
			for _, cmd := range slices.Backward(cmds) {
				if cmd != nil {
					cmd()
				}
			}
		},
	} {
		p := start(t, 80, 24, text.English)
		p.signIn()
		caller := p.app.SignedIn().Caller()
		var said []error
		p.Type("11")
		top := p.app.top()
		top.screen = lastWords{top.screen, func(ctx context.Context) error {
			said = append(said, p.bank.CheckSession(ctx, caller))
			return nil
		}}
		end(p)
		if len(said) != 1 || said[0] != nil {
			t.Errorf("%s: the screen spoke with %v", name, said)
		}
		if code := bank.RefusalCode(p.bank.CheckSession(t.Context(), caller)); code != bank.CodeSessionEnded {
			t.Errorf("%s: the bank says %q of the session", name, code)
		}
	}
}

// TestLeftOverOrders stands for a program that was killed between commit and
// receipt, and for one killed at the review.
func TestLeftOverOrders(t *testing.T) {
	t.Parallel()
	p := start(t, 80, 24, text.English)
	ctx := t.Context()
	session, err := p.bank.SignIn(ctx, demo.LeeLogin, []byte(demo.Password), bank.Phone)
	if err != nil {
		t.Fatal(err)
	}
	accounts, err := p.bank.Accounts(ctx, session.Caller())
	if err != nil {
		t.Fatal(err)
	}
	order := bank.TransferOrder{
		From: accounts[0].Number, Bank: bank.KoreaPost, To: "01234502678901", Recipient: "홍길동", Amount: money.New(30_000, money.KRW),
	}
	certificate, err := p.world.Certify(session, center.BankUse)
	if err != nil {
		t.Fatal(err)
	}
	p.Advance(time.Minute) // a one-time password is of use once
	booked, err := p.bank.Prepare(ctx, session.Caller(), order, []byte(demo.PIN))
	if err != nil {
		t.Fatal(err)
	}
	code, _, err := p.bank.OTP(ctx, demo.LeeLogin)
	if err != nil {
		t.Fatal(err)
	}
	signature, err := p.world.Center.Sign(ctx, certificate.ID, []byte(uitest.Seal), booked.Document)
	if err != nil {
		t.Fatal(err)
	}
	receipt, err := p.bank.Transfer(ctx, session.Caller(), booked.Order, bank.Proof{Digits: []byte(code), Signature: signature})
	if err != nil {
		t.Fatal(err)
	}
	order.Amount = money.New(40_000, money.KRW)
	if _, err := p.bank.Prepare(ctx, session.Caller(), order, []byte(demo.PIN)); err != nil {
		t.Fatal(err)
	}

	p.Type("99demo02\n" + demo.Password + "\n")
	p.Advance(time.Second)
	p.shows("Your last transfer", "It was sent: Hong Gildong, 30,000 won", receipt.Reference)
	p.Press("enter")
	p.shows("It was not sent: Hong Gildong, 40,000 won", "No money moved")
	p.Press("enter")
	p.hides("Your last transfer")

	left, err := p.bank.LeftOver(ctx, p.app.SignedIn().Caller())
	if err != nil || len(left) != 0 {
		t.Errorf("after both were read: %d left over, %v", len(left), err)
	}
}
