package text

import (
	"smartbank/bank"
	"smartbank/bank/iso"
)

// Remit holds the words of SWIFT and Eurogiro remittances.
type Remit struct {
	// The steps, at the right of the title bar.
	StepConsent, StepCountry, StepParties, StepBank, StepAmount string

	// The form, and the lines of the pages after it.
	ConsentTitle, ConsentText, Consent, Agreed, NotAgreed string
	Category, Purpose, Country, WhichCountry, Kind        string
	Sender, MyAddress, MyTown, MyPhone                    string
	SenderFixed                                           func(name string) string
	Recipient, Name, Address, Town, Where, Postcode       string
	Phone, Account, BankName, Identity                    string
	How, ByBIC, ByCode, BIC, Clearing, Bank               string
	BankAddress, BankTown, Via                            string
	From, By, ByWon, Currency, Amount, Charges            string
	Message, PIN, Reason                                  string
	ByForeign                                             func(currency string) string
	BankIntro                                             func(name, country string) string
	Categories                                            map[bank.RemittanceCategory]string
	Purposes                                              map[bank.RemittancePurpose]string
	Kinds                                                 map[bank.GiroKind]string
	Bearers, ChargesOf                                    map[iso.Bearer]string
	Systems                                               map[string]string // clearings, by their codes
	SystemOf                                              func(country string) string

	// What stands under fields.
	PhoneHint, NameHint, BICHint, ViaHint, AccountHint string
	IBANHint                                           func(country string, length int) string
	Spelt                                              func(text string) string
	LeftOut                                            Message
	Missing                                            func(field string) Message
	SoFar                                              func(have, want string) string
	Year                                               func(used, limit, left string) string
	About                                              func(amount, currency, rate string) string
	InAll                                              func(total, fees string) string
	RulesLimit                                         func(currency, limit string) string
	RulesDays                                          func(first, last int) string
	RulesPayOut                                        func(days int) string
	NoCountry, NoAmount, NoPIN                         Message

	// What keys do.
	Take, Review, Pay, AskRate, ToSearch string

	// The review and after.
	Final                   string
	RateOver, RateOverLater func(rate string) string
	RateHolds               func(rate, seconds string) string
	Rate, FeeLabel, Total   string
	RateOf                  func(currency, rate, listed string, percent int) string
	Fees                    func(fee, cable string) string
	OurCharge               func(amount string) string
	TakenOut                func(taken, settled string) string
	RateChanged             func(before, by string) string // by is "" if it cannot be told
	SameRate                string
	TokenMovedOn            Message
	YearLabel               string
	YearAfter               func(this, used, left string) string
	SentTitle, UETR, Follow string
	LeaveText               string

	// At the next login, of an order whose result was never shown.
	LeftOverTitle     string
	LeftOverBooked    func(order, reference string) Message
	LeftOverNotBooked func(order string) Message
}

