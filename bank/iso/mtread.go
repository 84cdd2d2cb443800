package iso

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"smartbank/bank/money"
)

// ParseMT103 reads a SWIFT MT103, sent or received, with line ends of CR LF or LF. The fields that a [CreditTransfer] has no
// place for are checked for their order only.
//
// What is refused is an [*InvalidError] with the field, the line and, where the handbook gives one, SWIFT's error
// code; the fields read so far are returned with it. Rules that are about several fields come last.
func ParseMT103(message []byte) (MT103, error) {
	var m MT103
	if bad := m.read(message); bad != nil {
		return m, fmt.Errorf("read MT103: %w", bad)
	}
	return m, nil
}

func (m *MT103) read(message []byte) *InvalidError {
	if len(message) > MaxMT {
		return problem(TooLarge, strconv.Itoa(len(message)), strconv.Itoa(MaxMT)).in("", "M50")
	}
	b, bad := splitBlocks(strings.ReplaceAll(string(message), "\r\n", "\n"))
	if bad != nil {
		return bad
	}
	var r mtReader
	if bad = r.readHeaders(b); bad != nil {
		return bad
	}
	if m.Fields, bad = splitFields(b.is['4'], b.line['4']); bad != nil {
		return bad
	}
	if bad = checkOrder(m.Fields); bad != nil {
		return bad
	}
	for _, f := range m.Fields {
		if bad = r.readField(f); bad != nil {
			bad = bad.in(f.Tag, "")
			bad.Line = f.Line
			return bad
		}
	}
	m.Transfer = r.Normal()
	if broken := m.Transfer.ruleProblems(); len(broken) > 0 {
		return broken[0].near(m.Fields)
	}
	return nil
}

// near is a broken rule with the line of its field, or of the text's first where it is missing.
func (e *InvalidError) near(fields []Field) *InvalidError {
	e.Line = fields[0].Line
	for _, f := range fields {
		if strings.HasPrefix(f.Tag, e.Field[:2]) {
			e.Line = f.Line
			break
		}
	}
	return e
}

// place is where a field may stand: one of its tags, again and again if it repeats.
type place struct {
	tags          string
	must, repeats bool
}

// places are the fields of MT103, in order.
var places = []place{
	{"20", true, false},
	{"13C", false, true},
	{"23B", true, false},
	{"23E", false, true},
	{"26T", false, false},
	{"32A", true, false},
	{"33B", false, false},
	{"36", false, false},
	{"50A 50F 50K", true, false},
	{"51A", false, false},
	{"52A 52D", false, false},
	{"53A 53B 53D", false, false},
	{"54A 54B 54D", false, false},
	{"55A 55B 55D", false, false},
	{"56A 56C 56D", false, false},
	{"57A 57B 57C 57D", false, false},
	{"59 59A 59F", true, false},
	{"70", false, false},
	{"71A", true, false},
	{"71F", false, true},
	{"71G", false, false},
	{"72", false, false},
	{"77B", false, false},
	{"77T", false, false},
}

// checkOrder checks that the fields are those of an MT103, in its order, and none is missing: SWIFT's T13.
func checkOrder(fields []Field) *InvalidError {
	at := 0 // of fields
	for _, p := range places {
		tags := strings.Fields(p.tags)
		count := 0
		for at < len(fields) && slices.Contains(tags, fields[at].Tag) && (count == 0 || p.repeats) {
			at, count = at+1, count+1
		}
		if count == 0 && p.must {
			line := 0
			if len(fields) > 0 {
				line = fields[min(at, len(fields)-1)].Line
			}
			return &InvalidError{Problem: Missing, SWIFT: "T13", Field: tags[0], Line: line, Want: p.tags}
		}
	}
	if at < len(fields) {
		what := WrongOrder
		if at > 0 && fields[at].Tag == fields[at-1].Tag {
			what = Repeated
		}
		return &InvalidError{Problem: what, SWIFT: "T13", Field: fields[at].Tag, Line: fields[at].Line}
	}
	return nil
}

// readField reads one field into the transfer.
func (t *mtReader) readField(f Field) (bad *InvalidError) {
	lines := strings.Split(f.Value, "\n")
	single := func(into *string, check func(string) *InvalidError) *InvalidError {
		if len(lines) > 1 {
			return problem(TooLong, strconv.Itoa(len(lines)), "1")
		}
		*into = f.Value
		return check(f.Value)
	}
	switch f.Tag {
	case "20":
		return single(&t.Reference, func(s string) *InvalidError { return reference(s, MaxReference) })
	case "23B":
		return operation(f.Value)
	case "32A":
		return t.readSettled(f.Value)
	case "33B":
		t.Instructed, bad = readMoney(f.Value)
	case "36":
		t.Rate, bad = readRate(f.Value)
	case "50A", "50F", "50K":
		t.Debtor, bad = readParty(f.Tag[2:], lines, t.Debtor.Phone)
	case "52A", "52D":
		t.DebtorAgent, bad = readAgent(f.Tag[2:], lines)
	case "56A", "56C", "56D":
		t.Intermediary, bad = readAgent(f.Tag[2:], lines)
	case "57A", "57B", "57C", "57D":
		t.CreditorAgent, bad = readAgent(f.Tag[2:], lines)
	case "59", "59A", "59F":
		t.Creditor, bad = readParty(f.Tag[2:], lines, t.Creditor.Phone)
	case "70":
		return t.readRemittance(lines)
	case "71A":
		t.Charges = Bearer(f.Value)
	case "71F":
		var taken money.Amount
		taken, bad = readCharge(f.Value)
		t.ChargesTaken = append(t.ChargesTaken, taken)
	case "71G":
		t.ChargesPaid, bad = readMoney(f.Value)
	case "72":
		return t.readPhones(lines)
	}
	return bad
}

// operation checks the bank operation code of field 23B.
func operation(s string) *InvalidError {
	if codes := "CRED CRTS SPAY SPRI SSTD"; !slices.Contains(strings.Fields(codes), s) {
		bad := problem(UnknownCode, s, codes)
		bad.SWIFT = "T36"
		return bad
	}
	return nil
}

// readRemittance reads field 70: at most four lines.
func (t *mtReader) readRemittance(lines []string) *InvalidError {
	if bad := longLines(lines, remittanceMost); bad != nil {
		return bad
	}
	t.Remittance, t.Purpose, t.EndToEnd = readRemittance(lines)
	return purpose(t.Purpose)
}

// longLines checks how many lines there are, of 35 characters.
func longLines(lines []string, most int) *InvalidError {
	if len(lines) > most {
		return problem(TooLong, strconv.Itoa(len(lines)), strconv.Itoa(most))
	}
	for _, line := range lines {
		if line == "" {
			return problem(Missing, "", "")
		}
		if len(line) > mt103Lines {
			return problem(TooLong, strconv.Itoa(len(line)), strconv.Itoa(mt103Lines))
		}
	}
	return nil
}

// readPhones reads the telephone numbers of field 72 and passes over its other words.
func (t *mtReader) readPhones(lines []string) *InvalidError {
	if bad := longLines(lines, 6); bad != nil {
		return bad
	}
	for _, line := range lines {
		if s, ok := strings.CutPrefix(line, debtorPhone); ok {
			t.Debtor.Phone = s
		}
		if s, ok := strings.CutPrefix(line, creditorPhone); ok {
			t.Creditor.Phone = s
		}
	}
	return nil
}
