package text

import "time"

// Frame is what stands round every screen: the title bar, the status line,
// dialogs that the program opens by itself, and the pages for a window that is
// too small.
type Frame struct {
	Service, Demo     string
	Left              func(left time.Duration) string // before the idle logout
	IdleWarning       func(left time.Duration) string
	IdleEnded         func(minutes int) Message
	Ended             Message
	Replaced          Message
	SignedOut         Message
	ReplacedOther     string // this sign-in ended another one
	LastSignIn        func(when string) string
	FirstSignIn       string
	Working           func(elapsed time.Duration) string
	Copied            string
	TooSmall          func(w, h int) []string // what it is now
	Help              string
	HelpEverywhere    string
	HelpHere          string
	Notice, Yes, No   string
	Fault, Unknown    Message
	QuitTitle         string
	QuitQuestion      string
	QuitUnsaved       string // beside it, where something is not sent or saved
	NotSignedIn       string
	LeftOverTitle     string
	LeftOverBooked    func(order, reference string) Message
	LeftOverNotBooked func(order string) Message
	BooksDiffer       func(difference string) Message
	Booked            string
	GoTo              string

	// The question before something typed is lost.
	LeaveTitle, LeaveText, Leave, LeaveStay string
}

var frameEN = Frame{
	Service: "Smart Banking", Demo: "DEMO",
	Left: func(d time.Duration) string { return Clock(d) + " left" },
	IdleWarning: func(d time.Duration) string {
		return "Logging out in " + Clock(d) + ". Any key stays."
	},
	IdleEnded: func(minutes int) Message {
		return Message{
			"You were logged out because no key was pressed for " + itoa(minutes) + either(minutes == 1, " minute.", " minutes."),
			"Log in again to go on. An order that was not confirmed was not sent.",
		}
	},
	Ended:         Message{"This session has ended.", "Log in again to go on."},
	Replaced:      Message{"You were logged out because you logged in somewhere else.", "If that was not you, log in again now and call the bank: only one session can be open."},
	SignedOut:     Message{"You are logged out.", "Thank you for using Smart Banking."},
	ReplacedOther: "A session that was open elsewhere was ended.",
	LastSignIn:    func(when string) string { return "Last login " + when },
	FirstSignIn:   "This is your first login.",
	Working:       func(d time.Duration) string { return "Working… " + Clock(d) + "   Esc cancel" },
	Copied:        "Copied.",
	TooSmall: func(w, h int) []string {
		return []string{"The window is too small.", "Needed: 40 x 12", "It is: " + itoa(w) + " x " + itoa(h)}
	},
	Help: "Help", HelpEverywhere: "Everywhere", HelpHere: "On this screen",
	Notice: "Notice", Yes: "Yes", No: "No",
	Fault:     Message{"Something went wrong on our side.", "Look in Search transfer result before you send anything again."},
	Unknown:   Message{"It is not known yet whether this was done.", "Look in Search transfer result. Do not send it again before that."},
	QuitTitle: "Leave Smart Banking?", QuitQuestion: "You will be logged out.", QuitUnsaved: "What you did not send or save is lost.",
	NotSignedIn: "Not logged in",
	BooksDiffer: func(difference string) Message {
		return Message{"The bank's books do not agree: " + difference + ".", "Do not transfer now. `smartbank bank verify` looks through them; a backup can be restored with `smartbank bank restore`."}
	},
	Booked:        "Something was booked meanwhile. F5 shows it.",
	LeftOverTitle: "Your last transfer",
	LeftOverBooked: func(order, ref string) Message {
		return Message{"It was sent: " + order + ".", "Its reference is " + ref + ". Do not send it again; Search transfer result shows it."}
	},
	LeftOverNotBooked: func(order string) Message {
		return Message{"It was not sent: " + order + ".", "No money moved. To send it, make the transfer again."}
	},
	GoTo: "Go to…",

	LeaveTitle: "Leave this form?", LeaveText: "What you typed is lost.", Leave: "Leave", LeaveStay: "Stay",
}

var frameKO = Frame{
	Service: "스마트뱅킹", Demo: "체험판",
	Left: func(d time.Duration) string { return Clock(d) + " 남음" },
	IdleWarning: func(d time.Duration) string {
		return Clock(d) + " 뒤 로그아웃. 아무 키나 누르면 유지"
	},
	IdleEnded: func(minutes int) Message {
		return Message{itoa(minutes) + "분 동안 입력이 없어 로그아웃되었습니다.", "다시 로그인해 주세요. 확인하지 않은 거래는 처리되지 않았습니다."}
	},
	Ended:         Message{"접속이 종료되었습니다.", "다시 로그인해 주세요."},
	Replaced:      Message{"다른 곳에서 로그인하여 이 접속이 종료되었습니다.", "본인이 아니라면 지금 다시 로그인하고 고객센터에 알려 주세요. 접속은 한 곳에서만 됩니다."},
	SignedOut:     Message{"로그아웃되었습니다.", "스마트뱅킹을 이용해 주셔서 감사합니다."},
	ReplacedOther: "다른 곳에 열려 있던 접속을 종료했습니다.",
	LastSignIn:    func(when string) string { return "최근 접속 " + when },
	FirstSignIn:   "첫 로그인입니다.",
	Working:       func(d time.Duration) string { return "처리 중… " + Clock(d) + "   Esc 취소" },
	Copied:        "복사했습니다.",
	TooSmall: func(w, h int) []string {
		return []string{"창이 너무 작습니다.", "필요한 크기: 40 x 12", "지금 크기: " + itoa(w) + " x " + itoa(h)}
	},
	Help: "도움말", HelpEverywhere: "모든 화면", HelpHere: "이 화면",
	Notice: "알림", Yes: "예", No: "아니요",
	Fault:     Message{"시스템에 문제가 생겼습니다.", "다시 보내기 전에 이체결과조회에서 먼저 확인해 주세요."},
	Unknown:   Message{"처리되었는지 아직 알 수 없습니다.", "이체결과조회에서 확인해 주세요. 그 전에는 다시 보내지 마세요."},
	QuitTitle: "스마트뱅킹을 끝낼까요?", QuitQuestion: "로그아웃됩니다.", QuitUnsaved: "보내거나 저장하지 않은 내용은 사라집니다.",
	NotSignedIn: "로그인 전",
	BooksDiffer: func(difference string) Message {
		return Message{"은행 장부가 맞지 않습니다: " + difference + ".", "지금은 이체하지 마세요. `smartbank bank verify`로 장부를 점검하고, `smartbank bank restore`로 백업을 되살릴 수 있습니다."}
	},
	Booked:        "그 사이에 새 거래가 있습니다. F5를 누르면 보입니다.",
	LeftOverTitle: "지난번 이체",
	LeftOverBooked: func(order, ref string) Message {
		return Message{"이체되었습니다: " + order + ".", "거래번호는 " + ref + "입니다. 다시 보내지 마세요. 이체결과조회에서 볼 수 있습니다."}
	},
	LeftOverNotBooked: func(order string) Message {
		return Message{"이체되지 않았습니다: " + order + ".", "돈이 나가지 않았습니다. 보내시려면 다시 이체해 주세요."}
	},
	GoTo: "바로가기…",

	LeaveTitle: "이 화면에서 나갈까요?", LeaveText: "입력한 내용은 사라집니다.", Leave: "나가기", LeaveStay: "계속 입력",
}
