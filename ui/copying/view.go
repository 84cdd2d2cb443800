package copying

import (
	"strings"

	"smartbank/certstore/pairing"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// View draws the page. Guide stands above the field for the number; it may be nil.
func (f *Flow) View(w, h int, guide []string) screen.View {
	c := f.env.Text
	switch {
	case f.ended != nil:
		return f.viewEnded(w, h)
	case f.Over():
		return f.viewDone(w, h)
	case f.talk == nil && f.shows():
		return screen.View{Keys: f.frame()}
	case f.talk == nil:
		return f.viewTyping(w, h, guide)
	case f.status.Stage == pairing.Waiting:
		return f.viewNumber(w, h)
	case f.status.Stage == pairing.Agreeing:
		return f.viewText(w, h, f.words(c).Waiting, c.Copying.Agreeing)
	case f.status.Stage == pairing.Deciding && f.sends():
		return f.viewText(w, h, f.words(c).Deciding, "")
	case f.status.Stage == pairing.Deciding:
		return f.viewOffer(w, h)
	case f.came && f.take.Asks && f.status.Completion.At.IsZero() && !f.busy:
		return f.viewPassword(w, h)
	case f.came:
		return f.viewText(w, h, c.Copying.Storing, "")
	}
	return f.viewText(w, h, c.Copying.Coming, "")
}

// viewText is a page while something goes on.
func (f *Flow) viewText(w, h int, what, more string) screen.View {
	b := f.head(w, h)
	b.Add(indent(component.Wrap(f.env.Theme.Strong.Render(what), room(w)))...)
	f.paragraph(b, more, w)
	b.Blank()
	f.check(b, w)
	if f.status.Offer.SHA256 != "" {
		b.Add(f.offer(w)...)
	}
	keys := []keymap.Hint{f.cancelKey()}
	if f.busy {
		keys = nil
	}
	return f.page(b, w, h, keys...)
}

// viewOffer asks whether the certificate is wanted.
func (f *Flow) viewOffer(w, h int) screen.View {
	c := f.env.Text.Copying
	b := f.head(w, h)
	f.paragraph(b, c.Offered, w)
	b.Blank()
	f.check(b, w)
	b.Add(f.offer(w)...)
	if f.busy {
		return f.page(b, w, h)
	}
	v := f.page(b, w, h, keymap.Enter.As(c.Accept), keymap.Back.As(c.Refuse))
	if f.pager.More() {
		v.Keys[0] = keymap.Enter.As(f.env.Text.Keys.More)
	}
	return v
}

// viewPassword asks for the certificate's password.
func (f *Flow) viewPassword(w, h int) screen.View {
	c := f.env.Text.Copying
	b := f.head(w, h)
	f.paragraph(b, c.PasswordLead, w)
	b.Blank()
	if h > roomy {
		b.Add(f.offer(w)...)
		b.Blank()
	}
	f.seal.Draw(f.env.Look, b, w)
	body, cursor := b.View(w, h)
	return screen.View{Body: body, Cursor: cursor, Keys: f.frame(keymap.Enter.As(c.Store), f.cancelKey())}
}

// viewDone is the completion, alike on both screens.
func (f *Flow) viewDone(w, h int) screen.View {
	c, t := f.env.Text, f.env.Theme
	b := component.NewBody(f.env.Look)
	b.Blank()
	b.Add(strings.Repeat(" ", margin) + t.Good.Render(t.Glyphs.Check) + " " + t.Strong.Render(c.Copying.Copied))
	b.Add(indent(component.Pairs(f.env.Look, []component.Pair{{Label: c.Copying.CopiedAt, Value: text.DateTimeSeconds(f.status.Completion.At), Strong: true}}, room(w)))...)
	b.Blank()
	b.Add(f.offer(w)...)
	b.Blank()
	f.paragraph(b, f.then(), w)
	return f.page(b, w, h, keymap.Enter.As(c.Keys.Confirm))
}

// then is what the customer can do after the copy.
func (f *Flow) then() string {
	c := f.env.Text
	if f.sends() {
		return f.words(c).Sent
	}
	if f.take.Kept != nil {
		if kept := f.take.Kept(c); kept != "" {
			return kept
		}
	}
	return f.words(c).Kept
}

// viewEnded says why there is no copy, or that it is not known whether both know.
func (f *Flow) viewEnded(w, h int) screen.View {
	c := f.env.Text
	m := explain(c, f.ended)
	switch {
	case !f.status.Completion.At.IsZero():
		m = c.Copying.NotConfirmed
	case f.mine:
		m = c.Copying.Cancelled
	}
	b := component.NewBody(f.env.Look)
	b.Blank()
	b.Add(indent(component.Problem(f.env.Look, m, room(w)))...)
	if !f.status.Completion.At.IsZero() {
		b.Blank()
		b.Add(f.offer(w)...)
	}
	return f.page(b, w, h, keymap.Enter.As(c.Copying.NewNumber), keymap.Back.Hint(c))
}
