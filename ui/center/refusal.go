package center

import (
	"errors"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/certstore/ca"
)

// refused is an answer of the authority as the customer hears it from the bank.
// Any other error stays as it is.
func refused(err error) error {
	r, ok := errors.AsType[*ca.RefusedError](err)
	if !ok {
		return err
	}
	told := &bank.RefusedError{Code: bank.CodeBadRequest, Tries: r.Tries, Max: r.Max}
	switch r.Reason {
	case ca.BadApproval:
		told.Code = bank.CodeBadApproval
	case ca.BadIdentity:
		told.Code = bank.CodeWrongIdentity
	case ca.TooEarly:
		told.Code, told.At, told.Day = bank.CodeRenewalEarly, r.From, calendar.DateOf(r.From)
	case ca.TooLate:
		told.Code = bank.CodeRenewalLate
	case ca.NoSuch:
		told.Code = bank.CodeNoCertificate
	case ca.IsRevoked:
		told.Code = bank.CodeAlreadyDiscarded
	case ca.IsHeld:
		told.Code = bank.CodeCertificateHeld
	case ca.BadRequest, ca.BadProof, ca.NotHeld, ca.NotAccepted, ca.NoPolicy, ca.WrongStatus:
	}
	return told
}

// is reports whether err is the bank's refusal with that code.
func is(err error, code bank.Code) bool { return bank.RefusalCode(err) == code }
