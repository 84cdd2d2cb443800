package bank

import (
	"context"
	"crypto/sha256"
	"fmt"
	"strconv"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// What a day's transfers to other banks added up to on the clearing account is
// settled at the Bank of Korea: as one sum, at eleven of the next business day, which is when it settles the retail
// networks' net positions (Bank of Korea, Payment and Settlement Systems in Korea, on deferred net settlement). A
// transfer that was Checking is not in it: its own answer settles it, or brings it back.

// dueSettlement is the settlement of a day; its subject is the day, such as 20261105.
const dueSettlement = "settlement"

// settlementHour is when a day is settled, on the next business day in Seoul.
const settlementHour = 11

// settlementTime is when a day's transfers are settled.
func settlementTime(day calendar.Date) time.Time {
	return calendar.NextBusiness(day.AddDays(1)).Start().Add(settlementHour * time.Hour).UTC()
}

// settlementKey is the key of the entry that settles a day, as verify_settlement has it too.
func settlementKey(day string) string { return "settlement-" + day }

// toSettle plans the settlement of today, if no transfer before did.
func (t *tx) toSettle(ctx context.Context) error {
	day := calendar.DateOf(t.now)
	_, err := t.ExecContext(ctx, query("due_plan_once"), dueSettlement, strconv.Itoa(day.Key()), settlementTime(day).UnixMicro())
	if err != nil {
		return fmt.Errorf("plan the settlement: %w", err)
	}
	return nil
}

// settleDay books the settlement of a day. A day on which nothing arrived at once
// needs none.
func (t *tx) settleDay(ctx context.Context, d due) error {
	if err := t.atItsTime(ctx, d); err != nil {
		return err
	}
	var clearing, cash, sum int64
	err := t.QueryRowContext(ctx, query("account_internal"), OwnClearing).Scan(&clearing)
	if err == nil {
		err = t.QueryRowContext(ctx, query("account_internal"), OwnCash).Scan(&cash)
	}
	if err != nil {
		return fmt.Errorf("find the accounts of the settlement: %w", err)
	}
	if err := t.QueryRowContext(ctx, query("settlement_sum"), clearing, d.subject).Scan(&sum); err != nil {
		return fmt.Errorf("add up the transfers to settle: %w", err)
	}
	if sum == 0 {
		return nil
	}
	e := entry{key: settlementKey(d.subject), kind: "cash"}
	e.requestHash = sha256.Sum256([]byte(e.key))
	e.legs = []leg{{debit: clearing, credit: cash, amount: money.New(sum, money.KRW), debitMemo: e.key, creditMemo: e.key}}
	_, err = post(ctx, t, e)
	return err
}
