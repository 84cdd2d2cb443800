package transfer

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// WaitingScreen lists the transfers that wait for their time, whenever they were
// ordered, and cancels them. It takes no argument.
var WaitingScreen = Screens.Add(screen.Def{
	ID:    "transfer.waiting",
	Title: func(c *text.Catalog) string { return c.Transfer.Care.WaitingTitle },
	New:   func(env *screen.Env, _ any) screen.Screen { return newWaiting(env) },
})

// queue is what the screen asks the bank.
type queue interface {
	Accounts(ctx context.Context, c bank.Caller) ([]bank.Account, error)
	Institutions(ctx context.Context) ([]bank.Institution, error)
	WaitingTransfers(ctx context.Context, c bank.Caller) ([]bank.TransferResult, error)
	CancelTransfer(ctx context.Context, c bank.Caller, key string) error
}

// waiting is the state of the screen.
type waiting struct {
	env     *screen.Env
	bank    queue
	busy    bool
	problem message
	found   found
	table   *component.Table
}

func newWaiting(env *screen.Env) *waiting {
	s := &waiting{env: env, bank: env.Bank}
	s.table = component.NewTable(
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.Later.Due }},
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.Recipient }, Min: 6, Weight: 1},
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.To }, Drop: 1},
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.Amount }, Right: true},
		component.Column{Title: func(c *text.Catalog) string { return c.Transfer.Later.When }, Drop: 2},
	)
	s.table.Empty = func(c *text.Catalog) string { return c.Transfer.Care.NoneWaits }
	return s
}

// Init asks for what waits.
func (s *waiting) Init() tea.Cmd {
	caller, b := s.env.Caller(), s.bank
	s.busy, s.problem = true, nil
	return screen.Do(func(ctx context.Context) (f found, err error) {
		if f.accounts, err = b.Accounts(ctx, caller); err != nil {
			return f, err
		}
		if f.banks, err = b.Institutions(ctx); err != nil {
			return f, err
		}
		f.results, err = b.WaitingTransfers(ctx, caller)
		return f, err
	})
}

// Update takes answers, decisions and keys.
func (s *waiting) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[found]:
		before := s.chosen()
		s.busy, s.found = false, msg.Value
		if msg.Err != nil {
			s.problem = notRead(msg.Err)
		}
		s.table.SetRows(s.rows())
		s.table.Total = len(s.found.results)
		choose(s.table, s.found.results, before)
	case screen.Booked:
		return s.Init()
	case screen.Result[stopped]:
		return tea.Batch(saidStopped(msg), s.Init())
	case screen.Decided:
		if d, ok := msg.Decision.(stopping); ok {
			return stop(s.env, s.bank, d)
		}
	case tea.KeyPressMsg:
		if !s.busy {
			return s.press(msg)
		}
	}
	return nil
}

// press moves in the list, and cancels the chosen transfer.
func (s *waiting) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case s.table.Update(msg):
	case keymap.Back.Pressed(msg):
		return screen.Close()
	case keymap.Refresh.Pressed(msg):
		return s.Init()
	case keymap.CancelOrder.Pressed(msg):
		if r := s.chosen(); r != nil {
			return screen.Ask(stopQuestion(*r, s.found.banks))
		}
	}
	return nil
}

// chosen is the transfer of the chosen row; nil if there is none.
func (s *waiting) chosen() *bank.TransferResult {
	if i := s.table.Selected(); s.problem == nil && i >= 0 && i < len(s.found.results) {
		return &s.found.results[i]
	}
	return nil
}

// rows are the table's rows in the language of the moment.
func (s *waiting) rows() [][]component.Cell {
	c := s.env.Text
	rows := make([][]component.Cell, 0, len(s.found.results))
	for _, r := range s.found.results {
		o := r.Order
		rows = append(rows, []component.Cell{
			{Text: text.DateTime(r.Due)},
			{Text: component.Clean(c.Pick(r.RecipientEN, o.Recipient))},
			{Text: string(o.Bank) + " " + bank.GroupAccount(o.Bank, o.To)},
			{Text: o.Amount.Grouped()},
			{Text: c.Transfer.Later.Short(o.When.DelayHours, o.When.Monthly, o.When.On.Day)},
		})
	}
	return rows
}

// View draws the list, and under it what is known of the chosen one.
func (s *waiting) View(w, h int) screen.View {
	c := s.env.Text
	keys := []keymap.Hint{keymap.Refresh.Hint(c), keymap.Back.Hint(c), keymap.AllMenus.Hint(c), keymap.Language.Hint(c)}
	if s.problem != nil || s.busy && len(s.found.results) == 0 {
		b := component.NewBody(s.env.Look)
		b.Blank()
		if s.problem != nil {
			b.Add(indented(component.Problem(s.env.Look, s.problem(c), w-2*len(margin)))...)
		}
		body, _ := b.View(w, h)
		return screen.View{Body: body, Keys: keys}
	}
	s.table.Redraw(s.rows())
	below := s.below(w)
	if len(below) > h/2 {
		below = nil
	}
	body := s.table.View(s.env.Look, w, h-len(below))
	if len(below) > 0 {
		b := component.NewBody(s.env.Look)
		b.AddBlock(body)
		for b.Len() < h-len(below) {
			b.Blank()
		}
		b.Add(below...)
		body, _ = b.View(w, h)
	}
	if r := s.chosen(); r != nil {
		keys = append([]keymap.Hint{keymap.CancelOrder.As(c.Transfer.Later.CancelIt)}, keys...)
	}
	return screen.View{Body: body, Keys: keys}
}

// below is what is known of the chosen transfer.
func (s *waiting) below(w int) []string {
	c, r := s.env.Text, s.chosen()
	if r == nil {
		return nil
	}
	o := r.Order
	until := c.Transfer.Care.TooLate
	if !r.CancelUntil.IsZero() {
		until = text.DateTime(r.CancelUntil)
	}
	pairs := []component.Pair{
		{Label: c.Transfer.From, Value: ownLine(s.env.Look, accountOf(s.found.accounts, o.From), s.env.Unmasked)},
		{Label: c.Transfer.To, Value: payeeLine(c, institutionOf(s.found.banks, o.Bank), o.To)},
		{Label: c.Transfer.Later.When, Value: whenText(c, o.When)},
		{Label: c.Transfer.Requested, Value: text.DateTimeSeconds(r.RequestedAt)},
		{Label: c.Transfer.Later.Until, Value: until, Strong: true},
		{Label: c.Transfer.Reference, Value: r.Reference},
	}
	return append([]string{""}, indented(component.Pairs(s.env.Look, pairs, w-2*len(margin)))...)
}
