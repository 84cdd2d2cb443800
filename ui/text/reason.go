package text

import "smartbank/bank"

// reason is what a firm-banking code of another bank means, and what a customer can
// do about it.
type reason struct {
	en, ko string // in the middle of a sentence
	advice remedy
}

// remedy is what can be done about a reason.
type remedy int

const (
	remedyLater remedy = iota
	remedyOther
	remedyFraud
	remedyAmount
	remedyNumber
	remedyAgain
	remedyPost
	remedyBank
	remedyName
	remedyOpen
	remedyMemo
	remedyResult
)

// remedies are the advices, English and Korean.
var remedies = [...][2]string{
	remedyLater:  {"No money moved. Try again in some minutes.", "돈은 나가지 않았습니다. 몇 분 뒤에 다시 해 주세요."},
	remedyOther:  {"Ask the recipient for another account.", "받는 분에게 다른 계좌를 물어보세요."},
	remedyFraud:  {"Do not send by another way before you know why: accounts used for fraud are stopped. Ask the police on 112.", "다른 방법으로 보내기 전에 까닭을 확인하세요. 사기에 쓰인 계좌일 수 있습니다. 경찰 112로 문의하세요."},
	remedyAmount: {"Send less, or ask the recipient how much the account takes.", "금액을 줄이거나, 받는 분에게 입금 한도를 물어보세요."},
	remedyNumber: {"Check the bank and the number with the recipient.", "은행과 계좌번호를 받는 분에게 확인하세요."},
	remedyAgain:  {"No money moved. Make the transfer again; if it happens again, call 1588-1900.", "돈은 나가지 않았습니다. 다시 이체해 보고, 되풀이되면 1588-1900으로 전화해 주세요."},
	remedyPost:   {"Call 1588-1900 or go to a post office.", "1588-1900으로 전화하거나 우체국을 방문해 주세요."},
	remedyBank:   {"Choose the receiving bank again, or another account.", "받는 은행을 다시 고르거나 다른 계좌로 보내 주세요."},
	remedyName:   {"Check the name with the recipient before you send anything.", "보내기 전에 받는 분의 이름을 확인하세요."},
	remedyOpen:   {"Send it again when banks are open, or order it for another day.", "은행 영업 시간에 다시 보내거나 다른 날로 예약해 주세요."},
	remedyMemo:   {"Write what the recipient is shown without special characters.", "받는 분 통장 표시에서 특수문자를 빼 주세요."},
	remedyResult: {"Look in Search transfer result before you send it again.", "다시 보내기 전에 이체 결과 조회에서 확인해 주세요."},
}

