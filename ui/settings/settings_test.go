package settings

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestAFileSaysWhatItChanges(t *testing.T) {
	t.Parallel()
	got, err := Parse([]byte("# mine\nlang = \"ko\"\nidle-minutes = 5\nfavourites = [\"12\",\n  \"21\"]\n[keys]\nreveal = \"v\"\n\"all menus\" = [\"f9\", \"ctrl+a\"]\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := Default()
	want.Lang, want.IdleMinutes, want.Favourites = "ko", 5, []string{"12", "21"}
	want.Keys = []Binding{{"reveal", []string{"v"}, 7}, {"all menus", []string{"f9", "ctrl+a"}, 8}}
	if !got.Equal(want) || got.Keys[0].Line != 7 || got.Keys[1].Line != 8 {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestAnEmptyFileIsTheDefaults(t *testing.T) {
	t.Parallel()
	for _, data := range []string{"", "# nothing\n", "[keys]\n"} {
		if got, err := Parse([]byte(data)); err != nil || !got.Equal(Default()) {
			t.Errorf("%q is %+v, %v", data, got, err)
		}
	}
}

func TestWhatIsWrongIsToldWithItsLine(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		data          string
		reason        Reason
		line          int
		key, suggests string
	}{
		{"theme = \"dark\"\nlanguage = \"ko\"", UnknownKey, 2, "language", ""},
		{"\n\nthem = \"dark\"", UnknownKey, 3, "them", "theme"},
		{"Lang = \"ko\"", UnknownKey, 1, "Lang", "lang"},
		{"idle_minutes = 3", UnknownKey, 1, "idle_minutes", "idle-minutes"},
		{"[key]\nreveal = \"v\"", UnknownKey, 1, "key", "keys"},
		{"lang = \"ko\"\ntheme = \"pink\"", BadValue, 2, "theme", `"auto", "light", "dark", "mono"`},
		{"theme = true", BadValue, 1, "theme", `"auto", "light", "dark", "mono"`},
		{"mouse = \"yes\"", BadValue, 1, "mouse", "true, false"},
		{"idle-minutes = 0", BadValue, 1, "idle-minutes", "1 – 60"},
		{"idle-minutes = 61", BadValue, 1, "idle-minutes", "1 – 60"},
		{"idle-minutes = 5.5", BadValue, 1, "idle-minutes", "1 – 60"},
		{"keyring = \"memory\"", BadValue, 1, "keyring", `"os", "file"`},
		{"favourites = [12]", BadValue, 1, "favourites", `["12", "21"]`},
		{"favourites = [\"1\"]", BadValue, 1, "favourites", `["12", "21"]`},
		{"[keys]\n\nreveal = 3", BadValue, 3, "keys.reveal", `reveal = "z", reveal = ["z", "ctrl+v"]`},
		{"[keys]\nreveal = []", BadValue, 2, "keys.reveal", `reveal = "z", reveal = ["z", "ctrl+v"]`},
		{"keys = 3", BadValue, 1, "keys", `reveal = "z", reveal = ["z", "ctrl+v"]`},
		{"lang = \"ko\"\ntheme = ", Syntax, 2, "theme", ""},
		{"lang = \"ko\"\nlang = \"en\"", Syntax, 2, "", ""},
	} {
		_, err := Parse([]byte(row.data))
		e, ok := errors.AsType[*Error](err)
		if !ok {
			t.Errorf("%q: %v, want an error", row.data, err)
			continue
		}
		if e.Reason != row.reason || e.Line != row.line || row.key != "" && e.Key != row.key || e.Nearest+e.Want != row.suggests {
			t.Errorf("%q is %+v, want %s in line %d of %s: %s", row.data, *e, row.reason, row.line, row.key, row.suggests)
		}
	}
}

func TestANewFileTellsEveryKey(t *testing.T) {
	t.Parallel()
	data := Write(nil, Default())
	for _, e := range entries {
		if !strings.Contains(string(data), "\n"+e.name+" = ") {
			t.Errorf("a new file does not have %s:\n%s", e.name, data)
		}
	}
	if got, err := Parse(data); err != nil || !got.Equal(Default()) {
		t.Errorf("it is read as %+v, %v", got, err)
	}
}

// TestREADMETellsEveryKey looks for each key of the file, with its default and all its values, in the table of README.
func TestREADMETellsEveryKey(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		_, row, found := strings.Cut(string(readme), "\n| `"+e.name+"` | ")
		row, _, _ = strings.Cut(row, "\n")
		values := strings.FieldsFunc(e.want, func(r rune) bool { return strings.ContainsRune(", –[]", r) })
		for _, value := range append(values, strings.Trim(e.show(Default()), "[]")) {
			if !found || !strings.Contains(row, value) {
				t.Errorf("README does not tell %s of %s: %q", value, e.name, row)
			}
		}
		if !strings.HasPrefix(row, "`"+e.show(Default())+"`") {
			t.Errorf("README tells another default of %s than %s: %q", e.name, e.show(Default()), row)
		}
	}
}

func TestSavingKeepsTheCustomersLines(t *testing.T) {
	t.Parallel()
	before := "# my file\ntheme = \"dark\" # at night\nmouse=true\n\n[keys]\nreveal = \"v\" # like vi\n"
	s, err := Parse([]byte(before))
	if err != nil {
		t.Fatal(err)
	}
	s.Theme, s.Lang = "light", "ko"
	want := "lang = \"ko\"\n# my file\ntheme = \"light\" # at night\nmouse=true\n\n[keys]\nreveal = \"v\" # like vi\n"
	if got := string(Write([]byte(before), s)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAFileThatCannotBeKeptIsWrittenAnew(t *testing.T) {
	t.Parallel()
	for _, before := range []string{"theme = ", "favourites = [\n\"12\",\n]\n"} {
		s := Default()
		s.Favourites = []string{"21"}
		got, err := Parse(Write([]byte(before), s))
		if err != nil || !got.Equal(s) {
			t.Errorf("%q became %+v, %v", before, got, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", string(Write(nil, Default())), "theme = \"dark\" # at night\n[keys]\nreveal = [\"v\", \"\\u0001\"]", "keys.reveal = 'v'", "lang.x = 1", "[[keys]]", "[keys.reveal]\nx = 1",
		"favourites = [\"12\",\n\"13\"]",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Parse(data)
		if err != nil {
			if _, ok := errors.AsType[*Error](err); !ok {
				t.Fatalf("%q gives %v", data, err)
			}
			return
		}
		if !slices.Contains(Themes, s.Theme) || s.IdleMinutes < LeastIdle || s.IdleMinutes > MostIdle {
			t.Errorf("%q is %+v", data, s)
		}
		s.Theme, s.Mouse = "mono", !s.Mouse
		for _, before := range [][]byte{nil, data} {
			again, err := Parse(Write(before, s))
			if err != nil || !again.Equal(s) {
				t.Errorf("%q with another theme is read back as %+v, %v, want %+v", data, again, err, s)
			}
		}
	})
}
