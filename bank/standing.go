package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// standing is what the books say about a customer who sends money, and about the
// order. It is read in one statement: each costs a transfer some time, and all others that wait for the writer.
type standing struct {
	session  sessionState
	booked   bool // an entry has the order's key already
	prepared bool
	kept     keptOrder  // the order, if it was prepared as it is confirmed
	signer   CustomerID // whose the certificate is; 0 is nobody's
	who      customer
	tries    int // wrong second factors in a row
	facts    facts
}

// standing reads it. Of somebody who is no customer it is a session that never was.
func (t *tx) standing(ctx context.Context, c Caller, by confirmation) (s standing, err error) {
	var (
		hash                      []byte
		asked                     string
		at, each, day             int64
		newest                    int64 // entry
		same, posted, held, floor int64
	)
	o, f, signer := by.order, &s.facts, by.signature.by
	f.from.number = o.From
	err = t.QueryRowContext(ctx, query("transfer_standing"), c.Customer, c.Session, o.Key, signer.Issuer, signer.Serial,
		mediumLock(customer{id: c.Customer}).subject, signer.SHA256,
		calendar.DateOf(t.now).Key(), o.Bank, o.To, o.Amount.Minor(), o.From, accountLock(o.From).subject, KoreaPost).Scan(
		&s.session.begun, &s.session.ended, &s.session.why, &s.booked, &hash, &asked, &at, &s.signer,
		&s.who.id, &s.who.login, &s.who.nameEN, &s.who.nameKO, &s.who.medium, &s.who.key, &each, &day, &s.tries, &newest,
		&f.from.id, &f.from.currency, &f.from.kind, &f.from.status, &posted, &held, &floor, &f.tries,
		&f.to.known, &f.to.id, &f.to.customer, &f.to.nameEN, &f.to.nameKO, &f.to.status, &f.to.currency, &f.to.kind,
		&f.asks.sent, &f.asks.lastDay, &f.asks.known, &same, &f.asks.sameDay, &f.asks.protection.DelayHours, &f.asks.protection.Designated)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return standing{}, nil
	case err != nil:
		return standing{}, fmt.Errorf("read how the order stands: %w", err)
	}
	s.who.each, s.who.day = money.New(each, money.KRW), money.New(day, money.KRW)
	s.prepared = hash != nil
	s.kept = keptOrder{order: o, at: instant(at), entry: newest + 1}
	copy(s.kept.hash[:], hash)
	f.owned = f.from.id != 0
	f.from.balance, f.from.available = money.New(posted, f.from.currency), money.New(posted-held-floor, f.from.currency)
	f.asks.sameAt = instant(same)
	s.kept.challenge, err = parseChallenge(asked)
	return s, err
}

// mayOrder is nil if the caller may order: in an open session.
func (s standing) mayOrder(c Caller) error {
	if c.Session == "" {
		return &RefusedError{Code: CodeReadOnly}
	}
	return s.session.open()
}

// confirms refuses what was not prepared, or not like this, and a signature that
// does not count.
func (s standing) confirms(t *tx, by confirmation) error {
	switch {
	case !s.prepared:
		return &RefusedError{Code: CodeNotPrepared}
	case s.kept.hash != by.hash:
		return &RefusedError{Code: CodeKeyReused}
	}
	if err := t.serving(); err != nil {
		return err
	}
	switch {
	case by.signature.err != nil:
		return by.signature.err
	case s.signer != s.who.id:
		return &RefusedError{Code: CodeCertificateNotRegistered}
	}
	return nil
}
