package text

// CertificateCopy holds the words of Import and Export a certificate that are of
// this device alone; those of both devices are [Copying].
type CertificateCopy struct {
	ExportLead   string
	NoneToExport Message
	Unregistered string // what was imported, with this bank
}

var certificateCopyEN = CertificateCopy{
	ExportLead:   "Which certificate do you want to copy to the PC?",
	NoneToExport: Message{"There is no certificate here that can be copied.", "Discarded, expired and locked ones are of no use on a PC either. Issue one (42)."},
	Unregistered: "This bank does not know it yet: register it (45), and you can log in and transfer with it.",
}

var certificateCopyKO = CertificateCopy{
	ExportLead:   "PC로 복사할 인증서를 선택해 주세요.",
	NoneToExport: Message{"복사할 수 있는 인증서가 없습니다.", "폐기되었거나 만료되었거나 잠긴 인증서는 PC에서도 쓸 수 없습니다. 새로 발급받아 주세요(42)."},
	Unregistered: "아직 우체국에 등록되지 않은 인증서입니다. 타기관 인증서 등록(45)을 마치면 이 인증서로 로그인하고 이체할 수 있습니다.",
}
