package ui_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode"

	"smartbank/bank"
)

// TestCodes checks that `smartbank codes` tells every refusal of the bank, each
// with a problem, an advice and how to provoke it, and each in its own language.
func TestCodes(t *testing.T) {
	t.Parallel()
	type words struct{ Problem, Advice, Provoke string }
	var refusals []struct {
		Code   bank.Code
		En, Ko words
	}
	exit, out, problem := run("", "", nil, "codes", "--json")
	if exit != 0 || problem != "" {
		t.Fatalf("exit %d: %s", exit, problem)
	}
	if err := json.Unmarshal([]byte(out), &refusals); err != nil {
		t.Fatal(err)
	}
	all := slices.Concat(bank.Codes(), bank.Reasons())
	if len(refusals) != len(all) {
		t.Fatalf("%d codes are told, the bank has %d", len(refusals), len(all))
	}
	told := map[string]bank.Code{}
	for i, code := range all {
		r := refusals[i]
		if r.Code != code {
			t.Fatalf("the refusal after %d others is %s, want %s", i, r.Code, code)
		}
		for _, w := range []words{r.En, r.Ko} {
			if w.Problem == "" || w.Advice == "" || w.Provoke == string(code) {
				t.Errorf("%s: problem %q, advice %q, provoke %q: all are needed", code, w.Problem, w.Advice, w.Provoke)
			}
			if strings.ContainsAny(w.Problem+w.Advice, "\n\t") || strings.Contains(w.Problem+w.Advice, "%!") {
				t.Errorf("%s is not a clean line: %q %q", code, w.Problem, w.Advice)
			}
			if other, same := told[w.Problem]; same {
				t.Errorf("%s and %s are told with the same words: %q", code, other, w.Problem)
			}
			told[w.Problem] = code
		}
		if !hangul(r.Ko.Problem) || !hangul(r.Ko.Advice) {
			t.Errorf("%s is not told in Korean: %q %q", code, r.Ko.Problem, r.Ko.Advice)
		}
	}
}

func hangul(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Hangul, r) })
}
