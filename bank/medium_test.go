package bank_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

// The vectors of RFC 6238, appendix B, for SHA-1.
func TestTOTPVectors(t *testing.T) {
	t.Parallel()
	key := []byte("12345678901234567890")
	for _, row := range []struct {
		at   int64
		want string
	}{
		{59, "94287082"},
		{1111111109, "07081804"},
		{1111111111, "14050471"},
		{1234567890, "89005924"},
		{2000000000, "69279037"},
		{20000000000, "65353130"},
	} {
		if got := bank.TOTP(key, row.at/30, 8); got != row.want {
			t.Errorf("at %d: %s, want %s", row.at, got, row.want)
		}
		if got := bank.TOTP(key, row.at/30, 6); got != row.want[2:] {
			t.Errorf("at %d, six digits: %s, want %s", row.at, got, row.want[2:])
		}
	}
}

func TestTheTokenShowsOnePasswordForHalfAMinute(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	first, until, err := w.OTP(t.Context(), banktest.Lee)
	if err != nil || !until.Equal(banktest.Start.Add(30*time.Second)) {
		t.Fatalf("%s until %v, %v", first, until, err)
	}
	if want := bank.TOTP([]byte("12345678901234567890"), banktest.Start.Unix()/30, 6); first != want {
		t.Errorf("the token shows %s, want %s", first, want)
	}
	w.Clock.Advance(30*time.Second - time.Microsecond)
	if same, _, err := w.OTP(t.Context(), banktest.Lee); err != nil || same != first {
		t.Errorf("before it ends: %s, %v, want %s", same, err, first)
	}
	w.Clock.Advance(time.Microsecond)
	next, until, err := w.OTP(t.Context(), banktest.Lee)
	if err != nil || next == first || !until.Equal(banktest.Start.Add(time.Minute)) {
		t.Errorf("then %s until %v, %v", next, until, err)
	}
}

func TestTheCardHas35CellsOfFourDigits(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	cells, err := w.Card(t.Context(), banktest.Kim)
	if err != nil || len(cells) != bank.CardCells {
		t.Fatalf("%d cells, %v", len(cells), err)
	}
	for i, cell := range cells {
		if len(cell) != 4 || strings.Trim(cell, "0123456789") != "" {
			t.Errorf("cell %d is %q", i+1, cell)
		}
	}
	again, err := w.Card(t.Context(), "KIM")
	if err != nil || fmt.Sprint(again) != fmt.Sprint(cells) {
		t.Errorf("the second time it is %v, %v", again, err)
	}
}

func TestWhoseMediumIsShown(t *testing.T) {
	t.Parallel()
	demonstration := banktest.Open(t)
	o := banktest.Opening()
	o.Demonstration = false
	genuine := fromOpening(t, o)
	card := func(b *bank.Bank, login string) error { _, err := b.Card(t.Context(), login); return err }
	otp := func(b *bank.Bank, login string) error { _, _, err := b.OTP(t.Context(), login); return err }
	for _, row := range []struct {
		name  string
		bank  *bank.Bank
		show  func(*bank.Bank, string) error
		login string
		want  bank.Code
	}{
		{"the card of who has a card", demonstration.Bank, card, banktest.Kim, ""},
		{"the token of who has a token", demonstration.Bank, otp, banktest.Lee, ""},
		{"the card of who has a token", demonstration.Bank, card, banktest.Lee, bank.CodeNoSuchMedium},
		{"the token of who has a card", demonstration.Bank, otp, banktest.Kim, bank.CodeNoSuchMedium},
		{"the card of nobody", demonstration.Bank, card, "nobody", bank.CodeWrongSignIn},
		{"the token of nobody", demonstration.Bank, otp, "nobody", bank.CodeWrongSignIn},
		{"the card of a real customer", genuine, card, banktest.Kim, bank.CodeNotDemonstration},
		{"the token of a real customer", genuine, otp, banktest.Lee, bank.CodeNotDemonstration},
		{"the card of nobody real", genuine, card, "nobody", bank.CodeNotDemonstration},
	} {
		if err := row.show(row.bank, row.login); bank.RefusalCode(err) != row.want || (row.want == "") != (err == nil) {
			t.Errorf("%s: %v, want %q", row.name, err, row.want)
		}
	}
}

