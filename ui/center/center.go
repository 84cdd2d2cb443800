// Package center is the Certification Center: everything a customer does with a
// joint certificate, in which the bank, the store on this device and the certificate authority take part together. Screens and
// commands ask it; it knows neither.
//
// Errors are *bank.RefusedError for what the bank or the authority answers, *certstore.PasswordError for a wrong
// certificate password, *keyring.UnavailableError where the store cannot be reached, and faults.
package center

import (
	"context"
	"crypto/rsa"
	"io"
	"math/big"
	"time"

	"smartbank/bank"
	"smartbank/bank/money"
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
}

// Center is the Certification Center of one device.
type Center struct{ _ int }

// New makes a center.
func New(c Config) *Center { panic("todo") }

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

// Details are what the details page adds to an entry.
type Details struct {
	Entry
	Chain      []certstore.Certificate // from the issuer up
	PolicyName string                  // as the authority calls it
	SHA1       string                  // fingerprint, as older programs show it
	VIDHash    string
	RealName   string // of the VID
	Identity   string // "ours": the VID is that of the signed-in customer; "other"; "unknown": nobody signed in, or it cannot be told without the key
	RevokedAt  time.Time
	Reason     string // of a revocation
}

// List returns the certificates on this device, newest first. Without a session whether one is registered is still known.
func (c *Center) List(ctx context.Context) ([]Entry, error) { panic("todo") }

// Details reads one certificate's.
func (c *Center) Details(ctx context.Context, caller bank.Caller, id string) (Details, error) {
	panic("todo")
}

// Plan is what an issue would do, told before anything is asked.
type Plan struct {
	Reissue   bool
	Replaces  *Entry    // will be discarded on this device
	NotAfter  time.Time // of the new certificate; a reissue keeps the old one's
	Fees      map[Use]money.Amount
	Accounts  []bank.Account // that can pay
	Medium    bank.Medium
	Challenge bank.Challenge // of the security card
	Order     string         // names this issue: breaking off and coming back continues it
}

// PlanIssue says what an issue would do. It refuses corporate customers, who is no member of Smart Banking, and customers whose
// pre-consent is "disagree".
func (c *Center) PlanIssue(ctx context.Context, caller bank.Caller) (Plan, error) { panic("todo") }

// Identification is how a customer is identified for an issue. The byte slices are wiped.
type Identification struct {
	Login    string
	Identity []byte // resident or foreigner number, 13 digits
	Account  bank.AccountNumber
	PIN      []byte // of the account
	Digits   []byte // of the second factor
}

// Identify checks an identification for a planned issue; the fee is taken later, by Issue. It returns what an issue is gated by.
func (c *Center) Identify(ctx context.Context, caller bank.Caller, order string, i Identification) (Approval, error) {
	panic("todo")
}

// Approval is what the bank tells the customer for the authority.
type Approval struct {
	Order     string
	Reference string // reference number
	Code      []byte // authorisation code
	Until     time.Time
}

// Step is what is being done while a certificate is issued.
type Step string

// The steps, in order.
const (
	MakingKey   Step = "key"
	Requesting  Step = "request"
	Checking    Step = "check"
	Storing     Step = "store"
	Registering Step = "register"
)

// Issue issues or reissues: makes a key, has it certified, checks what came, stores it in place of the old one, and registers it. It can be
// repeated after a failure with the same approval. identity and password are wiped; progress may be nil and is called from the caller's goroutine.
func (c *Center) Issue(ctx context.Context, caller bank.Caller, a Approval, use Use, identity, password []byte, progress func(Step)) (Entry, error) {
	panic("todo")
}

// Register registers another institute's certificate of the customer with this bank, checking identity by VID, possession by password, and the second factor.
func (c *Center) Register(ctx context.Context, caller bank.Caller, id string, identity, password, digits []byte) (Entry, error) {
	panic("todo")
}

// Challenge draws the positions of the security card for a registration; zero for a token.
func (c *Center) Challenge(ctx context.Context, caller bank.Caller) (bank.Medium, bank.Challenge, error) {
	panic("todo")
}

// Renewal is what a renewal would do.
type Renewal struct {
	Entry    Entry
	NotAfter time.Time // one year after the old expiry
	Fee      money.Amount
}

// PlanRenewal refuses outside the window: *bank.RefusedError with Day the first day from which it works.
func (c *Center) PlanRenewal(ctx context.Context, caller bank.Caller, id string) (Renewal, error) {
	panic("todo")
}

// Renew renews a certificate with its old key's signature, under the same password, and replaces it on this device.
func (c *Center) Renew(ctx context.Context, caller bank.Caller, id string, identity, password []byte, account bank.AccountNumber, pin []byte, progress func(Step)) (Entry, error) {
	panic("todo")
}

// DiscardReason is why a certificate is discarded.
type DiscardReason string

// The reasons.
const (
	Lost    DiscardReason = "lost"
	Leaked  DiscardReason = "leaked"
	Changed DiscardReason = "changed"
	Unused  DiscardReason = "unused"
)

// Discard revokes a certificate, then removes every copy on this device. It cannot be undone. The password may be empty where it was
// forgotten: then identity, the number of the customer, is checked instead.
func (c *Center) Discard(ctx context.Context, caller bank.Caller, id string, why DiscardReason, password, identity []byte) error {
	panic("todo")
}

// ChangePassword changes a certificate's password on this device. New ones that break the rule are refused with a *FlawError.
func (c *Center) ChangePassword(ctx context.Context, id string, old, fresh []byte, userID string) error {
	panic("todo")
}

// FlawError is a new password that breaks the rule.
type FlawError struct{ Flaws []certstore.PasswordFlaw }

// Error describes it.
func (e *FlawError) Error() string { return "the new certificate password breaks the rule" }

// Delete removes a certificate from this device only.
func (c *Center) Delete(ctx context.Context, id string, password []byte) error { panic("todo") }

// Consent is a customer's pre-consent to certificates being issued online.
type Consent struct {
	Agreed bool
	Since  time.Time
}

// Consent reads it.
func (c *Center) Consent(ctx context.Context, caller bank.Caller) (Consent, error) { panic("todo") }

// Disagree withdraws the consent. To agree again a customer goes to a branch.
func (c *Center) Disagree(ctx context.Context, caller bank.Caller, digits []byte) error {
	panic("todo")
}

// SignIn signs in with a certificate: its owner must have registered it here. The password is wiped.
func (c *Center) SignIn(ctx context.Context, id string, password []byte, on bank.Channel) (bank.Session, error) {
	panic("todo")
}

// Sign signs what the customer was shown in full. The password is wiped.
func (c *Center) Sign(ctx context.Context, id string, password []byte, document []byte) (signature []byte, err error) {
	panic("todo")
}

// Serial is a serial number as it is shown.
func Serial(n *big.Int) string { return n.String() }
