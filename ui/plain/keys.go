package plain

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/unicode/norm"

	"smartbank/ui/app"
	"smartbank/ui/keymap"
)

// The keys that lines become.
var (
	keyEnter = tea.KeyPressMsg{Code: tea.KeyEnter}
	keyNext  = tea.KeyPressMsg{Code: tea.KeyTab}
	keyBack  = tea.KeyPressMsg{Code: tea.KeyEscape}
	keyQuit  = tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl}
	keyDown  = tea.KeyPressMsg{Code: tea.KeyDown}
	keyUp    = tea.KeyPressMsg{Code: tea.KeyUp}
	keyLeft  = tea.KeyPressMsg{Code: tea.KeyLeft}
	keyRight = tea.KeyPressMsg{Code: tea.KeyRight}
	keyEmpty = tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl}
	keyEnd   = tea.KeyPressMsg{Code: tea.KeyEnd}
)

// keys are the commands that are the same on every page.
var keys = map[string]tea.KeyPressMsg{
	"b": keyBack, "q": keyQuit, "l": {Code: tea.KeyF2}, "0": {Code: tea.KeyF10}, "<": keyLeft, ">": keyRight,
	"u": {Code: tea.KeyTab, Mod: tea.ModShift}, // in a form
}

// everywhere are those of them that a page's hints need not name.
var everywhere = map[string]bool{"b": true, "q": true, "l": true, "0": true, "h": true}

// commands are what is a command also in a choice, without a dot.
var commands = map[byte]bool{'b': true, 'h': true, 'l': true, 'q': true, '0': true, '?': true, '+': true}

// key is what is typed for a key of the key table, and its press.
type key struct {
	typed string
	press tea.KeyPressMsg
}

// table are the keys of the key table that are no letters, or whose letter is taken here, by the names that the key line has for them.
var table = map[string]key{
	"Esc": {"b", keyBack}, "Ctrl+C": {"q", keyQuit}, "F1": {"h", tea.KeyPressMsg{Code: tea.KeyF1}}, "F2": {"l", keys["l"]}, "F10": {"0", keys["0"]},
	"F5": {"z", tea.KeyPressMsg{Code: tea.KeyF5}}, "F6": {"i", tea.KeyPressMsg{Code: tea.KeyF6}},
	"Ctrl+R": {"j", tea.KeyPressMsg{Code: 'r', Mod: tea.ModCtrl}}, "Ctrl+S": {"k", tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl}},
	"/": {"/", tea.KeyPressMsg{Code: '/', Text: "/"}}, "Shift+Tab": {"u", keys["u"]}, "←": {"<", keyLeft}, "→": {">", keyRight},
	"K": {"u", tea.KeyPressMsg{Code: 'K', Text: "K"}}, "J": {"d", tea.KeyPressMsg{Code: 'J', Text: "J"}}, "b": {"a", tea.KeyPressMsg{Code: 'b', Text: "b"}},
}

// keyOf is what is typed for a key by the name that the key line has for it. It is false for a key that only moves: rows are named by their numbers,
// and every page is said whole.
func keyOf(name string) (key, bool) {
	if k, ok := table[name]; ok {
		return k, true
	}
	if press, ok := functionKey(name); ok {
		return key{strings.ToLower(name), press}, true
	}
	if len(name) == 1 && name[0] >= 'a' && name[0] <= 'z' {
		return key{name, tea.KeyPressMsg{Code: rune(name[0]), Text: name}}, true
	}
	return key{}, false
}

// functionKey is a key such as F7 by its name, for those that have no letter.
func functionKey(name string) (tea.KeyPressMsg, bool) {
	n, err := strconv.Atoi(strings.TrimPrefix(name, "F"))
	if err != nil || n < 1 || n > 12 || name[0] != 'F' {
		return tea.KeyPressMsg{}, false
	}
	return tea.KeyPressMsg{Code: tea.KeyF1 + rune(n) - 1}, true
}

// act is something that can be done on a page.
type act struct {
	key // what is said to be typed for it

	hint keymap.Hint
	also []string // what else may be typed for it: its names, what it does, the customer's own keys
}

