package faulttest_test

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"smartbank/bank"
	"smartbank/bank/prooftest"
)

func init() { roles["full fold"] = fullFold }

// The log is folded into the file by the commit after which it has this many pages, without being asked to.
const foldedAfter = 10_000

// On a disk that is full but for a few orders, the log reaches the length at which it is folded into the file by itself. There is no room for
// that: what ran out of it is the folding, and neither the order that set it off nor any other is lost.
func TestAFullDiskStopsTheFoldingOfTheLog(t *testing.T) {
	t.Parallel()
	ownDisk(t, "full fold", t.TempDir())
}

// folding is how far the log has been folded into the file, in pages of the log: what SQLite's WAL-index says (WalIndexHdr and WalCkptInfo in
// wal.c).
type folding struct {
	pages uint32 // of the log in use
	begun uint32 // the folding that began last was to go so far
	done  uint32 // it is folded so far
}

// foldingOf reads the index of the bank's log. Another process does: closing the file here would drop the locks of the bank.
func foldingOf(ctx context.Context, path string) (folding, error) {
	index, err := exec.CommandContext(ctx, "cat", path+"-shm").Output()
	if err != nil || len(index) < 136 {
		return folding{}, fmt.Errorf("read the log's index: %d bytes, %w", len(index), err)
	}
	return folding{pages: binary.NativeEndian.Uint32(index[16:]), done: binary.NativeEndian.Uint32(index[96:]), begun: binary.NativeEndian.Uint32(index[128:])}, nil
}

// pagesOf is how many pages the log of the bank has room for now.
func pagesOf(path string) int64 {
	file, err := os.Stat(path + "-wal")
	if err != nil {
		return 0
	}
	return (file.Size() - 32) / (24 + 4096)
}

// room is how many bytes are free on a disk.
func room(folder string) int64 {
	var disk syscall.Statfs_t
	if err := syscall.Statfs(folder, &disk); err != nil {
		return 0
	}
	return int64(disk.Bavail) * disk.Bsize
}

// fullFold gives orders until the log is nearly long enough, takes the room away, and goes on.
func fullFold(ctx context.Context, args []string) error {
	folder, path := args[0], filepath.Join(args[0], "bank.db")
	const size = 64 << 20
	if err := mount(folder, size, 0); err != nil {
		return err
	}
	if err := bank.Create(ctx, path, prooftest.Opening(), prooftest.Options(4)); err != nil {
		return err
	}
	b, err := bank.Open(ctx, path, prooftest.Options(5))
	if err != nil {
		return err
	}
	c, err := prooftest.SignIn(ctx, b, 0, bank.Phone)
	if err != nil {
		return err
	}
	f := filling{c: c, dice: rand.New(rand.NewPCG(1, 2)), books: prooftest.NewBooks()}
	for pagesOf(path) < foldedAfter-100 {
		if err := f.goOn(ctx, 1); err != nil {
			return err
		}
	}
	before, err := os.Stat(path)
	if err != nil {
		return err
	}
	if at, err := foldingOf(ctx, path); err != nil || at.begun != 0 || at.done != 0 {
		return fmt.Errorf("the log was folded before it was to be: %+v (%w)", at, err)
	}
	const left = 300 * 4096 // for the log to grow on
	if err := os.WriteFile(filepath.Join(folder, "ballast"), make([]byte, room(folder)-left), 0o600); err != nil {
		return err
	}
	if err := f.fill(ctx); err != nil {
		return err
	}
	if err := stoppedFolding(ctx, path, before.Size()); err != nil {
		return err
	}
	if err := errors.Join(f.books.Check(ctx, b), os.Remove(filepath.Join(folder, "ballast"))); err != nil {
		return err
	}
	if err := errors.Join(f.again(ctx), f.goOn(ctx, 5), f.books.Check(ctx, b)); err != nil {
		return err
	}
	if at, err := foldingOf(ctx, path); err != nil || at.pages >= foldedAfter { // what is folded wholly begins again
		return fmt.Errorf("with room again the log is not folded: %+v (%w)", at, err)
	}
	return errors.Join(b.Close(), verified(ctx, path))
}

// stoppedFolding is nil if a folding of the whole log began and did not come to its end, because it took what room there was for the file.
func stoppedFolding(ctx context.Context, path string, before int64) error {
	at, err := foldingOf(ctx, path)
	if err != nil {
		return err
	}
	after, err := os.Stat(path)
	if err != nil {
		return err
	}
	left := room(filepath.Dir(path))
	fmt.Printf("folding began at %d pages and came to %d; the file grew by %d bytes, and %d are left on the disk\n", at.begun, at.done, after.Size()-before, left)
	if at.begun < foldedAfter || at.done >= at.begun || after.Size() <= before || left >= 4096 {
		return fmt.Errorf("the disk was not filled by the folding: it began at %d pages and came to %d, the file grew by %d bytes, %d are left",
			at.begun, at.done, after.Size()-before, left)
	}
	return nil
}
