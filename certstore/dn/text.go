package dn

import (
	"encoding/asn1"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is a type of attribute that has a short name.
type kind struct {
	short string
	oid   asn1.ObjectIdentifier
	tag   int // what Korean authorities encode it as
}

// kinds are the types of X.520 and RFC 4519 that names of certificates have.
var kinds = []kind{
	{"cn", asn1.ObjectIdentifier{2, 5, 4, 3}, asn1.TagUTF8String},
	{"sn", asn1.ObjectIdentifier{2, 5, 4, 4}, asn1.TagUTF8String},
	{"serialnumber", asn1.ObjectIdentifier{2, 5, 4, 5}, asn1.TagPrintableString},
	{"c", asn1.ObjectIdentifier{2, 5, 4, 6}, asn1.TagPrintableString},
	{"l", asn1.ObjectIdentifier{2, 5, 4, 7}, asn1.TagUTF8String},
	{"st", asn1.ObjectIdentifier{2, 5, 4, 8}, asn1.TagUTF8String},
	{"street", asn1.ObjectIdentifier{2, 5, 4, 9}, asn1.TagUTF8String},
	{"o", asn1.ObjectIdentifier{2, 5, 4, 10}, asn1.TagUTF8String},
	{"ou", asn1.ObjectIdentifier{2, 5, 4, 11}, asn1.TagUTF8String},
	{"title", asn1.ObjectIdentifier{2, 5, 4, 12}, asn1.TagUTF8String},
	{"givenname", asn1.ObjectIdentifier{2, 5, 4, 42}, asn1.TagUTF8String},
	{"uid", asn1.ObjectIdentifier{0, 9, 2342, 19200300, 100, 1, 1}, asn1.TagUTF8String},
	{"dc", asn1.ObjectIdentifier{0, 9, 2342, 19200300, 100, 1, 25}, asn1.TagIA5String},
	{"email", asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 1}, asn1.TagIA5String},
}

// short is the short name of a type, or its dotted identifier.
func short(oid asn1.ObjectIdentifier) string {
	for _, k := range kinds {
		if k.oid.Equal(oid) {
			return k.short
		}
	}
	return oid.String()
}

// kindOf finds a type by its short name in any case, or by its dotted identifier.
func kindOf(text string) (kind, error) {
	text = strings.ToLower(text)
	for _, k := range kinds {
		if k.short == text || k.oid.String() == text {
			return k, nil
		}
	}
	var oid asn1.ObjectIdentifier
	for part := range strings.SplitSeq(text, ".") {
		arc, err := strconv.ParseInt(part, 10, 32)
		if err != nil || strconv.FormatInt(arc, 10) != part || arc < 0 {
			return kind{}, fmt.Errorf("dn: %q is no type of attribute", text)
		}
		oid = append(oid, int(arc))
	}
	der, err := asn1.Marshal(oid)
	if err != nil {
		return kind{}, fmt.Errorf("dn: %q is no type of attribute", text)
	}
	var back asn1.ObjectIdentifier // the first two arcs share a number, which has a limit
	if _, err := asn1.Unmarshal(der, &back); err != nil || !back.Equal(oid) {
		return kind{}, fmt.Errorf("dn: %q is no type of attribute", text)
	}
	return kind{text, oid, asn1.TagUTF8String}, nil
}

// ParseText reads the folder form: "cn=홍길동()…,ou=EPOST,ou=personal4IB,o=yessign,c=kr". It is that of RFC 4514, with types in any
// case; c and serialnumber become PrintableString, dc and email IA5String, all others UTF8String.
func ParseText(s string) (Name, error) {
	if len(s) > maxSize {
		return nil, fmt.Errorf("dn: a name of %d bytes, of at most %d", len(s), maxSize)
	}
	var name Name
	var relative []Attribute
	for {
		a, end, rest, err := parsePair(s)
		if err != nil {
			return nil, err
		}
		relative = append(relative, a)
		if end != '+' {
			name = append(name, relative)
			relative = nil
		}
		if end == 0 {
			break
		}
		s = rest
	}
	slices.Reverse(name)
	if _, err := name.DER(); err != nil {
		return nil, err
	}
	return name, nil
}

