//go:build unix

package ui_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	"golang.org/x/term"
)

// patience is how long a test waits for a screen before it gives up: far longer
// than any takes, also under the race detector on a busy machine.
const patience = 4 * time.Minute

// built is the path of the program, built once as customers build it.
var built = sync.OnceValues(func() (string, error) {
	path := filepath.Join(scratch, "smartbank")
	out, err := exec.Command("go", "build", "-o", path, "smartbank").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return path, nil
})

// terminal is a pseudo-terminal with the built program in it, and an emulator that
// shows what a customer would see.
type terminal struct {
	t      *testing.T
	master *os.File
	tty    *os.File
	before *term.State
	cmd    *exec.Cmd
	ended  chan error
	Data   string // the data folder
	Dir    string // the working folder

	mu       sync.Mutex
	emulator *vt.Emulator
	cursorOn bool
	raw      bytes.Buffer
	changed  chan struct{} // closed at the next change
}

// start starts the built program on a new terminal of 80x24, with a demonstration
// bank in its data folder.
func start(t *testing.T, environ []string, args ...string) *terminal {
	t.Helper()
	program, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return startCommand(t, environ, program, args...)
}

// startCommand is start for a command that starts the program.
func startCommand(t *testing.T, environ []string, program string, args ...string) *terminal {
	t.Helper()
	var err error
	s := &terminal{t: t, Dir: t.TempDir(), ended: make(chan error, 1), emulator: vt.NewEmulator(80, 24), cursorOn: true, changed: make(chan struct{})}
	s.Data = filepath.Join(s.Dir, "data")
	if err := keepDemo(s.Data); err != nil {
		t.Fatal(err)
	}
	s.emulator.SetCallbacks(vt.Callbacks{CursorVisibility: func(on bool) { s.cursorOn = on }})
	if s.master, s.tty, err = pty.Open(); err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(s.master, &pty.Winsize{Cols: 80, Rows: 24}); err != nil {
		t.Fatal(err)
	}
	if s.before, err = term.GetState(int(s.tty.Fd())); err != nil {
		t.Fatal(err)
	}
	s.cmd = exec.Command(program, args...)
	s.cmd.Dir, s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = s.Dir, s.tty, s.tty, s.tty
	s.cmd.Env = append([]string{
		"TERM=xterm-256color", "LANG=en_US.UTF-8", "HOME=" + s.Dir, "SMARTBANK_DATA=" + s.Data, "SMARTBANK_CLOCK=" + clockOfTests,
	}, environ...)
	s.cmd.SysProcAttr = ownTerminal()
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var reading sync.WaitGroup
	reading.Go(s.show)
	go io.Copy(s.master, s.emulator) //nolint:errcheck // the emulator's answers to the program's questions
	go func() { s.ended <- s.cmd.Wait() }()
	t.Cleanup(func() {
		s.cmd.Process.Kill() //nolint:errcheck // it has ended, unless the test failed
		if answers, ok := s.emulator.InputPipe().(io.Closer); ok {
			answers.Close() // the emulator's own Close is a data race with its Read
		}
		s.tty.Close()
		s.master.Close()
		reading.Wait()
	})
	return s
}

// show gives the emulator what the program writes.
func (s *terminal) show() {
	b := make([]byte, 4096)
	for {
		n, err := s.master.Read(b)
		if err != nil {
			return
		}
		s.mu.Lock()
		s.raw.Write(b[:n])
		s.emulator.Write(b[:n]) //nolint:errcheck // it takes everything
		close(s.changed)
		s.changed = make(chan struct{})
		s.mu.Unlock()
	}
}

// screen is what the terminal shows, without the spaces at the ends of lines, and
// where its cursor stands.
func (s *terminal) screen() (text string, x, y int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out strings.Builder
	for line := range strings.Lines(s.emulator.String()) {
		out.WriteString(strings.TrimRight(line, " \r\n") + "\n")
	}
	at := s.emulator.CursorPosition()
	return strings.TrimRight(out.String(), "\n") + "\n", at.X, at.Y
}

// until waits until the terminal shows what the condition asks for.
func (s *terminal) until(what string, holds func(screen string) bool) {
	s.t.Helper()
	deadline := time.After(patience)
	for {
		s.mu.Lock()
		changed := s.changed
		s.mu.Unlock()
		screen, _, _ := s.screen()
		if holds(screen) {
			return
		}
		select {
		case <-changed:
		case <-deadline:
			s.t.Fatalf("the terminal does not show %s, but\n%s\n%s", what, screen, s.stacks())
		}
	}
}

// stacks ends a program that does not go on, and is what it says of where it stands.
func (s *terminal) stacks() string {
	sent := len(s.sent())
	s.cmd.Process.Signal(syscall.SIGABRT) //nolint:errcheck // it may have ended
	select {
	case err := <-s.ended:
		s.ended <- err
		return fmt.Sprintf("it ended: %v\n%s", err, s.sent()[sent:])
	case <-time.After(10 * time.Second):
		return "and it takes no SIGABRT either"
	}
}

// shows waits until the terminal shows a text.
func (s *terminal) shows(text string) {
	s.t.Helper()
	s.until(fmt.Sprintf("%q", text), func(screen string) bool { return strings.Contains(screen, text) })
}

// types sends bytes as a keyboard would.
func (s *terminal) types(keys string) {
	s.t.Helper()
	if _, err := io.WriteString(s.master, keys); err != nil {
		s.t.Fatal(err)
	}
}

// resize changes the window's size, which the program is told of by a signal.
func (s *terminal) resize(w, h int) {
	s.t.Helper()
	s.mu.Lock()
	s.emulator.Resize(w, h)
	s.mu.Unlock()
	if err := pty.Setsize(s.master, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)}); err != nil {
		s.t.Fatal(err)
	}
}

// exit waits for the program to end, and returns its exit code.
func (s *terminal) exit() int {
	s.t.Helper()
	select {
	case err := <-s.ended:
		s.ended <- err
		if failed, ok := errors.AsType[*exec.ExitError](err); ok {
			return failed.ExitCode()
		}
		if err != nil {
			s.t.Fatal(err)
		}
		return 0
	case <-time.After(patience):
		screen, _, _ := s.screen()
		s.t.Fatalf("the program does not end; the terminal shows\n%s\n%s", screen, s.stacks())
		return -1
	}
}

// restored checks, after the program has ended, that the terminal is as it was
// before: its modes, its cursor, and the screen that was there.
func (s *terminal) restored() {
	s.t.Helper()
	after, err := term.GetState(int(s.tty.Fd()))
	if err != nil {
		s.t.Fatal(err)
	}
	if !reflect.DeepEqual(s.before, after) {
		s.t.Errorf("the terminal's modes are %+v, before %+v", after, s.before)
	}
	s.until("the screen of before, and a cursor", func(string) bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		return !s.emulator.IsAltScreen() && s.cursorOn
	})
}

// sent is everything the program wrote.
func (s *terminal) sent() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.raw.String()
}
