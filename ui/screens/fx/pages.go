package fx

import (
	"slices"

	"smartbank/bank"
	"smartbank/bank/iso"
	"smartbank/ui/component"
	"smartbank/ui/text"
)

// page is one page of the form.
type page struct {
	step  component.Words
	intro func(l component.Look, w int) []string // over the fields; may be nil
	form  *component.Form
	texts []*entry // its fields with text
	names []string // of all fields
}

// newPage makes a page of fields.
func newPage(step func(*text.Remit) string, intro func(l component.Look, w int) []string, fields ...*component.Field) *page {
	p := &page{step: remit(step), intro: intro, form: component.NewForm(fields...)}
	for _, f := range fields {
		p.names = append(p.names, f.Name)
		if e, ok := f.Input.(*entry); ok {
			e.in = p.form
			p.texts = append(p.texts, e)
		}
	}
	return p
}

// choice is a field of a choice.
func choice(name string, label func(*text.Remit) string, input component.Input, note func(l component.Look, w int) []string) *component.Field {
	return &component.Field{Name: name, Label: remit(label), Input: input, Note: note}
}

// notes are what stands on the pages of a form that is known of the bank and its rates.
type notes struct {
	sender, from, rate, amount func(l component.Look, w int) []string

	refused func(field string) bool // whether a field says what is wrong with it already
}

// unless is a note under a field that does not say already what is wrong with it.
func (n notes) unless(field string, note func(l component.Look, w int) []string) func(l component.Look, w int) []string {
	return func(l component.Look, w int) []string {
		if n.refused(field) {
			return nil
		}
		return note(l, w)
	}
}

// pages are the pages of a draft.
func (d *draft) pages(says notes) []*page {
	category := choice(fieldCategory, func(r *text.Remit) string { return r.Category }, d.category, says.unless(fieldCategory, d.noteCategory))
	purpose := choice(fieldPurpose, func(r *text.Remit) string { return r.Purpose }, d.purpose, nil)
	agreed := choice(fieldAgreed, func(r *text.Remit) string { return r.Consent }, d.agreed, nil)
	country := choice(fieldCountry, func(r *text.Remit) string { return r.Country }, d.country, says.unless(fieldCountry, func(l component.Look, w int) []string {
		lines := d.noteCountry(l, w)
		if d.kind == bank.Eurogiro {
			lines = append(lines, says.rate(l, w)...)
		}
		return lines
	}))
	from := choice(fieldFrom, func(r *text.Remit) string { return r.From }, d.from, says.from)
	pin := choice(fieldPIN, func(r *text.Remit) string { return r.PIN }, d.pin, nil)
	by := choice(fieldBy, func(r *text.Remit) string { return r.By }, d.by, nil)
	amount := choice(fieldAmount, func(r *text.Remit) string { return r.Amount }, d.amount, says.amount)
	consent := func(l component.Look, w int) []string { return consentLines(l, w) }
	step := func(r *text.Remit) string { return r.StepAmount }
	if d.kind == bank.Eurogiro {
		kind := choice(fieldGiro, func(r *text.Remit) string { return r.Kind }, d.giro, nil)
		return []*page{
			newPage(func(r *text.Remit) string { return r.StepCountry }, consent, country, kind, purpose, agreed),
			newPage(func(r *text.Remit) string { return r.StepParties }, says.sender, d.name.field, d.address.field, d.town.field, d.postcode.field,
				d.phone.field, d.identity.field, d.account.field, d.bankName.field, d.myAddress.field, d.myTown.field, d.myPhone.field),
			newPage(step, nil, from, by, amount, d.message.field, pin),
		}
	}
	how := choice(fieldHow, func(r *text.Remit) string { return r.How }, d.how, nil)
	d.howField = how
	currency := choice(fieldCurrency, func(r *text.Remit) string { return r.Currency }, d.currency, says.rate)
	charges := choice(fieldCharges, func(r *text.Remit) string { return r.Charges }, d.charges, d.noteCharges)
	return []*page{
		newPage(func(r *text.Remit) string { return r.StepConsent }, consent, category, purpose, agreed),
		newPage(func(r *text.Remit) string { return r.StepParties }, says.sender, d.myAddress.field, d.myTown.field, d.myPhone.field,
			country, d.name.field, d.address.field, d.town.field, d.account.field, d.phone.field),
		newPage(func(r *text.Remit) string { return r.StepBank }, d.bankIntro, how, d.bic.field, d.clearing.field, d.bankName.field, d.bankAddress.field,
			d.bankTown.field, d.via.field),
		newPage(step, nil, from, currency, by, amount, charges, d.message.field, pin),
	}
}

