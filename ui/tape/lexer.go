package tape

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// tokenKind is what a token is.
type tokenKind int

// The kinds of tokens.
const (
	tokenEnd      tokenKind = iota
	tokenWord               // bare: a command, a setting, a path, text to type
	tokenString             // in quotes, which are not part of it
	tokenNumber             // without a sign
	tokenSign               // one character: @ + = % - [ ] ^ \
	tokenRegex              // between slashes, which are not part of it
	tokenJSON               // from { to the first }
	tokenComment            // from # to the end of the line, or only the mark behind which this program's words stand
	tokenVariable           // the name of a variable, behind a $
	tokenBad                // text is the problem
)

// token is a word of a tape.
type token struct {
	kind         tokenKind
	text         string
	line, column int
	first        bool // of its line
}

// String names the token in an error.
func (t token) String() string {
	switch t.kind {
	case tokenEnd:
		if t.text != "" {
			return t.text
		}
		return "the end of the tape"
	case tokenRegex:
		return "/" + t.text + "/"
	case tokenComment:
		return "a comment"
	case tokenVariable:
		return "$" + t.text
	case tokenWord, tokenString, tokenNumber, tokenSign, tokenJSON, tokenBad:
		return fmt.Sprintf("%q", t.text)
	}
	return t.text
}

// isSign tells whether the token is this sign.
func (t token) isSign(sign string) bool { return t.kind == tokenSign && t.text == sign }

// isWord tells whether the token is this bare word.
func (t token) isWord(word string) bool { return t.kind == tokenWord && t.text == word }

// isText tells whether VHS would take the token as a string: one in quotes, or a
// bare word that is no keyword.
func (t token) isText() bool {
	return t.kind == tokenString || t.kind == tokenWord && !vhsKeywords[t.text]
}

// vhsKeywords are the bare words that mean something to VHS 0.11 (token.Keywords),
// so that they must be quoted to be text.
var vhsKeywords = wordSet(`em px ms s m true false Set Sleep Type Enter Space Backspace Delete Insert Ctrl Alt Shift Down
	Left Right Up PageUp PageDown ScrollUp ScrollDown Tab Escape End Hide Require Show Output Shell FontFamily MarginFill
	Margin WindowBar WindowBarSize BorderRadius FontSize Framerate Height LetterSpacing LineHeight PlaybackSpeed
	TypingSpeed Padding Theme Width LoopOffset WaitTimeout WaitPattern Wait Source CursorBlink Screenshot Copy Paste Env`)

// wordSet is the set of the words in a text.
func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

// The lexing rules of VHS 0.11. A number may have several dots here; what reads
// it complains.
var (
	numberRE = regexp.MustCompile(`^(?:\.?[0-9][0-9.]*)`)
	wordRE   = regexp.MustCompile(`^[A-Za-z.][A-Za-z0-9._/%-]*`)
	nameRE   = regexp.MustCompile(`^\$[A-Za-z_][A-Za-z0-9_]*`)
	regexRE  = regexp.MustCompile(`^/((?:\\.|[^/\\\n\r])*)/`)
	// bankRE is the comment behind which words stand that are not VHS's.
	bankRE = regexp.MustCompile(`^#[ \t]*smartbank:`)
)

// lexer cuts a tape into tokens.
type lexer struct {
	rest         string
	line, column int
	lastLine     int // of the token before
}

// next is the next token; after the last one, always the end.
func (l *lexer) next() token {
	l.blanks()
	t := token{line: l.line, column: l.column, first: l.line != l.lastLine}
	l.lastLine = l.line
	if l.rest == "" {
		return t
	}
	switch c := l.rest[0]; c {
	case '#':
		t.kind, t.text = tokenComment, l.comment()
	case '"', '\'', '`':
		t.kind, t.text = l.quoted(c)
	case '{':
		t.kind, t.text = l.json()
	case '/':
		t.kind, t.text = l.regex()
	case '@', '+', '=', '%', '-', '[', ']', '^', '\\':
		t.kind, t.text = tokenSign, l.take(1)
	default:
		t.kind, t.text = l.plain()
	}
	return t
}

// blanks skips what separates tokens.
func (l *lexer) blanks() {
	l.take(len(l.rest) - len(strings.TrimLeft(l.rest, " \t\r\n")))
}

// comment reads a comment: its line, or only the mark behind which a command of
// this program begins, as on a line of its own.
func (l *lexer) comment() string {
	if mark := bankRE.FindString(l.rest); mark != "" {
		l.lastLine = 0
		return l.take(len(mark))
	}
	return l.take(lineLength(l.rest))
}

// quoted reads a string. There are no escapes: the quote ends it.
func (l *lexer) quoted(quote byte) (tokenKind, string) {
	end := strings.IndexByte(l.rest[1:], quote)
	if n := lineLength(l.rest); end < 0 || end+1 >= n {
		l.take(n)
		return tokenBad, fmt.Sprintf("the string has no closing %c on its line", quote)
	}
	text := l.take(end + 2)
	return tokenString, text[1 : len(text)-1]
}

// json reads a JSON object up to its first closing brace, as VHS does.
func (l *lexer) json() (tokenKind, string) {
	end := strings.IndexByte(l.rest, '}')
	if end < 0 {
		l.take(len(l.rest))
		return tokenBad, "the { has no closing }"
	}
	return tokenJSON, l.take(end + 1)
}

// regex reads a pattern between slashes; \/ is a slash in it.
func (l *lexer) regex() (tokenKind, string) {
	m := regexRE.FindStringSubmatch(l.rest)
	if m == nil {
		l.take(lineLength(l.rest))
		return tokenBad, "the pattern has no closing / on its line"
	}
	l.take(len(m[0]))
	return tokenRegex, m[1]
}

// plain reads a number or a bare word.
func (l *lexer) plain() (tokenKind, string) {
	if n := numberRE.FindString(l.rest); n != "" {
		return tokenNumber, l.take(len(n))
	}
	if v := nameRE.FindString(l.rest); v != "" {
		return tokenVariable, l.take(len(v))[1:]
	}
	if w := wordRE.FindString(l.rest); w != "" {
		return tokenWord, l.take(len(w))
	}
	_, n := utf8.DecodeRuneInString(l.rest)
	bad := l.take(n)
	if n > 1 {
		return tokenBad, fmt.Sprintf("%q must stand in quotes", bad)
	}
	return tokenBad, fmt.Sprintf("%q means nothing here", bad)
}

// take moves past n bytes and returns them.
func (l *lexer) take(n int) string {
	text := l.rest[:n]
	l.rest = l.rest[n:]
	tail := text
	if i := strings.LastIndexByte(text, '\n'); i >= 0 {
		l.line += strings.Count(text, "\n")
		l.column, tail = 1, text[i+1:]
	}
	l.column += utf8.RuneCountInString(tail)
	return text
}

// lineLength is the number of bytes to the end of the line.
func lineLength(s string) int {
	if n := strings.IndexAny(s, "\r\n"); n >= 0 {
		return n
	}
	return len(s)
}
