package bank

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/iso"
	"smartbank/bank/money"
)

// remits refuses with CodeAccountClosed, CodeAccountCurrency and
// CodeNotWithdrawable unless a remittance in a currency can be paid from a.
func (a ownAccount) remits(c money.Currency) error {
	switch {
	case a.status != AccountOpen:
		return &RefusedError{Code: CodeAccountClosed, Account: string(a.number)}
	case a.currency != money.KRW && a.currency != c:
		return &RefusedError{Code: CodeAccountCurrency, Account: string(a.number), Currency: c}
	case a.kind != Foreign && !sends(a.status, a.kind, a.currency):
		return &RefusedError{Code: CodeNotWithdrawable, Account: string(a.number)}
	}
	return nil
}

// checkOrder refuses what an order says by itself, at a time and for a holder.
func (o RemittanceOrder) checkOrder(holder string, now time.Time) error {
	switch {
	case o.Amount.Minor() <= 0:
		return &RefusedError{Code: CodeBadAmount, Amount: o.Amount}
	case !o.Agreed:
		return &RefusedError{Code: CodeNoRemittanceConsent}
	case !slices.Contains(RemittanceCategories(), o.Category) || o.Category == CategoryOther:
		return &RefusedError{Code: CodeRemittanceAtBranch}
	case !slices.Contains(RemittancePurposes(), o.Purpose):
		return &RefusedError{Code: CodeNoPurpose}
	case o.Sender.Name != "" && !strings.EqualFold(o.Sender.Name, holder):
		return &RefusedError{Code: CodeOtherSender, Name: holder}
	}
	if until := nightUntil(now); !until.IsZero() {
		return &RefusedError{Code: CodeRemittanceClosed, At: until}
	}
	for _, c := range o.countries() {
		if slices.Contains(blockedCountries, c) {
			return &RefusedError{Code: CodeCountryBlocked, Country: c}
		}
	}
	switch o.Kind {
	case SWIFT:
		return o.checkSWIFT()
	case Eurogiro:
		return o.checkGiro()
	}
	return fmt.Errorf("no remittance is of kind %q", o.Kind)
}

// countries are all countries that an order names.
func (o RemittanceOrder) countries() []string {
	if o.Kind == Eurogiro {
		return []string{o.Giro.Country}
	}
	s := o.SWIFT
	return []string{
		s.Recipient.Country, s.Recipient.BIC.Country(), s.Bank.Country, s.Bank.BIC.Country(), s.Intermediary.Country, s.Intermediary.BIC.Country(),
	}
}

// nightUntil is when the books open again, zero when they are open.
func nightUntil(now time.Time) time.Time {
	day := calendar.DateOf(now)
	since := now.Sub(day.Start())
	switch {
	case since >= nightBegins:
		return day.AddDays(1).Start().Add(nightEnds)
	case since < nightEnds:
		return day.Start().Add(nightEnds)
	}
	return time.Time{}
}

// badField refuses with CodeBadField what package iso says of a field.
func badField(field string, err error) error {
	bad, ok := errors.AsType[*iso.InvalidError](err)
	if !ok {
		return err
	}
	with := *bad
	if with.Field == "" {
		with.Field = field
	}
	return &RefusedError{Code: CodeBadField, Invalid: &with}
}

// missing refuses a field that is empty.
func missing(field string) error {
	return &RefusedError{Code: CodeBadField, Invalid: &iso.InvalidError{Problem: iso.Missing, Field: field}}
}

// checkSWIFT checks the recipient's account and bank. What the messages say is
// checked with the terms.
func (o RemittanceOrder) checkSWIFT() error {
	if !slices.Contains(RemittanceCurrencies(), o.Currency) {
		return &RefusedError{Code: CodeNotOffered, Currency: o.Currency}
	}
	to := o.SWIFT.Recipient
	switch {
	case to.Account == "":
		return missing("59:account")
	case to.Country == "":
		return missing("59:country")
	case o.SWIFT.Bank.Zero():
		return missing("57:bic")
	}
	if err := badField("59:account", iso.CheckAccount(to.Country, to.Account)); err != nil {
		return err
	}
	return o.checkWords()
}

// checkWords refuses names and places without a letter, which messages would carry.
func (o RemittanceOrder) checkWords() error {
	to := o.SWIFT.Recipient
	for _, f := range []struct {
		field, value string
		check        func(string) error
	}{
		{"59:name", to.Name, iso.CheckName},
		{"59:town", to.Town, iso.CheckTown},
		{"50:town", o.Sender.Town, iso.CheckTown},
	} {
		if f.value == "" { // that it is missing the messages say themselves
			continue
		}
		if err := badField(f.field, f.check(f.value)); err != nil {
			return err
		}
	}
	return nil
}

// checkGiro checks the rules of a country, and the fields that it needs.
func (o RemittanceOrder) checkGiro() error {
	g := o.Giro
	rules, ok := GiroRules(g.Country)
	switch {
	case !ok || !slices.Contains(rules.Kinds, g.Kind):
		return &RefusedError{Code: CodeNoGiro, Country: g.Country}
	case o.Currency != rules.Currency:
		return &RefusedError{Code: CodeNotOffered, Currency: o.Currency}
	}
	for _, f := range o.giroFields(rules) {
		switch {
		case f.value != "":
			if err := badField(f.name, f.check(f.value)); err != nil {
				return err
			}
		case f.needed:
			return missing(f.name)
		}
	}
	if len(g.Address) > giroLines || len(o.Sender.Address) > giroLines {
		return &RefusedError{Code: CodeBadField, Invalid: &iso.InvalidError{Problem: iso.TooLong, Field: "address", Want: "2"}}
	}
	return badField("message", iso.CheckRemittance(o.Message, string(o.Purpose), ""))
}

// giroLines is how many lines an address may have.
const giroLines = 2

// giroField is a field of an order, whether it is needed, and what is asked of it.
type giroField struct {
	name, value string
	needed      bool
	check       func(string) error
}

// giroFields are the fields of an order under the rules of a country.
func (o RemittanceOrder) giroFields(rules GiroCountry) []giroField {
	g := o.Giro
	address := g.Kind == ToAddress
	lines := func(all []string) func(string) error { return func(string) error { return checkLines(all) } }
	return []giroField{
		{"name", g.Name, true, iso.CheckName},
		{"address", strings.Join(g.Address, ""), address, lines(g.Address)},
		{"town", g.Town, true, iso.CheckTown},
		{"postcode", g.Postcode, address && rules.Postcode, iso.CheckAddressLine},
		{"phone", g.Phone, address && rules.Phone, iso.CheckPhone},
		{"account", g.Account, !address, func(s string) error { return iso.CheckAccount(g.Country, s) }},
		{"bank", g.BankName, !address && rules.BankName, iso.CheckName},
		{"identity", g.Identity, address && rules.Identity, iso.CheckAddressLine},
		{"sender's address", strings.Join(o.Sender.Address, ""), false, lines(o.Sender.Address)},
		{"sender's town", o.Sender.Town, true, iso.CheckTown},
		{"sender's phone", o.Sender.Phone, false, iso.CheckPhone},
	}
}

// holds refuses with CodeQuoteExpired a rate that is not honoured any more.
func (r remittanceBody) holds(now time.Time) error {
	if q := r.terms.Quote; r.terms.Exchanged && !q.Holds(now) {
		return &RefusedError{Code: CodeQuoteExpired, Currency: q.Currency, At: q.Until}
	}
	return nil
}
