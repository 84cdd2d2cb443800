//go:build unix

package command

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"
	"golang.org/x/term"

	"smartbank/ui/text"
)

// onTerminal shows a model on a pseudo-terminal, with signals to come, and returns
// how that ended and what the terminal was sent. The terminal must be as it was.
func onTerminal(t *testing.T, model tea.Model, signals chan os.Signal) (sent, data string, ended error) {
	t.Helper()
	master, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer master.Close()
	if err := pty.Setsize(tty, &pty.Winsize{Cols: 80, Rows: 24}); err != nil {
		t.Fatal(err)
	}
	before, err := term.GetState(int(tty.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	read := make(chan struct{})
	go func() {
		defer close(read)
		io.Copy(&out, master) //nolint:errcheck // it ends when the terminal is closed
	}()
	data = filepath.Join(t.TempDir(), "data")
	p := &program{
		World: World{
			In: tty, Out: tty, Err: io.Discard, Now: time.Now,
			Signals: func() (<-chan os.Signal, func()) { return signals, func() {} },
		},
		text: text.In(text.English), settings: choices{data: data},
	}
	ended = p.show(t.Context(), model)
	after, stateErr := term.GetState(int(tty.Fd()))
	if stateErr != nil {
		t.Fatal(stateErr)
	}
	if !reflect.DeepEqual(before, after) {
		t.Errorf("the terminal is not restored: %v, before %v", after, before)
	}
	tty.Close()
	<-read
	return out.String(), data, ended
}

// TestPanicRestoresTheTerminal lets a program fall in each of its parts: the
// terminal is as it was, and a report is kept that its owner alone can read.
func TestPanicRestoresTheTerminal(t *testing.T) {
	t.Parallel()
	for _, where := range []string{"Init", "Update", "View", "command"} {
		t.Run(where, func(t *testing.T) {
			t.Parallel()
			sent, data, err := onTerminal(t, fragile{where, "7391"}, nil)
			problem, ok := errors.AsType[*ProblemError](err)
			if !ok || problem.Exit != exitFailed || !strings.Contains(problem.Problem, "mistake of ours") {
				t.Fatalf("it ended with %v", err)
			}
			reports, globErr := filepath.Glob(filepath.Join(data, "crash-*.txt"))
			if globErr != nil || len(reports) != 1 {
				t.Fatalf("the reports are %v", reports)
			}
			if !strings.Contains(problem.Advice, reports[0]) {
				t.Errorf("the advice %q does not name %s", problem.Advice, reports[0])
			}
			info, statErr := os.Stat(reports[0])
			if statErr != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("the report's mode is %v", info.Mode())
			}
			report, readErr := os.ReadFile(reports[0])
			if readErr != nil || !strings.Contains(string(report), "breakIn") || !strings.Contains(string(report), "version  smartbank") {
				t.Errorf("the report is\n%s", report)
			}
			left(t, sent)
		})
	}
}

// TestSignalEndsTheProgram sends signals instead of keys.
func TestSignalEndsTheProgram(t *testing.T) {
	t.Parallel()
	for signal, exit := range map[syscall.Signal]int{syscall.SIGTERM: 143, syscall.SIGHUP: 129, syscall.SIGINT: 130} {
		signals := make(chan os.Signal, 1)
		signals <- signal
		sent, data, err := onTerminal(t, idle{}, signals)
		problem, ok := errors.AsType[*ProblemError](err)
		if !ok || problem.Exit != exit || problem.Problem != "" {
			t.Errorf("%v ended it with %v, want exit %d and no word", signal, err, exit)
		}
		if _, err := os.Stat(data); err == nil {
			t.Errorf("%v left something in the data folder", signal)
		}
		left(t, sent)
	}
}

// idle is a program that does nothing.
type idle struct{}

func (idle) Init() tea.Cmd                         { return nil }
func (i idle) Update(tea.Msg) (tea.Model, tea.Cmd) { return i, nil }
func (idle) View() tea.View {
	v := tea.NewView("idle")
	v.AltScreen = true
	return v
}

// left checks that the alternate screen was left, if it was entered, and the cursor
// is shown.
func left(t *testing.T, sent string) {
	t.Helper()
	for _, mode := range []struct{ on, off string }{{"\x1b[?1049h", "\x1b[?1049l"}, {"\x1b[?25l", "\x1b[?25h"}, {"\x1b[?2004h", "\x1b[?2004l"}} {
		if strings.LastIndex(sent, mode.on) > strings.LastIndex(sent, mode.off) {
			t.Errorf("%q was not taken back: %q", mode.on, sent)
		}
	}
}
