package text

// CommandDoctor holds what the doctor says of the terminal's widths and of the
// clock.
type CommandDoctor struct {
	Width, Clock, Zone        string
	Widths                    func(signs, want, hangul, wantHangul int) string
	WidthAdvice, HangulAdvice string
	Ruler                     func(signs string, cells int) string
	ClockAdvice, ZoneNote     string
	NoFile                    string // of settings
}

var doctorEN = CommandDoctor{
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
