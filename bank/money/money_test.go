package money_test

import (
	"encoding/csv"
	"errors"
	"math"
	"os"
	"slices"
	"strconv"
	"testing"

	"smartbank/bank/money"
)

func TestParse(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text     string
		currency money.Currency
		minor    int64
		err      error
	}{
		"plain digits":                             {"50000", money.KRW, 50_000, nil},
		"grouped digits":                           {"1,284,300", money.KRW, 1_284_300, nil},
		"zero":                                     {"0", money.KRW, 0, nil},
		"leading zeros count for nothing":          {"007", money.KRW, 7, nil},
		"cents":                                    {"12.50", money.USD, 1250, nil},
		"one decimal is tens of cents":             {"12.5", money.USD, 1250, nil},
		"dollars without cents":                    {"1,200", money.USD, 120_000, nil},
		"three decimals where there are three":     {"1.234", "BHD", 1234, nil},
		"the largest amount":                       {"9,223,372,036,854,775,807", money.KRW, math.MaxInt64, nil},
		"the largest amount with cents":            {"92,233,720,368,547,758.07", money.USD, math.MaxInt64, nil},
		"nothing":                                  {"", money.KRW, 0, money.ErrSyntax},
		"a point alone":                            {".", money.USD, 0, money.ErrSyntax},
		"no digit before the point":                {".50", money.USD, 0, money.ErrSyntax},
		"no digit after the point":                 {"1.", money.USD, 0, money.ErrSyntax},
		"a point in won":                           {"1.", money.KRW, 0, money.ErrSyntax},
		"decimals of won":                          {"1.0", money.KRW, 0, money.ErrSyntax},
		"three decimals of a dollar":               {"1.000", money.USD, 0, money.ErrSyntax},
		"two points":                               {"1.2.3", money.USD, 0, money.ErrSyntax},
		"a comma after two digits":                 {"1,28,300", money.KRW, 0, money.ErrSyntax},
		"commas only in some places":               {"1284,300", money.KRW, 0, money.ErrSyntax},
		"a comma at the end":                       {"1,284,", money.KRW, 0, money.ErrSyntax},
		"a comma at the start":                     {",284", money.KRW, 0, money.ErrSyntax},
		"a comma in the decimals":                  {"1.,5", money.USD, 0, money.ErrSyntax},
		"a minus":                                  {"-5", money.KRW, 0, money.ErrSyntax},
		"a plus":                                   {"+5", money.KRW, 0, money.ErrSyntax},
		"a space":                                  {" 5", money.KRW, 0, money.ErrSyntax},
		"an exponent":                              {"1e3", money.KRW, 0, money.ErrSyntax},
		"full-width digits":                        {"５", money.KRW, 0, money.ErrSyntax},
		"a currency that does not exist":           {"5", "ABC", 0, money.ErrSyntax},
		"no currency":                              {"5", "", 0, money.ErrSyntax},
		"one over the largest":                     {"9223372036854775808", money.KRW, 0, money.ErrOverflow},
		"cents that make it too large":             {"92233720368547758.08", money.USD, 0, money.ErrOverflow},
		"far too large":                            {"99999999999999999999999999", money.KRW, 0, money.ErrOverflow},
		"too large and not an amount is no amount": {"99999999999999999999999999x", money.KRW, 0, money.ErrSyntax},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := money.Parse(c.text, c.currency)
			if !errors.Is(err, c.err) {
				t.Fatalf("Parse(%q, %s): error %v, want %v", c.text, c.currency, err, c.err)
			}
			want := money.New(c.minor, c.currency)
			if c.err != nil {
				want = money.Amount{}
			}
			if got != want {
				t.Errorf("Parse(%q, %s) = %v, want %v", c.text, c.currency, got, want)
			}
		})
	}
}

