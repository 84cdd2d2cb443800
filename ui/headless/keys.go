package headless

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// Key presses a key.
func (d *Driver) Key(key tea.KeyPressMsg) { d.Send(key) }

// Press presses keys by Bubble Tea's names for them: "enter", "shift+tab",
// "ctrl+c", "f2", "a", "한". It panics on a name that is none, which is a mistake
// in a test.
func (d *Driver) Press(names ...string) {
	for _, name := range names {
		key, ok := KeyNamed(name)
		if !ok {
			panic(fmt.Sprintf("no key is called %q", name))
		}
		d.Send(key)
	}
}

// Type types text, a key for each character as the customer sees characters.
// Text is typed as NFC, a line break as Enter, a tab as Tab.
func (d *Driver) Type(text string) {
	for _, key := range Keys(text) {
		d.Send(key)
	}
}

// Paste pastes text: as one message, or as typing where the view has turned
// bracketed paste off.
func (d *Driver) Paste(text string) {
	if d.stopped() {
		return
	}
	if d.model.View().DisableBracketedPasteMode {
		d.Type(text)
		return
	}
	d.Send(tea.PasteStartMsg{})
	d.Send(tea.PasteMsg{Content: text})
	d.Send(tea.PasteEndMsg{})
}

// Click presses and releases the left mouse button on a cell, if the view asked
// for the mouse.
func (d *Driver) Click(x, y int) {
	if d.stopped() || d.model.View().MouseMode == tea.MouseModeNone {
		return
	}
	d.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	d.Send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
}

// Keys are the keys that type text, as a terminal reports them.
func Keys(text string) []tea.KeyPressMsg {
	var keys []tea.KeyPressMsg
	for rest := norm.NFC.String(text); rest != ""; {
		cluster, _ := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
		rest = rest[len(cluster):]
		keys = append(keys, keyFor(cluster))
	}
	return keys
}

// keyFor is the key that types one character.
func keyFor(cluster string) tea.KeyPressMsg {
	switch cluster {
	case "\n", "\r\n", "\r":
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	case "\t":
		return tea.KeyPressMsg{Code: tea.KeyTab}
	}
	r, size := utf8.DecodeRuneInString(cluster)
	switch {
	case size < len(cluster):
		return tea.KeyPressMsg{Code: tea.KeyExtended, Text: cluster}
	case r < utf8.RuneSelf && unicode.IsUpper(r):
		return tea.KeyPressMsg{Code: unicode.ToLower(r), ShiftedCode: r, Mod: tea.ModShift, Text: cluster}
	default:
		return tea.KeyPressMsg{Code: r, Text: cluster}
	}
}

// codes are the keys that type nothing, and the space, by name.
var codes = map[string]rune{
	"enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "escape": tea.KeyEscape,
	"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "insert": tea.KeyInsert, "space": tea.KeySpace,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
	"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6,
	"f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10, "f11": tea.KeyF11, "f12": tea.KeyF12,
}

// mods are the modifier keys by name.
var mods = map[string]tea.KeyMod{"ctrl": tea.ModCtrl, "alt": tea.ModAlt, "shift": tea.ModShift}

// KeyNamed is the key that Bubble Tea calls name: a character or a key's name,
// after any of "ctrl+", "alt+" and "shift+". It tells whether there is one.
func KeyNamed(name string) (key tea.KeyPressMsg, ok bool) {
	var mod tea.KeyMod
	for {
		before, after, found := strings.Cut(name, "+")
		m, known := mods[before]
		if !found || !known || after == "" {
			break
		}
		mod |= m
		name = after
	}
	if code, ok := codes[name]; ok {
		key = tea.KeyPressMsg{Code: code}
		if name == "space" {
			key.Text = " "
		}
	} else {
		keys := Keys(name)
		if len(keys) != 1 {
			return key, false
		}
		key = keys[0]
	}
	switch {
	case mod == tea.ModShift && key.Text != "":
		if upper := strings.ToUpper(key.Text); upper != key.Text {
			return keyFor(upper), true
		}
		key.Mod |= mod
	case mod != 0:
		key.Mod |= mod
		key.Text = "" // with Ctrl or Alt, a key types nothing
	}
	return key, true
}
