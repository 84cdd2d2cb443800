package npki

import (
	"bytes"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/subtle"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/cryptobyte"
	tags "golang.org/x/crypto/cryptobyte/asn1"
)

var (
	oidAltName  = asn1.ObjectIdentifier{2, 5, 29, 17}
	oidIdentify = asn1.ObjectIdentifier{1, 2, 410, 200004, 10, 1, 1}    // kisa-identifyData
	oidVID      = asn1.ObjectIdentifier{1, 2, 410, 200004, 10, 1, 1, 1} // kisa-identifyData-vid
)

// tagContext0 is the tag [0] EXPLICIT, and that of an otherName.
var tagContext0 = tags.Tag(0).ContextSpecific().Constructed()

// VID is the identity in a certificate's subjectAltName: a real name, and a hash over the identity number and R.
type VID struct {
	RealName string // what was encoded, which may hold characters that a terminal obeys
	Hash     string // SHA-256 or SHA-1
	Value    []byte
}

// digest is a hash that a VID is made with.
type digest struct {
	name string
	oid  asn1.ObjectIdentifier
	sum  func([]byte) []byte
}

var digests = []digest{
	{"SHA-256", asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}, func(b []byte) []byte { s := sha256.Sum256(b); return s[:] }},
	{"SHA-1", asn1.ObjectIdentifier{1, 3, 14, 3, 2, 26}, func(b []byte) []byte { s := sha1.Sum(b); return s[:] }},
}

// digestOf finds a hash by its name.
func digestOf(name string) (digest, error) {
	for _, d := range digests {
		if d.name == name {
			return d, nil
		}
	}
	return digest{}, fmt.Errorf("npki: no VID is made with %q", name)
}

var errVID = errors.New("npki: the identity in subjectAltName is not as KCAC.TS.SIVID says")

// CertificateVID reads the VID of a certificate. found is false where there is none. One that is not strict DER, or there twice, is
// an error.
func CertificateVID(c *x509.Certificate) (v VID, found bool, err error) {
	for _, extension := range c.Extensions {
		if extension.Id.Equal(oidAltName) {
			return parseAltName(extension.Value)
		}
	}
	return VID{}, false, nil
}

// parseAltName looks for a VID among GeneralNames (RFC 5280, 4.2.1.6).
func parseAltName(der []byte) (v VID, found bool, err error) {
	input := cryptobyte.String(der)
	var names cryptobyte.String
	if !input.ReadASN1(&names, tags.SEQUENCE) || !input.Empty() {
		return VID{}, false, errVID
	}
	for !names.Empty() {
		var name cryptobyte.String
		var tag tags.Tag
		if !names.ReadAnyASN1(&name, &tag) {
			return VID{}, false, errVID
		}
		var oid asn1.ObjectIdentifier
		if tag != tagContext0 {
			continue
		}
		if !name.ReadASN1ObjectIdentifier(&oid) {
			return VID{}, false, errVID
		}
		if !oid.Equal(oidIdentify) {
			continue
		}
		read, ok, err := parseIdentify(name)
		if err != nil || ok && found {
			return VID{}, false, errVID
		}
		if ok {
			v, found = read, true
		}
	}
	return v, found, nil
}

// parseIdentify reads an IdentifyData: a real name and a sequence of identities, one of which may be a VID. The sequence is optional:
// those of the real certificate authorities have a name only.
func parseIdentify(s cryptobyte.String) (v VID, found bool, err error) {
	var wrapped, data, name, infos cryptobyte.String
	if !s.ReadASN1(&wrapped, tagContext0) || !s.Empty() ||
		!wrapped.ReadASN1(&data, tags.SEQUENCE) || !wrapped.Empty() ||
		!data.ReadASN1(&name, tags.UTF8String) || !utf8.Valid(name) ||
		!data.ReadOptionalASN1(&infos, nil, tags.SEQUENCE) || !data.Empty() {
		return VID{}, false, errVID
	}
	v.RealName = string(name)
	for !infos.Empty() {
		var info cryptobyte.String
		var oid asn1.ObjectIdentifier
		if !infos.ReadASN1(&info, tags.SEQUENCE) || !info.ReadASN1ObjectIdentifier(&oid) {
			return VID{}, false, errVID
		}
		if !oid.Equal(oidVID) {
			continue
		}
		hash, value, ok := readVID(info)
		if found || !ok {
			return VID{}, false, errVID
		}
		v.Hash, v.Value, found = hash, value, true
	}
	return v, found, nil
}

