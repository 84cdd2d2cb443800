package copying

import (
	"strings"

	"smartbank/bank/calendar"
	"smartbank/certstore/pairing"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// How a page is laid out: the column of its text, the widest line that is easy to
// read, and the height from which there are blank lines.
const (
	margin = 2
	widest = 100
	roomy  = 16
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

// frame are the keys that every page has.
func (f *Flow) frame(first ...keymap.Hint) []keymap.Hint {
	c := f.env.Text
	home := keymap.AllMenus.Hint(c)
	if f.env.Desk != nil {
		home = keymap.AllMenus.As(c.PC.First)
	}
	return append(first, home, keymap.Language.Hint(c))
}

// room is how wide text is in a window of w cells.
func room(w int) int { return max(min(w, widest)-2*margin, 1) }

// indent moves lines to the column of the text.
func indent(lines []string) []string {
	for i, l := range lines {
		lines[i] = strings.Repeat(" ", margin) + l
	}
	return lines
}

// paragraph adds text to a page.
func (f *Flow) paragraph(b *component.Body, s string, w int) {
	if s != "" {
		b.Add(indent(component.Wrap(s, room(w)))...)
	}
}

// left is the time that is left, as a line.
func (f *Flow) left(w int) string {
	return component.TimeLeft(f.env.Look, f.until.Sub(f.env.Now), life, room(w))
}

// head begins a page with the time that is left.
func (f *Flow) head(w, h int) *component.Body {
	b := component.NewBody(f.env.Look)
	if h > roomy {
		b.Blank()
	}
	b.Add(strings.Repeat(" ", margin) + f.left(w))
	if f.trouble {
		b.Add(indent(component.Wrap(f.env.Theme.Warn.Render(f.env.Text.Copying.Trouble), room(w)))...)
	}
	b.Blank()
	return b
}

// page draws a page without a form.
func (f *Flow) page(b *component.Body, w, h int, keys ...keymap.Hint) screen.View {
	v := screen.View{Body: f.pager.View(b, w, h)}
	if f.pager.More() {
		keys = append(keys, keymap.Hint{Key: "↑↓", Does: f.env.Text.Keys.Scroll})
	}
	v.Keys = f.frame(keys...)
	return v
}

// cancelKey is Esc while something goes on.
func (f *Flow) cancelKey() keymap.Hint { return keymap.Back.As(f.env.Text.Copying.Cancel) }

// turnKey is Ctrl+R, with what it does now.
func (f *Flow) turnKey() keymap.Hint {
	if f.shows() {
		return keymap.Turn.As(f.env.Text.Copying.TypeHere)
	}
	return keymap.Turn.As(f.env.Text.Copying.ShowHere)
}

// guideLine says what to do on the other device.
func (f *Flow) guideLine() string {
	words := f.words(f.env.Text)
	switch {
	case f.shows() && f.sends():
		return words.ShowSending
	case f.shows():
		return words.ShowReceiving
	case f.sends():
		return words.TypeSending
	default:
		return words.TypeReceiving
	}
}

// viewNumber shows the number: in blocks, as a line, and to a camera, as far as there
// is room.
func (f *Flow) viewNumber(w, h int) screen.View {
	l, c := f.env.Look, f.env.Text
	line := component.Grouped(f.number, pairing.PublicDigits)
	code := component.QR(l, string(f.number), w/2, h)
	big := component.BigDigits(l, f.number, pairing.PublicDigits, w-2*margin)
	beside, column := w, margin
	if len(code) > 0 {
		beside = w - component.Cells(code[0])
		if big != nil {
			column = min(margin, beside-1-component.Cells(big[0]))
		}
		if column < 1 {
			code, beside, column = nil, w, margin // a number that can be read comes first
		}
	}
	b := f.head(beside+margin, h)
	b.Add(indent(component.Wrap(f.guideLine(), max(min(beside, widest)-margin-1, 1)))...)
	b.Blank()
	if big != nil && b.Len()+len(big)+3 <= h {
		for _, row := range big {
			b.Add(strings.Repeat(" ", column) + row)
		}
		b.Blank()
	}
	b.Add(strings.Repeat(" ", margin) + f.env.Theme.Strong.Render(line))
	b.Blank()
	b.Add(indent(component.Wrap(f.env.Theme.Muted.Render(f.words(c).Waiting), max(beside-margin-1, 1)))...)
	v := f.page(b, w, h, f.turnKey(), f.cancelKey())
	if len(code) > 0 {
		v.Body = aside(v.Body, code, beside)
	}
	return v
}

// aside puts lines at the right of a body, from column x.
func aside(body string, lines []string, x int) string {
	rows := strings.Split(body, "\n")
	for len(rows) < len(lines) {
		rows = append(rows, "")
	}
	for i, l := range lines {
		rows[i] = component.PadRight(component.Cut(rows[i], x), x) + l
	}
	return strings.Join(rows, "\n")
}

// viewTyping asks for the number.
func (f *Flow) viewTyping(w, h int, guide []string) screen.View {
	c := f.env.Text
	b := component.NewBody(f.env.Look)
	if h > roomy {
		b.Blank()
	}
	if h > roomy && len(guide) > 0 && !f.turned {
		b.Add(guide...)
	} else {
		f.paragraph(b, f.guideLine(), w)
	}
	b.Blank()
	f.form.Draw(f.env.Look, b, w)
	body, cursor := b.View(w, h)
	v := screen.View{Body: body, Cursor: cursor, Keys: f.frame(keymap.Enter.As(c.Keys.Next), f.turnKey(), keymap.Back.Hint(c))}
	if f.busy {
		v.Cursor, v.Keys = nil, f.frame()
	}
	return v
}

// check adds the check that both screens show.
func (f *Flow) check(b *component.Body, w int) {
	if f.status.Check == "" {
		return
	}
	c, t := f.env.Text.Copying, f.env.Theme
	line := c.Check + "  "
	if component.Cells(line)+component.Cells(f.status.Check) > room(w) {
		f.paragraph(b, c.Check, w)
		line = ""
	}
	b.Add(strings.Repeat(" ", margin) + line + t.Strong.Render(f.status.Check))
	b.Add(indent(component.Wrap(t.Muted.Render(c.CheckNote), room(w)))...)
	b.Blank()
}

// offer are the facts of the certificate.
func (f *Flow) offer(w int) []string {
	c, o := f.env.Text.Copying, f.status.Offer
	return indent(component.Pairs(f.env.Look, []component.Pair{
		{Label: c.Owner, Value: component.Clean(o.Owner), Strong: true},
		{Label: c.Issuer, Value: component.Clean(o.Issuer)},
		{Label: c.Serial, Value: component.Clean(o.Serial)},
		{Label: c.Expires, Value: calendar.DateOf(o.NotAfter).String()},
		{Label: c.Fingerprint, Value: inFours(o.SHA256)},
	}, room(w)))
}

// inFours is a fingerprint in groups of four, to be compared with another screen.
func inFours(digits string) string { return component.Grouped([]byte(component.Clean(digits)), 4) }

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
	then := f.words(c).Kept
	if f.sends() {
		then = f.words(c).Sent
	}
	f.paragraph(b, then, w)
	return f.page(b, w, h, keymap.Enter.As(c.Certificate.Confirm))
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
