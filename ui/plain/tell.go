package plain

import (
	"regexp"
	"slices"
	"strings"

	"smartbank/ui/app"
	"smartbank/ui/component"
)

// told is what was said of the program's state last.
type told struct {
	screen  int
	title   string
	steps   string
	dialog  int
	said    string // the short message
	lines   []string
	rows    []string
	portion int                        // of them, said
	before  []string                   // the rows of the list that was said last on this screen
	fields  map[string]component.Asked // by their labels
	focus   string                     // the field that was asked for; "" for none
	keys    []string
	left    []int // seconds of the countdowns
}

// place is a page of the program: one that is come back to need not be said again.
type place struct {
	screen int
	title  string
}

// portionRows is how many rows of a list are said at once. A few more are said rather than left over.
const (
	portionRows = 10
	portionMore = 3
)

// tell says what is new.
func (t *Talk) tell(h app.Heard) {
	if !t.begun {
		t.begun = true
		for _, line := range h.Text.Plain.Opening {
			t.say(line)
		}
	}
	if t.waited > 0 {
		t.waited = 0
		t.say(h.Text.Plain.Done)
	}
	t.heard = ""
	if h.Said != t.told.said {
		t.told.said, t.heard = h.Said, h.Said
		t.say(t.words(h, h.Said))
	}
	if h.Dialog != 0 {
		t.tellDialog(h)
	} else {
		t.told.dialog = 0
		t.tellPage(h)
	}
	t.byLine = false
}

// tellDialog says what a dialog says, once.
func (t *Talk) tellDialog(h app.Heard) {
	if h.Dialog == t.told.dialog {
		return
	}
	t.told.dialog, t.told.focus = h.Dialog, ""
	for _, part := range h.Box {
		switch p := part.(type) {
		case component.Line:
			t.say(t.words(h, string(p)))
		case component.Answers:
			for i, label := range p.Labels {
				t.say(numbered(i, label))
			}
		default: // a field is asked for
		}
	}
}

// tellPage says what is new on the page.
func (t *Talk) tellPage(h app.Heard) {
	is := heard(h)
	fresh := h.Screen != t.told.screen || is.title != t.told.title
	if fresh {
		t.say(t.words(h, is.title))
		t.known[place{t.told.screen, t.told.title}] = t.told
		before, back := t.known[place{h.Screen, is.title}]
		before.said, before.focus = t.told.said, ""
		if !back {
			before.screen, before.title = h.Screen, is.title
		}
		t.told, t.found, fresh = before, nil, !back
	}
	if is.steps != t.told.steps {
		t.say(is.steps)
	}
	t.tellLines(h, is)
	t.tellFields(h, fresh)
	is.focus, is.keys, is.said, is.portion, is.before = t.told.focus, t.told.keys, t.told.said, t.told.portion, t.told.before
	if len(is.rows) > 0 {
		is.before = is.rows
	}
	t.told = is
}

// tellLines says the lines and the rows that were not there before. What changes by itself, and only in its digits, is
// a clock, which nobody wants to hear ticking.
func (t *Talk) tellLines(h app.Heard, is told) {
	known := t.knownOf(is)
	rows := list(h.Page)
	for _, part := range h.Page {
		switch p := part.(type) {
		case component.Line:
			line := string(p)
			if strings.Contains(t.heard, line) { // in the short message
				continue
			}
			if shape := t.shape(line); known[shape] > 0 {
				known[shape]--
				continue
			}
			t.say(t.words(h, line))
		case component.Listed:
			switch {
			case slices.Equal(rows.Rows, t.told.rows), len(rows.Rows) == 0: // what is there instead is in a line
			case slices.Equal(rows.Rows, t.told.before) && !rows.Direct:
				t.told.portion = 0
				t.say(h.Text.Plain.SameRows(max(rows.Total, len(rows.Rows))))
			case t.loading && len(rows.Rows) > len(t.told.rows):
				t.sayRows(h, rows)
			default:
				t.told.portion = 0
				if !rows.Direct {
					t.say(h.Text.Plain.Rows(rows.Total, len(rows.Rows)))
				}
				t.sayRows(h, rows)
			}
		default:
		}
	}
	t.tellCountdowns(h)
}

// thresholds are the seconds left at which a countdown is said again.
var thresholds = []int{60, 30, 10, 0}

// tellCountdowns says the times that run out, at first and at each threshold.
func (t *Talk) tellCountdowns(h app.Heard) {
	at := 0
	for _, part := range h.Page {
		c, ok := part.(component.Countdown)
		if !ok {
			continue
		}
		crosses := at >= len(t.told.left) || slices.ContainsFunc(thresholds, func(s int) bool { return t.told.left[at] > s && c.Seconds <= s })
		if crosses {
			t.say(c.Words)
		}
		at++
	}
}

// knownOf counts the lines that were said; none where most of the page is new: it is another one then, and is said whole.
func (t *Talk) knownOf(is told) map[string]int {
	known := map[string]int{}
	for _, line := range t.told.lines {
		known[t.shape(line)]++
	}
	fresh := 0
	for _, line := range is.lines {
		if known[t.shape(line)] == 0 {
			fresh++
		}
	}
	if t.byLine && 2*fresh > len(is.lines) {
		return map[string]int{}
	}
	return known
}

// digits are what differs between two readings of a clock.
var digits = regexp.MustCompile(`[0-9]+`)

// shape is what a line is known by: itself, or where nobody did anything itself without its digits.
func (t *Talk) shape(line string) string {
	if t.byLine {
		return line
	}
	return digits.ReplaceAllString(line, "0")
}

// sayRows says the next portion of a list.
func (t *Talk) sayRows(h app.Heard, l component.Listed) {
	end := min(t.told.portion+portionRows, len(l.Rows))
	if len(l.Rows)-end <= portionMore && !l.More {
		end = len(l.Rows)
	}
	for ; t.told.portion < end; t.told.portion++ {
		t.say(t.words(h, numbered(t.told.portion, l.Rows[t.told.portion])))
	}
	if left := max(l.Total, len(l.Rows)) - end; left > 0 || l.More {
		t.say(h.Text.Plain.MoreRows(left))
	}
}

// tellFields says what followed for other fields from the one that was answered, and what is wrong. What stands under a field that is still to come
// is said when that is asked for.
func (t *Talk) tellFields(h app.Heard, fresh bool) {
	asked, _ := focused(h.Page)
	for _, part := range h.Page {
		a, ok := part.(component.Asked)
		if !ok {
			continue
		}
		before, was := t.told.fields[a.Label]
		switch {
		case fresh || !was || a.Focused && t.told.focus != focusOf(a):
			continue // it is said when it is asked for
		case t.byLine && a.Value != before.Value && !a.Focused && t.told.focus != focusOf(a):
			t.say(fieldValue(h, a))
		}
		if asked.At > 0 && a.At > asked.At {
			a.Notes = nil
		}
		t.sayNew(h, a, slices.Concat(before.Notes, before.Problem), slices.Concat(a.Notes, a.Problem))
	}
	if !typing(h.Page) {
		for _, part := range h.Page {
			if a, ok := part.(component.Asked); ok && fresh {
				t.say(fieldValue(h, a))
			}
		}
	}
}

// sayNew says the lines under a field that were not there before, after the field's label where it is not asked for.
func (t *Talk) sayNew(h app.Heard, a component.Asked, before, now []string) {
	for _, line := range now {
		if slices.ContainsFunc(before, func(old string) bool { return t.shape(old) == t.shape(line) }) {
			continue
		}
		if !a.Focused {
			line = a.Label + ": " + line
		}
		t.say(t.words(h, line))
	}
}
