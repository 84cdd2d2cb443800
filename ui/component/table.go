package component

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/keymap"
	"smartbank/ui/theme"
)

// SortMark is the sign beside a column's title.
type SortMark int

// How a column is sorted.
const (
	NotSorted SortMark = iota
	Ascending
	Descending
)

// Column is one column of a [Table].
type Column struct {
	Title  Words
	Min    int  // cells it always has
	Weight int  // share of the room left over, cut to it; 0 is as wide as its content
	Right  bool // aligned right, for amounts
	Drop   int  // higher is left out first where there is no room; 0 never
	Sort   SortMark
}

// Cell is one field of a row, as it is shown: outside text goes through [Clean]
// first. Style may be nil; the chosen row has its own.
type Cell struct {
	Text  string
	Style *theme.Style
}

// Table is rows of which one is chosen, in columns that fit cells.
type Table struct {
	Columns []Column
	Empty   Words // shown when there are no rows; nil is a word of the catalogue
	Total   int   // rows there are in all, also those not loaded; 0 if not known
	More    bool  // there are rows that are not loaded yet

	rows   [][]Cell
	widest []int // cells of each column's widest text
	chosen int
	top    int // first row in sight
	page   int // rows in sight when it was drawn last
}

// NewTable returns a table without rows.
func NewTable(columns ...Column) *Table { return &Table{Columns: columns} }

// SetRows replaces the rows and chooses the first one.
func (t *Table) SetRows(rows [][]Cell) {
	t.Redraw(rows)
	t.chosen, t.top = 0, 0
}

// Redraw replaces the rows by the same ones written differently, in another
// language or unmasked: the chosen row stays.
func (t *Table) Redraw(rows [][]Cell) {
	t.rows, t.widest = nil, make([]int, len(t.Columns))
	t.Append(rows...)
	t.Select(t.chosen)
}

// Append adds rows that were loaded.
func (t *Table) Append(rows ...[]Cell) {
	t.rows = append(t.rows, rows...)
	t.widest = append(t.widest, make([]int, max(len(t.Columns)-len(t.widest), 0))...)
	for _, row := range rows {
		for i := range min(len(row), len(t.widest)) {
			t.widest[i] = max(t.widest[i], Cells(row[i].Text))
		}
	}
}

// Rows is how many rows are loaded.
func (t *Table) Rows() int { return len(t.rows) }

// Selected is the chosen row from 0; -1 if there are none.
func (t *Table) Selected() int {
	if len(t.rows) == 0 {
		return -1
	}
	return t.chosen
}

// Select chooses a row, or the nearest there is.
func (t *Table) Select(row int) { t.chosen = max(min(row, len(t.rows)-1), 0) }

// AtEnd reports whether the last loaded row is chosen, or there is none: time to
// load more, if there is More.
func (t *Table) AtEnd() bool { return t.chosen >= len(t.rows)-1 }

// Update moves by Up, Down, PgUp, PgDn, Home, End, j and k.
func (t *Table) Update(msg tea.Msg) (handled bool) {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return false
	}
	page := max(t.page-1, 1) // one row of the page before stays in sight
	switch {
	case keymap.Up.Pressed(key):
		t.Select(t.chosen - 1)
	case keymap.Down.Pressed(key):
		t.Select(t.chosen + 1)
	case keymap.PageUp.Pressed(key):
		t.Select(t.chosen - page)
	case keymap.PageDown.Pressed(key):
		t.Select(t.chosen + page)
	case keymap.Home.Pressed(key):
		t.Select(0)
	case keymap.End.Pressed(key):
		t.Select(len(t.rows) - 1)
	default:
		return false
	}
	return true
}
