package bank

import (
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/iso"
	"smartbank/bank/money"
)

// RemittanceStatus is how far a remittance has come.
type RemittanceStatus string

// The states of remittances.
const (
	RemittanceReceived    RemittanceStatus = "received"     // SWIFT: booked
	RemittanceUnderReview RemittanceStatus = "under-review" // SWIFT: looked at by the bank
	RemittanceAccepted    RemittanceStatus = "accepted"     // Eurogiro: booked
	RemittanceSent        RemittanceStatus = "sent"
	RemittanceCredited    RemittanceStatus = "credited"  // on the recipient's account
	RemittanceReady       RemittanceStatus = "ready"     // Eurogiro: can be collected at the post office
	RemittancePaid        RemittanceStatus = "paid"      // Eurogiro: was collected
	RemittanceReturned    RemittanceStatus = "returned"  // came back; the money is booked back
	RemittanceExpired     RemittanceStatus = "expired"   // Eurogiro: was not collected; the money is booked back
	RemittanceCancelled   RemittanceStatus = "cancelled" // as the customer asked; the money is booked back

	AmendmentRequested    RemittanceStatus = "amendment-requested"
	CancellationRequested RemittanceStatus = "cancellation-requested"
)

// RemittanceStatuses are all of them, in the order of a remittance's life.
func RemittanceStatuses() []RemittanceStatus {
	return []RemittanceStatus{
		RemittanceReceived, RemittanceUnderReview, RemittanceAccepted, RemittanceSent, RemittanceCredited, RemittanceReady, RemittancePaid,
		RemittanceReturned, RemittanceExpired, AmendmentRequested, CancellationRequested, RemittanceCancelled,
	}
}

// Remittance is a remittance as a list shows it.
type Remittance struct {
	Order     RemittanceOrder // to repeat it: Order.Again
	Terms     RemittanceTerms
	Reference string
	At        time.Time
	Status    RemittanceStatus
	Recipient string
	Country   string // of the recipient, ISO 3166
}

// RemittanceStep is a step of the tracking line.
type RemittanceStep struct {
	Status RemittanceStatus
	At     time.Time

	// Reason is a code of ISO 20022 for what came back or was asked: ExternalReturnReason1Code, such as AC04; "" for none.
	// For an answer to a request it is "ACPT" or "RJCT".
	Reason string
	Note   string // what an amendment or cancellation asked for, as the customer signed it; ""
}

// RemittanceDetail is everything about a remittance.
type RemittanceDetail struct {
	Remittance

	Steps        []RemittanceStep // in the order of time
	BalanceAfter money.Amount     // of the account, after it was booked
	Returned     money.Amount     // booked back, in the account's currency; zero amount if nothing was
	ReturnedRate string           // T/T receive, as a decimal; "" where nothing was exchanged back
	Amendable    bool             // whether RequestAmendment would be taken now
	Cancellable  bool             // whether RequestCancellation would be taken now
	Medium       Medium
	Document     []byte // what the customer signed

	Transfer iso.CreditTransfer // SWIFT: what both messages say
	MT103    []byte             // SWIFT; nil for Eurogiro
	Pacs008  []byte             // SWIFT; nil for Eurogiro
}

// RemittancePageSize is how many rows a page has unless a query says otherwise.
const RemittancePageSize = 25

// RemittanceQuery asks for remittances ordered from From to To, days in Seoul,
// both included. Empty fields mean all.
type RemittanceQuery struct {
	Kind     RemittanceKind
	From, To calendar.Date
	Status   RemittanceStatus
	Country  string
	Currency money.Currency
	Text     string // found in the recipient, the reference or the account, in any case
	After    string // Next of the page before
	Limit    int    // rows a page; 0 means RemittancePageSize
}

// RemittancePage is a page of a query's answer, newest first.
type RemittancePage struct {
	Rows []Remittance
	Next string // "" when this is the last page
}

// Amendment is what a customer asks to have changed about a SWIFT remittance: fields
// that stay are empty.
type Amendment struct {
	Name    string // of the recipient
	Account string
	Address []string
	Town    string
	Message string
}
