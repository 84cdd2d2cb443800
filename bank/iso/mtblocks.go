package iso

import (
	"strconv"
	"strings"
)

// MaxMT is how many bytes an MT103 may have. SWIFT takes 10,000 characters.
const MaxMT = 10_000

// MT103 is a message that was read.
type MT103 struct {
	Transfer CreditTransfer
	Fields   []Field // of the text block, in order
}

// blocks are the blocks of a message: what stands in them, and in which line they begin.
type blocks struct {
	is   map[byte]string
	line map[byte]int
}

// splitBlocks takes a message apart: {1:…}{2:…}{3:…}{4:…-}{5:…}, in that order; 3 and 5 need not be there.
func splitBlocks(s string) (blocks, *InvalidError) {
	found := blocks{map[byte]string{}, map[byte]int{}}
	line, last := 1, byte('0')
	for rest := s; rest != ""; {
		if rest[0] == '\n' || rest[0] == ' ' {
			if rest[0] == '\n' {
				line++
			}
			rest = rest[1:]
			continue
		}
		if len(rest) < 3 || rest[0] != '{' || rest[1] < '1' || rest[1] > '5' || rest[2] != ':' {
			return found, &InvalidError{Problem: Malformed, Line: line, Want: "{1: … {5:"}
		}
		id := rest[1]
		end := blockEnd(rest[3:], id)
		switch {
		case id <= last:
			return found, &InvalidError{Problem: WrongOrder, Line: line, Got: "{" + string(id) + ":"}
		case end < 0:
			return found, &InvalidError{Problem: Malformed, Line: line, Got: "{" + string(id) + ":", Want: "}"}
		}
		found.is[id], found.line[id] = rest[3:3+end], line
		line += strings.Count(rest[:3+end], "\n")
		last, rest = id, strings.TrimPrefix(rest[3+end:], "\n-")[1:]
	}
	for _, id := range []byte("124") {
		if _, ok := found.is[id]; !ok {
			return found, &InvalidError{Problem: Malformed, Line: line, Want: "{" + string(id) + ":"}
		}
	}
	return found, nil
}

// blockEnd is where a block ends, -1 if nowhere. The text ends with a line that is a dash alone; others
// end with their brace, and may have blocks in them.
func blockEnd(s string, id byte) int {
	if id == '4' {
		return strings.Index(s, "\n-}")
	}
	depth := 0
	for i := range len(s) {
		switch {
		case s[i] == '{':
			depth++
		case s[i] == '}' && depth == 0:
			return i
		case s[i] == '}':
			depth--
		}
	}
	return -1
}

// mtReader is the transfer that is being read from an MT103.
type mtReader struct{ CreditTransfer }

// readHeaders takes sender and receiver out of blocks 1 and 2, and the UETR out of block 3.
func (t *mtReader) readHeaders(b blocks) *InvalidError {
	at := func(id byte, bad *InvalidError) *InvalidError {
		bad = bad.in("{"+string(id)+":}", "")
		bad.Line = b.line[id]
		return bad
	}
	basic, application := b.is['1'], b.is['2']
	if len(basic) != 25 || basic[:3] != "F01" || !only(basic[15:], "0123456789") {
		return at('1', problem(Malformed, basic, "F01BANKBEBBAXXX0000000000"))
	}
	own, bad := readTerminal(basic[3:15])
	if bad != nil {
		return at('1', bad)
	}
	input := len(application) >= 17 && len(application) <= 21 && application[:4] == "I103"
	output := len(application) == 47 && application[:4] == "O103"
	if !input && !output {
		return at('2', problem(Malformed, application, "I103BANKBEBBXXXXN"))
	}
	other := application[4:16]
	if output {
		other = application[14:26]
	}
	correspondent, bad := readTerminal(other)
	if bad != nil {
		return at('2', bad)
	}
	t.Sender, t.Receiver = own, correspondent
	if output {
		t.Sender, t.Receiver = correspondent, own
	}
	_, after, _ := strings.Cut(b.is['3'], "{121:")
	reference, _, _ := strings.Cut(after, "}")
	if t.UETR, bad = parseUETR(reference); bad != nil {
		bad = bad.in("121", "")
		bad.Line = max(b.line['3'], 1)
	}
	return bad
}

// readTerminal is the BIC in the address of a logical terminal, of twelve characters.
func readTerminal(s string) (BIC, *InvalidError) {
	for i := range len(s) {
		if unlike(s[i], 'c') != "" {
			return "", problem(Malformed, strings.ToValidUTF8(s, "?"), "BANKBEBBAXXX")
		}
	}
	return parseBIC(s[:8] + s[9:])
}

// splitFields takes the text block apart. A field begins with a line ":tag:", and goes on to the next.
func splitFields(block string, line int) ([]Field, *InvalidError) {
	var all []Field
	text, ok := strings.CutPrefix(block, "\n")
	if !ok {
		return nil, &InvalidError{Problem: Malformed, Line: line, Want: "{4:"}
	}
	for said := range strings.SplitSeq(text, "\n") {
		line++
		if bad := xLine(said); bad != nil {
			bad.Line = line
			return all, bad
		}
		if tag, value, begins := cutTag(said); begins {
			all = append(all, Field{tag, value, line})
			continue
		}
		if len(all) == 0 || strings.HasPrefix(said, ":") || strings.HasPrefix(said, "-") {
			return all, &InvalidError{Problem: Malformed, SWIFT: "T13", Line: line, Got: said, Want: ":20:"}
		}
		last := &all[len(all)-1]
		last.Value += "\n" + said
	}
	return all, nil
}

// xLine checks that a line is in set x.
func xLine(s string) *InvalidError {
	bad := xText(s, len(s))
	switch {
	case bad == nil:
		return nil
	case bad.Problem == Missing:
		return problem(Malformed, "", strconv.Quote(":20:"))
	}
	return bad.in("", "M60")
}

// cutTag takes ":32A:value" apart.
func cutTag(line string) (tag, value string, ok bool) {
	if !strings.HasPrefix(line, ":") {
		return "", "", false
	}
	tag, value, ok = strings.Cut(line[1:], ":")
	if !ok || len(tag) < 2 || len(tag) > 3 || unlike(tag[0], 'n') != "" || unlike(tag[1], 'n') != "" || len(tag) == 3 && unlike(tag[2], 'a') != "" {
		return "", "", false
	}
	return tag, value, true
}
