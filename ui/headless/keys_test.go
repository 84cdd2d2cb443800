package headless_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/headless"
)

// TestType: each row is a text and the keys that type it.
func TestType(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, text, want string }{
		{"letters", "aB1", "a shift+b 1"},
		{"a blank", "a b", "a space b"},
		{"Hangul, a syllable a key", "홍길", "홍 길"},
		{"decomposed Hangul, composed", "\u1112\u1161\u11ab", "한"},
		{"a character of several code points is one key", "👨‍👩‍👧a", "👨‍👩‍👧 a"},
		{"a line break is Enter", "a\nb\r\n", "a enter b enter"},
		{"a tab is Tab", "\t", "tab"},
		{"nothing", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d, n := open(nil)
			if d.Type(tt.text); n.told() != tt.want {
				t.Errorf("told %q, want %q", n.told(), tt.want)
			}
		})
	}
}

// TestKeyNamed: each row is a name, the text the key types, and the key's name.
func TestKeyNamed(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, text, stroke string }{
		{"a", "a", "a"},
		{"A", "A", "shift+a"},
		{"shift+a", "A", "shift+a"},
		{"한", "한", "한"},
		{"space", " ", "space"},
		{"+", "+", "+"},
		{"ctrl++", "", "ctrl++"},
		{"ctrl+c", "", "ctrl+c"},
		{"ctrl+alt+x", "", "ctrl+alt+x"},
		{"shift+tab", "", "shift+tab"},
		{"pgdown", "", "pgdown"},
		{"f12", "", "f12"},
		{"escape", "", "esc"},
	} {
		key, ok := headless.KeyNamed(tt.name)
		if !ok || key.Text != tt.text || key.Keystroke() != tt.stroke {
			t.Errorf("%s is %t, types %q, and is called %s", tt.name, ok, key.Text, key.Keystroke())
		}
	}
	for _, name := range []string{"", "ab", "f13", "hyper+a", "ctrl+"} {
		if key, ok := headless.KeyNamed(name); ok {
			t.Errorf("%q is the key %v", name, key)
		}
	}
}

func TestPressPanicsOnANameThatIsNone(t *testing.T) {
	t.Parallel()
	d, _ := open(nil)
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	d.Press("entr")
}

func TestPaste(t *testing.T) {
	t.Parallel()
	d, n := open(nil)
	d.Paste("a\nb")
	if want := "PasteStartMsg PasteMsg PasteEndMsg"; n.told() != want {
		t.Errorf("told %q, want %q", n.told(), want)
	}
	n.notes, n.view.DisableBracketedPasteMode = nil, true
	d.Paste("a\nb")
	d.Key(tea.KeyPressMsg{Code: 'c', Text: "c"})
	if want := "a enter b c"; n.told() != want {
		t.Errorf("told %q, want %q", n.told(), want)
	}
}
