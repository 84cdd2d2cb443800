package fx

import (
	"strings"

	"smartbank/bank"
	"smartbank/bank/iso"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/text"
)

// The fields of the forms.
const (
	fieldCategory     = "category"
	fieldPurpose      = "purpose"
	fieldAgreed       = "agreed"
	fieldCountry      = "country"
	fieldGiro         = "kind"
	fieldName         = "name"
	fieldAddress      = "address"
	fieldTown         = "town"
	fieldPostcode     = "postcode"
	fieldPhone        = "phone"
	fieldAccount      = "account"
	fieldBankName     = "bank name"
	fieldIdentity     = "identity"
	fieldMyAddress    = "sender's address"
	fieldMyTown       = "sender's town"
	fieldMyPhone      = "sender's phone"
	fieldHow          = "how"
	fieldBIC          = "bic"
	fieldClearing     = "clearing"
	fieldBankAddress  = "bank address"
	fieldBankTown     = "bank town"
	fieldIntermediary = "intermediary"
	fieldFrom         = "from"
	fieldBy           = "by"
	fieldCurrency     = "currency"
	fieldAmount       = "amount"
	fieldCharges      = "charges"
	fieldMessage      = "message"
	fieldPIN          = "pin"
)

// pinDigits is the length of an account password.
const pinDigits = 4

// The keys of choices.
const (
	yes, no          = "yes", "no"
	byBIC, byCode    = "bic", "code"
	byForeign, byWon = "foreign", "won"
)

// draft is what the customer types for a remittance of either kind. Which fields a kind and a country need says
// [draft.follow].
type draft struct {
	kind bank.RemittanceKind

	category, purpose, agreed *component.Choice
	country, giro             *component.Choice

	myAddress, myTown, myPhone                *entry
	name, address, town, postcode             *entry
	phone, account, bankName, identity        *entry
	bic, clearing, bankAddress, bankTown, via *entry
	how, from, by, currency, charges          *component.Choice
	amount                                    *component.Amount
	howField                                  *component.Field
	message                                   *entry
	pin                                       *component.PIN
}

// messageCells is what the recipient can be told, before the purpose takes its line.
const messageCells = 140

func newDraft(kind bank.RemittanceKind) *draft {
	d := &draft{
		kind: kind, category: component.NewChoice(categoryOptions()...), purpose: component.NewChoice(purposeOptions()...),
		agreed: component.NewChoice(
			component.Option{Key: no, Label: remit(func(r *text.Remit) string { return r.NotAgreed })},
			component.Option{Key: yes, Label: remit(func(r *text.Remit) string { return r.Agreed })},
		),
		country: component.NewChoice(countryOptions(kind)...), giro: component.NewChoice(),
		how: component.NewChoice(
			component.Option{Key: byBIC, Label: remit(func(r *text.Remit) string { return r.ByBIC })},
			component.Option{Key: byCode, Label: remit(func(r *text.Remit) string { return r.ByCode })},
		),
		from: component.NewChoice(), currency: component.NewChoice(), charges: component.NewChoice(chargeOptions()...),
		by:     component.NewChoice(),
		amount: component.NewAmount(money.USD), pin: component.NewPIN(pinDigits),
	}
	d.makeEntries()
	var currencies []component.Option
	for _, c := range bank.RemittanceCurrencies() {
		currencies = append(currencies, component.Option{Key: string(c), Label: func(l *text.Catalog) string { return string(c) + " " + currencyName(l, c) }})
	}
	d.currency.SetOptions(currencies...)
	return d
}

