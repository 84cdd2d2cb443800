package bank_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/iso"
	"smartbank/bank/money"
)

// statuses are a remittance's steps so far.
func statuses(d bank.RemittanceDetail) string {
	var all []string
	for _, s := range d.Steps {
		all = append(all, string(s.Status))
	}
	return strings.Join(all, " ")
}

// asked is the right second factor for a request.
func (d desk) asked(t *testing.T) []byte {
	t.Helper()
	d.Clock.Advance(31 * time.Second)
	medium, challenge, err := d.Challenge(t.Context(), d.caller)
	if err != nil {
		t.Fatal(err)
	}
	return d.answer(t, bank.Review{Medium: medium, Challenge: challenge})
}

// cameBackAt checks that money came back on Lee's account at a time, however late that was noticed.
func (d desk) cameBackAt(t *testing.T, at time.Time) {
	t.Helper()
	day := calendar.DateOf(at)
	page, err := d.History(t.Context(), d.caller, bank.HistoryQuery{Account: banktest.LeeMain, From: day, To: day, Flow: bank.Deposits})
	if err != nil || len(page.Rows) != 1 || !page.Rows[0].At.Equal(at) {
		t.Errorf("money came back at %v, and the account has %+v, %v", at, page.Rows, err)
	}
}

// TestWhatBecomesOfARemittance follows each ending to its end.
func TestWhatBecomesOfARemittance(t *testing.T) {
	t.Parallel()
	thailand := func(o bank.RemittanceOrder) bank.RemittanceOrder {
		o.Currency, o.Amount = money.USD, usd(300_00)
		o.Giro = bank.GiroOrder{Country: "TH", Kind: bank.ToAccount, Name: "SOMCHAI J", Town: "BANGKOK", Account: "1234567890", BankName: "POST"}
		return o
	}
	for name, row := range map[string]struct {
		order  bank.RemittanceOrder
		steps  string
		reason string
		back   bool
	}{
		"an account in Boston":  {toBoston(500_00), "received under-review sent credited", "", false},
		"a wrong account":       {ending(toBoston(500_00), "901"), "received under-review sent returned", "AC01", true},
		"a blocked account":     {ending(toBoston(500_00), "906"), "received under-review sent returned", "AC06", true},
		"a forbidden one":       {ending(toBoston(500_00), "909"), "received under-review sent returned", "AG01", true},
		"another name":          {ending(toBoston(500_00), "912"), "received under-review sent returned", "BE01", true},
		"a regulator":           {ending(toBoston(500_00), "915"), "received under-review sent returned", "RR04", true},
		"held for a day":        {ending(toBoston(500_00), "920"), "received under-review sent credited", "", false},
		"a money order":         {toOsaka(50_000), "accepted sent ready paid", "", false},
		"nobody lives there":    {ending(toOsaka(50_000), "901"), "accepted sent returned", "AC01", true},
		"nobody collects it":    {ending(toOsaka(50_000), "950"), "accepted sent ready expired", "NARR", true},
		"an account in Bangkok": {thailand(toOsaka(0)), "accepted sent credited", "", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := open(t, banktest.Lee)
			receipt := d.remit(t, row.order)
			after := d.Balance(t, banktest.LeeMain).Minor()
			d.advance(t, 100*24*time.Hour)
			found := d.detail(t, receipt.Reference)
			if got := statuses(found); got != row.steps {
				t.Errorf("%s, want %s", got, row.steps)
			}
			if last := found.Steps[len(found.Steps)-1]; last.Reason != row.reason || found.Status != last.Status {
				t.Errorf("the last step is %+v, want %q", last, row.reason)
			}
			if !slices.IsSortedFunc(found.Steps, func(a, b bank.RemittanceStep) int { return a.At.Compare(b.At) }) {
				t.Errorf("steps are not in the order of time: %+v", found.Steps)
			}
			if back := d.Balance(t, banktest.LeeMain).Minor() - after; (back > 0) != row.back || back != found.Returned.Minor() {
				t.Errorf("%d won came back, told %v", back, found.Returned)
			}
			if row.back {
				d.cameBackAt(t, found.Steps[len(found.Steps)-1].At)
			}
			if n := d.advance(t, 0); n != 0 {
				t.Errorf("%d more steps", n)
			}
		})
	}
}

