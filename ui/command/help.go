package command

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"
)

// help is `smartbank help [command]`: the manual page of a command.
func (p *program) help(root *cobra.Command) *cobra.Command {
	words := p.text.Command.Help
	return &cobra.Command{
		Use: "help [COMMAND]", Short: words.Short, Long: words.Long,
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			return commandNames(root, args), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			about, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return p.noArguments(root, args)
			}
			p.writeHelp(about)
			return nil
		},
	}
}

// commandNames are the commands after the words that are already there.
func commandNames(root *cobra.Command, words []string) []string {
	under, rest, err := root.Find(words)
	if err != nil || len(rest) > 0 {
		return nil
	}
	var names []string
	for _, c := range under.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return names
}

// writeHelp writes the manual page of c.
func (p *program) writeHelp(c *cobra.Command) {
	w := p.text.Command
	var page strings.Builder
	fmt.Fprintf(&page, "%s — %s\n", c.CommandPath(), c.Short)
	use := strings.TrimSuffix(c.UseLine(), " [flags]")
	fmt.Fprintf(&page, "\n%s\n  %s\n", w.Usage, use+" [flags]")
	if c.HasAvailableSubCommands() {
		if c.HasParent() {
			page.Reset()
			fmt.Fprintf(&page, "%s — %s\n\n%s\n", c.CommandPath(), c.Short, w.Usage)
		}
		fmt.Fprintf(&page, "  %s COMMAND\n", c.CommandPath())
	}
	if c.Long != "" {
		fmt.Fprintf(&page, "\n%s\n", strings.TrimSpace(c.Long))
	}
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(&page, "\n%s\n%s", w.Commands, commandList(c))
	}
	if c.HasAvailableLocalFlags() && c.HasParent() {
		fmt.Fprintf(&page, "\n%s\n%s", w.Flags, c.LocalFlags().FlagUsages())
	}
	fmt.Fprintf(&page, "\n%s\n%s", w.FlagsOfAll, c.Root().PersistentFlags().FlagUsages())
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(&page, "\n%s\n", w.MoreHelp(helpFor(c)+" COMMAND"))
	}
	fmt.Fprintf(p.Out, "%s", page.String())
}

// commandList is a line for each command of c.
func commandList(c *cobra.Command) string {
	width := 0
	for _, sub := range c.Commands() {
		width = max(width, ansi.StringWidth(sub.Name()))
	}
	var list strings.Builder
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			fmt.Fprintf(&list, "  %-*s  %s\n", width, sub.Name(), sub.Short)
		}
	}
	return list.String()
}
