// Package plain is the program as a conversation: for screen readers, Braille displays, dumb terminals, and whoever would
// rather be told than look. It has no screens of its own. The same app runs with the same screens; instead of being
// drawn, it is heard ([app.App.Hear]), and what is new since it was heard last is written, one announcement a line, as pure
// text: no escape codes, nothing overwritten, nothing in boxes. What is typed is lines: a [Line] becomes the keys that
// the screen would have got.
package plain

import (
	"io"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/app"
	"smartbank/ui/component"
	"smartbank/ui/screen"
)

// Program is what is talked to: an [app.App] that is heard.
type Program interface {
	tea.Model
	Hear() app.Heard
	Stay()
}

// Line is a line that was typed, without its end. It is wiped once it was used.
type Line []byte

// Interrupt is Ctrl+C.
type Interrupt struct{}

// Hangup is the end of what is typed: Ctrl+D.
type Hangup struct{}

// Terminal is what lines are typed into.
type Terminal interface {
	// Echo makes what is typed from now on show, or not.
	Echo(on bool)
	// Drop forgets what of a line was typed already.
	Drop()
}

// Timing of the conversation.
const (
	breath  = 40 * time.Millisecond  // after something happened, before it is told: more may belong to it
	calm    = 450 * time.Millisecond // after an answer, before a line that was typed ahead is taken for the page that came
	silence = time.Second            // of an answer that does not come, before it is said that it is waited for
	behind  = 300 * time.Millisecond // that what nobody waits for is given, before a page is told without it
)

// due is the moment to tell what happened.
type due struct{}

// Talk is the conversation: a tea.Model that draws nothing and writes what it says.
type Talk struct {
	program  Program
	clock    screen.Clock
	out      io.Writer
	terminal Terminal

	lines [][]byte // typed, and not taken yet

	armed   bool      // due is on its way
	acted   time.Time // when a line was taken last
	worked  bool      // an answer was waited for since then
	settled time.Time // when it had come
	byLine  bool      // what is told next follows from a line, and not from the clock

	begun   bool           // the opening was said
	asked   bool           // a prompt stands at the end of what was written
	secret  bool           // a secret was asked for, and not answered
	hidden  bool           // what is typed does not show
	prompt  string         // of that
	heard   string         // the short message that was said just now
	told    told           // what was said of the page
	known   map[place]told // of the pages that one can come back to
	silent  bool           // nothing was said since a line was taken
	waited  int            // thresholds of the wait that were said
	warned  int            // thresholds of the idle logout that were said
	loading bool           // more rows were asked for
	found   []int          // options that what was typed may mean, of the field that is asked; nil for none
}

// New starts a conversation with a program. What it says is written to out.
func New(p Program, clock screen.Clock, out io.Writer, terminal Terminal) *Talk {
	return &Talk{program: p, clock: clock, out: out, terminal: terminal, known: map[place]told{}}
}

// Init starts the program.
func (t *Talk) Init() tea.Cmd {
	t.acted, t.byLine = t.clock.Now(), true
	return tea.Batch(t.program.Init(), t.arm(breath))
}

// View draws nothing.
func (t *Talk) View() tea.View { return tea.View{} }

// Update takes lines, and tells a moment later what followed from them, or from the clock.
func (t *Talk) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case due:
		t.armed = false
		return t, t.goOn()
	case Line:
		t.lines = append(t.lines, msg)
		return t, t.arm(breath)
	case Interrupt:
		t.breakOff()
		return t, tea.Batch(t.press(keyQuit), t.arm(breath))
	case Hangup:
		t.breakOff()
		cmd := t.press(keyQuit)
		if t.hear().Dialog != 0 { // whether to leave; nobody is there to answer
			cmd = tea.Batch(cmd, t.press(keyQuit))
		}
		return t, cmd
	}
	_, cmd := t.program.Update(msg)
	return t, tea.Batch(cmd, t.arm(breath))
}

