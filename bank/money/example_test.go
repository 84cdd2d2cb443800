package money_test

import (
	"fmt"

	"smartbank/bank/money"
)

func ExampleParse() {
	rent, err := money.Parse("1,284,300", money.KRW)
	fmt.Println(rent, err)

	_, err = money.Parse("12.50", money.KRW) // won have no decimals
	fmt.Println(err)
	// Output:
	// 1,284,300 KRW <nil>
	// not an amount
}

func ExampleAmount_Grouped() {
	fmt.Println(money.New(1_284_300, money.KRW).Grouped())
	fmt.Println(money.New(-1250, money.USD).Grouped())
	// Output:
	// 1,284,300
	// -12.50
}

func ExampleAmount_Sub() {
	have, price := money.New(50_000, money.KRW), money.New(60_000, money.KRW)
	left, err := have.Sub(price)
	fmt.Println(left, err)

	_, err = have.Sub(money.New(100, money.USD))
	fmt.Println(err)
	// Output:
	// -10,000 KRW <nil>
	// different currencies
}
