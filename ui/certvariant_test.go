package ui_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"smartbank/certstore/fixedkeys"
	"smartbank/certstore/npki"
)

// certVariants writes, beside what certFiles does, the same certificate and key as other programs keep them.
func certVariants(t *testing.T) (dir string) {
	t.Helper()
	dir = certFiles(t)
	read := func(name string) []byte {
		t.Helper()
		content, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return content
	}
	block := func(kind string, der []byte) []byte { return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}) }
	cert, sealed, order := read("hong/signCert.der"), read("hong/signPri.key"), read("order.p7m")
	key, err := npki.NewKey(fixedkeys.Key(1), []byte(strings.Repeat("R", 20)))
	if err != nil {
		t.Fatal(err)
	}
	pkcs1 := x509.MarshalPKCS1PrivateKey(fixedkeys.Key(1))
	stranger, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	curve, err := x509.MarshalECPrivateKey(stranger)
	if err != nil {
		t.Fatal(err)
	}
	damaged := slices.Clone(sealed)
	for name, content := range map[string][]byte{
		"sealed.der": sealed, "sealed.pem": block("ENCRYPTED PRIVATE KEY", sealed), "plain.der": key.PKCS8(), "pkcs1.der": pkcs1,
		"plain.pem": block("PRIVATE KEY", key.PKCS8()), "pkcs1.pem": block("RSA PRIVATE KEY", pkcs1),
		"both.pem":    slices.Concat(block("CERTIFICATE", cert), block("ENCRYPTED PRIVATE KEY", sealed)),
		"reverse.pem": slices.Concat(block("PRIVATE KEY", key.PKCS8()), []byte("Bag Attributes\n"), block("CERTIFICATE", cert)),
		"old.pem":     pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Headers: map[string]string{"DEK-Info": "AES-256-CBC,00"}, Bytes: pkcs1}),
		"curve.der":   cert, "curve.key": block("EC PRIVATE KEY", curve), "cut.key": damaged[:len(damaged)-7],
		"order.pem": block("CMS", order), "half.pem": append(block("CMS", order), '!'),
		"NPKI/yessign/USER/cn=hong/SignCert.der": cert, "NPKI/yessign/USER/cn=hong/signPri.KEY": sealed,
		"empty/signCert.der": cert, "empty/signPri.key": {},
		"two/yessign/USER/cn=a/signCert.der": cert, "two/yessign/USER/cn=a/signPri.key": sealed,
		"two/KICA/User/cn=b/signCert.der": cert, "two/KICA/User/cn=b/signPri.key": sealed,
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestCertShowReadsWhatOthersKeep opens the same key in every form, alone and with its certificate.
func TestCertShowReadsWhatOthersKeep(t *testing.T) {
	t.Parallel()
	dir := certVariants(t)
	const opened, fits = `"opened": true`, `"matches": true`
	for _, row := range []struct {
		args []string
		want string
	}{
		{[]string{"sealed.der"}, opened}, // no certificate stands beside it: it is not its own
		{[]string{"sealed.pem"}, opened},
		{[]string{"plain.der"}, opened},
		{[]string{"plain.pem"}, opened},
		{[]string{"pkcs1.der"}, opened},
		{[]string{"pkcs1.pem"}, opened},
		{[]string{"both.pem"}, fits},
		{[]string{"reverse.pem"}, fits},
		{[]string{"NPKI"}, fits},
		{[]string{"hong", "--key", "plain.der"}, `"algorithm": "none"`}, // not the one beside it
		{[]string{"hong/signCert.der", "--key", "pkcs1.pem"}, fits},
		{[]string{"hong/signCert.der", "--key", "both.pem"}, fits},
		{[]string{"curve.der", "--key", "sealed.pem"}, fits},
	} {
		out, _ := cert(t, dir, certPassword+"\n", 0, append([]string{"show", "--json", "--password-stdin"}, row.args...)...)
		if !strings.Contains(out, row.want) {
			t.Errorf("show %v prints %s", row.args, out)
		}
	}
	if out, _ := cert(t, dir, "", 0, "show", "pkcs1.der", "--json", "--reveal-r"); !strings.Contains(out, `"r": null`) {
		t.Errorf("a key without R that is asked for reads %s", out)
	}
	if out, _ := cert(t, dir, "", 0, "show", "plain.der", "--json"); strings.Contains(out, `"r"`) {
		t.Errorf("R that nobody asked for reads %s", out)
	}
	if out, _ := cert(t, dir, "", 0, "show", "curve.der", "--json"); !strings.Contains(out, `"key": null`) {
		t.Errorf("a key of another kind is shown: %s", out)
	}
}

