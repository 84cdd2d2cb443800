package export_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/iso"
	"smartbank/bank/statement"
	"smartbank/bank/statement/statementtest"
	"smartbank/ui/export"
	"smartbank/ui/text"
)

var month = export.Selection{Account: banktest.KimMain, From: first, To: last}

// written is a statement as bytes.
func written(tb testing.TB, b *bank.Bank, c bank.Caller, s export.Statement, l text.Lang) []byte {
	tb.Helper()
	var file bytes.Buffer
	n, err := s.Write(tb.Context(), b, c, text.In(l), look, &file, nil)
	if err != nil {
		tb.Fatal(err)
	}
	if rows, _ := postings(tb, b, c, query(s.Selection)); n != len(rows) {
		tb.Errorf("it says that it has %d rows, of %d", n, len(rows))
	}
	return file.Bytes()
}

func query(s export.Selection) bank.HistoryQuery {
	return bank.HistoryQuery{Account: s.Account, From: s.From, To: s.To, Flow: s.Flow, Text: s.Text}
}

// All exports of one query carry the rows and the balances that the bank tells,
// each read back by a reader of its own.
func TestAllExportsOfAQueryAreReadBackAlike(t *testing.T) {
	t.Parallel()
	for name, s := range map[string]export.Selection{
		"a month":      month,
		"dollars":      {Account: banktest.KimDollars, From: first.AddMonths(-11), To: last},
		"an empty day": {Account: banktest.KimMain, From: first.AddDays(-1), To: first.AddDays(-1)},
	} {
		for _, f := range export.Formats() {
			t.Run(fmt.Sprintf("%s as %s", name, f), func(t *testing.T) {
				t.Parallel()
				b, c := open(t)
				want, totals := postings(t, b, c, query(s))
				file := written(t, b, c, export.Statement{Selection: s, Format: f}, text.English)
				if f == export.PDF {
					comparePrinted(t, readPDF(t, file), want, totals)
					return
				}
				compare(t, f, statementtest.Read(t, string(f), string(file)), want, totals)
			})
		}
	}
}

func compare(t *testing.T, f statement.Format, got statementtest.Sheet, want []bank.Posting, totals bank.HistoryPage) {
	t.Helper()
	if got.Opening != "" && got.Opening != totals.Opening.Plain() || got.Closing != "" && got.Closing != totals.Closing.Plain() {
		t.Errorf("balances %s and %s, wanted %s and %s", got.Opening, got.Closing, totals.Opening.Plain(), totals.Closing.Plain())
	}
	if len(got.Rows) != len(want) {
		t.Fatalf("%d rows, wanted %d", len(got.Rows), len(want))
	}
	for i, p := range want {
		w := statementtest.Line{
			At: p.At.In(calendar.Seoul).Format("2006-01-02 15:04:05"), Amount: p.Amount.Plain(), Reference: p.Reference, Memo: p.Memo,
		}
		if f == statement.MT940 {
			w.Memo = iso.Transliterate(w.Memo).Text
		}
		if got.Rows[i] != w {
			t.Errorf("row %d is %q, wanted %q", i, got.Rows[i], w)
		}
		if len(got.Balances) > 0 && got.Balances[i] != p.Balance.Plain() {
			t.Errorf("the balance of row %d is %s, wanted %s", i, got.Balances[i], p.Balance.Plain())
		}
	}
}

// printedRow is a row of a printed statement: when, reference, what is between,
// amount and balance.
var printedRow = regexp.MustCompile(`^(\d{4}-\d\d-\d\d \d\d:\d\d) +(\d{8}-\d{7}) (.*?) +([\d,.]+) +(-?[\d,.]+)$`)

func comparePrinted(t *testing.T, printed string, want []bank.Posting, totals bank.HistoryPage) {
	t.Helper()
	var rows [][]string
	for line := range strings.Lines(printed) {
		if m := printedRow.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
			rows = append(rows, m)
		}
	}
	if len(rows) != len(want) {
		t.Fatalf("%d rows are printed, wanted %d", len(rows), len(want))
	}
	for i, p := range want {
		amount := p.Amount
		if amount.Minor() < 0 {
			amount = amount.Neg()
		}
		got := strings.Join([]string{rows[i][1], rows[i][2], rows[i][4], rows[i][5]}, " ")
		if w := strings.Join([]string{text.DateTime(p.At), p.Reference, amount.Grouped(), p.Balance.Grouped()}, " "); got != w {
			t.Errorf("row %d is printed as %s, wanted %s", i, got, w)
		}
	}
	for label, amount := range map[string]string{"Opening": totals.Opening.Grouped(), "Closing": totals.Closing.Grouped()} {
		if !regexp.MustCompile(label + ` +` + regexp.QuoteMeta(amount) + ` [A-Z]{3}`).MatchString(printed) {
			t.Errorf("%s %s is not printed", label, amount)
		}
	}
}

