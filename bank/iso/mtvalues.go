package iso

import (
	"strconv"
	"strings"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// readSettled reads field 32A: 6!n3!a15d.
func (t *mtReader) readSettled(s string) *InvalidError {
	if len(s) < 6 {
		return &InvalidError{Problem: BadDate, SWIFT: "T50", Got: s}
	}
	date, ok := readDate(s[:6])
	if !ok {
		return &InvalidError{Problem: BadDate, SWIFT: "T50", Got: s[:6]}
	}
	t.ValueDate = date
	settled, bad := readMoney(s[6:])
	t.Settled = settled
	return bad
}

// readDate reads a date of six digits, of the years 1980 to 2079.
func readDate(s string) (calendar.Date, bool) {
	if !only(s, "0123456789") || len(s) != 6 {
		return calendar.Date{}, false
	}
	n, _ := strconv.Atoi(s) // six digits: cannot fail
	year := 2000 + n/10_000
	if year >= firstYear+100 {
		year -= 100
	}
	date := calendar.Date{Year: year, Month: time.Month(n / 100 % 100), Day: n % 100}
	return date, calendar.DateOf(date.Start()) == date
}

// readMoney reads a currency and an amount above zero.
func readMoney(s string) (money.Amount, *InvalidError) {
	a, bad := readCharge(s)
	if bad == nil && a.Minor() == 0 {
		bad = problem(BadAmount, s, "")
	}
	return a, bad
}

// readCharge reads a currency and an amount: 3!a15d.
func readCharge(s string) (money.Amount, *InvalidError) {
	code := s[:min(3, len(s))]
	currency := money.Currency(code)
	if !currency.Known() {
		return money.Amount{}, &InvalidError{Problem: UnknownCurrency, SWIFT: "T52", Got: code}
	}
	number := s[3:]
	whole, decimals, pointed := strings.Cut(number, ",")
	const digits = "0123456789"
	switch {
	case !only(whole, digits) && !strings.Contains(whole, "."):
		return money.Amount{}, &InvalidError{Problem: BadAmount, SWIFT: "T40", Got: number, Want: "1000,"}
	case !pointed || !only("0"+decimals, digits), len(number) > maxAmount:
		return money.Amount{}, &InvalidError{Problem: BadAmount, SWIFT: "T43", Got: number, Want: "1000,"}
	case len(decimals) > currency.Digits():
		return money.Amount{}, &InvalidError{Problem: TooManyDecimals, SWIFT: "C03", Got: number, Want: strconv.Itoa(currency.Digits())}
	}
	text := whole
	if decimals != "" {
		text += "." + decimals
	}
	a, err := money.Parse(text, currency)
	if err != nil {
		return money.Amount{}, &InvalidError{Problem: BadAmount, SWIFT: "T43", Got: number, Want: "1000,"}
	}
	if bad := charge(a); bad != nil && bad.Problem == UnknownCurrency { // a metal: it is no currency of payments
		return money.Amount{}, bad.in("", "C08")
	} else if bad != nil {
		return money.Amount{}, bad
	}
	return a, nil
}

// readRate reads field 36: 12d.
func readRate(s string) (string, *InvalidError) {
	whole, decimals, pointed := strings.Cut(s, ",")
	const digits = "0123456789"
	switch {
	case !only(whole, digits):
		return "", &InvalidError{Problem: BadAmount, SWIFT: "T40", Got: s, Want: "1,25"}
	case !pointed || !only("0"+decimals, digits), len(s) > 12:
		return "", &InvalidError{Problem: BadAmount, SWIFT: "T43", Got: s, Want: "1,25"}
	}
	short := shortDecimal(whole, decimals)
	return short, rate(short)
}

// shortDecimal is a decimal without zeros that say nothing.
func shortDecimal(whole, decimals string) string {
	whole, decimals = strings.TrimLeft(whole, "0"), strings.TrimRight(decimals, "0")
	if whole == "" {
		whole = "0"
	}
	if decimals == "" {
		return whole
	}
	return whole + "." + decimals
}

// readParty reads field 50 or 59, whose telephone number may be known already.
func readParty(option string, lines []string, phone string) (Party, *InvalidError) {
	p := Party{Phone: phone}
	if s, ok := strings.CutPrefix(lines[0], "/"); ok {
		p.Account, lines = s, lines[1:]
		if bad := account(s); bad != nil {
			return p, bad
		}
	} else if option == "F" && !startsNumbered(lines[0]) { // 50F may name the customer by a code instead: 4!a/2!a/27x
		lines = lines[1:]
	}
	if bad := longLines(lines, 4); bad != nil {
		return p, bad
	}
	switch {
	case len(lines) == 0:
		return p, problem(Missing, "", "")
	case option == "A":
		bic, bad := readBIC(lines)
		p.BIC = bic
		return p, bad
	case option == "F":
		return p, readNumbered(&p, lines)
	}
	p.Name = lines[0]
	if len(lines) > 1 {
		p.Address = lines[1:]
	}
	return p, nil
}

func startsNumbered(line string) bool {
	return len(line) > 1 && line[0] >= '1' && line[0] <= '8' && line[1] == '/'
}

// readNumbered reads the lines of option F: numbers in order, from 1; 2 not without 3 (T56), which has a country
// (T73) and a town. Numbers above 3 say more of a customer than a transfer keeps.
func readNumbered(p *Party, lines []string) *InvalidError {
	wrong := func(line string) *InvalidError {
		return &InvalidError{Problem: UnknownCode, SWIFT: "T56", Got: line[:min(2, len(line))], Want: "1/ 2/ 3/"}
	}
	var named []string
	last := byte('1')
	for i, line := range lines {
		if !startsNumbered(line) || line[0] < last || i == 0 && line[0] != '1' {
			return wrong(line)
		}
		first := i == 0 || lines[i-1][0] != line[0]
		last = line[0]
		switch said := line[2:]; {
		case said == "":
			return problem(Missing, line, "")
		case last == '1':
			named = append(named, said)
		case last == '2':
			p.Address = append(p.Address, said)
		case last == '3' && first:
			p.Country, p.Town, _ = strings.Cut(said, "/")
			if bad := country(p.Country); bad != nil {
				bad.SWIFT = "T73"
				return bad
			}
		case last == '3':
			p.Town += " " + said
		}
	}
	if len(p.Address) > 0 && p.Country == "" {
		return wrong("2/")
	}
	p.Name = unwrap(named, MaxAddress)
	return nil
}

// readAgent reads a field for a bank: a clearing code or an account, then a BIC, or name and address.
func readAgent(option string, lines []string) (Agent, *InvalidError) {
	var a Agent
	if s, ok := strings.CutPrefix(lines[0], "//"); ok && len(s) > 2 {
		if in, known := clearingBy(func(c ClearingSystem) bool { return c.MT == s[:2] }); known {
			c, bad := parseClearing(in.Code, s[2:])
			if bad != nil {
				return a, bad
			}
			a.Clearing = c
		}
		lines = lines[1:]
	} else if strings.HasPrefix(lines[0], "/") {
		lines = lines[1:]
	}
	if bad := longLines(lines, 4); bad != nil {
		return a, bad
	}
	switch {
	case len(lines) == 0 && option == "C":
		return a, nil
	case len(lines) == 0:
		return a, problem(Missing, "", "")
	case option == "A":
		bic, bad := readBIC(lines)
		a.BIC = bic
		return a, bad
	case option != "D":
		return a, nil
	}
	a.Name, lines = lines[0], lines[1:]
	if n := len(lines); n > 0 {
		if code, town, ok := strings.Cut(lines[n-1], "/"); ok && Country(code) && town != "" {
			a.Country, a.Town, lines = code, town, lines[:n-1]
		}
	}
	if len(lines) > 0 {
		a.Address = lines
	}
	return a, nil
}

// readBIC reads the line of a BIC.
func readBIC(lines []string) (BIC, *InvalidError) {
	bic, bad := parseBIC(lines[0])
	if bad == nil && (len(lines) > 1 || BIC(lines[0]) != bic && lines[0] != bic.Full()) {
		bad = problem(Malformed, strings.Join(lines, " "), string(bic))
	}
	if bad != nil {
		bad.SWIFT = "T27"
	}
	return bic, bad
}
