package screen

import (
	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/text"
)

// FieldFactor is the name of the field for the second factor.
const FieldFactor = "factor"

// Factor is where the customer confirms something by the digits of the security medium: an order on a page of its own, beside a [Signing], other
// things in the last field of a form. Its zero value asks for nothing.
type Factor struct {
	env    *Env
	form   *component.Form
	digits *component.Factor
}

// NewFactor asks for the digits of a medium; asked is what the bank asks a security card for.
func NewFactor(env *Env, m bank.Medium, asked bank.Challenge) Factor {
	f := Factor{env: env, digits: component.NewFactor(m, asked)}
	f.form = component.NewForm(f.Field())
	return f
}

// Field is its line in a form of the screen's.
func (f Factor) Field() *component.Field { return f.digits.Field(FieldFactor) }

// Update gives a key or a paste to its own page. Typed tells that all digits are there and Enter was pressed, back that the customer wants to go back:
// they are wiped then.
func (f Factor) Update(msg tea.Msg) (typed, back bool) {
	event := f.form.Update(msg)
	if press, ok := msg.(tea.KeyPressMsg); ok && !event.Handled && keymap.Back.Pressed(press) {
		f.Clear()
		return false, true
	}
	if event.Kind != component.Submitted {
		return false, false
	}
	return f.Complete(f.form), false
}

// Complete reports whether all digits are there, and says in a form that they are not.
func (f Factor) Complete(in *component.Form) bool {
	if !f.digits.Complete() {
		in.Refuse(FieldFactor, f.digits.Missing)
		return false
	}
	return true
}

// Take is a copy of the digits, which are wiped here. The caller wipes the copy.
func (f Factor) Take() []byte {
	digits := f.digits.Bytes()
	f.Clear()
	return digits
}

// Refuse says on its own page what is wrong with the digits.
func (f Factor) Refuse(m func(*text.Catalog) text.Message) { f.form.Refuse(FieldFactor, m) }

// Clear wipes the digits.
func (f Factor) Clear() {
	if f.digits != nil {
		f.digits.Clear()
	}
}

// Draw adds its own page, and under it where a demonstration shows the medium: apart from it where what is confirmed is to stay in sight before
// that does.
func (f Factor) Draw(b *component.Body, w int, apart bool) {
	f.form.Draw(f.env.Look, b, w)
	hint := f.Hint(f.form, w)
	if apart && hint != nil {
		b.Blank()
	}
	b.Under(hint...)
}

// Hint are the lines under a form with the digits that say where a demonstration shows the medium; nil in a bank that is none, and while
// something is wrong with them.
func (f Factor) Hint(in *component.Form, w int) []string {
	if f.env.Demo.Password == "" || in.Refused(FieldFactor) {
		return nil
	}
	lines := component.Wrap(f.digits.Hint(f.env.Text), max(w-2*len(margin), 1))
	for i, line := range lines {
		lines[i] = margin + f.env.Theme.Muted.Render(line)
	}
	return lines
}
