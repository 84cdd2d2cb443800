package powertest_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"io"
	"path/filepath"
	gosync "sync"
	"testing"

	"smartbank/bank"
	"smartbank/bank/prooftest"
)

// contents are what SQLite made of images, each once. Thousands of images differ in what it had to leave out, and are restored
// to the same pages: then the books agree, and an order has a receipt, in all of them or in none.
type contents struct {
	mu    gosync.Mutex
	known map[[sha256.Size]byte]*content
}

// content is a database, page by page, and what the bank said of it.
type content struct {
	mu       gosync.Mutex
	verified bool
	receipts map[string]string // by key; "" for none
}

// of is the content of the bank at path, which is open: SQLite has restored it.
func (c *contents) of(ctx context.Context, path string) (*content, error) {
	sum, err := pages(ctx, path)
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.known[sum] == nil {
		if c.known == nil {
			c.known = map[[sha256.Size]byte]*content{}
		}
		c.known[sum] = &content{receipts: map[string]string{}}
	}
	return c.known[sum], nil
}

func (c *contents) many() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.known)
}

// pages is the hash of all pages of a database, as SQLite reads them from the file and its log.
func pages(ctx context.Context, path string) (sum [sha256.Size]byte, err error) {
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro")
	if err != nil {
		return sum, err
	}
	defer db.Close()
	one, err := db.Conn(ctx)
	if err != nil {
		return sum, err
	}
	defer one.Close()
	err = one.Raw(func(driver any) error {
		serializer, ok := driver.(interface{ Serialize() ([]byte, error) })
		if !ok {
			return errors.New("the driver cannot serialize")
		}
		whole, err := serializer.Serialize()
		sum = sha256.Sum256(whole)
		return err
	})
	return sum, err
}

// verify has a bank of this content verify its books, once.
func (c *content) verify(ctx context.Context, b *bank.Bank) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.verified {
		return nil
	}
	err := prooftest.Verify(ctx, b)
	c.verified = err == nil
	return err
}

// receipt is the receipt that a bank of this content has for an order, "" for none.
func (c *content) receipt(ctx context.Context, b *bank.Bank, of prooftest.Line) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if text, known := c.receipts[of.Key]; known {
		return text, nil
	}
	receipt, err := b.Outcome(ctx, bank.Caller{Customer: bank.CustomerID(of.Asked.Customer + 1)}, of.Key)
	if err != nil {
		return "", err
	}
	text := ""
	if receipt != nil {
		text = prooftest.Text(*receipt)
	}
	c.receipts[of.Key] = text
	return text, nil
}

// A bank that is opened again has the content it had, and one with an order more another: otherwise a bank that lost the order
// would pass for one that was found whole.
func TestContent(t *testing.T) {
	t.Parallel()
	path := filepath.Join(prooftest.Folder(t), bankName)
	if err := bank.Create(t.Context(), path, prooftest.Opening(), prooftest.Options(0)); err != nil {
		t.Fatal(err)
	}
	var known contents
	var seen [4]*content
	child := child{path: path, log: prooftest.NewLog(io.Discard)}
	for i := range seen {
		err := child.open(func(b *bank.Bank) (err error) {
			if i == 2 {
				err = child.orders(t.Context(), b, 1, 1)
			}
			if err == nil {
				seen[i], err = known.of(t.Context(), path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if seen[0] != seen[1] || seen[1] == seen[2] || seen[2] != seen[3] || known.many() != 2 {
		t.Errorf("%d contents, %p %p, and after an order %p %p", known.many(), seen[0], seen[1], seen[2], seen[3])
	}
}
