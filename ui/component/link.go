package component

import (
	tea "charm.land/bubbletea/v2"
)

// Link is a line of a form that opens something else: Enter on it is the
// screen's. What it says is drawn anew each time.
type Link struct{ about Words }

// NewLink returns a line that says what is behind it.
func NewLink(about Words) *Link { return &Link{about} }

// Update uses no key.
func (k *Link) Update(tea.Msg) bool { return false }

// View draws what is behind it.
func (k *Link) View(l Look, width int, focused bool) (string, int) {
	line := Cut(k.about(l.Text), max(width-2, 0)) + " " + l.Theme.Glyphs.Right
	if focused {
		return l.Theme.Selected.Render(line), -1
	}
	return l.Theme.Base.Render(line), -1
}

// Clear has nothing to clear.
func (k *Link) Clear() {}
