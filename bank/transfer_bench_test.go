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
	"BEGIN IMMEDIATE", "newest_entry", "transfer_standing", "challenge_answered",
	"transfer_book", "said_keep", "act_keep",
	"seal_newest", "sealed_leg", "sealed_event", "sealed_act", "seal_keep", "COMMIT",
}

// bareTransfer does to the books what a Transfer does, with the same statements. The
// new entry's number is id; it goes from one account to another.
func bareTransfer(ctx context.Context, d *bareBank, c *counter, i int, id, from, to int64) error {
	var (
		o      = c.orders[i].Order
		who    = int64(c.caller.Customer)
		at     = options().Now().Add(time.Duration(i) * time.Microsecond)
		today  = calendar.DateOf(at).Key()
		medium = "medium:1"
		signer = banktest.Certificate(banktest.Kim)
		errs   []error
	)
	ask := func(name string, args ...any) {
		_, err := d.rows(ctx, name, args...)
		errs = append(errs, err)
	}
	do := func(name string, args ...any) { errs = append(errs, d.exec(ctx, name, args...)) }
	if _, err := banktest.Verify(c.orders[i].Document, c.signatures[i], at); err != nil {
		return err
	}
	do("BEGIN IMMEDIATE")
	ask("newest_entry")
	ask("transfer_standing", who, c.caller.Session, o.Key, signer.Issuer, signer.Serial, medium, signer.SHA256,
		today, o.Bank, o.To, o.Amount.Minor(), o.From, "account:"+string(o.From), bank.KoreaPost)
	do("challenge_answered", who, "01,01")
	do("transfer_book", id, o.Key, make([]byte, 32), at.UnixMicro(), today, who, from, to, "KRW", o.Bank, o.To, o.Recipient,
		o.Amount.Minor(), 0, o.OwnMemo, o.RecipientMemo, "card", at.UnixMicro(), "completed")
	do("said_keep", o.Key, o.Expected, string(o.Acknowledged))
	do("act_keep", at.UnixMicro(), at.UnixMicro(), who, "signature", o.Key, string(c.orders[i].Document), c.signatures[i])
	errs = append(errs, bareSeal(ctx, d, at))
	do("COMMIT")
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
	ours, theirs := openCounter(b, b.N), openCounter(b, b.N)
	if err := theirs.Close(); err != nil {
		b.Fatal(err)
	}
	bare := openBare(b, bank.WriterDSN(theirs.path), transferStatements...)
	var from, to int64
	for number, id := range map[bank.AccountNumber]*int64{banktest.KimMain: &from, banktest.LeeMain: &to} {
		if err := bare.db.QueryRowContext(b.Context(), "SELECT id FROM account WHERE number = $1", number).Scan(id); err != nil {
			b.Fatal(err)
		}
	}
	var newest int64
	if err := bare.db.QueryRowContext(b.Context(), bank.Query("newest_entry_id")).Scan(&newest); err != nil {
		b.Fatal(err)
	}
	compare(b,
		side{"bare", func(i int) error { return bareTransfer(b.Context(), bare, theirs, i, newest+1+int64(i), from, to) }},
		side{"bank", func(i int) error { return ours.send(b.Context(), i) }})
}

// BenchmarkTransferFrom64 lets one caller confirm orders, and then 64 at once, as
// many each. Wanted: 64 callers get at least four times as much done.
func BenchmarkTransferFrom64(b *testing.B) {
	const callers, each = 64, 1
	c := openCounter(b, b.N*2*callers*each)
	round := func(first, callers, each int) error {
		var (
			sending sync.WaitGroup
			failed  = make([]error, callers)
		)
		for k := range callers {
			sending.Go(func() {
				for i := range each {
					failed[k] = errors.Join(failed[k], c.send(b.Context(), first+k*each+i))
				}
			})
		}
		sending.Wait()
		return errors.Join(failed...)
	}
	compare(b,
		side{"64", func(i int) error { return round(i*2*callers*each, callers, each) }},
		side{"1", func(i int) error { return round((i*2+1)*callers*each, 1, callers*each) }})
}
