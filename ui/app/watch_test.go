package app

import (
	"path/filepath"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/demo"
	"smartbank/bank/money"
	"smartbank/ui/headless"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// onFile starts the program on a new demonstration bank in a file, and returns
// the bank as a second process would open it.
func onFile(t *testing.T) (*program, *bank.Bank) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bank.db")
	clock := headless.NewClock(begin)
	options := func(seed byte) bank.Options {
		return bank.Options{Now: clock.Now, Rand: banktest.NewRand(seed), Cost: bank.TapeCost, Verify: banktest.Verify}
	}
	if err := bank.Create(t.Context(), path, demo.Opening(1, begin), options(1)); err != nil {
		t.Fatal(err)
	}
	var opened []*bank.Bank
	for seed := range byte(2) {
		b, err := bank.Open(t.Context(), path, options(seed+2))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { b.Close() })
		opened = append(opened, b)
	}
	a := New(Config{Bank: opened[0], Clock: clock, Lang: text.English, Theme: theme.Mono, Glyphs: theme.Unicode})
	return &program{headless.New(a, clock, 120, 40), t, a, opened[0], clock, nil}, opened[1]
}

// sendFromLee sends won from demo02 to demo01 in another process.
func sendFromLee(t *testing.T, other *bank.Bank, won int64) {
	t.Helper()
	lee, err := other.SignIn(t.Context(), demo.LeeLogin, []byte(demo.Password), bank.PC)
	if err != nil {
		t.Fatal(err)
	}
	order := bank.TransferOrder{
		From: demo.Main, Bank: bank.KoreaPost, To: string(demo.Everyday), Recipient: "홍길동", Amount: money.New(won, money.KRW),
	}
	if err := other.RegisterCertificate(t.Context(), lee.Caller(), banktest.Certificate(demo.LeeLogin)); err != nil {
		t.Fatal(err)
	}
	review, err := other.Prepare(t.Context(), lee.Caller(), order, []byte(demo.PIN))
	if err != nil {
		t.Fatal(err)
	}
	code, _, err := other.OTP(t.Context(), demo.LeeLogin)
	if err != nil {
		t.Fatal(err)
	}
	proof := bank.Proof{Digits: []byte(code), Signature: banktest.Sign(demo.LeeLogin, review.Document)}
	if _, err := other.Transfer(t.Context(), lee.Caller(), review.Order, proof); err != nil {
		t.Fatal(err)
	}
}

func TestAccountInquiryShowsWhatAnotherProcessBooked(t *testing.T) {
	t.Parallel()
	p, other := onFile(t)
	p.signIn()
	p.Type("11")
	p.Advance(3 * time.Second)
	p.shows("1,731,475")
	sendFromLee(t, other, 30_000)
	p.Advance(2 * time.Second)
	p.shows("1,761,475")
}

func TestHistorySaysThatSomethingWasBookedMeanwhile(t *testing.T) {
	t.Parallel()
	p, other := onFile(t)
	p.signIn()
	p.Type("12")
	p.Advance(3 * time.Second)
	if _, err := other.SignIn(t.Context(), demo.LeeLogin, []byte(demo.Password), bank.PC); err != nil {
		t.Fatal(err)
	}
	p.Advance(2 * time.Second)
	p.hides("booked meanwhile") // another write, but nothing on this account
	sendFromLee(t, other, 30_000)
	p.Advance(2 * time.Second)
	p.shows("Something was booked meanwhile. F5 shows it.")
	p.Press("f5")
	p.shows("+30,000")
}

// TestTheRatesOfTheMenuDoNotDependOnTheSession ends the session at the bank while All Menus reads its rates, as a logout does.
func TestTheRatesOfTheMenuDoNotDependOnTheSession(t *testing.T) {
	t.Parallel()
	p, _ := onFile(t)
	p.signIn()
	p.shows("11-05 #7")
	p.Type("11")
	p.Advance(9 * time.Minute)
	p.Press("r")
	p.Advance(3 * time.Minute)
	if err := p.bank.SignOut(t.Context(), p.app.env.Caller(), bank.SignedOut); err != nil {
		t.Fatal(err)
	}
	p.Press("f10")
	p.shows("11-05 #8")
}

func TestBooksThatDoNotAgreeAreToldAtTheStart(t *testing.T) {
	t.Parallel()
	p := start(t, 80, 24, text.English)
	p.Send(books{report: bank.Report{Difference: "account 01234502678901 has 5 and its last posting says 4"}})
	p.Advance(time.Second)
	p.shows("The bank's books do not agree: account 01234502678901", "smartbank bank verify")
	p.Press("enter")
	p.hides("do not agree")
}
