package pkcs12

import (
	"encoding/asn1"

	"golang.org/x/crypto/cryptobyte"
	der "golang.org/x/crypto/cryptobyte/asn1"
)

// sequence is a SEQUENCE of what is encoded already.
func sequence(members []byte) []byte {
	var b cryptobyte.Builder
	b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) { b.AddBytes(members) })
	return b.BytesOrPanic() // it fails only over 4 GiB
}

// addData writes a ContentInfo of type data.
func addData(b *cryptobyte.Builder, content []byte) {
	b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1ObjectIdentifier(oidData)
		b.AddASN1(explicit, func(b *cryptobyte.Builder) { b.AddASN1OctetString(content) })
	})
}

// addEncrypted writes a ContentInfo of type encryptedData.
func addEncrypted(b *cryptobyte.Builder, e *pbe, data []byte) {
	b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1ObjectIdentifier(oidEncrypted)
		b.AddASN1(explicit, func(b *cryptobyte.Builder) {
			b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
				b.AddASN1Int64(0)
				b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
					b.AddASN1ObjectIdentifier(oidData)
					e.add(b)
					b.AddASN1(der.Tag(0).ContextSpecific(), func(b *cryptobyte.Builder) { b.AddBytes(data) })
				})
			})
		})
	})
}

// addBag writes a SafeBag.
func addBag(b *cryptobyte.Builder, kind asn1.ObjectIdentifier, value cryptobyte.BuilderContinuation, attributes []byte) {
	b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1ObjectIdentifier(kind)
		b.AddASN1(explicit, value)
		if attributes != nil {
			b.AddASN1(der.SET, func(b *cryptobyte.Builder) { b.AddBytes(attributes) })
		}
	})
}

// certBag is the value of a bag that holds an X.509 certificate.
func certBag(cert []byte) cryptobyte.BuilderContinuation {
	return func(b *cryptobyte.Builder) {
		b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1ObjectIdentifier(oidX509)
			b.AddASN1(explicit, func(b *cryptobyte.Builder) { b.AddASN1OctetString(cert) })
		})
	}
}

// attribute is an attribute of a bag, with one value.
func attribute(kind asn1.ObjectIdentifier, tag der.Tag, value []byte) []byte {
	var b cryptobyte.Builder
	b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1ObjectIdentifier(kind)
		b.AddASN1(der.SET, func(b *cryptobyte.Builder) {
			b.AddASN1(tag, func(b *cryptobyte.Builder) { b.AddBytes(value) })
		})
	})
	return b.BytesOrPanic() // it fails only over 4 GiB
}

// addHash writes the AlgorithmIdentifier of a hash function, or of an HMAC.
func addHash(b *cryptobyte.Builder, oid asn1.ObjectIdentifier) {
	b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1ObjectIdentifier(oid)
		b.AddASN1NULL()
	})
}

// add writes the AlgorithmIdentifier of an encryption that [writer] makes.
func (e *pbe) add(b *cryptobyte.Builder) {
	b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
		if e.prf == nil {
			b.AddASN1ObjectIdentifier(oid3DES)
			b.AddASN1(der.SEQUENCE, e.addCost)
			return
		}
		b.AddASN1ObjectIdentifier(oidPBES2)
		b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
				b.AddASN1ObjectIdentifier(oidPBKDF2)
				b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
					e.addCost(b)
					addHash(b, oidHMAC2)
				})
			})
			b.AddASN1(der.SEQUENCE, func(b *cryptobyte.Builder) {
				b.AddASN1ObjectIdentifier(oidAES256)
				b.AddASN1OctetString(e.iv)
			})
		})
	})
}

// addCost writes salt and iterations.
func (e *pbe) addCost(b *cryptobyte.Builder) {
	b.AddASN1OctetString(e.salt)
	b.AddASN1Int64(int64(e.iterations))
}
