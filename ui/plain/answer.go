package plain

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"

	"smartbank/ui/app"
	"smartbank/ui/component"
)

// clean is a line without what a terminal puts into it for keys that are no letters.
func clean(line []byte) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, ansi.Strip(strings.ToValidUTF8(string(line), "")))
}

// answer does what a line asks for.
func (t *Talk) answer(h app.Heard, line []byte) tea.Cmd {
	page := h.Page
	if h.Dialog != 0 {
		page = h.Box
	}
	if h.Ending && len(line) == 0 { // the warning says so
		t.program.Stay()
		t.say(h.Text.Plain.Stayed)
		return nil
	}
	field, is := focused(page)
	if is {
		return t.fill(h, field, line)
	}
	typed := clean(line)
	word := command(typed)
	if buttons := answers(page); buttons != nil {
		return t.choose(h, *buttons, word)
	}
	return t.do(h, word)
}

// fill gives a line to a field: a command after a dot, or its value.
func (t *Talk) fill(h app.Heard, field component.Asked, line []byte) tea.Cmd {
	switch {
	case len(line) > 1 && line[0] == '.' && line[1] == '.': // as mail does it (RFC 5321, section 4.5.2)
		line = line[1:]
	case len(line) == 1 && line[0] == '.', len(line) > 1 && line[0] == '.' && (line[1] < '0' || line[1] > '9'), string(line) == ".0":
		return t.do(h, command(clean(line)))
	case len(field.Options) > 0 && len(line) == 1 && commands[line[0]]: // no option is looked for by one letter
		return t.do(h, command(string(line)))
	}
	switch {
	case field.Opens && !bytes.HasPrefix(line, []byte(".")):
		return t.link(h, line)
	case len(line) == 0 && t.found == nil:
		return t.press(keyEnter)
	case len(field.Options) > 0:
		return t.option(h, field, strings.TrimSpace(norm.NFC.String(clean(line))))
	}
	return t.value(h, field, line)
}

// link opens what a field leads to, or goes on to the next one.
func (t *Talk) link(h app.Heard, line []byte) tea.Cmd {
	switch typed := strings.TrimSpace(clean(line)); {
	case typed == "":
		return t.press(keyNext)
	case typed == "1":
		return t.press(keyEnter)
	case len(typed) == 1 && commands[typed[0]]:
		return t.do(h, typed)
	}
	t.say(h.Text.Plain.NoLink)
	return nil
}

// value types a value in place of the one that is there, and confirms it.
func (t *Talk) value(h app.Heard, field component.Asked, line []byte) tea.Cmd {
	cmd := t.press(keyEmpty)
	var more tea.Cmd
	if field.Secret || h.Dialog != 0 {
		more = t.types(line)
	} else {
		_, more = t.program.Update(tea.PasteMsg{Content: clean(line)})
		if now, ok := t.again(field); ok && now.Typed == 0 && len(now.Options) == 0 {
			more = tea.Batch(more, t.types(line))
		}
	}
	cmd = tea.Batch(cmd, more)
	now, ok := t.again(field)
	switch {
	case !ok: // the page has gone on by itself
		return cmd
	case now.Typed == 0 && len(strings.TrimSpace(string(line))) > 0:
		t.say(h.Text.Plain.NotTaken(field.Label, cmp.Or(field.Takes, field.Shape)))
		if len(line) == 1 && commands[line[0]] && line[0] > '9' {
			t.say(h.Text.Plain.Dotted(string(line)))
		}
		if field.Raw != "" {
			_, back := t.program.Update(tea.PasteMsg{Content: field.Raw})
			cmd = tea.Batch(cmd, back)
		}
		return cmd
	case !field.Secret && letters(now.Value) != letters(string(line)):
		t.say(fieldValue(h, now))
	}
	return tea.Batch(cmd, t.press(keyEnter))
}

// again is a field as it is now, if it still is the one that is asked for.
func (t *Talk) again(field component.Asked) (component.Asked, bool) {
	h := t.hear()
	page := h.Page
	if h.Dialog != 0 {
		page = h.Box
	}
	now, ok := focused(page)
	return now, ok && focusOf(now) == focusOf(field)
}

// types types a line, a key for each character.
func (t *Talk) types(line []byte) tea.Cmd {
	var cmds []tea.Cmd
	for rest := line; len(rest) > 0; {
		cluster, _ := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
		rest = rest[len(cluster):]
		if r := []rune(string(cluster)); len(r) > 0 && !unicode.IsControl(r[0]) {
			cmds = append(cmds, t.press(tea.KeyPressMsg{Code: r[0], Text: norm.NFC.String(string(cluster))}))
		}
	}
	return tea.Batch(cmds...)
}

// letters are the letters and digits of a value, by which it is compared with what was typed.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKC.String(s))
}

// option chooses one of a field's options by its number or by a part of its name, and confirms it.
func (t *Talk) option(h app.Heard, field component.Asked, typed string) tea.Cmd {
	words := h.Text.Plain
	n, err := strconv.Atoi(norm.NFKC.String(typed))
	if byNumber := err == nil && typed[0] != '0' && n >= 1 && n <= len(field.Options)-first(field); byNumber {
		return t.takeOption(h, field, n-1+first(field))
	}
	found := slices.DeleteFunc(field.Find(typed), func(i int) bool { return i < first(field) })
	if exact := slices.IndexFunc(found, func(i int) bool { return letters(field.Options[i]) == letters(typed) }); exact >= 0 {
		found = found[exact : exact+1]
	}
	switch {
	case typed == "" || len(found) == 0:
		t.say(words.NoMatch)
	case len(found) == 1:
		return t.takeOption(h, field, found[0])
	default:
		t.found = found
		t.say(words.Matches(len(found)))
		for _, i := range found[:min(len(found), 2*portionRows)] {
			t.sayOption(h, field, i)
		}
	}
	return nil
}

// first is the first of a choice's options that can be chosen. Its number is 1.
func first(a component.Asked) int {
	if a.None {
		return 1
	}
	return 0
}

// sayOption says an option after its number.
func (t *Talk) sayOption(h app.Heard, a component.Asked, i int) {
	t.say(t.words(h, numbered(i-first(a), a.Options[i])))
}

// takeOption goes to an option, says it, since a number is soon mistyped, and confirms it.
func (t *Talk) takeOption(h app.Heard, field component.Asked, to int) tea.Cmd {
	t.say(t.words(h, labelOf(h, field)+": "+field.Options[to]))
	forth, back := keyRight, keyLeft
	if field.Opened {
		forth, back = keyDown, keyUp
	}
	t.found = nil
	return tea.Batch(t.presses(forth, to-field.Chosen), t.presses(back, field.Chosen-to), t.press(keyEnter))
}

// choose presses a button of a dialog by its number or its words.
func (t *Talk) choose(h app.Heard, buttons component.Answers, word string) tea.Cmd {
	i, err := strconv.Atoi(word)
	i--
	if err != nil {
		i = slices.IndexFunc(buttons.Labels, func(label string) bool { return strings.EqualFold(label, word) })
	}
	switch {
	case i >= 0 && i < len(buttons.Labels):
		return tea.Batch(t.presses(keyRight, (i-buttons.Chosen+len(buttons.Labels))%len(buttons.Labels)), t.press(keyEnter))
	case word == "b", word == "q", word == "l":
		return t.press(keys[word])
	}
	if word != "" && word != "." && word != "h" {
		t.say(h.Text.Plain.NoNumber(len(buttons.Labels)))
	}
	t.told.dialog = 0
	t.tellDialog(h)
	return nil
}
