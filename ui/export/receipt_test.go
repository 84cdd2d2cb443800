package export_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/iso"
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

// remitted sends dollars of Lee's to Boston.
func remitted(tb testing.TB, w *banktest.World, s bank.Session) bank.RemittanceReceipt {
	tb.Helper()
	review, err := w.PrepareRemittance(tb.Context(), s.Caller(), bank.RemittanceOrder{
		Kind: bank.SWIFT, From: banktest.LeeMain, Amount: money.New(300_00, money.USD), Currency: money.USD,
		Category: bank.CategoryResident, Purpose: bank.PurposeFamily, Agreed: true, Message: "FOR JANE DOE 1234567890",
		Sender: bank.RemittanceSender{Address: []string{"1 SEJONG-DAERO"}, Town: "SEOUL", Phone: "+82-1012345678"},
		SWIFT: bank.SWIFTOrder{
			Recipient: iso.Party{Account: "000123456904", Name: "JANE DOE", Address: []string{"12 BEACON ST"}, Town: "BOSTON", Country: "US"},
			Bank:      iso.Agent{BIC: "BOFAUS3N"}, Charges: iso.SHA,
		},
	}, []byte(banktest.PIN))
	if err != nil {
		tb.Fatal(err)
	}
	digits, _, err := w.OTP(tb.Context(), banktest.Lee)
	if err != nil {
		tb.Fatal(err)
	}
	r, err := w.Remit(tb.Context(), s.Caller(), review.Order, bank.Proof{Digits: []byte(digits), Signature: banktest.Sign(banktest.Lee, review.Document)})
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// The receipt of a remittance says what was sent where and at which rate, and later what came back; a masked one says of
// nobody who and where they are.
func TestReceiptOfARemittance(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	session := w.SignIn(t, banktest.Lee)
	sent := remitted(t, w, session)
	find := func() export.Receipt {
		t.Helper()
		r, err := export.FindReceipt(t.Context(), w.Bank, session.Caller(), export.Asked{Reference: sent.Reference})
		if err != nil || r.Remittance == nil {
			t.Fatal(r, err)
		}
		return r
	}
	r := find()
	if want := sent.Reference + " " + string(sent.Terms.UETR); r.Code() != want {
		t.Errorf("the code says %q, want %q", r.Code(), want)
	}
	secrets := []string{string(banktest.LeeMain), banktest.LeeMain.String(), "000123456904", "JANE DOE", "BEACON", "SEJONG", "+82-1012345678", "1234567890", sent.BalanceAfter.Grouped()}
	for _, l := range []text.Lang{text.English, text.Korean} {
		c := text.In(l)
		file, err := r.PDF(c, false, look)
		if err != nil {
			t.Fatal(err)
		}
		for form, said := range map[string]string{"text": r.Text(c, false), "PDF": readPDF(t, file)} {
			for _, want := range append(
				secrets[1:], c.Export.RemittanceReceipt[bank.SWIFT], sent.Reference, string(sent.Terms.UETR), "300.00 USD", sent.Terms.Quote.Rate.Grouped(), "BOFAUS3N", c.FX.Found.Statuses[bank.RemittanceReceived],
			) {
				if !strings.Contains(said, want) {
					t.Errorf("%q is not in the %s in %s:\n%s", want, form, l, said)
				}
			}
		}
		if file, err = r.PDF(c, true, look); err != nil {
			t.Fatal(err)
		}
		for form, said := range map[string]string{"masked text": r.Text(c, true), "masked PDF": readPDF(t, file)} {
			for _, secret := range secrets {
				if strings.Contains(said, secret) {
					t.Errorf("%q is in the %s in %s:\n%s", secret, form, l, said)
				}
			}
			for _, want := range []string{sent.Reference, "300.00 USD", "J*** D**", "000123***904"} {
				if !strings.Contains(said, want) {
					t.Errorf("%q is not in the %s in %s:\n%s", want, form, l, said)
				}
			}
		}
	}
	w.Clock.Advance(48 * time.Hour)
	if _, err := w.Advance(t.Context()); err != nil {
		t.Fatal(err)
	}
	came := find()
	for _, want := range []string{"Returned, 2026-11-06 11:00", came.Remittance.Returned.Grouped() + " won at 1,"} {
		if said := came.Text(text.In(text.English), false); !strings.Contains(said, want) {
			t.Errorf("%q is not in\n%s", want, said)
		}
	}
}
