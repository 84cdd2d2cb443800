package bank_test

import (
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/iso"
	"smartbank/bank/money"
)

func usd(cents int64) money.Amount { return money.New(cents, money.USD) }

// toBoston sends dollars to a bank that has no IBAN.
func toBoston(cents int64) bank.RemittanceOrder {
	return bank.RemittanceOrder{
		Kind: bank.SWIFT, From: banktest.LeeMain, Amount: usd(cents), Currency: money.USD,
		Category: bank.CategoryResident, Purpose: bank.PurposeFamily, Agreed: true,
		Sender:  bank.RemittanceSender{Address: []string{"1 SEJONG-DAERO"}, Town: "SEOUL", Phone: "+82-1012345678"},
		Message: "HAPPY BIRTHDAY",
		SWIFT: bank.SWIFTOrder{
			Recipient: iso.Party{Account: "000123456789", Name: "JANE DOE", Address: []string{"12 BEACON ST"}, Town: "BOSTON", Country: "US"},
			Bank:      iso.Agent{BIC: "BOFAUS3N"}, Charges: iso.SHA,
		},
	}
}

// toOsaka is a money order.
func toOsaka(yen int64) bank.RemittanceOrder {
	return bank.RemittanceOrder{
		Kind: bank.Eurogiro, From: banktest.LeeMain, Amount: money.New(yen, money.JPY), Currency: money.JPY,
		Category: bank.CategoryResident, Purpose: bank.PurposeGift, Agreed: true,
		Sender: bank.RemittanceSender{Town: "SEOUL"},
		Giro: bank.GiroOrder{
			Country: "JP", Kind: bank.ToAddress, Name: "YAMADA HANAKO", Address: []string{"1-2-3 UMEDA"}, Town: "OSAKA", Postcode: "530-0001", Phone: "+81-612345678",
		},
	}
}

// ending has the recipient's account, or telephone, end in three digits.
func ending(o bank.RemittanceOrder, with string) bank.RemittanceOrder {
	if o.Kind == bank.Eurogiro {
		o.Giro.Phone = "+81-612345" + with
		return o
	}
	o.SWIFT.Recipient.Account = "000123456" + with
	return o
}

func (d desk) review(t *testing.T, o bank.RemittanceOrder) bank.RemittanceReview {
	t.Helper()
	r, err := d.PrepareRemittance(t.Context(), d.caller, o, pin())
	if err != nil {
		t.Fatalf("prepare: %v", err)
	}
	return r
}

// remitProof confirms a review.
func (d desk) remitProof(t *testing.T, r bank.RemittanceReview) bank.Proof {
	t.Helper()
	return d.proof(bank.Review{Document: r.Document}, d.answer(t, bank.Review{Medium: r.Medium, Challenge: r.Challenge}))
}

func (d desk) remit(t *testing.T, o bank.RemittanceOrder) bank.RemittanceReceipt {
	t.Helper()
	d.Clock.Advance(31 * time.Second) // a one-time password is good once
	review := d.review(t, o)
	r, err := d.Remit(t.Context(), d.caller, review.Order, d.remitProof(t, review))
	if err != nil {
		t.Fatalf("remit: %v", err)
	}
	return r
}

func (d desk) advance(t *testing.T, by time.Duration) int {
	t.Helper()
	d.Clock.Advance(by)
	n, err := d.Advance(t.Context())
	if err != nil {
		t.Fatalf("advance: %v", err)
	}
	return n
}

