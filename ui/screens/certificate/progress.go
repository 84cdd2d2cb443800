package certificate

import (
	"slices"
	"sync/atomic"

	"smartbank/ui/center"
	"smartbank/ui/component"
)

// steps are what is done while a certificate is issued or renewed, in order.
var steps = []center.Step{center.MakingKey, center.Requesting, center.Checking, center.Storing, center.Registering}

// progress is how far that is. The center tells it from where it works, and the
// screen draws it: both may happen at once.
type progress struct{ at atomic.Int32 }

// reach notes that a step has begun.
func (p *progress) reach(s center.Step) {
	if i := slices.Index(steps, s); i >= 0 {
		p.at.Store(int32(i)) //nolint:gosec // one of five
	}
}

// draw adds the steps to a page.
func (p *progress) draw(l component.Look, b *component.Body) {
	at := int(p.at.Load())
	for i, s := range steps {
		words, t := l.Text.Certificate.Issue.Steps[s], l.Theme
		switch {
		case i > at && l.Heard(): // each is said when it begins

		case i < at:
			b.Add(margin + t.Good.Render(t.Glyphs.Check) + " " + t.Base.Render(words))
		case i == at:
			b.Add(margin + t.Accent.Render(t.Glyphs.StepDone) + " " + t.Strong.Render(words))
		default:
			b.Add(margin + t.Muted.Render(t.Glyphs.Step+" "+words))
		}
	}
}
