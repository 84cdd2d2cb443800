package text

import (
	"strings"

	"smartbank/bank"
	"smartbank/bank/money"
)

// opens is when something is possible again, after a separator, if it is known.
func opens(separator string, e *bank.RefusedError) string {
	if e.At.IsZero() {
		return ""
	}
	return separator + DateTime(e.At)
}

// or is a currency after words, if there is one.
func or(c money.Currency, before string) string {
	if c == "" {
		return ""
	}
	return before + string(c)
}

// otherwise is a word, or another one where there is none.
func otherwise(word, other string) string {
	if word == "" {
		return other
	}
	return word
}

// countryList are the countries that nothing is sent to.
func countryList() string { return strings.Join(bank.BlockedCountries(), ", ") }

// sum is an amount with its currency: won by their word, others by their code.
func sum(a money.Amount, won string) string {
	if c := a.Currency(); c != money.KRW && c != "" {
		return string(c) + " " + a.Grouped()
	}
	return a.Grouped() + won
}

// badField says what is wrong with a field of a remittance.
func badField(e *bank.RefusedError, words invalids, otherwise Message) Message {
	if e.Invalid != nil {
		if say, ok := words[e.Invalid.Problem]; ok {
			return say(e.Invalid).Sentences()
		}
	}
	return otherwise
}
