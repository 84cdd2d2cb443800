package transfer

import (
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
)

// View draws the entries, or the form of one.
func (s *protections) View(w, h int) screen.View {
	c, t, words := s.env.Text, s.env.Theme, s.env.Text.Transfer.Care
	b := component.NewBody(s.env.Look)
	if h > 14 {
		b.Blank()
	}
	keys := []keymap.Hint{keymap.Back.Hint(c), keymap.AllMenus.Hint(c), keymap.Language.Hint(c)}
	switch {
	case s.problem != nil:
		b.Add(indented(component.Problem(s.env.Look, s.problem(c), w-2*len(margin)))...)
		keys = append([]keymap.Hint{keymap.Refresh.Hint(c)}, keys...)
	case s.now == nil:
	case s.form != nil:
		title, about := words.DelayTitle, words.DelayAbout
		if s.changing == itemDesignated {
			title, about = words.DesignatedTitle, words.DesignatedAbout
		}
		b.Add(paragraph(title, w, t.Strong.Render)...)
		b.Add(paragraph(about, w, t.Muted.Render)...)
		b.Blank()
		b.Add(paragraph(words.OnlyBranch, w, t.Warn.Render)...)
		b.Blank()
		s.form.Draw(s.env.Look, b, w)
		b.Under(s.factor.Hint(s.form, w)...)
		enter := keymap.Enter.As(c.Keys.Next)
		if s.form.Last() {
			enter = keymap.Enter.As(words.Switch)
		}
		keys = append([]keymap.Hint{enter, {Key: "←→", Does: c.Keys.Choose}}, keys...)
	default:
		s.menu.Draw(s.env.Look, b, w)
		keys = append([]keymap.Hint{keymap.Enter.As(c.Keys.Open), keymap.Refresh.Hint(c)}, keys...)
	}
	body, cursor := b.View(w, h)
	return screen.View{Body: body, Cursor: cursor, Keys: keys}
}
