package bank

import (
	"errors"
	"fmt"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/iso"
	"smartbank/bank/money"
)

// Code names a refusal. Codes are stable: tapes, scripts and `smartbank codes`
// rely on them.
type Code string

// The refusals, by what the customer was doing.
const (
	CodeWrongSignIn        Code = "AUTH-01" // ID or password wrong; Tries of Max used, the last of which is answered with the next code
	CodeSignInLocked       Code = "AUTH-02" // too many wrong passwords
	CodeSignInExpired      Code = "AUTH-03" // the certificate has expired
	CodeSignInDiscarded    Code = "AUTH-04" // the certificate was discarded
	CodeSignInUnregistered Code = "AUTH-05" // the certificate is registered to nobody here
	CodeNotMember          Code = "AUTH-06" // not a member of Smart Banking
	CodeSessionReplaced    Code = "AUTH-08" // the same customer signed in elsewhere on this channel
	CodeSessionEnded       Code = "AUTH-09" // signed out or idle too long
	CodeReadOnly           Code = "AUTH-10" // an order from a caller without a session

	CodeSignInStale Code = "AUTH-11" // what the certificate signed was used, is too old, or is another bank's

	CodeNoAccount       Code = "ACCT-01" // not an account of this customer
	CodeAccountClosed   Code = "ACCT-02" // closed or frozen: nothing can be withdrawn
	CodeWrongPIN        Code = "ACCT-03" // account password wrong; Tries of Max used
	CodePINLocked       Code = "ACCT-04" // too many wrong account passwords
	CodeNotWithdrawable Code = "ACCT-05" // a product nobody can send money from, such as a time deposit

	CodePeriodReversed Code = "HIST-01" // From after To; Day is To
	CodePeriodTooLong  Code = "HIST-02" // over 12 months; Day is the latest To
	CodePeriodFuture   Code = "HIST-03" // To after today, which is Day
	CodePeriodTooOld   Code = "HIST-04" // From more than 5 years ago; Day is the earliest

	CodeBadAmount         Code = "TRAN-01" // zero or less
	CodeOverTransferLimit Code = "TRAN-02" // over Limit, what this medium allows at once; Available would pass
	CodeOverDailyLimit    Code = "TRAN-03" // over what is left today of Limit; Available would pass
	CodeInsufficientFunds Code = "TRAN-04" // over Available
	CodeSameAccount       Code = "TRAN-05" // to the account it comes from
	CodeRecipientClosed   Code = "TRAN-06" // the receiving account is closed or frozen
	CodeNoRecipient       Code = "TRAN-07" // the receiving bank has no such account
	CodeBankNotAnswering  Code = "TRAN-08" // the receiving bank does not answer
	CodeRecipientChanged  Code = "TRAN-09" // the holder's name is now Name, not the one that was checked
	CodeUnknownBank       Code = "TRAN-10" // no bank has this code
	CodeBadAccountNumber  Code = "TRAN-11" // not 10 to 16 digits, or not the form of this bank
	CodeMemoTooLong       Code = "TRAN-12" // over MemoCells cells
	CodeKeyReused         Code = "TRAN-13" // the order key belongs to another order, or to the same one before it was changed
	CodeWrongFactor       Code = "TRAN-14" // security card or one-time password wrong; Tries of Max used
	CodeFactorLocked      Code = "TRAN-15" // too many wrong answers
	CodeNotPrepared       Code = "TRAN-16" // the order was never reviewed, or was withdrawn
	CodeOtherCurrency     Code = "TRAN-17" // domestic transfers are in won

	CodeNotAcknowledged    Code = "TRAN-18" // of what Reason, a Warning, warns of
	CodeServiceClosed      Code = "TRAN-19" // the books are closed around midnight, until At
	CodeCardIdle           Code = "TRAN-20" // nothing was sent with the card since Day, more than a year ago
	CodeLimitAtBranch      Code = "TRAN-21" // over Limit: limits are raised at a branch
	CodeOverUndesignated   Code = "TRAN-22" // over Available of Limit, what is sent a day to accounts that are not designated
	CodeBadSchedule        Code = "TRAN-23" // not a delay, or not a day, that is offered; Day is the first one
	CodeTooLateToCancel    Code = "TRAN-24" // it could be cancelled until At
	CodeNoInstruction      Code = "TRAN-25" // no order of this customer waits under this key
	CodeProtectionAtBranch Code = "TRAN-26" // weaker protection takes a visit

	CodeSignatureRefused         Code = "SIGN-01" // the signature does not hold, or nobody here can check it
	CodeSignatureNeeded          Code = "SIGN-02" // the order is not signed
	CodeCertificateNotRegistered Code = "SIGN-03" // the certificate is not registered to this customer, or not any more
	CodeCertificateExpired       Code = "SIGN-04" // not valid yet, or not any more
	CodeCertificateDiscarded     Code = "SIGN-05" // revoked
	CodeCertificateSuspended     Code = "SIGN-06" // revoked for the time being
	CodeCertificateUntrusted     Code = "SIGN-07" // no chain leads to an accredited institute
	CodeCertificatePolicy        Code = "SIGN-08" // a policy that is not for banking
	CodeCertificateStatus        Code = "SIGN-09" // nobody can tell whether it was revoked
	CodeOtherDocument            Code = "SIGN-10" // the signature is over another document
	CodeCertificateTaken         Code = "SIGN-11" // the certificate is registered to another customer

	CodeCorporate        Code = "CERT-01" // no certificates for corporate customers here
	CodeNoConsent        Code = "CERT-02" // the pre-consent is "disagree", since At
	CodeWrongIdentity    Code = "CERT-03" // the identity number, or the user ID with it, is wrong; Tries of Max used
	CodeIdentityLocked   Code = "CERT-04" // too many wrong identity numbers
	CodeBadApproval      Code = "CERT-05" // no such reference number, another code, used up or too late
	CodeRenewalEarly     Code = "CERT-06" // Day is the first day of the renewal
	CodeRenewalLate      Code = "CERT-07" // it has expired: only a new one can be issued
	CodeAlreadyDiscarded Code = "CERT-08" // nothing can be done with a discarded certificate
	CodeCertificateHeld  Code = "CERT-09" // it is suspended
	CodeOtherPerson      Code = "CERT-10" // its VID is not of the customer's identity number
	CodeNoCertificate    Code = "CERT-11" // no such certificate of the customer's
	CodeBranchOnly       Code = "CERT-12" // to agree again takes a visit
	CodeBadRequest       Code = "CERT-13" // the authority would not take the request
	CodeOtherInstitute   Code = "CERT-14" // for its own institute to renew or discard

	CodeNoNumber     Code = "COPY-01" // the customer has no such number
	CodeNumberBurnt  Code = "COPY-02" // it can no longer be used: Reason, and Name is the end that burnt it
	CodeNumbersBurnt Code = "COPY-03" // Max numbers were burnt within an hour; there are new ones from At on

	CodeNoRate              Code = "FX-01" // Currency has no rate yet (firmbanking 257, 754)
	CodeQuoteExpired        Code = "FX-02" // the quote's minute was over, at At
	CodeNoQuote             Code = "FX-03" // no such quote of this customer, or for another currency or side
	CodeNotOffered          Code = "FX-04" // nothing is sent in Currency
	CodeOverRemittanceLimit Code = "FX-05" // Amount in dollars is over Limit, what this category or network sends at once
	CodeOverYearlyLimit     Code = "FX-06" // over Available of Limit, in dollars, and over what may be sent without documents
	CodeCountryBlocked      Code = "FX-07" // nothing is sent to Country
	CodeSplitRemittance     Code = "FX-08" // with what was sent to the recipient today over Limit; Available would pass
	CodeAfterHoursLimit     Code = "FX-09" // over Available of Limit, in dollars, until At, when the exchange opens
	CodeRemittanceClosed    Code = "FX-10" // the books are closed around midnight, until At
	CodeOtherSender         Code = "FX-11" // the sender is Name, the holder of the account
	CodeBadField            Code = "FX-12" // Invalid says which field, and what is wrong with it
	CodeRemittanceAtBranch  Code = "FX-13" // this category takes documents
	CodeNoPurpose           Code = "FX-14" // not a purpose of the list
	CodeNoRemittanceConsent Code = "FX-15" // the customer has not agreed
	CodeAccountCurrency     Code = "FX-16" // the account is neither in won nor in Currency
	CodeNoGiro              Code = "FX-17" // Eurogiro does not go to Country, or not in this way
	CodeNoRemittance        Code = "FX-18" // no such remittance of this customer
	CodeTooLate             Code = "FX-19" // it cannot be changed or stopped any more, or a request is open

	CodeNotDemonstration Code = "DEMO-01" // only a demonstration bank shows its customers' card or token
	CodeNoSuchMedium     Code = "DEMO-02" // the customer has no card, or no token
)

