package text

// Search holds the words of Account inquiry and Transaction history inquiry.
type Search struct {
	// Account inquiry.
	DemandGroup, DepositGroup, ForeignGroup string
	Number, Name, Product                   string // columns
	Balance, Available, Opened, LastUsed    string
	NeverUsed                               string // in place of the day of the last transaction
	Closed, Frozen                          string // in place of what is available
	Total                                   string
	ReadingAccounts                         string
	NoAccounts                              Message
	// Why nothing can be sent from an account, in one line of 38 cells.
	SendsClosed, SendsFrozen, SendsDeposit, SendsForeign string

	// Transaction history inquiry.
	Account, Show                         string
	All, Deposits, Withdrawals            string
	NewestFirst, OldestFirst              string
	Find                                  string
	Found                                 func(count, text string) string
	Date, Time, Description, Kind, Amount string
	BalanceIn                             func(currency string) string // the balance's column
	Won                                   string                       // the currency in it
	Kinds                                 map[string]string            // by bank.Posting.Kind
	Opening, Closing                      string
	WholePeriod                           string // over the sums, where the list is narrowed
	In, Out                               func(count int, sum string) string
	InShort, OutShort                     string
	ReadingHistory                        string
	EmptyPeriod, EmptyFlow                Message
	EmptyFind                             func(text string) string
	EmptyFindAdvice                       string
	MoreFailed                            string
	Clear, Change, CopyReference          string // beside keys
	Detail                                string
	When, BalanceAfter, Memo              string
	OtherBank, OtherNumber, OtherName     string
	OtherMemo, Reference                  string
	Stopped, Fault                        Message // of either inquiry
}

var searchEN = Search{
	DemandGroup: "Demand deposits", DepositGroup: "Savings and time deposits", ForeignGroup: "Foreign currency",
	Number: "Account", Name: "Name", Product: "Product",
	Balance: "Balance", Available: "Available", Opened: "Opened", LastUsed: "Last transaction",
	NeverUsed: "none yet", Closed: "closed", Frozen: "suspended",
	Total:           "Total in won",
	ReadingAccounts: "Reading your accounts…",
	NoAccounts:      Message{"You have no accounts here.", "Open one at a post office: it then appears in this list. F5 looks again."},
	SendsClosed:     "Closed: nothing can be sent from it.",
	SendsFrozen:     "Suspended: nothing can be sent.",
	SendsDeposit:    "Nothing can be sent from savings.",
	SendsForeign:    "Not in won: see SWIFT remittance.",

	Account: "Account", Show: "Show",
	All: "All", Deposits: "Deposits", Withdrawals: "Withdrawals",
	NewestFirst: "Newest first", OldestFirst: "Oldest first",
	Find:  "Find",
	Found: func(count, s string) string { return count + " found for “" + s + "”" },
	Date:  "Date", Time: "Time", Description: "Description", Kind: "Kind", Amount: "Amount",
	BalanceIn: func(currency string) string { return "Balance (" + currency + ")" },
	Won:       "won",
	Kinds: map[string]string{
		"transfer": "Transfer", "salary": "Salary", "card": "Card", "bill": "Bill", "cash": "Cash", "interest": "Interest",
		"fee": "Fee", "exchange": "Exchange", "opening": "Opening", "reversal": "Reversal",
	},
	Opening: "Opening", Closing: "Closing", WholePeriod: "The sums are of the whole period, not of these rows alone.",
	In:      func(count int, sum string) string { return "In " + itoa(count) + " · " + sum },
	Out:     func(count int, sum string) string { return "Out " + itoa(count) + " · " + sum },
	InShort: "In", OutShort: "Out",
	ReadingHistory:  "Reading the transactions…",
	EmptyPeriod:     Message{"There are no transactions in this period.", "Press → for a longer period, or a for another account."},
	EmptyFlow:       Message{"There are none of this type in this period.", "Press t for the other types, or → for a longer period."},
	EmptyFind:       func(s string) string { return "No description has “" + s + "” in it." },
	EmptyFindAdvice: "Press Esc to see all again, / to look for something else, or → for a longer period.",
	MoreFailed:      "The rest was not loaded. ↓ tries again.",
	CopyReference:   "copy reference",
	Clear:           "clear", Change: "change the day",
	Detail: "Transaction detail",
	When:   "Date and time", BalanceAfter: "Balance after", Memo: "Your passbook",
	OtherBank: "Their bank", OtherNumber: "Their account", OtherName: "Their name",
	OtherMemo: "Their passbook", Reference: "Reference",
	Stopped: Message{"You stopped this before the answer came.", "F5 asks again."},
	Fault:   Message{"This could not be read: something went wrong on our side.", "Looking changed nothing. F5 asks again."},
}

