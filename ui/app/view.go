package app

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Where the body is: under the title bar and its rule, above the status line and
// the key line.
const (
	bodyTop    = 2
	bodyAround = 4
)

// body is the size of what screens draw.
func (a *App) body() (w, h int) {
	if a.config.Plain {
		return component.HeardWidth, heardHeight
	}
	return a.w, max(a.h-bodyAround, 1)
}

// View draws the whole window; nothing where the program is heard.
func (a *App) View() tea.View {
	if a.config.Plain {
		return tea.View{}
	}
	v := tea.View{AltScreen: true, WindowTitle: a.service(text.In(text.English))}
	if a.env.Preferences.Now.Mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if a.w < neededWidth || a.h < neededHeight {
		v.Content = a.env.Theme.Glyphs.Plain(a.tooSmall())
		return v
	}
	content, cursor := a.window()
	v.Content = a.env.Theme.Glyphs.Plain(content)
	if cursor != nil && cursor.X < a.w && cursor.Y < a.h {
		v.Cursor = tea.NewCursor(cursor.X, cursor.Y)
		v.Cursor.Blink = false
		v.Cursor.Shape = tea.CursorBar
	}
	return v
}

// window draws the frame, the screen in it, and the dialogs over it.
func (a *App) window() (string, *component.Point) {
	w, h := a.body()
	view := a.top().screen.View(w, h)
	lines := make([]string, 0, a.h)
	lines = append(lines, a.titleBar(view), a.rule())
	lines = append(lines, fit(view.Body, w, h)...)
	lines = append(lines, a.status(), a.keyLine(view.Keys))
	content := strings.Join(lines, "\n")
	if len(a.dialogs) == 0 {
		if view.Cursor == nil || view.Cursor.Y < 0 || view.Cursor.Y >= h {
			return content, nil
		}
		return content, &component.Point{X: view.Cursor.X, Y: view.Cursor.Y + bodyTop}
	}
	return a.over(content)
}

// Secret tells whether what is typed now may be a secret: the cursor is in a
// field for one, of the screen or of a dialog. A recorder asks before every key.
func (a *App) Secret() bool {
	w, h := a.body()
	if at := a.top().screen.View(w, max(h, assumedHeight)).Cursor; at != nil && at.Secret {
		return true
	}
	for _, d := range a.dialogs {
		if _, at := d.View(a.env.Look, a.w-4, max(a.h-2, assumedHeight)); at != nil && at.Secret {
			return true
		}
	}
	return false
}

// service is what the program is called.
func (a *App) service(c *text.Catalog) string {
	if a.config.Desk != nil {
		return c.PC.Service
	}
	return c.Frame.Service
}

// over lays the dialog on top over the window.
func (a *App) over(content string) (string, *component.Point) {
	d := a.dialogs[len(a.dialogs)-1]
	box, cursor := d.View(a.env.Look, a.w-4, a.h-2)
	bw, bh := lipgloss.Size(box)
	x, y := max((a.w-bw)/2, 0), max((a.h-bh)/2, 0)
	content = lipgloss.NewCompositor(lipgloss.NewLayer(content), lipgloss.NewLayer(box).X(x).Y(y).Z(1)).Render()
	if cursor == nil {
		return content, nil
	}
	return content, &component.Point{X: cursor.X + x, Y: cursor.Y + y}
}

// fit makes a body exactly h lines of at most w cells.
func fit(body string, w, h int) []string {
	lines := strings.Split(body, "\n")
	if len(lines) > h {
		lines = lines[:h]
	}
	for i, l := range lines {
		lines[i] = component.Cut(l, w)
	}
	for len(lines) < h {
		lines = append(lines, "")
	}
	return lines
}

// titleBar says where one is, who is logged in, and for how long still.
func (a *App) titleBar(view screen.View) string {
	t, c := a.env.Theme, a.env.Text
	right := view.Steps
	if right == "" {
		right = a.who()
	}
	group, title := a.path(view)
	if component.Cells(group+title)+component.Cells(right)+3 > a.w {
		group = "" // where one is matters more than below what
	}
	left := " " + t.Strong.Render(component.CutEllipsis(a.env.Look, group+title, max(a.w-component.Cells(right)-3, 12)))
	if len(a.stack) == 1 {
		left = " " + t.Accent.Render(a.service(c))
		if demo := "  " + t.Muted.Render(c.Frame.Demo); a.env.Demo.Password != "" && component.Cells(left+demo+right)+2 <= a.w {
			left += demo
		}
	}
	return ends(left, right+" ", a.w)
}

