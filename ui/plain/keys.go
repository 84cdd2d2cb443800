package plain

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/unicode/norm"

	"smartbank/ui/app"
)

// The keys that lines become.
var (
	keyEnter = tea.KeyPressMsg{Code: tea.KeyEnter}
	keyBack  = tea.KeyPressMsg{Code: tea.KeyEscape}
	keyQuit  = tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl}
	keyDown  = tea.KeyPressMsg{Code: tea.KeyDown}
	keyUp    = tea.KeyPressMsg{Code: tea.KeyUp}
	keyLeft  = tea.KeyPressMsg{Code: tea.KeyLeft}
	keyRight = tea.KeyPressMsg{Code: tea.KeyRight}
	keyEmpty = tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl}
	keyEnd   = tea.KeyPressMsg{Code: tea.KeyEnd}
)

// keys are the letters and signs that stand for keys of the key table which are no letters. The table has the others.
var keys = map[string]tea.KeyPressMsg{
	"b": keyBack, "q": keyQuit, "l": {Code: tea.KeyF2}, "0": {Code: tea.KeyF10},
	"z": {Code: tea.KeyF5}, "i": {Code: tea.KeyF6}, "j": {Code: 'r', Mod: tea.ModCtrl}, "k": {Code: 's', Mod: tea.ModCtrl}, "/": {Code: '/', Text: "/"},
	"<": keyLeft, ">": keyRight, "u": {Code: tea.KeyTab, Mod: tea.ModShift},
}

// everywhere are those that are the same on every page.
var everywhere = map[string]bool{"b": true, "q": true, "l": true, "0": true, "h": true}

// commands are what is a command also in a choice, without a dot.
var commands = map[byte]bool{'b': true, 'h': true, 'l': true, 'q': true, '0': true, '?': true, '+': true}

// shown are the names that the key line has for them.
var shown = map[string]string{
	"Esc": "b", "F1": "h", "F2": "l", "F5": "z", "F6": "i", "F10": "0", "Ctrl+C": "q", "Ctrl+R": "j", "Ctrl+S": "k", "/": "/", "Shift+Tab": "u", "←": "<", "→": ">",
}

// letterOf is what is typed for a key by the name that the key line has for it; "" for one that only moves.
func letterOf(name string) string {
	if letter, ok := shown[name]; ok {
		return letter
	}
	if _, ok := functionKey(name); ok {
		return strings.ToLower(name)
	}
	if len(name) == 1 && name[0] >= 'a' && name[0] <= 'z' {
		return name
	}
	return ""
}

// functionKey is a key such as F7 by its name, for those that have no letter.
func functionKey(name string) (tea.KeyPressMsg, bool) {
	n, err := strconv.Atoi(strings.TrimPrefix(name, "F"))
	if err != nil || n < 1 || n > 12 || name[0] != 'F' {
		return tea.KeyPressMsg{}, false
	}
	return tea.KeyPressMsg{Code: tea.KeyF1 + rune(n) - 1}, true
}

// named are the keys' names in words that were written for the key line.
var named = regexp.MustCompile(`\b(F10|F1|F2|F5|F6|Esc|Ctrl\+[CRS]|Shift\+Tab)\b|[←→]`)

// between is the sign between the ends of a span.
var between = regexp.MustCompile(`([0-9]) – ([0-9])`)

// words are a line in which keys are called by what is typed for them, and signs are words.
func (t *Talk) words(h app.Heard, line string) string {
	dot := ""
	if h.Dialog == 0 && typing(h.Page) {
		dot = "."
	}
	line = strings.ReplaceAll(line, " · ", ", ")
	line = between.ReplaceAllString(line, "$1"+h.Text.Plain.To+"$2")
	return named.ReplaceAllStringFunc(line, func(name string) string { return "“" + dot + shown[name] + "”" })
}

// jamo are the letters on whose keys the Hangul stands (KS X 5002, the layout with two sets).
var jamo = strings.NewReplacer(
	"ㅂ", "q", "ㅈ", "w", "ㄷ", "e", "ㄱ", "r", "ㅅ", "t", "ㅛ", "y", "ㅕ", "u", "ㅑ", "i", "ㅐ", "o", "ㅔ", "p",
	"ㅁ", "a", "ㄴ", "s", "ㅇ", "d", "ㄹ", "f", "ㅎ", "g", "ㅗ", "h", "ㅓ", "j", "ㅏ", "k", "ㅣ", "l",
	"ㅋ", "z", "ㅌ", "x", "ㅊ", "c", "ㅍ", "v", "ㅠ", "b", "ㅜ", "n", "ㅡ", "m",
)

// synonyms are words for what has a letter.
var synonyms = map[string]string{
	"back": "b", "뒤로": "b", "help": "h", "?": "h", "도움말": "h", "menu": "0", "menus": "0", "메뉴": "0", "전체메뉴": "0",
	"quit": "q", "exit": "q", "끝내기": "q", "language": "l", "언어": "l", "more": "+", "더": "+", "left": "<", "왼쪽": "<", "right": ">", "오른쪽": ">",
	"up": "u", "previous": "u", "이전": "u", "find": "/", "찾기": "/", "refresh": "z", "again": "z", "다시": "z", "save": "k", "저장": "k",
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