// TestBooksOfEachCharge looks at the accounts after each way of charging, from won and from dollars.
func TestBooksOfEachCharge(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		from     bank.AccountNumber
		charges  iso.Bearer
		nostro   int64 // what the correspondent gets, in cents
		position int64
	}{
		"SHA from won":     {banktest.KimMain, iso.SHA, 300_00, -300_00},
		"OUR from won":     {banktest.KimMain, iso.OUR, 320_00, -320_00},
		"SHA from dollars": {banktest.KimDollars, iso.SHA, 300_00, 0},
		"OUR from dollars": {banktest.KimDollars, iso.OUR, 320_00, 0},
		"BEN from won":     {banktest.KimMain, iso.BEN, 0, 0},
		"BEN from dollars": {banktest.KimDollars, iso.BEN, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := open(t, banktest.Kim)
			before := d.balanceOf(t, string(row.from))
			o := toBoston(300_00)
			o.From, o.SWIFT.Charges = row.from, row.charges
			r := d.remit(t, o)
			checkMessages(t, r)
			terms := r.Terms
			if got := before - d.balanceOf(t, string(row.from)); got != terms.Total.Minor() || terms.Exchanged != (row.from == banktest.KimMain) {
				t.Errorf("%d were debited, told %v", got, terms)
			}
			if fees := d.balanceOf(t, "fees"); fees != 2_500+8_000 {
				t.Errorf("fees %d", fees)
			}
			nostro, position := d.balanceOf(t, "nostro-USD"), d.balanceOf(t, "exchange-USD")
			switch {
			case row.charges == iso.BEN && (nostro != 300_00-terms.Taken.Minor() || terms.Fees.Minor() != 0 || terms.Taken.Minor() < 6_00):
				t.Errorf("nostro %d, %+v", nostro, terms)
			case row.charges != iso.BEN && (nostro != row.nostro || row.from == banktest.KimMain && position != row.position):
				t.Errorf("nostro %d, position %d", nostro, position)
			case row.from == banktest.KimDollars && position+nostro != terms.Total.Minor():
				t.Errorf("nostro %d and position %d are not %v", nostro, position, terms.Total)
			}
			if p, err := d.Position(t.Context()); err != nil || p.Result.Minor() <= 0 {
				t.Errorf("the position: %+v, %v: what was sold at more than the base makes a gain", p, err)
			}
		})
	}
}

// TestByWon sends as much as won buy: never more, and less by no whole cent.
func TestByWon(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	o := toBoston(0)
	o.Amount = won(1_000_000)
	r := d.remit(t, o)
	q := r.Terms.Quote
	more, err := q.Won(money.New(r.Terms.Amount.Minor()+1, money.USD))
	if err != nil || r.Terms.Principal.Minor() > 1_000_000 || more.Minor() <= 1_000_000 {
		t.Errorf("%v for %v; one cent more is %v, %v", r.Terms.Amount, r.Terms.Principal, more, err)
	}
	yen := toOsaka(0)
	yen.Amount = won(100_000)
	if r := d.remit(t, yen); r.Terms.Amount.Currency() != money.JPY || r.Terms.Principal.Minor() > 100_000 || r.Terms.Cable.Minor() != 0 || r.Terms.Fee != won(8_000) {
		t.Errorf("%+v", r.Terms)
	}
}

