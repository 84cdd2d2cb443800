package banktest

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"time"

	"smartbank/bank"
)

// The signatures of tests are real and small: the signer's Ed25519 public key
// (RFC 8032), the SHA-256 digest of what is signed, and the signature of that digest.
const signatureLength = ed25519.PublicKeySize + sha256.Size + ed25519.SignatureSize

// keyOf is a customer's key, the same in every run.
func keyOf(login string) ed25519.PrivateKey {
	seed := sha256.Sum256([]byte("the key of " + login))
	return ed25519.NewKeyFromSeed(seed[:])
}

// Certificate is what stands for a customer's certificate in these tests.
func Certificate(login string) bank.Signer {
	public, ok := keyOf(login).Public().(ed25519.PublicKey)
	if !ok {
		panic("no Ed25519 key")
	}
	return signerOf(public)
}

func signerOf(public ed25519.PublicKey) bank.Signer {
	sum := sha256.Sum256(public)
	return bank.Signer{Issuer: "CN=banktest", Serial: hex.EncodeToString(public[:8]), SHA256: hex.EncodeToString(sum[:])}
}

// Sign signs a document as a customer.
func Sign(login string, document []byte) []byte {
	key, digest := keyOf(login), sha256.Sum256(document)
	public, ok := key.Public().(ed25519.PublicKey)
	if !ok {
		panic("no Ed25519 key")
	}
	return bytes.Join([][]byte{public, digest[:], ed25519.Sign(key, digest[:])}, nil)
}

// Verify is the [bank.VerifySignature] of these tests.
func Verify(payload, signature []byte, at time.Time) (bank.Signer, error) {
	if at.IsZero() {
		return bank.Signer{}, errors.New("a signature is checked as of a time")
	}
	if len(signature) != signatureLength {
		return bank.Signer{}, &bank.RefusedError{Code: bank.CodeSignatureRefused}
	}
	public, rest := ed25519.PublicKey(signature[:ed25519.PublicKeySize]), signature[ed25519.PublicKeySize:]
	digest := sha256.Sum256(payload)
	switch {
	case !ed25519.Verify(public, rest[:sha256.Size], rest[sha256.Size:]):
		return bank.Signer{}, &bank.RefusedError{Code: bank.CodeSignatureRefused}
	case !bytes.Equal(digest[:], rest[:sha256.Size]):
		return bank.Signer{}, &bank.RefusedError{Code: bank.CodeOtherDocument}
	}
	return signerOf(public), nil
}
