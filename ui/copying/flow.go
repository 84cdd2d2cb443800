package copying

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/certstore/pairing"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// lookEvery is how often a device looks whether the other one said something: often
// enough that what one does is seen on the other within a second.
const lookEvery = 300 * time.Millisecond

// life is how long a number is good for, and then the copy.
const life = 3 * time.Minute

// passwordRunes is the longest certificate password that is taken.
const passwordRunes = 64

// The fields of the forms.
const (
	fieldNumber   = "number"
	fieldPassword = "password"
)

// Sender begins to send: without a number it shows one.
type Sender func(ctx context.Context, number []byte) (*pairing.Outgoing, error)

// Receiver receives: without a number it shows one.
type Receiver struct {
	Receive func(ctx context.Context, number []byte) (*pairing.Incoming, error)
	// Store stores what came. The password is nil where it is not asked for; it is wiped.
	Store func(ctx context.Context, in *pairing.Incoming, password []byte) (pairing.Status, error)
	// Asks says that the certificate's password opens what came: center.ErrKeyPassword asks for another one.
	Asks bool
}

// Flow is a copy on a screen, from the number to its end. Its screen hands it all
// messages until it is [Flow.Over].
type Flow struct {
	env    *screen.Env
	words  func(*text.Catalog) text.CopyingDevice
	send   Sender // nil on the receiving side
	take   Receiver
	turned bool // the receiving device shows the number

	form     *component.Form
	digits   *component.Digits
	seal     *component.Form
	password *component.Password
	pager    component.Pager

	talk    *conversation
	number  []byte
	status  pairing.Status
	until   time.Time
	busy    bool  // something is done that a key would disturb
	came    bool  // what was accepted is here
	trouble bool  // the bank did not answer the last look
	ended   error // why there is no copy
	mine    bool  // it was cancelled here
}

// look is the time to look at the other device again.
type look struct{ at *conversation }

// acted is what became of something the customer did.
type acted looked

// cancelled is the answer to Cancel, which has no value.
type cancelled struct{}

// NewSending is a copy from this device. Words are those of its kind.
func NewSending(env *screen.Env, words func(*text.Catalog) text.CopyingDevice, send Sender) *Flow {
	return newFlow(&Flow{env: env, words: words, send: send})
}

// NewReceiving is a copy to this device.
func NewReceiving(env *screen.Env, words func(*text.Catalog) text.CopyingDevice, take Receiver) *Flow {
	return newFlow(&Flow{env: env, words: words, take: take})
}

func newFlow(f *Flow) *Flow {
	f.digits, f.password = component.NewDigits(pairing.Digits, pairing.PublicDigits), component.NewPassword(passwordRunes)
	f.form = component.NewForm(&component.Field{
		Name: fieldNumber, Label: func(c *text.Catalog) string { return c.Copying.Number }, Input: f.digits,
	})
	f.seal = component.NewForm(&component.Field{
		Name: fieldPassword, Label: func(c *text.Catalog) string { return c.Certificate.Form.Password }, Input: f.password,
	})
	return f
}

// sends reports whether the certificate goes out from here.
func (f *Flow) sends() bool { return f.send != nil }

// shows reports whether the number is shown here: by the sender, unless the customer
// turned it round.
func (f *Flow) shows() bool { return f.sends() != f.turned }

// Begin begins anew, with a number that is shown or asked for.
func (f *Flow) Begin() tea.Cmd {
	f.wipe()
	f.talk, f.status, f.came, f.ended, f.mine, f.trouble, f.busy = nil, pairing.Status{}, false, nil, false, false, false
	if f.shows() {
		return f.begin(nil)
	}
	return nil
}

// Turn turns the direction of the number round before there is one, so that none is
// shown in the place of the other device's.
func (f *Flow) Turn() { f.turned = !f.turned }

// Hint is the key that turns the number round, with what it does now.
func (f *Flow) Hint() keymap.Hint { return f.turnKey() }

// Next is what comes after the page before the number.
func (f *Flow) Next() string {
	if f.shows() {
		return f.env.Text.Copying.ShowHere
	}
	return f.env.Text.Copying.TypeHere
}

// begin begins the conversation.
func (f *Flow) begin(number []byte) tea.Cmd {
	f.busy = true
	send, receive := f.send, f.take.Receive
	return screen.Do(func(ctx context.Context) (began, error) {
		var e end
		var err error
		if send != nil {
			var out *pairing.Outgoing
			out, err = send(ctx, number)
			e = out
		} else {
			var in *pairing.Incoming
			in, err = receive(ctx, number)
			e = in
		}
		if err != nil {
			return began{}, err
		}
		return newConversation(ctx, e)
	})
}

