package tape

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// commandNames are the words that a command begins with.
func commandNames() []string {
	return append(slices.Sorted(maps.Keys(commandParsers)), append(keyNames(), "Source")...)
}

// meant is what a word was meant to be: the end of an error, "" if no name is
// spelled nearly so.
func meant(word string, names []string) string {
	best, nearest := 3, ""
	for _, name := range names {
		if strings.EqualFold(name, word) {
			return fmt.Sprintf("; %q is one", name)
		}
		if d := distance(strings.ToLower(name), strings.ToLower(word), best); d < best && d < len(name)/2 {
			best, nearest = d, name
		}
	}
	if nearest == "" {
		return ""
	}
	return fmt.Sprintf("; %q is one", nearest)
}

// distance is how many letters must be put in, left out or changed to make b of a
// (Levenshtein), or limit if there are that many. Words that are far longer cost nothing.
func distance(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := before
			if a[i] != b[j] {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, row[j]+1, before+1)
		}
	}
	return min(row[len(b)], limit)
}
