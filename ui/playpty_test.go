//go:build unix

package ui_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// playOnTerminal plays tapes with --pty, with the built program.
func playOnTerminal(t *testing.T, tapes ...string) (out string, exit int) {
	t.Helper()
	program, err := built()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), program, append([]string{"play", "--pty"}, tapes...)...)
	cmd.Dir = t.TempDir()
	cmd.Env = []string{"LANG=en_US.UTF-8", "HOME=" + cmd.Dir, "TMPDIR=" + t.TempDir()}
	shown, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	if left, _ := filepath.Glob(cmd.Env[2][len("TMPDIR="):] + "/*"); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
	return string(shown), cmd.ProcessState.ExitCode()
}

// TestEveryTapeIsTheSameOnATerminal plays every tape on the built program too, in a
// pseudo-terminal with a bank in a file: after each command both ways show the same cells, colours, cursor and title.
func TestEveryTapeIsTheSameOnATerminal(t *testing.T) {
	t.Parallel()
	files := wholeTapes(t)
	if out, exit := playOnTerminal(t, files...); exit != 0 || strings.Count(out, ": passed, ") != len(files) {
		t.Errorf("exit %d\n%s", exit, out)
	}
}

// TestTapeOnATerminal plays what no tape of the tests does: a program that ends, in
// the other language, without colours, with somebody logged in, at another hour and in another size.
func TestTapeOnATerminal(t *testing.T) {
	t.Parallel()
	for name, tape := range map[string]string{
		"it ends":        "Ctrl+C\n",
		"in Korean":      "Set Lang \"ko\"\nSet User \"demo02\"\nType \"11\"\nWait+Screen /계좌/\nType \"/\"\nType \"환율\"\nSleep 3s\n",
		"without colour": "Env NO_COLOR \"1\"\nSet Clock \"2026-12-24T22:00:00+09:00\"\nType \"99\"\nAdvance 3h\nCopy \"demo01\"\nPaste\nExpect+Line /demo01/\n",
		"large":          "Set Width 120\nSet Height 40\nF2\nF1\nEscape\nShift+Tab\nAlt+x\nCtrl+1\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "x.tape")
			if err := writeFile(path, tape); err != nil {
				t.Fatal(err)
			}
			if out, exit := playOnTerminal(t, path); exit != 0 {
				t.Errorf("exit %d\n%s", exit, out)
			}
		})
	}
}