func TestGrouped(t *testing.T) {
	t.Parallel()
	for want, a := range map[string]money.Amount{
		"0":                          money.New(0, money.KRW),
		"999":                        money.New(999, money.KRW),
		"1,000":                      money.New(1000, money.KRW),
		"1,284,300":                  money.New(1_284_300, money.KRW),
		"-999":                       money.New(-999, money.KRW),
		"-100,000":                   money.New(-100_000, money.KRW),
		"-9,223,372,036,854,775,808": money.New(math.MinInt64, money.KRW),
		"0.00":                       money.New(0, money.USD),
		"0.07":                       money.New(7, money.USD),
		"-0.50":                      money.New(-50, money.USD),
		"-12.50":                     money.New(-1250, money.USD),
		"12,345.67":                  money.New(1_234_567, money.USD),
		"0.0001":                     money.New(1, "CLF"),
		"42":                         money.New(42, "ABC"),
	} {
		if got := a.Grouped(); got != want {
			t.Errorf("New(%d, %s).Grouped() = %q, want %q", a.Minor(), a.Currency(), got, want)
		}
	}
}

func TestStringNamesTheCurrency(t *testing.T) {
	t.Parallel()
	if got := money.New(-1250, money.USD).String(); got != "-12.50 USD" {
		t.Errorf("got %q", got)
	}
	if got := (money.Amount{}).String(); got != "0" {
		t.Errorf("the zero amount is %q, want %q", got, "0")
	}
}

func TestAddAndSub(t *testing.T) {
	t.Parallel()
	won := func(n int64) money.Amount { return money.New(n, money.KRW) }
	for name, c := range map[string]struct {
		do   func(a, b money.Amount) (money.Amount, error)
		a, b money.Amount
		want money.Amount
		err  error
	}{
		"a sum":                                   {money.Amount.Add, won(2), won(3), won(5), nil},
		"a sum with a negative":                   {money.Amount.Add, won(2), won(-3), won(-1), nil},
		"a sum at the top":                        {money.Amount.Add, won(math.MaxInt64 - 1), won(1), won(math.MaxInt64), nil},
		"a sum over the top":                      {money.Amount.Add, won(math.MaxInt64), won(1), money.Amount{}, money.ErrOverflow},
		"a sum at the bottom":                     {money.Amount.Add, won(math.MinInt64 + 1), won(-1), won(math.MinInt64), nil},
		"a sum under the bottom":                  {money.Amount.Add, won(math.MinInt64), won(-1), money.Amount{}, money.ErrOverflow},
		"a sum of won and dollars":                {money.Amount.Add, won(1), money.New(1, money.USD), money.Amount{}, money.ErrMismatch},
		"a sum of won and nothing":                {money.Amount.Add, won(1), money.Amount{}, money.Amount{}, money.ErrMismatch},
		"a difference":                            {money.Amount.Sub, won(2), won(3), won(-1), nil},
		"a difference with a negative":            {money.Amount.Sub, won(2), won(-3), won(5), nil},
		"a difference at the bottom":              {money.Amount.Sub, won(math.MinInt64 + 1), won(1), won(math.MinInt64), nil},
		"a difference under the bottom":           {money.Amount.Sub, won(math.MinInt64), won(1), money.Amount{}, money.ErrOverflow},
		"a difference over the top":               {money.Amount.Sub, won(math.MaxInt64), won(-1), money.Amount{}, money.ErrOverflow},
		"nothing less the smallest":               {money.Amount.Sub, won(0), won(math.MinInt64), money.Amount{}, money.ErrOverflow},
		"minus one less the smallest":             {money.Amount.Sub, won(-1), won(math.MinInt64), won(math.MaxInt64), nil},
		"a difference of won and dollars":         {money.Amount.Sub, won(1), money.New(1, money.USD), money.Amount{}, money.ErrMismatch},
		"the smallest less itself is nothing":     {money.Amount.Sub, won(math.MinInt64), won(math.MinInt64), won(0), nil},
		"the smallest and the largest make minus": {money.Amount.Add, won(math.MinInt64), won(math.MaxInt64), won(-1), nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := c.do(c.a, c.b)
			if got != c.want || !errors.Is(err, c.err) {
				t.Errorf("got %v, %v; want %v, %v", got, err, c.want, c.err)
			}
		})
	}
}

