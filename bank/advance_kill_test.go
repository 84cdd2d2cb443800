package bank_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

// The test program is its own child: with this variable it does what is due in the bank that it names, and is killed meanwhile.
const advanceVariable = "SMARTBANK_ADVANCE_CHILD"

// longAfter is when everything of these tests has been due.
var longAfter = banktest.Start.AddDate(0, 4, 0)

// advanceChild says that it begins, and does what is due.
func advanceChild(path string) int {
	opt := bank.Options{Now: func() time.Time { return longAfter }, Rand: banktest.NewRand(7), Cost: bank.TapeCost}
	b, err := bank.Open(context.Background(), path, opt)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	fmt.Println("begun")
	if _, err := b.Advance(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// TestAdvanceGoesOnAfterAKill kills a process that does what is due, again and again, each time a little later. Nothing is
// done twice, and nothing by half: the books are verified when the test ends.
func TestAdvanceGoesOnAfterAKill(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	d := desk{w, w.SignIn(t, banktest.Lee).Caller(), banktest.Lee}
	const each = 5
	for range each {
		d.remit(t, toBoston(100_00))
		d.remit(t, ending(toBoston(100_00), "904"))
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	count := func(statement string) int {
		n, err := w.Count(t.Context(), statement)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	const done = "SELECT count(*) FROM due WHERE done_at IS NOT NULL"
	interrupted := 0
	for kill := 0; count(done) < 3*2*each && kill < 10; kill++ {
		cmd := exec.CommandContext(t.Context(), self)
		cmd.Env = append(os.Environ(), advanceVariable+"="+w.Path)
		cmd.Stderr = os.Stderr
		said, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		_, _ = said.Read(make([]byte, 16)) // it has begun, or is gone
		timer := time.NewTimer(time.Duration(kill+1) * 4 * time.Millisecond)
		<-timer.C
		_ = cmd.Process.Kill()
		if cmd.Wait() != nil {
			interrupted++
		}
	}
	t.Logf("%d times killed meanwhile, %d steps were done by then", interrupted, count(done))
	w.Clock.Advance(longAfter.Sub(w.Clock.Now()))
	if _, err := w.Advance(t.Context()); err != nil {
		t.Fatal(err)
	}
	for statement, want := range map[string]int{
		done: 3 * 2 * each,
		"SELECT count(*) FROM due WHERE done_at IS NULL":           0,
		"SELECT count(*) FROM entry WHERE kind='reversal'":         each,
		"SELECT count(*) FROM event WHERE to_state='credited'":     each,
		"SELECT count(*) FROM event WHERE to_state='returned'":     each,
		"SELECT count(*) FROM act WHERE kind='remittance-step'":    each,
		"SELECT count(*) FROM event WHERE to_state='under-review'": 2 * each,
	} {
		if n := count(statement); n != want {
			t.Errorf("%s: %d, want %d", statement, n, want)
		}
	}
}
