package pkcs12

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/asn1"
	"hash"
	"math/big"
	"slices"

	"golang.org/x/crypto/cryptobyte"
	der "golang.org/x/crypto/cryptobyte/asn1"

	"smartbank/certstore/seed"
)

// The object identifiers of encryption.
var (
	oidPBES2  = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 5, 13}
	oidPBKDF2 = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 5, 12}
	oidPBMAC1 = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 5, 14}
	oid3DES   = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 12, 1, 3}
	oidAES256 = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 1, 42}
	oidSHA1   = asn1.ObjectIdentifier{1, 3, 14, 3, 2, 26}
	oidSHA256 = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}
	oidHMAC2  = asn1.ObjectIdentifier{1, 2, 840, 113549, 2, 9}
)

// blockCipher is a block cipher with a size of key, in bytes.
type blockCipher struct {
	name string
	size int
	make func(key []byte) (cipher.Block, error)
}

// schemes are the schemes of PKCS #12 itself (RFC 7292, appendix C): SHA-1 and the derivation of appendix B.
var schemes = map[string]blockCipher{
	"1.2.840.113549.1.12.1.3": {"pbeWithSHAAnd3-KeyTripleDES-CBC", 24, des.NewTripleDESCipher},
	"1.2.840.113549.1.12.1.4": {"pbeWithSHAAnd2-KeyTripleDES-CBC", 16, func(key []byte) (cipher.Block, error) {
		return des.NewTripleDESCipher(slices.Concat(key, key[:8]))
	}},
	"1.2.840.113549.1.12.1.5": {"pbeWithSHAAnd128BitRC2-CBC", 16, newRC2},
	"1.2.840.113549.1.12.1.6": {"pbeWithSHAAnd40BitRC2-CBC", 5, newRC2},
}

// ciphers are those of PBES2 (RFC 8018, appendix B.2; RFC 4010 for SEED).
var ciphers = map[string]blockCipher{
	"2.16.840.1.101.3.4.1.2":  {"PBES2-AES-128-CBC", 16, aes.NewCipher},
	"2.16.840.1.101.3.4.1.22": {"PBES2-AES-192-CBC", 24, aes.NewCipher},
	"2.16.840.1.101.3.4.1.42": {"PBES2-AES-256-CBC", 32, aes.NewCipher},
	"1.2.410.200004.1.4":      {"PBES2-SEED-CBC", 16, seed.NewCipher},
	"1.2.840.113549.3.7":      {"PBES2-DES-EDE3-CBC", 24, des.NewTripleDESCipher},
}

// digests are the hash functions of MACs, and prfs of PBKDF2 and PBMAC1.
var (
	digests = map[string]func() hash.Hash{
		"1.3.14.3.2.26": sha1.New, "2.16.840.1.101.3.4.2.1": sha256.New, "2.16.840.1.101.3.4.2.2": sha512.New384, "2.16.840.1.101.3.4.2.3": sha512.New,
		"2.16.840.1.101.3.4.2.4": sha256.New224, "2.16.840.1.101.3.4.2.5": sha512.New512_224, "2.16.840.1.101.3.4.2.6": sha512.New512_256,
	}
	prfs = map[string]func() hash.Hash{
		"1.2.840.113549.2.7": sha1.New, "1.2.840.113549.2.8": sha256.New224, "1.2.840.113549.2.9": sha256.New, "1.2.840.113549.2.10": sha512.New384,
		"1.2.840.113549.2.11": sha512.New, "1.2.840.113549.2.12": sha512.New512_224, "1.2.840.113549.2.13": sha512.New512_256,
	}
)

// pbe is a password-based encryption, read from its AlgorithmIdentifier.
type pbe struct {
	blockCipher

	prf        func() hash.Hash // of PBKDF2; nil for the schemes of PKCS #12
	salt, iv   []byte
	iterations int
}

// secret is a password in the two forms that keys are derived from.
type secret struct{ utf8, bmp []byte }

// readPBE reads the content of an AlgorithmIdentifier. known is false for a scheme that is none of PKCS #12 and not PBES2.
func readPBE(s cryptobyte.String) (e pbe, known bool, err error) {
	var oid asn1.ObjectIdentifier
	var parameters cryptobyte.String
	if !s.ReadASN1ObjectIdentifier(&oid) || !s.ReadASN1(&parameters, der.SEQUENCE) || !s.Empty() {
		return e, false, wrong("an encryption without parameters")
	}
	if oid.Equal(oidPBES2) {
		err = e.readPBES2(parameters)
		return e, true, err
	}
	if e.blockCipher, known = schemes[oid.String()]; !known {
		return e, false, nil
	}
	return e, true, readCost(parameters, &e.salt, &e.iterations)
}

// readCost reads salt and iterations, which have to be all that there is.
func readCost(s cryptobyte.String, salt *[]byte, iterations *int) error {
	var value cryptobyte.String
	if !s.ReadASN1(&value, der.OCTET_STRING) {
		return wrong("an encryption without salt")
	}
	if err := readIterations(&s, iterations); err != nil {
		return err
	}
	if !s.Empty() || len(value) == 0 {
		return wrong("an encryption with other parameters")
	}
	if len(value) > maxSalt {
		return tooBig("a salt")
	}
	*salt = value
	return nil
}

// readIterations reads a number of iterations within the limits.
func readIterations(s *cryptobyte.String, iterations *int) error {
	n := new(big.Int)
	switch {
	case !s.ReadASN1Integer(n):
		return wrong("no number of iterations")
	case n.Sign() < 1:
		return wrong("no iterations")
	case n.Cmp(big.NewInt(MaxIterations)) > 0:
		return tooBig("iterations")
	}
	*iterations = int(n.Int64())
	return nil
}

