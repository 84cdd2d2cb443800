package transfer

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// rows are the table's rows in the language of the moment.
func (s *recipients) rows() [][]component.Cell {
	c := s.env.Text
	rows := make([][]component.Cell, 0, len(s.list))
	for _, p := range s.list {
		last := ""
		if !p.Last.IsZero() {
			last = calendar.DateOf(p.Last).String()
		}
		rows = append(rows, []component.Cell{
			{Text: kindOf(c, p)},
			{Text: component.Clean(p.Nickname)},
			{Text: component.Clean(c.Pick(p.NameEN, p.NameKO))},
			{Text: string(p.Bank) + " " + bank.GroupAccount(p.Bank, p.Account)},
			{Text: last},
		})
	}
	return rows
}

// kindOf is what one of them is to the customer.
func kindOf(c *text.Catalog, p bank.Payee) string {
	switch {
	case p.Designated:
		return c.Transfer.Care.KindDesignated
	case p.Favourite:
		return c.Transfer.Care.KindFavourite
	}
	return c.Transfer.Care.KindRecent
}

// View draws the list, or the form of a page.
func (s *recipients) View(w, h int) screen.View {
	c := s.env.Text
	if s.page != listing {
		return s.viewForm(w, h)
	}
	if s.problem != nil {
		b := component.NewBody(s.env.Look)
		b.Blank()
		b.Add(indented(component.Problem(s.env.Look, s.problem(c), w-2*len(margin)))...)
		body, _ := b.View(w, h)
		return screen.View{Body: body, Keys: []keymap.Hint{keymap.Refresh.Hint(c), keymap.Back.Hint(c), keymap.Language.Hint(c)}}
	}
	if s.busy && len(s.list) == 0 {
		return screen.View{Keys: []keymap.Hint{keymap.Back.Hint(c), keymap.Language.Hint(c)}}
	}
	s.table.Redraw(s.rows()) // in the language of the moment
	return screen.View{Body: s.table.View(s.env.Look, w, h), Keys: s.listKeys(c)}
}

// listKeys are the keys of the list: what can be done with the chosen one.
func (s *recipients) listKeys(c *text.Catalog) []keymap.Hint {
	words := c.Transfer.Care
	keys := []keymap.Hint{keymap.Again.As(words.New)}
	if of, there := s.chosen(); there {
		favourite, designate := keymap.Favourite.As(words.Keep), keymap.Day.As(words.Designate)
		if of.Favourite {
			favourite = keymap.Favourite.As(words.RemoveKey)
		}
		if of.Designated {
			designate = keymap.Day.As(words.UndesignateKey)
		}
		keys = []keymap.Hint{keymap.Enter.As(words.Choose), favourite, keymap.Amend.As(words.Rename), keys[0], designate, keymap.Back.Hint(c), keymap.Copy.Hint(c)}
	} else {
		keys = append(keys, keymap.Back.Hint(c))
	}
	return append(keys, keymap.Refresh.Hint(c), keymap.AllMenus.Hint(c), keymap.Language.Hint(c))
}

// viewForm draws whom a page is about over its form.
func (s *recipients) viewForm(w, h int) screen.View {
	c, words := s.env.Text, s.env.Text.Transfer.Care
	b := component.NewBody(s.env.Look)
	if h > 14 {
		b.Blank()
	}
	title, enter := words.AddTitle, keymap.Enter.As(words.CheckName)
	switch s.page {
	case naming:
		title, enter = words.KeepTitle, keymap.Enter.As(c.Keys.Save)
	case designating:
		title, enter = words.DesignateTitle, keymap.Enter.As(words.Designate)
	case adding, listing:
	}
	b.Add(paragraph(title, w, s.env.Theme.Strong.Render)...)
	if s.of.Account != "" {
		b.Add(indented(component.Pairs(s.env.Look, []component.Pair{
			{Label: c.Transfer.Recipient, Value: fullName(c, s.of.NameEN, s.of.NameKO), Strong: true},
			{Label: c.Transfer.To, Value: s.where(c, s.of)},
		}, w-2*len(margin)))...)
	}
	b.Blank()
	s.form.Draw(s.env.Look, b, w)
	if s.page == designating {
		b.Under(s.factor.Hint(s.form, w)...)
		b.Blank()
		b.Add(paragraph(words.DesignateNote, w, s.env.Theme.Muted.Render)...)
	}
	if s.page == naming {
		b.Under(paragraph(words.NicknameNote, w, s.env.Theme.Muted.Render)...)
	}
	body, cursor := b.View(w, h)
	keys := []keymap.Hint{enter, keymap.Back.Hint(c), keymap.AllMenus.Hint(c), keymap.Language.Hint(c)}
	if s.page == adding && !s.form.Last() {
		keys[0] = keymap.Enter.As(c.Keys.Next)
	}
	return screen.View{Body: body, Cursor: cursor, Keys: keys}
}

// pick opens the recipients over the form, to choose one for it.
func (s *realtime) pick() tea.Cmd {
	s.known = newRecipients(s.env)
	s.known.chose = func(p bank.Payee) tea.Cmd {
		s.stage = filling
		s.fillPayee(p.Bank, p.Account)
		s.form.Focus(fieldAmount)
		return s.checkName(false, false)
	}
	s.known.left = func() tea.Cmd {
		s.stage = filling
		return nil
	}
	s.stage = picking
	return s.known.Init()
}
