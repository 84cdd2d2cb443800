package transfer

import (
	"cmp"
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// facts is what the form knows of the bank when it was last asked.
type facts struct {
	accounts []bank.Account // that money can be sent from
	limits   bank.TransferLimits
	banks    []bank.Institution

	protection bank.Protection
}

// load reads the facts, at first and whenever money moved or a limit was met.
func (s *realtime) load() tea.Cmd {
	caller, d := s.env.Caller(), s.directory
	return screen.Do(func(ctx context.Context) (facts, error) {
		accounts, err := d.Accounts(ctx, caller)
		if err != nil {
			return facts{}, err
		}
		limits, err := d.TransferLimits(ctx, caller)
		if err != nil {
			return facts{}, err
		}
		banks, err := d.Institutions(ctx)
		if err != nil {
			return facts{}, err
		}
		protection, err := d.Protection(ctx, caller)
		if err != nil {
			return facts{}, err
		}
		accounts = slices.DeleteFunc(accounts, func(a bank.Account) bool { return !a.Sends })
		return facts{accounts, limits, banks, protection}, nil
	})
}

// loaded fills the choices. What was chosen and typed stays.
func (s *realtime) loaded(msg screen.Result[facts]) tea.Cmd {
	first := s.stage == opening || s.stage == unopened
	if msg.Err != nil {
		if first {
			s.stage = unopened
		}
		return nil
	}
	s.facts = msg.Value
	s.in.from.SetOptions(accountOptions(s.env, s.facts.accounts)...)
	s.in.bank.SetOptions(bankOptions(s.facts.banks)...)
	if first {
		s.stage = filling
		s.in.from.Select(string(cmp.Or(s.want.From, bank.DefaultAccount(s.facts.accounts))))
	}
	if len(s.facts.accounts) == 0 {
		s.stage = senderless
	}
	s.follow()
	if first {
		return s.repeat()
	}
	return nil
}

// accountOptions are accounts to choose from. The environment is for the words and
// signs of the moment in which they are drawn.
func accountOptions(env *screen.Env, accounts []bank.Account) []component.Option {
	options := make([]component.Option, 0, len(accounts))
	for _, a := range accounts {
		options = append(options, component.Option{
			Key:   string(a.Number),
			Label: func(*text.Catalog) string { return ownLine(env.Look, a, env.Unmasked) },
		})
	}
	return options
}

func bankOptions(banks []bank.Institution) []component.Option {
	options := make([]component.Option, 0, len(banks))
	for _, i := range banks {
		options = append(options, component.Option{
			Key: string(i.Code), Label: func(c *text.Catalog) string { return component.BankName(c, i) },
		})
	}
	return options
}

// sender is the chosen withdrawal account.
func (s *realtime) sender() bank.Account {
	for _, a := range s.facts.accounts {
		if string(a.Number) == s.in.from.Selected() {
			return a
		}
	}
	return bank.Account{}
}

// institution is the bank with a code.
func (s *realtime) institution(code bank.BankCode) bank.Institution {
	return institutionOf(s.facts.banks, code)
}

// left is what may still be sent today.
func (s *realtime) left() money.Amount { return s.facts.limits.Left() }

// most is what could be sent at once from the chosen account.
func (s *realtime) most() money.Amount {
	return money.New(min(s.sender().Available.Minor(), s.facts.limits.AtOnce().Minor()), money.KRW)
}
