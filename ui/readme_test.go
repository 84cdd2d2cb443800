package ui_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// readme is the front page.
const readme = "../README.md"

var (
	consoles = regexp.MustCompile("(?s)```console\n(.*?)```\n")
	picture  = regexp.MustCompile("(?s)<!-- screen -->\n```text\n(.*?)```\n")
)

// TestReadme runs every command that README.md shows, and compares what it prints
// with what README.md says it prints; a line of … stands for any lines, and … in a line for anything.
// The picture must be what the program draws. UPDATE=1 writes what is missing.
func TestReadme(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	data := t.TempDir()
	if err := keepDemo(data); err != nil {
		t.Fatal(err)
	}
	environ := map[string]string{"SMARTBANK_DATA": data, "SMARTBANK_CLOCK": clockOfTests}
	commands := 0
	now := consoles.ReplaceAllStringFunc(string(page), func(block string) string {
		shown := consoles.FindStringSubmatch(block)[1]
		var out strings.Builder
		out.WriteString("```console\n")
		for example := range strings.SplitSeq(strings.TrimPrefix(shown, "$ "), "\n$ ") {
			line, want, _ := strings.Cut(example, "\n")
			commands++
			got := shell(t, environ, line)
			if matches(got, want) {
				got = want
			} else if os.Getenv("UPDATE") != "1" {
				t.Errorf("$ %s\nprints\n%s\nREADME.md says\n%s", line, got, want)
			}
			out.WriteString("$ " + line + "\n" + got)
		}
		return out.String() + "```\n"
	})
	if commands < 8 {
		t.Errorf("README.md shows %d commands", commands)
	}
	now = picture.ReplaceAllStringFunc(now, func(block string) string {
		screen := menu(t)
		if want := picture.FindStringSubmatch(block)[1]; screen != want && os.Getenv("UPDATE") != "1" {
			t.Errorf("the program draws\n%s\nREADME.md shows\n%s", screen, want)
		}
		return "<!-- screen -->\n```text\n" + screen + "```\n"
	})
	if !picture.MatchString(now) {
		t.Error("README.md has no picture")
	}
	if os.Getenv("UPDATE") == "1" && now != string(page) {
		if err := os.WriteFile(readme, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// shell runs one line of the page at the top of the tree.
func shell(t *testing.T, environ map[string]string, line string) string {
	t.Helper()
	line, input, _ := strings.Cut(line, " < ")
	stdin := map[string]string{"": "", "password.txt": "demo-2026!\n"}
	if _, known := stdin[input]; !known {
		t.Fatalf("%s: nothing is known of %s", line, input)
	}
	words := strings.Fields(line)
	if words[0] != "smartbank" {
		t.Fatalf("%s is not a command of ours", line)
	}
	_, out, problem := run("..", stdin[input], environ, words[1:]...)
	return out + problem
}

// matches reports whether got is what want says.
func matches(got, want string) bool {
	pattern := regexp.QuoteMeta(want)
	pattern = strings.ReplaceAll(pattern, "\n…\n", "\n(?:.*\n)*")
	pattern = regexp.MustCompile(`^…\n`).ReplaceAllString(pattern, "(?:.*\n)*")
	pattern = strings.ReplaceAll(pattern, "…", ".*")
	return regexp.MustCompile("^" + pattern + "$").MatchString(got)
}

// menu is All Menus as a customer sees it who is logged in.
func menu(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	recorded := "Type '99'\nType 'demo01'\nEnter\nType 'demo-2026!'\nEnter\nWait+Screen /Hong Gildong/\nSleep 20s\nScreenshot menu.txt\n"
	if err := os.WriteFile(filepath.Join(dir, "menu.tape"), []byte(recorded), 0o600); err != nil {
		t.Fatal(err)
	}
	if exit, _, problem := run(dir, "", nil, "play", "menu.tape"); exit != 0 {
		t.Fatal(problem)
	}
	screen, err := os.ReadFile(filepath.Join(dir, "menu.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(screen)
}
