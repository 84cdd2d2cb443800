package tape

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The largest tape that is read, in bytes; the most problems that are reported;
// how often one command may press its key; and the longest time in a tape.
const (
	maxBytes    = 1 << 20
	maxProblems = 50
	maxCount    = 10_000
	maxTime     = 366 * 24 * time.Hour
)

// Tape is a tape that was read without a mistake.
type Tape struct {
	// File is its name as it was given.
	File string
	// Commands are its commands, in their order; those of a sourced tape stand in
	// Source's place.
	Commands []Command

	settings Settings
	warnings []*SyntaxError
}

// Warnings are what is read as VHS does, but hardly meant so.
func (t *Tape) Warnings() []*SyntaxError { return t.warnings }

// Command is one command of a tape.
type Command interface {
	// At is where it stands.
	At() Pos
	// String is the command as it can be written in a tape.
	String() string

	play(p *player) error
}

// Settings are what the tape sets before its first key, and the defaults.
func (t *Tape) Settings() Settings { return t.settings }

// Parse reads a tape. The name is only for errors; sourced tapes are read from
// folder, which may be nil where there is none. The error holds a [*SyntaxError]
// for every mistake (up to 50), in their order, joined by errors.Join.
func Parse(name string, text []byte, folder fs.FS) (*Tape, error) {
	p := &parser{file: name, folder: folder}
	p.text(text)
	tape := &Tape{File: name, Commands: p.commands}
	if len(p.problems) == 0 {
		tape.settings = p.settings()
		p.bound()
		tape.warnings = p.warnings
	}
	if len(p.problems) > 0 {
		return nil, errors.Join(p.problems...)
	}
	return tape, nil
}

// ParseFile reads the tape in a file, which may be anywhere; see [Parse].
func ParseFile(name string, folder fs.FS) (*Tape, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read the tape: %w", err)
	}
	text, err := read(f)
	if err != nil {
		return nil, fmt.Errorf("read the tape: %w", err)
	}
	return Parse(name, text, folder)
}

// read reads and closes a file, but no more of it than shows that it is too long.
func read(f io.ReadCloser) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(f, maxBytes+1))
	return text, errors.Join(err, f.Close())
}

// parser makes commands of tokens.
type parser struct {
	file     string
	folder   fs.FS
	sourced  bool // this tape was sourced by another
	lexer    lexer
	at       token // the command's first token
	peek     token // the next one
	marked   bool  // it stands behind "# smartbank:"
	commands []Command
	warnings []*SyntaxError
	problems []error
}

// commandParsers are the commands that are no keys. Each is called when its
// name was read, and returns nil after a problem.
var commandParsers = map[string]func(*parser) Command{
	"Type": parseType, "Sleep": parseSleep, "Wait": parseWait, "Expect": parseExpect,
	"Ctrl": parseChord, "Alt": parseChord, "Shift": parseChord,
	"Screenshot": parseScreenshot, "Output": parseOutput, "Set": parseSet,
	"Hide": parseHide, "Show": parseShow, "Env": parseEnv, "Require": parseRequire,
	"Copy": parseCopy, "Paste": parsePaste, "Advance": parseAdvance, "Focus": parseFocus,
	"ScrollUp": parseScroll, "ScrollDown": parseScroll,
}

// The commands, besides keys, that VHS knows, and that it does not know.
var (
	theirs = wordSet(`Type Sleep Wait Ctrl Alt Shift Screenshot Output Set Hide Show Env Require Copy Paste ScrollUp ScrollDown Source`)
	ours   = wordSet("Expect Advance Focus")
)

// isCommand tells whether a command begins with a word.
func isCommand(word string) bool { return theirs[word] || ours[word] || isKey(word) }

// text reads a whole tape.
func (p *parser) text(text []byte) {
	if !p.readable(text) {
		return
	}
	p.lexer = lexer{rest: strings.TrimPrefix(string(text), "\ufeff"), line: 1, column: 1}
	p.next()
	for p.peek.kind != tokenEnd && len(p.problems) < maxProblems {
		before := len(p.problems)
		p.command()
		if len(p.problems) > before {
			p.recover()
		}
	}
}

