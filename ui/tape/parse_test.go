package tape_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"smartbank/ui/tape"
)

// TestParseErrors: each row is a tape and all that is wrong in it.
func TestParseErrors(t *testing.T) {
	t.Parallel()
	folder := fstest.MapFS{
		"nested.tape": {Data: []byte("Source other.tape")},
		"wrong.tape":  {Data: []byte("Enter\nEnter Typo\n")},
		"late.tape":   {Data: []byte("Set Lang ko")},
	}
	for _, tt := range []struct{ name, tape, want string }{
		{"a command that is none", "Type a\n  Slep 2", `x.tape:2:3: unknown command "Slep"; "Sleep" is one`},
		{"a command in the wrong case", "enter", `x.tape:1:1: unknown command "enter"; "Enter" is one`},
		{"every mistake is named", "Foo\nEnter\nBar 1\nSleep x\n", `x.tape:1:1: unknown command "Foo"
x.tape:3:1: unknown command "Bar"
x.tape:4:7: Sleep needs a time like 2s or 500ms, not "x"`},
		{"columns count characters", "Type \"한글\" 7", `x.tape:1:11: a command must stand here, not "7"`},
		{"text without quotes that is not ASCII", "Type 한글", `x.tape:1:6: "한" must stand in quotes`},
		{"a keyword as text", "Type Enter", `x.tape:1:6: Type needs text, not "Enter"; keywords and numbers must stand in quotes`},
		{"a number as text", "Type 12", `x.tape:1:6: Type needs text, not "12"; keywords and numbers must stand in quotes`},
		{"a key's name after text", "Type abc F2", `x.tape:1:10: F2 would be text here; write it in quotes, or on the next line as a command`},
		{"no text", "Type\nEnter", `x.tape:1:1: Type needs text, not the end of the line; keywords and numbers must stand in quotes`},
		{"nothing after it", "Type", `x.tape:1:5: Type needs text, not the end of the tape; keywords and numbers must stand in quotes`},
		{"an open string", "Type \"abc\nEnter", `x.tape:1:6: the string has no closing " on its line`},
		{"an open pattern", "Wait /abc\nEnter", `x.tape:1:6: the pattern has no closing / on its line`},
		{"an open brace", "Set Theme { \"a\": 1\nEnter", `x.tape:1:11: the { has no closing }`},
		{"a wrong pattern", "Wait /(/", "x.tape:1:6: the pattern is wrong: missing closing ): `(`"},
		{"a pattern that is too large", "Wait /((a{999}){999}){999}/", "x.tape:1:6: the pattern is wrong: invalid repeat count: `{999}`"},
		{"a wrong scope", "Wait+Page /a/", `x.tape:1:6: Wait+ is followed by Screen or Line, not "Page"`},
		{"no time to wait", "Wait@0s /a/", `x.tape:1:5: Wait needs a time above zero`},
		{"nothing expected", "Expect Not", `x.tape:1:11: Expect needs a /pattern/, not the end of the tape`},
		{"a time with two dots", "Sleep 1.2.3", `x.tape:1:7: "1.2.3" is not a time`},
		{"a time that is too long", "Sleep 9999999m", `x.tape:1:7: the time is longer than 366 days`},
		{"a key too often", "Down 10001", `x.tape:1:6: a key is pressed 1 to 10000 times, not 10001`},
		{"a key never", "Down 0", `x.tape:1:6: a key is pressed 1 to 10000 times, not 0`},
		{"Ctrl alone", "Ctrl", `x.tape:1:1: Ctrl needs a key after a +`},
		{"Ctrl and two letters", "Ctrl+ab", `x.tape:1:6: "ab" is no key that can be pressed with Ctrl`},
		{"a modifier after the key", "Ctrl+a+Shift", `x.tape:1:8: Shift must stand before the key`},
		{"another program that is none", "Focus atm", `x.tape:1:7: Focus takes bank, pc, kiosk, not "atm"`},
		{"an hour where VHS has none", "Sleep 2h", `x.tape:1:8: unknown command "h"`},
		{"an argument behind a comment", "Sleep # a while\n2s", `x.tape:1:1: Sleep needs a time like 2s or 500ms, not the end of the line
x.tape:2:1: a command must stand here, not "2"`},
		{"a theme without a brace", "Set Theme {\"red\": \"#zz0000\"}", `x.tape:1:11: Set Theme: "#zz0000" is not a colour like #1a2b3c`},
		{"a theme's colour that is none", "Set Theme {\"pink\": \"#000000\"}", `x.tape:1:11: Set Theme: a theme has no colour "pink"`},
		{"a shell that is none", "Set Shell dash", `x.tape:1:11: Set Shell takes bash, cmd, fish, ksh, nu, osh, powershell, pwsh, xonsh, zsh, not "dash"`},
		{"a margin that is no colour", "Set MarginFill \"#12345\"", `x.tape:1:16: Set MarginFill: "#12345" is not a colour like #1a2b3c`},
		{"a fault that is none", "Set Fault fire", `x.tape:1:11: Set Fault takes after-debit, before-commit, disk-full, locked or the code of a refusal, not "fire"`},
		{"a version that is none", "Set CastVersion 4", `x.tape:1:17: Set CastVersion: 4 is not 2 or 3`},
		{"a pattern that is too long", "Wait /" + strings.Repeat("a", 1001) + "/", `x.tape:1:6: the pattern is longer than 1000 bytes`},
		{"a pattern that explodes", "Wait /" + strings.Repeat("x{1000}", 100) + "/", `x.tape:1:6: the pattern repeats too much`},
		{"a picture that is too large", "Set Width 300\nSet Height 100\nSet FontSize 100", `x.tape:2:1: a picture would have 602902800 pixels; 20000000 are the most`},
		{"more keys than a day has", strings.Repeat("Down 10000\n", 11), `x.tape:11:1: the tape presses more than 100000 keys`},
		{"years", strings.Repeat("Advance 300d\n", 3), `x.tape:3:1: the tape takes more than 732 days`},
		{"an unknown setting", "Set Colour red", `x.tape:1:5: unknown setting "Colour"`},
		{"a setting that is spelled nearly so", "Set FontSizes 3", `x.tape:1:5: unknown setting "FontSizes"; "FontSize" is one`},
		{"a theme that is none", "Set Theme \"Drakula\"", `x.tape:1:11: Set Theme: there is no theme "Drakula"; "Dracula" is one`},
		{"a setting without a value", "Set Lang\nEnter", `x.tape:1:1: Set Lang takes en, ko, not the end of the line`},
		{"a language that is none", "Set Lang jp", `x.tape:1:10: Set Lang takes en, ko, not "jp"`},
		{"a number that is none", "Set Seed many", `x.tape:1:10: Set Seed takes a whole number, not "many"`},
		{"a number that is too large", "Set Seed 99999999999999999999", `x.tape:1:10: Set Seed: 99999999999999999999 is not a whole number`},
		{"no width", "Set Width 0", `x.tape:1:11: Set Width: 0 is not a whole number from 1 to 100000`},
		{"a window without room", "Set Padding 400\nSet Width 700", `x.tape:2:1: 700x600 pixels with FontSize 22 and Padding 400 is a window of 0x0 cells`},
		{"a clock that is none", "Set Clock \"noon\"", `x.tape:1:11: Set Clock: "noon" is not a time like 2026-11-05T10:00:00+09:00`},
		{"a setting that comes late", "Enter\nSet Lang ko\nSet TypingSpeed 1", `x.tape:2:1: Set Lang must stand before the first key or Sleep`},
		{"a variable that comes late", "Enter\nEnv A \"b\"", `x.tape:2:1: Env A must stand before the first key or Sleep`},
		{"a setting that comes late from another tape", "Enter Source late.tape", `late.tape:1:1: Set Lang must stand before the first key or Sleep`},
		{"a picture that cannot be made", "Screenshot x.gif", `x.tape:1:12: Screenshot takes a .png or .svg or .txt file, not "x.gif"`},
		{"a folder without its slash", "Output frames", `x.tape:1:8: Output takes a .ascii or .cast or .gif or .png or .svg or .test or .txt file, or a folder/, not "frames"`},
		{"a key that VHS does not press with Ctrl", "Ctrl+Tab", `x.tape:1:6: VHS does not read "Tab" with Ctrl: write the command behind # smartbank:`},
		{"a key that VHS does not press with Shift", "Shift+Up", `x.tape:1:7: VHS does not read "Up" with Shift: write the command behind # smartbank:`},
		{"more than Alt", "Alt+Shift+x", `x.tape:1:5: VHS does not read "Shift" with Alt: write the command behind # smartbank:`},
		{"a chord some times over", "Ctrl+C 2", `x.tape:1:8: VHS does not read "2" with Ctrl: write the command behind # smartbank:`},
		{"a minute to type a character", "Set TypingSpeed 1m", `x.tape:1:18: unknown command "m"`},
		{"a file above the folder", "Screenshot ../x.txt", `x.tape:1:12: Screenshot: "../x.txt" is outside the working folder`},
		{"a file above the folder, hidden", "Output a/../../x.txt", `x.tape:1:8: Output: "a/../../x.txt" is outside the working folder`},
		{"an absolute file", "Output /tmp/x.txt", `x.tape:1:8: Output: /tmp/ is outside the working folder`},
		{"an absolute file in quotes", "Output \"/tmp/x.txt\"", `x.tape:1:8: Output: "/tmp/x.txt" is outside the working folder`},
		{"an absolute file of Windows", `Output "C:\x.txt"`, `x.tape:1:8: Output: "C:\\x.txt" is outside the working folder`},
		{"another tape outside", "Source ../x.tape", `x.tape:1:8: Source: "../x.tape" is outside the working folder`},
		{"another tape that is not there", "Source none.tape", `x.tape:1:8: Source none.tape: the file cannot be read`},
		{"another tape that is no tape", "Source x.txt", `x.tape:1:8: Source takes a .tape file, not "x.txt"`},
		{"another tape that sources one", "Source nested.tape", `nested.tape:1:1: a sourced tape cannot source another one`},
		{"a mistake in another tape", "Source wrong.tape", `wrong.tape:2:7: unknown command "Typo"; "Type" is one`},
		{"a variable without a value", "Env A 1", `x.tape:1:7: Env A needs a value, not "1"; keywords and numbers must stand in quotes`},
		{"junk", "Enter \x1b[2J", `x.tape:1:7: a control character (U+001B) cannot stand in a tape`},
		{"binary junk", "Enter\n\xff\xfe", `x.tape:2:1: this is not UTF-8 text`},
		{"a sign", "Enter = 3", `x.tape:1:7: a command must stand here, not "="`},
		{"a tape that is too long", strings.Repeat("#", 1<<20+1), `x.tape:1:1: the tape is longer than 1048576 bytes`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := tape.Parse("x.tape", []byte(tt.tape), folder)
			if err == nil || err.Error() != tt.want {
				t.Fatalf("got\n%v\nwant\n%s", err, tt.want)
			}
			var syntax *tape.SyntaxError
			if !errors.As(err, &syntax) || syntax.Line == 0 || syntax.Column == 0 || syntax.Problem == "" {
				t.Errorf("%+v is not a whole SyntaxError", syntax)
			}
		})
	}
}

