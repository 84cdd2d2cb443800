package text

import (
	"testing"

	"smartbank/bank/iso"
)

// TestInvalid fails for a problem without words, or with the other language's.
func TestInvalid(t *testing.T) {
	t.Parallel()
	for _, problem := range iso.Problems() {
		for _, l := range []Lang{English, Korean} {
			m := In(l).Invalid(&iso.InvalidError{Problem: problem, At: 3, Got: "7", Want: "9"})
			if m == In(l).Frame.Fault || m.Problem == "" || m.Advice == "" {
				t.Errorf("%s has no words in %s", problem, l)
			}
			if got := hangul(m.Problem) && hangul(m.Advice); got != (l == Korean) {
				t.Errorf("%s in %s reads %q %q", problem, l, m.Problem, m.Advice)
			}
		}
	}
}
