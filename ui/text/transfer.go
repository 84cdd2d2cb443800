package text

// Transfer holds the words of Real time transfer and of Search transfer result.
type Transfer struct {
	// The steps, at the right of the title bar.
	StepFrom, StepTo, StepCheck, StepConfirm, StepDone string

	// The form, and the lines of the pages after it.
	From, To, Password, Bank, Account, Recipient, Amount string
	Theirs, Mine                                         string // memos, by whose passbook
	TheirName                                            string // in place of a name that is not known yet
	Fee, BalanceAfter, LeftToday, Reference, At, Outcome string
	Available                                            func(won string) string
	Bounds                                               func(fee, each, left string) string // under the amount
	Checking                                             string
	Checked                                              func(name, at string) string
	Try                                                  string // before the recipients of a demonstration
	Review, GoOn, Pay                                    string // what Enter does

	// What the form refuses by itself.
	NoPassword, NoAccount, NoAmount, TooLarge Message
	NotPrepared, NotChecked                   Message // faults of our side before anything could be sent
	Withdrawn                                 Message // the customer stopped waiting, and nothing was sent

	// The review and the second factor.
	Phishing, Final      string
	Gist                 func(won, name string) string
	Card, Token          string
	CardCells            func(first, second string) string
	TokenDigits          string
	NoCard, NoToken      Message
	DemoCard, DemoToken  string
	BackToForm, AskAgain string
	Cancelled            string // something that moves no money

	// What came of it.
	Sent, SentTitle, NotSentTitle, UnknownTitle string
	Kept                                        string // the form is as it was
	NoSender                                    Message
	NotLoaded                                   Message

	// Search transfer result.
	Status, AllAccounts, AllStatus, Normal, Error string
	NotSearched                                   Message
	OverLimitThen, OverDayThen, NoFundsThen       Message // why, without what the limits were then
	Requested, Processed, FromShort, Code         string
	None                                          string
	StatusKey                                     string                   // beside the key that narrows the list
	Newest                                        func(most string) string // there are more than can be shown

	Later TransferLater
	Care  TransferCare
}

var transferEN = Transfer{
	Later: transferLaterEN, Care: transferCareEN,

	StepFrom: "From", StepTo: "To", StepCheck: "Check", StepConfirm: "Confirm", StepDone: "Done",

	From: "From", To: "To", Password: "Account password", Bank: "Receiving bank", Account: "Receiving account", Recipient: "Recipient", Amount: "Amount",
	Theirs: "Shown to recipient", Mine: "Shown to you", TheirName: "their name",
	Fee: "Fee", BalanceAfter: "Balance after", LeftToday: "Left today", Reference: "Reference", At: "Date and time", Outcome: "Status",
	Available: func(won string) string { return "available " + won },
	Bounds: func(fee, each, left string) string {
		return "fee " + fee + " · " + each + " at once · left today " + left + " won"
	},
	Checking: "Asking the receiving bank for the name…",
	Checked:  func(name, at string) string { return name + "   checked " + at },
	Try:      "To try in this demonstration:",
	Review:   "review", GoOn: "go on to confirm", Pay: "send the money",

	NoPassword:  Message{"The account password has four digits.", "Type the password of the withdrawal account."},
	NoAccount:   Message{"The receiving account is missing.", "Type its number; spaces and dashes do not matter."},
	NoAmount:    Message{"The amount is missing.", "Type how much to send."},
	TooLarge:    Message{"This is not an amount that can be sent.", "Type it in won, digits only."},
	NotPrepared: Message{"The order could not be checked: something went wrong on our side.", "No money was sent. Try again."},
	NotChecked:  Message{"The name could not be checked: something went wrong on our side.", "No money was sent. Try again."},
	Withdrawn:   Message{"You cancelled before the bank took the order.", "No money was sent. To send it, type the digits again."},

	Phishing: "If an official or a bank employee asks for passwords or tells you to transfer money, it is fraud. Police 112, FSS 1332.",
	Final:    "You cannot undo a transfer once it is finished.",
	Gist:     func(won, name string) string { return won + " to " + name },
	Card:     "Security card",
	Token:    "One-time password",
	CardCells: func(first, second string) string {
		return "first two digits of cell " + first + ", last two of cell " + second
	},
	TokenDigits: "the six digits that your token shows now",
	NoCard:      Message{"The digits of the security card are not complete.", "Type four digits: two of each cell."},
	NoToken:     Message{"The digits of the one-time password are not complete.", "Type the six digits that your token shows."},
	DemoCard:    "Demonstration: smartbank card shows the card.",
	DemoToken:   "Demonstration: smartbank otp shows the token.",
	BackToForm:  "back to the form", AskAgain: "ask again",
	Cancelled: "Cancelled. No money was sent.",

	Sent: "Completed", SentTitle: "The money was sent", NotSentTitle: "The money was not sent", UnknownTitle: "The bank's answer did not come",
	Kept:      "Everything you typed is kept, except the passwords.",
	NoSender:  Message{"You have no account that money can be sent from.", "Money is sent from demand deposits in won. A post office opens one."},
	NotLoaded: Message{"Your accounts could not be read.", "Press F5 to try again."},

	Status: "Status", AllAccounts: "All accounts", AllStatus: "All", Normal: "Normal", Error: "Error",
	NotSearched:   Message{"The transfers could not be read.", "Press F5 to try again."},
	OverLimitThen: Message{"The amount was over your limit for one transfer.", "Send less at once, or have the limit raised at a post office."},
	OverDayThen:   Message{"The amount was over what was left of your limit that day.", "The limit starts anew at midnight."},
	NoFundsThen:   Message{"There was not enough money on the account.", "Send less, or choose another account."},
	Requested:     "Requested", Processed: "Processed", FromShort: "From", Code: "Code",
	None:      "No transfers in this period.",
	StatusKey: "status",
	Newest:    func(most string) string { return "the newest " + most },
}

