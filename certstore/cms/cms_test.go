package cms

import (
	"bytes"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/smallstep/pkcs7"

	"smartbank/certstore/fixedkeys"
)

// samples is where the files of other programs are.
const samples = "../../../shared/interop/npki/"

var noon = time.Date(2026, time.November, 5, 12, 0, 0, 0, time.FixedZone("KST", 9*60*60))

// world is a root, a signer under it, and the signer's key.
type world struct {
	root, cert *x509.Certificate
	key        *rsa.PrivateKey
}

// people makes the world once.
var people = sync.OnceValue(func() world {
	rootKey, key := fixedkeys.Key(0), fixedkeys.Key(1)
	root := certify(&x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Root"}, IsCA: true}, nil, rootKey, rootKey)
	cert := certify(&x509.Certificate{SerialNumber: big.NewInt(70_000), Subject: pkix.Name{CommonName: "홍길동()0071"}}, root, key, rootKey)
	return world{root, cert, key}
})

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// certify makes a certificate, of itself where there is no parent.
func certify(c, parent *x509.Certificate, key, parentKey *rsa.PrivateKey) *x509.Certificate {
	c.NotBefore, c.NotAfter, c.BasicConstraintsValid = noon.AddDate(-1, 0, 0), noon.AddDate(1, 0, 0), true
	c.SubjectKeyId = c.SerialNumber.Bytes()
	c.KeyUsage = x509.KeyUsageDigitalSignature
	if c.IsCA {
		c.KeyUsage = x509.KeyUsageCertSign
	}
	if parent == nil {
		parent = c
	}
	raw, err := x509.CreateCertificate(rand.Reader, c, parent, key.Public(), parentKey)
	must(err)
	made, err := x509.ParseCertificate(raw)
	must(err)
	return made
}

func sign(t *testing.T, content string, at time.Time) []byte {
	t.Helper()
	w := people()
	message, err := Sign([]byte(content), w.cert, []*x509.Certificate{w.root}, w.key, at)
	if err != nil {
		t.Fatal(err)
	}
	return message
}

// TestSignedIsVerified signs what customers may sign, and reads it back here and
// with an independent library.
func TestSignedIsVerified(t *testing.T) {
	t.Parallel()
	for name, content := range map[string]string{"an order": "이체 100000원", "nothing": "", "bytes": "\x00\xff\x31\x00", "much": strings.Repeat("가", 100_000)} {
		for kind, at := range map[string]time.Time{"attributes": noon, "no attributes": {}, "a far year": noon.AddDate(100, 0, 0)} {
			t.Run(name+" with "+kind, func(t *testing.T) {
				t.Parallel()
				message := sign(t, content, at)
				s, err := Verify(message)
				if err != nil {
					t.Fatal(err)
				}
				if string(s.Content) != content || !s.Signer.Equal(people().cert) || len(s.Certs) != 2 || !s.At.Equal(at) {
					t.Errorf("read %d bytes of %v at %v with %d certificates", len(s.Content), s.Signer.Subject, s.At, len(s.Certs))
				}
				if !bytes.Equal(message, sign(t, content, at)) {
					t.Error("signing again gives other bytes")
				}
				if content == "" || kind == "a far year" {
					return // the other library takes the first for a message without content, and the second for expired
				}
				other, err := pkcs7.Parse(message)
				if err != nil {
					t.Fatal(err)
				}
				if err := other.Verify(); err != nil || string(other.Content) != content {
					t.Errorf("the other library: %v", err)
				}
			})
		}
	}
}

// TestOtherLibrarySigns reads what the other library signs.
func TestOtherLibrarySigns(t *testing.T) {
	t.Parallel()
	w := people()
	sd, err := pkcs7.NewSignedData([]byte("이체 100000원"))
	must(err)
	sd.SetDigestAlgorithm(pkcs7.OIDDigestAlgorithmSHA256)
	must(sd.AddSigner(w.cert, w.key, pkcs7.SignerInfoConfig{}))
	message, err := sd.Finish()
	must(err)
	s, err := Verify(message)
	if err != nil || string(s.Content) != "이체 100000원" || s.At.IsZero() {
		t.Errorf("read %q at %v: %v", s.Content, s.At, err)
	}
}

// TestOpenSSLVerifies has OpenSSL verify ours, and reads OpenSSL's.
func TestOpenSSLVerifies(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("openssl"); err != nil {
		t.Skip("needs openssl")
	}
	w, dir := people(), t.TempDir()
	write := func(name string, content []byte) string {
		path := filepath.Join(dir, name)
		must(os.WriteFile(path, content, 0o600))
		return path
	}
	openssl := func(args ...string) []byte {
		t.Helper()
		out, err := exec.CommandContext(t.Context(), "openssl", args...).Output()
		if err != nil {
			t.Fatalf("openssl %v: %v", args, err)
		}
		return out
	}
	root := write("root.pem", pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: w.root.Raw}))
	cert := write("cert.pem", pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: w.cert.Raw}))
	key := write("key.pem", pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(w.key)}))
	order := write("order.txt", []byte("이체 100000원"))
	for name, at := range map[string]time.Time{"attributes": noon, "none": {}} {
		ours := write(name+".der", sign(t, "이체 100000원", at))
		got := openssl("cms", "-verify", "-binary", "-inform", "DER", "-in", ours, "-CAfile", root, "-no_check_time")
		if string(got) != "이체 100000원" {
			t.Errorf("with %s OpenSSL reads %q", name, got)
		}
	}
	for i, theirs := range []struct {
		flags []string
		want  error
	}{
		{[]string{}, nil},
		{[]string{"-noattr"}, nil},
		{[]string{"-keyid"}, nil},
		{[]string{"-md", "sha384"}, nil},
		{[]string{"-md", "sha512"}, nil},
		{[]string{"-md", "sha512", "-noattr"}, nil},
		{[]string{"-md", "sha1"}, ErrFormat},
		{[]string{"-keyopt", "rsa_padding_mode:pss"}, ErrFormat},
		{[]string{"-nocerts"}, ErrFormat},
		{[]string{"-stream"}, ErrFormat}, // BER
	} {
		out := filepath.Join(dir, "theirs"+strconv.Itoa(i))
		args := []string{"cms", "-sign", "-binary", "-nodetach", "-md", "sha256", "-in", order, "-signer", cert, "-inkey", key, "-outform", "DER", "-out", out}
		openssl(append(args, theirs.flags...)...)
		message, err := os.ReadFile(out)
		must(err)
		s, err := Verify(message)
		if !errors.Is(err, theirs.want) || err == nil && (string(s.Content) != "이체 100000원" || !s.Signer.Equal(w.cert)) {
			t.Errorf("signed by OpenSSL with %v: %q, %v", theirs.flags, s.Content, err)
		}
	}
}

