package search_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// The customers and their accounts.
const (
	hong = "hong" // accounts of every group and state
	nobe = "nobe" // without an account

	everyday bank.AccountNumber = "01234502678901"
	spare    bank.AccountNumber = "01234501112233" // nothing has happened on it
	student  bank.AccountNumber = "01357902222333" // closed
	club     bank.AccountNumber = "01234501445566" // frozen
	savings  bank.AccountNumber = "01234506778899"
	dollars  bank.AccountNumber = "01234552990011"
	lees     bank.AccountNumber = "54321002123456" // another customer's
)

// now is when the tests look.
var now = time.Date(2026, time.November, 5, 10, 0, 0, 0, calendar.Seoul)

func password(login string) []byte { return []byte(login + "-2026!") }

// image is the bank that every test has a clone of.
var image = sync.OnceValues(func() (*bank.Image, error) {
	return bank.NewImage(context.Background(), opening(), options(1))
})

func options(seed byte) bank.Options {
	return bank.Options{Now: func() time.Time { return now }, Rand: banktest.NewRand(seed), Cost: bank.TapeCost}
}

// openBank returns a bank in memory with a customer signed in.
func openBank(tb testing.TB, login string) (*bank.Bank, bank.Session) {
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
	session, err := b.SignIn(tb.Context(), login, password(login), bank.Phone)
	if err != nil {
		tb.Fatal(err)
	}
	return b, session
}

func opening() *bank.Opening {
	return &bank.Opening{
		Demonstration: true, At: now.Add(-time.Hour), Entries: entries(),
		Customers: []bank.NewCustomer{
			customer(hong, "HONG GILDONG", "홍길동",
				account(everyday, money.KRW, "Everyday", bank.AccountOpen), account(student, money.KRW, "Student account", bank.AccountClosed),
				account(dollars, money.USD, "Dollars", bank.AccountOpen), account(savings, money.KRW, "여행 적금", bank.AccountOpen),
				account(club, money.KRW, "동창회비", bank.AccountFrozen), account(spare, money.KRW, "", bank.AccountOpen)),
			customer("lee", "LEE BADA", "이바다", account(lees, money.KRW, "", bank.AccountOpen)),
			customer(nobe, "NOBE KIM", "김노비"),
		},
		Counterparties: []bank.Counterparty{{Bank: "004", Number: "12345678901234", NameEN: "PARK JIHUN", NameKO: "박지훈"}},
	}
}

func customer(login, nameEN, nameKO string, accounts ...bank.NewAccount) bank.NewCustomer {
	return bank.NewCustomer{
		Login: login, NameEN: nameEN, NameKO: nameKO, Password: string(password(login)), Accounts: accounts,
		Medium: bank.SecurityCard, MediumKey: fmt.Appendf(nil, "%-20s", login), JoinedAt: at(2024, 1, 2, 9, 0),
		LimitEach: won(1_000_000), LimitDay: won(3_000_000),
	}
}

func account(n bank.AccountNumber, c money.Currency, nickname string, status bank.AccountStatus) bank.NewAccount {
	return bank.NewAccount{Number: n, Currency: c, Nickname: nickname, PIN: banktest.PIN, OpenedAt: at(2024, 1, 2, 9, 30), Status: status}
}

// entries are two years in which little happens, and a month in which something
// happens every day: 33 lines of the everyday account from 6 October on.
func entries() []bank.NewEntry {
	own, main := bank.OwnClearing, string(everyday)
	list := []bank.NewEntry{
		book("opening", at(2024, 1, 2, 10, 0), bank.OwnCash, main, won(500_000), "현금입금"),
		book("opening", at(2024, 1, 2, 10, 5), bank.OwnCash, string(student), won(30_000), "현금입금"),
		book("opening", at(2024, 1, 2, 10, 10), bank.OwnCash, string(club), won(1_200_000), "현금입금"),
		book("opening", at(2024, 1, 3, 9, 0), bank.OwnCash, string(savings), won(12_500_000), "현금입금"),
		book("opening", at(2024, 1, 3, 9, 5), bank.OwnCash, string(lees), won(3_000_000), "현금입금"),
		book("opening", at(2024, 1, 4, 9, 0), bank.OwnCash+"-USD", string(dollars), money.New(560_000, money.USD), "Cash"),
		book("cash", at(2024, 3, 4, 11, 0), string(student), bank.OwnCash, won(30_000), "해지"),
		book("salary", at(2026, 9, 25, 6, 0), own, main, won(2_480_000), "Hankuk Trading"),
		book("interest", at(2026, 10, 1, 6, 0), bank.OwnInterest+"-USD", string(dollars), money.New(353, money.USD), "Interest"),
	}
	shops := []string{"GS25 Jongno", "골목커피", "River Cafe", "한마음마트", "서울교통"}
	for day := 1; day <= 27; day++ {
		spent := won(int64(1_100*day + 150))
		list = append(list, book("card", at(2026, 10, 5+day, 12, day), main, own, spent, shops[day%len(shops)]))
	}
	return append(list,
		book("salary", at(2026, 11, 2, 6, 0), own, main, won(2_480_000), "Hankuk Trading"),
		book("bill", at(2026, 11, 2, 7, 30), main, own, won(83_420), "전기요금"),
		sent(at(2026, 11, 3, 9, 12), main, own, won(266_000), "004", "12345678901234", "박지훈", "Rent share", "Hong Nov"),
		sent(at(2026, 11, 3, 18, 40), string(lees), main, won(50_000), bank.KoreaPost, main, "홍길동", "Hong", "이바다"),
		book("fee", at(2026, 11, 4, 8, 0), main, bank.OwnFees, won(500), "Certificate"),
		book("interest", at(2026, 11, 4, 23, 59), bank.OwnInterest, main, won(312), "이자"),
	)
}

func book(kind string, when time.Time, debit, credit string, amount money.Amount, memo string) bank.NewEntry {
	return bank.NewEntry{Kind: kind, At: when, Debit: debit, Credit: credit, Amount: amount, DebitMemo: memo, CreditMemo: memo}
}

// sent is a transfer that a customer ordered.
func sent(when time.Time, debit, credit string, amount money.Amount, to bank.BankCode, number, recipient, memo, theirs string) bank.NewEntry {
	e := book("transfer", when, debit, credit, amount, memo)
	e.CreditMemo = theirs
	e.Transfer = &bank.NewTransfer{Bank: to, To: number, Recipient: recipient}
	return e
}

func at(year int, month time.Month, day, hour, minute int) time.Time {
	return time.Date(year, month, day, hour, minute, 21, 0, calendar.Seoul)
}

func won(n int64) money.Amount { return money.New(n, money.KRW) }
