package text

import (
	"fmt"

	"smartbank/bank"
)

var commandKO = Command{
	Usage: "사용법:", Commands: "명령:", Flags: "옵션:", FlagsOfAll: "모든 명령의 옵션:",
	MoreHelp: func(command string) string { return "명령별 도움말: " + command },

	Open: CommandHelp{"터미널에서 쓰는 은행", `은행을 엽니다. 처음 시작하면 체험용 은행을 만듭니다. 등장하는 사람은 모두
지어낸 사람이며, 로그인 화면에 아이디와 비밀번호가 나옵니다.

모든 옵션은 환경 변수로도 정할 수 있습니다. SMARTBANK_ 뒤에 옵션 이름을
대문자로 씁니다: SMARTBANK_LANG=ko. 옵션이 환경 변수보다 우선합니다.

종료 코드: 0 완료, 1 처리하지 못했거나 확인한 내용이 맞지 않음, 2 잘못된 사용,
128+신호 번호 신호로 끝남.`},
	PC: CommandHelp{"PC 인증센터: 스마트폰과 인증서를 주고받기", `PC의 인증센터를 터미널에서 엽니다. 인증서는 국내 프로그램과 같은 NPKI 폴더에
있습니다. 스마트폰인 은행 프로그램과 같은 데이터 폴더로 나란히 실행하면, 한쪽에
나온 12자리 번호를 다른 쪽에 입력하여 인증서를 복사합니다. 사이에 있는 은행은 그
내용을 읽을 수 없습니다.`},
	Play: CommandHelp{"파일에 적힌 키 입력을 터미널 없이 실행", `테이프를 각각의 은행에서 동시에 실행합니다. 테이프는 키 입력을 적은 파일이며 VHS의 언어를
씁니다. 따로 정하지 않으면 메모리에 새로 만든 체험용 은행에서,
2026-11-05T10:00:00+09:00부터, 시드 1, 80x24 화면으로 실행합니다. --data를
쓰면 그 폴더의 은행에서 실행합니다. 기다리는 시간은 없습니다("Sleep 10m"도
바로 지나갑니다). 화면 사진은 현재 폴더 안에만 저장합니다.

종료 코드: 0 모두 통과, 1 기대한 화면이 아님, 2 테이프가 잘못됨.`},
	Accounts: CommandHelp{"고객의 계좌", lookupKO + `
JSON은 객체의 배열입니다. 금액은 {"value": "12.50", "minor": 1250,
"currency": "USD"}, 시각은 서울 시간의 RFC 3339입니다. CSV 열 이름도 같습니다.`},
	History: CommandHelp{"계좌의 거래내역", lookupKO + `
기간은 따로 정하지 않으면 오늘까지 한 달이며, 한 번에 최대 12개월입니다. --flow와
--find로 무엇을 빼더라도 기간의 시작 잔액 + 입금 - 출금 = 끝 잔액입니다.
` + statementHelpKO},
	Transfers: CommandHelp{"고객의 이체 결과", lookupKO + `
기간은 history와 같습니다. 거절된 이체에는 거절 코드가 붙습니다.
smartbank codes를 보세요.`},
	Card: CommandHelp{"체험 고객의 보안카드", `보안카드 35칸을 보여 줍니다. 체험용 은행에서만 됩니다.`},
	OTP:  CommandHelp{"체험 고객의 일회용 비밀번호", `지금 OTP에 나오는 숫자 6자리와 남은 시간을 보여 줍니다. 체험용 은행에서만 됩니다.`},
	Codes: CommandHelp{"모든 거절 사유를 두 언어로", `거절 코드마다 무엇이 문제이고 어떻게 하면 되는지 영어와 한국어로 보여 줍니다.
안의 값은 보기입니다. 체험용 은행에서 일부러 거절당하는 방법도 알려 줍니다.
코드는 바뀌지 않습니다. --tape를 쓰면 거절이 나오는 테이프를 출력합니다:
smartbank codes --tape TRAN-04 > x.tape; smartbank play x.tape.`},
	Bank: CommandHelp{"은행 파일 관리", `은행은 데이터 폴더의 bank.db 파일입니다.`},
	BankVerify: CommandHelp{"모든 잔액을 다시 계산하고 규칙을 확인", `은행 전체를 읽기만 하며, 처음으로 맞지 않는 곳을 알려 줍니다. 있으면 종료
코드가 1입니다. 모든 이체의 전자서명도 서명 당시의 인증서와 폐지 목록으로 다시
검증합니다. 은행은 저장할 때마다 그때까지의 모든 거래를 해시로 봉인합니다.
마지막 해시를 다른 곳에 보관하면, 나중에 거래가 잘리거나 새로 쓰이지 않았는지
알 수 있습니다.`},
	BankBackup: CommandHelp{"쓰는 중에도 은행을 파일로 복사", `은행의 한순간을 FILE에 쓰고, bank verify처럼 확인한 뒤에야 그 이름을 붙입니다.
있는 파일을 덮어쓰지 않습니다. 이전 버전의 은행은 그대로 복사합니다. bank.db를 손으로
복사하지 마세요. 마지막에 한 일은 로그에만 있을 수 있습니다.`},
	BankRestore: CommandHelp{"쓰는 중에도 백업을 되돌리기", `FILE을 bank verify처럼 확인한 뒤 그 내용으로 은행을 바꿉니다. 바뀐 은행은 옆에
보관합니다: bank.db.replaced-20261105.bak. 백업 뒤에 한 일은 거기에만 있습니다.
은행을 열어 둔 터미널은 되돌린 은행을 이어서 씁니다. 다른 곳에서 만든 은행은 열린
터미널이 없을 때만 되돌립니다. --yes가 없으면 먼저 묻습니다.`},
	BankReset: CommandHelp{"체험용 은행을 버리고 새로 만들기", `--yes가 없으면 먼저 묻습니다. 체험용이 아닌 은행은 건드리지 않습니다.
그 은행의 인증서도 함께 지웁니다.`},
	BankSeed: CommandHelp{"은행 만들기", `체험용 은행을 만듭니다. 고객 두 명과 2년 동안의 거래가 있으며, 시드와 날짜가 같으면
어디서나 같습니다. 은행이 이미 있으면 만들지 않습니다.`},
	Doctor: CommandHelp{"여기서 되는 것과 안 될 때 할 일", `터미널(창 크기, 색, 글자 폭, 커서), 로캘, 시계와 시간대, 데이터 폴더, 설정,
키링, 은행을 살펴보고 할 일을 표 아래에 알려 줍니다. --json은 항목마다 check, ok,
is, advice를 쓰며, 항목 이름은 어느 언어에서나 같습니다.

종료 코드: 0 모두 정상, 1 고칠 것이 있음, 2 잘못된 사용.`},
	Help:    CommandHelp{"명령의 도움말", `명령마다 이런 도움말을 보여 줍니다: smartbank help bank verify.`},
	Version: CommandHelp{"이 프로그램의 버전", `버전과 빌드 정보를 보여 줍니다.`},
	Completion: CommandHelp{"셸 자동 완성", `bash, zsh, fish, powershell의 자동 완성 스크립트를 보여 줍니다. bash에서는:

  source <(smartbank completion bash)`},

	Flag: CommandFlag{
		Data: "은행을 두는 폴더 `DIR` (기본: 시스템의 데이터 폴더)", Lang: "언어 `LANG`: en, ko (기본: 로캘)",
		Theme: "색 `THEME`: auto, light, dark, mono (기본 auto, NO_COLOR가 있으면 mono)", Glyphs: "그림 문자 `SET`: auto, unicode, ascii (기본 auto)",
		Clock: "시계를 `TIME`(RFC 3339)에서 시작", Fault: "일부러 `WAY`로 실패시키기: after-debit, before-commit, disk-full, locked 또는 거절 코드", Seed: "체험용 은행을 숫자 `N`으로 만들기 (기본 1)",
		Plain: "화면을 그리지 않고 줄로 대화하기. 화면 낭독기용이며, TERM=dumb과 ACCESSIBLE=1이면 저절로 켜집니다",
		Mouse: "마우스 클릭 받기. 글자 선택은 Shift와 함께", Help: "이 도움말", Version: "이 프로그램의 버전",
		User: "고객의 아이디 `ID`", CardUser: "고객의 아이디 `ID` (기본 demo01)", OTPUser: "고객의 아이디 `ID` (기본 demo02)",
		FromStdin: "비밀번호를 표준 입력의 첫 줄에서 읽기", JSON: "JSON으로 쓰기", CSV: "CSV로 쓰기",
		Account: "계좌번호 `NUMBER` (기본: 첫 계좌)", AccountOfAll: "이 계좌번호 `NUMBER`만 (기본: 모든 계좌)",
		From: "시작 날짜 `DAY` (기본: 끝 날짜의 한 달 전)", To: "끝 날짜 `DAY` (기본: 오늘)",
		Flow: "`WHICH`: all 전체, deposits 입금, withdrawals 출금 (기본 all)", Find: "내용에 `TEXT`가 있는 거래만", OldestFirst: "오래된 거래부터",
		Status: "`WHICH`: all 전체, completed 완료, rejected 거절 (기본 all)", Yes: "묻지 않기", Empty: "고객 없이 만들기(체험용이 아님)",
		Head: "마지막 봉인의 해시도 보여 주기 (다른 곳에 보관하기 위해)",
		NPKI: "인증서 폴더 `DIR`, system은 이 컴퓨터의 인증서 폴더 (기본: 데이터 폴더의 NPKI)",
	},
	Column: CommandColumn{
		Account: "계좌번호", Product: "상품", Nickname: "별명", Status: "상태", Balance: "잔액", Available: "출금가능액", Last: "최근 거래",
		Date: "거래일시", Description: "내용", Kind: "구분", Amount: "금액",
		Requested: "요청일시", From: "출금계좌", Bank: "은행", To: "입금계좌", Recipient: "받는 분", Fee: "수수료", Reference: "거래번호",
	},
	Check: commandCheckKO,
	Cert:  commandCertKO,
	Paper: commandPaperKO,
	FX:    commandFXKO,

	UnexpectedWord: func(word, help string) Message {
		return Message{"알 수 없는 낱말 " + quoted(word), "도움말: " + help}
	},
	UnknownCommand: func(word, meant, help string) Message {
		return Message{quoted(word) + "라는 명령은 없습니다", either(meant != "", "혹시: "+meant, "도움말: "+help)}
	},
	UnknownFlag: func(flag, meant, help string) Message {
		return Message{flag + "라는 옵션은 없습니다", either(meant != "", "혹시: "+meant, "도움말: "+help)}
	},
	FlagNeedsValue: func(flag, help string) Message {
		return Message{flag + "에 값이 없습니다", "도움말: " + help}
	},
	BadFlag: func(problem, help string) Message { return Message{problem, "도움말: " + help} },
	BadValue: func(flag, value, good string) Message {
		return Message{flag + ": " + quoted(value) + "는 쓸 수 없습니다", "쓸 수 있는 값: " + good}
	},
	WhichCommand:   func(help string) Message { return Message{"명령이 없습니다", "도움말: " + help} },
	WhichFile:      func(help string) Message { return Message{"파일 이름이 없습니다", "도움말: " + help} },
	OneFormat:      Message{"--json과 --csv는 함께 쓸 수 없습니다", "둘 다 필요하면 두 번 실행하세요"},
	NoUser:         Message{"아이디가 없습니다", "체험용 은행에서는: --user demo01"},
	NobodyToAsk:    Message{"비밀번호를 물어볼 터미널이 없습니다", "표준 입력으로 주세요: --password-stdin < FILE"},
	NothingOnStdin: Message{"표준 입력에 비밀번호가 없습니다", "표준 입력의 첫 줄이 비밀번호입니다"},
	Tape:           tapeKO, Valid: validKO,
	NoTape: Message{"테이프가 없습니다", "smartbank play FILE.tape"},
	BadTape: func(tape string, err error) Message {
		return Message{tape + "을(를) 읽을 수 없습니다: " + err.Error(), "도움말: smartbank help play"}
	},
	SeePlay:    "테이프에 쓸 수 있는 것: smartbank help play",
	NoTerminal: Message{"터미널이 필요합니다", "터미널 없이: smartbank play FILE.tape 또는 smartbank accounts --user demo01"},
	SayYes:     Message{"물어볼 터미널이 없습니다", "정말 하려면: --yes"},

	Fault: func(err error) Message {
		return Message{"시스템에 문제가 생겼습니다: " + err.Error(), "smartbank doctor로 확인해 보세요"}
	},
	File: fileKO, AnotherFile: "다른 파일을 지정하세요",
	Crashed: func(report string) Message {
		return Message{"프로그램 오류로 멈추었습니다", either(report != "", "기록: "+report+" (비밀번호와 번호는 들어 있지 않습니다)", "기록을 남기지 못했습니다")}
	},
	BooksDiffer: func(difference, path string) Message {
		return Message{"장부가 맞지 않습니다: " + difference, "이 은행을 쓰지 마세요. " + path + " 파일을 보관하고 다른 곳에 새로 만드세요: smartbank bank seed --data DIR"}
	},
	NotForReset: func(path string) Message {
		return Message{"체험용 은행이 아니어서 건드리지 않았습니다", "필요 없으면 " + path + " 파일을 직접 옮기세요"}
	},
	NothingDone: Message{"아무것도 하지 않았습니다", "은행은 그대로입니다"},
	NoAccounts:  Message{"계좌가 없는 고객입니다", "볼 것이 없습니다"},

	Seeded:   func(path string) string { return path + "에 만들었습니다" },
	WasReset: func(path string) string { return path + "에 새로 만들었습니다" },
	BooksHold: func(r bank.Report) string {
		return fmt.Sprintf("장부가 맞습니다: 계좌 %d, 거래 %d, 분개 %d, 기장 %d, 이체 %d", r.Accounts, r.Entries, r.Legs, r.Postings, r.Transfers)
	},
	Verifying: func(part bank.Part) string {
		switch part {
		case bank.PartCopy:
			return "복사 중"
		case bank.PartFill:
			return "은행을 만드는 중"
		default:
			return "확인 중: " + verifiedKO[part]
		}
	},
	Percent: func(what string, percent int, left string) string {
		return fmt.Sprintf("%s %d %%", what, percent) + either(left != "", ", 남은 시간 약 "+left, "")
	},
	NewestSeal: func(hash string) string {
		return either(hash == "", "아직 봉인이 없습니다", "마지막 봉인: "+hash)
	},
	BackedUp: func(file string, r bank.Report) string {
		return file + "에 백업했습니다" + either(r.Accounts > 0, fmt.Sprintf(". 장부가 맞습니다: 계좌 %d, 거래 %d", r.Accounts, r.Entries), "(이전 버전 그대로)")
	},
	RestoreQuestion: func(file, path string) string {
		return path + " 은행을 " + file + " 내용으로 바꿀까요? 지금 은행은 옆에 보관합니다."
	},
	RestoredFrom: func(file, path string, r bank.Report) string {
		return fmt.Sprintf("%s 은행을 %s 내용으로 되돌렸습니다. 장부가 맞습니다: 계좌 %d, 거래 %d", path, file, r.Accounts, r.Entries)
	},
	KeptReplaced:  func(path string) string { return "바뀌기 전의 은행: " + path },
	ResetQuestion: func(path string) string { return path + " 은행과 그 안의 모든 거래를 버릴까요?" },
	Prompt:        "비밀번호: ",
	SecondsLeft:   func(n int) string { return itoa(n) + "초 남음" },
	Totals: func(opening, in string, inCount int, out string, outCount int, closing string) string {
		return fmt.Sprintf("시작 %s   입금 %d건 · %s   출금 %d건 · %s   끝 %s", opening, inCount, in, outCount, out, closing)
	},
	Provoke: provokeKO,
	Kind: named(map[string]string{
		"transfer": "이체", "salary": "급여", "card": "카드", "bill": "공과금", "cash": "현금", "interest": "이자",
		"fee": "수수료", "exchange": "환전", "opening": "개설", "reversal": "취소",
	}),
	AccountStatus:  named(map[bank.AccountStatus]string{bank.AccountOpen: "정상", bank.AccountFrozen: "정지", bank.AccountClosed: "해지"}),
	TransferStatus: named(map[bank.TransferStatus]string{bank.Completed: "완료", bank.Rejected: "거절", bank.Checking: "확인 중", bank.Scheduled: "대기", bank.Cancelled: "취소"}),
}

