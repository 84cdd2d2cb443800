package command

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/term"

	"smartbank/bank"
	"smartbank/bank/calendar"
)

// The width test: signs whose width Unicode calls ambiguous (UAX #11), which the
// program counts as one cell each, and Hangul, which is two.
const (
	ambiguous      = "─·…●→“◷▲"
	ambiguousCells = 8
	hangul         = "우체국"
	hangulCells    = 6
)

// answerWithin is how long a terminal has to tell where its cursor is.
const answerWithin = time.Second

// sentTo is the column, from 0, that the cursor is sent to (ECMA-48, 8.3.9 CHA, which counts from 1).
const sentTo = 11

// measured is how many cells the terminal's cursor moved, and the column it went to when it was sent to one; ok is false where it
// does not tell (ECMA-48, 8.3.14 CPR).
type measured struct {
	ambiguous, hangul, sent int
	ok                      bool
}

// measure asks the terminal where its cursor is after each of the two texts, and after it was sent somewhere.
func (p *program) measure() measured {
	in, ok := terminalOf(p.In)
	if !ok || !p.draws() {
		return measured{}
	}
	state, err := term.MakeRaw(in)
	if err != nil {
		return measured{}
	}
	defer term.Restore(in, state) //nolint:errcheck // there is no other way to restore it
	const ask, wipe = "\x1b[6n", "\r\x1b[K"
	if _, err := io.WriteString(p.Out, wipe+ambiguous+ask+wipe+hangul+ask+wipe+ansi.CursorHorizontalAbsolute(sentTo+1)+ask+wipe); err != nil {
		return measured{}
	}
	told := make(chan measured, 1)
	go func() { told <- readColumns(p.In) }() // a terminal that says nothing is left waiting: the program ends soon
	late := make(chan tea.Msg, 1)
	wait := p.Later(answerWithin, func() tea.Msg { return nil })
	go func() { late <- wait() }()
	select {
	case m := <-told:
		return m
	case <-late:
		return measured{}
	}
}

// readColumns reads the three answers, which are ESC [ line ; column R.
func readColumns(from io.Reader) measured {
	var columns []int
	var answer []byte
	one := make([]byte, 1)
	for len(columns) < 3 {
		if _, err := from.Read(one); err != nil || len(answer) > 64 {
			return measured{}
		}
		answer = append(answer, one[0])
		if one[0] != 'R' {
			continue
		}
		_, column, _ := bytes.Cut(bytes.TrimSuffix(answer, []byte("R")), []byte(";"))
		n, err := strconv.Atoi(string(column))
		if err != nil {
			return measured{}
		}
		columns, answer = append(columns, n-1), nil
	}
	return measured{columns[0], columns[1], columns[2], true}
}

// seeWidth looks whether the terminal draws signs and Hangul as wide as the
// program counts. Where the terminal does not tell, the customer can see it.
func (p *program) seeWidth(m measured) finding {
	w := p.text.Command.Check.Doctor
	switch {
	case !p.draws():
		return finding{about: w.Width, is: p.text.Command.Check.Unknown}
	case !m.ok:
		return finding{about: w.Width, is: p.text.Command.Check.Unknown, advice: w.Ruler(ambiguous, ambiguousCells)}
	case m.hangul != hangulCells:
		return finding{w.Width, w.Widths(m.ambiguous, ambiguousCells, m.hangul, hangulCells), w.HangulAdvice, true}
	case m.ambiguous != ambiguousCells:
		return finding{w.Width, w.Widths(m.ambiguous, ambiguousCells, m.hangul, hangulCells), w.WidthAdvice, true}
	}
	return finding{about: w.Width, is: w.Widths(m.ambiguous, ambiguousCells, m.hangul, hangulCells)}
}

// seeCursor looks whether the terminal's cursor goes where it is sent: pages are drawn by it, and Hangul is composed at it.
func (p *program) seeCursor(m measured) finding {
	w := p.text.Command.Check.Doctor
	switch {
	case !p.draws():
		return finding{about: w.Cursor, is: p.text.Command.Check.Unknown}
	case !m.ok:
		return finding{about: w.Cursor, is: w.CursorSilent, advice: w.CursorSilentAdvice}
	case m.sent != sentTo:
		return finding{w.Cursor, w.CursorWent(m.sent+1, sentTo+1), w.CursorAdvice, true}
	}
	return finding{about: w.Cursor, is: w.CursorGoes}
}

// earliest is before the first version of the program: no clock is right that
// shows less.
var earliest = time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)

// seeClock looks whether the machine's clock can be right: one-time passwords,
// certificates and days of the books depend on it, and books that are ahead of it are not opened.
func (p *program) seeClock(books bank.Report) finding {
	w := p.text.Command.Check.Doctor
	now := p.clock().Now()
	f := finding{about: w.Clock, is: stamp(now)}
	switch {
	case now.Before(earliest):
		f.ill, f.advice = true, w.ClockAdvice
	case books.Ahead(now):
		f.ill, f.is, f.advice = true, w.ClockBehind(stamp(now), stamp(books.Newest.In(calendar.Seoul))), w.ClockBehindAdvice
	}
	return f
}

// seeZone tells the machine's time zone. The bank's days are Seoul's whatever it
// is.
func (p *program) seeZone() finding {
	w := p.text.Command.Check.Doctor
	return finding{about: w.Zone, is: fmt.Sprintf("%s (%s)", p.Now().Format("MST -07:00"), w.ZoneNote)}
}
