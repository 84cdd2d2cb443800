package kiosk

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"
	"unsafe"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/demo"
	"smartbank/ui/headless"
)

// TestMonth runs a kiosk day after day, with visitors who try everything, and its
// memory does not grow. LONG=1 is a month with a visitor every ten minutes, and prints the memory of each day.
func TestMonth(t *testing.T) { //nolint:paralleltest // it measures the memory of the process
	days, visitors, attract := 2, 4, []byte(nil) // a tape that plays all day takes seconds
	if os.Getenv("LONG") == "1" {
		days, visitors, attract = 30, 48, Attract
	}
	s := startWith(t, usual, attract)
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
		t.Logf("day %2d: %4d visits, %5.1f MB of memory live, %5.1f MB resident", day+1, total, float64(heap[day])/1e6, resident()/1e6)
	}
	t.Logf("%d visits in %d days; MB live at the end of each: %s", total, days, inMB(heap))
	if first, last := heap[0], heap[len(heap)-1]; last > first+first/4 {
		t.Errorf("after the first day %d bytes are live, after the last %d", first, last)
	}
	if s.kiosk.Visits() != total || s.opened-s.closed != 0 {
		t.Errorf("%d of %d visits were begun, and %d places are open", s.kiosk.Visits(), total, s.opened-s.closed)
	}
}

// inMB are amounts of memory in a line.
func inMB(heap []uint64) string {
	var list []string
	for _, bytes := range heap {
		list = append(list, fmt.Sprintf("%.1f", float64(bytes)/1e6))
	}
	return strings.Join(list, " ")
}

// live is how much memory of Go is in use after a collection.
func live() uint64 {
	runtime.GC()
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// resident is how much memory the process has, with that of SQLite, which is not Go's;
// 0 where the system does not tell it.
func resident() float64 {
	var size, pages int
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	if _, err := fmt.Sscan(string(statm), &size, &pages); err != nil {
		return 0
	}
	return float64(pages * os.Getpagesize())
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

// TestNothingIsLeft searches for what visitors typed, after they have left: on the
// screen, on the clipboard, in the folders of the process, and in everything that the kiosk still has hold of. LONG=1 has a thousand visitors.
func TestNothingIsLeft(t *testing.T) { //nolint:paralleltest // the folders are those of the process
	dir := t.TempDir()
	for _, name := range []string{"TMPDIR", "HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"} {
		folder := filepath.Join(dir, strings.ToLower(name))
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		t.Setenv(name, folder)
	}
	visitors, left := 8, 0
	if os.Getenv("LONG") == "1" {
		visitors = 1000
	}
	s := start(t, usual)
	for n := range visitors {
		s.visit(fmt.Sprint(1 + 4*(n%2)))
		s.typeEverywhere(n)
		if n == 0 && len(s.keeps(token(n))) == 0 {
			t.Error("the search finds nothing even while the visitor is there")
		}
		s.Press("f9")
		s.Advance(thanksFor + time.Second)
		found := s.keeps(token(n))
		if strings.Contains(s.Text(), token(n)) || strings.Contains(s.Clipboard(), token(n)) {
			found = append(found, "the screen or the clipboard")
		}
		if len(found) > 0 {
			left++
			t.Errorf("what visitor %d typed is still in %v", n, found)
		}
	}
	for _, file := range filesBelow(t, dir) {
		t.Errorf("visitors left %s", file)
	}
	t.Logf("%d visitors and as many resets: something is left of %d", visitors, left)
}

// token is what a visitor types: nothing else in the world has it.
func token(n int) string { return fmt.Sprintf("qz%dxw%d", n*7919%9973, n) }

// keeps is where the kiosk has hold of a text: the path of every field that leads to
// it.
func (s *stand) keeps(text string) []string {
	h := hold{text: text, seen: map[visited]bool{}}
	h.search("kiosk", reflect.ValueOf(s.kiosk))
	return h.found
}

// hold searches everything that can be reached from a value.
type hold struct {
	text  string
	seen  map[visited]bool
	found []string
}

// visited is a place that was searched, as one kind of value.
type visited struct {
	at unsafe.Pointer
	as reflect.Type
}

// search searches a value and what it leads to. What functions have hold of it
// cannot see.
func (h *hold) search(path string, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if strings.Contains(v.String(), h.text) {
			h.found = append(h.found, path)
		}
	case reflect.Pointer:
		if v.Type() == reflect.TypeFor[*headless.Driver]() {
			return // the terminal of the test: what it shows is searched as that
		}
		here := visited{v.UnsafePointer(), v.Type()}
		if !v.IsNil() && !h.seen[here] {
			h.seen[here] = true
			h.search(path, v.Elem())
		}
	case reflect.Interface:
		h.search(path, v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			h.search(path+"."+v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.Map:
		for entries := v.MapRange(); entries.Next(); {
			h.search(path+"[]", entries.Key())
			h.search(path+"[]", entries.Value())
		}
	case reflect.Slice, reflect.Array:
		h.searchList(path, v)
	default: // numbers, functions and channels
	}
}

// searchList searches a slice, also behind its end, or an array: bytes and runes as
// text, and characters one after another as what they spell.
func (h *hold) searchList(path string, v reflect.Value) {
	if v.Kind() == reflect.Slice {
		here := visited{v.UnsafePointer(), v.Type()}
		if h.seen[here] {
			return
		}
		h.seen[here] = true
		v = v.Slice(0, v.Cap())
	}
	var spelt strings.Builder
	for i := range v.Len() {
		switch e := v.Index(i); e.Kind() {
		case reflect.Uint8:
			spelt.WriteByte(byte(e.Uint()))
		case reflect.Int32:
			spelt.WriteRune(rune(e.Int()))
		case reflect.Struct:
			if e.NumField() > 0 && e.Field(0).Kind() == reflect.String {
				spelt.WriteString(e.Field(0).String())
			}
			h.search(path+"[]", e)
		default:
			h.search(path+"[]", e)
		}
	}
	if strings.Contains(spelt.String(), h.text) {
		h.found = append(h.found, path)
	}
}

// typeEverywhere types the token of a visitor into a search, a form and a memo, and
// sends 50,000 won with it.
func (s *stand) typeEverywhere(n int) {
	s.tb.Helper()
	s.Type("/" + token(n))
	if !strings.Contains(s.Text(), token(n)) {
		s.tb.Fatalf("what was typed is not there:\n%s", s.Text())
	}
	s.Press("esc", "esc")
	for s.guide().n < 7 { // up to the memos
		s.obey(s.guide())
	}
	s.Type(token(n) + "\n" + token(n) + "\n")
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
