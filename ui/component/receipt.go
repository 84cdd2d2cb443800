package component

// Pair is a line of a receipt or of a page of details.
type Pair struct {
	Label, Value string
	Strong       bool
}

// Pairs draws labels and values in two columns of together at most w cells. Long
// values go on in the next line; a value with neither label nor text is a blank line.
func Pairs(l Look, rows []Pair, w int) []string { panic("todo") }

// Receipt draws pairs under a title, between rules, with values at the right edge.
func Receipt(l Look, title string, rows []Pair, w int) []string { panic("todo") }
