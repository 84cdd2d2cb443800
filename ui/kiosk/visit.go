package kiosk

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/app"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// of is a message to or from the program of one visit.
type of struct {
	visit int
	msg   tea.Msg
}

// opened is a place for a visitor, and fell that the visitor's program panicked.
type (
	opened struct {
		place *Place
		task  *task
		lang  text.Lang
		err   error
	}
	fell struct{}
)

// visit is one visitor's program.
type visit struct {
	n      int
	app    *app.App
	place  *Place
	task   *task
	fallen bool // it panicked
}

// stamped is the kiosk's clock, as one visitor's program has it: what comes later
// comes for that visitor.
type stamped struct {
	screen.Clock

	visit int
}

// After gives msg(now) to the visit once d has passed.
func (c stamped) After(d time.Duration, msg func(time.Time) tea.Msg) tea.Cmd {
	return c.Clock.After(d, func(now time.Time) tea.Msg { return of{c.visit, msg(now)} })
}

// Tick is After for what only decorates.
func (c stamped) Tick(d time.Duration, msg func(time.Time) tea.Msg) tea.Cmd {
	return c.Clock.Tick(d, func(now time.Time) tea.Msg { return of{c.visit, msg(now)} })
}

// Work gives the answer of slow work to the visit, also if the work panics.
func (c stamped) Work(f func() tea.Msg) tea.Cmd {
	return c.Clock.Work(func() (msg tea.Msg) {
		defer func() {
			if recover() != nil {
				msg = of{c.visit, fell{}}
			}
		}()
		return of{c.visit, f()}
	})
}

// open opens a place for what a visitor wants to try.
func (k *Kiosk) open(t *task, lang text.Lang) tea.Cmd {
	k.enter(opening)
	k.visits++
	k.look.Text = text.In(lang)
	n, at := k.visits, stamped{k.config.Clock, k.visits}
	return k.config.Clock.Work(func() (msg tea.Msg) {
		place, err := (*Place)(nil), errors.New("open a place: it panicked")
		defer func() {
			_ = recover() // err says it
			msg = of{n, opened{place, t, lang, err}}
		}()
		place, err = k.config.Open(context.Background(), at, t.visitor)
		return nil
	})
}

// answer takes a message of a visit. One of a visit that is over goes nowhere.
func (k *Kiosk) answer(o of) tea.Cmd {
	current := o.visit == k.visits && k.here()
	switch msg := o.msg.(type) {
	case opened:
		if msg.err == nil && (!current || k.phase != opening) {
			return k.forget(&visit{place: msg.place})
		}
		if current && k.phase == opening {
			return k.arrive(msg)
		}
		return nil
	case fell:
		if current {
			return k.end(true)
		}
		return nil
	case tea.QuitMsg:
		if current {
			return k.end(false)
		}
		return nil
	}
	if !current || k.visit == nil {
		return nil
	}
	return k.toVisit(o.msg)
}

// arrive starts the visitor's program.
func (k *Kiosk) arrive(o opened) tea.Cmd {
	if o.err != nil {
		k.why = k.look.Text.Kiosk.NotOpened
		return k.thank()
	}
	c := o.place.App
	c.Confined, c.Plain, c.Lang, c.Glyphs, c.Theme = true, false, o.lang, k.config.Glyphs, k.look.Theme.Name
	k.visit = &visit{n: k.visits, place: o.place, task: o.task}
	k.enter(visiting)
	var cmd tea.Cmd
	k.visit.safely(func() {
		k.visit.app = app.New(c)
		cmd = k.visit.app.Init()
	})
	return tea.Batch(k.visit.watch(cmd), k.sizeVisit(), k.reveal())
}

// toVisit gives a message to the visitor's program.
func (k *Kiosk) toVisit(msg tea.Msg) tea.Cmd {
	v := k.visit
	if v == nil || v.fallen {
		return nil
	}
	var cmd tea.Cmd
	v.safely(func() { _, cmd = v.app.Update(msg) })
	if v.fallen {
		return k.end(true)
	}
	k.look.Text = text.In(v.app.Lang())
	return v.watch(cmd)
}

// sizeVisit tells the visitor's program how much of the window it has.
func (k *Kiosk) sizeVisit() tea.Cmd {
	if k.visit == nil {
		return nil
	}
	return k.toVisit(tea.WindowSizeMsg{Width: k.w, Height: k.room()})
}

// safely runs a part of the program that may panic.
func (v *visit) safely(do func()) {
	defer func() {
		if recover() != nil {
			v.fallen = true
		}
	}()
	do()
}

// appTypes is where the program's own messages are from. All others are for the
// terminal or the clock, which know nothing of visits.
var appTypes = reflect.TypeFor[app.App]().PkgPath()

// typeClipboard is the message that puts text on the clipboard: Bubble Tea keeps its type to itself.
var typeClipboard = reflect.TypeOf(tea.SetClipboard("")())

// watch stamps what a command of the program answers, and makes its panic the end of
// the visit.
func (v *visit) watch(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if recover() != nil {
				msg = of{v.n, fell{}}
			}
		}()
		switch m := cmd().(type) {
		case nil:
			return nil
		case tea.BatchMsg:
			watched := make(tea.BatchMsg, len(m))
			for i, c := range m {
				watched[i] = v.watch(c)
			}
			return watched
		case tea.QuitMsg:
			return of{v.n, m}
		default:
			switch t := reflect.TypeOf(m); {
			case t == typeClipboard:
				return nil
			case t.PkgPath() == appTypes:
				return of{v.n, m}
			}
			return m
		}
	}
}

// close stops what the program is doing and forgets its bank.
func (v *visit) close() (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = fmt.Errorf("close a place: it panicked")
		}
	}()
	if v.app != nil {
		v.safely(v.app.Stop)
	}
	return v.place.Close()
}
