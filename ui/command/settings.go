package command

import (
	"cmp"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"smartbank/bank"
	"smartbank/certstore/keyring"
	"smartbank/ui/text"
)

// flags are the flags that every command has, as they were typed. A flag goes
// before its environment variable, SMARTBANK_ and its name in capitals, that
// before the settings file, and that before the default.
type flags struct {
	data, lang, theme, glyphs, clock, seed, keyring, fault string

	mouse, plain, passphraseStdin bool
}

// The values of flags that have a list of them, the default first.
var (
	langs  = []string{string(text.English), string(text.Korean)}
	themes = []string{"auto", "light", "dark", "mono"}
	glyphs = []string{"auto", "unicode", "ascii"}

	keyrings = []string{keyring.WhereOS, keyring.WhereFile, keyring.WhereMemory}
)

// languageKey is the annotation of the root in which the language stands.
const languageKey = "language"

func (f *flags) add(root *cobra.Command, words *text.Catalog) {
	w := words.Command.Flag
	set := root.PersistentFlags()
	set.StringVar(&f.data, "data", "", w.Data)
	set.StringVar(&f.lang, "lang", "", w.Lang)
	set.StringVar(&f.theme, "theme", "", w.Theme)
	set.StringVar(&f.glyphs, "glyphs", "", w.Glyphs)
	set.StringVar(&f.clock, "clock", "", w.Clock)
	set.StringVar(&f.seed, "seed", "", w.Seed)
	set.StringVar(&f.fault, "fault", "", w.Fault)
	set.BoolVar(&f.mouse, "mouse", false, w.Mouse)
	set.BoolVar(&f.plain, plainSetting, false, w.Plain)
	set.StringVar(&f.keyring, "keyring", "", words.CertStore.FlagKeyring)
	set.BoolVar(&f.passphraseStdin, "passphrase-stdin", false, words.CertStore.FlagPassphraseStdin)
	root.Annotations = map[string]string{languageKey: string(words.Lang)}
	for name, values := range map[string][]string{"lang": langs, "theme": themes, "glyphs": glyphs, "keyring": keyrings, "fault": faults()} {
		complete(root, name, values)
	}
}

// faults are the failures that the bank can have on purpose.
func faults() []string {
	var all []string
	for _, f := range bank.Faults() {
		all = append(all, string(f))
	}
	for _, code := range bank.RefusalsOnPurpose() {
		all = append(all, string(code))
	}
	return all
}

// complete tells the shell the values of a flag.
func complete(c *cobra.Command, flag string, values []string) {
	if err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // no such flag: a programmer's mistake
	}
}

// hideDefaults leaves telling a flag's default to its words, which are in the
// customer's language.
func hideDefaults(c *cobra.Command) {
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Value.Type() == "string" {
			f.DefValue = ""
		}
	})
	for _, sub := range c.Commands() {
		hideDefaults(sub)
	}
}

// choices are the flags that every command has, the environment and the settings file, understood.
type choices struct {
	data   string    // the folder
	theme  string    // one of themes
	glyphs string    // one of glyphs
	start  time.Time // what the clock shows at the start; zero is the machine's time
	seed   uint64
	mouse  bool
	plain  bool // a conversation instead of a drawn screen

	keyring string // one of keyrings
	fault   bank.Fault
}

