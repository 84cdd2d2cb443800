package bank_test

import (
	"bytes"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

func TestSignInTellsWhoAndWhen(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	first := w.SignIn(t, banktest.Kim)
	want := bank.Session{
		ID: first.ID, Customer: first.Customer, Login: "kim", NameEN: "KIM MINSU", NameKO: "김민수",
		Medium: bank.SecurityCard, Channel: bank.Phone, StartedAt: banktest.Start.UTC(),
	}
	if first != want {
		t.Errorf("got %+v, want %+v", first, want)
	}
	if err := w.SignOut(t.Context(), first.Caller(), bank.SignedOut); err != nil {
		t.Fatal(err)
	}
	w.Clock.Advance(time.Hour)
	second := w.SignIn(t, banktest.Kim)
	if second.Replaced || !second.LastSignIn.Equal(first.StartedAt) || second.ID == first.ID {
		t.Errorf("the second session is %+v", second)
	}
}

func TestSignInTakesCapitalsAndSpacesAroundTheID(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	if _, err := w.Bank.SignIn(t.Context(), " KIM ", banktest.Password(banktest.Kim), bank.Phone); err != nil {
		t.Error(err)
	}
}

func TestOneSessionPerCustomerAndChannel(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	first := w.SignIn(t, banktest.Kim)
	other := w.SignIn(t, banktest.Lee)
	pc, err := w.Bank.SignIn(t.Context(), banktest.Kim, banktest.Password(banktest.Kim), bank.PC)
	if err != nil || pc.Replaced || !pc.LastSignIn.IsZero() {
		t.Fatalf("on another channel: %+v, %v", pc, err)
	}
	w.Clock.Advance(time.Minute)
	second := w.SignIn(t, banktest.Kim)
	if !second.Replaced {
		t.Error("the second session does not say that it ended the first")
	}
	r := refusal(t, w.CheckSession(t.Context(), first.Caller()), bank.CodeSessionReplaced)
	if !r.At.Equal(second.StartedAt) {
		t.Errorf("replaced at %v, want %v", r.At, second.StartedAt)
	}
	for who, s := range map[string]bank.Session{"the second": second, "another customer's": other, "the PC's": pc} {
		if err := w.CheckSession(t.Context(), s.Caller()); err != nil {
			t.Errorf("%s session: %v", who, err)
		}
	}
}

func TestAnEndedSession(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	d.Clock.Advance(10 * time.Minute)
	if err := d.SignOut(t.Context(), d.caller, bank.Idle); err != nil {
		t.Fatal(err)
	}
	ended := d.Clock.Now()
	d.Clock.Advance(time.Minute)
	if err := d.SignOut(t.Context(), d.caller, bank.SignedOut); err != nil {
		t.Errorf("ending it twice: %v", err)
	}
	if r := refusal(t, d.CheckSession(t.Context(), d.caller), bank.CodeSessionEnded); !r.At.Equal(ended) {
		t.Errorf("ended at %v, want %v", r.At, ended)
	}
	lee := d.SignIn(t, banktest.Lee)
	for what, c := range map[string]bank.Caller{
		"no session":                   {Customer: d.caller.Customer},
		"a made-up session":            {Customer: d.caller.Customer, Session: "0"},
		"a session of somebody else":   {Customer: d.caller.Customer, Session: lee.ID},
		"a session that nobody opened": {},
	} {
		if err := d.CheckSession(t.Context(), c); bank.RefusalCode(err) != bank.CodeSessionEnded {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := d.SignOut(t.Context(), bank.Caller{Customer: d.caller.Customer, Session: lee.ID}, bank.SignedOut); err != nil {
		t.Error(err)
	}
	if err := d.CheckSession(t.Context(), lee.Caller()); err != nil {
		t.Errorf("somebody else ended it: %v", err)
	}
}

func TestAuthenticateOpensNoSession(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	s := w.SignIn(t, banktest.Kim)
	c, err := w.Authenticate(t.Context(), banktest.Kim, banktest.Password(banktest.Kim))
	if err != nil || c != (bank.Caller{Customer: s.Customer}) {
		t.Errorf("got %+v, %v", c, err)
	}
	if err := w.CheckSession(t.Context(), s.Caller()); err != nil {
		t.Errorf("the open session: %v", err)
	}
}

// Each row signs in until it is locked, one way or the other.
func TestFiveWrongPasswordsInARowLock(t *testing.T) {
	t.Parallel()
	signIn := func(w *banktest.World, login, password string) error {
		_, err := w.Bank.SignIn(t.Context(), login, []byte(password), bank.Phone)
		return err
	}
	authenticate := func(w *banktest.World, login, password string) error {
		_, err := w.Authenticate(t.Context(), login, []byte(password))
		return err
	}
	for _, row := range []struct {
		name, login, password string
		try                   func(w *banktest.World, login, password string) error
	}{
		{"a customer with a wrong password", banktest.Kim, "kim-2027!", signIn},
		{"a customer with another's password", banktest.Kim, "lee-2026!", signIn},
		{"nobody", "nobody", "nobody", signIn},
		{"nobody with the first customer's password", "nobody", "kim-2026!", signIn},
		{"without a session", banktest.Kim, "", authenticate},
		{"nobody without a session", "nobody", "kim-2026!", authenticate},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			w := banktest.Open(t)
			for n := 1; n <= bank.MaxTries; n++ {
				code := bank.CodeWrongSignIn
				if n == bank.MaxTries {
					code = bank.CodeSignInLocked
				}
				got := refusal(t, row.try(w, row.login, row.password), code)
				if want := (bank.RefusedError{Code: code, Tries: n, Max: bank.MaxTries}); got != want {
					t.Errorf("try %d: got %+v, want %+v", n, got, want)
				}
			}
			w.Clock.Advance(24 * time.Hour)
			for _, password := range []string{row.password, string(banktest.Password(row.login))} {
				refused(t, row.try(w, row.login, password), bank.CodeSignInLocked)
			}
			w.SignIn(t, banktest.Lee) // others are not locked
		})
	}
}

func TestARightPasswordForgetsTheWrongOnes(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	for range 3 {
		for n := 1; n < bank.MaxTries; n++ {
			_, err := w.Bank.SignIn(t.Context(), banktest.Kim, []byte("x"), bank.Phone)
			if r := refusal(t, err, bank.CodeWrongSignIn); r.Tries != n {
				t.Errorf("%d tries, want %d", r.Tries, n)
			}
		}
		w.SignIn(t, banktest.Kim)
	}
}

func TestWrongPasswordsAreCountedInTheFile(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	for range bank.MaxTries {
		again := w.Again(t, 3)
		if _, err := again.SignIn(t.Context(), "KIM", []byte("x"), bank.PC); bank.RefusalCode(err) == "" {
			t.Error(err)
		}
		if err := again.Close(); err != nil {
			t.Fatal(err)
		}
	}
	_, err := w.Bank.SignIn(t.Context(), "kim", banktest.Password(banktest.Kim), bank.Phone)
	refused(t, err, bank.CodeSignInLocked)
}

// An unknown ID of any length and content is answered, and kept short.
func TestAnyIDIsAnswered(t *testing.T) {
	t.Parallel()
	d := desk{World: banktest.Open(t)}
	for _, login := range []string{"", "\x00", "\xff\xfe", string(bytes.Repeat([]byte("가"), 1000)), "'; DROP TABLE failure; --"} {
		_, err := d.Bank.SignIn(t.Context(), login, []byte("x"), bank.Phone)
		refused(t, err, bank.CodeWrongSignIn)
	}
	if n := d.count(t, "SELECT max(length(subject)) FROM failure"); n > 70 {
		t.Errorf("a subject of %d characters was kept", n)
	}
}

func TestPasswordsAreWiped(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	review := d.prepare(t, toPark(1))
	right := d.answer(t, review)
	for what, call := range map[string]func(secret []byte) error{
		"kim-2026!, signing in": func(secret []byte) error {
			_, err := d.Bank.SignIn(t.Context(), banktest.Kim, secret, bank.PC)
			return err
		},
		"wrong, signing in": func(secret []byte) error {
			_, err := d.Bank.SignIn(t.Context(), banktest.Kim, secret, bank.PC)
			return err
		},
		"kim-2026!, authenticating": func(secret []byte) error {
			_, err := d.Authenticate(t.Context(), banktest.Kim, secret)
			return err
		},
		banktest.PIN + ", preparing": func(secret []byte) error {
			_, err := d.Prepare(t.Context(), d.caller, toPark(1), secret)
			return err
		},
		banktest.PIN + ", preparing without a session": func(secret []byte) error {
			_, err := d.Prepare(t.Context(), bank.Caller{}, toPark(1), secret)
			return err
		},
		string(right) + ", sending": func(secret []byte) error {
			_, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, secret))
			return err
		},
		"0000, sending what was not prepared": func(secret []byte) error {
			_, err := d.Transfer(t.Context(), d.caller, toPark(1), bank.Proof{Digits: secret})
			return err
		},
	} {
		text, _, _ := bytes.Cut([]byte(what), []byte(","))
		secret := bytes.Clone(text)
		err := call(secret)
		if bytes.ContainsFunc(secret, func(r rune) bool { return r != 0 }) {
			t.Errorf("%s: %q is left (%v)", what, secret, err)
		}
	}
}

