package fx

import (
	"strings"

	"smartbank/bank"
	"smartbank/bank/iso"
	"smartbank/bank/money"
	"smartbank/ui/text"
)

// order is the draft as an order for the bank.
func (d *draft) order() bank.RemittanceOrder {
	amount, err := d.amount.Value()
	if err != nil {
		amount = money.Amount{} // refused before
	}
	o := bank.RemittanceOrder{
		Kind: d.kind, From: bank.AccountNumber(d.from.Selected()), Amount: amount, Currency: d.sent(),
		Category: bank.RemittanceCategory(d.category.Selected()), Purpose: bank.RemittancePurpose(d.purpose.Selected()),
		Agreed:  d.agreed.Selected() == yes,
		Sender:  bank.RemittanceSender{Address: addressLines(d.myAddress.Value()), Town: d.myTown.Value(), Phone: d.myPhone.Value()},
		Message: d.message.Value(),
	}
	if d.kind == bank.Eurogiro {
		o.Category = bank.CategoryResident
		o.Giro = d.giroOrder()
		return o
	}
	o.SWIFT = d.swiftOrder()
	return o
}

// shown is the value of a field that is needed now, "" of one that is hidden.
func shown(e *entry) string {
	if e.field.Hidden {
		return ""
	}
	return e.Value()
}

// giroOrder is where a Eurogiro remittance goes.
func (d *draft) giroOrder() bank.GiroOrder {
	g := bank.GiroOrder{
		Country: d.country.Selected(), Kind: bank.GiroKind(d.giro.Selected()), Name: d.name.Value(), Town: d.town.Value(),
		Address: addressLines(shown(d.address)), Postcode: shown(d.postcode), Phone: shown(d.phone), BankName: shown(d.bankName),
		Identity: shown(d.identity),
	}
	if a := shown(d.account); a != "" {
		g.Account = d.plainAccount(a)
	}
	return g
}

// plainAccount is an account as messages have it: an IBAN without spaces.
func (d *draft) plainAccount(typed string) string {
	if iban, err := iso.ParseIBAN(typed); err == nil && iso.HasIBAN(d.country.Selected()) {
		return string(iban)
	}
	return strings.ToUpper(typed)
}

// swiftOrder is where a SWIFT remittance goes.
func (d *draft) swiftOrder() bank.SWIFTOrder {
	country := d.country.Selected()
	o := bank.SWIFTOrder{
		Charges: iso.Bearer(d.charges.Selected()),
		Recipient: iso.Party{
			Account: d.plainAccount(d.account.Value()), Name: d.name.Value(), Address: addressLines(d.address.Value()),
			Town: d.town.Value(), Country: country, Phone: d.phone.Value(),
		},
	}
	if !d.bic.field.Hidden {
		o.Bank.BIC, _ = iso.ParseBIC(d.bic.Value()) // refused before
	} else {
		system, _ := d.system()
		o.Bank = iso.Agent{Name: d.bankName.Value(), Address: addressLines(d.bankAddress.Value()), Town: d.bankTown.Value(), Country: country}
		o.Bank.Clearing, _ = iso.ParseClearing(system.Code, d.clearing.Value()) // refused before
	}
	if d.via.Value() != "" {
		o.Intermediary.BIC, _ = iso.ParseBIC(d.via.Value())
	}
	return o
}

// repeat fills the draft with an order that was sent before.
func (d *draft) repeat(o bank.RemittanceOrder) {
	d.category.Select(string(o.Category))
	d.purpose.Select(string(o.Purpose))
	d.from.Select(string(o.From))
	d.myAddress.Set(strings.Join(o.Sender.Address, " "))
	d.myTown.Set(o.Sender.Town)
	d.myPhone.Set(o.Sender.Phone)
	d.message.Set(o.Message)
	if o.Kind == bank.Eurogiro {
		g := o.Giro
		d.country.Select(g.Country)
		d.follow()
		d.giro.Select(string(g.Kind))
		for e, v := range map[*entry]string{
			d.name: g.Name, d.address: strings.Join(g.Address, " "), d.town: g.Town, d.postcode: g.Postcode, d.phone: g.Phone,
			d.account: g.Account, d.bankName: g.BankName, d.identity: g.Identity,
		} {
			e.Set(v)
		}
	} else {
		d.repeatSWIFT(o.SWIFT)
		d.currency.Select(string(o.Currency))
	}
	d.follow()
	if o.Amount.Currency() == money.KRW {
		d.by.Select(byWon)
		d.follow()
	}
	d.amount.Set(o.Amount)
}

