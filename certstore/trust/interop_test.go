package trust

import (
	"crypto/x509"
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"smartbank/certstore/fixedkeys"
)

func certificates(t *testing.T, path string) []*x509.Certificate {
	t.Helper()
	certs, err := ReadCertificates(read(t, path))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return certs
}

// TestInteropSamples verifies certificates of other programs and of real authorities.
func TestInteropSamples(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat(samples); err != nil {
		t.Skip("needs ../shared/interop, the samples of other programs")
	}
	t.Run("authorities", koreanAuthorities)
	t.Run("customer", sampleCustomer)
	t.Run("hostile", hostileCertificates)
}

// koreanAuthorities checks the real authorities of Korea against their root.
func koreanAuthorities(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, time.November, 22, 0, 0, 0, 0, time.UTC)
	a := Anchors{Roots: certificates(t, "kr-ca/KISA-RootCA-4.der")}
	for name, want := range map[string]Check{
		"yessignCA-Class3": "", "CrossCertCA4": "", "SignKorea-CA4": "", "TradeSignCA4": "", "signGATE-CA6": "", "KISA-RootCA-4": "",
		"KISA-RootCA-1": Chain, "SignGATE-ECDSA-CA": Chain,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			expect(t, Verify(certificates(t, "kr-ca/"+name+".der")[0], a, at), want)
		})
	}
	t.Run("a root that has expired itself", func(t *testing.T) {
		t.Parallel()
		old := certificates(t, "kr-ca/KISA-RootCA-1.der")
		expect(t, Verify(old[0], Anchors{Roots: old}, at), Validity)
	})
}

// sampleCustomer checks the sample of a customer with the list and the answer of its
// authority.
func sampleCustomer(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, time.November, 23, 0, 0, 0, 0, time.UTC)
	leaf := certificates(t, "generated/setA/signCert.der")[0]
	whole := Anchors{
		Roots: certificates(t, "generated/root.pem"), Intermediates: certificates(t, "generated/ca.pem"), Policies: []string{bankUse},
		CRLs: [][]byte{read(t, "generated/crl.pem")}, OCSP: [][]byte{read(t, "generated/ocsp-A-good.der")}, NeedStatus: true,
	}
	for name, check := range map[string]struct {
		change func(*Anchors)
		failed Check
	}{
		"list and answer":       {func(*Anchors) {}, ""},
		"the list":              {func(a *Anchors) { a.OCSP = nil }, ""},
		"the answer":            {func(a *Anchors) { a.CRLs = nil }, ""},
		"neither":               {func(a *Anchors) { a.CRLs, a.OCSP = nil, nil }, CRL},
		"another policy wanted": {func(a *Anchors) { a.Policies = []string{other} }, Policy},
		"no authority":          {func(a *Anchors) { a.Intermediates = nil }, Chain},
		"no root":               {func(a *Anchors) { a.Roots = nil }, Chain},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := whole
			check.change(&a)
			expect(t, Verify(leaf, a, at), check.failed)
		})
	}
	expect(t, Verify(leaf, whole, at.AddDate(2, 0, 0)), Validity)
	test := certificates(t, "pypinksign/signCert.der")[0]
	expect(t, Verify(test, whole, test.NotBefore), Chain)
}

// hostileCertificates reads certificates with strange names; none of them is trusted.
func hostileCertificates(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob(samples + "hostile/c*.der")
	must(err)
	for _, path := range paths {
		file, err := os.ReadFile(path)
		must(err)
		certs, err := ReadCertificates(file)
		if (err != nil) != (filepath.Base(path) == "c09-cn-invalid-utf8.der") {
			t.Errorf("%s: %v", path, err)
		}
		for _, c := range certs {
			expect(t, Verify(c, Anchors{Roots: certificates(t, "generated/root.pem")}, noon), Chain)
		}
	}
}

// TestOpenSSLAgrees has OpenSSL say the same of the same files.
func TestOpenSSLAgrees(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("openssl"); err != nil {
		t.Skip("needs openssl")
	}
	w, dir := newWorld(), t.TempDir()
	write := func(name, kind string, raw []byte) string {
		path := filepath.Join(dir, name)
		must(os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: raw}), 0o600))
		return path
	}
	root, authority := write("root.pem", "CERTIFICATE", w.root.Raw), write("ca.pem", "CERTIFICATE", w.authority.Raw)
	leaf := write("leaf.pem", "CERTIFICATE", w.leaf.Raw)
	for name, check := range map[string]struct {
		entries []x509.RevocationListEntry
		policy  string
		failed  Check
	}{
		"good":           {nil, bankUse, ""},
		"revoked":        {[]x509.RevocationListEntry{entry(70_000, 4)}, bankUse, Revoked},
		"another policy": {nil, other, Policy},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			crl := list(w.authority, authorityKey, func(l *x509.RevocationList) { l.RevokedCertificateEntries = check.entries })
			a := w.anchors()
			a.CRLs, a.Policies = [][]byte{crl}, []string{check.policy}
			expect(t, Verify(w.leaf, a, noon), check.failed)
			args := []string{
				"verify", "-x509_strict", "-policy_check", "-explicit_policy", "-policy", check.policy, "-attime", "1793847600",
				"-crl_check", "-CRLfile", write(name+".crl", "X509 CRL", crl), "-CAfile", root, "-untrusted", authority, leaf,
			}
			out, err := exec.CommandContext(t.Context(), "openssl", args...).CombinedOutput()
			if (err == nil) != (check.failed == "") {
				t.Errorf("OpenSSL says %s", out)
			}
		})
	}
	t.Run("its responder", func(t *testing.T) {
		t.Parallel()
		who := responder(w.authority, authorityKey, x509.ExtKeyUsageOCSPSigning)
		path := filepath.Join(dir, "answer.der")
		must(os.WriteFile(path, w.reply(who, fixedkeys.Key(responderKey), nil), 0o600))
		out, err := exec.CommandContext(t.Context(), "openssl", "ocsp", "-respin", path, "-issuer", authority, "-cert", leaf,
			"-CAfile", root, "-verify_other", authority, "-no_nonce", "-attime", "1793847600").CombinedOutput()
		if err != nil {
			t.Errorf("OpenSSL does not read what the test of answers is made of: %s", out)
		}
	})
}
