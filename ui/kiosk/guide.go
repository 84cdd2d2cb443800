package kiosk

import (
	"strings"

	"smartbank/ui/component"
	"smartbank/ui/text"
)

// guideBox draws the guide in its lines, or in the last seconds that they are.
func (k *Kiosk) guideBox(s *sight) []string {
	h := k.guideLines()
	if k.ending() {
		return k.endingBox(h)
	}
	is := k.visit.task.guide(s)
	t, c := k.look.Theme, k.look.Text
	g := c.Kiosk.Guide
	do := is.instruction(&g)
	why := is.step.why(&g)
	if is.step.key == "free" {
		do, why = why, g.FreeKeys
	}
	if h == 1 {
		return []string{component.CutEllipsis(k.look, " "+t.Accent.Render(t.Glyphs.Right)+" "+t.Strong.Render(do)+"  "+t.Muted.Render(why), k.w)}
	}
	lines := []string{k.guideTitle(is)}
	if h > 3 {
		large := component.BigText(k.look, is.large(), k.w-4)
		for _, line := range large {
			lines = append(lines, "  "+line)
		}
		if large == nil {
			lines = append(lines, "")
		}
	}
	lines = append(lines,
		component.CutEllipsis(k.look, " "+t.Accent.Render(t.Glyphs.Right)+" "+t.Strong.Render(do), k.w),
		component.CutEllipsis(k.look, "   "+t.Base.Render(why), k.w))
	return fit(lines, k.w, h)
}

// guideTitle is the rule above the guide: what is tried, and how far it is.
func (k *Kiosk) guideTitle(is told) string {
	t, c := k.look.Theme, k.look.Text
	title := k.visit.task.name(c)
	switch {
	case is.step.key == "done":
		title += " " + t.Glyphs.Bullet + " " + t.Glyphs.Check + " " + c.Kiosk.Guide.Done
	case is.n > 0 && is.of > 1:
		title += " " + t.Glyphs.Bullet + " " + c.Kiosk.Guide.Step(is.n, is.of)
	}
	head := t.Rule.Render(strings.Repeat(t.Glyphs.Rule, 2)) + " " + t.Accent.Render(title) + " "
	return component.Cut(head+t.Rule.Render(strings.Repeat(t.Glyphs.Rule, max(k.w-component.Cells(head), 0))), k.w)
}

// instruction is what to press now.
func (is told) instruction(g *text.KioskGuide) string {
	switch {
	case is.step.key == "esc":
		return g.Esc
	case is.step.key == "f10":
		return g.F10
	case is.step.key == "tab":
		return g.Tab
	case is.step.key == "ctrl+u":
		return g.CtrlU
	case is.step.key == "done":
		return g.ReviewKeys
	case is.step.key == "none":
		return g.Moment
	case is.step.number:
		return g.Number(is.typed)
	case is.step.bare:
		return g.OneMore(is.typed)
	case is.typed != "":
		return g.Typed(is.typed)
	}
	return g.Enter
}

// large is what to press, in letters that are read from afar: keys, which are the
// same in every language.
func (is told) large() string {
	switch is.step.key {
	case "esc":
		return "Esc"
	case "f10":
		return "F10"
	case "tab":
		return "Tab"
	case "ctrl+u":
		return "Ctrl+U"
	case "done":
		return "F9"
	case "none", "free":
		return ""
	}
	switch {
	case is.step.number, is.step.bare:
		return is.typed
	case is.typed != "":
		return is.typed + " → Enter"
	}
	return "Enter"
}

// endingBox tells that the visitor's time is over, in h lines.
func (k *Kiosk) endingBox(h int) []string {
	t, c := k.look.Theme, k.look.Text
	left := text.Clock(max(k.absolute(), 0))
	words := " " + t.Warn.Render(c.Kiosk.TimeIsUp+" "+left)
	lines := []string{words}
	if h > 3 {
		digits := component.BigText(k.look, left, k.w-4)
		lines = []string{t.Rule.Render(strings.Repeat(t.Glyphs.Rule, k.w))}
		for _, line := range digits {
			lines = append(lines, "  "+line)
		}
		lines = append(lines, words)
	} else if h > 1 {
		lines = []string{t.Rule.Render(strings.Repeat(t.Glyphs.Rule, k.w)), words}
	}
	return fit(lines, k.w, h)
}
