package app

import (
	"fmt"

	"smartbank/ui/screen"
	"smartbank/ui/screens/certificate"
	screenexport "smartbank/ui/screens/export"
	"smartbank/ui/screens/fx"
	screenhome "smartbank/ui/screens/home"
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
	var defs []*screen.Def
	for _, set := range []*screen.Set{&screenhome.Screens, &search.Screens, &transfer.Screens, &fx.Screens, &certificate.Screens, &screenexport.Screens} {
		defs = append(defs, set.Defs()...)
	}
	seen := map[screen.ID]bool{}
	for _, d := range defs {
		if seen[d.ID] {
			panic(fmt.Sprintf("two screens are called %q", d.ID))
		}
		seen[d.ID] = true
	}
	return defs
}