func TestNeg(t *testing.T) {
	t.Parallel()
	for minor, want := range map[int64]int64{5: -5, -5: 5, 0: 0, math.MaxInt64: -math.MaxInt64, math.MinInt64: math.MinInt64} {
		if got := money.New(minor, money.KRW).Neg(); got != money.New(want, money.KRW) {
			t.Errorf("New(%d).Neg() = %v, want %d", minor, got.Minor(), want)
		}
	}
}

func TestCurrencies(t *testing.T) {
	t.Parallel()
	if money.Currency("krw").Known() || money.Currency("").Known() || money.Currency("ZWL").Known() {
		t.Error("a currency that is not in force is known")
	}
	// IQD, LYD and CLF are those that other tables get wrong.
	for c, want := range map[money.Currency]int{"KRW": 0, "JPY": 0, "USD": 2, "EUR": 2, "COP": 2, "IQD": 3, "LYD": 3, "CLF": 4, "XAU": 0} {
		if !c.Known() || c.Digits() != want {
			t.Errorf("%s: known %v, %d digits, want %d", c, c.Known(), c.Digits(), want)
		}
	}
}

func TestCurrenciesAreThoseOfISO4217(t *testing.T) {
	t.Parallel()
	f, err := os.Open("../../../shared/data/ccy/codes-all.csv")
	if err != nil {
		t.Skip("needs ../shared/data/ccy/codes-all.csv, the list the table was typed from")
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	listed := map[money.Currency]string{} // to its minor unit
	for _, row := range rows[1:] {
		if code, withdrawn := row[2], row[5]; code != "" && withdrawn == "" {
			listed[money.Currency(code)] = row[4]
		}
	}
	for c, unit := range listed {
		want, err := strconv.Atoi(unit)
		if err != nil {
			want = 0 // "-": no minor unit
		}
		if !c.Known() || c.Digits() != want {
			t.Errorf("%s: known %v, %d digits, listed with %q", c, c.Known(), c.Digits(), unit)
		}
	}
	all := money.Currencies()
	if len(all) != len(listed) || !slices.IsSorted(all) {
		t.Errorf("%d currencies, %d listed, sorted %v", len(all), len(listed), slices.IsSorted(all))
	}
}

// FuzzParse checks that whatever Parse accepts is written by Grouped in a form
// that it reads back as the same amount.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"0", "50000", "1,284,300", "12.50", "12.5", "1.234", "0.0001", "9,223,372,036,854,775,807", "9223372036854775808",
		"", ".", "1.", ".5", "1,28,300", "-5", "+5", " 5", "1e3", "５", "1.2.3", "00,000",
	} {
		for _, c := range []string{"KRW", "USD", "BHD", "CLF", "ABC"} {
			f.Add(s, c)
		}
	}
	f.Fuzz(func(t *testing.T, s, code string) {
		a, err := money.Parse(s, money.Currency(code))
		if err != nil {
			if a != (money.Amount{}) || !errors.Is(err, money.ErrSyntax) && !errors.Is(err, money.ErrOverflow) {
				t.Fatalf("Parse(%q, %s) = %v, %v", s, code, a, err)
			}
			return
		}
		if a.Minor() < 0 {
			t.Fatalf("Parse(%q, %s) = %v, below zero", s, code, a)
		}
		if again, err := money.Parse(a.Grouped(), a.Currency()); again != a || err != nil {
			t.Errorf("Parse(%q, %s) = %v, which is read back as %v, %v", s, code, a, again, err)
		}
	})
}

// FuzzGrouped checks the same from amounts, of every currency.
func FuzzGrouped(f *testing.F) {
	for _, minor := range []int64{0, 1, 99, 100, 999, 1000, 1_284_300, math.MaxInt64} {
		f.Add(minor)
	}
	f.Fuzz(func(t *testing.T, minor int64) {
		if minor < 0 {
			t.Skip("Parse reads no sign")
		}
		for _, c := range money.Currencies() {
			a := money.New(minor, c)
			if again, err := money.Parse(a.Grouped(), c); again != a || err != nil {
				t.Errorf("%v is written %q and read back as %v, %v", a, a.Grouped(), again, err)
			}
		}
	})
}
