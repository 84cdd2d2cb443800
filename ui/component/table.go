package component

import (
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
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
	Weight int  // share of the room left over; 0 is as wide as its content
	Right  bool // aligned right, for amounts
	Drop   int  // higher is left out first where there is no room; 0 never
	Sort   SortMark
}

// Cell is one field of a row. Style may be nil; the chosen row has its own.
type Cell struct {
	Text  string
	Style *lipgloss.Style
}

// Table is rows of which one is chosen, in columns that fit cells.
type Table struct {
	Columns []Column
	Empty   Words // shown when there are no rows; nil is a word of the catalogue
	Total   int   // rows there are in all, also those not loaded; 0 if not known
	More    bool  // there are rows that are not loaded yet
}

// NewTable returns a table without rows.
func NewTable(columns ...Column) *Table { panic("todo") }

// SetRows replaces the rows and chooses the first one.
func (t *Table) SetRows(rows [][]Cell) { panic("todo") }

// Redraw replaces the rows by the same ones written differently, in another
// language or unmasked: the chosen row stays.
func (t *Table) Redraw(rows [][]Cell) { panic("todo") }

// Append adds rows that were loaded.
func (t *Table) Append(rows ...[]Cell) { panic("todo") }

// Rows is how many rows are loaded.
func (t *Table) Rows() int { panic("todo") }

// Selected is the chosen row from 0; -1 if there are none.
func (t *Table) Selected() int { panic("todo") }

// Select chooses a row, or the nearest there is.
func (t *Table) Select(row int) { panic("todo") }

// AtEnd reports whether the last loaded row is chosen: time to load more.
func (t *Table) AtEnd() bool { panic("todo") }

// Update moves by Up, Down, PgUp, PgDn, Home, End, j and k.
func (t *Table) Update(msg tea.Msg) (handled bool) { panic("todo") }

// View draws titles and rows in w cells and h lines.
func (t *Table) View(l Look, w, h int) string { panic("todo") }

// Position is "25 of 33 ▾": the chosen row, how many there are, and a sign while
// there are more below.
func (t *Table) Position(l Look) string { panic("todo") }
