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
	files := append(wholeTapes(t), aloneTapes(t, true)...)
	if out, exit := playOnTerminal(t, files...); exit != 0 || strings.Count(out, ": passed, ") != len(files) {
		t.Errorf("exit %d\n%s", exit, out)
	}
}

// TestEveryPerformanceIsTheSameOnTerminals does so with the tapes that are played together: the phone and the PC are two
// processes then, which meet in the bank's file and nowhere else.
func TestEveryPerformanceIsTheSameOnTerminals(t *testing.T) {
	t.Parallel()
	phones, err := filepath.Glob("../testdata/tapes/*.phone.tape")
	if err != nil || len(phones) < 3 {
		t.Fatal(phones, err)
	}
	for _, phone := range phones {
		phone, err := filepath.Abs(phone)
		if err != nil {
			t.Fatal(err)
		}
		pc := strings.TrimSuffix(phone, ".phone.tape") + ".pc.tape"
		if out, exit := playOnTerminal(t, "--together", phone, pc); exit != 0 || strings.Count(out, ": passed, ") != 2 {
			t.Errorf("exit %d\n%s", exit, out)
		}
	}
}

// TestKeptBankOnATerminal plays on a kept bank: what the tape does is done once, and stays.
func TestKeptBankOnATerminal(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, tape := range map[string]string{
		"wrong": "Type \"99\"\nType \"demo01\"\nEnter\nType \"wrong-2026!\"\nEnter\nWait+Screen /wrong \\(1 of 5\\)/\n",
		"again": "Type \"99\"\nType \"demo01\"\nEnter\nType \"wrong-2026!\"\nEnter\nWait+Screen /wrong \\(2 of 5\\)/\n",
	} {
		if err := writeFile(filepath.Join(dir, name+".tape"), tape); err != nil {
			t.Fatal(err)
		}
	}
	if exit, _, problem := run(dir, "", nil, "bank", "seed", "--clock", "2026-11-05T10:00:00+09:00", "--data", filepath.Join(dir, "kept")); exit != 0 {
		t.Fatal(problem)
	}
	out, exit := playOnTerminal(t, "--data", filepath.Join(dir, "kept"), "--clock", "2026-11-06T09:00:00+09:00",
		filepath.Join(dir, "wrong.tape"), filepath.Join(dir, "again.tape"))
	if exit != 0 {
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
		"it refuses":     "Set User \"demo01\"\nType \"11\"\nWait+Screen /Everyday/\nEnter\nWait+Screen /not one of your accounts/\n",
		"two programs": "Focus pc\nWait+Screen /Certification Center/\nType \"2\"\nFocus bank\nType \"99\"\nType \"demo01\"\nEnter\nType \"demo-2026!\"\nEnter\n" +
			"Wait+Screen /Hong/\nSleep 70s\nFocus pc\nType \"demo02\"\nEnter\nType \"demo-2026!\"\nEnter\nSleep 3s\nFocus bank\nType \"11\"\nWait+Screen /Everyday/\n",
		"large": "Set Width 120\nSet Height 40\nF2\nF1\nEscape\nShift+Tab\nAlt+x\nCtrl+1\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "x.tape")
			if err := writeFile(path, tape); err != nil {
				t.Fatal(err)
			}
			var flags []string
			if name == "it refuses" {
				flags = []string{"--fault", "ACCT-01"}
			}
			if out, exit := playOnTerminal(t, append(flags, path)...); exit != 0 {
				t.Errorf("exit %d\n%s", exit, out)
			}
		})
	}
}
