package demo

import (
	"time"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// history is what happened on the customers' accounts from first to the day
// before today, oldest first.
func history(seed uint64, first, today calendar.Date, customers []bank.NewCustomer) []bank.NewEntry {
	b := newBook(customers)
	for date := first; date.Before(today); date = date.AddDays(1) {
		d := newDay(seed, date)
		if date == first {
			b.broughtForward(d)
		}
		b.interest(d, first)
		hong(d)
		lee(d)
		b.leeExchange(d)
		b.live(d)
		if date == calendar.NextBusiness(first.AddMonths(closedAfter)) {
			b.closeAccount(d)
		}
		b.hongEvening(d)
		b.leeEvening(d)
	}
	return b.entries
}

// broughtForward is what the accounts held when the history begins.
func (b *book) broughtForward(d *day) {
	at := d.minute(5 * 60)
	for _, o := range []struct {
		number string
		amount money.Amount
	}{
		{hongEveryday, won(d.between(1_500_000, 1_900_000, 10))},
		{hongBills, won(d.between(1_600_000, 2_400_000, 10))},
		{hongSavings, won(9 * 300_000)},
		{hongDeposit, won(10_000_000)},
		{hongDollars, cents(d.between(1_900_00, 2_400_00, 1))},
		{hongClosed, won(d.between(380_000, 460_000, 1))},
		{leeMain, won(d.between(3_800_000, 5_200_000, 10))},
		{leeTaxes, won(d.between(1_500_000, 2_100_000, 10))},
		{leeSavings, won(5 * 400_000)},
		{leeDollars, cents(d.between(2_600_00, 4_200_00, 1))},
	} {
		cash := bank.OwnCash
		if o.amount.Currency() != money.KRW {
			cash += "-" + string(o.amount.Currency())
		}
		b.post(at, booked(kindOpening, cash, o.number, o.amount, "", "전기 이월"))
	}
}

// interest pays what is due today: quarterly on demand and foreign-currency
// accounts, yearly on the time deposit, for which the term starts again.
func (b *book) interest(d *day, first calendar.Date) {
	at := d.minute(6 * 60)
	if d.due(1) && (d.Month-1)%3 == 0 {
		for _, number := range []string{hongEveryday, hongBills, leeMain, leeTaxes} {
			b.payInterest(at, bank.OwnInterest, number, money.KRW, 10, 4)
		}
		for _, number := range []string{hongDollars, leeDollars} {
			b.payInterest(at, bank.OwnInterest+dollars, number, money.USD, 30, 4)
		}
	}
	for _, after := range []int{5, 17} { // the deposit was made seven months before first
		if d.Date == calendar.NextBusiness(first.AddMonths(after)) {
			b.payInterest(at, bank.OwnInterest, hongDeposit, money.KRW, 275, 1)
		}
	}
}

// payInterest pays a part of a year's interest, in hundredths of a per cent of
// the balance, less the withholding tax of 15.4 per cent; fractions are dropped.
func (b *book) payInterest(at time.Time, from, to string, c money.Currency, hundredths, parts int64) {
	net := b.balance[to] * hundredths / 10_000 / parts * 846 / 1000
	if net > 0 {
		b.post(at, booked(kindInterest, from, to, money.New(net, c), "", "예금이자"))
	}
}

// closeAccount pays out the account that Hong Gildong no longer needed.
func (b *book) closeAccount(d *day) {
	b.post(d.minute(22*60), moved(hongClosed, hongEveryday, "통장 해지", b.balance[hongClosed]))
}
