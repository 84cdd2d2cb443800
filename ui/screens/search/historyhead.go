package search

import (
	"strconv"
	"strings"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/text"
)

// headLines is how many lines the head has.
func headLines(h int) int {
	if h < lowBelow {
		return 2
	}
	return 3
}

// head is what was asked for: account and period, what is shown of it, and
// where in it one is.
func (s *history) head(w, h int) ([]string, *component.Point) {
	if w < narrowBelow {
		return s.narrowHead(w, h)
	}
	look, c := s.env.Look, s.env.Text
	label := max(component.Cells(c.Search.Account), component.Cells(c.Search.Show)) + 2
	titled := func(title string) string { return look.Theme.Muted.Render(component.PadRight(title, label)) }
	right := s.periodWords()
	if days := s.dayWords(); days != "" {
		right += "  " + days
	}
	account := ends(look, titled(c.Search.Account)+s.accountWords(), right, w)
	show := " " + titled(c.Search.Show) + s.flowWords() + "    " + s.orderWord()
	show, cursor := s.findWords(show+"    ", w, 1)
	lines := []string{account, show}
	if h < lowBelow {
		return lines, cursor
	}
	return append(lines, s.ruler(w)), cursor
}

// narrowHead says it in less room: the days only in a window that is high
// enough, and of the types the chosen one.
func (s *history) narrowHead(w, h int) ([]string, *component.Point) {
	look, c := s.env.Look, s.env.Text
	lines := []string{ends(look, s.accountWords(), s.periodWords(), w)}
	if h >= lowBelow {
		lines = append(lines, ends(look, "", s.dayWords(), w))
	}
	if s.finding {
		line, cursor := s.findWords(" ", w, len(lines))
		return append(lines, line), cursor
	}
	dot := " " + look.Theme.Glyphs.Bullet + " "
	words := flowWord(c, s.want.flow) + dot + s.orderWord()
	if s.want.text != "" {
		words += dot + "“" + s.want.text + "”"
	}
	return append(lines, ends(look, words, s.position(), w)), nil
}

// accountWords are number and name of the account.
func (s *history) accountWords() string {
	a := s.account()
	if a.Number == "" {
		return ""
	}
	words := s.env.Theme.Strong.Render(component.AccountNumber(s.env.Look, a.Number, s.revealed))
	if name := component.AccountName(s.env.Text, a); name != "" {
		words += " " + name
	}
	return words
}

// periodWords is the chosen period between signs for the ones beside it.
func (s *history) periodWords() string {
	t, g := s.env.Theme, s.env.Theme.Glyphs
	chosen := s.want.period
	if s.form != nil {
		chosen = component.Custom
	}
	left := t.Accent.Render(g.Left)
	if chosen == component.Today {
		left = " "
	}
	return left + " " + t.Strong.Render(chosen.Name(s.env.Text)) + " " + t.Accent.Render(g.Right)
}

// dayWords are the first and the last day of the period, which is not known before
// it was asked for.
func (s *history) dayWords() string {
	return component.DaysText(s.env.Text, s.want.from, s.want.to)
}

// flowWords are the types, the chosen one in brackets.
func (s *history) flowWords() string {
	t, c := s.env.Theme, s.env.Text
	words := make([]string, 0, 3)
	for f := bank.AllFlows; f <= bank.Withdrawals; f++ {
		word := t.Muted.Render(flowWord(c, f))
		if f == s.want.flow {
			word = t.Accent.Render(component.Picked(s.env.Look, flowWord(c, f)))
		}
		words = append(words, word)
	}
	return strings.Join(words, " "+t.Muted.Render(t.Glyphs.Bullet)+" ")
}

func flowWord(c *text.Catalog, f bank.Flow) string {
	switch f {
	case bank.Deposits:
		return c.Search.Deposits
	case bank.Withdrawals:
		return c.Search.Withdrawals
	default:
		return c.Search.All
	}
}

func (s *history) orderWord() string {
	if s.want.oldest {
		return s.env.Text.Search.OldestFirst
	}
	return s.env.Text.Search.NewestFirst
}

// findAtLeast is how many cells of a text to find are worth showing.
const findAtLeast = 8

// findWords adds the text that is looked for to a line, or the field while it is
// typed, which takes the line's place where there is no room behind it. Y is the line's.
func (s *history) findWords(line string, w, y int) (string, *component.Point) {
	t := s.env.Theme
	label := t.Muted.Render(s.env.Text.Search.Find) + " "
	room := func() int { return w - component.Cells(line) - component.Cells(label) - 1 }
	if s.finding {
		if room() < findAtLeast {
			line = " "
		}
		x := component.Cells(line + label)
		field, at := s.find.View(s.env.Look, max(room(), 1), true)
		return line + label + field, &component.Point{X: x + max(at, 0), Y: y}
	}
	if s.want.text == "" || room() < findAtLeast {
		return line, nil
	}
	return line + label + t.Strong.Render(component.CutEllipsis(s.env.Look, s.want.text, room())), nil
}

// ruler is the line over the table: what was found, and where in it one is.
func (s *history) ruler(w int) string {
	t := s.env.Theme
	draw := func(n int) string { return rule(t.Rule, t.Glyphs.Rule, n) }
	left, right := "", ""
	if s.loaded && s.shown.text != "" {
		left = draw(1) + " " + s.found() + " "
	}
	if p := s.position(); p != "" {
		right = " " + t.Strong.Render(p) + " " + draw(1)
	}
	left = component.CutEllipsis(s.env.Look, left, max(w-component.Cells(right), 0))
	return left + draw(w-component.Cells(left)-component.Cells(right)) + right
}

// found says how many rows have the text, as far as they are loaded.
func (s *history) found() string {
	c := s.env.Text
	count := strconv.Itoa(len(s.rows))
	if s.page.Next != 0 {
		count = c.Component.AtLeast(len(s.rows))
	}
	return c.Search.Found(count, s.shown.text)
}

// position is the chosen row of how many; "" where there are none.
func (s *history) position() string {
	if len(s.rows) == 0 {
		return ""
	}
	return s.table.Position(s.env.Look)
}
