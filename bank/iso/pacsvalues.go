package iso

import (
	"strconv"
	"strings"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// pacsReader is the transfer that is being read from a pacs.008.
type pacsReader struct{ CreditTransfer }

// readPacs reads the elements of a transaction. The field of a problem is the path below it.
func (t *pacsReader) readPacs(x pacsTransaction) (bad *InvalidError) {
	t.Reference, t.EndToEnd = x.Reference, strings.TrimSuffix(x.EndToEnd, notProvided)
	steps := []struct {
		path string
		read func() *InvalidError
	}{
		{"PmtId/InstrId", func() *InvalidError { return reference(x.Reference, 35) }},
		{"PmtId/EndToEndId", func() *InvalidError { return reference(x.EndToEnd, 35) }},
		{"PmtId/UETR", func() *InvalidError { t.UETR, bad = parseUETR(x.UETR); return bad }},
		{"IntrBkSttlmAmt", func() *InvalidError { t.Settled, bad = x.Settled.read(); return bad }},
		{"IntrBkSttlmDt", func() *InvalidError { return t.readISODate(x.ValueDate) }},
		{"InstdAmt", func() *InvalidError { return t.readInstructed(x) }},
		{"XchgRate", func() *InvalidError { return t.readXchgRate(x.Rate) }},
		{"ChrgBr", func() *InvalidError { return t.readBearer(x.Bearer) }},
		{"ChrgsInf", func() *InvalidError { return t.readCharges(x.Charges) }},
		{"InstgAgt/FinInstnId/BICFI", func() *InvalidError { return x.Sender.readBIC(&t.Sender) }},
		{"InstdAgt/FinInstnId/BICFI", func() *InvalidError { return x.Receiver.readBIC(&t.Receiver) }},
		{"IntrmyAgt1/FinInstnId", func() *InvalidError { return x.Middle.read(&t.Intermediary, false) }},
		{"Dbtr", func() *InvalidError { return x.Debtor.read(&t.Debtor) }},
		{"DbtrAcct/Id", func() *InvalidError { return x.DebtorAcc.read(&t.Debtor.Account) }},
		{"DbtrAgt/FinInstnId", func() *InvalidError { return x.DebtorAg.read(&t.DebtorAgent, true) }},
		{"CdtrAgt/FinInstnId", func() *InvalidError { return x.CreditorAg.read(&t.CreditorAgent, true) }},
		{"Cdtr", func() *InvalidError { return x.Creditor.read(&t.Creditor) }},
		{"CdtrAcct/Id", func() *InvalidError { return x.CreditAcc.read(&t.Creditor.Account) }},
		{"Purp/Cd", func() *InvalidError { return t.readPurpose(x.Purpose) }},
		{"RmtInf", func() *InvalidError { return t.readFree(x.Remittance) }},
	}
	for _, step := range steps {
		if bad := step.read(); bad != nil {
			path := step.path
			if bad.Field != "" {
				path += "/" + bad.Field
			}
			bad = bad.in(path, "")
			bad.SWIFT = "" // the codes are MT103's
			return bad
		}
	}
	return nil
}

// read reads an amount above zero.
func (a *pacsAmount) read() (money.Amount, *InvalidError) {
	read, bad := a.readCharge()
	if bad == nil && read.Minor() == 0 {
		bad = problem(BadAmount, a.Text, "")
	}
	return read, bad
}

// readCharge reads an amount that may be nothing.
func (a *pacsAmount) readCharge() (money.Amount, *InvalidError) {
	if a == nil {
		return money.Amount{}, problem(Missing, "", "")
	}
	currency := money.Currency(a.Currency)
	if !currency.Known() {
		return money.Amount{}, problem(UnknownCurrency, a.Currency, "")
	}
	_, decimals, _ := strings.Cut(a.Text, ".")
	if len(decimals) > currency.Digits() {
		return money.Amount{}, problem(TooManyDecimals, a.Text, strconv.Itoa(currency.Digits()))
	}
	read, err := money.Parse(a.Text, currency)
	if err != nil || strings.Contains(a.Text, ",") {
		return money.Amount{}, problem(BadAmount, a.Text, "1000.00")
	}
	return read, charge(read)
}

// readInstructed reads the amount ordered, which must be there if there are charges.
func (t *pacsReader) readInstructed(x pacsTransaction) (bad *InvalidError) {
	if x.Instructed == nil {
		if len(x.Charges) > 0 {
			return problem(NeededBecause, "", "ChrgsInf")
		}
		return nil
	}
	t.Instructed, bad = x.Instructed.read()
	return bad
}

// readISODate reads the day of settlement.
func (t *pacsReader) readISODate(s string) *InvalidError {
	date, err := calendar.ParseDate(s)
	if err != nil || date.String() != s {
		return problem(BadDate, s, "2026-11-05")
	}
	t.ValueDate = date
	return nil
}

// readXchgRate reads the rate, which must be there between currencies.
func (t *pacsReader) readXchgRate(s string) *InvalidError {
	exchanged := t.Instructed != (money.Amount{}) && t.Instructed.Currency() != t.Settled.Currency()
	if s == "" {
		if exchanged {
			return problem(NeededBecause, "", "InstdAmt")
		}
		return nil
	}
	whole, decimals, _ := strings.Cut(s, ".")
	if !only(whole+decimals, "0123456789") {
		return problem(BadAmount, s, "1.25")
	}
	t.Rate = shortDecimal(whole, decimals)
	return rate(t.Rate)
}

func (t *pacsReader) readBearer(s string) *InvalidError {
	for bearer, code := range bearerCodes {
		if code == s {
			t.Charges = bearer
			return nil
		}
	}
	return problem(UnknownCode, s, "DEBT, SHAR, CRED")
}

// readCharges reads what was taken or paid: CRED needs it, though it may be nothing, and DEBT has it once at most.
func (t *pacsReader) readCharges(all []pacsCharge) *InvalidError {
	switch {
	case t.Charges == BEN && len(all) == 0:
		return problem(NeededBecause, "", "CRED")
	case t.Charges == OUR && len(all) > 1:
		return problem(TooLong, strconv.Itoa(len(all)), "1")
	}
	for _, c := range all {
		a, bad := c.Amount.readCharge()
		switch {
		case bad != nil:
			return bad.in("Amt", "")
		case t.Charges != OUR:
			t.ChargesTaken = append(t.ChargesTaken, a)
		case a.Minor() > 0:
			t.ChargesPaid = a
		}
	}
	return nil
}

func (t *pacsReader) readPurpose(p *pacsPurpose) *InvalidError {
	if p == nil || p.Code == "" {
		return nil
	}
	t.Purpose = p.Code
	return purpose(p.Code)
}

// readFree reads what the recipient is told: free text once, or structured, but not both.
func (t *pacsReader) readFree(r *pacsText) *InvalidError {
	switch {
	case r == nil || len(r.Free) == 0:
		return nil
	case len(r.Structured) > 0:
		return problem(NotTogether, "Ustrd", "Strd")
	case len(r.Free) > 1 || len(r.Free[0]) > MaxRemittance:
		return problem(TooLong, strconv.Itoa(len(strings.Join(r.Free, ""))), strconv.Itoa(MaxRemittance)).in("Ustrd", "")
	}
	t.Remittance = r.Free[0]
	return nil
}
