package money

import (
	"maps"
	"slices"
	"strings"
)

// The currencies and funds in force in ISO 4217, by the digits of their minor
// unit, taken from codes-all.csv of github.com/datasets/currency-codes (PDDL).
// The last are those that ISO 4217 gives none: metals, bond-market units, the
// IMF's unit of account, the code for tests and the one for no currency.
const (
	noDigits  = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
	twoDigits = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD " +
		"CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP " +
		"GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK " +
		"LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO " +
		"NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS " +
		"SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST " +
		"XAD XCD XCG YER ZAR ZMW ZWG"
	threeDigits = "BHD IQD JOD KWD LYD OMR TND"
	fourDigits  = "CLF UYW"
	unitless    = "XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX"
)

// minorUnits are the digits after the decimal point, by currency.
var minorUnits = func() map[Currency]int {
	table := make(map[Currency]int, 192)
	for places, codes := range []string{0: noDigits + " " + unitless, 2: twoDigits, 3: threeDigits, 4: fourDigits} {
		for code := range strings.FieldsSeq(codes) {
			table[Currency(code)] = places
		}
	}
	return table
}()

// Currencies are all currencies of ISO 4217 that this package has, by code.
func Currencies() []Currency { return slices.Sorted(maps.Keys(minorUnits)) }
