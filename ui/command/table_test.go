package command

import (
	"bytes"
	"testing"

	"smartbank/bank/money"
)

func TestTableFitsHangul(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	err := writeTable(&out, []column{{"내용", false}, {"Amount", true}, {"Bank", false}}, [][]string{
		{"급여", "+1,000", "088"},
		{"Corner Grocery", "-5", ""},
	})
	want := "내용            Amount  Bank\n" +
		"급여            +1,000  088\n" +
		"Corner Grocery      -5\n"
	if err != nil || out.String() != want {
		t.Errorf("%v\n%s\nwant\n%s", err, out.String(), want)
	}
}

func TestClean(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"홍길동":                       "홍길동",
		"a\x1b[31mb":                "a[31mb",
		"a\nb\tc\r":                 "abc",
		"pay \u202eeert\u202c":      "pay eert",
		"\u1112\u1161\u11ab":        "한", // written in jamo
		"\u009b2J":                  "2J",
		"one\u200bword\ufeff\u2066": "oneword",
	} {
		if got := clean(in); got != want {
			t.Errorf("%q is cleaned to %q, want %q", in, got, want)
		}
	}
}

func TestDecimal(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		amount            money.Amount
		decimal, withSign string
	}{
		{money.New(1_284_300, money.KRW), "1284300", "+1,284,300"},
		{money.New(-1250, money.USD), "-12.50", "-12.50"},
		{money.New(0, money.JPY), "0", "0"},
		{money.New(5, money.USD), "0.05", "+0.05"},
	} {
		if decimal(c.amount) != c.decimal || signed(c.amount) != c.withSign {
			t.Errorf("%v is %q and %q, want %q and %q", c.amount, decimal(c.amount), signed(c.amount), c.decimal, c.withSign)
		}
	}
}
