package prooftest_test

import (
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/prooftest"
)

// What was found good is good again without being computed. What was not is no better the second time, and neither is the
// signature of another document.
func TestRemembering(t *testing.T) {
	t.Parallel()
	computed := 0
	check := prooftest.Remembering(func(payload, signature []byte, at time.Time) (bank.Signer, error) {
		computed++
		return banktest.Verify(payload, signature, at)
	})
	document, other := []byte("1,000 won to Park"), []byte("9,000 won to Park")
	signature := banktest.Sign(prooftest.Login(0), document)
	for i, row := range []struct {
		document []byte
		at       time.Time
		good     bool
		computed int // so far
	}{
		{document, banktest.Start, true, 1},
		{document, banktest.Start, true, 1},
		{other, banktest.Start, false, 2},
		{other, banktest.Start, false, 3},
		{document, time.Time{}, false, 4}, // a signature is checked as of a time
		{document, banktest.Start, true, 4},
	} {
		signer, err := check(row.document, signature, row.at)
		if (err == nil) != row.good || row.good && signer != banktest.Certificate(prooftest.Login(0)) || computed != row.computed {
			t.Errorf("check %d: %+v, %v after %d computations; want good %t after %d", i, signer, err, computed, row.good, row.computed)
		}
	}
}
