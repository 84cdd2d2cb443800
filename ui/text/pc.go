package text

// PC holds the words of the PC's Certification Center.
type PC struct {
	Service, LoginIntro       string
	QuitTitle                 string
	Title, CopyTitle          string // where the entries stand on the bank's site
	Send, SendAbout           string
	Receive, ReceiveAbout     string
	View, Password, Delete    string
	Here                      string
	Root, Drive               string
	Where, Folder, Encryption string
	None, NoneToSend          Message
	Skipped                   func(n int) string
	WhichSend, WhichView      string
	WhichPassword             string
	WhichDelete               string
	KeepTitle                 string
	DeleteTitle, DeleteFinal  string
	DeleteDo, Keep            string
	Deleted, DeletedThen      string
	Changed, ChangedThen      string
	ChangeDo                  string
	WrongPassword             Message
	DemoPassword              func(password string) string // of the certificates that a demonstration has on its PC
	Fault                     Message
	First                     string // F10: back to the first page
}

var pcEN = PC{
	Service: "Certification Center", QuitTitle: "Leave the Certification Center?", LoginIntro: "Copying a certificate needs your login: the phone has to be of the same customer.",
	Title: "Certification Center › joint certificate", CopyTitle: "copy of smartphone certificate",
	Send: "copy (send) the Smart Savings App joint certificate", SendAbout: "a certificate of this PC to the phone",
	Receive: "copy (import) the Smart Savings App joint certificate", ReceiveAbout: "a certificate of the phone to this PC",
	View: "view a certificate", Password: "change a certificate's password", Delete: "delete a certificate from this PC",
	Here: "Certificates on this PC", Root: "this PC", Drive: "drive", Where: "Where", Folder: "Folder", Encryption: "Key encrypted by",
	None:       Message{"There is no certificate on this PC.", "Copy one from the phone with copy (import), or put a drive in that has one and press F5."},
	NoneToSend: Message{"There is no certificate on this PC that could be used.", "Expired and discarded ones are of no use on the phone."},
	Skipped: func(n int) string {
		if n == 1 {
			return "1 folder could not be read and is left out."
		}
		return itoa(n) + " folders could not be read and are left out."
	},
	WhichSend: "Which certificate do you want to copy to the phone?", WhichView: "Which certificate do you want to see?",
	WhichPassword: "Which certificate gets a new password?", WhichDelete: "Which certificate do you want to delete from this PC?",
	KeepTitle:   "Where is the certificate to be kept?",
	DeleteTitle: "Delete this certificate from this PC?", DeleteFinal: "Its key cannot be brought back from here. Copies on the phone and on other PCs go on working.",
	DeleteDo: "Delete it", Keep: "Keep it",
	Deleted: "The certificate is deleted from this PC", DeletedThen: "It is not discarded: copies elsewhere go on working.",
	Changed: "The password is changed", ChangedThen: "Only this copy has the new one; on the phone the old one goes on.", ChangeDo: "change the password",
	WrongPassword: Message{"This password does not open the certificate.", "Type the certificate's own password as it is on this PC."},
	DemoPassword:  func(password string) string { return "in this demonstration " + password },
	Fault:         Message{"That could not be done.", "Nothing was changed. Look whether the folder or drive is still there, and try again."},
	First:         "first page",
}

var pcKO = PC{
	Service: "인증센터", QuitTitle: "인증센터를 끝낼까요?", LoginIntro: "인증서를 복사하려면 로그인해야 합니다. 스마트폰에도 같은 고객으로 로그인해 주세요.",
	Title: "인증센터 › 공동인증서", CopyTitle: "스마트폰 인증서 복사",
	Send: "복사하기(보내기) · 스마트 저축앱 공동인증서", SendAbout: "이 PC의 인증서를 스마트폰으로",
	Receive: "복사하기(가져오기) · 스마트 저축앱 공동인증서", ReceiveAbout: "스마트폰의 인증서를 이 PC로",
	View: "인증서 보기", Password: "인증서 암호 변경", Delete: "이 PC에서 인증서 삭제",
	Here: "이 PC의 인증서", Root: "이 PC", Drive: "이동식 디스크", Where: "위치", Folder: "폴더", Encryption: "개인키 암호화",
	None:          Message{"이 PC에는 인증서가 없습니다.", "복사하기(가져오기)로 스마트폰에서 가져오거나, 인증서가 있는 USB를 꽂고 F5를 눌러 주세요."},
	NoneToSend:    Message{"이 PC에 쓸 수 있는 인증서가 없습니다.", "만료되었거나 폐기된 인증서는 스마트폰에서도 쓸 수 없습니다."},
	Skipped:       func(n int) string { return "읽을 수 없는 폴더 " + itoa(n) + "개는 뺐습니다." },
	WhichSend:     "스마트폰으로 복사할 인증서를 선택해 주세요.",
	WhichView:     "볼 인증서를 선택해 주세요.",
	WhichPassword: "암호를 바꿀 인증서를 선택해 주세요.", WhichDelete: "이 PC에서 삭제할 인증서를 선택해 주세요.",
	KeepTitle:   "인증서를 어디에 저장할까요?",
	DeleteTitle: "이 PC에서 인증서를 삭제할까요?", DeleteFinal: "여기서는 되살릴 수 없습니다. 스마트폰과 다른 PC의 사본은 그대로 쓸 수 있습니다.",
	DeleteDo: "삭제", Keep: "그대로 두기",
	Deleted: "이 PC에서 인증서를 삭제했습니다", DeletedThen: "폐기한 것은 아닙니다. 다른 곳의 사본은 그대로 쓸 수 있습니다.",
	Changed: "암호를 바꾸었습니다", ChangedThen: "이 사본만 새 암호를 씁니다. 스마트폰에서는 예전 암호 그대로입니다.", ChangeDo: "암호 변경",
	WrongPassword: Message{"이 암호로는 인증서가 열리지 않습니다.", "이 PC에서 쓰는 인증서 암호를 입력해 주세요."},
	DemoPassword:  func(password string) string { return "체험용은 " + password },
	Fault:         Message{"처리하지 못했습니다.", "바뀐 것은 없습니다. 폴더나 디스크가 그대로 있는지 확인하고 다시 해 주세요."},
	First:         "첫 화면",
}