var transferKO = Transfer{
	Later: transferLaterKO, Care: transferCareKO,

	StepFrom: "출금", StepTo: "입금", StepCheck: "확인", StepConfirm: "인증", StepDone: "완료",

	From: "출금계좌", To: "입금계좌", Password: "계좌 비밀번호", Bank: "입금은행", Account: "입금계좌번호", Recipient: "받는 분", Amount: "이체금액",
	Theirs: "받는 분 통장 표시", Mine: "내 통장 표시", TheirName: "받는 분 이름",
	Fee: "수수료", BalanceAfter: "이체 후 잔액", LeftToday: "오늘 남은 한도", Reference: "거래번호", At: "거래일시", Outcome: "처리결과",
	Available: func(won string) string { return "출금가능 " + won },
	Bounds: func(fee, each, left string) string {
		return "수수료 " + fee + " · 1회 " + each + " · 오늘 남은 한도 " + left + "원"
	},
	Checking: "예금주를 조회하고 있습니다…",
	Checked:  func(name, at string) string { return name + " 님   예금주 확인 " + at },
	Try:      "체험용 은행에서 보내 볼 수 있는 계좌:",
	Review:   "이체 내용 확인", GoOn: "인증하기", Pay: "이체하기",

	NoPassword:  Message{"계좌 비밀번호는 숫자 네 자리입니다.", "출금계좌의 비밀번호를 입력해 주세요."},
	NoAccount:   Message{"입금계좌번호가 비어 있습니다.", "계좌번호를 입력해 주세요. 빈칸과 줄표는 상관없습니다."},
	NoAmount:    Message{"이체금액이 비어 있습니다.", "보낼 금액을 입력해 주세요."},
	TooLarge:    Message{"보낼 수 있는 금액이 아닙니다.", "원 단위 숫자로 입력해 주세요."},
	NotPrepared: Message{"시스템에 문제가 생겨 이체 내용을 확인하지 못했습니다.", "돈은 나가지 않았습니다. 다시 해 주세요."},
	NotChecked:  Message{"시스템에 문제가 생겨 예금주를 확인하지 못했습니다.", "돈은 나가지 않았습니다. 다시 해 주세요."},
	Withdrawn:   Message{"은행에 접수되기 전에 취소했습니다.", "돈은 나가지 않았습니다. 보내려면 번호를 다시 입력해 주세요."},

	Phishing: "공공기관이나 금융회사 직원이 비밀번호를 묻거나 이체하라고 하면 사기입니다. 경찰 112, 금융감독원 1332.",
	Final:    "이체가 끝나면 보낸 분이 취소할 수 없습니다.",
	Gist:     func(won, name string) string { return name + " 님에게 " + won },
	Card:     "보안카드",
	Token:    "OTP 비밀번호",
	CardCells: func(first, second string) string {
		return first + "번의 앞 두 자리, " + second + "번의 뒤 두 자리"
	},
	TokenDigits: "지금 OTP에 나오는 숫자 여섯 자리",
	NoCard:      Message{"보안카드 숫자가 모자랍니다.", "두 칸에서 두 자리씩, 숫자 네 자리를 입력해 주세요."},
	NoToken:     Message{"OTP 숫자가 모자랍니다.", "OTP에 나오는 숫자 여섯 자리를 입력해 주세요."},
	DemoCard:    "체험용: smartbank card 명령으로 보안카드를 볼 수 있습니다.",
	DemoToken:   "체험용: smartbank otp 명령으로 OTP를 볼 수 있습니다.",
	BackToForm:  "입력 화면으로", AskAgain: "다시 확인",
	Cancelled: "취소했습니다. 돈은 나가지 않았습니다.",

	Sent: "이체완료", SentTitle: "이체되었습니다", NotSentTitle: "이체되지 않았습니다", UnknownTitle: "은행의 응답을 받지 못했습니다",
	Kept:      "비밀번호를 빼고 입력한 내용은 그대로 있습니다.",
	NoSender:  Message{"이체할 수 있는 계좌가 없습니다.", "원화 입출금 계좌에서만 이체할 수 있습니다. 계좌는 우체국에서 만들 수 있습니다."},
	NotLoaded: Message{"계좌를 불러오지 못했습니다.", "F5를 눌러 다시 해 주세요."},

	Status: "결과", AllAccounts: "전체 계좌", AllStatus: "전체", Normal: "정상", Error: "오류",
	NotSearched:   Message{"이체 내역을 불러오지 못했습니다.", "F5를 눌러 다시 해 주세요."},
	OverLimitThen: Message{"1회 이체한도를 넘는 금액이었습니다.", "나누어 보내거나 우체국에서 한도를 올려 주세요."},
	OverDayThen:   Message{"그날 남은 이체한도를 넘는 금액이었습니다.", "한도는 자정에 다시 시작됩니다."},
	NoFundsThen:   Message{"잔액이 부족했습니다.", "금액을 줄이거나 다른 계좌를 선택해 주세요."},
	Requested:     "요청일시", Processed: "처리일시", FromShort: "출금", Code: "코드",
	None:      "이 기간에 이체한 내역이 없습니다.",
	StatusKey: "결과",
	Newest:    func(most string) string { return "최근 " + most + "건" },
}
