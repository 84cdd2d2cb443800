package bank

import (
	"slices"
	"time"

	"smartbank/bank/money"
)

// GiroCountry are Eurogiro's rules for a country.
type GiroCountry struct {
	Country  string // ISO 3166
	Currency money.Currency
	Kinds    []GiroKind

	// Which fields are needed besides name, town and, for a money order, a line of address.
	Postcode bool // for ToAddress
	Phone    bool // for ToAddress: the post office calls
	BankName bool // for ToAccount
	Identity bool // for ToAddress: asked for where it is paid out

	Limit            money.Amount // a transfer, in US dollars at the base rates
	FirstDay, Latest int          // days until it is there, from and to
	PayOut           int          // days a money order can be collected
}

// giroCountries are the countries of Korea Post's notice of 24 June 2026. Its
// notices give the days of Japan, Switzerland and Mongolia, and the limit; currencies, fields and pay-out periods are this bank's
// own choice.
var giroCountries = []GiroCountry{
	{"JP", "JPY", []GiroKind{ToAddress, ToAccount}, true, true, false, false, money.New(giroLimit, money.USD), 2, 5, 60},
	{"CH", "CHF", []GiroKind{ToAddress, ToAccount}, true, false, false, false, money.New(giroLimit, money.USD), 5, 7, 30},
	{"MN", "USD", []GiroKind{ToAddress, ToAccount}, false, true, true, true, money.New(giroLimit, money.USD), 3, 5, 30},
	{"PH", "USD", []GiroKind{ToAddress, ToAccount}, false, true, true, true, money.New(giroLimit, money.USD), 3, 5, 30},
	{"LK", "USD", []GiroKind{ToAddress}, false, true, false, true, money.New(giroLimit, money.USD), 3, 7, 30},
	{"TH", "USD", []GiroKind{ToAddress, ToAccount}, true, true, true, true, money.New(giroLimit, money.USD), 3, 5, 30},
}

// GiroCountries are the countries that Eurogiro remittances go to, and their rules.
func GiroCountries() []GiroCountry { return slices.Clone(giroCountries) }

// GiroRules are the rules for a country; ok is false if none are sent there.
func GiroRules(country string) (rules GiroCountry, ok bool) {
	at := slices.IndexFunc(giroCountries, func(g GiroCountry) bool { return g.Country == country })
	if at < 0 {
		return GiroCountry{}, false
	}
	return giroCountries[at], true
}

// giroFee is what a Eurogiro remittance costs, in won (Korea Post, 2026).
const giroFee = 8_000

// payOut is how long a money order can be collected.
func (g GiroCountry) payOut() time.Duration { return time.Duration(g.PayOut) * 24 * time.Hour }
