package pkcs12

import (
	"bytes"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/hex"
	"errors"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	gopkcs12 "software.sslmate.com/src/go-pkcs12"

	"smartbank/certstore/fixedkeys"
	"smartbank/certstore/npki"
)

// samples is where the files of other programs are.
const samples = "../../../shared/interop/npki/"

var noon = time.Date(2026, time.November, 5, 12, 0, 0, 0, time.UTC)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// certify makes the certificate of a key, signed by itself.
func certify(name string, key int, usage x509.KeyUsage) []byte {
	c := &x509.Certificate{
		SerialNumber: big.NewInt(int64(70_000 + key)), Subject: pkix.Name{CommonName: name}, KeyUsage: usage,
		NotBefore: noon, NotAfter: noon.AddDate(1, 0, 0),
	}
	k := fixedkeys.Key(key)
	return must(x509.CreateCertificate(rand.Reader, c, c, k.Public(), k))
}

// content is a certificate with its key, R included, and one above it.
func content() Content {
	key := must(npki.NewKey(fixedkeys.Key(0), bytes.Repeat([]byte{0x75}, 20)))
	return Content{
		Key: key, Cert: certify("홍길동()0071041202611220001", 0, x509.KeyUsageDigitalSignature),
		Chain: [][]byte{certify("Authority", 1, x509.KeyUsageCertSign)},
	}
}

// same compares contents, keys byte for byte.
func same(t *testing.T, got, want Content) {
	t.Helper()
	if !bytes.Equal(got.Key.PKCS8(), want.Key.PKCS8()) || !bytes.Equal(got.Key.R(), want.Key.R()) {
		t.Error("the key is another one, or has lost R")
	}
	if !bytes.Equal(got.Cert, want.Cert) || !slices.EqualFunc(got.Chain, want.Chain, bytes.Equal) {
		t.Error("the certificates are others")
	}
	if (got.Exchange == nil) != (want.Exchange == nil) {
		t.Error("the pair for key exchange is lost")
	} else if want.Exchange != nil && (!bytes.Equal(got.Exchange.Cert, want.Exchange.Cert) || !bytes.Equal(got.Exchange.Key.PKCS8(), want.Exchange.Key.PKCS8())) {
		t.Error("the pair for key exchange is another one")
	}
}

// TestSealedIsOpened seals in both forms, under passwords of all kinds.
func TestSealedIsOpened(t *testing.T) {
	t.Parallel()
	want := content()
	both := content()
	both.Exchange = &Pair{must(npki.NewKey(fixedkeys.Key(2), nil)), certify("km", 2, x509.KeyUsageKeyEncipherment)}
	for name, password := range map[string]string{"ASCII": "Hong!gildong12", "Korean": "비밀번호는열글자!1", "outside the BMP": "🔑🔑🔑", "none": ""} {
		for form, c := range map[Form]Content{Yessign: want, AES: both} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				file := must(Seal(c, []byte(password), form, rand.Reader))
				got, err := Open(file, []byte(password))
				if err != nil {
					t.Fatal(err)
				}
				same(t, got, c)
				if _, err := Open(file, []byte(password+"x")); !errors.Is(err, ErrPassword) {
					t.Errorf("another password: %v", err)
				}
				e, certs, err := Inspect(file)
				inspected := map[Form]Encryption{Yessign: {"pbeWithSHAAnd3-KeyTripleDES-CBC", 1024}, AES: {npki.AES2, 100_000}}[form]
				if err != nil || e != inspected || (len(certs) == 2) != (form == Yessign) {
					t.Errorf("without a password: %+v, %d certificates, %v", e, len(certs), err)
				}
			})
		}
	}
}

// TestRefused lists what is not sealed and not opened.
func TestRefused(t *testing.T) {
	t.Parallel()
	c := content()
	other := c
	other.Cert = c.Chain[0]
	if _, err := Seal(other, nil, AES, rand.Reader); err == nil {
		t.Error("sealed a key with somebody else's certificate")
	}
	if _, err := Seal(c, []byte{0xff}, AES, rand.Reader); err == nil {
		t.Error("sealed under a password that nobody can type")
	}
	if _, err := Seal(c, nil, AES, bytes.NewReader(make([]byte, 20))); err == nil {
		t.Error("sealed without chance")
	}
	file := must(Seal(c, []byte("Hong!gildong12"), Yessign, rand.Reader))
	swap := func(old, fresh string) []byte { return bytes.ReplaceAll(file, []byte(old), []byte(fresh)) }
	for what, check := range map[string]struct {
		file []byte
		want error
	}{
		"nothing":              {nil, ErrFormat},
		"a certificate":        {c.Cert, ErrFormat},
		"a byte behind":        {append(slices.Clone(file), 0), ErrFormat},
		"half of it":           {file[:len(file)/2], ErrFormat},
		"indefinite length":    {append([]byte{0x30, 0x80}, file[4:]...), ErrFormat},
		"version 4":            {swap("\x02\x01\x03\x30\x82", "\x02\x01\x04\x30\x82"), ErrFormat},
		"no iterations":        {swap("\x02\x02\x04\x00", "\x02\x02\x00\x00"), ErrFormat},
		"iterations below 0":   {swap("\x02\x02\x04\x00", "\x02\x02\xf4\x00"), ErrFormat},
		"other iterations":     {swap("\x02\x02\x04\x00", "\x02\x02\x04\x01"), ErrPassword},
		"too much":             {make([]byte, MaxSize+1), ErrTooBig},
		"a changed content":    {swap("\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x0a\x01\x03", "\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x0a\x01\x05"), ErrPassword},
		"a password not UTF-8": {file, ErrPassword},
	} {
		password := []byte("Hong!gildong12")
		if strings.HasPrefix(what, "a password") {
			password = []byte{0xff, 0xfe}
		}
		if _, err := Open(check.file, password); !errors.Is(err, check.want) {
			t.Errorf("%s: %v, want %v", what, err, check.want)
		}
	}
}

