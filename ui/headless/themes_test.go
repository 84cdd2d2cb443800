package headless

import (
	"regexp"
	"strings"
	"testing"
)

// TestThemes reads every theme, and compares some with what their makers publish.
func TestThemes(t *testing.T) {
	t.Parallel()
	line := regexp.MustCompile(`^[^\t]+\t([0-9a-f]{6} ){18}[0-9a-f]{6}$`)
	lines := strings.Split(strings.TrimSuffix(vhsThemes, "\n"), "\n")
	for _, l := range lines {
		if !line.MatchString(l) {
			t.Errorf("%q is no theme", l)
		}
	}
	if len(themes()) != len(lines) {
		t.Errorf("%d names in %d lines", len(themes()), len(lines))
	}
	for name, want := range map[string]struct {
		fg, bg, red uint32
		light       bool
	}{
		"Dracula":          {0xf8f8f2, 0x1e1f29, 0xff5555, false},
		"nord":             {0xd8dee9, 0x2e3440, 0xbf616a, false},
		"catppuccin-latte": {0x4c4f69, 0xeff1f5, 0xd20f39, true},
		"GruvboxDark":      {0xebdbb2, 0x282828, 0xcc241d, false},
	} {
		p, ok := Theme(name)
		if !ok || p.Fg != rgb(want.fg) || p.Bg != rgb(want.bg) || p.Basic[1] != rgb(want.red) || p.Light() != want.light {
			t.Errorf("%s is %v (%v)", name, p, ok)
		}
	}
	if _, ok := Theme("Drakula"); ok {
		t.Error("there is a theme Drakula")
	}
}
