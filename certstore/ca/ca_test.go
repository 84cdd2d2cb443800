package ca_test

import (
	"context"
	"crypto/rsa"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"io"
	"math/big"
	"slices"
	"strconv"
	"testing"
	"time"

	"golang.org/x/crypto/ocsp"

	"smartbank/certstore/ca"
	"smartbank/certstore/cms"
	"smartbank/certstore/dn"
	"smartbank/certstore/fixedkeys"
	"smartbank/certstore/npki"
	"smartbank/certstore/trust"
)

var kst = time.FixedZone("KST", 9*60*60)

const identity = "9003151234567"

var random = []byte("twenty bytes of an R")

// world is authorities with a clock that is moved by hand.
type world struct {
	*ca.Authority

	t       *testing.T
	records *ca.Memory
	now     time.Time
	orders  int
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{t: t, records: ca.NewMemory(), now: time.Date(2026, time.November, 5, 10, 0, 0, 0, kst)}
	w.Authority = ca.New(ca.Options{Records: w.records, Now: func() time.Time { return w.now }, Rand: &counter{}, Published: true})
	return w
}

// counter is chance for serial numbers: the same every time.
type counter struct{ n byte }

func (c *counter) Read(p []byte) (int, error) {
	for i := range p {
		c.n += 41
		p[i] = c.n
	}
	return len(p), nil
}

var _ io.Reader = (*counter)(nil)

// request is an approved request over the nth published key.
func (w *world) request(key *rsa.PrivateKey, a ca.Approval) ca.Request {
	w.t.Helper()
	w.orders++
	reference := strconv.Itoa(100_000_000_000 + w.orders)
	a.Order = "order " + reference
	if a.Institute == "" {
		a.Institute = ca.Yessign
	}
	if a.Policy == "" {
		a.Policy = ca.PolicyFor(a.Institute, ca.Universal)
	}
	a.Owner = "홍길동"
	w.records.Approve(reference, []byte("12345678"), []byte(identity), a)
	return ca.Request{Reference: reference, Code: []byte("12345678"), CSR: csr(w.t, key), Identity: []byte(identity), R: random}
}

func csr(t *testing.T, key *rsa.PrivateKey) []byte {
	t.Helper()
	der, err := x509.CreateCertificateRequest(nil, &x509.CertificateRequest{SignatureAlgorithm: x509.SHA256WithRSA}, key)
	if err != nil {
		t.Fatal(err)
	}
	return der
}

// issue issues and accepts.
func (w *world) issue(key *rsa.PrivateKey, a ca.Approval) (ca.Record, *x509.Certificate) {
	w.t.Helper()
	record, err := w.Issue(w.t.Context(), w.request(key, a))
	if err != nil {
		w.t.Fatal(err)
	}
	if err := w.Accept(w.t.Context(), record.Institute, record.Serial); err != nil {
		w.t.Fatal(err)
	}
	return record, parse(w.t, record.DER)
}

func parse(t *testing.T, der []byte) *x509.Certificate {
	t.Helper()
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return cert
}

// anchors are what relies on the world at its time.
func (w *world) anchors(of ca.Name, at time.Time) trust.Anchors {
	w.t.Helper()
	list, err := w.CRL(w.t.Context(), of, at)
	if err != nil {
		w.t.Fatal(err)
	}
	return trust.Anchors{Roots: w.roots(), Intermediates: w.issuers(), CRLs: [][]byte{list}, NeedStatus: true}
}

