package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
)

// MaxTries is how many wrong passwords in a row lock a sign-in, an account
// password or a security medium. The regulation on electronic financial
// supervision allows at most five.
const MaxTries = 5

// lock is one of the things that wrong answers in a row lock, and how the
// customer is told. The wrong answer that locks is answered with locked already.
type lock struct {
	subject       string // in the table failure
	wrong, locked Code
	about         RefusedError // what both refusals say besides
}

// signInLock counts for what was typed, whether a customer has that ID or not, so
// that the answer does not tell.
func signInLock(login string) lock {
	return lock{subject: "login:" + canonicalLogin(login), wrong: CodeWrongSignIn, locked: CodeSignInLocked}
}

func accountLock(n AccountNumber) lock {
	return lock{
		subject: "account:" + string(n), wrong: CodeWrongPIN, locked: CodePINLocked,
		about: RefusedError{Account: string(n)},
	}
}

func mediumLock(who customer) lock {
	return lock{
		subject: "medium:" + strconv.FormatInt(int64(who.id), 10), wrong: CodeWrongFactor, locked: CodeFactorLocked,
		about: RefusedError{Medium: who.medium},
	}
}

// refusal is l's answer after so many wrong ones.
func (l lock) refusal(tries int) error {
	refused := l.about
	refused.Code, refused.Tries, refused.Max = l.wrong, tries, MaxTries
	if tries >= MaxTries {
		refused.Code = l.locked
	}
	return &refused
}

// unlocked is nil unless l is locked.
func (t *tx) unlocked(ctx context.Context, l lock) error {
	_, err := t.failures(ctx, l)
	return err
}

// failures is how many wrong answers there were since the last right one. It
// refuses if l is locked.
func (t *tx) failures(ctx context.Context, l lock) (tries int, err error) {
	err = t.QueryRowContext(ctx, query("failure_tries"), l.subject).Scan(&tries)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return 0, nil
	case err != nil:
		return 0, fmt.Errorf("read failures: %w", err)
	}
	return tries, l.open(tries)
}

// open refuses if so many wrong answers lock l.
func (l lock) open(tries int) error {
	if tries >= MaxTries {
		return l.refusal(tries)
	}
	return nil
}

// tried refuses if l is locked, whatever the answer; counts a wrong answer and
// refuses; and forgets the wrong ones after a right one.
func (t *tx) tried(ctx context.Context, l lock, right bool) error {
	tries, err := t.failures(ctx, l)
	if err != nil {
		return err
	}
	return t.triedAfter(ctx, l, tries, right)
}

// triedAfter is tried after so many wrong answers, which were read already.
func (t *tx) triedAfter(ctx context.Context, l lock, tries int, right bool) error {
	switch err := l.open(tries); {
	case err != nil:
		return err
	case right && tries == 0:
		return nil
	case right:
		if _, err := t.ExecContext(ctx, query("failure_clear"), l.subject); err != nil {
			return fmt.Errorf("clear failures: %w", err)
		}
		return nil
	}
	err := t.QueryRowContext(ctx, query("failure_count"), l.subject, t.now.UnixMicro()).Scan(&tries)
	if err != nil {
		return fmt.Errorf("count a failure: %w", err)
	}
	return l.refusal(tries)
}
