package banktest

import (
	"time"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// The user IDs of the customers.
const (
	Kim = "kim" // 김민수, with a security card; at most 1,000,000 won at once and 3,000,000 a day
	Lee = "lee" // 이서연, with a token; at most 5,000,000 won at once and 10,000,000 a day
)

// The resident numbers, with wrong check digits.
const (
	KimIdentity = "9001011234560"
	LeeIdentity = "9502022345673"
)

// PIN is the four-digit password of every account.
const PIN = "7391"

// The accounts, and what is on them when the test begins.
const (
	KimMain    bank.AccountNumber = "10026001000017" // demand, 1,284,300 won
	KimSpare   bank.AccountNumber = "10026001000028" // demand, nothing
	KimSavings bank.AccountNumber = "10026006000033" // savings, 5,000,000 won
	KimTime    bank.AccountNumber = "10026005000049" // time deposit, 10,000,000 won
	KimDollars bank.AccountNumber = "10026052000051" // 1,200.50 dollars
	KimClosed  bank.AccountNumber = "10026001000062" // closed
	LeeMain    bank.AccountNumber = "20035001000013" // demand, 20,350,000 won
)

// Accounts at other banks: KB Kookmin's is open, Shinhan's is closed, and Woori
// does not answer for its one.
const (
	ParkBank   bank.BankCode = "004"
	ClosedBank bank.BankCode = "088"
	SilentBank bank.BankCode = "020"
)

// Their numbers, and the name on the open one.
const (
	ParkNumber   = "12345678901234"
	ParkName     = "박지훈"
	ClosedNumber = "110123456789"
	SilentNumber = "1002123456789"
)

// Start is when the clock of a test starts: a Thursday morning in Seoul.
var Start = time.Date(2026, time.November, 5, 10, 0, 0, 0, calendar.Seoul)

// Password is a customer's password, in bytes that can be wiped.
func Password(login string) []byte { return []byte(login + "-2026!") }

// Opening is what the bank of a test is made of.
func Opening() *bank.Opening {
	return &bank.Opening{
		Demonstration: true,
		At:            Start.Add(-time.Hour),
		Customers:     customers(),
		Counterparties: []bank.Counterparty{
			{Bank: ParkBank, Number: ParkNumber, NameEN: "PARK JIHUN", NameKO: ParkName},
			{Bank: ClosedBank, Number: ClosedNumber, NameEN: "CHOI JIWOO", NameKO: "최지우", Status: "closed"},
			{Bank: SilentBank, Number: SilentNumber, NameEN: "JUNG HANEUL", NameKO: "정하늘", Status: "silent"},
		},
		Entries: entries(),
	}
}

func customers() []bank.NewCustomer {
	joined := on(1, 2)
	account := func(number bank.AccountNumber, c money.Currency, nickname string) bank.NewAccount {
		return bank.NewAccount{Number: number, Currency: c, Nickname: nickname, PIN: PIN, OpenedAt: joined}
	}
	closed := account(KimClosed, money.KRW, "")
	closed.Status = bank.AccountClosed
	return []bank.NewCustomer{
		{
			Login: Kim, NameEN: "KIM MINSU", NameKO: "김민수", Password: string(Password(Kim)),
			Medium: bank.SecurityCard, MediumKey: []byte("the card of kim, 20b"), JoinedAt: joined,
			LimitEach: won(1_000_000), LimitDay: won(3_000_000),
			Accounts: []bank.NewAccount{
				account(KimMain, money.KRW, "생활비"),
				account(KimSpare, money.KRW, ""),
				account(KimSavings, money.KRW, ""),
				account(KimTime, money.KRW, ""),
				account(KimDollars, money.USD, "Travel"),
				closed,
			},
			Certificates: []bank.Signer{Certificate(Kim)},
			Identity:     KimIdentity,
		},
		{
			Login: Lee, NameEN: "LEE SEOYEON", NameKO: "이서연", Password: string(Password(Lee)),
			// The secret of RFC 6238, appendix B.
			Medium: bank.Token, MediumKey: []byte("12345678901234567890"), JoinedAt: joined,
			LimitEach: won(5_000_000), LimitDay: won(10_000_000),
			Accounts:     []bank.NewAccount{account(LeeMain, money.KRW, "")},
			Certificates: []bank.Signer{Certificate(Lee)},
			Identity:     LeeIdentity,
		},
	}
}

// entries lead to the balances above.
func entries() []bank.NewEntry {
	cashDollars := bank.OwnCash + "-" + string(money.USD)
	return []bank.NewEntry{
		book("opening", on(1, 2), bank.OwnCash, string(KimMain), won(500_000), "현금입금"),
		book("opening", on(1, 2), bank.OwnCash, string(KimClosed), won(10_000), "현금입금"),
		book("opening", on(1, 5), bank.OwnCash, string(KimSavings), won(5_000_000), "현금입금"),
		book("opening", on(1, 5), bank.OwnCash, string(KimTime), won(10_000_000), "정기예금"),
		book("opening", on(1, 6), cashDollars, string(KimDollars), money.New(120_050, money.USD), "Cash"),
		book("opening", on(1, 7), bank.OwnCash, string(LeeMain), won(20_400_000), "현금입금"),
		book("cash", on(2, 2), string(KimClosed), bank.OwnCash, won(10_000), "해지"),
		book("salary", on(9, 25), bank.OwnClearing, string(KimMain), won(1_000_000), "급여"),
		sent(on(10, 10), string(LeeMain), string(KimMain), won(50_000), bank.KoreaPost, string(KimMain), "김민수", "이서연"),
		sent(on(10, 20), string(KimMain), bank.OwnClearing, won(266_000), ParkBank, ParkNumber, ParkName, "김민수"),
		book("interest", on(11, 1), bank.OwnInterest, string(KimMain), won(300), "이자"),
	}
}

func book(kind string, at time.Time, debit, credit string, amount money.Amount, memo string) bank.NewEntry {
	return bank.NewEntry{Kind: kind, At: at, Debit: debit, Credit: credit, Amount: amount, DebitMemo: memo, CreditMemo: memo}
}

// sent is a transfer as the sender ordered it: the passbooks show each other's
// names.
func sent(at time.Time, debit, credit string, amount money.Amount, to bank.BankCode, number, recipient, sender string) bank.NewEntry {
	e := book("transfer", at, debit, credit, amount, "")
	e.DebitMemo, e.CreditMemo = recipient, sender
	e.Transfer = &bank.NewTransfer{Bank: to, To: number, Recipient: recipient}
	return e
}

// on is nine in the morning of a day in 2026.
func on(month time.Month, day int) time.Time {
	return time.Date(2026, month, day, 9, 0, 0, 0, calendar.Seoul)
}

func won(n int64) money.Amount { return money.New(n, money.KRW) }
