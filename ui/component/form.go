package component

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/text"
)

// Field is one line of a form: a name for the screen, a label for the customer
// and an input.
type Field struct {
	Name   string
	Label  Words
	Input  Input
	Note   func(l Look, width int) []string // lines under it; may be nil
	Hidden bool                             // not drawn, and passed over
}

// Kind is what happened in a form.
type Kind int

// What can happen in a form.
const (
	Nothing   Kind = iota
	Changed        // the value of Field is another one
	Confirmed      // Enter on Field; the form has moved on to the next one
	Submitted      // Enter on Field, the last one
)

// Event is what a message did to a form.
type Event struct {
	Kind    Kind
	Field   *Field // whose it is; for Nothing the focused one
	Handled bool   // the form used the message, if only to move the cursor
}

// Form is fields one under another, of which one has the focus. Tab, Shift+Tab
// and, where the input has no use for them, Up and Down move it; Enter confirms.
type Form struct{}

// NewForm returns a form with the focus on its first visible field.
func NewForm(fields ...*Field) *Form { panic("todo") }

// Update is told of keys and pastes.
func (f *Form) Update(msg tea.Msg) Event { panic("todo") }

// Field is the field of that name; nil if there is none.
func (f *Form) Field(name string) *Field { panic("todo") }

// Focus moves the focus to a field, unless it is hidden or unknown.
func (f *Form) Focus(name string) { panic("todo") }

// Focused is the field that has the focus; nil if none is visible.
func (f *Form) Focused() *Field { panic("todo") }

// Refuse puts what is wrong and what to do under a field and moves the focus to
// it. It stands there until that field changes. A name that no visible field has puts it under the form.
func (f *Form) Refuse(name string, m func(*text.Catalog) text.Message) { panic("todo") }

// Refused reports whether a field has a problem.
func (f *Form) Refused(name string) bool { panic("todo") }

// ClearProblems takes every problem away.
func (f *Form) ClearProblems() { panic("todo") }

// Clear empties every field, takes the problems away and goes to the first field.
func (f *Form) Clear() { panic("todo") }

// Draw adds the visible fields to a page of w cells: labels beside the fields,
// or above them below 60 cells.
func (f *Form) Draw(l Look, b *Body, w int) { panic("todo") }
