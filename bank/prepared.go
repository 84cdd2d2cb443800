package bank

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// Prepared is an order that was reviewed and whose receipt was never shown.
// Receipt is nil if it was not booked. The Review says what the order would do now, or what it left when it was booked,
// and may be below zero if it would be refused.
type Prepared struct {
	Review  Review
	Receipt *Receipt
}

// canonical is an order as it is kept and hashed: JSON with these fields in this
// order. Changing it changes every request hash.
type canonical struct {
	Key           string `json:"key"`
	From          string `json:"from"`
	Bank          string `json:"bank"`
	To            string `json:"to"`
	Recipient     string `json:"recipient"`
	Amount        int64  `json:"amount"`
	Currency      string `json:"currency"`
	OwnMemo       string `json:"own_memo"`
	RecipientMemo string `json:"recipient_memo"`

	Expected     string `json:"expected,omitempty"`
	Acknowledged string `json:"acknowledged,omitempty"`
	DelayHours   int    `json:"delay_hours,omitempty"`
	On           string `json:"on,omitempty"` // yyyy-mm-dd
	Monthly      bool   `json:"monthly,omitempty"`
}

// encode is the canonical form of an order.
func encode(o TransferOrder) ([]byte, error) {
	c := canonical{
		Key: o.Key, From: string(o.From), Bank: string(o.Bank), To: o.To, Recipient: o.Recipient,
		Amount: o.Amount.Minor(), Currency: string(o.Amount.Currency()), OwnMemo: o.OwnMemo, RecipientMemo: o.RecipientMemo,
		Expected: o.Expected, Acknowledged: string(o.Acknowledged), DelayHours: o.When.DelayHours, Monthly: o.When.Monthly,
	}
	if !o.When.On.IsZero() {
		c.On = o.When.On.String()
	}
	return json.Marshal(c)
}

// decode reads what encode wrote.
func decode(body string) (TransferOrder, error) {
	var c canonical
	if err := json.Unmarshal([]byte(body), &c); err != nil {
		return TransferOrder{}, fmt.Errorf("read prepared order: %w", err)
	}
	o := TransferOrder{
		Key: c.Key, From: AccountNumber(c.From), Bank: BankCode(c.Bank), To: c.To, Recipient: c.Recipient,
		Amount: money.New(c.Amount, money.Currency(c.Currency)), OwnMemo: c.OwnMemo, RecipientMemo: c.RecipientMemo,
		Expected: c.Expected, Acknowledged: Warnings(c.Acknowledged), When: When{DelayHours: c.DelayHours, Monthly: c.Monthly},
	}
	if c.On != "" {
		var err error
		if o.When.On, err = calendar.ParseDate(c.On); err != nil {
			return TransferOrder{}, fmt.Errorf("read prepared order: %w", err)
		}
	}
	return o, nil
}

// canonicalOrder is an order as its canonical form says it, and the hash of that. One
// that cannot be read again stays as it is: it was never prepared, and its hash will tell.
func canonicalOrder(o TransferOrder) (TransferOrder, [32]byte, error) {
	body, err := encode(o)
	if err != nil {
		return TransferOrder{}, [32]byte{}, err
	}
	if again, err := decode(string(body)); err == nil {
		o = again
	}
	return o, sha256.Sum256(body), nil
}

// requestHash tells orders of one key apart: SHA-256 of the canonical form.
func requestHash(o TransferOrder) ([32]byte, error) {
	body, err := encode(o)
	return sha256.Sum256(body), err
}

// keptOrder is a row of the table prepared.
type keptOrder struct {
	order     TransferOrder
	hash      [32]byte
	challenge Challenge
	at        time.Time
	entry     int64 // the number that its entry will have; 0 has it looked for
}

func (t *tx) keepOrder(ctx context.Context, who CustomerID, kept keptOrder) error {
	body, err := encode(kept.order)
	if err != nil {
		return fmt.Errorf("keep order: %w", err)
	}
	hash := sha256.Sum256(body)
	_, err = t.ExecContext(ctx, query("prepared_keep"),
		kept.order.Key, who, string(body), hash[:], kept.challenge.String(), kept.at.UnixMicro())
	if err != nil {
		return fmt.Errorf("keep order: %w", err)
	}
	return nil
}

