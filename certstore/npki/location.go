package npki

import (
	"crypto/x509"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"smartbank/certstore/dn"
)

// checkSet checks that everything is what it should be, and returns the subject of the certificate.
func checkSet(s Set) (subject []byte, err error) {
	certificate, err := x509.ParseCertificate(s.Cert)
	if err != nil || len(s.Cert) > MaxCertificate {
		return nil, errors.New("the certificate is none")
	}
	if (s.ExchangeCert == nil) != (s.ExchangeKey == nil) || len(s.ExchangeCert) > MaxCertificate {
		return nil, errors.New("the pair for key exchange is not whole")
	}
	if _, err := parseEnvelope(s.Key); err != nil {
		return nil, err
	}
	if s.ExchangeKey != nil {
		if _, err := parseEnvelope(s.ExchangeKey); err != nil {
			return nil, err
		}
	}
	return certificate.RawSubject, nil
}

// authorities are the folders of authorities whose names are not their own o.
var authorities = map[string]string{"kica": "KICA", "signgate": "KICA"}

// location is where a set goes, relative to the root.
func location(s Set) (string, error) {
	if s.Folder != "" {
		if !fs.ValidPath(s.Folder) || s.Folder == "." {
			return "", fmt.Errorf("no folder below the root can be called %+q", s.Folder)
		}
		return s.Folder, nil
	}
	certificate, err := x509.ParseCertificate(s.Cert)
	if err != nil {
		return "", errors.New("the certificate is none")
	}
	authority := s.CA
	if authority == "" {
		issuer, err := dn.Parse(certificate.RawIssuer)
		if err != nil {
			return "", err
		}
		authority = issuer.Value("o")
		if known, ok := authorities[strings.ToLower(authority)]; ok {
			authority = known
		}
	}
	if err := dn.SafeFolder(authority); err != nil {
		return "", err
	}
	subject, err := dn.Parse(certificate.RawSubject)
	if err != nil {
		return "", err
	}
	holder, err := subject.Folder()
	return path.Join(authority, userFolder, holder), err
}
