package text

// Kiosk holds the words of an unattended demonstration. Its first pages show both
// languages side by side.
type Kiosk struct {
	// The attract loop.
	Invite  string // whoever passes by
	NotReal string
	Erased  string // what happens to everything that is typed
	Showing string // over what the tape shows

	// What can be tried.
	Choose    string
	ChooseHow string // what to press
	Tasks     KioskTasks
	Abouts    KioskTasks
	Preparing string // a bank of the visitor's own
	NotOpened Message

	// Around the program.
	Bar, Finished, Show, Hidden string
	NotCopied                   string
	Guide                       KioskGuide

	// The end of a visit.
	StillThere, Stays string
	TimeIsUp          string
	Seconds           string // under large digits
	Thanks, Gone      string
	ThanksLarge       string // in large letters
	Broken            string // the program had a mistake

	Staff KioskStaff
	CLI   KioskCLI
}

// KioskTasks is a text for each thing that can be tried.
type KioskTasks struct{ Send, Rate, Certificate, Free string }

// KioskGuide holds the words that lead a visitor from step to step.
type KioskGuide struct {
	Step       func(n, of int) string
	Done       string
	Number     func(number string) string // of an entry, typed in All Menus
	Enter      string
	Esc        string
	F10        string
	Tab, CtrlU string
	Typed      func(what string) string // and then Enter
	OneMore    func(what string) string // without Enter
	Moment     string

	// What a key is for.
	Home, OtherScreen, Dialog, Working, LoginUser, LoginPassword         string
	MadeBefore, AsItIs, Aside, Spoiled, Anew, OtherNumber, Lost          string
	Giving, Given                                                        string
	From, PIN, Bank, Account, Amount, Theirs, Mine, Review, Factor       string
	Read, Seal, Sent                                                     string
	Board, Dollar, Converter, Converted                                  string
	Consent, UserID, Identity, Paying, Kind, Fresh, Again, Made, Look    string
	SendHome, RateHome, CertificateHome, ReviewKeys, FreeKeys, FreeLogin string
}

// KioskStaff holds the words of the way out.
type KioskStaff struct {
	Title, Ask string
	Wrong      func(left int) string
	Locked     func(left string) string
	Keys       string
}

// KioskCLI holds the words of the command.
type KioskCLI struct {
	Kiosk          CommandHelp
	PINStdin       string
	Prompt, Again  string
	NotSame, NoPIN Message
	NobodyToAsk    Message
	BadPIN         Message
	OnlyMemory     string
}

var kioskEN = Kiosk{
	Invite: "Press any key and try it yourself", NotReal: "A demonstration: nothing here is real, and no money moves.",
	Erased:  "Whatever you do is erased when you leave.",
	Showing: "Smart Banking in English",

	Choose: "What would you like to try?", ChooseHow: "Press its number.",
	Tasks: KioskTasks{
		Send: "Send 50,000 won", Rate: "Look up today's dollar", Certificate: "Issue a certificate", Free: "Look round freely",
	},
	Abouts: KioskTasks{
		Send: "About three minutes", Rate: "About one minute", Certificate: "About two minutes", Free: "Up to ten minutes",
	},
	Preparing: "A bank of your own is being opened…",
	NotOpened: Message{"The demonstration cannot be opened just now.", "Try again in a moment, or ask at the counter."},

	Bar: "Demonstration", Finished: "I am finished", Show: "show", Hidden: "Numbers hidden",
	NotCopied: "Nothing is copied here: the next visitor could read it.",
	Guide:     kioskGuideEN,

	StillThere: "Are you still there?", Stays: "Press any key to go on. Otherwise everything is erased.",
	TimeIsUp:    "Your ten minutes are over. Everything is erased in",
	Seconds:     "seconds",
	ThanksLarge: "Thank you", Thanks: "Thank you for trying it.", Gone: "Everything you typed has been erased.",
	Broken: "Something went wrong on our side. The demonstration starts anew.",

	Staff: KioskStaff{
		Title: "Staff", Ask: "PIN",
		Wrong: func(left int) string {
			return "This PIN is wrong. " + itoa(left) + either(left == 1, " try is left.", " tries are left.")
		},
		Locked: func(left string) string { return "The PIN was wrong three times. It is taken again in " + left + "." },
		Keys:   "Enter leave the kiosk   Esc back",
	},
	CLI: KioskCLI{
		Kiosk: CommandHelp{"an unattended demonstration, for branches", `Shows a tape of itself until a key is pressed, and then a demonstration bank in
memory, a new one for each visitor, who is led through it step by step. A visit
ends with F9, 75 seconds and a countdown of 15 after the last key, or after ten
minutes; nothing of it is kept. Nothing can be saved or copied.

The only way out is the staff PIN, of 4 to 12 digits: it is asked for at the
start, or is the first line of stdin with --pin-stdin, which need not be the
terminal then. Ctrl+P asks for it while the kiosk runs; three wrong ones end the
visit, and none is taken for a minute, then two, four, up to an hour. Ctrl+C,
Ctrl+Z, Ctrl+\, SIGINT and SIGQUIT end the visit and not the kiosk.

Exit codes: 0 the staff PIN; 1 a mistake in the program, or the terminal is gone;
2 wrong usage, or a failure of Go itself; 128 and its number for SIGHUP (129) and
SIGTERM (143). A supervisor restarts it after all but 0.`},
		PINStdin: "read the staff PIN from the first line of stdin",
		Prompt:   "Staff PIN (4 to 12 digits): ", Again: "The same again: ",
		NotSame:     Message{"the two PINs are not the same", "start again"},
		NoPIN:       Message{"there is no PIN on stdin", "write it into the first line: smartbank kiosk --pin-stdin < pin.txt"},
		NobodyToAsk: Message{"there is no terminal to ask for the staff PIN on", "smartbank kiosk --pin-stdin reads it from stdin"},
		BadPIN:      Message{"this is no staff PIN", "4 to 12 digits"},
		OnlyMemory:  "memory",
	},
}

