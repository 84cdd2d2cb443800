package bank_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

func TestAReviewShowsWhatWillHappen(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	o := toPark(300_000)
	o.Key = "a key of the customer's own"
	got := d.prepare(t, o)
	o.Key, o.OwnMemo, o.RecipientMemo = got.Order.Key, "박지훈", "김민수"
	want := bank.Review{
		Order: o, RecipientEN: "PARK JIHUN", Fee: won(0), BalanceAfter: won(984_300), LeftToday: won(2_700_000),
		Medium: bank.SecurityCard, Challenge: got.Challenge, PreparedAt: banktest.Start.UTC(),
		Document: []byte(`실시간 이체 신청서 / Real time transfer order
신청번호 / Order: ` + o.Key + `
신청일시 / Requested: 2026-11-05T10:00:00+09:00
출금계좌 / From account: 100260-01-000017
예금주 / Account holder: 김민수 (KIM MINSU)
입금은행 / To bank: 004 KB국민은행 (KB Kookmin Bank)
입금계좌 / To account: 12345678901234
받는 분 / Recipient: 박지훈
이체금액 / Amount: 300,000 KRW
수수료 / Fee: 0 KRW
내 통장 표시 / On my passbook: 박지훈
받는 분 통장 표시 / On the recipient's: 김민수
`),
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if len(o.Key) != 36 || o.Key[14] != '7' {
		t.Errorf("the key %q is no UUIDv7", o.Key)
	}
	if again := d.prepare(t, o); again.Order.Key == o.Key {
		t.Error("the second review has the same key")
	}
	if balance := d.Balance(t, banktest.KimMain); balance != won(1_284_300) {
		t.Errorf("the review moved money: %v are left", balance)
	}
}

func TestAReviewWithATokenAsksForNoCells(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	if r := d.prepare(t, fromLee(1)); r.Medium != bank.Token || r.Challenge != (bank.Challenge{}) {
		t.Errorf("got %+v", r)
	}
}

func TestPrepareRefuses(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name  string
		login string
		order bank.TransferOrder
		want  bank.RefusedError
	}{
		{
			"an account that does not exist", banktest.Kim, from("10026001999999", toPark(1)),
			bank.RefusedError{Code: bank.CodeNoAccount, Account: "10026001999999"},
		},
		{
			"an account of somebody else", banktest.Kim, from(banktest.LeeMain, toPark(1)),
			bank.RefusedError{Code: bank.CodeNoAccount, Account: string(banktest.LeeMain)},
		},
		{
			"a closed account", banktest.Kim, from(banktest.KimClosed, toPark(1)),
			bank.RefusedError{Code: bank.CodeAccountClosed, Account: string(banktest.KimClosed)},
		},
		{
			"a time deposit", banktest.Kim, from(banktest.KimTime, toPark(1)),
			bank.RefusedError{Code: bank.CodeNotWithdrawable, Account: string(banktest.KimTime)},
		},
		{
			"a savings account", banktest.Kim, from(banktest.KimSavings, toPark(1)),
			bank.RefusedError{Code: bank.CodeNotWithdrawable, Account: string(banktest.KimSavings)},
		},
		{
			"a dollar account", banktest.Kim, from(banktest.KimDollars, toPark(1)),
			bank.RefusedError{Code: bank.CodeOtherCurrency, Account: string(banktest.KimDollars)},
		},
		{
			"nothing", banktest.Kim, toPark(0),
			bank.RefusedError{Code: bank.CodeBadAmount, Amount: won(0)},
		},
		{
			"less than nothing", banktest.Kim, toPark(-1),
			bank.RefusedError{Code: bank.CodeBadAmount, Amount: won(-1)},
		},
		{
			"no amount", banktest.Kim, func() bank.TransferOrder { o := toPark(1); o.Amount = money.Amount{}; return o }(),
			bank.RefusedError{Code: bank.CodeBadAmount},
		},
		{
			"dollars", banktest.Kim, func() bank.TransferOrder { o := toPark(1); o.Amount = money.New(1, money.USD); return o }(),
			bank.RefusedError{Code: bank.CodeOtherCurrency, Amount: money.New(1, money.USD)},
		},
		{
			"to the same account", banktest.Kim, to(bank.KoreaPost, string(banktest.KimMain), "김민수"),
			bank.RefusedError{Code: bank.CodeSameAccount, Bank: bank.KoreaPost, Account: string(banktest.KimMain)},
		},
		{
			"to a bank that does not exist", banktest.Kim, to("999", banktest.ParkNumber, banktest.ParkName),
			bank.RefusedError{Code: bank.CodeUnknownBank, Bank: "999", Account: banktest.ParkNumber},
		},
		{
			"to no account number", banktest.Kim, to(banktest.ParkBank, "12-34", banktest.ParkName),
			bank.RefusedError{Code: bank.CodeBadAccountNumber, Bank: banktest.ParkBank, Account: "12-34"},
		},
		{
			"to nobody", banktest.Kim, to(banktest.ParkBank, "9999999999", banktest.ParkName),
			bank.RefusedError{Code: bank.CodeNoRecipient, Bank: banktest.ParkBank, Account: "9999999999"},
		},
		{
			"to a closed account", banktest.Kim, to(banktest.ClosedBank, banktest.ClosedNumber, "최지우"),
			bank.RefusedError{Code: bank.CodeRecipientClosed, Bank: banktest.ClosedBank, Account: banktest.ClosedNumber},
		},
		{
			"to a bank that does not answer", banktest.Kim, to(banktest.SilentBank, banktest.SilentNumber, "정하늘"),
			bank.RefusedError{Code: bank.CodeBankNotAnswering, Bank: banktest.SilentBank, Account: banktest.SilentNumber},
		},
		{
			"to a dollar account", banktest.Lee, from(banktest.LeeMain, to(bank.KoreaPost, string(banktest.KimDollars), "김민수")),
			bank.RefusedError{Code: bank.CodeOtherCurrency, Bank: bank.KoreaPost, Account: string(banktest.KimDollars)},
		},
		{
			"to another name", banktest.Kim, to(banktest.ParkBank, banktest.ParkNumber, "박지후"),
			bank.RefusedError{Code: bank.CodeRecipientChanged, Bank: banktest.ParkBank, Account: banktest.ParkNumber, Name: "박지훈"},
		},
		{
			"to a name that was not checked", banktest.Kim, to(banktest.ParkBank, banktest.ParkNumber, ""),
			bank.RefusedError{Code: bank.CodeRecipientChanged, Bank: banktest.ParkBank, Account: banktest.ParkNumber, Name: "박지훈"},
		},
		{
			"a memo of fifteen cells", banktest.Kim, memos("가나다라마바사a", ""),
			bank.RefusedError{Code: bank.CodeMemoTooLong, Max: 14},
		},
		{
			"a recipient's memo of fifteen cells", banktest.Kim, memos("", "fifteen letters"),
			bank.RefusedError{Code: bank.CodeMemoTooLong, Max: 14},
		},
		{
			"a memo of one cell and many marks", banktest.Kim, memos("x"+strings.Repeat("\u0301", 100), ""),
			bank.RefusedError{Code: bank.CodeMemoTooLong, Max: 14},
		},
		{
			"a won over the limit of one transfer", banktest.Kim, toPark(1_000_001),
			bank.RefusedError{Code: bank.CodeOverTransferLimit, Medium: bank.SecurityCard, Amount: won(1_000_001), Available: won(1_000_000), Limit: won(1_000_000)},
		},
		{
			"all the money there is", banktest.Kim, toPark(1<<63 - 1),
			bank.RefusedError{Code: bank.CodeOverTransferLimit, Medium: bank.SecurityCard, Amount: won(1<<63 - 1), Available: won(1_000_000), Limit: won(1_000_000)},
		},
		{
			"more than there is", banktest.Kim, from(banktest.KimSpare, toPark(1)),
			bank.RefusedError{Code: bank.CodeInsufficientFunds, Account: string(banktest.KimSpare), Amount: won(1), Available: won(0)},
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			d := open(t, row.login)
			_, err := d.Prepare(t.Context(), d.caller, row.order, pin())
			if got := refusal(t, err, row.want.Code); got != row.want {
				t.Errorf("got %+v\nwant %+v", got, row.want)
			}
			if n := d.count(t, "SELECT count(*) FROM prepared"); n != 0 {
				t.Errorf("%d orders were kept", n)
			}
		})
	}
}

