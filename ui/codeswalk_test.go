package ui_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/text"
)

// TestEveryRefusalComesOnDemand walks the table of refusals: each has a tape, which
// plays in both languages and ends on a screen with its problem and its advice. What only commands refuse is had by
// the commands that its tape names.
func TestEveryRefusalComesOnDemand(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	codes := slices.Concat(bank.Codes(), bank.Reasons())
	var tapes []string
	commands := map[bank.Code][]string{}
	for _, code := range codes {
		exit, source, problem := run(dir, "", nil, "codes", "--tape", string(code))
		if exit != 0 {
			t.Errorf("%s has no way to be provoked: %s", code, problem)
			continue
		}
		for line := range strings.Lines(source) {
			if told, ok := strings.CutPrefix(line, "# $ smartbank "); ok {
				commands[code] = append(commands[code], strings.TrimSpace(told))
			}
		}
		if commands[code] == nil {
			name := string(code) + ".tape"
			tapes = append(tapes, name)
			if err := writeFile(filepath.Join(dir, name), source+"Screenshot "+string(code)+".txt\n"); err != nil {
				t.Fatal(err)
			}
		}
	}
	reached := 0
	for _, l := range []text.Lang{text.English, text.Korean} {
		if exit, out, problem := run(dir, "", nil, append([]string{"--lang", string(l), "play"}, tapes...)...); exit != 0 {
			t.Fatalf("%s: exit %d\n%s%s", l, exit, out, problem)
		}
		for _, code := range codes {
			var shown string
			if commands[code] != nil {
				shown = commanded(t, l, commands[code])
			} else {
				shown = screenIn(t, filepath.Join(dir, string(code)+".txt"))
			}
			if explained(t, shown, code, l) {
				reached++
			}
		}
	}
	t.Logf("%d codes × 2 languages: %d reached", len(codes), reached)
}

// commanded is what the last of some commands tells, with a data folder of their own.
func commanded(t *testing.T, l text.Lang, commands []string) string {
	t.Helper()
	data, told := t.TempDir(), ""
	if err := keepDemo(filepath.Join(data, "demo")); err != nil {
		t.Fatal(err)
	}
	environ := map[string]string{"SMARTBANK_LANG": string(l), "SMARTBANK_CLOCK": clockOfTests, "SMARTBANK_DATA": filepath.Join(data, "demo")}
	for _, command := range commands {
		_, _, told = run(data, "", environ, strings.Fields(strings.ReplaceAll(command, "DIR", filepath.Join(data, "new")))...)
	}
	return told
}

// screenIn is what a picture of a screen says, and what stands in a dialog on it.
func screenIn(t *testing.T, file string) string {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Error(err)
		return ""
	}
	var dialog strings.Builder
	for line := range strings.Lines(string(content)) {
		if parts := strings.Split(line, "│"); len(parts) == 3 {
			dialog.WriteString(parts[1] + "\n")
		}
	}
	return string(content) + dialog.String()
}

// facts are what depends on the order that is refused: numbers and days.
var facts = regexp.MustCompile(`\d[\d.,:-]*`)

// explained tells whether a screen has the problem and the advice of a refusal,
// whatever the numbers and however the lines break.
func explained(t *testing.T, shown string, code bank.Code, l text.Lang) bool {
	t.Helper()
	m := text.In(l).Explain(bank.ExampleRefusal(code, time.Date(2026, time.November, 5, 12, 0, 0, 0, calendar.Seoul)))
	squeezed := strings.Join(strings.Fields(shown), "")
	for _, sentence := range []string{m.Problem, m.Advice} {
		pattern := facts.ReplaceAllString(regexp.QuoteMeta(strings.Join(strings.Fields(sentence), "")), "0")
		pattern = strings.ReplaceAll(strings.ReplaceAll(pattern, `0\.`, "0"), "0", `[\d.,:-]+`)
		if !regexp.MustCompile(pattern).MatchString(squeezed) {
			t.Errorf("%s (%s) does not show %q:\n%s", code, l, sentence, shown)
			return false
		}
	}
	return true
}
