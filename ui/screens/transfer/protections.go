package transfer

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// ProtectionsScreen shows what the customer has the bank do against fraud, and
// switches it on. It takes no argument.
var ProtectionsScreen = Screens.Add(screen.Def{
	ID:    "transfer.protections",
	Title: func(c *text.Catalog) string { return c.Transfer.Care.ProtectionsTitle },
	New:   func(env *screen.Env, _ any) screen.Screen { return newProtections(env) },
})

// guard is what the screen asks the bank.
type guard interface {
	Protection(ctx context.Context, c bank.Caller) (bank.Protection, error)
	Recipients(ctx context.Context, c bank.Caller) ([]bank.Payee, error)
	WaitingTransfers(ctx context.Context, c bank.Caller) ([]bank.TransferResult, error)
	Challenge(ctx context.Context, c bank.Caller) (bank.Medium, bank.Challenge, error)
	SetProtection(ctx context.Context, c bank.Caller, p bank.Protection, digits []byte) error
}

// The entries of the page.
const (
	itemDelay      = "delay"
	itemDesignated = "designated"
	itemAccounts   = "accounts"
	itemWaiting    = "waiting"
)

// What the second entry can be.
const (
	serviceOff = "off"
	serviceOn  = "on"
)

// protections is the state of the screen.
type protections struct {
	env     *screen.Env
	bank    guard
	busy    bool
	problem message
	now     *guarded
	menu    *component.Menu

	changing string // an entry whose form is open; "" is none
	form     *component.Form
	hours    *component.Choice
	service  *component.Choice
	factor   screen.Factor
}

// guarded is what the bank answered.
type guarded struct {
	protection bank.Protection
	designated int // accounts
	waiting    []bank.TransferResult
}

// guarding is that a protection was set.
type guarding struct{}

func newProtections(env *screen.Env) *protections {
	s := &protections{env: env, bank: env.Bank}
	w := func(c *text.Catalog) *text.TransferCare { return &c.Transfer.Care }
	s.menu = component.NewMenu(
		component.Item{
			Key: itemDelay, Label: func(c *text.Catalog) string { return w(c).DelayIs(s.now.protection.DelayHours) },
			About: func(c *text.Catalog) string { return w(c).DelayAbout },
		},
		component.Item{
			Key: itemDesignated, Label: func(c *text.Catalog) string { return w(c).DesignatedIs(s.now.protection.Designated) },
			About: func(c *text.Catalog) string { return w(c).DesignatedAbout },
		},
		component.Item{
			Key: itemAccounts, Label: func(c *text.Catalog) string { return w(c).AccountsAre(s.now.designated) },
			About: func(c *text.Catalog) string { return w(c).AccountsAbout },
		},
		component.Item{
			Key: itemWaiting, Label: func(c *text.Catalog) string { return w(c).WaitingAre(len(s.now.waiting)) },
			About: func(c *text.Catalog) string { return w(c).WaitingAbout },
		},
	)
	return s
}

// Init reads what holds.
func (s *protections) Init() tea.Cmd {
	caller, b := s.env.Caller(), s.bank
	s.busy, s.problem = true, nil
	return screen.Do(func(ctx context.Context) (g guarded, err error) {
		if g.protection, err = b.Protection(ctx, caller); err != nil {
			return g, err
		}
		payees, err := b.Recipients(ctx, caller)
		if err != nil {
			return g, err
		}
		for _, p := range payees {
			if p.Designated {
				g.designated++
			}
		}
		g.waiting, err = b.WaitingTransfers(ctx, caller)
		return g, err
	})
}

// Update takes answers and keys.
func (s *protections) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[guarded]:
		if s.busy = false; msg.Err != nil {
			s.problem = notRead(msg.Err)
			return nil
		}
		s.now = &msg.Value
	case screen.Result[challenged]:
		s.wasChallenged(msg)
	case screen.Result[guarding]:
		return s.wasSet(msg)
	case screen.Shown:
		return s.Init()
	case tea.KeyPressMsg:
		switch {
		case s.busy:
		case s.changing != "":
			return s.fill(msg)
		default:
			return s.press(msg)
		}
	case tea.PasteMsg:
		if !s.busy && s.changing != "" {
			return s.fill(msg)
		}
	}
	return nil
}

// press opens an entry.
func (s *protections) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Back.Pressed(msg):
		return screen.Close()
	case keymap.Refresh.Pressed(msg):
		return s.Init()
	case s.now == nil || !s.menu.Update(msg):
		return nil
	}
	switch entry := s.menu.Selected(); entry {
	case itemAccounts:
		return screen.Open(RecipientsScreen.ID, nil)
	case itemWaiting:
		return screen.Open(WaitingScreen.ID, nil)
	default:
		s.changing, s.busy = entry, true
		return askFactor(s.env, s.bank)
	}
}

