package trust

import (
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"math/big"
	"slices"
	"testing"
	"time"

	"golang.org/x/crypto/ocsp"

	"smartbank/certstore/fixedkeys"
)

// expect checks which check fails; "" is none. It returns how.
func expect(t *testing.T, err error, want Check) (how FailedError) {
	t.Helper()
	failed, ok := errors.AsType[*FailedError](err)
	switch {
	case err != nil && !ok:
		t.Errorf("an error of no kind: %v", err)
	case want == "" && err != nil:
		t.Errorf("refused: %v", err)
	case want != "" && (err == nil || failed.Check != want):
		t.Errorf("want %s to fail, got %v", want, err)
	case want != "" && failed.Reason == "":
		t.Errorf("%s fails without a reason", want)
	}
	if ok {
		how = *failed
	}
	return how
}

// TestVerify lists worlds with one thing wrong each.
func TestVerify(t *testing.T) {
	t.Parallel()
	w := newWorld()
	stranger := issue(rootTemplate(), nil, strangerKey, strangerKey)
	for name, check := range map[string]struct {
		leaf   func(*x509.Certificate)
		with   func(*Anchors)
		at     time.Duration
		failed Check
	}{
		"all is well":                         {},
		"the wanted policy is there":          {with: func(a *Anchors) { a.Policies = []string{other, bankUse} }},
		"the root is another's of that name":  {with: func(a *Anchors) { a.Roots = []*x509.Certificate{stranger} }, failed: Chain},
		"there is no root":                    {with: func(a *Anchors) { a.Roots = nil }, failed: Chain},
		"the authority is missing":            {with: func(a *Anchors) { a.Intermediates = nil }, failed: Chain},
		"it expired":                          {at: 24 * 366 * time.Hour, failed: Validity},
		"it expired with its authority":       {at: 24 * 366 * 6 * time.Hour, failed: Validity},
		"it is not valid yet":                 {at: -24 * 366 * time.Hour, failed: Validity},
		"it is valid in its last second":      {leaf: func(c *x509.Certificate) { c.NotAfter = noon }, at: 999 * time.Millisecond},
		"it expired a second ago":             {leaf: func(c *x509.Certificate) { c.NotAfter = noon }, at: time.Second, failed: Validity},
		"it expired before its authority was": {leaf: func(c *x509.Certificate) { c.NotBefore, c.NotAfter = noon.AddDate(-7, 0, 0), noon.AddDate(-6, 0, 0) }, failed: Validity},
		"it was before what is no authority":  {leaf: func(c *x509.Certificate) { c.NotBefore, c.NotAfter = noon.AddDate(-7, 0, 0), noon.AddDate(-6, 0, 0) }, with: func(a *Anchors) { a.Roots = []*x509.Certificate{stranger} }, failed: Chain},
		"its authority expired before it":     {leaf: func(c *x509.Certificate) { c.NotAfter = noon.AddDate(9, 0, 0) }, at: 24 * 366 * 6 * time.Hour, failed: Chain},
		"it has another policy":               {with: func(a *Anchors) { a.Policies = []string{other} }, failed: Policy},
		"the wanted policy is none":           {with: func(a *Anchors) { a.Policies = []string{"bank use"} }, failed: Policy},
		"it has no policy":                    {leaf: func(c *x509.Certificate) { c.Policies = nil }, failed: Policy},
		"it expired and has another policy":   {with: func(a *Anchors) { a.Policies = []string{other} }, at: 24 * 366 * time.Hour, failed: Validity},
		"a critical extension is unknown":     {leaf: func(c *x509.Certificate) { c.ExtraExtensions = unknown() }, failed: Chain},
		"nothing says whether it was revoked": {with: func(a *Anchors) { a.NeedStatus = true }, failed: CRL},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			leaf, a := w.leaf, w.anchors()
			if check.leaf != nil {
				template := leafTemplate()
				template.NotBefore, template.NotAfter = noon.AddDate(-1, 0, 0), noon.AddDate(1, 0, 0)
				check.leaf(template)
				leaf = issue(template, w.authority, leafKey, authorityKey)
			}
			if check.with != nil {
				check.with(&a)
			}
			expect(t, Verify(leaf, a, noon.Add(check.at)), check.failed)
		})
	}
}

func unknown() []pkix.Extension {
	return []pkix.Extension{{Id: asn1.ObjectIdentifier{1, 2, 410, 1}, Critical: true, Value: []byte{5, 0}}}
}

