// Package dn reads and writes distinguished names (X.501) as Korean certificate
// authorities write them: in the order of the encoding, and as the name of a folder.
//
// crypto/x509/pkix is not enough for them: it merges relative names of the same type, loses their order, and keeps only the last
// of two common names.
package dn

import (
	"bytes"
	"encoding/asn1"
	"errors"
	"fmt"
	"slices"
)

// Attribute is one type and value of a name.
type Attribute struct {
	Type  asn1.ObjectIdentifier
	Value string // NFC is not applied: what was encoded
	Tag   int    // the ASN.1 string type: 12 UTF8String, 19 PrintableString, ...
}

// Name is a distinguished name in the order of its encoding: c, o, ou, ou, cn.
// Each element is a relative name, which has one attribute in all Korean certificates.
//
// Values are what was encoded: control characters, line ends and characters that turn the direction of writing are possible.
// [Name.String] shows such characters as escapes, and [Name.Folder] refuses them.
type Name [][]Attribute

// maxSize is the most that an encoded name may have, in bytes: that of a whole certificate.
const maxSize = 16 << 10

// Parse reads a name from its DER encoding (RawSubject, RawIssuer). What is not strict DER, what
// follows it, and values that are not text of their type are errors.
func Parse(der []byte) (Name, error) {
	if len(der) > maxSize {
		return nil, fmt.Errorf("dn: a name of %d bytes, of at most %d", len(der), maxSize)
	}
	sequence, rest, err := element(der, asn1.TagSequence)
	if err != nil {
		return nil, fmt.Errorf("dn: parse name: %w", err)
	}
	if len(rest) > 0 {
		return nil, errors.New("dn: parse name: something follows it")
	}
	name := Name{}
	for len(sequence) > 0 {
		var set []byte
		if set, sequence, err = element(sequence, asn1.TagSet); err != nil {
			return nil, fmt.Errorf("dn: parse relative name: %w", err)
		}
		relative, err := parseSet(set)
		if err != nil {
			return nil, fmt.Errorf("dn: parse relative name: %w", err)
		}
		name = append(name, relative)
	}
	return name, nil
}

// parseSet reads the attributes of a relative name. DER sorts a SET OF by its encodings (X.690, 11.6).
func parseSet(set []byte) (relative []Attribute, err error) {
	if len(set) == 0 {
		return nil, errors.New("it has no attribute")
	}
	var last []byte
	for len(set) > 0 {
		attribute, rest, err := element(set, asn1.TagSequence)
		if err != nil {
			return nil, err
		}
		whole := set[:len(set)-len(rest)]
		if bytes.Compare(last, whole) >= 0 {
			return nil, errors.New("its attributes are not in the order of DER")
		}
		last, set = whole, rest
		parsed, err := parseAttribute(attribute)
		if err != nil {
			return nil, err
		}
		relative = append(relative, parsed)
	}
	return relative, nil
}

// parseAttribute reads an AttributeTypeAndValue.
func parseAttribute(body []byte) (a Attribute, err error) {
	rest, err := asn1.Unmarshal(body, &a.Type)
	if err != nil {
		return a, err
	}
	var value asn1.RawValue
	if rest, err = asn1.Unmarshal(rest, &value); err != nil {
		return a, err
	}
	if len(rest) > 0 || value.Class != asn1.ClassUniversal || value.IsCompound {
		return a, errors.New("an attribute is a type and a string")
	}
	a.Tag = value.Tag
	if a.Value, err = decode(value.Tag, value.Bytes); err != nil {
		return a, fmt.Errorf("%s: %w", short(a.Type), err)
	}
	return a, nil
}

// element reads the header of one constructed element, and returns what is in it and what follows. encoding/asn1 refuses lengths
// that are not DER.
func element(der []byte, tag int) (content, rest []byte, err error) {
	var raw asn1.RawValue
	if rest, err = asn1.Unmarshal(der, &raw); err != nil {
		return nil, nil, err
	}
	if raw.Class != asn1.ClassUniversal || raw.Tag != tag || !raw.IsCompound {
		return nil, nil, fmt.Errorf("tag %d of class %d where %d should be", raw.Tag, raw.Class, tag)
	}
	return raw.Bytes, rest, nil
}

// DER encodes the name. Parse followed by DER gives the same bytes. A value that its string type cannot hold, and a type that is
// no object identifier, are errors.
func (n Name) DER() ([]byte, error) {
	var sequence []byte
	for _, relative := range n {
		var encoded [][]byte
		for _, a := range relative {
			attribute, err := a.der()
			if err != nil {
				return nil, fmt.Errorf("dn: encode %s: %w", short(a.Type), err)
			}
			encoded = append(encoded, attribute)
		}
		if len(encoded) == 0 {
			return nil, errors.New("dn: encode a relative name without attributes")
		}
		slices.SortFunc(encoded, bytes.Compare)
		if len(slices.CompactFunc(slices.Clone(encoded), bytes.Equal)) < len(encoded) {
			return nil, errors.New("dn: encode the same attribute twice in a relative name")
		}
		set, err := wrap(asn1.TagSet, true, slices.Concat(encoded...))
		if err != nil {
			return nil, err
		}
		sequence = append(sequence, set...)
	}
	der, err := wrap(asn1.TagSequence, true, sequence)
	if err == nil && len(der) > maxSize {
		return nil, fmt.Errorf("dn: a name of %d bytes, of at most %d", len(der), maxSize)
	}
	return der, err
}

// der encodes an AttributeTypeAndValue.
func (a Attribute) der() ([]byte, error) {
	oid, err := asn1.Marshal(a.Type)
	if err != nil {
		return nil, err
	}
	content, err := encode(a.Tag, a.Value)
	if err != nil {
		return nil, err
	}
	value, err := wrap(a.Tag, false, content)
	if err != nil {
		return nil, err
	}
	return wrap(asn1.TagSequence, true, slices.Concat(oid, value))
}

// wrap gives content its header.
func wrap(tag int, compound bool, content []byte) ([]byte, error) {
	return asn1.Marshal(asn1.RawValue{Tag: tag, IsCompound: compound, Bytes: content})
}
