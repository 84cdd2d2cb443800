package iso

import (
	"strconv"
	"strings"

	"smartbank/bank/money"
)

// Check reports the first of [CreditTransfer.Problems], nil if the transfer can be sent.
func (t CreditTransfer) Check() error {
	if all := t.Problems(); len(all) > 0 {
		return all[0]
	}
	return nil
}

// Problems are all reasons why a transfer cannot be sent, in the order of MT103's fields. Field is the tag of MT103
// with the part of a party after a colon: "59:name". Those of single fields come first, then the network rules.
func (t CreditTransfer) Problems() []*InvalidError {
	t = t.Normal()
	var all []*InvalidError
	add := func(field, swift string, bad *InvalidError) {
		if bad != nil {
			all = append(all, bad.in(field, swift))
		}
	}
	add("sender", "", bicField(t.Sender))
	add("receiver", "", bicField(t.Receiver))
	_, bad := parseUETR(string(t.UETR))
	add("121", "", bad)
	add("20", "T26", reference(t.Reference, MaxReference))
	if t.ValueDate.Year < firstYear || t.ValueDate.Year >= firstYear+100 {
		add("32A", "T50", problem(BadDate, t.ValueDate.String(), ""))
	}
	add("32A", "", amount(t.Settled))
	if t.Instructed != (money.Amount{}) {
		add("33B", "", amount(t.Instructed))
	}
	if t.Rate != "" {
		add("36", "", rate(t.Rate))
	}
	t.Debtor.problems("50", true, add)
	t.DebtorAgent.problems("52", add)
	t.Intermediary.problems("56", add)
	t.CreditorAgent.problems("57", add)
	t.Creditor.problems("59", false, add)
	add("70", "", purpose(t.Purpose))
	if t.EndToEnd != "" {
		add("70", "", reference(t.EndToEnd, MaxEndToEnd))
		if t.EndToEnd == notProvided {
			add("70", "", problem(Unsayable, notProvided, "empty"))
		}
	}
	add("70", "", remittance(t.Remittance, t.Purpose, t.EndToEnd))
	for _, taken := range t.ChargesTaken {
		add("71F", "", charge(taken))
	}
	if t.ChargesPaid != (money.Amount{}) {
		add("71G", "", amount(t.ChargesPaid))
	}
	return append(all, t.ruleProblems()...)
}

// bicField checks that a BIC is one in the form [ParseBIC] gives.
func bicField(b BIC) *InvalidError {
	parsed, bad := parseBIC(string(b))
	if bad == nil && parsed != b {
		return problem(WrongStructure, string(b), string(parsed))
	}
	if bad != nil && bad.Problem != Missing {
		bad.SWIFT = "T27"
	}
	return bad
}

// firstYear is the first of the hundred years that the two digits of field 32A can mean.
const firstYear = 1980

// maxAmount is how many characters 15d of field 32A has, with the comma.
const maxAmount = 15

// amount checks an amount of a message.
func amount(a money.Amount) *InvalidError {
	if a.Minor() <= 0 {
		return problem(BadAmount, a.Grouped(), "")
	}
	return charge(a)
}

// charge checks an amount that may be nothing.
func charge(a money.Amount) *InvalidError {
	c := a.Currency()
	switch {
	case !c.Known():
		bad := problem(UnknownCurrency, string(c), "")
		bad.SWIFT = "T52"
		return bad
	case strings.Contains("XAU XAG XPD XPT", string(c)): // service of metals: not by these messages (C08, CBPR+)
		return problem(UnknownCurrency, string(c), "")
	case a.Minor() < 0:
		return problem(BadAmount, a.Grouped(), "")
	case len(mtAmount(a)) > maxAmount:
		return problem(TooLong, strconv.Itoa(len(mtAmount(a))), strconv.Itoa(maxAmount))
	}
	return nil
}

// rate checks an exchange rate: a decimal above zero, of at most 11 digits with at most 10 after the point (BaseOneRate; 12d
// of MT103), without zeros that say nothing.
func rate(s string) *InvalidError {
	whole, decimals, pointed := strings.Cut(s, ".")
	if !only(whole, digits) || len(whole) > 1 && whole[0] == '0' || pointed && (!only(decimals, digits) || strings.HasSuffix(decimals, "0")) ||
		strings.Trim(s, "0.") == "" {
		return problem(BadAmount, s, "")
	}
	if n := len(whole) + len(decimals); n > 11 || len(decimals) > 10 {
		return problem(TooLong, strconv.Itoa(n), "11")
	}
	return nil
}

// problems adds what is wrong with a party to a transfer's problems. A debtor needs an account or a BIC.
func (p Party) problems(tag string, debtor bool, add func(field, swift string, bad *InvalidError)) {
	if p.Account != "" {
		add(tag+":account", "", account(p.Account))
	} else if debtor && p.Country != "" {
		add(tag+":account", "", problem(Missing, "", ""))
	}
	if p.Phone != "" {
		add(tag+":phone", "", phone(p.Phone))
	}
	if p.BIC != "" {
		add(tag+":bic", "T27", bicField(p.BIC))
		if p.Name != "" || len(p.Address) > 0 || p.Town != "" || p.Country != "" {
			add(tag+":name", "", problem(NotAllowed, p.Name, "BIC"))
		}
		return
	}
	add(tag+":name", "", name(p.Name))
	if p.Country == "" && p.Town == "" {
		if len(p.Name) > mt103Lines {
			add(tag+":name", "", problem(TooLong, strconv.Itoa(len(p.Name)), strconv.Itoa(mt103Lines)))
		}
		lines(tag, p.Address, partyLines, mt103Lines, add)
		return
	}
	add(tag+":country", "T73", country(p.Country))
	add(tag+":town", "", addressLine(p.Town, MaxTown))
	named, ok := wrap(p.Name, MaxAddress)
	if !ok {
		add(tag+":name", "", problem(BadStart, ":", ""))
	}
	lines(tag, p.Address, partyLines-len(named), MaxAddress, add)
}

// lines adds what is wrong with the lines of an address.
func lines(tag string, address []string, most, width int, add func(field, swift string, bad *InvalidError)) {
	if len(address) > most {
		add(tag+":address", "", problem(TooLong, strconv.Itoa(len(address)), strconv.Itoa(max(most, 0))))
	}
	for _, line := range address {
		add(tag+":address", "", addressLine(line, width))
	}
}

// problems adds what is wrong with a bank. With a BIC nothing else is said of it but its clearing code; without, it has a name,
// and an address with a town.
func (a Agent) problems(tag string, add func(field, swift string, bad *InvalidError)) {
	if a.Zero() {
		return
	}
	if !a.Clearing.Zero() {
		parsed, bad := parseClearing(a.Clearing.System, a.Clearing.Member)
		if bad == nil && parsed != a.Clearing {
			bad = problem(WrongStructure, a.Clearing.Member, parsed.Member)
		}
		add(tag+":clearing", "", bad)
	}
	if a.BIC != "" {
		add(tag+":bic", "T27", bicField(a.BIC))
		if a.Name != "" || len(a.Address) > 0 || a.Town != "" || a.Country != "" {
			add(tag+":name", "", problem(NotAllowed, a.Name, "BIC"))
		}
		return
	}
	add(tag+":name", "", addressLine(a.Name, mt103Lines))
	add(tag+":country", "T73", country(a.Country))
	add(tag+":town", "", addressLine(a.Town, mt103Lines-3))
	lines(tag, a.Address, partyLines-1, mt103Lines, add)
}

// notProvided is what pacs.008 has for the end-to-end reference of a customer who gave none.
const notProvided = "NOTPROVIDED"