func from(n bank.AccountNumber, o bank.TransferOrder) bank.TransferOrder {
	o.From = n
	return o
}

func to(at bank.BankCode, number, name string) bank.TransferOrder {
	return bank.TransferOrder{From: banktest.KimMain, Bank: at, To: number, Recipient: name, Amount: won(1)}
}

func memos(own, recipient string) bank.TransferOrder {
	o := toPark(1)
	o.OwnMemo, o.RecipientMemo = own, recipient
	return o
}

func TestMoreThanIsLeftAfterAHoldIsRefused(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	d.meddle(t, "UPDATE account SET held=284300 WHERE number=$1", banktest.KimMain)
	d.send(t, toPark(999_999))
	_, err := d.Prepare(t.Context(), d.caller, toPark(2), pin())
	if r := refusal(t, err, bank.CodeInsufficientFunds); r.Available != won(1) {
		t.Errorf("available are %v", r.Available)
	}
	d.meddle(t, "UPDATE account SET held=0 WHERE number=$1", banktest.KimMain)
}

func TestTheDailyLimitIsOfADayInSeoul(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Lee)
	d.Clock.Advance(13*time.Hour + 48*time.Minute) // 23:48
	d.send(t, fromLee(5_000_000))
	d.Clock.Advance(time.Minute + 59*time.Second) // 23:49:59
	d.send(t, fromLee(4_999_999))
	limits, err := d.TransferLimits(t.Context(), d.caller)
	want := bank.TransferLimits{Medium: bank.Token, Each: won(5_000_000), Day: won(10_000_000), UsedToday: won(9_999_999)}
	if err != nil || limits != want {
		t.Errorf("got %+v, %v", limits, err)
	}
	_, err = d.Prepare(t.Context(), d.caller, fromLee(2), pin())
	got := refusal(t, err, bank.CodeOverDailyLimit)
	over := bank.RefusedError{
		Code: bank.CodeOverDailyLimit, Medium: bank.Token, Amount: won(2), Available: won(1), Limit: won(10_000_000),
	}
	if got != over {
		t.Errorf("got %+v, want %+v", got, over)
	}
	if left := d.prepare(t, fromLee(1)).LeftToday; left != won(0) {
		t.Errorf("%v are left", left)
	}
	d.Clock.Advance(time.Second) // 23:50
	_, err = d.Prepare(t.Context(), d.caller, fromLee(1), pin())
	opens := time.Date(2026, time.November, 6, 0, 10, 0, 0, calendar.Seoul)
	if r := refusal(t, err, bank.CodeServiceClosed); !r.At.Equal(opens) {
		t.Errorf("orders are taken again at %s", r.At)
	}
	d.Clock.Advance(10 * time.Minute) // midnight
	if limits, err = d.TransferLimits(t.Context(), d.caller); err != nil || limits.UsedToday != won(0) {
		t.Errorf("at midnight: %+v, %v", limits, err)
	}
	_, err = d.Prepare(t.Context(), d.caller, fromLee(5_000_000), pin())
	refused(t, err, bank.CodeServiceClosed)
	d.Clock.Advance(10 * time.Minute)
	d.send(t, fromLee(5_000_000)) // the same as the day before is no duplicate
}

