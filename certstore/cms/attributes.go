package cms

import (
	"bytes"
	"crypto/subtle"
	"encoding/asn1"
	"time"

	"golang.org/x/crypto/cryptobyte"
	der "golang.org/x/crypto/cryptobyte/asn1"
)

// attribute is one signed attribute: its type, and the members of its SET of values.
type attribute struct {
	kind   asn1.ObjectIdentifier
	values cryptobyte.String
}

// readAttributes reads the members of a SET OF Attribute in the order of DER, none twice.
func readAttributes(members cryptobyte.String) (all []attribute, ok bool) {
	var last []byte
	for !members.Empty() {
		var raw, inner cryptobyte.String
		var a attribute
		if !members.ReadASN1Element(&raw, der.SEQUENCE) || bytes.Compare(last, raw) >= 0 {
			return nil, false
		}
		last = raw
		whole := raw
		if !whole.ReadASN1(&inner, der.SEQUENCE) || !inner.ReadASN1ObjectIdentifier(&a.kind) ||
			!inner.ReadASN1(&a.values, der.SET) || a.values.Empty() || !inner.Empty() {
			return nil, false
		}
		for _, other := range all {
			if other.kind.Equal(a.kind) {
				return nil, false
			}
		}
		all = append(all, a)
	}
	return all, len(all) > 0
}

// isAttributes reports whether content is itself the encoding of signed attributes. Such content must not stand in a message
// without attributes: whoever holds a message with attributes could take them for the content of another one, under the
// same signature, and the other way round (draft-ietf-lamps-cms-euf-cma-signeddata).
func isAttributes(content []byte) bool {
	s := cryptobyte.String(content)
	var members cryptobyte.String
	if !s.ReadASN1(&members, der.SET) || !s.Empty() {
		return false
	}
	all, ok := readAttributes(members)
	if !ok {
		return false
	}
	for _, a := range all {
		if a.kind.Equal(oidMessageDigest) {
			return true
		}
	}
	return false
}

// checkAttributes checks the attributes of content (RFC 5652, section 11): contentType and messageDigest have to be there and
// right. It returns the signing time, if there is one.
func checkAttributes(members cryptobyte.String, content []byte, d digest) (at time.Time, err error) {
	all, ok := readAttributes(members)
	if !ok {
		return at, wrong("the signed attributes are not as DER has them")
	}
	var typed, digested bool
	for _, a := range all {
		switch v := a.values; {
		case a.kind.Equal(oidContentType):
			var kind asn1.ObjectIdentifier
			if !v.ReadASN1ObjectIdentifier(&kind) || !v.Empty() || !kind.Equal(oidData) {
				return at, wrong("the contentType attribute is not that of the content")
			}
			typed = true
		case a.kind.Equal(oidMessageDigest):
			if err := checkDigest(v, d.of(content)); err != nil {
				return at, err
			}
			digested = true
		case a.kind.Equal(oidSigningTime):
			if at, ok = readTime(&v); !ok || !v.Empty() {
				return at, wrong("the signingTime attribute is no time")
			}
		}
	}
	if !typed || !digested {
		return at, wrong("there is no contentType or no messageDigest attribute")
	}
	return at, nil
}

// checkDigest checks the value of a messageDigest attribute.
func checkDigest(value cryptobyte.String, want []byte) error {
	var digest cryptobyte.String
	if !value.ReadASN1(&digest, der.OCTET_STRING) || !value.Empty() {
		return wrong("the messageDigest attribute is no digest")
	}
	if subtle.ConstantTimeCompare(digest, want) != 1 {
		return broken("the content is not what was signed")
	}
	return nil
}

// readTime reads UTCTime or GeneralizedTime.
func readTime(s *cryptobyte.String) (t time.Time, ok bool) {
	if s.PeekASN1Tag(der.UTCTime) {
		ok = s.ReadASN1UTCTime(&t)
	} else {
		ok = s.ReadASN1GeneralizedTime(&t)
	}
	return t.UTC(), ok
}
