package ui_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
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

// wholeTapes are the paths of the tapes that play alone. The others are half of a
// performance, which testdata/script/copy.txtar plays.
func wholeTapes(t *testing.T) []string {
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
func writeFile(path, text string) error { return os.WriteFile(path, []byte(text), 0o600) }

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
