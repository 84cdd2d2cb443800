//go:build unix

package ui_test

import (
	"os"
	"path/filepath"
	"testing"
)

// TestPlayLive plays a tape on the terminal in real time, to its end and until
// Ctrl+C; then the terminal is as it was.
func TestPlayLive(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "live.tape")
	if err := os.WriteFile(path, []byte("Type \"99\"\nSleep 5m\nType \"demo01\"\nExpect+Line /demo01/\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := start(t, nil, "play", "--live", "--speed", "1000", path)
	s.shows("live.tape: passed, 4 steps")
	if exit := s.exit(); exit != 0 {
		t.Errorf("exit %d", exit)
	}
	s.restored()
	s = start(t, nil, "play", "--live", path)
	s.shows("User ID")
	s.types("\x03")
	if exit := s.exit(); exit != 130 {
		t.Errorf("Ctrl+C is exit %d, want 130", exit)
	}
	s.restored()
}

// TestPlayStep plays a tape a command at a time.
func TestPlayStep(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "step.tape")
	if err := os.WriteFile(path, []byte("Type \"99\"\nType \"demo01\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := start(t, nil, "play", "--step", path)
	s.shows("step.tape:1:1: Type \"99\"")
	s.types("\r")
	s.shows("step.tape:2:1: Type \"demo01\"")
	s.types("\r")
	s.shows("step.tape: passed, 2 steps")
	if exit := s.exit(); exit != 0 {
		t.Errorf("exit %d", exit)
	}
}
