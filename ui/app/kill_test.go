package app

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/demo"
	"smartbank/ui/center"
	"smartbank/ui/headless"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/theme"
	"smartbank/ui/uitest"
)

// killedIn names, in the environment, the bank's file of a program that is to be
// killed.
const killedIn = "SMARTBANK_TEST_KILLED_IN"

// TestMain is that program when it is asked for: it pays, and dies between the
// bank's answer and the receipt.
func TestMain(m *testing.M) {
	if path := os.Getenv(killedIn); path != "" {
		payAndDie(path)
		os.Exit(3) // it was to be killed
	}
	os.Exit(m.Run())
}

// dying is a clock of which some work is the program's last.
type dying struct {
	*headless.Clock

	left int // work until then; 0 if none is the last
}

func (d *dying) Work(f func() tea.Msg) tea.Cmd {
	return d.Clock.Work(func() tea.Msg {
		msg := f()
		if d.left--; d.left == 0 {
			self, err := os.FindProcess(os.Getpid())
			if err == nil {
				err = self.Kill()
			}
			if err == nil {
				select {} // until the signal is there
			}
		}
		return msg
	})
}

// payAndDie walks to the confirmation of a transfer as a customer does, and
// confirms it.
func payAndDie(path string) {
	clock := &dying{Clock: headless.NewClock(begin)}
	w, err := uitest.Open(func(o bank.Options) (*bank.Bank, error) { return bank.Open(context.Background(), path, o) }, func() time.Time { return clock.Now() }, 3)
	if err != nil {
		os.Exit(4)
	}
	b := w.Bank
	session, err := b.SignIn(context.Background(), demo.LeeLogin, []byte(demo.Password), bank.Phone)
	if err != nil {
		os.Exit(4)
	}
	if _, err := w.Certify(session, center.BankUse); err != nil {
		os.Exit(4)
	}
	clock.Clock = headless.NewClock(begin.Add(time.Minute)) // a one-time password is of use once
	a := New(Config{Bank: b, Center: w.Center, Clock: clock, Lang: text.English, Theme: theme.Mono, Glyphs: theme.ASCII})
	d := headless.New(a, clock.Clock, 80, 24)
	toConfirmation(d)
	code, _, err := b.OTP(context.Background(), demo.LeeLogin)
	if err != nil {
		os.Exit(5)
	}
	d.Type(code + "\n" + uitest.Seal)
	clock.left = 2 // the signature, and the transfer
	d.Press("enter")
}

// toConfirmation logs demo02 in and prepares 30,000 won to demo01.
func toConfirmation(d *headless.Driver) {
	d.Type("21" + demo.LeeLogin + "\n" + demo.Password + "\n")
	d.Press("tab")
	d.Type(demo.PIN + "\n" + "071\n" + string(demo.Everyday) + "\n30000\n\n\n")
	d.Advance(time.Second)
	d.Press("enter")
	d.Advance(time.Second)
}

// TestKilledBetweenCommitAndReceipt kills a program at the moment the bank has
// booked its transfer, and finds that the next login tells of it and that the
// money moved once.
func TestKilledBetweenCommitAndReceipt(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "bank.db")
	made := bank.Options{Now: func() time.Time { return begin }, Rand: banktest.NewRand(1), Cost: bank.TapeCost}
	if err := bank.Create(t.Context(), path, demo.Opening(1, begin), made); err != nil {
		t.Fatal(err)
	}
	before := everyday(t, path)

	child := exec.CommandContext(t.Context(), os.Args[0])
	child.Env = append(os.Environ(), killedIn+"="+path)
	out, err := child.CombinedOutput()
	ended, ok := errors.AsType[*exec.ExitError](err)
	if !ok || ended.Exited() {
		t.Fatalf("the program was not killed: %v\n%s", err, out)
	}

	clock := headless.NewClock(begin.Add(2 * time.Minute))
	b, err := bank.Open(t.Context(), path, bank.Options{Now: clock.Now, Rand: banktest.NewRand(4), Cost: bank.TapeCost})
	if err != nil {
		t.Fatal(err)
	}
	a := New(Config{Bank: b, Clock: clock, Lang: text.English, Theme: theme.Mono, Glyphs: theme.Unicode, Demo: screen.Demo{}})
	p := &program{headless.New(a, clock, 80, 24), t, a, b, clock, nil}
	p.Type("99" + demo.LeeLogin + "\n" + demo.Password + "\n")
	p.Advance(time.Second)
	p.shows("Your last transfer", "It was sent: Hong Gildong, 30,000 won", "Do not send it again")
	p.Press("enter")
	p.hides("Your last transfer")
	p.Type("22")
	p.shows("Hong Gildong", "30,000", "1 of 1")
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if after := everyday(t, path); after != before+30_000 {
		t.Errorf("the recipient had %d won and has %d", before, after)
	}
	report, err := bank.Verify(t.Context(), path, nil)
	if err != nil || report.Difference != "" {
		t.Errorf("verify: %q, %v", report.Difference, err)
	}
}

// everyday is what demo01's main account has, in won.
func everyday(t *testing.T, path string) int64 {
	t.Helper()
	b, err := bank.Open(t.Context(), path, bank.Options{Now: func() time.Time { return begin.Add(2 * time.Minute) }, Rand: banktest.NewRand(5), Cost: bank.TapeCost})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	caller, err := b.Authenticate(t.Context(), demo.HongLogin, []byte(demo.Password))
	if err != nil {
		t.Fatal(err)
	}
	accounts, err := b.Accounts(t.Context(), caller)
	if err != nil {
		t.Fatal(err)
	}
	for _, account := range accounts {
		if account.Number == demo.Everyday {
			return account.Balance.Minor()
		}
	}
	t.Fatalf("%s has no account %s", demo.HongLogin, demo.Everyday)
	return 0
}
