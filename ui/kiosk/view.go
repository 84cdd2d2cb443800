package kiosk

import (
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/text"
)

// barLines is how high the line above the visitor's program is.
const barLines = 1

// The window in which the guide tells in large letters what to press.
const largeW, largeH = 100, 36

// guideLines is how high the guide is below the visitor's program.
func (k *Kiosk) guideLines() int {
	switch {
	case k.w >= largeW && k.h >= largeH:
		return 11
	case k.h >= 18:
		return 3
	}
	return 1
}

// room is how high the visitor's program is.
func (k *Kiosk) room() int { return max(k.h-barLines-k.guideLines(), 1) }

// View draws the whole window.
func (k *Kiosk) View() tea.View {
	v := tea.View{AltScreen: true, ReportFocus: true, WindowTitle: text.In(text.English).Frame.Service}
	lines := []string{}
	switch k.phase {
	case attracting:
		lines = k.attractPage()
	case choosing:
		lines = k.framed(k.centred(k.chooser(min(k.w-4, 90), k.h-4), k.h-4))
	case opening:
		lines = k.framed(k.centred(k.said(func(c *text.Kiosk) string { return c.Preparing }), k.h-4))
	case thanking:
		lines = k.framed(k.centred(k.thanks(), k.h-4))
	case visiting:
		lines = k.visitPage(&v)
	}
	content := strings.Join(fit(lines, k.w, k.h), "\n")
	if k.counting() && k.staff == nil {
		v.Cursor = nil
		content = k.over(content, k.countdown())
	}
	if k.staff != nil {
		v.Cursor = nil
		content = k.over(content, k.staffBox())
	}
	v.Content = k.look.Theme.Glyphs.Plain(content)
	return v
}

// visitPage is the visitor's program with a line above and the guide below.
func (k *Kiosk) visitPage(v *tea.View) []string {
	var drawn tea.View
	k.visit.safely(func() { drawn = k.visit.app.View() })
	if k.visit.fallen { // the next message ends the visit
		return k.framed(nil)
	}
	if c := drawn.Cursor; c != nil && c.Y+barLines < k.h {
		c.Y += barLines
		v.Cursor = c
	}
	v.MouseMode, v.DisableBracketedPasteMode = drawn.MouseMode, drawn.DisableBracketedPasteMode
	s := k.visit.see(drawn.Content, drawn.Cursor != nil)
	content, hidden := drawn.Content, false
	if _, public := k.visit.app.At(); k.veiled() && (!public || s.dialog) {
		content, hidden = hide(content, k.look.Theme.Glyphs.Mask)
	}
	lines := append([]string{k.bar(hidden)}, fit(strings.Split(content, "\n"), k.w, k.room())...)
	return append(lines, k.guideBox(s)...)
}

// bar is the line above the visitor's program: that it is a demonstration, for how
// long still, and the way out of it, which is always there.
func (k *Kiosk) bar(hidden bool) string {
	t, c := k.look.Theme, k.look.Text
	finished := keymap.Finished.Hint(c)
	out := t.Key.Render(finished.Key) + " " + t.Strong.Render(finished.Does) + " "
	left := " " + t.Accent.Render(c.Kiosk.Bar)
	show := ""
	if hidden {
		hint := keymap.ShowNumbers.Hint(c)
		show = t.Warn.Render(c.Kiosk.Hidden) + " " + t.Key.Render(hint.Key) + " " + t.Hint.Render(hint.Does)
	}
	clock := t.Muted.Render(t.Glyphs.Clock + " " + c.Frame.Left(max(k.absolute(), 0)))
	for _, parts := range [][]string{{left, show, clock, out}, {show, clock, out}, {show, out}, {out}} {
		if line, ok := spread(parts, k.w); ok {
			return line
		}
	}
	return component.Cut(out, k.w)
}

// spread puts parts on a line, the first at its left and the others at its right
// edge, if there is room.
func spread(parts []string, w int) (string, bool) {
	var rest []string
	for _, p := range parts[1:] {
		if p != "" {
			rest = append(rest, "   "+p)
		}
	}
	right := strings.Join(rest, "")
	gap := w - component.Cells(parts[0]) - component.Cells(right)
	if gap < 0 {
		return "", false
	}
	return parts[0] + strings.Repeat(" ", gap) + right, true
}

// framed is a page of the kiosk's own between its title and its keys, in both
// languages.
func (k *Kiosk) framed(lines []string) []string {
	t := k.look.Theme
	en, ko := text.In(text.English), text.In(text.Korean)
	title := " " + t.Accent.Render(en.Frame.Service+"  "+ko.Frame.Service)
	keys := ""
	if k.here() {
		h := keymap.Finished.Hint(en)
		keys = " " + t.Key.Render(h.Key) + " " + t.Strong.Render(h.Does+"  "+ko.Kiosk.Finished)
	}
	rule := t.Rule.Render(strings.Repeat(t.Glyphs.Rule, k.w))
	return append(append([]string{component.Cut(title, k.w), rule}, fit(lines, k.w, max(k.h-4, 0))...), rule, component.Cut(keys, k.w))[:k.h]
}

