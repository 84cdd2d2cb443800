package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// Session is what a customer gets for signing in.
type Session struct {
	ID         string
	Customer   CustomerID
	Login      string // the user ID
	NameEN     string
	NameKO     string
	Medium     Medium
	Channel    Channel
	StartedAt  time.Time
	LastSignIn time.Time // the one before on this channel; zero at the first
	Replaced   bool      // an open session elsewhere was ended by this one

	// Certificate is the fingerprint of the certificate that signed in, "" for a password.
	Certificate string
}

// Caller is who acts in this session.
func (s Session) Caller() Caller { return Caller{s.Customer, s.ID} }

// EndReason is why a session ended.
type EndReason string

// The reasons.
const (
	SignedOut EndReason = "signed-out"
	Idle      EndReason = "idle"
	Elsewhere EndReason = "elsewhere"
)

// SignIn opens a session on a channel and ends the one that was open there. The
// password is wiped. It is refused with CodeWrongSignIn, the same for an unknown
// ID and a wrong password, and CodeSignInLocked: with the fifth wrong password in a row, and with any
// password after it.
func (b *Bank) SignIn(ctx context.Context, login string, password []byte, on Channel) (Session, error) {
	right, err := b.checkSignIn(ctx, login, password)
	if err != nil {
		return Session{}, during("sign in", err)
	}
	var s Session
	err = b.answer(ctx, "sign in", func(ctx context.Context, t *tx) error {
		if err := t.tried(ctx, signInLock(login), right); err != nil {
			return err
		}
		who, err := t.customerByLogin(ctx, login)
		if err != nil {
			return err
		}
		s, err = t.startSession(ctx, who, on)
		return err
	})
	if err != nil {
		return Session{}, err
	}
	return s, nil
}

// Authenticate checks a user ID and password as SignIn does, with the same
// refusals, and opens no session: its caller may only read.
func (b *Bank) Authenticate(ctx context.Context, login string, password []byte) (Caller, error) {
	right, err := b.checkSignIn(ctx, login, password)
	if err != nil {
		return Caller{}, during("authenticate", err)
	}
	if right {
		if c, err := b.admit(ctx, login); err != nil || c.Customer != 0 {
			return c, during("authenticate", err)
		}
	}
	var c Caller
	err = b.answer(ctx, "authenticate", func(ctx context.Context, t *tx) error {
		if err := t.tried(ctx, signInLock(login), right); err != nil {
			return err
		}
		who, err := t.customerByLogin(ctx, login)
		c.Customer = who.id
		return err
	})
	if err != nil {
		return Caller{}, err
	}
	return c, nil
}

// admit is who has shown the right password of login, if no wrong one is to be forgotten: nothing is written then, so that
// who only reads waits for no writer. Otherwise it is nobody. It refuses if login was locked meanwhile.
func (b *Bank) admit(ctx context.Context, login string) (c Caller, err error) {
	err = b.readAt(ctx, anyTime, func(ctx context.Context, t *tx) error {
		tries, err := t.failures(ctx, signInLock(login))
		if err != nil || tries > 0 {
			return err
		}
		who, err := t.customerByLogin(ctx, login)
		c.Customer = who.id
		return err
	})
	return c, err
}

// longestLogin bounds what is kept of an ID that nobody has, in bytes. Real ones
// have at most ten letters and digits.
const longestLogin = 64

// canonicalLogin is a user ID as the bank keeps it: capitals do not matter.
func canonicalLogin(login string) string {
	login = strings.ToLower(norm.NFC.String(strings.ToValidUTF8(strings.TrimSpace(login), "")))
	return strings.ToValidUTF8(login[:min(len(login), longestLogin)], "")
}

// checkSignIn reports whether password is that of login, and wipes it. It hashes
// outside any transaction: the hash is slow on purpose, and the writer must not wait for it. An
// unknown login costs the same hash. A locked one costs none: its answer is no secret.
func (b *Bank) checkSignIn(ctx context.Context, login string, password []byte) (right bool, err error) {
	defer clear(password)
	var (
		hash   string
		known  bool
		locked bool
	)
	err = b.read(ctx, func(ctx context.Context, t *tx) error {
		switch err := t.unlocked(ctx, signInLock(login)); {
		case RefusalCode(err) != "":
			locked = true
			return nil
		case err != nil:
			return err
		}
		err := t.QueryRowContext(ctx, query("customer_password"), canonicalLogin(login)).Scan(&hash, &known)
		if errors.Is(err, sql.ErrNoRows) { // a bank without customers
			return nil
		}
		return err
	})
	if err != nil || locked || hash == "" {
		return false, err
	}
	right, err = checkPassword(hash, password)
	return right && known, err
}

