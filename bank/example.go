package bank

import (
	"errors"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/iso"
	"smartbank/bank/money"
)

// ExampleRefusal is a refusal with facts as they might be at a time, so that what it
// tells a customer can be read whole.
func ExampleRefusal(code Code, at time.Time) *RefusedError {
	won := func(n int64) money.Amount { return money.New(n, money.KRW) }
	dollars := func(n int64) money.Amount { return money.New(n*100, money.USD) }
	e := &RefusedError{
		Code: code, Account: "01234502678901", Bank: "088", Name: "김하늘", Medium: SecurityCard,
		Amount: won(6_000_000), Available: won(1_284_300), Limit: won(5_000_000),
		Tries: 2, Max: MaxTries, At: at, Day: calendar.DateOf(at), Country: "IR", Currency: exampleCurrency(code),
	}
	switch code {
	case CodeOverDailyLimit:
		e.Available, e.Limit = won(4_000_000), won(10_000_000)
	case CodeOverUndesignated:
		e.Available, e.Limit = won(400_000), won(1_000_000)
	case CodeMemoTooLong:
		e.Max = MemoCells
	case CodeSignInLocked, CodePINLocked, CodeFactorLocked, CodeIdentityLocked:
		e.Tries = MaxTries
	case CodePeriodTooOld:
		e.Day = e.Day.AddMonths(-12 * HistoryYears)
	case CodeOtherCurrency, CodeNotWithdrawable:
		e.Account, e.Amount = "01234552990011", dollars(100)
	case CodeOverRemittanceLimit, CodeAfterHoursLimit:
		e.Amount, e.Available, e.Limit = dollars(12_000), dollars(10_000), dollars(10_000)
	case CodeOverYearlyLimit:
		e.Amount, e.Available, e.Limit = dollars(6_000), dollars(1_250), dollars(100_000)
	case CodeSplitRemittance:
		e.Amount, e.Available, e.Limit = dollars(3_000), dollars(2_000), dollars(5_000)
	case CodeNoGiro:
		e.Country = "DE"
	case CodeOtherSender:
		e.Name = "홍길동"
	case CodeBadField:
		_, err := iso.ParseIBAN("GB33BUKB20201555555556")
		e.Invalid, _ = errors.AsType[*iso.InvalidError](err)
	case CodeNumbersBurnt:
		e.Max = 3
	case CodeNumberBurnt:
		e.Reason = "out of time"
	default:
	}
	return e
}

// exampleCurrency is one that a refusal may be about.
func exampleCurrency(code Code) money.Currency {
	switch code {
	case CodeNoRate:
		return "KWD"
	case CodeAccountCurrency:
		return money.EUR
	default:
		return "BRL"
	}
}
