package text

import (
	"smartbank/bank"
	"smartbank/bank/money"
)

var refusalsEN = refusals{
	bank.CodeWrongSignIn: func(e *bank.RefusedError) Message {
		return Message{"The user ID or the password is wrong (" + of(e.Tries, e.Max) + ").", "Check both and try again. After " + itoa(e.Max) + " wrong tries the login is locked."}
	},
	bank.CodeSignInLocked:    always("This login is locked after too many wrong passwords.", "Go to a post office with your identity card to have it opened."),
	bank.CodeSessionReplaced: always("You were logged out because you logged in somewhere else.", "If that was not you, log in again now and call the bank: only one session can be open."),
	bank.CodeSessionEnded:    always("This session has ended.", "Log in again to go on."),
	bank.CodeReadOnly:        always("Orders need a login.", "Open the bank with `smartbank`, log in, and give the order there."),

	bank.CodeNoAccount:     always("This is not one of your accounts.", "Choose one of the accounts in Account inquiry."),
	bank.CodeAccountClosed: always("This account is closed or stopped: nothing can be withdrawn.", "Choose another account, or ask at a post office."),
	bank.CodeWrongPIN: func(e *bank.RefusedError) Message {
		return Message{"The account password is wrong (" + of(e.Tries, e.Max) + ").", "Type the four digits again. After " + itoa(e.Max) + " wrong tries the account is locked for transfers."}
	},
	bank.CodePINLocked:       always("The account password is locked after too many wrong tries.", "Go to a post office with your identity card to set a new one."),
	bank.CodeNotWithdrawable: always("Money cannot be sent from this kind of account.", "Choose a demand deposit in won."),

	bank.CodePeriodReversed: always("The first day is after the last day.", "Change one of the two dates."),
	bank.CodePeriodTooLong:  always("The period is longer than 12 months.", "Ask for at most 12 months at once, and for the rest in a second inquiry."),
	bank.CodePeriodFuture: func(e *bank.RefusedError) Message {
		return Message{"The period ends in the future.", "Choose a last day up to today" + day(", ", e) + "."}
	},
	bank.CodePeriodTooOld: func(e *bank.RefusedError) Message {
		return Message{"The period starts more than 5 years ago.", "Choose a first day from" + day(" ", e) + " on; older statements are printed at a post office."}
	},

	bank.CodeBadAmount: func(e *bank.RefusedError) Message {
		if c := e.Amount.Currency(); c != "" && c != money.KRW {
			return Message{"The amount must be above zero.", "Type how much to send."}
		}
		return Message{"The amount must be at least 1 won.", "Type how much to send."}
	},
	bank.CodeOverTransferLimit: func(e *bank.RefusedError) Message {
		passes := e.Available.Grouped()
		if e.Medium == bank.SecurityCard && e.Limit.Minor() >= bank.CardEach {
			return Message{"A security card allows " + e.Limit.Grouped() + " won a transfer.", "Send " + passes + " won or less, or get a one-time-password token at a post office."}
		}
		return Message{"Your limit is " + e.Limit.Grouped() + " won a transfer.", "Send " + passes + " won or less, or have the limit raised at a post office."}
	},
	bank.CodeOverDailyLimit: func(e *bank.RefusedError) Message {
		return Message{"This is over your limit of " + e.Limit.Grouped() + " won a day.", "Today " + e.Available.Grouped() + " won can still be sent; the limit starts anew at midnight."}
	},
	bank.CodeInsufficientFunds: func(e *bank.RefusedError) Message {
		return Message{"There is not enough money on the account.", "Send " + sum(e.Available, " won") + " or less, or choose another account."}
	},
	bank.CodeSameAccount:     always("This is the account the money comes from.", "Choose another receiving account or another withdrawal account."),
	bank.CodeRecipientClosed: always("The receiving account is closed.", "Ask the recipient for another account."),
	bank.CodeNoRecipient:     always("The receiving bank has no such account.", "Check the bank and the number with the recipient."),
	bank.CodeBankNotAnswering: always("The receiving bank does not answer, so the name cannot be checked.",
		"No money moved. Try again in some minutes, or use another account of the recipient."),
	bank.CodeRecipientChanged: func(e *bank.RefusedError) Message {
		return Message{"The account now belongs to another name than the one you checked" + paren(e.Name) + ".", "Check the recipient again before you send anything."}
	},
	bank.CodeUnknownBank:      always("There is no bank with this code.", "Choose the receiving bank from the list."),
	bank.CodeBadAccountNumber: always("This is not an account number of that bank.", "Type 10 to 16 digits; spaces and dashes do not matter. Korea Post has 14."),
	bank.CodeMemoTooLong:      always("The memo is too long for a passbook.", "Use at most 14 letters or 7 Hangul syllables."),
	bank.CodeKeyReused:        always("This order was changed after it was reviewed.", "Nothing was sent by it. Make the transfer again."),
	bank.CodeWrongFactor: func(e *bank.RefusedError) Message {
		return Message{"The security card digits or the one-time password are wrong (" + of(e.Tries, e.Max) + ").", "Look again and type them once more. After " + itoa(e.Max) + " wrong tries the card or token is locked."}
	},
	bank.CodeFactorLocked:    always("Your security card or token is locked after too many wrong tries.", "Go to a post office with your identity card to have it opened."),
	bank.CodeNotPrepared:     always("This order is not under review any more.", "Look in Search transfer result; if it is not there, make the transfer again."),
	bank.CodeOtherCurrency:   always("Transfers inside Korea are in won.", "Choose an account in won; for other currencies use SWIFT remittance."),
	bank.CodeNotAcknowledged: always("This transfer has a warning that you have not confirmed.", "Go back, read the warning, and confirm it if you want to send the money all the same."),
	bank.CodeServiceClosed: func(e *bank.RefusedError) Message {
		return Message{"Between 23:50 and 00:10 the books are closed, and no transfer is taken.", "Nothing was sent. Send it again" + opens(" from ", e) + " on."}
	},
	bank.CodeCardIdle: func(e *bank.RefusedError) Message {
		return Message{"Nothing was sent with your security card for more than a year" + day(", since ", e) + ": it is stopped.", "Go to a post office with your identity card to have it started again, or to get a one-time-password token."}
	},
	bank.CodeLimitAtBranch: func(e *bank.RefusedError) Message {
		return Message{"Your limit is " + e.Limit.Grouped() + " won, and it cannot be raised here.", "Type " + e.Limit.Grouped() + " won or less, or have it raised at a post office with your identity card."}
	},
	bank.CodeOverUndesignated: func(e *bank.RefusedError) Message {
		return Message{"You send at most " + e.Limit.Grouped() + " won a day to accounts that are not designated.", "Today " + e.Available.Grouped() + " won can still go there; or have the account designated at a post office."}
	},
	bank.CodeBadSchedule: func(e *bank.RefusedError) Message {
		return Message{"Transfers are not carried out at this time.", "Choose a delay of 3 to 48 hours, or a day" + day(" from ", e) + " to a year from today."}
	},
	bank.CodeTooLateToCancel: func(e *bank.RefusedError) Message {
		return Message{"It is too late to cancel this transfer" + opens(": that was possible until ", e) + ".", "It is carried out at its time. If it should not be, call 1588-1900 at once."}
	},
	bank.CodeNoInstruction:      always("This transfer does not wait any more.", "Look again in Search transfer result for what became of it."),
	bank.CodeProtectionAtBranch: always("What makes your account less safe is not done here: it is what a thief would do first.", "Go to a post office with your identity card."),

	bank.CodeSignatureRefused:         always("The certificate signature was not accepted.", "Check that your certificate is valid, then try again."),
	bank.CodeSignatureNeeded:          always("This order needs your certificate signature.", "Sign it with your joint certificate. Without one, issue it under Joint certificate."),
	bank.CodeCertificateNotRegistered: always("This certificate is not registered to you at this bank.", "Sign with the one that is, or register it under Joint certificate."),
	bank.CodeCertificateExpired:       always("The certificate has expired, or is not valid yet.", "Issue a new one under Joint certificate."),
	bank.CodeCertificateDiscarded:     always("The certificate that signed was discarded.", "Sign with another one, or issue a new one under Joint certificate."),
	bank.CodeCertificateSuspended:     always("The certificate is suspended.", "Ask the institute that issued it to lift the suspension."),
	bank.CodeCertificateUntrusted:     always("The certificate is not of an accredited institute.", "Use a joint certificate of yessign, KICA, SignKorea, CrossCert or TradeSign."),
	bank.CodeCertificatePolicy:        always("The certificate is not for banking.", "Sign with one for bank use or a universal one."),
	bank.CodeCertificateStatus:        always("Nobody answers whether the certificate is still good.", "Nothing was sent. Try again in a while."),
	bank.CodeOtherDocument:            always("What was signed is not this order.", "Nothing was sent. Read the order again and sign it."),
	bank.CodeCertificateTaken:         always("The certificate is registered to another customer.", "Use your own certificate. If this is yours, ask at a post office."),
	bank.CodeSignInExpired:            always("This certificate has expired.", "Log in by user ID and have a new certificate issued."),
	bank.CodeSignInDiscarded:          always("This certificate was discarded.", "Log in by user ID and have a new certificate issued, or choose another one."),
	bank.CodeSignInUnregistered:       always("This certificate is not registered with the bank.", "Log in by user ID and register it under Joint certificate."),
	bank.CodeNotMember:                always("Only members of Smart Banking have certificates here.", "Join at a post office with your identity card."),
	bank.CodeSignInStale:              always("This login was not finished in time.", "Choose the certificate and type its password again."),

	bank.CodeCorporate: always("Certificates for companies are not issued in Smart Banking.", "Go to a post office with the papers of the company."),
	bank.CodeNoConsent: always("Your pre-consent to certificates being issued online is \"disagree\".", "Agree again at a post office. Renewing a certificate still works here."),
	bank.CodeWrongIdentity: func(e *bank.RefusedError) Message {
		return Message{"The user ID or the identity number is wrong" + tries(e) + ".", "Type your own ID and all 13 digits. After " + itoa(e.Max) + " wrong tries no more are taken."}
	},
	bank.CodeIdentityLocked: always("Too many wrong identity numbers were typed.", "Go to a post office with your identity card."),
	bank.CodeBadApproval:    always("The approval of this certificate is used up, too old or not right.", "Nothing was paid for it. Start the issue again."),
	bank.CodeRenewalEarly: func(e *bank.RefusedError) Message {
		return Message{"It is too early to renew this certificate.", "It can be renewed from" + day(" ", e) + " until the day it expires."}
	},
	bank.CodeRenewalLate:      always("This certificate has expired and cannot be renewed any more.", "Have a new one issued under Issue/reissue a certificate."),
	bank.CodeAlreadyDiscarded: always("This certificate is discarded already.", "Have a new one issued under Issue/reissue a certificate."),
	bank.CodeCertificateHeld:  always("This certificate is suspended.", "Have it resumed where it was suspended, or have a new one issued."),
	bank.CodeOtherPerson:      always("This certificate is not yours: its identity does not match your number.", "Choose a certificate that was issued to you."),
	bank.CodeNoCertificate:    always("This is not one of your certificates.", "Choose one from the list of certificates on this device."),
	bank.CodeBranchOnly:       always("The pre-consent was withdrawn and cannot be given again here.", "Go to a post office with your identity card to agree again."),
	bank.CodeBadRequest:       always("The certificate authority did not accept the request.", "Your certificate is as it was. Try again; if it happens again, call the bank."),
	bank.CodeOtherInstitute:   always("Another institute issued this certificate.", "Renew or discard it where it was issued."),

	bank.CodeNoNumber: always("You have no such number at the moment.", "Type the twelve digits again as the other device shows them, and log in there as the same customer."),
	bank.CodeNumberBurnt: func(e *bank.RefusedError) Message {
		return Message{burntEN(e.Reason), "Nothing was stored. Start again on the device that shows the number: it will show a new one."}
	},
	bank.CodeNumbersBurnt: func(e *bank.RefusedError) Message {
		return Message{itoa(e.Max) + " numbers were burnt within an hour.", "There are new numbers from " + DateTime(e.At) + " on. If it was not you who tried, change your login password and call the bank."}
	},
	bank.CodeNoRate: func(e *bank.RefusedError) Message {
		return Message{
			"There is no exchange rate for " + otherwise(string(e.Currency), "this currency") + " yet.",
			"Choose another currency or day. The first rates of a business day come at 09:00.",
		}
	},
	bank.CodeQuoteExpired: always("The rate was quoted for one minute, and that minute is over.", "Nothing was sent. Review the order again with the rate of now."),
	bank.CodeNoQuote:      always("This rate was not quoted for this order.", "Nothing was sent. Review the order again with the rate of now."),
	bank.CodeNotOffered: func(e *bank.RefusedError) Message {
		return Message{"Nothing is sent abroad in this currency" + paren(string(e.Currency)) + ".", "Choose one of the currencies in the list: USD, EUR, JPY and ten more."}
	},
	bank.CodeOverRemittanceLimit: func(e *bank.RefusedError) Message {
		return Message{"This is over " + e.Limit.Grouped() + " dollars, the limit of one remittance of this kind.", "Send the worth of " + e.Limit.Grouped() + " dollars or less, or go to a post office with the documents."}
	},
	bank.CodeOverYearlyLimit: func(e *bank.RefusedError) Message {
		return Message{
			"This is over the " + e.Limit.Grouped() + " dollars a year that may be sent without documents.",
			"This year " + e.Available.Grouped() + " dollars are left, and amounts of up to " + bank.DocumentFree().Grouped() + " dollars still pass. For more, go to a post office with the documents.",
		}
	},
	bank.CodeCountryBlocked: func(e *bank.RefusedError) Message {
		return Message{"Nothing may be sent to this country" + paren(e.Country) + ": it is under sanctions.", "Check the countries of the recipient and of the banks. Others than " + countryList() + " pass."}
	},
	bank.CodeSplitRemittance: func(e *bank.RefusedError) Message {
		return Message{
			"With what this recipient was sent today, this is over " + e.Limit.Grouped() + " dollars: one payment may not be split.",
			"Today " + e.Available.Grouped() + " dollars more pass. Send a larger sum in one remittance, or go to a post office.",
		}
	},
	bank.CodeAfterHoursLimit: func(e *bank.RefusedError) Message {
		return Message{"Outside the hours of foreign exchange only " + e.Limit.Grouped() + " dollars can be sent in total.", "Now " + e.Available.Grouped() + " dollars still pass; the exchange opens again" + opens(" at ", e) + "."}
	},
	bank.CodeRemittanceClosed: func(e *bank.RefusedError) Message {
		return Message{"Nothing is sent abroad between 23:50 and 00:10.", "Try again" + opens(" from ", e) + " on."}
	},
	bank.CodeOtherSender: func(e *bank.RefusedError) Message {
		return Message{"Only the holder of the account can be the sender" + paren(e.Name) + ".", "Leave the sender's name as the bank has it; another name takes a visit to a post office."}
	},
	bank.CodeRemittanceAtBranch:  always("This kind of remittance takes documents.", "Go to a post office with them, or choose another category."),
	bank.CodeNoPurpose:           always("This is not one of the purposes a remittance can have.", "Choose a purpose from the list."),
	bank.CodeNoRemittanceConsent: always("A remittance needs your consent first.", "Read the consent in the first step and agree to it."),
	bank.CodeAccountCurrency: func(e *bank.RefusedError) Message {
		return Message{"The account is in another currency than the remittance.", "Choose an account in won" + or(e.Currency, ", or one in ") + "."}
	},
	bank.CodeNoGiro: func(e *bank.RefusedError) Message {
		return Message{"Eurogiro does not pay in this country in this way" + paren(e.Country) + ".", "It goes to Japan, Switzerland, Mongolia, the Philippines, Sri Lanka and Thailand. For others use SWIFT remittance."}
	},
	bank.CodeNoRemittance: always("There is no such remittance of yours.", "Look for it in Search SWIFT remittance or Search Eurogiro remittance."),
	bank.CodeTooLate:      always("This remittance cannot be changed or stopped any more, or you have asked already.", "Look at its tracking line. If it was paid, ask the recipient to send the money back."),
	bank.CodeBadField: func(e *bank.RefusedError) Message {
		return badField(e, invalidEN, Message{"A field of the remittance is not as it should be.", "Check the fields and try again."})
	},

	bank.CodeNotDemonstration: always("Only a demonstration bank shows its customers' cards and tokens.", "Use your own security card or token."),
	bank.CodeNoSuchMedium:     always("This customer has no such security medium.", "In the demonstration, demo01 has a card (smartbank card) and demo02 a token (smartbank otp)."),
}

