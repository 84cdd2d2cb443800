package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// quickChecks are the checks that a bank of ten thousand accounts passes in less
// than a tenth of a second.
var quickChecks = []string{"verify_currency", "verify_floor", "check_balance"}

// Check asks what can be asked at every start, without reading the whole books:
// that all balances of a currency add up to nothing, that each balance is what the last posting left, and that no account
// is below its floor. Books that disagree are not an error but a Report with a Difference. Its counts are zero.
func (b *Bank) Check(ctx context.Context) (Report, error) {
	if ctx.Value(inside{}) != nil {
		return Report{}, errNested
	}
	began, err := b.r.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return Report{}, fault(b.path, "check", err)
	}
	defer began.Rollback() //nolint:errcheck // it only reads
	var r Report
	for _, check := range quickChecks {
		err := began.QueryRowContext(ctx, query(check)).Scan(&r.Difference)
		if err == nil {
			return r, nil
		}
		if !errors.Is(err, sql.ErrNoRows) {
			return Report{}, fault(b.path, "check", fmt.Errorf("%s: %w", check, err))
		}
	}
	return r, nil
}

// Elsewhere is a number that is another one after another process, or another
// Bank, has written to the file. What this bank writes does not change it. In memory it is always the same.
func (b *Bank) Elsewhere(ctx context.Context) (int64, error) {
	if b.path == "" {
		return 0, nil
	}
	var version int64
	if err := b.w.QueryRowContext(ctx, "PRAGMA data_version").Scan(&version); err != nil {
		return 0, fault(b.path, "look for other writers", err)
	}
	return version, nil
}
