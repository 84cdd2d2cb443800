package statementtest

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

const camtNamespace = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"

// camtSchema is what camt.053.001.08.xsd allows below each element that we use, in
// its order: a name with how often it may be there (nothing: once; ?, *, +), and after
// a colon its type where it holds text. Elements are told apart by their path's end.
var camtSchema = map[string]string{
	"Document":        "BkToCstmrStmt",
	"BkToCstmrStmt":   "GrpHdr Stmt+",
	"GrpHdr":          "MsgId:Max35 CreDtTm:DateTime",
	"Stmt":            "Id:Max35 ElctrncSeqNb?:Number CreDtTm?:DateTime FrToDt? Acct Bal+ Ntry*",
	"FrToDt":          "FrDtTm:DateTime ToDtTm:DateTime",
	"Acct":            "Id Ccy?:Currency Nm?:Max70 Ownr? Svcr?",
	"Acct/Id":         "Othr",
	"DbtrAcct":        "Id",
	"CdtrAcct":        "Id",
	"DbtrAcct/Id":     "Othr",
	"CdtrAcct/Id":     "Othr",
	"Othr":            "Id:Max34",
	"Ownr":            "Nm?:Max140",
	"Svcr":            "FinInstnId",
	"Svcr/FinInstnId": "BICFI?:BIC Nm?:Max140",
	"FinInstnId":      "ClrSysMmbId",
	"ClrSysMmbId":     "MmbId:Max35",
	"Bal":             "Tp Amt:Amount CdtDbtInd:Sign Dt",
	"Tp":              "CdOrPrtry",
	"CdOrPrtry":       "Cd:BalanceType",
	"Dt":              "Dt:Date",
	"Ntry":            "Amt:Amount CdtDbtInd:Sign Sts BookgDt? ValDt? AcctSvcrRef?:Max35 BkTxCd NtryDtls*",
	"Sts":             "Cd:Max4",
	"BookgDt":         "DtTm:DateTime",
	"ValDt":           "Dt:Date",
	"BkTxCd":          "Prtry",
	"Prtry":           "Cd:Max35",
	"NtryDtls":        "TxDtls*",
	"TxDtls":          "Refs? RltdPties? RltdAgts? RmtInf?",
	"Refs":            "AcctSvcrRef?:Max35",
	"RltdPties":       "Dbtr? DbtrAcct? Cdtr? CdtrAcct?",
	"Dbtr":            "Pty",
	"Cdtr":            "Pty",
	"Pty":             "Nm?:Max140",
	"RltdAgts":        "DbtrAgt? CdtrAgt?",
	"DbtrAgt":         "FinInstnId",
	"CdtrAgt":         "FinInstnId",
	"RmtInf":          "Ustrd*:Max140",
}

