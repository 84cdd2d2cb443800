package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartbank/ui/settings"
)

// withFile is a data folder with a settings file.
func withFile(t *testing.T, file string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, settings.FileName), []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	return folder
}

func TestTheSettingsFileComesAfterFlagsAndEnvironment(t *testing.T) {
	t.Parallel()
	folder := withFile(t, "theme = \"light\"\nglyphs = \"ascii\"\nmouse = true\nkeyring = \"file\"\nidle-minutes = 3\n")
	for name, c := range map[string]struct {
		environ map[string]string
		args    string
		want    func(p *program) bool
	}{
		"the file before the default": {nil, "", func(p *program) bool {
			s := p.settings
			return s.theme == "light" && s.glyphs == "ascii" && s.mouse && s.keyring == "file" && p.preferences().Now.IdleMinutes == 3
		}},
		"the environment before the file": {
			map[string]string{"SMARTBANK_THEME": "dark", "SMARTBANK_MOUSE": "0"},
			"",
			func(p *program) bool {
				is := p.preferences()
				return p.settings.theme == "dark" && !p.settings.mouse && p.settings.glyphs == "ascii" &&
					is.Decided["theme"] == "SMARTBANK_THEME" && is.Saved.Theme == "light" && is.Now.Theme == "dark"
			},
		},
		"a flag before both": {
			map[string]string{"SMARTBANK_THEME": "dark"},
			"--theme mono --keyring os",
			func(p *program) bool {
				return p.settings.theme == "mono" && p.settings.keyring == "os" && p.preferences().Decided["theme"] == "--theme"
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p, err := inside(t, c.environ, append(strings.Fields(c.args), "--data", folder)...)
			if err != nil {
				t.Fatal(err)
			}
			if !c.want(p) {
				t.Errorf("%v %q became %+v", c.environ, c.args, p.settings)
			}
		})
	}
}

func TestSavingReplacesTheFileForItsOwnerAlone(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "new", "folder")
	k := readSettings(folder)
	if k.there || k.err != nil || !k.Equal(settings.Default()) {
		t.Fatalf("no file is %+v", k)
	}
	s := settings.Default()
	s.Theme = "light"
	for range 2 {
		if err := k.save(s); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(k.path)
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%v, %v, want a file of mode 600", info, err)
		}
		if again := readSettings(folder); !again.there || again.err != nil || again.Theme != s.Theme {
			t.Errorf("read back as %+v", again)
		}
		s.Theme = "dark"
	}
	if names, err := os.ReadDir(folder); err != nil || len(names) != 1 {
		t.Errorf("%v, %v: something else is left in the folder", names, err)
	}
}

func TestAFailureToSaveLeavesTheFileThatWas(t *testing.T) {
	t.Parallel()
	if os.Geteuid() == 0 {
		t.Log("root may write into every folder: a folder in the file's place is refused instead")
	}
	folder := t.TempDir()
	k := readSettings(folder)
	if err := os.Mkdir(k.path, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := k.save(settings.Default()); err == nil {
		t.Error("saved over a folder")
	}
	if names, err := os.ReadDir(folder); err != nil || len(names) != 1 {
		t.Errorf("%v, %v: something is left in the folder", names, err)
	}
	if problem := readSettings(folder).problem(mustProgram(t).text); problem == nil {
		t.Error("a folder in the file's place is no problem")
	}
}

func mustProgram(t *testing.T) *program {
	t.Helper()
	p, err := inside(t, nil, "--data", t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return p
}