// TestPolicyIsComparedWithoutADemand is the case that x509 lets pass: an
// authority that demands no policy.
func TestPolicyIsComparedWithoutADemand(t *testing.T) {
	t.Parallel()
	template := authorityTemplate()
	template.ExtraExtensions = nil
	w := newWorld()
	w.authority = issue(template, w.root, authorityKey, rootKey)
	w.leaf = issue(leafTemplate(), w.authority, leafKey, authorityKey)
	a := w.anchors()
	a.Policies = []string{other}
	expect(t, Verify(w.leaf, a, noon), Policy)
	a.Policies = []string{bankUse}
	expect(t, Verify(w.leaf, a, noon), "")
}

// TestPolicyThatTheAuthorityMayNotGive has an authority that goes beyond what it
// may: the leaf has the wanted policy, the chain does not allow it.
func TestPolicyThatTheAuthorityMayNotGive(t *testing.T) {
	t.Parallel()
	template := authorityTemplate()
	template.Policies = []x509.OID{oid(other)}
	w := newWorld()
	w.authority = issue(template, w.root, authorityKey, rootKey)
	leaf := leafTemplate()
	leaf.Policies = []x509.OID{oid(bankUse), oid(other)}
	w.leaf = issue(leaf, w.authority, leafKey, authorityKey)
	a := w.anchors()
	expect(t, Verify(w.leaf, a, noon), "")
	a.Policies = []string{bankUse}
	expect(t, Verify(w.leaf, a, noon), Policy)
}

// TestRevocationLists lists what a list may say, and what may be wrong with it.
func TestRevocationLists(t *testing.T) {
	t.Parallel()
	w := newWorld()
	good := list(w.authority, authorityKey, nil)
	holds := func(serial int64, reason int) []byte {
		return list(w.authority, authorityKey, func(l *x509.RevocationList) {
			l.RevokedCertificateEntries = []x509.RevocationListEntry{entry(1, 1), entry(serial, reason)}
		})
	}
	newer := list(w.authority, authorityKey, func(l *x509.RevocationList) { l.Number = big.NewInt(9) })
	stranger := issue(authorityTemplate(), w.root, strangerKey, rootKey)
	forged := list(stranger, strangerKey, nil)
	authorities := func(serial int64) []byte {
		return list(w.root, rootKey, func(l *x509.RevocationList) {
			l.RevokedCertificateEntries = []x509.RevocationListEntry{entry(serial, 2)}
		})
	}
	critical := func(id ...int) []byte {
		return list(w.authority, authorityKey, func(l *x509.RevocationList) {
			l.ExtraExtensions = []pkix.Extension{{Id: id, Critical: true, Value: []byte{2, 1, 1}}}
		})
	}
	dated := func(from, to time.Duration) []byte {
		return list(w.authority, authorityKey, func(l *x509.RevocationList) { l.ThisUpdate, l.NextUpdate = noon.Add(from), noon.Add(to) })
	}
	for name, check := range map[string]struct {
		lists  [][]byte
		failed Check
	}{
		"it is not listed":                     {[][]byte{good}, ""},
		"it is not listed, in PEM":             {[][]byte{pem.EncodeToMemory(&pem.Block{Type: "X509 CRL", Bytes: good})}, ""},
		"another is":                           {[][]byte{holds(70_001, 4)}, ""},
		"it is revoked":                        {[][]byte{holds(70_000, 4)}, Revoked},
		"it is suspended":                      {[][]byte{holds(70_000, 6)}, Revoked},
		"it was suspended, in an older list":   {[][]byte{holds(70_000, 6), newer}, ""},
		"it is revoked, and a list is garbage": {[][]byte{{1}, holds(70_000, 4)}, Revoked},
		"the list is garbage":                  {[][]byte{{1}}, CRL},
		"the list is a certificate":            {[][]byte{w.leaf.Raw}, CRL},
		"a byte follows the list":              {[][]byte{append(slices.Clone(good), 0)}, CRL},
		"the list is of a namesake":            {[][]byte{forged}, CRL},
		"the list is of the root":              {[][]byte{authorities(99)}, CRL},
		"the lists are of both":                {[][]byte{authorities(99), good}, ""},
		"its authority is revoked":             {[][]byte{authorities(2), good}, Chain},
		"the list is out of date":              {[][]byte{dated(-2*time.Hour, -time.Second)}, CRL},
		"the list is in its last second":       {[][]byte{dated(-time.Hour, 0)}, ""},
		"the list is of the future":            {[][]byte{dated(time.Second, time.Hour)}, CRL},
		"the list is only a delta":             {[][]byte{critical(2, 5, 29, 27)}, CRL},
		"the list has a scope of nonsense":     {[][]byte{critical(2, 5, 29, 28)}, CRL},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := w.anchors()
			a.CRLs, a.NeedStatus = check.lists, true
			failed := expect(t, Verify(w.leaf, a, noon), check.failed)
			if failed.Check == Revoked && (!failed.At.Equal(noon.Add(-2*time.Hour)) || failed.Suspended != (name == "it is suspended")) {
				t.Errorf("%+v", failed)
			}
		})
	}
	t.Run("a changed byte", func(t *testing.T) {
		t.Parallel()
		for i := range good {
			changed := slices.Clone(good)
			changed[i] ^= 1
			a := w.anchors()
			a.CRLs = [][]byte{changed}
			if Verify(w.leaf, a, noon) == nil {
				t.Errorf("nobody notices that byte %d of the list was changed", i)
			}
		}
	})
}

