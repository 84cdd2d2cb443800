package bank

import (
	"context"
	"fmt"
	"slices"

	"smartbank/bank/money"
)

// movement is a leg by the numbers of its accounts.
type movement struct {
	debit, credit         string
	amount                money.Amount
	debitMemo, creditMemo string
}

// feeMemo is what the passbook says of the fees: as wide as a memo may be.
const feeMemo = "해외송금수수료"

// movements are the legs of a remittance, as they follow from its terms. The
// exchange accounts are the bank's position: what it sold, against won. Fees are earned in won whatever they were paid in.
func (r remittanceBody) movements() []movement {
	t := r.terms
	from, c := string(r.order.From), r.order.Currency
	position, nostro := ownNumber(OwnExchange, c), ownNumber(OwnNostro, c)
	memo := CutCells(printable(r.order.recipient()), MemoCells)
	earned := money.New(t.Fee.Minor()+t.Cable.Minor(), money.KRW)
	var all []movement
	add := func(m movement) {
		if m.amount.Minor() > 0 {
			all = append(all, m)
		}
	}
	switch {
	case t.Exchanged:
		add(movement{from, OwnExchange, t.Principal, memo, from})
		add(movement{from, OwnFees, t.Fees, feeMemo, from})
		add(movement{position, nostro, t.Settled, from, memo})
		if t.Taken.Minor() > 0 {
			add(movement{OwnExchange, OwnFees, earned, feeMemo, from})
		}
	default:
		add(movement{from, nostro, t.Settled, memo, memo})
		add(movement{from, position, t.Fees, feeMemo, from})
		add(movement{from, position, t.Taken, feeMemo, from})
		add(movement{OwnExchange, OwnFees, earned, feeMemo, from})
	}
	return all
}

// back are the legs that undo movements, last first.
func back(all []movement) []movement {
	undone := make([]movement, 0, len(all))
	for _, m := range slices.Backward(all) {
		undone = append(undone, movement{m.credit, m.debit, m.amount, m.creditMemo, m.debitMemo})
	}
	return undone
}

// legs finds the accounts of movements.
func (t *tx) legs(ctx context.Context, all []movement) ([]leg, error) {
	legs := make([]leg, len(all))
	for i, m := range all {
		l := leg{amount: m.amount, debitMemo: m.debitMemo, creditMemo: m.creditMemo}
		for _, side := range []struct {
			number string
			id     *int64
		}{{m.debit, &l.debit}, {m.credit, &l.credit}} {
			if err := t.QueryRowContext(ctx, query("account_id"), side.number).Scan(side.id); err != nil {
				return nil, fmt.Errorf("find account %s: %w", side.number, err)
			}
		}
		legs[i] = l
	}
	return legs, nil
}
