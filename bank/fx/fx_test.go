package fx_test

import (
	"bytes"
	"errors"
	"os"
	"testing"
	"time"

	"pgregory.net/rapid"

	"smartbank/bank/calendar"
	"smartbank/bank/fx"
	"smartbank/bank/money"
)

// rate is the rate written s.
func rate(tb testing.TB, s string) fx.Rate {
	tb.Helper()
	r, err := fx.ParseRate(s)
	if err != nil {
		tb.Fatalf("ParseRate(%q): %v", s, err)
	}
	return r
}

// TestTheBoardReproducesThePublishedQuote compares our formulae with all prices that the Export-Import Bank of Korea published on
// a day: three for each of 22 currencies.
func TestTheBoardReproducesThePublishedQuote(t *testing.T) {
	t.Parallel()
	values := 0
	for _, quoted := range []struct {
		currency                  money.Currency
		base, receive, send, book string
	}{
		{"AED", "324.73", "321.48", "327.97", "324"},
		{"AUD", "815.58", "807.42", "823.73", "815"},
		{"BHD", "3158.9", "3127.31", "3190.48", "3158"},
		{"BND", "855.97", "847.41", "864.52", "855"},
		{"CAD", "874.78", "866.03", "883.52", "874"},
		{"CHF", "1263.56", "1250.92", "1276.19", "1263"},
		{"CNH", "168.84", "167.15", "170.52", "168"},
		{"DKK", "180.73", "178.92", "182.53", "180"},
		{"EUR", "1347.21", "1333.73", "1360.68", "1347"},
		{"GBP", "1500.54", "1485.53", "1515.54", "1500"},
		{"HKD", "153.9", "152.36", "155.43", "153"},
		{"IDR", "8.51", "8.42", "8.59", "8"},
		{"JPY", "1116.91", "1105.74", "1128.07", "1116"},
		{"KWD", "3879.02", "3840.22", "3917.81", "3879"},
		{"MYR", "280.69", "277.88", "283.49", "280"},
		{"NOK", "123.85", "122.61", "125.08", "123"},
		{"NZD", "765.3", "757.64", "772.95", "765"},
		{"SAR", "317.91", "314.73", "321.08", "317"},
		{"SEK", "127.78", "126.5", "129.05", "127"},
		{"SGD", "855.97", "847.41", "864.52", "855"},
		{"THB", "38.39", "38", "38.77", "38"},
		{"USD", "1192.8", "1180.87", "1204.72", "1192"},
	} {
		row, err := fx.NewRow(quoted.currency, rate(t, quoted.base), rate(t, "1192.8"))
		if err != nil {
			t.Fatal(err)
		}
		for _, price := range []struct {
			name, want string
			got        fx.Rate
		}{{"T/T receive", quoted.receive, row.Receive}, {"T/T send", quoted.send, row.Send}, {"book", quoted.book, row.Book}} {
			if price.got != rate(t, price.want) {
				t.Errorf("%s: %s is %s, published %s", quoted.currency, price.name, price.got, price.want)
			}
			values++
		}
		if !row.Ordered() {
			t.Errorf("%s is not in order: %+v", quoted.currency, row)
		}
	}
	if values != 66 {
		t.Errorf("%d values, want 66", values)
	}
}

func TestEveryRowIsInOrder(t *testing.T) {
	t.Parallel()
	currencies := money.Currencies()
	rapid.Check(t, func(t *rapid.T) {
		base := fx.Rate(rapid.Int64Range(200, 100_000_000).Draw(t, "base in hundredths")) * 10_000
		row, err := fx.NewRow(rapid.SampledFrom(currencies).Draw(t, "currency"), base, base)
		if err != nil || !row.Ordered() {
			t.Fatalf("%+v, %v", row, err)
		}
	})
	if _, err := fx.NewRow("XXX", rate(t, "1.99"), 0); !errors.Is(err, fx.ErrTooSmall) {
		t.Errorf("a base too small: %v", err)
	}
}

