package app

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/settings"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// prefer fills in what a configuration without preferences means, and what
// settings mean without a terminal to ask.
func (c *Config) prefer() {
	if c.Preferences.Now.IdleMinutes == 0 {
		now := settings.Default()
		now.Lang, now.Theme, now.Mouse = string(c.Lang), cmp.Or(c.Theme, settings.Auto), c.Mouse
		c.Preferences.Saved, c.Preferences.Now = now, now
	}
	if c.Resolve != nil {
		return
	}
	lang, glyphs := c.Lang, c.Glyphs
	c.Resolve = func(s settings.Settings) screen.Resolved {
		is := screen.Resolved{Lang: text.Lang(s.Lang), Theme: s.Theme, Glyphs: glyphs}
		switch s.Glyphs {
		case "ascii":
			is.Glyphs = theme.ASCII
		case "unicode":
			is.Glyphs = theme.Unicode
		}
		if s.Lang == settings.Auto {
			is.Lang = lang
		}
		return is
	}
}

// apply lets other settings hold.
func (a *App) apply(m screen.Applying) tea.Cmd {
	is := &a.env.Preferences
	before := is.Now
	is.Now = m.Now
	if m.Saved != nil {
		is.Saved = *m.Saved
	}
	a.env.Unmasked = !m.Now.MaskNumbers
	to := a.config.Resolve(m.Now)
	if m.Now.Lang != before.Lang {
		a.env.Text = a.words(to.Lang)
	}
	a.config.Theme, a.config.Glyphs = to.Theme, to.Glyphs
	a.dress()
	if to.Theme == settings.Auto && a.ground == "" && !a.config.Plain {
		return tea.RequestBackgroundColor
	}
	return nil
}

// words are the catalogue of a language, with the customer's own keys in its sentences; where it is heard with marks for the keys, since what is typed
// for them is for the conversation to say.
func (a *App) words(lang text.Lang) *text.Catalog {
	own := a.env.Preferences.Keys
	switch {
	case a.config.Plain:
		return keymap.MarkKeys(text.In(lang))
	case own == nil:
		return text.In(lang)
	}
	return text.In(lang).Naming(func(key string) string { return own.Hint(keymap.Hint{Key: key}).Key })
}

// dress puts on the theme that is wanted; the dark one until the terminal has
// told its background. Where nothing is drawn, signs are words.
func (a *App) dress() {
	if a.config.Plain {
		words := a.env.Text.Plain
		a.env.Theme = theme.New(theme.Mono, theme.Spoken(words.Up, words.Down, words.Minus))
		return
	}
	name := a.config.Theme
	if name == settings.Auto || name == "" {
		name = cmp.Or(a.ground, theme.Dark)
	}
	a.env.Theme = theme.New(name, a.config.Glyphs)
}

// background keeps which theme suits the terminal, and puts it on if that was
// left to it.
func (a *App) background(msg tea.BackgroundColorMsg) {
	a.ground = theme.Light
	if msg.IsDark() {
		a.ground = theme.Dark
	}
	a.dress()
}