// bankReasons are the reasons of [bank.Reasons]. The English is ours; the Korean is
// that of a public firm-banking interface, with blanks between words.
var bankReasons = map[string]reason{
	"101":  {"number of transfers a day is used up", "1일 이체 가능 건수 초과", remedyLater},
	"106":  {"account is stopped (incident, class 1)", "1종 사고계좌(입지정지)", remedyOther},
	"107":  {"account is stopped while a balance certificate is out", "1종 사고계좌(잔액증명 발급)", remedyOther},
	"108":  {"account is stopped while its interest is being changed", "1종 사고계좌(적수변경 대상)", remedyOther},
	"109":  {"account is stopped because its holder is bankrupt", "1종 사고계좌(파산)", remedyOther},
	"115":  {"account is stopped after a third dishonoured bill", "2종 사고계좌(3차 부도)", remedyOther},
	"116":  {"account is marked for the end of business with its holder", "2종 사고계좌(거래해지 등록)", remedyOther},
	"118":  {"account is under legal proceedings", "2종 사고계좌(법적수속)", remedyOther},
	"119":  {"account is seized", "2종 사고계좌(압류)", remedyOther},
	"120":  {"account's seal was reported lost", "2종 사고계좌(인감사고)", remedyOther},
	"121":  {"payments of the account are stopped", "2종 사고계좌(지급정지)", remedyFraud},
	"122":  {"account's passbook was reported lost", "2종 사고계좌(통장사고)", remedyOther},
	"140":  {"account is a household cheque account, which takes no transfers", "가계당좌예금계좌로 거래 불가", remedyOther},
	"144":  {"account is an ordinary deposit that takes no transfers", "보통예금계좌로 거래 불가", remedyOther},
	"148":  {"account is a savings deposit that takes no transfers", "저축예금계좌로 거래 불가", remedyOther},
	"155":  {"amount is wrong", "거래금액 오류", remedyAmount},
	"171":  {"amount is more than may be paid in", "입금액이 입금 한도를 초과", remedyAmount},
	"193":  {"account was closed or is not registered", "해지되었거나 등록되지 않은 계좌번호", remedyNumber},
	"196":  {"state of the account does not allow it", "계좌 상태 오류", remedyOther},
	"197":  {"account number is wrong", "계좌번호 오류", remedyNumber},
	"199":  {"check digit of the account number is wrong", "계좌번호 오류(검증번호)", remedyNumber},
	"203":  {"account number is not one of that bank", "해당 은행의 계좌번호가 아님", remedyNumber},
	"247":  {"reason is none of the listed ones", "기타 오류", remedyLater},
	"257":  {"day has no exchange rate yet", "당일 환율 미고시", remedyLater},
	"273":  {"order was cancelled before", "이미 취소된 거래", remedyAgain},
	"292":  {"recipient's number of cash-free deposits is used up", "수취인 계좌 무통장 입금 건수 초과", remedyLater},
	"294":  {"account is not registered for this service", "신청하지 않은 계좌", remedyOther},
	"304":  {"account is restricted by law", "법적 제한 계좌", remedyOther},
	"320":  {"passbook password does not match", "통장 비밀번호 불일치", remedyPost},
	"321":  {"password is wrong", "비밀번호 오류", remedyPost},
	"322":  {"password was wrong three times", "비밀번호 3회 오류", remedyPost},
	"326":  {"account is stopped (incident, class 1, other)", "1종 사고계좌(기타)", remedyOther},
	"329":  {"receiving bank has a failure", "입금은행 업무 장애", remedyLater},
	"330":  {"other bank's code is wrong", "상대은행 코드 오류", remedyBank},
	"344":  {"recipient's account does not exist", "수취인 계좌 없음", remedyNumber},
	"345":  {"recipient's account has a balance certificate out", "수취인 계좌 잔액증명서 발급", remedyLater},
	"348":  {"recipient's name is wrong", "수취인 성명 오류", remedyName},
	"362":  {"recipient's account takes no more money", "수취인 계좌 입금 한도 초과", remedyAmount},
	"374":  {"account is not held in a verified name", "비실명 계좌", remedyOther},
	"375":  {"identity number of the account is wrong", "실명번호 오류", remedyOther},
	"381":  {"business of the day is closed", "업무 마감 후 처리 불가", remedyOpen},
	"424":  {"account was moved to another branch", "이관된 계좌", remedyNumber},
	"435":  {"network has not begun its day", "개시 전문 수신 전", remedyOpen},
	"436":  {"receiving bank has not opened yet", "업무 개시 전", remedyOpen},
	"442":  {"amount is zero", "금액 오류(금액 0)", remedyAmount},
	"443":  {"amount is more than can be transferred", "이체 금액 초과", remedyAmount},
	"444":  {"date of the transfer is wrong", "이체 일자 오류", remedyAgain},
	"454":  {"account takes no deposits", "입금 거래 불가", remedyOther},
	"458":  {"branch of the account is closed for the day", "계좌 개설점 마감", remedyOpen},
	"485":  {"receiving account is wrong", "입금 계좌 오류", remedyNumber},
	"492":  {"receiving bank is down", "입금은행 장애", remedyLater},
	"493":  {"receiving bank's code is wrong", "입금은행 코드 오류", remedyBank},
	"495":  {"sender's name has characters that are not allowed", "입금인 성명 오류(특수문자)", remedyMemo},
	"502":  {"fund transfers are closed for the day", "자금 이체 업무 마감", remedyOpen},
	"505":  {"amount is more than the paying account has", "지급 가능 금액 초과", remedyAmount},
	"514":  {"message or business code is wrong", "전문 코드/업무 구분 오류", remedyAgain},
	"519":  {"message number was used before", "전문 번호 중복", remedyAgain},
	"544":  {"resident or business number is wrong", "주민/사업자번호 오류", remedyOther},
	"553":  {"message number is not known", "해당 전문 번호 없음", remedyAgain},
	"555":  {"system failed", "시스템 오류", remedyLater},
	"557":  {"receiving bank has ended its service", "기관 서비스 종료", remedyOther},
	"574":  {"paying account is not registered", "지급 계좌 미등록", remedyPost},
	"575":  {"paying account is wrong", "지급 계좌 오류", remedyPost},
	"580":  {"paying account is in arrears", "연체 상태로 지급 불가", remedyPost},
	"599":  {"processing date is wrong", "처리 일자 오류", remedyAgain},
	"628":  {"transfer was carried out and cannot be cancelled", "이미 처리되어 취소 불가", remedyResult},
	"662":  {"account was moved to miscellaneous accounts", "잡좌 편입 계좌", remedyNumber},
	"663":  {"other bank's computers have a failure", "타행 전산 시스템 장애", remedyLater},
	"666":  {"account's passbook was lost and issued again", "통장 분실 재발행 계좌", remedyOther},
	"669":  {"account was cancelled", "해약 계좌", remedyNumber},
	"696":  {"interbank exchange is locked", "타행환 잠김", remedyLater},
	"699":  {"bank does not take part in interbank transfers", "타행환 미실시 은행", remedyBank},
	"710":  {"account is of a branch that was closed", "폐쇄점 계좌", remedyNumber},
	"716":  {"account numbers do not match", "계좌번호 불일치", remedyNumber},
	"741":  {"receiving bank is having trouble", "입금은행 업무 장애 중", remedyLater},
	"753":  {"branch cannot process it", "해당 지점 처리 불가", remedyOther},
	"754":  {"round has no exchange rate yet", "해당 회차 환율 미고시", remedyLater},
	"755":  {"account was ended by its holder", "예금주가 해약한 계좌", remedyNumber},
	"758":  {"account was closed, moved or made miscellaneous", "해지·이관·잡좌·잡수입 계좌", remedyNumber},
	"851":  {"record does not exist", "해당 내용 없음", remedyAgain},
	"873":  {"agreement was applied for before", "약정 중복 신청(기신청)", remedyResult},
	"1014": {"holder's name is another one", "예금주명 불일치", remedyName},
}

// explainReason is what the customer reads of another bank's reason.
func (c *Catalog) explainReason(code bank.Code) (Message, bool) {
	r, ok := bankReasons[code.Reason()]
	if !ok {
		return Message{}, false
	}
	if c.Lang == Korean {
		return Message{"받는 은행이 거절했습니다: " + r.ko + " (" + code.Reason() + ").", remedies[r.advice][1]}, true
	}
	return Message{"The receiving bank turned it down: the " + r.en + " (" + code.Reason() + ").", remedies[r.advice][0]}, true
}

// provokeReason is how testers have another bank turn a transfer down.
func provokeReason(code bank.Code) (en, ko string) {
	number := "1100000" + "9" + code.Reason()
	return "send to 088 " + number + ": any account of another bank that ends in 9" + code.Reason(),
		"088 " + number + "로 보내기: 9" + code.Reason() + "로 끝나는 다른 은행 계좌"
}