// under stands between a group and what is in it.
const under = " › "

// path is the group, with its separator, and the title of the screen that is
// shown.
func (a *App) path(view screen.View) (group, title string) {
	c, d := a.env.Text, a.top().def
	title = view.Title
	if title == "" {
		title = d.Title(c)
	}
	for _, p := range d.Places {
		if g := p.Group.Title(c); g != "" && p.Group != screen.QuickLinks {
			return g + under, title
		}
	}
	return "", title
}

// who is the customer's name and the time until the idle logout.
func (a *App) who() string {
	t, c, s := a.env.Theme, a.env.Text, a.env.Session
	if s == nil {
		return t.Muted.Render(c.Frame.NotSignedIn)
	}
	if a.config.Confined { // the kiosk around it tells how long still
		return t.Base.Render(c.Pick(s.NameEN, s.NameKO))
	}
	left := c.Frame.Left(a.left())
	style := t.Muted
	if a.ending() {
		style = t.Warn
	}
	return t.Base.Render(c.Pick(s.NameEN, s.NameKO)) + "  " + style.Render(t.Glyphs.Clock+" "+left)
}

// ends puts one text at the left and one at the right of a line; the right one
// goes first when there is no room for both.
func ends(left, right string, w int) string {
	space := w - component.Cells(left) - component.Cells(right)
	if space >= 1 {
		return left + strings.Repeat(" ", space) + right
	}
	room := w - component.Cells(right) - 1
	if room < 12 {
		return component.Cut(left, w)
	}
	return component.PadRight(component.Cut(left, room), room+1) + right
}

func (a *App) rule() string {
	t := a.env.Theme
	return t.Rule.Render(strings.Repeat(t.Glyphs.Rule, a.w))
}

// status is the line above the keys: the idle warning, what is running, what was
// just said, or a rule.
func (a *App) status() string {
	t, c := a.env.Theme, a.env.Text
	left := a.left()
	switch w := a.running(); {
	case a.env.Session != nil && a.ending():
		return component.Cut(" "+t.Warn.Render(c.Frame.IdleWarning(left)), a.w)
	case w != nil:
		passed := a.env.Now.Sub(w.since)
		spinner := t.Glyphs.Spinner[int(passed/fastBeat)%len(t.Glyphs.Spinner)]
		return component.Cut(" "+t.Accent.Render(spinner)+" "+c.Frame.Working(passed.Truncate(time.Second)), a.w)
	case a.said.line != nil && a.env.Now.Before(a.said.until):
		return component.Cut(" "+t.Good.Render(a.said.line(c)), a.w)
	}
	return a.rule()
}

// keyLine names keys until there is no room; F1 is always there.
func (a *App) keyLine(hints []keymap.Hint) string {
	t, c := a.env.Theme, a.env.Text
	hints = a.hints(hints)
	if len(a.dialogs) > 0 {
		hints = []keymap.Hint{keymap.Enter.As(c.Keys.Confirm), keymap.Back.As(c.Keys.Close)}
	}
	render := func(h keymap.Hint) string { return t.Key.Render(h.Key) + " " + t.Hint.Render(h.Does) }
	help := render(a.env.Preferences.Keys.Hint(keymap.Help.Hint(c)))
	var line strings.Builder
	line.WriteByte(' ')
	room := a.w - 1 - component.Cells(help)
	for _, h := range hints {
		if cells := component.Cells(h.Key) + component.Cells(h.Does) + 3; cells <= room {
			line.WriteString(render(h) + "  ")
			room -= cells
		}
	}
	return line.String() + help
}

// tooSmall is the page for a window that holds no screen.
func (a *App) tooSmall() string {
	lines := a.env.Text.Frame.TooSmall(a.w, a.h)
	if len(lines) > a.h {
		lines = lines[:a.h]
	}
	for i, l := range lines {
		lines[i] = component.Cut(l, a.w)
	}
	return strings.Join(lines, "\n")
}
