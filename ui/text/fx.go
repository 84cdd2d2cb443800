package text

import "smartbank/bank/money"

// FX holds the words of foreign exchange.
type FX struct {
	Currencies map[money.Currency]string
	Rates      Rates
	Remit      Remit
	Found      Found
}

// Rates holds the words of Exchange rate inquiry.
type Rates struct {
	// The board.
	Currency, Name, Base, Change, Send, Receive, CashBuy, CashSell, Dollar string
	Date, Notice                                                           string
	Given                                                                  func(number int, at string) string
	Before                                                                 func(asked, shown string) string // a day when banks are closed
	BeforeFirst                                                            func(asked, shown string) string // today, before the first notice
	Source, Demonstration                                                  string
	First, Last                                                            string // notices
	ToCome, NotLoaded                                                      Message
	LogInFirst, Wanted, Unwanted                                           string // favourites
	Show, DayKey, OpenPage                                                 string // what keys do

	// A currency's page.
	Page, Day, Year, Years string
	Extremes               func(low, lowDay, high, highDay string) string
	MadeUp, MadeUpDay      string // of points of the chart, and of one of them
	Convert, Deal          string
	AsChart, AsTable       string
	FeesOfSending          func(fee, cable, total string) string
	FeesOfReceiving        string
	FeesOfCash             string
}

var fxEN = FX{
	Currencies: map[money.Currency]string{
		"KRW": "Korean won", "USD": "US dollar", "JPY": "Japanese yen", "EUR": "Euro", "CNY": "Chinese yuan", "GBP": "British pound",
		"CHF": "Swiss franc", "CAD": "Canadian dollar", "AUD": "Australian dollar", "NZD": "New Zealand dollar", "HKD": "Hong Kong dollar",
		"SGD": "Singapore dollar", "SEK": "Swedish krona", "DKK": "Danish krone", "NOK": "Norwegian krone", "THB": "Thai baht",
		"IDR": "Indonesian rupiah", "PHP": "Philippine peso", "VND": "Vietnamese dong",
	},
	Rates: ratesEN, Remit: remitEN, Found: foundEN,
}

var ratesEN = Rates{
	Currency: "Currency", Name: "Name", Base: "Base", Change: "Change", Send: "T/T send", Receive: "T/T receive",
	CashBuy: "Cash buy", CashSell: "Cash sell", Dollar: "In USD",
	Date: "Date", Notice: "Notice",
	Given: func(n int, at string) string { return "#" + itoa(n) + " of " + at },
	Before: func(asked, shown string) string {
		return asked + " has no rates of its own: these are the last of " + shown + "."
	},
	BeforeFirst: func(asked, shown string) string {
		return "The first rates of " + asked + " come at 09:00: these are the last of " + shown + "."
	},
	Source:        "Reference rates: European Central Bank. In won.",
	Demonstration: "Demonstration: made up from the last rates of the European Central Bank.",
	First:         "first of the day", Last: "last",
	ToCome:     Message{"This day is still to come.", "Type today or a day before it."},
	NotLoaded:  Message{"The rates could not be read.", "Press F5 to try again."},
	LogInFirst: "Log in (99 in All Menus) to have currencies first.",
	Wanted:     "This currency stands first from now on.", Unwanted: "This currency stands in its usual place again.",
	Show: "show the rates", DayKey: "date and notice", OpenPage: "chart and converter",

	Page: "Exchange rate", Day: "Day", Year: "1 year", Years: "5 years",
	Extremes: func(low, lowDay, high, highDay string) string {
		return "low " + low + " on " + lowDay + " · high " + high + " on " + highDay
	},
	MadeUp: "with days that are made up", MadeUpDay: "made up",
	Convert: "convert", Deal: "Rate",
	AsChart: "chart", AsTable: "values as a table",
	FeesOfSending: func(fee, cable, total string) string {
		return "+ " + fee + " won fee + " + cable + " won cable = " + total + " won. Online, half of the spread is given back."
	},
	FeesOfReceiving: "What banks abroad took is gone by then; Korea Post takes nothing.",
	FeesOfCash:      "Notes, at a post office. There is no fee besides the rate.",
}

var fxKO = FX{
	Currencies: map[money.Currency]string{
		"KRW": "원화", "USD": "미국 달러", "JPY": "일본 엔", "EUR": "유로", "CNY": "중국 위안", "GBP": "영국 파운드",
		"CHF": "스위스 프랑", "CAD": "캐나다 달러", "AUD": "호주 달러", "NZD": "뉴질랜드 달러", "HKD": "홍콩 달러",
		"SGD": "싱가포르 달러", "SEK": "스웨덴 크로나", "DKK": "덴마크 크로네", "NOK": "노르웨이 크로네", "THB": "태국 바트",
		"IDR": "인도네시아 루피아", "PHP": "필리핀 페소", "VND": "베트남 동",
	},
	Rates: ratesKO, Remit: remitKO, Found: foundKO,
}

var ratesKO = Rates{
	Currency: "통화", Name: "통화명", Base: "매매기준율", Change: "전일대비", Send: "송금보낼때", Receive: "송금받을때",
	CashBuy: "현찰살때", CashSell: "현찰팔때", Dollar: "미화환산율",
	Date: "조회일", Notice: "고시회차",
	Given: func(n int, at string) string { return itoa(n) + "회차 " + at },
	Before: func(asked, shown string) string {
		return asked + "에는 고시환율이 없어 " + shown + " 최종 환율을 보여 드립니다."
	},
	BeforeFirst: func(asked, shown string) string {
		return asked + "의 첫 환율은 09:00에 고시됩니다. " + shown + " 최종 환율입니다."
	},
	Source:        "출처: 유럽중앙은행 기준환율. 단위: 원",
	Demonstration: "체험용: 유럽중앙은행의 마지막 기준환율을 바탕으로 지어낸 환율입니다.",
	First:         "최초 고시", Last: "최종 고시",
	ToCome:     Message{"아직 오지 않은 날입니다.", "오늘이나 그 전 날짜를 입력해 주세요."},
	NotLoaded:  Message{"환율을 불러오지 못했습니다.", "F5를 눌러 다시 해 주세요."},
	LogInFirst: "관심통화를 정하려면 로그인해 주세요(전체메뉴 99번).",
	Wanted:     "관심통화로 정했습니다. 맨 위에 나옵니다.", Unwanted: "관심통화에서 뺐습니다.",
	Show: "환율 조회", DayKey: "조회일·회차", OpenPage: "그래프와 계산",

	Page: "통화별 환율", Day: "날짜", Year: "1년", Years: "5년",
	Extremes: func(low, lowDay, high, highDay string) string {
		return "최저 " + low + " (" + lowDay + ") · 최고 " + high + " (" + highDay + ")"
	},
	MadeUp: "지어낸 날 포함", MadeUpDay: "지어낸 값",
	Convert: "환율 계산", Deal: "적용 환율",
	AsChart: "그래프", AsTable: "표로 보기",
	FeesOfSending: func(fee, cable, total string) string {
		return "+ 송금수수료 " + fee + "원 + 전신료 " + cable + "원 = " + total + "원. 온라인은 환전수수료 50% 우대."
	},
	FeesOfReceiving: "해외 은행 수수료는 이미 빠진 금액입니다. 우체국 수수료는 없습니다.",
	FeesOfCash:      "우체국 창구의 현찰 환율입니다. 환율 밖의 수수료는 없습니다.",
}
