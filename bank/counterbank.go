package bank

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

// Other banks of a demonstration bank do as their accounts and the memos of an
// order ask them to, so that every answer of the network can be had on purpose. A bank that is no demonstration knows
// none of this.
//
//   - An account that ends in 9 and a reason, such as 9344, or 91014, turns every
//     order down for that reason. The name check passes.
//   - The memo #timeout, for either passbook: the money left and no answer came. It
//     comes three minutes later: the money arrived or, at an account of a reason, comes back.
//   - The memo #slow5: the same, and the answer comes after 5 seconds; 1 to 99.

// lateBy is how long an answer that was lost takes.
const lateBy = 3 * time.Minute

// The memos that other banks of a demonstration listen to.
var (
	memoTimeout = "#timeout"
	memoSlow    = regexp.MustCompile(`#slow([1-9][0-9]?)\b`)
)

// counterBank is what another bank says to an order.
type counterBank struct {
	late   time.Duration // before it says so; 0 at once
	reason string        // why it turns it down; "" if it does not
}

// demonstratedReason is the reason for which the account with this number turns
// orders down; "" if it does not.
func demonstratedReason(number string) string {
	for _, digits := range []int{4, 3} {
		if len(number) <= digits || number[len(number)-digits-1] != '9' {
			continue
		}
		if reason := number[len(number)-digits:]; slices.Contains(bankReasons, reason) {
			return reason
		}
	}
	return ""
}

// demonstratedName is on an account of a reason.
func demonstratedName(reason string) recipient {
	return recipient{nameEN: "Test account " + reason, nameKO: "시험계좌" + reason, invented: true}
}

// answers is what the bank of the recipient says to an order.
func (t *tx) answers(p passing) counterBank {
	if !t.bank.demo || p.order.Bank == KoreaPost {
		return counterBank{}
	}
	says := counterBank{}
	if p.to.invented {
		says.reason = demonstratedReason(p.order.To)
	}
	memos := p.order.OwnMemo + " " + p.order.RecipientMemo
	if strings.Contains(memos, memoTimeout) {
		says.late = lateBy
	}
	if slow := memoSlow.FindStringSubmatch(memos); slow != nil {
		if seconds, err := time.ParseDuration(slow[1] + "s"); err == nil {
			says.late = seconds
		}
	}
	return says
}