// TestRequests asks for amendments and cancellations at each stage.
func TestRequests(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		order bank.RemittanceOrder
		after time.Duration // before the request
		ask   func(d desk, reference string) error
		steps string
		whole bool // all of it came back
		code  bank.Code
	}{
		"cancelled before it was sent": {
			toBoston(500_00), time.Minute, cancel, "received under-review cancellation-requested cancelled", true, "",
		},
		"cancelled on its way": {
			toBoston(500_00), 10 * time.Minute, cancel, "received under-review sent cancellation-requested cancelled", false, "",
		},
		"not cancelled": {
			ending(toBoston(500_00), "940"), 10 * time.Minute, cancel, "received under-review sent cancellation-requested sent credited", false, "",
		},
		"too late": {toBoston(500_00), 5 * time.Hour, cancel, "received under-review sent credited", false, bank.CodeTooLate},
		"a money order taken back": {
			toOsaka(50_000), 108 * time.Hour, cancel, "accepted sent ready cancellation-requested cancelled", false, "",
		},
		"an amendment": {
			toBoston(500_00), 10 * time.Minute, amend, "received under-review sent amendment-requested sent credited", false, "",
		},
		"an amendment of a money order": {toOsaka(50_000), time.Minute, amend, "accepted sent ready paid", false, bank.CodeTooLate},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := open(t, banktest.Lee)
			before := d.Balance(t, banktest.LeeMain)
			receipt := d.remit(t, row.order)
			d.advance(t, row.after)
			if err := row.ask(d, receipt.Reference); bank.RefusalCode(err) != row.code {
				t.Fatalf("got %v, want %q", err, row.code)
			}
			if row.code == "" {
				if err := cancel(d, receipt.Reference); bank.RefusalCode(err) != bank.CodeTooLate {
					t.Errorf("a second request: %v", err)
				}
			}
			d.advance(t, 100*24*time.Hour)
			found := d.detail(t, receipt.Reference)
			if got := statuses(found); got != row.steps {
				t.Errorf("%s, want %s", got, row.steps)
			}
			if whole := d.Balance(t, banktest.LeeMain) == before; whole != row.whole {
				t.Errorf("before %v, now %v", before, d.Balance(t, banktest.LeeMain))
			}
			for i, s := range found.Steps {
				if asked := strings.HasSuffix(string(s.Status), "requested"); asked != (s.Note != "") || asked && found.Steps[i+1].Reason == "" {
					t.Errorf("step %d: %+v", i+1, s)
				}
			}
		})
	}
}

func cancel(d desk, reference string) error {
	digits, err := d.requestDigits()
	if err != nil {
		return err
	}
	return d.RequestCancellation(context.Background(), d.caller, reference, "보낼 필요가 없어짐", digits)
}

func amend(d desk, reference string) error {
	digits, err := d.requestDigits()
	if err != nil {
		return err
	}
	return d.RequestAmendment(context.Background(), d.caller, reference, bank.Amendment{Name: "JANE A DOE"}, digits)
}

// requestDigits is the right one-time password.
func (d desk) requestDigits() ([]byte, error) {
	d.Clock.Advance(31 * time.Second)
	password, _, err := d.OTP(context.Background(), d.login)
	return []byte(password), err
}

func TestRequestsThatAreRefused(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	r := d.remit(t, toBoston(500_00))
	for name, row := range map[string]struct {
		ask  func(digits []byte) error
		code bank.Code
	}{
		"nobody's remittance": {func(b []byte) error { return d.RequestCancellation(t.Context(), d.caller, "20261105-0009999", "x", b) }, bank.CodeNoRemittance},
		"another day": {func(b []byte) error {
			return d.RequestCancellation(t.Context(), d.caller, "2025"+r.Reference[4:], "x", b)
		}, bank.CodeNoRemittance},
		"no reason": {func(b []byte) error { return d.RequestCancellation(t.Context(), d.caller, r.Reference, " ", b) }, bank.CodeBadField},
		"a long reason": {func(b []byte) error {
			return d.RequestCancellation(t.Context(), d.caller, r.Reference, strings.Repeat("x", 141), b)
		}, bank.CodeBadField},
		"nothing to amend": {func(b []byte) error {
			return d.RequestAmendment(t.Context(), d.caller, r.Reference, bank.Amendment{}, b)
		}, bank.CodeBadField},
		"a name with an &": {func(b []byte) error {
			return d.RequestAmendment(t.Context(), d.caller, r.Reference, bank.Amendment{Name: "A & B"}, b)
		}, bank.CodeBadField},
		"a wrong factor": {func([]byte) error {
			return d.RequestCancellation(t.Context(), d.caller, r.Reference, "x", []byte("000000"))
		}, bank.CodeWrongFactor},
	} {
		if err := row.ask(d.asked(t)); bank.RefusalCode(err) != row.code {
			t.Errorf("%s: %v, want %s", name, err, row.code)
		}
	}
	if got := statuses(d.detail(t, r.Reference)); got != "received" {
		t.Errorf("it is %s", got)
	}
}

