package powertest_test

import (
	"compress/gzip"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
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

// counts are how many images there were: no two of them are the same, byte for byte. again are how often one of them was
// examined once more, because more orders were acknowledged by then.
type counts struct{ images, again int }

// aRound is how many images are drawn in one run through the events: between two of them a proof that has lasted long enough
// ends.
const aRound = 320

// progress is after how many rounds a proof says how far it is.
const progress = 10

// images draws moments from the events from one to another, and has what the disk may hold then examined, several images at
// once, until there were so many. from is the disk before the events.
func images(t *testing.T, from func() *disk, events []event, between [2]int, many int, seed uint64, examine func(t *testing.T, i image, folder string)) counts {
	t.Helper()
	over, queue := prooftest.Clock(t), make(chan image, 4)
	var work gosync.WaitGroup
	// SQLite sleeps between its attempts to recover a log: twice as many as there are processors keep them busy.
	for range 2 * runtime.GOMAXPROCS(0) {
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
	part, parts := prooftest.Part(t)
	d := drawing{events: events, many: (many + parts - 1) / parts, part: part - 1, parts: parts, known: map[identity]int{}, queue: queue}
	for round, barren := uint64(0), 0; d.images < d.many && !t.Failed() && !over(); round++ {
		dice, before := rand.New(rand.NewPCG(seed, round)), d.images
		if round%progress == progress-1 {
			t.Logf("%d of %d images", d.images, d.many)
		}
		moments := make([]int, min(aRound, parts*(d.many-d.images)))
		for i := range moments {
			moments[i] = between[0] + dice.IntN(between[1]-between[0]+1)
		}
		slices.Sort(moments)
		d.draw(from(), moments, dice)
		if barren++; d.images > before {
			barren = 0
		}
		if barren == 100 {
			t.Errorf("there seem to be no more than %d images", before)
		}
	}
	close(queue)
	work.Wait()
	return d.counts
}

// drawing draws images until there are many.
type drawing struct {
	counts

	events      []event
	many        int
	part, parts int              // of all images this run has every parts-th, by their identity: no two runs have one in common
	known       map[identity]int // how much was said when an image was examined
	queue       chan<- image
}

// draw lets the events happen to a disk, and queues what it may hold if power is lost at the moments, unless it was examined
// before, with as much said as now.
func (c *drawing) draw(d *disk, moments []int, dice *rand.Rand) {
	var lines []prooftest.Line
	for _, moment := range moments {
		for ; d.told < moment; d.happens(c.events[d.told]) {
			if e := c.events[d.told]; e.kind == said {
				lines = append(lines, e.line)
			}
		}
		if c.images == c.many {
			return
		}
		files := d.fails(dice)
		id := identify(files)
		if int(id[0])%c.parts != c.part {
			continue
		}
		switch said, known := c.known[id]; {
		case !known:
			c.images++
		case said >= len(lines):
			continue
		default:
			c.again++
		}
		c.known[id] = len(lines)
		c.queue <- image{c.images + c.again, files, slices.Clip(lines)}
	}
}

// identity is the same for images that are the same byte for byte.
type identity [sha256.Size]byte

func identify(files map[string][]byte) (id identity) {
	whole := sha256.New()
	for _, path := range slices.Sorted(maps.Keys(files)) {
		name := filepath.Base(path)
		fmt.Fprintf(whole, "%d %s %d ", len(name), name, len(files[path]))
		whole.Write(files[path])
	}
	whole.Sum(id[:0])
	return id
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
	acknowledged, lost, corrupt, copies atomic.Int64

	check    bank.VerifySignature
	contents contents
}

func newTally() *tally { return &tally{check: prooftest.Remembering(banktest.Verify)} }

func (c *tally) log(t *testing.T, of string, n counts) {
	t.Helper()
	t.Logf("%s: %d different images, %d of them examined once more, and %d backups in them, which SQLite restored to %d different contents; %d acknowledged orders looked for, %d lost, %d images corrupt",
		of, n.images, n.again, c.copies.Load(), c.contents.many(), c.acknowledged.Load(), c.lost.Load(), c.corrupt.Load())
}

// banks examines images of a bank. older are orders that were acknowledged before the trace began; nil if there was no bank.
func (c *tally) banks(from string, older []prooftest.Line) func(t *testing.T, i image, folder string) {
	return func(t *testing.T, i image, folder string) {
		t.Helper()
		if err := put(i.files, from, folder); err != nil {
			t.Error(err)
			return
		}
		path, saved := filepath.Join(folder, bankName), filepath.Join(folder, copyName)
		var err error
		if older != nil || line(i.lines, created) >= 0 || there(path) {
			err = c.examine(path, slices.Concat(older, i.lines))
		}
		if err == nil && (line(i.lines, copied) >= 0 && i.number%4 == 0 || line(i.lines, copied) < 0 && there(saved)) {
			c.copies.Add(1)
			err = c.examine(saved, i.lines[:line(i.lines, copying)])
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

// examine opens a bank, has the books verified, looks for the orders that were acknowledged, and goes on: a customer signs in,
// for which the bank has to write.
func (c *tally) examine(path string, lines []prooftest.Line) error {
	ctx := context.Background()
	options := prooftest.Options(3599)
	options.Verify = c.check
	b, err := bank.Open(ctx, path, options)
	if err != nil {
		return err
	}
	defer b.Close()
	content, err := c.contents.of(ctx, path)
	if err != nil {
		return err
	}
	if err := content.verify(ctx, b); err != nil {
		return err
	}
	for _, line := range lines {
		if line.Asked == nil {
			continue
		}
		c.acknowledged.Add(1)
		receipt, err := content.receipt(ctx, b, line)
		if err != nil {
			return err
		}
		if receipt != line.Receipt {
			c.lost.Add(1)
			return fmt.Errorf("the order %s was acknowledged with\n%s\nand is now\n%s", line.Key, line.Receipt, receipt)
		}
	}
	_, err = prooftest.SignIn(ctx, b, 0, bank.PC)
	return err
}

func TestPowerLoss(t *testing.T) {
	t.Parallel()
	folder := prooftest.Folder(t)
	events := trace(t, folder, "life")
	c := newTally()
	n := images(t, func() *disk { return newDisk(nil) }, events, [2]int{0, len(events)}, prooftest.Count(2560, 90_000, 64), 1, c.banks(folder, nil))
	c.log(t, "a bank made, used, copied, closed and opened", n)
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
	c := newTally()
	n := images(t, func() *disk { return newDisk(content) }, events, [2]int{began - 20, began + 300}, prooftest.Count(40, 1_000, 20), 2, c.banks(folder, []prooftest.Line{}))
	c.log(t, "the log folded into the file between orders", n)
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
	c := newTally()
	n := images(t, func() *disk { return newDisk(map[string][]byte{path: content}) }, events, [2]int{0, len(events)}, prooftest.Count(400, 9_000, 40), 3,
		c.banks(folder, orders(t, content)))
	c.log(t, "a bank of version 1 opened and used", n)
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
