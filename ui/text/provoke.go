package text

import "smartbank/bank"

// How each refusal is provoked on purpose in the demonstration bank, for testers.
// Those without words of their own are faults: no key provokes them, as they keep a mistake of a program from moving
// money, or it would take months.

var provokeEN = provoked(
	func(code bank.Code) string { en, _ := provokeReason(code); return en },
	func(code bank.Code) string {
		return "--fault " + string(code) + ", or in a tape Set Fault " + string(code)
	},
	map[bank.Code]string{
		bank.CodeWrongSignIn:              "log in with a wrong password",
		bank.CodeSignInLocked:             "log in with a wrong password five times",
		bank.CodeSessionReplaced:          "log in twice, in two terminals; then do something in the first",
		bank.CodeSessionEnded:             "press no key for 10 minutes: in a tape, Sleep 11m",
		bank.CodeNoAccount:                "smartbank history --user demo01 --account 54321002123456",
		bank.CodeWrongPIN:                 "type 0000 as the account password",
		bank.CodePINLocked:                "type a wrong account password five times",
		bank.CodePeriodReversed:           "smartbank history --user demo01 --from 2026-11-02 --to 2026-11-01",
		bank.CodePeriodTooLong:            "smartbank history --user demo01 --from 2025-01-01",
		bank.CodePeriodFuture:             "smartbank history --user demo01 --to 2999-12-31",
		bank.CodePeriodTooOld:             "smartbank history --user demo01 --from 2001-01-01 --to 2001-02-01",
		bank.CodeBadAmount:                "send 0 won",
		bank.CodeOverTransferLimit:        "as demo01, send 5,000,001 won",
		bank.CodeOverDailyLimit:           "as demo01, lower the limit of a day (F8) to 100,000 won, send 60,000, then 40,001",
		bank.CodeInsufficientFunds:        "as demo01, send 4,000,000 won from Everyday",
		bank.CodeSameAccount:              "as demo01, send to 071 012345-02-678901 from Everyday",
		bank.CodeRecipientClosed:          "send to 020 1002987654321",
		bank.CodeNoRecipient:              "send to 020 1002000000000",
		bank.CodeBankNotAnswering:         "send to 039 2070123459329, whose bank is silent",
		bank.CodeBadAccountNumber:         "send to 088 12345",
		bank.CodeWrongFactor:              "type 0000 as the digits of the security card",
		bank.CodeFactorLocked:             "type wrong digits of the security card five times",
		bank.CodeOtherCurrency:            "as demo01, send to 071 543210-52-667788, an account in dollars",
		bank.CodeServiceClosed:            "send anything at 23:55: in a tape, Set Clock",
		bank.CodeCardIdle:                 "as demo01, send anything a year later: in a tape, Advance 366d",
		bank.CodeTooLateToCancel:          "order a transfer in 3 hours with F6, and cancel it with x 20 minutes before: in a tape, Sleep",
		bank.CodeLimitAtBranch:            "type more than the limit in the limits panel (F8)",
		bank.CodeOverUndesignated:         "switch the designated account service on (F4), then send 1,000,001 won to 088 110-234-567890",
		bank.CodeBadSchedule:              "choose a transfer on a day (F6 twice), and type a day that is over",
		bank.CodeNoInstruction:            "let the time of a transfer that waits go by before answering whether to cancel it",
		bank.CodeProtectionAtBranch:       "switch the delayed transfer service on (F4), then off",
		bank.CodeCertificateNotRegistered: "as demo01, sign an order with the certificate of demo02 on the same device",
		bank.CodeCertificateExpired:       "sign an order after midnight, on a page that was opened on the certificate's last day",
		bank.CodeCertificateDiscarded:     "discard a copy of the certificate in another --keyring while a page asks for its signature",
		bank.CodeCertificateUntrusted:     "import a certificate that openssl made, and register it (45)",
		bank.CodeSignInExpired:            "log in with a certificate after its last day: in a tape, Set Clock a year later",
		bank.CodeSignInDiscarded:          "log in with a certificate that another device discarded",
		bank.CodeSignInUnregistered:       "log in with another institute's certificate that is not registered",
		bank.CodeNotMember:                "as demo05, issue a certificate",
		bank.CodeCorporate:                "as demo03, issue a certificate",
		bank.CodeNoConsent:                "as demo04, issue a certificate",
		bank.CodeWrongIdentity:            "issue a certificate with another identity number",
		bank.CodeIdentityLocked:           "issue a certificate with another identity number five times",
		bank.CodeBadApproval:              "break off an issue before it is registered, and go on more than 7 days later",
		bank.CodeRenewalEarly:             "renew a certificate that was issued today",
		bank.CodeRenewalLate:              "renew a certificate after its last day",
		bank.CodeAlreadyDiscarded:         "renew a certificate that another device discarded",
		bank.CodeOtherPerson:              "register another institute's certificate that was issued to somebody else",
		bank.CodeNoCertificate:            "as demo02, discard the certificate of demo01",
		bank.CodeBranchOnly:               "withdraw the pre-consent, then agree again",
		bank.CodeOtherInstitute:           "renew another institute's certificate",
		bank.CodeNoNumber:                 "on the receiving device, type 0000 0000 0000",
		bank.CodeNumberBurnt:              "wait three minutes before typing the number, or change one of its last digits",
		bank.CodeNumbersBurnt:             "type a wrong number three times within an hour",
		bank.CodeNoRate:                   "smartbank rates --currency KWD",
		bank.CodeOverRemittanceLimit:      "send 10,000.01 dollars by SWIFT, or the worth of more than 5,000 by Eurogiro",
		bank.CodeCountryBlocked:           "send to a recipient in IR, KP, SY, CU, SD, MM or LY",
		bank.CodeSplitRemittance:          "as demo01, send one recipient 3,000 dollars from Dollars, and 2,000.01 more on the same day",
		bank.CodeRemittanceClosed:         "review a remittance at 23:55: in a tape, Set Clock",
		bank.CodeBadField:                 "type DE88370400440532013000, whose check digits are wrong, as the IBAN",
		bank.CodeRemittanceAtBranch:       "choose the category 99",
		bank.CodeAccountCurrency:          "as demo01, send euros from Dollars",
		bank.CodeTooLate:                  "ask to cancel a remittance that was credited",
		bank.CodeNotDemonstration:         "smartbank bank seed --empty --data DIR; smartbank card --data DIR",
		bank.CodeNoSuchMedium:             "smartbank card --user demo02",
	})

