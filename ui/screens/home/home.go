// Package home holds the screens that are not under a heading of the menu: All
// Menus itself, the login, and the settings.
package home

import (
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Screens are the screens of this area.
var Screens screen.Set

// Settings is not built yet.
var Settings = Screens.Add(screen.Unbuilt("settings", func(c *text.Catalog) string { return c.Menu.Settings }, screen.Place{Number: 90, Group: screen.Header}))
