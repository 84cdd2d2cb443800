package ui_test

import (
	"crypto/x509"
	"math/big"
	"math/rand/v2"
	"os"
	"time"

	"smartbank/certstore/dn"
	"smartbank/certstore/fixedkeys"
	"smartbank/certstore/npki"
)

// keepCertificate puts a certificate of Hong Gildong into an NPKI folder, as a customer of another bank brings it.
func keepCertificate(root string) error {
	subject, err := dn.ParseText("cn=홍길동()0071041202611220001,ou=EPOST,ou=personal4IB,o=yessign,c=kr")
	if err != nil {
		return err
	}
	raw, err := subject.DER()
	if err != nil {
		return err
	}
	kst := time.FixedZone("KST", 9*60*60)
	policy, err := x509.OIDFromInts([]uint64{1, 2, 410, 200005, 1, 1, 4})
	if err != nil {
		return err
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(71001), RawSubject: raw, Policies: []x509.OID{policy},
		NotBefore: time.Date(2026, 1, 10, 0, 0, 0, 0, kst), NotAfter: time.Date(2027, 1, 9, 23, 59, 59, 0, kst),
	}
	private := fixedkeys.Key(0)
	chance := rand.NewChaCha8([32]byte{1})
	set := npki.Set{}
	if set.Cert, err = x509.CreateCertificate(chance, template, template, &private.PublicKey, private); err != nil {
		return err
	}
	key, err := npki.NewKey(private, []byte("twenty bytes of an R"))
	if err != nil {
		return err
	}
	if set.Key, err = npki.Seal(key, []byte("Epost#4837kr"), npki.Encryption{}, chance); err != nil {
		return err
	}
	if err := os.MkdirAll(root, 0o700); err != nil {
		return err
	}
	return npki.Write(root, set)
}
