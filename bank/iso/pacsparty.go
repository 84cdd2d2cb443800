package iso

import (
	"slices"
	"strconv"
	"strings"
)

// readBIC reads a bank that must have a BIC.
func (a *pacsAgent) readBIC(into *BIC) *InvalidError {
	if a == nil {
		return problem(Missing, "", "")
	}
	bic, bad := parseBIC(a.BIC)
	if bad == nil && a.BIC != string(bic) && a.BIC != bic.Full() {
		bad = problem(WrongStructure, a.BIC, string(bic))
	}
	*into = bic
	return bad
}

// read reads a bank, which must be there though it may say nothing.
func (a *pacsAgent) read(into *Agent, must bool) (bad *InvalidError) {
	if a == nil {
		if must {
			return problem(Missing, "", "")
		}
		return nil
	}
	if a.BIC != "" {
		if bad = a.readBIC(&into.BIC); bad != nil {
			return bad.in("BICFI", "")
		}
	}
	if bad = a.Clearing.read(&into.Clearing); bad != nil {
		return bad.in("ClrSysMmbId/MmbId", "")
	}
	if into.BIC != "" { // name and address are the directory's
		return nil
	}
	into.Name = a.Name
	if bad = long(a.Name, 140); bad != nil {
		return bad.in("Nm", "")
	}
	into.Address, into.Town, into.Country, bad = a.Address.read()
	return bad
}

// read reads a clearing code; those of systems that are not known here are passed over.
func (c *pacsClearing) read(into *Clearing) (bad *InvalidError) {
	if c == nil {
		return nil
	}
	if _, known := clearingBy(func(s ClearingSystem) bool { return s.Code == c.System }); known {
		*into, bad = parseClearing(c.System, c.Member)
	}
	return bad
}

// read reads a party: a name, unless it has a BIC.
func (p *pacsParty) read(into *Party) (bad *InvalidError) {
	switch {
	case p == nil:
		return problem(Missing, "", "")
	case p.Name == "" && (p.ID == nil || p.ID.BIC == ""):
		return problem(NeededBecause, "", "AnyBIC").in("Nm", "")
	}
	into.Name = p.Name
	if p.ID != nil && p.ID.BIC != "" {
		if into.BIC, bad = parseBIC(p.ID.BIC); bad != nil {
			return bad.in("Id/OrgId/AnyBIC", "")
		}
	}
	if bad = long(p.Name, 140); bad != nil {
		return bad.in("Nm", "")
	}
	if p.Contact != nil && p.Contact.Phone != "" {
		if into.Phone = p.Contact.Phone; !phoneNumber(into.Phone) {
			return problem(BadPhone, into.Phone, "+82-1022345678").in("CtctDtls/PhneNb", "")
		}
	}
	into.Address, into.Town, into.Country, bad = p.Address.read()
	return bad
}

// phoneNumber reports whether s has the pattern of the schema's PhoneNumber.
func phoneNumber(s string) bool {
	country, number, parted := strings.Cut(strings.TrimPrefix(s, "+"), "-")
	return s[0] == '+' && parted && len(country) <= 3 && only(country, "0123456789") && len(number) <= 30 && only(number, "0123456789()+-")
}

// read reads an address: lines alone, or with a town and a country, which need each other.
func (a *pacsAddress) read() (lines []string, town, code string, bad *InvalidError) {
	if a == nil {
		return nil, "", "", nil
	}
	lines = slices.Clone(a.Lines)
	if street := strings.TrimSpace(a.Street + " " + a.Building); street != "" {
		lines = append([]string{street}, lines...)
	}
	switch {
	case a.Country != "" && !Country(a.Country):
		bad = problem(UnknownCountry, a.Country, "").in("PstlAdr/Ctry", "")
	case a.Town == "" && a.Country != "":
		bad = problem(NeededBecause, "", "Ctry").in("PstlAdr/TwnNm", "")
	case a.Town != "" && a.Country == "":
		bad = problem(NeededBecause, "", "TwnNm").in("PstlAdr/Ctry", "")
	}
	return lines, a.Town, a.Country, bad
}

// read reads an account, none if it is not there. An IBAN must be right.
func (a *pacsAccount) read(into *string) *InvalidError {
	switch {
	case a == nil:
		return nil
	case a.IBAN != "":
		iban, bad := parseIBAN(a.IBAN)
		if bad == nil && string(iban) != a.IBAN {
			bad = problem(WrongStructure, a.IBAN, string(iban))
		}
		*into = a.IBAN
		return bad.in("IBAN", "")
	case a.Other == nil || a.Other.ID == "":
		return problem(Missing, "", "")
	}
	*into = a.Other.ID
	return long(*into, MaxAccount).in("Othr/Id", "")
}

// long checks that a text is not too long.
func long(s string, most int) *InvalidError {
	if n := len([]rune(s)); n > most {
		return problem(TooLong, strconv.Itoa(n), strconv.Itoa(most))
	}
	return nil
}
