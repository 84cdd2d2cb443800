package fx

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Swift sends money abroad to an account at any bank. Its argument is a [bank.RemittanceOrder] to repeat, or
// nil.
var Swift = Screens.Add(screen.Def{
	ID:     swiftID,
	Title:  func(c *text.Catalog) string { return c.Menu.Swift },
	Places: []screen.Place{{Number: 2, Group: screen.QuickLinks}, {Number: 32, Group: screen.FXGroup}},
	New:    func(env *screen.Env, args any) screen.Screen { return newRemit(env, env.Bank, bank.SWIFT, args) },
})

// Eurogiro sends money to a post office or an account in one of six countries. Its argument is a [bank.RemittanceOrder] to
// repeat, or nil.
var Eurogiro = Screens.Add(screen.Def{
	ID:     eurogiroID,
	Title:  func(c *text.Catalog) string { return c.Menu.Eurogiro },
	Places: []screen.Place{{Number: 3, Group: screen.QuickLinks}},
	New:    func(env *screen.Env, args any) screen.Screen { return newRemit(env, env.Bank, bank.Eurogiro, args) },
})

// stage is the page a remittance is at.
type stage int

const (
	opening    stage = iota // accounts and rates are being read
	unopened                // they could not be read
	senderless              // there is no account to send from
	filling                 // the form
	reviewing               // the order as the bank understood it
	unsigned                // there is nothing to sign it with
	confirming              // the order, and the second factor
	signing                 // what is signed, and the certificate's password
	done                    // what was sent
	refused                 // refused after the factor was right, or locked
	unknown                 // nobody knows yet
)

// work is what the bank is being asked, while keys have to wait.
type work int

const (
	idle work = iota
	preparing
	looking // for a certificate
	making  // a signature
	paying
	asking
	renewing // the rate of now
)

// sending is the state of the screen.
type sending struct {
	env   *screen.Env
	bank  *bank.Bank
	kind  bank.RemittanceKind
	again *bank.RemittanceOrder // to begin with; nil for an empty form
	stage stage
	work  work

	draft *draft
	pages []*page
	at    int // the page of the form
	facts remitFacts
	began []string // what stood in the form at first

	review  bank.RemittanceReview
	before  *bank.RemittanceTerms // of the review before, whose rate expired
	factor  screen.Factor
	sign    *screen.Signing
	typed   time.Time      // when the digits of the factor were typed
	next    func() tea.Cmd // what follows once there is a rate of now; nil for nothing
	receipt bank.RemittanceReceipt
	papers  *papers // what was sent, once it was read
	problem message // on the pages refused, unknown and unsigned
	kept    string  // the key of the order that the bank keeps for us; "" if there is none

	pager component.Pager // of the pages without a form
}

func newRemit(env *screen.Env, b *bank.Bank, kind bank.RemittanceKind, args any) *sending {
	s := &sending{env: env, bank: b, kind: kind, sign: screen.NewSigning(env, env.Center)}
	if again, ok := args.(bank.RemittanceOrder); ok {
		s.again = &again
	}
	s.draft = newDraft(kind)
	s.pages = s.draft.pages(notes{sender: s.noteSender, from: s.noteFrom, rate: s.noteRate, amount: s.noteAmount, refused: s.refused})
	s.draft.follow()
	return s
}

// Init reads the accounts, the rates and the yearly counter.
func (s *sending) Init() tea.Cmd { return s.load() }

// Update goes on to the next page, or hands keys to the one that is shown.
func (s *sending) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[remitFacts]:
		return s.loaded(msg)
	case screen.Result[bank.RemittanceReview]:
		return s.prepared(msg)
	case screen.Result[renewed]:
		return s.renewed(msg)
	case screen.Result[screen.Usable]:
		s.work = idle
		s.looked(msg)
	case screen.Result[screen.Signed]:
		s.work = idle
		if s.sign.Take(msg) {
			return s.sure(s.pay)
		}
	case screen.Result[bank.RemittanceReceipt]:
		return s.paid(msg)
	case screen.Result[outcome]:
		return s.outcomeKnown(msg)
	case screen.Result[bank.RemittanceDetail]:
		if msg.Err == nil {
			s.papers = newPapers(s.env, msg.Value)
		}
	case screen.Shown:
		if s.stage == unsigned && s.work == idle { // perhaps with a certificate now
			return s.look()
		}
	case seen:
		return s.forget()
	case tea.KeyPressMsg:
		return s.press(msg)
	case tea.PasteMsg:
		return s.paste(msg)
	}
	return nil
}

// press hands a key to the page. While the bank is being asked keys do nothing:
// Enter again is not a second order.
func (s *sending) press(msg tea.KeyPressMsg) tea.Cmd {
	if s.work != idle {
		return nil
	}
	switch s.stage {
	case filling:
		return s.fill(msg)
	case reviewing:
		return s.pressReview(msg)
	case unsigned:
		return s.pressUnsigned(msg)
	case confirming:
		return s.confirm(msg)
	case signing:
		return s.pressSigning(msg)
	case done:
		return s.pressDone(msg)
	case refused:
		return s.pressRefused(msg)
	case unknown:
		return s.pressUnknown(msg)
	case opening, unopened, senderless:
		switch {
		case keymap.Back.Pressed(msg), s.stage == senderless && keymap.Enter.Pressed(msg):
			return screen.Close()
		case s.stage == unopened && keymap.Refresh.Pressed(msg):
			return s.load()
		}
	}
	return nil
}

// paste hands pasted text to the page that is typed into.
func (s *sending) paste(msg tea.PasteMsg) tea.Cmd {
	if s.work != idle {
		return nil
	}
	switch s.stage {
	case filling:
		return s.fill(msg)
	case confirming:
		return s.confirm(msg)
	case signing:
		return s.pressSigning(msg)
	default:
		return nil
	}
}

// Leave wipes the passwords and withdraws an order that was not confirmed. One
// whose outcome is not known stays: signing in again tells of it.
func (s *sending) Leave() tea.Cmd {
	s.draft.pin.Clear()
	s.factor.Clear()
	s.sign.Clear()
	if s.work == paying || s.work == asking || s.stage == unknown {
		return nil
	}
	return s.forget()
}

// forget tells the bank that it need not keep the order any more.
func (s *sending) forget() tea.Cmd {
	key, caller, b := s.kept, s.env.Caller(), s.bank
	if key == "" {
		return nil
	}
	s.kept = ""
	return screen.Quietly(func(ctx context.Context) (forgotten, error) {
		return forgotten{}, b.ForgetRemittance(ctx, caller, key)
	})
}

// forgotten is the answer to ForgetRemittance: nothing is shown, and what was not
// forgotten is told of at the next login.
type forgotten struct{}

// seen is the moment from which the result counts as read.
type seen struct{}

// arrive goes to a page by itself: from its top, and with a while before Enter
// leaves it.
func (s *sending) arrive(at stage) {
	s.stage, s.work = at, idle
	s.pager.Arrive(s.env.Now)
}

// early reports whether Enter was meant for the page before.
func (s *sending) early() bool { return s.pager.Early(s.env.Now) }
