package ca

import (
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/binary"
	"fmt"
	"math/big"
	"time"
	"unicode/utf16"

	"smartbank/certstore/npki"
)

var (
	oidAltName      = asn1.ObjectIdentifier{2, 5, 29, 17}
	oidAuthorityKey = asn1.ObjectIdentifier{2, 5, 29, 35}
	oidCPS          = asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 2, 1}
	oidUserNotice   = asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 2, 2}
)

// notice is what every certificate says of itself, and that it is no real one.
const notice = "이 인증서는 시험용 모의 공동인증서입니다"

// leaf is what the certificate of a person says.
type leaf struct {
	institute           Institute
	serial              *big.Int
	name                string // folder form
	policy              string
	notBefore, notAfter time.Time
	vid                 npki.VID
	key                 *rsa.PublicKey
}

// encode signs the certificate in the profile of the accredited authorities
// (KCAC.TS.CERTPROF), as the published test certificates have it.
func (l leaf) encode(by identity) ([]byte, error) {
	subject, err := encodeName(l.name)
	if err != nil {
		return nil, err
	}
	altName, err := l.vid.AltName()
	if err != nil {
		return nil, err
	}
	policies, err := encodePolicies(l.policy, l.institute.practice)
	if err != nil {
		return nil, err
	}
	authorityKey, err := encodeAuthorityKey(by.cert)
	if err != nil {
		return nil, err
	}
	der, err := x509.CreateCertificate(nil, &x509.Certificate{
		SerialNumber: l.serial, RawSubject: subject, NotBefore: l.notBefore, NotAfter: l.notAfter,
		SignatureAlgorithm: x509.SHA256WithRSA, SubjectKeyId: keyID(l.key),
		KeyUsage:              x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment,
		CRLDistributionPoints: []string{"ldap://ds." + l.institute.office + ":389/ou=dp1,ou=AccreditedCA,o=" + string(l.institute.Name) + ",c=kr?certificateRevocationList"},
		OCSPServer:            []string{"http://ocsp." + l.institute.office + ":4612"},
		ExtraExtensions: []pkix.Extension{
			{Id: oidAuthorityKey, Value: authorityKey},
			{Id: oidPolicies, Critical: true, Value: policies},
			{Id: oidAltName, Value: altName},
		},
	}, by.cert, l.key, by.key)
	if err != nil {
		return nil, fmt.Errorf("sign the certificate: %w", err)
	}
	return der, nil
}

// encodePolicies is the value of certificatePolicies (RFC 5280 section 4.2.1.4):
// one policy, where its practice statement is, and a notice as BMPString.
func encodePolicies(policy, practice string) ([]byte, error) {
	units := utf16.Encode([]rune(notice))
	bmp := make([]byte, 0, 2*len(units))
	for _, u := range units {
		bmp = binary.BigEndian.AppendUint16(bmp, u)
	}
	type userNotice struct{ Text asn1.RawValue }
	type qualifier struct {
		ID    asn1.ObjectIdentifier
		Value any
	}
	type information struct {
		ID         asn1.ObjectIdentifier
		Qualifiers []qualifier
	}
	return asn1.Marshal([]information{{parseOID(policy), []qualifier{
		{oidUserNotice, userNotice{asn1.RawValue{Class: asn1.ClassUniversal, Tag: asn1.TagBMPString, Bytes: bmp}}},
		{oidCPS, asn1.RawValue{Class: asn1.ClassUniversal, Tag: asn1.TagIA5String, Bytes: []byte(practice)}},
	}}})
}

// encodeAuthorityKey is the value of authorityKeyIdentifier (RFC 5280 section
// 4.2.1.1) with all three of its parts: the issuer's key, and the issuer's certificate by issuer and serial number.
func encodeAuthorityKey(issuer *x509.Certificate) ([]byte, error) {
	directoryName, err := asn1.Marshal(asn1.RawValue{
		Class: asn1.ClassContextSpecific, Tag: 4, IsCompound: true, Bytes: issuer.RawIssuer,
	})
	if err != nil {
		return nil, err
	}
	return asn1.Marshal(struct {
		KeyID  []byte `asn1:"tag:0"`
		Issuer asn1.RawValue
		Serial *big.Int `asn1:"tag:2"`
	}{
		issuer.SubjectKeyId,
		asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: 1, IsCompound: true, Bytes: directoryName},
		issuer.SerialNumber,
	})
}
