package kiosk

import (
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/keymap"
)

// The digits that a staff PIN has.
const (
	LeastPIN = 4
	MostPIN  = 12
)

// How often the PIN may be wrong, and how long none is taken then: the first time,
// and at most, as it doubles.
const (
	pinTries  = 3
	firstLock = time.Minute
	mostLock  = time.Hour
)

// CheckPIN tells whether this can be a staff PIN: LeastPIN to MostPIN digits.
func CheckPIN(pin []byte) bool {
	for _, b := range pin {
		if b < '0' || b > '9' {
			return false
		}
	}
	return len(pin) >= LeastPIN && len(pin) <= MostPIN
}

// lock is what the staff PIN opens. It does not know the PIN, only a hash of it.
type lock struct {
	salt, hash []byte
	wrong      int           // in a row
	next       time.Duration // how long none is taken the next time
	until      time.Time     // when one is taken again
}

func newLock(rand io.Reader, pin []byte) (lock, error) {
	l := lock{salt: make([]byte, sha256.Size), next: firstLock}
	if _, err := io.ReadFull(rand, l.salt); err != nil {
		return lock{}, fmt.Errorf("keep the staff PIN: %w", err)
	}
	l.hash = l.of(pin)
	return l, nil
}

func (l *lock) of(pin []byte) []byte {
	m := hmac.New(sha256.New, l.salt)
	m.Write(pin)
	return m.Sum(nil)
}

// opens tells whether this is the PIN; shut, that it was wrong too often.
func (l *lock) opens(pin []byte, now time.Time) (is, shut bool) {
	if hmac.Equal(l.hash, l.of(pin)) {
		l.wrong, l.next = 0, firstLock
		return true, false
	}
	if l.wrong++; l.wrong < pinTries {
		return false, false
	}
	l.wrong, l.until = 0, now.Add(l.next)
	l.next = min(2*l.next, mostLock)
	return false, true
}

// staff is the dialog that asks for the PIN.
type staff struct {
	since time.Time // of the last key in it
	pin   []byte
	wrong bool
}

// tryPIN gives a key to the staff's dialog.
func (k *Kiosk) tryPIN(msg tea.KeyPressMsg) tea.Cmd {
	s := k.staff
	s.since = k.now
	locked := k.now.Before(k.lock.until)
	switch {
	case keymap.Back.Pressed(msg), keymap.Leave.Pressed(msg), keymap.Staff.Pressed(msg):
		k.dropPIN()
	case locked:
	case keymap.Enter.Pressed(msg):
		return k.checkPIN()
	case msg.Code == tea.KeyBackspace:
		if n := len(s.pin); n > 0 {
			s.pin[n-1], s.pin = 0, s.pin[:n-1]
		}
	case len(msg.Text) == 1 && msg.Text[0] >= '0' && msg.Text[0] <= '9' && len(s.pin) < MostPIN:
		if s.pin == nil {
			s.pin = make([]byte, 0, MostPIN) // never moved, so that wiping it leaves no copy
		}
		s.pin = append(s.pin, msg.Text[0])
	}
	return nil
}

// checkPIN leaves the kiosk if the PIN is right. The third wrong one ends the visit.
func (k *Kiosk) checkPIN() tea.Cmd {
	s := k.staff
	if len(s.pin) == 0 {
		return nil
	}
	is, shut := k.lock.opens(s.pin, k.now)
	clear(s.pin)
	s.pin, s.wrong = nil, true
	switch {
	case is:
		k.leaving = true
		return tea.Batch(k.erase(), k.config.Clock.Tick(clearing, func(time.Time) tea.Msg { return tea.QuitMsg{} }))
	case shut:
		k.dropPIN()
		return k.attract()
	}
	return nil
}

// dropPIN closes the staff's dialog.
func (k *Kiosk) dropPIN() {
	if k.staff != nil {
		clear(k.staff.pin)
		k.staff = nil
	}
}
