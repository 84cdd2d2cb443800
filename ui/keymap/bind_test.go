package keymap

import (
	"errors"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/settings"
	"smartbank/ui/text"
)

func bound(t *testing.T, list ...settings.Binding) *Bindings {
	t.Helper()
	b, err := Bind(list)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Whether something is typed.
func elsewhere() bool { return false }
func inField() bool   { return true }

func letter(s string) tea.KeyPressMsg { return tea.KeyPressMsg{Code: rune(s[0]), Text: s} }

func TestNoKeyOfTheTablePressesTwoThings(t *testing.T) {
	t.Parallel()
	keys, shown := map[string]string{}, map[string]string{}
	for _, k := range All {
		if other, taken := shown[k.show]; taken {
			t.Errorf("%s and %s are both shown as %s", k.Name, other, k.show)
		}
		shown[k.show] = k.Name
		for _, key := range k.Keys() {
			if other, taken := keys[key]; taken {
				t.Errorf("%s presses %s and %s", key, k.Name, other)
			}
			keys[key] = k.Name
		}
	}
}

// TestTheKeysOfAKioskAreItsOwn keeps what a kiosk takes from its visitors' program to the key that would leave it.
func TestTheKeysOfAKioskAreItsOwn(t *testing.T) {
	t.Parallel()
	for _, own := range []KioskKey{Finished, ShowNumbers, Staff, Leave} {
		for _, k := range All {
			for _, key := range own.Keys() {
				if slices.Contains(k.Keys(), key) && (own.Name != Leave.Name || k.Name != Quit.Name) {
					t.Errorf("%s is %s in a kiosk, and %s in the program", key, own.Name, k.Name)
				}
			}
		}
	}
}

func TestEveryNameCanBeGivenAnotherKey(t *testing.T) {
	t.Parallel()
	for _, k := range All {
		b, err := Bind([]settings.Binding{{Name: k.Name, Keys: []string{"X"}, Line: 3}})
		if _, refused := errors.AsType[*settings.Error](err); refused {
			continue // fixed
		}
		if msg, ok := b.Translate(letter("X"), elsewhere); !ok || !k.Pressed(msg) {
			t.Errorf("X bound to %s gives %q, %v", k.Name, msg.String(), ok)
		}
		for _, old := range k.Keys() {
			if msg, ok := b.Translate(pressOf(old), elsewhere); ok {
				t.Errorf("%s still presses %q", old, msg.String())
			}
		}
		if h := b.Hint(k.Hint(text.In(text.English))); h.Key != "X" {
			t.Errorf("%s is shown as %s", k.Name, h.Key)
		}
	}
}

func TestKeysChangePlaces(t *testing.T) {
	t.Parallel()
	b := bound(t, settings.Binding{Name: "reveal", Keys: []string{"y"}}, settings.Binding{Name: "copy", Keys: []string{"r", "ctrl+y"}})
	for typed, k := range map[string]Key{"y": Reveal, "r": Copy} {
		if msg, ok := b.Translate(letter(typed), elsewhere); !ok || !k.Pressed(msg) {
			t.Errorf("%s gives %q, %v, want %s", typed, msg.String(), ok, k.Name)
		}
	}
	if msg, ok := b.Translate(tea.KeyPressMsg{Code: 'y', Mod: tea.ModCtrl}, inField); !ok || !Copy.Pressed(msg) {
		t.Errorf("Ctrl+Y gives %q, %v", msg.String(), ok)
	}
	if h := b.Hint(Copy.As("copy")); h.Key != "r Ctrl+Y" {
		t.Errorf("copy is shown as %q", h.Key)
	}
}

func TestLettersAreLettersWhereSomethingIsTyped(t *testing.T) {
	t.Parallel()
	b := bound(t, settings.Binding{Name: "reveal", Keys: []string{"z"}})
	for _, typed := range []string{"z", "r"} {
		if msg, ok := b.Translate(letter(typed), inField); !ok || msg.Text != typed {
			t.Errorf("%s became %q, %v", typed, msg.Text, ok)
		}
	}
}

func TestNothingIsBoundWithoutBindings(t *testing.T) {
	t.Parallel()
	b := bound(t)
	if msg, ok := b.Translate(letter("r"), elsewhere); b != nil || !ok || msg.Text != "r" || b.Hint(Reveal.As("x")).Key != "r" {
		t.Errorf("%v: %q, %v", b, msg.Text, ok)
	}
}

func TestBadBindingsAreRefusedWithTheirLine(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, key string
		reason    settings.Reason
		tells     string
	}{
		{"revel", "z", settings.UnknownAct, "reveal"},
		{"zzzzzzzz", "z", settings.UnknownAct, ""},
		{"enter", "z", settings.FixedKey, ""},
		{"quit", "q", settings.FixedKey, ""},
		{"reveal", "y", settings.Conflict, "copy"},
		{"reveal", "j", settings.Conflict, "down"},
		{"reveal", "f1", settings.Conflict, "help"},
		{"reveal", "7", settings.FixedKey, ""},
		{"reveal", "ctrl+c", settings.FixedKey, ""},
		{"reveal", "ctrl+m", settings.FixedKey, ""},
		{"reveal", "f13", settings.FixedKey, ""},
		{"reveal", "f01", settings.FixedKey, ""},
		{"reveal", "한", settings.FixedKey, ""},
		{"reveal", "esc", settings.FixedKey, ""},
	} {
		_, err := Bind([]settings.Binding{{Name: "find", Keys: []string{"ctrl+f"}, Line: 4}, {Name: row.name, Keys: []string{row.key}, Line: 5}})
		e, ok := errors.AsType[*settings.Error](err)
		if !ok || e.Reason != row.reason || e.Line != 5 || e.Nearest+e.Other != row.tells {
			t.Errorf("%s = %q gives %+v, want %s in line 5, %s", row.name, row.key, e, row.reason, row.tells)
		}
	}
}
