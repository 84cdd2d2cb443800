package statementtest

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var (
	setX           = regexp.MustCompile(`^[A-Za-z0-9/?:().,'+ -]*$`)
	balanceField   = regexp.MustCompile(`^([CD])(\d{6})([A-Z]{3})(\d+,\d*)$`)
	statementField = regexp.MustCompile(`^(\d{6})(\d{4})?(R?[CD])(\d+,\d*)([NSF][A-Z0-9]{3})([^/]{1,16})//(.{1,16})$`)
	numberField    = regexp.MustCompile(`^\d{1,5}/(\d{1,5})$`)
)

// readMT940 reads messages field by field: each must begin where the one before
// ended, and no line may be longer, nor hold other characters, than SWIFT allows.
func readMT940(tb testing.TB, file string) Sheet {
	tb.Helper()
	r := mt940{messages: strings.Split(strings.TrimSuffix(file, "\r\n-\r\n"), "\r\n-\r\n")}
	for i, m := range r.messages {
		if len(m)+5 > 2000 {
			tb.Errorf("message %d has %d characters", i+1, len(m))
		}
		for _, field := range fields(tb, m) {
			r.field(tb, i, field[0], field[1])
		}
	}
	return r.sheet
}

// mt940 is a statement that is being read.
type mt940 struct {
	messages []string
	sheet    Sheet
	before   string // the balance that the last message ended with
}

// field takes a field of message i.
func (r *mt940) field(tb testing.TB, i int, tag, value string) {
	tb.Helper()
	s := &r.sheet
	switch tag {
	case "28C":
		if n := numberField.FindStringSubmatch(value); n == nil || n[1] != strconv.Itoa(i+1) {
			tb.Errorf("message %d is number %s", i+1, value)
		}
	case "60F", "60M":
		if (tag == "60F") != (i == 0) || tag == "60M" && value != r.before {
			tb.Errorf("message %d begins with %s:%s after %s", i+1, tag, value, r.before)
		}
		if i == 0 {
			s.Opening = signed(tb, value)
		}
	case "61":
		s.Rows = append(s.Rows, statementRow(tb, value))
	case "86":
		information(&s.Rows[len(s.Rows)-1], value)
	case "62F", "62M":
		if (tag == "62F") != (i == len(r.messages)-1) {
			tb.Errorf("message %d ends with %s", i+1, tag)
		}
		r.before, s.Closing = value, signed(tb, value)
	}
}

// information takes what field 86 says of a row.
func information(r *Line, value string) {
	for detail := range strings.SplitSeq(value, "\r\n") {
		if clock, ok := strings.CutPrefix(detail, "/TIME/"); ok {
			r.At += " " + clock[:2] + ":" + clock[2:4] + ":" + clock[4:]
		}
		if memo, ok := strings.CutPrefix(detail, "/REMI/"); ok {
			r.Memo = memo
		}
	}
}

// fields are the tags and values of a message.
func fields(tb testing.TB, message string) (all [][2]string) {
	tb.Helper()
	for l := range strings.SplitSeq(message, "\r\n") {
		if len(l) > 70 {
			tb.Errorf("%q is too long", l)
		}
		if !setX.MatchString(l) {
			tb.Errorf("%q has characters that are not of set x", l)
		}
		if rest, tagged := strings.CutPrefix(l, ":"); tagged {
			tag, value, _ := strings.Cut(rest, ":")
			all = append(all, [2]string{tag, value})
			continue
		}
		all[len(all)-1][1] += "\r\n" + l
	}
	return all
}

func signed(tb testing.TB, value string) string {
	tb.Helper()
	m := balanceField.FindStringSubmatch(value)
	if m == nil {
		tb.Fatalf("%q is no balance", value)
	}
	return map[string]string{"C": "", "D": "-"}[m[1]] + point(m[4])
}

func point(amount string) string {
	return strings.TrimSuffix(strings.ReplaceAll(amount, ",", "."), ".")
}

func statementRow(tb testing.TB, value string) Line {
	tb.Helper()
	m := statementField.FindStringSubmatch(value)
	if m == nil {
		tb.Fatalf("%q is no statement line", value)
	}
	day := clock(tb, "060102", m[1])[:10]
	return Line{At: day, Amount: map[string]string{"C": "", "D": "-"}[m[3]] + point(m[4]), Reference: m[7]}
}