// The card is asked for two different cells, the same until they were answered, and over time for all of them.
func TestChallenges(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	asked := map[int]int{}
	for n := range 200 {
		review := d.prepare(t, repeated(toPark(1)))
		c := review.Challenge
		if again := d.prepare(t, toPark(2)); again.Challenge != c {
			t.Fatalf("asked for %+v, and before it was answered for %+v", c, again.Challenge)
		}
		if n%10 == 0 {
			_, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, wrong(d.answer(t, review))))
			refused(t, err, bank.CodeWrongFactor)
			if again := d.prepare(t, toPark(2)); again.Challenge != c {
				t.Fatalf("asked for %+v, and after a wrong answer for %+v", c, again.Challenge)
			}
		}
		if _, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review))); err != nil {
			t.Fatal(err)
		}
		if c.First == c.Second || min(c.First, c.Second) < 1 || max(c.First, c.Second) > bank.CardCells {
			t.Fatalf("asked for %+v", c)
		}
		asked[c.First]++
		asked[c.Second]++
	}
	for cell := 1; cell <= bank.CardCells; cell++ {
		if asked[cell] == 0 {
			t.Errorf("cell %d was never asked for", cell)
		}
	}
}

func TestWhichOneTimePasswordsAreAccepted(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name  string
		steps int64
		want  bank.Code
	}{
		{"the present one", 0, ""},
		{"the one before", -1, ""},
		{"the one after", 1, ""},
		{"two steps ago", -2, bank.CodeWrongFactor},
		{"two steps ahead", 2, bank.CodeWrongFactor},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			d := open(t, banktest.Lee)
			review := d.prepare(t, fromLee(1))
			password := bank.TOTP([]byte("12345678901234567890"), d.Clock.Now().Unix()/30+row.steps, 6)
			_, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, []byte(password)))
			if bank.RefusalCode(err) != row.want || (row.want == "") != (err == nil) {
				t.Errorf("got %v, want %q", err, row.want)
			}
		})
	}
}

func TestAOneTimePasswordIsGoodOnce(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	used := bank.TOTP([]byte("12345678901234567890"), d.Clock.Now().Unix()/30+1, 6)
	first := d.prepare(t, fromLee(1))
	if _, err := d.Transfer(t.Context(), d.caller, first.Order, d.proof(first, []byte(used))); err != nil {
		t.Fatal(err)
	}
	second := d.prepare(t, fromLee(2))
	for range 2 { // the step that was used, then one before it
		_, err := d.Transfer(t.Context(), d.caller, second.Order, d.proof(second, []byte(used)))
		refused(t, err, bank.CodeWrongFactor)
		used = string(d.answer(t, second))
	}
	d.Clock.Advance(time.Minute)
	if _, err := d.Transfer(t.Context(), d.caller, second.Order, d.proof(second, d.answer(t, second))); err != nil {
		t.Error(err)
	}
}

func fromLee(n int64) bank.TransferOrder {
	return bank.TransferOrder{
		From: banktest.LeeMain, Bank: bank.KoreaPost, To: string(banktest.KimMain), Recipient: "김민수", Amount: won(n),
	}
}

func TestFiveWrongFactorsInARowLock(t *testing.T) {
	t.Parallel()
	for _, login := range []string{banktest.Kim, banktest.Lee} {
		t.Run(login, func(t *testing.T) {
			t.Parallel()
			d := open(t, login)
			o := map[string]bank.TransferOrder{banktest.Kim: toPark(1), banktest.Lee: fromLee(1)}[login]
			waiting := d.prepare(t, o)
			for n := 1; n <= bank.MaxTries; n++ {
				review := d.prepare(t, o)
				code := bank.CodeWrongFactor
				if n == bank.MaxTries {
					code = bank.CodeFactorLocked
				}
				_, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, wrong(d.answer(t, review))))
				got := refusal(t, err, code)
				if got.Tries != n || got.Max != bank.MaxTries || got.Medium != review.Medium {
					t.Errorf("try %d: %+v", n, got)
				}
			}
			_, err := d.Transfer(t.Context(), d.caller, waiting.Order, d.proof(waiting, d.answer(t, waiting)))
			refused(t, err, bank.CodeFactorLocked)
			_, err = d.Prepare(t.Context(), d.caller, o, pin())
			refused(t, err, bank.CodeFactorLocked)
			if n := d.count(t, "SELECT count(*) FROM refusal"); n != 0 {
				t.Errorf("%d refusals were kept", n)
			}
		})
	}
}

func TestARightFactorForgetsTheWrongOnes(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	for range 2 {
		review := d.prepare(t, repeated(toPark(1)))
		for range bank.MaxTries - 1 {
			_, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, wrong(d.answer(t, review))))
			refused(t, err, bank.CodeWrongFactor)
		}
		if _, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review))); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAFactorOfTheWrongLengthIsWrong(t *testing.T) {
	t.Parallel()
	for _, digits := range []string{"", "1", "12345", "00000000000000000000"} {
		d := open(t, banktest.Kim)
		review := d.prepare(t, toPark(1))
		_, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, []byte(digits)))
		refused(t, err, bank.CodeWrongFactor)
	}
}
