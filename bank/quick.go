package bank

import (
	"context"
	"database/sql"
	"fmt"
)

// quickChecks are the checks that a bank of ten thousand accounts passes in less
// than a tenth of a second.
var quickChecks = []string{"verify_currency", "verify_floor", "check_balance"}

// sealsChecked is how many of the newest seals are computed again at a start.
const sealsChecked = 4

// Check asks what can be asked at every start, without reading the whole books:
// that all balances of a currency add up to nothing, that each balance is what the last posting left, that no account
// is below its floor, and that the newest seals hold. Books that disagree are not an error but a Report with a
// Difference. Its counts are zero.
func (b *Bank) Check(ctx context.Context) (r Report, err error) {
	if ctx.Value(inside{}) != nil {
		return Report{}, errNested
	}
	began, err := b.beginRead(ctx)
	if err != nil {
		return Report{}, fault(b.path, "check", err)
	}
	defer began.Rollback() //nolint:errcheck // it only reads
	for _, check := range quickChecks {
		if r.Difference, err = ask(ctx, began, check); err != nil {
			return Report{}, fault(b.path, "check", err)
		}
		if r.Difference != "" {
			return r, nil
		}
	}
	newest, _, err := newestSeal(ctx, began, b.id)
	if err != nil {
		return Report{}, fault(b.path, "check", err)
	}
	var head sealRow
	r.Difference, head, err = verifyChain(ctx, began, b.id, max(1, newest.id-sealsChecked+1), func(int64) {})
	if err != nil {
		return Report{}, fault(b.path, "check", fmt.Errorf("seals: %w", err))
	}
	r.Head = head.text()
	return r, nil
}

// Elsewhere is a number that is another one after another process, or another
// Bank, has written to the file. What this bank writes does not change it. In memory it is always the same.
func (b *Bank) Elsewhere(ctx context.Context) (int64, error) {
	if b.path == "" {
		return 0, nil
	}
	b.files.RLock()
	defer b.files.RUnlock()
	var version int64
	err := b.w.lend(ctx, func(c *sql.Conn) error { return c.QueryRowContext(ctx, "PRAGMA data_version").Scan(&version) })
	if err != nil {
		return 0, fault(b.path, "look for other writers", err)
	}
	return b.opened<<32 + version, nil // a connection opened again counts from the start
}
