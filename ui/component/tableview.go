package component

import (
	"strconv"
	"strings"
)

// narrow is the width below which columns stand only one cell apart.
const narrow = 60

// View draws titles and rows in w cells and h lines.
func (t *Table) View(l Look, w, h int) string {
	if w <= 0 || h <= 0 {
		return ""
	}
	if len(t.rows) == 0 && l.Heard() {
		return t.nothing(l, w, h) + "\n" + l.Script.Sign(Listed{})
	}
	if len(t.rows) == 0 {
		return t.nothing(l, w, h)
	}
	if l.Heard() {
		t.page = len(t.rows)
		return t.speak(l)
	}
	gap := 2
	if w < narrow {
		gap = 1
	}
	columns, widths := t.layout(l, w-1, gap)
	lines := make([]string, 0, h)
	if h > 1 {
		lines = append(lines, t.titles(l, columns, widths, gap, w))
		h--
	}
	t.page = h
	t.top = max(min(t.top, t.chosen, len(t.rows)-h), t.chosen-h+1, 0)
	for i := t.top; i < min(t.top+h, len(t.rows)); i++ {
		lines = append(lines, t.row(l, i, columns, widths, gap, w))
	}
	return strings.Join(lines, "\n")
}

// speak is the sign of the rows.
func (t *Table) speak(l Look) string {
	titles := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i] = c.Title(l.Text)
	}
	list := Listed{Chosen: t.chosen, Total: max(t.Total, len(t.rows)), More: t.More}
	if t.More && t.Total <= len(t.rows) {
		list.Total = 0
	}
	for _, row := range t.rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = c.Text
		}
		list.Rows = append(list.Rows, speakRow(titles, cells))
	}
	return l.Script.Sign(list)
}

func (t *Table) nothing(l Look, w, h int) string {
	word := l.Text.Component.NoRows
	if t.Empty != nil {
		word = t.Empty(l.Text)
	}
	lines := wrapped(word, max(w-1, 1), l.Theme.Muted)
	lines = indented(lines[:min(len(lines), h)], 1)
	for i, line := range lines {
		lines[i] = Cut(line, w)
	}
	return strings.Join(lines, "\n")
}

// layout chooses the columns there is room for in w cells and their widths.
func (t *Table) layout(l Look, w, gap int) (columns, widths []int) {
	need := make([]int, len(t.Columns))
	for i, c := range t.Columns {
		columns = append(columns, i)
		need[i] = max(c.Min, 1)
		if c.Weight == 0 {
			need[i] = max(c.Min, t.natural(l, i))
		}
	}
	for total(need, columns)+gap*(len(columns)-1) > w {
		last := t.leastNeeded(columns)
		if last < 0 {
			break
		}
		columns = append(columns[:last:last], columns[last+1:]...)
	}
	widths = make([]int, len(columns))
	for i, c := range columns {
		widths[i] = need[c]
	}
	t.share(columns, widths, w-gap*(len(columns)-1))
	return columns, widths
}

// natural is the width of a column's widest text.
func (t *Table) natural(l Look, column int) int {
	n := Cells(t.title(l, t.Columns[column]))
	if column < len(t.widest) {
		n = max(n, t.widest[column])
	}
	return n
}

// leastNeeded is the place in columns of the one to leave out first; -1 if all
// are needed.
func (t *Table) leastNeeded(columns []int) int {
	worst, place := 0, -1
	for i, c := range columns {
		if d := t.Columns[c].Drop; d > 0 && d >= worst {
			worst, place = d, i
		}
	}
	return place
}

// share spreads the room left over by weight; if there is too little, it takes
// from the widest columns.
func (t *Table) share(columns, widths []int, w int) {
	sum, weights := 0, 0
	for i, c := range columns {
		sum += widths[i]
		weights += t.Columns[c].Weight
	}
	left := w - sum
	for i, c := range columns {
		if weight := t.Columns[c].Weight; left > 0 && weight > 0 {
			part := left * weight / weights
			widths[i] += part
			left, weights = left-part, weights-weight
		}
	}
	for ; left < 0; left++ {
		widest := 0
		for i := range widths {
			if widths[i] > widths[widest] {
				widest = i
			}
		}
		if widths[widest] == 0 {
			return
		}
		widths[widest]--
	}
}

func total(need, columns []int) int {
	n := 0
	for _, c := range columns {
		n += need[c]
	}
	return n
}

func (t *Table) title(l Look, c Column) string {
	title := c.Title(l.Text)
	switch c.Sort {
	case Ascending:
		title += l.Theme.Glyphs.Up
	case Descending:
		title += l.Theme.Glyphs.Down
	case NotSorted:
	}
	return title
}

func (t *Table) titles(l Look, columns, widths []int, gap, w int) string {
	parts := make([]string, len(columns))
	for i, c := range columns {
		parts[i] = fit(l, t.title(l, t.Columns[c]), widths[i], t.Columns[c].Right)
	}
	return l.Theme.Muted.Render(Cut(" "+strings.Join(parts, spaces(gap)), w))
}

// row draws a row. Cells without a style of their own are rendered together:
// rendering is what drawing a table costs.
func (t *Table) row(l Look, n int, columns, widths []int, gap, w int) string {
	if n == t.chosen {
		cells := make([]string, len(columns))
		for i, c := range columns {
			cells[i] = t.cell(l, n, c, widths[i])
		}
		line := l.Theme.Glyphs.Pointer + strings.Join(cells, spaces(gap))
		return l.Theme.Selected.Render(PadRight(Cut(line, w), w))
	}
	var b strings.Builder
	plain := " "
	for i, c := range columns {
		s := t.cell(l, n, c, widths[i])
		if style := t.at(n, c).Style; style != nil {
			b.WriteString(l.Theme.Base.Render(plain) + style.Render(s))
			s, plain = "", ""
		}
		plain += s
		if i < len(columns)-1 {
			plain += spaces(gap)
		}
	}
	line := b.String() + l.Theme.Base.Render(plain)
	if len(columns) <= w/(gap+1) { // else there is hardly room for the gaps
		return line
	}
	return Cut(line, w)
}

// cell is the text of a cell in exactly w cells.
func (t *Table) cell(l Look, n, column, w int) string {
	return fit(l, t.at(n, column).Text, w, t.Columns[column].Right)
}

// at is a cell; empty where the row is too short.
func (t *Table) at(n, column int) Cell {
	if column < len(t.rows[n]) {
		return t.rows[n][column]
	}
	return Cell{}
}

// Position is "25 of 33 ▾": the chosen row, how many there are, and a sign while
// there are more below those in sight. It is "" if there are none.
func (t *Table) Position(l Look) string {
	if len(t.rows) == 0 || l.Heard() { // the list itself says how many
		return ""
	}
	of := strconv.Itoa(max(t.Total, len(t.rows)))
	if t.More && t.Total <= len(t.rows) {
		of = l.Text.Component.AtLeast(len(t.rows))
	}
	position := l.Text.Component.Position(t.chosen+1, of)
	if t.More || t.top+t.page < len(t.rows) {
		position += " " + l.Theme.Glyphs.More
	}
	return position
}
