package component

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/keymap"
)

// settle is how long no key must have come before Enter leaves a page that
// appeared by itself, so that one that was meant for the page before does not.
const settle = 400 * time.Millisecond

// pageLines is how far a page scrolls at once. Two lines stay in the smallest
// window.
const pageLines = 6

// Pager is where the reader of a page without a form is: how far it is scrolled,
// and since when it is shown. Its zero value is at the top.
type Pager struct {
	at, most int
	calm     time.Time // Enter leaves the page from then on
}

// Arrive goes to the top of a page that appears by itself at now.
func (p *Pager) Arrive(now time.Time) {
	p.at = 0
	p.calm = now.Add(settle)
}

// Top goes to the top of a page that the reader asked for.
func (p *Pager) Top() { p.at = 0 }

// Early reports whether Enter was meant for the page before, and then begins to
// wait anew.
func (p *Pager) Early(now time.Time) bool {
	if !now.Before(p.calm) {
		return false
	}
	p.calm = now.Add(settle)
	return true
}

// More reports whether there are lines below the window when it was drawn last.
func (p *Pager) More() bool { return p.at < p.most }

// Turn scrolls one page on.
func (p *Pager) Turn() { p.at = min(p.at+pageLines, p.most) }

// Update scrolls by Up, Down, PgUp, PgDn, Home and End.
func (p *Pager) Update(msg tea.KeyPressMsg) {
	switch {
	case keymap.Up.Pressed(msg):
		p.at--
	case keymap.Down.Pressed(msg):
		p.at++
	case keymap.PageUp.Pressed(msg):
		p.at -= pageLines
	case keymap.PageDown.Pressed(msg):
		p.at += pageLines
	case keymap.Home.Pressed(msg):
		p.at = 0
	case keymap.End.Pressed(msg):
		p.at = p.most
	}
	p.at = min(max(p.at, 0), p.most)
}

// View draws the part of a page that is in sight, at most w cells wide and h
// lines high, and remembers how far it can be scrolled.
func (p *Pager) View(b *Body, w, h int) string {
	p.most = b.Max(h)
	p.at = min(p.at, p.most)
	b.Scroll(p.at)
	body, _ := b.View(w, h)
	return body
}
