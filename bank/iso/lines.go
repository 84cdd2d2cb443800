package iso

import "strings"

// mt103Lines is how long the lines of names and texts are in MT103 (4*35x).
const mt103Lines = 35

// wrap breaks a text into lines so that [unwrap] gives it back: at a space, which is dropped, so that the line is
// shorter than width; or, where a word leaves no other way, after exactly width characters. No line starts with
// what starts a field, ends a message or names a code. Ok is false if that cannot be kept.
func wrap(s string, width int) (lines []string, ok bool) {
	for len(s) > width {
		cut := width - 1
		for cut > 0 && (s[cut] != ' ' || strings.IndexByte(":-/ ", s[cut+1]) >= 0) {
			cut--
		}
		if cut > 0 {
			lines, s = append(lines, s[:cut]), s[cut+1:]
			continue
		}
		if s[width-1] == ' ' || s[width] == ':' || s[width] == '-' {
			return nil, false
		}
		lines, s = append(lines, s[:width]), s[width:]
	}
	return append(lines, s), true
}

// unwrap joins lines: after a full one nothing was dropped, after a shorter one a space.
func unwrap(lines []string, width int) string {
	var b strings.Builder
	for i, line := range lines {
		b.WriteString(line)
		if i < len(lines)-1 && len(line) < width {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// remittanceLines is field 70: the purpose and the customer's reference in a line each, then the text.
func remittanceLines(s, purposeCode, endToEnd string) (lines []string, ok bool) {
	if purposeCode != "" {
		lines = append(lines, "/PURP/"+purposeCode)
	}
	if endToEnd != "" {
		lines = append(lines, "/ROC/"+endToEnd)
	}
	if s == "" {
		return lines, true
	}
	if len(lines) > 0 || s[0] == '/' {
		s = "/URI/" + s
	}
	said, ok := wrap(s, mt103Lines)
	return append(lines, said...), ok
}

// readRemittance takes field 70 apart.
func readRemittance(lines []string) (s, purposeCode, endToEnd string) {
	for len(lines) > 0 {
		switch word, rest := codeWord(lines[0]); {
		case word == "PURP" && purposeCode == "":
			lines = next(&rest, lines)
			purposeCode = rest
		case word == "ROC" && endToEnd == "":
			lines = next(&rest, lines)
			endToEnd = rest
		default:
			return strings.TrimPrefix(unwrap(lines, mt103Lines), "/URI/"), purposeCode, endToEnd
		}
	}
	return "", purposeCode, endToEnd
}

// next goes behind a code word's value: to what follows // in the same line, or to the next line.
func next(value *string, lines []string) []string {
	before, after, more := strings.Cut(*value, "//")
	*value = before
	if more && after != "" {
		return append([]string{after}, lines[1:]...)
	}
	return lines[1:]
}

// codeWord takes "/WORD/rest" apart.
func codeWord(line string) (word, rest string) {
	if !strings.HasPrefix(line, "/") {
		return "", line
	}
	word, rest, ok := strings.Cut(line[1:], "/")
	if !ok {
		return "", line
	}
	return word, rest
}
