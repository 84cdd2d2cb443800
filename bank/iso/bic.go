package iso

import (
	"strconv"
	"strings"
)

// BIC is a checked business identifier code of ISO 9362, of 8 characters for a head office and 11 for a branch.
// The zero BIC is none.
type BIC string

// ParseBIC reads a BIC as a customer types it. The branch XXX is the head office and is dropped. What is refused
// is an [*InvalidError] with, in this order, [Missing], [BadCharacter], [WrongLength], [WrongStructure] (SWIFT gives
// only letters to banks, where the standard allows digits) or [UnknownCountry]. Whether a bank has the code
// cannot be known here.
func ParseBIC(typed string) (BIC, error) {
	bic, bad := parseBIC(typed)
	return bic, asError(bad)
}

func parseBIC(typed string) (BIC, *InvalidError) {
	s, bad := cleaned(typed)
	switch {
	case bad != nil:
		return "", bad
	case s == "":
		return "", problem(Missing, "", "")
	case len(s) != 8 && len(s) != 11:
		return "", problem(WrongLength, strconv.Itoa(len(s)), "8, 11")
	}
	const classes = "aaaaaaccccc"
	for i := range len(s) {
		if want := unlike(s[i], classes[i]); want != "" {
			return "", problemAt(WrongStructure, i+1, s[i:i+1], want)
		}
	}
	if !Country(s[4:6]) {
		return "", problemAt(UnknownCountry, 5, s[4:6], "")
	}
	if len(s) == 11 {
		s = strings.TrimSuffix(s, "XXX")
	}
	return BIC(s), nil
}

// Country is the bank's country, "" for no BIC.
func (b BIC) Country() string {
	if len(b) < 6 {
		return ""
	}
	return string(b[4:6])
}

// HeadOffice is the BIC without its branch.
func (b BIC) HeadOffice() BIC { return b[:min(8, len(b))] }

// Full is the BIC in 11 characters: a head office has the branch XXX.
func (b BIC) Full() string {
	if len(b) == 8 {
		return string(b) + "XXX"
	}
	return string(b)
}