// acts are what can be done on a page by a key that does not only move: what the page names, and what is the same on every page. A letter or a
// function key that the customer gave to something is typed for it, unless it is a command of every page; what that was typed for otherwise
// goes by its key's name.
func acts(h app.Heard) []act {
	hints := h.Keys
	for _, k := range []keymap.Key{keymap.Help, keymap.Language, keymap.AllMenus} {
		if _, named := hint(h, k.As("").Key); !named {
			hints = append(slices.Clip(hints), k.As(""))
		}
	}
	own, given := map[string]string{}, map[string]bool{}
	for _, hint := range hints {
		for _, typed := range h.Own.Own(hint) {
			if own[hint.Key] == "" && !given[typed] && !reserved(h, typed) {
				own[hint.Key], given[typed] = typed, true
			}
		}
	}
	var list []act
	for _, hint := range hints {
		k, ok := keyOf(hint.Key)
		if !ok {
			continue
		}
		a := act{key: k, hint: hint, also: []string{nameOf(hint), hint.Does}}
		if len(hint.Key) > 1 {
			a.also = append(a.also, hint.Key)
		}
		switch {
		case everywhere[k.typed]:
		case own[hint.Key] != "":
			a.typed = own[hint.Key]
		case given[k.typed]:
			a.typed = strings.ToLower(hint.Key)
		}
		a.also = append(a.also, h.Own.Own(hint)...)
		list = append(list, a)
	}
	return list
}

// reserved reports whether what a customer would rather type is a command of every page, or nothing that is typed: in a line capitals are
// small letters.
func reserved(h app.Heard, typed string) bool {
	_, command := keys[typed]
	return command && (typed != "u" || typing(h.Page)) || typed == "h" || strings.HasPrefix(typed, "ctrl+") || typed != strings.ToLower(typed)
}

// is reports whether a word, in small letters, asks for it.
func (a act) is(word string) bool {
	return word == a.typed || word != "" && slices.ContainsFunc(a.also, func(other string) bool { return strings.EqualFold(word, other) })
}

// pressed is the key that a word stands for on a page: what is typed for it, its name, or what it does.
func pressed(h app.Heard, word string) (tea.KeyPressMsg, bool) {
	all := acts(h)
	at := slices.IndexFunc(all, func(a act) bool { return a.typed == word })
	if at < 0 {
		at = slices.IndexFunc(all, func(a act) bool { return a.is(word) })
	}
	if at < 0 {
		return tea.KeyPressMsg{}, false
	}
	return all[at].press, true
}

// nameOf is what the key table calls a hint's key.
func nameOf(hint keymap.Hint) string {
	for _, k := range keymap.All {
		if k.As(hint.Does) == hint {
			return k.Name
		}
	}
	return ""
}

// jamo are the letters on whose keys the Hangul stands (KS X 5002, the layout with two sets).
var jamo = strings.NewReplacer(
	"ㅂ", "q", "ㅈ", "w", "ㄷ", "e", "ㄱ", "r", "ㅅ", "t", "ㅛ", "y", "ㅕ", "u", "ㅑ", "i", "ㅐ", "o", "ㅔ", "p",
	"ㅁ", "a", "ㄴ", "s", "ㅇ", "d", "ㄹ", "f", "ㅎ", "g", "ㅗ", "h", "ㅓ", "j", "ㅏ", "k", "ㅣ", "l",
	"ㅋ", "z", "ㅌ", "x", "ㅊ", "c", "ㅍ", "v", "ㅠ", "b", "ㅜ", "n", "ㅡ", "m",
)

// synonyms are words for the commands of every page.
var synonyms = map[string]string{
	"back": "b", "뒤로": "b", "help": "h", "?": "h", "도움말": "h", "menu": "0", "menus": "0", "메뉴": "0", "전체메뉴": "0",
	"quit": "q", "exit": "q", "끝내기": "q", "language": "l", "언어": "l", "more": "+", "더": "+", "left": "<", "왼쪽": "<", "right": ">", "오른쪽": ">",
}

// command is what was typed where nothing is filled in, in one form: small, with the letters on whose keys Hangul stands,
// and a letter for a word that has one.
func command(typed string) string {
	word := strings.TrimSpace(typed)
	if len(word) > 1 {
		word = strings.TrimPrefix(word, ".")
	}
	if utf8.RuneCountInString(word) == 1 {
		word = jamo.Replace(word)
	}
	word = strings.ToLower(norm.NFKC.String(word))
	if letter, ok := synonyms[word]; ok {
		return letter
	}
	return word
}
