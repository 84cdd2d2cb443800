package conductor

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"sort"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Clock is the time of a conducted program. Now, After, Tick and Work make it the
// clock of its screens; [Clock.Model] counts what the program has under way.
type Clock struct {
	mu      sync.Mutex
	changed sync.Cond
	now     time.Time
	timers  []timer // by time, then by when they were armed
	busy    int     // commands that run, and messages on their way
	inputs  int     // keys and pastes that were handled
}

// timer is a command that waits.
type timer struct {
	due  time.Time
	fire chan struct{}
}

// NewClock is a clock that shows start.
func NewClock(start time.Time) *Clock {
	c := &Clock{now: start}
	c.changed.L = &c.mu
	return c
}

// Now is the time on the clock.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// After gives msg(now) once d has passed.
func (c *Clock) After(d time.Duration, msg func(now time.Time) tea.Msg) tea.Cmd {
	return func() tea.Msg {
		<-c.arm(d)
		return msg(c.Now())
	}
}

// Tick is After.
func (c *Clock) Tick(d time.Duration, msg func(now time.Time) tea.Msg) tea.Cmd {
	return c.After(d, msg)
}

// Work is f itself.
func (c *Clock) Work(f func() tea.Msg) tea.Cmd { return f }

// arm sets a timer: its command waits, and keeps nobody else waiting.
func (c *Clock) arm(d time.Duration) <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	due := c.now.Add(max(d, 0))
	at := sort.Search(len(c.timers), func(i int) bool { return c.timers[i].due.After(due) })
	t := timer{due, make(chan struct{})}
	c.timers = slices.Insert(c.timers, at, t)
	c.count(-1)
	return t.fire
}

// count counts what is under way. The caller has the lock.
func (c *Clock) count(n int) {
	c.busy += n
	c.changed.Broadcast()
}

// add is count for those who do not have the lock.
func (c *Clock) add(n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.count(n)
}

// handled tells that a key was handled.
func (c *Clock) handled() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.inputs++
	c.changed.Broadcast()
}

// Follow follows orders until there are no more: it returns nil when the conductor
// has gone, and else what went wrong with the pipes.
func (c *Clock) Follow(orders io.Reader, answers io.Writer) error {
	in, out := json.NewDecoder(orders), json.NewEncoder(answers)
	for {
		var o order
		if err := in.Decode(&o); err != nil {
			if err == io.EOF {
				return nil
			}
			return fmt.Errorf("follow the conductor: %w", err)
		}
		if err := out.Encode(answer{c.obey(o)}); err != nil {
			return fmt.Errorf("follow the conductor: %w", err)
		}
	}
}

// obey does what an order says, and waits until the program rests.
func (c *Clock) obey(o order) (problem string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.rest(o.Inputs)
	switch {
	case o.Fire != nil:
		problem = c.fire(*o.Fire)
	case o.Move != nil && len(c.timers) > 0 && c.timers[0].due.Before(*o.Move):
		problem = fmt.Sprintf("a timer is due at %v, before %v", c.timers[0].due, o.Move)
	case o.Move != nil:
		c.now = o.Move.In(c.now.Location())
	}
	c.rest(o.Inputs)
	return problem
}

// rest waits until so many inputs were handled and nothing is under way.
func (c *Clock) rest(inputs int) {
	for c.busy > 0 || c.inputs < inputs {
		c.changed.Wait()
	}
}

// fire lets the next timer fire.
func (c *Clock) fire(due time.Time) (problem string) {
	switch {
	case len(c.timers) == 0:
		return fmt.Sprintf("no timer is set, but one is due at %v", due)
	case !c.timers[0].due.Equal(due):
		return fmt.Sprintf("the next timer is due at %v, not at %v", c.timers[0].due, due)
	}
	t := c.timers[0]
	c.timers = slices.Delete(c.timers, 0, 1)
	if t.due.After(c.now) {
		c.now = t.due
	}
	c.count(1)
	close(t.fire)
	return ""
}
