//go:build unix

package ui_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/creack/pty"
)

// builtEmpty is the path of the smallest Bubble Tea program.
var builtEmpty = sync.OnceValues(func() (string, error) {
	path := filepath.Join(scratch, "empty")
	out, err := exec.Command("go", "build", "-o", path, "./testdata/empty").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return path, nil
})

// BenchmarkStart measures from the start of a process to its first full frame on a
// pseudo-terminal: the smallest Bubble Tea program, ours with its bank, and ours on the
// first start, which makes the bank.
func BenchmarkStart(b *testing.B) {
	program, err := built()
	if err != nil {
		b.Fatal(err)
	}
	empty, err := builtEmpty()
	if err != nil {
		b.Fatal(err)
	}
	data := b.TempDir()
	if err := keepDemo(data); err != nil {
		b.Fatal(err)
	}
	b.Run("empty", func(b *testing.B) {
		for b.Loop() {
			frame(b, empty, data, "the last line")
		}
	})
	b.Run("smartbank", func(b *testing.B) {
		for b.Loop() {
			frame(b, program, data, "Ctrl+C")
		}
	})
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			frame(b, program, b.TempDir(), "Ctrl+C")
		}
	})
}

// frame starts a program, and ends it when it has drawn its last line.
func frame(b *testing.B, program, data, lastLine string) {
	b.Helper()
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "SMARTBANK_DATA="+data)
	master, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 80, Rows: 24})
	if err != nil {
		b.Fatal(err)
	}
	var sent bytes.Buffer
	for chunk := make([]byte, 1<<16); !bytes.Contains(sent.Bytes(), []byte(lastLine)); {
		n, err := master.Read(chunk)
		if err != nil {
			b.Fatalf("%v after %q", err, sent.Bytes())
		}
		sent.Write(chunk[:n])
	}
	b.StopTimer()
	cmd.Process.Kill() //nolint:errcheck // it may be quicker
	cmd.Wait()         //nolint:errcheck // it was killed
	master.Close()
	b.StartTimer()
}
