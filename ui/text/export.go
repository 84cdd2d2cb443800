package text

import "smartbank/bank"

// FileProblem is why a file was not saved.
type FileProblem int

// The reasons.
const (
	FileNotHere     FileProblem = iota // this program saves nothing
	FileNoName                         // no name of a file
	FileExists                         // there is one of that name
	FileIsFolder                       // the name is a folder's
	FileIsSpecial                      // the name is a device's or the like
	FileNoFolder                       // the folder is not there
	FileOutside                        // the folder is one that may not be written to here
	FileDenied                         // no permission, or a disk that takes no writing
	FileFull                           // no room
	FileNameTooLong                    // longer than the system takes
	FileBroken                         // the disk failed
)

// FileProblems are all reasons, for tests.
func FileProblems() []FileProblem {
	return []FileProblem{
		FileNotHere, FileNoName, FileExists, FileIsFolder, FileIsSpecial, FileNoFolder, FileOutside, FileDenied, FileFull, FileNameTooLong, FileBroken,
	}
}

// Export holds the words of receipts and statements, and of saving them.
type Export struct {
	// On paper.
	Bank, TransferReceipt, Receipt, Statement, Page string
	RemittanceReceipt                               map[bank.RemittanceKind]string
	Reference, At, Kind, Holder, From, To           string
	Recipient, Sender, Amount, Fee, BalanceAfter    string
	Theirs, Mine, Foot                              string
	Account, Period, Made, Balance, Only            string
	Deposits, Withdrawals                           func(count int) string
	Part                                            func(flow, find string) string // what alone is in it; either may be ""

	// On the screens.
	ReceiptTitle, StatementTitle string
	MessageTitle, TransfersTitle string
	Form, Numbers, File          string            // labels of fields
	FormPDF, FormText            string            // of a receipt
	Formats                      map[string]string // of a statement, by statement.Format
	InFull, Masked               string
	MaskedNote                   string
	In                           func(folder string) string
	PartOnly                     string // why only some formats are offered
	Count                        string // of transactions
	Save                         string // beside Enter
	Saved, SavedAs, Size         string
	Bytes                        func(grouped string) string
	Reading                      string
	Done                         func(done, total string, percent int) string
	TimeLeft                     func(clock string) string
	ReplaceTitle                 string
	ReplaceQuestion              func(path string) string
	ReplaceYes, ReplaceNo        string
	CopyPath                     string

	Cancelled, NoEntry, Filtered, Fault Message
	TooLong                             func(rows, most int) Message
	Problem                             func(why FileProblem, path string) Message
}

var exportEN = Export{
	Bank: "Korea Post", TransferReceipt: "Transfer receipt", Receipt: "Transaction receipt", Statement: "Account statement", Page: "Page",
	RemittanceReceipt: map[bank.RemittanceKind]string{bank.SWIFT: "SWIFT remittance receipt", bank.Eurogiro: "Eurogiro remittance receipt"},
	Reference:         "Reference", At: "Date and time", Kind: "Kind", Holder: "Account holder", From: "From", To: "To",
	Recipient: "Recipient", Sender: "Sender", Amount: "Amount", Fee: "Fee", BalanceAfter: "Balance after",
	Theirs: "Shown to recipient", Mine: "Shown to you",
	Foot:    "A demonstration: no money was moved, and everybody named here is invented.",
	Account: "Account", Period: "Period", Made: "Made", Balance: "Balance", Only: "Only",
	Deposits:    func(n int) string { return "Deposits (" + itoa(n) + ")" },
	Withdrawals: func(n int) string { return "Withdrawals (" + itoa(n) + ")" },
	Part:        func(flow, find string) string { return part(flow, find, "with “", "”") },

	ReceiptTitle: "Save a receipt", StatementTitle: "Export a statement", MessageTitle: "Save a message", TransfersTitle: "Export transfer results",
	Form: "Form", Numbers: "Numbers and names", File: "File",
	FormPDF: "PDF, with a QR code", FormText: "Text",
	Formats: map[string]string{
		"pdf": "PDF", "csv": "CSV", "excel": "CSV for Excel", "camt053": "camt.053 (ISO 20022)", "mt940": "MT940 (SWIFT)", "ofx": "OFX 2.2",
		"pacs008": "pacs.008 (ISO 20022)", "mt103": "MT103 (SWIFT)",
	},
	InFull: "in full", Masked: "partly hidden",
	MaskedNote: "To hand on: 012345-02-***901, H*** G******.",
	In:         func(folder string) string { return "in " + folder },
	PartOnly:   "Only a part of the period: its rows, without balances to start and end with.",
	Count:      "Transactions",
	Save:       "save",
	Saved:      "Saved.", SavedAs: "File", Size: "Size",
	Bytes:   func(grouped string) string { return grouped + " bytes" },
	Reading: "Reading the books…",
	Done: func(done, total string, percent int) string {
		return done + " of " + total + " transactions, " + itoa(percent) + " %"
	},
	TimeLeft:        func(clock string) string { return "about " + clock + " left" },
	ReplaceTitle:    "There is a file already",
	ReplaceQuestion: func(path string) string { return path + " is there already. Replace it?" },
	ReplaceYes:      "Replace", ReplaceNo: "Keep it",
	CopyPath: "copy the name",

	Cancelled: Message{"Stopped. No file was left.", "Enter begins again."},
	NoEntry:   Message{"None of your accounts has an entry with that reference.", "References look like 20261105-0000123: see the history, or Search transfer result."},
	Filtered:  Message{"A part of a period has no balances to start and end with, which this format needs.", "Choose CSV or PDF, or the whole period: all types, and no text to find."},
	Fault:     Message{"The file was not made: something went wrong on our side.", "No file was left, and nothing in your accounts changed. Try again."},
	TooLong: func(rows, most int) Message {
		return Message{"A PDF holds " + grouped(most) + " transactions; these are " + grouped(rows) + ".", "Choose a shorter period, or CSV, which holds any number."}
	},
	Problem: problemEN,
}

