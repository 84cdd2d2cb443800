package transfer

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// LimitsScreen shows what the customer may send, what of it was used today, and
// lowers it. It takes no argument.
var LimitsScreen = Screens.Add(screen.Def{
	ID:    "transfer.limits",
	Title: func(c *text.Catalog) string { return c.Transfer.Care.LimitsTitle },
	New:   func(env *screen.Env, _ any) screen.Screen { return newLimits(env) },
})

// boundary is what the screen asks the bank.
type boundary interface {
	TransferLimits(ctx context.Context, c bank.Caller) (bank.TransferLimits, error)
	Challenge(ctx context.Context, c bank.Caller) (bank.Medium, bank.Challenge, error)
	LowerLimits(ctx context.Context, c bank.Caller, each, day money.Amount, digits []byte) (bank.TransferLimits, error)
}

// The fields of the form.
const (
	fieldEach  = "each"
	fieldDaily = "daily"
)

// limits is the state of the screen.
type limits struct {
	env       *screen.Env
	bank      boundary
	busy      bool
	problem   message // nil unless the limits could not be read
	now       *bank.TransferLimits
	form      *component.Form
	each, day *component.Amount
	factor    screen.Factor
}

// bounds is what the bank answered: the limits, and what the medium is asked for.
type bounds struct {
	limits bank.TransferLimits
	challenged
}

func newLimits(env *screen.Env) *limits { return &limits{env: env, bank: env.Bank} }

// Init reads the limits and asks for the positions of the card.
func (s *limits) Init() tea.Cmd {
	caller, b := s.env.Caller(), s.bank
	s.busy, s.problem = true, nil
	return screen.Do(func(ctx context.Context) (bounds, error) {
		l, err := b.TransferLimits(ctx, caller)
		if err != nil {
			return bounds{}, err
		}
		m, asked, err := b.Challenge(ctx, caller)
		return bounds{l, challenged{m, asked}}, err
	})
}

// Update takes answers and keys.
func (s *limits) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[bounds]:
		s.read(msg)
	case screen.Result[bank.TransferLimits]:
		return s.lowered(msg)
	case tea.KeyPressMsg, tea.PasteMsg:
		if !s.busy {
			return s.take(msg)
		}
	}
	return nil
}

// read makes the form anew.
func (s *limits) read(msg screen.Result[bounds]) {
	s.busy = false
	if msg.Err != nil {
		s.problem = notRead(msg.Err)
		return
	}
	s.now = &msg.Value.limits
	s.factor = screen.NewFactor(s.env, msg.Value.medium, msg.Value.asked)
	s.each, s.day = component.NewAmount(money.KRW), component.NewAmount(money.KRW)
	s.form = component.NewForm(
		&component.Field{Name: fieldEach, Label: func(c *text.Catalog) string { return c.Transfer.Care.LowerEach }, Input: s.each},
		&component.Field{Name: fieldDaily, Label: func(c *text.Catalog) string { return c.Transfer.Care.LowerDay }, Input: s.day},
		s.factor.Field(),
	)
}

// notRead says why something could not be read.
func notRead(err error) message {
	if bank.RefusalCode(err) == "" {
		return func(c *text.Catalog) text.Message { return c.Transfer.Care.Fault }
	}
	return explained(err)
}

// take gives a key or a paste to the form. What cannot pass is refused as soon as
// it is confirmed.
func (s *limits) take(msg tea.Msg) tea.Cmd {
	press, isKey := msg.(tea.KeyPressMsg)
	if s.form == nil {
		switch {
		case isKey && keymap.Refresh.Pressed(press):
			return s.Init()
		case isKey && keymap.Back.Pressed(press):
			return screen.Close()
		}
		return nil
	}
	event := s.form.Update(msg)
	switch {
	case isKey && !event.Handled && keymap.Back.Pressed(press):
		return screen.Close()
	case event.Kind == component.Confirmed:
		s.refuse(s.mistake(event.Field.Name))
	case event.Kind == component.Submitted:
		return s.lower()
	}
	return nil
}

// amount is what was typed into a field, zero if nothing was.
func (s *limits) amount(field string) (a, limit money.Amount, err error) {
	input, limit := s.each, s.now.Each
	if field == fieldDaily {
		input, limit = s.day, s.now.Day
	}
	if input.Empty() {
		return money.New(0, money.KRW), limit, nil
	}
	a, err = input.Value()
	return a, limit, err
}

// mistake is what is wrong with a field, in the bank's words; nil if nothing is.
func (s *limits) mistake(field string) (string, message) {
	if field != fieldEach && field != fieldDaily {
		return "", nil
	}
	a, limit, err := s.amount(field)
	switch {
	case err != nil:
		return field, func(c *text.Catalog) text.Message { return c.Transfer.TooLarge }
	case a.Minor() > limit.Minor():
		return field, explained(&bank.RefusedError{Code: bank.CodeLimitAtBranch, Amount: a, Limit: limit})
	}
	return "", nil
}

// refuse says beside a field what is wrong with it, if anything is.
func (s *limits) refuse(field string, m message) {
	if m != nil {
		s.form.Refuse(field, m)
	}
}

// lower has the bank lower the limits.
func (s *limits) lower() tea.Cmd {
	s.form.ClearProblems()
	for _, field := range []string{fieldDaily, fieldEach} {
		if at, m := s.mistake(field); m != nil {
			s.form.Refuse(at, m)
			return nil
		}
	}
	each, _, _ := s.amount(fieldEach) // what cannot be read was refused before
	day, _, _ := s.amount(fieldDaily)
	if s.same(each, s.now.Each) && s.same(day, s.now.Day) {
		s.form.Refuse(fieldEach, func(c *text.Catalog) text.Message { return c.Transfer.Care.NothingLower })
		return nil
	}
	if !s.factor.Complete(s.form) {
		return nil
	}
	digits, caller, b := s.factor.Take(), s.env.Caller(), s.bank
	s.busy = true
	return screen.Do(func(ctx context.Context) (bank.TransferLimits, error) {
		defer clear(digits)
		return b.LowerLimits(ctx, caller, each, day, digits)
	})
}

// same reports whether an amount leaves a limit as it is.
func (s *limits) same(a, limit money.Amount) bool {
	return a.Minor() == 0 || a.Minor() == limit.Minor()
}

// lowered shows the limits as they are now, or says why they were not lowered.
func (s *limits) lowered(msg screen.Result[bank.TransferLimits]) tea.Cmd {
	s.busy = false
	switch code := bank.RefusalCode(msg.Err); {
	case msg.Err == nil:
		return tea.Batch(screen.Say(func(c *text.Catalog) string { return c.Transfer.Care.Lowered }), s.Init())
	case code == bank.CodeWrongFactor, code == bank.CodeFactorLocked:
		s.form.Refuse(screen.FieldFactor, explained(msg.Err))
	default:
		s.form.Refuse("", notRead(msg.Err))
	}
	return nil
}

// Leave wipes the digits.
func (s *limits) Leave() tea.Cmd {
	s.factor.Clear()
	return nil
}
