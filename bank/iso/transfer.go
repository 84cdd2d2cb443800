package iso

import (
	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// CreditTransfer is a customer's payment from one bank to another, as MT103 and pacs.008 both can say it. What
// neither of them needs is the zero value.
//
// Texts are in set x, without spaces at the ends or in a row; codes are in capitals, as their Parse functions
// give them. [CreditTransfer.Check] tells whether a transfer can be sent.
type CreditTransfer struct {
	Reference string // the sender's own: :20:, PmtId/InstrId; at most 16 characters
	EndToEnd  string // the customer's: /ROC/ in :70:, PmtId/EndToEndId; "" is NOTPROVIDED
	UETR      UETR   // {121:}, PmtId/UETR

	Sender, Receiver BIC // of the message: the headers, InstgAgt and InstdAgt

	ValueDate  calendar.Date // :32A:, IntrBkSttlmDt
	Settled    money.Amount  // :32A:, IntrBkSttlmAmt: what the receiver gets
	Instructed money.Amount  // :33B:, InstdAmt: what the customer ordered; the zero amount if it goes without saying
	Rate       string        // :36:, XchgRate: a decimal such as "1353.2", of settled per instructed; "" in one currency

	Charges      Bearer         // :71A:, ChrgBr
	ChargesTaken []money.Amount // :71F: if SHA or BEN, ChrgsInf: what banks so far took out of the amount
	ChargesPaid  money.Amount   // :71G: if OUR, ChrgsInf: what the receiver gets on top for its charges

	Debtor        Party // :50a:, Dbtr, DbtrAcct
	DebtorAgent   Agent // :52a:, DbtrAgt; zero if it is the sender
	Intermediary  Agent // :56a:, IntrmyAgt1
	CreditorAgent Agent // :57a:, CdtrAgt; zero if it is the receiver
	Creditor      Party // :59a:, Cdtr, CdtrAcct

	Purpose    string // /PURP/ in :70:, Purp: a code of ExternalPurpose1Code, or ""
	Remittance string // the rest of :70:, RmtInf/Ustrd: what the recipient is told
}

// Bearer is who bears the charges, as MT103 writes it.
type Bearer string

// The bearers of charges. In pacs.008 they are DEBT, SHAR and CRED.
const (
	OUR Bearer = "OUR" // the debtor bears all
	SHA Bearer = "SHA" // each bears those of the own bank
	BEN Bearer = "BEN" // the creditor bears all
)

// bearerCodes are the codes of pacs.008 (ChargeBearerType1Code).
var bearerCodes = map[Bearer]string{OUR: "DEBT", SHA: "SHAR", BEN: "CRED"}

// Code is the bearer in pacs.008.
func (b Bearer) Code() string { return bearerCodes[b] }

// Party is who pays or is paid: a name, or the BIC of a company that has one.
//
// With a country, which then needs a town, it is written structured: 50F and 59F, TwnNm and Ctry. Without, as 50K
// and 59 with free lines.
type Party struct {
	Account string // an IBAN in its electronic form, or at most 34 characters
	BIC     BIC
	Name    string
	Address []string // lines, without town and country
	Town    string
	Country string
	Phone   string // as "+82-1022345678"; in :72: as /ORDTEL/ and /BENTEL/, CtctDtls/PhneNb
}

// Agent is a bank: by its BIC, or by its clearing code with name and address. The zero Agent is none.
type Agent struct {
	BIC      BIC
	Clearing Clearing
	Name     string
	Address  []string
	Town     string
	Country  string
}

// Zero reports whether there is no such bank.
func (a Agent) Zero() bool {
	return a.BIC == "" && a.Clearing.Zero() && a.Name == "" && len(a.Address) == 0 && a.Town == "" && a.Country == ""
}

// Normal is the transfer with banks that go without saying left out: a debtor's agent that is the sender, and a
// creditor's agent that is the receiver and does not come after an intermediary. Both messages are written from it
// and read to it.
func (t CreditTransfer) Normal() CreditTransfer {
	if t.DebtorAgent.is(t.Sender) {
		t.DebtorAgent = Agent{}
	}
	if t.CreditorAgent.is(t.Receiver) && t.Intermediary.Zero() {
		t.CreditorAgent = Agent{}
	}
	return t
}

// is reports whether a is the bank with a BIC and nothing else is said of it.
func (a Agent) is(bic BIC) bool {
	return a.BIC == bic && a.Clearing.Zero() && a.Name == "" && len(a.Address) == 0 && a.Town == "" && a.Country == ""
}
