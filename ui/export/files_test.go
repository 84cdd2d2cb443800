package export_test

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"smartbank/ui/export"
	"smartbank/ui/text"
)

type writer = io.Writer

func hello(w io.Writer) error {
	_, err := io.WriteString(w, "hello")
	return err
}

func TestFilesAreSavedForTheirOwnerAlone(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	files := export.Files{Dir: folder}
	path, err := files.Save(t.Context(), "receipt.txt", false, hello)
	if err != nil || path != filepath.Join(folder, "receipt.txt") {
		t.Fatal(path, err)
	}
	content, err := os.ReadFile(path)
	info, _ := os.Stat(path)
	if err != nil || string(content) != "hello" || names(t, folder) != "receipt.txt" {
		t.Errorf("%q, %v, %s", content, err, names(t, folder))
	}
	if runtime.GOOS != "windows" && info.Mode() != 0o600 {
		t.Errorf("its mode is %v", info.Mode())
	}
}

// reason is why a file was not saved.
func reason(t *testing.T, err error) text.FileProblem {
	t.Helper()
	problem, is := errors.AsType[*export.FileError](err)
	if !is {
		t.Fatalf("%v is no problem of a file", err)
	}
	return problem.Reason
}

func TestWhatCannotBeSavedIsToldWithAdvice(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "there"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(folder, "folder"), 0o700); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	free, held := export.Files{Dir: folder}, export.Files{Root: root}
	for name, test := range map[string]struct {
		files export.Files
		name  string
		want  text.FileProblem
	}{
		"nothing is saved here":            {export.Files{}, "x", text.FileNotHere},
		"no name":                          {free, " ", text.FileNoName},
		"a folder's name":                  {free, "new/", text.FileNoName},
		"the folder above":                 {free, "..", text.FileNoName},
		"a file is there":                  {free, "there", text.FileExists},
		"a folder is there":                {free, "folder", text.FileIsFolder},
		"the folder is not there":          {free, "no/such/x", text.FileNoFolder},
		"the folder is a file":             {free, "there/x", text.FileNoFolder},
		"a name longer than names can be":  {free, strings.Repeat("가", 200), text.FileNameTooLong},
		"outside, where that is forbidden": {held, "../x", text.FileOutside},
		"absolute, where it is forbidden":  {held, filepath.Join(folder, "x"), text.FileOutside},
		"held, and there":                  {held, "there", text.FileExists},
	} {
		_, err := test.files.Save(t.Context(), test.name, false, hello)
		if got := reason(t, err); got != test.want {
			t.Errorf("%s: %v (%v), wanted %v", name, got, err, test.want)
		}
		for _, l := range []text.Lang{text.English, text.Korean} {
			if m := export.Explain(text.In(l), err); m.Problem == "" || m.Advice == "" {
				t.Errorf("%s in %s is told as %q", name, l, m)
			}
		}
	}
	if have := names(t, folder); have != "folder there" {
		t.Errorf("left behind: %s", have)
	}
}

func TestAFileIsReplacedOnlyWhenAsked(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	files := export.Files{Dir: folder}
	path := filepath.Join(folder, "x")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("the books are gone")
	if _, err := files.Save(t.Context(), "x", true, func(w io.Writer) error { return errors.Join(hello(w), broken) }); !errors.Is(err, broken) {
		t.Error(err)
	}
	if content, _ := os.ReadFile(path); string(content) != "old" || names(t, folder) != "x" {
		t.Errorf("a failure left %q and %s", content, names(t, folder))
	}
	if _, err := files.Save(t.Context(), "x", true, hello); err != nil {
		t.Error(err)
	}
	if content, _ := os.ReadFile(path); string(content) != "hello" || names(t, folder) != "x" {
		t.Errorf("then there is %q and %s", content, names(t, folder))
	}
}

// A program that ends waits until what it stopped has left nothing.
func TestWhoEndsWaitsForWhatIsBeingSaved(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	files := export.Files{Dir: folder, Busy: &export.Busy{}}
	ctx, stop := context.WithCancel(t.Context())
	begun := make(chan struct{})
	go func() {
		_, _ = files.Save(ctx, "x", false, func(w io.Writer) error {
			close(begun)
			for {
				if _, err := w.Write(make([]byte, 1<<10)); err != nil {
					return err
				}
			}
		})
	}()
	<-begun
	stop()
	files.Busy.Wait()
	if left := names(t, folder); left != "" {
		t.Errorf("there is %s", left)
	}
	if _, err := files.Save(ctx, "x", false, hello); !errors.Is(err, context.Canceled) || names(t, folder) != "" {
		t.Errorf("what was stopped before it began: %v, %s", err, names(t, folder))
	}
}

func TestWhereNamesLead(t *testing.T) {
	t.Parallel()
	home, folder := t.TempDir(), t.TempDir()
	files := export.Files{Dir: folder, Home: home}
	for name, want := range map[string]string{
		"x": filepath.Join(folder, "x"), "~/x": filepath.Join(home, "x"), "../x": filepath.Join(filepath.Dir(folder), "x"), filepath.Join(home, "y"): filepath.Join(home, "y"),
	} {
		if path, err := files.Save(t.Context(), name, true, hello); path != want || err != nil {
			t.Errorf("%s leads to %s, %v", name, path, err)
		}
	}
}

// What earlier programs saved is replaced unasked by one that makes its files
// anew, and what it saved itself is not.
func TestMakingFilesAnew(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "x"), []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	files := export.Files{Dir: folder, Anew: &export.Anew{}}
	if _, err := files.Save(t.Context(), "x", false, hello); err != nil {
		t.Error(err)
	}
	if _, err := files.Save(t.Context(), "x", false, hello); reason(t, err) != text.FileExists {
		t.Error(err)
	}
}

// A file that appears while one is written keeps its name.
func TestAFileThatAppearsMeanwhileIsKept(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "x")
	_, err := export.Files{Dir: folder}.Save(t.Context(), "x", false, func(w io.Writer) error {
		return errors.Join(hello(w), os.WriteFile(path, []byte("theirs"), 0o600))
	})
	if reason(t, err) != text.FileExists {
		t.Error(err)
	}
	if content, _ := os.ReadFile(path); string(content) != "theirs" || names(t, folder) != "x" {
		t.Errorf("there is %q and %s", content, names(t, folder))
	}
}

func TestSavingIsDeniedWithoutPermission(t *testing.T) {
	t.Parallel()
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("it needs a user who may not do everything")
	}
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	_, err := export.Files{Dir: folder}.Save(t.Context(), "x", false, hello)
	if reason(t, err) != text.FileDenied {
		t.Error(err)
	}
}
