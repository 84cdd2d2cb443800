package theme

import (
	"reflect"
	"testing"
)

// TestStyleRendersAsLipGloss compares the quick way with Lip Gloss's own.
func TestStyleRendersAsLipGloss(t *testing.T) {
	t.Parallel()
	for _, name := range Names {
		v := reflect.ValueOf(New(name, Unicode)).Elem()
		for i := range v.NumField() {
			s, ok := reflect.TypeAssert[Style](v.Field(i))
			if !ok || s.GetUnderline() { // Lip Gloss underlines each rune by itself
				continue
			}
			for _, text := range []string{"word", " 두 단어 ", "a\nb", "\x1b[1minside\x1b[0m"} {
				if got, want := s.Render(text), s.Style.Render(text); got != want {
					t.Errorf("%s, %s: %q is %q, want %q", name, v.Type().Field(i).Name, text, got, want)
				}
			}
		}
	}
}
