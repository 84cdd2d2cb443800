package command

import (
	"errors"
	"fmt"
	"io"
	"syscall"
	"unicode/utf8"

	"golang.org/x/term"

	"smartbank/ui/text"
)

// longestSecret is more than any password. A secret is read into room that is
// never moved, so that wiping it leaves no copy behind.
const longestSecret = 1024

// password asks for a password: on the terminal, without showing it, or as the
// first line of stdin where the customer said so. It never comes from the command line, which
// everybody on the machine can read. The caller wipes it.
func (p *program) password(fromStdin bool) ([]byte, error) {
	if fromStdin {
		return p.lineOfStdin(p.text.Command.NothingOnStdin)
	}
	return p.askSecret(p.text.Command.Prompt, p.text.Command.NobodyToAsk)
}

// lineOfStdin is the next line of stdin, or a problem where there is none.
func (p *program) lineOfStdin(nothing text.Message) ([]byte, error) {
	secret, err := readSecret(withoutCR{p.In})
	if err != nil {
		return nil, wrong(nothing)
	}
	return secret, nil
}

// withoutCR reads the line ends of Windows as those of others, byte by byte.
type withoutCR struct{ from io.Reader }

func (r withoutCR) Read(b []byte) (n int, err error) {
	for n, err = r.from.Read(b[:1]); n == 1 && b[0] == '\r' && err == nil; {
		n, err = r.from.Read(b[:1])
	}
	if n == 1 && b[0] == '\r' {
		n = 0
	}
	return n, err
}

// askSecret asks on the terminal, or tells that there is nobody to ask.
func (p *program) askSecret(prompt string, nobody text.Message) ([]byte, error) {
	fd, ok := terminalOf(p.In)
	if !ok {
		return nil, wrong(nobody)
	}
	return p.promptSecret(fd, prompt)
}

// promptSecret asks on the terminal. Raw mode, and not only no echo: Ctrl+C is
// then a byte, and nothing can end the program between here and the terminal's restoring.
func (p *program) promptSecret(fd int, prompt string) ([]byte, error) {
	before, err := term.MakeRaw(fd)
	if err != nil {
		return nil, fmt.Errorf("ask for the password: %w", err)
	}
	defer func() {
		term.Restore(fd, before) //nolint:errcheck,gosec // there is nothing else to do about it
		fmt.Fprintln(p.Err)
	}()
	signals, stop := p.Signals()
	defer stop()
	fmt.Fprintf(p.Err, "%s", prompt)

	type answer struct {
		secret []byte
		err    error
	}
	answered := make(chan answer, 1)
	go func() {
		secret, err := readSecret(p.In)
		answered <- answer{secret, err}
	}()
	select {
	case a := <-answered:
		if a.err != nil {
			return nil, quiet(exitOfSignal(syscall.SIGINT))
		}
		return a.secret, nil
	case s := <-signals:
		return nil, quiet(exitOfSignal(s))
	}
}

var errNoSecret = errors.New("no line")

// readSecret reads one line, byte by byte so that nothing behind it is taken. It
// edits as a terminal in raw mode has to: Backspace and Ctrl+U; Ctrl+C and Ctrl+D give up.
func readSecret(from io.Reader) ([]byte, error) {
	secret := make([]byte, 0, longestSecret)
	var b [1]byte
	defer clear(b[:])
	for {
		n, err := from.Read(b[:])
		if n == 0 && err == nil {
			continue
		}
		if n == 0 && (len(secret) == 0 || !errors.Is(err, io.EOF)) {
			clear(secret)
			return nil, errNoSecret
		}
		if n == 0 || b[0] == '\n' || b[0] == '\r' {
			return secret, nil
		}
		switch b[0] {
		case 0x03, 0x04: // Ctrl+C, Ctrl+D
			clear(secret)
			return nil, errNoSecret
		case 0x15: // Ctrl+U
			clear(secret)
			secret = secret[:0]
		case 0x08, 0x7f: // Backspace
			_, size := utf8.DecodeLastRune(secret)
			clear(secret[len(secret)-size:])
			secret = secret[:len(secret)-size]
		default:
			if len(secret) == cap(secret) {
				clear(secret)
				return nil, errNoSecret
			}
			secret = append(secret, b[0])
		}
	}
}
