package screen

import (
	"fmt"

	"smartbank/ui/text"
)

// Place is where an entry stands in All Menus.
type Place struct {
	Number int // two digits, typed to open it: 01-09 quick links, 11-19 Search, 21-29 Transfer, 31-39 F/X, 41-49 Joint certificate, 90-99 the header's
	Group  Group
}

// Group is a heading of All Menus.
type Group int

// The groups, in the service's order.
const (
	Hidden Group = iota // in no menu
	Header
	QuickLinks
	SearchGroup
	TransferGroup
	FXGroup
	CertificateGroup
)

// Def defines a screen: adding a screen is adding a file with one of these.
type Def struct {
	ID     ID
	Title  func(*text.Catalog) string
	Places []Place // one Def may stand in two places of the menu
	Public bool    // can be opened before signing in
	New    func(env *Env, args any) Screen
}

// Set is the screens of one area.
type Set struct{ defs []*Def }

// Add adds a definition. It panics on an unfinished one and on an ID that is
// taken: both are a programmer's mistake that every test finds.
func (s *Set) Add(d Def) *Def {
	if d.ID == "" || d.Title == nil || d.New == nil {
		panic(fmt.Sprintf("screen %q is not finished", d.ID))
	}
	for _, have := range s.defs {
		if have.ID == d.ID {
			panic(fmt.Sprintf("two screens are called %q", d.ID))
		}
	}
	s.defs = append(s.defs, &d)
	return &d
}

// Defs are the definitions in the order they were added.
func (s *Set) Defs() []*Def { return s.defs }

// Title is the group's heading; "" for what stands under none.
func (g Group) Title(c *text.Catalog) string {
	switch g {
	case QuickLinks:
		return c.Menu.QuickLinks
	case SearchGroup:
		return c.Menu.Search
	case TransferGroup:
		return c.Menu.Transfer
	case FXGroup:
		return c.Menu.FX
	case CertificateGroup:
		return c.Menu.Certificate
	default:
		return ""
	}
}