var remitEN = Remit{
	StepConsent: "Consent", StepCountry: "Country", StepParties: "Parties", StepBank: "Bank", StepAmount: "Amount",

	ConsentTitle: "Before money goes abroad",
	ConsentText: "You apply for this payment under the foreign exchange rules, and agree to your name, address and telephone being sent " +
		"with it to banks and post offices abroad. Splitting one payment among several is refused.",
	Consent: "Consent", Agreed: "I agree", NotAgreed: "not agreed yet",
	Category: "Category", Purpose: "Purpose", Country: "Country", WhichCountry: "choose a country", Kind: "Paid out",
	Sender: "Sender",
	SenderFixed: func(name string) string {
		return "Sent by " + name + ", as at the bank: other people's names are not sent."
	},
	MyAddress: "Your address", MyTown: "Your town", MyPhone: "Your telephone",
	Recipient: "Recipient", Name: "Recipient's name", Address: "Street and number", Town: "Town", Where: "Address", Postcode: "Postcode",
	Phone: "Their telephone", Account: "Account", BankName: "Bank's name", Identity: "Identity document",
	How: "Bank given by", ByBIC: "BIC (SWIFT code)", ByCode: "clearing code, name and town", BIC: "BIC", Clearing: "Clearing code", Bank: "Bank",
	BankAddress: "Bank's street", BankTown: "Bank's town", Via: "Through bank (BIC)",
	From: "From", By: "Amount given in", ByWon: "won: as much as it buys", Currency: "Currency", Amount: "Amount", Charges: "Charges",
	Message: "Message", PIN: "Account password", Reason: "Reason",
	ByForeign: func(currency string) string { return currency + ": what the recipient is sent" },
	BankIntro: func(name, country string) string { return "The bank of " + name + " in " + country },
	Categories: map[bank.RemittanceCategory]string{
		"01": "01 resident, without documents", "02": "02 living expenses abroad", "03": "03 student abroad", "08": "08 foreigner's income in Korea",
		"99": "others, with documents",
	},
	Purposes: map[bank.RemittancePurpose]string{
		"FAMI": "family support", "GIFT": "gift", "EDUC": "tuition", "SAVG": "savings", "MDCS": "medical treatment", "TRAD": "small imports and services",
		"SALA": "salary", "RENT": "rent", "CHAR": "charity", "OTHR": "other",
	},
	Kinds:   map[bank.GiroKind]string{bank.ToAddress: "in cash, to the recipient's address", bank.ToAccount: "to an account"},
	Bearers: map[iso.Bearer]string{iso.SHA: "each side its own", iso.OUR: "all by you", iso.BEN: "all by the recipient"},
	ChargesOf: map[iso.Bearer]string{
		iso.SHA: "You pay Korea Post's fees; banks abroad may take theirs out of the amount.",
		iso.OUR: "You pay Korea Post's fees and the banks' abroad: the whole amount arrives.",
		iso.BEN: "All fees are taken out of the amount: less arrives.",
	},
	Systems: map[string]string{
		"USABA": "ABA routing number, 9 digits", "CACPA": "transit and institution number, as 12345-003", "AUBSB": "BSB, 6 digits", "GBDSC": "sort code, 6 digits",
		"DEBLZ": "Bankleitzahl, 8 digits", "JPZGN": "bank and branch code, 7 digits",
	},
	SystemOf: func(country string) string { return "the bank's clearing code in " + country },

	PhoneHint: "with the country: +82-1012345678", NameHint: "in Latin letters, as on the account; Hangul is romanized for you",
	BICHint: "8 or 11 characters, from the recipient's bank", ViaHint: "only if the recipient's bank asks for it",
	AccountHint: "account number, as the recipient gave it",
	IBANHint: func(country string, n int) string {
		return "IBAN of " + country + ", " + itoa(n) + " characters; spaces do not matter"
	},
	Spelt:   func(text string) string { return "is sent as: " + text + "   Enter takes it" },
	LeftOut: Message{"Some characters have no spelling abroad and are left out.", "Check what is sent, or type it yourself."},
	Missing: func(field string) Message { return Message{"This is needed: " + field + ".", "Fill it in."} },
	SoFar:   func(have, want string) string { return have + " of " + want + " characters" },
	Year: func(used, limit, left string) string {
		return "this year " + used + " of " + limit + " · left " + left
	},
	About: func(amount, currency, rate string) string {
		return "about " + amount + ", at " + currency + " " + rate + "; the rate is fixed at the review"
	},
	InAll: func(total, fees string) string { return "in all about " + total + ", of which fees " + fees },
	RulesLimit: func(currency, limit string) string {
		return "sent in " + currency + ", up to USD " + limit + " at once"
	},
	RulesDays:   func(first, last int) string { return "there in " + itoa(first) + " to " + itoa(last) + " days" },
	RulesPayOut: func(days int) string { return "what is not collected in " + itoa(days) + " days comes back" },
	NoCountry:   Message{"The country is missing.", "Choose it from the list: type a part of its name."},
	NoAmount:    Message{"The amount is missing.", "Type how much to send."},
	NoPIN:       Message{"The account password has four digits.", "Type the password of the withdrawal account."},

	Take: "take this spelling", Review: "review", Pay: "send the money", AskRate: "ask for the rate of now", ToSearch: "search",

	Final:    "Money that has gone abroad does not come back at once: asking for it back takes days and may fail.",
	RateOver: func(rate string) string { return "The rate " + rate + " has expired. Enter asks for the rate of now." },
	RateOverLater: func(rate string) string {
		return "The rate " + rate + " has expired: going on takes the rate of now, and shows it first if it is another."
	},
	RateHolds: func(rate, seconds string) string {
		return "the rate " + rate + " holds for " + seconds + " more seconds"
	},
	Rate: "Rate", FeeLabel: "Fees", Total: "Total",
	RateOf: func(currency, rate, listed string, percent int) string {
		return currency + " " + rate + "   (" + listed + ", " + itoa(percent) + " % of the spread given back)"
	},
	Fees:      func(fee, cable string) string { return fee + " + cable " + cable },
	OurCharge: func(amount string) string { return amount + " abroad" },
	TakenOut:  func(taken, settled string) string { return "(" + taken + " out of the amount: " + settled + " arrive)" },
	RateChanged: func(before, by string) string {
		return "The rate before has expired: it was " + before + "." + clause(" The total changes by ", by, ".") + " Nothing was sent."
	},
	SameRate:     "The rate is the same, and holds for another minute.",
	TokenMovedOn: Message{"The token shows another number by now.", "Type the number it shows now. Nothing was sent yet."},
	YearLabel:    "Yearly limit",
	YearAfter: func(this, used, left string) string {
		return "this order " + this + " · used before " + used + " · left after " + left
	},
	SentTitle: "The remittance was accepted", UETR: "UETR",
	Follow:    "Search shows from now on how far it is.",
	LeaveText: "What you typed is lost. Nothing was sent.",

	LeftOverTitle: "Your last remittance",
	LeftOverBooked: func(order, ref string) Message {
		return Message{"It was accepted: " + order + ".", "Its reference is " + ref + ". Do not send it again; the search of remittances (33, 34) shows it."}
	},
	LeftOverNotBooked: func(order string) Message {
		return Message{"It was not sent: " + order + ".", "No money moved. To send it, type the remittance again."}
	},
}