// TestCertRefusesWithAReason reads one line of what is wrong, without the names of packages.
func TestCertRefusesWithAReason(t *testing.T) {
	t.Parallel()
	dir := certVariants(t)
	rows := map[string][]string{
		"old.pem: the key is encrypted as OpenSSL once did":         {"show", "old.pem"},
		"order.p7m: this is a signed message, which cert cms reads": {"show", "order.p7m"},
		"hold.crl: x509: ":                                               {"show", "hold.crl"},
		"cut.key: not an encrypted private key: ":                        {"show", "cut.key"},
		"two: 2 certificates are in it; name the folder of one: ":        {"show", "two"},
		": it has no signCert.der":                                       {"show", "."},
		"empty: this is no private key":                                  {"show", "empty"},
		"signCert.der: the key beside it: this is no private key":        {"show", "empty/signCert.der", "--password-stdin"},
		"root.der: this is no private key":                               {"show", "hong", "--key", "root.der"},
		"curve.der: the key beside it: this is no private key":           {"show", "curve.der", "--password-stdin"},
		"plain.pem: there is no certificate in it":                       {"verify", "hong", "--ca", "plain.pem"},
		"sealed.der: this is no certificate, no private key and no PFX.": {"verify", "sealed.der", "--ca", "root.der", "--password-stdin"},
		"half.pem: not a signed CMS message: ":                           {"cms", "half.pem", "--ca", "root.der"},
		"there is no terminal to ask for the password":                   {"verify", "sealed.der", "--ca", "root.der"},
	}
	if runtime.GOOS != "windows" {
		rows["/dev/null: this is no regular file"] = []string{"show", "/dev/null"}
	}
	for want, args := range rows {
		want = strings.TrimSuffix(want, ".")
		out, told := cert(t, dir, certPassword+"\n", 1, args...)
		if out != "" || !strings.Contains(told, want) || strings.Contains(told, "npki:") {
			t.Errorf("cert %v prints %q %q, want %q", args, out, told, want)
		}
	}
	cert(t, dir, "", 0, "verify", "curve.der", "--ca", "root.der") // needs no key
	cert(t, dir, "", 1, "verify", "curve.der", "--ca", "root.der", "--identity-stdin")
	if out, _ := cert(t, dir, "", 0, "cms", "order.pem", "--ca", "root.der", "--json"); !strings.Contains(out, "이체 100000원") {
		t.Errorf("a message in PEM reads %s", out)
	}
}

// TestCertIdentityLines gives number and password as people and programs do.
func TestCertIdentityLines(t *testing.T) {
	t.Parallel()
	dir := certVariants(t)
	verify := []string{"verify", "hong", "--ca", "root.der", "--identity-stdin"}
	both := append(slices.Clone(verify), "--password-stdin")
	for _, row := range []struct {
		stdin string
		args  []string
		want  int
	}{
		{"999999-9999999\n" + certPassword + "\n", verify, 0},
		{"9999999999999\r\n" + certPassword + "\r\n", verify, 0},
		{certPassword + "\n9999999999999\n", both, 0},
		{"9999999999999\n" + certPassword + "\n", both, 0}, // what is a number is the number
		{certPassword + "\n9999999999998\n", both, 1},
		{certPassword + "\n" + certPassword + "\n", both, 1},
		{certPassword + "\n", both, 2},
	} {
		cert(t, dir, row.stdin, row.want, row.args...)
	}
	cert(t, dir, "9999999999999\n", 0, append(slices.Clone(verify), "--key", "plain.pem")...)
}
