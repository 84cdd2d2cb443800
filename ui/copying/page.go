package copying

import (
	"strings"

	"smartbank/bank/calendar"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
)

// How a page is laid out: the column of its text, the widest line that is easy to
// read, and the height from which there are blank lines.
const (
	margin = 2
	widest = 100
	roomy  = 16
)

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
func room(w int) int { return max(component.Readable(w, widest)-2*margin, 1) }

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
