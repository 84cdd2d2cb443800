package plain

import (
	"slices"
	"strconv"
	"strings"

	"smartbank/ui/app"
	"smartbank/ui/component"
)

// heard is what there is to be said of a state.
func heard(h app.Heard) told {
	is := told{screen: h.Screen, title: h.Title, steps: h.Steps, fields: map[string]component.Asked{}}
	if h.Group != "" {
		is.title = h.Group + ", " + h.Title
	}
	for _, part := range h.Page {
		switch p := part.(type) {
		case component.Line:
			is.lines = append(is.lines, string(p))
		case component.Countdown:
			is.left = append(is.left, p.Seconds)
		case component.Listed:
			is.rows = p.Rows
		case component.Asked:
			is.fields[p.Label] = p
		default:
		}
	}
	return is
}

// list is the list of a page; without rows if it has none.
func list(page []component.Spoken) component.Listed {
	for _, part := range page {
		if l, ok := part.(component.Listed); ok {
			return l
		}
	}
	return component.Listed{}
}

// listed reports whether a page has a list, be it an empty one.
func listed(page []component.Spoken) bool {
	return slices.ContainsFunc(page, func(part component.Spoken) bool { _, is := part.(component.Listed); return is })
}

// focused is the field where what is typed goes.
func focused(page []component.Spoken) (component.Asked, bool) {
	for _, part := range page {
		if a, ok := part.(component.Asked); ok && a.Focused {
			return a, true
		}
	}
	return component.Asked{}, false
}

func typing(page []component.Spoken) bool {
	_, ok := focused(page)
	return ok
}

// focusOf is what a field is told from others by.
func focusOf(a component.Asked) string { return a.Name + "\x00" + a.Label }

// numbered is a row after its number, from 1.
func numbered(i int, row string) string { return strconv.Itoa(i+1) + ". " + row }

// fieldValue is a field and what it has.
func fieldValue(h app.Heard, a component.Asked) string {
	value := a.Value
	switch {
	case a.Secret && a.Typed > 0:
		value = h.Text.Plain.Typed(a.Typed)
	case value == "", a.None && a.Chosen == 0:
		value = h.Text.Plain.Empty
	}
	return a.Label + ": " + strings.TrimSpace(value)
}
