package iso

import (
	"encoding/hex"
	"strconv"
	"strings"
)

// UETR is the unique end-to-end transaction reference of a payment: a UUID of version 4 (RFC 9562) in small
// letters, as ISO 20022 has it. The zero UETR is none.
type UETR string

// NewUETR makes a UETR from 16 bytes of chance.
func NewUETR(chance [16]byte) UETR {
	chance[6] = chance[6]&0x0f | 0x40 // version 4
	chance[8] = chance[8]&0x3f | 0x80 // the variant of the RFC
	h := hex.EncodeToString(chance[:])
	return UETR(h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:])
}

// ParseUETR reads a UETR, in small or capital letters. It returns an [*InvalidError] with [Missing],
// [WrongLength] or [WrongStructure].
func ParseUETR(s string) (UETR, error) {
	uetr, bad := parseUETR(strings.ToLower(s))
	return uetr, asError(bad)
}

// parseUETR takes small letters only.
func parseUETR(s string) (UETR, *InvalidError) {
	const pattern = "xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx"
	switch {
	case s == "":
		return "", problem(Missing, "", "")
	case len(s) != len(pattern):
		return "", problem(WrongLength, strconv.Itoa(len(s)), strconv.Itoa(len(pattern)))
	}
	for i := range len(s) {
		may := map[byte]string{'x': "0123456789abcdef", 'v': "89ab"}[pattern[i]]
		if may == "" {
			may = pattern[i : i+1]
		}
		if !strings.Contains(may, s[i:i+1]) {
			return "", problemAt(WrongStructure, i+1, strings.ToValidUTF8(s[i:i+1], "?"), may)
		}
	}
	return UETR(s), nil
}

// CheckLEI checks a legal entity identifier of ISO 17442: 18 letters or digits and two check digits, mod 97. It returns an
// [*InvalidError] with [Missing], [BadCharacter], [WrongLength], [WrongStructure] or [BadChecksum].
func CheckLEI(typed string) error {
	s, bad := cleaned(typed)
	switch {
	case bad != nil:
		return bad
	case s == "":
		return problem(Missing, "", "")
	case len(s) != 20:
		return problem(WrongLength, strconv.Itoa(len(s)), "20")
	}
	for i := 18; i < 20; i++ {
		if want := unlike(s[i], 'n'); want != "" {
			return problemAt(WrongStructure, i+1, s[i:i+1], want)
		}
	}
	if mod97(s) != 1 {
		return problemAt(BadChecksum, 19, s[18:], "")
	}
	return nil
}
