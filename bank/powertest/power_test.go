package powertest_test

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	gosync "sync"
	"sync/atomic"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/prooftest"
)

// image is what a disk may hold after power was lost, and what the world knew then.
type image struct {
	number int
	files  map[string][]byte
	lines  []prooftest.Line // what was said
}

// aRound is how many images one run through the events gives: between two of them a proof that has lasted long enough ends.
const aRound = 320

// images draws so many moments from the events from one to another, and has what the disk may hold then examined, several
// images at once. from is the disk before the events.
func images(t *testing.T, from func() *disk, events []event, between [2]int, many int, seed uint64, examine func(t *testing.T, i image, folder string)) {
	t.Helper()
	dice, over := rand.New(rand.NewPCG(seed, seed)), prooftest.Clock(t)
	queue := make(chan image, 4)
	var work gosync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		folder := prooftest.Folder(t)
		work.Go(func() {
			for i := range queue {
				empty(t, folder)
				if !t.Failed() {
					examine(t, i, folder)
				}
			}
		})
	}
	for done := 0; done < many && !t.Failed() && !over(); done += aRound {
		moments := make([]int, min(aRound, many-done))
		for i := range moments {
			moments[i] = between[0] + dice.IntN(between[1]-between[0]+1)
		}
		slices.Sort(moments)
		draw(from(), events, moments, dice, done, queue)
	}
	close(queue)
	work.Wait()
}

// draw lets the events happen to a disk, and queues what it may hold if power is lost at the moments. The images are numbered
// from first on.
func draw(d *disk, events []event, moments []int, dice *rand.Rand, first int, queue chan<- image) {
	var lines []prooftest.Line
	for i, moment := range moments {
		for ; d.told < moment; d.happens(events[d.told]) {
			if e := events[d.told]; e.kind == said {
				lines = append(lines, e.line)
			}
		}
		queue <- image{first + i, d.fails(dice), slices.Clip(lines)}
	}
}

func empty(t *testing.T, folder string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	for _, e := range entries {
		if err == nil {
			err = os.RemoveAll(filepath.Join(folder, e.Name()))
		}
	}
	if err != nil {
		t.Error(err)
	}
}

// tally counts over all images.
type tally struct {
	images, acknowledged, lost, corrupt, copies atomic.Int64
}

func (c *tally) log(t *testing.T, of string) {
	t.Helper()
	t.Logf("%s: %d images and %d backups in them, %d acknowledged orders looked for, %d lost, %d images corrupt",
		of, c.images.Load(), c.copies.Load(), c.acknowledged.Load(), c.lost.Load(), c.corrupt.Load())
}

// banks examines images of a bank. older are orders that were acknowledged before the trace began; nil if there was no bank.
func (c *tally) banks(from string, older []prooftest.Line) func(t *testing.T, i image, folder string) {
	return func(t *testing.T, i image, folder string) {
		t.Helper()
		c.images.Add(1)
		if err := put(i.files, from, folder); err != nil {
			t.Error(err)
			return
		}
		path, saved := filepath.Join(folder, bankName), filepath.Join(folder, copyName)
		var err error
		if older != nil || line(i.lines, created) >= 0 || there(path) {
			err = c.examine(path, slices.Concat(older, i.lines), i.number%4 == 0)
		}
		if err == nil && (line(i.lines, copied) >= 0 && i.number%4 == 0 || line(i.lines, copied) < 0 && there(saved)) {
			c.copies.Add(1)
			err = c.examine(saved, i.lines[:line(i.lines, copying)], true)
		}
		if err != nil {
			c.corrupt.Add(1)
			t.Errorf("image %d, after %d lines: %v", i.number, len(i.lines), err)
		}
	}
}

// line is which line says so, -1 if none.
func line(lines []prooftest.Line, what string) int {
	return slices.IndexFunc(lines, func(l prooftest.Line) bool { return l.Key == what })
}

