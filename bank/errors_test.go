package bank_test

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"testing"

	"smartbank/bank"
)

func TestCodesAreAllOfThemInOrder(t *testing.T) {
	t.Parallel()
	source, err := os.ReadFile("errors.go")
	if err != nil {
		t.Fatal(err)
	}
	declared := regexp.MustCompile(`(?m)^\tCode\w+ +Code = "([A-Z]{2,4}-\d\d)"`).FindAllSubmatch(source, -1)
	codes := bank.Codes()
	if len(codes) != len(declared) {
		t.Fatalf("Codes has %d, errors.go declares %d", len(codes), len(declared))
	}
	seen := map[bank.Code]bool{}
	for i, code := range codes {
		if string(code) != string(declared[i][1]) {
			t.Errorf("code %d is %s, declared is %s", i, code, declared[i][1])
		}
		if seen[code] {
			t.Errorf("%s is there twice", code)
		}
		seen[code] = true
	}
}

func TestErrorsSayWhatTheyAre(t *testing.T) {
	t.Parallel()
	denied := errors.New("permission denied")
	short := &bank.RefusedError{Code: bank.CodeInsufficientFunds, Account: "10026001000017"}
	for _, row := range []struct {
		err  error
		text string
		code bank.Code
	}{
		{short, "order refused: TRAN-04 (account 10026001000017)", bank.CodeInsufficientFunds},
		{&bank.RefusedError{Code: bank.CodeReadOnly}, "order refused: AUTH-10", bank.CodeReadOnly},
		{fmt.Errorf("pay the rent: %w", short), "pay the rent: order refused: TRAN-04 (account 10026001000017)", bank.CodeInsufficientFunds},
		{&bank.FileError{Path: "bank.db", Reason: bank.FileDenied, Err: denied}, "bank bank.db: denied: permission denied", ""},
		{bank.ErrUnknown, "the outcome is not known yet", ""},
	} {
		if row.err.Error() != row.text || bank.RefusalCode(row.err) != row.code {
			t.Errorf("%q, %q; want %q, %q", row.err, bank.RefusalCode(row.err), row.text, row.code)
		}
	}
	if bank.RefusalCode(nil) != "" {
		t.Error("no error has a code")
	}
	if !errors.Is(&bank.FileError{Err: denied}, denied) {
		t.Error("a FileError hides its cause")
	}
}
