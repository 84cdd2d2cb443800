package statement_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/iso"
	"smartbank/bank/money"
	"smartbank/bank/statement"
	"smartbank/bank/statement/statementtest"
)

const memos = "이바다|GS25 Jongno|=HYPERLINK(\"x\")|급여 <Hankuk & Co>|-50% \"sale\"|:61:fake||a\u0007b|ünïcode – dash"

// example is a statement of n rows.
func example(n int, c money.Currency) (statement.Head, []statement.Row) {
	at := time.Date(2026, time.October, 6, 0, 30, 15, 0, calendar.Seoul)
	h := statement.Head{
		ID: "STM20261105", Number: 7, Made: time.Date(2026, time.November, 5, 10, 0, 0, 0, calendar.Seoul),
		Account: statement.Account{
			Number: "01234502678901", Owner: "홍길동", Product: "Everyday <1> & more", Currency: c, Bank: "우체국", BIC: "SHBKKRSE",
		},
		From: calendar.DateOf(at), To: calendar.Date{Year: 2026, Month: time.November, Day: 5},
		Opening: money.New(512_400, c), Rows: n,
	}
	text, kinds := strings.Split(memos, "|"), []string{"transfer", "card", "salary", "fee", "interest", "cash", "opening"}
	balance := h.Opening
	var rows []statement.Row
	for i := range n {
		amount := money.New(int64(1000+37*i), c)
		if i%3 == 1 {
			amount = amount.Neg()
		}
		balance, _ = balance.Add(amount)
		r := statement.Row{
			At: at.Add(time.Duration(i) * time.Minute), Amount: amount, Balance: balance, Kind: kinds[i%len(kinds)],
			Reference: fmt.Sprintf("20261006-%07d", i+1), Memo: text[i%len(text)],
		}
		if i%4 == 0 {
			r.Other, r.OtherName, r.OtherBank = "54321002123456", "이바다", "071"
		}
		rows = append(rows, r)
	}
	h.Closing = balance
	return h, rows
}

func each(rows []statement.Row) statement.Rows {
	return func(yield func(statement.Row, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// TestAllFormatsCarryTheSameRowsAndBalances writes one statement in each format and reads it back.
func TestAllFormatsCarryTheSameRowsAndBalances(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, 1, 7, 300} {
		for _, c := range []money.Currency{money.KRW, money.USD} {
			h, rows := example(n, c)
			for _, f := range statement.Formats() {
				t.Run(fmt.Sprintf("%s, %d rows in %s", f, n, c), func(t *testing.T) {
					t.Parallel()
					var file bytes.Buffer
					if err := statement.Write(&file, f, h, each(rows)); err != nil {
						t.Fatal(err)
					}
					compare(t, f, h, rows, statementtest.Read(t, string(f), file.String()))
				})
			}
		}
	}
}

func compare(t *testing.T, f statement.Format, h statement.Head, rows []statement.Row, got statementtest.Sheet) {
	t.Helper()
	if got.Opening != "" && got.Opening != h.Opening.Plain() || got.Closing != "" && got.Closing != h.Closing.Plain() {
		t.Errorf("balances %s and %s, wanted %s and %s", got.Opening, got.Closing, h.Opening.Plain(), h.Closing.Plain())
	}
	if len(got.Rows) != len(rows) {
		t.Fatalf("%d rows, wanted %d", len(got.Rows), len(rows))
	}
	for i, r := range rows {
		want := statementtest.Line{
			At: r.At.In(calendar.Seoul).Format("2006-01-02 15:04:05"), Amount: r.Amount.Plain(), Reference: r.Reference,
			Memo: strings.ReplaceAll(r.Memo, "\a", "\ufffd"),
		}
		switch f {
		case statement.MT940:
			want.Memo = iso.Transliterate(r.Memo).Text
		case statement.CSV, statement.ExcelCSV:
			want.Memo = r.Memo
		case statement.Camt053, statement.OFX: // XML has no controls
		}
		if got.Rows[i] != want {
			t.Errorf("row %d is %q, wanted %q", i, got.Rows[i], want)
		}
	}
}

func TestRowsThatDoNotReconcileAreAnError(t *testing.T) {
	t.Parallel()
	fault := errors.New("the disk is gone")
	for name, test := range map[string]struct {
		spoil func(h *statement.Head, rows []statement.Row) statement.Rows
		want  error
	}{
		"a row is missing": {func(_ *statement.Head, rows []statement.Row) statement.Rows { return each(rows[:6]) }, statement.ErrUnreconciled},
		"a row is there twice": {
			func(_ *statement.Head, rows []statement.Row) statement.Rows { return each(append(rows, rows[6])) }, statement.ErrUnreconciled,
		},
		"a balance is another": {func(_ *statement.Head, rows []statement.Row) statement.Rows {
			rows[3].Balance = money.New(1, money.KRW)
			return each(rows)
		}, statement.ErrUnreconciled},
		"another currency": {func(h *statement.Head, rows []statement.Row) statement.Rows {
			h.Opening = money.New(512_400, money.USD)
			return each(rows)
		}, money.ErrMismatch},
		"reading them fails": {func(_ *statement.Head, rows []statement.Row) statement.Rows {
			return func(yield func(statement.Row, error) bool) {
				_ = yield(rows[0], nil) && yield(statement.Row{}, fault)
			}
		}, fault},
	} {
		for _, f := range statement.Formats() {
			h, rows := example(7, money.KRW)
			if err := statement.Write(&bytes.Buffer{}, f, h, test.spoil(&h, rows)); !errors.Is(err, test.want) {
				t.Errorf("%s: %s answers %v", name, f, err)
			}
		}
	}
}

func TestASelectionHasItsRowsAsTheyAre(t *testing.T) {
	t.Parallel()
	h, rows := example(9, money.KRW)
	some := []statement.Row{rows[1], rows[4], rows[8]}
	for _, f := range statement.Formats() {
		var file bytes.Buffer
		err := statement.WriteSelection(&file, f, h, each(some))
		if f != statement.CSV && f != statement.ExcelCSV {
			if err == nil {
				t.Errorf("%s writes rows without the balances it needs", f)
			}
			continue
		}
		got := statementtest.Read(t, string(f), file.String())
		if err != nil || len(got.Rows) != 3 || got.Rows[1].Reference != rows[4].Reference || got.Balances[2] != rows[8].Balance.Plain() {
			t.Errorf("%s has %+v, %v", f, got, err)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	h, rows := example(10_000, money.KRW)
	for _, f := range statement.Formats() {
		b.Run(string(f), func(b *testing.B) {
			for b.Loop() {
				if err := statement.Write(&bytes.Buffer{}, f, h, each(rows)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
