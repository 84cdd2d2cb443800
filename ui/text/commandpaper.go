package text

// CommandPaper holds the words of receipts and statements on the command line.
type CommandPaper struct {
	Receipt                                      CommandHelp
	Format, Out, Masked, Font, OpenFont, Account string // flags

	NoFormat       func(good string) Message // what only a statement has, without --format
	BadFont        func(font string, err error) Message
	TwoFormats     Message
	PDFOnTerminal  Message
	WhichReceipt   Message
	FontWithoutPDF Message
	SavedTo        func(path string) string
	Reading        string // while rows are written
}

// statementHelpEN is what the help of history says of statements.
const statementHelpEN = `
With --format the same rows become a statement, oldest first: pdf, csv, excel
(CSV that Excel opens as it is), camt053, mt940 or ofx. --out saves it, for its
owner alone; a file that is there already is not overwritten, and an export that
fails or is stopped leaves none. camt053, mt940 and ofx lead from an opening to a
closing balance, and so are of whole periods. --masked hides parts of numbers and
names.`

const statementHelpKO = `
--format을 쓰면 같은 거래가 오래된 것부터 거래내역서가 됩니다: pdf, csv,
excel(엑셀에서 바로 열리는 CSV), camt053, mt940, ofx. --out은 본인만 읽을 수 있는
파일로 저장합니다. 이미 있는 파일은 덮어쓰지 않으며, 실패하거나 멈춘 파일은
남지 않습니다. camt053, mt940, ofx는 기초잔액에서 기말잔액까지 이어지므로 기간
전체만 됩니다. --masked는 번호와 이름을 일부 가립니다.`

var commandPaperEN = CommandPaper{
	Reading: "writing rows",
	Receipt: CommandHelp{"the receipt of one entry", `Prints the receipt of the entry with that reference, or saves it: --out
receipt.pdf is a PDF with the reference as a QR code, any other name is text. A
file that is there already is not overwritten. --masked hides parts of numbers
and names, and the balance, so that it can be handed on.

` + lookupEN},
	Format: "a statement in `FORMAT`: pdf, csv, excel, camt053, mt940 or ofx", Out: "save it as `FILE`",
	Masked: "hide parts of numbers and names", Font: "print PDF with the TrueType font in `FILE` (default: a built-in one)",
	OpenFont: "print receipts and statements with the TrueType font in `FILE` (default: a built-in one)",
	Account:  "as it stands on the account with this `NUMBER` (default: the one it went from)",

	NoFormat: func(good string) Message {
		return Message{"--out, --masked and --font are for a statement", "say which: --format " + good}
	},
	TwoFormats:   Message{"--format and --json or --csv: only one of them", "--format csv is a statement; --csv is what the table shows"},
	WhichReceipt: Message{"which receipt?", "smartbank receipt REFERENCE --user ID; references: smartbank transfers --user ID"},
	BadFont: func(font string, err error) Message {
		return Message{font + " cannot be used: " + err.Error(), "--font takes a TrueType font (.ttf) that has Hangul"}
	},
	PDFOnTerminal:  Message{"a PDF is not for a terminal to show", "save it: --out statement.pdf"},
	FontWithoutPDF: Message{"--font is for PDF alone", "save it as one: --out receipt.pdf"},
	SavedTo:        func(path string) string { return "saved: " + path },
}

var commandPaperKO = CommandPaper{
	Reading: "거래내역 쓰는 중",
	Receipt: CommandHelp{"거래 하나의 확인증", `거래번호의 확인증을 보여 주거나 저장합니다. --out receipt.pdf는 거래번호가 QR
코드로 들어간 PDF이고, 다른 이름은 텍스트입니다. 이미 있는 파일은 덮어쓰지
않습니다. --masked는 다른 사람에게 줄 수 있게 번호와 이름을 일부 가리고 잔액을
뺍니다.

` + lookupKO},
	Format: "`FORMAT` 형식의 거래내역서: pdf, csv, excel, camt053, mt940, ofx", Out: "`FILE`로 저장",
	Masked: "번호와 이름을 일부 가림", Font: "PDF를 `FILE`의 트루타입 글꼴로 인쇄 (기본: 내장 글꼴)",
	OpenFont: "확인증과 거래내역서를 `FILE`의 트루타입 글꼴로 인쇄 (기본: 내장 글꼴)",
	Account:  "이 번호의 계좌에서 본 확인증 (`NUMBER`, 기본: 돈이 나간 계좌)",

	NoFormat: func(good string) Message {
		return Message{"--out, --masked, --font는 거래내역서에 씁니다", "형식을 정해 주세요: --format " + good}
	},
	TwoFormats:   Message{"--format과 --json, --csv는 하나만 쓸 수 있습니다", "--format csv는 거래내역서이고, --csv는 표에 나오는 내용입니다"},
	WhichReceipt: Message{"어느 거래의 확인증입니까?", "smartbank receipt 거래번호 --user ID; 거래번호: smartbank transfers --user ID"},
	BadFont: func(font string, err error) Message {
		return Message{font + " 글꼴을 쓸 수 없습니다: " + err.Error(), "--font에는 한글이 있는 트루타입 글꼴(.ttf)을 써 주세요"}
	},
	PDFOnTerminal:  Message{"PDF는 터미널에 보여 줄 수 없습니다", "파일로 저장해 주세요: --out statement.pdf"},
	FontWithoutPDF: Message{"--font는 PDF에만 씁니다", "PDF로 저장해 주세요: --out receipt.pdf"},
	SavedTo:        func(path string) string { return "저장했습니다: " + path },
}
