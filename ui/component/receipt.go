package component

import "strings"

// Pair is a line of a receipt or of a page of details.
type Pair struct {
	Label, Value string
	Strong       bool // the value stands out: what was paid
}

// Pairs draws labels and values in two columns of together at most w cells. Long
// values go on in the next line, below the value; a pair without label and
// value is a blank line. Values may be styled.
func Pairs(l Look, rows []Pair, w int) []string {
	if l.Heard() {
		return speakPairs(rows)
	}
	column := labelColumn(rows, w)
	var lines []string
	for _, row := range rows {
		label := wrapped(row.Label, min(column, max(w, 1)), l.Theme.Muted)
		value := Wrap(row.Value, max(w-column-2, 1))
		for i := range max(len(label), len(value)) {
			lines = append(lines, strings.TrimRight(PadRight(at(label, i), column)+"  "+strong(l, at(value, i), row.Strong), " "))
		}
	}
	return lines
}

// labelColumn is the width of the widest label, at most two fifths of w.
func labelColumn(rows []Pair, w int) int {
	column := 0
	for _, row := range rows {
		column = max(column, Cells(row.Label))
	}
	return max(min(column, w*2/5), 1)
}

// Receipt draws pairs under a title, between rules, with values at the right
// edge of w cells.
func Receipt(l Look, title string, rows []Pair, w int) []string {
	if w <= 0 {
		return nil
	}
	if l.Heard() {
		return append([]string{title}, speakPairs(rows)...)
	}
	rule := l.Theme.Rule.Render(strings.Repeat(l.Theme.Glyphs.Rule, w))
	column := labelColumn(rows, w)
	lines := []string{spaces((w-Cells(title))/2) + l.Theme.Strong.Render(CutEllipsis(l, title, w)), rule}
	for _, row := range rows {
		label := wrapped(row.Label, min(column, w), l.Theme.Muted)
		value := Wrap(row.Value, max(w-column-2, 1))
		for i := range max(len(label), len(value)) {
			left := PadRight(at(label, i), column)
			lines = append(lines, Cut(left+PadLeft(strong(l, at(value, i), row.Strong), w-column), w))
		}
	}
	return append(lines, rule)
}

// speakPairs are pairs in a line each.
func speakPairs(rows []Pair) []string {
	lines := make([]string, 0, len(rows))
	for _, row := range rows {
		lines = append(lines, labelled(row.Label, row.Value))
	}
	return lines
}

// at is line i, "" behind the last one.
func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

func strong(l Look, value string, is bool) string {
	switch {
	case value == "":
		return ""
	case is:
		return l.Theme.Strong.Render(value)
	}
	return l.Theme.Base.Render(value)
}
