package terminal

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"smartbank/ui/headless"
)

// TestKeysAreDecoded sends keys and reads them as Bubble Tea does.
func TestKeysAreDecoded(t *testing.T) {
	t.Parallel()
	names := []string{"a", "A", "한", "enter", "tab", "shift+tab", "esc", "backspace", "space", "ctrl+c", "ctrl+space", "ctrl+_", "ctrl+1", "alt+x", "ctrl+alt+x", "alt+enter", "shift+enter"}
	for name := range map[string]bool{"up": true, "left": true, "home": true, "end": true, "pgup": true, "pgdown": true, "insert": true, "delete": true, "f1": true, "f4": true, "f5": true, "f12": true} {
		names = append(names, name, "ctrl+"+name, "shift+alt+"+name)
	}
	var decoder uv.EventDecoder
	for _, name := range names {
		key, ok := headless.KeyNamed(name)
		if !ok {
			t.Fatalf("%s is no key", name)
		}
		sent := encode(key)
		n, event := decoder.Decode([]byte(sent))
		got, ok := event.(uv.KeyPressEvent)
		if !ok || n != len(sent) || tea.KeyPressMsg(got).Keystroke() != key.Keystroke() {
			t.Errorf("%s is sent as %q, which is %d bytes of %T %v", name, sent, n, event, event)
		}
	}
}