// TestAdvanceDoesEachThingOnce has two banks, as two processes are, do what was due while the program was not running.
func TestAdvanceDoesEachThingOnce(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	d := desk{w, w.SignIn(t, banktest.Lee).Caller(), banktest.Lee}
	var references []string
	for _, order := range []bank.RemittanceOrder{toBoston(100_00), ending(toBoston(200_00), "904"), toOsaka(10_000), ending(toOsaka(20_000), "950")} {
		references = append(references, d.remit(t, order).Reference)
	}
	other := w.Again(t, 9)
	defer other.Close()
	w.Clock.Advance(100 * 24 * time.Hour)
	var together sync.WaitGroup
	var done [2]int
	for i, b := range []*bank.Bank{w.Bank, other} {
		together.Go(func() {
			var err error
			if done[i], err = b.Advance(context.Background()); err != nil {
				t.Error(err)
			}
		})
	}
	together.Wait()
	if total := done[0] + done[1]; total != 12 {
		t.Errorf("%d and %d things were done, want 12", done[0], done[1])
	}
	for statement, want := range map[string]int{
		"SELECT count(*) FROM due WHERE done_at IS NULL":       0,
		"SELECT count(*) FROM due":                             12,
		"SELECT count(*) FROM entry WHERE kind='reversal'":     2,
		"SELECT count(*) FROM act WHERE kind='remittance'":     4,
		"SELECT count(*) FROM act WHERE kind LIKE '%step'":     2,
		"SELECT count(*) FROM event WHERE at>1800000000000000": 0,
	} {
		if n, err := w.Count(t.Context(), statement); err != nil || n != want {
			t.Errorf("%s: %d, want %d (%v)", statement, n, want, err)
		}
	}
	if got := d.detail(t, references[3]); got.Steps[3].At.After(time.Date(2027, 1, 20, 0, 0, 0, 0, calendar.Seoul)) {
		t.Errorf("expired at %s, which is not when it was due", got.Steps[3].At)
	}
}

// TestMoneyForAClosedAccountWaitsAtTheBank returns to an account that is not there any more.
func TestMoneyForAClosedAccountWaitsAtTheBank(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	r := d.remit(t, ending(toBoston(100_00), "904"))
	d.meddle(t, "UPDATE account SET status='frozen' WHERE number=$1", string(banktest.LeeMain))
	before := d.balanceOf(t, "clearing")
	d.advance(t, 72*time.Hour)
	if got := statuses(d.detail(t, r.Reference)); got != "received under-review sent returned" || d.balanceOf(t, "clearing") <= before {
		t.Errorf("%s, clearing %d", got, d.balanceOf(t, "clearing")-before)
	}
}

