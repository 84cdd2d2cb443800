package bank

import (
	"strings"
	"time"

	"smartbank/bank/calendar"
)

// The simulated banks abroad. What becomes of a remittance follows from the last
// three characters of the recipient's account, of a money order from those of the recipient's telephone, so that a tester can
// provoke each end. With any other ending it arrives.

// RemittanceEnding is what an ending provokes.
type RemittanceEnding struct {
	Ending string
	Kind   RemittanceKind // "" for both
	Reason string         // ISO 20022 ExternalReturnReason1Code; "" where nothing comes back
}

// The endings that do something other than to send money back.
const (
	endingHeld        = "920" // the review takes to the next business day
	endingKept        = "940" // requests are turned down
	endingUncollected = "950" // a money order nobody collects
)

// RemittanceEndings are the endings that provoke something.
func RemittanceEndings() []RemittanceEnding {
	return []RemittanceEnding{
		{"901", "", "AC01"}, // incorrect account number, or an address that there is not
		{"904", "", "AC04"}, // closed account
		{"906", "", "AC06"}, // blocked account
		{"909", "", "AG01"}, // transaction forbidden
		{"912", "", "BE01"}, // the name is not that of the account
		{"915", "", "RR04"}, // regulatory reason
		{endingHeld, SWIFT, ""},
		{endingKept, "", ""},
		{endingUncollected, Eurogiro, ""},
	}
}

// ending is what the recipient's account, or telephone, ends in.
func (o RemittanceOrder) ending() string {
	s := o.account()
	if o.Kind == Eurogiro && o.Giro.Kind == ToAddress {
		s = o.Giro.Phone
	}
	return s[max(0, len(s)-3):]
}

// returnReason is why a remittance comes back; "" if it does not.
func (o RemittanceOrder) returnReason() string {
	for _, e := range RemittanceEndings() {
		if e.Ending == o.ending() {
			return e.Reason
		}
	}
	return ""
}

// step is where a remittance stands: its newest step, and when that was.
type step struct {
	n      int
	status RemittanceStatus
	at     time.Time
}

// How long things take abroad and here.
const (
	reviewAfter = time.Minute
	sendAfter   = 5 * time.Minute
	creditAfter = 2 * time.Hour
	answerAfter = 10 * time.Minute
)

// next is what becomes of a remittance after a step, and when; "" if it is at its
// end. before is where it stood when a request was made.
func (o RemittanceOrder) next(s step, before RemittanceStatus) (status RemittanceStatus, at time.Time) {
	switch s.status {
	case RemittanceReceived:
		return RemittanceUnderReview, s.at.Add(reviewAfter)
	case RemittanceUnderReview:
		if o.ending() == endingHeld {
			return RemittanceSent, businessAt(s.at, 1, 10*time.Hour)
		}
		return RemittanceSent, whenOpen(s.at).Add(sendAfter)
	case RemittanceAccepted:
		return RemittanceSent, whenOpen(s.at).Add(sendAfter)
	case RemittanceSent:
		return o.arrives(s.at)
	case RemittanceReady:
		if rules, _ := GiroRules(o.Giro.Country); o.ending() == endingUncollected {
			return RemittanceExpired, s.at.Add(rules.payOut())
		}
		return RemittancePaid, businessAt(s.at, 1, 14*time.Hour)
	case AmendmentRequested:
		return before, s.at.Add(answerAfter)
	case CancellationRequested:
		if o.ending() == endingKept {
			return before, s.at.Add(answerAfter)
		}
		return RemittanceCancelled, s.at.Add(answerAfter)
	case RemittanceCredited, RemittancePaid, RemittanceReturned, RemittanceExpired, RemittanceCancelled: // the end
	}
	return "", time.Time{}
}

// arrives is what becomes of a remittance that was sent.
func (o RemittanceOrder) arrives(sent time.Time) (status RemittanceStatus, at time.Time) {
	back := o.returnReason() != ""
	if o.Kind == SWIFT {
		if back {
			return RemittanceReturned, businessAt(sent, 1, 11*time.Hour)
		}
		return RemittanceCredited, sent.Add(creditAfter)
	}
	rules, _ := GiroRules(o.Giro.Country)
	switch {
	case back:
		return RemittanceReturned, businessAt(sent, rules.Latest, 10*time.Hour)
	case o.Giro.Kind == ToAccount:
		return RemittanceCredited, businessAt(sent, rules.FirstDay, 10*time.Hour)
	}
	return RemittanceReady, businessAt(sent, rules.FirstDay, 10*time.Hour)
}

// whenOpen is the first moment from at on when the exchange is open.
func whenOpen(at time.Time) time.Time {
	if closed, opens := closedSince(at); !closed.IsZero() {
		return opens
	}
	return at
}

// businessAt is an hour of the day that is so many business days after a time.
func businessAt(after time.Time, days int, hour time.Duration) time.Time {
	day := calendar.DateOf(after)
	for range days {
		day = calendar.NextBusiness(day.AddDays(1))
	}
	return day.Start().Add(hour)
}

// Back reports whether the money was booked back, and does not count for the year.
func (s RemittanceStatus) Back() bool {
	return s == RemittanceReturned || s == RemittanceExpired || s == RemittanceCancelled
}

// requested reports whether a request waits for its answer.
func (s RemittanceStatus) requested() bool { return strings.HasSuffix(string(s), "-requested") }

// unsent reports whether nothing has left the bank yet.
func (s RemittanceStatus) unsent() bool {
	return s == RemittanceReceived || s == RemittanceUnderReview || s == RemittanceAccepted
}
