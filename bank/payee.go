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
	return b.answer(ctx, "keep recipient", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		return t.keepPayee(ctx, c.Customer, Payee{Bank: at, Account: number, Nickname: printable(nickname)})
	})
}

// Designate makes an account a designated one, and a favourite, which exempts it
// from [Protection]. It is refused with CodeReadOnly, CodeProtectionAtBranch while a service is on, the refusals of
// [Bank.CheckRecipient], and, after those, CodeWrongFactor and CodeFactorLocked. The digits, of the positions of [Bank.Challenge], are wiped.
func (b *Bank) Designate(ctx context.Context, c Caller, at BankCode, number string, digits []byte) error {
	f := takeFactor(digits)
	return b.answer(ctx, "designate an account", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		switch of, err := t.protection(ctx, c.Customer); {
		case err != nil:
			return err
		case of != Protection{}:
			return &RefusedError{Code: CodeProtectionAtBranch}
		}
		if _, err := t.checkRecipient(ctx, at, number); err != nil {
			return err
		}
		if err := t.confirmed(ctx, c.Customer, f); err != nil {
			return err
		}
		return t.keepPayee(ctx, c.Customer, Payee{Bank: at, Account: number, Designated: true})
	})
}

// Undesignate makes an account an ordinary favourite again, which only protects
// better. It is refused with CodeReadOnly. What is not designated stays as it is.
func (b *Bank) Undesignate(ctx context.Context, c Caller, at BankCode, number string) error {
	return b.forgetPayee(ctx, c, "payee_undesignate", at, number)
}

// ForgetRecipient removes a favourite, and its designation with it. It is refused
// with CodeReadOnly. Forgetting what is not there is no error.
func (b *Bank) ForgetRecipient(ctx context.Context, c Caller, at BankCode, number string) error {
	return b.forgetPayee(ctx, c, "payee_forget", at, number)
}

func (b *Bank) forgetPayee(ctx context.Context, c Caller, statement string, at BankCode, number string) error {
	return b.answer(ctx, "forget recipient", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		_, err := t.ExecContext(ctx, query(statement), c.Customer, at, number)
		return err
	})
}

// keepPayee keeps an account. Without a nickname it keeps the one that it has, or
// is called by its holder's name.
func (t *tx) keepPayee(ctx context.Context, who CustomerID, p Payee) error {
	to, err := t.checkRecipient(ctx, p.Bank, p.Account)
	if err != nil {
		return err
	}
	if tooLong(p.Nickname) {
		return &RefusedError{Code: CodeMemoTooLong, Max: MemoCells}
	}
	name := CutCells(printable(to.nameKO), MemoCells)
	if !p.Designated {
		p.Nickname = cmp.Or(p.Nickname, name)
	}
	_, err = t.ExecContext(ctx, query("payee_keep"), who, p.Bank, p.Account, to.nameEN, to.nameKO, p.Nickname, p.Designated, t.now.UnixMicro(), name)
	return during("keep the recipient", err)
}

// designated reports whether an account is one of the customer's designated ones.
func (t *tx) designated(ctx context.Context, who CustomerID, at BankCode, number string) (is bool, err error) {
	err = t.QueryRowContext(ctx, query("payee_designated"), who, at, number).Scan(&is)
	if err != nil {
		err = fmt.Errorf("read designated accounts: %w", err)
	}
	return is, err
}
