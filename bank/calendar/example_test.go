package calendar_test

import (
	"fmt"

	"smartbank/bank/calendar"
)

func ExampleNextBusiness() {
	chuseok, err := calendar.ParseDate("2025.10.3")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(chuseok, chuseok.Holiday())
	fmt.Println(calendar.NextBusiness(chuseok)) // seven days of holidays and a weekend
	// Output:
	// 2025-10-03 개천절
	// 2025-10-10
}

func ExampleDate_Business() {
	christmas := calendar.Date{Year: 2030, Month: 12, Day: 25}
	open, known := christmas.Business()
	fmt.Println(open, known) // the table ends in 2026
	// Output: false false
}
