package certificate

import (
	"bytes"
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"smartbank/certstore"
	"smartbank/certstore/keyring"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Move moves the certificates of this device between the system's keyring and a file.
// It stands in no menu: Settings leads to it.
var Move = Screens.Add(screen.Def{
	ID:     moveID,
	Title:  func(c *text.Catalog) string { return c.Certificate.Move.Title },
	Public: true,
	New:    func(env *screen.Env, _ any) screen.Screen { return newMove(env, env.Center) },
})

// mover is what this screen asks the Certification Center.
type mover interface {
	Place(ctx context.Context) (center.Place, error)
	Move(ctx context.Context, passphrase []byte, switched func(where string) error) (center.Place, error)
}

// moveStage is the page the screen is at.
type moveStage int

const (
	moveOpening moveStage = iota
	moveBarred            // the certificates cannot be read, or stay where they are
	moveAsking
	moving
	moved
)

// movedTo is the answer to Move.
type movedTo center.Place

// move is the state of the screen.
type move struct {
	page
	center mover
	stage  moveStage

	place   center.Place // before
	form    *component.Form
	first   *component.Password
	again   *component.Password
	problem error
	copies  bool // are left at the old place
}

func newMove(env *screen.Env, c mover) *move {
	return &move{page: page{env: env}, center: c, first: component.NewPassword(passwordRunes), again: component.NewPassword(passwordRunes)}
}

// Init looks where they are.
func (s *move) Init() tea.Cmd { return s.load() }

func (s *move) load() tea.Cmd {
	s.busy = true
	c := s.center
	return screen.Do(func(ctx context.Context) (center.Place, error) { return c.Place(ctx) })
}

// Update goes on to the next page, or hands keys to the one that is shown.
func (s *move) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[center.Place]:
		s.loaded(msg)
	case screen.Result[movedTo]:
		return s.done(msg)
	case tea.KeyPressMsg, tea.PasteMsg:
		if !s.busy {
			return s.pressed(msg)
		}
	}
	return nil
}

func (s *move) pressed(msg tea.Msg) tea.Cmd {
	key, ok := msg.(tea.KeyPressMsg)
	switch {
	case s.stage == moveAsking && s.form != nil:
		return s.fill(msg)
	case !ok:
	case s.stage == moveAsking:
		if keymap.Back.Pressed(key) {
			return screen.Close()
		}
		if s.readOn(key) {
			return s.move()
		}
	case s.stage == moveBarred && keymap.Refresh.Pressed(key):
		return s.load()
	case s.left(key):
		return screen.Close()
	}
	return nil
}

// loaded asks for the passphrase of the file, if that is where they go.
func (s *move) loaded(msg screen.Result[center.Place]) {
	s.arrive()
	s.place, s.problem, s.stage, s.form = msg.Value, msg.Err, moveAsking, nil
	if msg.Err != nil || s.place.Is == "" {
		s.stage = moveBarred
		return
	}
	if s.place.Other != keyring.WhereFile {
		return
	}
	fields := []*component.Field{{
		Name: fieldFresh, Label: func(c *text.Catalog) string { return c.Certificate.Move.Passphrase }, Input: s.first,
		Note: func(l component.Look, w int) []string {
			if s.place.Fresh {
				return muted(l, l.Text.Certificate.Move.ChosenNote, w)
			}
			return muted(l, l.Text.Certificate.Move.PassphraseNote, w)
		},
	}}
	if s.place.Fresh {
		fields = append(fields, &component.Field{Name: fieldAgain, Label: func(c *text.Catalog) string { return c.Certificate.Move.Again }, Input: s.again})
	}
	s.form = component.NewForm(fields...)
}

// fill gives a key or a paste to the form, and moves once it is filled in.
func (s *move) fill(msg tea.Msg) tea.Cmd {
	submitted, left := s.ask(s.form, msg)
	if left {
		return screen.Close()
	}
	if !submitted {
		return nil
	}
	s.form.ClearProblems()
	if field, m := s.mistake(); m != nil {
		s.form.Refuse(field, m)
		return nil
	}
	return s.move()
}

// mistake is what is wrong with the passphrase, by its field; "" if nothing is.
func (s *move) mistake() (field string, m message) {
	first, again := s.first.Bytes(), s.again.Bytes()
	defer clear(first)
	defer clear(again)
	switch {
	case len(first) == 0:
		return fieldFresh, func(c *text.Catalog) text.Message { return c.Certificate.Move.NoPassphrase }
	case s.place.Fresh && len(first) < center.LeastPassphrase:
		return fieldFresh, func(c *text.Catalog) text.Message { return c.Certificate.Move.Short }
	case s.place.Fresh && !bytes.Equal(first, again):
		return fieldAgain, func(c *text.Catalog) text.Message { return c.Certificate.Move.NotSame }
	}
	return "", nil
}

