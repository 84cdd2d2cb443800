//go:build unix

package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// startKiosk starts a kiosk on a pseudo-terminal.
func startKiosk(t *testing.T, environ ...string) *terminal {
	t.Helper()
	s := start(t, environ, "kiosk")
	s.shows("Staff PIN")
	s.types("8642\r")
	s.shows("The same again")
	s.types("8642\r")
	s.shows("Press any key and try it yourself")
	return s
}

// leaves gives the staff PIN, and waits for the end.
func (s *terminal) leaves() {
	s.t.Helper()
	s.types("\x10") // Ctrl+P
	s.shows("─ Staff")
	since := len(s.sent())
	s.types("8642\r")
	if exit := s.exit(); exit != 0 {
		s.t.Errorf("the staff PIN is exit %d", exit)
	}
	s.restored()
	if !strings.Contains(s.sent()[since:], "\x1b[3J") {
		s.t.Error("the staff's PIN does not clear the terminal")
	}
}

// TestKioskOnATerminal visits the built program as visitors do, ends visits with what
// ends programs, and searches for what was typed: in every folder, on the screen and in what was sent since.
func TestKioskOnATerminal(t *testing.T) {
	t.Parallel()
	temporary := t.TempDir()
	s := startKiosk(t, "TMPDIR="+temporary)
	if strings.Contains(s.sent(), "8642") {
		t.Error("the PIN was shown")
	}
	before := filesIn(t, s.Dir)
	ends := map[string]func(){
		"qxzwvf": func() { s.types("\x1b[20~") }, // F9
		"zqvxjw": func() { s.types("\x03") },
		"xzqjvw": func() { s.types("\x1a") },
		"wqzxvj": func() { s.types("\x1c") },
		"vjqzxw": func() { s.signal(syscall.SIGINT) },
		"jvxzwq": func() { s.signal(syscall.SIGQUIT) },
	}
	for typed, end := range ends {
		s.types(" ")
		s.shows("What would you like to try?")
		s.types("4")
		s.shows("Hong Gildong")
		s.types("/" + typed)
		s.shows(typed)
		end()
		s.shows("Everything you typed has been erased.")
		if screen, _, _ := s.screen(); strings.Contains(screen, typed) {
			t.Errorf("the screen still has %s:\n%s", typed, screen)
		}
		since := len(s.sent())
		s.types(" ")
		s.shows("What would you like to try?")
		s.types("\x1b[20~")
		s.shows("Press any key and try it yourself")
		if strings.Contains(s.sent()[since:], typed) {
			t.Errorf("%s was drawn again", typed)
		}
	}
	if resets := strings.Count(s.sent(), "\x1b[3J"); resets < len(ends) {
		t.Errorf("the scrollback was cleared %d times in %d visits", resets, len(ends))
	}
	if strings.Contains(s.sent(), "\x1b]52;") {
		t.Error("something was put on the clipboard")
	}
	s.leaves()
	for name, content := range filesIn(t, s.Dir) { // of home, data, state and cache
		if content != before[name] {
			t.Errorf("the kiosk wrote %s", name)
		}
	}
	for name := range filesIn(t, temporary) {
		t.Errorf("the kiosk left %s", name)
	}
}

// signal sends the program a signal.
func (s *terminal) signal(signal os.Signal) {
	s.t.Helper()
	if err := s.cmd.Process.Signal(signal); err != nil {
		s.t.Fatal(err)
	}
}

// TestKioskEndsForItsSupervisor ends a kiosk from outside: with an exit code that it
// is restarted after, and a terminal as it was.
func TestKioskEndsForItsSupervisor(t *testing.T) {
	t.Parallel()
	for signal, want := range map[syscall.Signal]int{syscall.SIGTERM: 128 + 15, syscall.SIGHUP: 128 + 1} {
		s := startKiosk(t)
		s.types(" 4")
		s.shows("Hong Gildong")
		s.signal(signal)
		if exit := s.exit(); exit != want {
			t.Errorf("%v is exit %d, want %d", signal, exit, want)
		}
		s.restored()
	}
	s := startKiosk(t)
	s.tty.Close()
	s.master.Close()
	if exit := s.exit(); exit != 128+1 && exit != 1 {
		t.Errorf("closing the window is exit %d, want 129, or 1 where the end of the input came first", exit)
	}
}

// TestAKilledKioskLeavesNothing kills a kiosk in the middle of a visit: nothing of it is in any folder.
func TestAKilledKioskLeavesNothing(t *testing.T) {
	t.Parallel()
	temporary := t.TempDir()
	s := startKiosk(t, "TMPDIR="+temporary)
	before := filesIn(t, s.Dir)
	s.types(" 4")
	s.shows("Hong Gildong")
	s.types("/qxzwvf")
	s.shows("qxzwvf")
	s.signal(syscall.SIGKILL)
	if exit := s.exit(); exit == 0 {
		t.Error("a kiosk that was killed is exit 0")
	}
	for name, content := range filesIn(t, s.Dir) {
		if content != before[name] {
			t.Errorf("the kiosk wrote %s", name)
		}
	}
	for name := range filesIn(t, temporary) {
		t.Errorf("the kiosk left %s", name)
	}
}

// TestKioskPIN asks for the PIN before anything else, and takes it from stdin too,
// while the keys come from the terminal.
func TestKioskPIN(t *testing.T) {
	t.Parallel()
	s := start(t, nil, "kiosk")
	s.shows("Staff PIN")
	s.types("12x4\r")
	if exit := s.exit(); exit != 2 {
		t.Errorf("a PIN with a letter is exit %d", exit)
	}
	s.shows("this is no staff PIN")
	s = start(t, nil, "kiosk")
	s.types("1234\r")
	s.shows("The same again")
	s.types("1243\r")
	if exit := s.exit(); exit != 2 {
		t.Errorf("two PINs are exit %d", exit)
	}
	s.restored()

	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "pin.txt"), []byte("8642\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s = startCommand(t, nil, "/bin/sh", "-c", `exec "$0" kiosk --pin-stdin < "$1"`, s.cmd.Path, filepath.Join(dir, "pin.txt"))
	s.shows("Press any key and try it yourself")
	s.leaves()
}

// TestKioskWithoutATerminal says so.
func TestKioskWithoutATerminal(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"kiosk"}, {"kiosk", "--keyring", "os"}} {
		if exit, _, problem := run(t.TempDir(), "8642\n", nil, args...); exit != 2 || problem == "" {
			t.Errorf("%v is exit %d: %s", args, exit, problem)
		}
	}
}

// TestTheAttractTapeIsATape reads and plays it like any other, in both languages.
func TestTheAttractTapeIsATape(t *testing.T) {
	t.Parallel()
	file, err := filepath.Abs("kiosk/attract.tape")
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"play", "--check"}, {"play"}, {"play", "--lang", "ko"}} {
		if exit, _, problem := run(t.TempDir(), "", nil, append(args, file)...); exit != 0 {
			t.Errorf("%v is exit %d: %s", args, exit, problem)
		}
	}
}
