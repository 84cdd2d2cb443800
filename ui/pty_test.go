//go:build unix

package ui_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// ownTerminal makes the terminal on stdin the program's own, as a shell does.
func ownTerminal() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 0}
}

// signIn logs Hong Gildong in from All Menus.
func signIn(s *terminal) {
	s.t.Helper()
	s.shows("All Menus")
	s.types("99")
	s.shows("demo-2026!")
	s.types("demo01\r")
	s.types("demo-2026!\r")
	s.shows("Hong Gildong")
}

// TestTerminal types Korean, makes the window larger, and leaves.
func TestTerminal(t *testing.T) {
	t.Parallel()
	s := start(t, nil)
	s.shows("All Menus")
	s.types("\x1bOQ") // F2
	s.shows("전체메뉴")
	s.types("/")
	s.shows("╭─ 바로가기")
	s.types("실시간")
	s.until("the cursor behind the third syllable", func(screen string) bool {
		_, x, y := s.screen()
		lines := strings.Split(screen, "\n")
		return y < len(lines) && endsAt(lines[y], "실시간") == x
	})
	s.resize(120, 40)
	s.until("a window of 120x40", func(screen string) bool {
		return strings.Contains(screen, strings.Repeat("─", 120)) && strings.Contains(screen, "실시간")
	})
	s.resize(80, 24)
	s.until("a window of 80x24", func(screen string) bool {
		return strings.Contains(screen, strings.Repeat("─", 80)) && strings.Contains(screen, "실시간")
	})
	s.types("\x03") // Ctrl+C
	if exit := s.exit(); exit != 0 {
		t.Errorf("leaving is exit %d", exit)
	}
	s.restored()
}

// TestSIGTERM ends the program from outside while a customer is logged in: the
// terminal is restored and the session over.
func TestSIGTERM(t *testing.T) {
	t.Parallel()
	s := start(t, nil)
	signIn(s)
	if open := sessions(s); open != 1 {
		t.Fatalf("%d sessions are open after logging in", open)
	}
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if exit := s.exit(); exit != 128+15 {
		t.Errorf("SIGTERM is exit %d, want 143", exit)
	}
	s.restored()
	if open := sessions(s); open != 0 {
		t.Errorf("%d sessions are open after SIGTERM", open)
	}
}

// TestHangUp closes the window while a customer is logged in: no program is left
// behind, and the session is over.
func TestHangUp(t *testing.T) {
	t.Parallel()
	s := start(t, nil)
	signIn(s)
	s.tty.Close()
	s.master.Close()
	if exit := s.exit(); exit != 128+1 && exit != 1 {
		t.Errorf("closing the window is exit %d, want 129, or 1 where the end of the input came first", exit)
	}
	if open := sessions(s); open != 0 {
		t.Errorf("%d sessions are open after the window was closed", open)
	}
}

// sessions is how many sessions are open in the bank's file.
func sessions(s *terminal) int {
	s.t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(s.Data, "bank.db"))
	if err != nil {
		s.t.Fatal(err)
	}
	defer db.Close()
	var open int
	if err := db.QueryRowContext(s.t.Context(), "SELECT count(*) FROM session WHERE ended_at IS NULL").Scan(&open); err != nil {
		s.t.Fatal(err)
	}
	return open
}

// TestNothingIsTraced asks Bubble Tea to write down every key, as its variables
// do: passwords would be in the file.
func TestNothingIsTraced(t *testing.T) {
	t.Parallel()
	s := start(t, []string{"TEA_TRACE=trace.log", "TEA_DEBUG=1"})
	signIn(s)
	s.types("\x03")
	s.types("\x03")
	s.exit()
	files, err := os.ReadDir(s.Dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if file.Name() != "data" {
			t.Errorf("the program left %s in the working folder", file.Name())
		}
	}
	if strings.Contains(s.sent(), "demo-2026!\r") {
		t.Error("the password was echoed")
	}
}

// TestPasswordPrompt asks for the password on the terminal, and does not show it.
func TestPasswordPrompt(t *testing.T) {
	t.Parallel()
	s := start(t, nil, "accounts", "--user", "demo01")
	s.shows("Password:")
	s.types("demo-2026?\x7f!\r")
	s.shows("012345-02-678901")
	if exit := s.exit(); exit != 0 {
		t.Errorf("exit %d", exit)
	}
	s.restored()
	if strings.Contains(s.sent(), "demo-2026") {
		t.Error("the password was shown")
	}

	s = start(t, nil, "accounts", "--user", "demo01")
	s.shows("Password:")
	s.types("demo\x03")
	if exit := s.exit(); exit != 130 {
		t.Errorf("Ctrl+C at the password is exit %d, want 130", exit)
	}
	s.restored()
}

// TestResetAsks answers the question whether the bank may be thrown away.
func TestResetAsks(t *testing.T) {
	t.Parallel()
	before, err := seeded()
	if err != nil {
		t.Fatal(err)
	}
	for answer, exit := range map[string]int{"n": 1, "": 1, "y": 0} {
		s := start(t, nil, "bank", "reset")
		s.shows("[y/N]")
		s.types(answer + "\r")
		if got := s.exit(); got != exit {
			t.Errorf("%q is exit %d, want %d", answer, got, exit)
		}
		after, err := os.ReadFile(filepath.Join(s.Data, "bank.db"))
		if err != nil {
			t.Fatal(err)
		}
		if same := string(after) == string(before); same != (exit == 1) {
			t.Errorf("%q: the bank is the one of before: %v", answer, same)
		}
	}
}

// endsAt is the cell behind the first occurrence of part in a line; -1 if there is
// none.
func endsAt(line, part string) int {
	before, _, found := strings.Cut(line, part)
	if !found {
		return -1
	}
	return ansi.StringWidth(before + part)
}
