package plain

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/app"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
)

// do does what a command says.
func (t *Talk) do(h app.Heard, word string) tea.Cmd {
	field := typing(h.Page)
	for _, a := range acts(h) {
		if everywhere[a.typed] && a.is(word) {
			word = a.typed
		}
	}
	switch word {
	case "":
		return t.empty(h)
	case ".":
		t.repeat(h)
		return nil
	case "+":
		return t.more(h)
	case "h":
		t.help(h)
		return nil
	case "b", "q", "l", "<", ">":
		return t.press(keys[word])
	case "0":
		if jumps(h) { // it is there already
			t.repeat(h)
			return nil
		}
		return t.press(keys[word])
	case "u":
		if field {
			return t.press(keys[word])
		}
	}
	name, row, _ := strings.Cut(word, " ")
	n, err := strconv.Atoi(strings.TrimSpace(row))
	if err == nil && n >= 1 && n <= len(list(h.Page).Rows) && !field {
		if key, ok := pressed(h, name); ok {
			return tea.Batch(t.chooseRow(list(h.Page), n-1), t.press(key))
		}
	}
	if key, ok := pressed(h, word); ok {
		return t.press(key)
	}
	if n, err := strconv.Atoi(word); err == nil && !field {
		return t.number(h, word, n)
	}
	t.say(h.Text.Plain.NoCommand(field))
	return nil
}

// empty is an empty line where nothing is filled in: Enter, unless that would do something with a row that nobody named.
func (t *Talk) empty(h app.Heard) tea.Cmd {
	enter, ok := hint(h, keymap.Enter.As("").Key)
	if ok && enter.Does != "" && !listed(h.Page) && !jumps(h) {
		return t.press(keyEnter)
	}
	if len(list(h.Page).Rows) > 0 {
		return t.more(h)
	}
	return nil
}

// number opens a row or an entry.
func (t *Talk) number(h app.Heard, typed string, n int) tea.Cmd {
	rows := list(h.Page)
	switch {
	case len(rows.Rows) == 0 && jumps(h) && len(typed) == 2:
		return tea.Batch(t.press(digit(typed[0])), t.press(digit(typed[1])))
	case len(rows.Rows) == 0:
		t.say(h.Text.Plain.NoCommand(false))
		return nil
	case n < 1 || n > len(rows.Rows):
		t.say(h.Text.Plain.NoNumber(len(rows.Rows)))
		return nil
	case rows.Direct:
		return tea.Batch(t.chooseRow(rows, n-1), t.press(keyEnter))
	}
	cmd := t.chooseRow(rows, n-1)
	if _, ok := hint(h, keymap.Enter.As("").Key); ok {
		return tea.Batch(cmd, t.press(keyEnter))
	}
	t.say(h.Text.Plain.Chosen(n))
	return cmd
}

func digit(d byte) tea.KeyPressMsg { return tea.KeyPressMsg{Code: rune(d), Text: string(d)} }

// chooseRow moves to a row.
func (t *Talk) chooseRow(l component.Listed, to int) tea.Cmd {
	return tea.Batch(t.presses(keyDown, to-l.Chosen), t.presses(keyUp, l.Chosen-to))
}

// more says the next rows of a list, or the options of a choice.
func (t *Talk) more(h app.Heard) tea.Cmd {
	words := h.Text.Plain
	if field, ok := focused(h.Page); ok && len(field.Options) > 0 {
		for i := first(field); i < len(field.Options); i++ {
			t.sayOption(h, field, i)
		}
		return nil
	}
	rows := list(h.Page)
	switch {
	case t.told.portion < len(rows.Rows):
		t.sayRows(h, rows)
	case rows.More: // the screen loads more at the end of what it has
		t.loading = true
		return t.press(keyEnd)
	default:
		t.say(words.NoMore)
	}
	return nil
}

// repeat says the whole page again.
func (t *Talk) repeat(h app.Heard) {
	is := heard(h)
	t.say(t.words(h, is.title))
	t.say(is.steps)
	for _, part := range h.Page {
		switch p := part.(type) {
		case component.Line:
			t.say(t.words(h, string(p)))
		case component.Countdown:
			t.say(p.Words)
		case component.Listed:
			t.told.portion = 0
			t.sayRows(h, p)
		case component.Asked:
			t.say(fieldValue(h, p))
			for _, line := range append(p.Notes, p.Problem...) {
				t.say(t.words(h, line))
			}
		default:
		}
	}
}

// help says what can be done on a page and everywhere.
func (t *Talk) help(h app.Heard) {
	words := h.Text.Plain
	if here := t.hints(h); len(here) > 0 {
		t.say(words.Here)
		for _, line := range here {
			t.say(line)
		}
	}
	field := typing(h.Page)
	t.say(words.Everywhere)
	dot := ""
	if field {
		dot = "."
		t.say(words.InFields)
		if _, there := hint(h, keymap.Previous.As("").Key); !there {
			t.say(".u: " + h.Text.Keys.Previous)
		}
	}
	for _, line := range []string{"b: " + h.Text.Keys.Back, "0: " + h.Text.Keys.AllMenus, "l: " + h.Text.Keys.Language, "q: " + h.Text.Keys.Quit, "h: " + h.Text.Keys.Help} {
		t.say(dot + line)
	}
	t.say(words.Again)
	t.say(words.MoreHelp)
}
