package bank_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/fx"
	"smartbank/bank/iso"
	"smartbank/bank/money"
)

// deposit pays won into Lee's account at the counter.
func (d desk) deposit(t *testing.T, n int64) {
	t.Helper()
	d.Clock.Advance(time.Second)
	now := d.Clock.Now()
	for _, s := range []struct {
		statement string
		args      []any
	}{
		{
			"INSERT INTO entry(key,request_hash,kind,at,business_day) VALUES($1,zeroblob(32),'cash',$2,$3)",
			[]any{"deposit-" + now.Format(time.RFC3339Nano), now.UnixMicro(), calendar.DateOf(now).Key()},
		},
		{
			`INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) SELECT max(e.id),c.id,a.id,'KRW',$1
			   FROM entry e, account c, account a WHERE c.number='cash' AND a.number=$2`, []any{n, banktest.LeeMain},
		},
	} {
		d.meddle(t, s.statement, s.args...)
	}
}

// sendCode is the refusal of an order, at its review or at its booking; "" if it was booked.
func (d desk) sendCode(t *testing.T, o bank.RemittanceOrder) *bank.RefusedError {
	t.Helper()
	d.Clock.Advance(31 * time.Second)
	review, err := d.PrepareRemittance(t.Context(), d.caller, o, pin())
	if err == nil {
		_, err = d.Remit(t.Context(), d.caller, review.Order, d.remitProof(t, review))
	}
	if err != nil && bank.RefusalCode(err) == "" {
		t.Fatal(err)
	}
	return refusedBy(err)
}

// refusedBy is the refusal that err is; an empty one if there is none.
func refusedBy(err error) *bank.RefusedError {
	refused, ok := errors.AsType[*bank.RefusedError](err)
	if !ok {
		return &bank.RefusedError{}
	}
	return refused
}

