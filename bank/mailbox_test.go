package bank_test

import (
	"bytes"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

// devices are a customer signed in on both, and a number that the phone shows.
type devices struct {
	*banktest.World

	phone, pc bank.Caller
}

func twoDevices(t *testing.T) devices {
	t.Helper()
	d := devices{World: banktest.Open(t)}
	d.phone = d.World.SignIn(t, banktest.Kim).Caller()
	pc, err := d.Bank.SignIn(t.Context(), banktest.Kim, banktest.Password(banktest.Kim), bank.PC)
	if err != nil {
		t.Fatal(err)
	}
	d.pc = pc.Caller()
	return d
}

func (d devices) show(t *testing.T) bank.Mailbox {
	t.Helper()
	m, err := d.OpenMailbox(t.Context(), d.phone)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestLettersGoBothWays(t *testing.T) {
	t.Parallel()
	d := twoDevices(t)
	m := d.show(t)
	claimed, err := d.ClaimMailbox(t.Context(), d.pc, m.Plate)
	if err != nil || claimed.ID != m.ID {
		t.Fatalf("claimed %+v, %v", claimed, err)
	}
	for _, from := range []struct {
		end           bank.End
		caller, other bank.Caller
	}{{bank.SendingEnd, d.phone, d.pc}, {bank.ReceivingEnd, d.pc, d.phone}} {
		for n, letter := range [][]byte{[]byte("first from " + from.end), bytes.Repeat([]byte{0xfe}, 64*1024)} {
			if _, found, err := d.ReadLetter(t.Context(), from.other, m.ID, from.end, n); found || err != nil {
				t.Errorf("%s %d is there before it was posted: %v", from.end, n, err)
			}
			for range 2 { // a second time it is the same letter
				if err := d.PostLetter(t.Context(), from.caller, m.ID, from.end, n, letter); err != nil {
					t.Fatal(err)
				}
			}
			if err := d.PostLetter(t.Context(), from.caller, m.ID, from.end, n, []byte("another")); err == nil {
				t.Errorf("%s %d could be replaced", from.end, n)
			}
			got, found, err := d.ReadLetter(t.Context(), from.other, m.ID, from.end, n)
			if err != nil || !found || !bytes.Equal(got, letter) {
				t.Errorf("%s %d is read as %d bytes, %v", from.end, n, len(got), err)
			}
		}
	}
}

func TestWhatBurnsANumber(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		burn   func(t *testing.T, d devices, m bank.Mailbox)
		reason string
		by     bank.End
	}{
		"a second claim": {func(t *testing.T, d devices, m bank.Mailbox) {
			t.Helper()
			if _, err := d.ClaimMailbox(t.Context(), d.pc, m.Plate); err != nil {
				t.Fatal(err)
			}
			_, err := d.ClaimMailbox(t.Context(), d.pc, m.Plate)
			refusal(t, err, bank.CodeNumberBurnt)
		}, "crowded", ""},
		"three minutes": {func(_ *testing.T, d devices, _ bank.Mailbox) { d.Clock.Advance(3 * time.Minute) }, "out of time", ""},
		"three minutes after it was claimed": {func(t *testing.T, d devices, m bank.Mailbox) {
			t.Helper()
			d.Clock.Advance(2 * time.Minute)
			if _, err := d.ClaimMailbox(t.Context(), d.pc, m.Plate); err != nil {
				t.Fatal(err)
			}
			d.Clock.Advance(2 * time.Minute)
			if _, _, err := d.ReadLetter(t.Context(), d.pc, m.ID, bank.SendingEnd, 0); err != nil {
				t.Fatal(err)
			}
			d.Clock.Advance(time.Minute)
		}, "out of time", ""},
		"the sender": {func(t *testing.T, d devices, m bank.Mailbox) {
			t.Helper()
			if err := d.BurnMailbox(t.Context(), d.phone, m.ID, bank.SendingEnd, "cancelled"); err != nil {
				t.Fatal(err)
			}
		}, "cancelled", bank.SendingEnd},
		"the receiver": {func(t *testing.T, d devices, m bank.Mailbox) {
			t.Helper()
			if err := d.BurnMailbox(t.Context(), d.pc, m.ID, bank.ReceivingEnd, "wrong number"); err != nil {
				t.Fatal(err)
			}
		}, "wrong number", bank.ReceivingEnd},
		"another number of the customer": {func(t *testing.T, d devices, _ bank.Mailbox) { t.Helper(); d.show(t) }, "cancelled", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := twoDevices(t)
			m := d.show(t)
			if err := d.PostLetter(t.Context(), d.phone, m.ID, bank.SendingEnd, 0, []byte("hello")); err != nil {
				t.Fatal(err)
			}
			test.burn(t, d, m)
			_, _, err := d.ReadLetter(t.Context(), d.phone, m.ID, bank.SendingEnd, 0)
			for what, err := range map[string]error{
				"reading": err,
				"posting": d.PostLetter(t.Context(), d.phone, m.ID, bank.SendingEnd, 1, []byte("more")),
			} {
				if r := refusal(t, err, bank.CodeNumberBurnt); r.Reason != test.reason || r.Name != string(test.by) {
					t.Errorf("%s: burnt by %q for %q", what, r.Name, r.Reason)
				}
			}
		})
	}
}