func (w *world) roots() []*x509.Certificate {
	w.t.Helper()
	roots, err := w.Roots(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	return roots
}

func (w *world) issuers() []*x509.Certificate {
	w.t.Helper()
	issuers, err := w.Issuers(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	return issuers
}

// wantReason fails unless the authority refused for a reason.
func wantReason(t *testing.T, err error, want ca.Reason) {
	t.Helper()
	if refused, ok := errors.AsType[*ca.RefusedError](err); !ok || refused.Reason != want {
		t.Fatalf("got %v, want the refusal %q", err, want)
	}
}

func TestIssuedCertificateHasTheProfile(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, cert := w.issue(fixedkeys.Key(0), ca.Approval{Policy: "1.2.410.200005.1.1.4"})
	name, err := dn.Parse(cert.RawSubject)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := name.String(), "cn=홍길동()0071041202611050001,ou=EPOST,ou=personal4IB,o=yessign,c=kr"; got != want {
		t.Errorf("the subject is %s, want %s", got, want)
	}
	if name.Owner() != "홍길동" {
		t.Errorf("the owner is %q", name.Owner())
	}
	if got := cert.NotBefore.In(kst).Format(time.DateTime); got != "2026-11-05 00:00:00" {
		t.Errorf("it begins at %s in Seoul", got)
	}
	if got := cert.NotAfter.In(kst).Format(time.DateTime); got != "2027-11-05 23:59:59" {
		t.Errorf("it ends at %s in Seoul", got)
	}
	if cert.KeyUsage != x509.KeyUsageDigitalSignature|x509.KeyUsageContentCommitment {
		t.Errorf("key usage %b", cert.KeyUsage)
	}
	vid, found, err := npki.CertificateVID(cert)
	if err != nil || !found || vid.RealName != "홍길동" || !vid.Is(identity, random) || vid.Is("9003151234568", random) {
		t.Errorf("VID %v, found %t, error %v", vid, found, err)
	}
	critical := map[string]bool{}
	for _, e := range cert.Extensions {
		critical[e.Id.String()] = e.Critical
	}
	for oid, want := range map[string]bool{"2.5.29.15": true, "2.5.29.32": true, "2.5.29.17": false, "2.5.29.35": false, "2.5.29.31": false, "1.3.6.1.5.5.7.1.1": false} {
		if got, found := critical[oid]; !found || got != want {
			t.Errorf("extension %s: found %t, critical %t, want %t", oid, found, got, want)
		}
	}
}

func TestEveryInstituteIssuesWhatItHasPoliciesFor(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for n, i := range ca.Institutes() {
		for _, p := range i.Policies {
			_, cert := w.issue(fixedkeys.Key(n), ca.Approval{Institute: i.Name, Policy: p.OID})
			anchors := w.anchors(i.Name, w.now)
			anchors.Policies = []string{p.OID}
			if err := trust.Verify(cert, anchors, w.now); err != nil {
				t.Errorf("%s %s: %v", i.Name, p.Name, err)
			}
			anchors.Policies = []string{"1.2.3.4"}
			failed, ok := errors.AsType[*trust.FailedError](trust.Verify(cert, anchors, w.now))
			if !ok || failed.Check != trust.Policy {
				t.Errorf("%s %s: another policy passes: %v", i.Name, p.Name, failed)
			}
			if of, err := w.InstituteOf(t.Context(), cert); err != nil || of != i.Name {
				t.Errorf("%s is said to be of %q (%v)", i.Name, of, err)
			}
		}
	}
	wantReason(t, func() error {
		_, err := w.Issue(t.Context(), w.request(fixedkeys.Key(0), ca.Approval{Institute: ca.KICA, Policy: "1.2.410.200005.1.1.4"}))
		return err
	}(), ca.NoPolicy)
}

func TestIssueIsGated(t *testing.T) {
	t.Parallel()
	small, err := rsa.GenerateKey(nil, 1024)
	if err != nil {
		t.Skip("keys of 1,024 bits cannot be made: ", err)
	}
	for name, row := range map[string]struct {
		change func(*ca.Request)
		want   ca.Reason
	}{
		"another reference number":       {func(r *ca.Request) { r.Reference = "999999999999" }, ca.BadApproval},
		"another code":                   {func(r *ca.Request) { r.Code = []byte("87654321") }, ca.BadApproval},
		"another identity number":        {func(r *ca.Request) { r.Identity = []byte("9003151234568") }, ca.BadIdentity},
		"a request that is none":         {func(r *ca.Request) { r.CSR = []byte("hello") }, ca.BadRequest},
		"a request its key did not sign": {func(r *ca.Request) { r.CSR[len(r.CSR)-1] ^= 1 }, ca.BadRequest},
		"a key of 1,024 bits":            {func(r *ca.Request) { r.CSR = csr(t, small) }, ca.BadRequest},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			r := w.request(fixedkeys.Key(1), ca.Approval{})
			row.change(&r)
			_, err := w.Issue(t.Context(), r)
			wantReason(t, err, row.want)
		})
	}
}