// prepared reads a kept order of a customer.
func (t *tx) prepared(ctx context.Context, who CustomerID, key string) (kept keptOrder, found bool, err error) {
	all, err := collect(ctx, t, scanKept, "prepared_by_key", key, who)
	if err != nil || len(all) == 0 {
		return keptOrder{}, false, during("read prepared order", err)
	}
	return all[0], true, nil
}

func scanKept(rows *sql.Rows) (keptOrder, error) {
	var (
		kept        keptOrder
		body, asked string
		hash        []byte
		at          int64
	)
	if err := rows.Scan(&body, &hash, &asked, &at); err != nil {
		return keptOrder{}, err
	}
	copy(kept.hash[:], hash)
	kept.at = instant(at)
	var err error
	if kept.challenge, err = parseChallenge(asked); err != nil {
		return keptOrder{}, err
	}
	kept.order, err = decode(body)
	return kept, err
}

// LeftOver are the caller's prepared orders, oldest first: what a customer is
// told about when signing in again.
func (b *Bank) LeftOver(ctx context.Context, c Caller) ([]Prepared, error) {
	return leftOvers(ctx, b, c, "prepared", scanKept, func(ctx context.Context, t *tx, who customer, k keptOrder) (Prepared, error) {
		return t.leftOver(ctx, c, who, k)
	})
}

// leftOvers are what is kept in a table of prepared orders of the caller, as tell
// tells of it.
func leftOvers[K, P any](
	ctx context.Context, b *Bank, c Caller, table string, scan func(*sql.Rows) (K, error), tell func(context.Context, *tx, customer, K) (P, error),
) ([]P, error) {
	var left []P
	err := b.lookup(ctx, c, "list "+table, func(ctx context.Context, t *tx) error {
		who, err := t.customerByID(ctx, c.Customer)
		if err != nil {
			return err
		}
		kept, err := collect(ctx, t, scan, table+"_list", who.id)
		if err != nil {
			return err
		}
		for _, k := range kept {
			p, err := tell(ctx, t, who, k)
			if err != nil {
				return err
			}
			left = append(left, p)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return left, nil
}

// leftOver reviews a kept order again and says what became of it.
func (t *tx) leftOver(ctx context.Context, c Caller, who customer, kept keptOrder) (Prepared, error) {
	from, err := t.ownAccount(ctx, who.id, kept.order.From)
	if err != nil {
		return Prepared{}, err
	}
	limits, err := t.limits(ctx, who)
	if err != nil {
		return Prepared{}, err
	}
	to, err := t.checkRecipient(ctx, kept.order.Bank, kept.order.To)
	if err != nil && RefusalCode(err) == "" {
		return Prepared{}, err
	}
	r, err := t.review(ctx, kept, who, to.nameEN, from.balance, limits.Left())
	if err != nil {
		return Prepared{}, err
	}
	receipt, err := t.outcome(ctx, c, kept.order.Key)
	if err != nil {
		return Prepared{}, err
	}
	if receipt != nil {
		r.RecipientEN, r.BalanceAfter, r.LeftToday = receipt.RecipientEN, receipt.BalanceAfter, limits.Left()
	}
	return Prepared{Review: r, Receipt: receipt}, nil
}

// Forget removes a prepared order: its receipt was shown, or the customer
// withdrew it. Forgetting what is not there is no error. It is refused with CodeReadOnly.
func (b *Bank) Forget(ctx context.Context, c Caller, key string) error {
	return b.forget(ctx, c, "prepared", key)
}

// forget removes what is kept under a key in a table of prepared orders.
func (b *Bank) forget(ctx context.Context, c Caller, table, key string) error {
	b.reviewed.forget(key)
	return b.answer(ctx, "forget "+table, func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		_, err := t.ExecContext(ctx, query(table+"_forget"), key, c.Customer)
		return err
	})
}
