// Package home holds the screens that are not under a heading of the menu: All
// Menus itself, the login, and the settings.
package home

import "smartbank/ui/screen"

// Screens are the screens of this area.
var Screens screen.Set
