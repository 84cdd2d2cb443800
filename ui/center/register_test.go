package center_test

import (
	"crypto/x509"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/certstore"
	"smartbank/certstore/ca"
	"smartbank/certstore/fixedkeys"
	"smartbank/certstore/npki"
	"smartbank/ui/center"
)

// from puts a certificate on the device that another institute issued elsewhere.
func (d *device) from(of ca.Name, policy, identity string) center.Entry {
	d.t.Helper()
	ctx, records := d.t.Context(), ca.NewMemory()
	elsewhere := ca.New(ca.Options{Records: records, Now: d.clock.Now, Rand: banktest.NewRand(byte(len(policy))), Published: true})
	random := []byte("twenty bytes of an R")
	records.Approve("123456789012", []byte("12345678"), []byte(identity), ca.Approval{Order: "order", Institute: of, Policy: policy, Owner: "김민수"})
	csr, err := x509.CreateCertificateRequest(nil, &x509.CertificateRequest{SignatureAlgorithm: x509.SHA256WithRSA}, fixedkeys.Key(9))
	if err != nil {
		d.t.Fatal(err)
	}
	record, err := elsewhere.Issue(ctx, ca.Request{Reference: "123456789012", Code: []byte("12345678"), CSR: csr, Identity: []byte(identity), R: random})
	if err != nil {
		d.t.Fatal(err)
	}
	if err := elsewhere.Accept(ctx, record.Institute, record.Serial); err != nil {
		d.t.Fatal(err)
	}
	key, err := npki.NewKey(fixedkeys.Key(9), random)
	if err != nil {
		d.t.Fatal(err)
	}
	kept, err := d.store.Put(ctx, certstore.Material{Sign: certstore.Pair{Cert: record.DER, Key: key}}, []byte(password))
	if err != nil {
		d.t.Fatal(err)
	}
	for _, e := range d.list() {
		if e.ID == kept.ID {
			return e
		}
	}
	d.t.Fatal("it is not listed")
	return center.Entry{}
}

// register registers a certificate to kim.
func (d *device) register(c bank.Caller, id, identity string) (center.Entry, error) {
	d.t.Helper()
	_, asked, err := d.Challenge(d.t.Context(), c)
	if err != nil {
		d.t.Fatal(err)
	}
	return d.Register(d.t.Context(), c, id, []byte(identity), []byte(password), d.digits(asked))
}

func TestAnotherInstitutesCertificate(t *testing.T) {
	t.Parallel()
	d := newDevice(t)
	ctx, c := t.Context(), d.signIn(banktest.Kim)
	e := d.from(ca.CrossCert, "1.2.410.200004.5.4.1.1", banktest.KimIdentity)
	if e.State != center.Unregistered || e.Ours || e.Use != center.Universal {
		t.Errorf("before it is registered: %+v", e)
	}
	_, err := d.SignIn(ctx, e.ID, []byte(password), bank.Phone)
	wantCode(t, err, bank.CodeSignInUnregistered)
	wantCode(t, d.send(c, e.ID), bank.CodeCertificateNotRegistered)
	_, err = d.register(c, e.ID, banktest.LeeIdentity)
	wantCode(t, err, bank.CodeWrongIdentity)
	registered, err := d.register(c, e.ID, banktest.KimIdentity)
	if err != nil || registered.State != center.Valid {
		t.Fatalf("registered %+v, %v", registered, err)
	}
	if err := d.send(c, e.ID); err != nil {
		t.Error(err)
	}
	session, err := d.SignIn(ctx, e.ID, []byte(password), bank.PC)
	if err != nil || session.Login != banktest.Kim {
		t.Errorf("signed in %+v, %v", session, err)
	}
	_, err = d.PlanRenewal(ctx, c, e.ID)
	wantCode(t, err, bank.CodeOtherInstitute)
	wantCode(t, d.Discard(ctx, c, e.ID, center.Unused, []byte(password), nil), bank.CodeOtherInstitute)
}

func TestWhatIsNotRegistered(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		of               ca.Name
		policy, identity string
		want             bank.Code
	}{
		"another person's certificate":   {ca.KICA, "1.2.410.200004.5.2.1.2", banktest.LeeIdentity, bank.CodeOtherPerson},
		"one for stockbrokers only":      {ca.SignKorea, "1.2.410.200004.5.1.1.9", banktest.KimIdentity, bank.CodeCertificatePolicy},
		"one that says it is the bank's": {ca.Yessign, "1.2.410.200005.1.1.4", banktest.KimIdentity, bank.CodeCertificateStatus},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := newDevice(t)
			c := d.signIn(banktest.Kim)
			_, err := d.register(c, d.from(row.of, row.policy, row.identity).ID, banktest.KimIdentity)
			wantCode(t, err, row.want)
		})
	}
}
