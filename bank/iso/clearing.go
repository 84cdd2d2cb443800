package iso

import (
	"slices"
	"strconv"
	"strings"
)

// Clearing is a bank's code in its country's clearing, for banks that give no BIC. The zero Clearing is none.
type Clearing struct {
	System string // of the external code set ExternalClearingSystemIdentification1Code, such as "USABA"
	Member string // the bank's code there, without separators
}

// ClearingSystem is a country's clearing, as far as payments name banks by it.
type ClearingSystem struct {
	Code    string // of ISO 20022: "USABA"
	MT      string // of the fields 52a to 57a: "FW" in "//FW021000021"
	Country string
	Lengths []int // how long a member's code may be
	Letters bool  // whether it may have letters: others are digits
	Groups  []int // how it is written for people: 2, 2, 2 is "12-34-56"
}

// clearingSystems are from the code set of ISO 20022 and, for the two letters and the lengths, the list of
// party identifiers in SWIFT's manual. The manual has no letters for Japan's Zengin; "JP" is used here between us and our
// correspondents.
var clearingSystems = []ClearingSystem{
	{"USABA", "FW", "US", []int{9}, false, []int{4, 4, 1}},
	{"CACPA", "CC", "CA", []int{9}, false, []int{4, 5}},
	{"AUBSB", "AU", "AU", []int{6}, false, []int{3, 3}},
	{"GBDSC", "SC", "GB", []int{6}, false, []int{2, 2, 2}},
	{"DEBLZ", "BL", "DE", []int{8}, false, []int{3, 3, 2}},
	{"JPZGN", "JP", "JP", []int{7}, false, []int{4, 3}},
	{"NZNCC", "NZ", "NZ", []int{6}, false, []int{2, 4}},
	{"ATBLZ", "AT", "AT", []int{5}, false, nil},
	{"CHBCC", "SW", "CH", []int{3, 4, 5}, false, nil},
	{"CNAPS", "CN", "CN", []int{12}, false, nil},
	{"ESNCC", "ES", "ES", []int{8, 9}, false, nil},
	{"GRBIC", "GR", "GR", []int{7}, false, nil},
	{"HKNCC", "HK", "HK", []int{3}, false, nil},
	{"IENCC", "IE", "IE", []int{6}, false, []int{2, 2, 2}},
	{"INFSC", "IN", "IN", []int{11}, true, nil},
	{"ITNCC", "IT", "IT", []int{10}, false, nil},
	{"PLKNR", "PL", "PL", []int{8}, false, nil},
	{"PTNCC", "PT", "PT", []int{8}, false, nil},
	{"RUCBC", "RU", "RU", []int{9}, false, nil},
	{"USPID", "CP", "US", []int{4}, false, nil},
	{"ZANCC", "ZA", "ZA", []int{6}, false, nil},
}

// ClearingSystems are those that are known here, the ones that remittances use most first.
func ClearingSystems() []ClearingSystem { return append([]ClearingSystem(nil), clearingSystems...) }

// ClearingSystemOf is the clearing that remittances to a country name banks by; ok is false where there is none.
func ClearingSystemOf(country string) (system ClearingSystem, ok bool) {
	return clearingBy(func(s ClearingSystem) bool { return s.Country == country })
}

func clearingBy(is func(ClearingSystem) bool) (ClearingSystem, bool) {
	for _, s := range clearingSystems {
		if is(s) {
			return s, true
		}
	}
	return ClearingSystem{}, false
}

// ParseClearing reads a bank's code as a customer types it: spaces, dots and dashes do not matter. A Canadian one
// is also understood as it stands on cheques, transit (5) and institution (3), which are turned round and
// get their leading zero. What is refused is an [*InvalidError] with [UnknownCode] for the system,
// [Missing], [BadCharacter], [WrongLength], [WrongStructure] or, for a US routing number, [BadChecksum].
func ParseClearing(system, typed string) (Clearing, error) {
	c, bad := parseClearing(system, typed)
	return c, asError(bad)
}

func parseClearing(system, typed string) (Clearing, *InvalidError) {
	in, known := clearingBy(func(s ClearingSystem) bool { return s.Code == system })
	if !known {
		return Clearing{}, problem(UnknownCode, system, "USABA, CACPA, AUBSB, GBDSC, DEBLZ …")
	}
	s, bad := cleaned(typed)
	switch {
	case bad != nil:
		return Clearing{}, bad
	case s == "":
		return Clearing{}, problem(Missing, "", "")
	}
	class := byte('n')
	if in.Letters {
		class = 'c'
	}
	for i := range len(s) {
		if want := unlike(s[i], class); want != "" {
			return Clearing{}, problemAt(WrongStructure, i+1, s[i:i+1], want)
		}
	}
	if system == "CACPA" && len(s) == 8 {
		s = "0" + s[5:] + s[:5]
	}
	if !slices.Contains(in.Lengths, len(s)) {
		return Clearing{}, problem(WrongLength, strconv.Itoa(len(s)), in.lengths())
	}
	if system == "USABA" && !routing(s) {
		return Clearing{}, problemAt(BadChecksum, 9, s[8:], "")
	}
	return Clearing{system, s}, nil
}

// lengths is the lengths in words: "8, 9".
func (s ClearingSystem) lengths() string {
	words := make([]string, len(s.Lengths))
	for i, l := range s.Lengths {
		words[i] = strconv.Itoa(l)
	}
	return strings.Join(words, ", ")
}

// routing checks a routing number of the American Bankers Association: the digits times 3, 7, 1, 3, 7, 1 … add up to
// a multiple of ten.
func routing(s string) bool {
	sum := 0
	for i := range len(s) {
		sum += int(s[i]-'0') * []int{3, 7, 1}[i%3]
	}
	return sum%10 == 0 && sum > 0
}

// Zero reports whether there is no code.
func (c Clearing) Zero() bool { return c == Clearing{} }

// Format is the code as people write it: "20-00-00".
func (c Clearing) Format() string {
	in, _ := clearingBy(func(s ClearingSystem) bool { return s.Code == c.System })
	rest, parts := c.Member, []string(nil)
	for _, n := range in.Groups {
		parts = append(parts, rest[:min(n, len(rest))])
		rest = rest[min(n, len(rest)):]
	}
	if len(parts) == 0 || rest != "" {
		return c.Member
	}
	return strings.Join(parts, "-")
}
