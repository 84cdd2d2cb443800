package transfer

import (
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// typed is what would be lost with the form. The account password is not worth a question.
type typed struct{ account, expected, amount, theirs, mine string }

func (s *realtime) typed() typed {
	t := typed{account: s.in.account.Value(), expected: s.in.expected.Value(), theirs: s.in.theirs.Value(), mine: s.in.mine.Value()}
	if !s.in.amount.Empty() {
		amount, _ := s.in.amount.Value() // one that is too large is zero here
		t.amount = amount.String()
	}
	return t
}

// Unsaved is what was typed that the form did not begin with, until the order is on its way.
func (s *realtime) Unsaved() *screen.Unsaved {
	switch s.stage {
	case opening, unopened, senderless, done, unknown:
		return nil
	case filling, picking, reviewing, unsigned, confirming, reading, refused:
	}
	switch {
	case s.work == paying, s.work == asking:
		return nil
	case s.typed() != s.began:
	case s.stage == picking:
		return s.known.Unsaved()
	default:
		return nil
	}
	return &screen.Unsaved{Text: func(c *text.Catalog) string { return c.Transfer.Care.LeaveText }}
}

// Unsaved is a new favourite that is being typed or named.
func (s *recipients) Unsaved() *screen.Unsaved {
	if s.page == adding && s.in.account.Value() != "" || s.page == naming && s.added {
		return &screen.Unsaved{}
	}
	return nil
}

// Unsaved is limits that were typed.
func (s *limits) Unsaved() *screen.Unsaved {
	if s.form == nil || s.form.Typed() < 2 {
		return nil
	}
	return &screen.Unsaved{}
}
