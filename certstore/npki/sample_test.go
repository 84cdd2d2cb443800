package npki_test

import (
	"bytes"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"smartbank/certstore/npki"
)

// samples is where keys and certificates lie that other programs wrote.
const samples = "../../../shared/interop/npki/"

// yessignPassword and the others are those of the samples; all people in them are made up.
const (
	yessignPassword = "WTuA8Ev0lWXVFSiI!"
	setAPassword    = "Hong!gildong12"
	bouncyPassword  = "BcPass!234"
	setAIdentity    = "9999999999999"
)

// TestInteropSamples opens what other programs wrote, and writes it again.
func TestInteropSamples(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat(samples); err != nil {
		t.Skipf("the samples are not here: %v", err)
	}
	t.Run("keys", sampleKeys)
	t.Run("encrypting again gives the same file", sampleSealing)
	t.Run("a password that is not that of the sample", sampleWrongPassword)
	t.Run("VIDs", sampleVIDs)
	t.Run("hostile keys", sampleHostileKeys)
	t.Run("folders of hostile certificates", sampleFolders)
}

// sampleKey is a key file with what it holds.
type sampleKey struct {
	file, password string
	algorithm, prf string
	iterations     int
	plain          string // the file that is inside; "" is the key of setA without R
}

var sampleKeyFiles = []sampleKey{
	{"pypinksign/signPri.key", yessignPassword, npki.SEED1, "", 2048, "pypinksign/signPri.plain-withR.p8.der"},
	{"generated/setA/signPri.key", setAPassword, npki.SEED1, "", 2048, "generated/setA/plain-withR.p8.der"},
	{"generated/bc-pbes2-seed.key", bouncyPassword, npki.SEED2, "hmacWithSHA1", 4096, "pypinksign/signPri.plain-withR.p8.der"},
	{"generated/setA/openssl-pbes2-seed-sha1.key", setAPassword, npki.SEED2, "hmacWithSHA1", 2048, ""},
	{"generated/setA/openssl-pbes2-aes256.key", setAPassword, npki.AES2, "hmacWithSHA256", 4096, ""},
}

