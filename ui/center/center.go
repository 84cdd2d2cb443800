// Package center is the Certification Center: everything a customer does with a
// joint certificate, in which the bank, the store on this device and the certificate authority take part together. Screens and
// commands ask it; it knows neither.
//
// Errors are *bank.RefusedError for what the bank or the authority answers, *certstore.PasswordError for a wrong
// certificate password, *keyring.UnavailableError where the store cannot be reached, and faults.
package center

import (
	"crypto/rsa"
	"io"
	"math/big"
	"sync/atomic"

	"smartbank/bank"
	"smartbank/certstore"
	"smartbank/certstore/ca"
)

// Config is what a center is made of.
type Config struct {
	Bank   *bank.Bank
	Store  *certstore.Store
	CA     *ca.Authority
	NewKey func() (*rsa.PrivateKey, error) // rsa.GenerateKey, or the next of the published test keys in tapes
	Rand   io.Reader
	Places Places // zero where certificates stay where they are
}

// Center is the Certification Center of one device. Its methods may be called from
// several goroutines.
type Center struct {
	bank   *bank.Bank
	store  atomic.Pointer[certstore.Store]
	ca     *ca.Authority
	newKey func() (*rsa.PrivateKey, error)
	rand   io.Reader
	places Places
	at     atomic.Pointer[string] // which of the places is the one
}

// New makes a center.
func New(c Config) *Center {
	made := &Center{bank: c.Bank, ca: c.CA, newKey: c.NewKey, rand: c.Rand, places: c.Places}
	made.store.Store(c.Store)
	made.at.Store(&made.places.Is)
	return made
}

// kept is where the certificates of this device are now.
func (c *Center) kept() *certstore.Store { return c.store.Load() }

// State is what can be said of a certificate on this device.
type State string

// The states. What comes first here is shown first where several hold.
const (
	Discarded    State = "discarded"
	Suspended    State = "suspended"
	Expired      State = "expired"
	Locked       State = "locked"       // on this device, by wrong passwords
	Unregistered State = "unregistered" // of another institute, not registered with this bank
	Expiring     State = "expiring"     // within 60 days
	Valid        State = "valid"
)

// Usable reports whether one can sign with it here.
func (s State) Usable() bool { return s == Valid || s == Expiring }

// Use is what a certificate may be used for.
type Use string

// The uses, from the policy.
const (
	BankUse    Use = "bank"      // banks, insurance and cards; free
	Universal  Use = "universal" // everywhere; 4,400 won a year
	Securities Use = "securities"
	OtherUse   Use = "other"
)

// Entry is a certificate on this device.
type Entry struct {
	certstore.Entry
	State State
	Use   Use
	Ours  bool // issued through this bank
}

// Serial is a serial number as it is shown.
func Serial(n *big.Int) string { return n.String() }
