// Package command holds the commands of the program, one file each, and the
// composition root: real.go is the only file besides main.go which may touch the
// machine's clock and its source of chance.
//
// A command is a method of program that returns a cobra command. It reads and
// writes only what its [World] gives it, and tells what went wrong with a
// [*ProblemError], whose words come from package text.
package command

import (
	"context"
	"crypto/rsa"
	"io"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"smartbank/ui/center"
	"smartbank/ui/text"
)

// World is everything a command takes from outside.
type World struct {
	In       io.Reader
	Out, Err io.Writer
	Dir      string                   // the working folder; "" is the machine's
	Env      func(name string) string // of the environment; "" where it is not set

	Now   func() time.Time
	Rand  io.Reader
	Key   func() (*rsa.PrivateKey, error)                   // makes a key of 2,048 bits
	Later func(d time.Duration, msg func() tea.Msg) tea.Cmd // gives msg() once d has passed

	// Signals starts to tell of the signals that end a program, until stop.
	Signals func() (told <-chan os.Signal, stop func())
}

// program is one run of the program: its world, its language and the flags that
// every command has.
type program struct {
	World

	text     *text.Catalog
	flags    *flags
	kept     kept                      // the settings file of the data folder
	settings choices                   // of the flags, the environment and the file, once they were parsed
	decides  map[string]string         // the flag or variable that goes before the file, by its setting
	begun    time.Time                 // by the machine's clock
	verifier *center.Verifier          // of the bank that is open; nil before
	font     string                    // of receipts and statements that screens save
	counted  func(tea.Model) tea.Model // of a conducted program: its model, counted; nil in others
	confined *os.Root                  // of a tape: where alone it may save files; nil is anywhere
}

// newProgram is the program before its flags are parsed.
func newProgram(w World, args []string) *program {
	file := readSettings(folderOf(args, w.Env))
	return &program{
		World: w, text: text.In(languageOf(args, w.Env, file.Lang)), flags: &flags{}, kept: file, decides: map[string]string{}, begun: w.Now(),
	}
}

// Tree is the command tree for arguments args: args already decide the language
// of help. Executing it returns a [*ProblemError] or another error; [Explain] makes one of any.
func Tree(w World, args []string) *cobra.Command {
	p := newProgram(w, args)
	root := p.open()
	p.flags.add(root, p.text)
	root.AddCommand(
		p.pc(), without(p.kiosk(), looksAtFile), without(p.play(), ownSettings), without(p.record(), ownSettings), p.accounts(), p.history(), p.transfers(), p.remittances(), p.rates(), p.receipt(), p.card(), p.otp(), p.codes(), p.check(),
		p.bank(), p.cert(), without(p.doctor(), looksAtFile), without(p.version(), looksAtFile), without(p.completion(), looksAtFile),
	)
	help := without(p.help(root), looksAtFile)
	root.AddCommand(help)
	root.SetHelpCommand(help)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { p.writeHelp(c) })
	root.PersistentPreRunE = func(c *cobra.Command, _ []string) (err error) {
		if err := p.useSettings(c); err != nil {
			return err
		}
		p.settings, err = p.understand(c.Flags().Changed)
		return err
	}
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return p.flagProblem(c, err) })
	root.CompletionOptions.DisableDefaultCmd = true
	root.SilenceErrors, root.SilenceUsage = true, true
	hideDefaults(root)
	root.SetArgs(args)
	root.SetIn(w.In)
	root.SetOut(w.Out)
	root.SetErr(w.Err)
	return root
}

// command is a command with the checks all commands share: words after it that it
// does not take are wrong usage.
func (p *program) command(use string, words text.CommandHelp, run func(ctx context.Context) error) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: words.Short, Long: words.Long,
		Args: func(c *cobra.Command, args []string) error { return p.noArguments(c, args) },
		RunE: func(c *cobra.Command, _ []string) error {
			return p.guarded(func() error { return run(c.Context()) })
		},

		ValidArgsFunction: cobra.NoFileCompletions,
	}
}
