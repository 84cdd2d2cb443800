package text

// Copying holds the words of copying a certificate between the phone and a PC, as
// both devices show it.
type Copying struct {
	OnPhone, OnPC CopyingDevice

	Steps                     CopyingSteps
	Number, ReadAloud         string
	Camera                    string // beside the QR code
	ShowHere, TypeHere        string // Ctrl+R turns the direction round
	NotDigits                 Message
	Agreeing                  string
	Check, CheckNote          string
	Offered, Accept           string
	Owner, Issuer, Serial     string
	Expires, Fingerprint      string
	Coming, Storing           string
	PasswordLead, Store       string
	WrongPassword             Message
	Copied                    string
	CopiedAt                  string
	Cancelled, NotConfirmed   Message
	Fault                     Message
	NewNumber, Cancel, Refuse string
	Trouble                   string // with the bank, meanwhile
}

// CopyingDevice holds what is said on one kind of device about the other one.
type CopyingDevice struct {
	ShowSending, ShowReceiving string // the number is shown here: what to do there
	TypeSending, TypeReceiving string // the number is typed here
	Waiting, Deciding          string // for whom
	Kept                       string // the certificate is there, and now
	Sent                       string
}

// CopyingSteps are the names of the steps.
type CopyingSteps struct{ Certificate, Password, Number, Accept, Done string }

var copyingEN = Copying{
	OnPhone: CopyingDevice{
		ShowSending:   "On the PC, log in to the Certification Center as the same customer, choose copy (import), and type this number there.",
		ShowReceiving: "On the PC, choose copy (send) and press Ctrl+R there. Then choose the certificate, and type this number.",
		TypeSending:   "On the PC, choose copy (import) and press Ctrl+R. It shows a 12-digit number: type it here.",
		TypeReceiving: "On the PC, choose copy (send) and the certificate. It shows a 12-digit number: type it here.",
		Waiting:       "Waiting for the PC…", Deciding: "Look at the PC: accept the certificate there.",
		Kept: "You can log in and transfer with it on this phone now.",
		Sent: "The PC has stored it. The certificate on this phone stays as it is.",
	},
	OnPC: CopyingDevice{
		ShowSending:   "On the phone, log in to Smart Banking as the same customer, choose Import a certificate (43), and type this number there.",
		ShowReceiving: "On the phone, choose Export a certificate (44) and press Ctrl+R there. Then choose the certificate, and type this number.",
		TypeSending:   "On the phone, choose Import a certificate (43) and press Ctrl+R. It shows a 12-digit number: type it here.",
		TypeReceiving: "On the phone, choose Export a certificate (44) and the certificate. It shows a 12-digit number: type it here.",
		Waiting:       "Waiting for the phone…", Deciding: "Look at the phone: accept the certificate there.",
		Kept: "Programs on this PC find it in the NPKI folder.",
		Sent: "The phone has stored it. The certificate on this PC stays as it is.",
	},
	Steps:  CopyingSteps{"Certificate", "Password", "Number", "Accept", "Done"},
	Number: "12-digit number", ReadAloud: "In words of four:", Camera: "or scan it",
	ShowHere: "show the number here", TypeHere: "type the number here",
	NotDigits: Message{"The number has twelve digits.", "Type all of them, as the other device shows them. A wrong number cannot be tried again."},
	Agreeing:  "The other device is there. Both make sure that the number was right…",
	Check:     "Both screens must show the same check:", CheckNote: "If they differ, press Esc: somebody stands in between.",
	Offered: "This certificate is offered. Nothing is stored before you accept it.", Accept: "accept",
	Owner: "Owner", Issuer: "Issued by", Serial: "Serial number", Expires: "Expires", Fingerprint: "SHA-256",
	Coming: "The certificate is on its way…", Storing: "The certificate is being stored…",
	PasswordLead: "The certificate has come. Its own password opens it; nothing is stored before.", Store: "store it",
	WrongPassword: Message{"This password does not open the certificate.", "Type the certificate's password as it is on the PC. The number lasts while the clock runs."},
	Copied:        "The certificate is copied", CopiedAt: "Copied at",
	Cancelled:    Message{"You cancelled the copy.", "Nothing was stored on the other device or here. A new number begins a new copy."},
	NotConfirmed: Message{"The certificate is stored here, but the other device did not confirm that it knows.", "It can be used here. Look at the other device: it may say that the copy was broken off."},
	Fault:        Message{"Something went wrong on our side.", "Nothing was copied. Begin again with a new number."},
	NewNumber:    "new number", Cancel: "cancel", Refuse: "refuse",
	Trouble: "The bank does not answer at the moment; it is tried again.",
}

