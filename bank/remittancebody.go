package bank

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"time"

	"smartbank/bank/fx"
	"smartbank/bank/iso"
	"smartbank/bank/money"
)

// remittanceBody is a remittance as it is kept and hashed: the order, its terms,
// and who ordered it when. Everything that is said or written of a remittance later follows from it.
type remittanceBody struct {
	order              RemittanceOrder
	terms              RemittanceTerms
	holderEN, holderKO string
	requested          time.Time
	form               int // of the document: documentForm when it was made
}

// keptRemittance is a row of the table prepared_remittance.
type keptRemittance struct {
	remittanceBody

	hash      [32]byte
	challenge Challenge
}

// sumJSON is an amount in JSON.
type sumJSON struct {
	Minor    int64          `json:"minor"`
	Currency money.Currency `json:"currency"`
}

func sumOf(a money.Amount) sumJSON     { return sumJSON{a.Minor(), a.Currency()} }
func (s sumJSON) amount() money.Amount { return money.New(s.Minor, s.Currency) }
func sumsOf(all ...money.Amount) []sumJSON {
	sums := make([]sumJSON, len(all))
	for i, a := range all {
		sums[i] = sumOf(a)
	}
	return sums
}

// orderJSON is an order in JSON, with these fields in this order. Changing it
// changes every request hash; fields may be added that are left out when empty.
type orderJSON struct {
	Key      string             `json:"key"`
	Kind     RemittanceKind     `json:"kind"`
	From     AccountNumber      `json:"from"`
	Amount   sumJSON            `json:"amount"`
	Currency money.Currency     `json:"currency"`
	Quote    string             `json:"quote"`
	Category RemittanceCategory `json:"category"`
	Purpose  RemittancePurpose  `json:"purpose"`
	Agreed   bool               `json:"agreed"`
	Sender   RemittanceSender   `json:"sender"`
	Message  string             `json:"message"`
	SWIFT    SWIFTOrder         `json:"swift"`
	Giro     GiroOrder          `json:"giro"`
}

// bodyJSON is a body in JSON. Sums are the amounts of the terms in the order of
// their fields.
type bodyJSON struct {
	Order     orderJSON `json:"order"`
	Quote     fx.Quote  `json:"quote"`
	Sums      []sumJSON `json:"sums"`
	Exchanged bool      `json:"exchanged"`
	UETR      iso.UETR  `json:"uetr"`
	HolderEN  string    `json:"holder_en"`
	HolderKO  string    `json:"holder_ko"`
	Requested int64     `json:"requested"` // unix microseconds
	Form      int       `json:"form,omitempty"`
}

func (o RemittanceOrder) plain() orderJSON {
	return orderJSON{
		o.Key, o.Kind, o.From, sumOf(o.Amount), o.Currency, o.Quote, o.Category, o.Purpose, o.Agreed, o.Sender, o.Message, o.SWIFT, o.Giro,
	}
}

func (j orderJSON) order() RemittanceOrder {
	return RemittanceOrder{
		Key: j.Key, Kind: j.Kind, From: j.From, Amount: j.Amount.amount(), Currency: j.Currency, Quote: j.Quote, Category: j.Category,
		Purpose: j.Purpose, Agreed: j.Agreed, Sender: j.Sender, Message: j.Message, SWIFT: j.SWIFT, Giro: j.Giro,
	}
}

// same reports whether two orders say the same.
func (o RemittanceOrder) same(p RemittanceOrder) bool {
	a, errA := json.Marshal(o.plain())
	b, errB := json.Marshal(p.plain())
	return errA == nil && errB == nil && string(a) == string(b)
}

// encode is the body as it is kept, and its hash.
func (r remittanceBody) encode() (body string, hash [32]byte, err error) {
	t := r.terms
	text, err := json.Marshal(bodyJSON{
		r.order.plain(), t.Quote,
		sumsOf(t.Amount, t.Settled, t.Fee, t.Cable, t.Our, t.Taken, t.Principal, t.Fees, t.Total, t.Dollars),
		t.Exchanged, t.UETR, r.holderEN, r.holderKO, r.requested.UnixMicro(), r.form,
	})
	return string(text), sha256.Sum256(text), err
}

// decodeRemittance reads what encode wrote.
func decodeRemittance(body string) (remittanceBody, error) {
	var j bodyJSON
	if err := json.Unmarshal([]byte(body), &j); err != nil {
		return remittanceBody{}, fmt.Errorf("read remittance: %w", err)
	}
	r := remittanceBody{order: j.Order.order(), holderEN: j.HolderEN, holderKO: j.HolderKO, requested: instant(j.Requested), form: j.Form}
	t := &r.terms
	t.Quote, t.Exchanged, t.UETR = j.Quote, j.Exchanged, j.UETR
	into := []*money.Amount{&t.Amount, &t.Settled, &t.Fee, &t.Cable, &t.Our, &t.Taken, &t.Principal, &t.Fees, &t.Total, &t.Dollars}
	if len(j.Sums) != len(into) {
		return remittanceBody{}, fmt.Errorf("read remittance: %d amounts", len(j.Sums))
	}
	for i, s := range j.Sums {
		*into[i] = s.amount()
	}
	return r, nil
}

// recipient is the name of who is paid.
func (o RemittanceOrder) recipient() string {
	if o.Kind == Eurogiro {
		return o.Giro.Name
	}
	if o.SWIFT.Recipient.Name == "" {
		return string(o.SWIFT.Recipient.BIC)
	}
	return o.SWIFT.Recipient.Name
}

// country is where the recipient is.
func (o RemittanceOrder) country() string {
	if o.Kind == Eurogiro {
		return o.Giro.Country
	}
	return o.SWIFT.Recipient.Country
}

// account is that of the recipient, "" for a money order.
func (o RemittanceOrder) account() string {
	if o.Kind == Eurogiro {
		return o.Giro.Account
	}
	return o.SWIFT.Recipient.Account
}

// charges is who bears the charges: Eurogiro's are the sender's.
func (o RemittanceOrder) charges() iso.Bearer {
	if o.Kind == Eurogiro {
		return iso.SHA
	}
	return o.SWIFT.Charges
}
