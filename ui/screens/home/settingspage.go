package home

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// save writes the file.
func (s *preferences) save() tea.Cmd {
	v, good := s.filled()
	if !good {
		s.form.Refuse(fieldFavourites, func(c *text.Catalog) text.Message { return c.Settings.BadFavourites })
		return nil
	}
	s.form.ClearProblems()
	s.saving = true
	keep := s.env.Preferences.Keep
	return screen.Do(func(context.Context) (written, error) {
		if keep == nil {
			return written{v}, nil
		}
		return written{v}, keep(v)
	})
}

// saved lets what was written hold, or says why it was not.
func (s *preferences) saved(r screen.Result[written]) tea.Cmd {
	s.saving = false
	if r.Err != nil {
		s.form.Refuse("", func(c *text.Catalog) text.Message {
			if failed, ok := errors.AsType[*screen.NotKeptError](r.Err); ok {
				return c.Settings.NotWritable(failed.File, failed.Err)
			}
			return c.Explain(r.Err)
		})
		return nil
	}
	s.before = s.holding(r.Value.settings)
	return tea.Batch(screen.Kept(s.before, r.Value.settings), screen.Say(s.done))
}

// done says that it was saved, or for how long it holds.
func (s *preferences) done(c *text.Catalog) string {
	if s.env.Preferences.Keep == nil {
		return c.Settings.NotSaved
	}
	return c.Settings.Saved
}

// Leave undoes what was shown and not saved.
func (s *preferences) Leave() tea.Cmd { return screen.Apply(s.before) }

// View draws the form, where it is kept, and what the bank keeps.
func (s *preferences) View(w, h int) screen.View {
	c, t := s.env.Text, s.env.Theme
	b := component.NewBody(s.env.Look)
	b.Blank()
	s.form.Draw(s.env.Look, b, w)
	b.Blank()
	if s.limits != nil {
		b.Add(indent(component.Pairs(s.env.Look, []component.Pair{
			{Label: c.Settings.Medium, Value: c.Settings.MediumIs(string(s.limits.Medium))},
		}, w-3))...)
		b.Blank()
	}
	for _, line := range []string{s.place(c), s.ownKeys(c)} {
		for _, l := range component.Wrap(line, w-4) {
			b.Add("  " + t.Muted.Render(l))
		}
	}
	body, cursor := b.View(w, h)
	keys := []keymap.Hint{
		keymap.Save.Hint(c), {Key: "←→", Does: c.Keys.Choose}, keymap.Next.Hint(c), keymap.Back.Hint(c), keymap.Previous.Hint(c), keymap.AllMenus.Hint(c), keymap.Language.Hint(c),
	}
	return screen.View{Body: body, Cursor: cursor, Keys: keys}
}

// place says where the settings are kept.
func (s *preferences) place(c *text.Catalog) string {
	if s.env.Preferences.File == "" {
		return c.Settings.NoFile
	}
	return c.Settings.SavedIn(s.env.Preferences.File)
}

// ownKeys are the keys that the file changes.
func (s *preferences) ownKeys(c *text.Catalog) string {
	var own []string
	for _, k := range s.env.Preferences.Saved.Keys {
		own = append(own, component.Clean(k.Name)+" "+strings.Join(k.Keys, " "))
	}
	if len(own) == 0 {
		return c.Settings.NoOwnKeys
	}
	return c.Settings.OwnKeys(strings.Join(own, ", ")) + " " + c.Settings.ChangeKeys
}
