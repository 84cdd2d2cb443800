package text

// Component holds the words of fields, tables and dialogs.
type Component struct {
	Won           func(grouped string) string         // 50,000 won
	WonUnit       string                              // behind the amount field
	Read          func(reading string) string         // how won are read: in Korean in both languages
	Quick         string                              // the amount field's keys that add
	QuickAll      string                              // and the one for all there is
	Date          string                              // the shape of a date
	StepOf        func(current, of int) string        // where there is no room for all names
	Position      func(current int, of string) string // the chosen row of a table
	AtLeast       func(rows int) string               // how many rows there are, while more can be loaded
	OK            string                              // closes a notice
	NoRows        string
	NoMatch       string // typed to find an option, and there is none
	NoMatchAdvice string // what to do then

	// A period: its names, its days, and the form that asks for them.
	Today, Week, Month, Quarter, Custom string
	Days                                func(from, to string) string // 2026-10-06 – 11-05
	FirstDay, LastDay                   string
	BadDate                             Message
}

var componentEN = Component{
	Won:     func(grouped string) string { return grouped + " won" },
	WonUnit: "won",
	Read:    readWon,
	Quick:   "q +10k  w +50k  e +100k  t +1M", QuickAll: "a all",
	Date:     "YYYY-MM-DD",
	StepOf:   func(current, of int) string { return itoa(current) + " of " + itoa(of) },
	Position: func(current int, of string) string { return itoa(current) + " of " + of },
	AtLeast:  func(rows int) string { return itoa(rows) + "+" },
	OK:       "OK",
	NoRows:   "There is nothing to show.",
	NoMatch:  "nothing found", NoMatchAdvice: "Backspace and type again, or Esc to close",

	Today: "Today", Week: "1 week", Month: "1 month", Quarter: "3 months", Custom: "Custom",
	Days:     func(from, to string) string { return from + " – " + to },
	FirstDay: "First day", LastDay: "Last day",
	BadDate: Message{"This is not a date.", "Type year, month and day, such as 2026-11-05."},
}

var componentKO = Component{
	Won:     func(grouped string) string { return grouped + "원" },
	WonUnit: "원",
	Read:    readWon,
	Quick:   "q +1만  w +5만  e +10만  t +100만", QuickAll: "a 전액",
	Date:     "YYYY-MM-DD",
	StepOf:   func(current, of int) string { return itoa(current) + "/" + itoa(of) + "단계" },
	Position: func(current int, of string) string { return itoa(current) + " / " + of },
	AtLeast:  func(rows int) string { return itoa(rows) + "+" },
	OK:       "확인",
	NoRows:   "내역이 없습니다.",
	NoMatch:  "찾는 항목이 없습니다", NoMatchAdvice: "지우고 다시 입력하거나 Esc를 누르세요",

	Today: "오늘", Week: "1주일", Month: "1개월", Quarter: "3개월", Custom: "직접 입력",
	Days:     func(from, to string) string { return from + " ~ " + to },
	FirstDay: "시작일", LastDay: "종료일",
	BadDate: Message{"날짜가 아닙니다.", "2026-11-05처럼 연, 월, 일을 입력해 주세요."},
}

func readWon(reading string) string { return reading + " 원" }
