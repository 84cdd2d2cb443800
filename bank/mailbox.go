package bank

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"time"
)

// Mailbox is where two devices of a customer leave letters for each other while
// a certificate is copied. The bank cannot read them.
type Mailbox struct {
	ID    string    // 32 hexadecimal digits; only who opened or claimed it knows it
	Plate string    // four digits: the public part of the number that a customer types
	Until time.Time // when it is burnt by itself
}

// End is one of the two ends of a mailbox.
type End string

// The ends: the device that shows the number, and the one where it is typed.
const (
	SendingEnd   End = "sender"
	ReceivingEnd End = "receiver"
)

// How long a number is good: until somebody types it, and from then on until all
// is copied. After tooManyBurnt burnt numbers within burntWindow there are no new ones.
const (
	mailboxLife  = 3 * time.Minute
	tooManyBurnt = 3
	burntWindow  = time.Hour
)

// The reasons that the bank itself burns a mailbox for, and those that do not count
// as a failed try. Others are what the devices say.
const (
	burntCrowded   = "crowded"
	burntOutOfTime = "out of time"
	burntCancelled = "cancelled"
)

// mailbox is a row of the table.
type mailbox struct {
	Mailbox

	customer CustomerID
	opened   time.Time
	claimed  bool
	burnt    bool
	by       End
	reason   string
}

// notBefore is a time at which something happens to the mailbox: the clocks of two
// devices may differ a little, and nothing happens before it was opened.
func (m mailbox) notBefore(now time.Time) time.Time {
	if now.Before(m.opened) {
		return m.opened
	}
	return now
}

// refusal is why a burnt mailbox can no longer be used: Reason says so in the
// devices' words, and Name which end burnt it.
func (m mailbox) refusal() error {
	return &RefusedError{Code: CodeNumberBurnt, Reason: m.reason, Name: string(m.by)}
}

// OpenMailbox opens a mailbox for a device that will show a number. The customer's
// number before, if any is left, is burnt. It is refused with CodeReadOnly and CodeNumbersBurnt, where At is when there are numbers again.
func (b *Bank) OpenMailbox(ctx context.Context, c Caller) (Mailbox, error) {
	var opened Mailbox
	err := b.answer(ctx, "open mailbox", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		if err := t.tidyMailboxes(ctx, c.Customer, burntCancelled); err != nil {
			return err
		}
		if err := t.numbersLeft(ctx, c.Customer); err != nil {
			return err
		}
		var err error
		opened, err = t.openMailbox(ctx, c.Customer)
		return err
	})
	if err != nil {
		return Mailbox{}, err
	}
	return opened, nil
}

func (t *tx) openMailbox(ctx context.Context, who CustomerID) (Mailbox, error) {
	var chance [16 + 2]byte
	for {
		if _, err := io.ReadFull(t.bank.opt.Rand, chance[:]); err != nil {
			return Mailbox{}, fmt.Errorf("name a mailbox: %w", err)
		}
		if n := int(chance[16])<<8 | int(chance[17]); n < 60_000 { // six times 10,000, so that every plate is as likely
			m := Mailbox{ID: hex.EncodeToString(chance[:16]), Plate: fmt.Sprintf("%04d", n%10_000), Until: t.now.Add(mailboxLife)}
			_, err := t.ExecContext(ctx, query("mailbox_open"), m.ID, m.Plate, who, t.now.UnixMicro(), m.Until.UnixMicro())
			if err != nil {
				return Mailbox{}, fmt.Errorf("open a mailbox: %w", err)
			}
			return m, nil
		}
	}
}

// ClaimMailbox gives the other device the mailbox of that plate, once: a second
// claim burns it. It is refused with CodeReadOnly, CodeNoNumber where the customer has no such number, CodeNumbersBurnt, and CodeNumberBurnt.
func (b *Bank) ClaimMailbox(ctx context.Context, c Caller, plate string) (Mailbox, error) {
	var claimed Mailbox
	err := b.answer(ctx, "claim mailbox", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		if err := t.numbersLeft(ctx, c.Customer); err != nil {
			return err
		}
		m, err := t.number(ctx, "mailbox_by_plate", c.Customer, plate)
		if err != nil {
			return err
		}
		if m, err = t.open(ctx, m); err != nil {
			return err
		}
		if m.claimed {
			return t.burn(ctx, m, "", burntCrowded)
		}
		at := m.notBefore(t.now)
		m.Until = at.Add(mailboxLife)
		claimed = m.Mailbox
		_, err = t.ExecContext(ctx, query("mailbox_claim"), m.ID, at.UnixMicro(), m.Until.UnixMicro())
		return during("claim a mailbox", err)
	})
	if err != nil {
		return Mailbox{}, err
	}
	return claimed, nil
}