var remitKO = Remit{
	StepConsent: "동의", StepCountry: "국가", StepParties: "수취인", StepBank: "은행", StepAmount: "금액",

	ConsentTitle: "해외로 송금하기 전에",
	ConsentText: "외국환거래규정에 따라 지급을 신청하며, 성명과 주소, 전화번호가 해외의 은행과 우체국에 함께 전달되는 데 동의합니다. " +
		"한 건의 지급을 여러 건으로 나누어 보낼 수 없습니다.",
	Consent: "동의", Agreed: "동의합니다", NotAgreed: "아직 동의하지 않음",
	Category: "송금 구분", Purpose: "송금 사유", Country: "국가", WhichCountry: "국가를 선택하세요", Kind: "지급 방법",
	Sender: "보내는 분",
	SenderFixed: func(name string) string {
		return "보내는 분은 예금주 " + name + "입니다. 다른 사람 이름으로는 보낼 수 없습니다."
	},
	MyAddress: "보내는 분 주소", MyTown: "보내는 분 도시", MyPhone: "보내는 분 전화",
	Recipient: "받는 분", Name: "받는 분 이름", Address: "받는 분 주소", Town: "도시", Where: "주소", Postcode: "우편번호",
	Phone: "받는 분 전화", Account: "받는 계좌", BankName: "은행 이름", Identity: "신분증 번호",
	How: "은행 지정", ByBIC: "BIC (SWIFT 코드)", ByCode: "은행 코드와 이름, 도시", BIC: "BIC", Clearing: "은행 코드", Bank: "받는 은행",
	BankAddress: "은행 주소", BankTown: "은행 도시", Via: "중계은행 BIC",
	From: "출금계좌", By: "금액 기준", ByWon: "원화: 살 수 있는 만큼", Currency: "송금 통화", Amount: "송금액", Charges: "수수료 부담",
	Message: "전할 말", PIN: "계좌 비밀번호", Reason: "사유",
	ByForeign: func(currency string) string { return currency + ": 받는 분에게 보낼 금액" },
	BankIntro: func(name, country string) string { return name + " 님의 은행 (" + country + ")" },
	Categories: map[bank.RemittanceCategory]string{
		"01": "01 거주자 무증빙 송금", "02": "02 해외 체재비", "03": "03 유학생 경비", "08": "08 외국인 국내소득", "99": "그 밖의 증빙 송금",
	},
	Purposes: map[bank.RemittancePurpose]string{
		"FAMI": "가족 생활비", "GIFT": "증여", "EDUC": "학비", "SAVG": "예금", "MDCS": "치료비", "TRAD": "소액 수입·용역대금",
		"SALA": "급여", "RENT": "임차료", "CHAR": "기부금", "OTHR": "기타",
	},
	Kinds:   map[bank.GiroKind]string{bank.ToAddress: "받는 분 주소로 현금 지급", bank.ToAccount: "계좌로 입금"},
	Bearers: map[iso.Bearer]string{iso.SHA: "각자 부담", iso.OUR: "보내는 분 모두 부담", iso.BEN: "받는 분 모두 부담"},
	ChargesOf: map[iso.Bearer]string{
		iso.SHA: "우체국 수수료는 보내는 분이 내고, 해외 은행은 송금액에서 수수료를 뺄 수 있습니다.",
		iso.OUR: "우체국과 해외 은행 수수료를 모두 보내는 분이 냅니다. 송금액이 그대로 도착합니다.",
		iso.BEN: "모든 수수료를 송금액에서 뺍니다. 그만큼 적게 도착합니다.",
	},
	Systems: map[string]string{
		"USABA": "ABA 번호 9자리", "CACPA": "지점·기관번호, 예: 12345-003", "AUBSB": "BSB 6자리", "GBDSC": "소트코드 6자리",
		"DEBLZ": "BLZ 8자리", "JPZGN": "은행·지점번호 7자리",
	},
	SystemOf: func(country string) string { return country + "의 은행 코드" },

	PhoneHint: "국가번호와 함께: +82-1012345678", NameHint: "계좌에 있는 대로 영문으로. 한글은 로마자로 바꿔 드립니다",
	BICHint: "받는 분 은행의 8자리 또는 11자리 코드", ViaHint: "받는 은행이 지정했을 때만 입력합니다",
	AccountHint: "받는 분이 알려 준 계좌번호",
	IBANHint: func(country string, n int) string {
		return country + " IBAN " + itoa(n) + "자리. 빈칸은 상관없습니다"
	},
	Spelt:   func(text string) string { return "보낼 표기: " + text + "   Enter로 적용" },
	LeftOut: Message{"해외 전문에 쓸 수 없어 빠지는 글자가 있습니다.", "보낼 표기를 확인하거나 직접 입력해 주세요."},
	Missing: func(field string) Message {
		return Message{"필요한 항목입니다: " + field + ".", "입력해 주세요."}
	},
	SoFar: func(have, want string) string { return want + "자리 중 " + have + "자리" },
	Year: func(used, limit, left string) string {
		return "올해 " + limit + " 중 " + used + " 사용 · 남은 한도 " + left
	},
	About: func(amount, currency, rate string) string {
		return "약 " + amount + " (" + currency + " " + rate + "). 환율은 내용 확인 때 확정됩니다"
	},
	InAll: func(total, fees string) string { return "총 출금액 약 " + total + ", 그중 수수료 " + fees },
	RulesLimit: func(currency, limit string) string {
		return currency + Particle(currency, "으로") + " 송금, 1회 USD " + limit + "까지"
	},
	RulesDays:   func(first, last int) string { return "도착까지 " + itoa(first) + "일에서 " + itoa(last) + "일" },
	RulesPayOut: func(days int) string { return itoa(days) + "일 안에 찾지 않으면 되돌아옵니다" },
	NoCountry:   Message{"국가를 선택하지 않았습니다.", "국가 이름의 일부를 입력해 목록에서 선택해 주세요."},
	NoAmount:    Message{"송금액이 비어 있습니다.", "보낼 금액을 입력해 주세요."},
	NoPIN:       Message{"계좌 비밀번호는 숫자 네 자리입니다.", "출금계좌의 비밀번호를 입력해 주세요."},

	Take: "이 표기로", Review: "송금 내용 확인", Pay: "송금하기", AskRate: "지금 환율 받기", ToSearch: "송금조회",

	Final: "해외로 나간 돈은 바로 되찾을 수 없습니다. 반환 요청은 여러 날이 걸리고 되지 않을 수도 있습니다.",
	RateOver: func(rate string) string {
		return "환율 " + rate + "의 유효시간이 지났습니다. Enter를 누르면 지금 환율을 받습니다."
	},
	RateOverLater: func(rate string) string {
		return "환율 " + rate + "의 유효시간이 지났습니다. 계속하면 지금 환율을 받고, 바뀌었으면 먼저 보여 드립니다."
	},
	RateHolds: func(rate, seconds string) string { return "환율 " + rate + " 유효시간 " + seconds + "초 남음" },
	Rate:      "적용환율", FeeLabel: "수수료", Total: "총 출금액",
	RateOf: func(currency, rate, listed string, percent int) string {
		return currency + " " + rate + "   (고시 " + listed + ", 우대 " + itoa(percent) + "%)"
	},
	Fees:      func(fee, cable string) string { return fee + " + 전신료 " + cable },
	OurCharge: func(amount string) string { return "해외은행 " + amount },
	TakenOut: func(taken, settled string) string {
		return "(송금액에서 " + taken + " 차감, 도착 " + settled + ")"
	},
	RateChanged: func(before, by string) string {
		return "이전 환율 " + before + "의 유효시간이 지나 지금 환율로 바뀌었습니다." + clause(" 총 출금액 차이 ", by, ".") + " 아직 송금되지 않았습니다."
	},
	SameRate:     "환율이 그대로이며 1분 동안 유효합니다.",
	TokenMovedOn: Message{"그사이 OTP 번호가 바뀌었습니다.", "지금 표시된 번호를 입력해 주세요. 아직 송금되지 않았습니다."},
	YearLabel:    "연간 한도",
	YearAfter: func(this, used, left string) string {
		return "이번 " + this + " · 지금까지 " + used + " · 남는 한도 " + left
	},
	SentTitle: "해외송금이 접수되었습니다", UETR: "UETR",
	Follow:    "송금조회에서 진행 상황을 볼 수 있습니다.",
	LeaveText: "입력한 내용은 사라집니다. 송금되지 않았습니다.",

	LeftOverTitle: "지난번 해외송금",
	LeftOverBooked: func(order, ref string) Message {
		return Message{"접수되었습니다: " + order + ".", "거래번호는 " + ref + "입니다. 다시 보내지 마세요. 송금조회(33, 34)에서 볼 수 있습니다."}
	},
	LeftOverNotBooked: func(order string) Message {
		return Message{"송금되지 않았습니다: " + order + ".", "돈이 나가지 않았습니다. 보내시려면 다시 신청해 주세요."}
	},
}

// clause is a part of a sentence around a value, "" without one.
func clause(before, value, after string) string {
	if value == "" {
		return ""
	}
	return before + value + after
}
