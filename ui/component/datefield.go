package component

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/unicode/norm"

	"smartbank/bank/calendar"
	"smartbank/ui/keymap"
)

// dateDigits is the digits of a date: 20261105.
const dateDigits = 8

// Date takes a day as 2026-11-05; the dashes come by themselves. Up and Down go
// to the next and the previous day, PgUp and PgDn by months.
type Date struct {
	editor[byte]
	strip

	from calendar.Date
}

// NewDate returns an empty field. From is the day from which arrows start while
// no day is typed.
func NewDate(from calendar.Date) *Date {
	return &Date{editor: newEditor[byte](dateDigits), from: from}
}

// Value is the day typed, calendar.ErrSyntax if it is none.
func (d *Date) Value() (calendar.Date, error) { return calendar.ParseDate(string(d.units)) }

// Empty reports whether nothing is typed.
func (d *Date) Empty() bool { return len(d.units) == 0 }

// Set replaces what was typed; the zero Date empties the field.
func (d *Date) Set(v calendar.Date) {
	d.replace([]byte(strings.ReplaceAll(v.String(), "-", "")))
}

// Update edits the day. A paste replaces it if it is a day.
func (d *Date) Update(msg tea.Msg) bool {
	s, pasted, ok := typed(msg)
	switch {
	case !ok:
		key, is := msg.(tea.KeyPressMsg)
		return is && (d.key(key) || d.step(key))
	case pasted:
		if v, err := calendar.ParseDate(strings.TrimSpace(norm.NFKC.String(s))); err == nil {
			d.Set(v)
		}
	case s == "-" || s == "." || s == "/":
		d.part()
	default:
		if digits := digitsOf(norm.NFKC.String(s)); len(d.units)+len(digits) <= dateDigits {
			d.insert(digits...)
		}
	}
	return true
}

// part ends a month of one digit, as in 2026-1-.
func (d *Date) part() {
	if len(d.units) == 5 && d.at == 5 {
		d.at = 4
		d.insert('0')
		d.at = 6
	}
}

// step moves by days and months.
func (d *Date) step(key tea.KeyPressMsg) bool {
	v, err := d.Value()
	if err != nil {
		v = d.from
	}
	switch {
	case keymap.Up.Pressed(key):
		v = v.AddDays(1)
	case keymap.Down.Pressed(key):
		v = v.AddDays(-1)
	case keymap.PageUp.Pressed(key):
		v = v.AddMonths(1)
	case keymap.PageDown.Pressed(key):
		v = v.AddMonths(-1)
	default:
		return false
	}
	if err != nil { // the first arrow shows where it starts
		v = d.from
	}
	if v.Year >= 1 && v.Year <= 9999 {
		d.Set(v)
	}
	return true
}

// View draws the day, and its shape while it is not complete.
func (d *Date) View(l Look, width int, focused bool) (string, int) {
	if l.Heard() {
		return sign(l, d, focused)
	}
	s := string(d.units)
	for _, dash := range []int{4, 7} {
		if len(s) >= dash {
			s = s[:dash] + "-" + s[dash:]
		}
	}
	units, at := grouping(s, d.at)
	if width < dateDigits+3 { // with two dashes and the cursor
		return d.draw(l, units, at, width, focused)
	}
	shape := clusters(l.Text.Component.Date)
	style, x := l.Theme.Field, -1
	if focused {
		style, x = l.Theme.Focus, at
	}
	rest := join(shape[min(len(units), len(shape)):])
	return underline(style, s) + underline(l.Theme.Muted, rest) + underline(style, " "), x
}

// Clear empties the field.
func (d *Date) Clear() { d.replace(nil) }
