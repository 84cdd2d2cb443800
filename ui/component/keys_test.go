package component_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"smartbank/ui/component"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

func look(lang text.Lang, name string, glyphs theme.Glyphs) component.Look {
	return component.Look{Theme: theme.New(name, glyphs), Text: text.In(lang)}
}

func english() component.Look { return look(text.English, theme.Dark, theme.Unicode) }

func korean() component.Look { return look(text.Korean, theme.Light, theme.Unicode) }

// everyLook is each language, theme and set of signs once.
func everyLook() []component.Look {
	return []component.Look{english(), korean(), look(text.Korean, theme.Mono, theme.ASCII)}
}

var codes = map[string]tea.Key{
	"left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown},
	"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete}, "enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape},
	"tab": {Code: tea.KeyTab}, "shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "ctrl+u": {Code: 'u', Mod: tea.ModCtrl},
	"ctrl+a": {Code: 'a', Mod: tea.ModCtrl}, "f2": {Code: tea.KeyF2}, "space": {Code: tea.KeySpace, Text: " "},
}

// key is the press of a key by its name, or of what types s.
func key(s string) tea.KeyPressMsg {
	if k, ok := codes[s]; ok {
		return tea.KeyPressMsg(k)
	}
	return tea.KeyPressMsg{Code: []rune(s)[0], Text: s}
}

// press sends keys by their names and everything else letter by letter.
func press(in interface{ Update(msg tea.Msg) bool }, keys ...string) {
	for _, k := range keys {
		if _, ok := codes[k]; ok {
			in.Update(key(k))
			continue
		}
		for _, r := range k {
			in.Update(key(string(r)))
		}
	}
}

func paste(s string) tea.PasteMsg { return tea.PasteMsg{Content: s} }

// shown is what an input draws, without styles, and its cursor.
func shown(t *testing.T, in component.Input, w int) (string, int) {
	t.Helper()
	line, x := in.View(english(), w, true)
	return ansi.Strip(line), x
}
