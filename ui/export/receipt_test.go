package export_test

import (
	"errors"
	"strings"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/money"
	"smartbank/ui/export"
	"smartbank/ui/text"
)

// send is Kim's transfer to Lee.
func send(tb testing.TB, w *banktest.World, s bank.Session) bank.Receipt {
	tb.Helper()
	o := bank.TransferOrder{
		From: banktest.KimMain, Bank: bank.KoreaPost, To: string(banktest.LeeMain),
		Recipient: "이서연", Amount: won(1000), OwnMemo: "이서연", RecipientMemo: "김민수",
		Acknowledged: bank.Warnings(bank.WarnDuplicate), // it is sent more than once
	}
	return transfer(tb, w, s, o)
}

// transfer prepares and confirms an order of Kim's.
func transfer(tb testing.TB, w *banktest.World, s bank.Session, o bank.TransferOrder) bank.Receipt {
	tb.Helper()
	review, err := w.Prepare(tb.Context(), s.Caller(), o, []byte(banktest.PIN))
	if err != nil {
		tb.Fatal(err)
	}
	cells, err := w.Card(tb.Context(), banktest.Kim)
	if err != nil {
		tb.Fatal(err)
	}
	r, err := w.Transfer(tb.Context(), s.Caller(), review.Order, bank.Proof{
		Digits:    []byte(cells[review.Challenge.First-1][:2] + cells[review.Challenge.Second-1][2:]),
		Signature: banktest.Sign(banktest.Kim, review.Document),
	})
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func won(n int64) money.Amount { return money.New(n, money.KRW) }

func TestReceiptsAreFoundByTheirReference(t *testing.T) {
	t.Parallel()
	b, c := open(t)
	rows, _ := postings(t, b, c, query(month))
	for _, p := range rows[:5] {
		r, err := export.FindReceipt(t.Context(), b, c, export.Asked{Reference: p.Reference})
		if err != nil || r.Posting != p || r.Account.Number != banktest.KimMain || r.Holder.NameKO != "김민수" {
			t.Errorf("%s: %+v, %v", p.Reference, r, err)
		}
	}
	lees, _ := postings(t, b, c, bank.HistoryQuery{Account: banktest.KimSavings, From: first.AddMonths(-11), To: last})
	for name, asked := range map[string]export.Asked{
		"no reference":        {Reference: "hello"},
		"no day":              {Reference: "20261399-0000001"},
		"nobody's":            {Reference: "20261030-9999999"},
		"on another account":  {Reference: rows[0].Reference, Account: banktest.KimSavings},
		"of nobody's account": {Reference: lees[0].Reference, Account: banktest.LeeMain},
	} {
		if _, err := export.FindReceipt(t.Context(), b, c, asked); !errors.Is(err, export.ErrNoEntry) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The receipt of a transfer says what was agreed, as text and as PDF, and a masked
// one neither numbers nor names.
func TestReceiptOfATransfer(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	session := w.SignIn(t, banktest.Kim)
	sent := send(t, w, session)
	r, err := export.FindReceipt(t.Context(), w.Bank, session.Caller(), export.Asked{Reference: sent.Reference})
	if err != nil || r.Transfer == nil {
		t.Fatal(r, err)
	}
	for _, l := range []text.Lang{text.English, text.Korean} {
		c := text.In(l)
		file, err := r.PDF(c, false, look)
		if err != nil {
			t.Fatal(err)
		}
		for form, said := range map[string]string{"text": r.Text(c, false), "PDF": readPDF(t, file)} {
			for _, want := range []string{sent.Reference, "100260-01-000017", "200350-01-000013", "1,000", sent.BalanceAfter.Grouped(), c.Pick("LEE SEOYEON", "이서연")} {
				if !strings.Contains(said, want) {
					t.Errorf("%q is not in the %s in %s:\n%s", want, form, l, said)
				}
			}
			if form == "PDF" && strings.Count(said, "\f") != 1 {
				t.Error("it is not one page")
			}
		}
		if file, err = r.PDF(c, true, look); err != nil {
			t.Fatal(err)
		}
		for form, said := range map[string]string{"text": r.Text(c, true), "PDF": readPDF(t, file)} {
			for _, secret := range []string{
				"100260-01-000017", "200350-01-000013", string(banktest.KimMain), string(banktest.LeeMain), "LEE SEOYEON", "이서연", "김민수", "KIM MINSU", sent.BalanceAfter.Grouped(),
			} {
				if strings.Contains(said, secret) {
					t.Errorf("%q is in the masked %s in %s:\n%s", secret, form, l, said)
				}
			}
			for _, want := range []string{sent.Reference, "100260-01-***017", "1,000"} {
				if !strings.Contains(said, want) {
					t.Errorf("%q is not in the masked %s in %s:\n%s", want, form, l, said)
				}
			}
		}
	}
}

// Of money between two of the customer's accounts the receipt is the one of the
// account it went from, unless another is asked for.
func TestReceiptBetweenOwnAccounts(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	session := w.SignIn(t, banktest.Kim)
	sent := transfer(t, w, session, bank.TransferOrder{
		From: banktest.KimMain, Bank: bank.KoreaPost, To: string(banktest.KimSpare), Recipient: "김민수", Amount: won(500),
	})
	for account, minor := range map[bank.AccountNumber]int64{"": -500, banktest.KimMain: -500, banktest.KimSpare: 500} {
		r, err := export.FindReceipt(t.Context(), w.Bank, session.Caller(), export.Asked{Reference: sent.Reference, Account: account})
		if err != nil || r.Posting.Amount.Minor() != minor {
			t.Errorf("%q: %v, %v", account, r.Posting.Amount, err)
		}
	}
}
