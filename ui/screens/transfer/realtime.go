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

// Realtime sends money inside Korea: at once, or later. Its argument is the
// [bank.AccountNumber] of the withdrawal account to begin with, a [bank.TransferOrder] to fill the form with, whose key and time
// do not matter and of which what is empty is left open, or nil.
var Realtime = Screens.Add(screen.Def{
	ID:     "transfer.realtime",
	Title:  func(c *text.Catalog) string { return c.Menu.Realtime },
	Places: []screen.Place{{Number: 21, Group: screen.TransferGroup}},
	New: func(env *screen.Env, args any) screen.Screen {
		want, _ := args.(bank.TransferOrder)
		if from, ok := args.(bank.AccountNumber); ok {
			want.From = from
		}
		return newRealtime(env, want)
	},
})

// directory is what the form asks the bank.
type directory interface {
	Accounts(ctx context.Context, c bank.Caller) ([]bank.Account, error)
	TransferLimits(ctx context.Context, c bank.Caller) (bank.TransferLimits, error)
	Institutions(ctx context.Context) ([]bank.Institution, error)
	Protection(ctx context.Context, c bank.Caller) (bank.Protection, error)
	CheckName(ctx context.Context, c bank.Caller, at bank.BankCode, number, expected string) (bank.NameCheck, error)
}

// orders is how an order is given to the bank.
type orders interface {
	Prepare(ctx context.Context, c bank.Caller, o bank.TransferOrder, pin []byte) (bank.Review, error)
	Acknowledge(ctx context.Context, c bank.Caller, key string, all ...bank.Warning) (bank.Review, error)
	Transfer(ctx context.Context, c bank.Caller, o bank.TransferOrder, p bank.Proof) (bank.Receipt, error)
	Outcome(ctx context.Context, c bank.Caller, key string) (*bank.Receipt, error)
	Forget(ctx context.Context, c bank.Caller, key string) error
}

// stage is the page a transfer is at.
type stage int

const (
	opening    stage = iota // accounts and banks are being read
	unopened                // they could not be read
	senderless              // there is no account to send from
	filling                 // the form
	picking                 // a recipient
	reviewing               // the order as the bank understood it
	unsigned                // there is nothing to sign it with
	confirming              // the order, and the second factor
	reading                 // what is signed, and the certificate's password
	done                    // the receipt
	refused                 // refused after the factor was right, or locked
	unknown                 // nobody knows yet
)

// work is what the bank is being asked, while keys have to wait.
type work int

const (
	idle work = iota
	preparing
	acknowledging
	looking // for a certificate
	making  // a signature
	paying
	asking
)

// message is what a customer is told, in the language of the moment.
type message = func(*text.Catalog) text.Message

// realtime is the state of the screen.
type realtime struct {
	env       *screen.Env
	directory directory
	orders    orders
	want      bank.TransferOrder // what to begin with
	stage     stage
	work      work

	form  *component.Form
	in    inputs
	facts facts
	check check
	known *recipients // of whom one is being chosen; nil before
	away  bool        // a screen is open that may change what the form knows

	review  bank.Review
	factor  screen.Factor
	sign    *screen.Signing
	receipt bank.Receipt
	problem message // on the pages refused and unknown
	kept    string  // the key of the order that the bank keeps for us; "" if there is none

	pager component.Pager // of the pages without a form
	began typed           // what stood in the form at first
}

func newRealtime(env *screen.Env, want bank.TransferOrder) *realtime {
	s := &realtime{env: env, directory: env.Bank, orders: env.Bank, sign: screen.NewSigning(env, env.Center), want: want}
	s.in = newInputs(env.Today())
	s.form = s.newForm()
	return s
}

// Init reads the accounts, the limits and the banks.
func (s *realtime) Init() tea.Cmd { return s.load() }

// Update goes on to the next page, or hands keys to the one that is shown.
func (s *realtime) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[facts]:
		return s.loaded(msg)
	case screen.Result[asked]:
		return s.nameChecked(msg)
	case screen.Result[bank.Review]:
		return s.prepared(msg)
	case screen.Result[acknowledged]:
		return s.wasAcknowledged(msg)
	case screen.Result[screen.Usable]:
		s.work = idle
		s.looked(msg)
	case screen.Result[screen.Signed]:
		return s.signatureMade(msg)
	case screen.Shown:
		return s.shownAgain()
	case screen.Result[bank.Receipt]:
		return s.paid(msg)
	case screen.Result[outcome]:
		return s.outcomeKnown(msg)
	case seen:
		return s.forget()
	case tea.KeyPressMsg:
		return s.press(msg)
	case tea.PasteMsg:
		return s.paste(msg)
	default: // of the recipients
		if s.known != nil {
			return s.known.Update(msg)
		}
	}
	return nil
}

// shownAgain is what the screen does when the one over it was closed: there may be
// a certificate now, or other limits.
func (s *realtime) shownAgain() tea.Cmd {
	switch {
	case s.stage == unsigned && s.work == idle:
		return s.look()
	case s.away:
		s.away = false
		return s.load()
	}
	return nil
}

// press hands a key to the page. While the bank is being asked keys do nothing:
// Enter again is not a second order.
func (s *realtime) press(msg tea.KeyPressMsg) tea.Cmd {
	if s.work != idle {
		return nil
	}
	switch s.stage {
	case filling:
		return s.fill(msg)
	case picking:
		return s.known.Update(msg)
	case reviewing:
		return s.pressReview(msg)
	case unsigned:
		return s.pressUnsigned(msg)
	case confirming:
		return s.confirm(msg)
	case reading:
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

// paste hands pasted text to the form or to the factor.
func (s *realtime) paste(msg tea.PasteMsg) tea.Cmd {
	switch {
	case s.work != idle:
		return nil
	case s.stage == filling:
		return s.fill(msg)
	case s.stage == picking:
		return s.known.Update(msg)
	case s.stage == confirming:
		return s.confirm(msg)
	case s.stage == reading:
		return s.pressSigning(msg)
	}
	return nil
}

// Leave wipes the passwords and withdraws an order that was not confirmed. One
// whose outcome is not known stays: signing in again tells of it.
func (s *realtime) Leave() tea.Cmd {
	s.in.pin.Clear()
	s.factor.Clear()
	s.sign.Clear()
	if s.work == paying || s.work == asking || s.stage == unknown {
		return nil
	}
	return s.forget()
}

// forget tells the bank that it need not keep the order any more.
func (s *realtime) forget() tea.Cmd {
	key, caller := s.kept, s.env.Caller()
	if key == "" {
		return nil
	}
	s.kept = ""
	return screen.Quietly(func(ctx context.Context) (forgotten, error) {
		return forgotten{}, s.orders.Forget(ctx, caller, key)
	})
}

// forgotten is the answer to Forget: nothing is shown, and what was not
// forgotten is told of at the next login.
type forgotten struct{}

// seen is the moment from which the receipt counts as read.
type seen struct{}

// arrive goes to a page by itself: from its top, and with a while before Enter
// leaves it.
func (s *realtime) arrive(at stage) {
	s.stage, s.work = at, idle
	s.pager.Arrive(s.env.Now)
}

// early reports whether Enter was meant for the page before.
func (s *realtime) early() bool { return s.pager.Early(s.env.Now) }
