package plain

import (
	"cmp"
	"strings"

	"smartbank/ui/app"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
)

// digitSigns are the digits.
const digitSigns = "0123456789"

// fewOptions is how many options of a choice are said without being asked for.
const fewOptions = 9

// ask asks for the next line, unless that was asked.
func (t *Talk) ask(h app.Heard) {
	page := h.Page
	if h.Dialog != 0 {
		page = h.Box
	}
	field, is := focused(page)
	prompt := h.Text.Plain.Command
	switch {
	case is:
		prompt = t.introduce(h, field)
	case answers(page) != nil:
		prompt = h.Text.Plain.Number
	case len(list(page).Rows) > 0 || jumps(h):
		prompt = h.Text.Plain.NumberOrCommand
		t.tellKeys(h)
	default:
		t.tellKeys(h)
	}
	if !is {
		t.told.focus = ""
	}
	hidden := is && field.Secret
	if t.asked && prompt == t.prompt && hidden == t.hidden {
		return
	}
	if t.silent && prompt == t.prompt {
		t.sayAgain(h, field)
	}
	t.silent = false
	if t.secret && prompt != t.prompt { // what is being typed must not become the answer to another question
		t.terminal.Drop()
	}
	t.breakOff()
	t.terminal.Echo(!hidden)
	t.write(sentence(prompt) + " ")
	t.asked, t.prompt, t.hidden, t.secret = true, prompt, hidden, hidden
}

// sayAgain says why a line changed nothing: what is wrong with the field still is, or it was not for this page.
func (t *Talk) sayAgain(h app.Heard, field component.Asked) {
	if len(field.Problem)+len(field.Notes) == 0 {
		t.say(h.Text.Plain.Nothing)
	}
	for _, line := range append(field.Notes, field.Problem...) {
		t.say(t.words(h, line))
	}
}

// introduce says what belongs to a field when it is come to, and returns its prompt.
func (t *Talk) introduce(h app.Heard, a component.Asked) (prompt string) {
	words := h.Text.Plain
	if focus := focusOf(a); focus != t.told.focus {
		form := t.told.focus == ""
		t.told.focus, t.found = focus, nil
		if form && a.Of > 1 {
			t.say(words.Fields(a.Of))
		}
		for _, line := range a.Notes {
			t.say(t.words(h, line))
		}
		for _, line := range a.Problem {
			t.say(t.words(h, line))
		}
		t.sayOptions(h, a)
	}
	label := labelOf(h, a)
	if a.Opens {
		return words.AskLink(label, a.Value)
	}
	now, shape := a.Value, a.Shape
	switch {
	case a.Secret && a.Typed > 0:
		now = words.Typed(a.Typed)
	case a.None && a.Chosen == 0:
		now = ""
	}
	if a.Secret && strings.ContainsAny(label, digitSigns) { // how many digits is in it already
		shape = ""
	}
	return words.Ask(label, shape, now, a.Hint)
}

// labelOf is what a field is called: where it stands by itself, what its page is.
func labelOf(h app.Heard, a component.Asked) string {
	return strings.TrimSuffix(cmp.Or(a.Label, h.Title), "…")
}

// sayOptions says the options of a choice, or how to find one where they are many.
func (t *Talk) sayOptions(h app.Heard, a component.Asked) {
	switch n := len(a.Options) - first(a); {
	case n > fewOptions:
		t.say(h.Text.Plain.Options(n))
	case n > 1:
		for i := first(a); i < len(a.Options); i++ {
			t.sayOption(h, a, i)
		}
	}
}

// tellKeys says what can be done on a page, when that changes.
func (t *Talk) tellKeys(h app.Heard) {
	if h.Dialog != 0 {
		return
	}
	said := t.hints(h)
	if strings.Join(said, "\n") == strings.Join(t.told.keys, "\n") {
		return
	}
	t.told.keys = said
	if len(said) > 0 {
		t.say(h.Text.Plain.Here + " " + strings.Join(said, "; ") + ".")
	}
}

// usual is what a key that is the same everywhere usually does.
func usual(h app.Heard, letter string) string {
	k := h.Text.Keys
	return map[string]string{"b": k.Back, "0": k.AllMenus, "q": k.Quit, "h": k.Help}[letter]
}

// hints are the keys of a page as they are typed, each with what it does; not those that do the same everywhere.
func (t *Talk) hints(h app.Heard) []string {
	var said []string
	words := h.Text.Plain
	field := typing(h.Page)
	for _, hint := range h.Keys {
		switch hint.Key {
		case "Enter":
			switch {
			case field:
			case len(list(h.Page).Rows) > 0:
				said = append(said, words.ANumber+": "+hint.Does)
			case listed(h.Page), jumps(h):
			default:
				said = append(said, "Enter: "+hint.Does)
			}
		case "←→":
			if !field {
				said = append(said, "< >: "+hint.Does)
			}
		default:
			letter := spelt(h, hint.Key)
			if letter == "" || everywhere[letter] && (hint.Does == usual(h, letter) || letter == "l") {
				continue
			}
			if field {
				letter = "." + letter
			}
			said = append(said, letter+": "+hint.Does)
		}
	}
	return said
}

// answers are the buttons of a dialog; nil if it has none.
func answers(box []component.Spoken) *component.Answers {
	for _, part := range box {
		if a, ok := part.(component.Answers); ok {
			return &a
		}
	}
	return nil
}

// jumps reports whether a page takes the two digits of an entry.
func jumps(h app.Heard) bool {
	for _, hint := range h.Keys {
		if hint.Does == h.Text.Keys.Jump {
			return true
		}
	}
	return false
}

// hint is the page's hint of a key as it is shown.
func hint(h app.Heard, shown string) (keymap.Hint, bool) {
	for _, k := range h.Keys {
		if k.Key == shown {
			return k, true
		}
	}
	return keymap.Hint{}, false
}
