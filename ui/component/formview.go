package component

// labelsAbove is the width below which labels stand above their fields.
const labelsAbove = 60

// Draw adds the visible fields to a page of w cells: labels beside the fields,
// or above them below 60 cells. Notes, lists and problems stand under the field
// they belong to.
func (f *Form) Draw(l Look, b *Body, w int) {
	if l.Heard() {
		f.speak(l, b)
		return
	}
	column := 0
	if w >= labelsAbove {
		column = f.column(l, w)
	}
	focused := f.Focused()
	for _, field := range f.fields {
		if !field.Hidden {
			f.draw(l, b, field, field == focused, w, column)
		}
	}
	if m := f.problems[""]; m != nil {
		b.Add("")
		for _, line := range Problem(l, m(l.Text), w-2) {
			b.Under(" " + line)
		}
	}
}

// column is the cell where fields start, behind the widest label that takes no
// more than a third of the page.
func (f *Form) column(l Look, w int) int {
	widest := 0
	for _, field := range f.fields {
		if n := Cells(field.Label(l.Text)); !field.Hidden && n <= w/3 {
			widest = max(widest, n)
		}
	}
	return widest + 3 // pointer and gap
}

// draw adds a field whose input starts at a column: 0 is below its label, as a
// label too wide for the column is.
func (f *Form) draw(l Look, b *Body, field *Field, focused bool, w, column int) {
	label := field.Label(l.Text)
	pointer, style := " ", l.Theme.Muted
	if focused {
		pointer, style = l.Theme.Accent.Render(l.Theme.Glyphs.Pointer), l.Theme.Strong
	}
	indent := max(column, 2)
	margin := spaces(indent)
	if Cells(label) <= column-3 {
		margin = pointer + style.Render(label) + spaces(column-1-Cells(label))
	} else {
		for _, line := range Wrap(label, w-1) {
			b.Add(pointer + style.Render(line))
		}
	}
	line, x := field.Input.View(l, max(w-indent-1, 1), focused)
	if focused {
		if x >= 0 {
			x += indent
		}
		b.AddAt(margin+line, x)
		_, b.secret = field.Input.(secret)
	} else {
		b.Add(margin + line)
	}
	b.Under(indented(f.below(l, field, focused, w-indent-1), indent)...)
}

// below is the lines under a field: its list or keys while it has the focus, its
// note, and what is wrong with it.
func (f *Form) below(l Look, field *Field, focused bool, w int) []string {
	var lines []string
	if u, ok := field.Input.(unfolding); ok && focused {
		lines = u.Below(l, w)
	}
	if field.Note != nil {
		lines = append(lines, field.Note(l, w)...)
	}
	if m := f.problems[field.Name]; m != nil {
		lines = append(lines, Problem(l, m(l.Text), w)...)
	}
	return lines
}

func indented(lines []string, by int) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = spaces(by) + line
	}
	return out
}
