package powertest_test

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"smartbank/bank/prooftest"
)

// kind is what an event does.
type kind int

const (
	write    kind = iota // data at an offset, or at the end if it is below zero
	truncate             // to a size
	create               // a new empty file under a path
	link                 // another name for a file
	rename
	unlink
	sync // what was given before the event from on a path is on the disk, file or folder
	said // a line of the child's log: what the world knows
)

// event is something that a traced child did.
type event struct {
	kind     kind
	path, to string
	offset   int64
	data     []byte
	size     int64
	line     prooftest.Line

	at, from int // the line of the trace where it counts, and where it began
}

// traced are the system calls that change files, or wait for them.
// A question mark stands before those that some machines do not have.
const traced = "?open,?creat,openat,?openat2,pwrite64,write,ftruncate,fsync,fdatasync,?unlink,unlinkat,?rename,?renameat,?renameat2," +
	"?link,linkat,?copy_file_range,?sendfile,fallocate,pwritev,?pwritev2,writev"

// trace runs the test program as a child that does what it is told, and returns what it did to the files of a folder.
func trace(t *testing.T, folder, what string) []event {
	t.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(prooftest.Folder(t), "trace")
	// All strings in hexadecimal; whole; with the paths of files; of all threads; stopping at no other system call.
	cmd := exec.CommandContext(t.Context(), strace, "-f", "-y", "-xx", "-s", "1000000000", "--seccomp-bpf", "-e", "trace="+traced,
		"-e", "signal=none", "-o", out, self)
	cmd.Env = append(os.Environ(), childVariable+"="+what+","+folder)
	if complaint, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("trace: %v\n%s", err, complaint)
	}
	file, err := os.Open(out)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	events, err := readTrace(file, folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range events {
		if e.line.Fault != "" {
			t.Fatalf("the child said: %s", e.line.Fault)
		}
	}
	return events
}

// begun is a system call that another thread's interrupted.
type begun struct {
	text string
	from int
}

// readTrace reads what strace wrote: what happened to files in a folder, and what was said. Calls that failed did nothing.
func readTrace(r io.Reader, folder string) ([]event, error) {
	var events []event
	waiting := map[string]begun{}
	in := bufio.NewReaderSize(r, 1<<20)
	for n := 1; ; n++ {
		raw, err := in.ReadString('\n')
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		pid, text, _ := strings.Cut(strings.TrimSpace(raw), " ")
		text, call := strings.TrimSpace(text), begun{from: n}
		if first, ok := strings.CutSuffix(text, " <unfinished ...>"); ok {
			waiting[pid] = begun{first, n}
			continue
		}
		if strings.HasPrefix(text, "<... ") {
			_, rest, _ := strings.Cut(text, " resumed>")
			call = waiting[pid]
			text = call.text + rest
		}
		e, ok, err := readCall(text, folder)
		if err != nil {
			return nil, fmt.Errorf("line %d of the trace: %w", n, err)
		}
		if !ok {
			continue
		}
		e.at, e.from = n, call.from
		if e.kind == write || e.kind == said {
			e.at = call.from // from then on it may have happened
		}
		events = append(events, e)
	}
	slices.SortStableFunc(events, func(a, b event) int { return a.at - b.at })
	return events, nil
}

// readCall reads one system call. ok is false if it is none of ours.
func readCall(text, folder string) (e event, ok bool, err error) {
	name, rest, found := strings.Cut(text, "(")
	end := strings.LastIndex(rest, ") ")
	if !found || end < 0 {
		return event{}, false, nil
	}
	args := strings.Split(rest[:end], ", ")
	_, answer, _ := strings.Cut(rest[end:], "= ")
	answer, _, _ = strings.Cut(answer, "<")
	answer, _, _ = strings.Cut(answer, " ")
	result, err := strconv.ParseInt(answer, 10, 64)
	if err != nil || result < 0 {
		return event{}, false, nil //nolint:nilerr // it failed, or never returned
	}
	if name == "write" && strings.HasPrefix(args[0], "1<") {
		return readSaid(args[1])
	}
	var paths []string
	for _, arg := range args {
		if path, ok := readPath(arg); ok && (path == folder || strings.HasPrefix(path, folder+"/")) {
			paths = append(paths, path)
		}
	}
	if len(paths) == 0 {
		return event{}, false, nil
	}
	e.path = paths[0]
	switch name {
	case "pwrite64", "write":
		if e.data, err = unhex(args[1]); err != nil {
			return event{}, false, err
		}
		e.kind, e.offset, e.data = write, -1, e.data[:result]
		if name == "pwrite64" {
			e.offset, err = strconv.ParseInt(args[3], 10, 64)
		}
	case "ftruncate":
		e.kind = truncate
		e.size, err = strconv.ParseInt(args[1], 10, 64)
	case "fsync", "fdatasync":
		e.kind = sync
	case "open", "openat":
		e.kind = create
		return e, slices.ContainsFunc(args, func(arg string) bool { return strings.Contains(arg, "|O_CREAT") }), nil
	case "unlink", "unlinkat":
		e.kind = unlink
	case "link", "linkat":
		e.kind, e.to = link, paths[1]
	case "rename", "renameat", "renameat2":
		e.kind, e.to = rename, paths[1]
	default:
		return event{}, false, fmt.Errorf("%s is not understood", name)
	}
	return e, err == nil, err
}

// readPath reads the path of an argument: of an open file, as 7<...>, or a string. A file without a name any more has none.
func readPath(arg string) (path string, ok bool) {
	if strings.HasPrefix(arg, `"`) {
		raw, err := unhex(arg)
		return string(raw), err == nil
	}
	_, arg, ok = strings.Cut(arg, "<")
	if !ok || !strings.HasSuffix(arg, ">") {
		return "", false
	}
	raw, err := unhex(`"` + strings.TrimSuffix(arg, ">") + `"`)
	return string(raw), err == nil
}

// unhex reads "\x61\x62".
func unhex(quoted string) ([]byte, error) {
	text := strings.TrimSuffix(strings.TrimPrefix(quoted, `"`), `"`)
	if len(text)%4 != 0 {
		return nil, fmt.Errorf("%.40s is no string", quoted)
	}
	raw, digits := make([]byte, len(text)/4), make([]byte, 0, 2)
	for i := range raw {
		digits = append(digits[:0], text[4*i+2], text[4*i+3])
		if _, err := hex.Decode(raw[i:], digits); err != nil {
			return nil, fmt.Errorf("%.40s is no string: %w", quoted, err)
		}
	}
	return raw, nil
}

func readSaid(arg string) (event, bool, error) {
	raw, err := unhex(arg)
	if err != nil {
		return event{}, false, err
	}
	line, err := prooftest.ParseLine(bytes.TrimSpace(raw))
	return event{kind: said, line: line}, err == nil, err
}