var searchKO = Search{
	DemandGroup: "입출금", DepositGroup: "예금·적금", ForeignGroup: "외화",
	Number: "계좌번호", Name: "별칭", Product: "상품",
	Balance: "잔액", Available: "출금가능금액", Opened: "신규일", LastUsed: "최종거래일",
	NeverUsed: "거래 없음", Closed: "해지", Frozen: "거래정지",
	Total:           "원화 합계",
	ReadingAccounts: "계좌를 불러오는 중입니다…",
	NoAccounts:      Message{"보유한 계좌가 없습니다.", "우체국에서 계좌를 만들면 여기에 나타납니다. F5를 누르면 다시 조회합니다."},
	SendsClosed:     "해지된 계좌라 이체할 수 없습니다.",
	SendsFrozen:     "거래정지 계좌라 이체할 수 없습니다.",
	SendsDeposit:    "예금·적금에서는 이체할 수 없습니다.",
	SendsForeign:    "외화는 SWIFT 송금을 이용해 주세요.",

	Account: "계좌", Show: "조회",
	All: "전체", Deposits: "입금", Withdrawals: "출금",
	NewestFirst: "최신순", OldestFirst: "과거순",
	Find:  "찾기",
	Found: func(count, s string) string { return "“" + s + "” " + count + "건" },
	Date:  "거래일", Time: "시각", Description: "내용", Kind: "적요", Amount: "금액",
	BalanceIn: func(currency string) string { return "잔액(" + currency + ")" },
	Won:       "원",
	Kinds: map[string]string{
		"transfer": "이체", "salary": "급여", "card": "카드", "bill": "공과금", "cash": "현금", "interest": "이자",
		"fee": "수수료", "exchange": "환전", "opening": "신규", "reversal": "취소",
	},
	Opening: "기초잔액", Closing: "기말잔액", WholePeriod: "합계는 위의 거래만이 아니라 조회기간 전체의 것입니다.",
	In:      func(count int, sum string) string { return "입금 " + itoa(count) + "건 · " + sum },
	Out:     func(count int, sum string) string { return "출금 " + itoa(count) + "건 · " + sum },
	InShort: "입금", OutShort: "출금",
	ReadingHistory: "거래내역을 불러오는 중입니다…",
	EmptyPeriod:    Message{"이 기간에는 거래가 없습니다.", "→ 키로 기간을 늘리거나 a 키로 다른 계좌를 선택해 주세요."},
	EmptyFlow:      Message{"이 기간에는 해당하는 거래가 없습니다.", "t 키로 구분을 바꾸거나 → 키로 기간을 늘려 주세요."},
	EmptyFind: func(s string) string {
		return "내용에 “" + s + "”" + Particle(s, "이") + " 들어간 거래가 없습니다."
	},
	EmptyFindAdvice: "Esc를 누르면 모두 보입니다. / 키로 다른 말을 찾거나 → 키로 기간을 늘려 주세요.",
	MoreFailed:      "나머지를 불러오지 못했습니다. ↓ 다시",
	CopyReference:   "거래번호 복사",
	Clear:           "찾기 취소", Change: "날짜 바꾸기",
	Detail: "거래 상세",
	When:   "거래일시", BalanceAfter: "거래 후 잔액", Memo: "내 통장 표시",
	OtherBank: "상대 은행", OtherNumber: "상대 계좌번호", OtherName: "상대 예금주",
	OtherMemo: "상대 통장 표시", Reference: "거래번호",
	Stopped: Message{"응답이 오기 전에 조회를 멈추었습니다.", "F5를 누르면 다시 조회합니다."},
	Fault:   Message{"시스템에 문제가 생겨 조회하지 못했습니다.", "조회로 바뀐 것은 없습니다. F5를 누르면 다시 조회합니다."},
}
