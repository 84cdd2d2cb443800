package bank

import "smartbank/bank/calendar"

// The bounds of a history query.
const (
	HistoryMonths = 12 // at most so many months in one query
	HistoryYears  = 5  // and so far back
)

// checkPeriod refuses a period that nobody may ask for: CodePeriodReversed,
// CodePeriodFuture, CodePeriodTooOld and CodePeriodTooLong. Day is the latest or earliest day that would do.
func checkPeriod(from, to, today calendar.Date) error {
	oldest, longest := today.AddMonths(-12*HistoryYears), from.AddMonths(HistoryMonths)
	switch {
	case from.After(to):
		return &RefusedError{Code: CodePeriodReversed, Day: to}
	case to.After(today):
		return &RefusedError{Code: CodePeriodFuture, Day: today}
	case from.Before(oldest):
		return &RefusedError{Code: CodePeriodTooOld, Day: oldest}
	case to.After(longest):
		return &RefusedError{Code: CodePeriodTooLong, Day: longest}
	}
	return nil
}