// repeatSWIFT fills in where it went.
func (d *draft) repeatSWIFT(o bank.SWIFTOrder) {
	to := o.Recipient
	d.country.Select(to.Country)
	account := to.Account
	if iban, err := iso.ParseIBAN(account); err == nil && iso.HasIBAN(to.Country) {
		account = iban.Format()
	}
	for e, v := range map[*entry]string{
		d.name: to.Name, d.address: strings.Join(to.Address, " "), d.town: to.Town, d.account: account, d.phone: to.Phone,
		d.bic: string(o.Bank.BIC), d.bankName: o.Bank.Name, d.bankAddress: strings.Join(o.Bank.Address, " "), d.bankTown: o.Bank.Town,
		d.clearing: o.Bank.Clearing.Format(), d.via: string(o.Intermediary.BIC),
	} {
		e.Set(v)
	}
	if o.Bank.BIC == "" && !o.Bank.Clearing.Zero() {
		d.how.Select(byCode)
	}
	d.charges.Select(string(o.Charges))
}

// typed is what would be lost with the form, in no matter which of its fields. The account password is not worth a question.
func (d *draft) typed() (all []string) {
	for _, e := range []*entry{
		d.myAddress, d.myTown, d.myPhone, d.name, d.address, d.town, d.postcode, d.phone, d.account, d.bankName, d.identity, d.bic, d.clearing,
		d.bankAddress, d.bankTown, d.via, d.message,
	} {
		all = append(all, e.Value())
	}
	amount := ""
	if !d.amount.Empty() {
		v, _ := d.amount.Value() // one that is too large is zero here
		amount = v.String()
	}
	return append(all, amount)
}

// mistake is the first field of a page that cannot be right, and what is wrong with it; nil if the page may be left.
func (d *draft) mistake(p *page) (field string, m message) {
	for _, name := range p.names {
		f := p.form.Field(name)
		if f.Hidden {
			continue
		}
		if e, ok := f.Input.(*entry); ok {
			if m := e.wrong(); m != nil {
				return name, m
			}
			continue
		}
		if m := d.misChosen(name); m != nil {
			return name, m
		}
	}
	return "", nil
}

// misChosen is what is wrong with a field that is no text.
func (d *draft) misChosen(name string) message {
	tell := func(of func(*text.Remit) text.Message) message {
		return func(c *text.Catalog) text.Message { return of(&c.FX.Remit) }
	}
	switch name {
	case fieldAgreed:
		if d.agreed.Selected() != yes {
			return explained(&bank.RefusedError{Code: bank.CodeNoRemittanceConsent})
		}
	case fieldCategory:
		if d.category.Selected() == string(bank.CategoryOther) {
			return explained(&bank.RefusedError{Code: bank.CodeRemittanceAtBranch})
		}
	case fieldCountry:
		if d.country.Selected() == "" {
			return tell(func(r *text.Remit) text.Message { return r.NoCountry })
		}
		if err := blocked(d.country.Selected()); err != nil {
			return explained(err)
		}
	case fieldAmount:
		switch amount, err := d.amount.Value(); {
		case d.amount.Empty():
			return tell(func(r *text.Remit) text.Message { return r.NoAmount })
		case err != nil || amount.Minor() <= 0:
			return explained(&bank.RefusedError{Code: bank.CodeBadAmount, Amount: amount})
		}
	case fieldPIN:
		if !d.pin.Complete() {
			return tell(func(r *text.Remit) text.Message { return r.NoPIN })
		}
	}
	return nil
}
