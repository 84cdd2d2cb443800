package tape

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/headless"
)

// Press presses a key, some times over, or keys with modifiers held.
type Press struct {
	Pos
	// Mods are of "Ctrl", "Alt", "Shift", in this order.
	Mods []string
	// Keys are names of keys, or characters; several only where Mods are held.
	Keys []string
	// Pace is the time between presses.
	Pace Pace
	// Count is how often, from 1.
	Count int
}

// keyOf are the keys by the tape's names, with Bubble Tea's names.
var keyOf = map[string]string{
	"Enter": "enter", "Space": "space", "Backspace": "backspace", "Delete": "delete", "Insert": "insert",
	"Escape": "esc", "Tab": "tab", "Up": "up", "Down": "down", "Left": "left", "Right": "right",
	"PageUp": "pgup", "PageDown": "pgdown", "Home": "home", "End": "end",
	"F1": "f1", "F2": "f2", "F3": "f3", "F4": "f4", "F5": "f5", "F6": "f6",
	"F7": "f7", "F8": "f8", "F9": "f9", "F10": "f10", "F11": "f11", "F12": "f12",
}

// modifiers in the order in which they are written.
var modifiers = []string{"Ctrl", "Alt", "Shift"}

// legacy are combinations that a terminal sends as another key, unless it
// speaks the kitty protocol (ECMA-48's control codes).
var legacy = map[string]string{
	"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "esc", "ctrl+@": "ctrl+space", "ctrl+Space": "ctrl+space",
}

// isKey tells whether a word names a key.
func isKey(name string) bool { return keyOf[name] != "" }

