package component

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/bank/calendar"
)

// Date takes a day as 2026-11-05; the dashes come by themselves. Up and Down go
// to the next and the previous day, PgUp and PgDn by months.
type Date struct{}

// NewDate returns an empty field. From is the day from which arrows start while
// no day is typed.
func NewDate(from calendar.Date) *Date { panic("todo") }

// Value is the day typed, calendar.ErrSyntax if it is none.
func (d *Date) Value() (calendar.Date, error) { panic("todo") }

// Set replaces what was typed; the zero Date empties the field.
func (d *Date) Set(v calendar.Date) { panic("todo") }

// Update edits the day.
func (d *Date) Update(msg tea.Msg) bool { panic("todo") }

// View draws the day, and its shape while it is not complete.
func (d *Date) View(l Look, width int, focused bool) (string, int) { panic("todo") }

// Clear empties the field.
func (d *Date) Clear() { panic("todo") }