// Over reports whether the copy is at its end, the good one: a key goes on from it.
func (f *Flow) Over() bool { return f.status.Stage == pairing.Completed }

// live reports whether there is a conversation that goes on.
func (f *Flow) live() bool { return f.talk != nil && f.ended == nil && !f.Over() }

// Update is told of everything. Done says that the customer leaves: back from where
// nothing has begun, or on from the end.
func (f *Flow) Update(msg tea.Msg) (cmd tea.Cmd, done bool) {
	switch msg := msg.(type) {
	case screen.Result[began]:
		return f.began(msg), false
	case screen.Result[looked]:
		return f.looked(msg), false
	case screen.Result[acted]:
		f.acted(msg)
	case screen.Result[cancelled]:
		f.busy = false
	case look:
		if msg.at == f.talk && f.live() {
			return f.look(), false
		}
	case tea.KeyPressMsg, tea.PasteMsg:
		if !f.busy {
			return f.key(msg)
		}
	}
	return nil, false
}

// began shows what was begun, or why it was not.
func (f *Flow) began(msg screen.Result[began]) tea.Cmd {
	f.busy = false
	if msg.Err != nil {
		f.end(msg.Err)
		return nil
	}
	f.talk, f.number, f.until = msg.Value.with, msg.Value.number, f.env.Now.Add(life)
	f.goOn(msg.Value.status)
	return f.again()
}

// again looks again in a moment.
func (f *Flow) again() tea.Cmd { return screen.After(lookEvery, look{f.talk}) }

func (f *Flow) look() tea.Cmd {
	talk := f.talk
	return screen.Quietly(func(ctx context.Context) (looked, error) { return talk.look(ctx) })
}

// looked goes on with what the other device said.
func (f *Flow) looked(msg screen.Result[looked]) tea.Cmd {
	if msg.Value.with != f.talk || !f.live() {
		return nil
	}
	f.heard(msg.Value, msg.Err)
	if !f.live() {
		return nil
	}
	if f.came && !f.take.Asks && !f.busy && f.status.Completion.At.IsZero() {
		return tea.Batch(f.store(nil), f.again())
	}
	return f.again()
}

// acted goes on from what the customer did.
func (f *Flow) acted(msg screen.Result[acted]) {
	f.busy = false
	if msg.Value.with != nil && msg.Value.with != f.talk || !f.live() {
		return
	}
	if errors.Is(msg.Err, center.ErrKeyPassword) {
		f.password.Clear()
		f.seal.Refuse(fieldPassword, func(c *text.Catalog) text.Message { return c.Copying.WrongPassword })
		return
	}
	f.heard(looked(msg.Value), msg.Err)
}

// heard takes what a call says.
func (f *Flow) heard(l looked, err error) {
	f.came = f.came || l.came
	f.trouble = err != nil && !burnt(err)
	f.goOn(l.status)
	switch {
	case burnt(err) && !f.Over():
		f.end(err)
	case f.trouble && !f.env.Now.Before(f.until):
		f.end(&pairing.BurntError{Reason: pairing.OutOfTime})
	}
}

// goOn goes on to a later stage; what is older than what is known changes nothing.
func (f *Flow) goOn(s pairing.Status) {
	if s.Stage < f.status.Stage {
		return
	}
	if s.Stage != f.status.Stage {
		f.pager.Arrive(f.env.Now)
	}
	if f.status.Stage == pairing.Waiting && s.Stage > pairing.Waiting {
		clear(f.number)
		f.number = nil
		f.until = f.env.Now.Add(life)
	}
	f.status = s
}

// end ends the copy.
func (f *Flow) end(err error) {
	f.ended = err
	f.wipe()
	f.pager.Arrive(f.env.Now)
}

// wipe wipes everything secret.
func (f *Flow) wipe() {
	clear(f.number)
	f.number = nil
	f.form.Clear()
	f.seal.Clear()
}

// Leave ends what goes on, on both devices, and wipes everything secret.
func (f *Flow) Leave() tea.Cmd {
	f.wipe()
	if !f.live() {
		return nil
	}
	talk := f.talk
	f.ended = &pairing.BurntError{Reason: pairing.Cancelled}
	return screen.Quietly(func(ctx context.Context) (cancelled, error) {
		return cancelled{}, talk.cancel(context.WithoutCancel(ctx))
	})
}

