package demo

import (
	"time"

	"smartbank/bank"
)

// hongEveryday is Hong Gildong's first account, as entries name it.
const hongEveryday = string(Everyday)

// hong plans a day of Hong Gildong, who works for a salary and keeps rent and
// bills on an account of their own.
func hong(d *day) {
	d.hongSalary()
	d.hongBills()
	d.hongPeople()

	d.shopping(hongEveryday, 500)
	d.shopping(hongEveryday, 200)
	if d.weekend() {
		d.shopping(hongEveryday, 450)
	}
	if d.odds(50) {
		d.plan(9, 22, withdrawn(hongEveryday, d.between(30_000, 100_000, 10_000)))
	}
	if d.due(11) && d.Month%2 == 1 {
		d.plan(10, 16, bought(d.Date, hongBills, hongDollars, d.between(200, 400, 50))...)
	}
}

// hongSalary plans what comes and goes with the month.
func (d *day) hongSalary() {
	if d.payday() {
		pay := 3_184_210 + 92_400*int64(min(max(d.Year-2023, 0), 8)) + d.between(0, 180_000, 10)
		d.plan(8, 10, booked(kindSalary, bank.OwnClearing, hongEveryday, won(pay), "", "급여 나루정밀"))
	}
	if d.Day == 26 {
		d.plan(7, 8, moved(hongEveryday, hongSavings, "적금 자동이체", 300_000))
	}
	if d.due(7) {
		d.plan(7, 8, paid(kindCard, hongEveryday, "영상구독료", 13_500))
	}
	if d.due(8) {
		d.plan(18, 21, sent(hongEveryday, hongName, mother, 200_000, "부모님 용돈", ""))
	}
	if holiday := d.AddDays(2).Holiday(); holiday == "설날" || holiday == "추석" {
		d.plan(10, 20, sent(hongEveryday, hongName, mother, 200_000, "명절 용돈", ""))
	}
}

// hongBills plans rent and the bills that are paid by direct debit.
func (d *day) hongBills() {
	bill := func(memo string, low, high, step int64) {
		d.plan(7, 9, paid(kindBill, hongBills, memo, d.between(low, high, step)))
	}
	if d.due(5) {
		d.plan(9, 18, sent(hongBills, hongName, landlord, 750_000, "월세", "홍길동 월세"))
	}
	if d.due(10) {
		bill("관리비", 98_000, 142_000, 10)
	}
	if d.due(15) {
		if d.Month == time.July || d.Month == time.August {
			bill("전기요금", 52_000, 98_000, 10)
		} else {
			bill("전기요금", 23_000, 41_000, 10)
		}
	}
	if d.due(18) {
		if d.Month <= time.March || d.Month == time.December {
			bill("도시가스", 68_000, 124_000, 10)
		} else {
			bill("도시가스", 9_000, 22_000, 10)
		}
	}
	if d.due(20) {
		bill("휴대폰요금", 52_800, 57_200, 1_100)
		bill("인터넷요금", 33_000, 33_000, 1)
		if d.Month%2 == 0 {
			bill("수도요금", 18_000, 32_000, 10)
		}
	}
	if d.due(12) {
		bill("실손보험료", 41_300, 41_300, 1)
	}
}

// hongPeople plans transfers with friends.
func (d *day) hongPeople() {
	if d.odds(65) {
		friend := oneOf(d, friendHaneul, friendHaneul, friendSora, friendYuna, friendMinjae, friendDahye)
		d.plan(11, 22, sent(hongEveryday, hongName, friend, d.between(8_000, 60_000, 500), oneOf(d, "", "", "밥값", "모임 회비"), ""))
	}
	if d.odds(12) {
		d.plan(9, 20, sent(hongEveryday, hongName, oneOf(d, friendMinjae, friendJiho), d.between(50_000, 100_000, 50_000), "축의금", ""))
	}
	if d.odds(55) {
		d.plan(11, 22, received(hongEveryday, oneOf(d, "김하늘", "박소라", "최유나", "오태양", "Han Seojun"), d.between(6_000, 45_000, 500)))
	}
	if d.odds(40) {
		d.plan(12, 22, sent(hongEveryday, hongName, toMain, d.between(5_000, 45_000, 500), oneOf(d, "", "커피값", "저녁값"), ""))
	}
}

// hongEvening keeps Hong Gildong's accounts as a careful customer does: what is
// over goes to the bills, and from there to another bank, in sums that a security
// card may send in a day.
func (b *book) hongEvening(d *day) {
	b.keep(d, 22*60+5, level{
		number: hongEveryday, low: 1_250_000, high: 2_450_000, most: 5_000_000,
		self: toEveryday, other: toBills, out: "고정지출", in: "생활비",
	})
	b.keep(d, 22*60+15, level{
		number: hongBills, low: 1_000_000, high: 4_000_000, most: 4_000_000,
		self: toBills, other: hongElsewhere, out: "저축",
	})
}