// camtTypes are the types of text; MaxN is one of 1 to N characters.
var camtTypes = map[string]*regexp.Regexp{
	"Number":      regexp.MustCompile(`^\d{1,18}$`),
	"Currency":    regexp.MustCompile(`^[A-Z]{3}$`),
	"BIC":         regexp.MustCompile(`^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$`),
	"Amount":      regexp.MustCompile(`^\d{1,18}(\.\d{1,5})?$`),
	"Sign":        regexp.MustCompile(`^(CRDT|DBIT)$`),
	"BalanceType": regexp.MustCompile(`^(OPBD|CLBD)$`),
	"Date":        regexp.MustCompile(`^\d{4}-\d\d-\d\d$`),
	"DateTime":    regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$`),
}

// node is an element.
type node struct {
	name, text string
	currency   string // its attribute Ccy
	children   []*node
}

// element is the first child along a path of names, an empty one if there is none.
func (n *node) element(path ...string) *node {
	for _, name := range path {
		var found *node
		for _, c := range n.children {
			if c.name == name && found == nil {
				found = c
			}
		}
		if found == nil {
			return &node{}
		}
		n = found
	}
	return n
}

// tree reads a document.
func tree(tb testing.TB, file string) *node {
	tb.Helper()
	root := &node{}
	open := []*node{root}
	for d := xml.NewDecoder(strings.NewReader(file)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return root
		}
		if err != nil {
			tb.Fatal(err)
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Space != camtNamespace {
				tb.Errorf("%s is in the namespace %q", t.Name.Local, t.Name.Space)
			}
			n := &node{name: t.Name.Local}
			for _, a := range t.Attr {
				if a.Name.Local == "Ccy" {
					n.currency = a.Value
				}
			}
			top.children = append(top.children, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top.text += string(t)
		}
	}
}

// check holds an element to the schema.
func check(tb testing.TB, n *node, above string) {
	tb.Helper()
	rule, known := camtSchema[above+"/"+n.name]
	if !known {
		rule, known = camtSchema[n.name]
	}
	if !known {
		tb.Errorf("%s/%s is in no rule", above, n.name)
		return
	}
	if strings.TrimSpace(n.text) != "" {
		tb.Errorf("%s holds the text %q", n.name, n.text)
	}
	rest := n.children
	for part := range strings.FieldsSeq(rule) {
		name, kind, leaf := strings.Cut(part, ":")
		often := name[len(strings.TrimRight(name, "?*+")):]
		name = strings.TrimSuffix(name, often)
		count := 0
		for len(rest) > 0 && rest[0].name == name {
			if leaf {
				checkText(tb, rest[0], kind)
			} else {
				check(tb, rest[0], n.name)
			}
			count, rest = count+1, rest[1:]
		}
		if count == 0 && (often == "" || often == "+") || count > 1 && (often == "" || often == "?") {
			tb.Errorf("%s has %d %s", n.name, count, part)
		}
	}
	if len(rest) > 0 {
		tb.Errorf("%s has %s, which is not allowed there", n.name, rest[0].name)
	}
}

// checkText holds an element without others below it to its type.
func checkText(tb testing.TB, n *node, kind string) {
	tb.Helper()
	if len(n.children) > 0 {
		tb.Errorf("%s has elements", n.name)
	}
	if most, is := map[string]int{"Max4": 4, "Max34": 34, "Max35": 35, "Max70": 70, "Max140": 140}[kind]; is {
		if length := utf8.RuneCountInString(n.text); length == 0 || length > most {
			tb.Errorf("%s has %d characters: %q", n.name, length, n.text)
		}
		return
	}
	if !camtTypes[kind].MatchString(n.text) {
		tb.Errorf("%s is no %s: %q", n.name, kind, n.text)
	}
	if kind == "Amount" && !camtTypes["Currency"].MatchString(n.currency) {
		tb.Errorf("%s has the currency %q", n.name, n.currency)
	}
}

func readCamt(tb testing.TB, file string) Sheet {
	tb.Helper()
	root := tree(tb, file)
	if len(root.children) != 1 || root.children[0].name != "Document" {
		tb.Fatal("it is no Document")
	}
	check(tb, root.children[0], "")
	sign := map[string]string{"CRDT": "", "DBIT": "-"}
	amount := func(n *node) string { return sign[n.element("CdtDbtInd").text] + n.element("Amt").text }
	var s Sheet
	for _, n := range root.element("Document", "BkToCstmrStmt", "Stmt").children {
		switch n.name {
		case "Bal":
			if n.element("Tp", "CdOrPrtry", "Cd").text == "OPBD" {
				s.Opening = amount(n)
			} else {
				s.Closing = amount(n)
			}
		case "Ntry":
			at := clock(tb, time.RFC3339, n.element("BookgDt", "DtTm").text)
			memo := n.element("NtryDtls", "TxDtls", "RmtInf", "Ustrd").text
			s.Rows = append(s.Rows, Line{at, amount(n), n.element("AcctSvcrRef").text, memo})
		}
	}
	return s
}
