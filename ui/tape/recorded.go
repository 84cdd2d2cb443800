package tape

import (
	"fmt"
	"slices"
	"strings"
)

// Secrets are the variables that the tape asks the environment for.
func (r *Recorder) Secrets() []string {
	var names []string
	for i := range r.secrets {
		names = append(names, r.secrets[i])
	}
	slices.Sort(names)
	return names
}

// Tape is what was recorded. The commands in head stand before it.
func (r *Recorder) Tape(head ...Command) []byte {
	r.flush()
	var b strings.Builder
	b.WriteString("# Recorded with smartbank record.\n")
	if secrets := r.Secrets(); len(secrets) > 0 {
		fmt.Fprintf(&b, "# What was typed in secret is not in it: set %s in the environment.\n", strings.Join(secrets, ", "))
	}
	for _, c := range append([]Command{Set{Name: "Width", Value: fmt.Sprint(r.w)}, Set{Name: "Height", Value: fmt.Sprint(r.h)}}, head...) {
		line := c.String()
		if set, ok := c.(Set); ok && (!vhsKeywords[set.Name] || set.Name == "Theme") { // of ours, not one of VHS's
			line = "# smartbank: " + line
		}
		b.WriteString(line + "\n")
	}
	b.WriteString("\n" + strings.Join(r.lines, "\n") + "\n")
	return []byte(b.String())
}

// lineOf is a command's line: one that VHS does not know stands in a comment.
func lineOf(c Command) string {
	line := c.String()
	if !vhsKnows(c) {
		line = "# smartbank: " + line
	}
	return line
}

// vhsLoneKeys are the keys that VHS knows without a modifier.
var vhsLoneKeys = wordSet("Enter Space Backspace Delete Insert Escape Tab Up Down Left Right PageUp PageDown")

// vhsKnows tells whether VHS reads a command that a recorder writes.
func vhsKnows(c Command) bool {
	switch c := c.(type) {
	case Type:
		return c.Variable == ""
	case Press:
		key := c.Keys[0]
		switch {
		case len(c.Mods) == 0:
			return vhsLoneKeys[key]
		case c.Count != 1:
			return false
		case c.Mods[0] == "Ctrl":
			return vhsCtrlKeys[key] || len(key) == 1 && (key[0] < '0' || key[0] > '9')
		}
		return len(c.Mods) == 1 && (key == "Enter" || key == "Tab" || len(key) == 1)
	}
	return true
}