// TestListsInParts checks that a part of a list says nothing about certificates of
// another distribution point.
func TestListsInParts(t *testing.T) {
	t.Parallel()
	w := newWorld()
	template := leafTemplate()
	template.CRLDistributionPoints = []string{"ldap://ds.example:389/ou=dp1"}
	w.leaf = issue(template, w.authority, leafKey, authorityKey)
	for name, check := range map[string]struct {
		uri, flags string
		failed     Check
	}{
		"its own part":                       {"ldap://ds.example:389/ou=dp1", "", ""},
		"its own part, of users":             {"ldap://ds.example:389/ou=dp1", "\x81\x01\xff", ""},
		"another part":                       {"ldap://ds.example:389/ou=dp2", "", CRL},
		"its own part, of authorities":       {"ldap://ds.example:389/ou=dp1", "\x82\x01\xff", CRL},
		"its own part, for some reasons":     {"ldap://ds.example:389/ou=dp1", "\x83\x02\x01\x02", CRL},
		"its own part, of many issuers":      {"ldap://ds.example:389/ou=dp1", "\x84\x01\xff", CRL},
		"its own part, with a broken flag":   {"ldap://ds.example:389/ou=dp1", "\x81\x01\x01", CRL},
		"its own part, and something behind": {"ldap://ds.example:389/ou=dp1", "\x30\x00", CRL},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			uri := "\x86" + string(rune(len(check.uri))) + check.uri
			full := "\xa0" + string(rune(len(uri))) + uri
			point := "\xa0" + string(rune(len(full))) + full + check.flags
			a := w.anchors()
			a.CRLs = [][]byte{list(w.authority, authorityKey, func(l *x509.RevocationList) {
				l.ExtraExtensions = []pkix.Extension{{Id: oidScope, Critical: true, Value: []byte("\x30" + string(rune(len(point))) + point)}}
			})}
			expect(t, Verify(w.leaf, a, noon), check.failed)
		})
	}
}

