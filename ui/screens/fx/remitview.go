package fx

import (
	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
)

// View draws the page.
func (s *sending) View(w, h int) screen.View {
	var v screen.View
	n := len(s.pages)
	current := n
	switch s.stage {
	case filling:
		v, current = s.viewForm(w, h), s.at
	case reviewing:
		v = s.viewReview(w, h)
	case unsigned:
		v, current = s.viewUnsigned(w, h), n+1
	case confirming:
		v, current = s.viewConfirm(w, h), n+1
	case signing:
		v, current = s.viewSigning(w, h), n+2
	case done:
		v, current = s.viewDone(w, h), n+3
	case refused:
		v, current = s.viewRefused(w, h), n+2
	case unknown:
		v, current = s.viewUnknown(w, h), n+2
	case opening, unopened, senderless:
		v, current = s.viewMessage(w), 0
	}
	if s.work != idle { // nothing can be typed, and no key but those of the frame does anything
		v.Cursor, v.Keys = nil, []keymap.Hint{keymap.AllMenus.Hint(s.env.Text), keymap.Language.Hint(s.env.Text)}
	}
	v.Steps = s.steps(current, w)
	return v
}

// steps draws how far the order is, in the room that the title leaves.
func (s *sending) steps(current, w int) string {
	c := s.env.Text
	title := component.Cells(c.Menu.FX + " › " + c.Menu.Swift)
	if s.kind == bank.Eurogiro {
		title = component.Cells(c.Menu.QuickLinks + " › " + c.Menu.Eurogiro)
	}
	var names []string
	for _, p := range s.pages {
		names = append(names, p.step(c))
	}
	names = append(names, c.Transfer.StepCheck, c.Transfer.StepConfirm, c.Certificate.Sign.Step, c.Transfer.StepDone)
	return component.Steps(s.env.Look, names, current, max(w-title-4, w/2))
}
