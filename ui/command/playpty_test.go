//go:build unix

package command

import (
	"errors"
	"os/exec"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/headless"
	"smartbank/ui/tape"
	"smartbank/ui/terminal"
)

// page is a model that shows a text.
type page string

func (page) Init() tea.Cmd                         { return nil }
func (p page) Update(tea.Msg) (tea.Model, tea.Cmd) { return p, nil }
func (p page) View() tea.View                      { return tea.NewView(string(p)) }

// TestTerminalThatShowsSomethingElse compares a screen with that of a program which is another one.
func TestTerminalThatShowsSomethingElse(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ shown, printed, why string }{
		{"the same", `the same\033[?25l`, ""},
		{"the same", `the some\033[?25l`, "shows something else than the play without one"},
		{"the same", `the \033[1msame\033[?25l`, "bold"},
		{"the same", `the same`, "cursor"},
	} {
		shown, err := terminal.Start(exec.Command("printf", row.printed), 20, 3) //nolint:noctx // it ends at once
		if err != nil {
			t.Fatal(err)
		}
		o := &beside{ctx: t.Context(), terminal: shown, driver: headless.New(page(row.shown), headless.NewClock(time.Unix(0, 0)), 20, 3)}
		err = o.same(tape.Sleep{})
		unlike, ok := errors.AsType[*tape.ExpectError](err)
		if ok != (row.why != "") || ok && !strings.Contains(unlike.Why, row.why) {
			t.Errorf("%q beside %q is %v, wanted %q", row.shown, row.printed, err, row.why)
		}
		if err := o.close(); err != nil {
			t.Error(err)
		}
	}
}
