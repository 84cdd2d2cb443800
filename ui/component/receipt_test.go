package component_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

func TestReceiptAlignsByCells(t *testing.T) {
	t.Parallel()
	got := component.Receipt(korean(), "이체확인증", []component.Pair{
		{Label: "받는 분", Value: "이바다"},
		{Label: "금액", Value: "50,000원", Strong: true},
		{},
		{Label: "메모", Value: "십일월 월세를 보냅니다 감사합니다"},
	}, 30)
	want := strings.Join([]string{
		"          이체확인증",
		strings.Repeat("─", 30),
		"받는 분                 이바다",
		"금액                  50,000원",
		"",
		"메모             십일월 월세를",
		"           보냅니다 감사합니다",
		strings.Repeat("─", 30),
	}, "\n")
	if s := trimLines(strings.Join(got, "\n")); s != want {
		t.Errorf("it is\n%s\nwant\n%s", s, want)
	}
}

func TestPairsAlignByCells(t *testing.T) {
	t.Parallel()
	got := component.Pairs(korean(), []component.Pair{{Label: "받는 분", Value: "이바다"}, {}, {Label: "메모", Value: "십일월 월세를 보냅니다"}}, 24)
	want := "받는 분  이바다\n\n메모     십일월 월세를\n         보냅니다"
	if s := ansi.Strip(strings.Join(got, "\n")); s != want {
		t.Errorf("it is\n%s\nwant\n%s", s, want)
	}
}

func TestSteps(t *testing.T) {
	t.Parallel()
	names := []string{"From", "To", "Check", "Confirm", "Done"}
	for _, row := range []struct {
		look    component.Look
		current int
		w       int
		want    string
	}{
		{english(), 1, 60, "● From  ● To  ○ Check  ○ Confirm  ○ Done"},
		{english(), 1, 30, "2 of 5 · To"},
		{korean(), 4, 30, "5/5단계 · Done"},
		{english(), 3, 9, "4 of 5"},
		{english(), 9, 30, "5 of 5 · Done"},
		{english(), 0, 0, ""},
		{look(text.English, theme.Mono, theme.ASCII), 0, 60, "* From  o To  o Check  o Confirm  o Done"},
	} {
		if got := ansi.Strip(component.Steps(row.look, names, row.current, row.w)); got != row.want {
			t.Errorf("step %d in %d cells is %q, want %q", row.current, row.w, got, row.want)
		}
	}
}

func TestProblemIsWrapped(t *testing.T) {
	t.Parallel()
	m := text.Message{Problem: "보안카드는 한 번에 5,000,000원까지입니다.", Advice: "금액을 줄여 주세요."}
	got := ansi.Strip(strings.Join(component.Problem(korean(), m, 24), "\n"))
	if want := "보안카드는 한 번에\n5,000,000원까지입니다.\n금액을 줄여 주세요."; got != want {
		t.Errorf("it is %q", got)
	}
	if component.Problem(korean(), text.Message{}, 24) != nil {
		t.Error("there is a problem in nothing")
	}
}

func TestSignsTellTheSameAsColours(t *testing.T) {
	t.Parallel()
	ascii := look(text.English, theme.Mono, theme.ASCII)
	for _, row := range []struct {
		minor int64
		want  string
		ascii string
	}{
		{2_480_000, "+2,480,000", "+2,480,000"},
		{-50_000, "−50,000", "-50,000"},
		{0, "0", "0"},
	} {
		a := money.New(row.minor, money.KRW)
		if got := ansi.Strip(component.Signed(english(), a)); got != row.want || component.SignedText(ascii, a) != row.ascii {
			t.Errorf("%d is %q and %q", row.minor, got, component.SignedText(ascii, a))
		}
	}
	in, out := component.Signed(english(), money.New(1, money.KRW)), component.Signed(english(), money.New(-1, money.KRW))
	if in[:strings.Index(in, "+")] == out[:strings.Index(out, "−")] {
		t.Error("money in has the colour of money out")
	}
	if got := component.Won(text.In(text.Korean), money.New(50_000, money.KRW)); got != "50,000원" {
		t.Errorf("in Korean it is %q", got)
	}
	if got := component.Won(text.In(text.English), money.New(50_000, money.KRW)); got != "50,000 won" {
		t.Errorf("in English it is %q", got)
	}
	if got := component.Won(text.In(text.English), money.New(1_250, money.USD)); got != "12.50 USD" {
		t.Errorf("dollars are %q", got)
	}
}