// consentLines are what the customer agrees to.
func consentLines(l component.Look, w int) []string {
	lines := paragraph(l.Text.FX.Remit.ConsentTitle, w, l.Theme.Strong)
	lines = append(lines, paragraph(l.Text.FX.Remit.ConsentText, w, l.Theme.Base)...)
	return append(lines, "")
}

// bankIntro says whose bank is asked for.
func (d *draft) bankIntro(l component.Look, w int) []string {
	c := l.Text
	return append(paragraph(c.FX.Remit.BankIntro(component.Clean(d.name.Value()), c.Country(d.country.Selected())), w, l.Theme.Base), "")
}

// noteCategory says what may be sent at once in the category.
func (d *draft) noteCategory(l component.Look, w int) []string {
	if d.category.Selected() == string(bank.CategoryOther) {
		return component.Problem(l, l.Text.Explain(&bank.RefusedError{Code: bank.CodeRemittanceAtBranch}), w)
	}
	return nil
}

// noteCharges says who bears what.
func (d *draft) noteCharges(l component.Look, w int) []string {
	return muted(l, l.Text.FX.Remit.ChargesOf[iso.Bearer(d.charges.Selected())], w)
}

// noteCountry says at once that nothing is sent to a country, or what its rules are.
func (d *draft) noteCountry(l component.Look, w int) []string {
	c, code := l.Text, d.country.Selected()
	if err := blocked(code); err != nil {
		return component.Problem(l, c.Explain(err), w)
	}
	rules, ok := bank.GiroRules(code)
	if d.kind != bank.Eurogiro || !ok {
		return nil
	}
	r := c.FX.Remit
	lines := muted(l, r.RulesLimit(currencyName(c, rules.Currency), rules.Limit.Grouped()), w)
	lines = append(lines, muted(l, r.RulesDays(rules.FirstDay, rules.Latest), w)...)
	if d.giro.Selected() == string(bank.ToAccount) { // nobody has to collect it
		return lines
	}
	return append(lines, muted(l, r.RulesPayOut(rules.PayOut), w)...)
}

// blocked is the refusal of a country that nothing is sent to; nil for others.
func blocked(country string) error {
	if slices.Contains(bank.BlockedCountries(), country) {
		return &bank.RefusedError{Code: bank.CodeCountryBlocked, Country: country}
	}
	return nil
}

func categoryOptions() []component.Option {
	var options []component.Option
	for _, k := range bank.RemittanceCategories() {
		options = append(options, component.Option{Key: string(k), Label: func(c *text.Catalog) string { return c.FX.Remit.Categories[k] }})
	}
	return options
}

func purposeOptions() []component.Option {
	var options []component.Option
	for _, p := range bank.RemittancePurposes() {
		options = append(options, component.Option{Key: string(p), Label: func(c *text.Catalog) string { return c.FX.Remit.Purposes[p] }})
	}
	return options
}

func chargeOptions() []component.Option {
	var options []component.Option
	for _, b := range []iso.Bearer{iso.SHA, iso.OUR, iso.BEN} {
		options = append(options, component.Option{Key: string(b), Label: func(c *text.Catalog) string { return string(b) + "  " + c.FX.Remit.Bearers[b] }})
	}
	return options
}

// home is where the money comes from: nothing is sent abroad to it.
const home = "KR"

// countryOptions are the countries to choose from; none is chosen at first.
func countryOptions(kind bank.RemittanceKind) []component.Option {
	codes := iso.Countries()
	if kind == bank.Eurogiro {
		codes = nil
		for _, g := range bank.GiroCountries() {
			codes = append(codes, g.Country)
		}
	}
	options := []component.Option{{Key: "", Label: remit(func(r *text.Remit) string { return r.WhichCountry })}}
	for _, code := range codes {
		if code != home {
			options = append(options, component.Option{Key: code, Label: func(c *text.Catalog) string { return code + " " + c.Country(code) }})
		}
	}
	return options
}