// BurnMailbox ends a mailbox for both ends, for a reason of at most 32 letters, and
// removes its letters. Burning again is no error, and changes nothing.
func (b *Bank) BurnMailbox(ctx context.Context, c Caller, id string, by End, reason string) error {
	return b.answer(ctx, "burn mailbox", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		m, err := t.number(ctx, "mailbox_by_id", id, c.Customer)
		if err != nil || m.burnt {
			return err
		}
		if refused := t.burn(ctx, m, by, reason); RefusalCode(refused) == "" {
			return refused
		}
		return nil
	})
}

// burn burns a mailbox and returns the refusal that says so, or the error that
// kept it from burning.
func (t *tx) burn(ctx context.Context, m mailbox, by End, reason string) error {
	if _, err := t.ExecContext(ctx, query("mailbox_burn"), m.ID, m.notBefore(t.now).UnixMicro(), by, reason); err != nil {
		return fmt.Errorf("burn a mailbox: %w", err)
	}
	m.burnt, m.by, m.reason = true, by, reason
	return m.refusal()
}

// open is the mailbox if it can still be used. One whose time is over is burnt.
func (t *tx) open(ctx context.Context, m mailbox) (mailbox, error) {
	switch {
	case m.burnt:
		return mailbox{}, m.refusal()
	case !t.now.Before(m.Until):
		return mailbox{}, t.burn(ctx, m, "", burntOutOfTime)
	}
	return m, nil
}

// tidyMailboxes burns the number that a customer still has, and forgets those that
// no longer count.
func (t *tx) tidyMailboxes(ctx context.Context, who CustomerID, reason string) error {
	m, err := t.mailbox(ctx, "mailbox_open_one", who)
	switch {
	case errors.Is(err, sql.ErrNoRows):
	case err != nil:
		return err
	default:
		if !t.now.Before(m.Until) {
			reason = burntOutOfTime
		}
		if refused := t.burn(ctx, m, "", reason); RefusalCode(refused) == "" {
			return refused
		}
	}
	_, err = t.ExecContext(ctx, query("mailbox_forget"), who, t.now.Add(-burntWindow).UnixMicro())
	return during("forget mailboxes", err)
}

// numbersLeft refuses with CodeNumbersBurnt.
func (t *tx) numbersLeft(ctx context.Context, who CustomerID) error {
	burnt, err := collect(ctx, t, func(rows *sql.Rows) (at int64, err error) { return at, rows.Scan(&at) },
		"mailbox_burnt", who, t.now.Add(-burntWindow).UnixMicro())
	if err != nil {
		return fmt.Errorf("count burnt numbers: %w", err)
	}
	if len(burnt) < tooManyBurnt {
		return nil
	}
	return &RefusedError{Code: CodeNumbersBurnt, Max: tooManyBurnt, At: instant(burnt[tooManyBurnt-1]).Add(burntWindow)}
}

// number reads the mailbox that a device asks for. It is refused with CodeNoNumber if
// the customer has none such.
func (t *tx) number(ctx context.Context, statement string, args ...any) (mailbox, error) {
	m, err := t.mailbox(ctx, statement, args...)
	if errors.Is(err, sql.ErrNoRows) {
		return mailbox{}, &RefusedError{Code: CodeNoNumber}
	}
	return m, err
}

// mailbox reads one; sql.ErrNoRows if there is none.
func (t *tx) mailbox(ctx context.Context, statement string, args ...any) (mailbox, error) {
	var (
		m              mailbox
		opened, until  int64
		claimed, burnt sql.NullInt64
		by, reason     sql.NullString
	)
	err := t.QueryRowContext(ctx, query(statement), args...).Scan(
		&m.ID, &m.Plate, &m.customer, &opened, &until, &claimed, &burnt, &by, &reason)
	if err != nil {
		return mailbox{}, fmt.Errorf("read a mailbox: %w", err)
	}
	m.opened, m.Until = instant(opened), instant(until)
	m.claimed, m.burnt, m.by, m.reason = claimed.Valid, burnt.Valid, End(by.String), reason.String
	return m, nil
}
