package transfer

import (
	"testing"

	"smartbank/bank"
	"smartbank/bank/money"
)

func TestReadLine(t *testing.T) {
	t.Parallel()
	banks := []bank.Institution{
		{Code: "071", NameEN: "Korea Post", NameKO: "우체국"},
		{Code: "088", NameEN: "Shinhan Bank", NameKO: "신한은행"},
		{Code: "004", NameEN: "KB Kookmin Bank", NameKO: "KB국민은행"},
		{Code: "003", NameEN: "Industrial Bank of Korea", NameKO: "IBK기업은행"},
		{Code: "090", NameEN: "KakaoBank", NameKO: "카카오뱅크"},
	}
	for _, c := range []struct {
		line   string
		bank   bank.BankCode
		number string
		amount int64
	}{
		{"우체국 012345-02-678901 50,000원", "071", "01234502678901", 50_000},
		{"50000원 신한 110-234-567890 김하늘", "088", "110234567890", 50_000},
		{"국민은행 123456 01 234567", "004", "12345601234567", 0},
		{"Shinhan Bank 110234567890 KRW 1,234", "088", "110234567890", 1_234},
		{"카카오뱅크\t3333-01-2345678\n₩30,000", "090", "3333012345678", 30_000},
		{"088 110-234-567890", "088", "110234567890", 0},
		{"110-234-567890", "", "", 0},
		{"우체국 50,000원", "", "", 0},
		{"신한 12345678901234567890", "", "", 0},
		{"신한 110-234-567890 99999999999999999999원", "", "", 0},
		{"", "", "", 0},
	} {
		p, ok := readLine(c.line, banks)
		if ok != (c.bank != "") || ok && (p.bank != c.bank || p.number != c.number || p.amount != money.Amount{} && p.amount != money.New(c.amount, money.KRW)) {
			t.Errorf("%q: %+v, %v", c.line, p, ok)
		}
	}
}
