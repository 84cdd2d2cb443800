package uitest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/headless"
	"smartbank/ui/uitest"
)

// recorder is a test whose errors are looked at.
type recorder struct {
	testing.TB
	name   string
	errors []string
}

func (r *recorder) Name() string { return r.name }

func (r *recorder) Errorf(format string, args ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, args...))
}

func frame(content string) headless.Frame { return headless.NewFrame(tea.NewView(content), 10, 2) }

func TestGolden(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("UPDATE", "1")
	first := &recorder{TB: t, name: "TestX/a b: 한글?/80x24"}
	uitest.Golden(first, frame("\x1b[1m홍길동"))
	name := filepath.Join("testdata", "TestX", "a_b__한글_", "80x24.golden")
	data, err := os.ReadFile(name)
	if want := "10x2 \"\"\n홍길동    │\n          │\n  0: 0-5 bold\ncursor: hidden\n"; err != nil || string(data) != want || len(first.errors) > 0 {
		t.Fatalf("wrote %q, %v, %v; want %q", data, err, first.errors, want)
	}

	t.Setenv("UPDATE", "")
	same := &recorder{TB: t, name: first.name}
	if uitest.Golden(same, frame("\x1b[1m홍길동")); len(same.errors) > 0 {
		t.Errorf("the same frame: %v", same.errors)
	}
	if uitest.Golden(same, frame("\x1b[1m홍길동")); len(same.errors) != 1 || !strings.Contains(same.errors[0], "compared twice") {
		t.Errorf("a second golden frame in one test: %v", same.errors)
	}
	other := &recorder{TB: t, name: first.name}
	uitest.Golden(other, frame("\x1b[2m홍길순"))
	for _, want := range []string{"line 2\n- 홍길동    │\n+ 홍길순    │\n", "line 4\n-   0: 0-5 bold\n+   0: 0-5 faint\n", "\nwanted\n10x2", "\ngot\n10x2"} {
		if len(other.errors) != 1 || !strings.Contains(other.errors[0], want) {
			t.Errorf("no %q in %v", want, other.errors)
		}
	}
	missing := &recorder{TB: t, name: "TestY"}
	uitest.GoldenText(missing, frame("a"))
	if len(missing.errors) != 1 || !strings.Contains(missing.errors[0], filepath.Join("testdata", "TestY.golden")+" yet; UPDATE=1") {
		t.Errorf("a missing file: %v", missing.errors)
	}
}

func TestGoldenRefusesFaults(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("UPDATE", "1")
	view := tea.NewView("a")
	view.Cursor = tea.NewCursor(10, 0)
	for want, f := range map[string]headless.Frame{
		"lines [1] do not fit into 10x2":                frame("1234567890\n12345678901"),
		"lines [2] do not fit into 10x2":                frame("a\nb\nc"),
		"the cursor (10,0 block) is outside 10x2":       headless.NewFrame(view, 10, 2),
		"release: nothing was held; slow commands are ": unheld().Frame(),
	} {
		r := &recorder{TB: t, name: "TestZ"}
		if uitest.GoldenText(r, f); len(r.errors) != 1 || !strings.HasPrefix(r.errors[0], want) {
			t.Errorf("want %q, got %v", want, r.errors)
		}
	}
}

func unheld() *headless.Driver {
	d := newFragile()
	d.Hold()
	d.Release()
	return d
}

// fragile is a program that breaks in a way of its own after some keys.
type fragile struct {
	w, h  int
	state string
}

func newFragile() *headless.Driver {
	return headless.New(&fragile{}, headless.NewClock(time.Unix(0, 0)), 80, 24)
}

func (m *fragile) Init() tea.Cmd { return nil }

func (m *fragile) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
	case tea.KeyPressMsg:
		switch key := msg.String(); key {
		case "q":
			return m, tea.Quit
		case "f1", "f2", "f3":
			m.state += key
		}
	}
	if strings.Contains(m.state, "f1f2f1") {
		panic("too much help")
	}
	return m, nil
}

func (m *fragile) View() tea.View {
	if strings.Contains(m.state, "f3f3") {
		return tea.NewView(strings.Repeat("가", m.w/2+1))
	}
	return tea.NewView("")
}

func TestShake(t *testing.T) {
	t.Parallel()
	found := func(how uitest.Shaking) string {
		r := &recorder{TB: t, name: "TestShake"}
		uitest.Shake(r, newFragile, how)
		if len(r.errors) > 1 {
			t.Errorf("more than one failure: %v", r.errors)
		}
		return strings.Join(r.errors, "")
	}
	if got := found(uitest.Shaking{Keys: []string{"f1", "f2"}}); !strings.Contains(got, "panic: too much help") ||
		!strings.HasSuffix(got, "after: f1, f2, f1") {
		t.Errorf("the panic: %q", got)
	}
	wide := found(uitest.Shaking{Seed: 1, Keys: []string{"f3"}})
	if !strings.Contains(wide, "lines [0] do not fit into ") || !strings.HasSuffix(wide, "after: f3, f3") {
		t.Errorf("the wide line: %q", wide)
	}
	if again := found(uitest.Shaking{Seed: 1, Keys: []string{"f3"}}); again != wide {
		t.Errorf("the same seed found %q, then %q", wide, again)
	}
	if got := found(uitest.Shaking{Streams: 3, Keys: []string{"q"}}); got != "" {
		t.Errorf("a program that quits: %q", got)
	}
}