var exportKO = Export{
	Bank: "우체국", TransferReceipt: "이체 확인증", Receipt: "거래 확인증", Statement: "거래내역서", Page: "쪽",
	RemittanceReceipt: map[bank.RemittanceKind]string{bank.SWIFT: "SWIFT 해외송금 확인증", bank.Eurogiro: "유로지로 해외송금 확인증"},
	Reference:         "거래번호", At: "거래일시", Kind: "적요", Holder: "예금주", From: "출금계좌", To: "입금계좌",
	Recipient: "받는 분", Sender: "보낸 분", Amount: "금액", Fee: "수수료", BalanceAfter: "거래 후 잔액",
	Theirs: "받는 분 통장 표시", Mine: "내 통장 표시",
	Foot:    "시연용입니다. 실제로 돈이 오가지 않았으며 모든 이름은 지어낸 것입니다.",
	Account: "계좌번호", Period: "조회기간", Made: "발급일시", Balance: "잔액", Only: "조회조건",
	Deposits:    func(n int) string { return "입금 " + itoa(n) + "건" },
	Withdrawals: func(n int) string { return "출금 " + itoa(n) + "건" },
	Part:        func(flow, find string) string { return part(flow, find, "내용에 “", "”") },

	ReceiptTitle: "확인증 저장", StatementTitle: "거래내역서 저장", MessageTitle: "전문 저장", TransfersTitle: "이체 결과 저장",
	Form: "형식", Numbers: "번호와 이름", File: "파일",
	FormPDF: "PDF (QR 코드 포함)", FormText: "텍스트",
	Formats: map[string]string{
		"pdf": "PDF", "csv": "CSV", "excel": "엑셀용 CSV", "camt053": "camt.053 (ISO 20022)", "mt940": "MT940 (SWIFT)", "ofx": "OFX 2.2",
		"pacs008": "pacs.008 (ISO 20022)", "mt103": "MT103 (SWIFT)",
	},
	InFull: "모두 표시", Masked: "일부 가리기",
	MaskedNote: "다른 사람에게 줄 때: 012345-02-***901, 홍*동.",
	In:         func(folder string) string { return "저장 위치 " + folder },
	PartOnly:   "기간의 일부라서 기초·기말잔액 없이 거래만 저장합니다.",
	Count:      "거래 건수",
	Save:       "저장",
	Saved:      "저장했습니다.", SavedAs: "파일", Size: "크기",
	Bytes:   func(grouped string) string { return grouped + "바이트" },
	Reading: "거래내역을 읽는 중입니다…",
	Done: func(done, total string, percent int) string {
		return "거래 " + total + "건 중 " + done + "건, " + itoa(percent) + "%"
	},
	TimeLeft:        func(clock string) string { return "남은 시간 약 " + clock },
	ReplaceTitle:    "같은 이름의 파일이 있습니다",
	ReplaceQuestion: func(path string) string { return path + " 파일이 이미 있습니다. 바꿀까요?" },
	ReplaceYes:      "바꾸기", ReplaceNo: "그대로 두기",
	CopyPath: "파일 이름 복사",

	Cancelled: Message{"멈추었습니다. 파일은 남지 않았습니다.", "Enter를 누르면 다시 시작합니다."},
	NoEntry:   Message{"고객님의 계좌에 이 거래번호의 거래가 없습니다.", "거래번호는 20261105-0000123과 같은 모양입니다. 거래내역이나 이체결과조회에서 확인해 주세요."},
	Filtered:  Message{"기간의 일부에는 이 형식에 필요한 기초·기말잔액이 없습니다.", "CSV나 PDF를 선택하거나, 구분을 전체로 하고 찾기를 취소해 기간 전체를 저장해 주세요."},
	Fault:     Message{"시스템에 문제가 생겨 파일을 만들지 못했습니다.", "파일은 남지 않았고 계좌에 바뀐 것은 없습니다. 다시 시도해 주세요."},
	TooLong: func(rows, most int) Message {
		return Message{"PDF에는 거래를 " + grouped(most) + "건까지 담을 수 있는데 " + grouped(rows) + "건입니다.", "기간을 줄이거나, 건수에 제한이 없는 CSV를 선택해 주세요."}
	},
	Problem: problemKO,
}

// part is what alone is in a statement: rows of a flow, rows with a text, or both.
func part(flow, find, before, after string) string {
	if find != "" {
		find = before + find + after
	}
	if flow == "" || find == "" {
		return flow + find
	}
	return flow + ", " + find
}

// grouped is a count with commas between its thousands.
func grouped(n int) string {
	s := itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