// TestLimitsComeFirst checks that iterations are counted before any is done: these would take hours.
func TestLimitsComeFirst(t *testing.T) {
	t.Parallel()
	w := writer{form: Yessign, chance: rand.Reader}
	for what, iterations := range map[string][2]int{"of the MAC": {1 << 40, 1}, "of the key": {1, 1 << 40}, "of both together": {600_000, 600_000}} {
		e := must(w.encryption())
		e.iterations = iterations[1]
		data := make([]byte, 64)
		file := pfxOf(&e, data, iterations[0])
		if _, err := Open(file, nil); !errors.Is(err, ErrTooBig) {
			t.Errorf("iterations %s: %v", what, err)
		}
		if _, _, err := Inspect(file); !errors.Is(err, ErrTooBig) {
			t.Errorf("iterations %s, inspected: %v", what, err)
		}
	}
	e := must(w.encryption())
	e.salt = make([]byte, maxSalt+1)
	if _, err := Open(pfxOf(&e, make([]byte, 64), 1), nil); !errors.Is(err, ErrTooBig) {
		t.Errorf("a salt that is too long: %v", err)
	}
}

// TestOtherLibrary reads what go-pkcs12 writes in all its forms, and has it read ours.
func TestOtherLibrary(t *testing.T) {
	t.Parallel()
	c := content()
	cert := must(x509.ParseCertificate(c.Cert))
	above := must(x509.ParseCertificate(c.Chain[0]))
	for name, encoder := range map[string]*gopkcs12.Encoder{
		"RC2": gopkcs12.LegacyRC2, "3DES": gopkcs12.LegacyDES, "AES": gopkcs12.Modern2023, "PBMAC1": gopkcs12.Modern2026,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := must(encoder.Encode(c.Key.RSA(), cert, []*x509.Certificate{above}, "비밀번호!1"))
			got, err := Open(file, []byte("비밀번호!1"))
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Cert, c.Cert) || !got.Key.RSA().Equal(c.Key.RSA()) || len(got.Chain) != 1 {
				t.Error("read something else")
			}
			if _, err := Open(file, []byte("비밀번호!2")); !errors.Is(err, ErrPassword) {
				t.Errorf("another password: %v", err)
			}
		})
	}
	for _, form := range []Form{Yessign, AES} {
		key, leaf, chain, err := gopkcs12.DecodeChain(must(Seal(c, []byte("비밀번호!1"), form, rand.Reader)), "비밀번호!1")
		if err != nil || !leaf.Equal(cert) || len(chain) != 1 || !c.Key.RSA().Equal(key) {
			t.Errorf("it reads our form %d: %v", form, err)
		}
	}
}

