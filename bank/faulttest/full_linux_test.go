package faulttest_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/prooftest"
)

func init() {
	roles["mount"] = func(_ context.Context, args []string) error { return mount(args[0], 1<<20, 0) }
	roles["full"] = full
	roles["full migration"] = fullMigration
	roles["read-only"] = readOnly
}

// mount mounts a disk in memory of so many bytes, or changes the one that is there.
func mount(folder string, size int64, flags uintptr) error {
	if err := syscall.Mount("smartbank", folder, "tmpfs", flags, fmt.Sprintf("size=%d", size)); err != nil {
		return fmt.Errorf("mount: %w", err)
	}
	return nil
}

// ownDisk runs a role in a child that may mount disks, which nobody else sees and which are gone with it.
func ownDisk(t *testing.T, name string, args ...string) {
	t.Helper()
	run := func(name string, args ...string) ([]byte, error) {
		cmd := role(t, nil, name, args...)
		cmd.SysProcAttr = &syscall.SysProcAttr{Unshareflags: syscall.CLONE_NEWNS}
		if os.Getuid() != 0 {
			cmd.SysProcAttr.Cloneflags = syscall.CLONE_NEWUSER
			cmd.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}}
			cmd.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}}
		}
		var out bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &out
		err := cmd.Run()
		return out.Bytes(), err
	}
	if out, err := run("mount", t.TempDir()); err != nil {
		t.Skipf("nothing may be mounted here: %v %s", err, out)
	}
	out, err := run(name, args...)
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	t.Logf("%s", out)
}

// sizes are those of the disks: 8 or 64 from 256 KiB to 8 MiB.
func sizes() []int64 {
	n := prooftest.Count(8, 64, 4)
	all := make([]int64, n)
	for i := range all {
		all[i] = 256<<10 + int64(i)*(8<<20-256<<10)/int64(max(1, n-1))
	}
	return all
}

func TestAFullDiskLosesNothing(t *testing.T) {
	t.Parallel()
	for _, size := range sizes() {
		t.Run(strconv.FormatInt(size>>10, 10)+" KiB", func(t *testing.T) {
			t.Parallel()
			ownDisk(t, "full", t.TempDir(), strconv.FormatInt(size, 10))
		})
	}
}

func TestAFullDiskStopsAMigrationBeforeItBegins(t *testing.T) {
	t.Parallel()
	for _, size := range sizes() {
		// A bank of version 1 has 168 KiB; what comes on top is what the copy and the migration have.
		room := 168<<10 + (size-256<<10)/12
		t.Run(strconv.FormatInt(room>>10, 10)+" KiB", func(t *testing.T) {
			t.Parallel()
			ownDisk(t, "full migration", t.TempDir(), strconv.FormatInt(room, 10), firstVersion(t, t.TempDir()))
		})
	}
}

func TestAReadOnlyDiskIsReadOnly(t *testing.T) {
	t.Parallel()
	ownDisk(t, "read-only", t.TempDir(), t.TempDir())
}

// enlarge gives the disk 16 MiB more than it had.
func enlarge(folder string, size int64) error { return mount(folder, size+16<<20, syscall.MS_REMOUNT) }

// refusedForRoom is nil if err says that the disk is full.
func refusedForRoom(doing string, err error) error {
	if reason(err) != bank.FileFull {
		return fmt.Errorf("%s on a full disk: %w", doing, err)
	}
	return nil
}

// full fills a disk with orders, tries a checkpoint and a backup there, makes room, and compares the books.
func full(ctx context.Context, args []string) error {
	folder := args[0]
	size, err := strconv.ParseInt(args[1], 10, 64)
	if err != nil {
		return err
	}
	if err := mount(folder, size, 0); err != nil {
		return err
	}
	path := filepath.Join(folder, "bank.db")
	grown := false
	grow := func(doing string, err error) error {
		if err := refusedForRoom(doing, err); err != nil {
			return err
		}
		grown = true
		return enlarge(folder, size)
	}
	create := func() error { return bank.Create(ctx, path, prooftest.Opening(), prooftest.Options(4)) }
	if err := create(); err != nil {
		if left, _ := os.ReadDir(folder); len(left) > 0 {
			return fmt.Errorf("a bank that did not fit left %v", left)
		}
		if err := errors.Join(grow("create", err), create()); err != nil {
			return err
		}
	}
	var b *bank.Bank
	open := func() (err error) { b, err = bank.Open(ctx, path, prooftest.Options(5)); return err }
	if err := open(); err != nil {
		if err := errors.Join(grow("open", err), open()); err != nil {
			return err
		}
	}
	var c *prooftest.Customer
	signIn := func() (err error) { c, err = prooftest.SignIn(ctx, b, 0, bank.Phone); return err }
	if err := signIn(); err != nil {
		if err := errors.Join(grow("sign in", err), signIn()); err != nil {
			return err
		}
	}
	f := filling{c: c, dice: rand.New(rand.NewPCG(1, 2)), books: prooftest.NewBooks()}
	if !grown {
		if err := f.fill(ctx); err != nil {
			return err
		}
		if _, err := b.Backup(ctx, filepath.Join(folder, "kept.db")); reason(err) != bank.FileFull {
			return fmt.Errorf("backup on a full disk: %w", err)
		}
		if err := f.closed(ctx, folder, path, b); err != nil {
			return err
		}
		if err := enlarge(folder, size); err != nil {
			return err
		}
		if b, err = bank.Open(ctx, path, prooftest.Options(6)); err != nil {
			return fmt.Errorf("open with room: %w", err)
		}
		f.c = c.At(b)
	}
	fmt.Printf("%d orders fitted on %d KiB\n", f.acknowledged, size>>10)
	return errors.Join(f.again(ctx), f.goOn(ctx, 5), f.books.Check(ctx, b), b.Close(), verified(ctx, path))
}

