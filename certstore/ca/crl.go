package ca

import (
	"bytes"
	"context"
	"crypto/x509"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"sync"
	"time"
)

// ListDays is how long a revocation list is good for.
const ListDays = 1

// listKey tells revocation lists apart: an institute's, as of a moment, with what is in it.
type listKey struct {
	of      Name
	at      int64 // unix microseconds
	entries string
}

// lists are the lists that were signed last. Authorities with the same keys share them: a list is the same whoever asks.
type lists struct {
	mu     sync.Mutex
	signed map[listKey][]byte
}

// maxLists bounds the lists that are remembered.
const maxLists = 64

// CRL is the revocation list of an institute as it was at a time, DER (RFC 5280
// section 5): who asks about a signature of the past gets the list of then. A list is as of the last change before the
// time, or as of the beginning of its day in Seoul if nothing has changed since; its number is that moment.
func (a *Authority) CRL(ctx context.Context, of Name, at time.Time) ([]byte, error) {
	touched, err := a.o.Records.Touched(ctx, of)
	if err != nil {
		return nil, fmt.Errorf("list what %s has revoked: %w", of, err)
	}
	k, err := a.keys(ctx)
	if err != nil {
		return nil, fmt.Errorf("sign the list of %s: %w", of, err)
	}
	asOf, entries := listed(touched, at)
	key := listKey{of, asOf.UnixMicro(), inWords(entries)}
	k.lists.mu.Lock()
	defer k.lists.mu.Unlock()
	if list := k.lists.signed[key]; list != nil {
		return bytes.Clone(list), nil
	}
	list, err := k.signList(of, asOf, entries)
	if err != nil {
		return nil, fmt.Errorf("sign the list of %s: %w", of, err)
	}
	if k.lists.signed == nil || len(k.lists.signed) >= maxLists {
		k.lists.signed = map[listKey][]byte{}
	}
	k.lists.signed[key] = list
	return bytes.Clone(list), nil
}

// inWords is what is in a list.
func inWords(entries []x509.RevocationListEntry) string {
	var b strings.Builder
	for _, e := range entries {
		fmt.Fprintf(&b, "%x %d %d\n", e.SerialNumber, e.RevocationTime.UnixMicro(), e.ReasonCode)
	}
	return b.String()
}

// listed is what a list at a time contains, and as of when.
func listed(touched []Record, at time.Time) (asOf time.Time, entries []x509.RevocationListEntry) {
	day := at.In(seoul)
	asOf = time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, seoul).UTC()
	for _, r := range touched {
		c := r.At(at)
		for _, step := range append(slices.Clip(r.Changes), c) { // c may be none of its steps: the end of a suspension
			if !step.At.After(at) && step.At.After(asOf) && step.Status != Pending {
				asOf = step.At.UTC()
			}
		}
		if c.Status != Suspended && c.Status != Revoked {
			continue
		}
		serial, ok := new(big.Int).SetString(r.Serial, 16)
		if !ok {
			continue // it was never in a certificate
		}
		entries = append(entries, x509.RevocationListEntry{
			SerialNumber: serial, RevocationTime: c.At.UTC(), ReasonCode: int(c.Why),
		})
	}
	return asOf, entries
}

// signList signs a list.
func (k *keyring) signList(of Name, asOf time.Time, entries []x509.RevocationListEntry) ([]byte, error) {
	by, known := k.issuers[of]
	if !known {
		return nil, &RefusedError{Reason: NoSuch}
	}
	return x509.CreateRevocationList(nil, &x509.RevocationList{
		SignatureAlgorithm: x509.SHA256WithRSA, Number: big.NewInt(asOf.UnixMicro()),
		ThisUpdate: asOf, NextUpdate: asOf.AddDate(0, 0, ListDays), RevokedCertificateEntries: entries,
	}, by.cert, by.key)
}
