package demo

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// The most customers of a crowd, and the longest history, in years.
const (
	MaxCrowd = 100_000
	MaxYears = 10
)

// CrowdOpening is the demonstration bank with n more customers, each with an
// account that has a history of some years: a bank of the size that one is curious
// about. Their user IDs are c000001 and so on; password and account password are
// the demonstration's. The bank is a function of the arguments and the day of now.
// n is from 0 to [MaxCrowd], years from 1 to [MaxYears].
func CrowdOpening(seed uint64, now time.Time, n, years int) *bank.Opening {
	o := Opening(seed, now)
	n, years = min(max(n, 0), MaxCrowd), min(max(years, 1), MaxYears)
	today := calendar.DateOf(now)
	first := today.AddMonths(-12 * years)
	crowd := make([]member, n)
	for i := range crowd {
		crowd[i] = newMember(seed, i+1)
		o.Customers = append(o.Customers, crowd[i].customer(seed, first))
	}
	o.Entries = inOrder(o.Entries, crowdHistory(seed, first, today, crowd))
	return o
}

// CrowdLogin is the user ID of the n-th customer of a crowd, from 1.
func CrowdLogin(n int) string { return fmt.Sprintf("c%06d", n) }

// member is a customer of a crowd, who earns a salary and spends most of it.
type member struct {
	login, nameEN, nameKO string
	account               string
	salary                int64 // won a month
	balance               int64
}

// Family and given names, each in English and in Korean; together they are
// nobody's in particular.
var (
	families = [][2]string{
		{"Kim", "김"},
		{"Lee", "이"},
		{"Park", "박"},
		{"Choi", "최"},
		{"Jung", "정"},
		{"Kang", "강"},
		{"Cho", "조"},
		{"Yoon", "윤"},
		{"Jang", "장"},
		{"Lim", "임"},
		{"Han", "한"},
		{"Oh", "오"},
		{"Seo", "서"},
		{"Shin", "신"},
	}
	givens = [][2]string{
		{"Garam", "가람"},
		{"Naru", "나루"},
		{"Dasom", "다솜"},
		{"Raon", "라온"},
		{"Maru", "마루"},
		{"Byeol", "별"},
		{"Saebom", "새봄"},
		{"Areum", "아름"},
		{"Jinsol", "진솔"},
		{"Chorok", "초록"},
		{"Taeyang", "태양"},
		{"Pureum", "푸름"},
		{"Haram", "하람"},
		{"Bomi", "보미"},
		{"Iseul", "이슬"},
		{"Noeul", "노을"},
		{"Sol", "솔"},
		{"Miru", "미루"},
	}
)

// newMember is the n-th customer of a crowd.
func newMember(seed uint64, n int) member {
	chance := rand.New(rand.NewPCG(seed, uint64(n))) //nolint:gosec // n is above 0
	family, given := families[chance.IntN(len(families))], givens[chance.IntN(len(givens))]
	return member{
		login:  CrowdLogin(n),
		nameEN: family[0] + " " + given[0], nameKO: family[1] + given[1],
		account: fmt.Sprintf("70000102%06d", n),
		salary:  2_100_000 + 10_000*chance.Int64N(340),
	}
}

// customer is the member as a customer of the new bank.
func (m *member) customer(seed uint64, first calendar.Date) bank.NewCustomer {
	return bank.NewCustomer{
		Login: m.login, NameEN: m.nameEN, NameKO: m.nameKO, Password: Password,
		Medium: bank.Token, MediumKey: mediumKey(seed, m.login),
		LimitEach: won(5_000_000), LimitDay: won(10_000_000), JoinedAt: opened(first, -1),
		Identity: Identity(m.login),
		Accounts: []bank.NewAccount{account(m.account, money.KRW, "Main", first, -1)},
	}
}

// crowdHistory is what happens on a crowd's accounts from first to the day before
// today, oldest first.
func crowdHistory(seed uint64, first, today calendar.Date, crowd []member) []bank.NewEntry {
	var entries []bank.NewEntry
	for date := first; date.Before(today) && len(crowd) > 0; date = date.AddDays(1) {
		d := newDay(seed+1, date) // another day than the demonstration's own, whose chance it must not change
		for i := range crowd {
			crowd[i].live(d)
		}
		slices.SortStableFunc(d.plans, func(p, q plan) int { return p.at.Compare(q.at) })
		for _, p := range d.plans {
			for _, e := range p.entries {
				e.At = p.at
				entries = append(entries, e)
			}
		}
	}
	return entries
}

// reserve is what a member keeps back, in won: more than any shop takes.
const reserve = 100_000

// live plans a member's day: the salary, the rent, and a purchase now and then,
// out of what was there in the morning.
func (m *member) live(d *day) {
	have, plans := m.balance, len(d.plans)
	if d.payday() {
		d.plan(7, 9, booked(kindSalary, bank.OwnClearing, m.account, won(m.salary), "", "급여"))
	}
	if rent := m.salary / 40_000 * 10_000; d.due(5) && have > rent+reserve {
		d.plan(9, 10, paid(kindBill, m.account, "관리비", rent))
	}
	if have > reserve {
		d.shopping(m.account, 200)
	}
	for _, p := range d.plans[plans:] {
		for _, e := range p.entries {
			if e.Debit == m.account {
				m.balance -= e.Amount.Minor()
			} else {
				m.balance += e.Amount.Minor()
			}
		}
	}
}

// inOrder is two histories as one, oldest first. No two entries have the same
// time.
func inOrder(a, b []bank.NewEntry) []bank.NewEntry {
	all := make([]bank.NewEntry, 0, len(a)+len(b))
	var last time.Time
	for len(a)+len(b) > 0 {
		from := &a
		if len(a) == 0 || len(b) > 0 && b[0].At.Before(a[0].At) {
			from = &b
		}
		e := (*from)[0]
		*from = (*from)[1:]
		if !e.At.After(last) {
			e.At = last.Add(time.Microsecond)
		}
		last = e.At
		all = append(all, e)
	}
	return all
}
