package command

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// shells are the shells that completion is written for.
var shells = []string{"bash", "zsh", "fish", "powershell"}

// completion is `smartbank completion SHELL`.
func (p *program) completion() *cobra.Command {
	words := p.text.Command.Completion
	return &cobra.Command{
		Use: "completion SHELL", Short: words.Short, Long: words.Long,
		ValidArgsFunction: cobra.FixedCompletions(shells, cobra.ShellCompDirectiveNoFileComp),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) != 1 || !slices.Contains(shells, args[0]) {
				return wrong(p.text.Command.BadValue("completion", strings.Join(args, " "), strings.Join(shells, ", ")))
			}
			root := c.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(p.Out, true)
			case "zsh":
				return root.GenZshCompletion(p.Out)
			case "fish":
				return root.GenFishCompletion(p.Out, true)
			}
			return root.GenPowerShellCompletionWithDesc(p.Out)
		},
	}
}
