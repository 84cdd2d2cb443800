package ui_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"smartbank/ui/app"
	"smartbank/ui/tape"
	"smartbank/ui/text"
)

// TestEveryTapePasses plays all tapes at once, in a folder of its own.
func TestEveryTapePasses(t *testing.T) {
	t.Parallel()
	files := wholeTapes(t)
	exit, out, problem := run(t.TempDir(), "", nil, append([]string{"play"}, files...)...)
	if exit != 0 || strings.Count(out, ": passed, ") != len(files) {
		t.Errorf("exit %d\n%s%s", exit, out, problem)
	}
}

// TestTheTourVisitsEveryEntry holds the tour against the table of screens: in each language every entry of the menu is
// opened by its number, and its title is seen. It ends at All Menus.
func TestTheTourVisitsEveryEntry(t *testing.T) {
	t.Parallel()
	tour, err := tape.ParseFile("../testdata/tapes/tour.tape", nil)
	if err != nil {
		t.Fatal(err)
	}
	english, korean := text.In(text.English), text.In(text.Korean)
	begins := slices.IndexFunc(tour.Commands, func(c tape.Command) bool { return c.String() == "F2" })
	if begins < 0 {
		t.Fatal("it has no second language")
	}
	for words, part := range map[*text.Catalog][]tape.Command{english: tour.Commands[:begins], korean: tour.Commands[begins:]} {
		seen := map[string]string{} // by numbers, what was waited for
		for i, c := range part {
			if typed, ok := c.(tape.Type); ok && i+1 < len(part) {
				seen[typed.Text] += part[i+1].String()
			}
		}
		for _, d := range app.Defs() {
			for _, place := range d.Places {
				number := fmt.Sprintf("%02d", place.Number)
				if title := strings.ReplaceAll(d.Title(words), "/", `\/`); !strings.Contains(seen[number], title) {
					t.Errorf("%s %s is not visited: %q", number, title, seen[number])
				}
			}
		}
	}
	if last := tour.Commands[len(tour.Commands)-1].String(); !strings.Contains(last, korean.Menu.AllMenus) {
		t.Errorf("it ends with %s", last)
	}
}

// TestTapesInWhichDaysPass plays the tapes that every other test of tapes leaves out: a year has
// some hundred thousand minutes, and the program looks at its clock in each.
func TestTapesInWhichDaysPass(t *testing.T) {
	t.Parallel()
	files := aloneTapes(t, true)
	exit, out, problem := run(t.TempDir(), "", nil, append([]string{"play"}, files...)...)
	if exit != 0 || strings.Count(out, ": passed, ") != len(files) {
		t.Errorf("exit %d\n%s%s", exit, out, problem)
	}
}

// days is the command by which days pass in a tape.
var days = regexp.MustCompile(`Advance \d+d`)

// wholeTapes are the paths of the tapes that play alone, and within a day.
func wholeTapes(t *testing.T) []string {
	t.Helper()
	return aloneTapes(t, false)
}

// aloneTapes are the paths of the tapes that play alone, those in which days pass or the
// other ones. The rest are half of a performance, which testdata/script/copy.txtar plays.
func aloneTapes(t *testing.T, long bool) []string {
	t.Helper()
	files, err := filepath.Glob("../testdata/tapes/*.tape")
	if err != nil || len(files) < 4 {
		t.Fatal(files, err)
	}
	var whole []string
	for _, file := range files {
		if strings.HasSuffix(file, ".phone.tape") || strings.HasSuffix(file, ".pc.tape") {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if days.Match(source) != long {
			continue
		}
		path, err := filepath.Abs(file)
		if err != nil {
			t.Fatal(err)
		}
		whole = append(whole, path)
	}
	return whole
}

// TestOutputsAreTheSameEveryTime plays a tape with every kind of output twice.
func TestOutputsAreTheSameEveryTime(t *testing.T) {
	t.Parallel()
	const source = "Set FontSize 12\nOutput a.gif\nOutput a.cast\nOutput a.svg\nOutput a.png\nOutput a/\nType \"99\"\nSleep 2s\nType \"demo01\"\nScreenshot b.svg\n"
	var made [2]map[string]string
	for i := range made {
		dir := t.TempDir()
		if err := writeFile(filepath.Join(dir, "x.tape"), source); err != nil {
			t.Fatal(err)
		}
		if exit, _, problem := run(dir, "", nil, "play", "x.tape"); exit != 0 {
			t.Fatal(problem)
		}
		made[i] = filesIn(t, dir)
	}
	if len(made[0]) < 7 {
		t.Errorf("%d files were made", len(made[0]))
	}
	for name, content := range made[0] {
		if content != made[1][name] {
			t.Errorf("%s is another one the second time", name)
		}
	}
}

// writeFile writes a text.
func writeFile(path, content string) error { return os.WriteFile(path, []byte(content), 0o600) }

// filesIn are the files of a folder, with their content.
func filesIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		files[strings.TrimPrefix(path, dir)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
