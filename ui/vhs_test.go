package ui_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"smartbank/ui/tape"
)

// vhsTape is what VHS's own parser reads in a file.
type vhsTape struct {
	File     string
	Commands []vhsCommand
	Errors   []string
}

// vhsCommand is a command as VHS keeps it: "Type", "100ms", "text".
type vhsCommand struct{ Type, Options, Args string }

// vhsReads are tapes as VHS 0.11 reads them, by the program of testdata/vhs, which
// is a module of its own.
func vhsReads(t *testing.T, files []string) []vhsTape {
	t.Helper()
	parser := filepath.Join(t.TempDir(), "vhs")
	build := exec.CommandContext(t.Context(), "go", "build", "-o", parser, ".")
	build.Dir = "../testdata/vhs"
	if problem, err := build.CombinedOutput(); err != nil {
		t.Skipf("VHS's parser cannot be built: %v\n%s", err, problem)
	}
	out, err := exec.CommandContext(t.Context(), parser, files...).Output()
	if err != nil {
		t.Fatal(err)
	}
	var tapes []vhsTape
	for lines := json.NewDecoder(bytes.NewReader(out)); lines.More(); {
		var read vhsTape
		if err := lines.Decode(&read); err != nil {
			t.Fatal(err)
		}
		tapes = append(tapes, read)
	}
	return tapes
}

// TestTapesAreVHSTapes parses every tape with VHS's own parser: it finds no
// mistake and the same commands, but for those behind "# smartbank:".
func TestTapesAreVHSTapes(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../testdata/tapes/*.tape")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	files = append(files, "kiosk/attract.tape")
	for _, theirs := range vhsReads(t, files) {
		if len(theirs.Errors) > 0 {
			t.Errorf("%s: VHS finds %q", theirs.File, theirs.Errors)
			continue
		}
		source, err := os.ReadFile(theirs.File)
		if err != nil {
			t.Fatal(err)
		}
		plain := bytes.ReplaceAll(source, []byte("smartbank:"), []byte("smartbank"))
		ours, err := tape.Parse(theirs.File, plain, os.DirFS(filepath.Dir(theirs.File)))
		if err != nil {
			t.Error(err)
			continue
		}
		sameAsVHS(t, ours, theirs)
	}
}

// TestVHSTapesAreTapes parses VHS's own examples: what VHS reads in them, we read. Those that it refuses itself we
// refuse.
func TestVHSTapesAreTapes(t *testing.T) {
	t.Parallel()
	list := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", "{{.Dir}}", "github.com/charmbracelet/vhs")
	list.Dir = "../testdata/vhs"
	dir, err := list.Output()
	if err != nil {
		t.Skipf("VHS's module is not here: %v", err)
	}
	var files []string
	root := strings.TrimSpace(string(dir))
	err = filepath.WalkDir(filepath.Join(root, "examples"), func(path string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".tape") {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) < 50 {
		t.Fatal(len(files), err)
	}
	for _, theirs := range vhsReads(t, files) {
		source, err := os.ReadFile(theirs.File)
		if err != nil {
			t.Fatal(err)
		}
		ours, err := tape.Parse(theirs.File, source, os.DirFS(root))
		if (err != nil) != (len(theirs.Errors) > 0) {
			t.Errorf("%s: %v, but VHS %q", theirs.File, err, theirs.Errors)
		}
		if err == nil {
			sameAsVHS(t, ours, theirs)
		}
	}
}

// sameAsVHS compares the commands of a tape with what VHS reads.
func sameAsVHS(t *testing.T, ours *tape.Tape, theirs vhsTape) {
	t.Helper()
	for i, c := range ours.Commands {
		if i >= len(theirs.Commands) {
			t.Errorf("%v: VHS does not read %s", c.At(), c)
			continue
		}
		if got, want := asVHS(c), canonical(theirs.Commands[i]); got != want {
			t.Errorf("%v: we read %+v, VHS %+v", c.At(), got, want)
		}
	}
	if len(ours.Commands) < len(theirs.Commands) {
		t.Errorf("%s: we do not read %+v", theirs.File, theirs.Commands[len(ours.Commands)])
	}
}

// asVHS is a command as VHS would keep it.
func asVHS(c tape.Command) vhsCommand {
	paced := func(p tape.Pace) string { return strings.TrimPrefix(p.String(), "@") }
	switch c := c.(type) {
	case tape.Type:
		return canonical(vhsCommand{"Type", paced(c.Pace), c.Text})
	case tape.Press:
		if len(c.Mods) > 0 {
			return canonical(vhsCommand{c.Mods[0], "", strings.Join(append(c.Mods[1:], c.Keys...), " ")})
		}
		return canonical(vhsCommand{c.Keys[0], paced(c.Pace), fmt.Sprint(c.Count)})
	case tape.Scroll:
		return canonical(vhsCommand{regexp.MustCompile(`^\w+`).FindString(c.String()), paced(c.Pace), fmt.Sprint(c.Count)})
	case tape.Sleep:
		return canonical(vhsCommand{"Sleep", "", c.For.String()})
	case tape.Wait:
		w := vhsCommand{"Wait", "", string(c.Scope)}
		if c.Timeout > 0 {
			w.Options = c.Timeout.String()
		}
		if c.Pattern != nil {
			w.Args += " " + c.Pattern.String()
		}
		return canonical(w)
	case tape.Set:
		return canonical(vhsCommand{"Set", c.Name, c.Value})
	case tape.Env:
		return canonical(vhsCommand{"Env", c.Name, c.Value})
	case tape.Output:
		return canonical(vhsCommand{"Output", "", c.Path})
	case tape.Screenshot:
		return canonical(vhsCommand{"Screenshot", "", c.Path})
	case tape.Require:
		return canonical(vhsCommand{"Require", "", c.Program})
	case tape.Copy:
		return canonical(vhsCommand{"Copy", "", c.Text})
	default: // Hide, Show, Paste
		return canonical(vhsCommand{c.String(), "", ""})
	}
}

// canonical is a command in the one way in which both are written here: times in
// Go's words, and without what VHS derives from another part.
func canonical(c vhsCommand) vhsCommand {
	duration := func(s string) string {
		if d, err := time.ParseDuration(s); err == nil {
			return d.String()
		}
		return s
	}
	switch c.Type {
	case "Output":
		c.Options = "" // the ending
	case "Sleep":
		c.Args = duration(c.Args)
	case "Set":
		switch c.Options {
		case "TypingSpeed", "WaitTimeout":
			c.Args = duration(c.Args)
		case "LoopOffset":
			c.Args = strings.TrimSuffix(c.Args, "%")
		}
	case "Ctrl":
		mods := regexp.MustCompile(`^Shift Alt `)
		c.Args = mods.ReplaceAllString(c.Args, "Alt Shift ")
	default:
		c.Options = duration(c.Options)
	}
	return c
}
