package fx

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// Day is the euro foreign exchange reference rates of a day: how many units one euro is.
type Day struct {
	Date  calendar.Date
	Units map[money.Currency]Rate // without those that were not available

	Demonstration bool // made up
}

// Base is the price in won of [Unit] units of a currency: the cross rate over the euro, half up to two decimals. It returns
// [ErrNoRate] or [ErrOverflow].
func (d Day) Base(c money.Currency) (Rate, error) {
	won, ok := d.Units[money.KRW]
	units, also := d.Units[c]
	if c == money.EUR {
		units, also = one, true
	}
	if !ok || !also || units <= 0 {
		return 0, fmt.Errorf("%s: %w", c, ErrNoRate)
	}
	// won ÷ units × unit, both in millionths
	n, err := scaled(int64(won), []int64{Unit(c), 100}, []int64{int64(units)}, HalfUp)
	if err != nil || n > int64(maxRate)/(int64(one)/100) {
		return 0, fmt.Errorf("%s: %w", c, ErrOverflow)
	}
	return Rate(n) * (one / 100), nil
}

// maxRate is the largest rate that is taken: what fits with room for the formulae.
const maxRate = 1_000_000 * one

// ECB is a file of reference rates: eurofxref-hist.csv.
type ECB struct {
	Currencies []money.Currency // the columns
	Days       []Day            // newest first, as in the file
}

// ReadECB reads eurofxref-hist.csv as the European Central Bank publishes it: a line of columns that begins with Date, then a
// line for each day, newest first, N/A for what is missing, and a comma at the end of each line or of none. It is
// strict: what is refused is a [*FileError].
func ReadECB(file []byte) (ECB, error) {
	if len(file) > MaxFile {
		return ECB{}, &FileError{Fault: FaultSize}
	}
	text := strings.ReplaceAll(string(file), "\r\n", "\n")
	rows := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	first, trailing := strings.CutSuffix(rows[0], ",")
	head := strings.Split(first, ",")
	if head[0] != "Date" || len(head) < 2 {
		return ECB{}, &FileError{FaultHeader, 1, "", clip(rows[0])}
	}
	var e ECB
	for _, name := range head[1:] {
		c := money.Currency(name)
		if !code(name) || slices.Contains(e.Currencies, c) {
			return ECB{}, &FileError{FaultCurrency, 1, "", clip(name)}
		}
		e.Currencies = append(e.Currencies, c)
	}
	for i, row := range rows[1:] {
		day, fault := e.readDay(row, trailing)
		if fault == nil && len(e.Days) > 0 && !day.Date.Before(e.Days[len(e.Days)-1].Date) {
			fault = &FileError{Fault: FaultDate, Field: "Date", Got: day.Date.String()}
		}
		if fault != nil {
			fault.Line = i + 2
			return ECB{}, fault
		}
		e.Days = append(e.Days, day)
	}
	return e, nil
}

// clip is the start of what was found, for an error.
func clip(s string) string { return strings.ToValidUTF8(s[:min(len(s), 40)], "?") }

// readDay reads the line of a day.
func (e ECB) readDay(row string, trailing bool) (Day, *FileError) {
	row, ended := strings.CutSuffix(row, ",")
	cells := strings.Split(row, ",")
	if len(cells) != len(e.Currencies)+1 || ended != trailing {
		return Day{}, &FileError{Fault: FaultColumns, Got: clip(row)}
	}
	date, err := calendar.ParseDate(cells[0])
	if err != nil || date.String() != cells[0] {
		return Day{}, &FileError{Fault: FaultDate, Field: "Date", Got: clip(cells[0])}
	}
	day := Day{Date: date, Units: make(map[money.Currency]Rate, len(cells))}
	for i, cell := range cells[1:] {
		if cell == "N/A" {
			continue
		}
		r, err := ParseRate(cell)
		if err != nil || r <= 0 || r > maxRate*1000 {
			return Day{}, &FileError{Fault: FaultRate, Field: string(e.Currencies[i]), Got: clip(cell)}
		}
		day.Units[e.Currencies[i]] = r
	}
	return day, nil
}

// Write is the file, with the comma at the end of each line: what [ReadECB] reads back.
func (e ECB) Write() []byte {
	var b bytes.Buffer
	b.WriteString("Date,")
	for _, c := range e.Currencies {
		b.WriteString(string(c) + ",")
	}
	for _, day := range e.Days {
		b.WriteString("\n" + day.Date.String() + ",")
		for _, c := range e.Currencies {
			if r, ok := day.Units[c]; ok {
				b.WriteString(r.String() + ",")
			} else {
				b.WriteString("N/A,")
			}
		}
	}
	b.WriteByte('\n')
	return b.Bytes()
}
