package bank

import (
	"context"
	"fmt"
)

// NicknameCells is the room that screens and statements have for the name of an account.
const NicknameCells = 20

// Arranged is how a customer wants to see one of the own accounts.
type Arranged struct {
	Number   AccountNumber
	Nickname string // cut to NicknameCells cells; "" is the product's name
	Default  bool   // screens that ask for an account begin with it
}

// ArrangeAccounts puts the caller's accounts in order, names them, and chooses the one that screens begin with. It replaces the
// arrangement there was; accounts that it does not name come after those it names, as they were opened. It is refused with
// CodeReadOnly, CodeNoAccount for an account that is not the caller's or is named twice, and, for a
// default account from which no money can be sent or a second one, with CodeNotWithdrawable.
func (b *Bank) ArrangeAccounts(ctx context.Context, c Caller, all []Arranged) error {
	return b.answer(ctx, "arrange accounts", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		own, err := collect(ctx, t, scanAccount, "account_list", c.Customer)
		if err != nil {
			return fmt.Errorf("list accounts: %w", err)
		}
		if err := arrangeable(own, all); err != nil {
			return err
		}
		if _, err := t.ExecContext(ctx, query("arrangement_clear"), c.Customer); err != nil {
			return fmt.Errorf("forget the arrangement: %w", err)
		}
		for place, a := range all {
			_, err := t.ExecContext(ctx, query("arrangement_add"), place, CutCells(printable(a.Nickname), NicknameCells), a.Default, a.Number, c.Customer)
			if err != nil {
				return fmt.Errorf("arrange account %s: %w", a.Number, err)
			}
		}
		return nil
	})
}

// arrangeable refuses what cannot be arranged so.
func arrangeable(own []Account, all []Arranged) error {
	left, chosen := map[AccountNumber]Account{}, false
	for _, a := range own {
		left[a.Number] = a
	}
	for _, a := range all {
		account, is := left[a.Number]
		switch {
		case !is:
			return &RefusedError{Code: CodeNoAccount, Account: string(a.Number)}
		case a.Default && (chosen || !account.Sends):
			return &RefusedError{Code: CodeNotWithdrawable, Account: string(a.Number)}
		}
		chosen = chosen || a.Default
		delete(left, a.Number)
	}
	return nil
}

// DefaultAccount is the account that a screen begins with: the one the customer chose, else the first; "" of no accounts.
func DefaultAccount(all []Account) AccountNumber {
	if len(all) == 0 {
		return ""
	}
	for _, a := range all {
		if a.Default {
			return a.Number
		}
	}
	return all[0].Number
}