// TestWhatIsRefusedOfARemittance asks for each refusal that an order can get at its review. Nothing moves.
func TestWhatIsRefusedOfARemittance(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	boston := func(change func(*bank.RemittanceOrder)) bank.RemittanceOrder {
		o := toBoston(100_00)
		change(&o)
		return o
	}
	osaka := func(change func(*bank.RemittanceOrder)) bank.RemittanceOrder {
		o := toOsaka(10_000)
		change(&o)
		return o
	}
	for name, row := range map[string]struct {
		order bank.RemittanceOrder
		code  bank.Code
		field string
	}{
		"nothing":                     {toBoston(0), bank.CodeBadAmount, ""},
		"less than nothing":           {toBoston(-1), bank.CodeBadAmount, ""},
		"BEN takes all of it":         {boston(func(o *bank.RemittanceOrder) { o.Amount, o.SWIFT.Charges = usd(5_00), iso.BEN }), bank.CodeBadAmount, ""},
		"won for less than a cent":    {boston(func(o *bank.RemittanceOrder) { o.Amount = won(1) }), bank.CodeBadAmount, ""},
		"more than there are numbers": {toBoston(1 << 62), bank.CodeBadAmount, ""},
		"another currency's amount":   {boston(func(o *bank.RemittanceOrder) { o.Amount = money.New(100, money.EUR) }), bank.CodeBadAmount, ""},
		"no consent":                  {boston(func(o *bank.RemittanceOrder) { o.Agreed = false }), bank.CodeNoRemittanceConsent, ""},
		"with documents":              {boston(func(o *bank.RemittanceOrder) { o.Category = bank.CategoryOther }), bank.CodeRemittanceAtBranch, ""},
		"no category":                 {boston(func(o *bank.RemittanceOrder) { o.Category = "" }), bank.CodeRemittanceAtBranch, ""},
		"a purpose that is none":      {boston(func(o *bank.RemittanceOrder) { o.Purpose = "FUNN" }), bank.CodeNoPurpose, ""},
		"somebody else's name":        {boston(func(o *bank.RemittanceOrder) { o.Sender.Name = "KIM MINSU" }), bank.CodeOtherSender, ""},
		"a currency that is not sent": {boston(func(o *bank.RemittanceOrder) { o.Currency, o.Amount = "CNY", money.New(100_00, "CNY") }), bank.CodeNotOffered, ""},
		"to North Korea":              {boston(func(o *bank.RemittanceOrder) { o.SWIFT.Recipient.Country = "KP" }), bank.CodeCountryBlocked, ""},
		"by a bank in Iran":           {boston(func(o *bank.RemittanceOrder) { o.SWIFT.Bank.BIC = "MELIIRTH" }), bank.CodeCountryBlocked, ""},
		"by way of a bank in Myanmar": {boston(func(o *bank.RemittanceOrder) { o.SWIFT.Intermediary.BIC = "AGBMMMMY" }), bank.CodeCountryBlocked, ""},
		"an IBAN with a slip": {boston(func(o *bank.RemittanceOrder) {
			o.SWIFT.Recipient.Country, o.SWIFT.Recipient.Account = "DE", "DE89370400440532013001"
		}), bank.CodeBadField, "59:account"},
		"no account":                     {boston(func(o *bank.RemittanceOrder) { o.SWIFT.Recipient.Account = "" }), bank.CodeBadField, "59:account"},
		"no bank":                        {boston(func(o *bank.RemittanceOrder) { o.SWIFT.Bank = iso.Agent{} }), bank.CodeBadField, "57:bic"},
		"no country":                     {boston(func(o *bank.RemittanceOrder) { o.SWIFT.Recipient.Country = "" }), bank.CodeBadField, "59:country"},
		"no town":                        {boston(func(o *bank.RemittanceOrder) { o.SWIFT.Recipient.Town = "" }), bank.CodeBadField, "59:town"},
		"a name without a letter":        {boston(func(o *bank.RemittanceOrder) { o.SWIFT.Recipient.Name = "..." }), bank.CodeBadField, "59:name"},
		"Hangul in the name":             {boston(func(o *bank.RemittanceOrder) { o.SWIFT.Recipient.Name = "이영희" }), bank.CodeBadField, "59:name"},
		"an & in the message":            {boston(func(o *bank.RemittanceOrder) { o.Message = "BREAD & WINE" }), bank.CodeBadField, "70"},
		"a line that would be a field":   {boston(func(o *bank.RemittanceOrder) { o.SWIFT.Recipient.Address = []string{":71A:OUR"} }), bank.CodeBadField, "59:address"},
		"no charges":                     {boston(func(o *bank.RemittanceOrder) { o.SWIFT.Charges = "" }), bank.CodeBadField, "71A"},
		"over the limit of one":          {toBoston(10_000_01), bank.CodeOverRemittanceLimit, ""},
		"not enough won":                 {boston(func(o *bank.RemittanceOrder) { o.Category, o.Amount = bank.CategoryStudent, usd(20_000_00) }), bank.CodeInsufficientFunds, ""},
		"somebody else's account":        {boston(func(o *bank.RemittanceOrder) { o.From = banktest.KimMain }), bank.CodeNoAccount, ""},
		"a quote that is none":           {boston(func(o *bank.RemittanceOrder) { o.Quote = "00000000-0000-7000-8000-000000000000" }), bank.CodeNoQuote, ""},
		"Eurogiro to France":             {osaka(func(o *bank.RemittanceOrder) { o.Giro.Country = "FR" }), bank.CodeNoGiro, ""},
		"an account in Sri Lanka":        {osaka(func(o *bank.RemittanceOrder) { o.Giro.Country, o.Giro.Kind = "LK", bank.ToAccount }), bank.CodeNoGiro, ""},
		"dollars to Japan":               {osaka(func(o *bank.RemittanceOrder) { o.Currency, o.Amount = money.USD, usd(100_00) }), bank.CodeNotOffered, ""},
		"a money order without postcode": {osaka(func(o *bank.RemittanceOrder) { o.Giro.Postcode = "" }), bank.CodeBadField, "postcode"},
		"a money order without address":  {osaka(func(o *bank.RemittanceOrder) { o.Giro.Address = nil }), bank.CodeBadField, "address"},
		"a money order without phone":    {osaka(func(o *bank.RemittanceOrder) { o.Giro.Phone = "" }), bank.CodeBadField, "phone"},
		"no name":                        {osaka(func(o *bank.RemittanceOrder) { o.Giro.Name = "" }), bank.CodeBadField, "name"},
		"no account in Japan":            {osaka(func(o *bank.RemittanceOrder) { o.Giro.Kind = bank.ToAccount }), bank.CodeBadField, "account"},
		"Eurogiro over 5,000 dollars":    {toOsaka(900_000), bank.CodeOverRemittanceLimit, ""},
	} {
		got := d.sendCode(t, row.order)
		if got.Code != row.code {
			t.Errorf("%s: got %q (%+v), want %q", name, got.Code, got.Invalid, row.code)
		}
		if row.field != "" && (got.Invalid == nil || got.Invalid.Field != row.field) {
			t.Errorf("%s: it is about %+v, want %s", name, got.Invalid, row.field)
		}
	}
	if n := d.balanceOf(t, string(banktest.LeeMain)); n != 20_350_000 {
		t.Errorf("%d won are left", n)
	}
}

