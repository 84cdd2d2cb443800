package home

import (
	"strconv"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
)

// rows are the accounts as the table shows them.
func (s *arrange) rows() [][]component.Cell {
	c := s.env.Text
	rows := make([][]component.Cell, len(s.accounts))
	for i, a := range s.accounts {
		begins, place := "", strconv.Itoa(i+1)+"  "
		if s.env.Heard() { // rows have their numbers then
			place = ""
		}
		if a.Default {
			begins = c.Arrange.Begins
		}
		rows[i] = []component.Cell{
			{Text: place + component.AccountName(c, a)},
			{Text: component.AccountNumber(s.env.Look, a.Number, s.env.Unmasked)},
			{Text: begins},
		}
	}
	return rows
}

// aboutFrom is how many lines a screen has that also says what it is for.
const aboutFrom = 14

// View draws what the page is for, the accounts, and the name that is typed.
func (s *arrange) View(w, h int) screen.View {
	c, t := s.env.Text, s.env.Theme
	b := component.NewBody(s.env.Look)
	if h >= aboutFrom {
		b.Blank()
		for _, line := range component.Wrap(c.Arrange.About, max(w-4, 1)) {
			b.Add("  " + t.Muted.Render(line))
		}
		b.Blank()
	}
	if s.problem != nil {
		b.Add(indent(component.Problem(s.env.Look, s.problem(c), max(w-4, 1)))...)
		b.Blank()
	}
	switch {
	case !s.loaded && s.problem == nil:
		b.Add("  " + t.Muted.Render(c.Arrange.Reading))
	case s.loaded:
		foot := 0
		if s.naming {
			foot = 3
		}
		b.AddBlock(s.table.View(s.env.Look, w, max(min(s.table.Rows()+1, h-b.Len()-foot), 2)))
	}
	if s.naming {
		s.drawName(b, w)
	}
	body, cursor := b.View(w, h)
	return screen.View{Body: body, Cursor: cursor, Keys: s.keys()}
}

// drawName draws the name that is typed, under the table.
func (s *arrange) drawName(b *component.Body, w int) {
	label := "  " + component.Cut(s.env.Text.Arrange.NewName(component.AccountName(s.env.Text, s.accounts[s.table.Selected()])), max(w/2, 1)) + "  "
	line, x := s.name.View(s.env.Look, max(w-component.Cells(label)-1, 1), true)
	b.Blank()
	b.AddAt(s.env.Theme.Strong.Render(label)+line, component.Cells(label)+x)
}

func (s *arrange) keys() []keymap.Hint {
	c := s.env.Text
	if s.naming {
		return []keymap.Hint{keymap.Enter.As(c.Keys.Confirm), keymap.Back.Hint(c)}
	}
	return []keymap.Hint{
		{Key: "↑↓", Does: c.Keys.Move},
		keymap.Earlier.Hint(c), keymap.Later.Hint(c), keymap.Enter.As(c.Arrange.Rename), keymap.Begin.Hint(c),
		keymap.Save.Hint(c), keymap.Back.Hint(c), keymap.Copy.Hint(c), keymap.AllMenus.Hint(c), keymap.Language.Hint(c),
	}
}
