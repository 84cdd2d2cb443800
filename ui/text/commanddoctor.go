package text

// CommandDoctor holds what the doctor says of the terminal, its widths and its cursor, and of the
// clock.
type CommandDoctor struct {
	Told   string // there is no drawing here
	Colors func(n int) string

	AllColors, NoColors string

	Cursor, CursorGoes, CursorSilent, CursorSilentAdvice, CursorAdvice string
	CursorWent                                                         func(column, want int) string
	ClockBehind                                                        func(now, newest string) string
	ClockBehindAdvice                                                  string

	Width, Clock, Zone        string
	Widths                    func(signs, want, hangul, wantHangul int) string
	WidthAdvice, HangulAdvice string
	Ruler                     func(signs string, cells int) string
	ClockAdvice, ZoneNote     string
	NoFile                    string // of settings
}

var doctorEN = CommandDoctor{
	Told:   "nothing is drawn, the bank talks in lines (--plain)",
	Colors: func(n int) string { return itoa(n) + " colours" }, AllColors: "16.7 million colours", NoColors: "none: nothing is told by colour alone",
	Cursor: "Cursor", CursorGoes: "goes where it is sent", CursorSilent: "does not tell where it is",
	CursorSilentAdvice: "if Hangul is composed elsewhere than where you type, use another terminal, or smartbank --plain",
	CursorAdvice:       "pages would be torn: set TERM to what this terminal is, or use smartbank --plain",
	CursorWent: func(column, want int) string {
		return "went to column " + itoa(column) + " when it was sent to " + itoa(want)
	},
	ClockBehind: func(now, newest string) string {
		return now + ", more than a day before the newest entry of the bank, " + newest
	},
	ClockBehindAdvice: "set the machine's clock: the bank is not opened before, since orders would be booked on wrong days",

	Width: "Width", Clock: "Clock", Zone: "Time zone",
	Widths: func(signs, want, hangul, wantHangul int) string {
		return "signs " + itoa(signs) + " of " + itoa(want) + " cells, Hangul " + itoa(hangul) + " of " + itoa(wantHangul)
	},
	WidthAdvice:  "the terminal draws lines and dots two cells wide: set ambiguous characters to narrow there, or run smartbank --glyphs ascii",
	HangulAdvice: "the terminal does not draw Hangul two cells wide: choose a font and a UTF-8 locale that have it",
	Ruler: func(signs string, cells int) string {
		return "the next two lines must be as long as each other; if not, run smartbank --glyphs ascii\n" + signs + "|\n" + digits(cells) + "|"
	},
	ClockAdvice: "set the machine's clock: one-time passwords and certificates depend on it",
	ZoneNote:    "the bank's days are Seoul's",
	NoFile:      "not there: everything has its default",
}

var doctorKO = CommandDoctor{
	Told:   "화면을 그리지 않고 줄 단위로 안내합니다 (--plain)",
	Colors: func(n int) string { return itoa(n) + "색" }, AllColors: "1,677만 색", NoColors: "없음: 색으로만 알리는 내용은 없습니다",
	Cursor: "커서", CursorGoes: "지정한 자리로 움직입니다", CursorSilent: "위치를 알려 주지 않습니다",
	CursorSilentAdvice: "한글이 입력하는 자리와 다른 곳에서 조합되면 다른 터미널이나 smartbank --plain을 쓰세요",
	CursorAdvice:       "화면이 깨질 수 있습니다. TERM을 이 터미널에 맞추거나 smartbank --plain을 쓰세요",
	CursorWent: func(column, want int) string {
		return itoa(want) + "번째 칸으로 보냈는데 " + itoa(column) + "번째 칸에 있습니다"
	},
	ClockBehind: func(now, newest string) string {
		return now + ", 은행의 마지막 거래(" + newest + ")보다 하루 넘게 이릅니다"
	},
	ClockBehindAdvice: "컴퓨터의 시계를 맞추세요. 거래 날짜가 틀리지 않도록 그 전에는 은행을 열지 않습니다",

	Width: "글자 폭", Clock: "시계", Zone: "시간대",
	Widths: func(signs, want, hangul, wantHangul int) string {
		return "기호 " + itoa(signs) + "/" + itoa(want) + "칸, 한글 " + itoa(hangul) + "/" + itoa(wantHangul) + "칸"
	},
	WidthAdvice:  "터미널이 선과 점을 두 칸으로 그립니다. 터미널에서 모호한 글자 폭을 좁게 하거나 smartbank --glyphs ascii로 실행하세요",
	HangulAdvice: "터미널이 한글을 두 칸으로 그리지 않습니다. 한글 글꼴과 UTF-8 로캘을 쓰세요",
	Ruler: func(signs string, cells int) string {
		return "다음 두 줄의 길이가 같아야 합니다. 다르면 smartbank --glyphs ascii로 실행하세요\n" + signs + "|\n" + digits(cells) + "|"
	},
	ClockAdvice: "컴퓨터의 시계를 맞추세요. 일회용 비밀번호와 인증서에 필요합니다",
	ZoneNote:    "은행의 날짜는 서울 기준입니다",
	NoFile:      "없음: 모두 기본값",
}

// digits is a ruler of so many cells, up to nine.
func digits(cells int) string { return "123456789"[:min(cells, 9)] }
