// Command vhs reads tapes with VHS's own parser and writes what it found, one
// JSON object a tape: {"file", "commands": [{"type", "options", "args"}],
// "errors"}. It is what our parser is compared with, in a module of its own so
// that the program does not depend on VHS.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/charmbracelet/vhs/lexer"
	"github.com/charmbracelet/vhs/parser"
)

// tape is what VHS reads in a file.
type tape struct {
	File     string    `json:"file"`
	Commands []command `json:"commands"`
	Errors   []string  `json:"errors"`
}

// command is a command as VHS keeps it.
type command struct {
	Type    string `json:"type"`
	Options string `json:"options"`
	Args    string `json:"args"`
}

func main() {
	out := json.NewEncoder(os.Stdout)
	for _, file := range os.Args[1:] {
		text, err := os.ReadFile(file)
		if err == nil {
			err = out.Encode(read(file, string(text)))
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// read reads a tape.
func read(file, text string) tape {
	p := parser.New(lexer.New(text))
	t := tape{File: file, Commands: []command{}, Errors: []string{}}
	for _, c := range p.Parse() {
		t.Commands = append(t.Commands, command{c.Type.String(), c.Options, c.Args})
	}
	for _, err := range p.Errors() {
		t.Errors = append(t.Errors, err.Error())
	}
	return t
}
