package fx_test

import (
	"fmt"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/fx"
	"smartbank/bank/money"
)

func ExampleMarket_At() {
	market, err := fx.NewMarket(fx.Published().Days, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	now := time.Date(2026, time.March, 5, 10, 0, 0, 0, calendar.Seoul)
	board, err := market.At(now)
	if err != nil {
		fmt.Println(err)
		return
	}
	row, _ := board.Row(money.USD)
	fmt.Println(board.Date, board.Notice, row.CashBuy.Grouped(), row.Send.Grouped(), row.Base.Grouped(), row.Receive.Grouped(), row.CashSell.Grouped())

	quote, err := board.Quote(money.USD, fx.Sell, 50, now)
	if err != nil {
		fmt.Println(err)
		return
	}
	won, err := quote.Won(money.New(1000_00, money.USD))
	fmt.Println(quote.Rate.Grouped(), won, quote.SecondsLeft(now.Add(15*time.Second)), err)
	// Output:
	// 2026-03-05 7 1,490.42 1,479.42 1,464.78 1,450.13 1,439.14
	// 1,472.10 1,472,100 KRW 45 <nil>
}
