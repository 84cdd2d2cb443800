package statement

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
)

// ofxHead opens an OFX 2.2 file (section 2.2): XML, with a declaration of its own.
const ofxHead = xml.Header + `<?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>` + "\n"

// ofxTransaction is STMTTRN (section 11.4.4.1).
type ofxTransaction struct {
	XMLName xml.Name `xml:"STMTTRN"`
	Type    string   `xml:"TRNTYPE"`
	Posted  string   `xml:"DTPOSTED"`
	Amount  string   `xml:"TRNAMT"`
	ID      string   `xml:"FITID"`
	Name    string   `xml:"NAME"`
	Memo    string   `xml:"MEMO,omitempty"`
}

// ofxTypes are TRNTYPE by the kind of an entry; others are told by the sign alone.
var ofxTypes = map[string]string{
	"transfer": "XFER", "salary": "DIRECTDEP", "card": "POS", "bill": "PAYMENT", "cash": "CASH", "interest": "INT", "fee": "FEE",
}

// writeOFX writes a bank statement download response (OFX 2.2, section 11.4). It
// has the closing balance alone: the opening one follows from the rows.
func writeOFX(w io.Writer, h Head, rows Rows) error {
	out := bufio.NewWriter(w)
	const ok = "<STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS>"
	fmt.Fprintf(out, "%s<OFX>\n<SIGNONMSGSRSV1><SONRS>%s<DTSERVER>%s</DTSERVER><LANGUAGE>KOR</LANGUAGE></SONRS></SIGNONMSGSRSV1>\n",
		ofxHead, ok, ofxTime(h.Made))
	fmt.Fprintf(out, "<BANKMSGSRSV1><STMTTRNRS><TRNUID>%s</TRNUID>%s<STMTRS><CURDEF>%s</CURDEF>\n", escaped(h.ID), ok, h.Account.Currency)
	fmt.Fprintf(out, "<BANKACCTFROM><BANKID>%s</BANKID><ACCTID>%s</ACCTID><ACCTTYPE>CHECKING</ACCTTYPE></BANKACCTFROM>\n",
		escaped(h.Account.BIC), escaped(h.Account.Number))
	fmt.Fprintf(out, "<BANKTRANLIST><DTSTART>%s</DTSTART><DTEND>%s</DTEND>\n",
		ofxTime(h.From.Start()), ofxTime(h.To.AddDays(1).Start().Add(-time.Second)))
	encoder := xml.NewEncoder(out)
	for row, err := range rows {
		if err != nil {
			return err
		}
		if err := encoder.Encode(ofxOf(row)); err != nil {
			return err
		}
		_ = out.WriteByte('\n') // Flush tells
	}
	fmt.Fprintf(out, "</BANKTRANLIST>\n<LEDGERBAL><BALAMT>%s</BALAMT><DTASOF>%s</DTASOF></LEDGERBAL>\n",
		h.Closing.Plain(), ofxTime(h.To.AddDays(1).Start().Add(-time.Second)))
	_, _ = out.WriteString("</STMTRS></STMTTRNRS></BANKMSGSRSV1>\n</OFX>\n") // Flush tells
	return out.Flush()
}

func ofxOf(row Row) ofxTransaction {
	kind, known := ofxTypes[row.Kind]
	switch {
	case known:
	case row.Amount.Minor() < 0:
		kind = "DEBIT"
	default:
		kind = "CREDIT"
	}
	name := row.Memo
	if name == "" {
		name = row.Kind
	}
	return ofxTransaction{
		Type: kind, Posted: ofxTime(row.At), Amount: row.Amount.Plain(), ID: row.Reference, Name: cut(name, 32), Memo: row.Memo,
	}
}

// ofxTime is a moment in Seoul (section 3.2.8.2).
func ofxTime(at time.Time) string { return seoul(at).Format("20060102150405.000") + "[+9:KST]" }

// escaped is text between two elements.
func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a builder takes everything
	return b.String()
}
