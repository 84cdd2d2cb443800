package iso

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// IBAN is a checked international bank account number of ISO 13616, in its electronic form: capital letters and
// digits without spaces. The zero IBAN is none.
type IBAN string

// maxTyped is how much of a typed value is looked at: more than the longest value with separators all over.
const maxTyped = 128

// ParseIBAN reads an IBAN as a customer types or pastes it: small letters, spaces, dots, dashes and a leading
// "IBAN" do not matter. What is refused is an [*InvalidError] with, in this order, [Missing], [BadCharacter],
// [UnknownCountry] (which Korea is: it has no IBANs), [WrongLength], [WrongStructure] with the position in the
// electronic form, [BadCheckDigits] or [BadChecksum].
func ParseIBAN(typed string) (IBAN, error) {
	iban, bad := parseIBAN(typed)
	return iban, asError(bad)
}

func parseIBAN(typed string) (IBAN, *InvalidError) {
	s, bad := cleaned(typed)
	if bad != nil {
		return "", bad
	}
	if rest, labelled := strings.CutPrefix(s, "IBAN"); labelled {
		s = rest
	}
	if s == "" {
		return "", problem(Missing, "", "")
	}
	classes, known := bbans()[s[:min(2, len(s))]]
	switch {
	case !known:
		return "", problemAt(UnknownCountry, 1, s[:min(2, len(s))], "")
	case len(s) != 4+len(classes):
		return "", problem(WrongLength, strconv.Itoa(len(s)), strconv.Itoa(4+len(classes)))
	}
	for i, class := range []byte("nn" + classes) {
		if want := unlike(s[i+2], class); want != "" {
			return "", problemAt(WrongStructure, i+3, s[i+2:i+3], want)
		}
	}
	if digits := s[2:4]; digits < "02" || digits > "98" {
		return "", problemAt(BadCheckDigits, 3, digits, "02–98")
	}
	if mod97(s[4:]+s[:4]) != 1 {
		return "", problemAt(BadChecksum, 3, s[2:4], "")
	}
	return IBAN(s), nil
}

// cleaned is a typed code in capitals, without spaces, dots and dashes. Anything else than letters and digits of
// ASCII is a [BadCharacter], with its position in what was typed.
func cleaned(typed string) (string, *InvalidError) {
	if len(typed) > maxTyped {
		return "", problem(TooLong, strconv.Itoa(len(typed)), strconv.Itoa(maxTyped))
	}
	var clean strings.Builder
	at := 0
	for _, r := range typed {
		at++
		switch {
		case r >= 'a' && r <= 'z':
			clean.WriteByte(byte(r) - 'a' + 'A')
		case r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
			clean.WriteRune(r)
		case r == ' ', r == '.', r == '-', r == '\t', r == '\u00a0', r == ':':
		default:
			return "", problemAt(BadCharacter, at, string(r), "letters and digits")
		}
	}
	return clean.String(), nil
}

// unlike is the class that c should have, in words, and "" if it has it.
func unlike(c, class byte) string {
	digit, letter := c >= '0' && c <= '9', c >= 'A' && c <= 'Z'
	switch {
	case class == 'n' && !digit:
		return "digit"
	case class == 'a' && !letter:
		return "letter"
	case class == 'c' && !digit && !letter:
		return "letter or digit"
	}
	return ""
}

// mod97 is the remainder of ISO 7064 MOD 97-10, letters counting from A = 10.
func mod97(s string) int {
	rest := 0
	for i := range len(s) {
		if c := s[i]; c >= 'A' {
			rest = (rest*100 + int(c-'A') + 10) % 97
		} else {
			rest = (rest*10 + int(c-'0')) % 97
		}
	}
	return rest
}

// MakeIBAN gives the national account number of a country its check digits. The errors are those of [ParseIBAN].
func MakeIBAN(country, bban string) (IBAN, error) {
	s, bad := cleaned(bban)
	if bad != nil {
		return "", bad
	}
	if !HasIBAN(country) {
		return "", problem(UnknownCountry, country, "")
	}
	check := strconv.Itoa(98 - mod97(s+country+"00"))
	return ParseIBAN(country + strings.Repeat("0", 2-len(check)) + check + s)
}

// HasIBAN reports whether accounts in a country have IBANs.
func HasIBAN(country string) bool { _, has := bbans()[country]; return has }

// IBANCountries are the countries whose accounts have IBANs, in order.
func IBANCountries() []string { return slices.Sorted(maps.Keys(bbans())) }

// IBANLength is how many characters the IBANs of a country have, 0 where there are none.
func IBANLength(country string) int {
	if classes, has := bbans()[country]; has {
		return 4 + len(classes)
	}
	return 0
}

// IBANCountry is the country of what is typed as an IBAN, which need not be complete or right; "" while none with IBANs
// can be told.
func IBANCountry(typed string) string {
	s, _ := cleaned(typed)
	s = strings.TrimPrefix(s, "IBAN")
	if code := s[:min(2, len(s))]; HasIBAN(code) {
		return code
	}
	return ""
}

// Country is the country of ISO 3166, "" for no IBAN.
func (i IBAN) Country() string { return string(i[:min(2, len(i))]) }

// Format is the paper form: groups of four.
func (i IBAN) Format() string {
	var b strings.Builder
	for at := 0; at < len(i); at += 4 {
		if at > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(string(i[at:min(at+4, len(i))]))
	}
	return b.String()
}
