package copying

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/certstore/pairing"
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
	// Kept is what can be done with what is stored; nil or "" for the device's own words.
	Kept func(c *text.Catalog) string
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
