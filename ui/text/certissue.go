package text

import "smartbank/ui/center"

// CertificateIssue holds the words of issuing and reissuing.
type CertificateIssue struct {
	StepConsent, StepIdentify, StepKind, StepPassword, StepIssue, StepDone string

	// What happens, before anything is asked.
	IssueTitle, ReissueTitle string
	Replaces                 func(owner, expiry string) string
	ReplacesElsewhere        string
	RunsUntil                func(expiry string) string
	KeepsExpiry              func(expiry string, days int) string
	FewDays                  string
	Consent                  []string
	Agreeing, Agree          string

	// The kind, the password, and the last question.
	WhichKind, Free string
	Kinds           map[center.Use]string
	Debited         func(fee, account string) string
	NewPassword     string
	ReplaceTitle    string
	KeepsOrRuns     func(reissue bool, expiry string, days int) string
	Go, Stop        string

	// What came of it.
	Making           string
	Steps            map[center.Step]string
	NotMade, NotLost string
	TryAgain         string
	Cancelled        Message
	Made, Elsewhere  string
	Reference        string
	Paid             func(fee, account string) string
}

var certificateIssueEN = CertificateIssue{
	StepConsent: "Consent", StepIdentify: "You", StepKind: "Kind", StepPassword: "Password", StepIssue: "Issue", StepDone: "Done",

	IssueTitle: "A joint certificate is issued to this device.", ReissueTitle: "Your joint certificate is reissued to this device.",
	Replaces: func(owner, expiry string) string {
		return "The certificate that is here (" + owner + ", until " + expiry + ") is discarded at once. It cannot be used again, neither here nor on a PC that has a copy."
	},
	ReplacesElsewhere: "The certificate that was issued to you before, which is not on this device, is discarded at once.",
	RunsUntil:         func(expiry string) string { return "The new one is valid until " + expiry + "." },
	KeepsExpiry: func(expiry string, days int) string {
		return "A reissue keeps the old expiry: " + expiry + ", " + daysEN(days) + " from today."
	},
	FewDays: "That is soon. If the one that is here still works, renew it instead (46): that adds a year.",
	Consent: []string{
		"Your name and identity number go to the certificate authority, which puts a hash of the number into the certificate so that it can be told whose it is.",
		"The private key is made on this device and stays there. The authority, the bank and the people who made this program never have it.",
		"Only your certificate password opens the key. Nobody can recover it: forgotten means reissued.",
		"Tell nobody the password. Bank, police and authorities never ask for it.",
	},
	Agreeing: "With Enter you agree to this. You can stop at every step before the last one, and nothing is lost.",
	Agree:    "agree",

	WhichKind: "Which kind of certificate?", Free: "free",
	Kinds: map[center.Use]string{
		center.BankUse:   "For banks, insurers and card companies. Valid for one year.",
		center.Universal: "For everything that a joint certificate is for: banks, shares, offices, shops. Valid for one year.",
	},
	Debited:      func(fee, account string) string { return fee + " is taken from " + account + " when it is issued." },
	NewPassword:  "Choose a password for the certificate. It is asked for at every login and transfer.",
	ReplaceTitle: "Discard the certificate that is here?",
	KeepsOrRuns: func(reissue bool, expiry string, days int) string {
		if reissue {
			return "The new certificate keeps the old expiry: " + expiry + ", " + daysEN(days) + " from today."
		}
		return "The new certificate is valid until " + expiry + "."
	},
	Go: "Discard and issue", Stop: "Not now",

	Making: "Your certificate is being issued.",
	Steps: map[center.Step]string{
		center.MakingKey: "making the key on this device", center.Requesting: "asking the authority to certify it",
		center.Checking: "checking what came", center.Storing: "keeping it on this device", center.Registering: "registering it with the bank",
	},
	NotMade:   "The certificate was not issued",
	NotLost:   "Nothing is lost: what you entered is approved, and the certificate that is here still works.",
	TryAgain:  "try again",
	Cancelled: Message{"You stopped it.", "Go on whenever you want."},
	Made:      "Your certificate is on this device", Elsewhere: "To use it at other banks, register it there. To use it on a PC, export it.",
	Reference: "Reference number",
	Paid:      func(fee, account string) string { return fee + " from " + account },
}

