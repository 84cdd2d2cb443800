package bank

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Payee is an account that a customer sends money to.
type Payee struct {
	Bank           BankCode
	Account        string // digits
	NameEN, NameKO string
	Nickname       string    // of a favourite; "" otherwise
	Favourite      bool      // kept by the customer
	Designated     bool      // for the designated account service
	Last           time.Time // when money went there last; zero is never
}

// MaxPayees is how many favourites, and how many recent payees, are answered.
const MaxPayees = 50

// Recipients are the caller's favourites by nickname, then the other accounts that
// money went to, the newest first.
func (b *Bank) Recipients(ctx context.Context, c Caller) ([]Payee, error) {
	var all []Payee
	err := b.lookup(ctx, c, "list recipients", func(ctx context.Context, t *tx) error {
		kept, err := collect(ctx, t, scanPayee, "payee_list", c.Customer, MaxPayees)
		if err != nil {
			return err
		}
		recent, err := collect(ctx, t, scanPayee, "payee_recent", c.Customer, KoreaPost, MaxPayees)
		all = append(kept, recent...)
		return err
	})
	return all, err
}

func scanPayee(rows *sql.Rows) (p Payee, err error) {
	var last sql.NullInt64
	err = rows.Scan(&p.Bank, &p.Account, &p.NameEN, &p.NameKO, &p.Nickname, &p.Favourite, &p.Designated, &last)
	if last.Valid {
		p.Last = instant(last.Int64)
	}
	return p, err
}

// KeepRecipient makes an account a favourite with a nickname of up to MemoCells
// cells, or changes its nickname; "" is its name. The name is checked again. It is refused with CodeReadOnly, CodeMemoTooLong
// and the refusals of [Bank.CheckRecipient].
func (b *Bank) KeepRecipient(ctx context.Context, c Caller, at BankCode, number, nickname string) error {
	return b.keepPayee(ctx, c, Payee{Bank: at, Account: number, Nickname: nickname})
}

// Designate makes an account a designated one, while the designated account
// service is off. It is refused as KeepRecipient is, and with CodeProtectionAtBranch while the service is on.
func (b *Bank) Designate(ctx context.Context, c Caller, at BankCode, number string) error {
	return b.keepPayee(ctx, c, Payee{Bank: at, Account: number, Designated: true})
}

func (b *Bank) keepPayee(ctx context.Context, c Caller, p Payee) error {
	return b.answer(ctx, "keep recipient", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		to, err := t.checkRecipient(ctx, p.Bank, p.Account)
		if err != nil {
			return err
		}
		p.Nickname = cmp.Or(printable(p.Nickname), CutCells(printable(to.nameKO), MemoCells))
		if tooLong(p.Nickname) {
			return &RefusedError{Code: CodeMemoTooLong, Max: MemoCells}
		}
		if p.Designated {
			of, err := t.protection(ctx, c.Customer)
			if err != nil {
				return err
			}
			if of.Designated {
				return &RefusedError{Code: CodeProtectionAtBranch}
			}
		}
		_, err = t.ExecContext(ctx, query("payee_keep"), c.Customer, p.Bank, p.Account, to.nameEN, to.nameKO, p.Nickname, p.Designated, t.now.UnixMicro())
		if err != nil {
			return fmt.Errorf("keep the recipient: %w", err)
		}
		return nil
	})
}

// ForgetRecipient removes a favourite. A designated account stays while the service
// is on: CodeProtectionAtBranch. Forgetting what is not there is no error.
func (b *Bank) ForgetRecipient(ctx context.Context, c Caller, at BankCode, number string) error {
	return b.answer(ctx, "forget recipient", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		of, err := t.protection(ctx, c.Customer)
		if err != nil {
			return err
		}
		designated, err := t.designated(ctx, c.Customer, at, number)
		switch {
		case err != nil:
			return err
		case designated && of.Designated:
			return &RefusedError{Code: CodeProtectionAtBranch}
		}
		_, err = t.ExecContext(ctx, query("payee_forget"), c.Customer, at, number)
		return err
	})
}

// designated reports whether an account is one of the customer's designated ones.
func (t *tx) designated(ctx context.Context, who CustomerID, at BankCode, number string) (is bool, err error) {
	err = t.QueryRowContext(ctx, query("payee_designated"), who, at, number).Scan(&is)
	if err != nil {
		err = fmt.Errorf("read designated accounts: %w", err)
	}
	return is, err
}