// TestBrokenIssueKeepsTheOldCertificate breaks off a reissue before it is accepted, and
// repeats it.
func TestBrokenIssueKeepsTheOldCertificate(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	old, oldCert := w.issue(fixedkeys.Key(0), ca.Approval{})
	w.now = w.now.AddDate(0, 3, 0)
	r := w.request(fixedkeys.Key(1), ca.Approval{Replaces: old.Serial})
	first, err := w.Issue(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	w.wantStatus(old, ca.Good)
	w.wantStatus(first, ca.Pending)
	w.now = w.now.Add(time.Minute)
	r.CSR = csr(t, fixedkeys.Key(2))
	second, err := w.Issue(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	w.wantStatus(first, ca.Revoked)
	if err := w.Accept(t.Context(), ca.Yessign, second.Serial); err != nil {
		t.Fatal(err)
	}
	w.wantStatus(old, ca.Revoked)
	w.wantStatus(second, ca.Good)
	if got := parse(t, second.DER); !got.NotAfter.Equal(oldCert.NotAfter) {
		t.Errorf("the reissued one ends %v, not with the old one %v", got.NotAfter, oldCert.NotAfter)
	}
	wantReason(t, w.Accept(t.Context(), ca.Yessign, first.Serial), ca.IsRevoked)
	_, err = w.Issue(t.Context(), r)
	wantReason(t, err, ca.BadApproval)
}

func (w *world) wantStatus(r ca.Record, want ca.Status) {
	w.t.Helper()
	now, err := w.Record(w.t.Context(), r.Institute, r.Serial)
	if err != nil {
		w.t.Fatal(err)
	}
	if got := now.At(w.now).Status; got != want {
		w.t.Errorf("the certificate %s is %q, want %q", r.Serial, got, want)
	}
}

// renewal is a request to renew a certificate, signed by a key.
func (w *world) renewal(old ca.Record, fresh, by *rsa.PrivateKey) ca.Request {
	w.t.Helper()
	r := w.request(fresh, ca.Approval{Replaces: old.Serial, Renews: true})
	var err error
	if r.Proof, err = cms.Sign(r.CSR, parse(w.t, old.DER), nil, by, w.now); err != nil {
		w.t.Fatal(err)
	}
	return r
}

func TestRenewalHasAWindow(t *testing.T) {
	t.Parallel()
	day := func(y int, m time.Month, d, hour, minute, sec int) time.Time {
		return time.Date(y, m, d, hour, minute, sec, 0, kst)
	}
	for name, row := range map[string]struct {
		issued, at time.Time
		want       ca.Reason // "" renews
		ends       string
	}{
		"61 days before the last day":             {day(2026, 11, 5, 10, 0, 0), day(2027, 9, 5, 23, 59, 59), ca.TooEarly, ""},
		"60 days before it, at midnight":          {day(2026, 11, 5, 10, 0, 0), day(2027, 9, 6, 0, 0, 0), "", "2028-11-05 23:59:59"},
		"in the last second":                      {day(2026, 11, 5, 10, 0, 0), day(2027, 11, 5, 23, 59, 59), "", "2028-11-05 23:59:59"},
		"at the midnight after":                   {day(2026, 11, 5, 10, 0, 0), day(2027, 11, 6, 0, 0, 0), ca.TooLate, ""},
		"issued on a leap day, it ends on the 28": {day(2028, 2, 29, 10, 0, 0), day(2029, 2, 28, 9, 0, 0), "", "2030-02-28 23:59:59"},
		"its end before a leap year":              {day(2027, 2, 28, 10, 0, 0), day(2028, 2, 28, 9, 0, 0), "", "2029-02-28 23:59:59"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			w.now = row.issued
			old, _ := w.issue(fixedkeys.Key(0), ca.Approval{})
			w.now = row.at
			fresh, err := w.Issue(t.Context(), w.renewal(old, fixedkeys.Key(1), fixedkeys.Key(0)))
			if row.want != "" {
				wantReason(t, err, row.want)
				if refused, _ := errors.AsType[*ca.RefusedError](err); row.want == ca.TooEarly && refused.From.In(kst).Format(time.DateTime) != "2027-09-06 00:00:00" {
					t.Errorf("it can be renewed from %v", refused.From)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got := parse(t, fresh.DER).NotAfter.In(kst).Format(time.DateTime); got != row.ends {
				t.Errorf("the renewed one ends %s, want %s", got, row.ends)
			}
		})
	}
}

func TestRenewalIsSignedByTheOldKey(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	old, _ := w.issue(fixedkeys.Key(0), ca.Approval{})
	w.now = w.now.AddDate(0, 11, 0)
	forged := w.renewal(old, fixedkeys.Key(1), fixedkeys.Key(0))
	forged.Proof = nil
	_, err := w.Issue(t.Context(), forged)
	wantReason(t, err, ca.BadProof)
	other := w.renewal(old, fixedkeys.Key(1), fixedkeys.Key(0))
	other.CSR = csr(t, fixedkeys.Key(2))
	_, err = w.Issue(t.Context(), other)
	wantReason(t, err, ca.BadProof)
	if err := w.Suspend(t.Context(), old.Institute, old.Serial); err != nil {
		t.Fatal(err)
	}
	_, err = w.Issue(t.Context(), w.renewal(old, fixedkeys.Key(1), fixedkeys.Key(0)))
	wantReason(t, err, ca.IsHeld)
	if err := w.Revoke(t.Context(), old.Institute, old.Serial, ca.KeyCompromise); err != nil {
		t.Fatal(err)
	}
	_, err = w.Issue(t.Context(), w.renewal(old, fixedkeys.Key(1), fixedkeys.Key(0)))
	wantReason(t, err, ca.IsRevoked)
}

// TestListsTellThePast asks for lists as of moments before and after each change.
func TestListsTellThePast(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	record, cert := w.issue(fixedkeys.Key(0), ca.Approval{})
	var moments []time.Time
	step := func(do func(context.Context, ca.Name, string) error) {
		w.now = w.now.Add(time.Hour)
		moments = append(moments, w.now.Add(-time.Second), w.now.Add(time.Second))
		if err := do(ctx, record.Institute, record.Serial); err != nil {
			t.Fatal(err)
		}
	}
	step(w.Suspend)
	step(w.Resume)
	step(w.Suspend)
	step(func(ctx context.Context, of ca.Name, serial string) error {
		return w.Revoke(ctx, of, serial, ca.Superseded)
	})
	wantReason(t, w.Resume(ctx, record.Institute, record.Serial), ca.IsRevoked)
	wantReason(t, w.Revoke(ctx, record.Institute, record.Serial, ca.Superseded), ca.IsRevoked)
	var numbers []*big.Int
	for n, at := range moments {
		revoked := slices.Contains([]int{1, 2, 5, 6, 7}, n)
		anchors := w.anchors(ca.Yessign, at)
		err := trust.Verify(cert, anchors, at)
		if failed, ok := errors.AsType[*trust.FailedError](err); ok != revoked || ok && failed.Check != trust.Revoked {
			t.Errorf("moment %d: %v", n, err)
		}
		list, err := x509.ParseRevocationList(anchors.CRLs[0])
		if err != nil {
			t.Fatal(err)
		}
		if len(numbers) > 0 && list.Number.Cmp(numbers[len(numbers)-1]) < 0 {
			t.Errorf("moment %d: the number of the list goes back", n)
		}
		numbers = append(numbers, list.Number)
	}
}

func TestSuspensionEndsByItself(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	record, _ := w.issue(fixedkeys.Key(0), ca.Approval{})
	if err := w.Suspend(t.Context(), record.Institute, record.Serial); err != nil {
		t.Fatal(err)
	}
	w.now = time.Date(2027, time.May, 5, 9, 59, 59, 0, kst)
	w.wantStatus(record, ca.Suspended)
	w.now = w.now.Add(time.Second)
	w.wantStatus(record, ca.Revoked)
	wantReason(t, w.Resume(t.Context(), record.Institute, record.Serial), ca.IsRevoked)
}

func TestAnswers(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	record, cert := w.issue(fixedkeys.Key(0), ca.Approval{})
	issuer := w.issuers()[0]
	ask := func(c *x509.Certificate) *ocsp.Response {
		t.Helper()
		request, err := ocsp.CreateRequest(c, issuer, nil)
		if err != nil {
			t.Fatal(err)
		}
		der, err := w.OCSP(t.Context(), request)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := ocsp.ParseResponseForCert(der, c, issuer)
		if err != nil {
			t.Fatal(err)
		}
		return answer
	}
	if got := ask(cert); got.Status != ocsp.Good || !got.ProducedAt.Equal(w.now) {
		t.Errorf("a good certificate: status %d at %v", got.Status, got.ProducedAt)
	}
	if err := w.Suspend(t.Context(), record.Institute, record.Serial); err != nil {
		t.Fatal(err)
	}
	if got := ask(cert); got.Status != ocsp.Revoked || got.RevocationReason != ocsp.CertificateHold {
		t.Errorf("a suspended certificate: status %d, reason %d", got.Status, got.RevocationReason)
	}
	unknown := *cert
	unknown.SerialNumber = big.NewInt(77)
	if got := ask(&unknown); got.Status != ocsp.Unknown {
		t.Errorf("a certificate of nobody: status %d", got.Status)
	}
	if got, err := w.OCSP(t.Context(), []byte("hello")); err != nil || hex.EncodeToString(got) != "30030a0101" {
		t.Errorf("a malformed request is answered %x (%v)", got, err)
	}
}

// TestAuthoritiesOfTheirOwn founds authorities with keys of their own, and opens them
// again from their records.
func TestAuthoritiesOfTheirOwn(t *testing.T) {
	t.Parallel()
	records, drawn := ca.NewMemory(), 0
	open := func() *ca.Authority {
		return ca.New(ca.Options{Records: records, Now: func() time.Time { return time.Unix(0, 0) }, Rand: &counter{}, NewKey: func() (*rsa.PrivateKey, error) {
			drawn++
			return fixedkeys.Key(drawn), nil
		}})
	}
	first, err := open().Roots(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	again, err := open().Roots(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if drawn != 7 || !first[0].Equal(again[0]) {
		t.Errorf("%d keys were drawn; the root is the same: %t", drawn, first[0].Equal(again[0]))
	}
	if first[0].Equal(newWorld(t).roots()[0]) {
		t.Error("the root is the published one")
	}
}
