package bank

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// FileAhead is the reason for a bank whose newest entry is more than a day ahead of
// the clock. Either the clock is wrong, and orders would be booked on the wrong days; or it was wrong then.
const FileAhead FileReason = "ahead"

// mostAhead is how far the books may be ahead of the clock: a clock that is set
// back by less is followed again once it has caught up.
const mostAhead = 24 * time.Hour

// newestEntry is when the newest entry was booked, or the newest act kept, in unix
// microseconds; 0 if there is none.
func newestEntry(ctx context.Context, began rower) (at int64, err error) {
	var newest sql.NullInt64
	err = began.QueryRowContext(ctx, query("newest_entry")).Scan(&newest)
	return newest.Int64, err
}

// rower is a database or a transaction of one.
type rower interface {
	QueryRowContext(ctx context.Context, text string, args ...any) *sql.Row
}

// ledgerTime is the time of an order: the clock's, but later than what was booked
// before, so that a clock set back cannot reorder the books. It is in UTC and whole microseconds, as the books have it.
func (b *Bank) ledgerTime(newest int64) time.Time {
	return time.UnixMicro(max(b.opt.Now().UnixMicro(), newest+1)).UTC()
}

// checkClock refuses books in a file that are ahead of the clock.
func (b *Bank) checkClock(ctx context.Context, began rower) error {
	if b.path == "" {
		return nil
	}
	newest, err := newestEntry(ctx, began)
	if err != nil {
		return fmt.Errorf("read the newest entry: %w", err)
	}
	if ahead := time.UnixMicro(newest).Sub(b.opt.Now()); ahead > mostAhead {
		return &FileError{Path: b.path, Reason: FileAhead, Err: fmt.Errorf("its newest entry is %s ahead of the clock", ahead.Round(time.Minute))}
	}
	return nil
}
