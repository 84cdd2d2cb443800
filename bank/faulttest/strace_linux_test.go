package faulttest_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"smartbank/bank/prooftest"
)

// stracer is the beginning of a command that runs another one under strace, with something injected, and writes its
// system calls to a file.
func stracer(t *testing.T, trace, inject, into string) []string {
	t.Helper()
	path, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed: apt-get install strace")
	}
	if out, err := exec.CommandContext(t.Context(), path, "-qq", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Skipf("strace may not trace here: %s", out)
	}
	return []string{path, "-f", "-qq", "--seccomp-bpf", "-y", "-s", "40", "-o", into, "-e", "trace=" + trace, "-e", "inject=" + inject}
}

// counts are the numbers of the calls that are meddled with: strace counts each thread's for itself, so that one run may
// have several.
func counts(most int) []int {
	if long() {
		all := make([]int, most)
		for i := range all {
			all[i] = i + 1
		}
		return all
	}
	var some []int
	for k := 1.0; len(some) < prooftest.Count(10, 0, 4); k *= 1.9 {
		some = append(some, int(k)+len(some)/5)
	}
	return some
}

func TestNoOrderIsLostToAnErrorOfTheDisk(t *testing.T) {
	t.Parallel()
	over := prooftest.Clock(t)
	for _, call := range []string{"pwrite64", "fsync"} {
		for _, k := range counts(250) {
			t.Run(fmt.Sprintf("%s %d", call, k), func(t *testing.T) {
				t.Parallel()
				if over() {
					t.Skip("the proof has lasted long enough")
				}
				path := founded(t)
				calls := filepath.Join(t.TempDir(), "calls")
				with := stracer(t, "pwrite64,fsync,fdatasync,write", fmt.Sprintf("%s:error=EIO:when=%d", call, k), calls)
				cmd := role(t, with, "teller", path, "30")
				var log, told bytes.Buffer
				cmd.Stdout, cmd.Stderr = &log, &told
				if err := cmd.Run(); err != nil {
					t.Fatalf("%v: %s", err, told.Bytes())
				}
				if n := answered(t, path, log.Bytes()); n != 30 {
					t.Errorf("%d orders were acknowledged", n)
				}
				ordered(t, calls)
			})
		}
	}
}

var (
	syncedLog  = regexp.MustCompile(`fsync\(\d+<[^>]*-wal>\) += (-1 EIO|0)|<\.\.\. fsync resumed>\) += (-1 EIO|0)`)
	writtenLog = regexp.MustCompile(`pwrite64\(\d+<[^>]*-wal>`)
)

// ordered looks in the calls of a teller for a receipt that was written though the log's last fsync failed, or that came
// after what was written last to the log.
func ordered(t *testing.T, file string) {
	t.Helper()
	calls, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	safe, injected, synced, receipts := true, 0, 0, 0
	for line := range strings.Lines(string(calls)) {
		if strings.Contains(line, "INJECTED") {
			injected++
		}
		switch {
		case syncedLog.MatchString(line):
			if safe = !strings.Contains(line, "EIO"); safe {
				synced++
			}
		case writtenLog.MatchString(line):
			safe = false
		case strings.Contains(line, `write(1<`) && strings.Contains(line, `"{\"key\"`):
			if receipts++; !safe {
				t.Errorf("a receipt was given before its order was on the disk:\n%s", line)
			}
		}
	}
	if receipts == 0 || synced < receipts {
		t.Errorf("there are %d receipts and %d times that the log was on the disk", receipts, synced)
	}
	t.Logf("%d calls failed", injected)
}
