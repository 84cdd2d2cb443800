package ca

import "encoding/asn1"

// Name is one of the accredited institutes, as its folder below NPKI is called.
type Name string

// The institutes. Yessign is the one through which the bank issues.
const (
	Yessign   Name = "yessign"
	SignKorea Name = "SignKorea"
	KICA      Name = "KICA"
	CrossCert Name = "CrossCert"
	TradeSign Name = "TradeSign"
)

// Use is what a certificate is good for.
type Use string

// The uses.
const (
	Universal  Use = "universal"  // everywhere
	Bank       Use = "bank"       // banks, insurance and cards
	Securities Use = "securities" // stockbrokers
)

// Policy is a certificate policy of an institute, for persons.
type Policy struct {
	OID  string // dotted
	Use  Use
	Name string // as the institute calls it
}

// Institute is an accredited institute.
type Institute struct {
	Name     Name
	Policies []Policy

	issuer   string // the name of its authority, folder form
	branch   string // what comes after the owner in a personal certificate's name
	office   string // where its lists and answers are; the domain is reserved, since this is a mock (RFC 2606)
	practice string // its certification practice statement
}

// Policies of persons are called alike by every institute.
func bankUse(oid string) Policy       { return Policy{oid, Bank, "은행/보험용 개인"} }
func universalUse(oid string) Policy  { return Policy{oid, Universal, "범용 개인"} }
func securitiesUse(oid string) Policy { return Policy{oid, Securities, "증권/보험용 개인"} }

// institutes are the five, with the policies of persons that two vendors' tables
// agree on.
var institutes = []Institute{
	{
		Name: Yessign, issuer: "cn=yessignCA Class 3 (mock),ou=AccreditedCA,o=yessign,c=kr",
		branch: "ou=EPOST,ou=personal4IB,o=yessign,c=kr", office: "yessign.invalid", practice: "http://www.yessign.invalid/cps.htm",
		Policies: []Policy{bankUse("1.2.410.200005.1.1.4"), universalUse("1.2.410.200005.1.1.1")},
	},
	{
		Name: SignKorea, issuer: "cn=SignKorea CA5 (mock),ou=AccreditedCA,o=SignKorea,c=KR",
		branch: "ou=HTS,ou=personal,o=SignKorea,c=KR", office: "signkorea.invalid", practice: "http://www.signkorea.invalid/cps.html",
		Policies: []Policy{universalUse("1.2.410.200004.5.1.1.5"), securitiesUse("1.2.410.200004.5.1.1.9")},
	},
	{
		Name: KICA, issuer: "cn=signGATE CA6 (mock),ou=AccreditedCA,o=KICA,c=KR",
		branch: "ou=RA,ou=licensedCA,o=KICA,c=KR", office: "signgate.invalid", practice: "http://www.signgate.invalid/cps.html",
		Policies: []Policy{universalUse("1.2.410.200004.5.2.1.2"), bankUse("1.2.410.200004.5.2.1.7.1"), securitiesUse("1.2.410.200004.5.2.1.7.2")},
	},
	{
		Name: CrossCert, issuer: "cn=CrossCertCA5 (mock),ou=AccreditedCA,o=CrossCert,c=KR",
		branch: "ou=RA,ou=personal,o=CrossCert,c=KR", office: "crosscert.invalid", practice: "http://gca.crosscert.invalid/cps.html",
		Policies: []Policy{universalUse("1.2.410.200004.5.4.1.1"), bankUse("1.2.410.200004.5.4.1.101"), securitiesUse("1.2.410.200004.5.4.1.102")},
	},
	{
		Name: TradeSign, issuer: "cn=TradeSignCA4 (mock),ou=AccreditedCA,o=TradeSign,c=KR",
		branch: "ou=RA,ou=personal,o=TradeSign,c=KR", office: "tradesign.invalid", practice: "http://www.tradesign.invalid/cps.html",
		Policies: []Policy{universalUse("1.2.410.200012.1.1.1"), bankUse("1.2.410.200012.1.1.101"), securitiesUse("1.2.410.200012.1.1.103")},
	},
}

// Institutes are the accredited institutes, the bank's own first.
func Institutes() []Institute { return append([]Institute(nil), institutes...) }

// PolicyOf is the policy with a dotted OID and whose it is. found is false for a
// policy of nobody here.
func PolicyOf(oid string) (p Policy, of Name, found bool) {
	for _, i := range institutes {
		for _, p := range i.Policies {
			if p.OID == oid {
				return p, i.Name, true
			}
		}
	}
	return Policy{}, "", false
}

// PolicyFor is the dotted OID of an institute's certificates for a use; "" if it
// issues none.
func PolicyFor(of Name, use Use) string {
	for _, p := range institute(of).Policies {
		if p.Use == use {
			return p.OID
		}
	}
	return ""
}

// institute is the institute of that name; zero for a name of nobody.
func institute(of Name) Institute {
	for _, i := range institutes {
		if i.Name == of {
			return i
		}
	}
	return Institute{}
}

// parseOID reads a dotted object identifier of our own table.
func parseOID(dotted string) asn1.ObjectIdentifier {
	oid, arc := asn1.ObjectIdentifier{}, 0
	for i := range len(dotted) {
		if dotted[i] == '.' {
			oid, arc = append(oid, arc), 0
			continue
		}
		arc = arc*10 + int(dotted[i]-'0')
	}
	return append(oid, arc)
}