func TestAccountsThatPayNoRemittance(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	for account, code := range map[bank.AccountNumber]bank.Code{
		banktest.KimSavings: bank.CodeNotWithdrawable, banktest.KimTime: bank.CodeNotWithdrawable, banktest.KimClosed: bank.CodeAccountClosed,
		banktest.KimDollars: bank.CodeAccountCurrency, banktest.KimMain: "",
	} {
		o := toBoston(100_00)
		o.Currency, o.Amount, o.From = money.EUR, money.New(100_00, money.EUR), account
		if _, err := d.PrepareRemittance(t.Context(), d.caller, o, pin()); bank.RefusalCode(err) != code {
			t.Errorf("from %s: %v, want %q", account, err, code)
		}
	}
	if _, err := d.PrepareRemittance(t.Context(), d.caller, toBoston(1), []byte("0000")); bank.RefusalCode(err) != bank.CodeNoAccount {
		t.Errorf("another's account: %v", err)
	}
	o := toBoston(100_00)
	o.From = banktest.KimMain
	if _, err := d.PrepareRemittance(t.Context(), d.caller, o, []byte("0000")); bank.RefusalCode(err) != bank.CodeWrongPIN {
		t.Errorf("a wrong password: %v", err)
	}
	if _, err := d.PrepareRemittance(t.Context(), bank.Caller{Customer: d.caller.Customer}, o, pin()); bank.RefusalCode(err) != bank.CodeReadOnly {
		t.Errorf("without a session: %v", err)
	}
}

// TestTheYearlyLimit counts to the last cent.
func TestTheYearlyLimit(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	d.deposit(t, 300_000_000)
	for range 9 {
		d.remit(t, toBoston(10_000_00))
	}
	d.remit(t, toBoston(9_999_99))
	year, err := d.YearlyLimit(t.Context(), d.caller)
	if err != nil || year.Used != usd(99_999_99) || year.Left != usd(1) {
		t.Fatalf("%+v, %v", year, err)
	}
	if got := d.sendCode(t, toBoston(5_000_01)); got.Code != bank.CodeOverYearlyLimit || got.Available != usd(1) || got.Limit != usd(100_000_00) {
		t.Errorf("5,000.01 more: %+v", got)
	}
	d.remit(t, toBoston(5_000_00))
	if year, err := d.YearlyLimit(t.Context(), d.caller); err != nil || year.Used != usd(104_999_99) || year.Left != usd(0) {
		t.Errorf("%+v, %v", year, err)
	}
}

// TestTheYearIsAskedAgainAtTheBooking has two orders reviewed of which the year has room for one.
func TestTheYearIsAskedAgainAtTheBooking(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	d.deposit(t, 300_000_000)
	for range 9 {
		d.remit(t, toBoston(10_000_00))
	}
	d.Clock.Advance(31 * time.Second)
	first, second := d.review(t, toBoston(10_000_00)), d.review(t, toBoston(10_000_00))
	if _, err := d.Remit(t.Context(), d.caller, first.Order, d.remitProof(t, first)); err != nil {
		t.Fatal(err)
	}
	d.Clock.Advance(31 * time.Second)
	_, err := d.Remit(t.Context(), d.caller, second.Order, d.remitProof(t, second))
	if got := refusedBy(err); got.Code != bank.CodeOverYearlyLimit || got.Available != usd(0) {
		t.Errorf("got %v, %+v", err, got)
	}
}

