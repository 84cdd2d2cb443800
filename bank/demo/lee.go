package demo

import (
	"time"

	"smartbank/bank"
)

// leeMain is Lee Bada's first account, as entries name it.
const leeMain = string(Main)

// lee plans a day of Lee Bada, who has a small stationery studio: customers pay
// by transfer or by card, one of them abroad in US dollars.
func lee(d *day) {
	d.leeIncome()
	d.leeCosts()

	d.shopping(leeMain, 420)
	d.shopping(leeMain, 180)
	if d.odds(25) {
		d.plan(9, 22, withdrawn(leeMain, d.between(50_000, 200_000, 10_000)))
	}
	if d.odds(25) {
		d.plan(18, 22, deposited(leeMain, d.between(80_000, 320_000, 10_000)))
	}
	if d.odds(40) {
		d.plan(12, 22, sent(leeMain, leeName, toEveryday, d.between(5_000, 45_000, 500), oneOf(d, "", "영화표", "저녁값"), ""))
	}
	if d.odds(45) {
		d.plan(11, 22, sent(leeMain, leeName, oneOf(d, friendSora, friendYuna, friendDahye, friendJiho), d.between(10_000, 90_000, 1_000), "", ""))
	}
}

// leeIncome plans what the studio earns.
func (d *day) leeIncome() {
	if d.business && d.odds(230) {
		client := oneOf(d, "가온상사", "다온유통", "Hankuk Trading", "오름디자인", "새론서점", "한울초등학교")
		d.plan(10, 18, received(leeMain, client, d.between(180_000, 1_450_000, 10_000)))
	}
	if d.business && d.odds(400) {
		d.plan(9, 11, received(leeMain, "카드매출 정산", d.between(38_000, 265_000, 10)))
	}
	if d.due(12) {
		usd := d.between(850, 1_450, 25)
		d.plan(10, 16, booked(kindTransfer, bank.OwnClearing+dollars, leeDollars, cents(usd*100), "", "Mint Goods LLC"))
	}
}

// leeCosts plans what the studio pays.
func (d *day) leeCosts() {
	if d.due(3) {
		d.plan(9, 12, sent(leeMain, leeName, studioOwner, 650_000, "작업실 월세", ""))
	}
	if d.business && d.odds(110) {
		supplier := oneOf(d, paperMaker, paperMaker, printer, packer)
		d.plan(10, 18, sent(leeMain, leeName, supplier, d.between(60_000, 480_000, 1_000), "", ""))
	}
	if d.due(2) {
		d.plan(7, 8, paid(kindFee, leeMain, "알림 수수료", 800))
	}
	if d.due(14) {
		d.plan(7, 8, moved(leeMain, leeSavings, "적금 자동이체", 400_000))
	}
	if d.Day == 27 {
		d.plan(7, 8, moved(leeMain, leeTaxes, "세금 모으기", 300_000))
	}
	if d.due(10) {
		d.plan(8, 9, paid(kindBill, leeTaxes, "건강보험료", d.between(142_000, 156_000, 10)))
	}
	if d.due(19) {
		d.plan(8, 9, paid(kindBill, leeMain, "통신요금", d.between(68_200, 74_800, 1_100)))
	}
	if d.due(20) && (d.Month == time.January || d.Month == time.July) {
		d.plan(10, 17, paid(kindBill, leeTaxes, "부가가치세", d.between(580_000, 890_000, 10)))
	}
	if d.due(20) && d.Month == time.May {
		d.plan(10, 17, paid(kindBill, leeTaxes, "종합소득세", d.between(480_000, 790_000, 10)))
	}
}

// leeExchange plans the sale of US dollars when many have come together.
func (b *book) leeExchange(d *day) {
	if d.business && b.balance[leeDollars] > 6_000_00 {
		d.plan(11, 15, sold(d.Date, leeDollars, leeMain, 3_000)...)
	}
}

// leeEvening keeps Lee Bada's accounts within bounds.
func (b *book) leeEvening(d *day) {
	b.keep(d, 22*60+35, level{
		number: leeTaxes, low: 950_000, high: 4_400_000, most: 50_000_000,
		self: toTaxes, other: toMain, out: "운영자금", in: "세금 적립",
	})
	b.keep(d, 22*60+45, level{
		number: leeMain, low: 2_400_000, high: 5_800_000, most: 50_000_000,
		self: toMain, other: leeElsewhere, out: "저축",
	})
}
