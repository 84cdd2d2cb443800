package statement_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/iso"
	"smartbank/bank/money"
	"smartbank/bank/statement"
)

// line is what every format carries of a row: when, how much, its reference, and
// what is said about it.
type line struct {
	at, amount, reference, memo string
}

// sheet is a statement as a reader of one format finds it.
type sheet struct {
	opening, closing string // "" where the format has none
	rows             []line
}

const memos = "이바다|GS25 Jongno|=HYPERLINK(\"x\")|급여 <Hankuk & Co>|-50% \"sale\"|:61:fake||a\u0007b|ünïcode – dash"

// example is a statement of n rows.
func example(n int, c money.Currency) (statement.Head, []statement.Row) {
	at := time.Date(2026, time.October, 6, 0, 30, 15, 0, calendar.Seoul)
	h := statement.Head{
		ID: "STM20261105", Number: 7, Made: time.Date(2026, time.November, 5, 10, 0, 0, 0, calendar.Seoul),
		Account: statement.Account{
			Number: "01234502678901", Owner: "홍길동", Product: "Everyday <1> & more", Currency: c, Bank: "우체국", BIC: "SHBKKRSE",
		},
		From: calendar.DateOf(at), To: calendar.Date{Year: 2026, Month: time.November, Day: 5},
		Opening: money.New(512_400, c), Rows: n,
	}
	text, kinds := strings.Split(memos, "|"), []string{"transfer", "card", "salary", "fee", "interest", "cash", "opening"}
	balance := h.Opening
	var rows []statement.Row
	for i := range n {
		amount := money.New(int64(1000+37*i), c)
		if i%3 == 1 {
			amount = amount.Neg()
		}
		balance, _ = balance.Add(amount)
		r := statement.Row{
			At: at.Add(time.Duration(i) * time.Minute), Amount: amount, Balance: balance, Kind: kinds[i%len(kinds)],
			Reference: fmt.Sprintf("20261006-%07d", i+1), Memo: text[i%len(text)],
		}
		if i%4 == 0 {
			r.Other, r.OtherName, r.OtherBank = "54321002123456", "이바다", "071"
		}
		rows = append(rows, r)
	}
	h.Closing = balance
	return h, rows
}