var copyingKO = Copying{
	OnPhone: CopyingDevice{
		ShowSending:   "PC에서 같은 고객으로 인증센터에 로그인하고 복사하기(가져오기)를 선택한 뒤, 이 번호를 입력하세요.",
		ShowReceiving: "PC에서 복사하기(보내기)를 선택하고 Ctrl+R을 누르세요. 그다음 인증서를 선택하고 이 번호를 입력하세요.",
		TypeSending:   "PC에서 복사하기(가져오기)를 선택하고 Ctrl+R을 누르면 12자리 번호가 나옵니다. 그 번호를 여기에 입력하세요.",
		TypeReceiving: "PC에서 복사하기(보내기)와 인증서를 선택하면 12자리 번호가 나옵니다. 그 번호를 여기에 입력하세요.",
		Waiting:       "PC를 기다리는 중…", Deciding: "PC 화면에서 인증서를 확인하고 받아 주세요.",
		Kept: "이제 이 스마트폰에서 이 인증서로 로그인하고 이체할 수 있습니다.",
		Sent: "PC에 저장되었습니다. 이 스마트폰의 인증서는 그대로 있습니다.",
	},
	OnPC: CopyingDevice{
		ShowSending:   "스마트폰에서 같은 고객으로 스마트뱅킹에 로그인하고 인증서 가져오기(43)를 선택한 뒤, 이 번호를 입력하세요.",
		ShowReceiving: "스마트폰에서 인증서 내보내기(44)를 선택하고 Ctrl+R을 누르세요. 그다음 인증서를 선택하고 이 번호를 입력하세요.",
		TypeSending:   "스마트폰에서 인증서 가져오기(43)를 선택하고 Ctrl+R을 누르면 12자리 번호가 나옵니다. 그 번호를 여기에 입력하세요.",
		TypeReceiving: "스마트폰에서 인증서 내보내기(44)와 인증서를 선택하면 12자리 번호가 나옵니다. 그 번호를 여기에 입력하세요.",
		Waiting:       "스마트폰을 기다리는 중…", Deciding: "스마트폰 화면에서 인증서를 확인하고 받아 주세요.",
		Kept: "이 PC의 프로그램은 NPKI 폴더에서 이 인증서를 찾습니다.",
		Sent: "스마트폰에 저장되었습니다. 이 PC의 인증서는 그대로 있습니다.",
	},
	Steps:  CopyingSteps{"인증서", "암호", "번호", "확인", "완료"},
	Number: "12자리 인증번호", ReadAloud: "네 자리씩:", Camera: "또는 카메라로",
	ShowHere: "여기에 번호 표시", TypeHere: "여기에 번호 입력",
	NotDigits: Message{"번호는 열두 자리입니다.", "다른 기기에 보이는 대로 모두 입력해 주세요. 틀린 번호는 다시 시도할 수 없습니다."},
	Agreeing:  "다른 기기와 연결되었습니다. 번호가 맞는지 서로 확인하고 있습니다…",
	Check:     "두 화면의 확인 코드가 같아야 합니다:", CheckNote: "다르면 Esc를 누르세요. 누군가 중간에 있습니다.",
	Offered: "아래 인증서를 보내왔습니다. 받기 전에는 아무것도 저장되지 않습니다.", Accept: "받기",
	Owner: "소유자", Issuer: "발급기관", Serial: "일련번호", Expires: "만료일", Fingerprint: "SHA-256",
	Coming: "인증서를 받고 있습니다…", Storing: "인증서를 저장하고 있습니다…",
	PasswordLead: "인증서가 도착했습니다. 인증서 암호로 열며, 그 전에는 저장되지 않습니다.", Store: "저장",
	WrongPassword: Message{"이 암호로는 인증서가 열리지 않습니다.", "PC에서 쓰는 인증서 암호를 그대로 입력해 주세요. 남은 시간 동안 다시 입력할 수 있습니다."},
	Copied:        "인증서가 복사되었습니다", CopiedAt: "복사 시각",
	Cancelled:    Message{"복사를 취소했습니다.", "어느 기기에도 저장되지 않았습니다. 새 번호로 다시 시작할 수 있습니다."},
	NotConfirmed: Message{"이 기기에는 저장되었지만, 다른 기기가 확인해 주지 않았습니다.", "여기서는 쓸 수 있습니다. 다른 기기에는 복사가 중단되었다고 나올 수 있습니다."},
	Fault:        Message{"시스템에 문제가 생겼습니다.", "복사된 것은 없습니다. 새 번호로 다시 시작해 주세요."},
	NewNumber:    "새 번호", Cancel: "취소", Refuse: "거절",
	Trouble: "지금 은행이 응답하지 않아 다시 시도하고 있습니다.",
}
