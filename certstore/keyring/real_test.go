package keyring_test

import (
	"os"
	"testing"

	"smartbank/certstore/keyring"
	"smartbank/certstore/keyring/keyringtest"
)

// TestTheSystemsKeyringKeepsValues runs against the keyring of this session.
func TestTheSystemsKeyringKeepsValues(t *testing.T) {
	t.Parallel()
	if os.Getenv("SMARTBANK_TEST_KEYRING") != "1" {
		t.Skip("it writes into the keyring of this session: .ci/run makes one for it and sets SMARTBANK_TEST_KEYRING=1")
	}
	keyringtest.Test(t, keyring.NewOS("smartbank-test-keyring"))
}