// daysEN is a number of days in English.
func daysEN(n int) string {
	if n == 1 {
		return "1 day"
	}
	return itoa(n) + " days"
}

var certificateIssueKO = CertificateIssue{
	StepConsent: "동의", StepIdentify: "본인확인", StepKind: "종류", StepPassword: "암호", StepIssue: "발급", StepDone: "완료",

	IssueTitle: "이 기기에 공동인증서를 발급합니다.", ReissueTitle: "이 기기에 공동인증서를 재발급합니다.",
	Replaces: func(owner, expiry string) string {
		return "지금 이 기기에 있는 인증서(" + owner + ", 만료일 " + expiry + ")는 바로 폐기됩니다. 복사해 둔 PC에서도 다시 쓸 수 없습니다."
	},
	ReplacesElsewhere: "전에 발급받아 다른 곳에 있는 인증서는 바로 폐기됩니다.",
	RunsUntil:         func(expiry string) string { return "새 인증서의 만료일은 " + expiry + "입니다." },
	KeepsExpiry: func(expiry string, days int) string {
		return "재발급하면 만료일은 그대로입니다: " + expiry + ", 오늘부터 " + itoa(days) + "일 남았습니다."
	},
	FewDays: "남은 기간이 짧습니다. 지금 인증서를 쓸 수 있다면 갱신(46)해 주세요. 1년이 늘어납니다.",
	Consent: []string{
		"이름과 주민등록번호를 인증기관에 제공합니다. 인증서에는 본인확인을 위해 번호의 해시값이 들어갑니다.",
		"개인키는 이 기기에서 만들어져 이 기기에만 보관됩니다. 인증기관과 은행, 프로그램 제작자는 갖지 않습니다.",
		"개인키는 인증서 암호로만 열립니다. 암호를 잊으면 찾을 수 없고 재발급받아야 합니다.",
		"암호를 누구에게도 알려 주지 마세요. 은행, 경찰, 공공기관은 암호를 묻지 않습니다.",
	},
	Agreeing: "Enter를 누르면 동의합니다. 마지막 단계 전에는 언제든지 그만둘 수 있고, 잃는 것은 없습니다.",
	Agree:    "동의",

	WhichKind: "어떤 인증서를 발급할까요?", Free: "무료",
	Kinds: map[center.Use]string{
		center.BankUse:   "은행, 보험, 카드에서 쓰는 인증서입니다. 1년 동안 유효합니다.",
		center.Universal: "은행, 증권, 관공서, 쇼핑 등 모든 곳에서 쓰는 인증서입니다. 1년 동안 유효합니다.",
	},
	Debited: func(fee, account string) string {
		return "발급할 때 " + account + "에서 " + fee + "이 출금됩니다."
	},
	NewPassword:  "인증서 암호를 정해 주세요. 로그인하거나 이체할 때마다 입력합니다.",
	ReplaceTitle: "지금 인증서를 폐기할까요?",
	KeepsOrRuns: func(reissue bool, expiry string, days int) string {
		if reissue {
			return "새 인증서의 만료일은 그대로입니다: " + expiry + ", 오늘부터 " + itoa(days) + "일."
		}
		return "새 인증서의 만료일은 " + expiry + "입니다."
	},
	Go: "폐기하고 발급", Stop: "그만두기",

	Making: "인증서를 발급하고 있습니다.",
	Steps: map[center.Step]string{
		center.MakingKey: "이 기기에서 키 만들기", center.Requesting: "인증기관에 인증 요청",
		center.Checking: "받은 인증서 확인", center.Storing: "이 기기에 보관", center.Registering: "은행에 등록",
	},
	NotMade:   "인증서가 발급되지 않았습니다",
	NotLost:   "잃은 것은 없습니다. 본인확인은 그대로 남아 있고, 지금 인증서도 계속 쓸 수 있습니다.",
	TryAgain:  "다시 하기",
	Cancelled: Message{"발급을 멈췄습니다.", "언제든지 이어서 할 수 있습니다."},
	Made:      "이 기기에 인증서가 발급되었습니다", Elsewhere: "다른 은행에서 쓰려면 그 은행에 등록하고, PC에서 쓰려면 내보내기를 해 주세요.",
	Reference: "참조번호",
	Paid:      func(fee, account string) string { return account + "에서 " + fee },
}
