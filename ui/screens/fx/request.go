package fx

import (
	"context"
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/iso"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// wish is what is asked of the banks on the way.
type wish int

const (
	amending wish = iota
	cancelling
)

const fieldReason = "reason"

// request is a request about a remittance that is being written.
type request struct {
	env    *screen.Env
	wish   wish
	detail bank.RemittanceDetail
	form   *component.Form
	texts  []*entry
	factor screen.Factor
	busy   bool
}

// challenged is what the bank asks as second factor for a request.
type challenged struct {
	wish   wish
	medium bank.Medium
	asked  bank.Challenge
}

// requested is the answer to a request.
type requested struct{ wish wish }

// ask asks what the customer confirms with, and then for the request.
func (d *dossier) ask(what wish) tea.Cmd {
	b, caller := d.bank, d.env.Caller()
	return screen.Do(func(ctx context.Context) (challenged, error) {
		m, asked, err := b.Challenge(ctx, caller)
		return challenged{what, m, asked}, err
	})
}

// newRequest is the form of a request.
func newRequest(env *screen.Env, detail bank.RemittanceDetail, k challenged) *request {
	r := &request{env: env, wish: k.wish, detail: detail, factor: screen.NewFactor(env, k.medium, k.asked)}
	country := detail.Order.SWIFT.Recipient.Country
	if k.wish == cancelling {
		r.texts = []*entry{newEntry(fieldReason, iso.MaxRemittance, true, func(r *text.Remit) string { return r.Reason }, func(string) error { return nil })}
		r.texts[0].free = true
	} else {
		r.texts = []*entry{
			newEntry(fieldName, iso.MaxName, false, func(r *text.Remit) string { return r.Name }, iso.CheckName),
			newEntry(fieldAccount, 42, false, func(r *text.Remit) string { return r.Account }, func(s string) error { return iso.CheckAccount(country, s) }),
			newEntry(fieldAddress, addressMost*iso.MaxAddress, false, func(r *text.Remit) string { return r.Address }, checkAddress),
			newEntry(fieldTown, iso.MaxTown, false, func(r *text.Remit) string { return r.Town }, iso.CheckTown),
			newEntry(fieldMessage, messageCells, false, func(r *text.Remit) string { return r.Message }, func(s string) error {
				return iso.CheckRemittance(s, string(detail.Order.Purpose), "")
			}),
		}
	}
	r.hint()
	var fields []*component.Field
	for _, e := range r.texts {
		fields = append(fields, e.field)
	}
	r.form = component.NewForm(append(fields, r.factor.Field())...)
	for _, e := range r.texts {
		e.in = r.form
	}
	return r
}

// hint shows in each field of an amendment what was sent.
func (r *request) hint() {
	if r.wish != amending {
		return
	}
	to := r.detail.Order.SWIFT.Recipient
	for i, sent := range []string{to.Name, to.Account, strings.Join(to.Address, " "), to.Town, r.detail.Order.Message} {
		r.texts[i].Hint(component.Same(sent))
	}
}

// Update takes what the bank answered about a request.
func (d *dossier) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Result[challenged]:
		if msg.Err != nil {
			return screen.Say(func(c *text.Catalog) string { return c.Explain(msg.Err).Problem })
		}
		d.request = newRequest(d.env, d.detail, msg.Value)
	case screen.Result[requested]:
		return d.answered(msg)
	}
	return nil
}

// answered says that the request is on its way, or beside its field what is wrong with it.
func (d *dossier) answered(msg screen.Result[requested]) tea.Cmd {
	r := d.request
	if r == nil {
		return nil
	}
	r.busy = false
	switch {
	case msg.Err == nil:
		d.request = nil
		d.papers.tab = summaryTab // on which the request stands
		d.pager.Top()
		b, caller, reference := d.bank, d.env.Caller(), d.detail.Reference
		return tea.Batch(
			screen.Say(func(c *text.Catalog) string { return c.FX.Found.Asked }),
			screen.Do(func(ctx context.Context) (bank.RemittanceDetail, error) { return b.Remittance(ctx, caller, reference) }),
		)
	case errors.Is(msg.Err, context.Canceled):
		return screen.Say(func(c *text.Catalog) string { return c.Transfer.Cancelled })
	case bank.RefusalCode(msg.Err) == bank.CodeWrongFactor || bank.RefusalCode(msg.Err) == bank.CodeFactorLocked:
		r.form.Refuse(screen.FieldFactor, explained(msg.Err))
	default:
		r.form.Refuse(concerned(msg.Err), func(c *text.Catalog) text.Message { return saidOf(c, msg.Err) })
	}
	return nil
}

