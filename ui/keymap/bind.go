package keymap

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/settings"
)

// Bindings are the keys that a customer wants instead of the table's. The table
// itself never changes: what is pressed is turned into the table's key, and what is shown into the customer's. A nil
// Bindings changes nothing.
type Bindings struct {
	press map[string]tea.KeyPressMsg // the table's key, by what is typed
	gone  map[string]bool            // of the table, and replaced
	show  map[string]string          // the customer's key, by the table's
	own   map[string][]string        // the same as the file has it
}

// fixed are the names whose keys always are the same: nobody may lock themselves
// in, and every dialog needs them.
var fixed = []string{"up", "down", "left", "right", "enter", "back", "next", "previous", "quit"}

// keysGiven says which keys can be given.
const keysGiven = `a – z, A – Z, /, f1 – f12, ctrl+a – ctrl+z, pgup, pgdown, home, end`

// Rebindable are the names of the table that can be given other keys.
func Rebindable() []string {
	var names []string
	for _, k := range All {
		if !slices.Contains(fixed, k.Name) {
			names = append(names, k.Name)
		}
	}
	return names
}

// Bind makes bindings of what the settings say. Its error is a *settings.Error
// for the first line that names nothing, a key that cannot be given, or one that presses something else already.
func Bind(list []settings.Binding) (*Bindings, error) {
	if len(list) == 0 {
		return nil, nil //nolint:nilnil // nothing is bound, and nothing wrong
	}
	b := &Bindings{press: map[string]tea.KeyPressMsg{}, gone: map[string]bool{}, show: map[string]string{}, own: map[string][]string{}}
	taken := map[string]string{} // name by key
	for _, k := range All {
		if slices.ContainsFunc(list, func(l settings.Binding) bool { return l.Name == k.Name }) {
			continue
		}
		for _, key := range k.Keys() {
			taken[key] = k.Name
		}
	}
	for _, l := range list {
		i := slices.IndexFunc(All, func(k Key) bool { return k.Name == l.Name })
		switch {
		case i < 0:
			return nil, &settings.Error{Reason: settings.UnknownAct, Line: l.Line, Key: l.Name, Nearest: settings.Nearest(l.Name, Rebindable()), Want: strings.Join(Rebindable(), ", ")}
		case slices.Contains(fixed, l.Name):
			return nil, &settings.Error{Reason: settings.FixedKey, Line: l.Line, Key: l.Name, Want: strings.Join(Rebindable(), ", ")}
		}
		if err := b.bind(All[i], l, taken); err != nil {
			return nil, err
		}
	}
	for typed := range b.press {
		delete(b.gone, typed)
	}
	return b, nil
}

// bind gives one name its keys.
func (b *Bindings) bind(k Key, l settings.Binding, taken map[string]string) error {
	for _, key := range l.Keys {
		if !canGive(key) {
			return &settings.Error{Reason: settings.FixedKey, Line: l.Line, Key: l.Name, Value: key, Want: keysGiven}
		}
		if other, ok := taken[key]; ok {
			return &settings.Error{Reason: settings.Conflict, Line: l.Line, Key: l.Name, Value: key, Other: other}
		}
		taken[key] = l.Name
		b.press[key] = pressOf(k.Keys()[0])
	}
	for _, key := range k.Keys() {
		b.gone[key] = true
	}
	shown := make([]string, len(l.Keys))
	for i, key := range l.Keys {
		shown[i] = shownKey(key)
	}
	b.show[k.show], b.own[k.show] = strings.Join(shown, " "), l.Keys
	return nil
}

// Translate turns what was pressed into the table's key. While something is
// typed, letters are letters. It reports false for a key of the table that presses nothing any more.
func (b *Bindings) Translate(msg tea.KeyPressMsg, typing func() bool) (tea.KeyPressMsg, bool) {
	if b == nil || msg.Text != "" && typing() {
		return msg, true
	}
	typed := msg.String()
	if meant, ok := b.press[typed]; ok {
		return meant, true
	}
	return msg, !b.gone[typed]
}

// Hint is a hint with the customer's key.
func (b *Bindings) Hint(h Hint) Hint {
	if b == nil {
		return h
	}
	if show, ok := b.show[h.Key]; ok {
		h.Key = show
	}
	return h
}

// Own are the keys that the customer gave to what a hint is about, as the settings file has them: "v", "ctrl+r", "f7"; nil where the
// table's holds.
func (b *Bindings) Own(h Hint) []string {
	if b == nil {
		return nil
	}
	return b.own[h.Key]
}

// canGive reports whether a key can be given to a name. Digits open entries, and
// what terminals send for Ctrl with H, I, J, M and [ is another key.
func canGive(key string) bool {
	if letter, ok := strings.CutPrefix(key, "ctrl+"); ok {
		return len(letter) == 1 && letter[0] >= 'a' && letter[0] <= 'z' && !strings.Contains("chijmz", letter)
	}
	if number, ok := strings.CutPrefix(key, "f"); ok && number != "" {
		n, err := strconv.Atoi(number)
		return err == nil && n >= 1 && n <= lastF && strconv.Itoa(n) == number
	}
	if _, ok := named[key]; ok || key == "/" {
		return true
	}
	return len(key) == 1 && (key[0] >= 'a' && key[0] <= 'z' || key[0] >= 'A' && key[0] <= 'Z')
}

// lastF is the last F key that can be given.
const lastF = 12

// named are the keys of the table that have a name and can be given.
var named = map[string]rune{"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd}

// pressOf is the press of a key of the table that is not fixed.
func pressOf(key string) tea.KeyPressMsg {
	if letter, ok := strings.CutPrefix(key, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: rune(letter[0]), Mod: tea.ModCtrl}
	}
	if code, ok := named[key]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	for n := range rune(lastF) {
		if key == "f"+strconv.Itoa(int(n)+1) {
			return tea.KeyPressMsg{Code: tea.KeyF1 + n}
		}
	}
	return tea.KeyPressMsg{Code: rune(key[0]), Text: key}
}

// shownKey is a key as the key line shows it: "Ctrl+R", "F7", "v".
func shownKey(key string) string {
	for name, shown := range map[string]string{"pgup": "PgUp", "pgdown": "PgDn", "home": "Home", "end": "End"} {
		if key == name {
			return shown
		}
	}
	if letter, ok := strings.CutPrefix(key, "ctrl+"); ok {
		return "Ctrl+" + strings.ToUpper(letter)
	}
	if len(key) > 1 {
		return strings.ToUpper(key)
	}
	return key
}
