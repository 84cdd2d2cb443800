package text

import "smartbank/ui/center"

// CertificateRenew holds the words of Renew a certificate.
type CertificateRenew struct {
	Lead, NotNow, Do, Making, Done, Elsewhere, Until string
}

// CertificateRegister holds the words of Register another institute's certificate.
type CertificateRegister struct {
	Lead, Do, Done, Again string
	None                  Message
	Demo                  string // where a demonstration has one
}

// CertificateDiscard holds the words of Discard a certificate.
type CertificateDiscard struct {
	Lead, Reason, Way      string
	Reasons                map[center.DiscardReason]string
	ByPassword, ByIdentity string
	None                   Message
	Title, Final, Do, Keep string
	Which                  func(owner, expiry string) string
	Done, Then             string
}

// CertificateSeal holds the words of Change/delete the certificate password.
type CertificateSeal struct {
	Lead                     string
	Change, ChangeAbout      string
	Delete, DeleteAbout      string
	ChangeDo, Changed        string
	ChangedThen              string
	DeleteTitle, DeleteFinal string
	DeleteDo                 string
	Deleted, DeletedThen     string
}

// CertificateConsent holds the words of Pre-consent/ change of certificate
// issuance.
type CertificateConsent struct {
	State, Since, Agreed, Disagreed string
	About, Final, OnlyBranch        string
	Title, Then, Do, Keep, Done     string
	Withdraw                        string // what a key does
}

var certificateRenewEN = CertificateRenew{
	Lead:   "Which certificate do you want to renew? It can be renewed from 60 days before it expires.",
	NotNow: "This certificate cannot be renewed now", Do: "renew", Making: "Your certificate is being renewed.",
	Done: "The certificate is renewed", Elsewhere: "The password stays the same. At other banks, register it again.", Until: "New expiry",
}

var certificateRenewKO = CertificateRenew{
	Lead:   "갱신할 인증서를 선택해 주세요. 만료 60일 전부터 갱신할 수 있습니다.",
	NotNow: "지금은 갱신할 수 없는 인증서입니다", Do: "갱신", Making: "인증서를 갱신하고 있습니다.",
	Done: "인증서가 갱신되었습니다", Elsewhere: "암호는 그대로입니다. 다른 은행에는 다시 등록해 주세요.", Until: "새 만료일",
}

var certificateRegisterEN = CertificateRegister{
	Lead: "Which certificate do you want to register with this bank?", Do: "register",
	Done: "The certificate is registered", Again: "You can log in and transfer with it. After it is renewed or reissued, register it again.",
	None: Message{"There is no certificate of another institute on this device.", "Copy it from your PC first: Import a certificate (43). What this bank issued need not be registered."},
	Demo: "In this demonstration the PC is the command smartbank pc, and has one for each customer.",
}

var certificateRegisterKO = CertificateRegister{
	Lead: "우체국에 등록할 인증서를 선택해 주세요.", Do: "등록",
	Done: "인증서가 등록되었습니다", Again: "이 인증서로 로그인하고 이체할 수 있습니다. 갱신하거나 재발급받으면 다시 등록해 주세요.",
	None: Message{"이 기기에 다른 기관의 인증서가 없습니다.", "먼저 PC에 있는 인증서를 가져와 주세요(43 인증서 가져오기). 우체국에서 발급받은 인증서는 등록하지 않아도 됩니다."},
	Demo: "체험용 은행에서는 smartbank pc 명령이 PC입니다. 고객마다 다른 기관의 인증서가 하나씩 있습니다.",
}

var certificateDiscardEN = CertificateDiscard{
	Lead: "Which certificate do you want to discard?", Reason: "Reason", Way: "Proof that it is yours",
	Reasons: map[center.DiscardReason]string{
		center.Lost: "the device or a copy was lost", center.Leaked: "others may have it or its password",
		center.Changed: "my name or number changed", center.Unused: "I do not need it any more",
	},
	ByPassword: "certificate password", ByIdentity: "identity number (password forgotten)",
	None:  Message{"There is no certificate here that could be discarded.", "What was discarded before stays discarded."},
	Title: "Discard this certificate?",
	Final: "A discarded certificate cannot be brought back, and its copies on PCs stop working too.",
	Do:    "Discard it", Keep: "Keep it",
	Which: func(owner, expiry string) string { return owner + ", until " + expiry },
	Done:  "The certificate is discarded", Then: "Every copy on this device is gone. To transfer money, have a new one issued (42).",
}

