package faulttest_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"smartbank/bank"
	"smartbank/bank/prooftest"
)

// The test program is its own child: with this variable it plays the role that is named there, with the arguments that
// follow, all separated by commas.
const roleVariable = "SMARTBANK_FAULTTEST_ROLE"

// roles are what children do. One that returns an error ends with exit code 1.
var roles = map[string]func(ctx context.Context, args []string) error{
	"teller": teller,
}

func TestMain(m *testing.M) {
	name, args, _ := strings.Cut(os.Getenv(roleVariable), ",")
	if name == "" {
		os.Exit(m.Run())
	}
	if err := roles[name](context.Background(), strings.Split(args, ",")); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// role is a child that plays a role when it is started, after the words of a command that starts it, if any.
func role(t *testing.T, with []string, name string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	words := append(with, self) //nolint:gocritic // nobody else appends to it
	cmd := exec.CommandContext(t.Context(), words[0], words[1:]...)
	cmd.Env = append(os.Environ(), "GOMAXPROCS=2", roleVariable+"="+strings.Join(append([]string{name}, args...), ","))
	return cmd
}

// long reports whether the long form is asked for.
func long() bool { return prooftest.Long() }

// reason is why the file failed, "" if err is no such error.
func reason(err error) bank.FileReason {
	if e, ok := errors.AsType[*bank.FileError](err); ok {
		return e.Reason
	}
	return ""
}

// clearly reports whether err is an answer that a customer can be given: the disk failed, or it is not known whether the order was booked.
func clearly(err error) bool {
	return reason(err) == bank.FileBroken || errors.Is(err, bank.ErrUnknown)
}

// insist does what f does until it succeeds, as a customer would who is told that the disk failed.
func insist(f func() error) error {
	for try := 0; ; try++ {
		err := f()
		if err == nil || try == 20 || !clearly(err) {
			return err
		}
	}
}

// teller opens the bank at a path and gives so many orders, each again until it is acknowledged. It writes what it asks
// and what it is answered to standard output.
func teller(ctx context.Context, args []string) error {
	orders, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	var b *bank.Bank
	if err := insist(func() (err error) { b, err = bank.Open(ctx, args[0], prooftest.Options(5)); return err }); err != nil {
		return fmt.Errorf("open: %w", err)
	}
	var c *prooftest.Customer
	if err := insist(func() (err error) { c, err = prooftest.SignIn(ctx, b, 0, bank.Phone); return err }); err != nil {
		return err
	}
	log, dice := prooftest.NewLog(os.Stdout), rand.New(rand.NewPCG(1, 2))
	for range orders {
		order := c.Order(dice.IntN)
		var r prooftest.Request
		if err := insist(func() (err error) { r, err = c.Prepare(ctx, order); return err }); err != nil {
			return fmt.Errorf("prepare: %w", err)
		}
		if err := log.Write(prooftest.Line{Asked: &r}); err != nil {
			return err
		}
		var receipt bank.Receipt
		if err := insist(func() (err error) { receipt, err = c.Transfer(ctx, r); return err }); err != nil {
			return fmt.Errorf("transfer: %w", err)
		}
		if err := log.Write(prooftest.Line{Key: receipt.Order.Key, Receipt: prooftest.Text(receipt)}); err != nil {
			return err
		}
	}
	if err := b.Close(); err != nil && !clearly(err) && !strings.Contains(err.Error(), "disk I/O error") {
		return fmt.Errorf("close: %w", err)
	}
	return nil
}

// answered asks the bank at path for every acknowledged order of a log again, and compares its books with the orders of
// the log: those that were not acknowledged are sent once more. It returns how many were acknowledged.
func answered(t *testing.T, path string, log []byte) int {
	t.Helper()
	b, err := bank.Open(t.Context(), path, prooftest.Options(6))
	if err != nil {
		t.Fatalf("open again: %v", err)
	}
	defer b.Close()
	c, err := prooftest.SignIn(t.Context(), b, 0, bank.Phone)
	if err != nil {
		t.Fatal(err)
	}
	var asked []prooftest.Request
	receipts := map[string]string{}
	for lines := bufio.NewScanner(bytes.NewReader(log)); lines.Scan(); {
		line, err := prooftest.ParseLine(lines.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if line.Asked != nil {
			asked = append(asked, *line.Asked)
		}
		if line.Receipt != "" {
			receipts[line.Key] = line.Receipt
		}
	}
	books := prooftest.NewBooks()
	for _, r := range asked {
		got, err := c.Transfer(t.Context(), r)
		if err != nil {
			t.Fatalf("asked again: %v", err)
		}
		if was, ok := receipts[r.Order.Key]; ok && was != prooftest.Text(got) {
			t.Errorf("it was answered with %s\nand is now %s", was, prooftest.Text(got))
		}
		books.Book(r.Order)
	}
	if err := books.Check(t.Context(), b); err != nil {
		t.Error(err)
	}
	return len(receipts)
}

// founded is a new bank in a folder of its own, which nobody has opened yet.
func founded(t *testing.T) (path string) {
	t.Helper()
	path = prooftest.Folder(t) + "/bank.db"
	if err := bank.Create(t.Context(), path, prooftest.Opening(), prooftest.Options(4)); err != nil {
		t.Fatal(err)
	}
	return path
}
