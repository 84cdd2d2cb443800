// Package fx holds the screens of foreign exchange: the board of rates, SWIFT
// and Eurogiro remittances, and their search.
package fx

import (
	"strings"

	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// Screens are the screens of this area.
var Screens screen.Set

// Screens that are asked for by name.
const (
	ratesID          screen.ID = "fx.rates"
	currencyID       screen.ID = "fx.currency"
	swiftID          screen.ID = "fx.swift"
	eurogiroID       screen.ID = "fx.eurogiro"
	swiftSearchID    screen.ID = "fx.swift-search"
	eurogiroSearchID screen.ID = "fx.eurogiro-search"
	issueID          screen.ID = "cert.issue"
)

// margin is the column where text outside a form begins.
const margin = "  "

// message is what a customer is told, in the language of the moment.
type message = func(*text.Catalog) text.Message

// explained is what the customer reads of an error.
func explained(err error) message {
	return func(c *text.Catalog) text.Message { return c.Explain(err) }
}

// paragraph is text in the column outside a form, in lines of at most w cells,
// each drawn by style.
func paragraph(s string, w int, style theme.Style) []string {
	lines := component.Wrap(s, max(w-2*len(margin), 1))
	for i, l := range lines {
		lines[i] = margin + style.Render(l)
	}
	return lines
}

// indented moves lines to the column outside a form.
func indented(lines []string) []string {
	for i, l := range lines {
		lines[i] = margin + l
	}
	return lines
}

// muted is text in lines of at most w cells.
func muted(l component.Look, s string, w int) []string {
	lines := component.Wrap(s, w)
	for i, line := range lines {
		lines[i] = l.Theme.Muted.Render(line)
	}
	return lines
}

// sides puts one text at the left and one at the right of a line; the right one
// goes where there is no room for both.
func sides(left, right string, w int) string {
	space := w - component.Cells(left) - component.Cells(right)
	if space < 1 {
		return component.Cut(left, w)
	}
	return left + strings.Repeat(" ", space) + right
}

// rule is a line across the page.
func rule(l component.Look, w int) string {
	return l.Theme.Rule.Render(strings.Repeat(l.Theme.Glyphs.Rule, w))
}