func TestALimitLoweredBelowWhatWasSentLeavesNothing(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	d.send(t, toPark(500_000))
	d.meddle(t, "INSERT INTO customer_limit(customer_id,at,each_before,day_before,limit_each,limit_day) "+
		"SELECT id,(SELECT max(at)+1 FROM entry),limit_each,limit_day,limit_each,400000 FROM customer WHERE login='kim'")
	_, err := d.Prepare(t.Context(), d.caller, toPark(1), pin())
	if r := refusal(t, err, bank.CodeOverDailyLimit); r.Available != won(0) || r.Limit != won(400_000) {
		t.Errorf("got %+v", r)
	}
}

func TestFiveWrongAccountPasswordsInARowLock(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	for range 2 {
		for n := 1; n < bank.MaxTries; n++ {
			_, err := d.Prepare(t.Context(), d.caller, toPark(1), []byte("0000"))
			r := refusal(t, err, bank.CodeWrongPIN)
			if r.Tries != n || r.Max != bank.MaxTries || r.Account != string(banktest.KimMain) {
				t.Errorf("try %d: %+v", n, r)
			}
		}
		// A right one forgets them, even if the order is refused.
		_, err := d.Prepare(t.Context(), d.caller, toPark(0), pin())
		refused(t, err, bank.CodeBadAmount)
	}
	waiting := d.prepare(t, toPark(1))
	for _, code := range []bank.Code{4: bank.CodePINLocked} {
		if code == "" {
			code = bank.CodeWrongPIN
		}
		_, err := d.Prepare(t.Context(), d.caller, toPark(0), []byte{})
		refused(t, err, code) // and nothing is said about the amount
	}
	_, err := d.Prepare(t.Context(), d.caller, toPark(1), pin())
	refused(t, err, bank.CodePINLocked)
	_, err = d.Transfer(t.Context(), d.caller, waiting.Order, d.proof(waiting, d.answer(t, waiting)))
	refused(t, err, bank.CodePINLocked)
	_, err = d.Prepare(t.Context(), d.caller, from(banktest.KimSpare, toPark(1)), pin())
	refused(t, err, bank.CodeInsufficientFunds) // the other account is not locked
}