func TestASumIsNotSplit(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	d.remit(t, toBoston(3_000_00))
	if got := d.sendCode(t, toBoston(2_000_01)); got.Code != bank.CodeSplitRemittance || got.Available != usd(2_000_00) {
		t.Errorf("got %+v", got)
	}
	other := toBoston(2_000_01)
	other.SWIFT.Recipient.Account = "987654321000"
	if got := d.sendCode(t, other); got.Code != "" {
		t.Errorf("to another account: %s", got.Code)
	}
	d.remit(t, toBoston(2_000_00))
	if got := d.sendCode(t, toBoston(1)); got.Code != bank.CodeSplitRemittance || got.Available != usd(0) {
		t.Errorf("one cent more: %+v", got)
	}
	d.Clock.Advance(24 * time.Hour)
	if got := d.sendCode(t, toBoston(1_000_00)); got.Code != "" {
		t.Errorf("on the next day: %s", got.Code)
	}
}

// TestHours walks through a night: small sums until the exchange opens, and nothing around midnight.
func TestHours(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	d.deposit(t, 100_000_000)
	d.Clock.Advance(time.Date(2026, 11, 5, 18, 0, 0, 0, calendar.Seoul).Sub(d.Clock.Now()))
	d.remit(t, toBoston(6_000_00))
	got := d.sendCode(t, toBoston(6_000_00))
	if got.Code != bank.CodeAfterHoursLimit || got.Available != usd(4_000_00) || !got.At.Equal(time.Date(2026, 11, 6, 9, 0, 0, 0, calendar.Seoul)) {
		t.Errorf("in the evening: %+v", got)
	}
	d.Clock.Advance(time.Date(2026, 11, 5, 23, 50, 0, 0, calendar.Seoul).Sub(d.Clock.Now()))
	if got := d.sendCode(t, toBoston(1_00)); got.Code != bank.CodeRemittanceClosed || !got.At.Equal(time.Date(2026, 11, 6, 0, 10, 0, 0, calendar.Seoul)) {
		t.Errorf("before midnight: %+v", got)
	}
	d.Clock.Advance(time.Date(2026, 11, 6, 0, 10, 0, 0, calendar.Seoul).Sub(d.Clock.Now()))
	if got := d.sendCode(t, toBoston(6_000_00)); got.Code != bank.CodeAfterHoursLimit {
		t.Errorf("after midnight: %+v", got)
	}
	d.Clock.Advance(time.Date(2026, 11, 6, 9, 0, 0, 0, calendar.Seoul).Sub(d.Clock.Now()))
	if got := d.sendCode(t, toBoston(6_000_00)); got.Code != "" {
		t.Errorf("in the morning: %+v", got)
	}
}

// TestAQuoteIsHonouredForAMinute, even if the board changes, and never after.
func TestAQuoteIsHonouredForAMinute(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	d.Clock.Advance(9*time.Minute + 30*time.Second) // the next notice comes in half a minute
	quote, err := d.Quote(t.Context(), d.caller, money.USD, fx.Sell)
	if err != nil {
		t.Fatal(err)
	}
	o := toBoston(100_00)
	o.Quote = quote.ID
	d.Clock.Advance(10 * time.Second)
	review := d.review(t, o)
	if left, exchanged := review.SecondsLeft(d.Clock.Now()); left != 50 || !exchanged || review.Terms.Quote.Rate != quote.Rate {
		t.Errorf("%d seconds left, %+v", left, review.Terms.Quote)
	}
	late := d.review(t, o)
	d.Clock.Advance(49*time.Second + 900*time.Millisecond)
	board, err := d.Board(t.Context(), calendar.DateOf(d.Clock.Now()), 0)
	if err != nil || board.Notice == quote.Notice {
		t.Errorf("notice %d, %v: the board has not changed", board.Notice, err)
	}
	if other, err := d.Quote(t.Context(), d.caller, money.USD, fx.Sell); err != nil || other.Rate == quote.Rate {
		t.Errorf("the new board has the same rate: %v, %v", other.Rate, err)
	}
	receipt, err := d.Remit(t.Context(), d.caller, review.Order, d.remitProof(t, review))
	if err != nil || receipt.Terms.Quote.Rate != quote.Rate {
		t.Fatalf("after 59.9 seconds: %v", err)
	}
	d.Clock.Advance(100 * time.Millisecond)
	_, err = d.Remit(t.Context(), d.caller, late.Order, bank.Proof{Digits: []byte("000000"), Signature: banktest.Sign(banktest.Lee, late.Document)})
	if code := bank.RefusalCode(err); code != bank.CodeWrongFactor {
		t.Errorf("a wrong factor comes first: %s", code)
	}
	d.Clock.Advance(30 * time.Second)
	if _, err = d.Remit(t.Context(), d.caller, late.Order, d.remitProof(t, late)); bank.RefusalCode(err) != bank.CodeQuoteExpired {
		t.Errorf("after its minute: %v", err)
	}
	if _, err := d.PrepareRemittance(t.Context(), d.caller, o, pin()); bank.RefusalCode(err) != bank.CodeQuoteExpired {
		t.Errorf("reviewed after its minute: %v", err)
	}
	if n, err := d.Count(t.Context(), "SELECT count(*) FROM remittance"); err != nil || n != 1 {
		t.Errorf("%d were booked, %v", n, err)
	}
}

