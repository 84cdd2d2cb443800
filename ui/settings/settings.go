// Package settings is the file in which the customer's choices about the program
// are kept: settings.toml in the data folder, in TOML 1.0. It knows the file's
// words alone; reading and writing it is its caller's.
//
// What belongs to the customer and not to this machine, such as the names of
// accounts, is kept by the bank.
package settings

import (
	"slices"
)

// FileName is the file in the data folder.
const FileName = "settings.toml"

// The least and the most minutes without a key before the logout.
const (
	LeastIdle = 1
	MostIdle  = 60
)

// Auto is the value of what the program finds out by itself.
const Auto = "auto"

// The values of the settings that have a list of them, the default first.
var (
	Langs    = []string{Auto, "en", "ko"}
	Themes   = []string{Auto, "light", "dark", "mono"}
	GlyphSet = []string{Auto, "unicode", "ascii"}
	Keyrings = []string{"os", "file"}
)

// Settings are the customer's choices.
type Settings struct {
	Lang        string // one of Langs; auto is the locale's
	Theme       string // one of Themes; auto is as light or dark as the terminal
	Glyphs      string // one of GlyphSet; auto is ascii where the terminal says that it has little else
	Plain       bool   // talk in lines instead of drawing
	Mouse       bool   // take clicks, instead of leaving selecting to the terminal
	IdleMinutes int    // LeastIdle to MostIdle
	MaskNumbers bool   // numbers of accounts are masked until the key that reveals them
	Keyring     string // one of Keyrings: where certificates are kept

	Favourites []string  // two digits each: entries that Go to… shows first
	Keys       []Binding // what the file changes of the key table, in the file's order
}

// Binding is the keys that press something instead of those of the key table.
type Binding struct {
	Name string   // of the key table
	Keys []string // as they are typed: "z", "ctrl+r", "f7"
	Line int      // of the file, from 1; 0 is of no file
}

// Default is the settings of a file that is not there.
func Default() Settings {
	return Settings{
		Lang: Auto, Theme: Auto, Glyphs: Auto, IdleMinutes: 10, MaskNumbers: true, Keyring: Keyrings[0],
	}
}

// Equal reports whether two settings are the same choices; in which lines they
// stand does not matter.
func (s Settings) Equal(other Settings) bool {
	return s.Lang == other.Lang && s.Theme == other.Theme && s.Glyphs == other.Glyphs && s.Mouse == other.Mouse && s.Plain == other.Plain &&
		s.IdleMinutes == other.IdleMinutes && s.MaskNumbers == other.MaskNumbers && s.Keyring == other.Keyring &&
		slices.Equal(s.Favourites, other.Favourites) &&
		slices.EqualFunc(s.Keys, other.Keys, func(a, b Binding) bool { return a.Name == b.Name && slices.Equal(a.Keys, b.Keys) })
}

// Reason is what is wrong with a file.
type Reason string

// The reasons.
const (
	Syntax     Reason = "syntax"      // it is not TOML; Detail says why, in English
	UnknownKey Reason = "unknown key" // Nearest is the key that was meant, if one is near
	BadValue   Reason = "bad value"   // Want is what would be right
	UnknownAct Reason = "unknown act" // a key of [keys] names nothing of the key table
	FixedKey   Reason = "fixed key"   // what is always pressed by the same keys, or a key that cannot be given
	Conflict   Reason = "conflict"    // a key that presses something else already: Other
)

// Error is what is wrong with a file, and in which line.
type Error struct {
	Reason  Reason
	Line    int // from 1; 0 where it is not known
	Key     string
	Value   string
	Nearest string // a name there is
	Want    string
	Other   string // what the key presses already
	Detail  string
}

// Error is for us; customers read what ui/text makes of it.
func (e *Error) Error() string {
	return "settings: " + string(e.Reason) + " " + e.Key + " " + e.Value + e.Detail
}
