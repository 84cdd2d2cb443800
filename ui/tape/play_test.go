package tape_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"smartbank/ui/headless"
	"smartbank/ui/tape"
)

// play plays a tape and returns what it wrote.
func play(t *testing.T, text string) (tape.Result, tape.Memory, error) {
	t.Helper()
	parsed, err := tape.Parse("x.tape", []byte(text), fstest.MapFS{
		"inner.tape": {Data: []byte("Output \"inner.txt\"\nType \"from inside\"\n")},
	})
	if err != nil {
		t.Fatalf("parse %q: %v", text, err)
	}
	files := tape.Memory{}
	result, err := tape.Play(t.Context(), parsed, tape.Stage{Start: start, Files: files})
	return result, files, err
}

// TestPlay: each row is a tape and a line of the screen it must end with.
func TestPlay(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, tape, want string }{
		{"text is typed", `Type "hello"`, "> hello"},
		{"Hangul is typed a syllable a key", `Type "홍길동"`, "keys 홍 길 동"},
		{"decomposed Hangul is typed composed", "Type \"\u1112\u1161\u11ab\"", "keys 한"},
		{"bare words are joined by a space", `Type hello there "you"  two`, "> hello there you two"},
		{"all quotes", "Type `say \"it's\"`", `> say "it's"`},
		{"a second takes 20 keys of 50 ms", `Type "12345678901234567890"`, "answers 0, seconds 1"},
		{"19 keys take less than a second", `Type "1234567890123456789"`, "answers 0, seconds 0"},
		{"slow typing takes its time", `Type@500ms "1234"`, "answers 0, seconds 2"},
		{"TypingSpeed changes it from there on", `Type "1" Set TypingSpeed 1 Type "23"`, "answers 0, seconds 2"},
		{"keys are pressed some times over", `Down 3`, "keys down down down"},
		{"keys have a pace", `Up@1s 2`, "answers 0, seconds 2"},
		{"a key of every kind", `PageUp Home End F12 Escape Space`, "keys pgup home end f12 esc space"},
		{"Space types a blank", `Type "a" Space Type "b"`, "> a b"},
		{"Ctrl and a letter", `Ctrl+X`, "keys ctrl+x"},
		{"Ctrl+I is Tab, as in a terminal", `Ctrl+i Ctrl+m`, "keys tab enter"},
		{"all modifiers", `Ctrl+Alt+Shift+P`, "keys ctrl+alt+shift+p"},
		{"Ctrl and a key, twice", `Ctrl+Left Ctrl+Left`, "keys ctrl+left ctrl+left"},
		{"Ctrl and signs", `Ctrl+@ Ctrl+\ Ctrl+-`, `keys ctrl+space ctrl+\ ctrl+-`},
		{"Alt and a letter", `Alt+x`, "keys alt+x"},
		{"Shift and a letter types a capital", `Shift+a`, "> A"},
		{"Shift+Tab", `Shift+Tab`, "keys shift+tab"},
		{"Sleep fires every timer on the way", `Enter Sleep 10m`, "answers 1, seconds 600"},
		{"bare numbers are seconds", `Sleep 1.5 Sleep .5`, "answers 0, seconds 2"},
		{"Wait waits for what is under way", `Enter Wait+Screen /answers 1/`, "answers 1, seconds 2"},
		{"Wait looks at the cursor's line", `Type "ab" Wait /^> ab$/`, "> ab"},
		{"Wait takes the setting's pattern", "Set WaitPattern /answers 1/\nEnter Wait+Screen", "answers 1, seconds 2"},
		{"the key after a Wait comes 400 ms later", `Enter Wait+Screen /answers 1/ Type@0s "a" Sleep 600ms`, "answers 1, seconds 4"},
		{"but not the next command", `Enter@0s Wait+Screen /answers 1/ Sleep 999ms`, "answers 1, seconds 3"},
		{"Expect holds", "Type \"a\"\nExpect /> a/ Expect+Line /^> a$/ Expect Not /b/", "> a"},
		{"Copy and Paste", `Copy "가 나" Paste`, "> [가 나]"},
		{"the program copies", "Type \"x\"\nF6 Paste", "> x[x]"},
		{"another tape", `Source inner.tape`, "> from inside"},
		{"settings reach the program", "Set Lang ko\nSet Theme light\nSet Seed 7\nSet Width 100\nSet Height 30", "100x30 ko light seed 7"},
		{"defaults", ``, "80x24 en auto seed 1"},
		{"a light theme of VHS is a light terminal", "Set Theme \"catppuccin-latte\"", "80x24 en light seed 1"},
		{"a dark theme of VHS is left to the program", "Set Theme \"Dracula\"", "80x24 en auto seed 1"},
		{"VHS's own settings are taken and not used", "Set FontFamily \"D2Coding\"\nSet Framerate 60\nSet WindowBar Colorful\nSet LoopOffset 20%\nSet CursorBlink false\nSet Theme { \"name\": \"x\" }", "80x24 en auto seed 1"},
		{"VHS's pixels become cells", "Set Width 1200\nSet Height 600", "81x18 en auto seed 1"},
		{"a width in cells and a height in pixels are both pixels", "Set Width 300\nSet Height 600\nSet Padding 0", "22x22 en auto seed 1"},
		{"words of our own behind a comment", "# smartbank: Set Lang ko\n# Set Lang en\nType a # smartbank: Home", "80x24 ko auto seed 1"},
		{"comments", "# Type \"no\"\nType \"#1\" # and no more", "> #1"},
		{"commands share a line", `Type "a" Enter Type "b"`, "keys a enter b"},
		{"an unused program and a variable", "Require ffmpeg\nEnv NAME \"value\"\nType a", "> a"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			result, _, err := play(t, tt.tape)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains("\n"+result.Screen, "\n"+tt.want+"\n") {
				t.Errorf("no line %q in\n%s", tt.want, result.Screen)
			}
		})
	}
}

