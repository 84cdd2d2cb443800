package settings

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// entry is a key of the file.
type entry struct {
	name    string
	comment string // over it, in a new file
	want    string // what is right, as it would be typed
	put     func(s *Settings, value any) bool
	show    func(s Settings) string
}

// entries are the keys of the file above [keys], in the order of a new file.
var entries = []entry{
	oneOf("lang", "Language. auto is the locale's.", Langs, func(s *Settings) *string { return &s.Lang }),
	oneOf("theme", "Colours. auto is as light or dark as the terminal; mono has none.", Themes, func(s *Settings) *string { return &s.Theme }),
	oneOf("glyphs", "Signs. ascii is for terminals that draw lines and dots two cells wide; `smartbank doctor` tells.", GlyphSet,
		func(s *Settings) *string { return &s.Glyphs }),
	flag("plain", "Whether the program talks in lines instead of drawing, from the next start on: for screen readers and Braille.", func(s *Settings) *bool { return &s.Plain }),
	flag("mouse", "Whether clicks choose. The terminal then selects text with Shift held.", func(s *Settings) *bool { return &s.Mouse }),
	{
		"idle-minutes", "Minutes without a key before you are logged out, 1 to 60.", fmt.Sprintf("%d – %d", LeastIdle, MostIdle),
		func(s *Settings, value any) bool {
			n, ok := value.(int64)
			ok = ok && n >= LeastIdle && n <= MostIdle
			if ok {
				s.IdleMinutes = int(n)
			}
			return ok
		},
		func(s Settings) string { return strconv.Itoa(s.IdleMinutes) },
	},
	flag("mask-numbers", "Whether three digits of account numbers are hidden until r.", func(s *Settings) *bool { return &s.MaskNumbers }),
	oneOf("keyring", "Where certificates are kept: the system's keyring, or a file under a passphrase. smartbank cert move takes those that are there along.", Keyrings,
		func(s *Settings) *string { return &s.Keyring }),
	{
		"favourites", "Entries of All Menus that Go to shows first, by their numbers.", `["12", "21"]`,
		func(s *Settings, value any) bool {
			list, ok := words(value)
			if !ok || slices.ContainsFunc(list, func(n string) bool { return !entryNumber(n) }) {
				return false
			}
			s.Favourites = list
			return true
		},
		func(s Settings) string { return array(s.Favourites) },
	},
}

// oneOf is a key whose value is one of a list.
func oneOf(name, comment string, good []string, of func(*Settings) *string) entry {
	return entry{
		name, comment, `"` + strings.Join(good, `", "`) + `"`,
		func(s *Settings, value any) bool {
			word, ok := value.(string)
			ok = ok && slices.Contains(good, word)
			if ok {
				*of(s) = word
			}
			return ok
		},
		func(s Settings) string { return strconv.Quote(*of(&s)) },
	}
}

// flag is a key whose value is true or false.
func flag(name, comment string, of func(*Settings) *bool) entry {
	return entry{
		name, comment, "true, false",
		func(s *Settings, value any) bool {
			is, ok := value.(bool)
			if ok {
				*of(s) = is
			}
			return ok
		},
		func(s Settings) string { return strconv.FormatBool(*of(&s)) },
	}
}

// words is a list of strings, or one string by itself.
func words(value any) ([]string, bool) {
	if one, ok := value.(string); ok {
		return []string{one}, true
	}
	list, ok := value.([]any)
	if !ok {
		return nil, false
	}
	var all []string
	for _, item := range list {
		word, ok := item.(string)
		if !ok {
			return nil, false
		}
		all = append(all, word)
	}
	return all, true
}

// entryNumber reports whether n is two digits.
func entryNumber(n string) bool {
	return len(n) == 2 && n[0] >= '0' && n[0] <= '9' && n[1] >= '0' && n[1] <= '9'
}

// array is a list of strings in TOML.
func array(list []string) string {
	quoted := make([]string, len(list))
	for i, word := range list {
		quoted[i] = basic(word)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// basic is a basic string of TOML: Go's quoting has escapes that TOML has not.
func basic(word string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range word {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
