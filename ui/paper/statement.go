package paper

import (
	"context"
	"strconv"
	"strings"
)

// Column is a column of a statement. Share is its part of the page's width.
type Column struct {
	Title string
	Share float64
	Right bool // numbers stand at the right
}

// Statement is a table over as many pages as it needs.
type Statement struct {
	Bank, Title string
	Head        []Line
	Columns     []Column
	Rows        [][]string // as many cells as there are columns
	Foot        []Line
	Page        string // the word for page, before "1 / 3"
}

const (
	tableRow   = 5.5
	tableStart = margin + 14
	tableEnd   = pageHeight - margin - 8
)

// PDF prints the statement. progress, which may be nil, is told how many rows were
// printed. It returns ctx's error when that ends first.
func (t Statement) PDF(ctx context.Context, look Look, progress func(rows int)) ([]byte, error) {
	t = t.cleaned()
	s := newSheet(look, t.Title, t.characters())
	s.AliasNbPages("{pages}")
	y := t.first(s)
	for i, row := range t.Rows {
		if y+tableRow > tableEnd {
			y = t.next(s)
		}
		t.row(s, y, row)
		y += tableRow
		if i%200 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if progress != nil {
				progress(i)
			}
		}
	}
	if y+tableRow*float64(len(t.Foot)+1) > tableEnd {
		y = t.next(s)
	}
	s.rule(y + 1)
	y += 3
	for _, l := range t.Foot {
		s.text(margin, y, 60, tableRow, l.Label, false)
		s.text(margin+60, y, pageWidth-2*margin-60, tableRow, l.Value, true)
		y += tableRow
	}
	return s.bytes()
}

// first begins the first page, which says what it is.
func (t Statement) first(s *sheet) (y float64) {
	s.AddPage()
	t.number(s)
	s.size(10)
	s.text(margin, margin, 120, 6, t.Bank, false)
	s.size(16)
	s.text(margin, margin+7, pageWidth-2*margin, 9, t.Title, false)
	s.size(9)
	y = margin + 19.0
	for _, l := range t.Head {
		s.text(margin, y, 40, tableRow, l.Label, false)
		s.text(margin+40, y, pageWidth-2*margin-40, tableRow, s.cut(l.Value, pageWidth-2*margin-40), false)
		y += tableRow
	}
	return t.titles(s, y+3)
}

// next begins another page.
func (t Statement) next(s *sheet) (y float64) {
	s.AddPage()
	t.number(s)
	s.size(9)
	s.text(margin, margin, 120, 6, t.Title, false)
	return t.titles(s, tableStart)
}

// number writes which page it is at the foot.
func (t Statement) number(s *sheet) {
	s.size(8)
	s.text(margin, pageHeight-margin, pageWidth-2*margin, 5, t.Page+" "+strconv.Itoa(s.PageNo())+" / {pages}", true)
}

// titles writes the columns' titles.
func (t Statement) titles(s *sheet, y float64) float64 {
	s.size(9)
	titles := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i] = c.Title
	}
	t.row(s, y, titles)
	s.rule(y + tableRow + 0.5)
	return y + tableRow + 1.5
}

// row writes cells into the columns.
func (t Statement) row(s *sheet, y float64, cells []string) {
	var whole float64
	for _, c := range t.Columns {
		whole += c.Share
	}
	x := margin
	for i, c := range t.Columns {
		w := (pageWidth - 2*margin) * c.Share / whole
		s.text(x, y, w, tableRow, s.cut(cells[i], w-1.5), c.Right)
		x += w
	}
}

// cleaned is the statement with only what can be printed.
func (t Statement) cleaned() Statement {
	c := t
	c.Bank, c.Title, c.Page = clean(t.Bank), clean(t.Title), clean(t.Page)
	c.Head, c.Foot, c.Columns, c.Rows = nil, nil, nil, nil
	for _, l := range t.Head {
		c.Head = append(c.Head, Line{clean(l.Label), clean(l.Value)})
	}
	for _, l := range t.Foot {
		c.Foot = append(c.Foot, Line{clean(l.Label), clean(l.Value)})
	}
	for _, column := range t.Columns {
		column.Title = clean(column.Title)
		c.Columns = append(c.Columns, column)
	}
	for _, row := range t.Rows {
		cells := make([]string, len(t.Columns))
		for i := range cells {
			if i < len(row) {
				cells[i] = clean(row[i])
			}
		}
		c.Rows = append(c.Rows, cells)
	}
	return c
}

// characters are all that the statement uses.
func (t Statement) characters() string {
	var b strings.Builder
	b.WriteString(t.Bank + t.Title + t.Page + "0123456789 /{pages}…")
	for _, l := range append(append([]Line{}, t.Head...), t.Foot...) {
		b.WriteString(l.Label + l.Value)
	}
	for _, c := range t.Columns {
		b.WriteString(c.Title)
	}
	for _, row := range t.Rows {
		b.WriteString(strings.Join(row, ""))
	}
	return b.String()
}
