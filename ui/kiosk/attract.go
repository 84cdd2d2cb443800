package kiosk

import (
	"context"
	_ "embed"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/headless"
	"smartbank/ui/text"
)

// Attract is the tape of the attract loop. It plays in both languages and in every
// window that has room for the program, and so it waits for nothing that a small one leaves out.
//
//go:embed attract.tape
var Attract []byte

// bothW is the window from which the languages play side by side, and lastPage how
// long the last page of a reel stays.
const (
	bothW    = 120
	lastPage = 4 * time.Second
)

// The pane of a reel: as large as a usual terminal where there is room.
const paneW, paneH = 80, 24

// films are the reels of the attract loop, one for each of [languages].
type films struct {
	have, making shot
	reels        []*reel
	begun        time.Time
	first        int // the language that plays where there is room for one
	loop         int // turns of earlier loops are stale
}

// filmed are new reels, and turn is when a page of them is turned.
type (
	filmed struct {
		shot  shot
		reels []*reel
	}
	turn struct{ loop int }
)

// want makes reels for the present window and day, unless they are there.
func (f *films) want(k *Kiosk) tea.Cmd {
	w, h := k.pane()
	s := shot{k.now.Format(time.DateOnly), w, h, k.look.Theme.Name}
	if k.config.Attract == nil || k.phase != attracting || s == f.have || s == f.making {
		return nil
	}
	f.making = s
	from := filming{
		attract: k.config.Attract, now: k.now, glyphs: k.config.Glyphs,
		open: func(ctx context.Context, v Visitor, at *headless.Clock) (*Place, error) {
			return k.config.Open(ctx, at, v)
		},
	}
	return k.config.Clock.Work(func() tea.Msg {
		made := make([]*reel, len(languages))
		for i, lang := range languages {
			if film, err := from.make(s, lang); err == nil {
				made[i] = film // without it the page has a title and an invitation
			}
		}
		return filmed{s, made}
	})
}

// take begins with new reels.
func (f *films) take(k *Kiosk, msg filmed) tea.Cmd {
	if msg.shot != f.making {
		return nil // the window has changed again
	}
	f.have, f.reels, f.making = msg.shot, msg.reels, shot{}
	return f.begin(k)
}

// begin plays from the beginning.
func (f *films) begin(k *Kiosk) tea.Cmd {
	if k.phase != attracting {
		return nil
	}
	f.loop++
	f.begun = k.now
	return tea.Batch(f.want(k), f.later(k))
}

// playing are the reels that are shown: both, or one language after the other.
func (f *films) playing(k *Kiosk) []*reel {
	if f.reels == nil {
		return nil
	}
	if k.w >= bothW {
		return f.reels
	}
	return f.reels[f.first : f.first+1]
}

// later waits for the next page, or for the end of the loop.
func (f *films) later(k *Kiosk) tea.Cmd {
	passed, wait, length := k.now.Sub(f.begun), time.Duration(0), time.Duration(0)
	for _, r := range f.playing(k) {
		if r == nil {
			continue
		}
		length = max(length, r.length)
		if _, next := r.at(passed); next > 0 && (wait == 0 || next-passed < wait) {
			wait = next - passed
		}
	}
	if length == 0 {
		return nil
	}
	if wait == 0 {
		wait = max(length-passed, 0) + lastPage
	}
	loop := f.loop
	return k.config.Clock.Tick(wait, func(time.Time) tea.Msg { return turn{loop} })
}

// turn turns a page, and begins anew after the last: in the other language, where
// there is room for one.
func (f *films) turn(k *Kiosk, msg turn) tea.Cmd {
	if msg.loop != f.loop || k.phase != attracting {
		return nil
	}
	for _, r := range f.playing(k) {
		if r != nil && k.now.Sub(f.begun) < r.length+lastPage {
			return f.later(k)
		}
	}
	f.first = (f.first + 1) % len(languages)
	return f.begin(k)
}

// around is how many lines of the attract page are not the pane's: its title, the
// rules and the invitation in both languages.
func (k *Kiosk) around() int {
	if k.bigTitle() {
		return 5 + 9
	}
	return 5
}

// bigTitle tells whether there is room for the title in large letters.
func (k *Kiosk) bigTitle() bool { return k.w >= 90 && k.h >= 38 }

// pane is the size of a reel.
func (k *Kiosk) pane() (w, h int) {
	w, h = k.w, k.h-k.around()
	if k.w >= bothW {
		w = k.w/2 - 1
	}
	return min(w, paneW), max(min(h, paneH), 1)
}

// attractPage is what is seen while nobody is there: the title, the tape, and the
// invitation, in both languages.
func (k *Kiosk) attractPage() []string {
	t := k.look.Theme
	rule := t.Rule.Render(strings.Repeat(t.Glyphs.Rule, k.w))
	lines := append(k.title(), rule)
	room := max(k.h-k.around(), 0)
	_, h := k.pane()
	panes := k.panes(h)
	above := (room - len(panes)) / 2
	lines = append(lines, make([]string, max(above, 0))...)
	lines = append(lines, panes...)
	lines = fit(lines, k.w, max(k.h-3, 0))
	lines = append(lines, rule)
	for i, lang := range languages {
		c := text.In(lang).Kiosk
		style := t.Strong
		if i == 0 {
			style = t.Accent
		}
		line := style.Render(c.Invite)
		if more := line + "   " + t.Muted.Render(c.NotReal); component.Cells(more) <= k.w {
			line = more
		}
		lines = append(lines, component.Cut(centre(line, k.w), k.w))
	}
	return fit(lines, k.w, k.h)
}

// title is what the program is called, in large letters where there is room.
func (k *Kiosk) title() []string {
	t := k.look.Theme
	en, ko := text.In(text.English).Frame, text.In(text.Korean).Frame
	small := centre(t.Accent.Render(en.Service+"   "+ko.Service)+"   "+t.Muted.Render(en.Demo+" · "+ko.Demo), k.w)
	if !k.bigTitle() {
		return []string{component.Cut(small, k.w)}
	}
	name := en.Service + "  " + ko.Service
	if component.BigCells(name) > k.w {
		name = text.In(languages[k.films.first]).Frame.Service
	}
	large := component.BigText(k.look, name, k.w)
	if large == nil {
		return fit([]string{"", "", "", "", small}, k.w, 9)
	}
	margin := strings.Repeat(" ", max((k.w-component.BigCells(name))/2, 0))
	lines := []string{}
	for _, line := range large {
		lines = append(lines, margin+line)
	}
	return append(lines, component.Cut(small, k.w))
}

// panes are the reels as they play, side by side, h lines high.
func (k *Kiosk) panes(h int) []string {
	t := k.look.Theme
	w, _ := k.pane()
	shown := k.films.playing(k)
	lines := make([]string, h)
	for i, r := range shown {
		content := ""
		if r != nil {
			content, _ = r.at(k.now.Sub(k.films.begun))
		}
		for y, line := range fit(strings.Split(content, "\n"), w, h) {
			if i > 0 {
				lines[y] += t.Rule.Render(t.Glyphs.Box.Left) + " "
			}
			lines[y] += component.PadRight(line, w)
		}
	}
	margin := strings.Repeat(" ", max((k.w-len(shown)*(w+2)+2)/2, 0))
	for y := range lines {
		lines[y] = component.Cut(margin+lines[y], k.w)
	}
	return lines
}
