package text

// Login holds the words of the login screen.
type Login struct {
	UserID, Password        string
	NoUserID, NoPassword    Message
	DemoTitle, DemoInvented string
	DemoLogins              func(logins string) string
	DemoPassword            func(password string) string
	DemoPIN                 func(pin string) string
	DemoMedia               string
}

var loginEN = Login{
	UserID: "User ID", Password: "Password",
	NoUserID:     Message{"The user ID is missing.", "Type the ID you chose when you joined Smart Banking."},
	NoPassword:   Message{"The password is missing.", "Type your login password; it is not shown."},
	DemoTitle:    "This is a demonstration",
	DemoInvented: "The people in it are invented, the money is not real.",
	DemoLogins:   func(l string) string { return "User ID           " + l },
	DemoPassword: func(p string) string { return "Password          " + p },
	DemoPIN:      func(p string) string { return "Account password  " + p },
	DemoMedia:    "Security card of demo01: smartbank card · token of demo02: smartbank otp",
}

var loginKO = Login{
	UserID: "이용자 ID", Password: "비밀번호",
	NoUserID:     Message{"이용자 ID가 비어 있습니다.", "스마트뱅킹에 가입할 때 정한 ID를 입력해 주세요."},
	NoPassword:   Message{"비밀번호가 비어 있습니다.", "로그인 비밀번호를 입력해 주세요. 화면에는 보이지 않습니다."},
	DemoTitle:    "체험용 은행입니다",
	DemoInvented: "나오는 사람은 모두 지어낸 인물이고 돈도 진짜가 아닙니다.",
	DemoLogins:   func(l string) string { return "이용자 ID      " + l },
	DemoPassword: func(p string) string { return "비밀번호       " + p },
	DemoPIN:      func(p string) string { return "계좌 비밀번호  " + p },
	DemoMedia:    "demo01의 보안카드: smartbank card · demo02의 OTP: smartbank otp",
}
