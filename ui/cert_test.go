package ui_test

import (
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/hex"
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"smartbank/certstore/cms"
	"smartbank/certstore/fixedkeys"
	"smartbank/certstore/npki"
	"smartbank/certstore/pkcs12"
)

const certPassword = "Hong!gildong12"

// certFiles writes what commands about certificates read, all of one customer: root.der, an NPKI folder, a PFX, a list and messages.
func certFiles(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	write := func(name string, content []byte, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	at := time.Date(2026, time.November, 4, 15, 0, 0, 0, time.UTC) // midnight in Seoul
	rootTemplate := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Root"}, NotBefore: at, NotAfter: at.AddDate(9, 0, 0), IsCA: true, SubjectKeyId: []byte{1},
		BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageCRLSign,
	}
	rootDER, err := x509.CreateCertificate(rand.Reader, rootTemplate, rootTemplate, fixedkeys.Key(0).Public(), fixedkeys.Key(0))
	write("root.der", rootDER, err)
	root, err := x509.ParseCertificate(rootDER)
	if err != nil {
		t.Fatal(err)
	}
	key, err := npki.NewKey(fixedkeys.Key(1), []byte(strings.Repeat("R", 20)))
	if err != nil {
		t.Fatal(err)
	}
	value, err := npki.ComputeVID("SHA-256", "9999999999999", key.R())
	if err != nil {
		t.Fatal(err)
	}
	names, err := npki.VID{RealName: "홍길동", Hash: "SHA-256", Value: value}.AltName()
	if err != nil {
		t.Fatal(err)
	}
	policy, err := x509.ParseOID("1.2.410.200005.1.1.4")
	if err != nil {
		t.Fatal(err)
	}
	serial, _ := new(big.Int).SetString("123456789012345678901234567890", 10)
	leafDER, err := x509.CreateCertificate(rand.Reader, &x509.Certificate{
		SerialNumber: serial, Subject: pkix.Name{CommonName: "홍\u202e길동\x1b[2J()0071"}, NotBefore: at, NotAfter: at.AddDate(1, 0, 0).Add(-time.Second),
		KeyUsage: x509.KeyUsageDigitalSignature, Policies: []x509.OID{policy},
		ExtraExtensions: []pkix.Extension{{Id: []int{2, 5, 29, 17}, Value: names}},
	}, root, fixedkeys.Key(1).Public(), fixedkeys.Key(0))
	write("hong/signCert.der", leafDER, err)
	leaf, err := x509.ParseCertificate(leafDER)
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := npki.Seal(key, []byte(certPassword), npki.Encryption{}, rand.Reader)
	write("hong/signPri.key", sealed, err)
	pfx, err := pkcs12.Seal(pkcs12.Content{Key: key, Cert: leafDER}, []byte(certPassword), pkcs12.Yessign, rand.Reader)
	write("hong.pfx", pfx, err)
	list, err := x509.CreateRevocationList(rand.Reader, &x509.RevocationList{
		Number: big.NewInt(1), ThisUpdate: at, NextUpdate: at.AddDate(0, 0, 7),
		RevokedCertificateEntries: []x509.RevocationListEntry{{SerialNumber: serial, RevocationTime: at, ReasonCode: 6}},
	}, root, fixedkeys.Key(0))
	write("hold.crl", list, err)
	text, err := cms.Sign([]byte("이체 100000원"), leaf, nil, key.RSA(), at.Add(time.Hour))
	write("order.p7m", text, err)
	bytes, err := cms.Sign([]byte{0xff, 0x00}, leaf, nil, key.RSA(), time.Time{})
	write("bytes.p7m", bytes, err)
	write("garbage.p7m", append(text, 0), nil)
	return dir
}

// cert runs a command about certificates and checks its exit code. Nothing it prints may reach a terminal as an order.
func cert(t *testing.T, dir, stdin string, want int, args ...string) (stdout, stderr string) {
	t.Helper()
	exit, stdout, stderr := run(dir, stdin, map[string]string{"SMARTBANK_CLOCK": clockOfTests}, append([]string{"cert"}, args...)...)
	if exit != want {
		t.Errorf("cert %v exits %d, want %d\n%s%s", args, exit, want, stdout, stderr)
	}
	if strings.ContainsAny(stdout+stderr, "\x1b\u202e\u009b") {
		t.Errorf("cert %v writes to the terminal: %q", args, stdout+stderr)
	}
	return stdout, stderr
}

