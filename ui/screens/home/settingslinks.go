package home

import (
	"slices"

	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// pages are what Settings leads to: what the bank keeps of a customer is changed
// on pages of its own, each named as a field is by its screen's ID.
var pages = []struct {
	id           screen.ID
	label, about func(*text.Settings) string
}{
	{arrangeID, func(w *text.Settings) string { return w.Accounts }, func(w *text.Settings) string { return w.AboutAccounts }},
	{"transfer.limits", func(w *text.Settings) string { return w.Limits }, func(w *text.Settings) string { return w.AboutLimits }},
	{"transfer.protections", func(w *text.Settings) string { return w.Protections }, func(w *text.Settings) string { return w.AboutProtections }},
	{"cert.move", func(w *text.Settings) string { return w.Move }, func(w *text.Settings) string { return w.AboutMove }},
}

// links are the lines of the form that open those pages of the program.
func (s *preferences) links() []*component.Field {
	var fields []*component.Field
	for _, p := range pages {
		if !slices.ContainsFunc(s.env.Menu, func(d *screen.Def) bool { return d.ID == p.id }) {
			continue
		}
		about := func(c *text.Catalog) string { return p.about(&c.Settings) }
		if p.id == "transfer.limits" {
			about = s.aboutLimits
		}
		fields = append(fields, &component.Field{
			Name: string(p.id), Label: func(c *text.Catalog) string { return p.label(&c.Settings) }, Input: component.NewLink(about),
		})
	}
	return fields
}

// aboutLimits are the limits, once the bank has told them.
func (s *preferences) aboutLimits(c *text.Catalog) string {
	if s.limits == nil {
		return c.Settings.AboutLimits
	}
	return c.Settings.LimitsAre(component.Won(c, s.limits.Each), component.Won(c, s.limits.Day))
}

// opens reports whether a field is such a line.
func opens(name string) (screen.ID, bool) {
	for _, p := range pages {
		if string(p.id) == name {
			return p.id, true
		}
	}
	return "", false
}
