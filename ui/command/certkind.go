package command

import (
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"slices"

	"golang.org/x/crypto/cryptobyte"
	tags "golang.org/x/crypto/cryptobyte/asn1"

	"smartbank/certstore/npki"
)

// Why a file cannot be read, in the words of the catalog.
var (
	errKind        = errors.New("neither a certificate, nor a key, nor a PFX")
	errRegular     = errors.New("no regular file")
	errMessage     = errors.New("a signed message")
	errNoKey       = errors.New("not a private key")
	errTraditional = errors.New("a key encrypted in the manner of OpenSSL before PKCS#8")
)

// kind is what a file is meant to be, whatever may be wrong with it.
type kind int

// The kinds that can be told from the first tags.
const (
	unknown kind = iota
	certificateKind
	encryptedKey
	plainKey
	pkcs1Key
	pfxKind
	messageKind
)

// kindOf tells what DER is meant to be by what its outer SEQUENCE begins with: a certificate with a SEQUENCE that has no type, an
// EncryptedPrivateKeyInfo with one that has, a PrivateKeyInfo with version 0, a PFX with version 3, a message with a type.
func kindOf(der []byte) kind {
	const sequence, long = 0x30, 0x80
	if len(der) < 2 || der[0] != sequence {
		return unknown
	}
	header := 2
	if der[1] > long {
		header += int(der[1] - long)
	}
	s := cryptobyte.String(der[min(header, len(der)):]) // its length may be wrong
	var first cryptobyte.String
	var oid asn1.ObjectIdentifier
	var version int
	switch {
	case s.PeekASN1Tag(tags.OBJECT_IDENTIFIER):
		return messageKind
	case s.PeekASN1Tag(tags.SEQUENCE):
		if s.ReadASN1(&first, tags.SEQUENCE) && first.ReadASN1ObjectIdentifier(&oid) {
			return encryptedKey
		}
		return certificateKind
	case !s.ReadASN1Integer(&version):
		return unknown
	case version == 3:
		return pfxKind
	case version == 0 && s.PeekASN1Tag(tags.SEQUENCE):
		return plainKey
	case version == 0 && s.PeekASN1Tag(tags.INTEGER):
		return pkcs1Key
	}
	return unknown
}

// The blocks of PEM that hold a key.
var keyBlocks = []string{"ENCRYPTED PRIVATE KEY", "PRIVATE KEY", "RSA PRIVATE KEY"}

// keyIn is the first key in PEM, in DER; found is false where there is none.
func keyIn(content []byte) (key []byte, found bool, err error) {
	for block, rest := pem.Decode(content); block != nil; block, rest = pem.Decode(rest) {
		switch {
		case !slices.Contains(keyBlocks, block.Type):
		case block.Headers["DEK-Info"] != "":
			return nil, true, errTraditional
		default:
			return block.Bytes, true, nil
		}
	}
	return nil, false, nil
}

// wrapped is an RSAPrivateKey (RFC 8017, A.1.2) as PrivateKeyInfo, which npki reads.
func wrapped(pkcs1 []byte) (*npki.Key, error) {
	b := cryptobyte.NewFixedBuilder(make([]byte, 0, npki.MaxKey))
	b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1Int64(0)
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1ObjectIdentifier(asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 1})
			b.AddASN1NULL()
		})
		b.AddASN1OctetString(pkcs1)
	})
	info, err := b.Bytes()
	if err != nil {
		return nil, npki.ErrTooBig
	}
	defer clear(info)
	return npki.ParseKey(info)
}
