package bank

import (
	"fmt"
	"strings"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/iso"
	"smartbank/bank/money"
)

// swiftBIC is the bank through which Korea Post has sent since 2004: Shinhan Bank.
const swiftBIC iso.BIC = "SHBKKRSE"

// correspondents are the banks that hold the accounts for each currency.
var correspondents = map[money.Currency]iso.BIC{
	"USD": "CHASUS33", "EUR": "DEUTDEFF", "JPY": "BOTKJPJT", "GBP": "BARCGB22", "CAD": "ROYCCAT2", "AUD": "CTBAAU2S", "NZD": "BKNZNZ22",
	"SGD": "DBSSSGSG", "HKD": "HSBCHKHH", "CHF": "UBSWCHZH", "SEK": "ESSESESS", "DKK": "DABADKKK", "NOK": "DNBANOKK",
}

// postOffice is the sender's bank in messages: Korea Post has no BIC of its own.
func postOffice() iso.Agent {
	return iso.Agent{Name: "KOREA POST", Address: []string{"19 DOUM 5-RO"}, Town: "SEJONG", Country: "KR"}
}

// swiftReference is the bank's reference as messages have it, in 16 characters.
func swiftReference(reference string) string {
	if len(reference) > iso.MaxReference {
		return strings.ReplaceAll(reference, "-", "")
	}
	return reference
}

// transfer is what both messages of a SWIFT remittance say. It is of value on the
// business day of at, or the next one.
func (r remittanceBody) transfer(reference string, at time.Time) iso.CreditTransfer {
	o, t := r.order, r.terms
	c := iso.CreditTransfer{
		Reference: swiftReference(reference), UETR: t.UETR, Sender: swiftBIC, Receiver: correspondents[o.Currency],
		ValueDate: calendar.NextBusiness(calendar.DateOf(at)), Settled: t.Settled, Instructed: t.Amount, Charges: o.SWIFT.Charges,
		Debtor: iso.Party{
			Account: string(o.From), Name: strings.ToUpper(r.holderEN), Address: o.Sender.Address, Town: o.Sender.Town, Country: "KR", Phone: o.Sender.Phone,
		},
		DebtorAgent: postOffice(), Intermediary: o.SWIFT.Intermediary, CreditorAgent: o.SWIFT.Bank, Creditor: o.SWIFT.Recipient,
		Purpose: string(o.Purpose), Remittance: o.Message,
	}
	if t.Our.Minor() > 0 {
		c.ChargesPaid = t.Our
	}
	if o.SWIFT.Charges == iso.BEN {
		c.ChargesTaken = []money.Amount{t.Taken}
	}
	return c.Normal()
}

// messages are the MT103 and the pacs.008 of a SWIFT remittance; nil for others.
func (r remittanceBody) messages(reference string, at time.Time) (mt, pacs []byte, err error) {
	if r.order.Kind != SWIFT {
		return nil, nil, nil
	}
	c := r.transfer(reference, at)
	if mt, err = c.MT103(); err != nil {
		return nil, nil, fmt.Errorf("remittance %s: %w", reference, err)
	}
	pacs, err = c.Pacs008(iso.Group{Created: at.In(calendar.Seoul).Truncate(time.Second), Business: true})
	if err != nil {
		return nil, nil, fmt.Errorf("remittance %s: %w", reference, err)
	}
	return mt, pacs, nil
}
