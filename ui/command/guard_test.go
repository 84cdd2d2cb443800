package command

import (
	"strings"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// fragile is a program that panics where it is told to. Its argument stands for a
// key that was pressed.
type fragile struct {
	where string
	typed string
}

type fallNow struct{}

func (f fragile) breakIn(where string) {
	if f.where == where {
		keys := []byte(f.typed)
		_ = keys[len(keys)]
	}
}

func (f fragile) command() tea.Msg {
	f.breakIn("command")
	return nil
}

func (f fragile) Init() tea.Cmd {
	f.breakIn("Init")
	return tea.Batch(f.command, func() tea.Msg { return fallNow{} })
}

func (f fragile) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, now := msg.(fallNow); now {
		f.breakIn("Update")
		if f.where == "command" { // that one falls beside this, now or later
			return f, nil
		}
		return f, tea.Quit
	}
	return f, nil
}

func (f fragile) View() tea.View {
	f.breakIn("View")
	v := tea.NewView("fine")
	v.AltScreen = true
	return v
}

// runAll runs a command and what it answers with, as Bubble Tea would.
func runAll(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	if batch, ok := cmd().(tea.BatchMsg); ok {
		for _, c := range batch {
			runAll(c)
		}
	}
}

func TestGuardKeepsPanics(t *testing.T) {
	t.Parallel()
	for _, where := range []string{"Init", "Update", "View", "command"} {
		t.Run(where, func(t *testing.T) {
			t.Parallel()
			var ended sync.WaitGroup
			ended.Add(1)
			f := &fall{quit: ended.Done}
			g := guard{fragile{where, "7391"}, f}
			runAll(g.Init())
			model, cmd := g.Update(fallNow{})
			runAll(cmd)
			model.View()
			ended.Wait()
			report := f.happened()
			if !strings.Contains(report, "index out of range") || !strings.Contains(report, "breakIn") || !strings.Contains(report, "guard_test.go:") {
				t.Errorf("the report does not tell what happened where:\n%s", report)
			}
			if next, cmd := model.Update(fallNow{}); cmd != nil || next.View().Content != "" {
				t.Error("the program goes on after its fall")
			}
		})
	}
}

func TestScrub(t *testing.T) {
	t.Parallel()
	stack := strings.Join([]string{
		"panic: no", "goroutine 7 [running]:", "smartbank/ui/app.(*App).press(0xc000123456, {{0xc000010078, 0x1}, 0x0, 0x37, ...})",
		"\t/src/ui/app/key.go:79 +0x1d", "main.main()", "panic({0x6f2a80?, 0xc00001c0a8?})", "smartbank/bank.(*Bank).read(...)", "created by main.f in goroutine 1",
	}, "\n")
	want := strings.Join([]string{
		"panic: no", "goroutine 7 [running]:", "smartbank/ui/app.(*App).press(…)",
		"\t/src/ui/app/key.go:79 +0x1d", "main.main(…)", "panic(…)", "smartbank/bank.(*Bank).read(…)", "created by main.f in goroutine 1",
	}, "\n")
	if got := scrub(stack); got != want {
		t.Errorf("scrubbed to\n%s\nwant\n%s", got, want)
	}
}
