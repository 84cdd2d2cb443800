package bank

import (
	"time"

	"smartbank/bank/fx"
	"smartbank/bank/iso"
	"smartbank/bank/money"
)

// RemittanceKind is the network by which money goes abroad.
type RemittanceKind string

// The kinds of remittance.
const (
	SWIFT    RemittanceKind = "swift"    // to an account at any bank, through correspondents
	Eurogiro RemittanceKind = "eurogiro" // through the postal banks of six countries
)

// RemittanceOrder is a remittance as the customer gives it. Key is empty until
// [Bank.PrepareRemittance] made one. SWIFT is filled in for that kind and Giro for the other. Texts are in SWIFT's character set
// x: [iso.Transliterate] offers one for what was typed. The recipient's side is checked field by field with the Check functions of
// package iso as it is typed, and whole by PrepareRemittance.
type RemittanceOrder struct {
	Key  string // UUIDv7
	Kind RemittanceKind
	From AccountNumber // in won, or in Currency

	// Amount is what to send, in Currency; or in won, for as much of Currency as it buys, truncated: [RemittanceTerms.Amount].
	Amount   money.Amount
	Currency money.Currency

	// Quote is what [Bank.Quote] gave. "" has one made by PrepareRemittance. An account in Currency needs none.
	Quote string

	Category RemittanceCategory
	Purpose  RemittancePurpose
	Agreed   bool // to [RemittanceConsent]
	Sender   RemittanceSender
	Message  string // to the recipient; SWIFT up to 4 lines of 35, less the purpose

	SWIFT SWIFTOrder
	Giro  GiroOrder
}

// Again is the order to be given once more: what a form is prefilled with, without
// what belongs to one order alone. The customer has to agree again.
func (o RemittanceOrder) Again() RemittanceOrder {
	o.Key, o.Quote, o.Agreed = "", "", false
	return o
}

// RemittanceSender is who sends, for the messages. The account and the Korean post
// office are known.
type RemittanceSender struct {
	Name    string   // "" or the holder's English name: no other is taken
	Address []string // up to 2 lines of 33
	Town    string   // such as "SEOUL"
	Phone   string   // "+82-1012345678", "" for none
}

// SWIFTOrder is where a SWIFT remittance goes.
type SWIFTOrder struct {
	Recipient    iso.Party // with Town and Country; Account an IBAN where the country has them
	Bank         iso.Agent // by BIC, or name, address and clearing code
	Intermediary iso.Agent // zero for none
	Charges      iso.Bearer
}

// GiroKind is how a Eurogiro remittance is paid.
type GiroKind string

// The kinds of Eurogiro remittance.
const (
	ToAddress GiroKind = "address" // a money order to the recipient's address, paid at the post office
	ToAccount GiroKind = "account" // credited to a postal or bank account
)

// GiroOrder is where a Eurogiro remittance goes. Which fields a country needs says
// [GiroCountry].
type GiroOrder struct {
	Country  string // ISO 3166
	Kind     GiroKind
	Name     string
	Address  []string // up to 2 lines of 33
	Town     string
	Postcode string
	Phone    string // "+81-312345678"
	Account  string // for ToAccount
	BankName string // for ToAccount, where the country needs it
	Identity string // of the recipient, where the country asks for it to pay out
}

// RemittanceTerms are what the bank fixed when an order was reviewed. Won fees
// are taken in the currency of the account: of one in a foreign currency at the T/T receive rate, truncated.
type RemittanceTerms struct {
	Quote   fx.Quote     // the rate; of an account in the same currency the one for its fees
	Amount  money.Amount // what the recipient is sent, in the order's currency
	Settled money.Amount // what the correspondent gets: with OUR's charge, less BEN's fees
	Fee     money.Amount // in won
	Cable   money.Amount // in won; 0 for Eurogiro
	Our     money.Amount // OUR: the foreign banks' charge, in the order's currency; else 0
	Taken   money.Amount // BEN: the fees taken out of the amount, in the order's currency; else 0

	Principal money.Amount // debited for Amount and Our, in the account's currency
	Fees      money.Amount // debited for Fee and Cable, in the account's currency; 0 for BEN
	Total     money.Amount // Principal and Fees
	Dollars   money.Amount // what counts for limits, at the base rates
	Exchanged bool         // whether the account is in another currency: only then the quote's minute matters
	UETR      iso.UETR     // SWIFT
}

// RemittanceReview is an order that would pass now, as it is shown before it is
// confirmed.
type RemittanceReview struct {
	Order        RemittanceOrder
	Terms        RemittanceTerms
	Year         YearlyLimit // before this order
	BalanceAfter money.Amount
	Medium       Medium
	Challenge    Challenge
	PreparedAt   time.Time
	Until        time.Time // when the quote ends; zero where there is no exchange

	// Document is the whole order in words, UTF-8 in lines: what the customer is shown before signing, and signs.
	Document []byte
}

// SecondsLeft is how long the rate of a review still holds; exchanged is false
// where no rate is at stake.
func (r RemittanceReview) SecondsLeft(now time.Time) (seconds int, exchanged bool) {
	return r.Terms.Quote.SecondsLeft(now), r.Terms.Exchanged
}

// RemittanceReceipt is a remittance that was booked.
type RemittanceReceipt struct {
	Order        RemittanceOrder
	Terms        RemittanceTerms
	Reference    string // what the bank calls it, on receipts and in searches
	At           time.Time
	BalanceAfter money.Amount
	MT103        []byte // nil for Eurogiro
	Pacs008      []byte // nil for Eurogiro
}

// PreparedRemittance is an order that was reviewed and whose receipt was never
// shown. Receipt is nil if it was not booked.
type PreparedRemittance struct {
	Review  RemittanceReview
	Receipt *RemittanceReceipt
}

// YearlyLimit is how much a customer may send abroad in a calendar year in Seoul
// without documents, in US dollars. Remittances that came back do not count.
type YearlyLimit struct {
	Limit, Used, Left money.Amount // Left is not below zero
}
