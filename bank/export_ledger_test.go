package bank

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"io/fs"
	"time"

	"smartbank/bank/money"
)

// What the tests of the books use besides the bank's methods.
var (
	Reference     = reference
	HashPassword  = hashPassword
	CheckPassword = checkPassword
	ParsePHC      = parsePHC
	Statements    = statements
	LatestVersion = latestVersion
	ErrNested     = errNested
	ErrClosed     = errClosed
	MaxBatch      = maxBatch
)

// Migrations is how many versions of the schema there are.
func Migrations() int { return len(migrations()) }

// PINMAC is how the bank keeps a four-digit password.
func (b *Bank) PINMAC(number AccountNumber, pin []byte) []byte { return b.pinMAC(number, pin) }

// Transact runs f as an order, and gives it what posts from one account to
// another, by their numbers.
func (b *Bank) Transact(ctx context.Context, f func(ctx context.Context, at time.Time, post Poster) error) error {
	return b.inTx(ctx, func(ctx context.Context, t *tx) error { return f(ctx, t.now, poster(t)) })
}

// Tx is a transaction of the bank.
type Tx = transaction

// Read runs f in a read transaction.
func (b *Bank) Read(ctx context.Context, f func(ctx context.Context, tx Tx) error) error {
	return b.read(ctx, func(ctx context.Context, t *tx) error { return f(ctx, t.work) })
}

// Poster posts an entry of one leg.
type Poster func(ctx context.Context, debit, credit string, amount money.Amount) (entryID int64, err error)

func poster(t *tx) Poster {
	return func(ctx context.Context, debit, credit string, amount money.Amount) (int64, error) {
		key, err := t.newKey()
		if err != nil {
			return 0, err
		}
		l := leg{amount: amount, debitMemo: "to " + credit, creditMemo: "from " + debit}
		for number, id := range map[string]*int64{debit: &l.debit, credit: &l.credit} {
			if err := t.QueryRowContext(ctx, "SELECT id FROM account WHERE number = $1", number).Scan(id); err != nil {
				return 0, err
			}
		}
		return post(ctx, t, entry{key: key, kind: "cash", legs: []leg{l}})
	}
}

// Waiting is how many orders wait for the writer.
func (b *Bank) Waiting() int { return len(b.orders) }

// Break makes the bank believe that its file failed.
func (b *Bank) Break(ctx context.Context) error {
	return b.inTx(ctx, func(context.Context, *tx) error {
		b.broken = true
		return nil
	})
}

// BreakReaders makes the bank believe that a reader met a fault of its file.
func (b *Bank) BreakReaders(ctx context.Context) {
	b.files.RLock()
	from := b.r
	b.files.RUnlock()
	b.reopenReaders(ctx, from)
}

// VerifyChain computes all seals of the bank at path again, and looks at nothing
// else.
func VerifyChain(ctx context.Context, path string) (difference string, err error) {
	db, err := connect(ctx, fileDSN(path, "ro", reading), 1)
	if err != nil {
		return "", err
	}
	defer db.Close()
	began, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return "", err
	}
	defer began.Rollback() //nolint:errcheck // it only reads
	w := &work{transaction: began}
	id, err := readBankID(ctx, w)
	if err != nil {
		return "", err
	}
	difference, _, err = verifyChain(ctx, w, id, 1, func(int64) {})
	return difference, err
}

// Build makes a bank in memory as Image does, and neither verifies nor returns it.
func Build(ctx context.Context, o *Opening, opt Options) error {
	db, err := connect(ctx, memoryDSN(), 1)
	if err != nil {
		return err
	}
	defer db.Close()
	return build(ctx, db, o, opt, nil)
}

// GiveUpAfter sets how long the writer waits for another process's lock.
func (b *Bank) GiveUpAfter(ctx context.Context, milliseconds int) error {
	return b.w.lend(ctx, func(c *sql.Conn) error {
		_, err := c.ExecContext(ctx, fmt.Sprintf("PRAGMA busy_timeout=%d", milliseconds))
		return err
	})
}

// PrepareSQL prepares a statement against the bank's tables.
func (b *Bank) PrepareSQL(ctx context.Context, text string) error {
	return b.r.lend(ctx, func(c *sql.Conn) error {
		statement, err := c.PrepareContext(ctx, text)
		if err != nil {
			return err
		}
		defer statement.Close()
		return nil
	})
}

// Migrate brings the bank in the file at path to the last of the migrations in a
// folder.
func Migrate(ctx context.Context, path string, files fs.FS) error {
	ms, err := readMigrations(files, ".")
	if err != nil {
		return err
	}
	db, err := connect(ctx, fileDSN(path, "rwc", writing), 1)
	if err != nil {
		return err
	}
	defer db.Close()
	return migrate(ctx, db, ms)
}

// NewUUID makes an order key.
func NewUUID(at time.Time, chance io.Reader) (string, error) { return newUUID(at, chance) }