// understand reads the flags, of which given tells whether they were, and the
// environment. A value that is none of the good
// ones is wrong usage.
func (p *program) understand(given func(flag string) bool) (choices, error) {
	s := choices{seed: 1}
	var err error
	if s.mouse, err = p.switched("mouse", p.flags.mouse, p.kept.Mouse, given); err != nil {
		return s, err
	}
	if s.plain, err = p.switched(plainSetting, p.flags.plain, p.kept.Plain, given); err != nil {
		return s, err
	}
	if p.Env(accessible) == "1" && p.decides[plainSetting] == "" {
		s.plain, p.decides[plainSetting] = true, accessible
	}
	if _, err := p.oneOf("lang", p.flags.lang, "", langs); err != nil {
		return s, err
	}
	if s.theme, err = p.oneOf("theme", p.flags.theme, p.kept.Theme, themes); err != nil {
		return s, err
	}
	if s.theme == "auto" && p.Env("NO_COLOR") != "" {
		s.theme = "mono"
	}
	if s.glyphs, err = p.oneOf("glyphs", p.flags.glyphs, p.kept.Glyphs, glyphs); err != nil {
		return s, err
	}
	if s.keyring, err = p.oneOf("keyring", p.flags.keyring, p.kept.Keyring, keyrings); err != nil {
		return s, err
	}
	if clock := p.value("clock", p.flags.clock); clock != "" {
		if s.start, err = time.Parse(time.RFC3339, clock); err != nil {
			return s, wrong(p.text.Command.BadValue(p.decides["clock"], clock, "2026-11-05T10:00:00+09:00"))
		}
	}
	if seed := p.value("seed", p.flags.seed); seed != "" {
		if s.seed, err = strconv.ParseUint(seed, 10, 63); err != nil {
			return s, wrong(p.text.Command.BadValue(p.decides["seed"], seed, "0 – 9223372036854775807"))
		}
	}
	if s.fault, err = bank.ParseFault(p.value("fault", p.flags.fault)); err != nil {
		return s, wrong(p.text.Command.BadValue(p.decides["fault"], p.value("fault", p.flags.fault), strings.Join(faults(), ", ")))
	}
	if s.data = p.value("data", p.flags.data); s.data == "" {
		s.data = filepath.Join(xdg.DataHome, "smartbank")
	}
	return s, nil
}

// switched is a setting that is on or off: the flag, the environment variable or the file says which.
func (p *program) switched(name string, flag, file bool, given func(flag string) bool) (bool, error) {
	if given(name) {
		p.decides[name] = "--" + name
		return flag, nil
	}
	said := p.Env(variable(name))
	if said == "" {
		return file, nil
	}
	p.decides[name] = variable(name)
	is, err := strconv.ParseBool(said)
	if err != nil {
		return false, wrong(p.text.Command.BadValue(variable(name), said, "true, false"))
	}
	return is, nil
}

// plainSetting is the setting of a program that is told and not drawn, and accessible the variable by which other programs are asked for
// that too.
const (
	plainSetting = "plain"
	accessible   = "ACCESSIBLE"
)

// variable is the environment variable of a flag.
func variable(name string) string { return "SMARTBANK_" + strings.ToUpper(name) }

// value is the flag's value, or its environment variable's.
func (p *program) value(name, flag string) string {
	if flag != "" {
		p.decides[name] = "--" + name
		return flag
	}
	said := p.Env(variable(name))
	if said != "" {
		p.decides[name] = variable(name)
	}
	return said
}

// oneOf is value for a flag that has a list of them; what the settings file says comes
// after it, and the first is the default.
func (p *program) oneOf(name, flag, file string, good []string) (string, error) {
	value := p.value(name, flag)
	switch {
	case value == "" && file != "":
		return file, nil
	case value == "":
		return good[0], nil
	case !slices.Contains(good, value):
		return "", wrong(p.text.Command.BadValue(p.decides[name], value, strings.Join(good, ", ")))
	}
	return value, nil
}

// languageOf is the language of this run: --lang, SMARTBANK_LANG, the settings
// file's, or the locale's. It looks at the arguments before they are parsed, because help is already in that
// language; a value that is none is told later.
func languageOf(args []string, env func(string) string, file string) text.Lang {
	for _, said := range []string{cmp.Or(argument(args, "--lang"), env(variable("lang"))), file} {
		switch text.Lang(said) {
		case text.English, text.Korean:
			return text.Lang(said)
		}
	}
	return localeLanguage(env)
}

// localeLanguage is the language of the locale.
func localeLanguage(env func(string) string) text.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} { // POSIX.1-2024, 8.2: the first that is set
		if locale := env(name); locale != "" {
			if strings.HasPrefix(locale, "ko") {
				return text.Korean
			}
			return text.English
		}
	}
	return text.English
}