// filling gives orders.
type filling struct {
	c            *prooftest.Customer
	dice         *rand.Rand
	books        *prooftest.Books
	acknowledged int
	asked        []prooftest.Request // and not acknowledged
}

// fill gives orders until one is refused for room, and then three more. It is refused at some time: a disk is no larger than 8 MiB.
func (f *filling) fill(ctx context.Context) error {
	for refused := 0; refused < 4; {
		r, err := f.c.Prepare(ctx, f.c.Order(f.dice.IntN))
		if err == nil {
			if _, err = f.c.Transfer(ctx, r); err == nil {
				f.acknowledged++
				f.books.Book(r.Order)
				continue
			}
			f.asked = append(f.asked, r)
		}
		if err := refusedForRoom("order", err); err != nil {
			return err
		}
		refused++
	}
	return nil
}

// again sends what was refused once more, now that there is room.
func (f *filling) again(ctx context.Context) error {
	for _, r := range f.asked {
		if _, err := f.c.Transfer(ctx, r); err != nil {
			return fmt.Errorf("sent again: %w", err)
		}
		f.books.Book(r.Order)
	}
	return nil
}

// goOn gives so many orders, all of which are booked.
func (f *filling) goOn(ctx context.Context, orders int) error {
	for range orders {
		r, err := f.c.Prepare(ctx, f.c.Order(f.dice.IntN))
		if err != nil {
			return err
		}
		if _, err := f.c.Transfer(ctx, r); err != nil {
			return err
		}
		f.books.Book(r.Order)
	}
	return nil
}

// closed closes the bank on the full disk, which is when the log is folded into it, and makes sure that it can be read.
func (f *filling) closed(ctx context.Context, folder, path string, b *bank.Bank) error {
	if err := f.books.Check(ctx, b); err != nil {
		return fmt.Errorf("on the full disk: %w", err)
	}
	if err := b.Close(); err != nil && reason(err) != bank.FileFull {
		return fmt.Errorf("close: %w", err)
	}
	left, err := filepath.Glob(filepath.Join(folder, ".*"))
	if err != nil || len(left) > 0 {
		return fmt.Errorf("the backup left %v (%w)", left, err)
	}
	if err := verified(ctx, path); err != nil && reason(err) != bank.FileFull { // with a log it needs room for its index
		return err
	}
	return nil
}

// verified is nil if the bank at path holds.
func verified(ctx context.Context, path string) error {
	report, err := bank.Verify(ctx, path, banktest.Verify)
	if err == nil && report.Difference != "" {
		err = errors.New(report.Difference)
	}
	return err
}

// fullMigration opens a bank of version 1 where there is no room to migrate it, and again where there is.
func fullMigration(ctx context.Context, args []string) error {
	folder := args[0]
	size, err := strconv.ParseInt(args[1], 10, 64)
	if err != nil {
		return err
	}
	if err := mount(folder, 1<<20, 0); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "ballast"), make([]byte, 1<<20-size), 0o600); err != nil {
		return err
	}
	path := filepath.Join(folder, "bank.db")
	before, err := os.ReadFile(args[2])
	if err != nil {
		return err
	}
	if err := os.WriteFile(path, before, 0o600); err != nil {
		return err
	}
	b, err := bank.Open(ctx, path, prooftest.Options(5))
	if err == nil {
		fmt.Println("it fitted")
		err = b.Close()
	} else if err = refusedForRoom("open", err); err == nil {
		err = untouched(path, before)
	}
	if err != nil && reason(err) != bank.FileFull {
		return err
	}
	return errors.Join(os.Remove(filepath.Join(folder, "ballast")), enlarge(folder, 1<<20), holdsV1(ctx, path))
}

// untouched is nil if the file of version 1 is as it was, or is of a later version: then it was what comes after the
// migration that did not fit.
func untouched(path string, before []byte) error {
	const version = 60 // where the header has it, in four bytes, the highest first
	after, err := os.ReadFile(path)
	if err == nil && after[version+3] == 1 && !bytes.Equal(before, after) {
		err = errors.New("the file is not as it was")
	}
	return err
}

// readOnly looks at a bank on a disk that can only be read.
func readOnly(ctx context.Context, args []string) error {
	folder := args[0]
	if err := mount(folder, 4<<20, 0); err != nil {
		return err
	}
	path := filepath.Join(folder, "bank.db")
	if err := bank.Create(ctx, path, prooftest.Opening(), prooftest.Options(4)); err != nil {
		return err
	}
	if err := mount(folder, 4<<20, syscall.MS_REMOUNT|syscall.MS_RDONLY); err != nil {
		return err
	}
	if _, err := bank.Open(ctx, path, prooftest.Options(5)); reason(err) != bank.FileDenied {
		return fmt.Errorf("open: %w", err)
	}
	if err := bank.Create(ctx, filepath.Join(folder, "new", "bank.db"), prooftest.Opening(), prooftest.Options(4)); reason(err) != bank.FileDenied {
		return fmt.Errorf("create: %w", err)
	}
	if _, err := bank.Backup(ctx, path, filepath.Join(folder, "kept.db"), nil); reason(err) != bank.FileDenied {
		return fmt.Errorf("backup there: %w", err)
	}
	kept := filepath.Join(args[1], "kept.db")
	if _, err := bank.Backup(ctx, path, kept, nil); err != nil {
		return fmt.Errorf("backup elsewhere: %w", err)
	}
	return errors.Join(verified(ctx, path), verified(ctx, kept))
}
