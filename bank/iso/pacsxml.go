package iso

import "encoding/xml"

// The namespaces of the two parts of a message.
const (
	pacs008Space = "urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"
	headerSpace  = "urn:iso:std:iso:20022:tech:xsd:head.001.001.02"
)

// These types are the elements of pacs.008.001.08 that a transfer has a place for, in the order of its schema. Names
// of elements are the standard's.

type pacsEnvelope struct {
	XMLName  xml.Name     `xml:"Envelope"`
	Header   *pacsHeader  `xml:"AppHdr"`
	Document pacsDocument `xml:"Document"`
}

type pacsHeader struct {
	Space   string    `xml:"xmlns,attr"`
	From    pacsAgent `xml:"Fr>FIId"`
	To      pacsAgent `xml:"To>FIId"`
	ID      string    `xml:"BizMsgIdr"`
	Def     string    `xml:"MsgDefIdr"`
	Service string    `xml:"BizSvc"`
	Created string    `xml:"CreDt"`
}

type pacsDocument struct {
	XMLName      xml.Name          `xml:"Document"`
	Space        string            `xml:"xmlns,attr"`
	ID           string            `xml:"FIToFICstmrCdtTrf>GrpHdr>MsgId"`
	Created      string            `xml:"FIToFICstmrCdtTrf>GrpHdr>CreDtTm"`
	Count        string            `xml:"FIToFICstmrCdtTrf>GrpHdr>NbOfTxs"`
	Method       string            `xml:"FIToFICstmrCdtTrf>GrpHdr>SttlmInf>SttlmMtd"`
	Transactions []pacsTransaction `xml:"FIToFICstmrCdtTrf>CdtTrfTxInf"`
}

type pacsTransaction struct {
	Reference  string       `xml:"PmtId>InstrId,omitempty"`
	EndToEnd   string       `xml:"PmtId>EndToEndId"`
	UETR       string       `xml:"PmtId>UETR,omitempty"`
	Settled    *pacsAmount  `xml:"IntrBkSttlmAmt"`
	ValueDate  string       `xml:"IntrBkSttlmDt,omitempty"`
	Instructed *pacsAmount  `xml:"InstdAmt"`
	Rate       string       `xml:"XchgRate,omitempty"`
	Bearer     string       `xml:"ChrgBr"`
	Charges    []pacsCharge `xml:"ChrgsInf"`
	Sender     *pacsAgent   `xml:"InstgAgt"`
	Receiver   *pacsAgent   `xml:"InstdAgt"`
	Middle     *pacsAgent   `xml:"IntrmyAgt1"`
	Debtor     *pacsParty   `xml:"Dbtr"`
	DebtorAcc  *pacsAccount `xml:"DbtrAcct"`
	DebtorAg   *pacsAgent   `xml:"DbtrAgt"`
	CreditorAg *pacsAgent   `xml:"CdtrAgt"`
	Creditor   *pacsParty   `xml:"Cdtr"`
	CreditAcc  *pacsAccount `xml:"CdtrAcct"`
	Purpose    *pacsPurpose `xml:"Purp"`
	Remittance *pacsText    `xml:"RmtInf"`
}

type pacsAmount struct {
	Currency string `xml:"Ccy,attr"`
	Text     string `xml:",chardata"`
}

type pacsCharge struct {
	Amount pacsAmount `xml:"Amt"`
	Agent  pacsAgent  `xml:"Agt"`
}

type pacsAgent struct {
	BIC      string        `xml:"FinInstnId>BICFI,omitempty"`
	Clearing *pacsClearing `xml:"FinInstnId>ClrSysMmbId"`
	Name     string        `xml:"FinInstnId>Nm,omitempty"`
	Address  *pacsAddress  `xml:"FinInstnId>PstlAdr"`
}

type pacsClearing struct {
	System string `xml:"ClrSysId>Cd"`
	Member string `xml:"MmbId"`
}

type pacsParty struct {
	Name    string        `xml:"Nm,omitempty"`
	Address *pacsAddress  `xml:"PstlAdr"`
	ID      *pacsIdentity `xml:"Id"`
	Contact *pacsContact  `xml:"CtctDtls"`
}

type pacsIdentity struct {
	BIC string `xml:"OrgId>AnyBIC"`
}

type pacsContact struct {
	Phone string `xml:"PhneNb"`
}

type pacsAddress struct {
	Street   string   `xml:"StrtNm,omitempty"`
	Building string   `xml:"BldgNb,omitempty"`
	Town     string   `xml:"TwnNm,omitempty"`
	Country  string   `xml:"Ctry,omitempty"`
	Lines    []string `xml:"AdrLine"`
}

type pacsAccount struct {
	IBAN  string     `xml:"Id>IBAN,omitempty"`
	Other *pacsOther `xml:"Id>Othr"`
}

type pacsOther struct {
	ID string `xml:"Id"`
}

type pacsPurpose struct {
	Code string `xml:"Cd,omitempty"`
}

type pacsText struct {
	Free       []string `xml:"Ustrd"`
	Structured []struct {
		XMLName xml.Name
	} `xml:"Strd"`
}
