package export_test

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"smartbank/ui/export"
	"smartbank/ui/text"
)

// smallDisk names the folder that a child of TestAFullDisk mounts a disk of 64 KiB
// on, for itself alone.
const smallDisk = "SMARTBANK_TEST_SMALL_DISK"

// A file for which there is no room is told as that, and neither it nor a part of
// it is there afterwards; what it was to replace is.
func TestAFullDisk(t *testing.T) {
	t.Parallel()
	if folder := os.Getenv(smallDisk); folder != "" {
		onSmallDisk(t, folder)
		return
	}
	cmd := exec.CommandContext(t.Context(), "/proc/self/exe", "-test.run=^TestAFullDisk$", "-test.v")
	cmd.Env = append(os.Environ(), smallDisk+"="+t.TempDir())
	cmd.SysProcAttr = &syscall.SysProcAttr{Unshareflags: syscall.CLONE_NEWNS}
	if os.Getuid() != 0 {
		cmd.SysProcAttr.Cloneflags = syscall.CLONE_NEWUSER
		cmd.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}}
		cmd.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}}
	}
	out, err := cmd.CombinedOutput()
	switch {
	case bytes.Contains(out, []byte("nothing may be mounted here")), err != nil && len(out) == 0:
		t.Skipf("no disk can be mounted here: %v", err)
	case err != nil:
		t.Errorf("%v\n%s", err, out)
	}
}

func onSmallDisk(t *testing.T, folder string) {
	t.Helper()
	if err := syscall.Mount("none", folder, "tmpfs", 0, "size=64k"); err != nil {
		t.Fatalf("nothing may be mounted here: %v", err)
	}
	if err := os.WriteFile(filepath.Join(folder, "old"), []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	large := func(w io.Writer) error {
		_, err := w.Write(make([]byte, 1<<20))
		return err
	}
	for _, name := range []string{"new", "old"} {
		_, err := export.Files{Dir: folder}.Save(t.Context(), name, name == "old", large)
		if reason(t, err) != text.FileFull {
			t.Errorf("%s: %v", name, err)
		}
	}
	if content, err := os.ReadFile(filepath.Join(folder, "old")); string(content) != "old" || err != nil || names(t, folder) != "old" {
		t.Errorf("afterwards there is %q, %s", content, names(t, folder))
	}
}
