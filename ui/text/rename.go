package text

import (
	"reflect"
	"regexp"
)

// keyNames are the keys that sentences name, those with a name of more than a letter, and the Korean particle after them.
var keyNames = regexp.MustCompile(`(\b(?:F(?:1[0-2]|[1-9])|Ctrl\+[A-Z]|Esc|Shift\+Tab)|[←→↑↓])([을를은는이가과와]|으로|로)?`)

// Naming is the catalogue with other keys in its sentences: of gives the name of a key for the one that the words are written with, ""
// to leave it.
func (c *Catalog) Naming(of func(key string) string) *Catalog {
	rename := func(s string) string {
		return keyNames.ReplaceAllStringFunc(s, func(named string) string {
			parts := keyNames.FindStringSubmatch(named)
			if other := of(parts[1]); other != "" {
				return other + Particle(other, parts[2])
			}
			return named
		})
	}
	named := *c
	renameIn(reflect.ValueOf(&named).Elem(), rename)
	return &named
}

// renameIn renames in every text that a value holds. What functions say is left: they are given names and codes, such as fingerprints, in
// which F5 is no key.
func renameIn(v reflect.Value, rename func(string) string) {
	if !v.CanSet() {
		return // the refusals, which name no keys
	}
	switch v.Kind() { //nolint:exhaustive // the others hold no words
	case reflect.String:
		if v.Type() != reflect.TypeFor[Lang]() {
			v.SetString(rename(v.String()))
		}
	case reflect.Struct:
		for _, field := range v.Fields() {
			renameIn(field, rename)
		}
	case reflect.Slice:
		if v.IsNil() {
			return
		}
		own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(own, v)
		for i := range own.Len() {
			renameIn(own.Index(i), rename)
		}
		v.Set(own)
	}
}
