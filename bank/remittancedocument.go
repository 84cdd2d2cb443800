package bank

import (
	"slices"
	"strings"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// documentForm is the form of documents of now. Those of form 0 have a line for
// everything that an order could say, said or not; they stay what was signed.
const documentForm = 1

// document is what a customer reads before signing a remittance, and signs, in
// UTF-8: a title, and a line for each thing that it says. It follows from the body alone.
func (r remittanceBody) document() []byte {
	o, t := r.order, r.terms
	title := "SWIFT 해외송금 신청서 / SWIFT remittance order\n"
	if o.Kind == Eurogiro {
		title = "유로지로 해외송금 신청서 / Eurogiro remittance order\n"
	}
	lines := [][2]string{
		{"신청번호 / Order", o.Key},
		{"신청일시 / Requested", r.requested.In(calendar.Seoul).Format(time.RFC3339)},
		{"출금계좌 / From account", o.From.String()},
		{labelHolder, bothNames(r.holderKO, r.holderEN)},
		{"보내는 분 주소 / Sender's address", r.place(o.Sender.Address, o.Sender.Town)},
		{"보내는 분 전화 / Sender's telephone", o.Sender.Phone},
		{"송금 구분 / Category", r.inWords(string(o.Category), categoryWords[o.Category])},
		{"송금 사유 / Purpose", r.inWords(string(o.Purpose), purposeWords[o.Purpose])},
	}
	lines = append(lines, r.recipientLines()...)
	lines = append(
		lines,
		[2]string{"신청 금액 / Ordered", said(o.Amount)},
		[2]string{"송금액 / Amount", said(t.Amount)},
		[2]string{"적용환율 / Rate", "KRW " + t.Quote.Rate.Grouped()},
		[2]string{"환율 고시 / Notice", t.Quote.Date.String() + " #" + strings.TrimLeft(reference(0, int64(t.Quote.Notice))[9:], "0")},
		[2]string{"수수료 / Fee", said(t.Fee)},
		[2]string{"전신료 / Cable", r.saidIfAny(t.Cable)},
		[2]string{"해외은행 수수료 / Charges abroad", r.saidIfAny(t.Our)},
		[2]string{"송금액에서 뺀 수수료 / Taken out of the amount", r.saidIfAny(t.Taken)},
		[2]string{"총 출금액 / Total debited", said(t.Total)},
		[2]string{"미화 환산 / In dollars", said(t.Dollars)},
		[2]string{"UETR", string(t.UETR)},
		[2]string{"동의 / Consent", RemittanceConsent},
	)
	var b strings.Builder
	b.WriteString(title)
	for _, line := range lines {
		if line[1] == "" && r.form > 0 {
			continue
		}
		b.WriteString(line[0] + ": " + printable(line[1]) + "\n")
	}
	return []byte(b.String())
}

// said is an amount with its currency.
func said(a money.Amount) string { return a.Grouped() + " " + string(a.Currency()) }

// saidIfAny is an amount with its currency, "" for none of it.
func (r remittanceBody) saidIfAny(a money.Amount) string {
	if a.Minor() == 0 && r.form > 0 {
		return ""
	}
	return said(a)
}

// place is an address in one line, with what follows it.
func (r remittanceBody) place(address []string, more ...string) string {
	parts := append(slices.Clone(address), more...)
	if r.form > 0 {
		parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	}
	return strings.Join(parts, ", ")
}

// recipientLines are what a document says of the recipient.
func (r remittanceBody) recipientLines() [][2]string {
	const (
		recipient = "받는 분 / Recipient"
		address   = "받는 분 주소 / Recipient's address"
		telephone = "받는 분 전화 / Recipient's telephone"
		account   = "받는 계좌 / To account"
		toBank    = "받는 은행 / To bank"
	)
	o := r.order
	if g := o.Giro; o.Kind == Eurogiro {
		return [][2]string{
			{"지급 방법 / Paid", r.inWords(string(g.Kind), kindWords[g.Kind])},
			{recipient, g.Name},
			{address, r.place(g.Address, g.Postcode, g.Town, g.Country)},
			{telephone, g.Phone},
			{account, g.Account},
			{toBank, g.BankName},
			{"신분증 번호 / Identity", g.Identity},
			{"메시지 / Message", o.Message},
		}
	}
	s := o.SWIFT
	named := func(parts ...string) string { return strings.Trim(r.place(parts), ", ") }
	to, agent, via := s.Recipient, s.Bank, s.Intermediary
	return [][2]string{
		{recipient, named(to.Name, string(to.BIC))},
		{address, r.place(to.Address, to.Town, to.Country)},
		{telephone, to.Phone},
		{account, to.Account},
		{toBank, named(string(agent.BIC), agent.Clearing.System, agent.Clearing.Member, agent.Name, strings.Join(agent.Address, ", "), agent.Town, agent.Country)},
		{"중계 은행 / Intermediary bank", named(string(via.BIC), via.Clearing.System, via.Clearing.Member, via.Name, strings.Join(via.Address, ", "), via.Town, via.Country)},
		{"수수료 부담 / Charges", r.inWords(string(s.Charges), chargeWords[s.Charges])},
		{"메시지 / Message", o.Message},
	}
}