// readPBES2 reads PBES2-params (RFC 8018, appendix A.4) with PBKDF2.
func (e *pbe) readPBES2(s cryptobyte.String) error {
	var derivation, encryption, iv cryptobyte.String
	var oid asn1.ObjectIdentifier
	if !s.ReadASN1(&derivation, der.SEQUENCE) || !s.ReadASN1(&encryption, der.SEQUENCE) || !s.Empty() {
		return wrong("PBES2 without parameters")
	}
	size, err := e.readPBKDF2(derivation)
	if err != nil {
		return err
	}
	if !encryption.ReadASN1ObjectIdentifier(&oid) || !encryption.ReadASN1(&iv, der.OCTET_STRING) || !encryption.Empty() {
		return wrong("PBES2 without a cipher")
	}
	var ok bool
	if e.blockCipher, ok = ciphers[oid.String()]; !ok {
		return wrong("a cipher that is not known: " + oid.String())
	}
	if size != 0 && size != e.size {
		return wrong("a key of another size than its cipher's")
	}
	e.iv = iv
	return nil
}

// readPBKDF2 reads PBKDF2 and its parameters (RFC 8018, appendix A.2); without a PRF it is HMAC-SHA-1. size is 0 where none is said.
func (e *pbe) readPBKDF2(s cryptobyte.String) (size int, err error) {
	var oid asn1.ObjectIdentifier
	var parameters, salt, prf cryptobyte.String
	var given bool
	if !s.ReadASN1ObjectIdentifier(&oid) || !oid.Equal(oidPBKDF2) || !s.ReadASN1(&parameters, der.SEQUENCE) || !s.Empty() ||
		!parameters.ReadASN1(&salt, der.OCTET_STRING) || len(salt) == 0 {
		return 0, wrong("a key derivation that is not known")
	}
	if len(salt) > maxSalt {
		return 0, tooBig("a salt")
	}
	e.salt = salt
	if err := readIterations(&parameters, &e.iterations); err != nil {
		return 0, err
	}
	if parameters.PeekASN1Tag(der.INTEGER) && (!parameters.ReadASN1Integer(&size) || size < 1 || size > 64) {
		return 0, wrong("a key of an impossible size")
	}
	if !parameters.ReadOptionalASN1(&prf, &given, der.SEQUENCE) || !parameters.Empty() {
		return 0, wrong("PBKDF2 with other parameters")
	}
	e.prf = sha1.New
	if given {
		if e.prf, err = readHash(prf, prfs); err != nil {
			return 0, err
		}
	}
	return size, nil
}

// readHash reads the content of an AlgorithmIdentifier, parameters NULL or none, whose algorithm is one of known.
func readHash(s cryptobyte.String, known map[string]func() hash.Hash) (func() hash.Hash, error) {
	var oid asn1.ObjectIdentifier
	if !s.ReadASN1ObjectIdentifier(&oid) || (len(s) > 0 && string(s) != "\x05\x00") {
		return nil, wrong("a hash function without a name")
	}
	h, ok := known[oid.String()]
	if !ok {
		return nil, wrong("a hash function that is not known: " + oid.String())
	}
	return h, nil
}

// crypter is the cipher under a password, in CBC mode.
func (e *pbe) crypter(password secret, mode func(cipher.Block, []byte) cipher.BlockMode) (cipher.BlockMode, error) {
	var key []byte
	if e.prf != nil {
		key = pbkdf2(e.prf, password.utf8, e.salt, e.iterations, e.size)
	} else {
		key = derive(sha1.New, forKey, password.bmp, e.salt, e.iterations, e.size)
	}
	defer clear(key)
	block, err := e.make(key)
	if err != nil {
		return nil, wrong(err.Error())
	}
	iv := e.iv
	if e.prf == nil {
		iv = derive(sha1.New, forIV, password.bmp, e.salt, e.iterations, block.BlockSize())
	}
	if len(iv) != block.BlockSize() {
		return nil, wrong("an IV of another size than its cipher's")
	}
	return mode(block, iv), nil
}

// open decrypts, and takes the padding off (RFC 8018, section 6.1.1).
func (e *pbe) open(password secret, data []byte) ([]byte, error) {
	mode, err := e.crypter(password, cipher.NewCBCDecrypter)
	if err != nil {
		return nil, err
	}
	size := mode.BlockSize()
	if len(data) == 0 || len(data)%size != 0 {
		return nil, wrong("encrypted data that is no whole blocks")
	}
	plain := make([]byte, len(data))
	mode.CryptBlocks(plain, data)
	padding := int(plain[len(plain)-1])
	if padding < 1 || padding > size {
		clear(plain)
		return nil, ErrPassword
	}
	for _, b := range plain[len(plain)-padding:] {
		if int(b) != padding {
			clear(plain)
			return nil, ErrPassword
		}
	}
	return plain[:len(plain)-padding], nil
}

// seal pads and encrypts.
func (e *pbe) seal(password secret, plain []byte) ([]byte, error) {
	mode, err := e.crypter(password, cipher.NewCBCEncrypter)
	if err != nil {
		return nil, err
	}
	padding := mode.BlockSize() - len(plain)%mode.BlockSize()
	data := make([]byte, len(plain)+padding)
	copy(data, plain)
	for i := len(plain); i < len(data); i++ {
		data[i] = byte(padding)
	}
	mode.CryptBlocks(data, data)
	return data, nil
}