func each(rows []statement.Row) statement.Rows {
	return func(yield func(statement.Row, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// readers read a format back, with nothing of the writer's.
var readers = map[statement.Format]func(t *testing.T, file string) sheet{
	statement.CSV:      readCSV,
	statement.ExcelCSV: readExcel,
	statement.Camt053:  readCamt,
	statement.MT940:    readMT940,
	statement.OFX:      readOFX,
}

// TestAllFormatsCarryTheSameRowsAndBalances writes one statement in each format and reads it back.
func TestAllFormatsCarryTheSameRowsAndBalances(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, 1, 7, 300} {
		for _, c := range []money.Currency{money.KRW, money.USD} {
			h, rows := example(n, c)
			for _, f := range statement.Formats() {
				t.Run(fmt.Sprintf("%s, %d rows in %s", f, n, c), func(t *testing.T) {
					t.Parallel()
					var file bytes.Buffer
					if err := statement.Write(&file, f, h, each(rows)); err != nil {
						t.Fatal(err)
					}
					compare(t, f, h, rows, readers[f](t, file.String()))
				})
			}
		}
	}
}

func compare(t *testing.T, f statement.Format, h statement.Head, rows []statement.Row, got sheet) {
	t.Helper()
	if got.opening != "" && got.opening != h.Opening.Plain() || got.closing != "" && got.closing != h.Closing.Plain() {
		t.Errorf("balances %s and %s, wanted %s and %s", got.opening, got.closing, h.Opening.Plain(), h.Closing.Plain())
	}
	if len(got.rows) != len(rows) {
		t.Fatalf("%d rows, wanted %d", len(got.rows), len(rows))
	}
	for i, r := range rows {
		want := line{r.At.In(calendar.Seoul).Format("2006-01-02 15:04:05"), r.Amount.Plain(), r.Reference, strings.ReplaceAll(r.Memo, "\a", "\ufffd")}
		switch f {
		case statement.MT940:
			want.memo = iso.Transliterate(r.Memo).Text
		case statement.CSV, statement.ExcelCSV:
			want.memo = r.Memo
		case statement.Camt053, statement.OFX: // XML has no controls
		}
		if got.rows[i] != want {
			t.Errorf("row %d is %q, wanted %q", i, got.rows[i], want)
		}
	}
}

func readCSV(t *testing.T, file string) sheet {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var s sheet
	for _, r := range records[1:] {
		s.rows = append(s.rows, line{r[0] + " " + r[1], r[4], r[7], r[3]})
		s.closing = r[5]
	}
	return s
}

func readExcel(t *testing.T, file string) sheet {
	t.Helper()
	file, marked := strings.CutPrefix(file, "\ufeff")
	if !marked {
		t.Error("there is no byte order mark")
	}
	s := readCSV(t, file)
	for i, r := range s.rows {
		if r.memo != "" && strings.ContainsRune("=+-@", rune(r.memo[0])) {
			t.Errorf("%q is a formula", r.memo)
		}
		s.rows[i].memo = strings.TrimPrefix(r.memo, "'")
	}
	return s
}

func readCamt(t *testing.T, file string) sheet {
	t.Helper()
	var d struct {
		XMLName xml.Name
		Stmt    struct {
			Bal []struct {
				Cd  string `xml:"Tp>CdOrPrtry>Cd"`
				Amt string
				Ind string `xml:"CdtDbtInd"`
			}
			Ntry []struct {
				Amt         string
				Ind         string `xml:"CdtDbtInd"`
				At          string `xml:"BookgDt>DtTm"`
				AcctSvcrRef string
				Memo        string `xml:"NtryDtls>TxDtls>RmtInf>Ustrd"`
			}
		} `xml:"BkToCstmrStmt>Stmt"`
	}
	if err := xml.Unmarshal([]byte(file), &d); err != nil {
		t.Fatal(err)
	}
	if d.XMLName.Space != "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08" {
		t.Errorf("it is %s", d.XMLName.Space)
	}
	sign := map[string]string{"CRDT": "", "DBIT": "-"}
	var s sheet
	for _, b := range d.Stmt.Bal {
		switch b.Cd {
		case "OPBD":
			s.opening = sign[b.Ind] + b.Amt
		case "CLBD":
			s.closing = sign[b.Ind] + b.Amt
		}
	}
	for _, n := range d.Stmt.Ntry {
		at, err := time.Parse(time.RFC3339, n.At)
		if err != nil {
			t.Fatal(err)
		}
		s.rows = append(s.rows, line{at.Format("2006-01-02 15:04:05"), sign[n.Ind] + n.Amt, n.AcctSvcrRef, n.Memo})
	}
	return s
}

func readOFX(t *testing.T, file string) sheet {
	t.Helper()
	var d struct {
		Rows []struct {
			Amount string `xml:"TRNAMT"`
			At     string `xml:"DTPOSTED"`
			ID     string `xml:"FITID"`
			Memo   string `xml:"MEMO"`
		} `xml:"BANKMSGSRSV1>STMTTRNRS>STMTRS>BANKTRANLIST>STMTTRN"`
		Closing string `xml:"BANKMSGSRSV1>STMTTRNRS>STMTRS>LEDGERBAL>BALAMT"`
	}
	if err := xml.Unmarshal([]byte(file), &d); err != nil {
		t.Fatal(err)
	}
	s := sheet{closing: d.Closing}
	for _, r := range d.Rows {
		at, err := time.Parse("20060102150405.000[+9:KST]", r.At)
		if err != nil {
			t.Fatal(err)
		}
		s.rows = append(s.rows, line{at.Format("2006-01-02 15:04:05"), r.Amount, r.ID, r.Memo})
	}
	return s
}

var (
	balanceField   = regexp.MustCompile(`^([CD])(\d{6})([A-Z]{3})(\d+,\d*)$`)
	statementField = regexp.MustCompile(`^(\d{6})(\d{4})?(R?[CD])(\d+,\d*)([NSF][A-Z0-9]{3})([^/]{1,16})//(.{1,16})$`)
)

// readMT940 reads messages field by field: each must begin where the one before
// ended, and no line may be longer, nor hold other characters, than SWIFT allows.
func readMT940(t *testing.T, file string) sheet {
	t.Helper()
	var s sheet
	messages := strings.Split(strings.TrimSuffix(file, "\r\n-\r\n"), "\r\n-\r\n")
	before := ""
	for i, m := range messages {
		if len(m)+5 > 2000 {
			t.Errorf("message %d has %d characters", i+1, len(m))
		}
		for _, field := range fields(t, m) {
			switch tag, value := field[0], field[1]; tag {
			case "28C":
				if value != "7/"+strconv.Itoa(i+1) {
					t.Errorf("message %d is number %s", i+1, value)
				}
			case "60F", "60M":
				if (tag == "60F") != (i == 0) || tag == "60M" && value != before {
					t.Errorf("message %d begins with %s:%s after %s", i+1, tag, value, before)
				}
				if i == 0 {
					s.opening = signed(t, value)
				}
			case "61":
				s.rows = append(s.rows, statementRow(t, value))
			case "86":
				r := &s.rows[len(s.rows)-1]
				for detail := range strings.SplitSeq(value, "\r\n") {
					if clock, ok := strings.CutPrefix(detail, "/TIME/"); ok {
						r.at += " " + clock[:2] + ":" + clock[2:4] + ":" + clock[4:]
					}
					if memo, ok := strings.CutPrefix(detail, "/REMI/"); ok {
						r.memo = memo
					}
				}
			case "62F", "62M":
				if (tag == "62F") != (i == len(messages)-1) {
					t.Errorf("message %d ends with %s", i+1, tag)
				}
				before, s.closing = value, signed(t, value)
			}
		}
	}
	return s
}

// fields are the tags and values of a message.
func fields(t *testing.T, message string) (all [][2]string) {
	t.Helper()
	for l := range strings.SplitSeq(message, "\r\n") {
		if len(l) > 70 {
			t.Errorf("%q is too long", l)
		}
		for _, r := range l {
			if !iso.InX(r) {
				t.Errorf("%q has %q", l, r)
			}
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

func signed(t *testing.T, value string) string {
	t.Helper()
	m := balanceField.FindStringSubmatch(value)
	if m == nil {
		t.Fatalf("%q is no balance", value)
	}
	return map[string]string{"C": "", "D": "-"}[m[1]] + point(m[4])
}

func point(amount string) string {
	return strings.TrimSuffix(strings.ReplaceAll(amount, ",", "."), ".")
}

func statementRow(t *testing.T, value string) line {
	t.Helper()
	m := statementField.FindStringSubmatch(value)
	if m == nil {
		t.Fatalf("%q is no statement line", value)
	}
	day, err := time.Parse("060102", m[1])
	if err != nil {
		t.Fatal(err)
	}
	return line{at: day.Format("2006-01-02"), amount: map[string]string{"C": "", "D": "-"}[m[3]] + point(m[4]), reference: m[7]}
}

func TestRowsThatDoNotReconcileAreAnError(t *testing.T) {
	t.Parallel()
	fault := errors.New("the disk is gone")
	for name, test := range map[string]struct {
		spoil func(h *statement.Head, rows []statement.Row) statement.Rows
		want  error
	}{
		"a row is missing": {func(_ *statement.Head, rows []statement.Row) statement.Rows { return each(rows[:6]) }, statement.ErrUnreconciled},
		"a row is there twice": {
			func(_ *statement.Head, rows []statement.Row) statement.Rows { return each(append(rows, rows[6])) }, statement.ErrUnreconciled,
		},
		"a balance is another": {func(_ *statement.Head, rows []statement.Row) statement.Rows {
			rows[3].Balance = money.New(1, money.KRW)
			return each(rows)
		}, statement.ErrUnreconciled},
		"another currency": {func(h *statement.Head, rows []statement.Row) statement.Rows {
			h.Opening = money.New(512_400, money.USD)
			return each(rows)
		}, money.ErrMismatch},
		"reading them fails": {func(_ *statement.Head, rows []statement.Row) statement.Rows {
			return func(yield func(statement.Row, error) bool) {
				_ = yield(rows[0], nil) && yield(statement.Row{}, fault)
			}
		}, fault},
	} {
		for _, f := range statement.Formats() {
			h, rows := example(7, money.KRW)
			if err := statement.Write(&bytes.Buffer{}, f, h, test.spoil(&h, rows)); !errors.Is(err, test.want) {
				t.Errorf("%s: %s answers %v", name, f, err)
			}
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	h, rows := example(10_000, money.KRW)
	for _, f := range statement.Formats() {
		b.Run(string(f), func(b *testing.B) {
			for b.Loop() {
				if err := statement.Write(&bytes.Buffer{}, f, h, each(rows)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
