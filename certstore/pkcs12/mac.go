package pkcs12

import (
	"crypto/hmac"
	"encoding/asn1"
	"hash"

	"golang.org/x/crypto/cryptobyte"
	der "golang.org/x/crypto/cryptobyte/asn1"
)

// mac is MacData (RFC 7292, section 4), with PKCS #12's derivation or PBMAC1's (RFC 9579).
type mac struct {
	hash       func() hash.Hash
	pbkdf2     func() hash.Hash // PBMAC1; nil for PKCS #12's own
	size       int              // of the key of PBMAC1
	salt       []byte
	iterations int
	digest     cryptobyte.String
}

// readMAC reads MacData.
func readMAC(s *cryptobyte.String) (m mac, err error) {
	var data, info, algorithm, salt cryptobyte.String
	if !s.ReadASN1(&data, der.SEQUENCE) || !data.ReadASN1(&info, der.SEQUENCE) || !info.ReadASN1(&algorithm, der.SEQUENCE) ||
		!info.ReadASN1(&m.digest, der.OCTET_STRING) || !info.Empty() || !data.ReadASN1(&salt, der.OCTET_STRING) {
		return m, wrong("a MAC that is none")
	}
	var oid asn1.ObjectIdentifier
	if rest := algorithm; rest.ReadASN1ObjectIdentifier(&oid) && oid.Equal(oidPBMAC1) {
		if !data.SkipOptionalASN1(der.INTEGER) || !data.Empty() { // of no meaning here, as the salt (RFC 9579, section 4)
			return m, wrong("a MAC with other parameters")
		}
		return m, m.readPBMAC1(rest)
	}
	if len(salt) > maxSalt {
		return m, tooBig("a salt")
	}
	m.salt, m.iterations = salt, 1
	if !data.Empty() {
		if err := readIterations(&data, &m.iterations); err != nil {
			return m, err
		}
	}
	if !data.Empty() {
		return m, wrong("a MAC with other parameters")
	}
	m.hash, err = readHash(algorithm, digests)
	return m, err
}

// readPBMAC1 reads PBMAC1-params (RFC 8018, appendix A.5), which has salt and iterations of its own.
func (m *mac) readPBMAC1(s cryptobyte.String) (err error) {
	var parameters, derivation, scheme cryptobyte.String
	var e pbe
	if !s.ReadASN1(&parameters, der.SEQUENCE) || !s.Empty() || !parameters.ReadASN1(&derivation, der.SEQUENCE) ||
		!parameters.ReadASN1(&scheme, der.SEQUENCE) || !parameters.Empty() {
		return wrong("a MAC without parameters")
	}
	if m.size, err = e.readPBKDF2(derivation); err != nil {
		return err
	}
	if m.size < 20 { // RFC 9579, section 4: the size has to be said; shorter keys are weak
		return wrong("a MAC under a key that is too short")
	}
	m.pbkdf2, m.salt, m.iterations = e.prf, e.salt, e.iterations
	m.hash, err = readHash(scheme, prfs)
	return err
}

// holds reports whether the MAC over content is right under a password.
func (m *mac) holds(content []byte, password secret) bool {
	return hmac.Equal(m.sum(content, password), m.digest)
}

// sum is the MAC over content.
func (m *mac) sum(content []byte, password secret) []byte {
	var key []byte
	if m.pbkdf2 != nil {
		key = pbkdf2(m.pbkdf2, password.utf8, m.salt, m.iterations, m.size)
	} else {
		key = derive(m.hash, forMAC, password.bmp, m.salt, m.iterations, m.hash().Size())
	}
	defer clear(key)
	h := hmac.New(m.hash, key)
	h.Write(content)
	return h.Sum(nil)
}