func TestAMailboxIsItsCustomersAlone(t *testing.T) {
	t.Parallel()
	d := twoDevices(t)
	m := d.show(t)
	lee := d.World.SignIn(t, banktest.Lee).Caller()
	_, err := d.ClaimMailbox(t.Context(), lee, m.Plate)
	refusal(t, err, bank.CodeNoNumber)
	_, _, err = d.ReadLetter(t.Context(), lee, m.ID, bank.SendingEnd, 0)
	refusal(t, err, bank.CodeNoNumber)
	refusal(t, d.PostLetter(t.Context(), lee, m.ID, bank.ReceivingEnd, 0, []byte("x")), bank.CodeNoNumber)
	refusal(t, d.BurnMailbox(t.Context(), lee, m.ID, bank.ReceivingEnd, "cancelled"), bank.CodeNoNumber)
	if _, err := d.ClaimMailbox(t.Context(), d.pc, m.Plate); err != nil {
		t.Errorf("another customer's try burnt it: %v", err)
	}
	_, err = d.OpenMailbox(t.Context(), bank.Caller{Customer: d.phone.Customer})
	refusal(t, err, bank.CodeReadOnly)
}

func TestThreeBurntNumbersAnHourStopThem(t *testing.T) {
	t.Parallel()
	d := twoDevices(t)
	begun := d.Now()
	burn := func(claim bool, reason string) {
		t.Helper()
		m := d.show(t)
		if claim {
			if _, err := d.ClaimMailbox(t.Context(), d.pc, m.Plate); err != nil {
				t.Fatal(err)
			}
		}
		if err := d.BurnMailbox(t.Context(), d.phone, m.ID, bank.SendingEnd, reason); err != nil {
			t.Fatal(err)
		}
		d.Clock.Advance(time.Minute)
	}
	burn(true, "finished") // these do not count
	burn(false, "cancelled")
	burn(true, "cancelled")
	burn(true, "wrong number")
	burn(true, "broken")
	_, err := d.OpenMailbox(t.Context(), d.phone)
	r := refusal(t, err, bank.CodeNumbersBurnt)
	if again := begun.Add(2*time.Minute + time.Hour); r.At.Before(again) || r.At.After(again.Add(time.Second)) {
		t.Errorf("there are numbers again at %v, want %v", r.At, again)
	}
	_, err = d.ClaimMailbox(t.Context(), d.pc, "0000")
	refusal(t, err, bank.CodeNumbersBurnt)
	lee := d.World.SignIn(t, banktest.Lee).Caller()
	if _, err := d.OpenMailbox(t.Context(), lee); err != nil {
		t.Errorf("another customer: %v", err)
	}
	d.Clock.Advance(time.Hour - 2*time.Minute)
	d.show(t)
}

// TestClocksDifferALittle claims and burns a number on a device whose clock is behind
// that of the one that shows it.
func TestClocksDifferALittle(t *testing.T) {
	t.Parallel()
	d := twoDevices(t)
	m := d.show(t)
	d.Clock.Advance(-2 * time.Second)
	claimed, err := d.ClaimMailbox(t.Context(), d.pc, m.Plate)
	if err != nil || !claimed.Until.Equal(m.Until) {
		t.Fatalf("claimed until %v, %v", claimed.Until, err)
	}
	if err := d.BurnMailbox(t.Context(), d.pc, m.ID, bank.ReceivingEnd, "finished"); err != nil {
		t.Error(err)
	}
}