func (d desk) detail(t *testing.T, reference string) bank.RemittanceDetail {
	t.Helper()
	found, err := d.Remittance(t.Context(), d.caller, reference)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func (d desk) balanceOf(t *testing.T, number string) int64 {
	t.Helper()
	n, err := d.Count(t.Context(), "SELECT posted FROM account WHERE number=$1", number)
	if err != nil {
		t.Fatal(err)
	}
	return int64(n)
}

// TestARemittanceFromTheFormToItsReturn follows one remittance: order, books, both messages, review, sending, and the money
// booked back.
func TestARemittanceFromTheFormToItsReturn(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	before := d.Balance(t, banktest.LeeMain).Minor()
	exchange := d.balanceOf(t, "exchange")
	review := d.review(t, ending(toBoston(1_000_00), "904"))
	terms := review.Terms
	if terms.Fee != won(5_000) || terms.Cable != won(8_000) || terms.Dollars != usd(1_000_00) || !terms.Exchanged || terms.Total.Minor() != terms.Principal.Minor()+13_000 {
		t.Errorf("terms: %+v", terms)
	}
	if want, err := terms.Quote.Won(usd(1_000_00)); err != nil || terms.Principal != want {
		t.Errorf("%v for 1,000 dollars, want %v (%v)", terms.Principal, want, err)
	}
	receipt, err := d.Remit(t.Context(), d.caller, review.Order, d.remitProof(t, review))
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Balance(t, banktest.LeeMain); got != review.BalanceAfter || got != receipt.BalanceAfter || got.Minor() != before-terms.Total.Minor() {
		t.Errorf("balance %v, reviewed %v, on the receipt %v", got, review.BalanceAfter, receipt.BalanceAfter)
	}
	if p, n, x := d.balanceOf(t, "exchange-USD"), d.balanceOf(t, "nostro-USD"), d.balanceOf(t, "exchange"); p != -1_000_00 || n != 1_000_00 || x-exchange != terms.Principal.Minor() {
		t.Errorf("position %d, nostro %d, won %d", p, n, x-exchange)
	}
	checkMessages(t, receipt)

	if n := d.advance(t, 48*time.Hour); n != 3 {
		t.Errorf("%d steps, want 3", n)
	}
	found := d.detail(t, receipt.Reference)
	want := []bank.RemittanceStep{
		{Status: bank.RemittanceReceived, At: receipt.At},
		{Status: bank.RemittanceUnderReview, At: receipt.At.Add(time.Minute)},
		{Status: bank.RemittanceSent, At: receipt.At.Add(6 * time.Minute)},
		{Status: bank.RemittanceReturned, At: time.Date(2026, 11, 6, 11, 0, 0, 0, calendar.Seoul), Reason: "AC04"},
	}
	if len(found.Steps) != len(want) {
		t.Fatalf("steps %+v", found.Steps)
	}
	for i, s := range found.Steps {
		if s.Status != want[i].Status || !s.At.Equal(want[i].At) || s.Reason != want[i].Reason {
			t.Errorf("step %d is %+v, want %+v", i+1, s, want[i])
		}
	}
	board, err := d.Board(t.Context(), calendar.Date{Year: 2026, Month: 11, Day: 6}, 13)
	if err != nil {
		t.Fatal(err)
	}
	row, _ := board.Row(money.USD)
	if found.ReturnedRate != row.Receive.String() {
		t.Errorf("booked back at %s, T/T receive at 11:00 was %s", found.ReturnedRate, row.Receive)
	}
	if got := d.Balance(t, banktest.LeeMain); got.Minor() != review.BalanceAfter.Minor()+found.Returned.Minor() || found.Returned.Minor() >= terms.Principal.Minor() {
		t.Errorf("balance %v after %v came back", got, found.Returned)
	}
	if n := d.balanceOf(t, "nostro-USD"); n != 20_00 {
		t.Errorf("nostro %d, want the 20 dollars that the banks abroad took", n)
	}
	if year, err := d.YearlyLimit(t.Context(), d.caller); err != nil || year.Used != usd(0) {
		t.Errorf("what came back counts: %+v, %v", year, err)
	}
	again, err := d.Remit(t.Context(), d.caller, review.Order, bank.Proof{})
	if err != nil || again.Reference != receipt.Reference || again.BalanceAfter != receipt.BalanceAfter {
		t.Errorf("again: %+v, %v", again, err)
	}
}

// checkMessages reads both messages back: they say the same, and what the receipt says.
func checkMessages(t *testing.T, r bank.RemittanceReceipt) {
	t.Helper()
	mt, err := iso.ParseMT103(r.MT103)
	if err != nil {
		t.Fatalf("%v\n%s", err, r.MT103)
	}
	pacs, err := iso.ParsePacs008(r.Pacs008)
	if err != nil {
		t.Fatalf("%v\n%s", err, r.Pacs008)
	}
	a, b := mt.Transfer, pacs.Transfer
	if a.Settled != b.Settled || a.Reference != b.Reference || a.UETR != b.UETR || a.Creditor.Account != b.Creditor.Account || a.Debtor.Name != b.Debtor.Name {
		t.Errorf("MT103 %+v\npacs.008 %+v", a, b)
	}
	if a.Settled != r.Terms.Settled || a.Reference != r.Reference || a.UETR != r.Terms.UETR || a.Debtor.Account != string(r.Order.From) ||
		a.Creditor.Name != r.Order.SWIFT.Recipient.Name || a.Charges != r.Order.SWIFT.Charges || a.Purpose != string(r.Order.Purpose) {
		t.Errorf("MT103 %+v\nreceipt %+v", a, r)
	}
}
