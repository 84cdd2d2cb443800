package bank_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"smartbank/bank"
)

// Every pattern that was collected is known, for each of its banks.
func TestAccountPatternsAreTheCollectedOnes(t *testing.T) {
	t.Parallel()
	const path = "../../shared/data/kr/account_patterns.tsv"
	table, err := os.ReadFile(path)
	if err != nil {
		t.Skipf("the collected patterns are not here: %v", err)
	}
	fewest := map[string]string{} // by bank and length
	for line := range strings.Lines(string(table)) {
		pattern, banks, _ := strings.Cut(strings.TrimSpace(line), "\t")
		pattern, _, _ = strings.Cut(pattern, " ")
		length := 0
		for part := range strings.SplitSeq(pattern, "-") {
			n, err := strconv.Atoi(part)
			if err != nil {
				length = 0
				break
			}
			length += n
		}
		if length == 0 { // the heading
			continue
		}
		for code := range strings.SplitSeq(banks, ",") {
			key := fmt.Sprintf("%s %d", code, length)
			if known, ok := fewest[key]; !ok || strings.Count(pattern, "-") < strings.Count(known, "-") {
				fewest[key] = pattern
			}
		}
	}
	if len(fewest) < 20 {
		t.Fatalf("only %d patterns were read", len(fewest))
	}
	for key, pattern := range fewest {
		var code string
		var length int
		if _, err := fmt.Sscan(key, &code, &length); err != nil {
			t.Fatal(err)
		}
		grouped := bank.GroupAccount(bank.BankCode(code), strings.Repeat("0", length))
		var got []string
		for group := range strings.SplitSeq(grouped, "-") {
			got = append(got, strconv.Itoa(len(group)))
		}
		if strings.Join(got, "-") != pattern {
			t.Errorf("%s: grouped %s, want %s", key, grouped, pattern)
		}
	}
}
