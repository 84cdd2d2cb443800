package text

// CommandValid holds the words of `smartbank check`.
type CommandValid struct {
	Check, IBAN, BIC, MT103, Pacs008 CommandHelp

	JSON    string // the flag
	OK      string // what a good value is
	Nothing Message
	NotRead string                              // a file that cannot be read
	Where   func(field string, line int) string // a place in a message
}

var validEN = CommandValid{
	Check: CommandHelp{"check account numbers, bank codes and messages", `Checks values by their standards, without a bank: ISO 13616, ISO 9362, SWIFT
MT and ISO 20022. Whether an account or a bank exists cannot be known here.

With --json it writes an object a line:
{"input": …, "ok": true or false, "code": …, "problem": …, "country": …}.
Codes are stable; for an MT103 they are SWIFT's error codes where there are some.

Exit codes: 0 all are good; 1 one is not; 2 wrong usage.`},
	IBAN: CommandHelp{"check IBANs", `Checks the country, its length and structure, the check digits, and mod 97.
Without VALUE it reads a value from each line of stdin.`},
	BIC: CommandHelp{"check BICs", `Checks the length, the characters and the country.
Without VALUE it reads a value from each line of stdin.`},
	MT103: CommandHelp{"check SWIFT MT103 messages", `Checks the blocks, the fields and their order, and the network validated
rules. Without FILE it reads one message from stdin.`},
	Pacs008: CommandHelp{"check ISO 20022 pacs.008 messages", `Checks a pacs.008.001.08, by itself or in an envelope, by the usage guidelines
of CBPR+. Without FILE it reads one message from stdin.`},
	JSON: "write JSON, an object a line", OK: "ok", NotRead: "the file cannot be read",
	Nothing: Message{"there is nothing to check", "give a value, or a line of stdin for each"},
	Where: func(field string, line int) string {
		return either(field != "", field, "") + either(field != "" && line > 0, ", ", "") + either(line > 0, "line "+itoa(line), "")
	},
}

var validKO = CommandValid{
	Check: CommandHelp{"계좌번호, 은행 코드, 전문 확인", `은행 없이 표준에 맞는지 확인합니다: ISO 13616, ISO 9362, SWIFT MT, ISO 20022.
그 계좌나 은행이 정말 있는지는 알 수 없습니다.

--json은 한 줄에 객체 하나를 씁니다:
{"input": …, "ok": true 또는 false, "code": …, "problem": …, "country": …}.
코드는 바뀌지 않습니다. MT103은 SWIFT의 오류 코드가 있으면 그 코드입니다.

종료 코드: 0 모두 맞음, 1 맞지 않는 것이 있음, 2 잘못된 사용.`},
	IBAN: CommandHelp{"IBAN 확인", `국가, 국가별 길이와 구조, 검증번호, mod 97을 확인합니다.
VALUE가 없으면 표준 입력에서 한 줄에 하나씩 읽습니다.`},
	BIC: CommandHelp{"BIC 확인", `길이, 글자, 국가를 확인합니다.
VALUE가 없으면 표준 입력에서 한 줄에 하나씩 읽습니다.`},
	MT103: CommandHelp{"SWIFT MT103 전문 확인", `블록, 필드와 순서, 네트워크 검증 규칙을 확인합니다.
FILE이 없으면 표준 입력에서 전문 하나를 읽습니다.`},
	Pacs008: CommandHelp{"ISO 20022 pacs.008 전문 확인", `pacs.008.001.08을 CBPR+ 사용 지침에 따라 확인합니다. 봉투 안에 있어도 됩니다.
FILE이 없으면 표준 입력에서 전문 하나를 읽습니다.`},
	JSON: "JSON으로 쓰기 (한 줄에 객체 하나)", OK: "맞음", NotRead: "파일을 읽을 수 없습니다",
	Nothing: Message{"확인할 것이 없습니다", "값을 주거나 표준 입력에 한 줄에 하나씩 주세요"},
	Where: func(field string, line int) string {
		return either(field != "", field, "") + either(field != "" && line > 0, " ", "") + either(line > 0, itoa(line)+"번째 줄", "")
	},
}
