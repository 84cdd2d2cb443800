package command

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
	"smartbank/ui/text"
)

// codes is `smartbank codes`: every refusal, in both languages.
func (p *program) codes() *cobra.Command {
	var asJSON bool
	c := p.command("codes", p.text.Command.Codes, func(context.Context) error {
		records := refusalRecords()
		if asJSON {
			return writeJSON(p.Out, records)
		}
		var out strings.Builder
		for _, r := range records {
			fmt.Fprintf(&out, "%s  %s\n         %s\n         ▸ %s\n", r.Code, r.English.line(), r.Korean.line(), p.text.Command.Provoke(r.Code))
		}
		fmt.Fprintf(&out, "\n%s\n", p.text.Command.FX.Endings)
		for _, e := range bank.RemittanceEndings() {
			fmt.Fprintf(&out, "  …%s  %s\n", e.Ending, p.text.Command.FX.Ending(e.Ending))
		}
		_, err := fmt.Fprint(p.Out, out.String())
		return err
	})
	c.Flags().BoolVar(&asJSON, "json", false, p.text.Command.Flag.JSON)
	return c
}

// refusalRecord is a refusal in JSON.
type refusalRecord struct {
	Code    bank.Code   `json:"code"`
	English refusalText `json:"en"`
	Korean  refusalText `json:"ko"`
}

// refusalText is what a customer reads in one language.
type refusalText struct {
	Problem string `json:"problem"`
	Advice  string `json:"advice"`
	Provoke string `json:"provoke"`
}

func (t refusalText) line() string {
	if t.Advice == "" {
		return t.Problem
	}
	return t.Problem + " — " + t.Advice
}

func refusalRecords() []refusalRecord {
	var records []refusalRecord
	for _, code := range slices.Concat(bank.Codes(), bank.Reasons()) {
		say := func(l text.Lang) refusalText {
			m := text.In(l).Explain(example(code))
			return refusalText{m.Problem, m.Advice, text.In(l).Command.Provoke(code)}
		}
		records = append(records, refusalRecord{code, say(text.English), say(text.Korean)})
	}
	return records
}

// example is a refusal with facts as they might be, so that the sentence can be
// read whole.
func example(code bank.Code) *bank.RefusedError {
	won := func(n int64) money.Amount { return money.New(n, money.KRW) }
	noon := time.Date(2026, time.November, 5, 12, 0, 0, 0, calendar.Seoul)
	e := &bank.RefusedError{
		Code: code, Account: "01234502678901", Bank: "088", Name: "김하늘", Medium: bank.SecurityCard,
		Amount: won(6_000_000), Available: won(1_284_300), Limit: won(5_000_000),
		Tries: 2, Max: bank.MaxTries, At: noon, Day: calendar.DateOf(noon),
	}
	switch code {
	case bank.CodeOverDailyLimit:
		e.Available, e.Limit = won(4_000_000), won(10_000_000)
	case bank.CodeMemoTooLong:
		e.Max = bank.MemoCells
	case bank.CodeSignInLocked, bank.CodePINLocked, bank.CodeFactorLocked, bank.CodeIdentityLocked:
		e.Tries = bank.MaxTries
	case bank.CodePeriodTooOld:
		e.Day = e.Day.AddMonths(-12 * bank.HistoryYears)
	case bank.CodeOtherCurrency, bank.CodeNotWithdrawable:
		e.Account, e.Amount = "01234552990011", money.New(100_00, money.USD)
	default:
	}
	return e
}