// TestOpenSSL has OpenSSL 3 open ours without its legacy provider, and opens what OpenSSL writes.
func TestOpenSSL(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("openssl"); err != nil {
		t.Skip("needs openssl")
	}
	dir, c := t.TempDir(), content()
	openssl := func(args ...string) string {
		t.Helper()
		out, err := exec.CommandContext(t.Context(), "openssl", args...).CombinedOutput()
		if err != nil {
			t.Fatalf("openssl %v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	for form, name := range map[Form]string{Yessign: "yessign", AES: "AES"} {
		path := filepath.Join(dir, name)
		file := must(Seal(c, []byte("Hong!gildong12"), form, rand.Reader))
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		out := openssl("pkcs12", "-in", path, "-passin", "pass:Hong!gildong12", "-nodes", "-info")
		for _, want := range []string{"localKeyID", "BEGIN PRIVATE KEY", "BEGIN CERTIFICATE", map[Form]string{Yessign: "MAC: sha1, Iteration 1024", AES: "PBES2, PBKDF2, AES-256-CBC, Iteration 100000, PRF hmacWithSHA256"}[form]} {
			if !strings.Contains(out, want) {
				t.Errorf("OpenSSL shows of %s:\n%s\nwant %s", name, out, want)
			}
		}
	}
	plain := filepath.Join(dir, "AES")
	pem := filepath.Join(dir, "all.pem")
	openssl("pkcs12", "-in", plain, "-passin", "pass:Hong!gildong12", "-nodes", "-out", pem)
	for name, flags := range map[string][]string{
		"default": nil, "3DES": {"-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"}, "certificates in clear": {"-certpbe", "NONE"},
		"SEED": {"-keypbe", "SEED-CBC", "-certpbe", "SEED-CBC", "-provider", "legacy", "-provider", "default"}, "SHA-512": {"-macalg", "sha512", "-keypbe", "AES-128-CBC"},
		"legacy": {"-legacy"}, "a key in clear": {"-keypbe", "NONE"},
		"all in clear": {"-keypbe", "NONE", "-certpbe", "NONE"}, "SHA-224": {"-macalg", "sha224"}, "SHA-512/256": {"-macalg", "sha512-256"},
	} {
		path := filepath.Join(dir, "theirs-"+strings.ReplaceAll(name, "/", "-"))
		openssl(append([]string{"pkcs12", "-export", "-in", pem, "-passout", "pass:Hong!gildong12", "-name", "홍길동", "-out", path}, flags...)...)
		file := must(os.ReadFile(path))
		whole := bytes.Clone(file)
		got, err := Open(file, []byte("Hong!gildong12"))
		if err != nil || !bytes.Equal(got.Cert, c.Cert) || !got.Key.RSA().Equal(c.Key.RSA()) || !bytes.Equal(file, whole) {
			t.Errorf("OpenSSL's %s: %v", name, err)
		}
		if e, _, err := Inspect(file); err != nil || (e.Algorithm == "none") != (name == "all in clear") {
			t.Errorf("OpenSSL's %s is told as %+v (%v)", name, e, err)
		}
	}
}

// TestInteropSamples opens the files of other programs, and writes yessign's again, byte for byte.
func TestInteropSamples(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat(samples); err != nil {
		t.Skip("needs ../shared/interop, the samples of other programs")
	}
	read := func(name string) []byte { return must(os.ReadFile(samples + name)) }
	file := read("pypinksign/yessign.pfx")
	c, err := Open(file, []byte("WTuA8Ev0lWXVFSiI!"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(c.Key.PKCS8(), read("pypinksign/signPri.plain-withR.p8.der")) || !bytes.Equal(c.Cert, read("pypinksign/signCert.der")) ||
		hex.EncodeToString(c.Key.R()) != "7858b4328390805129f01c97fe6ca4a520cbd479" {
		t.Error("yessign's file holds something else")
	}
	salt := must(hex.DecodeString("d9bb77dfc2fcd542"))
	if again := must(Seal(c, []byte("WTuA8Ev0lWXVFSiI!"), Yessign, bytes.NewReader(salt))); !bytes.Equal(again, file) {
		t.Error("what is written is not what yessign writes")
	}
	for name, algorithm := range map[string]string{"3des.pfx": "pbeWithSHAAnd3-KeyTripleDES-CBC", "aes-pbes2.pfx": npki.AES2} {
		file := read("generated/setA/" + name)
		c, err := Open(file, []byte("Hong!gildong12"))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !bytes.Equal(c.Cert, read("generated/setA/signCert.der")) || len(c.Chain) == 0 {
			t.Errorf("%s holds something else", name)
		}
		if e, _, err := Inspect(file); err != nil || e != (Encryption{algorithm, 2048}) {
			t.Errorf("%s: %+v, %v", name, e, err)
		}
		if _, err := Open(file, []byte("Hong!gildong13")); !errors.Is(err, ErrPassword) {
			t.Errorf("%s with another password: %v", name, err)
		}
	}
	hostile := must(filepath.Glob(samples + "hostile/*"))
	for _, path := range hostile {
		if _, err := Open(must(os.ReadFile(path)), nil); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// TestRC2 holds RC2 to the vectors of RFC 2268, section 5, whose effective keys are as long as the keys.
func TestRC2(t *testing.T) {
	t.Parallel()
	for _, v := range [][3]string{
		{"ffffffffffffffff", "ffffffffffffffff", "278b27e42e2f0d49"},
		{"3000000000000000", "1000000000000001", "30649edf9be7d2c2"},
		{"88bca90e90875a7f0f79c384627bafb2", "0000000000000000", "2269552ab0f85ca6"},
	} {
		key, plain, want := must(hex.DecodeString(v[0])), must(hex.DecodeString(v[1])), must(hex.DecodeString(v[2]))
		c := must(newRC2(key))
		got := make([]byte, 8)
		c.Encrypt(got, plain)
		if !bytes.Equal(got, want) {
			t.Errorf("under %s %s becomes %x, want %s", v[0], v[1], got, v[2])
		}
		if c.Decrypt(got, got); !bytes.Equal(got, plain) {
			t.Errorf("under %s %s comes back as %x", v[0], v[1], got)
		}
	}
}
