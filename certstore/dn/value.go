package dn

import (
	"encoding/asn1"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// String types of X.680 that encoding/asn1 does not name.
const (
	tagVisible   = 26
	tagUniversal = 28
)

// errText is a value that is not text of its type.
var errText = errors.New("not text of its type")

// decode reads the content of a string type.
//
// T61String is read as ISO 8859-1, as OpenSSL and Go do, although certificates of before 2004 hold EUC-KR in it: what those bytes
// mean cannot be known, and this way none is lost.
func decode(tag int, content []byte) (string, error) {
	switch tag {
	case asn1.TagT61String:
		runes := make([]rune, len(content))
		for i, b := range content {
			runes[i] = rune(b)
		}
		return string(runes), nil
	case asn1.TagBMPString, tagUniversal:
		return decodeWide(content, width(tag))
	}
	value := string(content)
	return value, checkNarrow(tag, value)
}

// encode is the inverse of decode.
func encode(tag int, value string) ([]byte, error) {
	if !utf8.ValidString(value) {
		return nil, errText
	}
	switch tag {
	case asn1.TagT61String:
		content := make([]byte, 0, len(value))
		for _, r := range value {
			if r > 0xff {
				return nil, errText
			}
			content = append(content, byte(r)) //nolint:gosec // r is at most 0xff
		}
		return content, nil
	case asn1.TagBMPString, tagUniversal:
		return encodeWide(value, width(tag))
	}
	return []byte(value), checkNarrow(tag, value)
}

// checkNarrow checks a value of a type whose content is its text.
func checkNarrow(tag int, value string) error {
	var ok bool
	switch tag {
	case asn1.TagUTF8String:
		ok = utf8.ValidString(value)
	case asn1.TagPrintableString:
		ok = printable(value)
	case asn1.TagIA5String:
		ok = within(value, 0x00, 0x7f)
	case tagVisible:
		ok = within(value, 0x20, 0x7e)
	case asn1.TagNumericString:
		ok = strings.Trim(value, "0123456789 ") == ""
	default:
		return fmt.Errorf("string type %d is unknown", tag)
	}
	if !ok {
		return errText
	}
	return nil
}

// printable reports whether a PrintableString (X.680, 41.4) can hold the value.
func printable(value string) bool {
	return !strings.ContainsFunc(value, func(r rune) bool {
		letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
		return !letter && !strings.ContainsRune(" '()+,-./:=?", r)
	})
}

// within reports whether all bytes of value are between first and last.
func within(value string, first, last byte) bool {
	for i := range len(value) {
		if value[i] < first || value[i] > last {
			return false
		}
	}
	return true
}

// width is how many bytes a character of a wide string type has.
func width(tag int) int {
	if tag == asn1.TagBMPString {
		return 2
	}
	return 4
}

// decodeWide reads BMPString (UCS-2) and UniversalString (UCS-4), big-endian. Neither knows surrogates.
func decodeWide(content []byte, width int) (string, error) {
	var b strings.Builder
	for ; len(content) >= width; content = content[width:] {
		r := rune(binary.BigEndian.Uint16(content))
		if width == 4 {
			n := binary.BigEndian.Uint32(content)
			if n > utf8.MaxRune {
				return "", errText
			}
			r = rune(n)
		}
		if !utf8.ValidRune(r) {
			return "", errText
		}
		b.WriteRune(r)
	}
	if len(content) > 0 {
		return "", errText
	}
	return b.String(), nil
}

// encodeWide is the inverse of decodeWide.
func encodeWide(value string, width int) (content []byte, err error) {
	for _, r := range value {
		switch {
		case width == 4:
			content = binary.BigEndian.AppendUint32(content, uint32(r)) //nolint:gosec // no rune of a string is negative
		case r > 0xffff:
			return nil, errText
		default:
			content = binary.BigEndian.AppendUint16(content, uint16(r)) //nolint:gosec // r is at most 0xffff
		}
	}
	return content, nil
}
