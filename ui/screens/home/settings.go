package home

import (
	"context"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	file "smartbank/ui/settings"
	"smartbank/ui/text"
)

// Settings changes the settings of the program: what is changed shows at once, is
// kept in the settings file when it is saved, and is undone otherwise.
var Settings = Screens.Add(screen.Def{
	ID:     "settings",
	Title:  func(c *text.Catalog) string { return c.Menu.Settings },
	Places: []screen.Place{{Number: 90, Group: screen.Header}},
	Public: true,
	New:    func(env *screen.Env, _ any) screen.Screen { return newPreferences(env) },
})

// preferences is the state of the Settings screen.
type preferences struct {
	env        *screen.Env
	form       *component.Form
	choices    map[string]*component.Choice
	favourites *component.Text

	before file.Settings // what held when the screen was opened, or was saved last
	housed string        // where certificates were kept when that was shown last: another page may move them
	saving bool
	limits *bank.TransferLimits
}

// The fields, by the names of the file's keys.
const (
	fieldLang       = "lang"
	fieldTheme      = "theme"
	fieldGlyphs     = "glyphs"
	fieldPlain      = "plain"
	fieldMouse      = "mouse"
	fieldIdle       = "idle-minutes"
	fieldMask       = "mask-numbers"
	fieldKeyring    = "keyring"
	fieldFavourites = "favourites"
)

// written is that the file was written.
type written struct{ settings file.Settings }

func newPreferences(env *screen.Env) *preferences {
	s := &preferences{env: env, choices: map[string]*component.Choice{}, favourites: component.NewText(40), before: env.Preferences.Now}
	idle := []string{"1", "3", "5", "10", "15", "30", "60"}
	if own := strconv.Itoa(env.Preferences.Saved.IdleMinutes); !slices.Contains(idle, own) {
		idle = append(idle, own)
	}
	fields := []*component.Field{
		s.choice(fieldLang, func(w *text.Settings) string { return w.Lang }, file.Langs),
		s.choice(fieldTheme, func(w *text.Settings) string { return w.Theme }, file.Themes),
		s.choice(fieldGlyphs, func(w *text.Settings) string { return w.Glyphs }, file.GlyphSet),
		s.choice(fieldPlain, func(w *text.Settings) string { return w.Plain }, []string{"false", "true"}),
		s.choice(fieldMouse, func(w *text.Settings) string { return w.Mouse }, []string{"false", "true"}),
		s.choice(fieldIdle, func(w *text.Settings) string { return w.Idle }, idle),
		s.choice(fieldMask, func(w *text.Settings) string { return w.Mask }, []string{"true", "false"}),
		s.choice(fieldKeyring, func(w *text.Settings) string { return w.Keyring }, file.Keyrings),
	}
	fields = append(fields, s.links()...)
	fields = append(fields,
		&component.Field{Name: fieldFavourites, Label: func(c *text.Catalog) string { return c.Settings.Favourites }, Input: s.favourites, Note: s.note(fieldFavourites)},
	)
	s.form = component.NewForm(fields...)
	s.fill(env.Preferences.Saved)
	return s
}

// choice is a field with one value of a list.
func (s *preferences) choice(name string, label func(*text.Settings) string, values []string) *component.Field {
	options := make([]component.Option, len(values))
	for i, value := range values {
		options[i] = component.Option{Key: value, Label: func(c *text.Catalog) string { return c.Settings.Value(name, value) }}
	}
	s.choices[name] = component.NewChoice(options...)
	return &component.Field{
		Name: name, Label: func(c *text.Catalog) string { return label(&c.Settings) }, Input: s.choices[name], Note: s.note(name),
	}
}

// note says under a field what goes before it, or what follows from it.
func (s *preferences) note(name string) func(l component.Look, w int) []string {
	return func(l component.Look, w int) []string {
		words := l.Text.Settings
		var line string
		switch by := s.env.Preferences.Decided[name]; {
		case by != "":
			line = words.Decided(by)
		case name == fieldKeyring && s.choices[name].Selected() != s.env.Preferences.Saved.Keyring:
			line = words.KeyringLater
		case name == fieldPlain && s.later():
			line = words.PlainLater
		case name == fieldFavourites && s.form.Focused().Name == name:
			line = words.FavouritesNote
		default:
			return nil
		}
		lines := component.Wrap(line, w)
		for i, line := range lines {
			lines[i] = l.Theme.Muted.Render(line)
		}
		return lines
	}
}

// later reports whether how the program is shown is to change, which it does when it starts: one that is drawn becomes a conversation, or the other
// way round. Where nothing can be drawn, the file need not ask for a conversation.
func (s *preferences) later() bool {
	plain := s.choices[fieldPlain].Selected() == "true"
	return plain != s.env.Heard() && (plain || s.env.Preferences.Saved.Plain)
}

