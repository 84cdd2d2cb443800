package powertest_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	gosync "sync"
	"testing"

	_ "modernc.org/sqlite" // the driver of the control

	"smartbank/bank"
	"smartbank/bank/prooftest"
)

// The test program is the child that is traced: with this variable, what,folder, it does what it is told in that folder, and
// says what it did on standard output.
const childVariable = "SMARTBANK_POWERTEST_CHILD"

// What a child says besides receipts.
const (
	created   = "created"
	copying   = "copying"
	copied    = "copied"
	copyName  = "copy.db"
	bankName  = "bank.db"
	plainName = "plain.db"
)

func TestMain(m *testing.M) {
	what, folder, ok := strings.Cut(os.Getenv(childVariable), ",")
	if !ok {
		os.Exit(m.Run())
	}
	c := &child{folder: folder, path: filepath.Join(folder, bankName), log: prooftest.NewLog(os.Stdout)}
	var err error
	switch what {
	case "life":
		err = c.live()
	case "fold":
		err = c.fold()
	case "migration":
		err = c.migrate()
	default:
		err = c.plain(what)
	}
	if err != nil {
		_ = c.log.Write(prooftest.Line{Fault: err.Error()})
	}
}

type child struct {
	folder, path string
	log          *prooftest.Log
	seed         uint64
}

func (c *child) says(what string) error { return c.log.Write(prooftest.Line{Key: what}) }

// live makes a bank, gives orders, copies it meanwhile, closes it, which folds the log into the file, and goes on.
func (c *child) live() error {
	ctx := context.Background()
	if err := bank.Create(ctx, c.path, prooftest.Opening(), prooftest.Options(0)); err != nil {
		return err
	}
	if err := c.says(created); err != nil {
		return err
	}
	for range 2 {
		err := c.open(func(b *bank.Bank) error { return c.orders(ctx, b, 16, 3) })
		if err != nil {
			return err
		}
	}
	err := c.open(func(b *bank.Bank) error {
		if err := c.orders(ctx, b, 16, 1); err != nil {
			return err
		}
		var work gosync.WaitGroup
		var failed error
		work.Go(func() { failed = c.copy(ctx, b) })
		err := c.orders(ctx, b, 16, 2)
		work.Wait()
		return errors.Join(err, failed)
	})
	if err != nil {
		return err
	}
	return c.open(func(b *bank.Bank) error { return c.orders(ctx, b, 1, 10) })
}

// copy backs the bank up.
func (c *child) copy(ctx context.Context, b *bank.Bank) error {
	if err := c.says(copying); err != nil {
		return err
	}
	if _, err := b.Backup(ctx, filepath.Join(c.folder, copyName)); err != nil {
		return err
	}
	return c.says(copied)
}

// fold gives so many orders that the log is folded into the file, and begun again, while they come. Two callers fill it
// sooner than many, whose orders are committed together.
func (c *child) fold() error {
	return c.open(func(b *bank.Bank) error { return c.orders(context.Background(), b, 2, 300) })
}

// migrate opens a bank of an earlier version, and gives some orders.
func (c *child) migrate() error {
	return c.open(func(b *bank.Bank) error { return c.orders(context.Background(), b, 8, 2) })
}

func (c *child) open(f func(b *bank.Bank) error) error {
	c.seed++
	b, err := bank.Open(context.Background(), c.path, prooftest.Options(c.seed))
	if err != nil {
		return err
	}
	if err := f(b); err != nil {
		return err
	}
	return b.Close()
}

// orders has callers give so many orders each.
func (c *child) orders(ctx context.Context, b *bank.Bank, callers, each int) error {
	var customers []*prooftest.Customer
	for i := range prooftest.Customers {
		customer, err := prooftest.SignIn(ctx, b, i, bank.Phone)
		if err != nil {
			return err
		}
		customers = append(customers, customer)
	}
	var work gosync.WaitGroup
	failed := make(chan error, callers)
	for i := range callers {
		work.Go(func() {
			dice := rand.New(rand.NewPCG(c.seed, uint64(i)))
			for range each {
				if err := c.order(ctx, customers[i%len(customers)], dice.IntN); err != nil {
					failed <- err
					return
				}
			}
		})
	}
	work.Wait()
	select {
	case err := <-failed:
		return err
	default:
		return nil
	}
}

func (c *child) order(ctx context.Context, customer *prooftest.Customer, pick func(int) int) error {
	request, err := customer.Prepare(ctx, customer.Order(pick))
	if err != nil {
		return err
	}
	receipt, err := customer.Transfer(ctx, request)
	if err != nil {
		return err
	}
	return c.log.Write(prooftest.Line{Asked: &request, Key: receipt.Order.Key, Receipt: prooftest.Text(receipt)})
}

// plain does the control's writes with a synchronous setting: each commit moves one won between two rows and keeps its number.
func (c *child) plain(synchronous string) error {
	ctx := context.Background()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(c.folder, plainName)+
		"?_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous("+synchronous+")&_pragma=wal_autocheckpoint(50)")
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	_, err = db.ExecContext(ctx, `CREATE TABLE side(id INTEGER PRIMARY KEY, balance INTEGER NOT NULL); INSERT INTO side VALUES(1,0),(2,0);
		CREATE TABLE moved(id INTEGER PRIMARY KEY, filler BLOB NOT NULL); PRAGMA wal_checkpoint(TRUNCATE)`)
	if err != nil {
		return err
	}
	if err := c.says(created); err != nil {
		return err
	}
	for i := range 300 {
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `UPDATE side SET balance=balance+CASE id WHEN 1 THEN 1 ELSE -1 END; INSERT INTO moved VALUES($1, randomblob(600))`, i+1)
		if err != nil {
			return err
		}
		if err := tx.Commit(); err != nil {
			return err
		}
		if err := c.says(fmt.Sprint(i + 1)); err != nil {
			return err
		}
	}
	return nil
}