// verifiedKO names the parts of verifying.
var verifiedKO = map[bank.Part]string{
	bank.PartPages: "페이지", bank.PartStructure: "구조", bank.PartBooks: "장부", bank.PartSeals: "봉인", bank.PartSignatures: "전자서명",
}

const lookupKO = `조회용으로만 로그인하며, 열려 있는 접속은 끝나지 않습니다. 비밀번호는 터미널에서
묻거나, --password-stdin이 있으면 표준 입력의 첫 줄에서 읽습니다. 명령줄에는
쓰지 않습니다.
`

var commandCheckKO = CommandCheck{
	About: "항목", Verdict: "결과", Is: "내용", OK: "정상", Ill: "이상",
	Terminal: "터미널", Size: "창 크기", Colors: "색", Locale: "로캘", Folder: "데이터 폴더", Bank: "은행",
	NotSet: "없음", Unknown: "알 수 없음", NotYet: "아직 없음: 처음 시작할 때 만듭니다",
	NoTerminal: func(in, out bool, name string) string {
		return "입력은 터미널" + either(in, "임", "이 아님") + ", 출력은 터미널" + either(out, "임", "이 아님") + ", TERM " + name
	},
	NoTerminalAdvice: "TERM이 있는 터미널(예: xterm-256color)에서 실행하세요. smartbank play와 다른 명령은 터미널 없이도 됩니다",
	SizeAdvice:       func(w, h int) string { return fmt.Sprintf("창을 %d x %d 이상으로 키우세요", w, h) },
	LocaleAdvice:     "smartbank는 UTF-8로 씁니다. 터미널도 UTF-8 로캘(예: LANG=ko_KR.UTF-8)로 맞추세요",
	ModeAdvice:       "이 컴퓨터의 다른 사람이 읽을 수 있습니다:",
	Settings:         "설정",
	Doctor:           doctorKO,
	Before:           func(names string) string { return names + " 먼저" },
	FolderAdvice: func(path string) string {
		return path + "에 쓸 수 없습니다. 다른 폴더를 고르세요: --data DIR"
	},
	Found: func(ill int) Message {
		return Message{"고칠 것이 " + itoa(ill) + "개 있습니다", "할 일은 위에 있습니다"}
	},
}