// rehouse shows where certificates are kept after another page has moved them.
func (s *preferences) rehouse() {
	if now := s.env.Preferences.Saved.Keyring; now != s.housed {
		s.housed, s.before.Keyring = now, now
		s.choices[fieldKeyring].Select(now)
	}
}

// fill puts settings into the fields.
func (s *preferences) fill(v file.Settings) {
	s.housed = v.Keyring
	for name, value := range map[string]string{
		fieldLang: v.Lang, fieldTheme: v.Theme, fieldGlyphs: v.Glyphs, fieldPlain: strconv.FormatBool(v.Plain), fieldMouse: strconv.FormatBool(v.Mouse),
		fieldIdle: strconv.Itoa(v.IdleMinutes), fieldMask: strconv.FormatBool(v.MaskNumbers), fieldKeyring: v.Keyring,
	} {
		s.choices[name].Select(value)
	}
	s.favourites.Set(strings.Join(v.Favourites, " "))
}

// filled is what the fields say; false if one cannot be read.
func (s *preferences) filled() (file.Settings, bool) {
	v := s.env.Preferences.Saved // with the keys, which the screen does not change
	at := func(name string) string { return s.choices[name].Selected() }
	v.Lang, v.Theme, v.Glyphs, v.Keyring = at(fieldLang), at(fieldTheme), at(fieldGlyphs), at(fieldKeyring)
	v.Plain, v.Mouse, v.MaskNumbers = at(fieldPlain) == "true", at(fieldMouse) == "true", at(fieldMask) == "true"
	minutes, err := strconv.Atoi(at(fieldIdle))
	v.IdleMinutes, v.Favourites = minutes, strings.Fields(s.favourites.Value())
	bad := slices.ContainsFunc(v.Favourites, func(n string) bool {
		return !slices.ContainsFunc(entries(s.env.Menu), func(e entry) bool { return e.number() == n })
	})
	return v, err == nil && !bad
}

// Unsaved is that the fields say something else than the file.
func (s *preferences) Unsaved() *screen.Unsaved {
	s.rehouse() // also under the page that moves them
	if v, good := s.filled(); good && v.Equal(s.env.Preferences.Saved) {
		return nil
	}
	return &screen.Unsaved{
		Title: func(c *text.Catalog) string { return c.Menu.Settings },
		Text:  func(c *text.Catalog) string { return c.Settings.Question },
		Save:  s.save,
	}
}

// Init asks the bank for what it keeps of the customer.
func (s *preferences) Init() tea.Cmd {
	if s.env.Session == nil {
		return nil
	}
	b, caller := s.env.Bank, s.env.Caller()
	return screen.Quietly(func(ctx context.Context) (bank.TransferLimits, error) { return b.TransferLimits(ctx, caller) })
}

// Update changes the settings, saves and undoes them.
func (s *preferences) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[bank.TransferLimits]:
		if msg.Err == nil {
			s.limits = &msg.Value
		}
	case screen.Result[written]:
		return s.saved(msg)
	case screen.Shown:
		s.rehouse()
	case tea.KeyPressMsg, tea.PasteMsg:
		if !s.saving {
			return s.take(msg)
		}
	}
	return nil
}

// take gives a key or a paste to the form.
func (s *preferences) take(msg tea.Msg) tea.Cmd {
	press, _ := msg.(tea.KeyPressMsg)
	if keymap.Save.Pressed(press) {
		return s.save()
	}
	if id, is := opens(s.form.Focused().Name); is && keymap.Enter.Pressed(press) {
		return screen.Open(id, nil)
	}
	event := s.form.Update(msg)
	switch {
	case !event.Handled && keymap.Back.Pressed(press):
		return screen.Close()
	case event.Kind == component.Submitted:
		return s.save()
	case event.Kind == component.Changed:
		return s.preview()
	}
	return nil
}

// preview lets the fields hold.
func (s *preferences) preview() tea.Cmd {
	v, good := s.filled()
	if !good {
		return nil
	}
	return screen.Apply(s.holding(v))
}

// holding is what holds with v: where a flag goes before the file, it still does
// until its field is changed.
func (s *preferences) holding(v file.Settings) file.Settings {
	p := s.env.Preferences
	for name, of := range map[string]func(*file.Settings) *string{
		fieldLang:   func(v *file.Settings) *string { return &v.Lang },
		fieldTheme:  func(v *file.Settings) *string { return &v.Theme },
		fieldGlyphs: func(v *file.Settings) *string { return &v.Glyphs },
	} {
		if p.Decided[name] != "" && *of(&v) == *of(&p.Saved) {
			*of(&v) = *of(&s.before)
		}
	}
	if p.Decided[fieldMouse] != "" && v.Mouse == p.Saved.Mouse {
		v.Mouse = s.before.Mouse
	}
	if p.Decided[fieldPlain] != "" && v.Plain == p.Saved.Plain {
		v.Plain = s.before.Plain
	}
	return v
}
