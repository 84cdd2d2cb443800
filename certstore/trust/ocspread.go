package trust

import (
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"fmt"
	"math/big"

	"golang.org/x/crypto/cryptobyte"
	der "golang.org/x/crypto/cryptobyte/asn1"
)

var (
	oidBasic  = asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 48, 1, 1}
	errAnswer = errors.New("not an answer of a responder")
)

// readAnswer reads OCSPResponse: strict DER, nothing after it, BasicOCSPResponse.
func readAnswer(file []byte) (*answer, error) {
	if len(file) > maxAnswer {
		return nil, fmt.Errorf("an answer over %d bytes", maxAnswer)
	}
	var response, outer, content, basic cryptobyte.String
	var status int
	var kind asn1.ObjectIdentifier
	all := cryptobyte.String(file)
	if !all.ReadASN1(&response, der.SEQUENCE) || !all.Empty() || !response.ReadASN1Enum(&status) {
		return nil, errAnswer
	}
	if status != 0 {
		return nil, fmt.Errorf("the responder did not answer (status %d)", status)
	}
	if !response.ReadASN1(&outer, named(0)) || !response.Empty() || !outer.ReadASN1(&content, der.SEQUENCE) || !outer.Empty() ||
		!content.ReadASN1ObjectIdentifier(&kind) || !kind.Equal(oidBasic) || !content.ReadASN1(&basic, der.OCTET_STRING) || !content.Empty() {
		return nil, errAnswer
	}
	a := &answer{}
	if err := a.readBasic(basic); err != nil {
		return nil, err
	}
	return a, nil
}

// readBasic reads BasicOCSPResponse.
func (a *answer) readBasic(s cryptobyte.String) error {
	var basic, data, algorithm, outer, certs cryptobyte.String
	var signature asn1.BitString
	var there bool
	if !s.ReadASN1(&basic, der.SEQUENCE) || !s.Empty() || !basic.ReadASN1Element(&data, der.SEQUENCE) ||
		!basic.ReadASN1(&algorithm, der.SEQUENCE) || !algorithm.ReadASN1ObjectIdentifier(&a.algorithm) || !bare(algorithm) ||
		!basic.ReadASN1BitString(&signature) || !basic.ReadOptionalASN1(&outer, &there, named(0)) || !basic.Empty() {
		return errAnswer
	}
	a.signed, a.signature = data, signature.RightAlign()
	if there {
		if !outer.ReadASN1(&certs, der.SEQUENCE) || !outer.Empty() {
			return errAnswer
		}
		for !certs.Empty() {
			var raw cryptobyte.String
			if !certs.ReadASN1Element(&raw, der.SEQUENCE) {
				return errAnswer
			}
			c, err := x509.ParseCertificate(raw)
			if err != nil {
				return fmt.Errorf("%w: %w", errAnswer, err)
			}
			a.certs = append(a.certs, c)
		}
	}
	return a.readData(data)
}

// bare reports whether the parameters of an algorithm are NULL or not there.
func bare(parameters cryptobyte.String) bool {
	return len(parameters) == 0 || string(parameters) == "\x05\x00"
}

// readData reads ResponseData.
func (a *answer) readData(s cryptobyte.String) error {
	var data, responder, singles cryptobyte.String
	var tag der.Tag
	if !s.ReadASN1(&data, der.SEQUENCE) || !data.SkipOptionalASN1(named(0)) || !data.ReadAnyASN1(&responder, &tag) {
		return errAnswer
	}
	switch tag {
	case named(1):
		a.name = responder
	case named(2):
		var hash cryptobyte.String
		if !responder.ReadASN1(&hash, der.OCTET_STRING) || !responder.Empty() {
			return errAnswer
		}
		a.keyHash = hash
	default:
		return errAnswer
	}
	if !data.ReadASN1GeneralizedTime(&a.produced) || !data.ReadASN1(&singles, der.SEQUENCE) {
		return errAnswer
	}
	for !singles.Empty() {
		var raw cryptobyte.String
		if !singles.ReadASN1(&raw, der.SEQUENCE) {
			return errAnswer
		}
		one, ok := readSingle(raw)
		if !ok {
			return errAnswer
		}
		a.singles = append(a.singles, one)
	}
	if !plain(&data, 1) {
		return errAnswer
	}
	return nil
}

// readSingle reads SingleResponse.
func readSingle(s cryptobyte.String) (one single, ok bool) {
	var id, algorithm, nameHash, keyHash, status, to cryptobyte.String
	var tag der.Tag
	var until bool
	one.serial = new(big.Int)
	if !s.ReadASN1(&id, der.SEQUENCE) || !id.ReadASN1(&algorithm, der.SEQUENCE) || !algorithm.ReadASN1ObjectIdentifier(&one.hash) ||
		!id.ReadASN1(&nameHash, der.OCTET_STRING) || !id.ReadASN1(&keyHash, der.OCTET_STRING) || !id.ReadASN1Integer(one.serial) || !id.Empty() {
		return one, false
	}
	one.nameHash, one.keyHash = nameHash, keyHash
	if !s.ReadAnyASN1(&status, &tag) || !one.readStatus(status, tag) || !s.ReadASN1GeneralizedTime(&one.from) ||
		!s.ReadOptionalASN1(&to, &until, named(0)) {
		return one, false
	}
	if until && (!to.ReadASN1GeneralizedTime(&one.to) || !to.Empty() || one.to.Before(one.from)) {
		return one, false
	}
	return one, plain(&s, 1)
}

// readStatus reads CertStatus.
func (one *single) readStatus(s cryptobyte.String, tag der.Tag) bool {
	switch tag {
	case der.Tag(statusGood).ContextSpecific():
		one.status = statusGood
	case der.Tag(statusUnknown).ContextSpecific():
		one.status = statusUnknown
	case named(statusRevoked):
		one.status = statusRevoked
		var reason cryptobyte.String
		var there bool
		if !s.ReadASN1GeneralizedTime(&one.revokedAt) || !s.ReadOptionalASN1(&reason, &there, named(0)) ||
			there && (!reason.ReadASN1Enum(&one.reason) || !reason.Empty()) {
			return false
		}
	default:
		return false
	}
	return s.Empty()
}

// plain reads the extensions under the tag n that end s, and refuses critical ones: none is understood.
func plain(s *cryptobyte.String, n uint8) bool {
	var outer, all cryptobyte.String
	var there bool
	if !s.ReadOptionalASN1(&outer, &there, named(n)) || !s.Empty() {
		return false
	}
	if !there {
		return true
	}
	if !outer.ReadASN1(&all, der.SEQUENCE) || !outer.Empty() {
		return false
	}
	for !all.Empty() {
		var one, value cryptobyte.String
		var id asn1.ObjectIdentifier
		var critical bool
		if !all.ReadASN1(&one, der.SEQUENCE) || !one.ReadASN1ObjectIdentifier(&id) ||
			!one.ReadOptionalASN1Boolean(&critical, der.BOOLEAN, false) || critical || !one.ReadASN1(&value, der.OCTET_STRING) || !one.Empty() {
			return false
		}
	}
	return true
}
