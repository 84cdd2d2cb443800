package text

import (
	"fmt"

	"smartbank/bank"
)

// CommandFX holds the words of the commands of foreign exchange.
type CommandFX struct {
	Rates, Remittances, RatesOfBank, RatesImport CommandHelp

	Date, Notice, Currency, History, ImportDay string // flags
	Kind, Status, Country, OnlyCurrency, Find  string

	Unit, Base, Send, Receive, CashBuy, CashSell, Dollar, Change string // columns
	Ordered, Network, Land, Total, Rate, Of                      string

	Given         func(date string, notice int, time string) string
	Demonstration string // the rates are made up
	Imported      func(r bank.RateImport) string
	BadFile       func(file string, err error) Message
	StatusOf      func(bank.RemittanceStatus) string
	KindOf        func(bank.RemittanceKind) string

	Endings string                     // a heading: what the endings of accounts provoke
	Ending  func(ending string) string // what one does
	Reason  func(code string) string   // of what came back, or was answered; the code itself if it is unknown
}

var commandFXEN = CommandFX{
	Rates: CommandHelp{"the exchange rates of a day", `Prints the board of the last notice before or at a day; on days when banks are
closed it is that of the business day before. Prices are won for the unit:
100 for JPY, IDR and VND. With --history and --currency it prints the base rate
of each business day since. Rates of a demonstration after 13 April 2026 are
made up, and marked so: "demonstration" in JSON and CSV.`},
	Remittances: CommandHelp{"a customer's remittances abroad, and how far they are", lookupEN + `
The period is that of history. What is due by now is done first, so that the
states are those of now.`},
	RatesOfBank: CommandHelp{"the exchange rates of the bank", `Rates are looked at with smartbank rates, and taken from files here.`},
	RatesImport: CommandHelp{"take exchange rates from a file", `Reads eurofxref-hist.csv of the European Central Bank, or the JSON answer of the
Export-Import Bank of Korea (AP01), which says nothing of its day: --date does.
What it has takes precedence over the rates that the bank had.`},
	Date: "the board of this `DAY` (default: today)", Notice: "the board of this `NUMBER` of the day (default: the last)",
	Currency: "only this `CURRENCY`, such as USD", History: "the base rates since this `DAY`, with --currency", ImportDay: "the `DAY` of an answer of Eximbank (default: today)",
	Kind: "only `WHICH`: all, swift or eurogiro (default all)", Status: "only those that are `WHICH`, such as sent, credited or returned (default all)",
	Country: "only to this `COUNTRY`, such as US", OnlyCurrency: "only in this `CURRENCY`, such as USD", Find: "only with `TEXT` in the recipient, the account or the reference",
	Unit: "Unit", Base: "Base", Send: "T/T send", Receive: "T/T receive", CashBuy: "Cash buy", CashSell: "Cash sell", Dollar: "In USD", Change: "Change",
	Ordered: "Ordered", Network: "By", Land: "To", Total: "Debited", Rate: "Rate", Of: "Currency",
	Given: func(date string, notice int, time string) string {
		return fmt.Sprintf("Notice %d of %s, %s. Change: against the business day before.", notice, date, time)
	},
	Demonstration: "These rates are made up for the demonstration.",
	Imported: func(r bank.RateImport) string {
		return fmt.Sprintf("took %d currencies on %d days from the %s file: %s to %s", r.Currencies, r.Days, r.Format, r.First, r.Last)
	},
	BadFile: func(file string, err error) Message {
		return Message{"the rates in " + quoted(file) + " cannot be used: " + ratesCauseEN(err), "Nothing was taken. Give eurofxref-hist.csv, or an answer of Eximbank of a business day after 11:00."}
	},
	StatusOf: named(map[bank.RemittanceStatus]string{
		bank.RemittanceUnderReview: "under review", bank.AmendmentRequested: "amendment asked", bank.CancellationRequested: "cancellation asked",
	}),
	KindOf:  named(map[bank.RemittanceKind]string{bank.SWIFT: "SWIFT", bank.Eurogiro: "Eurogiro"}),
	Endings: "What becomes of a remittance, by the last digits of the recipient's account, or of the telephone for a money order:",
	Ending: named(map[string]string{
		"901": "returned, AC01: incorrect account number", "904": "returned, AC04: closed account", "906": "returned, AC06: blocked account",
		"909": "returned, AG01: transaction forbidden", "912": "returned, BE01: not the name of the account", "915": "returned, RR04: regulatory reason",
		"920": "SWIFT: under review until the next business day", "940": "requests to amend or cancel are turned down",
		"950": "Eurogiro: not collected, expires after the pay-out period",
	}),
	Reason: named(map[string]string{
		"AC01": "incorrect account number", "AC04": "closed account", "AC06": "blocked account", "AG01": "transaction forbidden",
		"BE01": "not the name of the account", "RR04": "regulatory reason", "NARR": "not collected in time", "ACPT": "request accepted", "RJCT": "request turned down",
	}),
}

