package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	_ "modernc.org/sqlite"
)

// TestScripts runs the stories in testdata/script: the whole program, one
// customer's goal each. UPDATE=1 rewrites what they expect.
//
// Besides testscript's own commands a story has
//
//	demo            put a new demonstration bank into $SMARTBANK_DATA
//	npki DIR        put a certificate and its key, under the password Epost#4837kr, into an NPKI folder
//	id              set $ID to the first certificate of the CSV that was just printed
//	sql FILE TEXT   run SQL on a database, behind the program's back
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 "../testdata/script",
		UpdateScripts:       os.Getenv("UPDATE") == "1",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SMARTBANK_DATA", env.Getenv("WORK")+"/data")
			env.Setenv("SMARTBANK_CLOCK", clockOfTests)
			tapes, err := filepath.Abs("../testdata/tapes")
			if err != nil {
				return err
			}
			env.Setenv("TAPES", tapes)
			env.Setenv("SMARTBANK_KEYRING", "memory") // a story that keeps certificates says where
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"demo": func(ts *testscript.TestScript, neg bool, args []string) {
				if neg || len(args) != 0 {
					ts.Fatalf("usage: demo")
				}
				ts.Check(keepDemo(ts.Getenv("SMARTBANK_DATA")))
			},
			"npki": func(ts *testscript.TestScript, neg bool, args []string) {
				if neg || len(args) != 1 {
					ts.Fatalf("usage: npki DIR")
				}
				ts.Check(keepCertificate(ts.MkAbs(args[0])))
			},
			"id": func(ts *testscript.TestScript, _ bool, _ []string) {
				lines := strings.Split(ts.ReadFile("stdout"), "\n")
				if len(lines) < 2 {
					ts.Fatalf("there is no certificate")
				}
				id, _, _ := strings.Cut(lines[1], ",")
				ts.Setenv("ID", id)
			},
			"sql": func(ts *testscript.TestScript, neg bool, args []string) {
				if neg || len(args) < 2 {
					ts.Fatalf("usage: sql FILE TEXT ...")
				}
				ts.Check(execute(ts.MkAbs(args[0]), strings.Join(args[1:], " ")))
			},
		},
	})
}
