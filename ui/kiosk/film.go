package kiosk

import (
	"context"
	"fmt"
	"sort"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/app"
	"smartbank/ui/headless"
	"smartbank/ui/tape"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// reel is what the attract tape shows in one language: pages, each from a time
// on. Nothing of a bank is kept in it.
type reel struct {
	pages  []page
	length time.Duration
}

// page is a drawn program, from a time on.
type page struct {
	from    time.Duration
	content string
}

// at is what is shown after a time, and when something else is; 0 if nothing is.
func (r *reel) at(t time.Duration) (content string, next time.Duration) {
	i := sort.Search(len(r.pages), func(i int) bool { return r.pages[i].from > t })
	if i > 0 {
		content = r.pages[i-1].content
	}
	if i < len(r.pages) {
		next = r.pages[i].from
	}
	return content, next
}

// camera is the program that a tape plays, and keeps what it draws.
type camera struct {
	tea.Model

	clock *headless.Clock
	begun time.Time
	reel  *reel
}

// Update hands a message on.
func (c camera) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	inner, cmd := c.Model.Update(msg)
	c.Model = inner
	return c, cmd
}

// View draws the program, and keeps it if it changed.
func (c camera) View() tea.View {
	v := c.Model.View()
	if n := len(c.reel.pages); n == 0 || c.reel.pages[n-1].content != v.Content {
		c.reel.pages = append(c.reel.pages, page{c.clock.Now().Sub(c.begun), v.Content})
	}
	return v
}

// shot is what a reel is made for.
type shot struct {
	day   string
	w, h  int
	theme string
}

// filming makes reels, apart from the kiosk that shows them.
type filming struct {
	attract []byte
	open    func(context.Context, Visitor, *headless.Clock) (*Place, error)
	now     time.Time
	glyphs  theme.Glyphs
}

// make plays the attract tape in a language, on a bank of its own and a clock that
// costs no time.
func (f filming) make(s shot, lang text.Lang) (made *reel, err error) {
	defer func() {
		if value := recover(); value != nil {
			made, err = nil, fmt.Errorf("play the attract tape: it panicked")
		}
	}()
	t, err := tape.Parse("attract.tape", f.attract, nil)
	if err != nil {
		return nil, err
	}
	clock, film := headless.NewClock(f.now), &reel{}
	var place *Place
	start := func(string, tape.Settings) (*headless.Driver, error) {
		if place, err = f.open(context.Background(), Visitor{}, clock); err != nil {
			return nil, err
		}
		c := place.App
		c.Confined, c.Plain, c.Lang, c.Glyphs, c.Theme = true, false, lang, f.glyphs, s.theme
		return headless.New(camera{app.New(c), clock, f.now, film}, clock, s.w, s.h), nil
	}
	result, err := tape.Play(context.Background(), t, tape.Stage{
		Start: start, Files: tape.Memory{}, Watch: func(headless.Frame, time.Time) error { return nil }, // what is seen in between is wanted too
	})
	if place != nil {
		_ = place.Close() // it was memory
	}
	film.length = result.Took
	return film, err
}
