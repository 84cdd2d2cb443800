package bank

import "strings"

// accountPatterns are how Korean banks print account numbers: the digits of each
// group, by bank and by length, as collected from public pages; the banks publish no list of them.
// Where those give a bank two patterns of one length, the one with fewer groups stands here.
var accountPatterns = map[BankCode][][]int{
	"002": {{3, 2, 5, 1}, {3, 8, 3}},
	"003": {{3, 2, 6, 1}, {3, 6, 2, 3}},
	"004": {{3, 2, 4, 3}, {6, 2, 6}},
	"007": {{3, 2, 5, 1}, {3, 8, 1}},
	"011": {{3, 4, 4, 2}},
	"020": {{4, 3, 6}},
	"023": {{3, 2, 6}},
	"027": {{3, 6, 3}},
	"032": {{3, 2, 6, 1}, {3, 4, 4, 2}},
	"071": {{6, 2, 6}},
	"081": {{3, 2, 5, 1}, {3, 6, 3}, {3, 6, 5}},
	"088": {{3, 2, 6}, {3, 3, 6}},
	"089": {{3, 3, 6}},
	"090": {{4, 2, 7}},
}

// GroupAccount writes an account number as its bank prints it, in groups with
// dashes between them: "012345-02-678901". Digits that no pattern of the bank fits stay as they are.
func GroupAccount(bank BankCode, digits string) string {
	for _, pattern := range accountPatterns[bank] {
		total := 0
		for _, n := range pattern {
			total += n
		}
		if total != len(digits) {
			continue
		}
		groups := make([]string, 0, len(pattern))
		for rest := digits; len(groups) < len(pattern); {
			n := pattern[len(groups)]
			groups, rest = append(groups, rest[:n]), rest[n:]
		}
		return strings.Join(groups, "-")
	}
	return digits
}
