package app

import (
	"fmt"
	"slices"

	"smartbank/bank"
	"smartbank/ui/screen"
	"smartbank/ui/screens/certificate"
	screenexport "smartbank/ui/screens/export"
	"smartbank/ui/screens/fx"
	screenhome "smartbank/ui/screens/home"
	"smartbank/ui/screens/pc"
	"smartbank/ui/screens/search"
	"smartbank/ui/screens/transfer"
)

// The screens app itself asks for.
const (
	home  screen.ID = "home"
	login screen.ID = "login"
)

// Defs are all screens, area by area in the menu's order. It panics if two have
// the same ID.
func Defs() []*screen.Def {
	return all(screenhome.Screens.Defs(), search.Screens.Defs(), transfer.Screens.Defs(), fx.Screens.Defs(), certificate.Screens.Defs(), screenexport.Screens.Defs())
}

// PC makes a program the PC's Certification Center: its screens, of which the login is the bank's.
func PC(c Config) Config {
	c.Screens, c.Home, c.Channel = all(pc.Screens.Defs(), []*screen.Def{screenhome.Login}), pc.Home.ID, bank.PC
	return c
}

// all are the screens of a program.
func all(areas ...[]*screen.Def) []*screen.Def {
	defs := slices.Concat(areas...)
	seen := map[screen.ID]bool{}
	for _, d := range defs {
		if seen[d.ID] {
			panic(fmt.Sprintf("two screens are called %q", d.ID))
		}
		seen[d.ID] = true
	}
	return defs
}