// Readers are refused once their session has ended; orders also without one.
func TestWhoMayAsk(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	stale := d.caller
	d.caller = d.SignIn(t, banktest.Kim).Caller()
	today := day(d.Clock)
	reads := map[string]func(c bank.Caller) error{
		"accounts": func(c bank.Caller) error { _, err := d.Accounts(t.Context(), c); return err },
		"history": func(c bank.Caller) error {
			_, err := d.History(t.Context(), c, bank.HistoryQuery{Account: banktest.KimMain, From: today, To: today})
			return err
		},
		"limits": func(c bank.Caller) error { _, err := d.TransferLimits(t.Context(), c); return err },
		"recipient": func(c bank.Caller) error {
			_, err := d.CheckRecipient(t.Context(), c, banktest.ParkBank, banktest.ParkNumber)
			return err
		},
		"left over": func(c bank.Caller) error { _, err := d.LeftOver(t.Context(), c); return err },
		"outcome":   func(c bank.Caller) error { _, err := d.Outcome(t.Context(), c, "x"); return err },
		"transfers": func(c bank.Caller) error {
			_, err := d.Transfers(t.Context(), c, bank.TransferQuery{From: today, To: today})
			return err
		},
	}
	orders := map[string]func(c bank.Caller) error{
		"prepare":  func(c bank.Caller) error { _, err := d.Prepare(t.Context(), c, toPark(1), pin()); return err },
		"transfer": func(c bank.Caller) error { _, err := d.Transfer(t.Context(), c, toPark(1), bank.Proof{}); return err },
		"forget":   func(c bank.Caller) error { return d.Forget(t.Context(), c, "x") },
	}
	for name, read := range reads {
		if err := read(bank.Caller{Customer: d.caller.Customer}); err != nil {
			t.Errorf("%s without a session: %v", name, err)
		}
		if err := read(d.caller); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		refused(t, read(stale), bank.CodeSessionReplaced)
	}
	for name, order := range orders {
		if err := order(bank.Caller{Customer: d.caller.Customer}); bank.RefusalCode(err) != bank.CodeReadOnly {
			t.Errorf("%s without a session: %v", name, err)
		}
		refused(t, order(stale), bank.CodeSessionReplaced)
	}
	if err := d.SignOut(t.Context(), d.caller, bank.SignedOut); err != nil {
		t.Fatal(err)
	}
	for _, calls := range []map[string]func(bank.Caller) error{reads, orders} {
		for name, call := range calls {
			if err := call(d.caller); bank.RefusalCode(err) != bank.CodeSessionEnded {
				t.Errorf("%s after signing out: %v", name, err)
			}
		}
	}
}