// keyNames are the names of the keys, sorted.
func keyNames() []string {
	var names []string
	for name := range keyOf {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// String is "Ctrl+Shift+P", "Down@100ms 3".
func (c Press) String() string {
	words := slices.Clone(c.Mods)
	for _, key := range c.Keys {
		if !isKey(key) && !isPlainKey(key) {
			key = quoted(key)
		}
		words = append(words, key)
	}
	s := strings.Join(words, "+") + c.Pace.String()
	if c.Count != 1 {
		s += " " + strconv.Itoa(c.Count)
	}
	return s
}

// isPlainKey tells whether a character may stand after a "+" without quotes.
func isPlainKey(key string) bool {
	c := key[0]
	return len(key) == 1 && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ||
		strings.IndexByte(`-@[]^\`, c) >= 0) && key != "s" && key != "m"
}

// parseKey reads "Key[@time] [count]".
func parseKey(p *parser) Command {
	c := Press{Pos: p.pos(p.at), Keys: []string{p.at.text}}
	var ok bool
	if c.Pace, ok = p.pace(); !ok {
		return nil
	}
	if c.Count, ok = p.count(); !ok {
		return nil
	}
	return c
}

// Scroll scrolls VHS's terminal. A program that fills the window has nothing
// above or below it, so that nothing moves.
type Scroll struct {
	Pos
	// Down tells the direction.
	Down  bool
	Pace  Pace
	Count int
}

// String is "ScrollDown@100ms 3".
func (c Scroll) String() string {
	s := "ScrollUp"
	if c.Down {
		s = "ScrollDown"
	}
	s += c.Pace.String()
	if c.Count != 1 {
		s += " " + strconv.Itoa(c.Count)
	}
	return s
}

func parseScroll(p *parser) Command {
	c := Scroll{Pos: p.pos(p.at), Down: p.at.text == "ScrollDown"}
	var ok bool
	if c.Pace, ok = p.pace(); !ok {
		return nil
	}
	if c.Count, ok = p.count(); !ok {
		return nil
	}
	return c
}

func (c Scroll) play(p *player) error {
	return p.advance(time.Duration(c.Count) * p.paced(c.Pace))
}

// parseChord reads "Ctrl+Alt+Shift+key [count]". What VHS cannot read of it stands behind the mark, but for Ctrl and a
// digit.
func parseChord(p *parser) Command {
	c := Press{Pos: p.pos(p.at)}
	held := map[string]bool{p.at.text: true}
	strange, tokens := token{}, 0
	for p.peek.isSign("+") {
		p.next()
		t := p.arg()
		if tokens++; strange.text == "" && !chordsInVHS(p.at.text, t, tokens) {
			strange = t
		}
		if t.kind == tokenWord && slices.Contains(modifiers, t.text) {
			if len(c.Keys) > 0 {
				p.fail(t, "%s must stand before the key", t.text)
				return nil
			}
			held[t.text] = true
			continue
		}
		keys, ok := p.chordKeys(t)
		if !ok {
			return nil
		}
		c.Keys = append(c.Keys, keys...)
	}
	if len(c.Keys) == 0 {
		p.fail(p.at, "%s needs a key after a +", p.at.text)
		return nil
	}
	for _, m := range modifiers {
		if held[m] {
			c.Mods = append(c.Mods, m)
		}
	}
	return p.counted(c, strange)
}

// counted reads how often a chord is pressed. The strange token of it, if it has a text, is none that VHS reads.
func (p *parser) counted(c Press, strange token) Command {
	if p.peek.kind == tokenNumber && strange.text == "" {
		strange = p.peek
	}
	if strange.text != "" && !p.marked {
		p.fail(strange, "VHS does not read %v with %s: write the command behind # smartbank:", strange, p.at.text)
		return nil
	}
	var ok bool
	if c.Count, ok = p.count(); !ok {
		return nil
	}
	return c
}

// The keys with names that VHS reads with Ctrl, and those that it reads with Alt and Shift.
var vhsCtrlKeys, vhsAltKeys = wordSet("Enter Space Backspace Up Down Left Right"), wordSet("Enter Tab")

// chordsInVHS tells whether VHS reads the nth token behind a modifier, or we read a digit.
func chordsInVHS(modifier string, t token, nth int) bool {
	named := t.kind == tokenWord && (isKey(t.text) || slices.Contains(modifiers, t.text))
	if modifier == "Ctrl" {
		return !named || vhsCtrlKeys[t.text] || t.text == "Alt" || t.text == "Shift"
	}
	sign := t.kind == tokenSign && t.text != "[" && t.text != "]"
	return nth == 1 && !sign && t.kind != tokenNumber && (!named || vhsAltKeys[t.text])
}

// chordKeys are the keys that a token after a "+" stands for: one, or with Alt
// or Shift each character of a text.
func (p *parser) chordKeys(t token) ([]string, bool) {
	name := t.text
	one := utf8.RuneCountInString(name) == 1
	switch {
	case (t.kind == tokenWord || t.kind == tokenString) && isKey(name):
		return []string{name}, true
	case t.kind == tokenSign && strings.Contains(`-@[]^\`, name), t.kind == tokenNumber && one,
		t.kind == tokenWord && one, t.isText() && one:
		return []string{name}, true
	case t.isText() && name != "" && p.at.text != "Ctrl":
		var keys []string
		for _, r := range name {
			keys = append(keys, string(r))
		}
		return keys, true
	}
	p.fail(t, "%v is no key that can be pressed with %s", t, p.at.text)
	return nil, false
}

// count reads an optional number of times.
func (p *parser) count() (int, bool) {
	if p.peek.kind != tokenNumber {
		return 1, true
	}
	t := p.next()
	n, err := strconv.Atoi(t.text)
	if err != nil || n < 1 || n > maxCount {
		p.fail(t, "a key is pressed 1 to %d times, not %s", maxCount, t.text)
		return 0, false
	}
	return n, true
}

func (c Press) play(p *player) error {
	var once []tea.KeyPressMsg
	prefix := strings.ToLower(strings.Join(append(slices.Clone(c.Mods), ""), "+"))
	for _, name := range c.Keys {
		if key := keyOf[name]; key != "" {
			name = key
		} else if slices.Contains(c.Mods, "Ctrl") {
			name = strings.ToLower(name) // as terminals do
		}
		name = prefix + name
		if other := legacy[name]; other != "" {
			name = other
		}
		key, ok := headless.KeyNamed(name)
		if !ok {
			return fmt.Errorf("%v: no terminal sends %s", c.At(), c)
		}
		once = append(once, key)
	}
	return p.press(c, slices.Repeat(once, c.Count), c.Pace)
}