// readVID reads a VID: SEQUENCE { hashAlg, [0] OCTET STRING }.
func readVID(s cryptobyte.String) (hash string, value []byte, ok bool) {
	var sequence, wrapped, octets cryptobyte.String
	if !s.ReadASN1(&sequence, tags.SEQUENCE) || !s.Empty() {
		return "", nil, false
	}
	for _, d := range digests {
		rest := sequence
		if !readAlgorithm(&rest, d.oid) {
			continue
		}
		ok = rest.ReadASN1(&wrapped, tagContext0) && rest.Empty() &&
			wrapped.ReadASN1(&octets, tags.OCTET_STRING) && wrapped.Empty() && len(octets) == len(d.sum(nil))
		return d.name, bytes.Clone(octets), ok
	}
	return "", nil, false
}

// ComputeVID is h(h(SEQUENCE{PrintableString identity, BIT STRING r})), KCAC.TS.SIVID. hash is SHA-256 or SHA-1; identity is the
// resident or foreigner number of a person, 13 digits, or the business number of a firm, 10, without hyphens; r has 20 bytes. Anything else
// is an error, which does not repeat the number.
func ComputeVID(hash, identity string, r []byte) ([]byte, error) {
	d, err := digestOf(hash)
	if err != nil {
		return nil, err
	}
	if len(identity) != 13 && len(identity) != 10 || strings.Trim(identity, "0123456789") != "" {
		return nil, errors.New("npki: an identity number has 13 or 10 digits")
	}
	if len(r) != SizeR {
		return nil, fmt.Errorf("npki: R has %d bytes, this one %d", SizeR, len(r))
	}
	b := cryptobyte.NewFixedBuilder(make([]byte, 0, 64)) // which leaves no copies behind
	b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1(tags.PrintableString, func(b *cryptobyte.Builder) { b.AddBytes([]byte(identity)) })
		b.AddASN1BitString(r)
	})
	content, err := b.Bytes()
	if err != nil {
		return nil, fmt.Errorf("npki: compute VID: %w", err)
	}
	defer clear(content)
	return d.sum(d.sum(content)), nil
}

// Is reports whether the VID belongs to an identity number (13 digits of a person, 10 of a firm) and an R.
func (v VID) Is(identity string, r []byte) bool {
	want, err := ComputeVID(v.Hash, identity, r)
	return err == nil && subtle.ConstantTimeCompare(want, v.Value) == 1
}

// AltName is the subjectAltName extension's value (GeneralNames) with this VID, for certificate authorities. A name that is not
// UTF-8, and a value that is not of its hash, are errors.
func (v VID) AltName() ([]byte, error) {
	d, err := digestOf(v.Hash)
	if err != nil {
		return nil, err
	}
	if !utf8.ValidString(v.RealName) || len(v.Value) != len(d.sum(nil)) {
		return nil, errVID
	}
	var b cryptobyte.Builder
	b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1(tagContext0, func(b *cryptobyte.Builder) {
			b.AddASN1ObjectIdentifier(oidIdentify)
			b.AddASN1(tagContext0, func(b *cryptobyte.Builder) { v.addIdentify(b, d) })
		})
	})
	return b.Bytes()
}

// addIdentify writes an IdentifyData with the VID as its only identity.
func (v VID) addIdentify(b *cryptobyte.Builder, d digest) {
	b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1(tags.UTF8String, func(b *cryptobyte.Builder) { b.AddBytes([]byte(v.RealName)) })
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
				b.AddASN1ObjectIdentifier(oidVID)
				b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
					b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) { b.AddASN1ObjectIdentifier(d.oid) })
					b.AddASN1(tagContext0, func(b *cryptobyte.Builder) { b.AddASN1OctetString(v.Value) })
				})
			})
		})
	})
}
