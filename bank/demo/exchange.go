package demo

import (
	"fmt"

	"smartbank/bank"
	"smartbank/bank/calendar"
)

// firstRate is the year of the first of rates.
const firstRate = 2023

// rates are won per US dollar in hundredths, monthly averages from January 2023,
// out of github.com/datasets/exchange-rates (PDDL).
var rates = []int64{
	124307, 127542, 130602, 132206, 132748, 129725, 128228, 132176, 133424, 135151, 130815, 130439, // 2023
	132591, 133133, 133168, 136786, 136472, 137905, 138205, 135144, 133070, 136237, 139502, 144000, // 2024
	145219, 144479, 145835, 143978, 139144, 136468, 137930, 138900, 139291, 142308, 145988, 146536, // 2025
	145550, 144729, 149052, 148380, 148840, 152946, // 2026
}

// wonPerDollar is the rate of d's month in hundredths of a won, and the nearest
// one that is known outside the table.
func wonPerDollar(d calendar.Date) int64 {
	month := (d.Year-firstRate)*12 + int(d.Month) - 1
	return rates[min(max(month, 0), len(rates)-1)]
}

// bought are the two entries of buying US dollars for won, at the base rate and
// one per cent. Won are truncated.
func bought(d calendar.Date, from, to string, usd int64) []bank.NewEntry {
	price := usd * wonPerDollar(d) * 101 / 10_000
	return []bank.NewEntry{
		booked(kindExchange, from, bank.OwnExchange, won(price), fmt.Sprintf("USD %d 매입", usd), ""),
		booked(kindExchange, bank.OwnExchange+dollars, to, cents(usd*100), "", "외화 매입"),
	}
}

// sold are the two entries of selling US dollars for won, at the base rate less
// one per cent. Won are truncated.
func sold(d calendar.Date, from, to string, usd int64) []bank.NewEntry {
	price := usd * wonPerDollar(d) * 99 / 10_000
	return []bank.NewEntry{
		booked(kindExchange, from, bank.OwnExchange+dollars, cents(usd*100), "외화 매도", ""),
		booked(kindExchange, bank.OwnExchange, to, won(price), "", fmt.Sprintf("USD %d 매도", usd)),
	}
}
