package fx_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"smartbank/bank/fx"
	"smartbank/bank/money"
)

const ecbSample = "Date,USD,JPY,KRW,\n2026-04-13,1.1684,186.75,1740.86,\n2026-04-10,1.1711,N/A,1737.06,\n"

func TestReadECB(t *testing.T) {
	t.Parallel()
	e, err := fx.ReadECB([]byte(ecbSample))
	if err != nil {
		t.Fatal(err)
	}
	for c, want := range map[money.Currency]string{"USD": "1489.95", "JPY": "932.19", "EUR": "1740.86"} {
		if base, err := e.Days[0].Base(c); err != nil || base.String() != want {
			t.Errorf("%s is %s won, %v, want %s", c, base, err, want)
		}
	}
	if _, err := e.Days[1].Base("JPY"); !errors.Is(err, fx.ErrNoRate) {
		t.Errorf("a rate that is not available: %v", err)
	}
	for name, c := range map[string]struct {
		old, new string
		fault    fx.Fault
		line     int
	}{
		"another first column":      {"Date", "Day", fx.FaultHeader, 1},
		"a currency twice":          {"JPY", "USD", fx.FaultCurrency, 1},
		"a currency in small":       {"JPY", "jpy", fx.FaultCurrency, 1},
		"a day that does not exist": {"2026-04-10", "2026-02-30", fx.FaultDate, 3},
		"a date without zeros":      {"2026-04-10", "2026-4-10", fx.FaultDate, 3},
		"a day twice":               {"2026-04-10", "2026-04-13", fx.FaultDate, 3},
		"a cell too few":            {"1.1684,", "", fx.FaultColumns, 2},
		"no comma at the end":       {"1740.86,", "1740.86", fx.FaultColumns, 2},
		"a negative rate":           {"1.1684", "-1.1684", fx.FaultRate, 2},
		"a rate of nothing":         {"1.1684", "0", fx.FaultRate, 2},
		"an exponent":               {"1.1684", "1e9", fx.FaultRate, 2},
		"seven decimals":            {"1.1684", "1.1684000", fx.FaultRate, 2},
		"an empty line":             {"\n2026-04-10", "\n\n2026-04-10", fx.FaultColumns, 3},
	} {
		_, err := fx.ReadECB([]byte(strings.Replace(ecbSample, c.old, c.new, 1)))
		file, ok := errors.AsType[*fx.FileError](err)
		if !ok || file.Fault != c.fault || file.Line != c.line {
			t.Errorf("%s: %v, want %s in line %d", name, err, c.fault, c.line)
		}
	}
	if _, err := fx.ReadECB(make([]byte, fx.MaxFile+1)); err == nil {
		t.Error("a file that is too large is read")
	}
}

const eximbankSample = `[
 {"result": 1, "cur_unit": "USD", "ttb": "1,180.87", "tts": "1,204.72", "deal_bas_r": "1,192.8", "bkpr": "1,192", "cur_nm": "미국 달러"},
 {"result": 1, "cur_unit": "JPY(100)", "ttb": "1,105.74", "tts": "1,128.07", "deal_bas_r": "1,116.91", "bkpr": "1,116", "yy_efee_r": "0", "cur_nm": "일본 옌"}
]
`

