package command

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/ui/text"
)

// The exit codes besides 0. A signal's is 128 and its number.
const (
	exitFailed = 1 // the command could not do it, or what it checked does not hold
	exitWrong  = 2 // wrong usage: nothing was tried
)

// ProblemError is what a command tells the customer on stderr: what is wrong,
// what to do, and the exit code. An empty Problem ends the program without a word.
type ProblemError struct {
	text.Message

	Exit int
}

// Error is the problem without the hint.
func (e *ProblemError) Error() string { return e.Problem }

// failed is a problem of what the command was doing.
func failed(m text.Message) error { return &ProblemError{m, exitFailed} }

// wrong is a problem of how the command was called.
func wrong(m text.Message) error { return &ProblemError{m, exitWrong} }

// quiet ends the program with an exit code and without a word.
func quiet(exit int) error { return &ProblemError{Exit: exit} }

// Explain turns any error of a command of tree into the problem that is told.
// Refusals of the bank are told in the customer's language; faults keep the words of the error, which are for us.
func Explain(err error, tree *cobra.Command) *ProblemError {
	if problem, ok := errors.AsType[*ProblemError](err); ok {
		return problem
	}
	words := text.In(text.Lang(tree.Annotations[languageKey]))
	if file, ok := errors.AsType[*bank.FileError](err); ok {
		return &ProblemError{words.Command.File(file), exitFailed}
	}
	if refused, ok := errors.AsType[*bank.RefusedError](err); ok {
		return &ProblemError{words.Explain(refused), exitFailed}
	}
	if message, ok := words.ExplainCertificates(err); ok {
		return &ProblemError{message, exitFailed}
	}
	if errors.Is(err, context.Canceled) {
		return &ProblemError{Exit: exitFailed}
	}
	return &ProblemError{words.Command.Fault(err), exitFailed}
}

// Tell writes a problem as every command does: "smartbank: problem", and the hint
// on the next line.
func (e *ProblemError) Tell(to io.Writer) {
	if e.Problem == "" {
		return
	}
	var told strings.Builder
	told.WriteString("smartbank: ")
	for line := range strings.Lines(e.Problem + "\n" + e.Advice) {
		told.WriteString(clean(line) + "\n")
	}
	io.WriteString(to, told.String()) //nolint:errcheck,gosec // there is nobody left to tell
}
