package component_test

import (
	"errors"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
	"smartbank/ui/component"
)

func TestAmountIsGroupedWhileTyped(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		keys []string
		line string
		x    int
	}{
		{nil, "                     won", 19},
		{[]string{"5"}, "                  5  won   5 원", 19},
		{[]string{"1234"}, "              1,234  won   1천 2백 34 원", 19},
		{[]string{"1234567"}, "          1,234,567  won   1백 23만 4천 5백 67 원", 19},
		{[]string{"1234567", "left", "left", "left"}, "          1,234,567  won   1백 23만 4천 5백 67 원", 16},
		{[]string{"1234567", "home"}, "          1,234,567  won   1백 23만 4천 5백 67 원", 10},
		{[]string{"1234", "left", "backspace"}, "                124  won   1백 24 원", 18},
		{[]string{"007"}, "                  7  won   7 원", 19},
		{[]string{"100", "home", "delete"}, "                  0  won", 18},
		{[]string{"5", "home", "0"}, "                  5  won   5 원", 18},
		{[]string{"1-2,3.4 x원"}, "              1,234  won   1천 2백 34 원", 19},
		{[]string{"9999999999999999"}, "999,999,999,999,999  won   9백 99조 9천 9백 99억 9천 9백 99만 9천 9백 99 원", 19},
	} {
		in := component.NewAmount(money.KRW)
		press(in, row.keys...)
		if line, x := shown(t, in, 76); line != row.line || x != row.x {
			t.Errorf("%q is shown as\n%q, cursor %d, want\n%q, cursor %d", row.keys, line, x, row.line, row.x)
		}
	}
}

func TestAmountQuickKeys(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		keys string
		want int64
	}{
		{"q", 10_000},
		{"w", 50_000},
		{"e", 100_000},
		{"t", 1_000_000},
		{"Q", 10_000},
		{"ㅂㅈㄷㅅ", 1_160_000}, // with the Korean keyboard on
		{"5qq", 20_005},
		{"a", 1_284_300},
		{"999qa", 1_284_300},
		{"999999999999999q", 999_999_999_999_999}, // no room for more
	} {
		in := component.NewAmount(money.KRW)
		in.SetAll(money.New(1_284_300, money.KRW))
		press(in, row.keys)
		if got, err := in.Value(); err != nil || got != money.New(row.want, money.KRW) {
			t.Errorf("%q gives %v, %v, want %d", row.keys, got, err, row.want)
		}
	}
	in := component.NewAmount(money.KRW)
	press(in, "5a")
	if got, err := in.Value(); err != nil || got.Minor() != 5 {
		t.Errorf("a without SetAll gives %v, %v", got, err)
	}
}

func TestAmountQuickKeysAreNamedBelow(t *testing.T) {
	t.Parallel()
	in := component.NewAmount(money.KRW)
	if got := below(in.Below(english(), 60)); got != "q +10k  w +50k  e +100k  t +1M" {
		t.Errorf("without all: %q", got)
	}
	in.SetAll(money.New(5, money.KRW))
	if got := below(in.Below(korean(), 60)); got != "q +1만  w +5만  e +10만  t +100만  a 전액" {
		t.Errorf("in Korean: %q", got)
	}
	if got := below(in.Below(korean(), 36)); got != "q +1만  w +5만  e +10만  t +100만\na 전액" {
		t.Errorf("in 36 cells: %q", got)
	}
	if lines := component.NewAmount(money.USD).Below(english(), 60); lines != nil {
		t.Errorf("dollars have the quick keys %q", lines)
	}
}

func below(lines []string) string {
	s := ""
	for i, line := range lines {
		if i > 0 {
			s += "\n"
		}
		s += ansi.Strip(line)
	}
	return s
}