// arm lets due come.
func (t *Talk) arm(after time.Duration) tea.Cmd {
	if t.armed {
		return nil
	}
	t.armed = true
	return t.clock.Tick(after, func(time.Time) tea.Msg { return due{} })
}

// goOn tells what is new, and takes the lines that were typed for it.
func (t *Talk) goOn() tea.Cmd {
	var cmds []tea.Cmd
	for {
		h := t.hear()
		if h.Gone {
			return tea.Batch(cmds...)
		}
		now := t.clock.Now()
		t.warn(h)
		if h.Working {
			t.worked = true
			return tea.Batch(append(cmds, t.wait(h))...)
		}
		if h.Behind && now.Before(t.acted.Add(behind)) {
			return tea.Batch(append(cmds, t.arm(breath))...)
		}
		if t.worked {
			t.worked, t.settled = false, now
		}
		t.tell(h)
		if h.Telling { // it was said: nobody has to confirm that
			if now.Before(h.Quiet) {
				return tea.Batch(append(cmds, t.arm(h.Quiet.Sub(now)))...)
			}
			cmds = append(cmds, t.press(keyEnter))
			continue
		}
		t.ask(h)
		if len(t.lines) == 0 {
			return tea.Batch(cmds...)
		}
		if ready := t.settled.Add(calm); now.Before(ready) {
			return tea.Batch(append(cmds, t.arm(ready.Sub(now)))...)
		}
		cmds = append(cmds, t.take(h))
	}
}

// hear is the program as it is now. Of several lists on a page one can be moved in, the first; the others are lines.
func (t *Talk) hear() app.Heard {
	h := t.program.Hear()
	page := make([]component.Spoken, 0, len(h.Page))
	for _, part := range h.Page {
		l, is := part.(component.Listed)
		if !is || !listed(page) {
			page = append(page, part)
			continue
		}
		for _, row := range l.Rows {
			page = append(page, component.Line(row))
		}
	}
	h.Page = page
	return h
}

// take answers with the first line that was typed.
func (t *Talk) take(h app.Heard) tea.Cmd {
	line := t.lines[0]
	t.lines = t.lines[1:]
	defer clear(line)
	t.secret = false
	if t.asked {
		t.asked = false
		if t.hidden { // the end of the line did not show either
			t.write("\n")
		}
	}
	t.acted, t.byLine, t.silent, t.loading = t.clock.Now(), true, true, false
	cmd := t.answer(h, line)
	t.worked = t.worked || t.hear().Working
	return cmd
}

// press presses a key.
func (t *Talk) press(key tea.KeyPressMsg) tea.Cmd {
	_, cmd := t.program.Update(key)
	return cmd
}

// presses presses a key several times.
func (t *Talk) presses(key tea.KeyPressMsg, times int) tea.Cmd {
	var cmds []tea.Cmd
	for range times {
		cmds = append(cmds, t.press(key))
	}
	return tea.Batch(cmds...)
}

// waits are the times after which it is said that an answer is still waited for.
var waits = []time.Duration{
	time.Second, 3 * time.Second, 10 * time.Second, 20 * time.Second, 30 * time.Second, time.Minute, 2 * time.Minute, 5 * time.Minute, 10 * time.Minute,
}

// warnings are how long before the idle logout it is said that it comes.
var warnings = []time.Duration{time.Minute, 30 * time.Second, 10 * time.Second}

// say writes an announcement.
func (t *Talk) say(line string) {
	line = sentence(line)
	if line == "" {
		return
	}
	t.breakOff()
	t.silent = false
	t.write(line + "\n")
}

// breakOff ends the line of a prompt that was not answered.
func (t *Talk) breakOff() {
	if t.asked {
		t.asked = false
		t.write("\n")
	}
}

func (t *Talk) write(s string) {
	io.WriteString(t.out, s) //nolint:errcheck,gosec // nobody is left to be told
}

// sentence is one line of pure text.
func sentence(s string) string {
	return strings.TrimRight(component.Clean(s), " ")
}

// End ends the conversation's last line, once the program has ended.
func (t *Talk) End() {
	t.breakOff()
	t.terminal.Echo(true)
}
