package app

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/settings"
	"smartbank/ui/text"
	"smartbank/ui/theme"
	"smartbank/ui/uitest"
)

// withSettings starts the program with a settings file that is kept in memory.
func withSettings(t *testing.T, w, h int, lang text.Lang, s settings.Settings) (p *program, file *settings.Settings) {
	t.Helper()
	p = start(t, w, h, lang)
	s.Lang = string(lang)
	keys, err := keymap.Bind(s.Keys)
	if err != nil {
		t.Fatal(err)
	}
	file = &s
	is := &p.app.env.Preferences
	is.Saved, is.Now, is.Keys, is.File = s, s, keys, "/home/hong/.local/share/smartbank/settings.toml"
	is.Keep = func(s settings.Settings) error {
		*file = s
		return nil
	}
	return p, file
}

// TestSettingsLook compares the Settings screen with its golden frames.
func TestSettingsLook(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		w, h int
		lang text.Lang
	}{{80, 24, text.English}, {80, 24, text.Korean}, {40, 12, text.Korean}, {120, 40, text.English}} {
		for _, state := range []struct {
			name string
			to   func(*program)
		}{
			{"as they are", func(p *program) { p.Type("90") }},
			{"after the login", func(p *program) {
				p.signIn()
				p.Type("90")
			}},
			{"another theme", func(p *program) {
				p.Type("90")
				p.Press("tab", "right")
			}},
			{"plain signs", func(p *program) {
				p.Type("90")
				p.Press("tab", "tab", "right", "right")
			}},
			{"a list", func(p *program) {
				p.Type("90")
				p.Press("tab", "tab", "tab", "tab", "tab", "down")
			}},
			{"a conversation from the next start on", func(p *program) {
				p.Type("90")
				p.Press("tab", "tab", "tab", "right")
			}},
			{"bad favourites", func(p *program) {
				p.Type("90")
				p.Press("shift+tab")
				p.Type("12 77")
				p.Press("ctrl+s")
			}},
			{"leaving without saving", func(p *program) {
				p.Type("90")
				p.Press("tab", "right", "esc")
			}},
			{"a file that cannot be written", func(p *program) {
				p.app.env.Preferences.Keep = func(settings.Settings) error {
					return &screen.NotKeptError{File: "settings.toml", Err: errors.New("read-only file system")}
				}
				p.app.env.Preferences.Decided = map[string]string{"theme": "--theme"}
				p.Type("90")
				p.Press("right", "ctrl+s")
			}},
		} {
			t.Run(fmt.Sprintf("%s/%dx%d-%s", state.name, size.w, size.h, size.lang), func(t *testing.T) {
				t.Parallel()
				s := settings.Default()
				s.Theme, s.Keys = "dark", []settings.Binding{{Name: "reveal", Keys: []string{"z"}}}
				p, _ := withSettings(t, size.w, size.h, size.lang, s)
				state.to(p)
				uitest.Golden(t, p.Frame())
			})
		}
	}
}

func TestAChangeShowsAtOnceAndIsUndone(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name  string
		leave func(*program)
	}{
		{"by the dialog", func(p *program) { p.Press("esc", "right", "enter") }},
		{"by F10", func(p *program) { p.Press("f10", "right", "enter") }},
		{"by the idle logout", func(p *program) { p.Advance(11 * time.Minute) }},
	} {
		s := settings.Default()
		s.Theme = "dark"
		p, file := withSettings(t, 80, 24, text.English, s)
		p.signIn()
		p.Type("90")
		p.Press("right") // language
		p.shows("언어")
		p.Press("tab", "right") // theme
		p.Press("tab", "right", "right")
		p.Press("tab", "right") // a conversation
		p.shows("다음 시작부터 적용됩니다.")
		if p.app.env.Theme.Name != theme.Mono || p.app.env.Theme.Glyphs.Rule != "-" {
			t.Errorf("%s: the screen is drawn in %s with %q", row.name, p.app.env.Theme.Name, p.app.env.Theme.Glyphs.Rule)
		}
		row.leave(p)
		if p.app.env.Theme.Name != theme.Dark || p.app.env.Theme.Glyphs.Rule != "─" || p.app.env.Text.Lang != text.English {
			t.Errorf("%s: after leaving it is %s in %s", row.name, p.app.env.Theme.Name, p.app.env.Text.Lang)
		}
		if !file.Equal(p.app.env.Preferences.Saved) || file.Theme != "dark" || file.Plain || p.app.env.Preferences.Now.Plain {
			t.Errorf("%s: the file is %+v", row.name, *file)
		}
	}
}

func TestSavedSettingsHold(t *testing.T) {
	t.Parallel()
	p, file := withSettings(t, 80, 24, text.English, settings.Default())
	p.signIn()
	p.Type("90")
	p.Press("tab", "tab", "tab", "right") // a conversation
	p.Press("tab", "right")               // mouse
	p.Press("tab", "left", "left")        // 3 minutes
	p.Press("tab", "right")               // whole numbers
	for range 7 {
		p.Press("shift+tab") // round to the favourites
	}
	p.Type("21 12")
	p.Press("ctrl+s")
	p.shows("Saved.")
	if !file.Plain || !file.Mouse || file.IdleMinutes != 3 || file.MaskNumbers || len(file.Favourites) != 2 {
		t.Errorf("the file is %+v", *file)
	}
	p.Press("esc")
	p.shows("All Menus")
	p.Type("/")
	x, y := p.find("Real time transfer")
	if _, below := p.find("Transaction history"); below != y+1 || x == 0 {
		t.Errorf("the favourites are not first:\n%s", p.Frame().Text())
	}
	p.Press("esc")
	for _, entry := range []string{"11", "12", "21", "22", "32", "33"} {
		p.Type(entry)
		p.hides("•••")
		p.Press("f10", "f10")
	}
	p.Type("11")
	p.Advance(2*time.Minute + 55*time.Second)
	p.shows("Logging out in")
	p.Advance(10 * time.Second)
	p.shows("no key was pressed for 3 minutes")
}

func TestKeysOfOnesOwn(t *testing.T) {
	t.Parallel()
	s := settings.Default()
	s.Keys = []settings.Binding{{Name: "reveal", Keys: []string{"z"}}, {Name: "help", Keys: []string{"f9"}}, {Name: "refresh", Keys: []string{"f12"}}}
	p, _ := withSettings(t, 80, 24, text.English, s)
	p.signIn()
	p.Type("11")
	p.shows("z reveal", "F9 help")
	p.Type("r")
	p.shows("•••")
	p.Type("z")
	p.hides("•••")
	p.Press("f1")
	p.hides("On this screen")
	p.Press("f9")
	p.shows("On this screen")
	p.Press("esc", "esc")
	for range 2 { // sentences name them too, in both languages
		p.Press("f2")
		if advice := p.app.env.Text.Transfer.NotLoaded.Advice; !strings.Contains(advice, "F12") || strings.Contains(advice, "F5") {
			t.Errorf("F12 reads again, and the advice is %q", advice)
		}
	}
	p.Type("/rz") // letters, where something is typed
	p.shows("rz")
}
