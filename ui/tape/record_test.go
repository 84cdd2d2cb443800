package tape_test

import (
	"os"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/headless"
	"smartbank/ui/tape"
)

// vault is a desk whose line is a secret after F9, until Enter.
type vault struct {
	desk

	closed bool
}

func (m *vault) Secret() bool { return m.closed }

func (m *vault) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.Keystroke() {
		case "f9":
			m.closed = true
		case "enter":
			m.closed = false
		}
	}
	_, cmd := m.desk.Update(msg)
	return m, cmd
}

// recorder is a recorded vault on a virtual clock.
func recorder() (*tape.Recorder, *headless.Driver) {
	clock := headless.NewClock(tape.Defaults().Clock)
	r := tape.NewRecorder(&vault{desk: desk{clock: clock, settings: tape.Defaults()}}, clock.Now, [32]byte{1})
	return r, headless.New(r, clock, 60, 10)
}

func TestRecorderWritesWhatIsDone(t *testing.T) {
	t.Parallel()
	r, d := recorder()
	d.Type("hello 한글 \"quoted\"")
	d.Press("f9")
	d.Type("s3cretX")
	d.Press("backspace", "enter")
	d.Advance(3500 * time.Millisecond)
	d.Press("down", "down", "down", "ctrl+x", "home", "shift+tab", "alt+x")
	d.Paste("pasted text")
	d.Press("f9")
	d.Paste("s3cret")
	d.Press("enter")
	d.Press("f9")
	d.Type("other\n")
	want := `# Recorded with smartbank record.
# What was typed in secret is not in it: set SECRET_1, SECRET_2 in the environment.
Set Width 60
Set Height 10
# smartbank: Set Lang "ko"

Type 'hello 한글 "quoted"'
# smartbank: F9
# smartbank: Type $SECRET_1
Enter
Sleep 3500ms
Down 3
Ctrl+x
# smartbank: Home
Shift+Tab
Alt+x
Copy "pasted text"
Paste
# smartbank: F9
# smartbank: Type $SECRET_1
Enter
# smartbank: F9
# smartbank: Type $SECRET_2
Enter
`
	got := string(r.Tape(tape.Set{Name: "Lang", Value: "ko"}))
	if got != want {
		t.Errorf("recorded\n%s\nwant\n%s", got, want)
	}
	if strings.Contains(got, "s3cret") {
		t.Error("a secret is in the tape")
	}
	parsed, err := tape.Parse("r.tape", []byte(got), nil)
	if err != nil {
		t.Fatal(err)
	}
	if names := parsed.Variables(); len(names) != 2 {
		t.Errorf("the tape asks for %v", names)
	}
}

func TestRecordedTapePlaysBack(t *testing.T) {
	t.Parallel()
	r, d := recorder()
	d.Type("text")
	d.Press("f9")
	d.Type("pass")
	d.Press("enter")
	d.Advance(4 * time.Second)
	d.Type("more")
	parsed, err := tape.Parse("r.tape", r.Tape(), nil)
	if err != nil {
		t.Fatal(err)
	}
	result, err := tape.Play(t.Context(), parsed, tape.Stage{
		Files: tape.Memory{},
		Env:   func(name string) string { return map[string]string{"SECRET_1": "pass"}[name] },
		Start: func(_ string, s tape.Settings) (*headless.Driver, error) {
			clock := headless.NewClock(s.Clock)
			return headless.New(&vault{desk: desk{clock: clock, settings: s}}, clock, s.Width, s.Height), nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Split(result.Screen, "\n")[3]; got != "> textpassmore" {
		t.Errorf("played back, the screen has %q", got)
	}
}

func TestVariables(t *testing.T) {
	t.Parallel()
	parsed, err := tape.Parse("x.tape", []byte("Env A \"first\"\nType $A\nType $B\nExpect /nothing/"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if names := parsed.Variables(); len(names) != 1 || names[0] != "B" {
		t.Errorf("the tape asks for %v", names)
	}
	_, err = tape.Play(t.Context(), parsed, tape.Stage{Start: start, Files: tape.Memory{}, Env: func(name string) string { return map[string]string{"B": "xyz"}[name] }})
	if err == nil || !strings.HasSuffix(err.Error(), "the last keys: • • • • • • • •") || !strings.Contains(err.Error(), "> firstxyz") {
		t.Errorf("error %v", err)
	}
	_, err = tape.Play(t.Context(), parsed, tape.Stage{Start: start, Files: tape.Memory{}})
	if err == nil || !strings.HasPrefix(err.Error(), "x.tape:3:1: Type $B: the variable is not set\n") {
		t.Errorf("error %v", err)
	}
}

// TestExpectedScreens writes an expected screen, finds it again, and shows it
// beside another one.
func TestExpectedScreens(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	match := func(text string, update tape.Files) error {
		t.Helper()
		parsed, err := tape.Parse("x.tape", []byte("Set Width 20\nSet Height 5\n"+text+"\nExpect desk.txt"), root.FS())
		if err != nil {
			t.Fatal(err)
		}
		_, err = tape.Play(t.Context(), parsed, tape.Stage{Start: start, Files: tape.Memory{}, Update: update})
		return err
	}
	if err := match(`Type "홍길동"`, nil); err == nil || !strings.Contains(err.Error(), "there is no such file beside the tape") {
		t.Errorf("error %v", err)
	}
	if err := match(`Type "홍길동"`, tape.Folder{Root: root}); err != nil {
		t.Error(err)
	}
	if err := match(`Type "홍길동"`, nil); err != nil {
		t.Error(err)
	}
	want := `x.tape:4:1: Expect "desk.txt": the screen is another one
at 2026-11-05T10:00:00+09:00 the screen was
 wanted                 actual
┌────────────────────┐ ┌────────────────────┐
│20x5 en auto seed 1 │ │20x5 en auto seed 1 │
│keys 홍 길 동       │ │keys 홍 a 동        │
         ^^^^^                  ^^^^^
│answers 0, seconds 0│ │answers 0, seconds 0│
│> 홍길동            │ │> 홍a동             │
     ^^^^                   ^^^^
│                    │ │                    │
└────────────────────┘ └────────────────────┘
the last keys: 홍 a 동`
	if err := match(`Type "홍a동"`, nil); err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}
