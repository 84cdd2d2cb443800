package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// entry is a business operation to be posted.
type entry struct {
	key         string // idempotency key
	requestHash [32]byte
	kind        string
	legs        []leg
	reverses    int64 // the entry whose money it brings back; 0 for none
	id          int64
}

// leg moves amount from the account debit to the account credit, both row ids.
type leg struct {
	debit, credit         int64
	amount                money.Amount
	debitMemo, creditMemo string
}

// post writes an entry and its legs. It is the only writer of money in a running
// bank beside [tx.write], and refuses with CodeInsufficientFunds and CodeAccountClosed what the
// floor and the leg's trigger refuse. After an error the transaction must not be committed.
func post(ctx context.Context, t *tx, e entry) (entryID int64, err error) {
	if len(e.legs) == 0 {
		return 0, errors.New("post: an entry has at least one leg")
	}
	if e.id, err = t.nextEntry(ctx); err != nil {
		return 0, err
	}
	reverses := sql.NullInt64{Int64: e.reverses, Valid: e.reverses != 0}
	_, err = t.ExecContext(ctx, query("insert_entry"),
		e.id, e.key, e.requestHash[:], e.kind, t.now.UnixMicro(), calendar.DateOf(t.now).Key(), reverses)
	if err != nil {
		return 0, fmt.Errorf("post: %w", err)
	}
	for _, l := range e.legs {
		_, err := t.ExecContext(ctx, query("insert_leg"), e.id, l.debit, l.credit,
			string(l.amount.Currency()), l.amount.Minor(), l.debitMemo, l.creditMemo)
		if err != nil {
			return 0, refusedLeg(ctx, t, l, err)
		}
	}
	return e.id, nil
}

// nextEntry is the number that follows the newest entry's.
func (t *tx) nextEntry(ctx context.Context) (id int64, err error) {
	if err := t.QueryRowContext(ctx, query("newest_entry_id")).Scan(&id); err != nil {
		return 0, fmt.Errorf("post: %w", err)
	}
	return id + 1, nil
}

// refusedLeg turns what a constraint said about a leg into a refusal, where the
// customer can do something about it.
func refusedLeg(ctx context.Context, t *tx, l leg, cause error) error {
	switch {
	case violates(cause, "account_floor"):
		debited, err := accountState(ctx, t, l.debit)
		if err != nil {
			return err
		}
		return &RefusedError{
			Code: CodeInsufficientFunds, Account: debited.number, Amount: l.amount,
			Available: money.New(debited.available, l.amount.Currency()),
		}
	case violates(cause, "account not open"):
		for _, id := range []int64{l.debit, l.credit} {
			named, err := accountState(ctx, t, id)
			if err != nil {
				return err
			}
			if named.status != AccountOpen {
				return &RefusedError{Code: CodeAccountClosed, Account: named.number}
			}
		}
	}
	return fmt.Errorf("post: %w", cause)
}

// state is what a refusal tells about an account.
type state struct {
	number    string
	status    AccountStatus
	available int64 // above its floor and its holds
}

func accountState(ctx context.Context, t *tx, id int64) (state, error) {
	var s state
	err := t.QueryRowContext(ctx, query("account_state"), id).Scan(&s.number, &s.status, &s.available)
	if err != nil {
		return state{}, fmt.Errorf("post: %w", err)
	}
	return s, nil
}

// violates reports whether err is the refusal of a constraint, or a trigger, of
// that name.
func violates(err error, constraint string) bool {
	e, ok := errors.AsType[*sqlite.Error](err)
	return ok && e.Code()&0xff == sqlite3.SQLITE_CONSTRAINT && strings.Contains(e.Error(), constraint)
}

// reference is what customers call an entry: its business day and number, such as
// 20261105-0000123. It grows a digit when seven are not enough.
func reference(businessDay int, entryID int64) string {
	return fmt.Sprintf("%08d-%07d", businessDay, entryID)
}
