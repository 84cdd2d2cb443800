package text

import "smartbank/certstore"

// CertificateForm holds the words of the fields that several of the certificate's
// screens have.
type CertificateForm struct {
	Identity, IdentityNote string
	IdentityDemo           func(number string) string
	Password, Fresh, Again string
	Same                   string // both new passwords are
	NoIdentity, NoPassword Message
	NotSame                Message
	Fault, Cancelled       Message

	// The rule for new passwords, line by line, and what to do about each flaw.
	RuleLength, RuleLetter, RuleDigit, RuleSymbol string
	RuleCharacter, RuleRun, RuleUserID            string
	Flawed                                        string
	NotKept                                       func(rules string) string // said where the rule's lines are heard
	Flaws                                         map[certstore.PasswordFlaw]string
}

var certificateFormEN = CertificateForm{
	Identity: "Identity number", IdentityNote: "13 digits of your resident or foreigner number",
	IdentityDemo: func(n string) string { return "13 digits; in this demonstration " + n },
	Password:     "Certificate password", Fresh: "New password", Again: "The same again",
	Same:       "both are the same",
	NoIdentity: Message{"The identity number has 13 digits.", "Type your resident number, or your foreigner number, without the dash."},
	NoPassword: Message{"The certificate password is missing.", "Type it; it is not shown."},
	Fault:      Message{"Something went wrong on our side.", "Look at the certificates on this device (41, then c) before you try again."},
	Cancelled:  Message{"You stopped waiting.", "Look at the certificates on this device (41, then c): it may have been done."},
	NotSame:    Message{"The two passwords are not the same.", "Type the new password again."},

	RuleLength: "10 to 30 characters", RuleLetter: "a letter", RuleDigit: "a digit", RuleSymbol: "a symbol",
	RuleCharacter: "none of ' \" \\ | ₩", RuleRun: "no three in a row, such as aaa or 123", RuleUserID: "not your user ID",
	Flawed:  "This password breaks the rule.",
	NotKept: func(rules string) string { return "Not kept yet: " + rules },
	Flaws: map[certstore.PasswordFlaw]string{
		certstore.TooShort: "Use at least 10 characters.", certstore.TooLong: "Use at most 30 characters.",
		certstore.NoLetter: "Add a letter.", certstore.NoDigit: "Add a digit.", certstore.NoSymbol: "Add a symbol, such as ! or #.",
		certstore.BadCharacter: "Leave out ' \" \\ | ₩ and what is not on a keyboard.", certstore.Run: "Leave out runs such as aaa, abc or 321.",
		certstore.ContainsUserID: "Leave your user ID out of it.",
	},
}

var certificateFormKO = CertificateForm{
	Identity: "주민등록번호", IdentityNote: "주민등록번호 또는 외국인등록번호 숫자 13자리",
	IdentityDemo: func(n string) string { return "숫자 13자리, 체험용은 " + n },
	Password:     "인증서 암호", Fresh: "새 인증서 암호", Again: "새 암호 확인",
	Same:       "두 암호가 같습니다",
	NoIdentity: Message{"주민등록번호는 숫자 13자리입니다.", "주민등록번호나 외국인등록번호를 줄표 없이 입력해 주세요."},
	NoPassword: Message{"인증서 암호가 비어 있습니다.", "암호를 입력해 주세요. 화면에는 보이지 않습니다."},
	Fault:      Message{"시스템에 문제가 생겼습니다.", "다시 하기 전에 이 기기의 인증서(41, c)를 확인해 주세요."},
	Cancelled:  Message{"기다리기를 멈췄습니다.", "처리되었을 수 있으니 이 기기의 인증서(41, c)를 확인해 주세요."},
	NotSame:    Message{"두 암호가 서로 다릅니다.", "새 암호를 다시 한 번 입력해 주세요."},

	RuleLength: "10자 이상 30자 이하", RuleLetter: "영문자 포함", RuleDigit: "숫자 포함", RuleSymbol: "특수문자 포함",
	RuleCharacter: "' \" \\ | ₩ 제외", RuleRun: "aaa, 123처럼 이어지는 세 글자 제외", RuleUserID: "이용자 ID 제외",
	Flawed:  "규칙에 맞지 않는 암호입니다.",
	NotKept: func(rules string) string { return "아직 지키지 않은 규칙: " + rules },
	Flaws: map[certstore.PasswordFlaw]string{
		certstore.TooShort: "10자 이상으로 정해 주세요.", certstore.TooLong: "30자 이하로 정해 주세요.",
		certstore.NoLetter: "영문자를 넣어 주세요.", certstore.NoDigit: "숫자를 넣어 주세요.", certstore.NoSymbol: "!나 # 같은 특수문자를 넣어 주세요.",
		certstore.BadCharacter: "' \" \\ | ₩와 자판에 없는 글자는 빼 주세요.", certstore.Run: "aaa, abc, 321처럼 이어지는 글자는 빼 주세요.",
		certstore.ContainsUserID: "이용자 ID는 빼 주세요.",
	},
}
