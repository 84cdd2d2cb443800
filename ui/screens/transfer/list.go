package transfer

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"smartbank/ui/theme"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// newTable is the table of transfers. In 80 columns it leaves out what the
// detail has besides: when it was processed, the bank's name, the fee.
func newTable() *component.Table {
	t := component.NewTable(
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.Requested }},
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.Processed }, Drop: 4},
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.FromShort }, Drop: 1},
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.Bank }, Drop: 2},
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.To }, Drop: 1},
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.Recipient }, Min: 6, Weight: 1},
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.Amount }, Right: true},
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.Fee }, Right: true, Drop: 3},
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.Status }},
	)
	t.Empty = func(c *text.Catalog) string { return c.Transfer.None }
	return t
}

// rows are the table's rows, in the language and with the masks of the moment.
func (s *results) rows() [][]component.Cell {
	c, t := s.env.Text, s.env.Theme
	rows := make([][]component.Cell, 0, len(s.found.results))
	for _, r := range s.found.results {
		status, style := c.Transfer.Later.Status(r.Status), (*theme.Style)(nil)
		switch r.Status {
		case bank.Completed:
			status = t.Glyphs.Check + " " + c.Transfer.Normal
		case bank.Rejected:
			status, style = t.Glyphs.Cross+" "+string(r.Code), &t.Problem
		case bank.Checking:
			style = &t.Warn
		case bank.Scheduled, bank.Cancelled:
		}
		rows = append(rows, []component.Cell{
			{Text: minute(r.RequestedAt)},
			{Text: minute(r.ProcessedAt)},
			{Text: s.tail(r.Order.From)},
			{Text: c.Pick(s.institution(r.Order.Bank).NameEN, s.institution(r.Order.Bank).NameKO)},
			{Text: string(r.Order.Bank) + " " + bank.GroupAccount(r.Order.Bank, r.Order.To)},
			{Text: component.Clean(c.Pick(r.RecipientEN, r.Order.Recipient))},
			{Text: r.Order.Amount.Grouped()},
			{Text: r.Fee.Grouped()},
			{Text: status, Style: style},
		})
	}
	return rows
}

// choose chooses the transfer that was chosen before, wherever it stands now, and reports whether it is there.
func choose(t *component.Table, all []bank.TransferResult, before *bank.TransferResult) bool {
	if before == nil {
		return false
	}
	at := slices.IndexFunc(all, func(r bank.TransferResult) bool { return r.Order.Key == before.Order.Key })
	if at >= 0 {
		t.Select(at)
	}
	return at >= 0
}

// minute is a time without its year: a query takes no more than a year.
func minute(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(calendar.Seoul).Format("01-02 15:04")
}

// tail is the end of an account number, masked unless it was revealed.
func (s *results) tail(n bank.AccountNumber) string {
	whole := component.AccountNumber(s.env.Look, n, s.revealed)
	return whole[strings.LastIndex(whole, "-")+1:]
}

// account is one of the customer's accounts.
func (s *results) account(n bank.AccountNumber) bank.Account { return accountOf(s.found.accounts, n) }

// institution is the bank with a code.
func (s *results) institution(code bank.BankCode) bank.Institution {
	return institutionOf(s.found.banks, code)
}

// View draws the list, the days that are being typed, or one transfer.
func (s *results) View(w, h int) screen.View {
	c := s.env.Text
	if s.detail && s.chosen() != nil {
		return s.viewDetail(w, h)
	}
	room := max(h-len(s.head(w))-1, 1)
	if s.dates != nil {
		b := component.NewBody(s.env.Look)
		s.dates.Draw(s.env.Look, b, w)
		body, cursor := b.View(w, room)
		head := s.headed(w)
		if cursor != nil {
			cursor.Y += len(head)
		}
		return screen.View{Body: strings.Join(append(head, body), "\n"), Cursor: cursor, Keys: []keymap.Hint{
			keymap.Enter.As(c.Keys.Find), keymap.Next.Hint(c), keymap.Back.Hint(c), keymap.Language.Hint(c),
		}}
	}
	below := s.below(w, room) // first: the head says which of its rows are in sight
	return screen.View{Body: strings.Join(append(s.headed(w), below...), "\n"), Keys: s.listKeys(c)}
}

// headed is the head and a rule under it.
func (s *results) headed(w int) []string {
	t := s.env.Theme
	return append(s.head(w), t.Rule.Render(strings.Repeat(t.Glyphs.Rule, w)))
}