// Codes are all refusals, in the order above.
func Codes() []Code {
	return []Code{
		CodeWrongSignIn, CodeSignInLocked, CodeSignInExpired, CodeSignInDiscarded, CodeSignInUnregistered, CodeNotMember,
		CodeSessionReplaced, CodeSessionEnded, CodeReadOnly, CodeSignInStale,
		CodeNoAccount, CodeAccountClosed, CodeWrongPIN, CodePINLocked, CodeNotWithdrawable,
		CodePeriodReversed, CodePeriodTooLong, CodePeriodFuture, CodePeriodTooOld,
		CodeBadAmount, CodeOverTransferLimit, CodeOverDailyLimit, CodeInsufficientFunds, CodeSameAccount,
		CodeRecipientClosed, CodeNoRecipient, CodeBankNotAnswering, CodeRecipientChanged, CodeUnknownBank,
		CodeBadAccountNumber, CodeMemoTooLong, CodeKeyReused, CodeWrongFactor, CodeFactorLocked, CodeNotPrepared,
		CodeOtherCurrency, CodeNotAcknowledged, CodeServiceClosed, CodeCardIdle, CodeLimitAtBranch, CodeOverUndesignated, CodeBadSchedule,
		CodeTooLateToCancel, CodeNoInstruction, CodeProtectionAtBranch, CodeSignatureRefused, CodeSignatureNeeded, CodeCertificateNotRegistered, CodeCertificateExpired,
		CodeCertificateDiscarded, CodeCertificateSuspended, CodeCertificateUntrusted, CodeCertificatePolicy,
		CodeCertificateStatus, CodeOtherDocument, CodeCertificateTaken,
		CodeCorporate, CodeNoConsent, CodeWrongIdentity, CodeIdentityLocked, CodeBadApproval, CodeRenewalEarly, CodeRenewalLate,
		CodeAlreadyDiscarded, CodeCertificateHeld, CodeOtherPerson, CodeNoCertificate, CodeBranchOnly, CodeBadRequest, CodeOtherInstitute,
		CodeNoNumber, CodeNumberBurnt, CodeNumbersBurnt,
		CodeNoRate, CodeQuoteExpired, CodeNoQuote, CodeNotOffered, CodeOverRemittanceLimit, CodeOverYearlyLimit, CodeCountryBlocked,
		CodeSplitRemittance, CodeAfterHoursLimit, CodeRemittanceClosed, CodeOtherSender, CodeBadField, CodeRemittanceAtBranch,
		CodeNoPurpose, CodeNoRemittanceConsent, CodeAccountCurrency, CodeNoGiro, CodeNoRemittance, CodeTooLate,
		CodeNotDemonstration, CodeNoSuchMedium,
	}
}

