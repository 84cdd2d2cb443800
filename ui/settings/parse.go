package settings

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// keysTable is the table of the key bindings.
const keysTable = "keys"

// Parse reads a file. What it does not say has its default. Its error is an
// [*Error]: the first of the file.
func Parse(data []byte) (Settings, error) {
	s := Default()
	var all map[string]any
	meta, err := toml.Decode(string(data), &all)
	if err != nil {
		return Default(), syntax(err)
	}
	at := places(data)
	for _, key := range meta.Keys() {
		if err := take(&s, key, all, at); err != nil {
			return Default(), err
		}
	}
	return s, nil
}

// syntax is what TOML says is wrong.
func syntax(err error) error {
	if parsed, ok := errors.AsType[toml.ParseError](err); ok {
		return &Error{Reason: Syntax, Line: parsed.Position.Line, Key: parsed.LastKey, Detail: parsed.Message}
	}
	return &Error{Reason: Syntax, Detail: strings.TrimPrefix(err.Error(), "toml: ")}
}

// take takes the value of one key.
func take(s *Settings, key toml.Key, all map[string]any, at map[string]int) error {
	line := at[strings.Join(key, ".")]
	if key[0] == keysTable {
		return takeBinding(s, key, all[keysTable], line)
	}
	i := slices.IndexFunc(entries, func(e entry) bool { return e.name == key[0] })
	if i < 0 {
		return &Error{Reason: UnknownKey, Line: line, Key: key.String(), Nearest: Nearest(key[0], names())}
	}
	if !entries[i].put(s, all[key[0]]) {
		return &Error{Reason: BadValue, Line: line, Key: key[0], Value: fmt.Sprint(all[key[0]]), Want: entries[i].want}
	}
	return nil
}

// takeBinding takes a line of [keys].
func takeBinding(s *Settings, key toml.Key, table any, line int) error {
	const want = `reveal = "z", reveal = ["z", "ctrl+v"]`
	values, ok := table.(map[string]any)
	if !ok || len(key) > 2 {
		return &Error{Reason: BadValue, Line: line, Key: key.String(), Value: fmt.Sprint(table), Want: want}
	}
	if len(key) == 1 {
		return nil // the table's own line
	}
	keys, ok := words(values[key[1]])
	if !ok || len(keys) == 0 || slices.Contains(keys, "") {
		return &Error{Reason: BadValue, Line: line, Key: key.String(), Value: fmt.Sprint(values[key[1]]), Want: want}
	}
	s.Keys = append(s.Keys, Binding{key[1], keys, line})
	return nil
}

// names are the keys of the file.
func names() []string {
	all := make([]string, 0, len(entries)+1)
	for _, e := range entries {
		all = append(all, e.name)
	}
	return append(all, keysTable)
}

// Nearest is the name that was probably meant by a word: the one that the fewest
// typed letters turn it into, "" if none is near.
func Nearest(word string, names []string) string {
	best, least := "", 1+len(word)/3
	for _, name := range names {
		if d := distance(strings.ToLower(word), name); d <= least && (best == "" || d < distance(strings.ToLower(word), best)) {
			best = name
		}
	}
	return best
}

// distance is how many letters must be added, removed or replaced (Levenshtein,
// 1966).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replaced := diagonal
			if a[i] != b[j] {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
