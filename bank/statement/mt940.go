package statement

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"smartbank/bank/calendar"
	"smartbank/bank/iso"
	"smartbank/bank/money"
)

// messageSize is how many characters a message of SWIFT's category 9 may have. A
// longer statement goes on in the next one.
const messageSize = 2000

// mt940 writes the messages of a statement: each with a balance it begins and one
// it ends with, those between two messages marked M, intermediate.
type mt940 struct {
	out     *bufio.Writer
	head    Head
	lines   strings.Builder // of the message that is being written
	before  int             // messages that were written
	opening money.Amount    // of the message
	since   calendar.Date   // the day of that balance
	now     money.Amount    // after the last line
	day     calendar.Date   // of the last line
}

// writeMT940 writes MT940 Customer Statement Messages (SWIFT Standards, category
// 9), one after another, each ended by a line with a dash. Text is written in set x: Hangul by its romanization.
func writeMT940(w io.Writer, h Head, rows Rows) error {
	m := &mt940{out: bufio.NewWriter(w), head: h, opening: h.Opening, now: h.Opening, since: h.From, day: h.From}
	for row, err := range rows {
		if err != nil {
			return err
		}
		line := statementLine(row)
		if m.lines.Len() > 0 && len(m.message(false))+len(line) > messageSize {
			m.flush(false)
		}
		m.lines.WriteString(line)
		m.now, m.day = row.Balance, calendar.DateOf(row.At)
	}
	m.flush(true)
	return m.out.Flush()
}

// flush ends a message.
func (m *mt940) flush(last bool) {
	_, _ = m.out.WriteString(m.message(last)) // Flush tells
	m.before++
	m.lines.Reset()
	m.opening, m.since = m.now, m.day
}

// message is the message as it would be if it ended now.
func (m *mt940) message(last bool) string {
	first, end, day := "M", "M", m.day
	if m.before == 0 {
		first = "F"
	}
	if last {
		end, day = "F", m.head.To
	}
	return fmt.Sprintf(":20:%s\r\n:25:%s\r\n:28C:%d/%d\r\n:60%s:%s\r\n%s:62%s:%s\r\n-\r\n",
		m.head.ID, m.head.Account.Number, m.head.Number, m.before+1,
		first, balance(m.opening, m.since), m.lines.String(), end, balance(m.now, day))
}

// balance is a balance field: credit or debit, day, currency, amount.
func balance(a money.Amount, day calendar.Date) string {
	mark := "C"
	if a.Minor() < 0 {
		mark = "D"
	}
	return mark + sixDigits(day) + string(a.Currency()) + swiftAmount(magnitude(a))
}

// swiftAmount is an amount with a comma, which stands there also without decimals.
func swiftAmount(a money.Amount) string {
	whole, decimals, _ := strings.Cut(a.Plain(), ".")
	return whole + "," + decimals
}

// sixDigits is a day as SWIFT writes it: YYMMDD.
func sixDigits(day calendar.Date) string {
	return fmt.Sprintf("%02d%02d%02d", day.Year%100, int(day.Month), day.Day)
}

// transactionTypes are the codes of field 61 by the kind of an entry.
var transactionTypes = map[string]string{
	"transfer": "TRF", "salary": "TRF", "interest": "INT", "fee": "CHG", "card": "CMZ", "bill": "DDT", "exchange": "FEX", "reversal": "RTI",
}

// statementLine are the fields 61 and 86 of a posting.
func statementLine(row Row) string {
	day := calendar.DateOf(row.At)
	mark := "C"
	if row.Amount.Minor() < 0 {
		mark = "D"
	}
	kind, known := transactionTypes[row.Kind]
	if !known {
		kind = "MSC"
	}
	reference := row.Reference
	if len(reference) > 16 {
		reference = strings.ReplaceAll(reference, "-", "")
	}
	line := fmt.Sprintf(":61:%s%02d%02d%s%sN%sNONREF//%s\r\n", sixDigits(day), int(day.Month), day.Day, mark,
		swiftAmount(magnitude(row.Amount)), kind, reference)
	// The codes are those of the structured form that Dutch and Nordic banks use.
	details := []string{"/TIME/" + seoul(row.At).Format("150405")}
	for _, d := range []struct{ code, text string }{
		{"/REMI/", row.Memo}, {"/NAME/", row.OtherName}, {"/ACCT/", strings.TrimSpace(row.OtherBank + " " + row.Other)},
	} {
		if text := iso.Transliterate(d.text).Text; text != "" {
			details = append(details, cut(d.code+text, 65))
		}
	}
	return line + ":86:" + strings.Join(details, "\r\n") + "\r\n"
}
