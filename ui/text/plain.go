package text

import (
	"strings"
	"time"
)

// Plain holds the words of the program as a conversation: what is said instead of being drawn, and what is said of
// talking itself.
type Plain struct {
	// What signs mean where they are not drawn.
	Up, Down, Minus string

	Course     string // of a chart, before its points
	Step       func(at, of int, name string) string
	Left       func(left time.Duration) string // before a time runs out
	OnlyDigits string
	Date       string // how one is typed
	Digits     func(n int) string
	Copied     func(value string) string // where there is no clipboard: what would be there

	Opening                          []string // how to talk
	Command, Number, NumberOrCommand string   // prompts where nothing is filled in
	Ask                              func(label, shape, now, hint string) string
	AskLink                          func(label, about string) string // of what opens something else by a 1
	NoLink                           string                           // was typed for it
	Fields                           func(n int) string               // of a form
	Empty                            string                           // of a field
	Typed                            func(n int) string               // of a secret: how much
	Options                          func(n int) string               // of a choice, more than are said
	Matches                          func(n int) string               // options that what was typed may mean
	NoMatch                          string
	NotTaken                         func(label, shape string) string
	Dotted                           func(command string) string    // of a command that was typed into a field without its dot
	Rows                             func(total, loaded int) string // of a list; a total of 0 is not known
	SameRows                         func(total int) string         // a list that was said before
	MoreRows                         func(left int) string          // not said yet; 0 is not known
	NoMore                           string
	Chosen                           func(n int) string
	NoNumber                         func(most int) string
	NoCommand                        func(field bool) string // what was typed is not said again: it may be a secret, typed too early
	Working                          func(passed time.Duration) string
	Done, Nothing                    string
	Span                             func(from, to string) string // from and to, which are digits
	Signs                            map[rune]string              // what signs are called that are named in a sentence, which most screen readers pass over
	Picked                           func(word string) string     // among others in a line
	IdleWarning                      func(left time.Duration) string
	Stayed                           string

	Here, Everywhere          string // before what can be done
	ANumber                   string // what is typed to open a row
	InFields, Again, MoreHelp string
}

var plainEN = Plain{
	Up: "up ", Down: "down ", Minus: "minus ",
	Course: "Course",
	Step: func(at, of int, name string) string {
		return "Step " + itoa(at) + " of " + itoa(of) + ": " + name + "."
	},
	Left:       func(d time.Duration) string { return secondsEN(d) + " left." },
	OnlyDigits: "digits",
	Date:       "year, month and day in 8 digits",
	Digits:     func(n int) string { return itoa(n) + either(n == 1, " digit", " digits") },
	Copied:     func(value string) string { return "To be copied: " + value },

	Opening: []string{
		"Smart Banking as a conversation. Type an answer and press Enter.",
		"Where something can be opened, type its number. Commands are letters: b goes back, 0 opens All Menus, h says what can be done, l speaks Korean, q leaves.",
		"In a field a line is its value, an empty line keeps the value there is, and commands begin with a dot, such as .b and .h.",
	},
	Command: "Command:", Number: "Number:", NumberOrCommand: "Number or command:",
	Ask: func(label, shape, now, hint string) string {
		if shape != "" {
			label += ", " + shape
		}
		switch {
		case now != "":
			label += ", now " + now
		case hint != "":
			label += ", if empty " + hint
		}
		return label + ":"
	},
	AskLink: func(label, about string) string { return label + " (" + about + "), 1 opens it:" },
	NoLink:  "Nothing is entered here. 1 opens it, an empty line goes on.",
	Fields:  func(n int) string { return itoa(n) + " fields to fill in." },
	Empty:   "empty",
	Typed:   func(n int) string { return itoa(n) + " typed" },
	Options: func(n int) string {
		return itoa(n) + " to choose from: type a part of the name, or a number; + says them all."
	},
	Matches: func(n int) string { return itoa(n) + " match. Type a number, or more of the name." },
	NoMatch: "Nothing there is called that. + says all.",
	NotTaken: func(label, shape string) string {
		if shape == "" {
			return "That cannot be entered in " + label + "."
		}
		return "That cannot be entered in " + label + ". It takes: " + shape + "."
	},
	Dotted: func(command string) string { return "Here commands begin with a dot: ." + command + " for this one." },
	Rows: func(total, loaded int) string {
		if total == 0 {
			return "A list of more than " + itoa(loaded) + "."
		}
		return "A list of " + itoa(total) + "."
	},
	SameRows: func(total int) string { return "The list of " + itoa(total) + " is the same; + says it again." },
	MoreRows: func(left int) string {
		if left == 0 {
			return "There are more: + says them."
		}
		return itoa(left) + " more: + says them."
	},
	NoMore: "There is no more.",
	Chosen: func(n int) string { return "Number " + itoa(n) + " is chosen." },
	NoNumber: func(most int) string {
		return "That is none of them. Type a number from 1 to " + itoa(most) + "."
	},
	NoCommand: func(field bool) string {
		if field {
			return "That command does nothing here. .h says what can be done. A value that begins with a dot is typed with two."
		}
		return "That does nothing here. h says what can be done."
	},
	Working: func(d time.Duration) string { return "Working, " + secondsEN(d) + ". b cancels." },
	Done:    "Done.", Nothing: "Nothing changed. h says what can be done.",
	Span: func(from, to string) string { return from + " to " + to },
	Signs: map[rune]string{
		'\'': "apostrophe", '"': "quotation mark", '\\': "backslash", '|': "bar", '₩': "won sign", '!': "exclamation mark", '#': "number sign",
	},
	Picked: func(word string) string { return "  " + word + " (chosen)  " },
	IdleWarning: func(d time.Duration) string {
		return "You will be logged out in " + secondsEN(d) + ". An empty line keeps you logged in."
	},
	Stayed: "You stay logged in.",

	Here: "What can be typed here:", Everywhere: "Everywhere:",
	ANumber:  "a number",
	InFields: "In a field commands begin with a dot. A value that begins with a dot is typed with two.",
	Again:    "A dot alone says the page again, with every field.",
	MoreHelp: "+ says more of a list. A letter and a number do something with that row, such as y 2.",
}

