package component

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/keymap"
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
	Aside  bool                             // Enter passes it over, because few want it: Tab and the arrows go there
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
	Field   *Field // whose it is; for Nothing the one that had the focus, nil if none is visible
	Handled bool   // the form used the message, if only to move the cursor
}

// Form is fields one under another, of which one has the focus. Tab, Shift+Tab
// and, where the input has no use for them, Up and Down move it; Enter confirms.
type Form struct {
	fields   []*Field
	at       int
	problems map[string]func(*text.Catalog) text.Message
}

// NewForm returns a form with the focus on its first visible field. The names of
// the fields differ.
func NewForm(fields ...*Field) *Form {
	return &Form{fields: fields, problems: map[string]func(*text.Catalog) text.Message{}}
}

// Update is told of keys and pastes.
func (f *Form) Update(msg tea.Msg) Event {
	field := f.Focused()
	if field == nil {
		return Event{}
	}
	before := count(field.Input)
	handled := field.Input.Update(msg)
	if before != count(field.Input) || handled && before < 0 {
		f.Solve(field.Name)
		if handled {
			return Event{Changed, field, true}
		}
	}
	key, ok := msg.(tea.KeyPressMsg)
	if handled || !ok {
		return Event{Nothing, field, handled}
	}
	return f.move(key, field)
}

// count is how often an input changed; -1 for one that does not say, which then
// changes with every message it uses.
func count(i Input) int {
	if c, ok := i.(counting); ok {
		return c.changes()
	}
	return -1
}

func (f *Form) move(key tea.KeyPressMsg, field *Field) Event {
	switch {
	case keymap.Enter.Pressed(key):
		if f.confirm() {
			return Event{Confirmed, field, true}
		}
		return Event{Submitted, field, true}
	case keymap.Next.Pressed(key):
		f.step(1, true)
	case keymap.Previous.Pressed(key):
		f.step(-1, true)
	case keymap.Down.Pressed(key):
		f.step(1, false)
	case keymap.Up.Pressed(key):
		f.step(-1, false)
	default:
		return Event{Nothing, field, false}
	}
	return Event{Nothing, field, true}
}

// step moves the focus to the next visible field in a direction, round the ends
// if asked to, and reports whether there is one.
func (f *Form) step(by int, around bool) bool {
	n := len(f.fields)
	for i := f.at + by; around || i >= 0 && i < n; i += by {
		i = (i + n) % n
		if i == f.at {
			return false
		}
		if !f.fields[i].Hidden {
			f.at = i
			return true
		}
	}
	return false
}

// confirm moves the focus to the next field that Enter goes to, and reports
// whether there is one.
func (f *Form) confirm() bool {
	for i := f.at + 1; i < len(f.fields); i++ {
		if !f.fields[i].Hidden && !f.fields[i].Aside {
			f.at = i
			return true
		}
	}
	return false
}

// Field is the field of that name; nil if there is none.
func (f *Form) Field(name string) *Field {
	for _, field := range f.fields {
		if field.Name == name {
			return field
		}
	}
	return nil
}

// Focus moves the focus to a field, unless it is hidden or unknown.
func (f *Form) Focus(name string) {
	for i, field := range f.fields {
		if field.Name == name && !field.Hidden {
			f.at = i
		}
	}
}

// Focused is the field that has the focus; nil if none is visible. If the field
// was hidden meanwhile, the next visible one has it.
func (f *Form) Focused() *Field {
	if len(f.fields) == 0 {
		return nil
	}
	if f.fields[f.at].Hidden && !f.step(1, true) {
		return nil
	}
	return f.fields[f.at]
}

// Last reports whether Enter submits: it goes to no field after the one that has
// the focus.
func (f *Form) Last() bool {
	for _, field := range f.fields[min(f.at+1, len(f.fields)):] {
		if !field.Hidden && !field.Aside {
			return false
		}
	}
	return true
}

// Refuse puts what is wrong and what to do under a field and moves the focus to
// it. It stands there until that field changes. A name that no visible field has
// puts it under the form, until ClearProblems.
func (f *Form) Refuse(name string, m func(*text.Catalog) text.Message) {
	if field := f.Field(name); field == nil || field.Hidden {
		name = ""
	}
	f.problems[name] = m
	f.Focus(name)
}

// Refused reports whether a field has a problem.
func (f *Form) Refused(name string) bool { return f.problems[name] != nil }

// Solve takes a field's problem away: it changed, or what it depends on did.
func (f *Form) Solve(name string) { delete(f.problems, name) }

// ClearProblems takes every problem away.
func (f *Form) ClearProblems() { clear(f.problems) }

// Typed is the number of visible fields that hold something typed; what is chosen is not typed.
func (f *Form) Typed() (n int) {
	for _, field := range f.fields {
		if in, ok := field.Input.(holding); ok && !field.Hidden && in.length() > 0 {
			n++
		}
	}
	return n
}

// Clear empties every field, takes the problems away and goes to the first field.
func (f *Form) Clear() {
	for _, field := range f.fields {
		field.Input.Clear()
	}
	f.ClearProblems()
	f.at = 0
}
