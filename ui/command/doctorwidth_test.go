//go:build unix

package command

import (
	"bytes"
	"fmt"
	"io"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"

	"smartbank/ui/text"
)

// TestWidthIsAskedOfTheTerminal runs the width test on terminals that draw as
// this one should, that draw signs or Hangul in other widths, and that say nothing.
func TestWidthIsAskedOfTheTerminal(t *testing.T) {
	t.Parallel()
	w := text.In(text.English).Command.Check.Doctor
	for _, row := range []struct {
		name    string
		columns []int // of the cursor, from 1; nil says nothing
		ill     bool
		advice  string
		cursor  string // what to do about it
	}{
		{"one cell and two", []int{ambiguousCells + 1, hangulCells + 1, sentTo + 1}, false, "", ""},
		{"signs in two cells", []int{2*ambiguousCells + 1, hangulCells + 1, sentTo + 1}, true, w.WidthAdvice, ""},
		{"Hangul in one cell", []int{ambiguousCells + 1, hangulCells/2 + 1, sentTo + 1}, true, w.HangulAdvice, ""},
		{"a cursor that stays", []int{ambiguousCells + 1, hangulCells + 1, 1}, false, "", w.CursorAdvice},
		{"says nothing", nil, false, w.Ruler(ambiguous, ambiguousCells), w.CursorSilentAdvice},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			master, tty, err := pty.Open()
			if err != nil {
				t.Fatal(err)
			}
			defer master.Close()
			answered := make(chan struct{})
			go func() {
				defer close(answered)
				answerColumns(master, row.columns)
			}()
			p := &program{
				World: World{
					In: tty, Out: tty, Env: func(string) string { return "xterm" }, Now: time.Now,
					Later: func(_ time.Duration, msg func() tea.Msg) tea.Cmd {
						return func() tea.Msg {
							if row.columns != nil {
								select {} // the terminal is quicker
							}
							return msg()
						}
					},
				},
				text: text.In(text.English),
			}
			m := p.measure()
			if f := p.seeWidth(m); f.ill != row.ill || f.advice != row.advice || f.is == "" {
				t.Errorf("%+v, want ill %v with %q", f, row.ill, row.advice)
			}
			if f := p.seeCursor(m); f.ill != (row.cursor == w.CursorAdvice) || f.advice != row.cursor || f.is == "" {
				t.Errorf("of the cursor %+v, want %q", f, row.cursor)
			}
			if _, err := io.WriteString(master, "R\n"); err != nil { // frees who still waits for an answer: else the terminal stays open
				t.Error(err)
			}
			if err := tty.Close(); err != nil {
				t.Error(err)
			}
			<-answered
		})
	}
}

// answerColumns answers each question for the cursor with a column.
func answerColumns(terminal io.ReadWriter, columns []int) {
	var seen []byte
	buffer := make([]byte, 256)
	for {
		n, err := terminal.Read(buffer)
		if err != nil {
			return
		}
		seen = append(seen, buffer[:n]...)
		for len(columns) > 0 {
			_, rest, asked := bytes.Cut(seen, []byte("\x1b[6n"))
			if !asked {
				break
			}
			seen = rest
			if _, err := fmt.Fprintf(terminal, "\x1b[1;%dR", columns[0]); err != nil {
				return
			}
			columns = columns[1:]
		}
	}
}
