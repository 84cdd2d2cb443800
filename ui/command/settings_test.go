package command

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"smartbank/ui/text"
)

// inside returns the program after it has read args in an environment, without a
// command having run.
func inside(t *testing.T, environ map[string]string, args ...string) (*program, error) {
	t.Helper()
	now := time.Date(2026, time.November, 22, 9, 0, 0, 0, time.UTC)
	w := World{
		In: strings.NewReader(""), Out: &bytes.Buffer{}, Err: &bytes.Buffer{},
		Env: func(name string) string { return environ[name] },
		Now: func() time.Time { return now },
	}
	p := newProgram(w, args)
	root := p.open()
	p.flags.add(root, p.text)
	if err := root.ParseFlags(args); err != nil {
		t.Fatal(err)
	}
	var err error
	p.settings, err = p.understand(root.Flags().Changed)
	return p, err
}

func TestSettings(t *testing.T) {
	t.Parallel()
	noon := "2026-11-05T12:00:00+09:00"
	for name, c := range map[string]struct {
		environ map[string]string
		args    string
		want    func(p *program) bool
	}{
		"the defaults": {nil, "", func(p *program) bool {
			s := p.settings
			return s.theme == "auto" && s.glyphs == "auto" && s.seed == 1 && !s.mouse && s.start.IsZero() &&
				s.path() == filepath.Join(xdg.DataHome, "smartbank", "bank.db")
		}},
		"the environment before the default": {
			map[string]string{"SMARTBANK_THEME": "light", "SMARTBANK_SEED": "7", "SMARTBANK_DATA": "/b"},
			"",
			func(p *program) bool {
				return p.settings.theme == "light" && p.settings.seed == 7 && p.settings.data == "/b"
			},
		},
		"a flag before the environment": {
			map[string]string{"SMARTBANK_THEME": "light", "SMARTBANK_SEED": "7", "SMARTBANK_DATA": "/b"},
			"--theme dark --seed=8 --data /c",
			func(p *program) bool {
				return p.settings.theme == "dark" && p.settings.seed == 8 && p.settings.data == "/c"
			},
		},
		"NO_COLOR is mono":                  {map[string]string{"NO_COLOR": "1"}, "", func(p *program) bool { return p.settings.theme == "mono" }},
		"an empty NO_COLOR is none":         {map[string]string{"NO_COLOR": ""}, "", func(p *program) bool { return p.settings.theme == "auto" }},
		"a theme that was asked for stays":  {map[string]string{"NO_COLOR": "1"}, "--theme dark", func(p *program) bool { return p.settings.theme == "dark" }},
		"the clock starts where it was set": {nil, "--clock " + noon, func(p *program) bool { return p.clock().Now().Format(time.RFC3339) == "2026-11-05T03:00:00Z" }},
		"the mouse is in the environment":   {map[string]string{"SMARTBANK_MOUSE": "1"}, "", func(p *program) bool { return p.settings.mouse }},
		"the mouse's flag goes first":       {map[string]string{"SMARTBANK_MOUSE": "1"}, "--mouse=false", func(p *program) bool { return !p.settings.mouse }},
		"the mouse is taken when asked for": {nil, "--mouse", func(p *program) bool { return p.settings.mouse }},
		"signs are ASCII on the console":    {map[string]string{"TERM": "linux"}, "", func(p *program) bool { return p.glyphs().Rule == "-" }},
		"signs are ASCII in EUC-KR":         {map[string]string{"LANG": "ko_KR.EUC-KR"}, "", func(p *program) bool { return p.glyphs().Rule == "-" }},
		"signs are Unicode where asked for": {map[string]string{"TERM": "linux"}, "--glyphs unicode", func(p *program) bool { return p.glyphs().Rule == "─" }},
		"signs are Unicode under C":         {map[string]string{"LANG": "C"}, "", func(p *program) bool { return p.glyphs().Rule == "─" }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p, err := inside(t, c.environ, strings.Fields(c.args)...)
			if err != nil {
				t.Fatal(err)
			}
			if !c.want(p) {
				t.Errorf("%v %q became %+v", c.environ, c.args, p.settings)
			}
		})
	}
}

func TestBadSettings(t *testing.T) {
	t.Parallel()
	for _, args := range []string{
		"--theme pink", "--lang fr", "--glyphs emoji", "--clock noon", "--clock 2026-11-05", "--seed x", "--seed=-1", "--seed 9223372036854775808",
	} {
		_, err := inside(t, nil, strings.Fields(args)...)
		problem, ok := errors.AsType[*ProblemError](err)
		if !ok || problem.Exit != exitWrong || problem.Problem == "" || problem.Advice == "" {
			t.Errorf("%s: %v, want wrong usage with the good values", args, err)
		}
	}
}

// TestABadSettingIsToldOfItsSource names where the value was said: a flag of that name may be nowhere in sight.
func TestABadSettingIsToldOfItsSource(t *testing.T) {
	t.Parallel()
	for name, bad := range map[string]string{
		"SMARTBANK_THEME": "pink", "SMARTBANK_LANG": "fr", "SMARTBANK_CLOCK": "noon", "SMARTBANK_SEED": "x", "SMARTBANK_FAULT": "fire", "SMARTBANK_MOUSE": "cat",
	} {
		_, err := inside(t, map[string]string{name: bad})
		problem, ok := errors.AsType[*ProblemError](err)
		if !ok || problem.Exit != exitWrong || !strings.Contains(problem.Problem, name) {
			t.Errorf("%s=%s: %v, want the variable named", name, bad, err)
		}
	}
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		environ map[string]string
		args    string
		want    text.Lang
		file    string
	}{
		{nil, "", text.Korean, "ko"},
		{map[string]string{"LANG": "ko_KR.UTF-8"}, "", text.English, "en"},
		{map[string]string{"LANG": "ko_KR.UTF-8"}, "", text.Korean, "auto"},
		{map[string]string{"SMARTBANK_LANG": "en"}, "", text.English, "ko"},
		{nil, "", text.English, ""},
		{map[string]string{"LANG": "ko_KR.UTF-8"}, "", text.Korean, ""},
		{map[string]string{"LANG": "ko"}, "", text.Korean, ""},
		{map[string]string{"LANG": "de_DE.UTF-8"}, "", text.English, ""},
		{map[string]string{"LC_ALL": "C", "LANG": "ko_KR.UTF-8"}, "", text.English, ""},
		{map[string]string{"LC_ALL": "ko_KR.UTF-8", "LANG": "C"}, "", text.Korean, ""},
		{map[string]string{"LC_MESSAGES": "ko_KR.UTF-8", "LANG": "C"}, "", text.Korean, ""},
		{map[string]string{"SMARTBANK_LANG": "ko"}, "", text.Korean, ""},
		{map[string]string{"SMARTBANK_LANG": "en", "LANG": "ko_KR.UTF-8"}, "codes", text.English, ""},
		{map[string]string{"SMARTBANK_LANG": "ko"}, "codes --lang en", text.English, ""},
		{nil, "--lang=ko codes", text.Korean, ""},
		{nil, "codes --lang ko", text.Korean, ""},
		{nil, "play -- --lang=ko", text.English, ""},
		{map[string]string{"LANG": "ko_KR.UTF-8"}, "--lang klingon", text.Korean, ""},
		{nil, "--lang", text.English, ""},
	} {
		if got := languageOf(strings.Fields(c.args), func(name string) string { return c.environ[name] }, c.file); got != c.want {
			t.Errorf("%v %q is told in %s, want %s", c.environ, c.args, got, c.want)
		}
	}
}
