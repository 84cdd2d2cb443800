// Package statementtest reads statements back, with nothing of their writer's: the
// independent half of a round trip. Each reader also holds a file to the rules of
// its format.
package statementtest

import (
	"encoding/csv"
	"strings"
	"testing"
	"time"
)

// Line is what every format carries of a row.
type Line struct {
	At        string // in Seoul, 2026-11-05 14:03:21
	Amount    string // with a minus when money went out
	Reference string
	Memo      string
}

// Sheet is a statement as a reader finds it.
type Sheet struct {
	Opening, Closing string // "" where the format has none
	Balances         []string
	Rows             []Line
}

// Read reads a file of a format, called as package statement calls it. It fails
// the test for one that breaks the format's rules.
func Read(tb testing.TB, format, file string) Sheet {
	tb.Helper()
	switch format {
	case "csv":
		return readCSV(tb, file)
	case "excel":
		return readExcel(tb, file)
	case "camt053":
		return readCamt(tb, file)
	case "mt940":
		return readMT940(tb, file)
	case "ofx":
		return readOFX(tb, file)
	}
	tb.Fatalf("nobody reads %s", format)
	return Sheet{}
}

func readCSV(tb testing.TB, file string) Sheet {
	tb.Helper()
	if strings.Contains(strings.ReplaceAll(file, "\r\n", ""), "\n") {
		tb.Error("not every line ends with CR LF (RFC 4180, section 2)")
	}
	records, err := csv.NewReader(strings.NewReader(file)).ReadAll()
	if err != nil {
		tb.Fatal(err)
	}
	var s Sheet
	for _, r := range records[1:] {
		s.Rows = append(s.Rows, Line{r[0] + " " + r[1], r[4], r[7], r[3]})
		s.Balances = append(s.Balances, r[5])
		s.Closing = r[5]
	}
	return s
}

func readExcel(tb testing.TB, file string) Sheet {
	tb.Helper()
	file, marked := strings.CutPrefix(file, "\ufeff")
	if !marked {
		tb.Error("there is no byte order mark")
	}
	s := readCSV(tb, file)
	for i, r := range s.Rows {
		if r.Memo != "" && strings.ContainsRune("=+-@", rune(r.Memo[0])) {
			tb.Errorf("%q is a formula", r.Memo)
		}
		s.Rows[i].Memo = strings.TrimPrefix(r.Memo, "'")
	}
	return s
}

// clock is a moment as Line has it.
func clock(tb testing.TB, layout, value string) string {
	tb.Helper()
	at, err := time.Parse(layout, value)
	if err != nil {
		tb.Fatal(err)
	}
	return at.Format("2006-01-02 15:04:05")
}