// TestInteropSamples reads the messages that other programs signed.
func TestInteropSamples(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat(samples); err != nil {
		t.Skip("needs ../shared/interop, the samples of other programs")
	}
	for path, want := range map[string]string{
		"pypinksign/pkcs7-signed-TEST_MSG.der": "TEST_MSG",
		"generated/setA/pkcs7-이체.der":          "이체 100000원",
	} {
		message, err := os.ReadFile(samples + path)
		must(err)
		s, err := Verify(message)
		if err != nil || string(s.Content) != want || !s.At.IsZero() {
			t.Errorf("%s: %q at %v, %v", path, s.Content, s.At, err)
		}
		if _, err := Verify(append(message, 0)); !errors.Is(err, ErrFormat) {
			t.Errorf("%s with a byte after it: %v", path, err)
		}
	}
}

// TestEveryChangedByteIsNoticed changes each byte of a message.
func TestEveryChangedByteIsNoticed(t *testing.T) {
	t.Parallel()
	w := people()
	message, err := Sign([]byte("이체 100000원"), w.cert, nil, w.key, noon)
	must(err)
	at := bytes.Index(message, w.cert.Raw)
	for i := range message {
		changed := bytes.Clone(message)
		changed[i] ^= 1
		s, err := Verify(changed)
		if err == nil && string(s.Content) == "이체 100000원" && at <= i && i < at+len(w.cert.Raw) {
			continue // the certificate's own signature is for package trust
		}
		if err == nil {
			t.Errorf("nobody notices that byte %d was changed", i)
		}
	}
}

// TestNotTheCertificatesKey refuses to sign with somebody else's.
func TestNotTheCertificatesKey(t *testing.T) {
	t.Parallel()
	w := people()
	if _, err := Sign(nil, w.root, nil, w.key, noon); err == nil {
		t.Error("signed")
	}
	if _, err := Sign(make([]byte, MaxSize), w.cert, nil, w.key, noon); !errors.Is(err, ErrTooBig) {
		t.Errorf("a message that nobody reads: %v", err)
	}
	if _, err := Verify(make([]byte, MaxSize+1)); !errors.Is(err, ErrTooBig) {
		t.Errorf("a message over the limit: %v", err)
	}
}

