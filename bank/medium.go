package bank

import (
	"context"
	"crypto/hmac"
	"crypto/sha1" //nolint:gosec // RFC 6238 tokens are HMAC-SHA-1, which SHA-1's collisions do not weaken
	"crypto/sha256"
	"crypto/subtle"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"time"
)

// CardCells is the number of cells on a security card.
const CardCells = 35

// Challenge is what a security card is asked for: the first two digits of the
// cell First and the last two of the cell Second. Zero for a token.
type Challenge struct{ First, Second int }

// Tokens as RFC 6238 recommends them (sections 4.1 and 5.2): steps of 30 seconds;
// six digits, and one step early or late is accepted.
const (
	otpStep   = 30 * time.Second
	otpDigits = 6
	otpSkew   = 1
)

// Card returns the 35 cells of a demonstration customer's security card, cell 1
// first, four digits each. It is refused with CodeNotDemonstration,
// CodeNoSuchMedium, and CodeWrongSignIn for an unknown login.
func (b *Bank) Card(ctx context.Context, login string) ([]string, error) {
	who, _, err := b.demonstrated(ctx, login, SecurityCard)
	if err != nil {
		return nil, during("show card", err)
	}
	cells := make([]string, CardCells)
	for i := range cells {
		cells[i] = cardCell(who.key, i+1)
	}
	return cells, nil
}

// OTP returns the one-time password that a demonstration customer's token shows
// now, and until when (RFC 6238: HMAC-SHA-1, 30 seconds, 6 digits). Refusals are those of Card.
func (b *Bank) OTP(ctx context.Context, login string) (password string, until time.Time, err error) {
	who, now, err := b.demonstrated(ctx, login, Token)
	if err != nil {
		return "", time.Time{}, during("show one-time password", err)
	}
	step := stepAt(now)
	return totp(who.key, step, otpDigits), time.Unix((step+1)*int64(otpStep/time.Second), 0).UTC(), nil
}

// demonstrated is a customer whose medium may be shown, and the bank's time.
func (b *Bank) demonstrated(ctx context.Context, login string, m Medium) (who customer, now time.Time, err error) {
	if !b.Demonstration() {
		return customer{}, time.Time{}, &RefusedError{Code: CodeNotDemonstration}
	}
	err = b.read(ctx, func(ctx context.Context, t *tx) error {
		now = t.now
		found, err := t.customerByLogin(ctx, login)
		who = found
		switch {
		case errors.Is(err, sql.ErrNoRows):
			return &RefusedError{Code: CodeWrongSignIn}
		case err == nil && who.medium != m:
			return &RefusedError{Code: CodeNoSuchMedium, Medium: m}
		}
		return err
	})
	return who, now, err
}

// cardCell is a cell of the security card with that key, from 1. Cells are not
// kept: they follow from the key.
func cardCell(key []byte, n int) string {
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "cell %02d", n)
	return fmt.Sprintf("%04d", binary.BigEndian.Uint64(mac.Sum(nil))%10_000)
}

// stepAt is the step of RFC 6238 at a time.
func stepAt(at time.Time) int64 { return at.Unix() / int64(otpStep/time.Second) }

// totp is the one-time password of a step (RFC 6238 section 4.2), truncated as
// RFC 4226 section 5.3 says.
func totp(key []byte, step int64, digits int) string {
	mac := hmac.New(sha1.New, key)
	var counter [8]byte
	binary.BigEndian.PutUint64(counter[:], uint64(step)) //nolint:gosec // steps before 1970 wrap, as good as any
	mac.Write(counter[:])
	sum := mac.Sum(nil)
	at := sum[len(sum)-1] & 0x0f
	code := binary.BigEndian.Uint32(sum[at:at+4]) & 0x7fffffff
	modulus := uint32(1)
	for range digits {
		modulus *= 10
	}
	return fmt.Sprintf("%0*d", digits, code%modulus)
}

// newChallenge draws two different cells. Bytes from 245 on are drawn again:
// 245 is seven times 35, so that every cell is as likely.
func newChallenge(chance io.Reader) (Challenge, error) {
	var c Challenge
	for c.Second == 0 {
		var one [1]byte
		if _, err := io.ReadFull(chance, one[:]); err != nil {
			return Challenge{}, fmt.Errorf("draw a challenge: %w", err)
		}
		cell := int(one[0])%CardCells + 1
		switch {
		case int(one[0]) >= 255/CardCells*CardCells || cell == c.First:
		case c.First == 0:
			c.First = cell
		default:
			c.Second = cell
		}
	}
	return c, nil
}

// factor is the digest of what a customer typed as second factor. It goes to the
// writer in its place, so that the digits themselves can be wiped at once.
type factor [sha256.Size]byte

// takeFactor digests the digits and wipes them.
func takeFactor(digits []byte) factor {
	defer clear(digits)
	return sha256.Sum256(digits)
}

// is reports whether the factor is what was expected, in constant time.
func (f factor) is(expected string) bool {
	sum := sha256.Sum256([]byte(expected))
	return subtle.ConstantTimeCompare(f[:], sum[:]) == 1
}

// checkFactor checks the second factor of an order, and counts. It is refused
// with CodeWrongFactor and CodeFactorLocked.
func (t *tx) checkFactor(ctx context.Context, who customer, asked Challenge, f factor) error {
	tries, err := t.failures(ctx, mediumLock(who))
	if err != nil {
		return err
	}
	return t.checkFactorAfter(ctx, who, tries, asked, f)
}

// checkFactorAfter is checkFactor after so many wrong answers, which were read
// already.
func (t *tx) checkFactorAfter(ctx context.Context, who customer, tries int, asked Challenge, f factor) error {
	if who.medium == SecurityCard {
		first, second := cardCell(who.key, asked.First), cardCell(who.key, asked.Second)
		if err := t.triedAfter(ctx, mediumLock(who), tries, asked != Challenge{} && f.is(first[:2]+second[2:])); err != nil {
			return err
		}
		return t.answered(ctx, who, asked)
	}
	step, err := t.otpAccepted(ctx, who, f)
	if err != nil {
		return err
	}
	if err := t.triedAfter(ctx, mediumLock(who), tries, step != 0); err != nil {
		return err
	}
	if _, err := t.ExecContext(ctx, query("otp_use"), who.id, step); err != nil {
		return fmt.Errorf("keep the step: %w", err)
	}
	return nil
}

// otpAccepted is the step whose one-time password f is, 0 if there is none. A step
// is good once, and so are those before it (RFC 6238 section 5.2).
func (t *tx) otpAccepted(ctx context.Context, who customer, f factor) (int64, error) {
	var last int64
	err := t.QueryRowContext(ctx, query("otp_last"), who.id).Scan(&last)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return 0, fmt.Errorf("read the last step: %w", err)
	}
	now, accepted := stepAt(t.now), int64(0)
	for step := now - otpSkew; step <= now+otpSkew; step++ {
		if f.is(totp(who.key, step, otpDigits)) && step > last {
			accepted = step
		}
	}
	return accepted, nil
}
