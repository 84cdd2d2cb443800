package ca

import (
	"context"
	"crypto/x509"
	"fmt"
	"math/big"
	"slices"
	"time"
)

// ListDays is how long a revocation list is good for.
const ListDays = 1

// listKey tells revocation lists apart: an institute's, as of a moment.
type listKey struct {
	of Name
	at int64 // unix microseconds
}

// CRL is the revocation list of an institute as it was at a time, DER (RFC 5280
// section 5): who asks about a signature of the past gets the list of then. A list is as of the last change before the
// time, or as of the beginning of its day in Seoul if nothing has changed since; its number is that moment.
func (a *Authority) CRL(ctx context.Context, of Name, at time.Time) ([]byte, error) {
	touched, err := a.o.Records.Touched(ctx, of)
	if err != nil {
		return nil, fmt.Errorf("list what %s has revoked: %w", of, err)
	}
	asOf, entries := listed(touched, at)
	a.listing.Lock()
	defer a.listing.Unlock()
	key := listKey{of, asOf.UnixMicro()}
	if list := a.lists[key]; list != nil {
		return list, nil
	}
	list, err := a.signList(ctx, of, asOf, entries)
	if err != nil {
		return nil, fmt.Errorf("sign the list of %s: %w", of, err)
	}
	if len(a.lists) >= maxLists {
		clear(a.lists)
	}
	a.lists[key] = list
	return list, nil
}

// maxLists bounds the lists that are remembered.
const maxLists = 64

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
func (a *Authority) signList(ctx context.Context, of Name, asOf time.Time, entries []x509.RevocationListEntry) ([]byte, error) {
	k, err := a.keys(ctx)
	if err != nil {
		return nil, err
	}
	by, known := k.issuers[of]
	if !known {
		return nil, &RefusedError{Reason: NoSuch}
	}
	return x509.CreateRevocationList(nil, &x509.RevocationList{
		SignatureAlgorithm: x509.SHA256WithRSA, Number: big.NewInt(asOf.UnixMicro()),
		ThisUpdate: asOf, NextUpdate: asOf.AddDate(0, 0, ListDays), RevokedCertificateEntries: entries,
	}, by.cert, by.key)
}