// makeEntries makes the fields of text.
func (d *draft) makeEntries() {
	address, bankAddress := addressMost*iso.MaxAddress, 2*iso.MaxAddress
	d.myAddress = newEntry(fieldMyAddress, address, true, func(r *text.Remit) string { return r.MyAddress }, checkAddress)
	d.myTown = newEntry(fieldMyTown, iso.MaxTown, true, func(r *text.Remit) string { return r.MyTown }, iso.CheckTown)
	d.myPhone = newEntry(fieldMyPhone, iso.MaxPhone, false, func(r *text.Remit) string { return r.MyPhone }, iso.CheckPhone)
	d.name = newEntry(fieldName, iso.MaxName, true, func(r *text.Remit) string { return r.Name }, iso.CheckName)
	d.address = newEntry(fieldAddress, address, d.kind == bank.Eurogiro, func(r *text.Remit) string { return r.Address }, checkAddress)
	d.town = newEntry(fieldTown, iso.MaxTown, true, func(r *text.Remit) string { return r.Town }, iso.CheckTown)
	d.postcode = newEntry(fieldPostcode, 10, true, func(r *text.Remit) string { return r.Postcode }, iso.CheckAddressLine)
	d.phone = newEntry(fieldPhone, iso.MaxPhone, false, func(r *text.Remit) string { return r.Phone }, iso.CheckPhone)
	d.account = newEntry(fieldAccount, 42, true, func(r *text.Remit) string { return r.Account }, d.checkAccount)
	d.bankName = newEntry(fieldBankName, 35, true, func(r *text.Remit) string { return r.BankName }, iso.CheckAddressLine)
	d.identity = newEntry(fieldIdentity, iso.MaxAddress, true, func(r *text.Remit) string { return r.Identity }, iso.CheckAddressLine)
	d.bic = newEntry(fieldBIC, 14, true, func(r *text.Remit) string { return r.BIC }, checkBIC)
	d.clearing = newEntry(fieldClearing, 16, true, func(r *text.Remit) string { return r.Clearing }, d.checkClearing)
	d.bankAddress = newEntry(fieldBankAddress, bankAddress, false, func(r *text.Remit) string { return r.BankAddress }, checkAddress)
	d.bankTown = newEntry(fieldBankTown, iso.MaxTown, true, func(r *text.Remit) string { return r.BankTown }, iso.CheckTown)
	d.via = newEntry(fieldIntermediary, 14, false, func(r *text.Remit) string { return r.Via }, checkBIC)
	d.message = newEntry(fieldMessage, messageCells, false, func(r *text.Remit) string { return r.Message }, func(s string) error {
		return iso.CheckRemittance(s, d.purpose.Selected(), "")
	})
	for e, hint := range map[*entry]func(*text.Remit) string{
		d.myPhone: func(r *text.Remit) string { return r.PhoneHint }, d.phone: func(r *text.Remit) string { return r.PhoneHint },
		d.name: func(r *text.Remit) string { return r.NameHint }, d.bic: func(r *text.Remit) string { return r.BICHint },
		d.via: func(r *text.Remit) string { return r.ViaHint },
	} {
		e.hint = remit(hint)
	}
	d.account.hint = d.accountHint
	d.clearing.hint = d.clearingHint
	d.account.says = d.saysAccount
	d.bic.says = func(c *text.Catalog) string { return saysBIC(c, d.bic.Value()) }
	d.via.says = func(c *text.Catalog) string { return saysBIC(c, d.via.Value()) }
}

// checkBIC checks a BIC: nothing is sent by way of a country that nothing is sent to.
func checkBIC(s string) error {
	b, err := iso.ParseBIC(s)
	if err != nil {
		return err
	}
	return blocked(b.Country())
}

// saysBIC is the country of a bank.
func saysBIC(c *text.Catalog, typed string) string {
	b, err := iso.ParseBIC(typed)
	if err != nil {
		return ""
	}
	return string(b) + "  " + c.Country(b.Country())
}

// checkAccount checks an account of the recipient's country.
func (d *draft) checkAccount(s string) error {
	country := d.country.Selected()
	if !iso.HasIBAN(country) {
		s = strings.ToUpper(s)
	}
	return iso.CheckAccount(country, s)
}

