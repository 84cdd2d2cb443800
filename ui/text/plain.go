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
	Code       string // what a QR code holds
	Step       func(at, of int, name string) string
	Left       func(left time.Duration) string // before a time runs out
	OnlyDigits string
	Digits     func(n int) string
	Seconds    func(d time.Duration) string // "1 minute 5 seconds"
	Copied     func(value string) string    // where there is no clipboard: what would be there
}

var plainEN = Plain{
	Up: "up ", Down: "down ", Minus: "minus ",
	Course: "Course", Code: "Code",
	Step: func(at, of int, name string) string {
		return "Step " + itoa(at) + " of " + itoa(of) + ", " + name
	},
	Left:       func(d time.Duration) string { return secondsEN(d) + " left" },
	OnlyDigits: "digits",
	Digits:     func(n int) string { return itoa(n) + either(n == 1, " digit", " digits") },
	Seconds:    secondsEN,
	Copied:     func(value string) string { return "To be copied: " + value },
}

var plainKO = Plain{
	Up: "상승 ", Down: "하락 ", Minus: "마이너스 ",
	Course: "추이", Code: "코드",
	Step: func(at, of int, name string) string {
		return itoa(of) + "단계 중 " + itoa(at) + "단계, " + name
	},
	Left:       func(d time.Duration) string { return secondsKO(d) + " 남음" },
	OnlyDigits: "숫자",
	Digits:     func(n int) string { return "숫자 " + itoa(n) + "자리" },
	Seconds:    secondsKO,
	Copied:     func(value string) string { return "복사할 내용: " + value },
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