// wasChallenged makes the form of an entry: what it is to be, and the second
// factor.
func (s *protections) wasChallenged(msg screen.Result[challenged]) {
	s.busy = false
	if msg.Err != nil {
		s.changing, s.problem = "", notRead(msg.Err)
		return
	}
	s.factor = screen.NewFactor(s.env, msg.Value.medium, msg.Value.asked)
	s.hours = component.NewChoice(delayOptions()...)
	s.service = component.NewChoice(
		component.Option{Key: serviceOff, Label: func(c *text.Catalog) string { return c.Transfer.Care.Off }},
		component.Option{Key: serviceOn, Label: func(c *text.Catalog) string { return c.Transfer.Care.On }},
	)
	input, label := s.hours, func(c *text.Catalog) string { return c.Transfer.Care.DelayLabel }
	if s.changing == itemDesignated {
		input, label = s.service, func(c *text.Catalog) string { return c.Transfer.Care.DesignatedLabel }
	}
	s.hours.Select(strconv.Itoa(max(s.now.protection.DelayHours, bank.MinDelayHours)))
	s.service.Select(serviceOn)
	s.form = component.NewForm(&component.Field{Name: s.changing, Label: label, Input: input}, s.factor.Field())
}

// delayOptions are the delays that there are, and none.
func delayOptions() []component.Option {
	options := []component.Option{{Key: "0", Label: func(c *text.Catalog) string { return c.Transfer.Care.Off }}}
	for n := bank.MinDelayHours; n <= bank.MaxDelayHours; n++ {
		options = append(options, component.Option{Key: strconv.Itoa(n), Label: func(c *text.Catalog) string { return c.Transfer.Later.HoursLong(n) }})
	}
	return options
}

// wanted is the protection that the form asks for.
func (s *protections) wanted() bank.Protection {
	p := s.now.protection
	if s.changing == itemDesignated {
		p.Designated = s.service.Selected() == serviceOn
		return p
	}
	if hours, err := strconv.Atoi(s.hours.Selected()); err == nil {
		p.DelayHours = hours
	}
	return p
}

// fill gives a key or a paste to the form of an entry.
func (s *protections) fill(msg tea.Msg) tea.Cmd {
	event := s.form.Update(msg)
	if press, ok := msg.(tea.KeyPressMsg); ok && !event.Handled && keymap.Back.Pressed(press) {
		s.toList()
		return nil
	}
	if event.Kind == component.Confirmed {
		s.weaker()
	}
	if event.Kind != component.Submitted || s.weaker() {
		return nil
	}
	if s.wanted() == s.now.protection {
		s.form.Refuse(s.changing, func(c *text.Catalog) text.Message { return c.Transfer.Care.NothingChanged })
		return nil
	}
	if !s.factor.Complete(s.form) {
		return nil
	}
	digits, caller, b, p := s.factor.Take(), s.env.Caller(), s.bank, s.wanted()
	s.busy = true
	return screen.Do(func(ctx context.Context) (guarding, error) {
		defer clear(digits)
		return guarding{}, b.SetProtection(ctx, caller, p, digits)
	})
}

// weaker says beside the field that protection is not weakened here, before the
// digits are typed, and reports whether that was asked for.
func (s *protections) weaker() bool {
	now, to := s.now.protection, s.wanted()
	if to.DelayHours >= now.DelayHours && (to.Designated || !now.Designated) {
		return false
	}
	s.form.Refuse(s.changing, explained(&bank.RefusedError{Code: bank.CodeProtectionAtBranch}))
	return true
}

// toList goes back to the entries, and wipes the digits.
func (s *protections) toList() {
	s.factor.Clear()
	s.changing, s.form = "", nil
}

// wasSet shows what holds now, or says why it was not set.
func (s *protections) wasSet(msg screen.Result[guarding]) tea.Cmd {
	s.busy = false
	switch code := bank.RefusalCode(msg.Err); {
	case msg.Err == nil:
		s.toList()
		return tea.Batch(screen.Say(func(c *text.Catalog) string { return c.Transfer.Care.SwitchedOn }), s.Init())
	case code == bank.CodeWrongFactor, code == bank.CodeFactorLocked:
		s.form.Refuse(screen.FieldFactor, explained(msg.Err))
	case code == bank.CodeProtectionAtBranch, code == bank.CodeBadSchedule:
		s.form.Refuse(s.changing, explained(msg.Err))
	default:
		s.form.Refuse("", notRead(msg.Err))
	}
	return nil
}

// Leave wipes the digits.
func (s *protections) Leave() tea.Cmd {
	s.factor.Clear()
	return nil
}
