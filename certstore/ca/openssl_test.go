package ca_test

import (
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/crypto/ocsp"

	"smartbank/certstore/ca"
	"smartbank/certstore/fixedkeys"
)

// openssl runs OpenSSL in a folder, and returns all that it says.
func openssl(t *testing.T, folder string, args ...string) (said string, ok bool) {
	t.Helper()
	c := exec.CommandContext(t.Context(), "openssl", args...)
	c.Dir = folder
	out, err := c.CombinedOutput()
	return string(out), err == nil
}

// TestOpenSSLAgrees shows what the authorities make to another implementation.
func TestOpenSSLAgrees(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("openssl"); err != nil {
		t.Skip("there is no openssl")
	}
	w, folder := newWorld(t), t.TempDir()
	const policy = "1.2.410.200005.1.1.4"
	keep := func(name, kind string, ders ...[]byte) {
		var text []byte
		for _, der := range ders {
			text = append(text, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})...)
		}
		if err := os.WriteFile(filepath.Join(folder, name), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	request := w.request(fixedkeys.Key(3), ca.Approval{Policy: policy})
	keep("request.pem", "CERTIFICATE REQUEST", request.CSR)
	good, cert := w.issue(fixedkeys.Key(0), ca.Approval{Policy: policy})
	gone, _ := w.issue(fixedkeys.Key(1), ca.Approval{Policy: policy})
	if err := w.Revoke(t.Context(), gone.Institute, gone.Serial, ca.KeyCompromise); err != nil {
		t.Fatal(err)
	}
	list, err := w.CRL(t.Context(), ca.Yessign, w.now)
	if err != nil {
		t.Fatal(err)
	}
	asked, err := ocsp.CreateRequest(cert, w.issuers()[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := w.OCSP(t.Context(), asked)
	if err != nil {
		t.Fatal(err)
	}
	keep("good.pem", "CERTIFICATE", good.DER)
	keep("gone.pem", "CERTIFICATE", gone.DER)
	keep("root.pem", "CERTIFICATE", w.roots()[0].Raw)
	keep("issuer.pem", "CERTIFICATE", w.issuers()[0].Raw)
	keep("list.pem", "X509 CRL", list)
	if err := os.WriteFile(filepath.Join(folder, "answer.der"), answer, 0o600); err != nil {
		t.Fatal(err)
	}
	verify := []string{
		"verify", "-x509_strict", "-policy_check", "-explicit_policy", "-crl_check", "-CRLfile", "list.pem",
		"-attime", strconv.FormatInt(w.now.Unix(), 10), "-CAfile", "root.pem", "-untrusted", "issuer.pem", "-policy",
	}
	for name, row := range map[string]struct {
		args []string
		want string
		ok   bool
	}{
		"the request holds":             {[]string{"req", "-in", "request.pem", "-verify", "-noout"}, "verify OK", true},
		"a good certificate holds":      {append(slices.Clip(verify), policy, "good.pem"), "good.pem: OK", true},
		"not for another policy":        {append(slices.Clip(verify), "1.2.410.200005.1.1.1", "good.pem"), "error 43", false},
		"a revoked one does not":        {append(slices.Clip(verify), policy, "gone.pem"), "error 23", false},
		"the list is the issuer's":      {[]string{"crl", "-in", "list.pem", "-CAfile", "issuer.pem", "-noout", "-crlnumber", "-nextupdate"}, "verify OK", true},
		"the answer is a delegate's":    {[]string{"ocsp", "-respin", "answer.der", "-issuer", "issuer.pem", "-cert", "good.pem", "-CAfile", "root.pem", "-verify_other", "issuer.pem", "-validity_period", "1000000000"}, "good.pem: good", true},
		"the profile is what it says":   {[]string{"x509", "-in", "good.pem", "-noout", "-text"}, "Explicit Text", true},
		"the authority key is complete": {[]string{"x509", "-in", "good.pem", "-noout", "-ext", "authorityKeyIdentifier"}, "DirName", true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if said, ok := openssl(t, folder, row.args...); ok != row.ok || !strings.Contains(said, row.want) {
				t.Errorf("openssl %s says\n%s", strings.Join(row.args, " "), said)
			}
		})
	}
}
