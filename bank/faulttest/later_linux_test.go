package faulttest_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"smartbank/bank"
	"smartbank/bank/prooftest"
)

func init() { roles["full later"] = fullLater }

// A bank that was opened to read has no connection that writes: its first order finds a disk that was filled meanwhile.
func TestADiskThatFillsAfterOpeningRefusesTheFirstOrder(t *testing.T) {
	t.Parallel()
	ownDisk(t, "full later", t.TempDir())
}

// fullLater opens a bank, fills its disk to the last byte, gives the first order, and gives it again when there is room.
func fullLater(ctx context.Context, args []string) error {
	folder := args[0]
	if err := mount(folder, 4<<20, 0); err != nil {
		return err
	}
	path := filepath.Join(folder, "bank.db")
	if err := bank.Create(ctx, path, prooftest.Opening(), prooftest.Options(4)); err != nil {
		return err
	}
	b, err := bank.Open(ctx, path, prooftest.Options(5))
	if err != nil {
		return err
	}
	if _, err := b.Accounts(ctx, bank.Caller{Customer: 1}); err != nil {
		return fmt.Errorf("read: %w", err)
	}
	ballast := filepath.Join(folder, "ballast")
	if err := os.WriteFile(ballast, bytes.Repeat([]byte{1}, 8<<20), 0o600); !errors.Is(err, syscall.ENOSPC) {
		return fmt.Errorf("the disk is not full: %w", err)
	}
	for range 2 {
		_, err := prooftest.SignIn(ctx, b, 0, bank.Phone)
		if err := refusedForRoom("sign in", err); err != nil {
			return err
		}
		if _, err := b.Accounts(ctx, bank.Caller{Customer: 1}); err != nil {
			return fmt.Errorf("read on a full disk: %w", err)
		}
	}
	if err := os.Remove(ballast); err != nil {
		return err
	}
	c, err := prooftest.SignIn(ctx, b, 0, bank.Phone)
	if err != nil {
		return fmt.Errorf("sign in with room: %w", err)
	}
	books := prooftest.NewBooks()
	r, err := c.Prepare(ctx, c.Order(func(int) int { return 0 }))
	if err != nil {
		return err
	}
	if _, err := c.Transfer(ctx, r); err != nil {
		return fmt.Errorf("transfer with room: %w", err)
	}
	books.Book(r.Order)
	return errors.Join(books.Check(ctx, b), b.Close(), verified(ctx, path))
}
