package killtest_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/prooftest"
)

// tally is what a proof has counted.
type tally struct {
	kills, acknowledged, unknown, booked int
	lost, doubled                        int
}

func (c *tally) log(t *testing.T) {
	t.Helper()
	t.Logf("%d kills: %d orders acknowledged, %d lost; %d without an answer, of which %d had been booked; %d doubled",
		c.kills, c.acknowledged, c.lost, c.unknown, c.booked, c.doubled)
}

// world is the bank of a proof, what should be on its accounts, and every receipt that anybody was given.
type world struct {
	path     string
	books    *prooftest.Books
	receipts map[string]string // by key
	askers   map[string]prooftest.Request

	customers map[int]*prooftest.Customer // signed in on the PC to ask again, once
	check     bank.VerifySignature
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{
		path:  filepath.Join(prooftest.Folder(t), "bank.db"),
		books: prooftest.NewBooks(), receipts: map[string]string{}, askers: map[string]prooftest.Request{},
		customers: map[int]*prooftest.Customer{},
		check:     prooftest.Remembering(banktest.Verify),
	}
	if err := bank.Create(t.Context(), w.path, prooftest.Opening(), prooftest.Options(0)); err != nil {
		t.Fatal(err)
	}
	return w
}

// open opens the bank as the one who looks for what is missing.
func (w *world) open(t *testing.T, seed uint64) *bank.Bank {
	t.Helper()
	options := prooftest.Options(seed)
	options.Verify = w.check
	b, err := bank.Open(t.Context(), w.path, options)
	if err != nil {
		t.Fatalf("open after a kill: %v", err)
	}
	return b
}

// examine asks b about every order in a killed process's log.
func (w *world) examine(t *testing.T, b *bank.Bank, lines []prooftest.Line, c *tally) {
	t.Helper()
	c.kills++
	round := map[string]prooftest.Request{}
	for _, line := range lines {
		switch {
		case line.Fault != "":
			t.Fatalf("kill %d: a caller was told: %s", c.kills, line.Fault)
		case line.Asked != nil:
			round[line.Asked.Order.Key] = *line.Asked
		default:
			w.receipts[line.Key] = line.Receipt
			c.acknowledged++
		}
	}
	for key, request := range round {
		w.askers[key] = request
		if w.receipts[key] != "" {
			w.acknowledged(t, b, request, c)
			delete(round, key)
		}
	}
	w.askAgain(t, b, round, c)
}

// acknowledged checks that an order that was acknowledged is there, with the receipt that was given.
func (w *world) acknowledged(t *testing.T, b *bank.Bank, r prooftest.Request, c *tally) {
	t.Helper()
	w.books.Book(r.Order)
	if got := outcome(t, b, r); got != w.receipts[r.Order.Key] {
		c.lost++
		t.Errorf("kill %d: the order %s was acknowledged with\n%s\nand is now\n%s", c.kills, r.Order.Key, w.receipts[r.Order.Key], got)
	}
}

// askAgain sends the orders whose answers never came once more, all at once, and each twice: it is booked once, whether it
// was before or not.
func (w *world) askAgain(t *testing.T, b *bank.Bank, unknown map[string]prooftest.Request, c *tally) {
	t.Helper()
	for _, request := range unknown {
		if w.customers[request.Customer] == nil {
			w.customers[request.Customer] = signIn(t, b, request.Customer)
		}
	}
	var answering sync.WaitGroup
	answers := make(chan answers, len(unknown))
	for _, request := range unknown {
		answering.Go(func() { answers <- again(t, b, w.customers[request.Customer].At(b), request) })
	}
	answering.Wait()
	close(answers)
	for a := range answers {
		c.unknown++
		if a.before != "" {
			c.booked++
		}
		if a.err != nil {
			t.Fatalf("kill %d: the order %s again: %v", c.kills, a.request.Order.Key, a.err)
		}
		if a.first == "" || a.first != a.second || a.first != a.after || a.before != "" && a.before != a.first {
			c.doubled++
			t.Errorf("kill %d: the order %s had the receipts\n%s\n%s\n%s\n%s",
				c.kills, a.request.Order.Key, a.before, a.first, a.second, a.after)
		}
		w.books.Book(a.request.Order)
		w.receipts[a.request.Order.Key] = a.after
	}
}

// answers are what the bank said to an order that was sent again: its outcome before, its receipt twice, and its outcome
// after.
type answers struct {
	request                      prooftest.Request
	before, first, second, after string
	err                          error
}

func again(t *testing.T, b *bank.Bank, customer *prooftest.Customer, r prooftest.Request) answers {
	t.Helper()
	a := answers{request: r}
	a.before = outcome(t, b, r)
	for _, answer := range []*string{&a.first, &a.second} {
		err := patiently(func() error {
			receipt, err := customer.Transfer(t.Context(), r)
			*answer = prooftest.Text(receipt)
			return err
		})
		if err != nil {
			a.err = err
			return a
		}
	}
	a.after = outcome(t, b, r)
	return a
}

