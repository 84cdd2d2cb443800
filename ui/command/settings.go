package command

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"smartbank/certstore/keyring"
	"smartbank/ui/text"
)

// flags are the flags that every command has, as they were typed. A flag goes
// before its environment variable, SMARTBANK_ and its name in capitals, and that
// before the default.
type flags struct {
	data, lang, theme, glyphs, clock, seed, keyring string

	mouse, passphraseStdin bool
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
	set.BoolVar(&f.mouse, "mouse", false, w.Mouse)
	set.StringVar(&f.keyring, "keyring", "", words.CertStore.FlagKeyring)
	set.BoolVar(&f.passphraseStdin, "passphrase-stdin", false, words.CertStore.FlagPassphraseStdin)
	root.Annotations = map[string]string{languageKey: string(words.Lang)}
	for name, values := range map[string][]string{"lang": langs, "theme": themes, "glyphs": glyphs, "keyring": keyrings} {
		complete(root, name, values)
	}
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

// settings are the flags that every command has, understood.
type settings struct {
	data   string    // the folder
	theme  string    // one of themes
	glyphs string    // one of glyphs
	start  time.Time // what the clock shows at the start; zero is the machine's time
	seed   uint64
	mouse  bool

	keyring string // one of keyrings
}

// understand reads the flags, of which given tells whether they were, and the
// environment. A value that is none of the good
// ones is wrong usage.
func (p *program) understand(given func(flag string) bool) (settings, error) {
	s := settings{mouse: p.flags.mouse, seed: 1}
	if mouse := p.Env("SMARTBANK_MOUSE"); mouse != "" && !given("mouse") {
		var err error
		if s.mouse, err = strconv.ParseBool(mouse); err != nil {
			return s, wrong(p.text.Command.BadValue("SMARTBANK_MOUSE", mouse, "true, false"))
		}
	}
	if _, err := p.oneOf("lang", p.flags.lang, langs); err != nil {
		return s, err
	}
	var err error
	if s.theme, err = p.oneOf("theme", p.flags.theme, themes); err != nil {
		return s, err
	}
	if s.theme == "auto" && p.Env("NO_COLOR") != "" {
		s.theme = "mono"
	}
	if s.glyphs, err = p.oneOf("glyphs", p.flags.glyphs, glyphs); err != nil {
		return s, err
	}
	if s.keyring, err = p.oneOf("keyring", p.flags.keyring, keyrings); err != nil {
		return s, err
	}
	if clock := p.value("clock", p.flags.clock); clock != "" {
		if s.start, err = time.Parse(time.RFC3339, clock); err != nil {
			return s, wrong(p.text.Command.BadValue("--clock", clock, "2026-11-05T10:00:00+09:00"))
		}
	}
	if seed := p.value("seed", p.flags.seed); seed != "" {
		if s.seed, err = strconv.ParseUint(seed, 10, 63); err != nil {
			return s, wrong(p.text.Command.BadValue("--seed", seed, "0 – 9223372036854775807"))
		}
	}
	if s.data = p.value("data", p.flags.data); s.data == "" {
		s.data = filepath.Join(xdg.DataHome, "smartbank")
	}
	return s, nil
}

// value is the flag's value, or its environment variable's.
func (p *program) value(name, flag string) string {
	if flag == "" {
		flag = p.Env("SMARTBANK_" + strings.ToUpper(name))
	}
	return flag
}

// oneOf is value for a flag that has a list of them; the first is the default.
func (p *program) oneOf(name, flag string, good []string) (string, error) {
	value := p.value(name, flag)
	switch {
	case value == "":
		return good[0], nil
	case !slices.Contains(good, value):
		return "", wrong(p.text.Command.BadValue("--"+name, value, strings.Join(good, ", ")))
	}
	return value, nil
}

// languageOf is the language of this run: --lang, SMARTBANK_LANG, or the
// locale's. It looks at the arguments before they are parsed, because help is already in that
// language; a value that is none is told later.
func languageOf(args []string, env func(string) string) text.Lang {
	said := env("SMARTBANK_LANG")
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			said = value
		} else if arg == "--lang" && i+1 < len(args) {
			said = args[i+1]
		}
	}
	switch text.Lang(said) {
	case text.English, text.Korean:
		return text.Lang(said)
	}
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
