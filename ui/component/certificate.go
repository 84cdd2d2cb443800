package component

import (
	"math"
	"time"

	"smartbank/bank/calendar"
	"smartbank/ui/center"
	"smartbank/ui/theme"
)

// CertificateState is the state of a certificate in words, with a sign that says the
// same without colour.
func CertificateState(l Look, e center.Entry, now time.Time) (words string, style theme.Style) {
	t, sign := l.Theme, func(s string) string { return s + " " }
	if l.Heard() {
		sign = func(string) string { return "" }
	}
	words = l.Text.Certificate.List.States[e.State]
	switch e.State {
	case center.Valid:
		return sign(t.Glyphs.Check) + words, t.Good
	case center.Expiring:
		return sign("!") + l.Text.Certificate.List.ExpiringIn(DaysUntil(now, e.NotAfter)), t.Warn
	case center.Unregistered:
		return sign("?") + words, t.Warn
	default:
		return sign(t.Glyphs.Cross) + words, t.Problem
	}
}

// CertificateName is a certificate in one line: owner, issuer, expiry and state.
func CertificateName(l Look, e center.Entry, now time.Time) string {
	state, _ := CertificateState(l, e, now)
	return Clean(e.Subject.Owner()) + " " + Clean(e.Issuer.Value("o")) + " " + calendar.DateOf(e.NotAfter).String() + " " + state
}

// DaysUntil is how many days in Seoul t is after now; 0 on the same day.
func DaysUntil(now, t time.Time) int {
	from, to := calendar.DateOf(now).Start(), calendar.DateOf(t).Start()
	return int(math.Round(to.Sub(from).Hours() / 24))
}
