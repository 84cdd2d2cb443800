package bank_test

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
)

// counter is a desk in a file, with orders that wait to be confirmed.
type counter struct {
	*bank.Bank

	path   string
	caller bank.Caller
	cells  []string
	orders []bank.Review

	signatures [][]byte // of the orders
}

func openCounter(b *testing.B, orders int) *counter {
	b.Helper()
	c := &counter{path: filepath.Join(b.TempDir(), "bank.db")}
	if err := bank.Create(b.Context(), c.path, richOpening(), options()); err != nil {
		b.Fatal(err)
	}
	c.open(b)
	session, err := c.SignIn(b.Context(), banktest.Kim, banktest.Password(banktest.Kim), bank.Phone)
	if err != nil {
		b.Fatal(err)
	}
	c.caller = session.Caller()
	cells, err := c.Card(b.Context(), banktest.Kim)
	if err != nil {
		b.Fatal(err)
	}
	c.cells = cells[:]
	var preparing sync.WaitGroup
	c.orders, c.signatures = make([]bank.Review, orders), make([][]byte, orders)
	for k := range 64 {
		preparing.Go(func() {
			for i := k; i < orders; i += 64 {
				if c.orders[i], err = c.Prepare(b.Context(), c.caller, repeated(toLee(1)), pin()); err != nil {
					b.Error(err)
					return
				}
				c.signatures[i] = banktest.Sign(banktest.Kim, c.orders[i].Document)
			}
		})
	}
	preparing.Wait()
	return c
}

func (c *counter) open(b *testing.B) {
	b.Helper()
	var err error
	if c.Bank, err = bank.Open(b.Context(), c.path, options()); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { c.Close() })
}

// send confirms an order.
func (c *counter) send(ctx context.Context, i int) error {
	r := c.orders[i]
	answer := []byte(c.cells[r.Challenge.First-1][:2] + c.cells[r.Challenge.Second-1][2:])
	_, err := c.Transfer(ctx, c.caller, r.Order, bank.Proof{Digits: answer, Signature: c.signatures[i]})
	return err
}

// transferStatements are what Transfer asks of the books.
var transferStatements = []string{
	"BEGIN IMMEDIATE", "newest_entry", "SAVEPOINT BESIDE", "transfer_standing", "challenge_answered",
	"transfer_book", "said_keep", "act_keep", "RELEASE SAVEPOINT BESIDE",
	"seal_newest", "sealed_leg", "sealed_event", "sealed_act", "seal_keep", "COMMIT",
}

// endless is for the driver alone: for a context that may end it starts a goroutine
// with every statement, which those of the bank's writer do not have either.
var endless = context.Background()

// bareCounter is the file of a counter with the driver alone.
type bareCounter struct {
	*bareBank

	of               *counter
	newest, from, to int64 // the newest entry, and from where to where orders go
	sent             int   // orders
}

// openBareCounter closes a counter's bank and opens its file without one.
func openBareCounter(b *testing.B, orders int) *bareCounter {
	b.Helper()
	c := openCounter(b, orders)
	if err := c.Close(); err != nil {
		b.Fatal(err)
	}
	d := &bareCounter{bareBank: openBare(b, bank.WriterDSN(c.path), transferStatements...), of: c}
	for number, id := range map[bank.AccountNumber]*int64{banktest.KimMain: &d.from, banktest.LeeMain: &d.to} {
		if err := d.db.QueryRowContext(b.Context(), "SELECT id FROM account WHERE number = $1", number).Scan(id); err != nil {
			b.Fatal(err)
		}
	}
	if err := d.db.QueryRowContext(b.Context(), bank.Query("newest_entry_id")).Scan(&d.newest); err != nil {
		b.Fatal(err)
	}
	return d
}

// send does to the books what confirming the next orders as one batch does, with the same statements.
func (d *bareCounter) send(ctx context.Context, orders int) error {
	first := d.sent
	d.sent += orders
	if err := d.verify(first, orders); err != nil {
		return err
	}
	var errs []error
	do := func(name string) { errs = append(errs, d.exec(ctx, name)) }
	do("BEGIN IMMEDIATE")
	_, err := d.rows(ctx, "newest_entry")
	errs = append(errs, err)
	for i := range orders {
		if i > 0 {
			do("SAVEPOINT BESIDE")
		}
		errs = append(errs, d.order(ctx, first+i))
		if i > 0 {
			do("RELEASE SAVEPOINT BESIDE")
		}
	}
	errs = append(errs, bareSeal(ctx, d.bareBank, options().Now().Add(time.Duration(first+orders)*time.Microsecond)))
	do("COMMIT")
	return errors.Join(errs...)
}

