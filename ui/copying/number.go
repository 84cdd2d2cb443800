package copying

import (
	"strings"

	"smartbank/certstore/pairing"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
)

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
	b.Add(indent(component.Wrap(f.guideLine(), max(component.Readable(beside, widest)-margin-1, 1)))...)
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
