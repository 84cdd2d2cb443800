package dn

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxFolder is the longest name of a folder, in bytes: that of ext4, APFS and NTFS.
const MaxFolder = 255

// Folder is the name as one safe folder name, values as they are: "cn=홍길동()…,ou=EPOST,ou=personal4IB,o=yessign,c=kr". Two names with commas
// in their values can have the same one. It returns an error for a name that no folder may have: see [SafeFolder].
func (n Name) Folder() (string, error) {
	folder := n.join(func(value string) string { return value })
	return folder, SafeFolder(folder)
}

// SafeFolder returns an error for what no folder may be called, on any platform: what is empty, begins with a dot or a space, or ends with one,
// has a slash, a backslash or another character that Windows forbids, one that is not to be seen (control characters, line ends,
// directions of writing, no-break spaces), a name that Windows reserves, or over [MaxFolder] bytes.
func SafeFolder(name string) error {
	var reason string
	device, _, _ := strings.Cut(strings.ToLower(name), ".")
	switch {
	case name == "":
		reason = "it is empty"
	case len(name) > MaxFolder:
		return fmt.Errorf("dn: a folder name of %d bytes, of at most %d", len(name), MaxFolder)
	case !utf8.ValidString(name):
		reason = "it is not UTF-8"
	case strings.ContainsAny(name, `/\<>:"|?*`):
		reason = `it has one of / \ < > : " | ? *`
	case strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }):
		reason = "it has a character that is not to be seen"
	case strings.Trim(name, ". ") != name:
		reason = "it begins or ends with a dot or a space"
	case slices.Contains(devices, strings.TrimRight(device, " ")):
		reason = "Windows reserves it"
	default:
		return nil
	}
	return fmt.Errorf("dn: no folder can be called %+q: %s", name, reason)
}

// devices are the names that Windows reserves, with any extension.
var devices = strings.Fields("con prn aux nul com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 com¹ com² com³ " +
	"lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 lpt¹ lpt² lpt³ conin$ conout$")

// Value is the first value of the attribute with the short name (cn, ou, o, c), most specific first; "" if there is none.
func (n Name) Value(name string) string {
	for _, relative := range slices.Backward(n) {
		for _, a := range relative {
			if short(a.Type) == name {
				return a.Value
			}
		}
	}
	return ""
}

// suffix is what Korean authorities write after the holder's name: the name in Latin letters or nothing in parentheses, and a
// number of the bank, the kind, the day and a serial.
var suffix = regexp.MustCompile(`(?s)^(.+)\(([^()]*)\)[0-9]{4,}$`)

// Owner is whose certificate it is: the common name without what a Korean authority adds to it
// ("홍길동()0071041202611220001" is "홍길동", "HKD(KILDONG.HONG)0091…" is "HKD(KILDONG.HONG)"). Like all values it may hold
// characters that a terminal obeys.
func (n Name) Owner() string {
	name := n.Value("cn")
	parts := suffix.FindStringSubmatch(name)
	switch {
	case parts == nil:
		return name
	case parts[2] == "":
		return parts[1]
	}
	return parts[1] + "(" + parts[2] + ")"
}
