package text_test

import (
	"errors"
	"strings"
	"testing"

	"smartbank/bank/fx"
	"smartbank/ui/text"
)

// TestWhatIsWrongWithRatesIsTold reads files that cannot be used, and looks that the reason is told in both languages.
func TestWhatIsWrongWithRatesIsTold(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct{ file, en, ko string }{
		"something else":        {"hello", `line 1: "hello": this is not the first line of the ECB's file`, `1번째 줄: "hello": 유럽중앙은행 파일의 첫 줄이 아닙니다`},
		"a column too many":     {"Date,USD\n2026-11-03,1,2\n", "this has more or fewer columns than the first line", "칸 수가 첫 줄과 다릅니다"},
		"a day that is none":    {"Date,USD\n2026-13-03,1\n", `line 2: Date: "2026-13-03": this is no date`, `2번째 줄: Date: "2026-13-03": 날짜가 아니거나`},
		"a currency twice":      {"Date,USD,USD\n", "this is no currency, or is there twice", "통화가 아니거나 두 번 나옵니다"},
		"less than nothing":     {"Date,USD\n2026-11-03,-1\n", `line 2: USD: "-1": this is no rate`, `2번째 줄: USD: "-1": 환율이 아닙니다`},
		"too large":             {"Date," + strings.Repeat(" ", fx.MaxFile), "it is larger than 8 MB", "8 MB보다 큰 파일입니다"},
		"half an answer":        {`[{"result":1,`, "this is not Eximbank's answer", "수출입은행의 응답이 아닙니다"},
		"a wrong key":           {`[{"result":3}]`, "the key was not accepted", "인증키 오류"},
		"too many requests":     {`[{"result":4}]`, "the requests of the day are used up", "하루 요청 횟수 초과"},
		"a result nobody knows": {`[{"result":9}]`, "Eximbank answers without rates", "수출입은행 응답에 환율이 없습니다"},
		"a day without rates":   {"[]", "there are no rates in won in it", "원화 환율이 들어 있지 않습니다"},
	} {
		_, err := fx.ReadECB([]byte(row.file))
		if strings.HasPrefix(row.file, "[") {
			_, err = fx.ReadEximbank([]byte(row.file))
		}
		for l, want := range map[text.Lang]string{text.English: row.en, text.Korean: row.ko} {
			if m := text.In(l).Command.FX.BadFile("x", err); !strings.Contains(m.Problem, want) {
				t.Errorf("%s (%s): %v is told as %q", name, l, err, m.Problem)
			}
		}
	}
	if m := text.In(text.Korean).Command.FX.BadFile("x", errors.New("no such file")); !strings.Contains(m.Problem, "no such file") {
		t.Errorf("a file that cannot be read is told as %q", m.Problem)
	}
}