// startSession opens a session and ends the one that is open on the channel.
func (t *tx) startSession(ctx context.Context, who customer, on Channel) (Session, error) {
	id, err := t.newKey()
	if err != nil {
		return Session{}, err
	}
	s := Session{
		ID: id, Customer: who.id, Login: who.login, NameEN: who.nameEN, NameKO: who.nameKO,
		Medium: who.medium, Channel: on, StartedAt: t.now,
	}
	var last sql.NullInt64
	if err := t.QueryRowContext(ctx, query("session_last"), who.id, on).Scan(&last); err != nil {
		return Session{}, fmt.Errorf("read the last session: %w", err)
	}
	if last.Valid {
		s.LastSignIn = instant(last.Int64)
	}
	ended, err := t.ExecContext(ctx, query("session_replace"), who.id, on, t.now.UnixMicro())
	if err != nil {
		return Session{}, fmt.Errorf("end the open session: %w", err)
	}
	replaced, err := ended.RowsAffected()
	if err != nil {
		return Session{}, fmt.Errorf("end the open session: %w", err)
	}
	s.Replaced = replaced > 0
	if _, err := t.ExecContext(ctx, query("session_start"), id, who.id, on, t.now.UnixMicro()); err != nil {
		return Session{}, fmt.Errorf("start a session: %w", err)
	}
	return s, nil
}

// SignOut ends the caller's session. Ending one that has ended is no error.
func (b *Bank) SignOut(ctx context.Context, c Caller, why EndReason) error {
	return b.answer(ctx, "sign out", func(ctx context.Context, t *tx) error {
		_, err := t.ExecContext(ctx, query("session_end"), c.Session, c.Customer, t.now.UnixMicro(), why)
		return err
	})
}

// CheckSession returns nil while the caller's session is open, else the refusal
// CodeSessionReplaced or CodeSessionEnded. A caller who never had a session gets the latter.
func (b *Bank) CheckSession(ctx context.Context, c Caller) error {
	return during("check session", b.read(ctx, func(ctx context.Context, t *tx) error {
		return t.inSession(ctx, c)
	}))
}

// mayRead is nil if the caller may look: in an open session, or with none.
func (t *tx) mayRead(ctx context.Context, c Caller) error {
	if c.Session == "" {
		return nil
	}
	return t.inSession(ctx, c)
}

// mayOrder is nil if the caller may order: in an open session.
func (t *tx) mayOrder(ctx context.Context, c Caller) error {
	if c.Session == "" {
		return &RefusedError{Code: CodeReadOnly}
	}
	return t.inSession(ctx, c)
}

// inSession is nil if the caller's session is open. Another customer's is as good
// as none.
func (t *tx) inSession(ctx context.Context, c Caller) error {
	var (
		ended sql.NullInt64
		why   sql.NullString
	)
	err := t.QueryRowContext(ctx, query("session_state"), c.Session, c.Customer).Scan(&ended, &why)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("read session: %w", err)
	}
	return sessionState{begun: err == nil, ended: ended.Int64, why: EndReason(why.String)}.open()
}

// sessionState is what the books say about a session.
type sessionState struct {
	begun bool  // there was one
	ended int64 // unix microseconds; 0 while it is open
	why   EndReason
}

// open is nil if the session is open, else the refusal CodeSessionReplaced or
// CodeSessionEnded.
func (s sessionState) open() error {
	switch {
	case !s.begun:
		return &RefusedError{Code: CodeSessionEnded}
	case s.ended == 0:
		return nil
	case s.why == Elsewhere:
		return &RefusedError{Code: CodeSessionReplaced, At: instant(s.ended)}
	}
	return &RefusedError{Code: CodeSessionEnded, At: instant(s.ended)}
}

// instant is a stored time: microseconds since 1970, in UTC.
func instant(micros int64) time.Time { return time.UnixMicro(micros).UTC() }
