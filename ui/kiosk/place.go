package kiosk

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/demo"
	"smartbank/ui/app"
	"smartbank/ui/center"
	"smartbank/ui/export"
	"smartbank/ui/screen"
)

// Visitor is whom a place is opened for.
type Visitor struct {
	Login     string // whose session is open; "" is nobody's
	Certified bool   // there is a certificate on the device, under [Seal]
}

// Seal is the certificate password of visitors: it keeps the rule, and has no
// letter that needs another key.
const Seal = "post-2026-kr"

// Place is where one visitor is: a bank of the visitor's own.
type Place struct {
	App app.Config
	// Digits are those of two cells of the visitor's security card, from 1.
	Digits func(first, second int) string
	Close  func() error // forgets the bank
}

// Furnish makes a place of a program over a new demonstration bank: it signs the
// visitor in and has a certificate issued, as the visitor would, and takes away where files are saved and what names commands of a
// shell: the guide tells what they would. An error is the bank's, which is then closed.
func Furnish(ctx context.Context, c app.Config, v Visitor) (*Place, error) {
	p := &Place{App: c, Close: c.Bank.Close}
	p.App.Files, p.App.Checked = export.Files{}, true // the image was verified when it was made
	p.App.Demo = screen.Demo{Identities: c.Demo.Identities, Recipients: c.Demo.Recipients}
	err := p.furnish(ctx, v)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("furnish a place: %w", err), c.Bank.Close())
	}
	return p, nil
}

func (p *Place) furnish(ctx context.Context, v Visitor) error {
	cells, err := p.App.Bank.Card(ctx, demo.HongLogin)
	if err != nil {
		return err
	}
	p.Digits = func(first, second int) string { return cells[first-1][:2] + cells[second-1][2:] }
	if v.Login == "" {
		return nil
	}
	s, err := p.App.Bank.SignIn(ctx, v.Login, []byte(demo.Password), bank.Phone)
	if err != nil {
		return err
	}
	p.App.Session = &s
	if !v.Certified {
		return nil
	}
	return p.certify(ctx, s)
}

// certify has a certificate issued to who is signed in.
func (p *Place) certify(ctx context.Context, s bank.Session) error {
	plan, err := p.App.Center.PlanIssue(ctx, s.Caller())
	if err != nil {
		return err
	}
	identity := demo.Identity(s.Login)
	approval, err := p.App.Center.Identify(ctx, s.Caller(), plan.Order, center.Identification{
		Login: s.Login, Identity: []byte(identity), Account: plan.Accounts[0].Number, PIN: []byte(demo.PIN),
		Digits: []byte(p.Digits(plan.Challenge.First, plan.Challenge.Second)),
	})
	if err != nil {
		return err
	}
	_, err = p.App.Center.Issue(ctx, s.Caller(), approval, center.BankUse, []byte(identity), []byte(Seal), nil)
	return err
}

// Days makes the image of the demonstration bank that the visitors of a day begin
// with. It keeps that of one day, and so a month takes no more room than a day.
type Days struct {
	// Make makes the image of the day of a time.
	Make func(ctx context.Context, now time.Time) (*bank.Image, error)

	mu   sync.Mutex
	day  calendar.Date
	made *bank.Image
}

// Image is the image for a time. Its errors are those of Make.
func (d *Days) Image(ctx context.Context, now time.Time) (*bank.Image, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	today := calendar.DateOf(now)
	if d.made != nil && d.day == today {
		return d.made, nil
	}
	made, err := d.Make(ctx, now)
	if err != nil {
		return nil, err
	}
	d.day, d.made = today, made
	return made, nil
}
