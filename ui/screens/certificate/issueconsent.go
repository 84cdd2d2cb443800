package certificate

import (
	"strconv"

	"smartbank/ui/component"
	"smartbank/ui/screen"
)

// fewDays is how short a reissued certificate may run before it is warned of: a
// reissue keeps the old expiry, which has surprised people with a single day.
const fewDays = 60

// viewConsent draws what an issue does, and what the customer agrees to.
func (s *issue) viewConsent(w, h int) screen.View {
	c, t := s.env.Text, s.env.Theme
	words := c.Certificate.Issue
	b := s.newBody(h)
	title := words.IssueTitle
	if s.plan.Reissue {
		title = words.ReissueTitle
	}
	b.Add(paragraph(title, w, t.Strong)...)
	b.Blank()
	s.drawConsequences(b, w)
	for i, note := range words.Consent {
		sign := strconv.Itoa(i+1) + ". "
		for _, line := range component.Wrap(note, max(component.Readable(w, widest)-2*len(margin)-len(sign), 1)) {
			b.Add(margin + sign + t.Base.Render(line))
			sign = "   "
		}
	}
	b.Blank()
	b.Add(paragraph(words.Agreeing, w, t.Muted)...)
	return s.viewUnread(b, w, h, words.Agree)
}

// drawConsequences adds what happens to the certificate that is here, and until when
// the new one runs.
func (s *issue) drawConsequences(b *component.Body, w int) {
	t, words := s.env.Theme, s.env.Text.Certificate.Issue
	if old := s.plan.Replaces; old != nil {
		b.Add(paragraph(words.Replaces(owner(*old), day(old.NotAfter)), w, t.Warn)...)
		b.Blank()
	} else if s.plan.Reissue {
		b.Add(paragraph(words.ReplacesElsewhere, w, t.Warn)...)
		b.Blank()
	}
	left := component.DaysUntil(s.env.Now, s.plan.NotAfter)
	switch {
	case !s.plan.Reissue:
		b.Add(paragraph(words.RunsUntil(day(s.plan.NotAfter)), w, t.Base)...)
	case left <= fewDays:
		b.Add(paragraph(words.KeepsExpiry(day(s.plan.NotAfter), left), w, t.Warn)...)
		b.Add(paragraph(words.FewDays, w, t.Advice)...)
	default:
		b.Add(paragraph(words.KeepsExpiry(day(s.plan.NotAfter), left), w, t.Strong)...)
	}
	b.Blank()
}