func (s *results) listKeys(c *text.Catalog) []keymap.Hint {
	keys := []keymap.Hint{
		{Key: "←→", Does: c.Keys.Period},
		keymap.Account.Hint(c), keymap.Flow.As(c.Transfer.StatusKey),
	}
	if r := s.chosen(); r != nil {
		keys = append([]keymap.Hint{keymap.Enter.As(c.Keys.Detail)}, keys...)
		keys = append(keys, s.rowKeys(c, *r)...)
	}
	if s.problem == nil && len(s.found.results) > 0 {
		keys = append(keys, keymap.Export.Hint(c))
	}
	return append(keys, keymap.Refresh.Hint(c), component.RevealHint(c, s.revealed), keymap.Back.Hint(c), keymap.Language.Hint(c))
}

// rowKeys are what can be done with one transfer, in the list and in its detail.
func (s *results) rowKeys(c *text.Catalog, r bank.TransferResult) []keymap.Hint {
	var keys []keymap.Hint
	if !r.CancelUntil.IsZero() {
		keys = append(keys, keymap.CancelOrder.As(c.Transfer.Later.CancelIt))
	}
	if r.Status == bank.Completed {
		keys = append(keys, keymap.Receipt.Hint(c))
	}
	keys = append(keys, keymap.Again.Hint(c))
	if r.Reference != "" {
		keys = append(keys, keymap.Copy.As(c.Search.CopyReference))
	}
	return keys
}

// below is what stands under the head: the table, or why there is none.
func (s *results) below(w, h int) []string {
	switch {
	case s.problem != nil:
		return indented(component.Problem(s.env.Look, s.problem(s.env.Text), w-2*len(margin)))
	case s.waiting && len(s.found.results) == 0:
		return nil
	}
	return []string{s.table.View(s.env.Look, w, h)}
}

// head says what was asked for.
func (s *results) head(w int) []string {
	c, t := s.env.Text, s.env.Theme
	account := c.Transfer.AllAccounts
	if n := s.query.Account; n != "" {
		account = ownLine(s.env.Look, s.account(n), s.revealed)
	}
	period := t.Glyphs.Left + " " + s.period.Name(c) + " " + t.Glyphs.Right
	if s.dates == nil {
		period += "  " + component.DaysText(c, s.query.From, s.query.To)
	}
	column := max(component.Cells(c.Transfer.From), component.Cells(c.Transfer.Status)) + 2
	account = component.CutEllipsis(s.env.Look, account, max(w-column-2, 1))
	left := " " + t.Muted.Render(component.PadRight(c.Transfer.From, column)) + t.Base.Render(account)
	status := " " + t.Muted.Render(component.PadRight(c.Transfer.Status, column-1)) + s.choices(c, w-column)
	if component.Cells(left)+component.Cells(period)+4 <= w {
		return []string{
			sides(left, t.Base.Render(period)+" ", w),
			sides(status, t.Muted.Render(s.count(c))+" ", w),
		}
	}
	return []string{left, " " + t.Base.Render(component.Cut(period, w-1)), sides(status, t.Muted.Render(s.count(c))+" ", w)}
}

// choices are the states that the list can be narrowed to, the chosen one in
// brackets; that one alone where they are wider than w.
func (s *results) choices(c *text.Catalog, w int) string {
	t := s.env.Theme
	names := []string{
		c.Transfer.AllStatus, c.Transfer.Normal, c.Transfer.Error,
		c.Transfer.Later.Status(bank.Checking), c.Transfer.Later.Status(bank.Scheduled), c.Transfer.Later.Status(bank.Cancelled),
	}
	for i, name := range names {
		if statuses[i] == s.query.Status {
			names[i] = t.Strong.Render(component.Picked(s.env.Look, name))
			continue
		}
		names[i] = t.Muted.Render(" " + name + " ")
	}
	if all := strings.Join(names, ""); component.Cells(all) < w {
		return all
	}
	return names[slices.Index(statuses, s.query.Status)]
}

// count is how many transfers there are, and the chosen one among them.
func (s *results) count(c *text.Catalog) string {
	switch n := len(s.found.results); {
	case s.problem != nil || s.dates != nil || n == 0:
		return ""
	case n >= bank.MaxTransfers:
		return s.table.Position(s.env.Look) + " · " + c.Transfer.Newest(strconv.Itoa(bank.MaxTransfers))
	}
	return s.table.Position(s.env.Look)
}

// sides puts one text at the left and one at the right of a line; the right one
// goes where there is no room for both.
func sides(left, right string, w int) string {
	space := w - component.Cells(left) - component.Cells(right)
	if space < 1 {
		return component.Cut(left, w)
	}
	return left + strings.Repeat(" ", space) + right
}
