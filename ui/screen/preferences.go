package screen

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/keymap"
	"smartbank/ui/settings"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// Preferences are the customer's settings of the program.
type Preferences struct {
	Saved   settings.Settings             // as the file has them
	Now     settings.Settings             // as they hold: flags and the environment go before the file
	File    string                        // its path; "" where there is none, as in tapes
	Decided map[string]string             // what goes before the file, by the name of the setting: "--theme"
	Keep    func(settings.Settings) error // writes the file; nil where there is none. Its error is a *NotKeptError
	Keys    *keymap.Bindings
}

// Resolved is what settings mean on this terminal.
type Resolved struct {
	Lang   text.Lang
	Theme  string // auto, light, dark or mono; auto asks the terminal
	Glyphs theme.Glyphs
}

// NotKeptError is that the settings file could not be written.
type NotKeptError struct {
	File string
	Err  error
}

// Error is for us; the customer is told by the words of the settings.
func (e *NotKeptError) Error() string { return "write " + e.File + ": " + e.Err.Error() }

// Unwrap is what the system said.
func (e *NotKeptError) Unwrap() error { return e.Err }

// Applying asks for other settings.
type Applying struct {
	Now   settings.Settings
	Saved *settings.Settings // what the file has now; nil is what it had
}

// Apply returns a command that lets settings hold at once, until the program ends
// or others are applied.
func Apply(now settings.Settings) tea.Cmd { return func() tea.Msg { return Applying{now, nil} } }

// Kept is [Apply] for settings of which the file has saved now.
func Kept(now, saved settings.Settings) tea.Cmd {
	return func() tea.Msg { return Applying{now, &saved} }
}
