package trust

import (
	"bytes"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
)

// Limits on a file of certificates.
const (
	maxFile  = 1 << 20
	maxCerts = 256
	maxCert  = 16 << 10 // a joint certificate has 1.5 KB
)

// ReadCertificates reads one or more certificates, DER or PEM. In PEM, text and blocks of other kinds between them are passed
// over; after DER nothing may follow. A file over 1 MiB, with more than 256 certificates or one over 16 KiB is an error.
func ReadCertificates(file []byte) ([]*x509.Certificate, error) {
	if len(file) > maxFile {
		return nil, fmt.Errorf("read certificates: %w", errFile)
	}
	certs, err := readCertificates(file)
	switch {
	case err != nil:
		return nil, fmt.Errorf("read certificates: %w", err)
	case len(certs) == 0:
		return nil, fmt.Errorf("read certificates: %w", errNone)
	case len(certs) > maxCerts:
		return nil, fmt.Errorf("read certificates: %w", errMany)
	}
	for _, c := range certs {
		if len(c.Raw) > maxCert {
			return nil, fmt.Errorf("read certificates: %w", errLarge)
		}
	}
	return certs, nil
}

var (
	errNone  = errors.New("there is no certificate in it")
	errFile  = fmt.Errorf("a file of certificates is over %d bytes", maxFile)
	errMany  = fmt.Errorf("there are more than %d certificates in it", maxCerts)
	errLarge = fmt.Errorf("a certificate in it is over %d bytes", maxCert)
)

// sequence is the first byte of every certificate in DER (ITU-T X.690, 8.9.1).
const sequence = 0x30

func readCertificates(file []byte) (certs []*x509.Certificate, err error) {
	if !bytes.Contains(file, []byte("-----BEGIN ")) {
		if !bytes.HasPrefix(file, []byte{sequence}) {
			return nil, errNone
		}
		return x509.ParseCertificates(file)
	} else if certs, err = x509.ParseCertificates(file); err == nil {
		return certs, nil
	}
	for block, rest := pem.Decode(file); block != nil; block, rest = pem.Decode(rest) {
		if block.Type != "CERTIFICATE" {
			continue
		}
		c, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return nil, err
		}
		if certs = append(certs, c); len(certs) > maxCerts {
			break
		}
	}
	return certs, nil
}
