package bank

import "strconv"

// MaxReviewed is how many orders are remembered.
const MaxReviewed = maxReviewed

// Remembers reports whether what a customer signs of an order is remembered.
func (b *Bank) Remembers(who CustomerID, o TransferOrder) bool {
	hash, err := requestHash(o)
	if err != nil {
		return false
	}
	_, found := b.reviewed.order(who, o.Key, hash)
	return found
}

// RememberOthers remembers so many orders of nobody.
func (b *Bank) RememberOthers(n int) {
	for i := range n {
		b.reviewed.keep(0, Review{Order: TransferOrder{Key: strconv.Itoa(i)}})
	}
}
