package command

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is `smartbank version`.
func (p *program) version() *cobra.Command {
	return p.command("version", p.text.Command.Version, func(context.Context) error {
		_, err := fmt.Fprintln(p.Out, versionLine())
		return err
	})
}

// versionLine is what the build says of itself: the module's version, the commit,
// whether the tree was changed, and what it was built with and for.
func versionLine() string {
	version, commit := "(devel)", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		if info.Main.Version != "" {
			version = info.Main.Version
		}
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision":
				commit = " " + s.Value[:min(12, len(s.Value))]
			case s.Key == "vcs.modified" && s.Value == "true":
				commit += "+changes"
			}
		}
	}
	return fmt.Sprintf("smartbank %s%s %s %s/%s", version, commit, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
