package pairing

import (
	"bytes"
	"context"
	"fmt"
	"sync"
)

// letters is a relay in memory. It does what a relay should, and whatever meddle
// does besides; and it keeps a log of all it ever saw.
type letters struct {
	mu     sync.Mutex
	boxes  map[string]*box
	plates int
	log    [][]byte

	late int // how many reads of a message find nothing, though it is there

	// meddle, if set, is given every message that a side posts and returns what is left in its place; nil loses it.
	meddle func(from Side, n int, message []byte) []byte
}

type box struct {
	Mailbox

	claimed  bool
	burnt    *BurntError
	messages map[string][]byte // as the other side will read them
	posted   map[string][]byte // as they were posted
	asked    map[string]int    // how often each was asked for
}

func (l *letters) Open(context.Context) (Mailbox, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.plates++
	b := &box{
		Mailbox:  Mailbox{ID: fmt.Sprintf("mailbox-%d", l.plates), Plate: fmt.Sprintf("%04d", l.plates)},
		messages: map[string][]byte{}, posted: map[string][]byte{}, asked: map[string]int{},
	}
	if l.boxes == nil {
		l.boxes = map[string]*box{}
	}
	l.boxes[b.ID] = b
	return b.Mailbox, nil
}

func (l *letters) Claim(_ context.Context, plate string) (Mailbox, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, b := range l.boxes {
		switch {
		case b.Plate != plate:
			continue
		case b.burnt != nil:
			return Mailbox{}, b.burnt
		case b.claimed:
			b.burnt = &BurntError{Reason: Crowded}
			return Mailbox{}, b.burnt
		}
		b.claimed = true
		return b.Mailbox, nil
	}
	return Mailbox{}, &BurntError{Reason: Unknown}
}

func letter(from Side, n int) string { return fmt.Sprintf("%s %d", from, n) }

func (l *letters) Post(_ context.Context, id string, from Side, n int, message []byte) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	b := l.boxes[id]
	if b.burnt != nil {
		return b.burnt
	}
	if had, ok := b.posted[letter(from, n)]; ok && !bytes.Equal(had, message) {
		return fmt.Errorf("another message %d", n)
	}
	message = bytes.Clone(message)
	b.posted[letter(from, n)] = message
	l.log = append(l.log, message)
	if l.meddle != nil {
		message = l.meddle(from, n, bytes.Clone(message))
	}
	if message != nil {
		b.messages[letter(from, n)] = message
	}
	return nil
}

func (l *letters) Read(_ context.Context, id string, from Side, n int) (message []byte, found bool, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	b := l.boxes[id]
	if b.burnt != nil {
		return nil, false, b.burnt
	}
	if b.asked[letter(from, n)]++; n > 0 && b.asked[letter(from, n)] <= l.late {
		return nil, false, nil
	}
	message, found = b.messages[letter(from, n)]
	return message, found, nil
}

func (l *letters) Burn(_ context.Context, id string, by Side, why Reason) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if b := l.boxes[id]; b.burnt == nil {
		b.burnt = &BurntError{Reason: why, By: by}
		clear(b.messages)
	}
	return nil
}
