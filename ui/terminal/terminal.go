package terminal

import (
	"context"
	"errors"
	"fmt"
	"image/color"
	"io"
	"os"
	"os/exec"
	"sync"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"smartbank/ui/headless"
)

// Terminal is a terminal with a program on it. Its methods are safe for use by
// several goroutines.
type Terminal struct {
	master *os.File
	cmd    *exec.Cmd
	ended  chan struct{} // closed when the program has ended, and all it wrote is on the screen
	err    error         // of the program

	mu       sync.Mutex // the emulator's own is not enough: it is answered while it is written to
	emulator *vt.Emulator
	shown    state
	changed  chan struct{} // closed at the next change
}

// state is what the emulator tells and does not keep.
type state struct {
	title  string
	hidden bool // the cursor
	shape  tea.CursorShape
	steady bool
	fg, bg color.Color
}

// Start starts a program on a new terminal of w by h cells, which is its stdin,
// stdout and stderr. Where there are no pseudo-terminals the error is errors.ErrUnsupported.
func Start(cmd *exec.Cmd, w, h int) (*Terminal, error) {
	t := &Terminal{
		cmd: cmd, ended: make(chan struct{}), changed: make(chan struct{}), emulator: vt.NewEmulator(w, h),
	}
	s := &t.shown
	t.emulator.SetCallbacks(vt.Callbacks{
		Title:            func(title string) { s.title = title },
		CursorVisibility: func(on bool) { s.hidden = !on },
		CursorStyle: func(style vt.CursorStyle, steady bool) { // whatever its documentation calls it
			s.shape, s.steady = tea.CursorShape(style), steady
		},
		ForegroundColor: func(c color.Color) { s.fg = c },
		BackgroundColor: func(c color.Color) { s.bg = c },
	})
	var err error
	if t.master, err = pty.StartWithSize(cmd, size(w, h)); err != nil {
		if errors.Is(err, pty.ErrUnsupported) {
			err = errors.ErrUnsupported
		}
		return nil, fmt.Errorf("start a terminal: %w", err)
	}
	var reading sync.WaitGroup
	reading.Go(t.show)
	go io.Copy(t.master, t.emulator) //nolint:errcheck // the emulator's answers; it ends with them
	go func() {
		t.err = cmd.Wait()
		reading.Wait()
		close(t.ended)
	}()
	return t, nil
}

// size is a window's size as the kernel has it.
func size(w, h int) *pty.Winsize {
	return &pty.Winsize{Cols: uint16(w), Rows: uint16(h)} //nolint:gosec // windows are not that large
}

// show gives the emulator what the program writes, until there is no more.
func (t *Terminal) show() {
	b := make([]byte, 32<<10)
	for {
		n, err := t.master.Read(b)
		if err != nil {
			return
		}
		t.mu.Lock()
		t.emulator.Write(b[:n]) //nolint:errcheck,gosec // it takes everything
		close(t.changed)
		t.changed = make(chan struct{})
		t.mu.Unlock()
	}
}

// Press sends a key. It returns once the terminal has it, not the program.
func (t *Terminal) Press(key tea.KeyPressMsg) error {
	_, err := io.WriteString(t.master, encode(key))
	return err
}

// Paste sends text as a terminal does that was asked to tell pastes from typing.
func (t *Terminal) Paste(text string) error {
	_, err := io.WriteString(t.master, "\x1b[200~"+text+"\x1b[201~")
	return err
}

// Frame is what the terminal shows.
func (t *Terminal) Frame() headless.Frame {
	t.mu.Lock()
	defer t.mu.Unlock()
	e, s := t.emulator, t.shown
	view := tea.View{WindowTitle: s.title, ForegroundColor: s.fg, BackgroundColor: s.bg}
	if !s.hidden {
		at := e.CursorPosition()
		view.Cursor = &tea.Cursor{Position: tea.Position{X: at.X, Y: at.Y}, Shape: s.shape, Blink: !s.steady}
	}
	return headless.Captured(view, e.Width(), e.Height(), func(x, y int) *uv.Cell { return e.CellAt(x, y) })
}

// Until waits until the terminal shows what is asked for. It tells whether it
// does; not so once ctx has ended, or the program.
func (t *Terminal) Until(ctx context.Context, shows func(headless.Frame) bool) bool {
	for {
		t.mu.Lock()
		changed := t.changed
		t.mu.Unlock()
		if shows(t.Frame()) {
			return true
		}
		select {
		case <-changed:
		case <-t.ended:
			return shows(t.Frame())
		case <-ctx.Done():
			return false
		}
	}
}

// Wait waits until the program has ended. The error is its own, see
// [exec.Cmd.Wait], or ctx's.
func (t *Terminal) Wait(ctx context.Context) error {
	select {
	case <-t.ended:
		return t.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Close ends the program, if it runs, and what it started on the terminal, and removes the terminal.
func (t *Terminal) Close() error {
	select {
	case <-t.ended:
	default:
		kill(t.cmd.Process)
		<-t.ended
	}
	if answers, ok := t.emulator.InputPipe().(io.Closer); ok { // the emulator's own Close is a data race with its Read
		answers.Close() //nolint:errcheck,gosec // a pipe in memory
	}
	return t.master.Close()
}