var provokeKO = provoked(
	func(code bank.Code) string { _, ko := provokeReason(code); return ko },
	func(code bank.Code) string {
		return "--fault " + string(code) + " (테이프에서는 Set Fault " + string(code) + ")"
	},
	map[bank.Code]string{
		bank.CodeWrongSignIn:              "틀린 비밀번호로 로그인하기",
		bank.CodeSignInLocked:             "틀린 비밀번호로 다섯 번 로그인하기",
		bank.CodeSessionReplaced:          "두 터미널에서 로그인한 뒤 먼저 연 쪽에서 아무 일이나 하기",
		bank.CodeSessionEnded:             "10분 동안 아무 키도 누르지 않기(테이프에서는 Sleep 11m)",
		bank.CodeNoAccount:                "smartbank history --user demo01 --account 54321002123456",
		bank.CodeWrongPIN:                 "계좌 비밀번호로 0000 입력하기",
		bank.CodePINLocked:                "계좌 비밀번호를 다섯 번 틀리기",
		bank.CodePeriodReversed:           "smartbank history --user demo01 --from 2026-11-02 --to 2026-11-01",
		bank.CodePeriodTooLong:            "smartbank history --user demo01 --from 2025-01-01",
		bank.CodePeriodFuture:             "smartbank history --user demo01 --to 2999-12-31",
		bank.CodePeriodTooOld:             "smartbank history --user demo01 --from 2001-01-01 --to 2001-02-01",
		bank.CodeBadAmount:                "0원 보내기",
		bank.CodeOverTransferLimit:        "demo01로 5,000,001원 보내기",
		bank.CodeOverDailyLimit:           "demo01로 1일 한도를 100,000원으로 낮추고(F8) 60,000원, 이어서 40,001원 보내기",
		bank.CodeInsufficientFunds:        "demo01로 Everyday에서 4,000,000원 보내기",
		bank.CodeSameAccount:              "demo01로 Everyday에서 071 012345-02-678901로 보내기",
		bank.CodeRecipientClosed:          "020 1002987654321로 보내기",
		bank.CodeNoRecipient:              "020 1002000000000으로 보내기",
		bank.CodeBankNotAnswering:         "응답하지 않는 은행 계좌 039 2070123459329로 보내기",
		bank.CodeBadAccountNumber:         "088 12345로 보내기",
		bank.CodeWrongFactor:              "보안카드 번호로 0000 입력하기",
		bank.CodeFactorLocked:             "보안카드 번호를 다섯 번 틀리기",
		bank.CodeOtherCurrency:            "demo01로 달러 계좌 071 543210-52-667788로 보내기",
		bank.CodeServiceClosed:            "23:55에 이체하기(테이프에서는 Set Clock)",
		bank.CodeCardIdle:                 "demo01로 1년 뒤에 이체하기(테이프에서는 Advance 366d)",
		bank.CodeTooLateToCancel:          "F6으로 3시간 지연이체를 하고 20분 전에 x로 취소하기(테이프에서는 Sleep)",
		bank.CodeLimitAtBranch:            "이체한도 화면(F8)에서 지금보다 큰 한도 입력하기",
		bank.CodeOverUndesignated:         "지정계좌 서비스를 켜고(F4) 088 110-234-567890으로 1,000,001원 보내기",
		bank.CodeBadSchedule:              "날짜 지정 이체를 고르고(F6 두 번) 지난 날짜 입력하기",
		bank.CodeNoInstruction:            "취소 확인 창에 답하기 전에 대기 중인 이체의 처리 시각 넘기기",
		bank.CodeProtectionAtBranch:       "지연이체 서비스를 켠 뒤(F4) 다시 끄기",
		bank.CodeCertificateNotRegistered: "demo01로 같은 기기에 있는 demo02의 인증서로 서명하기",
		bank.CodeCertificateExpired:       "인증서 만료일에 연 서명 화면에서 자정이 지난 뒤 서명하기",
		bank.CodeCertificateDiscarded:     "서명 화면이 열려 있는 동안 다른 --keyring에 있는 사본을 폐기하기",
		bank.CodeCertificateUntrusted:     "openssl로 만든 인증서를 가져와 등록하기(45)",
		bank.CodeSignInExpired:            "만료일이 지난 인증서로 로그인하기(테이프에서는 1년 뒤로 Set Clock)",
		bank.CodeSignInDiscarded:          "다른 기기에서 폐기한 인증서로 로그인하기",
		bank.CodeSignInUnregistered:       "등록하지 않은 타기관 인증서로 로그인하기",
		bank.CodeNotMember:                "demo05로 인증서 발급하기",
		bank.CodeCorporate:                "demo03으로 인증서 발급하기",
		bank.CodeNoConsent:                "demo04로 인증서 발급하기",
		bank.CodeWrongIdentity:            "다른 주민등록번호로 인증서 발급하기",
		bank.CodeIdentityLocked:           "다른 주민등록번호로 다섯 번 발급하기",
		bank.CodeBadApproval:              "등록 전에 발급을 끊고 7일이 지난 뒤 이어 하기",
		bank.CodeRenewalEarly:             "오늘 발급한 인증서 갱신하기",
		bank.CodeRenewalLate:              "만료일이 지난 인증서 갱신하기",
		bank.CodeAlreadyDiscarded:         "다른 기기에서 폐기한 인증서 갱신하기",
		bank.CodeOtherPerson:              "다른 사람의 타기관 인증서 등록하기",
		bank.CodeNoCertificate:            "demo02로 demo01의 인증서 폐기하기",
		bank.CodeBranchOnly:               "사전동의를 철회한 뒤 다시 동의하기",
		bank.CodeOtherInstitute:           "타기관 인증서 갱신하기",
		bank.CodeNoNumber:                 "받는 기기에서 0000 0000 0000 입력하기",
		bank.CodeNumberBurnt:              "3분이 지난 뒤 번호를 입력하거나 끝자리를 바꿔 입력하기",
		bank.CodeNumbersBurnt:             "한 시간 안에 틀린 번호를 세 번 입력하기",
		bank.CodeNoRate:                   "smartbank rates --currency KWD",
		bank.CodeOverRemittanceLimit:      "SWIFT로 미화 10,000.01달러, 또는 유로지로로 5,000달러 상당액 초과 송금",
		bank.CodeCountryBlocked:           "IR, KP, SY, CU, SD, MM, LY의 받는 분에게 송금",
		bank.CodeSplitRemittance:          "demo01로 달러 통장에서 같은 분에게 하루에 3,000달러와 2,000.01달러 송금",
		bank.CodeRemittanceClosed:         "23:55에 해외송금 확인 (테이프에서는 Set Clock)",
		bank.CodeBadField:                 "검사 숫자가 틀린 IBAN DE88370400440532013000 입력",
		bank.CodeRemittanceAtBranch:       "송금 구분 99 선택",
		bank.CodeAccountCurrency:          "demo01의 달러 통장에서 유로 송금",
		bank.CodeTooLate:                  "입금된 해외송금의 취소 신청",
		bank.CodeNotDemonstration:         "smartbank bank seed --empty --data DIR 다음 smartbank card --data DIR",
		bank.CodeNoSuchMedium:             "smartbank card --user demo02",
	})

// provoked is how each refusal is provoked: as a reason of another bank, by words of
// its own, or as a fault.
func provoked(reason, fault func(bank.Code) string, words map[bank.Code]string) func(bank.Code) string {
	return func(code bank.Code) string {
		if code.Reason() != "" {
			return reason(code)
		}
		if own, ok := words[code]; ok {
			return own
		}
		return fault(code)
	}
}
