package bank_test

import (
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/fx"
	"smartbank/bank/money"
)

func dayOf(t *testing.T, s string) calendar.Date {
	t.Helper()
	d, err := calendar.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestTheBoardOfADay asks for boards at ten in the morning of Thursday, 5 November 2026.
func TestTheBoardOfADay(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	for name, row := range map[string]struct {
		day    string
		notice int
		date   string
		given  int
		made   bool
	}{
		"now":                          {"2026-11-05", 0, "2026-11-05", 7, true},
		"the first of today":           {"2026-11-05", 1, "2026-11-05", 1, true},
		"one of today that is to come": {"2026-11-05", 30, "2026-11-05", 7, true},
		"tomorrow":                     {"2026-11-06", 0, "2026-11-05", 7, true},
		"yesterday":                    {"2026-11-04", 0, "2026-11-04", 55, true},
		"yesterday at noon":            {"2026-11-04", 19, "2026-11-04", 19, true},
		"a Sunday":                     {"2026-11-01", 0, "2026-10-30", 55, true},
		"the third notice of a Sunday": {"2026-11-01", 3, "2026-10-30", 55, true},
		"a published day":              {"2026-03-06", 0, "2026-03-06", 55, false},
		"Chuseok of 2025":              {"2025-10-07", 0, "2025-10-02", 55, false},
	} {
		b, err := w.Board(t.Context(), dayOf(t, row.day), row.notice)
		if err != nil || b.Date != dayOf(t, row.date) || b.Notice != row.given || b.Demonstration != row.made || len(b.Rows) != 17 {
			t.Errorf("%s: %s notice %d, made up %v, %d rows, %v", name, b.Date, b.Notice, b.Demonstration, len(b.Rows), err)
		}
		for _, r := range b.Rows {
			if !r.Ordered() {
				t.Errorf("%s: %+v", name, r)
			}
		}
	}
	if _, err := w.Board(t.Context(), dayOf(t, "2001-01-05"), 0); bank.RefusalCode(err) != bank.CodeNoRate {
		t.Errorf("before the first board: %v", err)
	}
	for s, want := range map[string]int{"2026-11-05": 7, "2026-11-04": 55, "2026-11-01": 0, "2026-11-06": 0} {
		all, err := w.Notices(t.Context(), dayOf(t, s))
		if err != nil || len(all) != want || want > 0 && (all[want-1].Number != want || all[want-1].At.After(w.Clock.Now())) {
			t.Errorf("%s has %d notices, want %d (%v)", s, len(all), want, err)
		}
	}
}

func TestHistoryEndsNow(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	points, err := w.RateHistory(t.Context(), money.USD, dayOf(t, "2021-11-05"), dayOf(t, "2026-12-31"))
	if err != nil || len(points) < 1200 || points[len(points)-1].Date != dayOf(t, "2026-11-05") {
		t.Fatalf("%d points, %v", len(points), err)
	}
	b, err := w.Board(t.Context(), dayOf(t, "2026-11-05"), 0)
	if row, _ := b.Row(money.USD); err != nil || points[len(points)-1].Base != row.Base {
		t.Errorf("the last point is %s, the board says %s", points[len(points)-1].Base, row.Base)
	}
	if !slices.IsSortedFunc(points, func(a, b fx.Point) int { return a.Date.Key() - b.Date.Key() }) {
		t.Error("not in the order of days")
	}
	if _, err := w.RateHistory(t.Context(), "XAU", dayOf(t, "2026-01-01"), dayOf(t, "2026-11-05")); bank.RefusalCode(err) != bank.CodeNoRate {
		t.Errorf("gold: %v", err)
	}
}

const eximbank = `[{"result":1,"cur_unit":"USD","ttb":"1,180.87","tts":"1,204.72","deal_bas_r":"1,192.8","bkpr":"1,192","cur_nm":"미국 달러"},
{"result":1,"cur_unit":"JPY(100)","ttb":"1,105.74","tts":"1,128.07","deal_bas_r":"1,116.91","bkpr":"1,116","cur_nm":"일본 옌"}]`

// TestImportedRatesGoFirst takes both files; the bank's own are there where they say nothing.
func TestImportedRatesGoFirst(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	today, made := dayOf(t, "2026-11-05"), dayOf(t, "2026-11-04")
	before, err := w.Board(t.Context(), made, 0)
	if err != nil {
		t.Fatal(err)
	}
	other := w.Again(t, 9)
	defer other.Close()
	got, err := w.ImportRates(t.Context(), []byte(eximbank), today)
	if err != nil || got != (bank.RateImport{Format: "eximbank", Currencies: 2, Days: 1, First: today, Last: today}) {
		t.Fatalf("%+v, %v", got, err)
	}
	for name, b := range map[string]*bank.Bank{"this bank": w.Bank, "another process": other} {
		board, err := b.Board(t.Context(), today, 0)
		row, ok := board.Row(money.USD)
		if err != nil || !ok || len(board.Rows) != 2 || board.Demonstration || row.Send.String() != "1204.72" || row.Receive.String() != "1180.87" || !row.Ordered() {
			t.Errorf("%s: %+v, %v", name, board, err)
		}
	}
	if again, err := w.Board(t.Context(), made, 0); err != nil || again.Rows[0] != before.Rows[0] {
		t.Errorf("the day before has changed: %+v, %v", again, err)
	}
	got, err = w.ImportRates(t.Context(), []byte("Date,USD,KRW,\n2026-11-03,1.25,1700,\n"), today)
	if err != nil || got.Format != "ecb" || got.Days != 1 || got.Last != dayOf(t, "2026-11-03") {
		t.Fatalf("%+v, %v", got, err)
	}
	board, err := w.Board(t.Context(), made, 1)
	if row, _ := board.Row(money.USD); err != nil || board.Demonstration || row.Base.String() != "1360" {
		t.Errorf("%+v, %v", board, err)
	}
	// A day without won has no rate of any currency: what was known of it stays.
	if _, err := w.ImportRates(t.Context(), []byte("Date,USD,KRW,\n2026-11-03,9,N/A,\n2026-11-02,1.25,1700,\n"), today); err != nil {
		t.Fatal(err)
	}
	board, err = w.Board(t.Context(), made, 1)
	if row, _ := board.Row(money.USD); err != nil || row.Base.String() != "1360" {
		t.Errorf("after a day without won: %+v, %v", board, err)
	}
	points, err := w.RateHistory(t.Context(), money.USD, made, today)
	if err != nil || len(points) != 2 || points[0].Demonstration || points[1].Base.String() != "1192.8" {
		t.Errorf("%+v, %v", points, err)
	}
}

func TestFilesThatAreNotTaken(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	for name, file := range map[string]string{
		"nothing": "", "no rates": "[]", "a wrong key": `[{"result":3}]`, "half of it": eximbank[:200], "something else": "hello", "no day": "Date,USD,KRW,\n",
		"no won": "Date,USD,JPY,\n2026-11-03,1.1,160,\n", "won on no day": "Date,USD,KRW,\n2026-11-03,1.1,N/A,\n",
	} {
		if _, err := w.ImportRates(t.Context(), []byte(file), dayOf(t, "2026-11-05")); !fx.Unusable(err) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n, err := w.Count(t.Context(), "SELECT count(*) FROM rate_file"); err != nil || n != 0 {
		t.Errorf("%d files were kept, %v", n, err)
	}
}

// TestABankThatIsNoDemonstrationMakesNothingUp has rates only as far as its files go.
func TestABankThatIsNoDemonstrationMakesNothingUp(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "bank.db")
	if err := bank.Create(t.Context(), path, &bank.Opening{At: banktest.Start.Add(-time.Hour)}, options()); err != nil {
		t.Fatal(err)
	}
	b, err := bank.Open(t.Context(), path, options())
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	ask := func(s string) (fx.Board, error) { return b.Board(t.Context(), dayOf(t, s), 0) }
	if _, err := ask("2026-11-05"); bank.RefusalCode(err) != bank.CodeNoRate {
		t.Errorf("without any file: %v", err)
	}
	if _, err := b.ImportRates(t.Context(), []byte("Date,USD,KRW,\n2026-11-02,1.25,1700,\n"), dayOf(t, "2026-11-05")); err != nil {
		t.Fatal(err)
	}
	if got, err := ask("2026-11-03"); err != nil || got.Demonstration {
		t.Errorf("the day after the file's: %+v, %v", got, err)
	}
	if _, err := b.ImportRates(t.Context(), []byte(eximbank), dayOf(t, "2026-10-30")); err != nil {
		t.Fatal(err)
	}
	if got, err := ask("2026-10-31"); err != nil || got.Date != dayOf(t, "2026-10-30") {
		t.Errorf("the Saturday after it: %+v, %v", got, err)
	}
	if _, err := ask("2026-10-29"); bank.RefusalCode(err) != bank.CodeNoRate {
		t.Errorf("before it: %v", err)
	}
}

func TestFavouriteCurrencies(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	for _, row := range []struct{ set, want []money.Currency }{
		{[]money.Currency{"JPY", "USD", "JPY"}, []money.Currency{"JPY", "USD"}},
		{[]money.Currency{"EUR"}, []money.Currency{"EUR"}},
		{nil, nil},
	} {
		if err := d.SetFavouriteCurrencies(t.Context(), d.caller, row.set); err != nil {
			t.Fatal(err)
		}
		if got, err := d.FavouriteCurrencies(t.Context(), d.caller); err != nil || !slices.Equal(got, row.want) {
			t.Errorf("%v: got %v, %v", row.set, got, err)
		}
	}
	err := d.SetFavouriteCurrencies(t.Context(), d.caller, []money.Currency{"USD", "ZZZ"})
	if refused, ok := errors.AsType[*bank.RefusedError](err); !ok || refused.Code != bank.CodeNotOffered || refused.Currency != "ZZZ" {
		t.Errorf("no currency: %v", err)
	}
}
