package export_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
	"smartbank/ui/paper"
)

// manyRows is how many lines the month has: more than are read at a time.
const manyRows = 1203

// The month that is exported, and the day before it.
var (
	first = calendar.Date{Year: 2026, Month: time.October, Day: 25}
	last  = calendar.Date{Year: 2026, Month: time.November, Day: 5}
	look  = paper.Look{At: banktest.Start}
)

// image is the bank that every test has a clone of: on Kim's account there are
// card payments, transfers and deposits, and what people write into memos.
var image = sync.OnceValues(func() (*bank.Image, error) {
	o := banktest.Opening()
	memos := []string{
		"골목커피", "이서연", "급여 <Hankuk & Co>", "=HYPERLINK(\"x\")", "돈 보냄 12345678901234", "김민수 환불", "Kim Minsu refund", "-50% \"sale\"", ":61:fake",
		"계좌 100260-01-000017", "", "한글이 아주 길게 이어지는 통장 표시 내용",
	}
	at := first.Start().Add(30 * time.Minute)
	var rows []bank.NewEntry
	for i := range manyRows {
		amount, memo := money.New(int64(1000+i%37), money.KRW), memos[i%len(memos)]
		e := bank.NewEntry{Kind: "card", At: at.Add(time.Duration(i) * 11 * time.Minute / 2), Debit: string(banktest.KimMain), Credit: bank.OwnClearing, Amount: amount, DebitMemo: memo}
		switch i % 5 {
		case 1:
			e.Kind, e.Debit, e.Credit, e.DebitMemo, e.CreditMemo = "salary", e.Credit, e.Debit, "", memo
		case 2, 3, 4:
			e.Kind = "transfer"
			e.Transfer = &bank.NewTransfer{Bank: banktest.ParkBank, To: banktest.ParkNumber, Recipient: banktest.ParkName}
		}
		rows = append(rows, e)
	}
	o.Entries = append(o.Entries[:len(o.Entries)-1], rows...) // without the interest of November, which would stand among them
	return bank.NewImage(context.Background(), o, options(1))
})

func options(seed byte) bank.Options {
	return bank.Options{Now: func() time.Time { return banktest.Start }, Rand: banktest.NewRand(seed), Cost: bank.TapeCost, Verify: banktest.Verify}
}

// open is the bank, and Kim.
func open(tb testing.TB) (*bank.Bank, bank.Caller) {
	tb.Helper()
	made, err := image()
	if err != nil {
		tb.Fatal(err)
	}
	b, err := bank.OpenImage(tb.Context(), made, options(2))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := b.Close(); err != nil {
			tb.Error(err)
		}
	})
	c, err := b.Authenticate(tb.Context(), banktest.Kim, banktest.Password(banktest.Kim))
	if err != nil {
		tb.Fatal(err)
	}
	return b, c
}

// postings are all lines of a query, as the bank tells them, oldest first.
func postings(tb testing.TB, b *bank.Bank, c bank.Caller, q bank.HistoryQuery) (rows []bank.Posting, totals bank.HistoryPage) {
	tb.Helper()
	q.OldestFirst, q.Limit = true, 700
	for {
		page, err := b.History(tb.Context(), c, q)
		if err != nil {
			tb.Fatal(err)
		}
		rows = append(rows, page.Rows...)
		if q.After = page.Next; page.Next == 0 {
			return rows, page
		}
	}
}

// readPDF is the text of a PDF as pdftotext finds it, with the layout.
func readPDF(tb testing.TB, file []byte) string {
	tb.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		tb.Skip("pdftotext (poppler-utils) is not installed")
	}
	name := filepath.Join(tb.TempDir(), "x.pdf")
	if err := os.WriteFile(name, file, 0o600); err != nil {
		tb.Fatal(err)
	}
	out, err := exec.CommandContext(tb.Context(), "pdftotext", "-layout", name, "-").Output()
	if err != nil {
		tb.Fatal(err)
	}
	return string(out)
}

// names are the files in a folder.
func names(tb testing.TB, folder string) string {
	tb.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		tb.Fatal(err)
	}
	all := make([]string, len(entries))
	for i, e := range entries {
		all[i] = e.Name()
	}
	return strings.Join(all, " ")
}

// countdown is a context that ends when it was asked so many times whether it has.
type countdown struct {
	context.Context //nolint:containedctx // it is one

	left *atomic.Int64 // the bank's driver asks too, from goroutines of its own
}

func (c countdown) Err() error {
	if c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return c.Context.Err()
}
