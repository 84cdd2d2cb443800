package iso

import (
	"slices"
	"strconv"
	"strings"
)

// The longest texts that both messages can carry, in characters.
const (
	MaxReference  = 16
	MaxEndToEnd   = 30 // with /ROC/ in one line of 35
	MaxName       = 66 // two lines of 33 after "1/"
	MaxAddress    = 33 // a line
	MaxTown       = 30 // after "3/CC/" in a line of 35
	MaxAccount    = 34
	MaxPhone      = 27 // after "/ORDTEL/" in a line of 35
	MaxRemittance = 140

	partyLines     = 3 // of name and address, besides the line of the town
	remittanceMost = 4 // lines of field 70
)

// CheckReference checks a reference of 16 characters: [Missing], [BadCharacter], [TooLong], [BadSlash] (T26),
// [BadStart] or [BadSpacing].
func CheckReference(s string) error { return asError(reference(s, MaxReference)) }

// CheckName checks a name: [Missing], [BadCharacter], [TooLong], [BadStart] or [BadSpacing], which make it unfit for
// messages, or [NoLetters], which makes it no name.
func CheckName(s string) error { return asError(lettered(name(s), s, letters)) }

const (
	letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	digits  = "0123456789"
)

// lettered is what is wrong with a text, or that none of some characters is in it.
func lettered(bad *InvalidError, s, some string) *InvalidError {
	if bad != nil || strings.ContainsAny(s, some) {
		return bad
	}
	want := "letter"
	if some != letters {
		want = "letter or digit"
	}
	return problem(NoLetters, s, want)
}

func name(s string) *InvalidError {
	if bad := text(s, MaxName); bad != nil {
		return bad
	}
	if s[0] == '/' { // a line that starts with a slash is an account
		return problemAt(BadStart, 1, "/", "")
	}
	return nil
}

// CheckAddressLine checks a line of an address, with the problems of [CheckName]; digits are enough.
func CheckAddressLine(s string) error {
	return asError(lettered(addressLine(s, MaxAddress), s, letters+digits))
}

func addressLine(s string, most int) *InvalidError {
	if bad := text(s, most); bad != nil {
		return bad
	}
	if s[0] == '/' {
		return problemAt(BadStart, 1, "/", "")
	}
	return nil
}

// CheckTown checks a town, with the problems of [CheckName].
func CheckTown(s string) error { return asError(lettered(addressLine(s, MaxTown), s, letters)) }

// CheckPhone checks a telephone number as ISO 20022 writes it: +, the country's code, - and the number, in digits,
// brackets and dashes: [Missing], [TooLong] or [BadPhone].
func CheckPhone(s string) error { return asError(phone(s)) }

func phone(s string) *InvalidError {
	country, number, parted := strings.Cut(strings.TrimPrefix(s, "+"), "-")
	switch {
	case s == "":
		return problem(Missing, "", "")
	case len(s) > MaxPhone:
		return problem(TooLong, strconv.Itoa(len(s)), strconv.Itoa(MaxPhone))
	case !parted || s[0] != '+' || len(country) > 3 || !only(country, digits) || !only(number, digits+"()+-"):
		return problem(BadPhone, s, "+82-1022345678")
	}
	return nil
}

// only reports whether s is one or more of the characters.
func only(s, characters string) bool { return s != "" && strings.Trim(s, characters) == "" }

// CheckAccount checks the account of a recipient in a country. Where there are IBANs it must be one, with the
// problems of [ParseIBAN], or [OtherCountry]; elsewhere it is a text of 34 characters, with those of [CheckName]
// and [BadSlash].
func CheckAccount(country, typed string) error {
	if !HasIBAN(country) {
		return asError(account(typed))
	}
	iban, err := ParseIBAN(typed)
	if err != nil {
		return err
	}
	if iban.Country() != country && !shares(country, iban.Country()) {
		return problemAt(OtherCountry, 1, iban.Country(), country)
	}
	return nil
}

// shares reports whether accounts in a territory have the IBANs of another country.
func shares(country, other string) bool {
	home := map[string]string{"FR": "BL GF GP MF MQ NC PF PM RE TF WF YT", "GB": "GG IM JE", "FI": "AX"}
	return slices.Contains(strings.Fields(home[other]), country)
}

func account(s string) *InvalidError {
	if bad := text(s, MaxAccount); bad != nil {
		return bad
	}
	return slashes(s)
}

// CheckPurpose checks the shape of a purpose code: one to four letters or digits. [UnknownCode] is what is not
// one. Empty is well: a purpose may go without saying.
func CheckPurpose(s string) error { return asError(purpose(s)) }

func purpose(s string) *InvalidError {
	if s != "" && (len(s) > 4 || !only(s, letters+digits)) {
		return problem(UnknownCode, s, "GIFT, FAMI, EDUC …")
	}
	return nil
}

// CheckRemittance checks what the recipient is told: [BadCharacter], [BadStart], [BadSpacing], or [TooLong] if it does not fit the
// lines that field 70 has left besides the purpose and the customer's reference. Empty is well.
func CheckRemittance(s, purposeCode, endToEnd string) error {
	return asError(remittance(s, purposeCode, endToEnd))
}

func remittance(s, purposeCode, endToEnd string) *InvalidError {
	if s == "" {
		return nil
	}
	if bad := text(s, MaxRemittance); bad != nil {
		return bad
	}
	lines, ok := remittanceLines(s, purposeCode, endToEnd)
	switch {
	case !ok:
		return problem(BadStart, ":", "")
	case len(lines) > remittanceMost:
		return problem(TooLong, strconv.Itoa(len(s)), strconv.Itoa(len(s)-mt103Lines*(len(lines)-remittanceMost)))
	}
	return nil
}