// parsePair reads "type=value" up to a comma, a plus or the end (0).
func parsePair(s string) (a Attribute, end byte, rest string, err error) {
	label, s, found := strings.Cut(s, "=")
	if !found {
		return a, 0, "", fmt.Errorf("dn: %q has no type and value", label)
	}
	k, err := kindOf(strings.Trim(label, " "))
	if err != nil {
		return a, 0, "", err
	}
	value, end, rest, err := parseValue(strings.TrimLeft(s, " "))
	if err != nil {
		return a, 0, "", fmt.Errorf("dn: %s: %w", k.short, err)
	}
	return Attribute{k.oid, value, k.tag}, end, rest, nil
}

// parseValue reads a value with its escapes (RFC 4514, 2.4 and 3).
func parseValue(s string) (value string, end byte, rest string, err error) {
	if strings.HasPrefix(s, "#") {
		return "", 0, "", errors.New("values in hexadecimal are not read")
	}
	var b []byte
	kept := 0 // b up to here does not end in a space that nobody escaped
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case ',', '+':
			return text(b[:kept], c, s[i+1:])
		case '"', ';', '<', '>':
			return "", 0, "", fmt.Errorf("%q has to be escaped", c)
		case '\\':
			escaped, size, err := unescape(s[i+1:])
			if err != nil {
				return "", 0, "", err
			}
			b = append(b, escaped)
			kept = len(b)
			i += size
		default:
			if b = append(b, c); c != ' ' {
				kept = len(b)
			}
		}
	}
	return text(b[:kept], 0, "")
}

// text closes a value.
func text(b []byte, end byte, rest string) (string, byte, string, error) {
	if !utf8.Valid(b) {
		return "", 0, "", errText
	}
	return string(b), end, rest, nil
}

// unescape reads what follows a backslash: a special character, or a byte in hexadecimal.
func unescape(s string) (b byte, size int, err error) {
	if s != "" && strings.IndexByte(special, s[0]) >= 0 {
		return s[0], 1, nil
	}
	if len(s) >= 2 {
		if pair, err := hex.DecodeString(s[:2]); err == nil {
			return pair[0], 2, nil
		}
	}
	return 0, 0, errors.New("a backslash stands before a special character or two hexadecimal digits")
}

// special are the characters that may follow a backslash as they are.
const special = `\"+,;<>= #`

// String is the folder form, most specific first, types in lower case, commas without spaces. Special characters are
// escaped as in RFC 4514, and whatever is not to be seen, control characters among them, as bytes in hexadecimal: one line of text
// that a terminal can show. ParseText reads it.
func (n Name) String() string { return n.join(escape) }

// join writes the name with values as write writes them.
func (n Name) join(write func(string) string) string {
	var b strings.Builder
	for i, relative := range slices.Backward(n) {
		for j, a := range relative {
			if j > 0 {
				b.WriteByte('+')
			}
			b.WriteString(short(a.Type) + "=" + write(a.Value))
		}
		if i > 0 {
			b.WriteByte(',')
		}
	}
	return b.String()
}

// escape writes a value for String.
func escape(value string) string {
	var b strings.Builder
	for i := 0; i < len(value); {
		r, size := utf8.DecodeRuneInString(value[i:])
		switch {
		case r == utf8.RuneError && size <= 1, !unicode.IsPrint(r):
			for _, c := range []byte(value[i : i+size]) {
				fmt.Fprintf(&b, `\%02X`, c)
			}
		case strings.ContainsRune(`\"+,;<>`, r),
			r == ' ' && (i == 0 || i == len(value)-1),
			r == '#' && i == 0:
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
		i += size
	}
	return b.String()
}