// said is a sentence in both languages.
func (k *Kiosk) said(what func(*text.Kiosk) string) []string {
	var lines []string
	for _, lang := range languages {
		for _, line := range component.Wrap(what(&text.In(lang).Kiosk), max(k.w-4, 1)) {
			lines = append(lines, k.look.Theme.Strong.Render(line))
		}
	}
	return lines
}

// thanks is the page after a visit.
func (k *Kiosk) thanks() []string {
	t := k.look.Theme
	var lines []string
	if k.h >= 34 {
		for _, lang := range languages {
			lines = append(lines, component.BigText(k.look, text.In(lang).Kiosk.ThanksLarge, k.w-2)...)
		}
	}
	for _, lang := range languages {
		c := text.In(lang).Kiosk
		what := []string{c.Thanks, c.Gone}
		switch {
		case !k.why.Zero():
			what = []string{c.NotOpened.Problem, c.NotOpened.Advice}
		case k.broken:
			what = []string{c.Broken, c.Gone}
		}
		lines = append(lines, "")
		for _, sentence := range what {
			for _, line := range component.Wrap(sentence, max(k.w-4, 1)) {
				lines = append(lines, t.Strong.Render(line))
			}
		}
	}
	return lines
}

// countdown is the box that asks whether somebody is still there.
func (k *Kiosk) countdown() string {
	t, c := k.look.Theme, k.look.Text
	w := min(k.w-2, 58)
	seconds := strconv.Itoa(int((max(k.left(), 0) + time.Second - 1) / time.Second))
	var lines []string
	if k.h >= 16 {
		lines = append(lines, "")
		for _, line := range component.BigDigits(k.look, []byte(seconds), 2, w-4) {
			lines = append(lines, centre(line, w-4))
		}
		lines = append(lines, centre(t.Muted.Render(c.Kiosk.Seconds), w-4), "")
	} else {
		lines = append(lines, t.Warn.Render(seconds+" "+c.Kiosk.Seconds))
	}
	other := text.In(c.Other())
	for _, line := range component.Wrap(c.Kiosk.Stays, w-4) {
		lines = append(lines, t.Strong.Render(line))
	}
	for _, line := range component.Wrap(other.Kiosk.StillThere+" "+other.Kiosk.Stays, w-4) {
		lines = append(lines, t.Muted.Render(line))
	}
	return component.Box(k.look, c.Kiosk.StillThere, lines, w)
}

// staffBox is the dialog that asks for the PIN.
func (k *Kiosk) staffBox() string {
	t, c := k.look.Theme, k.look.Text.Kiosk.Staff
	w := min(k.w-2, 50)
	typed := strings.Repeat(t.Glyphs.Mask, len(k.staff.pin))
	lines := []string{"", t.Strong.Render(c.Ask) + "  " + t.Focus.Underlined(component.PadRight(typed, MostPIN)), ""}
	message := ""
	switch {
	case k.now.Before(k.lock.until):
		message = c.Locked(text.Clock(k.lock.until.Sub(k.now)))
	case k.staff.wrong:
		message = c.Wrong(pinTries - k.lock.wrong)
	}
	for _, line := range component.Wrap(message, w-4) {
		lines = append(lines, t.Problem.Render(line))
	}
	return component.Box(k.look, c.Title, append(lines, t.Muted.Render(c.Keys)), w)
}

// over lays a box over the middle of a page.
func (k *Kiosk) over(content, box string) string {
	w, h := lipgloss.Size(box)
	x, y := max((k.w-w)/2, 0), max((k.h-h)/2, 0)
	laid := lipgloss.NewCompositor(lipgloss.NewLayer(content), lipgloss.NewLayer(box).X(x).Y(y).Z(1)).Render()
	return strings.Join(fit(strings.Split(laid, "\n"), k.w, k.h), "\n")
}

// centred puts lines into the middle of h lines.
func (k *Kiosk) centred(lines []string, h int) []string {
	widest := 0
	for _, line := range lines {
		widest = max(widest, component.Cells(line))
	}
	margin := strings.Repeat(" ", max((k.w-widest)/2, 0))
	var page []string
	for range (h - len(lines)) / 2 {
		page = append(page, "")
	}
	for _, line := range lines {
		page = append(page, margin+line)
	}
	return page
}

// centre puts a line into the middle of w cells.
func centre(line string, w int) string {
	return strings.Repeat(" ", max((w-component.Cells(line))/2, 0)) + line
}

// fit makes exactly h lines of at most w cells.
func fit(lines []string, w, h int) []string {
	page := make([]string, h)
	for i := range min(h, len(lines)) {
		page[i] = component.Cut(lines[i], w)
	}
	return page
}
