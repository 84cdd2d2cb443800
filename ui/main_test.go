package ui_test

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"smartbank/ui"
	"smartbank/ui/command"
)

// scratch is a folder for what is made once for all tests.
var scratch string

// withScratch runs the tests with that folder.
type withScratch struct{ m *testing.M }

// Run makes the folder, runs the tests, and removes it.
func (w withScratch) Run() int {
	dir, err := os.MkdirTemp("", "smartbank-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir) //nolint:errcheck // the system clears its folder too
	scratch = dir
	return w.m.Run()
}

// TestMain makes the test binary the program itself when a script calls it
// smartbank.
func TestMain(m *testing.M) {
	testscript.Main(withScratch{m}, map[string]func(){
		"smartbank": func() { os.Exit(ui.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// clockOfTests is when the stories happen.
const clockOfTests = "2026-11-05T10:00:00+09:00"

// run runs the program in this process, in a working folder and with an
// environment of its own.
func run(dir, stdin string, environ map[string]string, args ...string) (exit int, stdout, stderr string) {
	var out, errs bytes.Buffer
	w := command.Real(strings.NewReader(stdin), &out, &errs)
	w.Dir = dir
	w.Env = func(name string) string { return environ[name] }
	exit = ui.Run(args, w)
	return exit, out.String(), errs.String()
}

// seeded is the file of a new demonstration bank. It is made once: that is slow
// under the race detector.
var seeded = sync.OnceValues(func() ([]byte, error) {
	dir := filepath.Join(scratch, "seeded")
	if exit, _, problem := run(dir, "", map[string]string{"SMARTBANK_DATA": dir, "SMARTBANK_CLOCK": clockOfTests}, "bank", "seed"); exit != 0 {
		return nil, &os.PathError{Op: "seed", Path: dir, Err: os.ErrInvalid}
	} else if problem != "" {
		return nil, &os.PathError{Op: problem, Path: dir, Err: os.ErrInvalid}
	}
	return os.ReadFile(filepath.Join(dir, "bank.db"))
})

// keepDemo puts a new demonstration bank into a data folder.
func keepDemo(data string) error {
	file, err := seeded()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(data, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(data, "bank.db"), file, 0o600)
}

// execute runs SQL on a database file, as somebody who tampers with it would.
func execute(path, statements string) error {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return err
	}
	_, err = db.Exec(statements)
	if closed := db.Close(); err == nil {
		err = closed
	}
	return err
}
