package statement

import (
	"bufio"
	"encoding/xml"
	"io"
	"time"

	"smartbank/bank/money"
)

// camtNamespace is that of camt.053.001.08, the version that CBPR+ uses.
const camtNamespace = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"

// The parts of a camt.053, in the order of the schema.
type (
	camtHeader struct {
		XMLName xml.Name `xml:"GrpHdr"`
		MsgID   string   `xml:"MsgId"`
		Created string   `xml:"CreDtTm"`
	}
	camtPeriod struct {
		XMLName xml.Name `xml:"FrToDt"`
		From    string   `xml:"FrDtTm"`
		To      string   `xml:"ToDtTm"`
	}
	camtAccount struct {
		XMLName  xml.Name `xml:"Acct"`
		ID       string   `xml:"Id>Othr>Id"`
		Currency string   `xml:"Ccy"`
		Name     string   `xml:"Nm,omitempty"`
		Owner    string   `xml:"Ownr>Nm,omitempty"`
		BIC      string   `xml:"Svcr>FinInstnId>BICFI,omitempty"`
		Bank     string   `xml:"Svcr>FinInstnId>Nm,omitempty"`
	}
	camtAmount struct {
		Currency string `xml:"Ccy,attr"`
		Value    string `xml:",chardata"`
	}
	camtBalance struct {
		XMLName xml.Name   `xml:"Bal"`
		Type    string     `xml:"Tp>CdOrPrtry>Cd"` // OPBD, CLBD
		Amount  camtAmount `xml:"Amt"`
		Sign    string     `xml:"CdtDbtInd"`
		Date    string     `xml:"Dt>Dt"`
	}
	camtParty struct {
		Name string `xml:"Pty>Nm"`
	}
	camtOther struct {
		ID string `xml:"Id>Othr>Id"`
	}
	camtParties struct {
		Debtor          *camtParty `xml:"Dbtr"`
		DebtorAccount   *camtOther `xml:"DbtrAcct"`
		Creditor        *camtParty `xml:"Cdtr"`
		CreditorAccount *camtOther `xml:"CdtrAcct"`
	}
	camtAgents struct {
		Debtor   *camtMember `xml:"DbtrAgt"`
		Creditor *camtMember `xml:"CdtrAgt"`
	}
	camtMember struct {
		Code string `xml:"FinInstnId>ClrSysMmbId>MmbId"`
	}
	camtDetails struct {
		Reference string       `xml:"Refs>AcctSvcrRef"`
		Parties   *camtParties `xml:"RltdPties"`
		Agents    *camtAgents  `xml:"RltdAgts"`
		Memo      string       `xml:"RmtInf>Ustrd,omitempty"`
	}
	camtEntry struct {
		XMLName   xml.Name    `xml:"Ntry"`
		Amount    camtAmount  `xml:"Amt"`
		Sign      string      `xml:"CdtDbtInd"`
		Status    string      `xml:"Sts>Cd"`
		Booked    string      `xml:"BookgDt>DtTm"`
		Value     string      `xml:"ValDt>Dt"`
		Reference string      `xml:"AcctSvcrRef"`
		Kind      string      `xml:"BkTxCd>Prtry>Cd"`
		Details   camtDetails `xml:"NtryDtls>TxDtls"`
	}
)

// writeCamt writes a camt.053.001.08, Bank to Customer Statement. Text longer than the schema allows is cut.
func writeCamt(w io.Writer, h Head, rows Rows) error {
	buffered := bufio.NewWriter(w)
	_, _ = buffered.WriteString(xml.Header) // Flush tells
	out := xml.NewEncoder(buffered)
	out.Indent("", "  ")
	open := func(name string) xml.StartElement { return xml.StartElement{Name: xml.Name{Local: name}} }
	document := open("Document")
	document.Attr = []xml.Attr{{Name: xml.Name{Local: "xmlns"}, Value: camtNamespace}}
	levels := []xml.StartElement{document, open("BkToCstmrStmt"), open("Stmt")}
	tokens := func(values ...any) error {
		for _, v := range values {
			var err error
			switch v := v.(type) {
			case xml.StartElement:
				err = out.EncodeToken(v)
			case xml.EndElement:
				err = out.EncodeToken(v)
			case leaf:
				err = out.EncodeElement(v.value, open(v.name))
			default:
				err = out.Encode(v)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}
	made := seoul(h.Made).Format(time.RFC3339)
	a := h.Account
	err := tokens(levels[0], levels[1], camtHeader{MsgID: h.ID, Created: made}, levels[2],
		leaf{"Id", h.ID}, leaf{"ElctrncSeqNb", h.Number}, leaf{"CreDtTm", made},
		camtPeriod{From: h.From.Start().Format(time.RFC3339), To: h.To.AddDays(1).Start().Add(-time.Second).Format(time.RFC3339)},
		camtAccount{ID: a.Number, Currency: string(a.Currency), Name: cut(a.Product, 70), Owner: cut(a.Owner, 140), BIC: a.BIC, Bank: cut(a.Bank, 140)},
		camtBalanceOf("OPBD", h.Opening, h.From.String()), camtBalanceOf("CLBD", h.Closing, h.To.String()))
	if err != nil {
		return err
	}
	for row, err := range rows {
		if err != nil {
			return err
		}
		if err := out.Encode(camtEntryOf(row)); err != nil {
			return err
		}
	}
	if err := tokens(levels[2].End(), levels[1].End(), levels[0].End()); err != nil {
		return err
	}
	if err := out.Close(); err != nil {
		return err
	}
	_ = buffered.WriteByte('\n') // Flush tells
	return buffered.Flush()
}

// leaf is an element with a value and nothing below it.
type leaf struct {
	name  string
	value any
}

func camtBalanceOf(kind string, a money.Amount, day string) camtBalance {
	return camtBalance{Type: kind, Amount: camtAmountOf(a), Sign: camtSign(a), Date: day}
}

func camtAmountOf(a money.Amount) camtAmount {
	return camtAmount{string(a.Currency()), magnitude(a).Plain()}
}

// camtSign is CRDT for money in, and for a balance that is not below zero.
func camtSign(a money.Amount) string {
	if a.Minor() < 0 {
		return "DBIT"
	}
	return "CRDT"
}

func camtEntryOf(row Row) camtEntry {
	at := seoul(row.At)
	e := camtEntry{
		Amount: camtAmountOf(row.Amount), Sign: camtSign(row.Amount), Status: "BOOK", Booked: at.Format(time.RFC3339Nano),
		Value: at.Format(time.DateOnly), Reference: row.Reference, Kind: row.Kind,
		Details: camtDetails{Reference: row.Reference, Memo: cut(row.Memo, 140)},
	}
	if row.Other == "" {
		return e
	}
	party, account, agent := &camtParty{cut(row.OtherName, 140)}, &camtOther{row.Other}, &camtMember{row.OtherBank}
	if row.OtherName == "" {
		party = nil
	}
	e.Details.Parties, e.Details.Agents = &camtParties{}, &camtAgents{}
	if row.Amount.Minor() < 0 {
		e.Details.Parties.Creditor, e.Details.Parties.CreditorAccount, e.Details.Agents.Creditor = party, account, agent
	} else {
		e.Details.Parties.Debtor, e.Details.Parties.DebtorAccount, e.Details.Agents.Debtor = party, account, agent
	}
	return e
}

// cut shortens text to n characters, which is how the schema counts.
func cut(text string, n int) string {
	runes := []rune(text)
	if len(runes) > n {
		return string(runes[:n])
	}
	return text
}
