package plain

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"smartbank/ui/app"
	"smartbank/ui/keymap"
	"smartbank/ui/text"
)

// named are the marks of keys in words that were written for the key line, with the Korean particle after them, and what is to be done with them.
var named = regexp.MustCompile(`([Pp]ress )?([\x{F8000}-\x{F80FF}])([을를은는이가과와]|으로|로)?( 누르면| 누르거나| 누르세요| 눌러)?`)

// typed are the words for typing by those for pressing.
var typed = map[string]string{
	"Press ": "Type ", "press ": "type ", " 누르면": " 입력하면", " 누르거나": " 입력하거나", " 누르세요": " 입력하세요", " 눌러": " 입력해",
}

// span are two numbers, days or times with the sign between the ends of a span, which most screen readers pass over.
var span = regexp.MustCompile(`([0-9][0-9:-]*)(?: – | ~ |[–~])([0-9][0-9:-]*)`)

// pauses are the signs between the parts of a line.
var pauses = strings.NewReplacer(" · ", ", ", " › ", ", ", "  ", ", ")

// words are a line in which keys are called by what is typed for them, and signs are words.
func (t *Talk) words(h app.Heard, line string) string {
	dot := ""
	if h.Dialog == 0 && typing(h.Page) {
		dot = "."
	}
	line = pauses.Replace(line)
	if strings.ContainsAny(line, "–~") {
		line = span.ReplaceAllStringFunc(line, func(s string) string {
			ends := span.FindStringSubmatch(s)
			return h.Text.Plain.Span(ends[1], ends[2])
		})
	}
	line = called(line, h.Text.Plain.Signs)
	if !strings.ContainsFunc(line, func(r rune) bool { return keymap.Marked(r) != "" }) {
		return line
	}
	return named.ReplaceAllStringFunc(line, func(found string) string {
		parts := named.FindStringSubmatch(found)
		mark, _ := utf8.DecodeRuneInString(parts[2])
		name := keymap.Marked(mark)
		is := spelt(h, name)
		if is == "" { // a key that only moves
			return parts[1] + name + parts[3] + parts[4]
		}
		return typed[parts[1]] + "“" + dot + is + "”" + text.Particle(is, parts[3]) + typed[parts[4]]
	})
}

// spelt is what is typed for a key by the name that the key line has for it; "" for one that only moves.
func spelt(h app.Heard, name string) string {
	for _, a := range acts(h) {
		if a.hint.Key == name {
			return a.typed
		}
	}
	k, _ := keyOf(name)
	return k.typed
}

// called are words in which signs that stand alone, and so are spoken of, have their names.
func called(line string, names map[rune]string) string {
	if !strings.ContainsAny(line, `'"\|₩!#`) {
		return line
	}
	var b strings.Builder
	runes := []rune(line)
	for i, r := range runes {
		name, is := names[r]
		switch {
		case !is || i > 0 && runes[i-1] != ' ' || i+1 < len(runes) && !ends(runes[i+1]):
			b.WriteRune(r)
		case i > 1 && b.Len() > 0 && names[runes[i-2]] != "": // one of several
			listed := strings.TrimSuffix(b.String(), " ")
			b.Reset()
			b.WriteString(listed + ", " + name)
		default:
			b.WriteString(name)
		}
	}
	return b.String()
}

// ends reports whether a sign before r stands alone: a space follows, a comma, or a Korean particle.
func ends(r rune) bool { return r == ' ' || r == ',' || r >= '가' && r <= '힣' }