func TestReadEximbank(t *testing.T) {
	t.Parallel()
	all, err := fx.ReadEximbank([]byte(eximbankSample))
	if err != nil || len(all) != 2 || all[1].Unit != 100 || all[1].Currency != "JPY" || all[0].Send != rate(t, "1204.72") || all[0].Name != "미국 달러" {
		t.Fatalf("%+v, %v", all, err)
	}
	for name, c := range map[string]struct {
		old, new string
		fault    fx.Fault
		line     int
	}{
		"commas where they do not belong": {"1,192.8", "11,92.8", fx.FaultRate, 2},
		"a comma missing":                 {"1,180.87", "1180,87", fx.FaultRate, 2},
		"a rate that is a number":         {`"1,116"`, `1116`, fx.FaultSyntax, 3},
		"a field nobody knows":            {"yy_efee_r", "fee", fx.FaultSyntax, 3},
		"another unit":                    {"JPY(100)", "JPY(10)", fx.FaultCurrency, 3},
		"a currency twice":                {"JPY(100)", "USD", fx.FaultCurrency, 3},
		"a negative rate":                 {"1,105.74", "-1,105.74", fx.FaultRate, 3},
		"a row that is not closed":        {"옌\"}\n]", "옌\"\n]", fx.FaultSyntax, 4},
		"something after the array":       {"]\n", "]\n[]", fx.FaultSyntax, 5},
		"an object":                       {"[\n", "{\n", fx.FaultSyntax, 1},
	} {
		_, err := fx.ReadEximbank([]byte(strings.Replace(eximbankSample, c.old, c.new, 1)))
		file, ok := errors.AsType[*fx.FileError](err)
		if !ok || file.Fault != c.fault || file.Line != c.line {
			t.Errorf("%s: %v, want %s in line %d", name, err, c.fault, c.line)
		}
	}
	if _, err := fx.ReadEximbank([]byte("[]")); !errors.Is(err, fx.ErrClosed) {
		t.Errorf("a day when banks are closed: %v", err)
	}
	for _, result := range []string{"2", "3", "4"} {
		_, err := fx.ReadEximbank([]byte(strings.Replace(eximbankSample, `"result": 1`, `"result": `+result, 1)))
		if answer, ok := errors.AsType[*fx.ResultError](err); !ok || answer.Result != int(result[0]-'0') {
			t.Errorf("result %s: %v", result, err)
		}
	}
}

func TestReadEximbankReadsAPublishedAnswer(t *testing.T) {
	t.Parallel()
	file, err := os.ReadFile("../../../shared/data/fx/eximbank_AP01_snapshot.json")
	if err != nil {
		t.Skip("needs ../shared/data/fx")
	}
	all, err := fx.ReadEximbank(file)
	if err != nil || len(all) != 23 {
		t.Fatalf("%d rows, %v", len(all), err)
	}
	written, err := fx.WriteEximbank(all)
	if err != nil {
		t.Fatal(err)
	}
	var want, got any
	if err := errors.Join(json.Unmarshal(file, &want), json.Unmarshal(written, &got)); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("written back as %s, %v", written, err)
	}
}

func FuzzReadECB(f *testing.F) {
	f.Add([]byte(ecbSample))
	f.Add([]byte(strings.ReplaceAll(ecbSample, ",\n", "\r\n")))
	f.Add([]byte("Date,KRW\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		e, err := fx.ReadECB(file)
		if err != nil {
			if _, ok := errors.AsType[*fx.FileError](err); !ok {
				t.Fatalf("%T %v", err, err)
			}
			return
		}
		written := e.Write()
		again, err := fx.ReadECB(written)
		if err != nil || !reflect.DeepEqual(again, e) || !bytes.Equal(again.Write(), written) {
			t.Fatalf("%q is written %q and read back as %+v, %v", file, written, again, err)
		}
		for _, day := range e.Days {
			for c := range day.Units {
				day.Base(c) //nolint:errcheck // it must not panic
			}
		}
	})
}

func FuzzReadEximbank(f *testing.F) {
	f.Add([]byte(eximbankSample))
	f.Add([]byte("[]"))
	f.Add([]byte(`[{"result":4}]`))
	f.Fuzz(func(t *testing.T, file []byte) {
		all, err := fx.ReadEximbank(file)
		if err != nil {
			return
		}
		written, err := fx.WriteEximbank(all)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := fx.ReadEximbank(written); err != nil || !reflect.DeepEqual(again, all) {
			t.Fatalf("%q is written %q and read back as %+v, %v", file, written, again, err)
		}
	})
}

func FuzzParseRate(f *testing.F) {
	for _, s := range []string{"1353.2", "0.000001", "9223372036854.775807", "1.", ".5", "-1", "1e3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := fx.ParseRate(s)
		if err != nil {
			return
		}
		if again, err := fx.ParseRate(r.String()); err != nil || again != r {
			t.Errorf("%q is %s, read back as %s, %v", s, r, again, err)
		}
		if again, err := fx.ParseRate(r.Aligned()); err != nil || again != r {
			t.Errorf("%q stands in a column as %s, read back as %s, %v", s, r.Aligned(), again, err)
		}
		if again, err := fx.ParseRate(strings.ReplaceAll(r.Grouped(), ",", "")); err != nil || again != r {
			t.Errorf("%q is shown %s, read back as %s, %v", s, r.Grouped(), again, err)
		}
	})
}
