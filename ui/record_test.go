//go:build unix

package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestRecord records a login and a look at the accounts on a terminal. No secret
// is in the tape, and it plays back.
func TestRecord(t *testing.T) {
	t.Parallel()
	s := start(t, nil, "record", "mine.tape")
	s.shows("All Menus")
	s.types("99")
	s.shows("demo-2026!")
	s.types("demo01\r")
	s.types("demo-2026!\r")
	s.shows("Hong Gildong")
	s.types("21")
	s.shows("Account password")
	s.types("\r7391\r")
	s.types("\x1bOQ") // F2
	s.shows("실시간이체")
	s.types("\x03\r")
	if exit := s.exit(); exit != 0 {
		t.Fatalf("exit %d", exit)
	}
	s.shows("recorded mine.tape; to play it, set SECRET_1, SECRET_2")
	recorded, err := os.ReadFile(filepath.Join(s.Dir, "mine.tape"))
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"demo-2026!", "7391"} {
		if strings.Contains(string(recorded), secret) {
			t.Errorf("%s is in the tape:\n%s", secret, recorded)
		}
	}
	for _, part := range []string{"Type \"99demo01\"\n", "Wait+Screen /", "Type $SECRET_2\n", "# smartbank: F2\n", "Ctrl+c\n"} {
		if !strings.Contains(string(recorded), part) {
			t.Errorf("%q is not in the tape:\n%s", part, recorded)
		}
	}
	environ := map[string]string{"SECRET_1": "demo-2026!", "SECRET_2": "7391"}
	if exit, out, problem := run(s.Dir, "", environ, "play", "mine.tape"); exit != 0 {
		t.Errorf("played back, exit %d: %s%s\n%s", exit, out, problem, recorded)
	}
	if exit, _, problem := run(s.Dir, "", nil, "play", "mine.tape"); exit != 2 || !strings.Contains(problem, "types SECRET_1, SECRET_2") {
		t.Errorf("without the variables, exit %d: %s", exit, problem)
	}
	s = start(t, nil, "record", "no/such/folder.tape")
	if exit := s.exit(); exit != 2 {
		t.Errorf("a tape that cannot be written is exit %d", exit)
	}
}

// TestRecordOfALostTerminal ends the recorder by a signal, as a window that is closed does: what was typed is kept.
func TestRecordOfALostTerminal(t *testing.T) {
	t.Parallel()
	s := start(t, nil, "record", "mine.tape")
	s.shows("All Menus")
	s.types("99")
	s.shows("demo-2026!")
	s.types("demo01")
	s.shows("demo01")
	if err := s.cmd.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	if exit := s.exit(); exit != 129 {
		t.Errorf("exit %d, want 129", exit)
	}
	if exit, out, problem := run(s.Dir, "", nil, "play", "mine.tape"); exit != 0 || !strings.Contains(out, "passed") {
		t.Errorf("played back, exit %d: %s%s", exit, out, problem)
	}
}
