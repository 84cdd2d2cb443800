package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"smartbank/bank/money"
)

// CustomerID is a customer's number inside the bank.
type CustomerID int64

// Medium is what a customer confirms orders with.
type Medium string

// The security media.
const (
	SecurityCard Medium = "card" // 35 cells of four digits; two positions are asked
	Token        Medium = "otp"  // one-time passwords of six digits, RFC 6238
)

// Channel is where a customer signs in. One session is open per customer and
// channel.
type Channel string

// The channels.
const (
	Phone Channel = "phone" // the terminal bank
	PC    Channel = "pc"    // the Certification Center
)

// Caller is on whose behalf a method is called. Without a Session it may only
// read.
type Caller struct {
	Customer CustomerID
	Session  string
}

// customer is a row of the table customer, without the password.
type customer struct {
	id             CustomerID
	login          string
	nameEN, nameKO string
	medium         Medium
	key            []byte // of the card or the token
	each, day      money.Amount
}

var errNoCustomer = errors.New("no such customer")

// customerByID reads a customer. That there is none is a fault: a CustomerID comes
// from signing in.
func (t *tx) customerByID(ctx context.Context, id CustomerID) (customer, error) {
	who, err := scanCustomer(t.QueryRowContext(ctx, query("customer_by_id"), id))
	if errors.Is(err, sql.ErrNoRows) {
		err = errNoCustomer
	}
	if err != nil {
		return customer{}, fmt.Errorf("read customer %d: %w", id, err)
	}
	return who, nil
}

// customerByLogin reads a customer; sql.ErrNoRows if nobody has that login.
func (t *tx) customerByLogin(ctx context.Context, login string) (customer, error) {
	who, err := scanCustomer(t.QueryRowContext(ctx, query("customer_by_login"), canonicalLogin(login)))
	if err != nil {
		return customer{}, fmt.Errorf("read customer: %w", err)
	}
	return who, nil
}

func scanCustomer(row *sql.Row) (customer, error) {
	var (
		who       customer
		each, day int64
	)
	err := row.Scan(&who.id, &who.login, &who.nameEN, &who.nameKO, &who.medium, &who.key, &each, &day)
	who.each, who.day = money.New(each, money.KRW), money.New(day, money.KRW)
	return who, err
}
