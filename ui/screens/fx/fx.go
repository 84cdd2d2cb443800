// Package fx holds the screens of foreign exchange: the board of rates, SWIFT
// and Eurogiro remittances, and their search.
package fx

import (
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Screens are the screens of this area.
var Screens screen.Set

// The entries that are not built yet.
var (
	Rates = Screens.Add(screen.Unbuilt("fx.rates", func(c *text.Catalog) string { return c.Menu.Rates },
		screen.Place{Number: 1, Group: screen.QuickLinks}, screen.Place{Number: 31, Group: screen.FXGroup}))
	Swift = Screens.Add(screen.Unbuilt("fx.swift", func(c *text.Catalog) string { return c.Menu.Swift },
		screen.Place{Number: 2, Group: screen.QuickLinks}, screen.Place{Number: 32, Group: screen.FXGroup}))
	Eurogiro = Screens.Add(screen.Unbuilt("fx.eurogiro", func(c *text.Catalog) string { return c.Menu.Eurogiro },
		screen.Place{Number: 3, Group: screen.QuickLinks}))
	SwiftSearch = Screens.Add(screen.Unbuilt("fx.swift-search", func(c *text.Catalog) string { return c.Menu.SwiftSearch },
		screen.Place{Number: 33, Group: screen.FXGroup}))
	EurogiroSearch = Screens.Add(screen.Unbuilt("fx.eurogiro-search", func(c *text.Catalog) string { return c.Menu.EurogiroSearch },
		screen.Place{Number: 34, Group: screen.FXGroup}))
)
