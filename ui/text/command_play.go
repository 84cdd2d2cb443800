package text

import (
	"fmt"
	"strings"
	"time"
)

// CommandTape holds the words of playing and recording tapes.
type CommandTape struct {
	Record CommandHelp

	// Flags.
	Check, JUnit, JSON, Update, Step, Live, PTY, Speed, Font, Together, OfCode string
	Customers, Years                                                           string // of bank seed

	Passed     func(tape string, steps int) string
	Failed     func(tape string, steps int) string
	Reads      func(tape string, commands int) string
	Summary    func(passed, failed int, took, lasted time.Duration) string
	NotMade    func(tape, output string) string
	Recorded   func(tape string, secrets []string) string
	NoVariable func(tape string, names []string) Message
	NoProgram  func(program string) Message
	NoUser     func(user string) Message
	Exists     func(tape string) Message
	OneTape    Message
	OwnKeys    Message // --pty with certificates that are kept
	NotWritten func(why string) Message
	BadFont    func(font string, err error) Message
	Next       string // the prompt of --step
	Playing    string // several
}

// times is how many times as fast a tape was.
func times(took, lasted time.Duration) string {
	if lasted <= 0 {
		return "1"
	}
	return fmt.Sprintf("%.0f", took.Seconds()/lasted.Seconds())
}

var tapeEN = CommandTape{
	Playing: "playing tapes",
	Record: CommandHelp{"record what you do as a tape", `Opens the bank, and writes what you type into a new tape, with waits where the
program worked. What you type into a field for a secret is not written: the tape
asks the environment for it, and its head says for which variables.

Without --data it is a new demonstration bank in memory, the one that tapes play
on: the tape plays back as it is.`},
	Check: "only read the tapes", JUnit: "write the results as JUnit XML into `FILE`",
	OfCode:   "print the tape that provokes the refusal `CODE`, for smartbank play",
	Together: "play the tapes at the same time, on one bank, clock and clipboard",
	JSON:     "write the results as JSON, an object a line", Update: "write the screens that the tapes expect, instead of comparing them",
	Step: "wait for Enter before every command, and show the screen", Live: "play on this terminal, in real time",
	PTY:   "play on the built program in a pseudo-terminal too, and compare every screen",
	Speed: "with --live: how many times as fast", Font: "draw .png pictures with the TrueType font in `FILE`",
	Customers: "with `N` more customers, whose user IDs are c000001 and so on",
	Years:     "how many years the history of those is long",
	Passed: func(tape string, steps int) string {
		return tape + ": passed, " + itoa(steps) + either(steps == 1, " step", " steps")
	},
	Failed: func(tape string, steps int) string {
		return tape + ": failed after " + itoa(steps) + either(steps == 1, " step", " steps")
	},
	Reads: func(tape string, commands int) string {
		return tape + ": " + itoa(commands) + either(commands == 1, " command", " commands")
	},
	Summary: func(passed, failed int, took, lasted time.Duration) string {
		return fmt.Sprintf("%d passed, %d failed; %v of tape in %v, %s times as fast", passed, failed,
			took.Round(time.Second), lasted.Round(time.Millisecond), times(took, lasted))
	},
	NotMade: func(tape, output string) string {
		return tape + ": " + output + " is not made: .gif, .cast, .png and .svg are"
	},
	Recorded: func(tape string, secrets []string) string {
		if len(secrets) == 0 {
			return "recorded " + tape
		}
		return "recorded " + tape + "; to play it, set " + strings.Join(secrets, ", ")
	},
	NoVariable: func(tape string, names []string) Message {
		return Message{tape + " types " + strings.Join(names, ", ") + ", which the environment does not have", "set it, or write it into the tape: Env " + names[0] + " \"…\""}
	},
	NoProgram: func(program string) Message {
		return Message{"there is no program " + program + " to play yet", "a tape without Set Program and Focus plays the bank"}
	},
	NoUser: func(user string) Message {
		return Message{user + " cannot be logged in with the demonstration's password", "Set User takes demo01 or demo02"}
	},
	Exists: func(tape string) Message {
		return Message{tape + " is there already", "name a new file"}
	},
	OneTape: Message{"one tape at a time can be played like this", "name one FILE.tape"},
	NotWritten: func(why string) Message {
		return Message{why, "a tape writes into the folder that play is started in, and nowhere else"}
	},
	OwnKeys: Message{"--pty plays with certificates of its own, in memory", "leave --keyring and --npki out"},
	BadFont: func(font string, err error) Message {
		return Message{font + " cannot be used: " + err.Error(), "name a TrueType or OpenType font, or leave --font out"}
	},
	Next: "Enter: next   Ctrl+C: stop",
}

