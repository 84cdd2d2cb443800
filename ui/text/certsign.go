package text

// CertificateSign holds the words of signing: the login by certificate, and the
// signature step of a transfer.
type CertificateSign struct {
	// The login.
	Method, ByID, ByCertificate string
	Which                       string // certificate
	LoginIntro                  string
	NoneHere, NoneUsable        Message // at the login

	// The signature step.
	Step      string
	Title     string // over what is signed
	Sign      string // what Enter does
	NeedTitle string
	NeedOne   Message // no certificate that could sign
	ToIssue   string
	NotSigned Message
	GoOn      string // to the signature
}

var certificateSignEN = CertificateSign{
	Method: "Log in with", ByID: "user ID", ByCertificate: "joint certificate",
	Which: "Certificate", LoginIntro: "Log in with your user ID, or with a joint certificate on this device.",
	NoneHere:   Message{"There is no certificate on this device.", "Log in with your user ID; then have one issued (42)."},
	NoneUsable: Message{"None of the certificates on this device can be used.", "Log in with your user ID; Certificates on this device (41) says what is wrong with each."},

	Step: "Sign", Title: "This is what you sign, in full:", Sign: "sign and send the money",
	NeedTitle: "A transfer is signed with your joint certificate",
	NeedOne: Message{
		"There is no certificate on this device that you can sign with.",
		"Have one issued now: it takes some minutes. Your order waits here, as it is.",
	},
	ToIssue: "issue a certificate", GoOn: "go on to sign",
	NotSigned: Message{"You cancelled before the order was signed.", "No money was sent. To send it, type the password again."},
}

var certificateSignKO = CertificateSign{
	Method: "로그인 방법", ByID: "이용자 ID", ByCertificate: "공동인증서",
	Which: "인증서", LoginIntro: "이용자 ID 또는 이 기기의 공동인증서로 로그인하세요.",
	NoneHere:   Message{"이 기기에 인증서가 없습니다.", "이용자 ID로 로그인한 뒤 발급받아 주세요(42)."},
	NoneUsable: Message{"이 기기에 쓸 수 있는 인증서가 없습니다.", "이용자 ID로 로그인해 주세요. 인증서마다 왜 쓸 수 없는지는 이 기기의 인증서(41)에 나옵니다."},

	Step: "서명", Title: "서명하는 내용 전체입니다:", Sign: "서명하고 이체",
	NeedTitle: "이체하려면 공동인증서로 서명해야 합니다",
	NeedOne: Message{
		"이 기기에 서명할 수 있는 인증서가 없습니다.",
		"지금 발급받을 수 있습니다. 몇 분이면 되고, 입력한 이체는 그대로 기다립니다.",
	},
	ToIssue: "인증서 발급", GoOn: "서명하기",
	NotSigned: Message{"서명하기 전에 취소했습니다.", "돈은 나가지 않았습니다. 보내려면 암호를 다시 입력해 주세요."},
}