func TestAQuoteEndsWithItsSixtiethSecond(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	review := d.review(t, toBoston(100_00))
	d.Clock.Advance(review.Until.Sub(d.Clock.Now()))
	_, err := d.Remit(t.Context(), d.caller, review.Order, d.remitProof(t, review))
	if got := refusedBy(err); got.Code != bank.CodeQuoteExpired || !got.At.Equal(review.Until) {
		t.Errorf("at %s: %v", review.Until, err)
	}
}

func TestAQuoteIsForItsCustomerCurrencyAndSide(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	other := d.SignIn(t, banktest.Kim).Caller()
	for name, ask := range map[string]func() (bank.Quote, error){
		"another customer's": func() (bank.Quote, error) { return d.Quote(t.Context(), other, money.USD, fx.Sell) },
		"another currency's": func() (bank.Quote, error) { return d.Quote(t.Context(), d.caller, money.EUR, fx.Sell) },
		"the other side's":   func() (bank.Quote, error) { return d.Quote(t.Context(), d.caller, money.USD, fx.Buy) },
	} {
		q, err := ask()
		if err != nil {
			t.Fatal(err)
		}
		o := toBoston(100_00)
		o.Quote = q.ID
		if got := d.sendCode(t, o); got.Code != bank.CodeNoQuote {
			t.Errorf("%s: %q", name, got.Code)
		}
	}
	if _, err := d.Quote(t.Context(), d.caller, "XAU", fx.Sell); bank.RefusalCode(err) != bank.CodeNoRate {
		t.Errorf("gold: %v", err)
	}
}