// verify checks signatures, all at once.
func (d *bareCounter) verify(first, orders int) error {
	var verifying sync.WaitGroup
	errs := make([]error, orders)
	for i := range orders {
		verifying.Go(func() {
			_, errs[i] = banktest.Verify(d.of.orders[first+i].Document, d.of.signatures[first+i], options().Now())
		})
	}
	verifying.Wait()
	return errors.Join(errs...)
}

// order books an order.
func (d *bareCounter) order(ctx context.Context, i int) error {
	var (
		c      = d.of
		o      = c.orders[i].Order
		who    = int64(c.caller.Customer)
		at     = options().Now().Add(time.Duration(i) * time.Microsecond)
		today  = calendar.DateOf(at).Key()
		signer = banktest.Certificate(banktest.Kim)
		errs   []error
	)
	do := func(name string, args ...any) { errs = append(errs, d.exec(ctx, name, args...)) }
	_, err := d.rows(ctx, "transfer_standing", who, c.caller.Session, o.Key, signer.Issuer, signer.Serial, "medium:1", signer.SHA256,
		today, o.Bank, o.To, o.Amount.Minor(), o.From, "account:"+string(o.From), bank.KoreaPost)
	errs = append(errs, err)
	do("challenge_answered", who, "01,01")
	d.newest++
	do("transfer_book", d.newest, o.Key, make([]byte, 32), at.UnixMicro(), today, who, d.from, d.to, "KRW", o.Bank, o.To, o.Recipient,
		o.Amount.Minor(), 0, o.OwnMemo, o.RecipientMemo, "card", at.UnixMicro(), "completed")
	do("said_keep", o.Key, o.Expected, string(o.Acknowledged))
	do("act_keep", at.UnixMicro(), at.UnixMicro(), who, "signature", o.Key, string(c.orders[i].Document), c.signatures[i])
	return errors.Join(errs...)
}

// bareSeal writes a seal whose hash stands for nothing.
func bareSeal(ctx context.Context, d *bareBank, at time.Time) error {
	var (
		now, sealed [5]int64
		id, before  int64
		prev        []byte
	)
	err := d.statements["seal_newest"].QueryRowContext(ctx).Scan(&now[0], &now[1], &now[2], &now[3], &now[4],
		&id, &before, &sealed[0], &sealed[1], &sealed[2], &sealed[3], &sealed[4], &prev)
	if err != nil {
		return err
	}
	if _, err := d.rows(ctx, "sealed_leg", sealed[0], now[0]); err != nil {
		return err
	}
	if _, err := d.rows(ctx, "sealed_event", sealed[1], now[1]); err != nil {
		return err
	}
	if _, err := d.rows(ctx, "sealed_act", sealed[4], now[4]); err != nil {
		return err
	}
	return d.exec(ctx, "seal_keep", id+1, at.UnixMicro(), now[0], now[1], now[2], now[3], now[4], prev, make([]byte, 32))
}

// BenchmarkTransfer confirms prepared orders one after another, each durable when
// it returns, beside the same statements without a bank. Wanted: at most 1.25 of bare.
func BenchmarkTransfer(b *testing.B) {
	ours, theirs := openCounter(b, b.N), openBareCounter(b, b.N)
	compare(b,
		side{"bare", func(int) error { return theirs.send(endless, 1) }},
		side{"bank", func(i int) error { return ours.send(b.Context(), i) }})
}

// BenchmarkTransferFrom64 lets one caller confirm orders, and then 64 at once, as
// many each; beside them, the same statements without a bank, in as many transactions and in one. Wanted: 64 callers get at least four times as
// much done as one. What the disk and the statements allow is what the bare form gains.
func BenchmarkTransferFrom64(b *testing.B) {
	const callers = 64
	ours, theirs := openCounter(b, b.N*2*callers), openBareCounter(b, b.N*2*callers)
	took := alternate(b,
		side{"bare64", func(int) error { return theirs.send(endless, callers) }},
		side{"bare1", func(int) error { return repeatedly(callers, func(int) error { return theirs.send(endless, 1) }) }},
		side{"64", func(i int) error {
			return atOnce(callers, func(k int) error { return ours.send(b.Context(), i*2*callers+k) })
		}},
		side{"1", func(i int) error {
			return repeatedly(callers, func(k int) error { return ours.send(b.Context(), (i*2+1)*callers+k) })
		}})
	b.ReportMetric(float64(took[1])/float64(took[0]), "bare1/bare64")
	b.ReportMetric(float64(took[3])/float64(took[2]), "1/64")
}

// repeatedly does so many one after another.
func repeatedly(n int, do func(k int) error) error {
	for k := range n {
		if err := do(k); err != nil {
			return err
		}
	}
	return nil
}

// atOnce does so many at once.
func atOnce(n int, do func(k int) error) error {
	var doing sync.WaitGroup
	errs := make([]error, n)
	for k := range n {
		doing.Go(func() { errs[k] = do(k) })
	}
	doing.Wait()
	return errors.Join(errs...)
}
