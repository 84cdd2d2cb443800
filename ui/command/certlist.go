package command

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/center"
)

// certList is `smartbank cert list`.
func (p *program) certList() *cobra.Command {
	var f format
	c := p.command("list", p.text.CertStore.List, func(ctx context.Context) error {
		if err := f.check(p); err != nil {
			return err
		}
		return p.withBank(ctx, func(b *bank.Bank) error {
			c, err := p.center(b, p.clock())
			if err != nil {
				return err
			}
			entries, err := c.List(ctx)
			if err != nil {
				return err
			}
			if len(entries) == 0 && !f.json && !f.csv {
				_, err := fmt.Fprintln(p.Out, p.text.CertStore.Empty)
				return err
			}
			return p.write(f, p.listCertificates(entries, p.clock().Now()))
		})
	})
	f.add(c, p)
	return c
}

// certificateRecord is a certificate on this device in JSON; its names are those of cert show.
type certificateRecord struct {
	ID        string `json:"id"`
	Subject   string `json:"subject"`
	Issuer    string `json:"issuer"`
	Serial    string `json:"serial"`
	Policy    string `json:"policy"`
	NotBefore string `json:"not_before"`
	NotAfter  string `json:"not_after"`
	SHA256    string `json:"sha256"`
	State     string `json:"state"`
	Tries     int    `json:"tries"`
	Added     string `json:"added"`
}

func (p *program) listCertificates(entries []center.Entry, now time.Time) listing {
	w := p.text.CertStore
	l := listing{
		columns: []column{{w.ID, false}, {w.Owner, false}, {w.Issuer, false}, {w.From, false}, {w.Until, false}, {w.State, false}},
		header:  []string{"id", "subject", "issuer", "serial", "policy", "not_before", "not_after", "sha256", "state", "tries", "added"},
	}
	document := []certificateRecord{}
	for _, e := range entries {
		r := certificateRecord{
			e.ID, e.Subject.String(), e.Issuer.String(), e.Serial.String(), e.Policy, stamp(e.NotBefore), stamp(e.NotAfter), e.SHA256,
			stateOf(e, now), e.Tries, stamp(e.Added),
		}
		document = append(document, r)
		l.records = append(l.records, []string{
			r.ID, r.Subject, r.Issuer, r.Serial, r.Policy, r.NotBefore, r.NotAfter, r.SHA256, r.State, count(int64(r.Tries)), r.Added,
		})
		l.rows = append(l.rows, []string{
			e.ID, e.Subject.Owner(), e.Issuer.Value("o"), dayOf(e.NotBefore), dayOf(e.NotAfter), w.States(r.State),
		})
	}
	l.document = document
	return l
}

// dayOf is the day in Seoul.
func dayOf(t time.Time) string { return calendar.DateOf(t).String() }

// stateOf is what its institute says of a certificate, and where that is nothing, its days and its tries.
func stateOf(e center.Entry, now time.Time) string {
	switch {
	case e.State == center.Discarded, e.State == center.Suspended:
		return string(e.State)
	case e.Expired(now):
		return "expired"
	case e.Locked:
		return "locked"
	case !now.Before(e.RenewableFrom()):
		return "expiring"
	}
	return "valid"
}
