// Package ui is the program: the command line, and behind it the screens.
package ui

import (
	"context"
	"io"

	"smartbank/ui/command"
)

// Main runs the program with the arguments after its name and returns its exit
// code: 0 done; 1 it could not be done, or what was checked does not hold; 2 wrong usage; 128 and its number for a
// signal. Problems are told on stderr: "smartbank: problem", and what to do on the next line.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return Run(args, command.Real(stdin, stdout, stderr))
}

// Run is Main in a given world.
func Run(args []string, w command.World) int {
	tree := command.Tree(w, args)
	err := tree.ExecuteContext(context.Background())
	if err == nil {
		return 0
	}
	problem := command.Explain(err, tree)
	problem.Tell(w.Err)
	return problem.Exit
}