func sampleKeys(t *testing.T) {
	t.Parallel()
	setA, err := npki.ParseKey(sample(t, "generated/setA/plain-withR.p8.der"))
	if err != nil {
		t.Fatal(err)
	}
	withoutR, err := npki.NewKey(setA.RSA(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range sampleKeyFiles {
		file := sample(t, row.file)
		e, err := npki.Inspect(file)
		if err != nil || e.Algorithm != row.algorithm || e.PRF != row.prf || e.Iterations != row.iterations {
			t.Errorf("%s: %+v (%v), want %s, %s and %d", row.file, e, err, row.algorithm, row.prf, row.iterations)
		}
		key, err := npki.Open(file, []byte(row.password))
		if err != nil {
			t.Errorf("%s: %v", row.file, err)
			continue
		}
		want := withoutR.PKCS8()
		if row.plain != "" {
			want = sample(t, row.plain)
		}
		if !bytes.Equal(key.PKCS8(), want) {
			t.Errorf("%s: what is inside is not %s", row.file, row.plain)
		}
		certificate, err := x509.ParseCertificate(sample(t, "generated/setA/signCert.der"))
		if err != nil {
			t.Fatal(err)
		}
		if isA := row.password == setAPassword; key.Matches(certificate) != isA {
			t.Errorf("%s: that it is the key of setA is %v, want %v", row.file, !isA, isA)
		}
	}
	for file, want := range map[string]string{
		"pypinksign/signPri.plain-withR.p8.der": "7858b4328390805129f01c97fe6ca4a520cbd479",
		"pypinksign/signPri.plain-noR.p8.der":   "",
		"generated/setA/plain-withR.p8.der":     "751f200eeff11ed8c40f77c908b5eaa7fadb346f",
	} {
		der := sample(t, file)
		key, err := npki.ParseKey(der)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		if got := hex.EncodeToString(key.R()); got != want {
			t.Errorf("%s: R is %s, want %s", file, got, want)
		}
		built, err := npki.NewKey(key.RSA(), key.R())
		if err != nil || !bytes.Equal(built.PKCS8(), der) {
			t.Errorf("%s: built again it differs (%v)", file, err)
		}
	}
}

// sampleSealing is the proof that we write what others do: with the same salt, the same bytes.
func sampleSealing(t *testing.T) {
	t.Parallel()
	for _, row := range sampleKeyFiles {
		file := sample(t, row.file)
		key, err := npki.Open(file, []byte(row.password))
		if err != nil {
			t.Fatal(err)
		}
		e, err := npki.Inspect(file)
		if err != nil {
			t.Fatal(err)
		}
		again, err := npki.Seal(key, []byte(row.password), e, nil)
		if err != nil || !bytes.Equal(again, file) {
			t.Errorf("%s: sealed again it differs (%v)", row.file, err)
		}
	}
}

func sampleWrongPassword(t *testing.T) {
	t.Parallel()
	file := sample(t, "pypinksign/signPri.pbes2-seedcbc.key")
	if e, err := npki.Inspect(file); err != nil || e.Algorithm != npki.SEED2 || e.Iterations != 1024 {
		t.Errorf("it is encrypted as %+v (%v)", e, err)
	}
	for _, password := range []string{"", "wrong", yessignPassword + "!"} {
		if _, err := npki.Open(file, []byte(password)); !errors.Is(err, npki.ErrPassword) {
			t.Errorf("with %q it opens as %v, want ErrPassword", password, err)
		}
	}
}

func sampleVIDs(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]npki.VID{
		"pypinksign/signCert.der":     {RealName: "HKD", Hash: "SHA-256", Value: unhex(t, "8ad4f673412f825da4d1fb4d4216946bbc7f8194a0af01f86622ee23c7ee0de7")},
		"generated/setA/signCert.der": {RealName: "홍길동", Hash: "SHA-256", Value: unhex(t, "7def32c6f6c7aab3a716d086704f1f6e6b0db284968379ea5eea75145434337a")},
	} {
		certificate, err := x509.ParseCertificate(sample(t, file))
		if err != nil {
			t.Fatal(err)
		}
		got, found, err := npki.CertificateVID(certificate)
		if err != nil || !found || got.RealName != want.RealName || got.Hash != want.Hash || !bytes.Equal(got.Value, want.Value) {
			t.Errorf("%s: %+v (%v, %v), want %+v", file, got, found, err, want)
		}
		der, err := got.AltName()
		if err != nil || !bytes.Equal(der, altName(certificate)) {
			t.Errorf("%s: written again it is %x (%v)", file, der, err)
		}
		if file == "generated/setA/signCert.der" && !got.Is(setAIdentity, unhex(t, "751f200eeff11ed8c40f77c908b5eaa7fadb346f")) {
			t.Error("the VID of setA does not belong to its identity number")
		}
	}
	authorities, err := filepath.Glob(samples + "kr-ca/*.der")
	if err != nil || len(authorities) < 8 {
		t.Fatal(authorities, err)
	}
	for _, file := range authorities {
		authority, err := x509.ParseCertificate(sample(t, "kr-ca/"+filepath.Base(file)))
		if err != nil {
			t.Fatal(err)
		}
		if v, found, err := npki.CertificateVID(authority); found || err != nil {
			t.Errorf("%s has the VID %+v (%v)", file, v, err)
		}
	}
}

func sampleHostileKeys(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(samples + "hostile/k*.key")
	if err != nil || len(files) < 10 {
		t.Fatalf("there are only %d hostile keys (%v)", len(files), err)
	}
	for _, path := range files {
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(path)
		_, inspected := npki.Inspect(file)
		_, opened := npki.Open(file, []byte(setAPassword)) // that of the one that is good
		if name == "k00-valid.key" {
			if inspected != nil || opened != nil {
				t.Errorf("%s: %v, %v", name, inspected, opened)
			}
			continue
		}
		if inspected == nil || !errors.Is(opened, npki.ErrFormat) && !errors.Is(opened, npki.ErrTooBig) {
			t.Errorf("%s: %v, %v; want a refusal before any work", name, inspected, opened)
		}
	}
}

func sample(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(samples + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// altName is the value of a certificate's subjectAltName.
func altName(c *x509.Certificate) []byte {
	for _, extension := range c.Extensions {
		if extension.Id.String() == "2.5.29.17" {
			return extension.Value
		}
	}
	return nil
}

func unhex(t *testing.T, text string) []byte {
	t.Helper()
	data, err := hex.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
