package fx

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"smartbank/bank/money"
)

// Listing is a currency in an answer of the Export-Import Bank of Korea: won for a number of units.
type Listing struct {
	Currency money.Currency
	Unit     int64  // "JPY(100)" is 100
	Name     string // in Korean
	Receive  Rate   // ttb
	Send     Rate   // tts
	Base     Rate   // deal_bas_r
	Book     Rate   // bkpr
}

// listing is a row as it is written: its numbers are texts with thousands commas.
type listing struct {
	Result    int     `json:"result"`
	Unit      string  `json:"cur_unit"`
	Receive   string  `json:"ttb"`
	Send      string  `json:"tts"`
	Base      string  `json:"deal_bas_r"`
	Book      string  `json:"bkpr"`
	Year      *string `json:"yy_efee_r,omitempty"`
	TenDays   *string `json:"ten_dd_efee_r,omitempty"`
	KFTCBook  *string `json:"kftc_bkpr,omitempty"`
	KFTCBase  *string `json:"kftc_deal_bas_r,omitempty"`
	NameInKor string  `json:"cur_nm"`
}

// ReadEximbank reads the answer of the Export-Import Bank of Korea's service of exchange rates (AP01): an array of rows. It is strict:
// what is refused is a [*FileError], an answer without rates a [*ResultError], and an empty array [ErrClosed].
func ReadEximbank(file []byte) ([]Listing, error) {
	if len(file) > MaxFile {
		return nil, &FileError{Fault: FaultSize}
	}
	d := json.NewDecoder(bytes.NewReader(file))
	d.DisallowUnknownFields()
	fault := func(err error) error {
		offset := d.InputOffset()
		var whole any // the decoder's own offsets of syntax errors are not the file's
		if syntax, ok := errors.AsType[*json.SyntaxError](json.Unmarshal(file, &whole)); ok {
			offset = syntax.Offset
		}
		return &FileError{FaultSyntax, lineOf(file, offset), "", clip(err.Error())}
	}
	if open, err := d.Token(); err != nil || open != json.Delim('[') {
		return nil, &FileError{FaultSyntax, lineOf(file, d.InputOffset()), "", "["}
	}
	var all []Listing
	seen := map[money.Currency]bool{}
	for d.More() {
		start := d.InputOffset()
		start += int64(len(file[start:]) - len(bytes.TrimLeft(file[start:], " \t\r\n,")))
		var row listing
		if err := d.Decode(&row); err != nil {
			return nil, fault(err)
		}
		if row.Result != 1 {
			return nil, &ResultError{row.Result}
		}
		l, bad := row.read()
		if bad == nil && seen[l.Currency] {
			bad = &FileError{Fault: FaultCurrency, Field: "cur_unit", Got: row.Unit}
		}
		if bad != nil {
			bad.Line = lineOf(file, start)
			return nil, bad
		}
		seen[l.Currency] = true
		all = append(all, l)
	}
	if _, err := d.Token(); err != nil {
		return nil, fault(err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, &FileError{FaultSyntax, lineOf(file, d.InputOffset()), "", "]"}
	}
	if len(all) == 0 {
		return nil, ErrClosed
	}
	return all, nil
}

// read reads the texts of a row.
func (row listing) read() (Listing, *FileError) {
	name, rest, counted := strings.Cut(row.Unit, "(")
	l := Listing{Currency: money.Currency(name), Unit: 1, Name: row.NameInKor}
	if counted && rest == "100)" {
		l.Unit = 100
	} else if counted {
		name = ""
	}
	if !code(name) {
		return l, &FileError{Fault: FaultCurrency, Field: "cur_unit", Got: clip(row.Unit)}
	}
	var unused Rate
	for _, price := range []struct {
		name string
		text *string
		is   *Rate
	}{
		{"ttb", &row.Receive, &l.Receive},
		{"tts", &row.Send, &l.Send},
		{"deal_bas_r", &row.Base, &l.Base},
		{"bkpr", &row.Book, &l.Book},
		{"yy_efee_r", row.Year, &unused},
		{"ten_dd_efee_r", row.TenDays, &unused},
		{"kftc_bkpr", row.KFTCBook, &unused},
		{"kftc_deal_bas_r", row.KFTCBase, &unused},
	} {
		if price.text == nil {
			continue
		}
		r, err := parseGrouped(*price.text)
		if err != nil {
			return l, &FileError{Fault: FaultRate, Field: price.name, Got: clip(*price.text)}
		}
		*price.is = r
	}
	return l, nil
}

// parseGrouped reads a rate with thousands commas where they belong.
func parseGrouped(s string) (Rate, error) {
	r, err := ParseRate(strings.ReplaceAll(s, ",", ""))
	if err != nil || r > maxRate {
		return 0, ErrSyntax
	}
	if whole, _, _ := strings.Cut(s, "."); strings.Contains(s, ",") && whole != commas(r) {
		return 0, ErrSyntax
	}
	return r, nil
}

// commas is the whole part of a rate with thousands commas.
func commas(r Rate) string { whole, _, _ := strings.Cut(r.Grouped(), "."); return whole }

// WriteEximbank is an answer with rows: what [ReadEximbank] reads back.
func WriteEximbank(all []Listing) ([]byte, error) {
	rows := make([]listing, len(all))
	for i, l := range all {
		unit := string(l.Currency)
		if l.Unit != 1 {
			unit += "(" + strconv.FormatInt(l.Unit, 10) + ")"
		}
		rows[i] = listing{
			Result: 1, Unit: unit, NameInKor: l.Name,
			Receive: short(l.Receive), Send: short(l.Send), Base: short(l.Base), Book: short(l.Book),
		}
	}
	return json.Marshal(rows)
}

// short is a rate with thousands commas and no zeros at the end of its decimals.
func short(r Rate) string {
	_, decimals, pointed := strings.Cut(r.String(), ".")
	if !pointed {
		return commas(r)
	}
	return commas(r) + "." + decimals
}
