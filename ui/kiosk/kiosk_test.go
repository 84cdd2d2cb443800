package kiosk

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank/banktest"
	"smartbank/ui/headless"
	"smartbank/ui/screen"
	"smartbank/ui/theme"
)

// TestEveryVisitEnds ends visits in every way there is, and each leads to the attract
// loop with nothing left open.
func TestEveryVisitEnds(t *testing.T) {
	t.Parallel()
	ends := []struct {
		name string
		do   func(*stand)
	}{
		{"I am finished", func(s *stand) { s.Press("f9") }},
		{"Ctrl+C", func(s *stand) { s.Press("ctrl+c") }},
		{"Ctrl+Z", func(s *stand) { s.Press("ctrl+z") }},
		{`Ctrl+\`, func(s *stand) { s.Press(`ctrl+\`) }},
		{"a signal", func(s *stand) { s.Send(Interrupted{}) }},
		{"nobody presses a key", func(s *stand) { s.Advance(IdleAfter + Countdown) }},
		{"ten minutes are over, whatever is pressed", func(s *stand) {
			for range 121 {
				s.Advance(5 * time.Second)
				if s.kiosk.phase == visiting {
					s.Press("f10")
				}
			}
		}},
		{"the program quits by itself", func(s *stand) {
			msg := s.kiosk.visit.watch(tea.Quit)()
			s.Send(msg)
		}},
		{"a message panics", func(s *stand) {
			s.kiosk.visit.app = nil
			s.Press("a")
		}},
		{"drawing panics", func(s *stand) {
			s.kiosk.visit.app = nil
			s.kiosk.View()
			s.Advance(time.Second)
		}},
		{"a command panics", func(s *stand) { s.Send(s.kiosk.visit.watch(func() tea.Msg { panic("typed: 7391") })()) }},
		{"one of several commands panics", func(s *stand) {
			batch, _ := s.kiosk.visit.watch(tea.Batch(func() tea.Msg { return nil }, func() tea.Msg { panic("typed: 7391") }))().(tea.BatchMsg)
			for _, cmd := range batch {
				if msg := cmd(); msg != nil {
					s.Send(msg)
				}
			}
		}},
		{"work panics", func(s *stand) {
			_, cmd := fixed{cmd: stamped{s.kiosk.config.Clock, s.kiosk.visits}.Work(func() tea.Msg { panic("typed: 7391") })}.Update(nil)
			d := headless.New(fixed{cmd: cmd, to: s.Driver}, s.clock, 1, 1)
			d.Press("a")
		}},
		{"three wrong PINs", func(s *stand) {
			s.Press("ctrl+p")
			for range 3 {
				s.Type("1111\n")
			}
		}},
	}
	for _, end := range ends {
		t.Run(end.name, func(t *testing.T) {
			t.Parallel()
			s := start(t, usual)
			s.visit("2")
			end.do(s)
			if s.kiosk.visit != nil {
				t.Fatalf("the visit goes on:\n%s", s.Text())
			}
			s.Advance(10 * time.Second)
			if s.kiosk.phase != attracting {
				t.Errorf("this is not the attract loop:\n%s", s.Text())
			}
			if s.Quit() {
				t.Error("the kiosk was left")
			}
			s.visit("6") // and the next one begins
			s.shows("전체메뉴")
			s.Press("f9")
		})
	}
}

// fixed is a program that runs a command, and hands its messages on.
type fixed struct {
	cmd tea.Cmd
	to  *headless.Driver
}

func (f fixed) Init() tea.Cmd  { return nil }
func (f fixed) View() tea.View { return tea.View{} }
func (f fixed) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg.(type) {
	case of:
		f.to.Send(msg)
		return f, nil
	case nil, tea.KeyPressMsg:
		return f, f.cmd
	}
	return f, nil
}

// TestIdle asks whether somebody is there, and goes on if so.
func TestIdle(t *testing.T) {
	t.Parallel()
	s := start(t, usual)
	s.visit("2")
	s.Type("31")
	s.Advance(IdleAfter - time.Second)
	s.hides("Are you still there?")
	s.Advance(time.Second)
	s.shows("Are you still there?")
	s.shows("계속하시겠습니까?")
	s.Advance(Countdown - 2*time.Second)
	s.Press("9") // says that somebody is there, and nothing else
	s.hides("Are you still there?")
	s.shows("Exchange rate inquiry")
	s.Press("99"[:1]) // now it is a key again
	s.Advance(IdleAfter + Countdown - time.Second)
	if s.kiosk.visit == nil {
		t.Error("the visit ended before its time")
	}
	s.Advance(time.Second)
	s.shows("Everything you typed has been erased.")
}

// TestTheCountdownOfTheChooser leads back to the attract loop.
func TestTheCountdownOfTheChooser(t *testing.T) {
	t.Parallel()
	s := start(t, usual)
	s.Press("a")
	s.shows("What would you like to try?")
	s.shows("무엇을 체험하시겠습니까?")
	s.Advance(IdleAfter)
	s.shows("Are you still there?")
	s.Advance(Countdown)
	s.shows("Press any key and try it yourself")
	s.Press("a", "esc")
	s.shows("Press any key and try it yourself")
}

// TestTenMinutes shows how long a visit still is, and warns before its end.
func TestTenMinutes(t *testing.T) {
	t.Parallel()
	s := start(t, usual)
	s.visit("4")
	s.shows("10:00 left   F9 I am finished")
	for range 117 {
		s.Advance(5 * time.Second)
		s.Press("f3")
	}
	s.shows("0:15 left")
	s.shows("Your ten minutes are over. Everything is erased in 0:15")
	s.Advance(14 * time.Second)
	s.shows("in 0:01")
	s.Press("f3")
	s.Advance(time.Second)
	s.shows("Thank you for trying it.")
	s.Advance(thanksFor)
	s.shows("Press any key")
}

// TestNumbersAreHidden hides balances and numbers three seconds after the last key,
// and at once when the window loses the focus.
func TestNumbersAreHidden(t *testing.T) {
	t.Parallel()
	s := start(t, usual)
	s.visit("4")
	s.Type("11")
	s.shows("1,731,475 won")
	s.Advance(ShownFor - time.Millisecond)
	s.shows("1,731,475 won")
	s.Advance(time.Millisecond)
	s.hides("1,731,475")
	s.shows("•,•••,••• won")
	s.hides("012345")
	s.shows("Numbers hidden F3 show")
	s.Press("f3")
	s.shows("1,731,475 won")
	s.Advance(2 * time.Second)
	s.Press("f3")
	s.Advance(2 * time.Second)
	s.shows("1,731,475 won") // three seconds from the last key
	s.Send(tea.BlurMsg{})
	s.hides("1,731,475")
	s.Send(tea.FocusMsg{})
	s.hides("1,731,475") // until a key
	s.Press("r")
	s.shows("012345-02-678901")
	s.Advance(ShownFor)
	s.hides("678901")
	if !s.kiosk.View().ReportFocus {
		t.Error("the terminal is not asked to tell of the focus")
	}
}

// TestRatesAreNotHidden leaves what everybody may see.
func TestRatesAreNotHidden(t *testing.T) {
	t.Parallel()
	s := start(t, usual)
	s.visit("2")
	s.Advance(ShownFor)
	s.Type("31")
	s.Advance(10 * time.Second)
	s.shows("1,506.26")
	s.hides("Numbers hidden")
}

// TestNothingLeavesTheKiosk refuses files and the clipboard, with a word.
func TestNothingLeavesTheKiosk(t *testing.T) {
	t.Parallel()
	s := start(t, usual)
	s.SetClipboard("before")
	s.visit("4")
	s.Type("11y")
	s.shows("Nothing is copied here")
	s.Press("enter", "e")
	for range 6 {
		if strings.Contains(s.Text(), "Nothing can be saved from here.") {
			break
		}
		s.Press("enter")
		s.Advance(time.Second)
	}
	s.shows("Nothing can be saved from here.")
	if s.Clipboard() != "before" {
		t.Errorf("the clipboard has %q", s.Clipboard())
	}
	if msg := s.kiosk.visit.watch(tea.SetClipboard("secret"))(); msg != nil {
		t.Errorf("a screen can put text on the clipboard itself: %v", msg)
	}
	s.hides("Ctrl+C")
}

// TestResetClearsTheTerminal asks the terminal to forget what it showed.
func TestResetClearsTheTerminal(t *testing.T) {
	t.Parallel()
	s := start(t, usual)
	s.visit("2")
	v := s.kiosk.visit
	got := asked(s.kiosk, s.kiosk.end(false))
	if err := v.close(); err != nil { // which its command does where a driver runs it
		t.Error(err)
	}
	if got != "\x1b[2J\x1b[3J clear" { // the other way round a frame might be drawn first, and then be cleared
		t.Errorf("the terminal was asked %q", got)
	}
}

// asked is what a command of commands asks of the terminal, whose messages the kiosk takes as Bubble Tea gives them
// to it; the commands of a batch run beside each other, here the last first.
func asked(k *Kiosk, cmd tea.Cmd) string {
	var list []string
	messages(cmd, func(msg tea.Msg) {
		if raw, ok := msg.(tea.RawMsg); ok {
			list = append(list, fmt.Sprint(raw.Msg))
			_, then := k.Update(msg)
			if more := asked(k, then); more != "" {
				list = append(list, more)
			}
		}
		if reflect.TypeOf(msg) == reflect.TypeOf(tea.ClearScreen()) {
			list = append(list, "clear")
		}
	})
	return strings.Join(list, " ")
}

// messages are what a command of commands without timers answers.
func messages(cmd tea.Cmd, each func(tea.Msg)) {
	if cmd == nil {
		return
	}
	msg := cmd()
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, c := range slices.Backward(batch) {
			messages(c, each)
		}
		return
	}
	each(msg)
}

// TestALateAnswerReachesNobody gives the answer to a visitor who has left to the
// next one, who must not see it.
func TestALateAnswerReachesNobody(t *testing.T) {
	t.Parallel()
	s := start(t, usual)
	s.visit("4")
	late := of{s.kiosk.visits, s.kiosk.visit.watch(func() tea.Msg { return nil })}
	s.Hold()
	s.Type("11")
	s.Press("f9")
	s.Release() // the accounts come, and the place is closed
	s.visit("8")
	before := s.Text()
	s.Send(late)
	if s.Text() != before {
		t.Errorf("the next visitor sees\n%s", s.Text())
	}
	s.Press("f9")
}

// TestAPlaceThatOpensTooLate is closed again.
func TestAPlaceThatOpensTooLate(t *testing.T) {
	t.Parallel()
	s := start(t, usual)
	s.Press("a")
	s.Hold()
	s.Press("1")
	s.shows("A bank of your own is being opened")
	s.Press("f9")
	s.Release()
	if s.kiosk.phase != thanking || s.opened != 1 || s.closed != 1 {
		t.Errorf("%d places are open, and the screen shows\n%s", s.opened-s.closed, s.Text())
	}
}

// TestAPlaceThatCannotBeOpened says so.
func TestAPlaceThatCannotBeOpened(t *testing.T) {
	t.Parallel()
	s := start(t, usual)
	s.fails = errors.New("no")
	s.Press("a", "1")
	s.shows("The demonstration cannot be opened just now.")
	s.shows("지금은 체험을 시작할 수 없습니다.")
	s.Advance(thanksFor + time.Second)
	s.shows("Press any key")
}

// TestStaff lets only the PIN out.
func TestStaff(t *testing.T) {
	t.Parallel()
	s := start(t, usual)
	s.Press("ctrl+p")
	s.shows("Staff")
	s.Type("1111")
	s.hides("1111")
	s.shows("••••")
	s.Press("enter")
	s.shows("This PIN is wrong. 2 tries are left.")
	s.Press("esc")
	s.hides("This PIN is wrong")
	s.visit("2")
	s.Press("ctrl+p")
	s.Type("2222\n")
	s.shows("1 try is left.")
	s.Type("3333\n")
	s.shows("Press any key")
	if s.kiosk.visit != nil || s.Quit() {
		t.Error("three wrong PINs do not end the visit alone")
	}
	s.Press("ctrl+p")
	s.Type(staffPIN + "\n")
	s.shows("again in 1:00.")
	if s.Quit() {
		t.Fatal("the PIN was taken after three wrong ones")
	}
	s.Advance(staffFor) // nobody types any more
	s.hides("Staff")
	s.Advance(time.Minute)
	s.Press("ctrl+p")
	for range 3 {
		s.Type("1111\n")
	}
	s.Press("ctrl+p")
	s.shows("2:00") // twice as long the second time
	s.Press("esc")
	s.Advance(2 * time.Minute)
	s.Press("ctrl+p", "8", "7", "backspace")
	s.Type("642\n")
	s.Advance(clearing)
	if !s.Quit() || !s.kiosk.Left() {
		t.Errorf("the PIN does not lead out:\n%s", s.Text())
	}
}

// TestCheckPIN takes 4 to 12 digits.
func TestCheckPIN(t *testing.T) {
	t.Parallel()
	for pin, want := range map[string]bool{"1234": true, "123456789012": true, "123": false, "1234567890123": false, "12a4": false, "": false, "１２３４": false} {
		if CheckPIN([]byte(pin)) != want {
			t.Errorf("CheckPIN(%q) is %v", pin, !want)
		}
	}
}

// TestTheGuideLeadsBack tells the way back from wherever a visitor went.
func TestTheGuideLeadsBack(t *testing.T) {
	t.Parallel()
	s := start(t, usual)
	s.visit("1")
	s.Type("31")
	if is := s.guide(); is.step != elsewhere {
		t.Errorf("on another page the guide tells %+v", is)
	}
	s.Press("f1")
	s.shows("Press Esc.")
	s.Press("esc", "f10")
	if is := s.guide(); is.n != 1 {
		t.Errorf("in All Menus the guide tells step %d", is.n)
	}
	s.Type("99") // the visitor logs out
	s.Advance(time.Second)
	s.Type("21")
	s.shows("Type  demo01  and press Enter.")
	s.follow()
	s.shows("The money was sent")
}

// TestTheGuideAnswersWhetherAFormIsLost stays in a form that is filled in as told, leaves one that is not, and asks nothing at the end of a visit.
func TestTheGuideAnswersWhetherAFormIsLost(t *testing.T) {
	t.Parallel()
	s := start(t, usual)
	s.visit("1")
	fill := func() {
		for range 4 { // to the account of the recipient
			s.obey(s.guide())
		}
	}
	fill()
	s.Type(payeeAccount)
	s.Press("f10")
	s.shows("Leave this form?")
	if is := s.guide(); is.step.key != "esc" {
		t.Errorf("where nothing is wrong the guide tells %+v", is)
	}
	s.obey(s.guide())
	s.Press("ctrl+u")
	s.Type("999")
	s.Press("tab", "tab")
	if is := s.guide(); is.step != anew {
		t.Errorf("after another account the guide tells %+v", is)
	}
	s.obey(s.guide())
	s.shows("Leave this form?")
	for _, want := range []*step{giving, given} {
		if is := s.guide(); is.step != want {
			t.Errorf("the guide tells %+v, want %+v", is.step, want)
		}
		s.obey(s.guide())
	}
	s.shows("All Menus")
	fill()
	s.Type(payeeAccount)
	s.Press("f9")
	s.shows("Thank you for trying it.")
}

// TestVisitorsBeginAnew sees nothing of the visitor before: neither language, nor
// money, nor settings.
func TestVisitorsBeginAnew(t *testing.T) {
	t.Parallel()
	s := start(t, usual)
	s.visit("1")
	s.follow()
	s.Press("f10", "f2")
	s.shows("전체메뉴")
	s.Press("f9")
	s.Advance(thanksFor + time.Second)
	s.visit("4")
	s.Type("11")
	s.shows("1,731,475 won")
	s.shows("Account inquiry")
	s.Press("f10")
	s.Type("22")
	s.hides("Kim Haneul")
}

// TestHide hides digits and moves nothing.
func TestHide(t *testing.T) {
	t.Parallel()
	for from, want := range map[string]string{
		"available 1,284,300 won":            "available •,•••,••• won",
		"-50,000 → 1,234,300":                "-••,••• → •,•••,•••",
		"012345-02-•••901 Everyday":          "••••••-••-•••••• Everyday",
		"088 Shinhan Bank 110-234-567890":    "088 Shinhan Bank •••-•••-••••••",
		"\x1b[1m1,284,\x1b[31m300\x1b[m won": "\x1b[1m•,•••,\x1b[31m•••\x1b[m won",
		"500원을 보냅니다 · 12.50 USD":             "•••원을 보냅니다 · ••.•• USD",
		"Amount  50,000 won   5만 원":          "Amount  ••,••• won   •만 원",
		"14만 9천 2백 93 원을 보냅니다":               "••만 •천 •백 •• 원을 보냅니다",
		"+500":                               "+•••",
		"2026-11-05 14:03":                   "2026-11-05 14:03",
		"경찰 112, 금융감독원 1332, 고객센터 1588-1900, 21번": "경찰 112, 금융감독원 1332, 고객센터 1588-1900, 21번",
		"20261105-0002362": "••••••••-•••••••",
		"":                 "",
	} {
		got, some := hide(from, "•")
		if got != want || some != (from != want) {
			t.Errorf("hide(%q) is %q, %v; want %q", from, got, some, want)
		}
	}
}

// TestOnlyAppMessagesAreStamped lets the terminal's and the clock's messages pass.
func TestOnlyAppMessagesAreStamped(t *testing.T) {
	t.Parallel()
	v := &visit{n: 3}
	if msg := v.watch(tea.RequestBackgroundColor)(); reflect.TypeOf(msg) == reflect.TypeFor[of]() {
		t.Error("a question to the terminal was kept from it")
	}
	var c screen.Clock = stamped{headless.NewClock(begin), 3}
	if msg := v.watch(c.Tick(time.Second, func(time.Time) tea.Msg { return nil }))(); reflect.TypeOf(msg) == reflect.TypeFor[of]() {
		t.Error("a timer was kept from the clock")
	}
}

// TestAttract plays the tape in both languages, one after the other or side by side,
// and any key ends it.
func TestAttract(t *testing.T) {
	t.Parallel()
	s := startWith(t, usual, Attract)
	s.shows("Smart Banking   스마트뱅킹")
	s.shows("아무 키나 눌러")
	s.Advance(2 * time.Second)
	s.shows("All Menus")
	for i, r := range s.kiosk.films.reels {
		if r == nil || r.length < 30*time.Second || len(r.pages) < 50 {
			t.Fatalf("the reel in %s is not whole", languages[i])
		}
		if last := r.pages[len(r.pages)-1].content; !strings.Contains(last, "112") {
			t.Errorf("the reel in %s ends with\n%s", languages[i], last)
		}
	}
	length := s.kiosk.films.reels[0].length
	s.Advance(length + lastPage)
	s.shows("전체메뉴")
	s.Resize(170, 50)
	s.Advance(2 * time.Second)
	s.shows("All Menus")
	s.shows("전체메뉴")
	s.Press("ctrl+c")
	s.shows("What would you like to try?")
	if s.opened != s.closed {
		t.Error("the tape's bank is still open")
	}
}

// TestTheTapePlaysInEveryWindow makes its reels for panes of every kind: a tape that waits for what is not drawn there makes none.
func TestTheTapePlaysInEveryWindow(t *testing.T) {
	t.Parallel()
	s := start(t, usual)
	from := filming{attract: Attract, now: begin, glyphs: theme.Unicode, open: func(ctx context.Context, v Visitor, at *headless.Clock) (*Place, error) {
		return s.kiosk.config.Open(ctx, at, v)
	}}
	for _, size := range [][2]int{{40, 12}, {59, 24}, {79, 24}, {80, 19}} {
		for _, lang := range languages {
			if _, err := from.make(shot{w: size[0], h: size[1], theme: theme.Dark}, lang); err != nil {
				t.Errorf("in %d by %d cells, %s: %v", size[0], size[1], lang, err)
			}
		}
	}
}

// TestAKilledKioskLeavesNothingOnTheScreen clears the terminal before anything is drawn: whoever killed a kiosk left what it showed.
func TestAKilledKioskLeavesNothingOnTheScreen(t *testing.T) {
	t.Parallel()
	k, err := New(Config{Clock: headless.NewClock(begin), Rand: banktest.NewRand(3), PIN: []byte(staffPIN)})
	if err != nil {
		t.Fatal(err)
	}
	if got := asked(k, k.Init()); got != "\x1b[2J\x1b[3J clear" {
		t.Errorf("the terminal was asked %q", got)
	}
}