// TestPlayUnmet: each row is a tape that fails, and how the error begins.
func TestPlayUnmet(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, tape, want string }{
		{
			"nothing is under way", "Type \"a\"\n  Wait+Screen /b/",
			`x.tape:2:3: Wait+Screen /b/: /b/ does not match, and nothing is under way that could change that` + "\n" +
				"at 2026-11-05T10:00:00+09:00 the screen was\n┌────",
		},
		{
			"a clock that ticks is not under way", "Wait+Screen /seconds 1/",
			"x.tape:1:1: Wait+Screen /seconds 1/: /seconds 1/ does not match, and nothing",
		},
		{
			"it takes too long", "Enter\nWait+Screen@2s /answers 1/",
			"x.tape:2:1: Wait+Screen@2s /answers 1/: /answers 1/ did not match within 2s\nat 2026-11-05T10:00:02+09:00",
		},
		{"what follows does not help", "Enter\nWait+Screen /b/", "x.tape:2:1: Wait+Screen /b/: /b/ does not match, and nothing"},
		{"Expect does not hold", "Expect /b/", "x.tape:1:1: Expect+Screen /b/: it does not match\n"},
		{"Expect Not does not hold", "Expect Not /answers/", "x.tape:1:1: Expect+Screen Not /answers/: it matches\n"},
		{"a key after the end", "Ctrl+C\nType \"a\"", "x.tape:2:1: Type \"a\": the program has ended\n"},
		{"a program that never rests", "F5", "x.tape:1:1: F5: commands re-arm for ever: 10000 messages without an input or a later time, the last of kind "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, _, err := play(t, tt.tape)
			var unmet *tape.ExpectError
			if !errors.As(err, &unmet) {
				t.Fatalf("error %v is no ExpectError", err)
			}
			if !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("error\n%v\ndoes not begin with\n%s", err, tt.want)
			}
			if !strings.Contains(unmet.Screen, "answers") {
				t.Errorf("the screen is missing: %q", unmet.Screen)
			}
		})
	}
}