func TestAmountPaste(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		currency money.Currency
		paste    string
		want     int64 // -1 is refused
	}{
		{money.KRW, "50,000", 50_000},
		{money.KRW, " ₩ 50,000 \n", 50_000},
		{money.KRW, "￦50,000", 50_000},
		{money.KRW, "50,000원", 50_000},
		{money.KRW, "50 000 won", 50_000},
		{money.KRW, "KRW 1000000", 1_000_000},
		{money.KRW, "５００", 500},
		{money.KRW, "5만원", -1},
		{money.KRW, "-500", -1},
		{money.KRW, "50,000.00", -1},
		{money.KRW, "5,0000", -1},
		{money.KRW, "9999999999999999", -1},
		{money.KRW, "원", -1},
		{money.USD, "$1,000.50", 100_050},
		{money.USD, "USD 12.5", 1_250},
		{money.USD, "12.345", -1},
	} {
		in := component.NewAmount(row.currency)
		press(in, "7")
		in.Update(paste(row.paste))
		want := row.want
		if want < 0 { // what was there stays
			v, err := money.Parse("7", row.currency)
			if err != nil {
				t.Fatal(err)
			}
			want = v.Minor()
		}
		if got, err := in.Value(); err != nil || got.Minor() != want {
			t.Errorf("pasting %q gives %v, %v, want %d", row.paste, got, err, row.want)
		}
	}
}

func TestAmountWithDecimals(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		keys []string
		want string
		line string
	}{
		{[]string{"1000.5"}, "1,000.50", "            1,000.5  USD"},
		{[]string{"12.345"}, "12.34", "              12.34  USD"},
		{[]string{".5"}, "0.50", "                0.5  USD"},
		{[]string{"12."}, "12.00", "                12.  USD"},
		{[]string{"1.2.3"}, "1.23", "               1.23  USD"},
		{[]string{"1234", "left", "left", "left", "."}, "", "              1,234  USD"}, // three decimals
	} {
		in := component.NewAmount(money.USD)
		press(in, row.keys...)
		got, err := in.Value()
		if row.want != "" && (err != nil || got.Grouped() != row.want) {
			t.Errorf("%q gives %v, %v, want %s", row.keys, got, err, row.want)
		}
		if line, _ := shown(t, in, 60); line != row.line {
			t.Errorf("%q is shown as %q, want %q", row.keys, line, row.line)
		}
	}
}

func TestAmountTellsWhatIsMissing(t *testing.T) {
	t.Parallel()
	in := component.NewAmount(money.KRW)
	if _, err := in.Value(); !errors.Is(err, money.ErrSyntax) || !in.Empty() {
		t.Errorf("an empty field has %v", err)
	}
	in.Set(money.New(-5, money.KRW))
	if !in.Empty() {
		t.Error("an amount below zero was set")
	}
	in.Set(money.New(50_000, money.KRW))
	in.SetCurrency(money.JPY)
	if got, err := in.Value(); err != nil || got != money.New(50_000, money.JPY) {
		t.Errorf("in yen it is %v, %v", got, err)
	}
	in.SetCurrency(money.USD)
	if !in.Empty() {
		t.Error("yen became dollars")
	}
}

func TestAmountLeavesOutWhatHasNoRoom(t *testing.T) {
	t.Parallel()
	in := component.NewAmount(money.KRW)
	press(in, "50000")
	for w, want := range map[int]string{
		40: "             50,000  won   5만 원",
		28: "             50,000  won",
		22: "             50,000 ",
		8:  " 50,000 ",
		6:  "0,000 ",
	} {
		if line, x := shown(t, in, w); line != want || x >= w {
			t.Errorf("in %d cells %q, cursor %d, want %q", w, line, x, want)
		}
	}
}

func TestAccountIsGroupedPerBank(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		bank  bank.BankCode
		keys  []string
		line  string
		x     int
		value string
	}{
		{bank.KoreaPost, []string{"01234502123456"}, "012345-02-123456", 16, "01234502123456"},
		{bank.KoreaPost, []string{"0123450"}, "012345-0", 8, "0123450"},
		{bank.KoreaPost, []string{"012345"}, "012345", 6, "012345"},
		{bank.KoreaPost, []string{"01234502", "left"}, "012345-02", 8, "01234502"},
		{bank.KoreaPost, []string{"01234502", "left", "left"}, "012345-02", 7, "01234502"},
		{bank.KoreaPost, []string{"01234502", "left", "left", "left"}, "012345-02", 5, "01234502"},
		{bank.KoreaPost, []string{"01234502", "home", "delete"}, "123450-2", 0, "1234502"},
		{bank.KoreaPost, []string{"012-345 02abc가"}, "012345-02", 9, "01234502"},
		{bank.KoreaPost, []string{"12345678901234567"}, "1234567890123456", 16, "1234567890123456"},
		{"020", []string{"1002123456789"}, "1002-123-456789", 15, "1002123456789"},
		{"999", []string{"12345"}, "12345", 5, "12345"},
	} {
		in := component.NewAccount()
		in.SetBank(row.bank)
		press(in, row.keys...)
		line, x := shown(t, in, 60)
		if line = trim(line); line != row.line || x != row.x || in.Value() != row.value {
			t.Errorf("%s: %q is %q, cursor %d, value %s; want %q, %d", row.bank, row.keys, line, x, in.Value(), row.line, row.x)
		}
	}
}

