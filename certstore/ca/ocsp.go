package ca

import (
	"bytes"
	"context"
	"crypto"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"math/big"
	"time"

	"golang.org/x/crypto/ocsp"
)

// AnswerFor is how long an answer about one certificate is good for.
const AnswerFor = 10 * time.Minute

var (
	oidBasicOCSP     = asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 48, 1, 1}
	oidSHA256WithRSA = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 11}
)

// The answers of RFC 6960 section 4.2.1 that are not signed.
var (
	malformedRequest = []byte{0x30, 0x03, 0x0a, 0x01, 0x01}
	unauthorized     = []byte{0x30, 0x03, 0x0a, 0x01, 0x06}
)

// The structures of RFC 6960 section 4.2.1. The standard's package draws the time
// from the machine's clock, which tapes must not see.
type (
	certID struct {
		Algorithm         pkix.AlgorithmIdentifier
		NameHash, KeyHash []byte
		Serial            *big.Int
	}
	revokedInfo struct {
		At  time.Time       `asn1:"generalized"`
		Why asn1.Enumerated `asn1:"explicit,tag:0"`
	}
	singleResponse struct {
		ID         certID
		Status     asn1.RawValue
		ThisUpdate time.Time `asn1:"generalized"`
		NextUpdate time.Time `asn1:"generalized,explicit,tag:0"`
	}
	responseData struct {
		Responder asn1.RawValue
		At        time.Time `asn1:"generalized"`
		Responses []singleResponse
	}
	basicResponse struct {
		Data      asn1.RawValue
		Algorithm pkix.AlgorithmIdentifier
		Signature asn1.BitString
		Certs     []asn1.RawValue `asn1:"explicit,tag:0"`
	}
	responseBytes struct {
		Type asn1.ObjectIdentifier
		Data []byte
	}
	response struct {
		Status asn1.Enumerated
		Bytes  responseBytes `asn1:"explicit,tag:0"`
	}
)

// OCSP answers a request about one certificate (RFC 6960), DER both: signed by the
// responder that its issuer delegated. A request that cannot be read, and one about another issuer's certificate, get
// the unsigned answers for that. A pending certificate, which is good for nothing yet, is unknown.
func (a *Authority) OCSP(ctx context.Context, request []byte) ([]byte, error) {
	asked, err := ocsp.ParseRequest(request)
	if err != nil || !asked.HashAlgorithm.Available() {
		return malformedRequest, nil //nolint:nilerr // that is the answer
	}
	k, err := a.keys(ctx)
	if err != nil {
		return nil, err
	}
	of, found := askedIssuer(k, asked)
	if !found {
		return unauthorized, nil
	}
	at := a.o.Now().UTC().Truncate(time.Second)
	status, err := a.answer(ctx, of, asked.SerialNumber, a.o.Now())
	if err != nil {
		return nil, err
	}
	oid, known := hashOID[asked.HashAlgorithm]
	if !known {
		return malformedRequest, nil
	}
	return signAnswer(k.responders[of], singleResponse{
		ID: certID{
			Algorithm: pkix.AlgorithmIdentifier{Algorithm: oid, Parameters: asn1.NullRawValue},
			NameHash:  asked.IssuerNameHash, KeyHash: asked.IssuerKeyHash, Serial: asked.SerialNumber,
		},
		Status: status, ThisUpdate: at, NextUpdate: at.Add(AnswerFor),
	}, at)
}

// hashOID are the hashes by which a request may name an issuer.
var hashOID = map[crypto.Hash]asn1.ObjectIdentifier{
	crypto.SHA1:   {1, 3, 14, 3, 2, 26},
	crypto.SHA256: {2, 16, 840, 1, 101, 3, 4, 2, 1},
}

// askedIssuer is the institute that a request names by the hashes of its name and
// key.
func askedIssuer(k *keyring, asked *ocsp.Request) (of Name, found bool) {
	for _, i := range institutes {
		cert := k.issuers[i.Name].cert
		var info struct {
			Algorithm pkix.AlgorithmIdentifier
			Key       asn1.BitString
		}
		if _, err := asn1.Unmarshal(cert.RawSubjectPublicKeyInfo, &info); err != nil {
			continue
		}
		name, key := asked.HashAlgorithm.New(), asked.HashAlgorithm.New()
		name.Write(cert.RawSubject)
		key.Write(info.Key.RightAlign())
		if bytes.Equal(name.Sum(nil), asked.IssuerNameHash) && bytes.Equal(key.Sum(nil), asked.IssuerKeyHash) {
			return i.Name, true
		}
	}
	return "", false
}

// answer is CertStatus: good, revoked or unknown.
func (a *Authority) answer(ctx context.Context, of Name, serial *big.Int, at time.Time) (asn1.RawValue, error) {
	unknown := asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: 2}
	record, err := a.o.Records.Find(ctx, of, serial.Text(16))
	if refused, ok := errors.AsType[*RefusedError](err); ok && refused.Reason == NoSuch {
		return unknown, nil
	}
	if err != nil {
		return asn1.RawValue{}, fmt.Errorf("answer about %s: %w", serial.Text(16), err)
	}
	switch c := record.Latest(at); c.Status {
	case Good:
		return asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: 0}, nil
	case Suspended, Revoked:
		der, err := asn1.Marshal(revokedInfo{c.At.UTC().Truncate(time.Second), asn1.Enumerated(c.Why)})
		if err != nil {
			return asn1.RawValue{}, err
		}
		var sequence asn1.RawValue
		if _, err := asn1.Unmarshal(der, &sequence); err != nil {
			return asn1.RawValue{}, err
		}
		return asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: 1, IsCompound: true, Bytes: sequence.Bytes}, nil
	default:
		return unknown, nil
	}
}

// signAnswer signs an answer with who is delegated.
func signAnswer(by identity, about singleResponse, at time.Time) ([]byte, error) {
	name, err := asn1.Marshal(keyID(&by.key.PublicKey))
	if err != nil {
		return nil, err
	}
	data, err := asn1.Marshal(responseData{
		Responder: asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: 2, IsCompound: true, Bytes: name},
		At:        at, Responses: []singleResponse{about},
	})
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	signature, err := rsa.SignPKCS1v15(nil, by.key, crypto.SHA256, sum[:])
	if err != nil {
		return nil, err
	}
	basic, err := asn1.Marshal(basicResponse{
		Data:      asn1.RawValue{FullBytes: data},
		Algorithm: pkix.AlgorithmIdentifier{Algorithm: oidSHA256WithRSA, Parameters: asn1.NullRawValue},
		Signature: asn1.BitString{Bytes: signature, BitLength: 8 * len(signature)},
		Certs:     []asn1.RawValue{{FullBytes: by.cert.Raw}},
	})
	if err != nil {
		return nil, err
	}
	return asn1.Marshal(response{Bytes: responseBytes{Type: oidBasicOCSP, Data: basic}})
}