// of is how many tries of how many were used, 2 of 5.
func of(tries, most int) string { return itoa(tries) + " of " + itoa(most) }

// day is the day of a refusal after a separator, if it has one.
func day(separator string, e *bank.RefusedError) string {
	if e.Day.IsZero() {
		return ""
	}
	return separator + e.Day.String()
}

// paren is a name in parentheses, if there is one.
func paren(name string) string {
	if name == "" {
		return ""
	}
	return " (" + name + ")"
}

// burntEN says why a number can no longer be used.
func burntEN(reason string) string {
	switch reason {
	case "wrong number":
		return "Another number was typed than the one that is shown. A number is one try."
	case "crowded":
		return "The number was typed on two devices, so it cannot be trusted any more."
	case "out of time":
		return "The three minutes of this number are over."
	case "cancelled":
		return "The copy was cancelled on the other device, or a newer number took the place of this one."
	case "itself":
		return "The number was typed on the device that shows it."
	case "same way":
		return "Both devices are set to send, or both to receive."
	case "not stored":
		return "The other device could not store the certificate."
	case "finished":
		return "This number has been used already."
	}
	return "The other device did not say what was expected, so the copy was stopped."
}

// closing closes the bracket that a day opened, if there is one.
func closing(e *bank.RefusedError) string {
	if e.Day.IsZero() {
		return ""
	}
	return " 이후)"
}
