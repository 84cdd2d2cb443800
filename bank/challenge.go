package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// String is the challenge as it is kept: "07,23", or "" for a token.
func (c Challenge) String() string {
	if c == (Challenge{}) {
		return ""
	}
	return fmt.Sprintf("%02d,%02d", c.First, c.Second)
}

// parseChallenge reads what String wrote.
func parseChallenge(text string) (c Challenge, err error) {
	if text == "" {
		return Challenge{}, nil
	}
	first, second, _ := strings.Cut(text, ",")
	c.First, err = strconv.Atoi(first)
	if err == nil {
		c.Second, err = strconv.Atoi(second)
	}
	if err != nil {
		return Challenge{}, fmt.Errorf("challenge %q: %w", text, err)
	}
	return c, nil
}

// challenge is what a customer's card is asked for. It stays the same until it is
// answered right: whoever has seen a few cells must not be able to ask until those come up.
func (t *tx) challenge(ctx context.Context, who customer) (Challenge, error) {
	if who.medium != SecurityCard {
		return Challenge{}, nil
	}
	var asked string
	switch err := t.QueryRowContext(ctx, query("challenge_asked"), who.id).Scan(&asked); {
	case err == nil:
		return parseChallenge(asked)
	case !errors.Is(err, sql.ErrNoRows):
		return Challenge{}, fmt.Errorf("read the challenge: %w", err)
	}
	c, err := newChallenge(t.bank.opt.Rand)
	if err != nil {
		return Challenge{}, err
	}
	if _, err := t.ExecContext(ctx, query("challenge_ask"), who.id, c.String()); err != nil {
		return Challenge{}, fmt.Errorf("keep the challenge: %w", err)
	}
	return c, nil
}

// answered has other positions asked the next time.
func (t *tx) answered(ctx context.Context, who customer, c Challenge) error {
	if _, err := t.ExecContext(ctx, query("challenge_answered"), who.id, c.String()); err != nil {
		return fmt.Errorf("forget the challenge: %w", err)
	}
	return nil
}
