package command

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func TestReadSecret(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ typed, want string }{
		"a line":                         {"demo-2026!\n", "demo-2026!"},
		"a line of Windows":              {"demo-2026!\r\n", "demo-2026!"},
		"the last line without its end":  {"demo-2026!", "demo-2026!"},
		"only the first line":            {"one\ntwo\n", "one"},
		"spaces count":                   {" a b \n", " a b "},
		"an empty line is a password":    {"\n", ""},
		"Backspace":                      {"demp\x7fo\n", "demo"},
		"Backspace takes a syllable":     {"비밀번\x7f\n", "비밀"},
		"Backspace where there is none":  {"\x7f\x7fa\n", "a"},
		"Ctrl+U starts again":            {"wrong\x15right\n", "right"},
		"as long as there is room":       {strings.Repeat("x", longestSecret) + "\n", strings.Repeat("x", longestSecret)},
		"longer than that":               {strings.Repeat("x", longestSecret+1) + "\n", "-"},
		"nothing at all":                 {"", "-"},
		"Ctrl+C":                         {"demo\x03", "-"},
		"Ctrl+D":                         {"\x04", "-"},
		"Backspace over half a syllable": {"\xeb\xb9\x7f\n", "\xeb"},
	} {
		got, err := readSecret(iotest.OneByteReader(strings.NewReader(c.typed)))
		if err != nil {
			got = []byte("-")
		}
		if string(got) != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestReadSecretTakesNoMore checks that what stands behind the line is left for
// whoever reads next.
func TestReadSecretTakesNoMore(t *testing.T) {
	t.Parallel()
	in := strings.NewReader("secret\nrest")
	if _, err := readSecret(in); err != nil {
		t.Fatal(err)
	}
	if rest, err := io.ReadAll(in); err != nil || string(rest) != "rest" {
		t.Errorf("%q is left, %v", rest, err)
	}
}
