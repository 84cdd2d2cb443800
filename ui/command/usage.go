package command

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// noArguments refuses words after a command that takes none. After a command that
// has commands, the word is a command nobody has heard of.
func (p *program) noArguments(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if !c.HasAvailableSubCommands() {
		return wrong(p.text.Command.UnexpectedWord(args[0], helpFor(c)))
	}
	c.SuggestionsMinimumDistance = 2
	meant := c.SuggestionsFor(args[0])
	for i, name := range meant {
		meant[i] = c.CommandPath() + " " + name
	}
	return wrong(p.text.Command.UnknownCommand(args[0], strings.Join(meant, ", "), helpFor(c)))
}

// flagProblem tells what is wrong with the flags of c.
func (p *program) flagProblem(c *cobra.Command, err error) error {
	if unknown, ok := errors.AsType[*pflag.NotExistError](err); ok {
		name := flagName(unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames())
		return wrong(p.text.Command.UnknownFlag(name, nearestFlag(c, name), helpFor(c)))
	}
	if empty, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return wrong(p.text.Command.FlagNeedsValue(flagName(empty.GetSpecifiedName(), ""), helpFor(c)))
	}
	return wrong(p.text.Command.BadFlag(err.Error(), helpFor(c)))
}

// flagName is a flag as it is typed.
func flagName(name, shorthands string) string {
	if shorthands != "" {
		return "-" + shorthands
	}
	return "--" + name
}

// helpFor is the command that tells more about c.
func helpFor(c *cobra.Command) string {
	path := strings.Fields(c.CommandPath())
	return strings.Join(append([]string{path[0], "help"}, path[1:]...), " ")
}

// nearestFlag is the flag of c that name was meant to be, "" if none comes near.
func nearestFlag(c *cobra.Command, name string) string {
	const near = 2 // letters that are wrong
	best, least := "", near+1
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if d := distance(strings.TrimLeft(name, "-"), f.Name); d < least && !f.Hidden {
			best, least = "--"+f.Name, d
		}
	})
	return best
}

// distance is how many letters have to be changed, added or removed to make b of
// a (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			changed := diagonal
			if a[i] != b[j] {
				changed++
			}
			diagonal = row[j+1]
			row[j+1] = min(changed, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
