package bank

import (
	"fmt"
	"time"

	"smartbank/bank/calendar"
)

// When is when a transfer is to be carried out. Zero is at once. At most one of
// DelayHours and On is set.
type When struct {
	DelayHours int           // MinDelayHours to MaxDelayHours after it was confirmed
	On         calendar.Date // at ScheduledHour in Seoul; tomorrow to a year from today
	Monthly    bool          // on that day of every month, from On on; on the last one of shorter months
}

// Rules of orders for later: at least three hours of delay, and cancelled until
// half an hour before, is what Korean banks' delayed transfer service does.
const (
	MinDelayHours = 3
	MaxDelayHours = 48
	ScheduledHour = 9 // in Seoul
	CancelBefore  = 30 * time.Minute

	farthestDays = 365
)

// Now reports whether the order is for now.
func (w When) Now() bool { return w == When{} }

// check refuses with CodeBadSchedule.
func (w When) check(now time.Time) error {
	today := calendar.DateOf(now)
	var none calendar.Date
	ok := true
	switch {
	case w.Now():
	case w.DelayHours != 0:
		ok = w.On == none && !w.Monthly && w.DelayHours >= MinDelayHours && w.DelayHours <= MaxDelayHours
	default:
		ok = w.On != none && w.On.After(today) && !w.On.After(today.AddDays(farthestDays))
	}
	if ok {
		return nil
	}
	return &RefusedError{Code: CodeBadSchedule, Day: today.AddDays(1)}
}

// due is when an order that was confirmed at a time is carried out for the nth time,
// from 0. Monthly orders wait for the next business day; others are carried out every day. No order is for the hours around
// midnight: it is carried out after them.
func (w When) due(confirmed time.Time, n int) time.Time {
	switch {
	case w.DelayHours != 0:
		return whenTaken(confirmed.Add(time.Duration(w.DelayHours) * time.Hour))
	case w.Monthly:
		return at9(calendar.NextBusiness(w.month(n)))
	}
	return at9(w.On)
}

// month is the day on which a monthly order falls for the nth time.
func (w When) month(n int) calendar.Date { return w.On.AddMonths(n) }

func at9(d calendar.Date) time.Time { return d.Start().Add(ScheduledHour * time.Hour).UTC() }

// document is what is signed of it, Korean and English; "" of an order for now.
func (w When) document() string {
	switch {
	case w.DelayHours != 0:
		return fmt.Sprintf("승인 %d시간 뒤 / %d hours after it is confirmed", w.DelayHours, w.DelayHours)
	case w.Monthly:
		return fmt.Sprintf("%s부터 매월 %d일 %d시 / every month on day %d from %s, %02d:00", w.On, w.On.Day, ScheduledHour, w.On.Day, w.On, ScheduledHour)
	case !w.Now():
		return fmt.Sprintf("%s %d시 / on %s, %02d:00", w.On, ScheduledHour, w.On, ScheduledHour)
	}
	return ""
}