func trim(s string) string {
	for len(s) > 0 && s[len(s)-1] == ' ' {
		s = s[:len(s)-1]
	}
	return s
}

func TestAccountPaste(t *testing.T) {
	t.Parallel()
	for pasted, want := range map[string]string{
		"012345-02-123456":    "01234502123456",
		" 012345 02 123456\n": "01234502123456",
		"０１２３４５–０２–１２３４５６":     "01234502123456",
		"우체국 012345-02-123456": "01234502123456",
		"no digits":            "99",
		"12345678901234567":    "99", // too many
	} {
		in := component.NewAccount()
		press(in, "99")
		in.Update(paste(pasted))
		if got := in.Value(); got != want {
			t.Errorf("pasting %q gives %q, want %q", pasted, got, want)
		}
	}
}

func TestDateDashesComeByThemselves(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		keys []string
		line string
		x    int
		day  string // "" is none
	}{
		{nil, "YYYY-MM-DD", 0, ""},
		{[]string{"2026"}, "2026-MM-DD", 5, ""},
		{[]string{"20261105"}, "2026-11-05", 10, "2026-11-05"},
		{[]string{"2026-11-05"}, "2026-11-05", 10, "2026-11-05"},
		{[]string{"2026-1-05"}, "2026-01-05", 10, "2026-01-05"},
		{[]string{"20261105", "backspace", "backspace"}, "2026-11-DD", 8, ""},
		{[]string{"20261105", "home", "delete", "1"}, "1026-11-05", 1, "1026-11-05"},
		{[]string{"20261105", "left", "left"}, "2026-11-05", 8, "2026-11-05"},
		{[]string{"20260230"}, "2026-02-30", 10, ""},
		{[]string{"202611055"}, "2026-11-05", 10, "2026-11-05"},
		{[]string{"up"}, "2026-11-05", 10, "2026-11-05"}, // where the arrows start
		{[]string{"up", "up"}, "2026-11-06", 10, "2026-11-06"},
		{[]string{"20261101", "down"}, "2026-10-31", 10, "2026-10-31"},
		{[]string{"20260131", "pgup"}, "2026-02-28", 10, "2026-02-28"},
		{[]string{"20260331", "pgdown"}, "2026-02-28", 10, "2026-02-28"},
		{[]string{"99991231", "up"}, "9999-12-31", 10, "9999-12-31"},
	} {
		in := component.NewDate(calendar.Date{Year: 2026, Month: 11, Day: 5})
		press(in, row.keys...)
		if line, x := shown(t, in, 40); trim(line) != row.line || x != row.x {
			t.Errorf("%q is shown as %q, cursor %d, want %q, %d", row.keys, line, x, row.line, row.x)
		}
		day, err := in.Value()
		if day.String() != row.day || (err != nil) != (row.day == "") {
			t.Errorf("%q is the day %q, %v, want %q", row.keys, day, err, row.day)
		}
	}
}

func TestDatePaste(t *testing.T) {
	t.Parallel()
	for pasted, want := range map[string]string{
		"2026-11-05": "2026-11-05", " 20261105\n": "2026-11-05", "2026.11.5": "2026-11-05",
		"tomorrow": "2025-01-01", "2026-13-01": "2025-01-01",
	} {
		in := component.NewDate(calendar.Date{})
		in.Set(calendar.Date{Year: 2025, Month: 1, Day: 1})
		in.Update(paste(pasted))
		if day, err := in.Value(); err != nil || day.String() != want {
			t.Errorf("pasting %q gives %v, %v, want %s", pasted, day, err, want)
		}
	}
}