// TestAttributesAreNoContent plays the trick of a message whose signed attributes
// are passed off as the content of another: one signature, two meanings.
func TestAttributesAreNoContent(t *testing.T) {
	t.Parallel()
	w := people()
	m, err := parse(sign(t, "이체 100000원", noon))
	must(err)
	attributes := setOf(m.signer.attributes)
	forged, err := encode(attributes, certificateSet(w.cert, nil), signerInfo(w.cert, nil, m.signer.signature))
	must(err)
	digest := sha256.Sum256(attributes)
	if err := rsa.VerifyPKCS1v15(&w.key.PublicKey, 5, digest[:], m.signer.signature); err != nil {
		t.Fatalf("the trick is not played well: %v", err)
	}
	if _, err := Verify(forged); !errors.Is(err, ErrSignature) {
		t.Errorf("the trick works: %v", err)
	}
	if _, err := Sign(attributes, w.cert, nil, w.key, time.Time{}); err == nil {
		t.Error("signed what can be passed off as another message")
	}
	if _, err := Sign(attributes, w.cert, nil, w.key, noon); err != nil {
		t.Errorf("with attributes of its own: %v", err)
	}
}

// TestRefusedMessages lists messages that are not what they should be.
func TestRefusedMessages(t *testing.T) {
	t.Parallel()
	w := people()
	good, err := signedAttributes([]byte("x"), noon)
	must(err)
	made := func(content, attributes []byte, certs ...[]byte) []byte {
		signed := content
		if attributes != nil {
			signed = setOf(attributes)
		}
		digest := sha256.Sum256(signed)
		signature, err := rsa.SignPKCS1v15(nil, w.key, 5, digest[:])
		must(err)
		m, err := encode(content, certs, signerInfo(w.cert, attributes, signature))
		must(err)
		return m
	}
	if _, err := Verify(made([]byte("x"), good, w.cert.Raw)); err != nil {
		t.Fatalf("a good one: %v", err)
	}
	twice, err := pkcs7.NewSignedData([]byte("x"))
	must(err)
	twice.SetDigestAlgorithm(pkcs7.OIDDigestAlgorithmSHA256)
	must(twice.AddSigner(w.cert, w.key, pkcs7.SignerInfoConfig{}))
	must(twice.AddSigner(w.cert, w.key, pkcs7.SignerInfoConfig{}))
	twoSigners, err := twice.Finish()
	must(err)
	newer := bytes.Replace(made([]byte("x"), nil, w.cert.Raw), []byte("\x02\x01\x01\x31"), []byte("\x02\x01\x07\x31"), 1)
	for what, message := range map[string][]byte{
		"nothing":                       {},
		"text":                          []byte("이체 100000원"),
		"a certificate":                 w.cert.Raw,
		"the end cut off":               made([]byte("x"), good, w.cert.Raw)[:900],
		"no certificate of the signer":  made([]byte("x"), good, w.root.Raw),
		"no certificate":                made([]byte("x"), good),
		"another content":               made([]byte("y"), good, w.cert.Raw),
		"attributes out of order":       made([]byte("x"), bytes.Join([][]byte{good[26:], good[:26]}, nil), w.cert.Raw),
		"an attribute twice":            made([]byte("x"), append(bytes.Clone(good[:26]), good...), w.cert.Raw),
		"no messageDigest":              made([]byte("x"), good[:26], w.cert.Raw),
		"attributes that are none":      made([]byte("x"), []byte{0x30, 0x00}, w.cert.Raw),
		"seventeen certificates":        made([]byte("x"), good, bytes.Repeat(w.cert.Raw, 17)),
		"an unknown version":            newer,
		"two signers":                   twoSigners,
		"indefinite length":             append([]byte{0x30, 0x80}, made([]byte("x"), good, w.cert.Raw)...),
		"a certificate that is garbage": made([]byte("x"), good, w.cert.Raw, []byte{0x30, 0x01, 0x00}),
	} {
		if s, err := Verify(message); err == nil {
			t.Errorf("%s was taken for a message: %q", what, s.Content)
		}
	}
}

// FuzzVerify feeds anything. What is taken as signed was signed.
func FuzzVerify(f *testing.F) {
	w := people()
	for _, at := range []time.Time{noon, {}} {
		message, err := Sign([]byte("이체 100000원"), w.cert, nil, w.key, at)
		must(err)
		f.Add(message)
	}
	f.Add([]byte{0x30, 0x80})
	f.Fuzz(func(t *testing.T, message []byte) {
		s, err := Verify(message)
		switch {
		case err == nil && s.Signer == nil:
			t.Error("signed by nobody")
		case err != nil && !errors.Is(err, ErrFormat) && !errors.Is(err, ErrSignature) && !errors.Is(err, ErrTooBig):
			t.Errorf("an error of no kind: %v", err)
		}
	})
}

func BenchmarkVerify(b *testing.B) {
	w := people()
	message, err := Sign([]byte("이체 100000원"), w.cert, []*x509.Certificate{w.root}, w.key, noon)
	must(err)
	for b.Loop() {
		if _, err := Verify(message); err != nil {
			b.Fatal(err)
		}
	}
}
