package plain_test

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"smartbank/bank/demo"
	"smartbank/ui/app"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/plain"
	"smartbank/ui/screen"
	"smartbank/ui/settings"
	"smartbank/ui/text"
)

// moves are the names of keys that only move: rows and entries are named by their numbers, an empty line goes to the next field, and every page is
// said whole.
var moves = map[string]bool{
	"↑": true, "↓": true, "↑↓": true, "↑↓←→": true, "PgUp": true, "PgDn": true, "Home": true, "End": true, "Tab": true, "1–6": true, "11–49": true,
}

// TestEveryKeyOfTheTableCanBeTyped presses each by what is typed for it.
func TestEveryKeyOfTheTableCanBeTyped(t *testing.T) {
	t.Parallel()
	for _, k := range keymap.All {
		hint := k.As("does something")
		h := app.Heard{Text: text.In(text.English), Keys: []keymap.Hint{hint}}
		typed := plain.Typed(h, hint)
		if typed == "" {
			if hint.Key != "Enter" && !moves[hint.Key] {
				t.Errorf("nothing is typed for %s, %s", hint.Key, k.Name)
			}
			continue
		}
		for _, word := range []string{typed, k.Name, "does something"} {
			if press, ok := plain.Pressed(h, word); !ok || !k.Pressed(press) {
				t.Errorf("%q presses %q, %v, and not %s", word, press.String(), ok, k.Name)
			}
		}
	}
}

// typeable reports whether Enter can be pressed where a page names it: by the end of a line in a field, by a row's number, or by an empty line.
func typeable(page []component.Spoken, jumps bool) bool {
	listed := false
	for _, part := range page {
		switch p := part.(type) {
		case component.Asked:
			if p.Focused {
				return true
			}
		case component.Listed:
			if len(p.Rows) > 0 {
				return true
			}
			listed = true
		default:
		}
	}
	return jumps || !listed
}

// checkKeys checks that for each thing that a page says can be done something is typed, and for no two the same.
func checkKeys(tb testing.TB, h app.Heard) {
	tb.Helper()
	if h.Dialog != 0 {
		return // its answers have numbers
	}
	done := map[string]keymap.Hint{}
	jumps := false
	for _, hint := range h.Keys {
		jumps = jumps || hint.Key == "11–49"
	}
	for _, hint := range h.Keys {
		if first, _ := utf8.DecodeRuneInString(hint.Does); unicode.IsUpper(first) && h.Text.Lang == text.English && !title(hint.Does) {
			tb.Errorf("on %s the words of %v begin with a capital", h.ID, hint)
		}
		typed := plain.Typed(h, hint)
		if other, same := done[typed]; same && typed != "" && other != hint {
			tb.Errorf("on %s %q is typed for %v and %v", h.ID, typed, other, hint)
		}
		done[typed] = hint
		switch {
		case typed != "":
			press, ok := plain.Pressed(h, typed)
			at := 0
			for at < len(keymap.All) && keymap.All[at].As(hint.Does) != hint {
				at++
			}
			if !ok || at == len(keymap.All) || !keymap.All[at].Pressed(press) {
				tb.Errorf("on %s %q presses %q, %v, and not %v", h.ID, typed, press.String(), ok, hint)
			}
		case moves[hint.Key], hint.Key == "←→": // < and >
		case hint.Key == "Enter" && typeable(h.Page, jumps):
		default:
			tb.Errorf("on %s nothing is typed for %v", h.ID, hint)
		}
	}
}

// title reports whether words are the name of an entry or of All Menus, which are written with capitals.
func title(words string) bool {
	c := text.In(text.English)
	return words == c.Menu.AllMenus || slices.ContainsFunc(app.Defs(), func(d *screen.Def) bool { return d.Title(c) == words })
}

// places are the screens that were heard.
type places struct {
	sync.Mutex

	heard map[screen.ID]bool
}

// hear checks what a program says of its keys, and keeps which screen it is.
func (p *places) hear(tb testing.TB, h app.Heard) {
	tb.Helper()
	checkKeys(tb, h)
	p.Lock()
	defer p.Unlock()
	p.heard[h.ID] = true
}

