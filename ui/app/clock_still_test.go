package app

import (
	"testing"
	"time"

	"smartbank/ui/text"
)

func TestTheClockStandsWhileNothingMoves(t *testing.T) {
	t.Parallel()
	p := start(t, 80, 24, text.English)
	p.Advance(time.Minute)
	if p.Next() {
		t.Error("a timer runs on All Menus, where nobody is logged in")
	}
	p.signIn()
	p.Advance(3 * time.Second)
	p.shows("9:57 left")
	p.Advance(10 * time.Minute)
	p.shows("no key was pressed for 10 minutes")
	p.Advance(time.Minute)
	if p.Next() {
		t.Error("a timer runs after the logout, of which a dialog tells")
	}
	p.Press("enter")
	p.signIn()
	p.Advance(5 * time.Second)
	p.shows("9:55 left")
}
