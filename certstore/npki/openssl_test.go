package npki_test

import (
	"bytes"
	"crypto/x509"
	"encoding/pem"
	"os/exec"
	"strings"
	"testing"
)

// needOpenSSL skips a test where there is nothing to compare with.
func needOpenSSL(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("openssl"); err != nil {
		t.Skipf("openssl is not here: %v", err)
	}
}

// openssl runs a command of OpenSSL, which knows SEED only from its legacy provider.
func openssl(t *testing.T, input []byte, arguments ...string) []byte {
	t.Helper()
	arguments = append(arguments, "-provider", "legacy", "-provider", "default")
	command := exec.CommandContext(t.Context(), "openssl", arguments...)
	command.Stdin = bytes.NewReader(input)
	output, err := command.Output()
	if err != nil {
		t.Fatalf("openssl %s: %v", strings.Join(arguments, " "), err)
	}
	return output
}

// asPKCS8 is a key that openssl wrote, as PKCS#1, PKCS#8 or PEM, in PKCS#8.
func asPKCS8(t *testing.T, der []byte) []byte {
	t.Helper()
	if block, _ := pem.Decode(der); block != nil {
		der = block.Bytes
	}
	key, err := x509.ParsePKCS1PrivateKey(der)
	if err != nil {
		return der
	}
	encoded, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return encoded
}