var tapeKO = CommandTape{
	Playing: "테이프 재생 중",
	Record: CommandHelp{"하는 일을 테이프로 기록", `은행을 열고, 입력하는 것을 새 테이프에 기록합니다. 프로그램이 일하는 곳에는 대기를
넣습니다. 비밀 칸에 입력한 것은 기록하지 않습니다. 테이프는 그것을 환경변수에서 찾으며,
어느 변수인지 머리말에 적습니다.

--data가 없으면 메모리의 새 체험 은행, 곧 테이프가 재생되는 은행입니다. 테이프는
그대로 재생됩니다.`},
	Check: "테이프를 읽기만 함", JUnit: "결과를 JUnit XML로 `FILE`에 씀",
	OfCode:   "`CODE` 안내를 나오게 하는 테이프를 출력 (smartbank play로 실행)",
	Together: "여러 테이프를 하나의 은행·시계·클립보드에서 함께 실행",
	JSON:     "결과를 JSON으로, 한 줄에 하나씩", Update: "테이프가 기대하는 화면을 비교하지 않고 새로 씀",
	Step: "명령마다 화면을 보이고 Enter를 기다림", Live: "이 터미널에서 실제 시간으로 재생",
	PTY:   "실제 프로그램을 의사 터미널에서도 재생하고 모든 화면을 비교",
	Speed: "--live에서 몇 배 빠르게", Font: "`FILE`의 트루타입 글꼴로 .png를 그림",
	Customers: "고객 `N`명 더 만들기(아이디 c000001부터)",
	Years:     "그 고객들의 거래내역 기간(년)",
	Passed:    func(tape string, steps int) string { return tape + ": 통과, " + itoa(steps) + "단계" },
	Failed:    func(tape string, steps int) string { return tape + ": " + itoa(steps) + "단계 뒤 실패" },
	Reads:     func(tape string, commands int) string { return tape + ": 명령 " + itoa(commands) + "개" },
	Summary: func(passed, failed int, took, lasted time.Duration) string {
		return fmt.Sprintf("통과 %d, 실패 %d; 테이프 시간 %v, 실제 시간 %v, %s배", passed, failed,
			took.Round(time.Second), lasted.Round(time.Millisecond), times(took, lasted))
	},
	NotMade: func(tape, output string) string {
		return tape + ": " + output + "은(는) 만들지 않습니다. .gif, .cast, .png, .svg는 만듭니다"
	},
	Recorded: func(tape string, secrets []string) string {
		if len(secrets) == 0 {
			return tape + "에 기록했습니다"
		}
		return tape + "에 기록했습니다. 재생하려면 다음을 설정하세요: " + strings.Join(secrets, ", ")
	},
	NoVariable: func(tape string, names []string) Message {
		return Message{tape + "이(가) 입력하는 환경변수가 없습니다: " + strings.Join(names, ", "), "환경변수로 설정하거나 테이프에 쓰세요: Env " + names[0] + " \"…\""}
	},
	NoProgram: func(program string) Message {
		return Message{program + " 프로그램은 아직 재생할 수 없습니다", "Set Program과 Focus가 없는 테이프는 은행을 재생합니다"}
	},
	NoUser: func(user string) Message {
		return Message{user + "은(는) 체험 비밀번호로 로그인할 수 없습니다", "Set User는 demo01 또는 demo02입니다"}
	},
	Exists: func(tape string) Message {
		return Message{tape + "이(가) 이미 있습니다", "새 파일 이름을 쓰세요"}
	},
	OneTape: Message{"이렇게는 한 번에 테이프 하나만 재생합니다", "FILE.tape 하나만 쓰세요"},
	NotWritten: func(why string) Message {
		return Message{why, "테이프는 play를 실행한 폴더에만 씁니다"}
	},
	OwnKeys: Message{"--pty는 메모리에 둔 별도의 인증서로 재생합니다", "--keyring과 --npki를 빼세요"},
	BadFont: func(font string, err error) Message {
		return Message{font + "을(를) 쓸 수 없습니다: " + err.Error(), "트루타입이나 오픈타입 글꼴을 쓰거나 --font를 빼세요"}
	},
	Next: "Enter: 다음   Ctrl+C: 중단",
}