var commandFXKO = CommandFX{
	Rates: CommandHelp{"하루의 환율", `그날까지 고시된 마지막 환율표를 보여 줍니다. 은행이 쉬는 날은 직전 영업일의
환율표입니다. 가격은 단위당 원화이며 JPY, IDR, VND의 단위는 100입니다.
--history와 --currency가 있으면 그날부터 영업일별 매매기준율을 보여 줍니다.
2026년 4월 13일 이후의 체험용 환율은 만들어 낸 값이며, JSON과 CSV에
"demonstration"으로 표시됩니다.`},
	Remittances: CommandHelp{"고객의 해외송금과 진행 상황", lookupKO + `
기간은 history와 같습니다. 지금까지 처리할 일을 먼저 처리하므로 지금의 상태를
보여 줍니다.`},
	RatesOfBank: CommandHelp{"은행의 환율", `환율은 smartbank rates로 보고, 여기서는 파일에서 가져옵니다.`},
	RatesImport: CommandHelp{"파일에서 환율 가져오기", `유럽중앙은행의 eurofxref-hist.csv나 한국수출입은행의 JSON 응답(AP01)을 읽습니다.
수출입은행 응답에는 날짜가 없으므로 --date로 정합니다. 가져온 환율이 은행에 있던
환율보다 우선합니다.`},
	Date: "`날짜`의 환율표 (기본: 오늘)", Notice: "그날의 `고시회차` (기본: 마지막)",
	Currency: "이 `통화`만, 예: USD", History: "`날짜`부터의 매매기준율 (--currency와 함께)", ImportDay: "수출입은행 응답의 `날짜` (기본: 오늘)",
	Kind: "`종류`만: all, swift, eurogiro (기본 all)", Status: "이 `상태`만, 예: sent, credited, returned (기본 전체)",
	Country: "이 `국가`로 보낸 것만, 예: US", OnlyCurrency: "이 `통화`만, 예: USD", Find: "받는 분, 계좌, 거래번호에 `글자`가 있는 것만",
	Unit: "단위", Base: "매매기준율", Send: "송금 보낼 때", Receive: "송금 받을 때", CashBuy: "현찰 살 때", CashSell: "현찰 팔 때", Dollar: "미화환산율", Change: "전일대비",
	Ordered: "신청", Network: "종류", Land: "국가", Total: "출금액", Rate: "환율", Of: "통화",
	Given: func(date string, notice int, time string) string {
		return fmt.Sprintf("%s %d회차, %s. 전일대비는 직전 영업일 기준입니다.", date, notice, time)
	},
	Demonstration: "체험용으로 만들어 낸 환율입니다.",
	Imported: func(r bank.RateImport) string {
		return fmt.Sprintf("%s 파일에서 통화 %d개, %d일치를 가져왔습니다: %s ~ %s", r.Format, r.Currencies, r.Days, r.First, r.Last)
	},
	BadFile: func(file string, err error) Message {
		return Message{quoted(file) + "의 환율을 쓸 수 없습니다: " + ratesCauseKO(err), "가져온 것이 없습니다. eurofxref-hist.csv나 영업일 11시 이후의 수출입은행 응답을 주세요."}
	},
	StatusOf: named(map[bank.RemittanceStatus]string{
		bank.RemittanceReceived: "접수", bank.RemittanceUnderReview: "심사 중", bank.RemittanceAccepted: "접수", bank.RemittanceSent: "발송",
		bank.RemittanceCredited: "입금 완료", bank.RemittanceReady: "지급 대기", bank.RemittancePaid: "지급 완료", bank.RemittanceReturned: "반환",
		bank.RemittanceExpired: "지급 기한 만료", bank.RemittanceCancelled: "취소", bank.AmendmentRequested: "조건변경 신청", bank.CancellationRequested: "취소 신청",
	}),
	KindOf:  named(map[bank.RemittanceKind]string{bank.SWIFT: "SWIFT", bank.Eurogiro: "유로지로"}),
	Endings: "받는 계좌(우편환은 받는 분 전화)의 끝자리에 따른 해외송금 결과:",
	Ending: named(map[string]string{
		"901": "반환, AC01: 계좌번호 오류", "904": "반환, AC04: 해지된 계좌", "906": "반환, AC06: 지급 정지된 계좌",
		"909": "반환, AG01: 금지된 거래", "912": "반환, BE01: 예금주 불일치", "915": "반환, RR04: 규제 사유",
		"920": "SWIFT: 다음 영업일까지 심사", "940": "조건변경·취소 신청 거절", "950": "유로지로: 찾아가지 않아 지급 기한 만료",
	}),
	Reason: named(map[string]string{
		"AC01": "계좌번호 오류", "AC04": "해지된 계좌", "AC06": "지급 정지된 계좌", "AG01": "금지된 거래", "BE01": "예금주 불일치",
		"RR04": "규제 사유", "NARR": "지급 기한 내 미수령", "ACPT": "신청 수락", "RJCT": "신청 거절",
	}),
}
