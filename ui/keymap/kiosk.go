package keymap

import (
	"charm.land/bubbles/v2/key"

	"smartbank/ui/text"
)

// The keys of a kiosk, which hold on every screen in it. They are not in [All],
// since no settings file changes them.
var (
	Finished    = own("finished", "F9", func(c *text.Catalog) string { return c.Kiosk.Finished }, "f9")
	ShowNumbers = own("show numbers", "F3", func(c *text.Catalog) string { return c.Kiosk.Show }, "f3")
	Staff       = own("staff", "Ctrl+P", func(c *text.Catalog) string { return c.Kiosk.Staff.Title }, "ctrl+p")
	// Leave is what ends programs elsewhere, and here a visit.
	Leave = own("leave", "Ctrl+C", func(c *text.Catalog) string { return c.Kiosk.Finished }, "ctrl+c", "ctrl+z", `ctrl+\`)
)

// KioskKey is a key of a kiosk.
type KioskKey struct {
	Key

	says func(*text.Catalog) string
}

func own(name, show string, says func(*text.Catalog) string, keys ...string) KioskKey {
	return KioskKey{Key{Name: name, binding: key.NewBinding(key.WithKeys(keys...)), show: show}, says}
}

// Hint is the key with its word.
func (k KioskKey) Hint(c *text.Catalog) Hint { return k.As(k.says(c)) }