// patiently does again what was refused because other processes held the file.
func patiently(f func() error) error {
	var err error
	for range 20 { // each waits five seconds
		if err = f(); !busy(err) {
			return err
		}
	}
	return err
}

func signIn(t *testing.T, b *bank.Bank, index int) (customer *prooftest.Customer) {
	t.Helper()
	err := patiently(func() (err error) {
		customer, err = prooftest.SignIn(t.Context(), b, index, bank.PC)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return customer
}

// outcome is the receipt that the bank has for a request, "" for none.
func outcome(t *testing.T, b *bank.Bank, r prooftest.Request) string {
	t.Helper()
	receipt, err := b.Outcome(t.Context(), bank.Caller{Customer: bank.CustomerID(r.Customer + 1)}, r.Order.Key)
	switch {
	case err != nil:
		return err.Error()
	case receipt == nil:
		return ""
	}
	return prooftest.Text(*receipt)
}

// settle checks everything: each receipt that was ever given, each balance, and the books.
func (w *world) settle(t *testing.T, b *bank.Bank, c *tally) {
	t.Helper()
	for key, receipt := range w.receipts {
		if got := outcome(t, b, w.askers[key]); got != receipt {
			c.lost++
			t.Errorf("the order %s was acknowledged with\n%s\nand is now\n%s", key, receipt, got)
		}
	}
	if err := errors.Join(w.books.Check(t.Context(), b), prooftest.Verify(t.Context(), b)); err != nil {
		t.Error(err)
	}
}

// A bank is used for so many kills.
const killsPerWorld = 20

// worlds has a proof of so many kills use one bank after another, those of this run's part: each has its number, dice of its
// own, and so many kills to do.
func worlds(t *testing.T, seed uint64, kills int, use func(world int, dice *rand.Rand, kills int)) {
	t.Helper()
	over := prooftest.Clock(t)
	part, parts := prooftest.Part(t)
	for world := part - 1; world*killsPerWorld < kills && !t.Failed() && !over(); world += parts {
		use(world, rand.New(rand.NewPCG(seed, uint64(world))), min(killsPerWorld, kills-world*killsPerWorld))
	}
}

func TestKillOneProcess(t *testing.T) {
	t.Parallel()
	var c tally
	worlds(t, 1, prooftest.Count(200, 10_000, 40), func(world int, dice *rand.Rand, kills int) {
		w := newWorld(t)
		for i := range kills {
			seed := uint64(2*(world*killsPerWorld+i) + 1)
			p := start(t, w.path, seed, 64, 1_000_000, "0 1 2 3 4 5 6 7")
			lines := p.kill(moment(dice, 150))
			b := w.open(t, seed+1)
			w.examine(t, b, lines, &c)
			err := w.books.Check(t.Context(), b)
			if err == nil && i%4 == 3 {
				err = prooftest.Verify(t.Context(), b)
			}
			if err != nil {
				t.Fatalf("kill %d: %v", c.kills, err)
			}
			if err := b.Close(); err != nil {
				t.Fatal(err)
			}
		}
		b := w.open(t, 0)
		w.settle(t, b, &c)
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	})
	c.log(t)
}

// moment draws when to kill: after so many lines of the log, at most, and so long. One in ten is killed while it opens the
// bank.
func moment(dice *rand.Rand, most int) (after int, wait time.Duration) {
	if dice.IntN(10) == 0 {
		return 0, time.Duration(dice.IntN(40)) * time.Millisecond
	}
	return 1 + dice.IntN(most), time.Duration(dice.IntN(3000)) * time.Microsecond
}

func TestKillFourProcesses(t *testing.T) {
	t.Parallel()
	var c tally
	worlds(t, 2, prooftest.Count(100, 5_000, 20), func(world int, dice *rand.Rand, kills int) {
		seed := uint64(world) * 4 * killsPerWorld // of everybody who opens the bank, each another
		w := newWorld(t)
		b := w.open(t, seed)
		launch := func(i int) *process {
			seed++
			return start(t, w.path, seed, 16, 8, fmt.Sprintf("%d %d", 2*i, 2*i+1))
		}
		var running [4]*process
		for i := range running {
			running[i] = launch(i)
		}
		for range kills - len(running) {
			victim := dice.IntN(len(running))
			lines := running[victim].kill(moment(dice, 30))
			w.examine(t, b, lines, &c)
			running[victim] = launch(victim)
		}
		for _, p := range running {
			w.examine(t, b, p.kill(moment(dice, 30)), &c)
		}
		w.settle(t, b, &c)
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	})
	c.log(t)
}