// RefusedError is the bank's answer to an order it will not carry out. Nothing
// has changed, and the customer can do something about it. Fields that a code
// does not use are zero.
type RefusedError struct {
	Code      Code
	Account   string        // the account number the refusal is about
	Bank      BankCode      // the receiving bank
	Name      string        // the name on the receiving account, for CodeRecipientChanged
	Reason    string        // why a number was burnt, in a word
	Medium    Medium        // whose limit it is
	Amount    money.Amount  // what was asked for
	Available money.Amount  // what would pass: for funds and daily limits
	Limit     money.Amount  // the whole limit
	Tries     int           // wrong answers so far
	Max       int           // wrong answers that lock; or the longest memo, in cells
	At        time.Time     // when it happened: the sign-in elsewhere, the idle logout
	Day       calendar.Date // the earliest or latest day that can be asked for

	Currency money.Currency    // of foreign exchange
	Country  string            // ISO 3166
	Invalid  *iso.InvalidError // what is wrong with a field; nil unless for CodeBadField
}

// Error describes the refusal for logs and developers. The customer is shown
// what ui/text holds for e.Code instead.
func (e *RefusedError) Error() string {
	if e.Account != "" {
		return fmt.Sprintf("order refused: %s (account %s)", e.Code, e.Account)
	}
	return fmt.Sprintf("order refused: %s", e.Code)
}

// RefusalCode is the code of the refusal that err is or wraps, and "" for any
// other error.
func RefusalCode(err error) Code {
	if refused, ok := errors.AsType[*RefusedError](err); ok {
		return refused.Code
	}
	return ""
}

// ErrUnknown is returned to a caller who stopped waiting after the order was
// queued: it may or may not have been booked. Ask again by key, with
// [Bank.Outcome]; never send it again under another key.
var ErrUnknown = errors.New("the outcome is not known yet")
