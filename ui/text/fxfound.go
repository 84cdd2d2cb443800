package text

import "smartbank/bank"

// Found holds the words of Search SWIFT remittance and Search Eurogiro remittance.
type Found struct {
	Period, Date, Reference, Status, All, None string
	Statuses                                   map[bank.RemittanceStatus]string
	Reasons                                    map[string]string // why money came back, and answers to requests
	NotSearched                                Message

	// One remittance.
	Tabs, Summary, Explained, ExplainIntro string
	Fields                                 map[string]string                // of MT103, by their tags
	Back                                   string                           // booked back
	BackAt                                 func(amount, rate string) string // the rate is "" where nothing was exchanged
	StatusAt                               func(status, at string) string
	Counted                                func(this, used, limit string) string // of the year's limit
	CountedThen                            func(this string, year int) string
	NotCounted                             string

	// Requests.
	AmendTitle, AmendText, CancelTitle, CancelText string
	NothingToAmend                                 Message
	Asked                                          string
}

var foundEN = Found{
	Period: "Period", Date: "Date", Reference: "Reference", Status: "Status", All: "all", None: "No remittances in this period. What was refused was not sent, and is not here.",
	Statuses: map[bank.RemittanceStatus]string{
		bank.RemittanceReceived: "Received", bank.RemittanceUnderReview: "Under review", bank.RemittanceAccepted: "Accepted", bank.RemittanceSent: "Sent",
		bank.RemittanceCredited: "Credited", bank.RemittanceReady: "Ready to collect", bank.RemittancePaid: "Paid out", bank.RemittanceReturned: "Returned",
		bank.RemittanceExpired: "Not collected", bank.RemittanceCancelled: "Cancelled",
		bank.AmendmentRequested: "Change asked for", bank.CancellationRequested: "Asked back",
	},
	Reasons: map[string]string{
		"AC01": "the account number is wrong", "AC03": "the recipient's account number is wrong", "AC04": "the account is closed", "AC06": "the account is blocked",
		"AG01": "the account takes no such payments", "AM09": "another amount than was agreed", "BE04": "the recipient's address is missing",
		"BE05": "the recipient does not know the sender", "BE07": "the sender's address is missing", "RC01": "the bank's code is wrong",
		"RR03": "the recipient's name or address is missing", "RR04": "a regulatory reason", "MS02": "the recipient gave no reason", "MS03": "the bank gave no reason",
		"NARR": "as described", "NOAS": "the recipient did not answer", "CUST": "the customer asked for it", "FOCR": "it was asked back",
		"BE01": "name and account do not belong together", "DUPL": "it was sent twice",
		"ACPT": "was done", "RJCT": "was refused abroad",
	},
	NotSearched: Message{"The remittances could not be read.", "Press F5 to try again."},

	Tabs: "view", Summary: "Summary", Explained: "field by field",
	ExplainIntro: "pacs.008 is the message that was sent; MT103 says the same in the older form. Each field, with its element of pacs.008:",
	Fields: map[string]string{
		"20": "Sender's reference", "13C": "Time indication", "23B": "Kind of operation: a customer's credit transfer", "23E": "Instruction",
		"26T": "Kind of transaction", "32A": "Value date, currency and amount between the banks", "33B": "What the customer ordered",
		"36": "Exchange rate", "50": "Ordering customer", "51": "Sending institution", "52": "Ordering customer's bank", "53": "Sender's correspondent",
		"54": "Receiver's correspondent", "55": "Third reimbursement bank", "56": "Bank in between", "57": "Recipient's bank", "59": "Recipient",
		"70": "What the recipient is told", "71A": "Who bears the charges", "71F": "Charges taken out by the sender", "71G": "Charges paid to the receiver",
		"72": "From bank to bank", "77B": "For the authorities",
	},
	Back: "Booked back", BackAt: func(amount, rate string) string { return amount + clause(" at ", rate, "") },
	StatusAt: func(status, at string) string { return status + ", " + at },
	Counted: func(this, used, limit string) string {
		return "this order " + this + " · used this year " + used + " of " + limit
	},
	CountedThen: func(this string, year int) string { return this + " of the limit of " + itoa(year) },
	NotCounted:  "does not count: the money came back",

	AmendTitle: "Ask to amend", AmendText: "Fill in what should change; the rest stays. The banks on the way decide, and may refuse.",
	CancelTitle: "Ask to cancel", CancelText: "The banks on the way decide, and may refuse. What comes back is exchanged at the T/T receive rate of that day.",
	NothingToAmend: Message{"Nothing is to be changed.", "Fill in at least one field."},
	Asked:          "Your request is on its way.",
}