// cancel ends the copy because the customer wants that.
func (f *Flow) cancel() tea.Cmd {
	cmd := f.Leave()
	f.mine = true
	f.pager.Arrive(f.env.Now)
	return cmd
}

// key is told of a key or a paste.
func (f *Flow) key(msg tea.Msg) (cmd tea.Cmd, done bool) {
	press, isKey := msg.(tea.KeyPressMsg)
	turns := f.talk == nil || f.status.Stage == pairing.Waiting || f.ended != nil
	switch {
	case isKey && keymap.Turn.Pressed(press) && turns && !f.Over():
		return f.turn(), false
	case f.Over():
		return nil, isKey && f.read(press)
	case f.ended != nil:
		return f.afterEnd(press)
	case f.talk == nil:
		return f.typeNumber(msg)
	case isKey && keymap.Back.Pressed(press):
		return f.cancel(), false
	case f.came && f.take.Asks && f.status.Completion.At.IsZero():
		return f.typePassword(msg), false
	case isKey && f.status.Stage == pairing.Deciding && !f.sends():
		switch {
		case !f.read(press):
		case f.pager.More(): // all of it has to be seen
			f.pager.Turn()
		default:
			return f.accept(), false
		}
	case isKey:
		f.pager.Update(press)
	}
	return nil, false
}

// read scrolls a page that appeared by itself, and reports whether Enter or Esc leaves it.
func (f *Flow) read(press tea.KeyPressMsg) bool {
	if keymap.Enter.Pressed(press) {
		return !f.pager.Early(f.env.Now)
	}
	f.pager.Update(press)
	return keymap.Back.Pressed(press)
}

// turn has the other device show the number, and cancels one that is shown here.
func (f *Flow) turn() tea.Cmd {
	gone := f.Leave()
	f.turned = !f.turned
	return tea.Batch(gone, f.Begin())
}

// afterEnd is told of a key on the page that says why there is no copy.
func (f *Flow) afterEnd(press tea.KeyPressMsg) (tea.Cmd, bool) {
	switch {
	case keymap.Back.Pressed(press):
		return nil, true
	case keymap.Enter.Pressed(press) && !f.pager.Early(f.env.Now):
		return f.Begin(), false
	}
	f.pager.Update(press)
	return nil, false
}

// typeNumber takes the number that the other device shows.
func (f *Flow) typeNumber(msg tea.Msg) (tea.Cmd, bool) {
	event := f.form.Update(msg)
	press, isKey := msg.(tea.KeyPressMsg)
	if isKey && !event.Handled && keymap.Back.Pressed(press) {
		return nil, true
	}
	if event.Kind != component.Submitted {
		return nil, false
	}
	if !f.digits.Complete() {
		f.form.Refuse(fieldNumber, func(c *text.Catalog) text.Message { return c.Copying.NotDigits })
		return nil, false
	}
	number := f.digits.Bytes()
	f.digits.Clear()
	return f.begin(number), false
}

// accept accepts the offer.
func (f *Flow) accept() tea.Cmd {
	talk := f.talk
	in, ok := talk.end.(*pairing.Incoming)
	if !ok {
		return nil
	}
	return f.act(talk, func(ctx context.Context) (pairing.Status, error) { return in.Accept(ctx) })
}

// typePassword takes the certificate's password.
func (f *Flow) typePassword(msg tea.Msg) tea.Cmd {
	if f.seal.Update(msg).Kind != component.Submitted {
		return nil
	}
	if f.password.Len() == 0 {
		f.seal.Refuse(fieldPassword, func(c *text.Catalog) text.Message { return c.Certificate.Form.NoPassword })
		return nil
	}
	password := f.password.Bytes()
	f.password.Clear()
	return f.store(password)
}

// store stores what came.
func (f *Flow) store(password []byte) tea.Cmd {
	talk, store := f.talk, f.take.Store
	in, ok := talk.end.(*pairing.Incoming)
	if !ok {
		return nil
	}
	return f.act(talk, func(ctx context.Context) (pairing.Status, error) {
		return store(ctx, in, password)
	})
}

// act does what the customer wants with the conversation, whole once it has begun.
func (f *Flow) act(talk *conversation, do func(ctx context.Context) (pairing.Status, error)) tea.Cmd {
	f.busy = true
	return screen.Do(func(ctx context.Context) (acted, error) {
		l, err := talk.do(func() (pairing.Status, error) { return do(context.WithoutCancel(ctx)) })
		return acted(l), err
	})
}
