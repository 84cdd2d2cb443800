package bank

import (
	"context"
	"slices"
	"sync"
)

// issuedMemo is what was issued by a bank in memory. Such a bank has one connection,
// and who verifies its books holds it while signatures are checked, for which certificates are looked up.
type issuedMemo struct {
	mu    sync.Mutex
	known bool
	all   []IssuedCertificate
}

// recall is everything that was issued, in a list of its own to change. known is
// false in a file, which others may write too.
func (m *issuedMemo) recall(b *Bank) (all []IssuedCertificate, known bool) {
	if b.path != "" {
		return nil, false
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.all), m.known
}

// remember keeps what was issued, as the transaction leaves it.
func (t *tx) remember(ctx context.Context) error {
	if t.bank.path != "" {
		return nil
	}
	all, err := t.issued(ctx, "issued_all")
	if err != nil {
		return err
	}
	m := &t.bank.memo
	m.mu.Lock()
	defer m.mu.Unlock()
	m.known, m.all = true, all
	return nil
}
