package uitest

import (
	"fmt"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"smartbank/ui/headless"
)

// Shaking is how Shake shakes.
type Shaking struct {
	// Streams is how many programs are started; 20 if 0.
	Streams int
	// Events is how much happens to each; 100 if 0.
	Events int
	// Seed is where chance begins: the same seed gives the same events.
	Seed uint64
	// Keys are keys, by Bubble Tea's names, that are pressed as often as all others
	// together: those that lead deeper into the program.
	Keys []string
	// Text is typed as often as any other text: a password that opens more.
	Text []string
}

// tries is how many shorter streams are tried to explain a failure.
const tries = 300

// Shake starts programs and lets random keys, text, pastes, clicks, sizes from
// 1x1 to 200x60 and times happen to them. It fails on a panic, a line that does
// not fit, a cursor outside the window and a driver's error, and names the
// shortest stream of events it found that leads there. Every program that
// newDriver starts must be the same. A program that quits is done.
func Shake(tb testing.TB, newDriver func() *headless.Driver, how Shaking) {
	tb.Helper()
	if how.Streams == 0 {
		how.Streams = 20
	}
	if how.Events == 0 {
		how.Events = 100
	}
	for stream := range how.Streams {
		chance := dice{state: how.Seed<<32 + uint64(stream)}
		events := make([]event, how.Events)
		for i := range events {
			events[i] = chance.event(how)
		}
		if n, err := run(newDriver, events); err != nil {
			events, err = shorten(newDriver, events[:n], err)
			tb.Errorf("stream %d of seed %d: %v\nafter: %s", stream, how.Seed, err, describe(events))
			return
		}
	}
}

// event is something that happens to a program.
type event struct {
	name string
	do   func(*headless.Driver)
}

// run lets events happen to a new program. It returns how many it took until
// the error.
func run(newDriver func() *headless.Driver, events []event) (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	d := newDriver()
	if err := fault(d.Frame()); err != nil {
		return 0, err
	}
	for _, e := range events {
		n++
		e.do(d)
		if d.Quit() {
			return n, nil
		}
		f := d.Frame()
		if err := fault(f); err != nil {
			return n, fmt.Errorf("%w\n%s", err, f.Text())
		}
	}
	return n, nil
}

// shorten leaves out events as long as the program still fails, the larger part
// first, and returns what remains with its error.
func shorten(newDriver func() *headless.Driver, events []event, err error) ([]event, error) {
	left := tries
	for size := max(len(events)/2, 1); ; size /= 2 {
		for from := 0; from+size <= len(events) && left > 0; left-- {
			fewer := append(append([]event{}, events[:from]...), events[from+size:]...)
			if n, e := run(newDriver, fewer); e != nil {
				events, err = fewer[:n], e
			} else {
				from += size
			}
		}
		if size <= 1 || left == 0 {
			return events, err
		}
	}
}

// describe names events.
func describe(events []event) string {
	var names []string
	for _, e := range events {
		names = append(names, e.name)
	}
	if len(names) == 0 {
		return "the start"
	}
	return strings.Join(names, ", ")
}

// dice is chance that repeats itself: SplitMix64 (Steele, Lea, Flood, 2014).
type dice struct{ state uint64 }

// roll is a number from 0 to below n.
func (c *dice) roll(n int) int {
	c.state += 0x9e3779b97f4a7c15
	z := c.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	z ^= z >> 31
	return int(z % uint64(n)) //nolint:gosec // n is above zero, and so the remainder fits
}

// keys are what is pressed in every program.
var keys = strings.Fields(`enter enter enter tab shift+tab esc up down left right home end pgup pgdown backspace delete insert
	space f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12 ctrl+a ctrl+e ctrl+k ctrl+u ctrl+w ctrl+l ctrl+r alt+b alt+f
	0 1 2 3 4 5 6 7 8 9 a n q y / ? . - 가`)

// texts are what is typed and pasted in every program: wide, decomposed,
// joined, invisible and hostile text.
var texts = []string{
	"홍길동", "110-1234-567890", "1,234,567원", "₩50,000", "demo01",
	"\u1112\u1161\u11ab\u1100\u1173\u11af", "👨‍👩‍👧‍👦🇰🇷", "e\u0301\u0302", "\u202eabc\u2066", "\x1b[31mred", "a\tb\r\nc",
	"\u200b\ufeff", strings.Repeat("긴 글 ", 100), strings.Repeat("9", 80), "", "\xff\xfe", "%s%d{{.}}",
}

// event makes something up.
func (c *dice) event(how Shaking) event {
	if len(how.Keys) > 0 && c.roll(2) == 0 {
		return press(how.Keys[c.roll(len(how.Keys))])
	}
	switch kind := c.roll(20); {
	case kind < 10:
		return press(keys[c.roll(len(keys))])
	case kind < 13:
		text := c.text(how)
		return event{fmt.Sprintf("type %q", text), func(d *headless.Driver) { d.Type(text) }}
	case kind < 14:
		text := c.text(how)
		return event{fmt.Sprintf("paste %q", text), func(d *headless.Driver) { d.Paste(text) }}
	case kind < 17:
		w, h := 1+c.roll(200), 1+c.roll(60)
		if c.roll(2) == 0 { // a size in which there is something to see
			w, h = 40+c.roll(100), 12+c.roll(30)
		}
		return event{fmt.Sprintf("resize to %dx%d", w, h), func(d *headless.Driver) { d.Resize(w, h) }}
	case kind < 18:
		x, y := c.roll(200), c.roll(60)
		return event{fmt.Sprintf("click on %d,%d", x, y), func(d *headless.Driver) { d.Click(x, y) }}
	default:
		times := []time.Duration{50 * time.Millisecond, 450 * time.Millisecond, 5 * time.Second, 9*time.Minute + 30*time.Second}
		pass := times[c.roll(len(times))]
		return event{fmt.Sprintf("let %v pass", pass), func(d *headless.Driver) { d.Advance(pass) }}
	}
}

// press is the event of a key.
func press(name string) event {
	return event{name, func(d *headless.Driver) { d.Press(name) }}
}

// text is a text of everyone's or of this program's.
func (c *dice) text(how Shaking) string {
	all := append(append([]string{}, texts...), how.Text...)
	return all[c.roll(len(all))]
}
