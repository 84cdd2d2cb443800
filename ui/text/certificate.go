package text

// Certificate holds the words of the joint certificate's screens.
type Certificate struct {
	Intro    string
	Sections []CertificateSection
	Confirm  string
	ToList   string // leads to the certificates on this device

	Form     CertificateForm
	List     CertificateList
	Issue    CertificateIssue
	Renew    CertificateRenew
	Register CertificateRegister
	Discard  CertificateDiscard
	Seal     CertificateSeal
	Consent  CertificateConsent
	Sign     CertificateSign
	Copy     CertificateCopy
	Move     CertificateMove
}

// CertificateSection is one part of the service information: notes, or numbered
// steps after a sentence that says what they are for.
type CertificateSection struct {
	Title, Lead  string
	Notes, Steps []string
}

// The facts are those of the service's page "Joint certificate information"
// (m.epostbank.go.kr, MLIBPE0200.do), in our own words.
var certificateEN = Certificate{
	Intro: "You can have a certificate issued to this device, or copy one that was issued to your PC onto it.",
	Sections: []CertificateSection{
		{
			Title: "How to issue a certificate",
			Notes: []string{
				"A certificate issued to this device takes the place of the one that is here: the existing certificate is discarded.",
				"Certificates for corporate use cannot be issued in Smart Banking.",
				"Only customers who have joined the post office's Smart Banking can be issued one.",
				"A certificate issued to this device can be copied to a PC and used there.",
			},
		},
		{
			Title: "Import a joint certificate (PC to Smartphone)",
			Lead:  "Copy the certificate of your PC to this device, and you bank with the same certificate on both.",
			Steps: []string{
				"Here, open Smart Banking and choose Joint certificate › Import a certificate.",
				"On the PC, open the post office's site (www.epostbank.go.kr): Certification Center › joint certificate › copy of smartphone certificate › copy (send).",
				"Choose the certificate to be used and type its password.",
				"Type here the 12-digit authentication number that the PC shows.",
			},
		},
		{
			Title: "Export a joint certificate (Smartphone to PC)",
			Lead:  "Copy the certificate of this device to your PC, and you bank with the same certificate on both.",
			Steps: []string{
				"Here, open Smart Banking and choose Joint certificate › Export a certificate.",
				"On the PC, open the post office's site (www.epostbank.go.kr): Certification Center › joint certificate › copy of smartphone certificate › copy (import).",
				"Choose the certificate to be copied to the PC, then type on the PC the 12-digit authentication number shown on the phone.",
				"When the copy is made, check that the Smartphone and the PC both say that it is complete.",
			},
		},
	},
	Confirm: "Confirm",
	ToList:  "certificates on this device",
	Form:    certificateFormEN, List: certificateListEN, Issue: certificateIssueEN, Renew: certificateRenewEN, Register: certificateRegisterEN,
	Discard: certificateDiscardEN, Seal: certificateSealEN, Consent: certificateConsentEN, Sign: certificateSignEN, Copy: certificateCopyEN, Move: certificateMoveEN,
}

var certificateKO = Certificate{
	Intro: "인증서는 이 기기에 바로 발급받을 수도 있고, PC에 발급받은 것을 이 기기로 복사해 올 수도 있습니다.",
	Sections: []CertificateSection{
		{
			Title: "인증서 발급 안내",
			Notes: []string{
				"이 기기에 인증서를 새로 발급받으면 지금 있는 인증서는 폐기됩니다.",
				"기업용 인증서는 스마트뱅킹에서 발급되지 않습니다.",
				"우체국 스마트뱅킹에 가입한 고객만 발급받을 수 있습니다.",
				"이 기기에 발급받은 인증서는 PC로 복사하여 쓸 수 있습니다.",
			},
		},
		{
			Title: "인증서 가져오기 (PC에서 스마트폰으로)",
			Lead:  "PC의 공동인증서를 이 기기로 복사하면 두 곳에서 같은 인증서로 거래할 수 있습니다.",
			Steps: []string{
				"스마트폰에서 스마트뱅킹을 열고 공동인증서 › 인증서 가져오기를 선택합니다.",
				"PC에서 우체국 홈페이지(www.epostbank.go.kr)의 인증센터 › 공동인증서 › 스마트폰 인증서 복사 › 복사하기(보내기)를 선택합니다.",
				"사용할 인증서를 선택하고 인증서 암호를 입력합니다.",
				"PC 화면에 나온 인증번호 12자리를 스마트폰에 입력합니다.",
			},
		},
		{
			Title: "인증서 내보내기 (스마트폰에서 PC로)",
			Lead:  "이 기기의 공동인증서를 PC로 복사하면 두 곳에서 같은 인증서로 거래할 수 있습니다.",
			Steps: []string{
				"스마트폰에서 스마트뱅킹을 열고 공동인증서 › 인증서 내보내기를 선택합니다.",
				"PC에서 우체국 홈페이지(www.epostbank.go.kr)의 인증센터 › 공동인증서 › 스마트폰 인증서 복사 › 복사하기(가져오기)를 선택합니다.",
				"PC로 복사할 인증서를 선택한 뒤, 스마트폰 화면에 나온 인증번호 12자리를 PC에 입력합니다.",
				"복사가 끝나면 스마트폰과 PC에서 완료 화면을 확인합니다.",
			},
		},
	},
	Confirm: "확인",
	ToList:  "이 기기의 인증서",
	Form:    certificateFormKO, List: certificateListKO, Issue: certificateIssueKO, Renew: certificateRenewKO, Register: certificateRegisterKO,
	Discard: certificateDiscardKO, Seal: certificateSealKO, Consent: certificateConsentKO, Sign: certificateSignKO, Copy: certificateCopyKO, Move: certificateMoveKO,
}
