package command

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/settings"
	"smartbank/ui/text"
)

// kept is the settings file of a data folder, as it was at the start.
type kept struct {
	settings.Settings

	path  string
	there bool // there is a file
	keys  *keymap.Bindings
	err   error // why it is not used: a *settings.Error, or what the system says
}

// unkept is the settings of a program that has no file.
func unkept() kept { return kept{Settings: settings.Default()} }

// largestSettings is more bytes than a settings file ever has.
const largestSettings = 1 << 20

// readSettings reads the settings file of a folder. A file that is not there is
// the defaults, and so is one with a mistake: whoever uses it looks at err first.
func readSettings(folder string) kept {
	k := unkept()
	k.path = filepath.Join(folder, settings.FileName)
	data, err := readSome(k.path)
	if errors.Is(err, fs.ErrNotExist) {
		return k
	}
	k.there, k.err = true, err
	if err != nil {
		return k
	}
	found, err := settings.Parse(data)
	if err == nil {
		k.keys, err = keymap.Bind(found.Keys)
	}
	if k.err = err; err == nil {
		k.Settings = found
	}
	return k
}

// readSome reads a file that is not endless.
func readSome(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	return io.ReadAll(io.LimitReader(file, largestSettings))
}

// save replaces the file in one step, for its owner alone: what is there at any
// moment is the old file or the new one.
func (k kept) save(s settings.Settings) error {
	old, err := readSome(k.path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return plainPath(err)
	}
	folder := filepath.Dir(k.path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return plainPath(err)
	}
	file, err := os.CreateTemp(folder, settings.FileName+".new-") // mode 0600
	if err != nil {
		return plainPath(err)
	}
	_, err = file.Write(settings.Write(old, s))
	err = cmp.Or(err, file.Sync())
	err = cmp.Or(err, file.Close())
	if err == nil {
		err = os.Rename(file.Name(), k.path)
	}
	if err != nil {
		return plainPath(errors.Join(err, os.Remove(file.Name())))
	}
	return nil
}

// plainPath is what the system says, without the path, which is told beside it.
func plainPath(err error) error {
	if failed, ok := errors.AsType[*fs.PathError](err); ok {
		return failed.Err
	}
	return err
}

// problem is what is wrong with the file, nil if nothing is.
func (k kept) problem(c *text.Catalog) error {
	wrongLine, ok := errors.AsType[*settings.Error](k.err)
	switch {
	case k.err == nil:
		return nil
	case ok:
		return wrong(c.Settings.Wrong(k.path, wrongLine))
	default:
		return wrong(c.Settings.NotReadable(k.path, plainPath(k.err)))
	}
}

// The annotations of commands that do not use the settings file.
const (
	settingsKey = "settings"
	looksAtFile = "looked at" // a mistake in it is no reason not to run
	ownSettings = "own"       // tapes: what a customer keeps on this machine changes nothing, unless --data names the folder
)

// useSettings decides whether the settings file holds for a command.
func (p *program) useSettings(c *cobra.Command) error {
	switch c.Annotations[settingsKey] {
	case looksAtFile:
		return nil
	case ownSettings:
		if p.flags.data == "" {
			p.kept = unkept()
		}
	}
	return p.kept.problem(p.text)
}

// without marks a command that does not depend on the settings file.
func without(c *cobra.Command, how string) *cobra.Command {
	if c.Annotations == nil {
		c.Annotations = map[string]string{}
	}
	c.Annotations[settingsKey] = how
	return c
}

// folderOf is the data folder, told before the arguments are parsed, because
// the language may be in it.
func folderOf(args []string, env func(string) string) string {
	return cmp.Or(argument(args, "--data"), env("SMARTBANK_DATA"), filepath.Join(xdg.DataHome, "smartbank"))
}

// argument is the value of a flag among arguments that are not parsed yet; the
// last one counts, "" if there is none.
func argument(args []string, flag string) (said string) {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, ok := strings.CutPrefix(arg, flag+"="); ok {
			said = value
		} else if arg == flag && i+1 < len(args) {
			said = args[i+1]
		}
	}
	return said
}

// preferences is what the Settings screen changes: the file, and what holds in
// this run.
func (p *program) preferences() screen.Preferences {
	now := p.kept.Settings
	tape := p.kept.path == "" // everything is decided there
	for name, put := range map[string]func(){
		"lang":   func() { now.Lang = string(p.text.Lang) },
		"theme":  func() { now.Theme = p.settings.theme },
		"glyphs": func() { now.Glyphs = p.settings.glyphs },
		"mouse":  func() { now.Mouse = p.settings.mouse },
		"plain":  func() { now.Plain = p.settings.plain },
	} {
		if tape || p.decides[name] != "" {
			put()
		}
	}
	is := screen.Preferences{Saved: p.kept.Settings, Now: now, Keys: p.kept.keys, Decided: map[string]string{}}
	if tape {
		is.Saved = now
	}
	for _, name := range []string{"lang", "theme", "glyphs", "mouse", "plain", "keyring"} {
		if by := p.decides[name]; by != "" {
			is.Decided[name] = by
		}
	}
	if p.kept.path != "" {
		is.File, is.Keep = p.kept.path, func(s settings.Settings) error {
			if err := p.kept.save(s); err != nil {
				return &screen.NotKeptError{File: p.kept.path, Err: err}
			}
			return nil
		}
	}
	return is
}

// resolve is what settings mean on this terminal.
func (p *program) resolve(s settings.Settings) screen.Resolved {
	lang := text.Lang(s.Lang)
	if s.Lang == settings.Auto {
		lang = localeLanguage(p.Env)
	}
	look := s.Theme
	if look == settings.Auto && p.Env("NO_COLOR") != "" {
		look = "mono"
	}
	return screen.Resolved{Lang: lang, Theme: look, Glyphs: p.glyphsOf(s.Glyphs)}
}

// seeSettings looks at the settings file, and tells what goes before it.
func (p *program) seeSettings() finding {
	w := p.text.Command.Check
	f := finding{about: w.Settings, is: p.kept.path}
	if !p.kept.there {
		f.is += " (" + w.Doctor.NoFile + ")"
	}
	if told, ok := errors.AsType[*ProblemError](p.kept.problem(p.text)); ok {
		f.ill, f.is, f.advice = true, told.Problem, told.Advice
		return f
	}
	var before []string
	for _, name := range []string{"lang", "theme", "glyphs", "mouse", "plain", "keyring"} {
		if by := p.decides[name]; by != "" {
			before = append(before, by)
		}
	}
	if len(before) > 0 {
		f.is += fmt.Sprintf(" (%s)", w.Before(strings.Join(before, ", ")))
	}
	return f
}
