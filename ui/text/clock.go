package text

import (
	"strconv"
	"time"

	"smartbank/bank/calendar"
)

// Clock writes a duration as minutes and seconds, 9:41. Parts of a second count
// as a whole one, so that a countdown reaches 0:00 only at its end.
func Clock(d time.Duration) string {
	s := max(int((d+time.Second-1)/time.Second), 0)
	return strconv.Itoa(s/60) + ":" + pad2(s%60)
}

// DateTime writes a time in Seoul as 2026-11-05 14:03; "" for the zero time.
func DateTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(calendar.Seoul).Format("2006-01-02 15:04")
}

// DateTimeSeconds is DateTime with seconds, for receipts.
func DateTimeSeconds(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(calendar.Seoul).Format("2006-01-02 15:04:05")
}

func pad2(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

func itoa(n int) string { return strconv.Itoa(n) }
