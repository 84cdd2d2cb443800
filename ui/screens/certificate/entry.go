package certificate

import (
	"strings"
	"time"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/text"
)

// day is a day in Seoul.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return calendar.DateOf(t).String()
}

// owner is whose certificate it is, as it may be shown.
func owner(e center.Entry) string { return component.Clean(e.Subject.Owner()) }

// issuer is the institute that issued it.
func issuer(e center.Entry) string { return component.Clean(e.Issuer.Value("o")) }

// use is what it may be used for.
func use(c *text.Catalog, e center.Entry) string { return c.Certificate.List.Uses[e.Use] }

// summary says which certificate it is, in few lines.
func (p *page) summary(e center.Entry) []component.Pair {
	c := p.env.Text
	words, style := component.CertificateState(p.env.Look, e, p.env.Now)
	return []component.Pair{
		{Label: c.Certificate.List.Owner, Value: owner(e), Strong: true},
		{Label: c.Certificate.List.Issuer, Value: strings.TrimSpace(issuer(e) + "  " + use(c, e))},
		{Label: c.Certificate.List.Expires, Value: day(e.NotAfter) + "  " + style.Render(words)},
	}
}

// nameOf is an account as it may be shown, by its number; "" for one that is not there.
func (p *page) nameOf(c *text.Catalog, accounts []bank.Account, number string) string {
	for _, a := range accounts {
		if string(a.Number) == number {
			return component.AccountName(c, a) + " " + component.AccountNumber(p.env.Look, a.Number, p.env.Unmasked)
		}
	}
	return ""
}

// lead is the summary as the lines above a form.
func (p *page) lead(e center.Entry, w int) []string {
	return indented(component.Pairs(p.env.Look, p.summary(e), min(w, widest)-2*len(margin)))
}