func TestAnAccountWithoutAPasswordHasNoRightOne(t *testing.T) {
	t.Parallel()
	for _, mac := range []any{nil, []byte{}} {
		d := open(t, banktest.Kim)
		d.meddle(t, "UPDATE account SET pin_mac=$1 WHERE number=$2", mac, banktest.KimMain)
		_, err := d.Prepare(t.Context(), d.caller, toPark(1), []byte{})
		refused(t, err, bank.CodeWrongPIN)
	}
}

func TestMemos(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	d.meddle(t, "UPDATE counterparty SET name_ko=$1 WHERE number=$2", "남궁선우하늘별빛", banktest.ParkNumber)
	d.meddle(t, "UPDATE customer SET name_ko=$1 WHERE login='kim'", norm.NFD.String("김민수"))
	for _, row := range []struct{ name, own, recipient, wantOwn, wantRecipient string }{
		{"none: the names, as far as they fit", "", "", "남궁선우하늘별", "김민수"},
		{"as written", "11월 월세", "Rent", "11월 월세", "Rent"},
		{"seven syllables", "가나다라마바사", "가나다라마바사", "가나다라마바사", "가나다라마바사"},
		{"syllables in parts", norm.NFD.String("월세"), norm.NFD.String("가나다라마바사"), "월세", "가나다라마바사"},
		{"a memo that turns the line around", "a\u202eb\u2066c", "a\u200fb", "abc", "ab"},
		{"an escape sequence", "\x1b[31mred\x1b[0m", "line\nbreak\x00", "[31mred[0m", "linebreak"},
		{"bytes that are no text", "a\xffb", "\xff", "ab", "김민수"},
		{"spaces around it", "  rent  ", " \u3000 ", "rent", "김민수"},
	} {
		o := memos(row.own, row.recipient)
		o.Recipient = norm.NFD.String("남궁선우하늘별빛")
		got := d.prepare(t, o).Order
		if got.OwnMemo != row.wantOwn || got.RecipientMemo != row.wantRecipient || !norm.NFC.IsNormalString(got.Recipient) {
			t.Errorf("%s: %q and %q", row.name, got.OwnMemo, got.RecipientMemo)
		}
	}
}