// A part of a period comes as rows alone, and not in formats that lead from one
// balance to another.
func TestPartsOfAPeriod(t *testing.T) {
	t.Parallel()
	b, c := open(t)
	for name, s := range map[string]export.Selection{
		"deposits":             {Account: month.Account, From: first, To: last, Flow: bank.Deposits},
		"a text":               {Account: month.Account, From: first, To: last, Text: "커피"},
		"withdrawals and text": {Account: month.Account, From: first, To: last, Flow: bank.Withdrawals, Text: "이서연"},
		"nothing":              {Account: month.Account, From: first, To: last, Text: "없는말"},
	} {
		want, totals := postings(t, b, c, query(s))
		for _, f := range export.Formats() {
			if f == export.PDF && s.Text == "" {
				continue // printing takes long, and prints the same
			}
			x := export.Statement{Selection: s, Format: f}
			if f == statement.Camt053 || f == statement.MT940 || f == statement.OFX {
				_, err := x.Write(t.Context(), b, c, text.In(text.English), look, &bytes.Buffer{}, nil)
				if !errors.Is(err, export.ErrFiltered) {
					t.Errorf("%s as %s answers %v", name, f, err)
				}
				continue
			}
			file := written(t, b, c, x, text.English)
			if f == export.PDF {
				printed := readPDF(t, file)
				comparePrinted(t, printed, want, totals)
				if !strings.Contains(printed, "Only") {
					t.Errorf("%s does not say that it is only a part", name)
				}
				continue
			}
			got := statementtest.Read(t, string(f), string(file))
			got.Closing = "" // of the last row only
			compare(t, f, got, want, totals)
		}
	}
}

// What is booked while a statement is written is not in it, and it reconciles all
// the same.
func TestWhatIsBookedMeanwhileIsNotInIt(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	session := w.SignIn(t, banktest.Kim)
	c := session.Caller()
	s := export.Statement{Selection: export.Selection{Account: banktest.KimMain, From: first.AddMonths(-11), To: last}, Format: statement.Camt053}
	before, _ := postings(t, w.Bank, c, query(s.Selection))
	send(t, w, session)
	var file bytes.Buffer
	booked := false
	out := writerFunc(func(p []byte) (int, error) { // the first bytes are written when the totals are known
		if !booked {
			booked = true
			send(t, w, session)
		}
		return file.Write(p)
	})
	progress := &export.Progress{}
	n, err := s.Write(t.Context(), w.Bank, c, text.In(text.Korean), look, out, progress)
	if done, total := progress.Rows(); err != nil || n != len(before)+1 || done != n || total != n {
		t.Errorf("%d rows, %d of %d, %v; wanted %d", n, done, total, err, len(before)+1)
	}
	statementtest.Read(t, "camt053", file.String())
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

// Masked exports have no full number, and no full name where it is one that the
// books know.
func TestMaskedStatementsHideNumbersAndNames(t *testing.T) {
	t.Parallel()
	secrets := []string{
		string(banktest.KimMain), banktest.KimMain.String(), banktest.ParkNumber, "123456-78-901234", "김민수", "KIM MINSU", "Kim Minsu", banktest.ParkName,
		"Gimminsu", "Bakjihun", "Park Jihun",
	}
	for _, f := range export.Formats() {
		t.Run(string(f), func(t *testing.T) {
			t.Parallel()
			b, c := open(t)
			for _, l := range []text.Lang{text.English, text.Korean} {
				file := written(t, b, c, export.Statement{Selection: month, Format: f, Masked: true}, l)
				said := string(file)
				if f == export.PDF {
					said = readPDF(t, file)
				} else {
					statementtest.Read(t, string(f), said)
				}
				for _, secret := range secrets {
					if strings.Contains(said, secret) {
						t.Errorf("%q stands in it", secret)
					}
				}
			}
		})
	}
}

func TestAPDFHasItsLimit(t *testing.T) {
	t.Parallel()
	long := &export.LongError{Rows: export.MostInPDF + 1}
	for _, l := range []text.Lang{text.English, text.Korean} {
		if m := export.Explain(text.In(l), long); !strings.Contains(m.Problem, "20,001") || m.Advice == "" {
			t.Errorf("it is told as %q", m)
		}
	}
}

// An export that is stopped, wherever it is, leaves no file.
func TestAStoppedExportLeavesNothing(t *testing.T) {
	t.Parallel()
	for _, f := range export.Formats() {
		t.Run(string(f), func(t *testing.T) {
			t.Parallel()
			b, c := open(t)
			folder, stopped := t.TempDir(), 0
			files := export.Files{Dir: folder}
			for asked := int64(1); ; asked *= 2 {
				left := &atomic.Int64{}
				left.Store(asked)
				ctx := countdown{t.Context(), left}
				_, err := files.Save(ctx, "x", false, func(w writer) error {
					s := export.Statement{Selection: month, Format: f}
					_, err := s.Write(ctx, b, c, text.In(text.English), look, w, nil)
					return err
				})
				if err == nil {
					break
				}
				stopped++
				if !errors.Is(err, context.Canceled) || export.Explain(text.In(text.English), err) != text.In(text.English).Export.Cancelled {
					t.Fatalf("stopped at check %d: %v", asked, err)
				}
				if left := names(t, folder); left != "" {
					t.Fatalf("stopped at check %d it left %s", asked, left)
				}
			}
			if stopped < 3 || names(t, folder) != "x" {
				t.Errorf("stopped %d times, and then there was %q", stopped, names(t, folder))
			}
		})
	}
}
