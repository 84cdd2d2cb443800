package modeltest_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/anishathalye/porcupine"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/prooftest"
)

// What a caller asks of the bank.
type question struct {
	order    *bank.TransferOrder // a transfer, if there is one
	customer int                 // otherwise the balance of this customer's account
	history  bool                // with how many lines its passbook has
}

// What the caller is answered.
type answer struct {
	balance int64 // after it
	lines   int   // of the passbook, if they were asked for
	number  int   // of the entry that was booked, as its reference has it
}

// state is what the accounts of all customers hold, how many lines their passbooks have, and the number of the last entry.
type state struct {
	number   int
	balances [prooftest.Customers]int64
	lines    [prooftest.Customers]int
}

// oneByOne is a bank that does one thing after another.
var oneByOne = porcupine.Model{
	Init: func() any {
		s := state{number: prooftest.Customers} // one entry opened each account
		for i := range s.balances {
			s.balances[i], s.lines[i] = prooftest.Deposit, 1
		}
		return s
	},
	Step: func(before, asked, answered any) (bool, any) {
		s, _ := before.(state)
		q, _ := asked.(question)
		a, _ := answered.(answer)
		if q.order == nil {
			return s.balances[q.customer] == a.balance && (!q.history || s.lines[q.customer] == a.lines), s
		}
		for i := range s.balances {
			if q.order.From == prooftest.Number(i) {
				s.balances[i] -= q.order.Amount.Minor()
				s.lines[i]++
			}
			if q.order.Bank == bank.KoreaPost && q.order.To == string(prooftest.Number(i)) {
				s.balances[i] += q.order.Amount.Minor()
				s.lines[i]++
			}
		}
		s.number++
		return s.balances[q.customer] == a.balance && s.number == a.number, s
	},
	DescribeOperation: func(asked, answered any) string { return fmt.Sprintf("%+v: %+v", asked, answered) },
}

// history is what callers did: the moments are counted, so that what ended before something else began is known to have.
type history struct {
	moment atomic.Int64
	mu     sync.Mutex
	did    []porcupine.Operation
}

func (h *history) do(client int, q question, f func() (answer, error)) error {
	called := h.moment.Add(1)
	a, err := f()
	returned := h.moment.Add(1)
	if err != nil {
		return err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.did = append(h.did, porcupine.Operation{ClientId: client, Input: q, Call: called, Output: a, Return: returned})
	return nil
}

// reader answers questions about an account.
type reader func(q question) (answer, error)

// read asks the bank itself.
func read(b *bank.Bank, today calendar.Date) reader {
	return func(q question) (answer, error) {
		caller := bank.Caller{Customer: bank.CustomerID(q.customer + 1)}
		if q.history {
			page, err := b.History(context.Background(), caller, bank.HistoryQuery{
				Account: prooftest.Number(q.customer), From: today.AddMonths(-11), To: today,
			})
			return answer{balance: page.Closing.Minor(), lines: page.InCount + page.OutCount}, err
		}
		accounts, err := b.Accounts(context.Background(), caller)
		if err != nil {
			return answer{}, err
		}
		return answer{balance: accounts[0].Balance.Minor()}, nil
	}
}

// cached remembers each answer for two milliseconds, and for ten questions at least on a machine that is slower.
func cached(ask reader) reader {
	type kept struct {
		answer
		at    time.Time
		times int
	}
	var mu sync.Mutex
	answers := map[question]kept{}
	return func(q question) (answer, error) {
		mu.Lock()
		defer mu.Unlock()
		k, ok := answers[q]
		if ok && (k.times < 10 || time.Since(k.at) < 2*time.Millisecond) {
			k.times++
			answers[q] = k
			return k.answer, nil
		}
		a, err := ask(q)
		answers[q] = kept{answer: a, at: time.Now()}
		return a, err
	}
}

// record has so many callers do so many things together.
func record(t *testing.T, seed uint64, callers, operations int, through func(reader) reader) []porcupine.Operation {
	t.Helper()
	path := filepath.Join(prooftest.Folder(t), "bank.db")
	if err := bank.Create(t.Context(), path, prooftest.Opening(), prooftest.Options(2*seed)); err != nil {
		t.Fatal(err)
	}
	b, err := bank.Open(t.Context(), path, prooftest.Options(2*seed+1))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	var customers []*prooftest.Customer
	for i := range prooftest.Customers {
		customer, err := prooftest.SignIn(t.Context(), b, i, bank.Phone)
		if err != nil {
			t.Fatal(err)
		}
		customers = append(customers, customer)
	}
	h := &history{}
	asking := max(2, 48/callers) // the more questions overlap, the longer porcupine looks for their order
	ask := through(read(b, calendar.DateOf(banktest.Start)))
	var work sync.WaitGroup
	for i := range callers {
		work.Go(func() {
			dice := rand.New(rand.NewPCG(seed, uint64(i)))
			for range operations / callers {
				if err := once(h, i, customers[i%len(customers)], ask, dice, asking); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	work.Wait()
	if err := prooftest.Verify(t.Context(), b); err != nil {
		t.Error(err)
	}
	return h.did
}

// once does one thing: a transfer, or, asking times in ten, a question about any account.
func once(h *history, client int, customer *prooftest.Customer, ask reader, dice *rand.Rand, asking int) error {
	if dice.IntN(10) < asking {
		q := question{customer: dice.IntN(prooftest.Customers), history: dice.IntN(2) == 0}
		return h.do(client, q, func() (answer, error) { return ask(q) })
	}
	request, err := customer.Prepare(context.Background(), customer.Order(dice.IntN))
	if err != nil {
		return err
	}
	return h.do(client, question{order: &request.Order, customer: customer.Index}, func() (answer, error) {
		receipt, err := customer.Transfer(context.Background(), request)
		if err != nil {
			return answer{}, err
		}
		_, number, _ := strings.Cut(receipt.Reference, "-")
		n, err := strconv.Atoi(number)
		return answer{balance: receipt.BalanceAfter.Minor(), number: n}, err
	})
}

func TestLinearizable(t *testing.T) {
	t.Parallel()
	histories, operations := prooftest.Count(20, 100, 10), prooftest.Count(1_000, 3_000, 4)
	explained, done, over := 0, 0, prooftest.Clock(t)
	for n := range histories {
		if over() {
			break
		}
		done++
		callers := 8 + n*8%32
		did := record(t, uint64(n), callers, operations, func(r reader) reader { return r })
		if got := porcupine.CheckOperationsTimeout(oneByOne, did, time.Minute); got != porcupine.Ok {
			t.Errorf("history %d of %d callers is %s", n, callers, got)
			continue
		}
		explained++
	}
	t.Logf("%d histories of %d operations, by 8 to 32 callers: %d can be explained one by one", done, operations, explained)
}

// A reader that remembers answers for a moment tells what was true, and no longer is: no order explains it.
func TestACachedReaderIsFound(t *testing.T) {
	t.Parallel()
	did := record(t, 77, 16, prooftest.Count(1_000, 3_000, 4), cached)
	if got := porcupine.CheckOperationsTimeout(oneByOne, did, time.Minute); got != porcupine.Illegal {
		t.Errorf("a cached reader is %s", got)
	}
}
