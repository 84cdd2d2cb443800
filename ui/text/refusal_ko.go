package text

import (
	"smartbank/bank"
	"smartbank/bank/money"
)

var refusalsKO = refusals{
	bank.CodeWrongSignIn: func(e *bank.RefusedError) Message {
		return Message{"이용자 ID 또는 비밀번호가 맞지 않습니다 (" + ofKO(e) + ").", "둘 다 확인하고 다시 입력해 주세요. " + itoa(e.Max) + "회 틀리면 로그인이 잠깁니다."}
	},
	bank.CodeSignInLocked:    always("비밀번호를 여러 번 틀려 로그인이 잠겼습니다.", "신분증을 가지고 우체국을 방문하여 잠금을 풀어 주세요."),
	bank.CodeSessionReplaced: always("다른 곳에서 로그인하여 이 접속이 종료되었습니다.", "본인이 아니라면 지금 다시 로그인하고 고객센터에 알려 주세요. 접속은 한 곳에서만 됩니다."),
	bank.CodeSessionEnded:    always("접속이 종료되었습니다.", "다시 로그인해 주세요."),
	bank.CodeReadOnly:        always("거래하려면 로그인해야 합니다.", "`smartbank`로 은행을 열고 로그인한 뒤 거래해 주세요."),

	bank.CodeNoAccount:     always("고객님의 계좌가 아닙니다.", "계좌조회에 있는 계좌를 선택해 주세요."),
	bank.CodeAccountClosed: always("해지되었거나 정지된 계좌라 출금할 수 없습니다.", "다른 계좌를 선택하거나 우체국에 문의해 주세요."),
	bank.CodeWrongPIN: func(e *bank.RefusedError) Message {
		return Message{"계좌 비밀번호가 맞지 않습니다 (" + ofKO(e) + ").", "네 자리 숫자를 다시 입력해 주세요. " + itoa(e.Max) + "회 틀리면 이 계좌로 이체할 수 없습니다."}
	},
	bank.CodePINLocked:       always("계좌 비밀번호를 여러 번 틀려 잠겼습니다.", "신분증을 가지고 우체국을 방문하여 비밀번호를 다시 정해 주세요."),
	bank.CodeNotWithdrawable: always("이 상품의 계좌에서는 이체할 수 없습니다.", "원화 입출금 계좌를 선택해 주세요."),

	bank.CodePeriodReversed: always("시작일이 종료일보다 늦습니다.", "두 날짜 가운데 하나를 바꿔 주세요."),
	bank.CodePeriodTooLong:  always("조회 기간이 12개월을 넘습니다.", "한 번에 12개월까지만 조회하고 나머지는 따로 조회해 주세요."),
	bank.CodePeriodFuture: func(e *bank.RefusedError) Message {
		return Message{"조회 종료일이 미래입니다.", "오늘" + paren(e.Day.String()) + "까지의 날짜를 선택해 주세요."}
	},
	bank.CodePeriodTooOld: func(e *bank.RefusedError) Message {
		if e.Day.IsZero() {
			return Message{"5년보다 오래된 거래는 조회할 수 없습니다.", "그 전 거래는 우체국에서 확인해 주세요."}
		}
		return Message{"5년보다 오래된 거래는 조회할 수 없습니다.", e.Day.String() + "부터 선택해 주세요. 그 전 거래는 우체국에서 확인해 주세요."}
	},

	bank.CodeBadAmount: func(e *bank.RefusedError) Message {
		if c := e.Amount.Currency(); c != "" && c != money.KRW {
			return Message{"금액은 0보다 커야 합니다.", "보낼 금액을 입력해 주세요."}
		}
		return Message{"금액은 1원 이상이어야 합니다.", "보낼 금액을 입력해 주세요."}
	},
	bank.CodeOverTransferLimit: func(e *bank.RefusedError) Message {
		passes := e.Available.Grouped()
		if e.Medium == bank.SecurityCard && e.Limit.Minor() >= bank.CardEach {
			return Message{"보안카드로는 1회 " + e.Limit.Grouped() + "원까지 보낼 수 있습니다.", passes + "원 이하로 보내거나 우체국에서 일회용 비밀번호(OTP)를 받아 주세요."}
		}
		return Message{"1회 이체한도는 " + e.Limit.Grouped() + "원입니다.", passes + "원 이하로 보내거나 우체국에서 한도를 올려 주세요."}
	},
	bank.CodeOverDailyLimit: func(e *bank.RefusedError) Message {
		return Message{"1일 이체한도 " + e.Limit.Grouped() + "원을 넘습니다.", "오늘은 " + e.Available.Grouped() + "원까지 더 보낼 수 있습니다. 한도는 자정에 다시 시작됩니다."}
	},
	bank.CodeInsufficientFunds: func(e *bank.RefusedError) Message {
		return Message{"잔액이 부족합니다.", sum(e.Available, "원") + " 이하로 보내거나 다른 계좌를 선택해 주세요."}
	},
	bank.CodeSameAccount:     always("출금계좌와 입금계좌가 같습니다.", "다른 입금계좌나 다른 출금계좌를 선택해 주세요."),
	bank.CodeRecipientClosed: always("해지된 입금계좌입니다.", "받는 분에게 다른 계좌를 물어봐 주세요."),
	bank.CodeNoRecipient:     always("입금은행에 그런 계좌가 없습니다.", "은행과 계좌번호를 받는 분에게 확인해 주세요."),
	bank.CodeBankNotAnswering: always("입금은행이 응답하지 않아 예금주를 확인할 수 없습니다.",
		"돈이 나가지 않았습니다. 잠시 뒤 다시 하거나 받는 분의 다른 계좌를 이용해 주세요."),
	bank.CodeRecipientChanged: func(e *bank.RefusedError) Message {
		return Message{"확인했던 예금주와 지금 예금주" + paren(e.Name) + "가 다릅니다.", "보내기 전에 받는 분을 다시 확인해 주세요."}
	},
	bank.CodeUnknownBank:      always("그런 은행 코드는 없습니다.", "목록에서 입금은행을 선택해 주세요."),
	bank.CodeBadAccountNumber: always("그 은행의 계좌번호가 아닙니다.", "숫자 10~16자리를 입력해 주세요. 빈칸과 줄표는 상관없습니다. 우체국은 14자리입니다."),
	bank.CodeMemoTooLong:      always("통장 표시내용이 너무 깁니다.", "한글 7자 또는 영문 14자까지 입력할 수 있습니다."),
	bank.CodeKeyReused:        always("확인한 뒤에 내용이 바뀐 이체입니다.", "이 요청으로는 돈이 나가지 않았습니다. 다시 이체해 주세요."),
	bank.CodeWrongFactor: func(e *bank.RefusedError) Message {
		return Message{"보안카드 번호 또는 일회용 비밀번호가 맞지 않습니다 (" + ofKO(e) + ").", "다시 보고 입력해 주세요. " + itoa(e.Max) + "회 틀리면 보안매체가 잠깁니다."}
	},
	bank.CodeFactorLocked:    always("여러 번 틀려 보안매체가 잠겼습니다.", "신분증을 가지고 우체국을 방문하여 잠금을 풀어 주세요."),
	bank.CodeNotPrepared:     always("확인 중인 이체가 아닙니다.", "이체결과조회를 먼저 보고, 없으면 다시 이체해 주세요."),
	bank.CodeOtherCurrency:   always("국내 이체는 원화로만 할 수 있습니다.", "원화 계좌를 선택해 주세요. 외화는 SWIFT 송금을 이용해 주세요."),
	bank.CodeNotAcknowledged: always("확인하지 않은 주의 사항이 있는 이체입니다.", "앞 화면에서 주의 사항을 읽고, 그래도 보내시려면 확인해 주세요."),
	bank.CodeServiceClosed: func(e *bank.RefusedError) Message {
		return Message{"23:50부터 00:10까지는 마감 중이라 이체할 수 없습니다.", "돈은 나가지 않았습니다." + opens(" ", e) + " 이후에 다시 보내 주세요."}
	},
	bank.CodeCardIdle: func(e *bank.RefusedError) Message {
		return Message{"보안카드로 1년 넘게" + day(" (", e) + closing(e) + " 이체하지 않아 정지되었습니다.", "신분증을 가지고 우체국에서 해제하거나 OTP를 발급받으세요."}
	},
	bank.CodeLimitAtBranch: func(e *bank.RefusedError) Message {
		return Message{"현재 한도는 " + e.Limit.Grouped() + "원이며 여기서는 올릴 수 없습니다.", e.Limit.Grouped() + "원 이하로 입력하거나, 신분증을 가지고 우체국에서 올려 주세요."}
	},
	bank.CodeOverUndesignated: func(e *bank.RefusedError) Message {
		return Message{"지정하지 않은 계좌로는 하루 " + e.Limit.Grouped() + "원까지만 보낼 수 있습니다.", "오늘은 " + e.Available.Grouped() + "원까지 더 보낼 수 있습니다. 우체국에서 입금계좌로 지정할 수도 있습니다."}
	},
	bank.CodeBadSchedule: func(e *bank.RefusedError) Message {
		return Message{"이 시각에는 이체를 처리하지 않습니다.", "지연은 3~48시간," + day(" 날짜는 ", e) + "부터 1년 안에서 골라 주세요."}
	},
	bank.CodeTooLateToCancel: func(e *bank.RefusedError) Message {
		return Message{"취소할 수 있는 시간이 지났습니다" + opens(": ", e) + ".", "정한 시각에 이체됩니다. 보내면 안 되는 돈이면 바로 1588-1900으로 전화해 주세요."}
	},
	bank.CodeNoInstruction:      always("이 이체는 더 이상 대기 중이 아닙니다.", "이체 결과 조회에서 결과를 확인해 주세요."),
	bank.CodeProtectionAtBranch: always("보호를 약하게 하는 변경은 여기서 할 수 없습니다. 사기범이 먼저 노리는 일이기 때문입니다.", "신분증을 가지고 우체국을 방문해 주세요."),

	bank.CodeSignatureRefused:         always("인증서 전자서명을 확인할 수 없습니다.", "인증서가 유효한지 확인하고 다시 해 주세요."),
	bank.CodeSignatureNeeded:          always("인증서 전자서명이 필요한 이체입니다.", "공동인증서로 서명해 주세요. 인증서가 없으면 공동인증서 메뉴에서 발급받을 수 있습니다."),
	bank.CodeCertificateNotRegistered: always("고객님 앞으로 등록된 인증서가 아닙니다.", "등록된 인증서로 서명하거나 공동인증서 메뉴에서 등록해 주세요."),
	bank.CodeCertificateExpired:       always("유효기간이 지났거나 아직 시작되지 않은 인증서입니다.", "공동인증서 메뉴에서 새로 발급받아 주세요."),
	bank.CodeCertificateDiscarded:     always("서명한 인증서가 폐기되었습니다.", "다른 인증서로 서명하거나 공동인증서 메뉴에서 새로 발급받아 주세요."),
	bank.CodeCertificateSuspended:     always("효력이 정지된 인증서입니다.", "발급기관에 효력 회복을 신청해 주세요."),
	bank.CodeCertificateUntrusted:     always("공인된 기관에서 발급한 인증서가 아닙니다.", "yessign, KICA, SignKorea, CrossCert, TradeSign에서 발급한 공동인증서를 이용해 주세요."),
	bank.CodeCertificatePolicy:        always("은행 거래에 쓸 수 없는 인증서입니다.", "은행용 또는 범용 인증서로 서명해 주세요."),
	bank.CodeCertificateStatus:        always("인증서 상태를 확인할 수 없습니다.", "돈이 나가지 않았습니다. 잠시 뒤 다시 해 주세요."),
	bank.CodeOtherDocument:            always("서명한 내용이 이 이체의 내용과 다릅니다.", "돈이 나가지 않았습니다. 내용을 다시 확인하고 서명해 주세요."),
	bank.CodeCertificateTaken:         always("다른 고객에게 등록된 인증서입니다.", "본인의 인증서를 사용해 주세요. 본인 것이 맞으면 우체국에 문의해 주세요."),
	bank.CodeSignInExpired:            always("유효기간이 지난 인증서입니다.", "아이디로 로그인한 뒤 인증서를 새로 발급받아 주세요."),
	bank.CodeSignInDiscarded:          always("폐기된 인증서로는 로그인할 수 없습니다.", "아이디로 로그인한 뒤 새로 발급받거나 다른 인증서를 선택해 주세요."),
	bank.CodeSignInUnregistered:       always("은행에 등록되지 않은 인증서입니다.", "아이디로 로그인한 뒤 공동인증서 메뉴에서 등록해 주세요."),
	bank.CodeNotMember:                always("스마트뱅킹 가입 고객만 인증서를 이용할 수 있습니다.", "신분증을 가지고 우체국을 방문하여 가입해 주세요."),
	bank.CodeSignInStale:              always("로그인을 제시간에 마치지 못했습니다.", "인증서를 다시 선택하고 비밀번호를 입력해 주세요."),

	bank.CodeCorporate: always("기업용 인증서는 스마트뱅킹에서 발급되지 않습니다.", "사업자 서류를 가지고 우체국을 방문해 주세요."),
	bank.CodeNoConsent: always("인증서 발급 사전동의가 '미동의' 상태입니다.", "우체국을 방문하여 다시 동의해 주세요. 갱신은 여기서도 됩니다."),
	bank.CodeWrongIdentity: func(e *bank.RefusedError) Message {
		return Message{"아이디 또는 주민등록번호가 맞지 않습니다" + triesKO(e) + ".", "본인의 아이디와 13자리 번호를 입력해 주세요. " + itoa(e.Max) + "회 틀리면 더 입력할 수 없습니다."}
	},
	bank.CodeIdentityLocked: always("주민등록번호를 여러 번 틀려 더 입력할 수 없습니다.", "신분증을 가지고 우체국을 방문해 주세요."),
	bank.CodeBadApproval:    always("발급 승인이 이미 쓰였거나 기한이 지났거나 맞지 않습니다.", "수수료는 나가지 않았습니다. 발급을 처음부터 다시 해 주세요."),
	bank.CodeRenewalEarly: func(e *bank.RefusedError) Message {
		return Message{"아직 갱신할 수 없는 인증서입니다.", "갱신은" + day(" ", e) + "부터 만료일까지 할 수 있습니다."}
	},
	bank.CodeRenewalLate:      always("유효기간이 지나 갱신할 수 없습니다.", "인증서 발급/재발급에서 새로 발급받아 주세요."),
	bank.CodeAlreadyDiscarded: always("이미 폐기된 인증서라 아무것도 할 수 없습니다.", "인증서 발급/재발급에서 새로 발급받아 주세요."),
	bank.CodeCertificateHeld:  always("지금은 효력이 정지되어 있는 인증서입니다.", "정지한 곳에서 효력을 회복하거나 새로 발급받아 주세요."),
	bank.CodeOtherPerson:      always("본인의 인증서가 아닙니다. 신원 확인 값이 맞지 않습니다.", "본인에게 발급된 인증서를 선택해 주세요."),
	bank.CodeNoCertificate:    always("고객님의 인증서가 아닙니다.", "이 기기의 인증서 목록에서 선택해 주세요."),
	bank.CodeBranchOnly:       always("철회한 사전동의는 여기서 다시 할 수 없습니다.", "신분증을 가지고 우체국을 방문하여 다시 동의해 주세요."),
	bank.CodeBadRequest:       always("인증기관이 신청을 받아들이지 않았습니다.", "인증서는 그대로입니다. 다시 해 보고, 계속되면 은행에 문의해 주세요."),
	bank.CodeOtherInstitute:   always("다른 기관에서 발급한 인증서입니다.", "발급한 기관에서 갱신하거나 폐기해 주세요."),

	bank.CodeNoNumber: always("지금 그런 번호가 없습니다.", "다른 기기에 보이는 열두 자리를 다시 입력하고, 그 기기에도 같은 고객으로 로그인했는지 확인하세요."),
	bank.CodeNumberBurnt: func(e *bank.RefusedError) Message {
		return Message{burntKO(e.Reason), "저장된 것은 없습니다. 번호를 보여 주는 기기에서 다시 시작하면 새 번호가 나옵니다."}
	},
	bank.CodeNumbersBurnt: func(e *bank.RefusedError) Message {
		return Message{"한 시간 안에 번호 " + itoa(e.Max) + "개를 쓸 수 없게 되었습니다.", "새 번호는 " + DateTime(e.At) + "부터 나옵니다. 본인이 한 일이 아니면 로그인 비밀번호를 바꾸고 은행에 연락하세요."}
	},
	bank.CodeNoRate: func(e *bank.RefusedError) Message {
		return Message{
			otherwise(string(e.Currency), "이 통화") + " 환율이 아직 고시되지 않았습니다.",
			"다른 통화나 날짜를 선택해 주세요. 영업일의 첫 환율은 09:00에 고시됩니다.",
		}
	},
	bank.CodeQuoteExpired: always("환율을 확정해 드린 1분이 지났습니다.", "송금되지 않았습니다. 지금 환율로 다시 확인해 주세요."),
	bank.CodeNoQuote:      always("이 신청에 대해 확정된 환율이 아닙니다.", "송금되지 않았습니다. 지금 환율로 다시 확인해 주세요."),
	bank.CodeNotOffered: func(e *bank.RefusedError) Message {
		return Message{"해외송금을 취급하지 않는 통화입니다" + paren(string(e.Currency)) + ".", "USD, EUR, JPY 등 목록에 있는 13개 통화 중에서 선택해 주세요."}
	},
	bank.CodeOverRemittanceLimit: func(e *bank.RefusedError) Message {
		return Message{"건당 한도 미화 " + e.Limit.Grouped() + "달러를 넘습니다.", "미화 " + e.Limit.Grouped() + "달러 상당액 이하로 보내거나 증빙서류를 가지고 우체국을 방문해 주세요."}
	},
	bank.CodeOverYearlyLimit: func(e *bank.RefusedError) Message {
		return Message{
			"증빙서류 없이 보낼 수 있는 연간 미화 " + e.Limit.Grouped() + "달러를 넘습니다.",
			"올해는 미화 " + e.Available.Grouped() + "달러가 남았고, 건당 " + bank.DocumentFree().Grouped() + "달러 이하는 보낼 수 있습니다. 더 보내려면 증빙서류를 가지고 우체국을 방문해 주세요.",
		}
	},
	bank.CodeCountryBlocked: func(e *bank.RefusedError) Message {
		return Message{"제재 대상 국가로는 송금할 수 없습니다" + paren(e.Country) + ".", "받는 분과 은행의 국가를 확인해 주세요. " + countryList() + " 외의 국가로 보낼 수 있습니다."}
	},
	bank.CodeSplitRemittance: func(e *bank.RefusedError) Message {
		return Message{
			"오늘 같은 분에게 보낸 금액과 합하면 미화 " + e.Limit.Grouped() + "달러를 넘습니다. 나누어 보낼 수 없습니다.",
			"오늘은 미화 " + e.Available.Grouped() + "달러까지 더 보낼 수 있습니다. 큰 금액은 한 번에 보내거나 우체국을 방문해 주세요.",
		}
	},
	bank.CodeAfterHoursLimit: func(e *bank.RefusedError) Message {
		return Message{"외환거래 시간 외에는 모두 합해 미화 " + e.Limit.Grouped() + "달러까지 보낼 수 있습니다.", "지금은 미화 " + e.Available.Grouped() + "달러까지 보낼 수 있습니다. 다음 거래 시작:" + opens(" ", e) + "."}
	},
	bank.CodeRemittanceClosed: func(e *bank.RefusedError) Message {
		return Message{"23:50부터 00:10까지는 해외송금을 할 수 없습니다.", "다시 할 수 있는 시각:" + opens(" ", e) + "."}
	},
	bank.CodeOtherSender: func(e *bank.RefusedError) Message {
		return Message{"보내는 분은 예금주 본인이어야 합니다" + paren(e.Name) + ".", "은행에 등록된 영문 이름 그대로 보내 주세요. 다른 이름은 우체국을 방문해야 합니다."}
	},
	bank.CodeRemittanceAtBranch:  always("증빙서류가 필요한 송금입니다.", "서류를 가지고 우체국을 방문하거나 다른 송금 구분을 선택해 주세요."),
	bank.CodeNoPurpose:           always("선택할 수 없는 송금 사유입니다.", "목록에서 송금 사유를 선택해 주세요."),
	bank.CodeNoRemittanceConsent: always("해외송금에는 먼저 동의가 필요합니다.", "첫 단계의 동의 내용을 읽고 동의해 주세요."),
	bank.CodeAccountCurrency: func(e *bank.RefusedError) Message {
		return Message{"출금계좌의 통화가 송금 통화와 다릅니다.", "원화" + or(e.Currency, " 또는 ") + " 계좌를 선택해 주세요."}
	},
	bank.CodeNoGiro: func(e *bank.RefusedError) Message {
		return Message{"유로지로로 보낼 수 없는 국가이거나 지급 방법입니다" + paren(e.Country) + ".", "일본, 스위스, 몽골, 필리핀, 스리랑카, 태국으로 보낼 수 있습니다. 다른 국가는 SWIFT 송금을 이용해 주세요."}
	},
	bank.CodeNoRemittance: always("고객님의 해외송금 내역에 없습니다.", "SWIFT 송금 조회나 유로지로 송금 조회에서 찾아 주세요."),
	bank.CodeTooLate:      always("더 이상 변경하거나 취소할 수 없거나, 이미 신청한 송금입니다.", "진행 상황을 확인해 주세요. 이미 지급되었다면 받는 분에게 돌려 달라고 요청해 주세요."),
	bank.CodeBadField: func(e *bank.RefusedError) Message {
		return badField(e, invalidKO, Message{"해외송금 입력 항목이 올바르지 않습니다.", "입력한 내용을 확인해 주세요."})
	},

	bank.CodeNotDemonstration: always("보안카드와 OTP 번호는 체험용 은행에서만 볼 수 있습니다.", "가지고 계신 보안카드나 OTP를 이용해 주세요."),
	bank.CodeNoSuchMedium:     always("이 고객에게는 그런 보안매체가 없습니다.", "체험용 은행에서 demo01은 보안카드(smartbank card), demo02는 OTP(smartbank otp)를 씁니다."),
}

