package transfer

import (
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
)

// View draws the page.
func (s *realtime) View(w, h int) screen.View {
	var v screen.View
	current := 0
	switch s.stage {
	case filling:
		v, current = s.viewForm(w, h), s.formStep()
	case picking:
		v, current = s.known.View(w, h), 1
	case reviewing:
		v, current = s.viewReview(w, h), 2
	case unsigned:
		v, current = s.viewUnsigned(w, h), 3
	case confirming:
		v, current = s.viewConfirm(w, h), 3
	case reading:
		v, current = s.sign.View(w, h), 4
	case done:
		v, current = s.viewDone(w, h), 5
	case refused:
		v, current = s.viewRefused(w, h), 4
	case unknown:
		v, current = s.viewUnknown(w, h), 4
	case opening, unopened, senderless:
		v = s.viewMessage(w)
	}
	if s.work != idle { // nothing can be typed, and no key but those of the frame does anything
		v.Cursor, v.Keys = nil, []keymap.Hint{keymap.AllMenus.Hint(s.env.Text), keymap.Language.Hint(s.env.Text)}
	}
	v.Steps = s.steps(current, w)
	return v
}

// steps draws how far the order is, in the room that the title leaves.
func (s *realtime) steps(current, w int) string {
	c := s.env.Text
	title := component.Cells(c.Menu.Transfer + " › " + c.Menu.Realtime)
	names := []string{c.Transfer.StepFrom, c.Transfer.StepTo, c.Transfer.StepCheck, c.Transfer.StepConfirm, c.Certificate.Sign.Step, c.Transfer.StepDone}
	return component.Steps(s.env.Look, names, current, max(w-title-3, w/2))
}
