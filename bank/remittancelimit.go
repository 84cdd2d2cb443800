package bank

import (
	"context"
	"fmt"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// limitEach is what a remittance may be at most, in dollars.
func (o RemittanceOrder) limitEach() money.Amount {
	most := int64(categoryLimit)
	switch {
	case o.Kind == Eurogiro:
		rules, _ := GiroRules(o.Giro.Country)
		return rules.Limit
	case o.Category == CategoryResident:
		most = residentLimit
	}
	return money.New(most, money.USD)
}

// withinLimits refuses with CodeOverRemittanceLimit, CodeOverYearlyLimit,
// CodeSplitRemittance and CodeAfterHoursLimit.
func (t *tx) withinLimits(ctx context.Context, who CustomerID, o RemittanceOrder, dollars money.Amount) (YearlyLimit, error) {
	year, err := t.yearlyLimit(ctx, who)
	if err != nil {
		return year, err
	}
	if err := o.withinEach(dollars); err != nil {
		return year, err
	}
	if err := year.Takes(dollars); err != nil {
		return year, err
	}
	if dollars.Minor() <= documentFree {
		if err := t.notSplit(ctx, who, o, dollars); err != nil {
			return year, err
		}
	}
	return year, t.afterHours(ctx, who, dollars)
}

// notSplit refuses what would be a part of a larger sum to the same recipient.
func (t *tx) notSplit(ctx context.Context, who CustomerID, o RemittanceOrder, dollars money.Amount) error {
	var sent int64
	err := t.QueryRowContext(ctx, query("remittance_to"), who, calendar.DateOf(t.now).Start().UnixMicro(),
		o.country(), o.account(), o.recipient(), documentFree).Scan(&sent)
	if err != nil {
		return fmt.Errorf("read what the recipient was sent: %w", err)
	}
	if left := max(0, documentFree-sent); sent > 0 && dollars.Minor() > left {
		return &RefusedError{Code: CodeSplitRemittance, Amount: dollars, Available: money.New(left, money.USD), Limit: DocumentFree()}
	}
	return nil
}

// afterHours refuses what is too much while the exchange is closed.
func (t *tx) afterHours(ctx context.Context, who CustomerID, dollars money.Amount) error {
	closed, opens := closedSince(t.now)
	if closed.IsZero() {
		return nil
	}
	var sent int64
	if err := t.QueryRowContext(ctx, query("remittance_since"), who, closed.UnixMicro()).Scan(&sent); err != nil {
		return fmt.Errorf("read what was sent after hours: %w", err)
	}
	if left := max(0, afterHoursLimit-sent); dollars.Minor() > left {
		return &RefusedError{
			Code: CodeAfterHoursLimit, Amount: dollars, Available: money.New(left, money.USD), Limit: money.New(afterHoursLimit, money.USD), At: opens,
		}
	}
	return nil
}

// closedSince is since when the exchange has been closed and when it opens again;
// zero while it is open.
func closedSince(now time.Time) (closed, opens time.Time) {
	today := calendar.DateOf(now)
	since := now.Sub(today.Start())
	open, _ := today.Business()
	switch {
	case open && since >= exchangeOpens && since < exchangeCloses:
		return time.Time{}, time.Time{}
	case open && since < exchangeOpens:
		return calendar.PreviousBusiness(today.AddDays(-1)).Start().Add(exchangeCloses), today.Start().Add(exchangeOpens)
	}
	return calendar.PreviousBusiness(today).Start().Add(exchangeCloses), calendar.NextBusiness(today.AddDays(1)).Start().Add(exchangeOpens)
}

// yearlyLimit is what a customer has sent this year, and may still.
func (t *tx) yearlyLimit(ctx context.Context, who CustomerID) (YearlyLimit, error) {
	var used int64
	if err := t.QueryRowContext(ctx, query("remittance_year"), who, calendar.DateOf(t.now).Year).Scan(&used); err != nil {
		return YearlyLimit{}, fmt.Errorf("read what was sent this year: %w", err)
	}
	usd := func(n int64) money.Amount { return money.New(n, money.USD) }
	return YearlyLimit{Limit: usd(yearlyLimit), Used: usd(used), Left: usd(max(0, yearlyLimit-used))}, nil
}

// YearlyLimit is what the caller has sent abroad this year, and may still.
func (b *Bank) YearlyLimit(ctx context.Context, c Caller) (YearlyLimit, error) {
	var year YearlyLimit
	err := b.lookup(ctx, c, "read the yearly limit", func(ctx context.Context, t *tx) (err error) {
		year, err = t.yearlyLimit(ctx, c.Customer)
		return err
	})
	if err != nil {
		return YearlyLimit{}, err
	}
	return year, nil
}
