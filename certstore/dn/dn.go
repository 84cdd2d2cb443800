// Package dn reads and writes distinguished names (X.501) as Korean certificate
// authorities write them: in the order of the encoding, and as the name of a folder.
package dn

import "encoding/asn1"

// Attribute is one type and value of a name.
type Attribute struct {
	Type  asn1.ObjectIdentifier
	Value string // NFC is not applied: what was encoded
	Tag   int    // the ASN.1 string type: 12 UTF8String, 19 PrintableString, ...
}

// Name is a distinguished name in the order of its encoding: c, o, ou, ou, cn.
// Each element is a relative name, which has one attribute in all Korean certificates.
type Name [][]Attribute

// Parse reads a name from its DER encoding (RawSubject, RawIssuer). What is not strict DER, what
// follows it, and values that are not text of their type are errors.
func Parse(der []byte) (Name, error) { panic("todo") }

// DER encodes the name. Parse followed by DER gives the same bytes.
func (n Name) DER() ([]byte, error) { panic("todo") }

// ParseText reads the folder form: "cn=홍길동()…,ou=EPOST,ou=personal4IB,o=yessign,c=kr".
func ParseText(s string) (Name, error) { panic("todo") }

// String is the folder form, most specific first, types in lower case, commas without spaces.
func (n Name) String() string { panic("todo") }

// Folder is the name as one safe folder name. It returns an error for a name that no
// folder may have: one with a slash, a backslash, a control character, a name that Windows reserves, or over 255 bytes.
func (n Name) Folder() (string, error) { panic("todo") }

// Value is the first value of the attribute with the short name (cn, ou, o, c), most specific first; "" if there is none.
func (n Name) Value(short string) string { panic("todo") }

// Owner is whose certificate it is: the common name without what a Korean authority adds to it
// ("홍길동()0071041202611220001" is "홍길동", "HKD(KILDONG.HONG)0091…" is "HKD(KILDONG.HONG)").
func (n Name) Owner() string { panic("todo") }