// fileKO says why a file was not opened, and what to do.
func fileKO(e *bank.FileError) Message {
	elsewhere := "다른 폴더를 고르세요: --data DIR"
	switch e.Reason {
	case bank.FileMissing:
		return Message{e.Path + "에 은행이 없습니다", "만들기: smartbank bank seed"}
	case bank.FileForeign:
		return Message{e.Path + "은(는) 이 프로그램의 은행이 아니어서 건드리지 않았습니다", elsewhere}
	case bank.FileNewer:
		return Message{fmt.Sprintf("%s은(는) 더 새로운 smartbank가 쓴 은행이어서(장부 버전 %d) 건드리지 않았습니다", e.Path, e.Version), "새 smartbank를 쓰거나, " + elsewhere}
	case bank.FileOlder:
		return Message{fmt.Sprintf("%s은(는) 이전 버전의 smartbank가 쓴 은행이어서(장부 버전 %d) 건드리지 않았습니다", e.Path, e.Version), "smartbank로 한 번 열면 옆에 사본을 남기고 새 버전으로 바꿉니다. 그다음 검증하세요"}
	case bank.FileTruncated:
		return Message{e.Path + " 파일이 잘려 있어 건드리지 않았습니다", "파일을 옮기고 백업을 되돌리거나(smartbank bank restore FILE), " + elsewhere}
	case bank.FileDenied:
		return Message{e.Path + " 파일을 읽고 쓸 수 없습니다", "smartbank doctor로 확인하거나, " + elsewhere}
	case bank.FileLocked:
		return Message{"다른 프로그램이 " + e.Path + " 파일을 쓰고 있습니다", "그 프로그램을 끝내고 다시 해 보세요"}
	case bank.FileExists:
		return Message{"이미 파일이 있습니다: " + e.Path, "체험용 은행을 새로 만들려면: smartbank bank reset. 아니면 " + elsewhere}
	case bank.FileAhead:
		return Message{e.Path + " 파일에 이 컴퓨터의 시계보다 하루 넘게 늦은 시각의 거래가 있어 건드리지 않았습니다", "시계를 맞춘 뒤 다시 해 보세요"}
	case bank.FileNetwork:
		return Message{e.Path + " 파일이 다른 컴퓨터의 디스크에 있어 건드리지 않았습니다. 둘이 함께 쓰면 깨집니다", "은행은 이 컴퓨터의 디스크에 두세요: --data DIR. 백업은 어디에 두어도 됩니다"}
	case bank.FileFull:
		return Message{e.Path + " 파일의 디스크에 남은 공간이 없습니다. 그전에 한 일은 안전합니다", "공간을 만든 뒤 다시 해 보세요"}
	case bank.FileBroken:
		return Message{e.Path + " 파일의 디스크가 읽거나 쓰지 못했습니다. 그전에 완료된 일은 안전합니다", "디스크를 점검한 뒤: smartbank bank verify"}
	case bank.FileDamaged:
		return Message{e.Path + " 파일이 손상되었습니다", "파일을 보관하고 백업을 되돌리세요: smartbank bank restore FILE"}
	case bank.FileDiffers:
		return Message{e.Path + " 파일의 장부가 맞지 않습니다: " + cause(e.Err), "이 파일은 쓰지 마세요. 더 오래된 백업은 맞을 수 있습니다"}
	case bank.FileNoFolder:
		return Message{e.Path + " 파일을 둘 폴더가 없습니다", "폴더를 먼저 만들거나 다른 이름을 쓰세요"}
	case bank.FileSame:
		return Message{e.Path + " 파일은 은행 자체입니다", "백업 파일을 쓰세요"}
	case bank.FileReplaced:
		return Message{"그사이 " + e.Path + " 자리에 다른 파일이 들어와 아무것도 기록하지 않았습니다", "끝내고 다시 시작하세요"}
	default:
		return Message{"파일을 쓸 수 없습니다: " + e.Error(), "smartbank doctor로 확인하거나, " + elsewhere}
	}
}