func TestRemittancesAreFound(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	first := d.remit(t, toBoston(100_00)).Reference
	second := d.remit(t, toOsaka(10_000)).Reference
	euros := toBoston(0)
	euros.Currency, euros.Amount = money.EUR, money.New(50_00, money.EUR)
	euros.SWIFT.Recipient = iso.Party{Account: "DE89370400440532013000", Name: "MAX MUSTERMANN", Town: "BERLIN", Country: "DE"}
	euros.SWIFT.Bank = iso.Agent{BIC: "COBADEFF"}
	third := d.remit(t, euros).Reference
	d.advance(t, 3*time.Hour)
	today := calendar.DateOf(d.Clock.Now())
	for name, row := range map[string]struct {
		change func(*bank.RemittanceQuery)
		want   []string
	}{
		"all, newest first":   {func(*bank.RemittanceQuery) {}, []string{third, second, first}},
		"SWIFT":               {func(q *bank.RemittanceQuery) { q.Kind = bank.SWIFT }, []string{third, first}},
		"in euros":            {func(q *bank.RemittanceQuery) { q.Currency = money.EUR }, []string{third}},
		"to Japan":            {func(q *bank.RemittanceQuery) { q.Country = "JP" }, []string{second}},
		"credited":            {func(q *bank.RemittanceQuery) { q.Status = bank.RemittanceCredited }, []string{third, first}},
		"returned":            {func(q *bank.RemittanceQuery) { q.Status = bank.RemittanceReturned }, nil},
		"a name":              {func(q *bank.RemittanceQuery) { q.Text = "mustermann" }, []string{third}},
		"an account":          {func(q *bank.RemittanceQuery) { q.Text = "de8937" }, []string{third}},
		"a reference":         {func(q *bank.RemittanceQuery) { q.Text = second }, []string{second}},
		"after the first two": {func(q *bank.RemittanceQuery) { q.After = second }, []string{first}},
		"yesterday's":         {func(q *bank.RemittanceQuery) { q.From, q.To = today.AddDays(-1), today.AddDays(-1) }, nil},
	} {
		q := bank.RemittanceQuery{From: today, To: today}
		row.change(&q)
		page, err := d.Remittances(t.Context(), d.caller, q)
		var got []string
		for _, r := range page.Rows {
			got = append(got, r.Reference)
		}
		if err != nil || !slices.Equal(got, row.want) || page.Next != "" {
			t.Errorf("%s: %q, want %q (%v)", name, got, row.want, err)
		}
	}
	page, err := d.Remittances(t.Context(), d.caller, bank.RemittanceQuery{From: today, To: today, Limit: 2})
	if err != nil || len(page.Rows) != 2 || page.Next != second {
		t.Errorf("a page of two: %d, then %q, %v", len(page.Rows), page.Next, err)
	}
	if _, err := d.Remittances(t.Context(), d.caller, bank.RemittanceQuery{From: today, To: today.AddDays(1)}); bank.RefusalCode(err) != bank.CodePeriodFuture {
		t.Errorf("tomorrow: %v", err)
	}
	other := d.SignIn(t, banktest.Kim).Caller()
	if _, err := d.Remittance(t.Context(), other, first); bank.RefusalCode(err) != bank.CodeNoRemittance {
		t.Errorf("another's remittance: %v", err)
	}
}

// TestLeftOverRemittances tells what became of what was reviewed.
func TestLeftOverRemittances(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	kept := d.review(t, toBoston(100_00))
	r := d.remit(t, toBoston(200_00))
	left, err := d.LeftOverRemittances(t.Context(), d.caller)
	if err != nil || len(left) != 2 || left[0].Receipt != nil || left[0].Review.Order.Key != kept.Order.Key || left[1].Receipt == nil || left[1].Receipt.Reference != r.Reference {
		t.Fatalf("%+v, %v", left, err)
	}
	for _, p := range left {
		if err := d.ForgetRemittance(t.Context(), d.caller, p.Review.Order.Key); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := d.Remit(t.Context(), d.caller, kept.Order, d.remitProof(t, kept)); bank.RefusalCode(err) != bank.CodeNotPrepared {
		t.Errorf("what was withdrawn: %v", err)
	}
	changed := r.Order
	changed.Message = "SOMETHING ELSE"
	if _, err := d.Remit(t.Context(), d.caller, changed, bank.Proof{}); bank.RefusalCode(err) != bank.CodeKeyReused {
		t.Errorf("another order under its key: %v", err)
	}
	if again, err := d.RemittanceOutcome(t.Context(), d.caller, r.Order.Key); err != nil || again == nil || string(again.MT103) != string(r.MT103) || string(again.Pacs008) != string(r.Pacs008) {
		t.Errorf("the outcome: %v, %v", again, err)
	}
}

func TestAnUnsignedRemittanceIsRefused(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	review := d.review(t, toBoston(100_00))
	digits := d.answer(t, bank.Review{Medium: review.Medium})
	for name, row := range map[string]struct {
		signature []byte
		code      bank.Code
	}{
		"none":               {nil, bank.CodeSignatureNeeded},
		"another document":   {banktest.Sign(banktest.Lee, []byte("other")), bank.CodeOtherDocument},
		"another customer's": {banktest.Sign(banktest.Kim, review.Document), bank.CodeCertificateNotRegistered},
	} {
		_, err := d.Remit(t.Context(), d.caller, review.Order, bank.Proof{Digits: slices.Clone(digits), Signature: row.signature})
		if bank.RefusalCode(err) != row.code {
			t.Errorf("%s: %v, want %s", name, err, row.code)
		}
	}
}
