package bank

import (
	"slices"
	"time"

	"smartbank/bank/money"
)

// RemittanceCategory is by which item of the foreign exchange rules money is sent.
type RemittanceCategory string

// The categories of Korean banks' remittance forms. The last one is for the
// counter.
const (
	CategoryResident  RemittanceCategory = "01" // a resident's, without documents
	CategoryAbroad    RemittanceCategory = "02" // living expenses of residents abroad
	CategoryStudent   RemittanceCategory = "03" // students abroad
	CategoryForeigner RemittanceCategory = "08" // a foreigner's income in Korea
	CategoryOther     RemittanceCategory = "99" // with documents: at the counter
)

// RemittanceCategories are all of them, in the order of the form.
func RemittanceCategories() []RemittanceCategory {
	return []RemittanceCategory{CategoryResident, CategoryAbroad, CategoryStudent, CategoryForeigner, CategoryOther}
}

// RemittancePurpose is why money is sent: a code of ISO 20022's
// ExternalPurpose1Code, which goes into the messages.
type RemittancePurpose string

// The purposes that can be given here.
const (
	PurposeFamily  RemittancePurpose = "FAMI" // family maintenance
	PurposeGift    RemittancePurpose = "GIFT"
	PurposeTuition RemittancePurpose = "EDUC"
	PurposeSavings RemittancePurpose = "SAVG"
	PurposeMedical RemittancePurpose = "MDCS"
	PurposeTrade   RemittancePurpose = "TRAD" // small imports and services
	PurposeSalary  RemittancePurpose = "SALA"
	PurposeRent    RemittancePurpose = "RENT"
	PurposeCharity RemittancePurpose = "CHAR"
	PurposeOther   RemittancePurpose = "OTHR"
)

// RemittancePurposes are all of them, in the order of the form.
func RemittancePurposes() []RemittancePurpose {
	return []RemittancePurpose{
		PurposeFamily, PurposeGift, PurposeTuition, PurposeSavings, PurposeMedical, PurposeTrade, PurposeSalary, PurposeRent, PurposeCharity, PurposeOther,
	}
}

// RemittanceCurrencies are the currencies that SWIFT remittances are sent in, as
// Citibank Korea offers them.
func RemittanceCurrencies() []money.Currency {
	return []money.Currency{"USD", "EUR", "JPY", "GBP", "CAD", "AUD", "NZD", "SGD", "HKD", "CHF", "SEK", "DKK", "NOK"}
}

// blockedCountries are those that this bank sends nothing to: the high-risk
// jurisdictions of the FATF's call for action (Iran, North Korea, Myanmar), and those that Korean banks name besides in
// their notices on sanctions of the United Nations and OFAC.
var blockedCountries = []string{"CU", "IR", "KP", "LY", "MM", "SD", "SY"}

// BlockedCountries are the countries that nothing is sent to, by ISO 3166, in
// order.
func BlockedCountries() []string { return slices.Clone(blockedCountries) }

// The limits, in cents of US dollars.
const (
	yearlyLimit     = 100_000_00 // without documents since July 2023; one counter over all ways of sending
	documentFree    = 5_000_00   // each of up to this may be sent although the year's sum is used up
	residentLimit   = 10_000_00  // a transfer of a resident without documents (Citibank Korea)
	categoryLimit   = 50_000_00  // a transfer of the other categories (Citibank Korea)
	afterHoursLimit = 10_000_00  // in total from one closing to the next opening (Citibank Korea)
	giroLimit       = 5_000_00   // a Eurogiro remittance (Korea Post, 2026)
)

// DocumentFree is the amount in US dollars up to which each remittance may be sent
// although the year's sum is used up; several to one recipient on a day may not be more together.
func DocumentFree() money.Amount { return money.New(documentFree, money.USD) }

// The hours of foreign exchange on business days, in Seoul: from the first notice
// to the last. Outside them the last rate holds for small sums. Nothing is booked around midnight, every day.
const (
	exchangeOpens  = 9 * time.Hour
	exchangeCloses = 18 * time.Hour
	nightBegins    = 23*time.Hour + 50*time.Minute
	nightEnds      = 10 * time.Minute
)

// RemittanceConsent is what a customer agrees to with each order, in Korean and
// English.
const RemittanceConsent = "외국환거래규정에 따른 지급신청과 개인정보의 해외 제공에 동의합니다 / " +
	"I apply for this payment under the foreign exchange rules and agree to my data being sent abroad with it"
