package trust

import (
	"bytes"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"

	"golang.org/x/crypto/cryptobyte"
	der "golang.org/x/crypto/cryptobyte/asn1"
)

// oidPoints is cRLDistributionPoints (RFC 5280, section 4.2.1.13).
var oidPoints = asn1.ObjectIdentifier{2, 5, 29, 31}

var errScope = errors.New("the list's scope cannot be read, or is one that is not understood")

// scopeCovers reports whether a list is for a certificate. Korean authorities cut theirs into parts, one for each distribution
// point: a part says nothing about the certificates of another (RFC 5280, section 5.2.5).
func scopeCovers(extensions []pkix.Extension, c *x509.Certificate) (bool, error) {
	value, ok := extension(extensions, oidScope)
	if !ok {
		return true, nil
	}
	s, err := readScope(value)
	if err != nil {
		return false, err
	}
	if s.onlyUsers && c.IsCA || s.onlyAuthorities && !c.IsCA {
		return false, nil
	}
	if s.points == nil {
		return true, nil
	}
	value, _ = extension(c.Extensions, oidPoints)
	for _, its := range readPoints(value) {
		for _, point := range s.points {
			if bytes.Equal(its, point) {
				return true, nil
			}
		}
	}
	return false, nil
}

func extension(all []pkix.Extension, id asn1.ObjectIdentifier) (value []byte, ok bool) {
	for _, e := range all {
		if e.Id.Equal(id) {
			return e.Value, true
		}
	}
	return nil, false
}

// scope is IssuingDistributionPoint: which certificates a list is for. points is nil for all of them.
type scope struct {
	points                     [][]byte // GeneralNames, encoded
	onlyUsers, onlyAuthorities bool
}

// readScope reads IssuingDistributionPoint. Lists for some reasons only, of other issuers or of attribute certificates are refused.
func readScope(value []byte) (s scope, err error) {
	var inner, point cryptobyte.String
	var there bool
	all := cryptobyte.String(value)
	if !all.ReadASN1(&inner, der.SEQUENCE) || !all.Empty() || !inner.ReadOptionalASN1(&point, &there, named(0)) {
		return s, errScope
	}
	if there {
		if s.points = readPoint(point); s.points == nil {
			return s, errScope
		}
	}
	for tag, flag := range []*bool{1: &s.onlyUsers, 2: &s.onlyAuthorities} {
		var set cryptobyte.String
		if flag == nil {
			continue
		}
		if !inner.ReadOptionalASN1(&set, flag, der.Tag(tag).ContextSpecific()) || *flag && !bytes.Equal(set, []byte{0xff}) {
			return s, errScope
		}
	}
	if !inner.Empty() {
		return s, errScope
	}
	return s, nil
}

// readPoint reads DistributionPointName with full names, the only form that is in use.
func readPoint(s cryptobyte.String) (names [][]byte) {
	var full cryptobyte.String
	if !s.ReadASN1(&full, named(0)) || !s.Empty() {
		return nil
	}
	for !full.Empty() {
		var name cryptobyte.String
		var tag der.Tag
		if !full.ReadAnyASN1Element(&name, &tag) {
			return nil
		}
		names = append(names, name)
	}
	return names
}

// readPoints reads the full names of all distribution points of a certificate; what it cannot read names nothing.
func readPoints(value []byte) (names [][]byte) {
	var points cryptobyte.String
	all := cryptobyte.String(value)
	if !all.ReadASN1(&points, der.SEQUENCE) {
		return nil
	}
	for !points.Empty() {
		var point, name cryptobyte.String
		var there bool
		if !points.ReadASN1(&point, der.SEQUENCE) || !point.ReadOptionalASN1(&name, &there, named(0)) {
			return nil
		}
		if there {
			names = append(names, readPoint(name)...)
		}
	}
	return names
}

// named is the context-specific, constructed tag n.
func named(n uint8) der.Tag { return der.Tag(n).ContextSpecific().Constructed() }