// TestARateIsRenewed takes the rate of now for a review: nothing that is signed changes while the board stays, one that holds
// is not given up for another, and one that is over gives way to it.
func TestARateIsRenewed(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	d.Clock.Advance(8*time.Minute + 50*time.Second) // the next notice comes in 70 seconds
	first := d.review(t, toBoston(100_00))
	renew := func() bank.RemittanceReview {
		t.Helper()
		r, err := d.RenewRemittance(t.Context(), d.caller, first.Order.Key)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	d.Clock.Advance(40 * time.Second)
	same := renew()
	if left, _ := same.SecondsLeft(d.Clock.Now()); left != 60 || string(same.Document) != string(first.Document) || same.Challenge != first.Challenge {
		t.Errorf("%d seconds left of a rate that is the same\n%s", left, same.Document)
	}
	d.Clock.Advance(35 * time.Second) // there is another board
	honoured := renew()
	if left, _ := honoured.SecondsLeft(d.Clock.Now()); left != 25 || honoured.Terms != same.Terms {
		t.Errorf("%d seconds left, %+v; want what was quoted", left, honoured.Terms)
	}
	d.Clock.Advance(25 * time.Second)
	signature := banktest.Sign(banktest.Lee, honoured.Document)
	other := renew()
	if left, _ := other.SecondsLeft(d.Clock.Now()); left != 60 || other.Terms.Quote.Rate == first.Terms.Quote.Rate || other.Terms.UETR != first.Terms.UETR {
		t.Errorf("%d seconds left, %+v; want the rate of now", left, other.Terms)
	}
	proof := d.remitProof(t, other)
	if _, err := d.Remit(t.Context(), d.caller, honoured.Order, proof); bank.RefusalCode(err) != bank.CodeKeyReused {
		t.Errorf("the order at the rate before: %v", err)
	}
	proof = d.remitProof(t, other)
	if _, err := d.Remit(t.Context(), d.caller, other.Order, bank.Proof{Digits: proof.Digits, Signature: signature}); bank.RefusalCode(err) == "" {
		t.Error("a signature over the rate before was taken")
	}
	receipt, err := d.Remit(t.Context(), d.caller, other.Order, d.remitProof(t, other))
	if err != nil || receipt.Terms != other.Terms {
		t.Fatalf("at the rate of now: %v", err)
	}
	if _, err := d.RenewRemittance(t.Context(), d.caller, first.Order.Key); bank.RefusalCode(err) != bank.CodeNotPrepared {
		t.Errorf("a booked one: %v", err)
	}
	if _, err := d.RenewRemittance(t.Context(), d.SignIn(t, banktest.Kim).Caller(), first.Order.Key); bank.RefusalCode(err) != bank.CodeNotPrepared {
		t.Errorf("another customer's: %v", err)
	}
	if report, err := d.Verify(t.Context()); err != nil || report.Difference != "" {
		t.Errorf("verify: %q, %v", report.Difference, err)
	}
}

// TestARenewedOrderPassesAgain asks everything again: the evening has limits of its own, and a refusal keeps the order.
func TestARenewedOrderPassesAgain(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	d.deposit(t, 100_000_000)
	o := toBoston(20_000_00)
	o.Category = bank.CategoryStudent
	review := d.review(t, o)
	d.Clock.Advance(time.Date(2026, 11, 5, 18, 0, 0, 0, calendar.Seoul).Sub(d.Clock.Now()))
	if _, err := d.RenewRemittance(t.Context(), d.caller, review.Order.Key); bank.RefusalCode(err) != bank.CodeAfterHoursLimit {
		t.Errorf("in the evening: %v", err)
	}
	if left, err := d.LeftOverRemittances(t.Context(), d.caller); err != nil || len(left) != 1 {
		t.Errorf("%d are kept, %v", len(left), err)
	}
	d.Clock.Advance(15 * time.Hour)
	if _, err := d.RenewRemittance(t.Context(), d.caller, review.Order.Key); err != nil {
		t.Errorf("in the morning: %v", err)
	}
}

// TestWhatIsSignedSaysWhatThereIs and nothing of what there is not.
func TestWhatIsSignedSaysWhatThereIs(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	ben, via := toBoston(100_00), toBoston(100_00)
	ben.SWIFT.Charges = iso.BEN
	via.SWIFT.Intermediary, via.SWIFT.Charges = iso.Agent{BIC: "CHASUS33"}, iso.OUR
	for name, row := range map[string]struct {
		order        bank.RemittanceOrder
		says, silent []string
	}{
		"SHA":         {toBoston(100_00), []string{"Purpose: FAMI (가족 생활비 / family support)", "Cable: 8,000 KRW", "UETR: "}, []string{"Intermediary", "Taken out", "abroad: 0", "telephone: \n"}},
		"BEN":         {ben, []string{"Taken out of the amount: "}, []string{"Charges abroad: "}},
		"OUR":         {via, []string{"Intermediary bank: CHASUS33\n", "Charges abroad: 20.00 USD"}, []string{"Taken out"}},
		"money order": {toOsaka(10_000), []string{"Recipient's address: 1-2-3 UMEDA, 530-0001, OSAKA, JP"}, []string{"UETR", "Cable", "To account", "Identity", "Message", "Sender's telephone"}},
	} {
		document := string(d.review(t, row.order).Document)
		for _, s := range row.says {
			if !strings.Contains(document, s) {
				t.Errorf("%s: no %q in\n%s", name, s, document)
			}
		}
		for _, s := range append(row.silent, ": \n", ", ,") {
			if strings.Contains(document, s) {
				t.Errorf("%s: %q in\n%s", name, s, document)
			}
		}
	}
}
