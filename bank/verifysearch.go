package bank

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
)

// indexedMemo is the memo at a position of an account.
type indexedMemo struct {
	seq  int64
	text string
}

func scanMemo(rows *sql.Rows) (m indexedMemo, err error) {
	err = rows.Scan(&m.seq, &m.text)
	return m, err
}

// gramUse is how many memos have a gram, and a sum that depends on which.
type gramUse struct{ memos, sum int64 }

// gramPrime is what row ids are divided by for the sum, as gram_sum.sql does.
const gramPrime = 1_000_000_007

// verifySearch makes sure that a search of indexed memos misses none. It
// asks the index for every gram that they have.
func verifySearch(ctx context.Context, began *work) (difference string, err error) {
	wanted, difference, err := usedGrams(ctx, began)
	if err != nil || difference != "" {
		return difference, err
	}
	for _, one := range slices.Sorted(maps.Keys(wanted)) {
		var found gramUse
		if err := began.QueryRowContext(ctx, query("gram_sum"), matching([]string{one})).Scan(&found.memos, &found.sum); err != nil {
			return "", fmt.Errorf("verify search: %w", err)
		}
		if found != wanted[one] {
			return fmt.Sprintf("the search index has %d memos with %q, and should have %d", found.memos, one, wanted[one].memos), nil
		}
	}
	return "", nil
}

// usedGrams are the grams of all memos that are said to be indexed.
func usedGrams(ctx context.Context, began *work) (wanted map[string]gramUse, difference string, err error) {
	rows, err := began.QueryContext(ctx, query("memo_reach_list"))
	if err != nil {
		return nil, "", err
	}
	defer rows.Close() //nolint:errcheck // the error of reading is rows.Err
	wanted = map[string]gramUse{}
	for rows.Next() {
		var (
			account, reach, end int64
			number              string
		)
		if err := rows.Scan(&account, &reach, &end, &number); err != nil {
			return nil, "", err
		}
		if reach > end {
			return nil, fmt.Sprintf("account %s: the search index has more memos than there are", number), nil
		}
		if err := addGrams(ctx, began, account, reach, wanted); err != nil {
			return nil, "", err
		}
	}
	return wanted, "", rows.Err()
}

// addGrams adds the grams of an account's memos up to a position.
func addGrams(ctx context.Context, began *work, account, reach int64, wanted map[string]gramUse) error {
	rows, err := began.QueryContext(ctx, query("memo_tail"), account, 0, reach)
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // the error of reading is rows.Err
	for rows.Next() {
		m, err := scanMemo(rows)
		if err != nil {
			return err
		}
		for _, one := range memoGrams(folded(m.text)) {
			use := wanted[one]
			wanted[one] = gramUse{use.memos + 1, use.sum + (account<<32+m.seq)%gramPrime}
		}
	}
	return rows.Err()
}
