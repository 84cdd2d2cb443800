package component

// Cells is the width of one line in cells: a Hangul syllable is two. Escape
// sequences of styles count nothing.
func Cells(s string) int { panic("todo") }

// Cut shortens a line, styled or not, to at most w cells. It never cuts inside
// a character of two cells: the result is then one cell shorter than w.
func Cut(s string, w int) string { panic("todo") }

// CutEllipsis is Cut with the theme's ellipsis in place of what was cut off.
func CutEllipsis(l Look, s string, w int) string { panic("todo") }

// PadRight adds spaces behind a line until it is w cells wide. A longer line
// stays what it is.
func PadRight(s string, w int) string { panic("todo") }

// PadLeft adds spaces before a line until it is w cells wide. A longer line
// stays what it is.
func PadLeft(s string, w int) string { panic("todo") }

// Wrap breaks text into lines of at most w cells, between words where it can,
// and else between characters. Newlines in it are kept; it returns at least one
// line.
func Wrap(s string, w int) []string { panic("todo") }

// Clean makes text from outside fit to be shown in one line: NFC, newlines and
// tabs as spaces, and without escape sequences, control, bidirectional and
// invisible characters.
func Clean(s string) string { panic("todo") }
