package bank

import (
	"errors"
	"fmt"
	"slices"
	"time"
)

// Fault is a failure that a bank has on purpose, so that testers and kiosks can see
// it, while the bank is open: of every transfer; or a refusal of [RefusalsOnPurpose], by its code, of what a
// demonstration bank refuses with it.
type Fault string

// The faults.
const (
	NoFault           Fault = ""
	FaultAfterDebit   Fault = "after-debit"   // the transfer is booked and its answer is lost: ErrUnknown; Outcome knows
	FaultBeforeCommit Fault = "before-commit" // the program fails before anything is kept
	FaultDiskFull     Fault = "disk-full"     // FileFull: nothing is kept
	FaultLocked       Fault = "locked"        // FileLocked: nothing is kept
)

// Faults are all of them.
func Faults() []Fault { return []Fault{FaultAfterDebit, FaultBeforeCommit, FaultDiskFull, FaultLocked} }

// errOnPurpose is what went wrong where nothing did.
var errOnPurpose = errors.New("a fault on purpose")

// ParseFault reads the name of a fault or the code of a refusal, and "" as none.
func ParseFault(s string) (Fault, error) {
	f := Fault(s)
	if f == NoFault || slices.Contains(Faults(), f) || refusedWhile[Code(f)] != nil {
		return f, nil
	}
	return NoFault, fmt.Errorf("no fault is called %q: they are %v, and the refusals %v", s, Faults(), RefusalsOnPurpose())
}

// The names of what is done while a demonstration bank refuses it on purpose.
var (
	whilePreparing   = []string{"prepare transfer"}
	whileSending     = []string{"transfer"}
	whileIssuing     = []string{"approve an issue", "approve a renewal", "identify"}
	whileRemitting   = []string{"prepare remittance"}
	whileReading     = []string{"read history"}
	whileCancelling  = []string{"cancel transfer"}
	whileSigningIn   = []string{"sign in by certificate"}
	whileLowering    = []string{"lower limits", "prepare transfer"}
	whileProtecting  = []string{"set protection", "prepare transfer"}
	whileWithdrawing = []string{"withdraw consent", "agree"}
	whileAskingBack  = []string{"request a cancellation"}
	whileClaiming    = []string{"claim mailbox"}
)

// refusedWhile are the refusals that no key of one customer provokes, or only
// after months, and what is refused with them on purpose, whatever else it would have been answered with.
var refusedWhile = map[Code][]string{
	CodeSessionReplaced: whileReading, CodeSessionEnded: whileReading, CodeReadOnly: whileSending,
	CodeSignInExpired: whileSigningIn, CodeSignInDiscarded: whileSigningIn, CodeSignInUnregistered: whileSigningIn, CodeSignInStale: whileSigningIn,

	CodeNoAccount: whileReading, CodeAccountClosed: whilePreparing, CodeNotWithdrawable: whilePreparing,
	CodePeriodReversed: whileReading, CodePeriodTooLong: whileReading, CodePeriodFuture: whileReading, CodePeriodTooOld: whileReading,

	CodeRecipientChanged: whilePreparing, CodeUnknownBank: whilePreparing, CodeMemoTooLong: whilePreparing, CodeCardIdle: whilePreparing,
	CodeOverUndesignated: whilePreparing, CodeBadSchedule: whilePreparing, CodeOverDailyLimit: whilePreparing,
	CodeKeyReused: whileSending, CodeNotPrepared: whileSending, CodeNotAcknowledged: whileSending,
	CodeNoInstruction: whileCancelling, CodeLimitAtBranch: whileLowering, CodeProtectionAtBranch: whileProtecting,

	CodeSignatureRefused: whileSending, CodeSignatureNeeded: whileSending, CodeCertificateNotRegistered: whileSending,
	CodeCertificateExpired: whileSending, CodeCertificateDiscarded: whileSending, CodeCertificateSuspended: whileSending,
	CodeCertificateUntrusted: whileSending, CodeCertificatePolicy: whileSending, CodeCertificateStatus: whileSending,
	CodeOtherDocument: whileSending, CodeCertificateTaken: whileIssuing,

	CodeBadApproval: whileIssuing, CodeRenewalLate: whileIssuing, CodeAlreadyDiscarded: whileIssuing, CodeCertificateHeld: whileIssuing,
	CodeOtherPerson: whileIssuing, CodeNoCertificate: whileIssuing, CodeBadRequest: whileIssuing, CodeOtherInstitute: whileIssuing,
	CodeBranchOnly: whileWithdrawing, CodeNumberBurnt: whileClaiming, CodeNumbersBurnt: whileClaiming,

	CodeNoRate: whileRemitting, CodeCountryBlocked: whileRemitting, CodeQuoteExpired: whileRemitting, CodeNoQuote: whileRemitting, CodeNotOffered: whileRemitting, CodeOverYearlyLimit: whileRemitting,
	CodeOtherSender: whileRemitting, CodeNoPurpose: whileRemitting, CodeRemittanceAtBranch: whileRemitting, CodeNoRemittanceConsent: whileRemitting,
	CodeAccountCurrency: whileRemitting, CodeNoGiro: whileRemitting, CodeNoRemittance: whileAskingBack, CodeTooLate: whileAskingBack,
	CodeSplitRemittance: whileRemitting, CodeAfterHoursLimit: whileRemitting,
}

// RefusalsOnPurpose are the refusals that are faults too, by their code.
func RefusalsOnPurpose() []Code {
	var codes []Code
	for _, code := range Codes() {
		if refusedWhile[code] != nil {
			codes = append(codes, code)
		}
	}
	return codes
}

// refused is the refusal with which a demonstration bank answers on purpose, nil if
// it does not.
func (b *Bank) refused(doing string, now time.Time) error {
	code := Code(b.opt.Fault)
	if !b.demo || !slices.Contains(refusedWhile[code], doing) {
		return nil
	}
	return ExampleRefusal(code, now)
}

// inside is what a transaction that is to move money fails with, nil if it does
// not.
func (f Fault) inside(path string) error {
	switch f {
	case FaultBeforeCommit:
		return errOnPurpose
	case FaultDiskFull:
		return &FileError{Path: path, Reason: FileFull, Err: errOnPurpose}
	case FaultLocked:
		return &FileError{Path: path, Reason: FileLocked, Err: errOnPurpose}
	case NoFault, FaultAfterDebit:
	default: // a refusal, which comes elsewhere
	}
	return nil
}

// after is what the caller of an order that was carried out is told.
func (f Fault) after() error {
	if f == FaultAfterDebit {
		return ErrUnknown
	}
	return nil
}
