package demo

import (
	"time"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// The accounts that a demonstration sends money from.
const (
	Everyday bank.AccountNumber = "01234502678901" // Hong Gildong's
	Main     bank.AccountNumber = "54321002123456" // Lee Bada's
)

// The other accounts of Hong Gildong.
const (
	hongBills   = "01234501112233"
	hongSavings = "01234506445566"
	hongDeposit = "01234505778899"
	hongDollars = "01234552990011"
	hongClosed  = "01357902222333" // five months into the history
)

// The other accounts of Lee Bada.
const (
	leeTaxes   = "54321001654321"
	leeSavings = "54321006334455"
	leeDollars = "54321052667788"
)

// closedAfter is how many months into the history the closed account was closed.
const closedAfter = 5

// customers are all customers, who joined years before the history begins.
// Their limits are those of the services' security grades: a card sends 5 million
// won at once and 10 million a day, a token 100 million and 500 million.
func customers(seed uint64, first calendar.Date) []bank.NewCustomer {
	all := []bank.NewCustomer{
		{
			Login: HongLogin, NameEN: hongNameEN, NameKO: hongName, Password: Password,
			Medium: bank.SecurityCard, MediumKey: mediumKey(seed, HongLogin),
			LimitEach: won(5_000_000), LimitDay: won(10_000_000),
			JoinedAt: opened(first, -61),
			Accounts: []bank.NewAccount{
				account(string(Everyday), money.KRW, "Everyday", first, -61),
				account(hongBills, money.KRW, "Bills", first, -58),
				account(hongSavings, money.KRW, "Rainy day", first, -9),
				account(hongDeposit, money.KRW, "Flat deposit", first, -7),
				account(hongDollars, money.USD, "Dollars", first, -22),
				closed(account(hongClosed, money.KRW, "Student account", first, -96)),
			},
		},
		{
			Login: LeeLogin, NameEN: leeNameEN, NameKO: leeName, Password: Password,
			Medium: bank.Token, MediumKey: mediumKey(seed, LeeLogin),
			LimitEach: won(100_000_000), LimitDay: won(500_000_000),
			JoinedAt: opened(first, -44),
			Accounts: []bank.NewAccount{
				account(string(Main), money.KRW, "주거래", first, -44),
				account(leeTaxes, money.KRW, "세금 통장", first, -43),
				account(leeSavings, money.KRW, "여행 적금", first, -5),
				account(leeDollars, money.USD, "달러 통장", first, -31),
			},
		},
	}
	all = append(all, uncertified(seed, first)...) // last: the others' numbers inside the bank stay what they were
	for i := range all {
		all[i].Identity = Identity(all[i].Login)
	}
	return all
}

// uncertified are the customers whom no certificate is issued to, each for a reason
// of their own.
func uncertified(seed uint64, first calendar.Date) []bank.NewCustomer {
	one := func(login, nameEN, nameKO, number string) bank.NewCustomer {
		return bank.NewCustomer{
			Login: login, NameEN: nameEN, NameKO: nameKO, Password: Password,
			Medium: bank.Token, MediumKey: mediumKey(seed, login),
			LimitEach: won(5_000_000), LimitDay: won(10_000_000), JoinedAt: opened(first, -12),
			Accounts: []bank.NewAccount{account(number, money.KRW, "Main", first, -12)},
		}
	}
	firm := one(FirmLogin, "Saeron Studio", "새론공방", "61234501100018")
	firm.Corporate = true
	disagrees := one(DisagreesLogin, "Park Sori", "박소리", "61234502200027")
	disagrees.Disagrees = true
	noMember := one(NoMemberLogin, "Choi Noeul", "최노을", "61234501300036")
	noMember.NoMember = true
	return []bank.NewCustomer{firm, disagrees, noMember}
}

// account is an account that was opened some months from the start of the
// history.
func account(number string, c money.Currency, nickname string, first calendar.Date, after int) bank.NewAccount {
	return bank.NewAccount{
		Number: bank.AccountNumber(number), Currency: c, Nickname: nickname, PIN: PIN,
		OpenedAt: opened(first, after), Status: bank.AccountOpen,
	}
}

// closed is an account that was closed since.
func closed(a bank.NewAccount) bank.NewAccount {
	a.Status = bank.AccountClosed
	return a
}

// opened is a moment at the counter some months from first: at ten on a business
// day, and minutes that differ.
func opened(first calendar.Date, after int) time.Time {
	day := calendar.PreviousBusiness(first.AddMonths(after))
	return day.Start().Add(10*time.Hour + time.Duration(day.Key()%47)*time.Minute)
}