// paste hands pasted text to the request.
func (d *dossier) paste(msg tea.PasteMsg) tea.Cmd {
	if d.request == nil {
		return nil
	}
	return d.write(msg)
}

// write gives a key or a paste to the request, and sends it once it is complete.
func (d *dossier) write(msg tea.Msg) tea.Cmd {
	r := d.request
	if r.busy {
		return nil
	}
	event := r.form.Update(msg)
	if press, ok := msg.(tea.KeyPressMsg); ok && !event.Handled && keymap.Back.Pressed(press) {
		return screen.Drop(r.unsaved(), func() tea.Cmd {
			r.factor.Clear()
			d.request = nil
			return nil
		})
	}
	if event.Kind == component.Confirmed {
		if e, ok := event.Field.Input.(*entry); ok && e.take() {
			r.form.Focus(e.name)
		}
	}
	if event.Kind != component.Submitted || !r.ready() {
		return nil
	}
	r.busy = true
	b, caller, reference, what, digits := d.bank, d.env.Caller(), d.detail.Reference, r.wish, r.factor.Take()
	change, reason := r.change(), r.texts[0].Value()
	return screen.Do(func(ctx context.Context) (requested, error) {
		defer clear(digits)
		if what == cancelling {
			return requested{what}, b.RequestCancellation(ctx, caller, reference, reason, digits)
		}
		return requested{what}, b.RequestAmendment(ctx, caller, reference, change, digits)
	})
}

// unsaved is what was typed.
func (r *request) unsaved() *screen.Unsaved {
	if slices.ContainsFunc(r.texts, func(e *entry) bool { return e.Value() != "" }) {
		return &screen.Unsaved{}
	}
	return nil
}

// ready reports whether the request can be sent, and says beside a field why not.
func (r *request) ready() bool {
	r.form.ClearProblems()
	some := false
	for _, e := range r.texts {
		if m := e.wrong(); m != nil {
			r.form.Refuse(e.name, m)
			return false
		}
		some = some || e.Value() != ""
	}
	if !some {
		r.form.Refuse(r.texts[0].name, func(c *text.Catalog) text.Message { return c.FX.Found.NothingToAmend })
		return false
	}
	return r.factor.Complete(r.form)
}

// change is what the recipient's side should be.
func (r *request) change() bank.Amendment {
	if r.wish != amending {
		return bank.Amendment{}
	}
	a := bank.Amendment{Name: r.texts[0].Value(), Address: addressLines(r.texts[2].Value()), Town: r.texts[3].Value(), Message: r.texts[4].Value()}
	a.Account = r.texts[1].Value()
	if iban, err := iso.ParseIBAN(a.Account); err == nil && iso.HasIBAN(r.detail.Order.SWIFT.Recipient.Country) {
		a.Account = string(iban)
	}
	return a
}

// View draws the request.
func (r *request) View(w, h int) screen.View {
	c, t := r.env.Text, r.env.Theme
	title, about := c.FX.Found.AmendTitle, c.FX.Found.AmendText
	if r.wish == cancelling {
		title, about = c.FX.Found.CancelTitle, c.FX.Found.CancelText
	}
	b := component.NewBody(r.env.Look)
	b.Add(paragraph(title+"  "+r.detail.Reference, w, t.Strong)...)
	b.Add(paragraph(about, w, t.Base)...)
	b.Blank()
	r.form.Draw(r.env.Look, b, w)
	if h > 16 {
		b.Under(r.factor.Hint(r.form, w)...)
	}
	body, cursor := b.View(w, h)
	return screen.View{Body: body, Cursor: cursor, Keys: []keymap.Hint{
		keymap.Enter.As(c.Keys.Next), keymap.Back.Hint(c), keymap.Previous.Hint(c), keymap.Language.Hint(c),
	}}
}