// TestAnswers lists what a responder may say, and who it may be.
func TestAnswers(t *testing.T) {
	t.Parallel()
	w := newWorld()
	key, own := fixedkeys.Key(responderKey), fixedkeys.Key(authorityKey)
	entrusted := responder(w.authority, authorityKey, x509.ExtKeyUsageOCSPSigning)
	says := func(change func(*ocsp.Response)) []byte { return w.reply(w.authority, own, change) }
	for name, check := range map[string]struct {
		answer []byte
		failed Check
	}{
		"the issuer says good":                 {says(nil), ""},
		"one whom it trusts says good":         {w.reply(entrusted, key, nil), ""},
		"in SHA-256":                           {says(func(r *ocsp.Response) { r.IssuerHash = 5 }), ""},
		"revoked":                              {says(func(r *ocsp.Response) { r.Status, r.RevokedAt, r.RevocationReason = ocsp.Revoked, noon, 4 }), Revoked},
		"suspended":                            {says(func(r *ocsp.Response) { r.Status, r.RevokedAt, r.RevocationReason = ocsp.Revoked, noon, 6 }), Revoked},
		"unknown":                              {says(func(r *ocsp.Response) { r.Status = ocsp.Unknown }), OCSP},
		"about another":                        {says(func(r *ocsp.Response) { r.SerialNumber = big.NewInt(70_001) }), OCSP},
		"stale":                                {says(func(r *ocsp.Response) { r.NextUpdate = noon.Add(-time.Second) }), OCSP},
		"of the future":                        {says(func(r *ocsp.Response) { r.ThisUpdate = noon.Add(time.Second) }), OCSP},
		"just now, for no time":                {says(func(r *ocsp.Response) { r.ThisUpdate, r.NextUpdate = noon, time.Time{} }), ""},
		"an hour ago, for no time":             {says(func(r *ocsp.Response) { r.NextUpdate = time.Time{} }), OCSP},
		"one without OCSPSigning":              {w.reply(responder(w.authority, authorityKey, x509.ExtKeyUsageAny), key, nil), OCSP},
		"one whom the root trusts":             {w.reply(responder(w.root, rootKey, x509.ExtKeyUsageOCSPSigning), key, nil), OCSP},
		"one whom nobody trusts":               {w.reply(responder(issue(authorityTemplate(), w.root, strangerKey, rootKey), strangerKey, x509.ExtKeyUsageOCSPSigning), key, nil), OCSP},
		"the customer":                         {w.reply(w.leaf, fixedkeys.Key(leafKey), nil), OCSP},
		"the responder is busy":                {ocsp.TryLaterErrorResponse, OCSP},
		"garbage":                              {[]byte("good"), OCSP},
		"a byte follows":                       {append(says(nil), 0), OCSP},
		"an extension is critical and foreign": {says(func(r *ocsp.Response) { r.ExtraExtensions = unknown() }), OCSP},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := w.anchors()
			a.OCSP, a.NeedStatus = [][]byte{check.answer}, true
			failed := expect(t, Verify(w.leaf, a, noon), check.failed)
			if failed.Check == Revoked && (!failed.At.Equal(noon) || failed.Suspended != (name == "suspended")) {
				t.Errorf("%+v", failed)
			}
		})
	}
	t.Run("a changed byte", func(t *testing.T) {
		t.Parallel()
		good := says(nil)
		for i := range good {
			changed := slices.Clone(good)
			changed[i] ^= 1
			a := w.anchors()
			a.OCSP = [][]byte{changed}
			if Verify(w.leaf, a, noon) == nil {
				t.Errorf("nobody notices that byte %d of the answer was changed", i)
			}
		}
	})
	t.Run("good, and listed", func(t *testing.T) {
		t.Parallel()
		a := w.anchors()
		a.OCSP = [][]byte{says(nil)}
		a.CRLs = [][]byte{list(w.authority, authorityKey, func(l *x509.RevocationList) {
			l.RevokedCertificateEntries = []x509.RevocationListEntry{entry(70_000, 1)}
		})}
		expect(t, Verify(w.leaf, a, noon), Revoked)
	})
}

// TestReadCertificates reads files as programs write them.
func TestReadCertificates(t *testing.T) {
	t.Parallel()
	w := newWorld()
	block := func(kind string, raw []byte) []byte { return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: raw}) }
	chain := slices.Concat([]byte("Certificate:\n    Data:\n"), block("CERTIFICATE", w.root.Raw), block("PRIVATE KEY", []byte("x")), block("CERTIFICATE", w.leaf.Raw))
	for name, check := range map[string]struct {
		file []byte
		want int
	}{
		"DER":                       {w.leaf.Raw, 1},
		"DER, two":                  {slices.Concat(w.leaf.Raw, w.root.Raw), 2},
		"PEM with text and a key":   {chain, 2},
		"DER with a byte behind":    {append(slices.Clone(w.leaf.Raw), 0), 0},
		"PEM of something else":     {block("X509 CRL", w.leaf.Raw), 0},
		"PEM that is not what said": {block("CERTIFICATE", []byte("x")), 0},
		"PEM without certificates":  {block("PRIVATE KEY", []byte("x")), 0},
		"nothing":                   {nil, 0},
		"a text":                    {[]byte("hi\n"), 0},
		"too much":                  {make([]byte, maxFile+1), 0},
		"too many":                  {slices.Repeat(w.leaf.Raw, 257), 0},
	} {
		got, err := ReadCertificates(check.file)
		if len(got) != check.want || (err == nil) != (check.want > 0) {
			t.Errorf("%s: %d certificates, want %d: %v", name, len(got), check.want, err)
		}
		if name == "a text" && !errors.Is(err, errNone) {
			t.Errorf("of a text it says %v", err)
		}
	}
}
