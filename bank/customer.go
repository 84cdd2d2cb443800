package bank

import (
	"context"
	"time"
)

// CustomerID is a customer's number inside the bank.
type CustomerID int64

// Medium is what a customer confirms orders with.
type Medium string

// The security media.
const (
	SecurityCard Medium = "card" // 35 cells of four digits; two positions are asked
	Token        Medium = "otp"  // one-time passwords of six digits, RFC 6238
)

// Channel is where a customer signs in. One session is open per customer and
// channel.
type Channel string

// The channels.
const (
	Phone Channel = "phone" // the terminal bank
	PC    Channel = "pc"    // the Certification Center
)

// Caller is on whose behalf a method is called. Without a Session it may only
// read.
type Caller struct {
	Customer CustomerID
	Session  string
}

// Session is what a customer gets for signing in.
type Session struct {
	ID         string
	Customer   CustomerID
	Login      string // the user ID
	NameEN     string
	NameKO     string
	Medium     Medium
	Channel    Channel
	StartedAt  time.Time
	LastSignIn time.Time // the one before on this channel; zero at the first
	Replaced   bool      // an open session elsewhere was ended by this one
}

// Caller is who acts in this session.
func (s Session) Caller() Caller { return Caller{s.Customer, s.ID} }

// MaxTries is how many wrong passwords in a row lock a sign-in, an account
// password or a security medium. The regulation on electronic financial
// supervision allows at most five.
const MaxTries = 5

// SignIn opens a session on a channel and ends the one that was open there. The
// password is wiped. It is refused with CodeWrongSignIn, the same for an unknown
// ID and a wrong password, and CodeSignInLocked.
func (b *Bank) SignIn(ctx context.Context, login string, password []byte, on Channel) (Session, error) {
	panic("todo")
}

// Authenticate checks a user ID and password as SignIn does, with the same
// refusals, and opens no session: its caller may only read.
func (b *Bank) Authenticate(ctx context.Context, login string, password []byte) (Caller, error) {
	panic("todo")
}

// EndReason is why a session ended.
type EndReason string

// The reasons.
const (
	SignedOut EndReason = "signed-out"
	Idle      EndReason = "idle"
	Elsewhere EndReason = "elsewhere"
)

// SignOut ends the caller's session. Ending one that has ended is no error.
func (b *Bank) SignOut(ctx context.Context, c Caller, why EndReason) error { panic("todo") }

// CheckSession returns nil while the caller's session is open, else the refusal
// CodeSessionReplaced or CodeSessionEnded.
func (b *Bank) CheckSession(ctx context.Context, c Caller) error { panic("todo") }

// Card returns the 35 cells of a demonstration customer's security card, cell 1
// first, four digits each. It is refused with CodeNotDemonstration,
// CodeNoSuchMedium, and CodeWrongSignIn for an unknown login.
func (b *Bank) Card(ctx context.Context, login string) ([]string, error) { panic("todo") }

// OTP returns the one-time password that a demonstration customer's token shows
// now, and until when (RFC 6238: HMAC-SHA-1, 30 seconds, 6 digits). Refusals are those of Card.
func (b *Bank) OTP(ctx context.Context, login string) (password string, until time.Time, err error) {
	panic("todo")
}