// ofKO is how many tries of how many were used, 5회 중 2회.
func ofKO(e *bank.RefusedError) string { return itoa(e.Max) + "회 중 " + itoa(e.Tries) + "회" }

// triesKO is tries in Korean.
func triesKO(e *bank.RefusedError) string {
	if e.Max == 0 {
		return ""
	}
	return "(" + ofKO(e) + ")"
}

// burntKO says why a number can no longer be used.
func burntKO(reason string) string {
	switch reason {
	case "wrong number":
		return "화면에 보이는 것과 다른 번호가 입력되었습니다. 번호 하나로 한 번만 시도할 수 있습니다."
	case "crowded":
		return "같은 번호가 두 기기에서 입력되어 더는 믿을 수 없습니다."
	case "out of time":
		return "이 번호의 3분이 지났습니다."
	case "cancelled":
		return "다른 기기에서 복사를 취소했거나, 새 번호가 나와 이 번호를 쓸 수 없게 되었습니다."
	case "itself":
		return "번호를 보여 주는 바로 그 기기에서 번호를 입력했습니다."
	case "same way":
		return "두 기기가 모두 보내기이거나 모두 가져오기입니다."
	case "not stored":
		return "다른 기기가 인증서를 저장하지 못했습니다."
	case "finished":
		return "이미 사용한 번호입니다."
	}
	return "다른 기기가 약속과 다른 내용을 보내 복사를 멈췄습니다."
}