var kioskGuideEN = KioskGuide{
	Step: func(n, of int) string { return "Step " + itoa(n) + " of " + itoa(of) },
	Done: "Done", Number: func(n string) string { return "Type " + n + "." },
	Enter: "Press Enter.", Esc: "Press Esc.", F10: "Press F10.", Tab: "Press Tab.", CtrlU: "Press Ctrl+U.",
	Typed:   func(what string) string { return "Type  " + what + "  and press Enter." },
	OneMore: func(what string) string { return "Type  " + what },
	Moment:  "One moment…",

	Home: "You are in All Menus.", OtherScreen: "This is another page. F10 leads back to All Menus.",
	Dialog: "This closes the box over the page.", Working: "The bank is working.",
	AsItIs: "This field may stay as it is.", Aside: "This page is beside the way. Esc leads back.",
	Spoiled: "Something else stands in this field: this empties it.",
	Anew:    "Something was typed differently before. Begin this page anew from All Menus.", OtherNumber: "Another number was begun: this forgets it.", Lost: "Nothing has that name: this empties the field.",
	Giving: "To the answer that leaves this page: it is begun anew.", Given: "This page is left, to begin it anew.",
	LoginUser: "Your user ID: you are Hong Gildong, who is invented.", LoginPassword: "Your login password.",
	From: "The account that the money comes from is chosen already.", PIN: "The account's password: whoever does not know it sends nothing.",
	Bank: "The recipient's bank: 088 is Shinhan Bank.", Account: "The account of Kim Haneul, who is invented too.",
	Amount: "How much. The amount is also written as it is read in Korean.", Theirs: "What Kim Haneul will see beside the money: your name.",
	Mine: "What you will see: the recipient's name.", Review: "Compare name and amount: this is the last look before you confirm.",
	Factor: "From your security card, so that a password alone is not enough.",
	Read:   "Read on to the end of what you sign.", Seal: "The password of your certificate: you sign this order with it.",
	Sent:  "50,000 won are on their way. F10 leads to All Menus: look at 12, the history.",
	Board: "Rates of today. The dollar is the first row, its base rate the first number.", Dollar: "The dollar's last three months. What would 100 dollars cost?",
	Converter: "100 dollars.", Converted: "That is what 100 dollars cost today, with the fees below.",
	Consent: "Read what will happen, and agree to it.", UserID: "Your user ID.", Identity: "Your identity number, which is invented.",
	Paying: "The account for the fee: this one is free.", Kind: "The kind for banks is free.",
	Fresh: "A password for the certificate. Each part of the rule is ticked as you type.", Again: "The same again, so that no slip locks you out.",
	Made:       "Your certificate is ready: you could sign a transfer with it now. F10 leads to All Menus.",
	MadeBefore: "You have a certificate already: this one would take its place. F10 leads to All Menus.",
	Look:       "Two digits open an entry. F1 tells the keys, F10 leads to All Menus.",

	SendHome: "Real time transfer is entry 21 of All Menus.", RateHome: "Exchange rate inquiry is entry 31 of All Menus.",
	CertificateHome: "Issue/reissue a certificate is entry 42 of All Menus.",
	ReviewKeys:      "F9 ends your visit.",
	FreeKeys:        "Account password 7391 · certificate password post-2026-kr", FreeLogin: "demo01 · demo-2026!",
}

