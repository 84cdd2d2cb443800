package settings

import (
	"bytes"
	"strings"
)

// head stands over a new file.
const head = `# Settings of Smart Banking. A flag goes before SMARTBANK_* in the environment,
# that before this file. A line that is not here has its default.
`

// keysHead stands over the key bindings.
const keysHead = `
# Keys: what presses something, instead of what F1 shows. Such as:
# reveal = "z"
# "all menus" = ["f9", "ctrl+a"]
`

// Write is the file of s. Of the file there was, data, it keeps the lines and
// comments that say nothing else now; nil is a new file.
func Write(data []byte, s Settings) []byte {
	if len(data) > 0 {
		if kept := edit(data, s); kept != nil {
			return kept
		}
	}
	var b strings.Builder
	b.WriteString(head)
	for _, e := range entries {
		b.WriteString("\n# " + e.comment + " Values: " + e.want + ".\n" + e.name + " = " + e.show(s) + "\n")
	}
	b.WriteString(keysHead + "[" + keysTable + "]\n")
	for _, k := range s.Keys {
		b.WriteString(basic(k.Name) + " = " + array(k.Keys) + "\n")
	}
	return []byte(b.String())
}

// edit is data with the lines replaced whose settings changed; nil if that does
// not give s.
func edit(data []byte, s Settings) []byte {
	was, err := Parse(data)
	if err != nil {
		return nil
	}
	at := places(data)
	lines := strings.Split(string(data), "\n")
	var added []string
	for _, e := range entries {
		if e.show(was) == e.show(s) {
			continue
		}
		line := e.name + " = " + e.show(s)
		n := at[e.name]
		if n == 0 {
			added = append(added, line)
			continue
		}
		if _, comment, ok := strings.Cut(lines[n-1], "#"); ok {
			line += " #" + comment
		}
		lines[n-1] = line
	}
	out := []byte(strings.Join(append(added, lines...), "\n"))
	if is, err := Parse(out); err != nil || !is.Equal(s) {
		return nil
	}
	return out
}

// places are the lines of a file's keys, from 1, by their dotted names. It looks
// for what a line begins with, so that a key inside a text of several lines may mislead it: no value here has one.
func places(data []byte) map[string]int {
	at := map[string]int{}
	table := ""
	for i, line := range bytes.Split(data, []byte("\n")) {
		text := strings.TrimSpace(string(line))
		if strings.HasPrefix(text, "[") {
			name, _, closed := strings.Cut(strings.TrimLeft(text, "["), "]")
			if closed {
				table = bare(name)
				at[table] = i + 1
				table += "."
			}
			continue
		}
		name, _, ok := strings.Cut(text, "=")
		if !ok || strings.HasPrefix(text, "#") {
			continue
		}
		name = table + bare(name)
		at[name] = i + 1
		if first, _, dotted := strings.Cut(name, "."); dotted && at[first] == 0 {
			at[first] = i + 1
		}
	}
	return at
}

// bare is a key without the quotation marks and spaces round its parts.
func bare(key string) string {
	parts := strings.Split(key, ".")
	for i, part := range parts {
		parts[i] = strings.Trim(strings.TrimSpace(part), `"'`)
	}
	return strings.Join(parts, ".")
}