var foundKO = Found{
	Period: "기간", Date: "송금일시", Reference: "거래번호", Status: "상태", All: "전체", None: "이 기간에 해외송금 내역이 없습니다. 거절된 신청은 송금되지 않아 나오지 않습니다.",
	Statuses: map[bank.RemittanceStatus]string{
		bank.RemittanceReceived: "접수", bank.RemittanceUnderReview: "심사 중", bank.RemittanceAccepted: "접수", bank.RemittanceSent: "발송",
		bank.RemittanceCredited: "입금", bank.RemittanceReady: "지급 대기", bank.RemittancePaid: "지급", bank.RemittanceReturned: "반환",
		bank.RemittanceExpired: "기간 만료", bank.RemittanceCancelled: "취소",
		bank.AmendmentRequested: "변경 요청", bank.CancellationRequested: "취소 요청",
	},
	Reasons: map[string]string{
		"AC01": "계좌번호 오류", "AC03": "받는 계좌번호 오류", "AC04": "해지된 계좌", "AC06": "지급정지 계좌",
		"AG01": "입금할 수 없는 계좌", "AM09": "약정과 다른 금액", "BE04": "받는 분 주소 없음",
		"BE05": "받는 분이 보낸 분을 모름", "BE07": "보내는 분 주소 없음", "RC01": "은행 코드 오류",
		"RR03": "받는 분 이름이나 주소 없음", "RR04": "규제 사유", "MS02": "받는 분 사유 미기재", "MS03": "은행 사유 미기재",
		"NARR": "설명 참조", "NOAS": "받는 분 응답 없음", "CUST": "고객 요청", "FOCR": "반환 요청에 따름",
		"BE01": "이름과 계좌 불일치", "DUPL": "중복 송금",
		"ACPT": "처리됨", "RJCT": "해외에서 거절됨",
	},
	NotSearched: Message{"해외송금 내역을 불러오지 못했습니다.", "F5를 눌러 다시 해 주세요."},

	Tabs: "보기", Summary: "요약", Explained: "항목별 설명",
	ExplainIntro: "실제로 보낸 전문은 pacs.008이고, MT103은 같은 내용을 예전 형식으로 옮긴 것입니다. 항목마다 pacs.008의 요소를 함께 보여 드립니다.",
	Fields: map[string]string{
		"20": "보내는 은행의 참조번호", "13C": "시각 표시", "23B": "업무 종류: 고객 송금", "23E": "지시 사항",
		"26T": "거래 종류", "32A": "은행 사이의 결제일, 통화, 금액", "33B": "고객이 신청한 금액",
		"36": "환율", "50": "보내는 분", "51": "발신 기관", "52": "보내는 분의 은행", "53": "보내는 은행의 환거래은행",
		"54": "받는 은행의 환거래은행", "55": "제3 상환은행", "56": "중계은행", "57": "받는 분의 은행", "59": "받는 분",
		"70": "받는 분에게 전할 말", "71A": "수수료 부담", "71F": "보내는 은행이 뺀 수수료", "71G": "받는 은행에 낸 수수료",
		"72": "은행 사이의 전달 사항", "77B": "당국 보고 사항",
	},
	Back: "환급", BackAt: func(amount, rate string) string { return amount + clause(" (환율 ", rate, ")") },
	StatusAt: func(status, at string) string { return status + " (" + at + ")" },
	Counted: func(this, used, limit string) string {
		return "이번 " + this + " · 올해 " + limit + " 중 " + used + " 사용"
	},
	CountedThen: func(this string, year int) string { return itoa(year) + "년 한도에서 " + this },
	NotCounted:  "돈이 돌아와 한도에 들어가지 않습니다",

	AmendTitle: "변경 요청", AmendText: "바꿀 항목만 입력해 주세요. 나머지는 그대로입니다. 중간의 은행이 결정하며 거절될 수 있습니다.",
	CancelTitle: "취소 요청", CancelText: "중간의 은행이 결정하며 거절될 수 있습니다. 돌아온 돈은 그날의 송금 받을 때 환율로 바꿉니다.",
	NothingToAmend: Message{"바꿀 내용이 없습니다.", "한 항목 이상 입력해 주세요."},
	Asked:          "요청을 보냈습니다.",
}
