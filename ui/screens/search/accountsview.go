package search

import (
	"strings"

	"smartbank/ui/theme"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// View draws what is wrong, titles, the accounts in groups of two lines each, and
// their sum.
func (s *accounts) View(w, h int) screen.View {
	v := screen.View{Keys: s.keys()}
	var head, foot []string
	cols := s.measure(w)
	if s.problem != nil {
		head = refused(s.env.Look, s.problem(s.env.Text), w)
	}
	if len(s.rows) > 0 {
		if !cols.narrow && h >= lowBelow && !s.env.Heard() {
			head = append(head, cols.titles(s.env.Look)...)
		}
		foot = s.foot(cols, w, h)
	}
	room := max(h-len(head)-len(foot), 1)
	body, _ := s.body(cols, w).View(w, room)
	lines := append(head, strings.Split(body, "\n")...)
	for len(lines) < h-len(foot) {
		lines = append(lines, "")
	}
	v.Body = strings.Join(append(lines, foot...), "\n")
	return v
}

func (s *accounts) keys() []keymap.Hint {
	c := s.env.Text
	if len(s.rows) == 0 {
		return []keymap.Hint{keymap.Refresh.Hint(c), keymap.Back.Hint(c)}
	}
	return []keymap.Hint{
		{Key: "↑↓", Does: c.Keys.Move},
		keymap.Enter.As(c.Keys.History), keymap.Send.Hint(c), keymap.Copy.Hint(c), component.RevealHint(c, s.revealed),
		keymap.Back.Hint(c), keymap.Refresh.Hint(c), keymap.History.Hint(c),
	}
}

// body is the page between titles and sum.
func (s *accounts) body(cols accountColumns, w int) *component.Body {
	look := s.env.Look
	c := look.Text
	b := component.NewBody(look)
	switch {
	case s.problem != nil:
	case s.loaded && len(s.rows) == 0:
		b.Add(told(look, c.Search.NoAccounts, w)...)
	case !s.loaded && s.busy:
		b.Add(" " + look.Theme.Muted.Render(c.Search.ReadingAccounts))
	}
	if look.Heard() {
		b.Add(s.speak())
		return b
	}
	last := groups
	for i, a := range s.rows {
		if g := groupOf(a); g != last {
			b.Add(" " + look.Theme.Strong.Render(g.title(c)))
			last = g
		}
		first, second := cols.row(look, a, s.revealed, w)
		if i != s.chosen {
			b.Add(paint(look, first, a, false), paint(look, second, a, true))
			continue
		}
		b.AddAt(choose(look, first, w), -1)
		b.Under(choose(look, second, w))
	}
	return b
}

// speak is the accounts for who hears them, a row each.
func (s *accounts) speak() string {
	c := s.env.Text
	t := c.Search
	titles := []string{"", t.Name, t.Number, t.Balance, t.Available, t.Product, t.Opened, t.LastUsed}
	rows := make([][]string, 0, len(s.rows))
	for _, a := range s.rows {
		product := component.ProductName(c, a.Product)
		name := component.AccountName(c, a)
		if name == product {
			product = ""
		}
		rows = append(rows, []string{
			groupOf(a).title(c), name, component.AccountNumber(s.env.Look, a.Number, s.revealed), component.Won(c, a.Balance), usable(c, a),
			product, day(a.OpenedAt), day(a.LastAt),
		})
	}
	return component.SpeakRows(s.env.Look, titles, rows, s.chosen)
}

// paint gives a line of an account its style: what cannot be used is muted, as is what
// matters less.
func paint(l component.Look, line string, a bank.Account, less bool) string {
	style := l.Theme.Base
	if less || a.Status != bank.AccountOpen {
		style = l.Theme.Muted
	}
	return " " + style.Render(line)
}

// choose draws a line of the chosen account.
func choose(l component.Look, line string, w int) string {
	return l.Theme.Selected.Render(component.PadRight(l.Theme.Glyphs.Pointer+line, w-1))
}

// accountColumns are the widths of the columns between the margins: the number
// has its own, the name what is left.
type accountColumns struct {
	narrow                bool // only number and balance, and under them the name
	name, balance, usable int
}

// The number of cells of an account number, between columns, and the least a
// name can do with.
const (
	numberCells = 16
	gap         = 2
	nameAtLeast = 12
	nameAtMost  = 40 // farther apart, lines are hard to follow
)

// measure makes columns as wide as what is in them. Two cells stay free at the
// right: a page that is scrolled has its sign there.
func (s *accounts) measure(w int) accountColumns {
	c := s.env.Text
	cols := accountColumns{
		balance: max(component.Cells(c.Search.Balance), component.Cells(c.Search.Opened), len("2026-11-05")),
		usable:  max(component.Cells(c.Search.Available), component.Cells(c.Search.LastUsed), len("2026-11-05")),
	}
	for _, a := range s.rows {
		cols.balance = max(cols.balance, component.Cells(component.Won(c, a.Balance)))
		cols.usable = max(cols.usable, component.Cells(usable(c, a)))
	}
	if sum, ok := total(s.rows); ok {
		cols.balance = max(cols.balance, component.Cells(component.Won(c, sum)))
	}
	room := w - 3 - numberCells - 3*gap - cols.balance - cols.usable
	cols.name, cols.narrow = min(room, nameAtMost), w < narrowBelow || room < nameAtLeast
	return cols
}

// line puts four texts into the columns.
func (cols accountColumns) line(l component.Look, number, name, balance, usable string) string {
	between := strings.Repeat(" ", gap)
	return component.PadRight(number, numberCells) + between +
		component.PadRight(component.CutEllipsis(l, name, cols.name), cols.name) + between +
		component.PadLeft(balance, cols.balance) + between + component.PadLeft(usable, cols.usable)
}

func (cols accountColumns) titles(l component.Look) []string {
	t := l.Text.Search
	style := func(s string) string { return " " + l.Theme.Muted.Render(s) }
	return []string{
		style(cols.line(l, t.Number, t.Name, t.Balance, t.Available)),
		style(cols.line(l, "", t.Product, t.Opened, t.LastUsed)),
	}
}

// row is the two lines of an account, without the cell of the pointer.
func (cols accountColumns) row(l component.Look, a bank.Account, revealed bool, w int) (first, second string) {
	c := l.Text
	number, balance := component.AccountNumber(l, a.Number, revealed), component.Won(c, a.Balance)
	product := component.ProductName(c, a.Product)
	name := component.AccountName(c, a)
	if name == product {
		product = ""
	}
	if !cols.narrow {
		last := day(a.LastAt)
		if last == "" {
			last = c.Search.NeverUsed
		}
		return cols.line(l, number, name, balance, usable(c, a)), cols.line(l, "", product, day(a.OpenedAt), last)
	}
	var words []string
	if state := stateOf(c, a); state != "" {
		words = append(words, state)
	}
	words = append(words, name)
	if product != "" {
		words = append(words, product)
	}
	first = number + component.PadLeft(balance, max(w-3-numberCells, 0))
	return first, component.CutEllipsis(l, strings.Join(words, " "+l.Theme.Glyphs.Bullet+" "), w-3)
}

// usable is what is available on an account, or why nothing is.
func usable(c *text.Catalog, a bank.Account) string {
	if state := stateOf(c, a); state != "" {
		return state
	}
	return component.Won(c, a.Available)
}

// stateOf is the word for an account that cannot be used, "" for one that can.
func stateOf(c *text.Catalog, a bank.Account) string {
	switch a.Status {
	case bank.AccountClosed:
		return c.Search.Closed
	case bank.AccountFrozen:
		return c.Search.Frozen
	default:
		return ""
	}
}

// foot is the sum of what is on the accounts in won, under their balances.
func (s *accounts) foot(cols accountColumns, w, h int) []string {
	sum, ok := total(s.rows)
	if !ok {
		return nil
	}
	t, c := s.env.Theme, s.env.Text
	label, amount := c.Search.Total, component.Won(c, sum)
	var line string
	if cols.narrow {
		line = label + component.PadLeft(amount, max(w-3-component.Cells(label), 0))
	} else {
		line = cols.line(s.env.Look, "", label, amount, "")
	}
	lines := []string{" " + t.Strong.Render(line)}
	if h < lowBelow {
		return lines
	}
	return append([]string{rule(t.Rule, t.Glyphs.Rule, w)}, lines...)
}

func rule(style theme.Style, sign string, w int) string {
	return style.Render(strings.Repeat(sign, max(w, 0)))
}
