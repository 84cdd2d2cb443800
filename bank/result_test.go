package bank_test

import (
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
)

// sendAndRefuse leaves, newest first: a transfer from the spare account, a refused
// one, and a transfer to Lee.
func sendAndRefuse(t *testing.T) (d desk, want []bank.TransferResult) {
	t.Helper()
	d = open(t, banktest.Kim)
	first := d.send(t, toLee(10_000))
	d.Clock.Advance(time.Minute)
	review := d.prepare(t, toPark(300_000))
	d.Clock.Advance(time.Minute)
	d.meddle(t, "UPDATE counterparty SET status='silent'")
	_, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review)))
	refused(t, err, bank.CodeBankNotAnswering)
	d.Clock.Advance(time.Minute)
	d.send(t, to(bank.KoreaPost, string(banktest.KimSpare), "김민수"))
	d.Clock.Advance(time.Minute)
	second := d.send(t, from(banktest.KimSpare, toLee(1)))
	return d, []bank.TransferResult{
		completed(second),
		{
			Order: review.Order, RecipientEN: "PARK JIHUN", Status: bank.Rejected, Code: bank.CodeBankNotAnswering,
			RequestedAt: review.PreparedAt, ProcessedAt: review.PreparedAt.Add(time.Minute), Fee: won(0),
		},
		completed(first),
	}
}

func completed(r bank.Receipt) bank.TransferResult {
	return bank.TransferResult{
		Order: r.Order, RecipientEN: r.RecipientEN, Status: bank.Completed, Reference: r.Reference,
		RequestedAt: r.At.Truncate(time.Second), ProcessedAt: r.At, Fee: r.Fee,
	}
}

func TestTransfersOfAPeriod(t *testing.T) {
	t.Parallel()
	d, want := sendAndRefuse(t)
	today := day(d.Clock)
	for _, row := range []struct {
		name  string
		query bank.TransferQuery
		rows  []int // of want; -1 is the one to the spare account
	}{
		{"today", bank.TransferQuery{From: today, To: today}, []int{0, -1, 1, 2}},
		{"completed", bank.TransferQuery{From: today, To: today, Status: bank.Completed}, []int{0, -1, 2}},
		{"rejected", bank.TransferQuery{From: today, To: today, Status: bank.Rejected}, []int{1}},
		{"of one account", bank.TransferQuery{From: today, To: today, Account: banktest.KimSpare}, []int{0}},
		{"of another account", bank.TransferQuery{From: today, To: today, Account: banktest.KimMain}, []int{-1, 1, 2}},
		{"yesterday", bank.TransferQuery{From: today.AddDays(-1), To: today.AddDays(-1)}, nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			got, err := d.Transfers(t.Context(), d.caller, row.query)
			if err != nil || len(got) != len(row.rows) {
				t.Fatalf("got %+v, %v", got, err)
			}
			for i, n := range row.rows {
				if n >= 0 && got[i] != want[n] {
					t.Errorf("row %d is %+v\nwant %+v", i, got[i], want[n])
				}
			}
		})
	}
}

func TestTransfersBeforeTheBankWasMade(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	of := calendar.Date{Year: 2026, Month: time.October, Day: 20}
	got, err := d.Transfers(t.Context(), d.caller, bank.TransferQuery{From: of, To: of})
	if err != nil || len(got) != 1 || got[0].Order.To != banktest.ParkNumber || got[0].Reference == "" {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestTransfersAreTheCallersOwn(t *testing.T) {
	t.Parallel()
	d, _ := sendAndRefuse(t)
	lee := d.SignIn(t, banktest.Lee).Caller()
	today := day(d.Clock)
	if got, err := d.Transfers(t.Context(), lee, bank.TransferQuery{From: today, To: today}); err != nil || len(got) != 0 {
		t.Errorf("got %+v, %v", got, err)
	}
	_, err := d.Transfers(t.Context(), lee, bank.TransferQuery{From: today, To: today, Account: banktest.KimMain})
	refused(t, err, bank.CodeNoAccount)
}

func TestAtMost500Transfers(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	d.meddle(t, `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<600)
		INSERT INTO refusal(key, customer_id, from_number, institution, number, recipient, amount, own_memo, recipient_memo, requested_at, at, code)
		SELECT 'key', $1, '10026001000017', '004', '12345678901234', '박지훈', i, '', '', $2, $2, 'TRAN-04' FROM n`,
		d.caller.Customer, banktest.Start.UnixMicro())
	today := day(d.Clock)
	got, err := d.Transfers(t.Context(), d.caller, bank.TransferQuery{From: today, To: today})
	if err != nil || len(got) != bank.MaxTransfers || got[0].Order.Amount != won(600) || got[499].Order.Amount != won(101) {
		t.Errorf("%d results, %v", len(got), err)
	}
	got, err = d.Transfers(t.Context(), d.caller, bank.TransferQuery{From: today, To: today, Whole: true})
	if err != nil || len(got) != 600 || got[599].Order.Amount != won(1) {
		t.Errorf("the whole are %d results, %v", len(got), err)
	}
}

// Histories and transfers have the same periods.
func TestPeriods(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	today := day(d.Clock)
	on := func(year int, month time.Month, day int) calendar.Date {
		return calendar.Date{Year: year, Month: month, Day: day}
	}
	for _, row := range []struct {
		name     string
		from, to calendar.Date
		want     bank.Code
		day      calendar.Date
	}{
		{"today", today, today, "", calendar.Date{}},
		{"twelve months to today", today.AddMonths(-12), today, "", calendar.Date{}},
		{"a day over twelve months", today.AddMonths(-12).AddDays(-1), today, bank.CodePeriodTooLong, today.AddDays(-1)},
		{"a leap day and twelve months", on(2024, time.February, 29), on(2025, time.February, 28), "", calendar.Date{}},
		{"a leap day and a day too many", on(2024, time.February, 29), on(2025, time.March, 1), bank.CodePeriodTooLong, on(2025, time.February, 28)},
		{"five years ago", today.AddMonths(-60), today.AddMonths(-50), "", calendar.Date{}},
		{"a day over five years ago", today.AddMonths(-60).AddDays(-1), today.AddMonths(-50), bank.CodePeriodTooOld, today.AddMonths(-60)},
		{"tomorrow", today, today.AddDays(1), bank.CodePeriodFuture, today},
		{"backwards", today, today.AddDays(-1), bank.CodePeriodReversed, today.AddDays(-1)},
		{"no days", calendar.Date{}, calendar.Date{}, bank.CodePeriodTooOld, today.AddMonths(-60)},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			_, history := d.History(t.Context(), d.caller, bank.HistoryQuery{Account: banktest.KimMain, From: row.from, To: row.to})
			_, transfers := d.Transfers(t.Context(), d.caller, bank.TransferQuery{From: row.from, To: row.to})
			for _, err := range []error{history, transfers} {
				if row.want == "" {
					if err != nil {
						t.Error(err)
					}
					continue
				}
				if r := refusal(t, err, row.want); r.Day != row.day {
					t.Errorf("the day is %v, want %v", r.Day, row.day)
				}
			}
		})
	}
}
