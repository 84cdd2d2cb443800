package component_test

import (
	"fmt"
	"strings"
	"testing"

	"smartbank/ui/component"
)

func TestTextCursorStandsBehindWideSyllables(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		keys  []string
		value string
		x     int
	}{
		{[]string{"홍길동"}, "홍길동", 6},
		{[]string{"홍길동", "left"}, "홍길동", 4},
		{[]string{"홍길동", "left", "left", "님"}, "홍님길동", 4},
		{[]string{"홍길동", "home", "delete"}, "길동", 0},
		{[]string{"홍길동", "backspace"}, "홍길", 4},
		{[]string{"홍길동", "left", "backspace"}, "홍동", 2},
		{[]string{"abc", "home", "right", "홍"}, "a홍bc", 3},
		{[]string{"abc", "ctrl+u", "x"}, "x", 1},
		{[]string{"backspace", "delete", "left", "right"}, "", 0},
		{[]string{"\u1112", "\u1169", "\u11bc"}, "홍", 2}, // jamo by jamo
		{[]string{"e", "\u0301", "\u0302", "backspace"}, "", 0},
		{[]string{"a", "e", "\u0301", "left"}, "a\u00e9", 1},
		{[]string{"\u0301"}, "", 0}, // a mark with nothing to stand on
	} {
		in := component.NewText(14)
		press(in, row.keys...)
		if got := in.Value(); got != row.value {
			t.Errorf("%q gives %q, want %q", row.keys, got, row.value)
		}
		if _, x := shown(t, in, 40); x != row.x {
			t.Errorf("%q puts the cursor at %d, want %d", row.keys, x, row.x)
		}
	}
}

func TestTextRefusesWhatDoesNotFit(t *testing.T) {
	t.Parallel()
	in := component.NewText(14)
	press(in, "가나다라마바사아")
	if got := in.Value(); got != "가나다라마바사" {
		t.Errorf("eight syllables in 14 cells give %q", got)
	}
	in.Clear()
	press(in, "1234567890123")
	press(in, "한")
	if got := in.Value(); got != "1234567890123" {
		t.Errorf("a syllable in the last cell gives %q", got)
	}
	in.Clear()
	in.Update(paste("월세 11월분 보냅니다"))
	if got := in.Value(); got != "월세 11월분 보" {
		t.Errorf("a long paste gives %q", got)
	}
	in.Clear()
	in.Update(paste(strings.Repeat("e\u0301\u0302\u0303\u0304\u0305\u0306\u0307", 1000)))
	if n := len([]rune(in.Value())); n > 4*14 {
		t.Errorf("a paste of marks left %d runes", n)
	}
}

func TestTextCleansPastes(t *testing.T) {
	t.Parallel()
	in := component.NewText(20)
	in.Update(paste("\u1112\u1169\u11bc\t길동\u202e\n"))
	if got := in.Value(); got != "홍 길동" {
		t.Errorf("the paste became %q", got)
	}
}

func TestTextScrollsByWholeSyllables(t *testing.T) {
	t.Parallel()
	in := component.NewText(30)
	press(in, "가나다라마바사")
	line, x := shown(t, in, 7)
	if line != "마바사 " || x != 6 {
		t.Errorf("in 7 cells %q with the cursor at %d", line, x)
	}
	press(in, "home")
	if line, x := shown(t, in, 7); line != "가나다 " || x != 0 {
		t.Errorf("at its start %q with the cursor at %d", line, x)
	}
	press(in, "right", "right", "right")
	if line, x := shown(t, in, 7); line != "나다라 " || x != 4 {
		t.Errorf("before the fourth %q with the cursor at %d", line, x)
	}
	unfocused, x := in.View(english(), 7, false)
	if component.Cells(unfocused) != 7 || x != -1 {
		t.Errorf("without focus %q with the cursor at %d", unfocused, x)
	}
}