// TestKeysOfOnesOwnAreTyped gives keys to what the settings file would, and types them.
func TestKeysOfOnesOwnAreTyped(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name  string
		keys  []settings.Binding
		says  string // of what can be typed
		typed []string
		gives string
	}{
		{"a letter", []settings.Binding{{Name: "reveal", Keys: []string{"i"}}}, "i: reveal", []string{"i"}, "012345-02-678901"},
		{"not the table's any more", []settings.Binding{{Name: "reveal", Keys: []string{"i"}}}, "i: reveal", []string{"r"}, "That does nothing here."},
		{"its name still", []settings.Binding{{Name: "reveal", Keys: []string{"i"}}}, "i: reveal", []string{"reveal"}, "012345-02-678901"},
		{"two that change places", []settings.Binding{{Name: "reveal", Keys: []string{"y"}}, {Name: "copy", Keys: []string{"r"}}}, "r: copy; y: reveal", []string{"r 2"}, "To be copied: 012345-01-112233"},
		{"a function key", []settings.Binding{{Name: "reveal", Keys: []string{"f9"}}}, "f9: reveal", []string{"f9"}, "012345-02-678901"},
		{"with Ctrl, which no line has", []settings.Binding{{Name: "reveal", Keys: []string{"ctrl+y"}}}, "r: reveal", []string{"ctrl+y"}, "012345-02-678901"},
		{"the letter of another command", []settings.Binding{{Name: "reveal", Keys: []string{"z"}}}, "z: reveal; f5: again", []string{"z"}, "012345-02-678901"},
		{"and that command", []settings.Binding{{Name: "reveal", Keys: []string{"z"}}}, "z: reveal; f5: again", []string{"f5"}, "Nothing changed."},
		{"a capital", []settings.Binding{{Name: "reveal", Keys: []string{"Z"}}}, "r: reveal; z: again", []string{"r"}, "012345-02-678901"},
		{"what every page has", []settings.Binding{{Name: "reveal", Keys: []string{"q"}}}, "r: reveal", []string{"r"}, "012345-02-678901"},
		{"for All Menus", []settings.Binding{{Name: "all menus", Keys: []string{"f9"}}}, "r: reveal", []string{"f9"}, "All Menus"},
		{"for help", []settings.Binding{{Name: "help", Keys: []string{"f9"}}}, "r: reveal", []string{"f9"}, "Everywhere:"},
		{"for the language", []settings.Binding{{Name: "language", Keys: []string{"f9"}}}, "r: reveal", []string{"f9"}, "계좌조회"},
	} {
		x := startAs(t, begun{lang: text.English, kept: true, keys: row.keys})
		x.heard = func(tb testing.TB, h app.Heard) { tb.Helper(); checkKeys(tb, h) }
		x.logIn(demo.HongLogin)
		said := x.since(func() { x.types("11") })
		expect(t, said, row.says)
		if said := x.since(func() { x.types(row.typed...) }); !strings.Contains(said, row.gives) {
			t.Errorf("%s: %q gives\n%s\nand not %q", row.name, row.typed, said, row.gives)
		}
	}
}

// TestSentencesSayWhatIsTyped looks at sentences that name keys: they say what is typed in their place, also where that is the customer's own, and leave alone what
// the customer wrote.
func TestSentencesSayWhatIsTyped(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		lang       text.Lang
		keys       []settings.Binding
		says, memo string
	}{
		{text.English, nil, "under [keys]; “.h” shows all.", "Shown to you: F1, Esc"},
		{text.Korean, nil, "“.h”를 입력하면 모두 보입니다.", "내 통장 표시: F1, Esc"},
		{text.Korean, []settings.Binding{{Name: "reveal", Keys: []string{"i"}}}, "바꾼 키: reveal i. 파일에서 바꿉니다.", "내 통장 표시: F1, Esc"},
	} {
		x := startAs(t, begun{lang: row.lang, kept: true, keys: row.keys})
		x.logIn(demo.HongLogin)
		expect(t, x.since(func() { x.types("90", ".0") }), row.says)
		expect(t, x.since(func() { x.walks("21", "", demo.PIN, "088", "110-234-567890", "5000", "", "F1, Esc") }), row.memo)
	}
}
