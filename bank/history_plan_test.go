package bank_test

import (
	"context"
	"strings"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

// Deposits and withdrawals are looked for in indexes of their own: without them a
// query for the only withdrawal among a million deposits reads them all. The benchmark shows how long that takes, this
// that SQLite does so.
func TestOneDirectionIsFoundWithoutReadingTheOther(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	for _, name := range []string{"history_newest_first", "history_oldest_first", "memo_newest_first", "memo_oldest_first"} {
		text, err := bank.Statements.ReadFile("sql/" + name + ".sql")
		if err != nil {
			t.Fatal(err)
		}
		var plan strings.Builder
		err = w.Read(t.Context(), func(ctx context.Context, tx bank.Tx) error {
			args := []any{1, 1, 9, 1}
			if strings.HasPrefix(name, "history") {
				args = append(args, 25, "071")
			}
			rows, err := tx.QueryContext(ctx, "EXPLAIN QUERY PLAN "+string(text), args...)
			if err != nil {
				return err
			}
			defer rows.Close()
			for rows.Next() {
				var id, parent, unused int
				var step string
				if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
					return err
				}
				plan.WriteString(step + "\n")
			}
			return rows.Err()
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, wanted := range []string{"COVERING INDEX posting_in ", "COVERING INDEX posting_out "} {
			if !strings.Contains(plan.String(), wanted) {
				t.Errorf("%s does not ask %s:\n%s", name, wanted, plan.String())
			}
		}
	}
}
