package export_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/statement"
	"smartbank/ui/export"
	"smartbank/ui/text"
)

// orders are the transfers of the month.
var orders = export.Transfers{Query: bank.TransferQuery{From: first, To: last}}

// transfersFile is a file of transfers, and how many it says there are.
func transfersFile(tb testing.TB, b *bank.Bank, c bank.Caller, of export.Transfers, f statement.Format, masked bool) (string, int) {
	tb.Helper()
	var file bytes.Buffer
	n, err := of.Write(tb.Context(), b, c, f, masked, &file)
	if err != nil {
		tb.Fatal(err)
	}
	return file.String(), n
}

// lines are a file of transfers, read back by a reader of its own.
func lines(tb testing.TB, file string) [][]string {
	tb.Helper()
	all, err := csv.NewReader(strings.NewReader(file)).ReadAll()
	if err != nil || len(all) == 0 {
		tb.Fatalf("it is no CSV: %v\n%.200s", err, file)
	}
	return all
}

// TestTransfersAreReadBackAlike compares files of queries with what the bank tells of them: all of it, also where a screen
// shows only the newest.
func TestTransfersAreReadBackAlike(t *testing.T) {
	t.Parallel()
	b, c := open(t)
	for name, q := range map[string]bank.TransferQuery{
		"the month":                     orders.Query,
		"an account":                    {From: first, To: last, Account: banktest.KimMain},
		"an account that sent nothing":  {From: first, To: last, Account: banktest.KimDollars},
		"those that were not sent":      {From: first, To: last, Status: bank.Rejected},
		"a day before there were any":   {From: first.AddDays(-2), To: first.AddDays(-2)},
		"the last day, which has fewer": {From: last, To: last},
	} {
		whole := q
		whole.Whole = true
		want, err := b.Transfers(t.Context(), c, whole)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range orders.Formats() {
			file, n := transfersFile(t, b, c, export.Transfers{Query: q}, f, false)
			plain, marked := strings.CutPrefix(file, "\ufeff")
			if marked != (f == statement.ExcelCSV) {
				t.Errorf("%s as %s: a byte order mark: %v", name, f, marked)
			}
			got := lines(t, plain)
			if head := "requested processed status code from bank to recipient currency amount fee reference key"; strings.Join(got[0], " ") != head {
				t.Errorf("%s as %s begins with %s", name, f, got[0])
			}
			if got = got[1:]; n != len(want) || len(got) != len(want) {
				t.Fatalf("%s as %s: %d rows, told %d, wanted %d", name, f, len(got), n, len(want))
			}
			for i, r := range want {
				if w := line(r); strings.Join(got[i], "|") != w {
					t.Errorf("%s as %s: row %d is %q, wanted %s", name, f, i, got[i], w)
				}
			}
		}
	}
}

// line is what a file says of an order.
func line(r bank.TransferResult) string {
	o := r.Order
	at := func(at time.Time) string { return at.In(calendar.Seoul).Format(time.RFC3339) }
	return strings.Join([]string{
		at(r.RequestedAt), at(r.ProcessedAt), string(r.Status), string(r.Code), string(o.From), string(o.Bank), o.To, o.Recipient,
		"KRW", fmt.Sprint(o.Amount.Minor()), "0", r.Reference, o.Key,
	}, "|")
}

func TestAFileOfTransfersIsNotCutShort(t *testing.T) {
	t.Parallel()
	b, c := open(t)
	if _, n := transfersFile(t, b, c, orders, statement.CSV, false); n <= bank.MaxTransfers {
		t.Errorf("%d orders, of which a screen shows %d", n, bank.MaxTransfers)
	}
}

func TestMaskedTransfersHideNumbersAndNames(t *testing.T) {
	t.Parallel()
	b, c := open(t)
	for _, f := range orders.Formats() {
		file, n := transfersFile(t, b, c, orders, f, true)
		if n == 0 {
			t.Fatal("there are none")
		}
		for _, secret := range []string{string(banktest.KimMain), banktest.ParkNumber, banktest.ParkName, "김민수"} {
			if strings.Contains(file, secret) {
				t.Errorf("%s: %q stands in it", f, secret)
			}
		}
		if row := lines(t, strings.TrimPrefix(file, "\ufeff"))[1]; row[7] != "박*훈" || !strings.Contains(row[4], "***") || !strings.Contains(row[6], "***") {
			t.Errorf("%s: %q", f, row)
		}
	}
}

// TestAStoppedExportOfTransfersLeavesNothing stops it at each of its checks, and breaks what it is written to.
func TestAStoppedExportOfTransfersLeavesNothing(t *testing.T) {
	t.Parallel()
	b, c := open(t)
	folder, stopped := t.TempDir(), 0
	files := export.Files{Dir: folder}
	save := func(ctx context.Context, to func(io.Writer) io.Writer) error {
		_, err := files.Save(ctx, orders.Name(statement.CSV), false, func(w io.Writer) error {
			_, err := orders.Write(ctx, b, c, statement.CSV, false, to(w))
			return err
		})
		return err
	}
	broken := errors.New("broken")
	breaks := func(io.Writer) io.Writer {
		return writerFunc(func([]byte) (int, error) { return 0, broken })
	}
	if err := save(t.Context(), breaks); !errors.Is(err, broken) || names(t, folder) != "" {
		t.Errorf("what cannot be written: %v, and it leaves %q", err, names(t, folder))
	}
	for asked := int64(1); ; asked *= 2 {
		left := &atomic.Int64{}
		left.Store(asked)
		err := save(countdown{t.Context(), left}, func(w io.Writer) io.Writer { return w })
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
	if want := "transfers-20261025-20261105.csv"; stopped == 0 || names(t, folder) != want {
		t.Errorf("stopped %d times, and then there was %q", stopped, names(t, folder))
	}
}