var kioskKO = Kiosk{
	Invite: "아무 키나 눌러 직접 체험해 보십시오", NotReal: "체험용입니다. 모두 가상이며 실제로 돈이 움직이지 않습니다.",
	Erased:  "입력하신 내용은 떠나시면 모두 지워집니다.",
	Showing: "한국어 스마트뱅킹",

	Choose: "무엇을 체험하시겠습니까?", ChooseHow: "번호를 누르십시오.",
	Tasks: KioskTasks{
		Send: "5만 원 보내기", Rate: "오늘의 달러 환율 보기", Certificate: "공동인증서 발급받기", Free: "자유롭게 둘러보기",
	},
	Abouts: KioskTasks{
		Send: "3분 정도", Rate: "1분 정도", Certificate: "2분 정도", Free: "10분까지",
	},
	Preparing: "고객님만의 체험용 은행을 열고 있습니다…",
	NotOpened: Message{"지금은 체험을 시작할 수 없습니다.", "잠시 뒤 다시 눌러 주시거나 창구에 문의해 주십시오."},

	Bar: "체험용", Finished: "체험 끝내기", Show: "보기", Hidden: "숫자 가림",
	NotCopied: "다음 분이 볼 수 있으므로 여기서는 복사하지 않습니다.",
	Guide:     kioskGuideKO,

	StillThere: "계속하시겠습니까?", Stays: "계속하시려면 아무 키나 누르십시오. 누르지 않으시면 모두 지워집니다.",
	TimeIsUp:    "체험 시간 10분이 끝났습니다. 곧 모두 지워집니다.",
	Seconds:     "초",
	ThanksLarge: "감사합니다", Thanks: "체험해 주셔서 감사합니다.", Gone: "입력하신 내용은 모두 지워졌습니다.",
	Broken: "시스템에 문제가 생겼습니다. 체험을 처음부터 다시 시작합니다.",

	Staff: KioskStaff{
		Title: "직원용", Ask: "PIN",
		Wrong: func(left int) string {
			return "PIN이 맞지 않습니다. " + itoa(left) + "번 더 입력할 수 있습니다."
		},
		Locked: func(left string) string {
			return "PIN을 세 번 틀렸습니다. " + left + " 뒤에 다시 입력할 수 있습니다."
		},
		Keys: "Enter 키오스크 끝내기   Esc 뒤로",
	},
	CLI: KioskCLI{
		Kiosk: CommandHelp{"영업점용 무인 체험", `키를 누를 때까지 사용 모습을 테이프로 보여 주고, 키를 누르면 방문객마다 새로
메모리에 만든 체험용 은행을 열어 한 단계씩 안내합니다. F9를 누르거나, 마지막
키에서 75초가 지나 15초를 센 뒤, 또는 10분이 지나면 끝나고 아무것도 남기지
않습니다. 저장과 복사는 되지 않습니다.

끝내는 방법은 4~12자리 직원 PIN뿐입니다. 시작할 때 묻고, --pin-stdin을 쓰면
표준 입력의 첫 줄에서 읽습니다. 이때 표준 입력은 터미널이 아니어도 됩니다.
실행 중에는 Ctrl+P로 입력합니다. 세 번 틀리면 체험이 끝나고 1분, 2분, 4분 …
최대 1시간 동안 입력할 수 없습니다. Ctrl+C, Ctrl+Z, Ctrl+\, SIGINT, SIGQUIT은
키오스크가 아니라 체험만 끝냅니다.

종료 코드: 0 직원 PIN, 1 프로그램 오류 또는 터미널 없음, 2 잘못된 사용 또는 Go
런타임 오류, SIGHUP(129)과 SIGTERM(143)은 128에 신호 번호를 더한 값. 0이 아니면
감독 프로그램이 다시 시작하면 됩니다.`},
		PINStdin: "직원 PIN을 표준 입력의 첫 줄에서 읽기",
		Prompt:   "직원 PIN (숫자 4~12자리): ", Again: "한 번 더: ",
		NotSame:     Message{"두 PIN이 서로 다릅니다", "다시 시작해 주세요"},
		NoPIN:       Message{"표준 입력에 PIN이 없습니다", "첫 줄에 적어 주세요: smartbank kiosk --pin-stdin < pin.txt"},
		NobodyToAsk: Message{"직원 PIN을 물어볼 터미널이 없습니다", "smartbank kiosk --pin-stdin은 표준 입력에서 읽습니다"},
		BadPIN:      Message{"직원 PIN이 아닙니다", "숫자 4~12자리"},
		OnlyMemory:  "memory",
	},
}