// demonstration is a market over the rates that came with the program.
func demonstration(tb testing.TB, seed uint64) *fx.Market {
	tb.Helper()
	m, err := fx.NewMarket(fx.Published().Days, seed)
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

func TestEveryBoardIsInOrder(t *testing.T) {
	t.Parallel()
	m := demonstration(t, 1)
	first := time.Date(2021, time.January, 6, 0, 0, 0, 0, calendar.Seoul)
	rapid.Check(t, func(t *rapid.T) {
		now := first.Add(time.Duration(rapid.Int64Range(0, 10*365*24*3600).Draw(t, "seconds")) * time.Second)
		b, err := m.At(now)
		if err != nil {
			t.Fatal(err)
		}
		if open, _ := b.Date.Business(); !open || b.At.After(now) || len(b.Rows) != 17 {
			t.Fatalf("at %s the board of %s, notice %d at %s, %d rows", now, b.Date, b.Notice, b.At, len(b.Rows))
		}
		for _, r := range b.Rows {
			if !r.Ordered() {
				t.Fatalf("%+v", r)
			}
		}
		if usd, _ := b.Row(money.USD); usd.Dollar != 1_000_000 {
			t.Fatalf("a dollar is %s dollars", usd.Dollar)
		}
	})
}

func TestTheBoardOfAMoment(t *testing.T) {
	t.Parallel()
	m := demonstration(t, 1)
	for name, c := range map[string]struct {
		at, date string
		notice   int
		made     bool
	}{
		"the first notice":                       {"2026-03-05T09:00:00+09:00", "2026-03-05", 1, false},
		"just before it, the last of yesterday":  {"2026-03-05T08:59:59+09:00", "2026-03-04", 55, false},
		"the second notice":                      {"2026-03-05T09:10:00+09:00", "2026-03-05", 2, false},
		"just before the second":                 {"2026-03-05T09:09:59+09:00", "2026-03-05", 1, false},
		"the last notice":                        {"2026-03-05T18:00:00+09:00", "2026-03-05", 55, false},
		"the night":                              {"2026-03-05T23:59:59+09:00", "2026-03-05", 55, false},
		"a Saturday":                             {"2026-03-07T12:00:00+09:00", "2026-03-06", 55, false},
		"Chuseok of 2025, seven days":            {"2025-10-09T12:00:00+09:00", "2025-10-02", 55, false},
		"Monday early, the last of Friday":       {"2026-03-09T08:00:00+09:00", "2026-03-06", 55, false},
		"the day after the last published rate":  {"2026-04-14T09:00:00+09:00", "2026-04-14", 1, false},
		"the day after that, which is made up":   {"2026-04-15T09:00:00+09:00", "2026-04-15", 1, true},
		"the day that the demonstration is made": {"2026-11-05T10:00:00+09:00", "2026-11-05", 7, true},
	} {
		now, err := time.Parse(time.RFC3339, c.at)
		if err != nil {
			t.Fatal(err)
		}
		b, err := m.At(now)
		if err != nil || b.Date.String() != c.date || b.Notice != c.notice || b.Demonstration != c.made {
			t.Errorf("%s: %s, notice %d, made up %v, %v", name, b.Date, b.Notice, b.Demonstration, err)
		}
	}
	if _, err := m.On(calendar.Date{Year: 2021, Month: 1, Day: 4}); !errors.Is(err, fx.ErrNoRate) {
		t.Errorf("before the first rate: %v", err)
	}
	if _, err := m.On(calendar.Date{Year: 9999, Month: 1, Day: 4}); !errors.Is(err, fx.ErrNoRate) {
		t.Errorf("in a far future: %v", err)
	}
}

func TestAMarketDependsOnItsSeedAndNotOnWhatWasAskedBefore(t *testing.T) {
	t.Parallel()
	day := calendar.Date{Year: 2026, Month: 11, Day: 5}
	late, early := demonstration(t, 7), demonstration(t, 7)
	if _, err := late.On(day.AddDays(400)); err != nil {
		t.Fatal(err)
	}
	a, err := late.On(day)
	if err != nil {
		t.Fatal(err)
	}
	b, err := early.On(day)
	if err != nil {
		t.Fatal(err)
	}
	other, err := demonstration(t, 8).On(day)
	if err != nil {
		t.Fatal(err)
	}
	differ := 0
	for i := range a.Rows {
		if a.Rows[i] != b.Rows[i] {
			t.Errorf("%+v and %+v", a.Rows[i], b.Rows[i])
		}
		if a.Rows[i] != other.Rows[i] {
			differ++
		}
	}
	if differ == 0 {
		t.Error("another seed gives the same board")
	}
}

func TestQuotes(t *testing.T) {
	t.Parallel()
	m := demonstration(t, 1)
	now := time.Date(2026, time.November, 5, 10, 0, 0, 0, calendar.Seoul)
	b, err := m.At(now)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		row := rapid.SampledFrom(b.Rows).Draw(t, "row")
		percent := rapid.Int64Range(0, 100).Draw(t, "preference")
		sell, err := b.Quote(row.Currency, fx.Sell, percent, now)
		if err != nil || sell.Rate > row.Send || sell.Rate < row.Base {
			t.Fatalf("%+v, %v", sell, err)
		}
		buy, err := b.Quote(row.Currency, fx.Buy, percent, now)
		if err != nil || buy.Rate < row.Receive || buy.Rate > row.Base {
			t.Fatalf("%+v, %v", buy, err)
		}
		won := money.New(rapid.Int64Range(0, 1e12).Draw(t, "won"), money.KRW)
		foreign, err := sell.Foreign(won)
		if err != nil {
			t.Fatal(err)
		}
		back, err := sell.Won(foreign)
		if err != nil || back.Minor() > won.Minor() {
			t.Fatalf("%s buy %s, which cost %s, %v", won, foreign, back, err)
		}
	})
	q, err := b.Quote(money.USD, fx.Sell, 0, now)
	if err != nil || q.SecondsLeft(now) != 60 || q.SecondsLeft(now.Add(59500*time.Millisecond)) != 1 || q.Holds(now.Add(time.Minute)) || q.Holds(now.Add(-1)) {
		t.Errorf("%+v, %v", q, err)
	}
	if _, err := b.Quote("XAF", fx.Sell, 0, now); !errors.Is(err, fx.ErrNoRate) {
		t.Errorf("a currency that is not on the board: %v", err)
	}
	if _, err := q.Won(money.New(1, money.EUR)); !errors.Is(err, money.ErrMismatch) {
		t.Errorf("another currency: %v", err)
	}
}

