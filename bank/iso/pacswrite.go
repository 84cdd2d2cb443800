package iso

import (
	"encoding/xml"
	"fmt"
	"time"

	"smartbank/bank/money"
)

// Group is what pacs.008 says of the message itself, which an MT103 has no place for.
type Group struct {
	ID       string    // MsgId and BizMsgIdr: at most 35 characters; the transfer's reference if empty
	Created  time.Time // CreDtTm, with its offset, to the second
	Business bool      // put the business application header (head.001.001.02) before the document, in an Envelope
}

// settlementMethod: the receiver holds the account that is used, as in serial payments through correspondents.
const settlementMethod = "INDA"

// Pacs008 writes the transfer as an ISO 20022 pacs.008.001.08, after the usage guidelines of CBPR+. A transfer that
// cannot be sent is refused as [CreditTransfer.Check] does, and so is a group without a time.
func (t CreditTransfer) Pacs008(g Group) ([]byte, error) {
	if g.ID == "" {
		g.ID = t.Reference
	}
	err := t.Check()
	if bad := reference(g.ID, 35); err == nil && bad != nil {
		err = bad.in("GrpHdr/MsgId", "")
	}
	if err == nil && g.Created.IsZero() {
		err = problem(Missing, "", "").in("GrpHdr/CreDtTm", "")
	}
	if err != nil {
		return nil, fmt.Errorf("write pacs.008: %w", err)
	}
	created := g.Created.Format("2006-01-02T15:04:05-07:00")
	document := pacsDocument{
		Space: pacs008Space, ID: g.ID, Created: created, Count: "1", Method: settlementMethod,
		Transactions: []pacsTransaction{t.Normal().pacs()},
	}
	var message any = document
	if g.Business {
		message = pacsEnvelope{Document: document, Header: &pacsHeader{
			Space: headerSpace, From: pacsAgent{BIC: string(t.Sender)}, To: pacsAgent{BIC: string(t.Receiver)},
			ID: g.ID, Def: "pacs.008.001.08", Service: "swift.cbprplus.03", Created: created,
		}}
	}
	out, err := xml.MarshalIndent(message, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write pacs.008: %w", err)
	}
	return append(append([]byte(xml.Header), out...), '\n'), nil
}

// pacs is the transaction's elements.
func (t CreditTransfer) pacs() pacsTransaction {
	x := pacsTransaction{
		Reference: t.Reference, EndToEnd: t.EndToEnd, UETR: string(t.UETR),
		Settled: pacsMoney(t.Settled), ValueDate: t.ValueDate.String(), Rate: t.Rate, Bearer: t.Charges.Code(),
		Sender: &pacsAgent{BIC: string(t.Sender)}, Receiver: &pacsAgent{BIC: string(t.Receiver)},
		Debtor: t.Debtor.pacs(), DebtorAcc: pacsAccountOf(t.Debtor.Account), DebtorAg: t.DebtorAgent.pacs(),
		Creditor: t.Creditor.pacs(), CreditAcc: pacsAccountOf(t.Creditor.Account), CreditorAg: t.CreditorAgent.pacs(),
	}
	if x.EndToEnd == "" {
		x.EndToEnd = notProvided
	}
	if t.Instructed != (money.Amount{}) {
		x.Instructed = pacsMoney(t.Instructed)
	}
	for _, taken := range t.ChargesTaken {
		x.Charges = append(x.Charges, pacsCharge{*pacsMoney(taken), *x.Sender})
	}
	if t.ChargesPaid != (money.Amount{}) {
		x.Charges = append(x.Charges, pacsCharge{*pacsMoney(t.ChargesPaid), *x.Receiver})
	}
	if !t.Intermediary.Zero() {
		x.Middle = t.Intermediary.pacs()
	}
	if t.DebtorAgent.Zero() { // it must be there
		x.DebtorAg = x.Sender
	}
	if t.CreditorAgent.Zero() {
		x.CreditorAg = x.Receiver
	}
	if t.Purpose != "" {
		x.Purpose = &pacsPurpose{t.Purpose}
	}
	if t.Remittance != "" {
		x.Remittance = &pacsText{Free: []string{t.Remittance}}
	}
	return x
}

func pacsMoney(a money.Amount) *pacsAmount {
	return &pacsAmount{string(a.Currency()), a.Plain()}
}

// pacsAccountOf puts an account where it belongs, and is nil for none.
func pacsAccountOf(s string) *pacsAccount {
	if s == "" {
		return nil
	}
	if iban, bad := parseIBAN(s); bad == nil && string(iban) == s {
		return &pacsAccount{IBAN: s}
	}
	return &pacsAccount{Other: &pacsOther{s}}
}

func (p Party) pacs() *pacsParty {
	x := &pacsParty{Name: p.Name, Address: pacsAddressOf(p.Address, p.Town, p.Country)}
	if p.BIC != "" {
		x.ID = &pacsIdentity{string(p.BIC)}
	}
	if p.Phone != "" {
		x.Contact = &pacsContact{p.Phone}
	}
	return x
}

func (a Agent) pacs() *pacsAgent {
	x := &pacsAgent{BIC: string(a.BIC), Name: a.Name, Address: pacsAddressOf(a.Address, a.Town, a.Country)}
	if !a.Clearing.Zero() {
		x.Clearing = &pacsClearing{a.Clearing.System, a.Clearing.Member}
	}
	return x
}

// pacsAddressOf is an address, nil for none. With a town it is one that CBPR+ calls hybrid.
func pacsAddressOf(lines []string, town, country string) *pacsAddress {
	if len(lines) == 0 && town == "" && country == "" {
		return nil
	}
	return &pacsAddress{Town: town, Country: country, Lines: lines}
}
