package search

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/ui/component"
	"smartbank/ui/export"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
)

// Update takes the bank's answers, and keys: those of the dates, of the text to
// find, of a row's detail, or of the list.
func (s *history) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[start]:
		return s.begun(msg)
	case screen.Result[pageOf]:
		return s.answered(msg)
	case screen.Booked:
		return s.glance()
	case screen.Result[glimpse]:
		return s.glanced(msg)
	case tea.PasteMsg:
		s.paste(msg)
	case tea.KeyPressMsg:
		switch {
		case s.form != nil:
			return s.pressInForm(msg)
		case s.finding:
			return s.pressInFind(msg)
		case s.detail != nil:
			return s.pressInDetail(msg)
		default:
			return s.press(msg)
		}
	}
	return nil
}

func (s *history) paste(msg tea.PasteMsg) {
	switch {
	case s.form != nil:
		s.form.Update(msg)
	case s.finding:
		s.find.Update(msg)
	}
}

// press is a key in the list.
func (s *history) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Back.Pressed(msg):
		if s.want.text == "" {
			return screen.Close()
		}
		return s.search("")
	case keymap.Refresh.Pressed(msg):
		return s.again()
	case len(s.accounts) == 0:
		return nil
	case keymap.Left.Pressed(msg):
		return s.turn(max(s.want.period-1, component.Today))
	case keymap.Right.Pressed(msg):
		return s.turn(min(s.want.period+1, component.Custom))
	case keymap.Flow.Pressed(msg):
		s.want.flow = nextFlow(s.want.flow)
		return s.ask()
	case keymap.Order.Pressed(msg):
		s.want.oldest = !s.want.oldest
		return s.ask()
	case keymap.Account.Pressed(msg):
		return s.nextAccount()
	case keymap.Find.Pressed(msg):
		s.find.Set(s.want.text)
		s.finding = true
		return nil
	case keymap.Reveal.Pressed(msg):
		s.revealed = !s.revealed
		return nil
	case keymap.Export.Pressed(msg):
		return s.export()
	default:
		return s.pressInTable(msg)
	}
}

// pressInTable moves among the rows. Past the last one it loads the next page.
func (s *history) pressInTable(msg tea.KeyPressMsg) tea.Cmd {
	if len(s.rows) == 0 {
		return nil
	}
	if keymap.Enter.Pressed(msg) {
		s.detail = &detail{row: s.rows[max(s.table.Selected(), 0)], account: s.account()}
		return nil
	}
	if keymap.Copy.Pressed(msg) {
		return screen.Copy(s.rows[max(s.table.Selected(), 0)].Reference)
	}
	if s.table.Update(msg) && s.table.AtEnd() {
		return s.more()
	}
	return nil
}

// export opens the screen that saves what is shown, if anything is.
func (s *history) export() tea.Cmd {
	if !s.loaded || len(s.rows) == 0 {
		return nil
	}
	w := s.shown
	return screen.Open(statementID, export.Selection{Account: w.account, From: w.from, To: w.to, Flow: w.flow, Text: w.text})
}

// turn asks for another period, or for its days if they are to be typed.
func (s *history) turn(to component.Period) tea.Cmd {
	if to == component.Custom {
		s.form = component.NewDates(s.want.from, s.want.to, s.env.Today())
		return nil
	}
	if to == s.want.period {
		return nil
	}
	s.want.period = to
	return s.ask()
}

// nextAccount asks the same of the account after this one.
func (s *history) nextAccount() tea.Cmd {
	next := 0
	for i, a := range s.accounts {
		if a.Number == s.want.account {
			next = (i + 1) % len(s.accounts)
		}
	}
	s.want.account = s.accounts[next].Number
	return s.ask()
}

// search asks for rows with a text in their description; "" for all.
func (s *history) search(wanted string) tea.Cmd {
	s.finding = false
	s.find.Set(wanted)
	if wanted == s.want.text {
		return nil
	}
	s.want.text = wanted
	return s.ask()
}

// pressInFind is a key while the text to find is typed.
func (s *history) pressInFind(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Enter.Pressed(msg):
		return s.search(s.find.Value())
	case keymap.Back.Pressed(msg):
		return s.search("")
	default:
		s.find.Update(msg)
		return nil
	}
}