// move moves them, and has the settings file say so in the same step. What was typed
// leaves the screen with it.
func (s *move) move() tea.Cmd {
	passphrase := s.first.Bytes()
	s.clear()
	s.stage, s.busy = moving, true
	c, kept := s.center, s.env.Preferences
	return screen.Do(func(ctx context.Context) (movedTo, error) {
		p, err := c.Move(ctx, passphrase, func(where string) error {
			if kept.Keep == nil {
				return nil
			}
			kept.Saved.Keyring = where
			return kept.Keep(kept.Saved)
		})
		return movedTo(p), err
	})
}

// done tells what was done, or says what is wrong.
func (s *move) done(msg screen.Result[movedTo]) tea.Cmd {
	s.arrive()
	if msg.Err != nil && !errors.Is(msg.Err, certstore.ErrLeft) {
		s.stage = moveAsking
		if s.form == nil {
			s.stage, s.problem = moveBarred, msg.Err
			return nil
		}
		s.form.Focus(fieldFresh)
		s.form.Refuse(fieldFresh, func(c *text.Catalog) text.Message { return s.explain(c, msg.Err) })
		return nil
	}
	s.stage, s.copies = moved, msg.Err != nil
	saved, now := s.env.Preferences.Saved, s.env.Preferences.Now
	saved.Keyring, now.Keyring = s.place.Other, s.place.Other
	return screen.Kept(now, saved)
}

// explain says what an error means here, where the settings file is written too.
func (s *move) explain(c *text.Catalog, err error) text.Message {
	if unkept, ok := errors.AsType[*screen.NotKeptError](err); ok {
		return c.Settings.NotWritable(unkept.File, unkept.Err)
	}
	return explain(c, err)
}

func (s *move) clear() {
	s.first.Clear()
	s.again.Clear()
}

// Unsaved is a passphrase that was typed twice.
func (s *move) Unsaved() *screen.Unsaved {
	if s.stage != moveAsking {
		return nil
	}
	return unsaved(s.form)
}

// Leave wipes what was typed.
func (s *move) Leave() tea.Cmd {
	s.clear()
	return nil
}

// View draws the page.
func (s *move) View(w, h int) screen.View {
	c := s.env.Text
	t := c.Certificate.Move
	switch s.stage {
	case moveBarred:
		m := t.OnePlace
		if s.problem != nil {
			m = s.explain(c, s.problem)
		}
		v := s.viewProblem("", m, w, h, c.Keys.Back)
		v.Keys = append([]keymap.Hint{keymap.Refresh.Hint(c)}, v.Keys...)
		return v
	case moveAsking:
		return s.viewAsking(w, h)
	case moving:
		b := component.NewBody(s.env.Look)
		b.Blank()
		b.Add(paragraph(t.Moving, w, s.env.Theme.Strong)...)
		return s.viewText(b, w, h, "")
	case moved:
		then := []string{t.DoneOS}
		if s.place.Other == keyring.WhereFile {
			then[0] = t.DoneFile
		}
		if by := s.env.Preferences.Decided["keyring"]; by != "" {
			m := t.Decided(by)
			then = append(then, m.Problem+" "+m.Advice)
		}
		if s.copies {
			then = append(then, t.Left.Problem+" "+t.Left.Advice)
		}
		return s.viewDone(t.Done, s.pairs()[1:], then, w, h)
	case moveOpening:
	}
	return s.viewOpening()
}

// viewAsking says what a move does, over the passphrase if one is needed.
func (s *move) viewAsking(w, h int) screen.View {
	t := s.env.Text.Certificate.Move
	lead := indented(component.Pairs(s.env.Look, s.pairs(), min(w, widest)-2*len(margin)))
	lead = append(append(lead, ""), paragraph(t.About[s.place.Other], w, s.env.Theme.Base)...)
	if s.form != nil {
		return s.viewForm(s.form, lead, w, h, t.Do)
	}
	b := s.newBody(h)
	b.Add(lead...)
	return s.viewUnread(b, w, h, t.Do)
}

// pairs are where they are, where they go to, and how many there are.
func (s *move) pairs() []component.Pair {
	t := s.env.Text.Certificate.Move
	then := t.Then
	if s.stage == moved {
		then = t.Now
	}
	return []component.Pair{
		{Label: t.Now, Value: t.Places[s.place.Is]},
		{Label: then, Value: t.Places[s.place.Other], Strong: true},
		{Label: t.Count, Value: t.Certificates(s.place.Count)},
	}
}