var kioskGuideKO = KioskGuide{
	Step: func(n, of int) string { return itoa(of) + "단계 중 " + itoa(n) + "단계" },
	Done: "완료", Number: func(n string) string { return n + "번을 누르십시오." },
	Enter: "Enter 키를 누르십시오.", Esc: "Esc 키를 누르십시오.", F10: "F10 키를 누르십시오.", Tab: "Tab 키를 누르십시오.", CtrlU: "Ctrl+U 키를 누르십시오.",
	Typed:   func(what string) string { return what + "  입력 후 Enter 키를 누르십시오." },
	OneMore: func(what string) string { return what + "  입력" },
	Moment:  "잠시만 기다려 주십시오…",

	Home: "전체메뉴입니다.", OtherScreen: "다른 화면입니다. F10 키를 누르면 전체메뉴로 돌아갑니다.",
	Dialog: "화면 위의 안내 창이 닫힙니다.", Working: "은행에서 처리하고 있습니다.",
	AsItIs: "이 칸은 그대로 두셔도 됩니다.", Aside: "안내에 없는 화면입니다. Esc 키를 누르면 돌아갑니다.",
	Spoiled: "다른 내용이 입력되어 있어 이 칸을 비웁니다.",
	Anew:    "앞에서 다른 내용이 입력되었습니다. 전체메뉴에서 다시 시작하십시오.", OtherNumber: "다른 번호가 입력되어 있어 지웁니다.", Lost: "찾는 항목이 없어 입력한 내용을 지웁니다.",
	Giving: "이 화면에서 나가는 단추로 옮깁니다. 처음부터 다시 하시면 됩니다.", Given: "이 화면에서 나가 처음부터 다시 시작합니다.",
	LoginUser: "이용자 ID입니다. 고객님은 가상 인물 홍길동입니다.", LoginPassword: "로그인 비밀번호입니다.",
	From: "돈이 나갈 계좌는 이미 선택되어 있습니다.", PIN: "계좌 비밀번호입니다. 모르는 사람은 돈을 보낼 수 없습니다.",
	Bank: "받는 분의 은행입니다. 088은 신한은행입니다.", Account: "받는 분 김하늘 님의 계좌입니다. 김하늘 님도 가상 인물입니다.",
	Amount: "보낼 금액입니다. 옆에 읽는 법도 나옵니다.", Theirs: "받는 분 통장에 표시될 이름입니다.",
	Mine: "내 통장에 표시될 이름입니다.", Review: "받는 분과 금액을 확인하십시오. 인증하기 전 마지막 확인입니다.",
	Factor: "보안카드 번호입니다. 비밀번호만으로는 처리되지 않습니다.",
	Read:   "서명할 내용을 끝까지 읽으십시오.", Seal: "공동인증서 암호입니다. 이 이체에 서명합니다.",
	Sent:  "5만 원을 보냈습니다. F10 전체메뉴에서 12번 거래내역을 확인해 보십시오.",
	Board: "오늘의 환율입니다. 첫 줄이 달러이고 첫 숫자가 매매기준율입니다.", Dollar: "최근 3개월의 달러 환율입니다. 100달러는 얼마일까요?",
	Converter: "100달러입니다.", Converted: "오늘 100달러를 보낼 때의 금액과 수수료입니다.",
	Consent: "내용을 읽고 동의합니다.", UserID: "이용자 ID입니다.", Identity: "가상 주민등록번호입니다.",
	Paying: "수수료 출금계좌입니다. 이번 발급은 무료입니다.", Kind: "은행용은 무료입니다.",
	Fresh: "공동인증서 암호를 정합니다. 규칙에 맞으면 표시가 바뀝니다.", Again: "잘못 입력하지 않도록 한 번 더 입력합니다.",
	Made:       "인증서가 발급되었습니다. 이제 이체할 때 서명할 수 있습니다. F10은 전체메뉴입니다.",
	MadeBefore: "이미 발급받으신 인증서가 있습니다. 재발급하면 바뀝니다. F10은 전체메뉴입니다.",
	Look:       "두 자리 번호로 메뉴를 엽니다. F1은 도움말, F10은 전체메뉴입니다.",

	SendHome: "실시간이체는 전체메뉴 21번입니다.", RateHome: "환율조회는 전체메뉴 31번입니다.",
	CertificateHome: "인증서 발급/재발급은 전체메뉴 42번입니다.",
	ReviewKeys:      "F9를 누르면 체험이 끝납니다.",
	FreeKeys:        "계좌 비밀번호 7391 · 인증서 암호 post-2026-kr", FreeLogin: "demo01 · demo-2026!",
}
