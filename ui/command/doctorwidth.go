package command

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/term"
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

// measured is how many cells the terminal's cursor moved; ok is false where it
// does not tell (ECMA-48, 8.3.14 CPR).
type measured struct {
	ambiguous, hangul int
	ok                bool
}

// measure asks the terminal where its cursor is after each of the two texts.
func (p *program) measure() measured {
	in, ok := terminalOf(p.In)
	if !ok {
		return measured{}
	}
	state, err := term.MakeRaw(in)
	if err != nil {
		return measured{}
	}
	defer term.Restore(in, state) //nolint:errcheck // there is no other way to restore it
	const ask, wipe = "\x1b[6n", "\r\x1b[K"
	if _, err := io.WriteString(p.Out, wipe+ambiguous+ask+wipe+hangul+ask+wipe); err != nil {
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

// readColumns reads the two answers, which are ESC [ line ; column R.
func readColumns(from io.Reader) measured {
	var columns []int
	var answer []byte
	one := make([]byte, 1)
	for len(columns) < 2 {
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
	return measured{columns[0], columns[1], true}
}

// seeWidth looks whether the terminal draws signs and Hangul as wide as the
// program counts. Where the terminal does not tell, the customer can see it.
func (p *program) seeWidth() finding {
	w := p.text.Command.Check.Doctor
	if !p.draws() {
		return finding{about: w.Width, is: p.text.Command.Check.Unknown}
	}
	m := p.measure()
	switch {
	case !m.ok:
		return finding{about: w.Width, is: p.text.Command.Check.Unknown, advice: w.Ruler(ambiguous, ambiguousCells)}
	case m.hangul != hangulCells:
		return finding{w.Width, w.Widths(m.ambiguous, ambiguousCells, m.hangul, hangulCells), w.HangulAdvice, true}
	case m.ambiguous != ambiguousCells:
		return finding{w.Width, w.Widths(m.ambiguous, ambiguousCells, m.hangul, hangulCells), w.WidthAdvice, true}
	}
	return finding{about: w.Width, is: w.Widths(m.ambiguous, ambiguousCells, m.hangul, hangulCells)}
}

// earliest is before the first version of the program: no clock is right that
// shows less.
var earliest = time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)

// seeClock looks whether the machine's clock can be right: one-time passwords,
// certificates and days of the books depend on it.
func (p *program) seeClock() finding {
	w := p.text.Command.Check.Doctor
	now := p.clock().Now()
	f := finding{about: w.Clock, is: stamp(now)}
	if now.Before(earliest) {
		f.ill, f.advice = true, w.ClockAdvice
	}
	return f
}

// seeZone tells the machine's time zone. The bank's days are Seoul's whatever it
// is.
func (p *program) seeZone() finding {
	w := p.text.Command.Check.Doctor
	return finding{about: w.Zone, is: fmt.Sprintf("%s (%s)", p.Now().Format("MST -07:00"), w.ZoneNote)}
}
