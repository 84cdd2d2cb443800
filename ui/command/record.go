package command

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/ui/app"
	"smartbank/ui/tape"
	"smartbank/ui/text"
)

// record is `smartbank record FILE.tape`.
func (p *program) record() *cobra.Command {
	words := p.text.Command.Tape.Record
	return &cobra.Command{
		Use: "record FILE.tape", Short: words.Short, Long: words.Long,
		ValidArgsFunction: cobra.FixedCompletions([]string{"tape"}, cobra.ShellCompDirectiveFilterFileExt),
		RunE: func(c *cobra.Command, files []string) error {
			if len(files) != 1 {
				return wrong(p.text.Command.NoTape)
			}
			return p.guarded(func() error { return p.recordTo(c.Context(), files[0]) })
		},
	}
}

// recordTo records into a new file, which is there once the program has ended: because the customer left, the terminal
// went, or it fell.
func (p *program) recordTo(ctx context.Context, file string) error {
	if !p.draws() {
		return wrong(p.text.Command.NoTerminal)
	}
	path := p.inFolder(file)
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return wrong(p.text.Command.Tape.Exists(file))
	}
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return wrong(p.text.Command.BadTape(file, err))
	}
	q, head := p.recorded()
	c := q.clock()
	b, err := q.tapeBank(ctx, c, &images{}, q.Rand)
	if err != nil {
		return err
	}
	var key [sha256.Size]byte
	if _, err := io.ReadFull(p.Rand, key[:]); err != nil {
		return errors.Join(fmt.Errorf("record: %w", err), b.Close())
	}
	config, err := q.config(b, c)
	if err != nil {
		return errors.Join(err, b.Close())
	}
	a := app.New(config)
	r := tape.NewRecorder(a, c.Now, key)
	err = q.show(ctx, r)
	if session := a.SignedIn(); session != nil {
		err = errors.Join(err, b.SignOut(context.WithoutCancel(ctx), session.Caller(), bank.SignedOut))
	}
	err = errors.Join(err, b.Close())
	if lost := writeNew(path, r.Tape(head...)); lost != nil {
		return errors.Join(err, fmt.Errorf("record: %w", lost))
	}
	_, untold := fmt.Fprintln(p.Out, p.text.Command.Tape.Recorded(file, r.Secrets()))
	return cmp.Or(err, untold) // the terminal may be gone
}

// recorded is the program as it is recorded: on the bank and the clock of a tape,
// or on a kept bank; and the settings that a tape of it begins with.
func (p *program) recorded() (*program, []tape.Command) {
	s := tape.Defaults()
	s.Lang, s.Theme, s.Glyphs = string(p.text.Lang), p.settings.theme, p.settings.glyphs
	kept := p.flags.data != ""
	q := p.taped(s)
	q.Env = p.Env // the terminal is this one
	var head []tape.Command
	set := func(name, value, otherwise string) {
		if value != otherwise {
			head = append(head, tape.Set{Name: name, Value: value})
		}
	}
	set("Lang", s.Lang, string(text.English))
	set("Theme", s.Theme, "auto")
	set("Glyphs", s.Glyphs, "auto")
	if p.flags.seed != "" {
		set("Seed", fmt.Sprint(q.settings.seed), "1")
	}
	if kept || p.flags.clock != "" {
		set("Clock", q.settings.start.Format(time.RFC3339), "")
	}
	return q, head
}

// writeNew writes a file that must not be there yet.
func writeNew(path string, data []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	return cmp.Or(err, file.Close())
}
