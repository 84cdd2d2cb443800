package statementtest

import (
	"encoding/xml"
	"regexp"
	"strings"
	"testing"
)

// ofxRules are the types of OFX 2.2 (section 3.2.8 and chapter 11) by element: the
// longest text, or a form.
var ofxRules = map[string]*regexp.Regexp{
	"TRNTYPE":  regexp.MustCompile(`^(CREDIT|DEBIT|INT|DIV|FEE|SRVCHG|DEP|ATM|POS|XFER|CHECK|PAYMENT|CASH|DIRECTDEP|DIRECTDEBIT|REPEATPMT|HOLD|OTHER)$`),
	"DTPOSTED": regexp.MustCompile(`^\d{14}\.\d{3}\[\+9:KST\]$`),
	"TRNAMT":   regexp.MustCompile(`^-?\d+(\.\d+)?$`),
	"FITID":    regexp.MustCompile(`^.{1,255}$`),
	"NAME":     regexp.MustCompile(`^.{1,32}$`),
	"MEMO":     regexp.MustCompile(`^(?s:.{1,255})$`),
	"ACCTID":   regexp.MustCompile(`^.{1,22}$`),
	"BANKID":   regexp.MustCompile(`^.{1,9}$`),
	"ACCTTYPE": regexp.MustCompile(`^(CHECKING|SAVINGS|MONEYMRKT|CREDITLINE|CD)$`),
	"CURDEF":   regexp.MustCompile(`^[A-Z]{3}$`),
	"BALAMT":   regexp.MustCompile(`^-?\d+(\.\d+)?$`),
}

func readOFX(tb testing.TB, file string) Sheet {
	tb.Helper()
	if !strings.Contains(file, `<?OFX OFXHEADER="200" VERSION="220"`) {
		tb.Error("the declaration of OFX 2.2 is missing")
	}
	var d struct {
		XMLName xml.Name `xml:"OFX"`
		Rows    []struct {
			Children []struct {
				XMLName xml.Name
				Text    string `xml:",chardata"`
			} `xml:",any"`
		} `xml:"BANKMSGSRSV1>STMTTRNRS>STMTRS>BANKTRANLIST>STMTTRN"`
		Currency string `xml:"BANKMSGSRSV1>STMTTRNRS>STMTRS>CURDEF"`
		Bank     string `xml:"BANKMSGSRSV1>STMTTRNRS>STMTRS>BANKACCTFROM>BANKID"`
		Account  string `xml:"BANKMSGSRSV1>STMTTRNRS>STMTRS>BANKACCTFROM>ACCTID"`
		Kind     string `xml:"BANKMSGSRSV1>STMTTRNRS>STMTRS>BANKACCTFROM>ACCTTYPE"`
		Closing  string `xml:"BANKMSGSRSV1>STMTTRNRS>STMTRS>LEDGERBAL>BALAMT"`
	}
	if err := xml.Unmarshal([]byte(file), &d); err != nil {
		tb.Fatal(err)
	}
	rule := func(name, value string) string {
		if !ofxRules[name].MatchString(value) {
			tb.Errorf("%s is %q", name, value)
		}
		return value
	}
	rule("CURDEF", d.Currency)
	rule("BANKID", d.Bank)
	rule("ACCTID", d.Account)
	rule("ACCTTYPE", d.Kind)
	s := Sheet{Closing: rule("BALAMT", d.Closing)}
	seen := map[string]bool{}
	for _, row := range d.Rows {
		order, values := "", map[string]string{}
		for _, c := range row.Children {
			order += c.XMLName.Local + " "
			values[c.XMLName.Local] = rule(c.XMLName.Local, c.Text)
		}
		if strings.TrimSuffix(order, "MEMO ") != "TRNTYPE DTPOSTED TRNAMT FITID NAME " {
			tb.Errorf("a transaction has %s", order)
		}
		if id := values["FITID"]; seen[id] {
			tb.Errorf("two transactions are %s", id)
		} else {
			seen[id] = true
		}
		s.Rows = append(s.Rows, Line{clock(tb, "20060102150405.000[+9:KST]", values["DTPOSTED"]), values["TRNAMT"], values["FITID"], values["MEMO"]})
	}
	return s
}
