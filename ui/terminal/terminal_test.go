//go:build unix

package terminal_test

import (
	"context"
	"os/exec"
	"strings"
	"testing"
	"time"

	"smartbank/ui/headless"
	"smartbank/ui/terminal"
)

// run starts a script of the shell on a terminal.
func run(t *testing.T, script string) (*terminal.Terminal, context.Context) {
	t.Helper()
	s, err := terminal.Start(exec.Command("sh", "-c", script), 20, 4) //nolint:noctx // Close ends it
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	ctx, done := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(done)
	return s, ctx
}

// TestFrame draws cells, colours, the cursor and the title.
func TestFrame(t *testing.T) {
	t.Parallel()
	s, ctx := run(t, `printf '\033]2;name\007\033[1;31m한글\033[0m 12\033[4 q'; cat`)
	if !s.Until(ctx, func(f headless.Frame) bool { return f.Cursor.Shape == 1 && f.Line(0) == "한글 12" }) {
		t.Fatal(s.Frame().Styled())
	}
	f := s.Frame()
	if f.Title != "name" || f.Cursor.X != 7 || !f.Cursor.Visible || f.Cursor.Blink || f.At(0, 0).Width != 2 || f.At(0, 0).Style.String() != "bold red" {
		t.Error(f.Styled())
	}
	if err := s.Press(headless.Keys("힣")[0]); err != nil {
		t.Fatal(err)
	}
	if !s.Until(ctx, func(f headless.Frame) bool { return strings.Contains(f.Line(0), "12힣") }) {
		t.Error("the terminal does not echo what was typed:\n" + s.Frame().Text())
	}
}

// TestEnd waits for a program that ends by itself, and for a screen that never comes.
func TestEnd(t *testing.T) {
	t.Parallel()
	s, ctx := run(t, "echo last words; exit 3")
	if s.Until(ctx, func(f headless.Frame) bool { return f.Line(0) == "other words" }) {
		t.Error("it shows what was not written")
	}
	if got := s.Frame().Line(0); got != "last words" {
		t.Errorf("it shows %q", got)
	}
	if err := s.Wait(ctx); err == nil || err.Error() != "exit status 3" {
		t.Error(err)
	}
}

// TestClose ends a program that would never end.
func TestClose(t *testing.T) {
	t.Parallel()
	s, ctx := run(t, "exec cat")
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if err := s.Wait(ctx); err == nil || err.Error() != "signal: killed" {
		t.Error(err)
	}
}

// TestCloseEndsWhatTheProgramStarted ends a program that started another one, which holds the terminal and takes no
// SIGHUP: all that nohup starts is like this.
func TestCloseEndsWhatTheProgramStarted(t *testing.T) {
	t.Parallel()
	s, ctx := run(t, `trap "" HUP; echo ready; cat; true`)
	if !s.Until(ctx, func(f headless.Frame) bool { return f.Line(0) == "ready" }) {
		t.Fatal(s.Frame().Text())
	}
	closed := make(chan error, 1)
	go func() { closed <- s.Close() }()
	select {
	case err := <-closed:
		if err != nil {
			t.Error(err)
		}
	case <-ctx.Done():
		t.Error("it does not end")
	}
}
