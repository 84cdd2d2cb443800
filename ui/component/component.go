// Package component holds what screens are made of: fields, forms, tables,
// steps, dialogs and receipts. They are drawn for Hangul, whose syllables are
// two cells wide, and keep no clock.
package component

import (
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// Look is what components are drawn with: it changes when the customer switches
// the language or the theme.
type Look struct {
	Theme  *theme.Theme
	Text   *text.Catalog
	Script *Script // of a page that is heard; nil where it is seen
}

// Point is a cell: X from the left, Y from the top, from 0. A cursor's may be
// Secret: what is typed there must not be kept by whoever watches the keys.
type Point struct {
	X, Y   int
	Secret bool
}