func TestUnmetShowsTheScreen(t *testing.T) {
	t.Parallel()
	_, _, err := play(t, "Set Width 20\nSet Height 5\nType \"홍길동\"\nExpect /bank/")
	want := `x.tape:4:1: Expect+Screen /bank/: it does not match
at 2026-11-05T10:00:00+09:00 the screen was
┌────────────────────┐
│20x5 en auto seed 1 │
│keys 홍 길 동       │
│answers 0, seconds 0│
│> 홍길동            │
│                    │
└────────────────────┘
the last keys: 홍 길 동`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func TestFiles(t *testing.T) {
	t.Parallel()
	_, files, err := play(t, `Set Width 20
Set Height 4
Output out.txt
Output all/out.ascii
Hide
Type "secret"
Show
Enter
Screenshot shots/one.txt
`)
	if err != nil {
		t.Fatal(err)
	}
	screen := "20x4 en auto seed 1\nkeys e c r e t enter\nanswers 0, seconds 0\n> secret\n"
	after := screen + strings.Repeat("─", 80) + "\n"
	// Once after Show, once after Enter, once after Screenshot.
	beforeEnter := strings.Replace(after, "keys e c r e t enter", "keys s e c r e t", 1)
	for name, want := range map[string]string{
		"shots/one.txt": screen,
		"out.txt":       beforeEnter + after + after,
		"all/out.ascii": beforeEnter + after + after,
	} {
		if got := string(files[name]); got != want {
			t.Errorf("%s is\n%swant\n%s", name, got, want)
		}
	}
	if len(files) != 3 {
		t.Errorf("%d files were written", len(files))
	}
}

func TestOutputIsWrittenWhenTheTapeFails(t *testing.T) {
	t.Parallel()
	_, files, err := play(t, "Output out.txt\nType \"a\"\nExpect /bank/")
	if err == nil || !strings.Contains(string(files["out.txt"]), "> a\n") {
		t.Errorf("error %v, output %q", err, files["out.txt"])
	}
}

func TestSourcedOutputsAreDropped(t *testing.T) {
	t.Parallel()
	if _, files, err := play(t, "Source inner.tape"); err != nil || len(files) != 0 {
		t.Errorf("error %v, files %v", err, files)
	}
}

func TestSameTapeSameBytes(t *testing.T) {
	t.Parallel()
	const text = "Output o.txt\nType \"가나\" Enter Wait+Screen /answers 1/ Sleep 61s Down 5 Screenshot s.txt"
	first, one, err := play(t, text)
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		second, two, err := play(t, text)
		if err != nil {
			t.Fatal(err)
		}
		if first.Screen != second.Screen || !first.Clock.Equal(second.Clock) {
			t.Fatalf("the second time it is\n%s\nnot\n%s", second.Screen, first.Screen)
		}
		for name := range one {
			if string(one[name]) != string(two[name]) {
				t.Errorf("%s differs the second time", name)
			}
		}
	}
}

func TestFolderCannotBeLeft(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	files := tape.Folder{Root: root}
	if err := files.WriteFile("a/b/c.txt", []byte("x")); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(filepath.Join(dir, "a", "b", "c.txt")); err != nil || string(got) != "x" {
		t.Errorf("got %q, %v", got, err)
	}
	if err := files.WriteFile("../c.txt", []byte("x")); err == nil {
		t.Error("a file was written outside the folder")
	}
}

func TestPlayStops(t *testing.T) {
	t.Parallel()
	parsed, err := tape.Parse("x.tape", []byte("Sleep 1000m"), nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := tape.Play(ctx, parsed, tape.Stage{Start: start, Files: tape.Memory{}}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	refused := errors.New("no bank")
	_, err = tape.Play(t.Context(), parsed, tape.Stage{Start: func(string, tape.Settings) (*headless.Driver, error) { return nil, refused }})
	if !errors.Is(err, refused) {
		t.Errorf("error %v", err)
	}
}

func TestSettings(t *testing.T) {
	t.Parallel()
	parsed, err := tape.Parse("x.tape", []byte(`Set Clock "2027-01-01T00:00:00Z"
Set Glyphs ascii
Env A "b c"
Set TypingSpeed .1
Set WaitTimeout 1m
Set WaitPattern "a/b"
Enter
Set WaitTimeout 2s`), nil)
	if err != nil {
		t.Fatal(err)
	}
	s := parsed.Settings()
	if !s.Clock.Equal(time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)) || s.Glyphs != "ascii" || len(s.Env) != 1 ||
		s.Env[0] != "A=b c" || s.TypingSpeed != 100*time.Millisecond || s.WaitTimeout != time.Minute ||
		s.WaitPattern.String() != "a/b" {
		t.Errorf("got %+v", s)
	}
}
