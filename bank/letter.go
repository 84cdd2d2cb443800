package bank

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// PostLetter leaves the n-th letter of an end, from 0, at most 64 KiB. Posting the
// same one again is no error, another one in its place is a fault. It is refused with CodeReadOnly, CodeNoNumber for a
// mailbox that is not the customer's, and CodeNumberBurnt.
func (b *Bank) PostLetter(ctx context.Context, c Caller, id string, from End, n int, letter []byte) error {
	return b.answer(ctx, "post letter", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		m, err := t.number(ctx, "mailbox_by_id", id, c.Customer)
		if err != nil {
			return err
		}
		if _, err := t.open(ctx, m); err != nil {
			return err
		}
		switch posted, found, err := t.letter(ctx, id, from, n); {
		case err != nil:
			return err
		case found && bytes.Equal(posted, letter):
			return nil
		case found:
			return fmt.Errorf("letter %d was posted before, and another one", n)
		}
		_, err = t.ExecContext(ctx, query("letter_keep"), id, from, n, letter)
		return during("keep a letter", err)
	})
}

// ReadLetter reads the n-th letter that an end left; found is false while there is
// none. It is refused with CodeReadOnly, CodeNoNumber and CodeNumberBurnt, also when the mailbox's time is over.
func (b *Bank) ReadLetter(ctx context.Context, c Caller, id string, from End, n int) (letter []byte, found bool, err error) {
	err = b.lookup(ctx, c, "read letter", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		m, err := t.number(ctx, "mailbox_by_id", id, c.Customer)
		switch {
		case err != nil:
			return err
		case m.burnt:
			return m.refusal()
		case !t.now.Before(m.Until): // the next who writes will burn it
			m.reason = burntOutOfTime
			return m.refusal()
		}
		letter, found, err = t.letter(ctx, id, from, n)
		return err
	})
	if err != nil {
		return nil, false, err
	}
	return letter, found, nil
}

func (t *tx) letter(ctx context.Context, id string, from End, n int) (body []byte, found bool, err error) {
	err = t.QueryRowContext(ctx, query("letter_read"), id, from, n).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	return body, err == nil, during("read a letter", err)
}