func TestProblemsAreLimited(t *testing.T) {
	t.Parallel()
	_, err := tape.Parse("x.tape", []byte(strings.Repeat("Foo\n", 1000)), nil)
	if err == nil || strings.Count(err.Error(), "\n") != 49 {
		t.Errorf("got %v", err)
	}
}

// TestWarnings: each row is a tape that VHS plays otherwise than it looks, and what is said of it.
func TestWarnings(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Enter\nSet FontSize 5":           "x.tape:2:1: Set FontSize is ignored: it must stand before the first key or Sleep",
		"Output x.avi":                    "x.tape:1:1: Output x.avi will be a GIF, as VHS makes it",
		"Enter\nSet TypingSpeed 1\nEnter": "",
	} {
		parsed, err := tape.Parse("x.tape", []byte(text), nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, w := range parsed.Warnings() {
			got = append(got, w.Error())
		}
		if strings.Join(got, "\n") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestParseFile(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "a.tape")
	if err := os.WriteFile(name, []byte("\ufeffEnter 2\r\nType \"a\"\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	parsed, err := tape.ParseFile(name, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := written(parsed); got != "Enter 2\nType \"a\"\n" {
		t.Errorf("got %q", got)
	}
	if at := parsed.Commands[1].At(); at.File != name || at.Line != 2 || at.Column != 1 {
		t.Errorf("the second command stands at %v", at)
	}
	if _, err := tape.ParseFile(name+"x", nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error %v", err)
	}
}

// written is a tape as its commands write themselves.
func written(parsed *tape.Tape) string {
	var b strings.Builder
	for _, c := range parsed.Commands {
		b.WriteString(c.String() + "\n")
	}
	return b.String()
}

// TestWritten: each row is a tape and how its commands write themselves.
func TestWritten(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ tape, want string }{
		{`Type@.5 'a "b"' c`, "Type@500ms 'a \"b\" c'"},
		{"Type `\"` \"'\" '`'", "Type '\"' \"'\" \"`\""},
		{"Ctrl+s\n# smartbank: Alt+Shift+\"/\"\n# smartbank: Shift+Alt+F5 3", "Ctrl+\"s\"\nAlt+Shift+\"/\"\nAlt+Shift+F5 3"},
		{"Sleep 0.0015 Sleep 2m", "Sleep 1.5ms\nSleep 120s"},
		{`Wait /a\/b/ Wait+Screen@1.5`, "Wait+Line /a\\/b/\nWait+Screen@1500ms"},
		{`Set WaitPattern "a/b" Set WaitPattern "a" Set LoopOffset 50%`, "Set WaitPattern \"a/b\"\nSet WaitPattern /a/\nSet LoopOffset 50"},
		{`Expect Not /a/`, "Expect+Screen Not /a/"},
		{`Env A 'b' Require x Hide Show Copy a Paste`, "Env \"A\" \"b\"\nRequire \"x\"\nHide\nShow\nCopy \"a\"\nPaste"},
		{`Output a/./b.txt Screenshot x.txt`, "Output \"a/b.txt\"\nScreenshot \"x.txt\""},
	} {
		parsed, err := tape.Parse("x.tape", []byte(tt.tape), nil)
		if err != nil {
			t.Errorf("%s: %v", tt.tape, err)
		} else if got := strings.TrimSuffix(written(parsed), "\n"); got != tt.want {
			t.Errorf("%s is written\n%s\nwant\n%s", tt.tape, got, tt.want)
		}
	}
}

// FuzzParse: no text makes the parser panic, an error is always a SyntaxError,
// and what is read reads the same after it was written.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"Type@.5 'a \"b\"' c\nEnter@1s 3", "Ctrl+Alt+Shift+P Alt+\"ab\" Shift+Tab\n# smartbank: Ctrl+Tab 2", "Wait+Screen@5s /a\\/b/ Wait",
		"Set Theme { \"a\": \"b\" }\nSet WaitPattern /x/\nSet LoopOffset 5%", "Expect+Line Not /a/", "# smartbank: Home F12",
		"Env A `b` Require c Hide Show Copy \"d\" Paste Sleep .5m", "Output a.txt Screenshot \"b c.txt\"", "Source x.tape",
		"Type `\"` \"'\" '`'", "Set Clock \"2026-11-05T10:00:00+09:00\" Set Width 1200", "Ctrl+@ Ctrl+\\ Ctrl+[ Ctrl+1",
		"ScrollUp@1s 3 Advance 3h Advance .5d Focus pc Type $SECRET_1 Expect a.txt", "Set Margin 3 Set WindowBar Rings Set LetterSpacing \"-1\"",
		"Output a/ Output b.gif Output c.mp4", "Type a # b\n# smartbank: Set User demo01\nSet Program kiosk Set Fault locked", "Sleep # x\n2",
		"Type \"한글\" 7 \xff", "Set WindowBar \"\"",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		first, err := tape.Parse("x.tape", []byte(text), nil)
		if err != nil {
			if _, ok := errors.AsType[*tape.SyntaxError](err); !ok {
				t.Fatalf("%v is no SyntaxError", err)
			}
			return
		}
		out := strings.ReplaceAll("\n"+written(first), "\n", "\n# smartbank: ") // VHS reads less
		second, err := tape.Parse("x.tape", []byte(out), nil)
		if err != nil {
			t.Fatalf("%q was written %q: %v", text, out, err)
		}
		if again := strings.ReplaceAll("\n"+written(second), "\n", "\n# smartbank: "); again != out {
			t.Fatalf("%q was written %q, then %q", text, out, again)
		}
		if !reflect.DeepEqual(first.Settings(), second.Settings()) {
			t.Fatalf("%q: the settings differ once written", text)
		}
	})
}