var plainKO = Plain{
	Up: "상승 ", Down: "하락 ", Minus: "마이너스 ",
	Course: "추이",
	Step: func(at, of int, name string) string {
		return itoa(of) + "단계 중 " + itoa(at) + "단계: " + name
	},
	Left:       func(d time.Duration) string { return secondsKO(d) + " 남았습니다." },
	OnlyDigits: "숫자",
	Date:       "연월일 8자리",
	Digits:     func(n int) string { return "숫자 " + itoa(n) + "자리" },
	Copied:     func(value string) string { return "복사할 내용: " + value },

	Opening: []string{
		"대화형 스마트뱅킹입니다. 답을 입력하고 Enter를 눌러 주세요.",
		"항목은 번호로 엽니다. 명령은 글자입니다. b는 뒤로, 0은 전체메뉴, h는 도움말, l은 영어, q는 끝내기입니다.",
		"입력란에서는 입력한 줄이 그 값이 되고, 빈 줄은 지금 값을 그대로 둡니다. 입력란의 명령은 .b, .h처럼 점으로 시작합니다.",
	},
	Command: "명령:", Number: "번호:", NumberOrCommand: "번호 또는 명령:",
	Ask: func(label, shape, now, hint string) string {
		if shape != "" {
			label += ", " + shape
		}
		switch {
		case now != "":
			label += ", 현재 " + now
		case hint != "":
			label += ", 비우면 " + hint
		}
		return label + ":"
	},
	AskLink: func(label, about string) string { return label + "(" + about + "), 열기는 1:" },
	NoLink:  "여기에는 입력하지 않습니다. 1을 입력하면 열고, 빈 줄을 입력하면 다음으로 갑니다.",
	Fields:  func(n int) string { return "입력 항목은 " + itoa(n) + "개입니다." },
	Empty:   "비어 있음",
	Typed:   func(n int) string { return itoa(n) + "자 입력함" },
	Options: func(n int) string {
		return "선택 항목은 " + itoa(n) + "개입니다. 이름의 일부나 번호를 입력해 주세요. +를 입력하면 모두 들려 드립니다."
	},
	Matches: func(n int) string {
		return itoa(n) + "개가 있습니다. 번호를 입력하거나 이름을 더 입력해 주세요."
	},
	NoMatch: "그런 이름의 항목이 없습니다. +를 입력하면 모두 들려 드립니다.",
	NotTaken: func(label, shape string) string {
		if shape == "" {
			return label + " 항목에 입력할 수 없는 값입니다."
		}
		return label + " 항목에 입력할 수 없는 값입니다. 입력 형식은 " + shape + "입니다."
	},
	Dotted: func(command string) string {
		return "여기서 명령은 점으로 시작합니다. 명령이라면 ." + command + "로 입력해 주세요."
	},
	Rows: func(total, loaded int) string {
		if total == 0 {
			return "목록 " + itoa(loaded) + "건 이상입니다."
		}
		return "목록 " + itoa(total) + "건입니다."
	},
	SameRows: func(total int) string {
		return "목록 " + itoa(total) + "건은 그대로입니다. +를 입력하면 다시 들려 드립니다."
	},
	MoreRows: func(left int) string {
		if left == 0 {
			return "더 있습니다. +를 입력하면 이어서 들려 드립니다."
		}
		return itoa(left) + "건 더 있습니다. +를 입력하면 이어서 들려 드립니다."
	},
	NoMore: "더 없습니다.",
	Chosen: func(n int) string { return itoa(n) + "번을 선택했습니다." },
	NoNumber: func(most int) string {
		return "해당하는 항목이 없습니다. 1부터 " + itoa(most) + " 사이의 번호를 입력해 주세요."
	},
	NoCommand: func(field bool) string {
		if field {
			return "여기서 쓸 수 없는 명령입니다. 도움말은 .h입니다. 점으로 시작하는 값은 점을 두 번 입력해 주세요."
		}
		return "여기서 쓸 수 없는 명령입니다. 도움말은 h입니다."
	},
	Working: func(d time.Duration) string {
		return "처리 중입니다. " + secondsKO(d) + " 지났습니다. b를 입력하면 취소합니다."
	},
	Done: "처리를 마쳤습니다.", Nothing: "바뀐 내용이 없습니다. 도움말은 h입니다.",
	Span: func(from, to string) string {
		if strings.ContainsAny(from, "-:") { // days and times
			return from + "부터 " + to + "까지"
		}
		return from + "에서 " + to
	},
	Signs: map[rune]string{
		'\'': "작은따옴표", '"': "큰따옴표", '\\': "역슬래시", '|': "세로줄", '₩': "원화 기호", '!': "느낌표", '#': "샵 기호",
	},
	Picked: func(word string) string { return "  " + word + " (선택)  " },
	IdleWarning: func(d time.Duration) string {
		return secondsKO(d) + " 뒤에 로그아웃됩니다. 빈 줄을 입력하면 로그인이 유지됩니다."
	},
	Stayed: "로그인이 유지됩니다.",

	Here: "여기서 쓸 수 있는 입력:", Everywhere: "어디서나:",
	ANumber:  "번호",
	InFields: "입력란의 명령은 점으로 시작합니다. 점으로 시작하는 값은 점을 두 번 입력해 주세요.",
	Again:    "점 하나만 입력하면 모든 항목과 함께 화면을 다시 들려 드립니다.",
	MoreHelp: "+는 목록을 이어서 들려 드립니다. y 2처럼 글자와 번호를 함께 입력하면 그 항목에 적용됩니다.",
}

// secondsEN is a time in minutes and seconds, rounded up.
func secondsEN(d time.Duration) string {
	minutes, seconds := minutesAndSeconds(d)
	var parts []string
	if minutes > 0 {
		parts = append(parts, itoa(minutes)+either(minutes == 1, " minute", " minutes"))
	}
	if seconds > 0 || minutes == 0 {
		parts = append(parts, itoa(seconds)+either(seconds == 1, " second", " seconds"))
	}
	return strings.Join(parts, " ")
}

func secondsKO(d time.Duration) string {
	minutes, seconds := minutesAndSeconds(d)
	var parts []string
	if minutes > 0 {
		parts = append(parts, itoa(minutes)+"분")
	}
	if seconds > 0 || minutes == 0 {
		parts = append(parts, itoa(seconds)+"초")
	}
	return strings.Join(parts, " ")
}

func minutesAndSeconds(d time.Duration) (minutes, seconds int) {
	whole := int((max(d, 0) + time.Second - 1) / time.Second)
	return whole / 60, whole % 60
}