// TestCertShow shows the same certificate as folder, files and PFX.
func TestCertShow(t *testing.T) {
	t.Parallel()
	dir := certFiles(t)
	for name, args := range map[string][]string{
		"folder": {"hong"}, "certificate": {"hong/signCert.der"}, "key": {"hong/signPri.key"}, "PFX": {"hong.pfx"},
		"both": {"hong/signCert.der", "--key", "hong/signPri.key"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out, _ := cert(t, dir, certPassword+"\n", 0, append([]string{"show", "--json", "--reveal-r", "--password-stdin"}, args...)...)
			var got struct {
				Subject, Issuer, Serial, Policy, SHA256 string
				NotBefore                               string `json:"not_before"`
				NotAfter                                string `json:"not_after"`
				VID                                     struct{ Hash, Value string }
				Key                                     struct {
					Algorithm       string
					Iterations      int
					Opened, Matches bool
					R               string
				}
			}
			if err := json.Unmarshal([]byte(out), &got); err != nil {
				t.Fatal(err)
			}
			if got.Serial != "123456789012345678901234567890" || got.Issuer != "cn=Root" || got.Policy != "1.2.410.200005.1.1.4" || len(got.SHA256) != 64 ||
				got.NotBefore != "2026-11-05T00:00:00+09:00" || got.NotAfter != "2027-11-04T23:59:59+09:00" {
				t.Errorf("the certificate reads %+v", got)
			}
			if got.VID.Hash != "sha256" || len(got.VID.Value) != 64 || !got.Key.Opened || !got.Key.Matches || got.Key.R != hex.EncodeToString([]byte(strings.Repeat("R", 20))) {
				t.Errorf("the key reads %+v", got)
			}
			if want := map[bool]string{true: "pbeWithSHAAnd3-KeyTripleDES-CBC", false: npki.SEED1}[name == "PFX"]; got.Key.Algorithm != want {
				t.Errorf("encrypted with %s, want %s", got.Key.Algorithm, want)
			}
			closed, _ := cert(t, dir, "", 0, append([]string{"show"}, args...)...)
			if !strings.Contains(closed, "not opened") || strings.Contains(closed, strings.Repeat("52", 20)) {
				t.Errorf("without a password:\n%s", closed)
			}
			if out, _ := cert(t, dir, certPassword+"\n", 0, append([]string{"show", "--password-stdin"}, args...)...); strings.Contains(out, strings.Repeat("52", 20)) {
				t.Error("R is shown without having been asked for")
			}
			if _, told := cert(t, dir, "guess\n", 1, append([]string{"show", "--password-stdin"}, args...)...); !strings.Contains(told, "the password is wrong") {
				t.Errorf("another password: %s", told)
			}
		})
	}
	for what, args := range map[string][]string{"a message": {"order.p7m"}, "nothing": {"nobody"}, "a folder of folders": {"."}, "a key that is none": {"hong", "--key", "root.der"}} {
		if _, told := cert(t, dir, "", 1, append([]string{"show"}, args...)...); told == "" {
			t.Errorf("%s is refused without a word", what)
		}
	}
}

// TestCertVerify has each check fail once.
func TestCertVerify(t *testing.T) {
	t.Parallel()
	dir := certFiles(t)
	root := []string{"verify", "hong", "--ca", "root.der"}
	for want, flags := range map[string][]string{
		"ok":               {"--policy", "1.2.410.200005.1.1.4"},
		"failed: chain":    {"--ca", "hong/signCert.der"},
		"failed: validity": {"--at", "2027-11-05"},
		"failed: policy":   {"--policy", "1.2.410.200005.1.1.1"},
		"failed: revoked":  {"--crl", "hold.crl"},
		"failed: crl":      {"--crl", "root.der"},
		"failed: ocsp":     {"--ocsp", "root.der"},
	} {
		args := append(append([]string{}, root...), flags...)
		if want == "failed: chain" {
			args = append([]string{"verify", "hong"}, flags...)
		}
		exit := 1
		if want == "ok" {
			exit = 0
		}
		out, told := cert(t, dir, "", exit, args...)
		if out != want+"\n" || (told == "") != (exit == 0) {
			t.Errorf("cert %v prints %q %q, want %q", args, out, told, want)
		}
		var record struct {
			OK    bool
			Check string
		}
		out, _ = cert(t, dir, "", exit, append(args, "--json")...)
		if err := json.Unmarshal([]byte(out), &record); err != nil || record.OK != (exit == 0) || strings.TrimPrefix(want, "failed: ") != record.Check && exit == 1 {
			t.Errorf("in JSON %s: %v", out, err)
		}
	}
	for stdin, exit := range map[string]int{"9999999999999\n" + certPassword: 0, "9999999999998\n" + certPassword: 1, "9999999999999\nguess\n": 1, "9999999999999\n": 2, "": 2} {
		cert(t, dir, stdin, exit, append(root, "--identity-stdin")...)
	}
	cert(t, dir, certPassword+"\n9999999999999\n", 0, "verify", "hong.pfx", "--ca", "root.der", "--identity-stdin", "--password-stdin")
	for _, args := range [][]string{{}, {"verify"}, {"verify", "hong"}, {"show", "hong", "more"}, append(root, "--at", "noon"), append(root, "--policy", "bank use"), {"shw"}} {
		cert(t, dir, "", 2, args...)
	}
}