var certificateDiscardKO = CertificateDiscard{
	Lead: "폐기할 인증서를 선택해 주세요.", Reason: "폐기 사유", Way: "본인 확인 방법",
	Reasons: map[center.DiscardReason]string{
		center.Lost: "기기나 복사본을 잃어버림", center.Leaked: "인증서나 암호가 노출됨",
		center.Changed: "이름이나 번호가 바뀜", center.Unused: "더 이상 쓰지 않음",
	},
	ByPassword: "인증서 암호", ByIdentity: "주민등록번호 (암호를 잊음)",
	None:  Message{"폐기할 수 있는 인증서가 없습니다.", "이미 폐기한 인증서는 다시 살릴 수 없습니다."},
	Title: "이 인증서를 폐기할까요?",
	Final: "폐기한 인증서는 되살릴 수 없고, PC에 복사해 둔 것도 쓸 수 없게 됩니다.",
	Do:    "폐기", Keep: "그대로 두기",
	Which: func(owner, expiry string) string { return owner + ", 만료일 " + expiry },
	Done:  "인증서가 폐기되었습니다", Then: "이 기기에 있던 것은 모두 지웠습니다. 이체하려면 새로 발급받아 주세요(42).",
}

var certificateSealEN = CertificateSeal{
	Lead:   "Which certificate do you want to change or delete?",
	Change: "Change the password", ChangeAbout: "The certificate stays the same. Copies elsewhere keep the old password.",
	Delete: "Delete it from this device", DeleteAbout: "It is not discarded: copies on other devices still work.",
	ChangeDo: "change", Changed: "The certificate password is changed", ChangedThen: "Use the new one from now on. Nobody can recover it.",
	DeleteTitle: "Delete this certificate from this device?",
	DeleteFinal: "Without a copy elsewhere it is gone for good, and a new one must be issued.",
	DeleteDo:    "Delete it",
	Deleted:     "The certificate is deleted from this device",
	DeletedThen: "It is still valid: copies elsewhere work. If it was lost, discard it there, or have a new one issued (42).",
}

var certificateSealKO = CertificateSeal{
	Lead:   "암호를 바꾸거나 삭제할 인증서를 선택해 주세요.",
	Change: "암호 변경", ChangeAbout: "인증서는 그대로입니다. 다른 곳의 복사본은 예전 암호를 씁니다.",
	Delete: "이 기기에서 삭제", DeleteAbout: "폐기가 아닙니다. 다른 기기의 복사본은 계속 쓸 수 있습니다.",
	ChangeDo: "변경", Changed: "인증서 암호가 바뀌었습니다", ChangedThen: "이제부터 새 암호를 쓰세요. 잊으면 찾을 수 없습니다.",
	DeleteTitle: "이 기기에서 인증서를 삭제할까요?",
	DeleteFinal: "다른 곳에 복사본이 없으면 되찾을 수 없고, 새로 발급받아야 합니다.",
	DeleteDo:    "삭제",
	Deleted:     "이 기기에서 인증서를 삭제했습니다",
	DeletedThen: "인증서는 아직 유효하여 다른 곳의 복사본은 쓸 수 있습니다. 잃어버렸다면 그곳에서 폐기하거나 새로 발급받아 주세요(42).",
}

var certificateConsentEN = CertificateConsent{
	State: "Issuing online", Since: "Since", Agreed: "Agree", Disagreed: "Disagree",
	About: "With your consent certificates can be issued and reissued to you online. Without it they cannot, so that nobody else can have one " +
		"issued in your name. Renewing works either way.",
	Final:      "You can disagree here, but agree again only at a post office, with your identity card.",
	OnlyBranch: "To agree again, go to a post office with your identity card. It cannot be done online.",
	Title:      "Change to Disagree?", Then: "From then on no certificate can be issued or reissued to you online.",
	Do: "Disagree", Keep: "Keep Agree", Done: "Your consent is withdrawn", Withdraw: "disagree",
}

var certificateConsentKO = CertificateConsent{
	State: "온라인 발급", Since: "변경일", Agreed: "동의", Disagreed: "미동의",
	About: "동의하면 온라인으로 인증서를 발급·재발급받을 수 있습니다. 동의하지 않으면 온라인 발급이 막혀 다른 사람이 내 이름으로 발급받을 수 없습니다. " +
		"갱신은 동의와 상관없이 할 수 있습니다.",
	Final:      "미동의로는 여기서 바꿀 수 있지만, 다시 동의하려면 신분증을 가지고 우체국에 가야 합니다.",
	OnlyBranch: "다시 동의하려면 신분증을 가지고 우체국에 가 주세요. 온라인에서는 할 수 없습니다.",
	Title:      "미동의로 바꿀까요?", Then: "바꾸면 온라인으로 인증서를 발급·재발급받을 수 없습니다.",
	Do: "미동의로 변경", Keep: "동의 유지", Done: "미동의로 바뀌었습니다", Withdraw: "미동의로 변경",
}