// readable tells whether text can be a tape: not too long, UTF-8, and without
// control characters.
func (p *parser) readable(text []byte) bool {
	if len(text) > maxBytes {
		p.fail(token{line: 1, column: 1}, "the tape is longer than %d bytes", maxBytes)
		return false
	}
	line, column := 1, 1
	for rest := text; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && n == 1:
			p.fail(token{line: line, column: column}, "this is not UTF-8 text")
			return false
		case r == '\n':
			line, column = line+1, 0
		case unicode.IsControl(r) && r != '\t' && r != '\r':
			p.fail(token{line: line, column: column}, "a control character (%U) cannot stand in a tape", r)
			return false
		}
		column++
		rest = rest[n:]
	}
	return true
}

// command reads one command.
func (p *parser) command() {
	p.marked = p.at.kind == tokenComment && bankRE.MatchString(p.at.text)
	if p.at = p.next(); p.at.kind == tokenComment {
		return
	}
	if p.at.kind == tokenWord {
		var c Command
		switch parse, known := commandParsers[p.at.text]; {
		case known:
			c = parse(p)
		case isKey(p.at.text):
			c = parseKey(p)
		case p.at.text == "Source":
			p.source()
			return
		default:
			p.fail(p.at, "unknown command %q%s", p.at.text, meant(p.at.text, commandNames()))
		}
		if c != nil {
			p.commands = append(p.commands, c)
		}
		return
	}
	p.fail(p.at, "a command must stand here, not %v", p.at)
}

// recover goes on with the next line after a problem.
func (p *parser) recover() {
	for p.peek.kind != tokenEnd && p.peek.kind != tokenComment && !p.peek.first {
		p.next()
	}
}

// next returns the token that was next and reads another.
func (p *parser) next() token {
	t := p.peek
	p.peek = p.lexer.next()
	return t
}

// arg returns the command's next argument, which may stand on the next line. The
// name of a command that begins a line is the next command, and stays: the argument is missing then.
func (p *parser) arg() token {
	if p.peek.kind == tokenWord && p.peek.first && isCommand(p.peek.text) || p.peek.kind == tokenComment {
		return token{kind: tokenEnd, text: "the end of the line", line: p.at.line, column: p.at.column}
	}
	return p.next()
}

// fail notes a problem at a token; where the token is unreadable itself, that is
// the problem.
func (p *parser) fail(at token, format string, args ...any) {
	problem := fmt.Sprintf(format, args...)
	if at.kind == tokenBad {
		problem = at.text
	}
	p.problems = append(p.problems, &SyntaxError{p.file, at.line, at.column, problem})
}

// warn notes what is read, but hardly meant so.
func (p *parser) warn(at Pos, format string, args ...any) {
	p.warnings = append(p.warnings, &SyntaxError{at.File, at.Line, at.Column, fmt.Sprintf(format, args...)})
}

// pos is the place of a token.
func (p *parser) pos(t token) Pos { return Pos{p.file, t.line, t.column} }

// texts reads one or more strings, which are joined by one space each. A bare
// word that begins a line is a command, not text.
func (p *parser) texts(name string) (string, bool) {
	t := p.arg()
	if !t.isText() {
		p.fail(t, "%s needs text, not %v; keywords and numbers must stand in quotes", name, t)
		return "", false
	}
	var parts []string
	for {
		if t.kind == tokenWord && (isKey(t.text) || ours[t.text]) {
			p.fail(t, "%s would be text here; write it in quotes, or on the next line as a command", t.text)
			return "", false
		}
		parts = append(parts, t.text)
		if !p.peek.isText() || p.peek.kind == tokenWord && p.peek.first {
			return strings.Join(parts, " "), true
		}
		t = p.next()
	}
}

// path reads the name of a file in the working folder that has one of the
// endings; done names them for an error.
func (p *parser) path(name, done string, endings map[string]bool) (string, bool) {
	at := p.peek
	file, ok := p.inside(name)
	if ok && !endings[path.Ext(file)] {
		p.fail(at, "%s takes %s, not %q", name, done, at.text)
		return "", false
	}
	return file, ok
}

// inside reads the name of a file in the working folder.
func (p *parser) inside(name string) (string, bool) {
	t := p.arg()
	if !t.isText() && t.kind != tokenRegex {
		p.fail(t, "%s needs a file's name, not %v", name, t)
		return "", false
	}
	if t.kind == tokenRegex || !filepath.IsLocal(t.text) || path.IsAbs(t.text) || strings.Contains(t.text, `\`) {
		p.fail(t, "%s: %v is outside the working folder", name, t)
		return "", false
	}
	return path.Clean(t.text), true
}
