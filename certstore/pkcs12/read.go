package pkcs12

import (
	"encoding/asn1"

	"golang.org/x/crypto/cryptobyte"
	der "golang.org/x/crypto/cryptobyte/asn1"

	"smartbank/certstore/npki"
)

// The object identifiers of contents and bags (RFC 7292, sections 4.1 and 4.2).
var (
	oidData      = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1}
	oidEncrypted = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 6}
	oidKeyBag    = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 12, 10, 1, 1}
	oidShrouded  = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 12, 10, 1, 2}
	oidCertBag   = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 12, 10, 1, 3}
	oidX509      = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 22, 1}
	oidName      = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 20}
	oidLocalKey  = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 21}
)

// pfx is a file before anything is derived from a password.
type pfx struct {
	authenticated cryptobyte.String // the AuthenticatedSafe, which the MAC is over
	mac           mac
	safes         []safe
	bags          bags // of the safes in clear
}

// safe is a SafeContents that is encrypted.
type safe struct {
	pbe

	data cryptobyte.String
}

// bags are what safes hold, as far as it can be read without a password.
type bags struct {
	certs    [][]byte
	keys     [][]byte // PrivateKeyInfo: in safes that are encrypted themselves
	shrouded []shrouded
}

// shrouded is a key that is encrypted: by a scheme of PKCS #12 or PBES2, or as Korean key files are.
type shrouded struct {
	info      cryptobyte.String // EncryptedPrivateKeyInfo
	korean    bool
	algorithm string
	pbe       pbe
	data      cryptobyte.String
}

// parse reads a file as far as it can be without a password, and adds up its iterations.
func parse(file []byte) (p pfx, err error) {
	if len(file) > MaxSize {
		return p, tooBig("a file")
	}
	var version int
	var outer cryptobyte.String
	all := cryptobyte.String(file)
	if !all.ReadASN1(&outer, der.SEQUENCE) || !all.Empty() || !outer.ReadASN1Integer(&version) || version != 3 {
		return p, wrong("it does not begin as one, or something follows it")
	}
	if p.authenticated, err = readData(&outer); err != nil {
		return p, err
	}
	if outer.Empty() {
		return p, wrong("there is no MAC")
	}
	if p.mac, err = readMAC(&outer); err != nil {
		return p, err
	}
	if !outer.Empty() {
		return p, wrong("something follows the MAC")
	}
	if err := p.readSafes(); err != nil {
		return p, err
	}
	total := p.mac.iterations
	for _, s := range p.safes {
		total += s.iterations
	}
	for _, s := range p.bags.shrouded {
		total += s.pbe.iterations
	}
	if total > MaxIterations {
		return p, tooBig("iterations")
	}
	return p, nil
}

// readData reads a ContentInfo of type data: an OCTET STRING.
func readData(s *cryptobyte.String) (content cryptobyte.String, err error) {
	var info, outer cryptobyte.String
	var kind asn1.ObjectIdentifier
	if !s.ReadASN1(&info, der.SEQUENCE) || !info.ReadASN1ObjectIdentifier(&kind) || !kind.Equal(oidData) ||
		!info.ReadASN1(&outer, explicit) || !info.Empty() || !outer.ReadASN1(&content, der.OCTET_STRING) || !outer.Empty() {
		return nil, wrong("a content that is not data")
	}
	return content, nil
}

// readSafes reads the AuthenticatedSafe. The safes of Korean files are in clear, those of others are encrypted.
func (p *pfx) readSafes() error {
	var infos cryptobyte.String
	s := p.authenticated
	if !s.ReadASN1(&infos, der.SEQUENCE) || !s.Empty() {
		return wrong("a content that holds no safes")
	}
	for !infos.Empty() {
		var info cryptobyte.String
		var kind asn1.ObjectIdentifier
		rest := infos
		if !infos.ReadASN1(&info, der.SEQUENCE) || !info.ReadASN1ObjectIdentifier(&kind) {
			return wrong("a safe that is none")
		}
		switch {
		case kind.Equal(oidData):
			content, err := readData(&rest)
			if err != nil {
				return err
			}
			if err := p.bags.read(content); err != nil {
				return err
			}
		case kind.Equal(oidEncrypted):
			one, err := readEncrypted(info)
			if err != nil {
				return err
			}
			if p.safes = append(p.safes, one); len(p.safes) > maxBags {
				return tooBig("safes")
			}
		default:
			return wrong("a safe that is not opened by a password")
		}
	}
	return nil
}

