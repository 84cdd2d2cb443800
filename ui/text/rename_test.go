package text

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestNamingPutsOtherKeysIntoSentences(t *testing.T) {
	t.Parallel()
	for _, lang := range []Lang{English, Korean} {
		was := *In(lang)
		c := In(lang).Naming(func(key string) string {
			return map[string]string{"F5": "F7", "Ctrl+R": "Ctrl+G"}[key]
		})
		for _, row := range []struct{ name, before, after string }{
			{"a sentence", In(lang).Frame.Booked, c.Frame.Booked},
			{"an advice", In(lang).Transfer.NotLoaded.Advice, c.Transfer.NotLoaded.Advice},
		} {
			if want := strings.NewReplacer("F5를", "F7을", "F5", "F7").Replace(row.before); row.after != want || row.after == row.before {
				t.Errorf("%s, %s: %q, want %q", lang, row.name, row.after, want)
			}
		}
		if said := c.Settings.OwnKeys("1F F5"); said != was.Settings.OwnKeys("1F F5") {
			t.Errorf("%s: a code became %q", lang, said)
		}
		if c.Lang != lang || c.Frame.Left(time.Minute) != was.Frame.Left(time.Minute) || c.Explain(errors.New("x")) != was.Explain(errors.New("x")) {
			t.Errorf("%s: what names no key is something else", lang)
		}
		if In(lang).Frame.Booked != was.Frame.Booked {
			t.Errorf("%s: the catalogue itself was changed", lang)
		}
	}
}