func there(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// examine opens a bank, has the books verified, and looks for the orders that were acknowledged last, or for all.
func (c *tally) examine(path string, lines []prooftest.Line, all bool) error {
	ctx := context.Background()
	b, err := bank.Open(ctx, path, prooftest.Options(3599))
	if err != nil {
		return err
	}
	defer b.Close()
	if err := prooftest.Verify(ctx, b); err != nil {
		return err
	}
	for _, line := range lines[max(0, len(lines)-8):] {
		if line.Asked == nil {
			continue
		}
		c.acknowledged.Add(1)
		receipt, err := b.Outcome(ctx, bank.Caller{Customer: bank.CustomerID(line.Asked.Customer + 1)}, line.Key)
		if err != nil {
			return err
		}
		if receipt == nil || prooftest.Text(*receipt) != line.Receipt {
			c.lost.Add(1)
			return fmt.Errorf("the order %s was acknowledged with\n%s\nand is now\n%+v", line.Key, line.Receipt, receipt)
		}
	}
	if !all {
		return nil
	}
	return c.lookForAll(ctx, b, lines)
}

func (c *tally) lookForAll(ctx context.Context, b *bank.Bank, lines []prooftest.Line) error {
	references, err := booked(ctx, b)
	if err != nil {
		return err
	}
	for _, line := range lines {
		if line.Asked == nil {
			continue
		}
		c.acknowledged.Add(1)
		if reference := references[line.Key]; reference == "" || !strings.Contains(line.Receipt, reference) {
			c.lost.Add(1)
			return fmt.Errorf("the order %s was acknowledged with\n%s\nand has the reference %q", line.Key, line.Receipt, reference)
		}
	}
	return nil
}

// booked are the references of all orders, by key.
func booked(ctx context.Context, b *bank.Bank) (map[string]string, error) {
	references := map[string]string{}
	day := calendar.DateOf(banktest.Start)
	for i := range prooftest.Customers {
		orders, err := b.Transfers(ctx, bank.Caller{Customer: bank.CustomerID(i + 1)}, bank.TransferQuery{From: day, To: day})
		if err != nil {
			return nil, err
		}
		if len(orders) == bank.MaxTransfers {
			return nil, fmt.Errorf("customer %d has more orders than one answer holds", i)
		}
		for _, o := range orders {
			references[o.Order.Key] = o.Reference
		}
	}
	return references, nil
}

func TestPowerLoss(t *testing.T) {
	t.Parallel()
	folder := prooftest.Folder(t)
	events := trace(t, folder, "life")
	var c tally
	images(t, func() *disk { return newDisk(nil) }, events, [2]int{0, len(events)}, prooftest.Count(2560, 90_000, 64), 1, c.banks(folder, nil))
	c.log(t, "a bank made, used, copied, closed and opened")
}

// made makes a bank in a folder and returns its file.
func made(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	path := filepath.Join(folder, bankName)
	if err := bank.Create(t.Context(), path, prooftest.Opening(), prooftest.Options(0)); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{path: content}
}

// The log is 40 MB when it is folded into the file, and each image holds all of it: there are few.
func TestPowerLossWhileTheLogIsFolded(t *testing.T) {
	t.Parallel()
	folder := prooftest.Folder(t)
	content := made(t, folder)
	events := trace(t, folder, "fold")
	path := filepath.Join(folder, bankName)
	began := slices.IndexFunc(events, func(e event) bool { return e.kind == write && e.path == path })
	again := slices.IndexFunc(events, func(e event) bool { return e.kind == write && e.path == path+"-wal" && e.offset == 0 && e.at > 100 })
	if began < 0 {
		t.Fatal("the log was never folded into the file")
	}
	closed := slices.IndexFunc(events, func(e event) bool { return e.kind == unlink && e.path == path+"-wal" })
	t.Logf("of %d events the folding began at %d, the log began again at %d, and was closed at %d", len(events), began, again, closed)
	var c tally
	images(t, func() *disk { return newDisk(content) }, events, [2]int{began - 20, began + 300}, prooftest.Count(40, 1_000, 20), 2, c.banks(folder, []prooftest.Line{}))
	c.log(t, "the log folded into the file between orders")
}

func TestPowerLossInAMigration(t *testing.T) {
	t.Parallel()
	folder := prooftest.Folder(t)
	content := version1(t)
	path := filepath.Join(folder, bankName)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	events := trace(t, folder, "migration")
	var c tally
	images(t, func() *disk { return newDisk(map[string][]byte{path: content}) }, events, [2]int{0, len(events)}, prooftest.Count(400, 9_000, 40), 3,
		c.banks(folder, orders(t, content)))
	c.log(t, "a bank of version 1 opened and used")
}

// version1 is the file of a bank as the first version of this program wrote it, with 24 orders.
func version1(t *testing.T) []byte {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", "version1.db.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// orders are the orders in a bank's file, as lines of a log.
func orders(t *testing.T, content []byte) []prooftest.Line {
	t.Helper()
	path := filepath.Join(prooftest.Folder(t), bankName)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	b, err := bank.Open(t.Context(), path, prooftest.Options(1))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	var lines []prooftest.Line
	day := calendar.DateOf(banktest.Start)
	for i := range prooftest.Customers {
		caller := bank.Caller{Customer: bank.CustomerID(i + 1)}
		results, err := b.Transfers(t.Context(), caller, bank.TransferQuery{From: day, To: day})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range results {
			receipt, err := b.Outcome(t.Context(), caller, r.Order.Key)
			if err != nil || receipt == nil {
				t.Fatalf("no receipt of %s: %v", r.Order.Key, err)
			}
			lines = append(lines, prooftest.Line{
				Asked: &prooftest.Request{Customer: i, Order: r.Order}, Key: r.Order.Key, Receipt: prooftest.Text(*receipt),
			})
		}
	}
	if len(lines) != 24 {
		t.Fatalf("%d orders, want 24", len(lines))
	}
	return lines
}
