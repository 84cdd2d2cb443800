package bank

import (
	"bytes"
	"sync"
	"time"
)

// maxReviewed is how many orders are remembered, of about a kilobyte each.
const maxReviewed = 4096

// reviewed are the orders that were prepared last, by this process. Whoever confirms an order mostly does so
// a moment later, and here; then the books need not be asked what the signature is over, while the writer is at them. All of it is in
// the books too, and whether the order may still be confirmed is asked of them alone.
type reviewed struct {
	mu    sync.Mutex
	byKey map[string]reviewedOrder
	keys  []string // of the newest
	next  int      // the oldest of them once they are as many as may be
}

// reviewedOrder is what its customer is to sign.
type reviewedOrder struct {
	customer CustomerID
	hash     [32]byte
	document []byte
	at       time.Time // when it was prepared
}

// keep remembers what a customer was shown.
func (r *reviewed) keep(who CustomerID, shown Review) {
	hash, err := requestHash(shown.Order)
	if err != nil {
		return // the books have it
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.byKey == nil {
		r.byKey = map[string]reviewedOrder{}
	}
	r.byKey[shown.Order.Key] = reviewedOrder{customer: who, hash: hash, document: bytes.Clone(shown.Document), at: shown.PreparedAt}
	if len(r.keys) < maxReviewed {
		r.keys = append(r.keys, shown.Order.Key)
		return
	}
	delete(r.byKey, r.keys[r.next])
	r.keys[r.next] = shown.Order.Key
	r.next = (r.next + 1) % maxReviewed
}

// order is what was remembered of an order, if it is this customer's and the same.
func (r *reviewed) order(who CustomerID, key string, hash [32]byte) (reviewedOrder, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	o, found := r.byKey[key]
	return o, found && o.customer == who && o.hash == hash
}

// forget forgets an order.
func (r *reviewed) forget(key string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.byKey, key)
}
