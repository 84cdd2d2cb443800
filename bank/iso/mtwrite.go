package iso

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"smartbank/bank/money"
)

// MT103 writes the transfer as a SWIFT MT103 (Standards MT, single customer credit transfer), whole: the headers of
// an input message, the text, and a trailer. Lines end with CR LF.
//
// The checksum in the trailer is not SWIFT's, which its interfaces compute: it is the start of the SHA-256 of the text
// block. A transfer that cannot be sent is refused as [CreditTransfer.Check] does.
func (t CreditTransfer) MT103() ([]byte, error) {
	if err := t.Check(); err != nil {
		return nil, fmt.Errorf("write MT103: %w", err)
	}
	t = t.Normal()
	var text strings.Builder
	text.WriteString("{4:\r\n")
	for _, f := range t.fields() {
		text.WriteString(":" + f.Tag + ":" + strings.ReplaceAll(f.Value, "\n", "\r\n") + "\r\n")
	}
	text.WriteString("-}")
	sum := sha256.Sum256([]byte(text.String()))
	return fmt.Appendf(nil, "{1:F01%s0000000000}{2:I103%sN}{3:{121:%s}}%s{5:{CHK:%X}}",
		terminal(t.Sender, 'A'), terminal(t.Receiver, 'X'), t.UETR, text.String(), sum[:6]), nil
}

// terminal is the address of a logical terminal: its letter stands before the branch.
func terminal(b BIC, letter byte) string {
	return string(b.HeadOffice()) + string(letter) + b.Full()[8:]
}

// Field is a field of a message: the tag and value of an MT103, whose lines are parted by "\n", or the path and text of
// an element.
type Field struct {
	Tag, Value string
	Line       int // where it stands, from 1; 0 in a message that is being written
}

// fields are the fields of the text block, in the standard's order.
func (t CreditTransfer) fields() []Field {
	var all []Field
	add := func(tag, value string) {
		if value != "" {
			all = append(all, Field{Tag: tag, Value: value})
		}
	}
	add("20", t.Reference)
	add("23B", "CRED")
	add("32A", fmt.Sprintf("%02d%02d%02d", t.ValueDate.Year%100, t.ValueDate.Month, t.ValueDate.Day)+mtMoney(t.Settled))
	if t.Instructed != (money.Amount{}) {
		add("33B", mtMoney(t.Instructed))
	}
	if t.Rate != "" {
		add("36", mtDecimal(t.Rate))
	}
	option, value := t.Debtor.mt(true)
	add("50"+option, value)
	for _, agent := range []struct {
		tag string
		is  Agent
	}{{"52", t.DebtorAgent}, {"56", t.Intermediary}, {"57", t.CreditorAgent}} {
		option, value = agent.is.mt()
		add(agent.tag+option, value)
	}
	option, value = t.Creditor.mt(false)
	add("59"+option, value)
	said, _ := remittanceLines(t.Remittance, t.Purpose, t.EndToEnd)
	add("70", strings.Join(said, "\n"))
	add("71A", string(t.Charges))
	for _, taken := range t.ChargesTaken {
		add("71F", mtMoney(taken))
	}
	if t.ChargesPaid != (money.Amount{}) {
		add("71G", mtMoney(t.ChargesPaid))
	}
	add("72", t.phones())
	return all
}

// The words in field 72 for telephone numbers, which no other field of MT103 takes. They are between us and our
// correspondents: the handbook leaves words of up to eight letters free.
const (
	debtorPhone   = "/ORDTEL/"
	creditorPhone = "/BENTEL/"
)

func (t CreditTransfer) phones() string {
	var said []string
	if t.Debtor.Phone != "" {
		said = append(said, debtorPhone+t.Debtor.Phone)
	}
	if t.Creditor.Phone != "" {
		said = append(said, creditorPhone+t.Creditor.Phone)
	}
	return strings.Join(said, "\n")
}

// mtMoney is an amount as "USD1000,".
func mtMoney(a money.Amount) string { return string(a.Currency()) + mtAmount(a) }

// mtAmount has a comma always, and no zeros at the end of decimals.
func mtAmount(a money.Amount) string {
	s := mtDecimal(a.Plain())
	if whole, decimals, _ := strings.Cut(s, ","); strings.Trim(decimals, "0") == "" {
		return whole + ","
	}
	return s
}

// mtDecimal is a number with a comma for its point.
func mtDecimal(s string) string {
	whole, decimals, _ := strings.Cut(s, ".")
	return whole + "," + decimals
}

// mt is the option of field 50 or 59 and its value.
func (p Party) mt(debtor bool) (option, value string) {
	var said []string
	if p.Account != "" {
		said = append(said, "/"+p.Account)
	}
	switch {
	case p.BIC != "":
		return "A", strings.Join(append(said, string(p.BIC)), "\n")
	case p.Country == "":
		if debtor {
			option = "K"
		}
		return option, strings.Join(append(append(said, p.Name), p.Address...), "\n")
	}
	named, _ := wrap(p.Name, MaxAddress)
	for _, line := range named {
		said = append(said, "1/"+line)
	}
	for _, line := range p.Address {
		said = append(said, "2/"+line)
	}
	return "F", strings.Join(append(said, "3/"+p.Country+"/"+p.Town), "\n")
}

// mt is the option of a field for a bank and its value, both "" for none. Town and country are the last line of
// option D, country first, as translations from ISO 20022 have them.
func (a Agent) mt() (option, value string) {
	if a.Zero() {
		return "", ""
	}
	var said []string
	if !a.Clearing.Zero() {
		in, _ := clearingBy(func(s ClearingSystem) bool { return s.Code == a.Clearing.System })
		said = append(said, "//"+in.MT+a.Clearing.Member)
	}
	if a.BIC != "" {
		return "A", strings.Join(append(said, string(a.BIC)), "\n")
	}
	said = append(append(said, a.Name), a.Address...)
	return "D", strings.Join(append(said, a.Country+"/"+a.Town), "\n")
}
