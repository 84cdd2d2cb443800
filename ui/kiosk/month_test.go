package kiosk

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/demo"
	"smartbank/ui/headless"
)

// TestMonth runs a kiosk day after day, with visitors who try everything, and its
// memory does not grow. LONG=1 is a month with a visitor every ten minutes, and prints the memory of each day.
func TestMonth(t *testing.T) { //nolint:paralleltest // it measures the memory of the process
	days, visitors := 2, 4
	if os.Getenv("LONG") == "1" {
		days, visitors = 30, 48
	}
	s := startWith(t, usual, Attract)
	s.days = &Days{Make: func(ctx context.Context, now time.Time) (*bank.Image, error) {
		return bank.NewImage(ctx, demo.Opening(1, now), bank.Options{Now: func() time.Time { return begin }, Rand: banktest.NewRand(1), Cost: bank.TapeCost})
	}}
	var heap []uint64
	total := 0
	for day := range days {
		for range visitors {
			s.visitAsAnybody(total)
			total++
			s.Advance(time.Minute)
		}
		s.Advance(begin.AddDate(0, 0, day+1).Sub(s.Now()))
		heap = append(heap, live())
		t.Logf("day %2d: %4d visits, %5.1f MB of memory live", day+1, total, float64(heap[day])/1e6)
	}
	if first, last := heap[0], heap[len(heap)-1]; last > first+first/4 {
		t.Errorf("after the first day %d bytes are live, after the last %d", first, last)
	}
	if s.kiosk.Visits() != total || s.opened-s.closed != 0 {
		t.Errorf("%d of %d visits were begun, and %d places are open", s.kiosk.Visits(), total, s.opened-s.closed)
	}
}

// live is how much memory of Go is in use after a collection.
func live() uint64 {
	runtime.GC()
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// visitAsAnybody is the n-th visitor: each tries something, in turn, and leaves in
// some way.
func (s *stand) visitAsAnybody(n int) {
	s.tb.Helper()
	number := n%8 + 1
	s.visit(fmt.Sprint(number))
	if number%4 == 0 {
		s.Type("11")
		s.Press("enter", "f10", "f2")
	} else {
		s.follow()
	}
	switch n % 3 {
	case 0:
		s.Press("f9")
	case 1:
		s.Advance(IdleAfter + Countdown)
	default:
		s.Press("ctrl+c")
	}
	s.Advance(thanksFor + time.Second)
	if s.kiosk.phase != attracting {
		s.tb.Fatalf("the visit of %d did not end:\n%s", n, s.Text())
	}
}

// token is what a visitor types: nothing else in the world has it. It is made anew
// each time, so that the test itself does not keep it.
func token(n int) []byte { return fmt.Appendf(nil, "qz%dxw%d", n*7919%9973, n) }

// TestNothingIsLeft searches for what visitors typed, after they have left: on the
// screen, on the clipboard, in the folders and, in a dump of the process's memory, in everything that the program can still reach.
func TestNothingIsLeft(t *testing.T) { //nolint:paralleltest // it dumps the memory of the process
	dir := t.TempDir()
	for _, name := range []string{"TMPDIR", "HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"} {
		folder := filepath.Join(dir, strings.ToLower(name))
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		t.Setenv(name, folder)
	}
	visitors := 8
	if os.Getenv("LONG") == "1" {
		visitors = 1000
	}
	s := start(t, usual)
	for n := range visitors {
		s.visit(fmt.Sprint(1 + 4*(n%2)))
		s.typeEverywhere(n)
		s.Press("f9")
		s.Advance(thanksFor + time.Second)
		s.searchScreen(n)
	}
	for _, file := range filesBelow(t, dir) {
		t.Errorf("visitors left %s", file)
	}
	*s.Driver = headless.Driver{} // its queue is a slice that remembers; a terminal's program has none
	there := token(visitors)
	var found []int
	for range 5 { // pools forget in their own time
		dump := memory(t, filepath.Join(t.TempDir(), "heap"))
		if !bytes.Contains(dump, there) {
			t.Error("the dump has not even what is there: it would not find anything")
		}
		if found = inside(dump, visitors); len(found) == 0 {
			break
		}
	}
	runtime.KeepAlive(s)
	t.Logf("%d visitors, %d of whom something is left", visitors, len(found))
	for _, n := range found {
		t.Errorf("the memory still has what visitor %d of %d typed", n, visitors)
	}
}

// inside are the visitors whose tokens are in a dump.
func inside(dump []byte, visitors int) (found []int) {
	for n := range visitors {
		if bytes.Contains(dump, token(n)) {
			found = append(found, n)
		}
	}
	return found
}

// searchScreen searches the screen and the clipboard. It is a function of its own, so that no copy of the token stays in the frame of
// the test when the memory is searched.
func (s *stand) searchScreen(n int) {
	s.tb.Helper()
	if strings.Contains(s.Text(), string(token(n))) || strings.Contains(s.Clipboard(), string(token(n))) {
		s.tb.Errorf("the screen or the clipboard still has what visitor %d typed:\n%s", n, s.Text())
	}
}

// typeEverywhere types the token of a visitor into a search, a form and a memo, and
// sends 50,000 won with it.
func (s *stand) typeEverywhere(n int) {
	s.tb.Helper()
	s.Type("/" + string(token(n)))
	if !strings.Contains(s.Text(), string(token(n))) {
		s.tb.Fatalf("what was typed is not there:\n%s", s.Text())
	}
	s.Press("esc", "esc")
	for s.guide().n < 7 { // up to the memos
		s.obey(s.guide())
	}
	s.Type(string(token(n)) + "\n" + string(token(n)) + "\n")
	s.follow()
}

// filesBelow are the files in a folder and below.
func filesBelow(t *testing.T, dir string) (found []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			found = append(found, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// memory is everything that the program can reach.
func memory(t *testing.T, path string) []byte {
	t.Helper()
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	debug.FreeOSMemory()
	debug.WriteHeapDump(file.Fd())
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