// readEncrypted reads EncryptedData (RFC 5652, section 8) behind its type.
func readEncrypted(info cryptobyte.String) (s safe, err error) {
	var outer, data, content, algorithm cryptobyte.String
	var version int
	var kind asn1.ObjectIdentifier
	if !info.ReadASN1(&outer, explicit) || !info.Empty() || !outer.ReadASN1(&data, der.SEQUENCE) || !outer.Empty() ||
		!data.ReadASN1Integer(&version) || !data.ReadASN1(&content, der.SEQUENCE) || !data.Empty() ||
		!content.ReadASN1ObjectIdentifier(&kind) || !kind.Equal(oidData) || !content.ReadASN1(&algorithm, der.SEQUENCE) ||
		!content.ReadASN1(&s.data, der.Tag(0).ContextSpecific()) || !content.Empty() {
		return s, wrong("an encrypted safe that is none")
	}
	var known bool
	s.pbe, known, err = readPBE(algorithm)
	if err == nil && !known {
		err = wrong("an encryption that is not known")
	}
	return s, err
}

// read reads SafeContents into the bags. Bags of other kinds are passed over.
func (b *bags) read(s cryptobyte.String) error {
	var contents cryptobyte.String
	if !s.ReadASN1(&contents, der.SEQUENCE) || !s.Empty() {
		return wrong("a safe that holds no bags")
	}
	for !contents.Empty() {
		var bag, value cryptobyte.String
		var kind asn1.ObjectIdentifier
		if !contents.ReadASN1(&bag, der.SEQUENCE) || !bag.ReadASN1ObjectIdentifier(&kind) || !bag.ReadASN1(&value, explicit) ||
			!bag.SkipOptionalASN1(der.SET) || !bag.Empty() {
			return wrong("a bag that is none")
		}
		if err := b.add(kind, value); err != nil {
			return err
		}
		if len(b.certs)+len(b.keys)+len(b.shrouded) > maxBags {
			return tooBig("bags")
		}
	}
	return nil
}

// add adds one bag.
func (b *bags) add(kind asn1.ObjectIdentifier, value cryptobyte.String) error {
	switch {
	case kind.Equal(oidKeyBag):
		b.keys = append(b.keys, value)
	case kind.Equal(oidShrouded):
		k, err := readShrouded(value)
		if err != nil {
			return err
		}
		b.shrouded = append(b.shrouded, k)
	case kind.Equal(oidCertBag):
		var bag, outer, cert cryptobyte.String
		var form asn1.ObjectIdentifier
		if !value.ReadASN1(&bag, der.SEQUENCE) || !value.Empty() || !bag.ReadASN1ObjectIdentifier(&form) || !form.Equal(oidX509) ||
			!bag.ReadASN1(&outer, explicit) || !bag.Empty() || !outer.ReadASN1(&cert, der.OCTET_STRING) || !outer.Empty() {
			return wrong("a bag that holds no X.509 certificate")
		}
		b.certs = append(b.certs, cert)
	}
	return nil
}

// readShrouded reads EncryptedPrivateKeyInfo.
func readShrouded(value cryptobyte.String) (k shrouded, err error) {
	var inner, algorithm cryptobyte.String
	k.info = value
	if !value.ReadASN1(&inner, der.SEQUENCE) || !value.Empty() || !inner.ReadASN1(&algorithm, der.SEQUENCE) ||
		!inner.ReadASN1(&k.data, der.OCTET_STRING) || !inner.Empty() {
		return k, wrong("a key that is none")
	}
	var known bool
	if k.pbe, known, err = readPBE(algorithm); err != nil {
		return k, err
	}
	k.algorithm = k.pbe.name
	if !known {
		e, err := npki.Inspect(k.info)
		if err != nil {
			return k, wrong("a key under an encryption that is not known")
		}
		k.korean, k.algorithm, k.pbe.iterations = true, e.Algorithm, e.Iterations
	}
	return k, nil
}

// explicit is the tag [0] EXPLICIT, the only one of its kind in a PFX.
var explicit = der.Tag(0).ContextSpecific().Constructed()