func TestTextHint(t *testing.T) {
	t.Parallel()
	in := component.NewText(20).Hint(component.Same("이름"))
	if line, x := shown(t, in, 10); line != "이름      " || x != 0 {
		t.Errorf("the empty field is %q, cursor %d", line, x)
	}
	press(in, "홍")
	if line, _ := shown(t, in, 10); line != "홍        " {
		t.Errorf("the field is %q", line)
	}
}

func TestPasswordShowsOnlyMasks(t *testing.T) {
	t.Parallel()
	in := component.NewPassword(20)
	press(in, "qZx홍", "left", "W", "home", "delete")
	if got := string(in.Bytes()); got != "ZxW홍" {
		t.Errorf("the password is %q", got)
	}
	if line, x := shown(t, in, 40); line != "••••"+strings.Repeat(" ", 17) || x != 0 {
		t.Errorf("it is shown as %q, cursor %d", line, x)
	}
	for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d", "%x"} {
		for _, v := range []any{in, struct{ P *component.Password }{in}, []any{in}} {
			if s := fmt.Sprintf(format, v); strings.Contains(s, "Zx") || strings.Contains(s, "90 120") || strings.Contains(s, "5a78") {
				t.Errorf("%s tells %q", format, s)
			}
		}
	}
}

func TestPasswordIsWiped(t *testing.T) {
	t.Parallel()
	in := component.NewPassword(20)
	press(in, "secret")
	copied := in.Bytes()
	in.Clear()
	if in.Len() != 0 || len(in.Bytes()) != 0 {
		t.Error("Clear left something")
	}
	if string(copied) != "secret" {
		t.Errorf("Bytes is no copy: %q", copied)
	}
}

func TestPasswordComposesAndRefusesALongPaste(t *testing.T) {
	t.Parallel()
	in := component.NewPassword(8)
	press(in, "\u1112", "\u1169", "\u11bc")
	if got := string(in.Bytes()); got != "홍" {
		t.Errorf("jamo by jamo it is %q", got)
	}
	in.Clear()
	in.Update(paste("123456789"))
	if in.Len() != 0 {
		t.Errorf("half a paste was taken: %d characters", in.Len())
	}
	in.Update(paste("12345678\n"))
	if got := string(in.Bytes()); got != "12345678" {
		t.Errorf("the paste is %q", got)
	}
}

func TestPINTakesItsDigitsOnly(t *testing.T) {
	t.Parallel()
	in := component.NewPIN(4)
	press(in, "12a가")
	if line, x := shown(t, in, 40); line != "• • _ _" || x != 4 {
		t.Errorf("two digits are shown as %q, cursor %d", line, x)
	}
	press(in, "345")
	if got := string(in.Bytes()); got != "1234" || !in.Complete() {
		t.Errorf("the PIN is %q", got)
	}
	if line, x := shown(t, in, 40); line != "• • • •" || x != 7 {
		t.Errorf("four digits are shown as %q, cursor %d", line, x)
	}
	if line, x := shown(t, in, 5); line != "••••" || x != 4 {
		t.Errorf("in five cells %q, cursor %d", line, x)
	}
	press(in, "backspace")
	if in.Complete() || in.Len() != 3 {
		t.Errorf("after Backspace there are %d digits", in.Len())
	}
	if s := fmt.Sprintf("%+v %#v %v", in, in, *in); strings.Contains(s, "123") || strings.Contains(s, "49 50") {
		t.Errorf("it tells %q", s)
	}
}

func TestPINPaste(t *testing.T) {
	t.Parallel()
	in := component.NewPIN(6)
	in.Update(paste(" 123 456\n"))
	if got := string(in.Bytes()); got != "123456" {
		t.Errorf("the paste is %q", got)
	}
	in.Update(paste("1234567"))
	if got := string(in.Bytes()); got != "123456" {
		t.Errorf("a paste of seven digits left %q", got)
	}
}