// TestCertCMS verifies messages.
func TestCertCMS(t *testing.T) {
	t.Parallel()
	dir := certFiles(t)
	out, _ := cert(t, dir, "", 0, "cms", "order.p7m", "--ca", "root.der", "--json")
	var got struct{ Signer, Content, Encoding, SignedAt string }
	if err := json.Unmarshal([]byte(out), &got); err != nil || got.Content != "이체 100000원" || got.Encoding != "utf-8" || !strings.HasPrefix(got.Signer, "cn=홍") {
		t.Errorf("%s: %v", out, err)
	}
	if out, _ := cert(t, dir, "", 0, "cms", "order.p7m", "--ca", "root.der"); !strings.Contains(out, "Content    이체 100000원\n") {
		t.Error(out)
	}
	if out, _ := cert(t, dir, "", 0, "cms", "bytes.p7m", "--ca", "root.der", "--json"); !strings.Contains(out, `"content": "/wA="`) || !strings.Contains(out, `"base64"`) {
		t.Error(out)
	}
	for _, args := range [][]string{
		{"cms", "garbage.p7m", "--ca", "root.der"},
		{"cms", "hong.pfx", "--ca", "root.der"},
		{"cms", "order.p7m", "--ca", "hong/signCert.der"},
		{"cms", "order.p7m", "--ca", "root.der", "--crl", "hold.crl"},
	} {
		if out, told := cert(t, dir, "", 1, args...); out != "" || told == "" {
			t.Errorf("cert %v prints %q %q", args, out, told)
		}
	}
	cert(t, dir, "", 2, "cms", "order.p7m")
}

// TestInteropSamples looks at every file of other programs: the good ones show what they must, the hostile ones are refused, and
// none of them writes to the terminal.
func TestInteropSamples(t *testing.T) {
	t.Parallel()
	samples, err := filepath.Abs("../../shared/interop/npki")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(samples); err != nil {
		t.Skip("needs ../shared/interop, the samples of other programs")
	}
	for path, want := range map[string]string{
		"pypinksign/signCert.der": "8ad4f673412f825da4d1fb4d4216946bbc7f8194a0af01f86622ee23c7ee0de7", "pypinksign/yessign.pfx": "7858b4328390805129f01c97fe6ca4a520cbd479",
		"pypinksign/signPri.key": "7858b4328390805129f01c97fe6ca4a520cbd479", "pypinksign/signPri.plain-withR.p8.der": "7858b4328390805129f01c97fe6ca4a520cbd479",
	} {
		if out, _ := cert(t, samples, "WTuA8Ev0lWXVFSiI!\n", 0, "show", "--json", "--reveal-r", "--password-stdin", path); !strings.Contains(out, want) {
			t.Errorf("%s has not %s:\n%s", path, want, out)
		}
	}
	for _, path := range []string{"setA", "setA/signPri.key", "setA/3des.pfx", "setA/aes-pbes2.pfx", "setA/openssl-pbes2-seed-sha1.key", "setA/openssl-pbes2-aes256.key"} {
		out, _ := cert(t, samples, certPassword+"\n", 0, "show", "--json", "--password-stdin", "generated/"+path)
		if !strings.Contains(out, `"opened": true`) || !strings.Contains(out, `"matches": true`) {
			t.Errorf("%s: %s", path, out)
		}
	}
	if out, _ := cert(t, samples, "BcPass!234\n", 0, "show", "--json", "--password-stdin", "generated/bc-pbes2-seed.key"); !strings.Contains(out, `"subject": null`) {
		t.Errorf("a key alone has a certificate: %s", out)
	}
	authorities, err := filepath.Glob(samples + "/kr-ca/*.der")
	if err != nil || len(authorities) < 8 {
		t.Fatal(authorities, err)
	}
	for _, path := range authorities {
		if out, _ := cert(t, samples, "", 0, "show", "--json", path); !strings.Contains(out, `"vid": null`) {
			t.Errorf("%s has an identity number: %s", path, out)
		}
	}
	hostile, err := filepath.Glob(samples + "/hostile/*.*")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range hostile {
		exit := 0
		if name := filepath.Base(path); name[0] == 'k' || name[0] == 'M' || name == "c09-cn-invalid-utf8.der" {
			exit = 1
		}
		cert(t, samples, "guess\n", exit, "show", "--json", "--password-stdin", path)
		cert(t, samples, "guess\n", exit, "show", "--password-stdin", path)
		cert(t, samples, "", 1, "cms", path, "--ca", "generated/root.pem")
	}
}
