package command

import (
	"fmt"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"
)

// guard keeps a panic of the program inside it: the model of a Bubble Tea program
// that ends in the ordinary way, the terminal restored, when the real model or one of its commands panics. Bubble
// Tea's own way prints the stack, with the arguments of every call, into a terminal that the customer works in.
type guard struct {
	inner tea.Model
	fall  *fall
}

// fall is the first panic, whoever noticed it: the model, or a command beside it.
type fall struct {
	mu     sync.Mutex
	report string // "" while there was none
	silent bool   // the report has only the kind of what was panicked with: it may have been typed
	quit   func() // ends the program from outside; never from its own loop
}

// fell keeps the report of a panic and ends the program.
func (f *fall) fell(value any) {
	what := fmt.Sprint(value)
	if f.silent {
		what = fmt.Sprintf("%T", value)
	}
	report := scrub(what + "\n\n" + string(debug.Stack()))
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.report != "" {
		return
	}
	f.report = report
	if f.quit != nil {
		go f.quit()
	}
}

// happened is the report, "" while there was no panic.
func (f *fall) happened() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.report
}

// Init starts the real model.
func (g guard) Init() (cmd tea.Cmd) {
	defer g.fall.catch()
	return g.watch(g.inner.Init())
}

// Update hands a message on, unless the program has fallen.
func (g guard) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if g.fall.happened() != "" {
		return g, nil
	}
	inner, cmd := g.update(msg)
	return guard{inner, g.fall}, g.watch(cmd)
}

// update is the real model's Update; one that panics changes nothing.
func (g guard) update(msg tea.Msg) (next tea.Model, cmd tea.Cmd) {
	defer func() {
		if value := recover(); value != nil {
			g.fall.fell(value)
			next, cmd = g.inner, nil
		}
	}()
	return g.inner.Update(msg)
}

// View draws the real model, and nothing once the program has fallen.
func (g guard) View() (view tea.View) {
	defer g.fall.catch()
	if g.fall.happened() != "" {
		return view
	}
	return g.inner.View()
}

// catch recovers, where it is deferred.
func (f *fall) catch() {
	if value := recover(); value != nil {
		f.fell(value)
	}
}

// watch catches the panics of a command, which Bubble Tea runs beside the program,
// and of those that it answers with.
func (g guard) watch(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer g.fall.catch()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			watched := make(tea.BatchMsg, len(batch))
			for i, c := range batch {
				watched[i] = g.watch(c)
			}
			return watched
		}
		return msg
	}
}

// guarded runs what a command does, and makes a problem of its panic, with the
// report in the data folder.
func (p *program) guarded(run func() error) (err error) {
	f := &fall{}
	defer func() {
		if report := f.happened(); report != "" {
			err = failed(p.text.Command.Crashed(p.keep(report)))
		}
	}()
	defer f.catch()
	return run()
}

// callArguments are the numbers in a line of a stack: what a function was called
// with. Among them may be a key that was pressed.
var callArguments = regexp.MustCompile(`(?m)^([^\s(][^\n]*?)\((?:[0-9a-fx, .{}?_]|\.\.\.)*\)$`)

// scrub takes the arguments of calls out of a stack.
func scrub(stack string) string { return callArguments.ReplaceAllString(stack, "$1(…)") }

// crashReport is the file that is left behind: what happened, where, and in which
// version. It holds nothing that was typed or shown.
func crashReport(report, when string) string {
	return strings.Join([]string{
		"smartbank stopped because of a mistake in it.", "",
		"version  " + versionLine(), "time     " + when, "CPUs     " + count(int64(runtime.NumCPU())), "", report, "",
	}, "\n")
}