func TestAmounts(t *testing.T) {
	t.Parallel()
	quote := func(c money.Currency, price string) fx.Quote {
		return fx.Quote{Currency: c, Unit: fx.Unit(c), Rate: rate(t, price)}
	}
	for name, c := range map[string]struct {
		quote  fx.Quote
		amount money.Amount
		won    int64
	}{
		"dollars":                             {quote("USD", "1353.2"), money.New(1000_00, "USD"), 1_353_200},
		"a fraction of a won falls away":      {quote("USD", "1353.29"), money.New(1_01, "USD"), 1_366},
		"yen are for a hundred":               {quote("JPY", "912.34"), money.New(10_000, "JPY"), 91_234},
		"rupiah have two decimals and are so": {quote("IDR", "8.59"), money.New(1_000_000_00, "IDR"), 85_900},
		"dinars have three decimals":          {quote("KWD", "3917.81"), money.New(1_000, "KWD"), 3_917},
	} {
		if won, err := c.quote.Won(c.amount); err != nil || won != money.New(c.won, money.KRW) {
			t.Errorf("%s: %s, %v, want %d", name, won, err, c.won)
		}
	}
	b := fx.Board{Rows: []fx.Row{{Currency: "USD", Unit: 1, Base: rate(t, "1300")}, {Currency: "JPY", Unit: 100, Base: rate(t, "910")}}}
	for amount, want := range map[money.Amount]int64{money.New(13_000_000, "KRW"): 10_000_00, money.New(10_000, "JPY"): 70_00, money.New(5, "USD"): 5} {
		if got, err := b.Dollars(amount); err != nil || got != money.New(want, money.USD) {
			t.Errorf("%s are %s, %v", amount, got, err)
		}
	}
}

func TestHistory(t *testing.T) {
	t.Parallel()
	m := demonstration(t, 1)
	from, to := calendar.Date{Year: 2021, Month: 11, Day: 5}, calendar.Date{Year: 2026, Month: 11, Day: 5}
	points := m.History(money.USD, from, to)
	if len(points) < 1200 || points[0].Date != from || points[len(points)-1].Date != to {
		t.Fatalf("%d points", len(points))
	}
	for i, p := range points[1:] {
		was := points[i].Base
		if !points[i].Date.Before(p.Date) || p.Base > was+was/20 || p.Base < was-was/20 {
			t.Errorf("%s %s after %s %s", p.Date, p.Base, points[i].Date, was)
		}
	}
	last, err := m.On(to)
	if row, _ := last.Row(money.USD); err != nil || row.Base != points[len(points)-1].Base {
		t.Errorf("the last point is not the last board's: %+v, %v", row, err)
	}
}

func TestPublishedIsTheBanksFile(t *testing.T) {
	t.Parallel()
	e := fx.Published()
	if len(e.Days) != 1351 || len(e.Currencies) != 17 {
		t.Errorf("%d days, %d currencies", len(e.Days), len(e.Currencies))
	}
}

func TestBoardFromTheECBFile(t *testing.T) {
	t.Parallel()
	file, err := os.ReadFile("../../../shared/data/fx/eurofxref-hist.csv")
	if err != nil {
		t.Skip("needs ../shared/data/fx, which the figures in the program were taken from")
	}
	e, err := fx.ReadECB(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := e.Write(); !bytes.Equal(got, file) {
		t.Error("the whole file is not written back byte for byte")
	}
	for i, day := range fx.Published().Days {
		for c, r := range day.Units {
			if e.Days[i].Date != day.Date || e.Days[i].Units[c] != r {
				t.Fatalf("%s %s: %s, published %s", day.Date, c, r, e.Days[i].Units[c])
			}
		}
	}
	days := 0
	for _, day := range e.Days {
		if base, err := day.Base(money.USD); err == nil && base > 0 {
			days++
		}
	}
	if days != 6983 {
		t.Errorf("a dollar in won on %d days, want 6983", days)
	}
}

// BenchmarkHistory is what a chart of five years asks for.
func BenchmarkHistory(b *testing.B) {
	m := demonstration(b, 1)
	to := calendar.Date{Year: 2026, Month: 11, Day: 5}
	for b.Loop() {
		m.History(money.USD, to.AddMonths(-60), to)
	}
}

// BenchmarkBoard is a board as the screen asks for it.
func BenchmarkBoard(b *testing.B) {
	m := demonstration(b, 1)
	now := time.Date(2026, time.November, 5, 18, 0, 0, 0, calendar.Seoul)
	for b.Loop() {
		if _, err := m.At(now); err != nil {
			b.Fatal(err)
		}
	}
}
