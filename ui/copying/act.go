package copying

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"smartbank/certstore/pairing"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

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