// accountHint says what kind of number belongs there.
func (d *draft) accountHint(c *text.Catalog) string {
	if country := d.country.Selected(); iso.HasIBAN(country) {
		return c.FX.Remit.IBANHint(c.Country(country), iso.IBANLength(country))
	}
	return c.FX.Remit.AccountHint
}

// saysAccount is a good IBAN in groups of four.
func (d *draft) saysAccount(*text.Catalog) string {
	iban, err := iso.ParseIBAN(d.account.Value())
	if err != nil || !iso.HasIBAN(d.country.Selected()) {
		return ""
	}
	return "IBAN " + iban.Format()
}

// system is the clearing of the recipient's country.
func (d *draft) system() (iso.ClearingSystem, bool) {
	return iso.ClearingSystemOf(d.country.Selected())
}

// checkClearing checks a code of the recipient's country.
func (d *draft) checkClearing(s string) error {
	system, _ := d.system()
	_, err := iso.ParseClearing(system.Code, s)
	return err
}

// clearingHint is what the code is called where it is used.
func (d *draft) clearingHint(c *text.Catalog) string {
	system, _ := d.system()
	if name := c.FX.Remit.Systems[system.Code]; name != "" {
		return name
	}
	return c.FX.Remit.SystemOf(c.Country(system.Country))
}

// follow lets fields follow from others: the ones that a country or a kind does not need are hidden, and an amount
// has the currency that is sent.
func (d *draft) follow() {
	if d.kind == bank.SWIFT {
		_, code := d.system()
		d.howField.Hidden = !code
		byBank := code && d.how.Selected() == byCode
		d.bic.field.Hidden = byBank
		for _, e := range []*entry{d.clearing, d.bankName, d.bankAddress, d.bankTown} {
			e.field.Hidden = !byBank
		}
	} else {
		d.followRules()
	}
	d.by.SetOptions(
		component.Option{Key: byForeign, Label: func(c *text.Catalog) string { return c.FX.Remit.ByForeign(string(d.sent())) }},
		component.Option{Key: byWon, Label: remit(func(r *text.Remit) string { return r.ByWon })},
	)
	d.amount.SetCurrency(d.typedIn())
}

// followRules shows the fields that the rules of a Eurogiro country ask for.
func (d *draft) followRules() {
	rules, _ := bank.GiroRules(d.country.Selected())
	var kinds []component.Option
	for _, k := range rules.Kinds {
		kinds = append(kinds, component.Option{Key: string(k), Label: func(c *text.Catalog) string { return c.FX.Remit.Kinds[k] }})
	}
	if d.giro.Selected() == "" || len(kinds) == 0 {
		d.giro.SetOptions(kinds...)
	} else {
		chosen := d.giro.Selected()
		d.giro.SetOptions(kinds...)
		d.giro.Select(chosen)
	}
	order := bank.GiroKind(d.giro.Selected()) == bank.ToAddress
	d.address.field.Hidden = false
	d.address.must = order
	d.postcode.field.Hidden = !order || !rules.Postcode
	d.phone.field.Hidden, d.phone.must = !order, rules.Phone
	d.identity.field.Hidden = !order || !rules.Identity
	d.account.field.Hidden = order
	d.bankName.field.Hidden = order || !rules.BankName
}

// sent is the currency that the recipient is sent.
func (d *draft) sent() money.Currency {
	if d.kind == bank.Eurogiro {
		rules, _ := bank.GiroRules(d.country.Selected())
		return rules.Currency
	}
	return money.Currency(d.currency.Selected())
}

// typedIn is the currency that the amount is typed in.
func (d *draft) typedIn() money.Currency {
	if d.by.Selected() == byWon {
		return money.KRW
	}
	return d.sent()
}

// typedAmount reports whether an amount is typed that can be sent.
func (d *draft) typedAmount() bool {
	amount, err := d.amount.Value()
	return err == nil && amount.Minor() > 0
}
