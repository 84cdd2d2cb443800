package center_test

import (
	"bytes"
	"context"
	"crypto/rsa"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
	"smartbank/certstore"
	"smartbank/certstore/ca"
	"smartbank/certstore/fixedkeys"
	"smartbank/certstore/keyring"
	"smartbank/certstore/npki"
	"smartbank/ui/center"
)

const password = "Epost#4837kr"

// device is a center over a real bank in memory, with its store and clock.
type device struct {
	*center.Center

	t     *testing.T
	bank  *bank.Bank
	ca    *ca.Authority
	store *certstore.Store
	clock *banktest.Clock
	ring  keyring.Keyring

	places center.Places
}

// people are the customers of the bank: demo customers, whose cards are shown.
func opening() *bank.Opening {
	o := banktest.Opening()
	for i := range o.Customers {
		o.Customers[i].Certificates = nil
	}
	o.Customers = append(o.Customers,
		bank.NewCustomer{Login: "firm", Corporate: true}, bank.NewCustomer{Login: "disagrees", Disagrees: true}, bank.NewCustomer{Login: "nobody", NoMember: true})
	for i := range o.Customers[2:] {
		c := &o.Customers[2+i]
		c.NameEN, c.NameKO, c.Password = "OTHER", "다른이", string(banktest.Password(c.Login))
		c.Medium, c.MediumKey, c.JoinedAt = bank.Token, bytes.Repeat([]byte{byte(i)}, 20), banktest.Start.AddDate(-1, 0, 0)
		c.LimitEach, c.LimitDay, c.Identity = money.New(1, money.KRW), money.New(1, money.KRW), strconv.Itoa(1_000_000_000_000+i)
	}
	return o
}

// image is the bank that every device has a copy of, made once.
var image = sync.OnceValues(func() (*bank.Image, error) {
	return bank.NewImage(context.Background(), opening(), optionsOf(banktest.NewClock(), nil))
})

// imageOf is an image of a bank; of the usual one for nil.
func imageOf(t *testing.T, o *bank.Opening) *bank.Image {
	t.Helper()
	made, err := image()
	if o != nil {
		made, err = bank.NewImage(t.Context(), o, optionsOf(banktest.NewClock(), nil))
	}
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func optionsOf(c *banktest.Clock, verify bank.VerifySignature) bank.Options {
	return bank.Options{Now: c.Now, Rand: banktest.NewRand(1), Cost: bank.TapeCost, Verify: verify}
}

// pair is a certificate and its key as the store keeps them.
func pair(cert []byte, key *npki.Key) certstore.Material {
	return certstore.Material{Sign: certstore.Pair{Cert: cert, Key: key}}
}

func newDevice(t *testing.T) *device {
	t.Helper()
	clock, verifier := banktest.NewClock(), &center.Verifier{}
	b, err := bank.OpenImage(t.Context(), imageOf(t, nil), optionsOf(clock, verifier.Verify))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if report, err := b.Verify(context.Background()); err != nil || report.Difference != "" {
			t.Errorf("the books do not agree any more: %s (%v)", report.Difference, err)
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	d := &device{t: t, bank: b, clock: clock}
	d.ca = center.NewAuthority(b, banktest.NewRand(2), nil)
	verifier.Use(d.ca)
	d.reopen(keyring.NewMemory())
	return d
}

// reopen makes the device's center again over a keyring.
func (d *device) reopen(k keyring.Keyring) {
	d.ring = k
	d.store = certstore.New(certstore.Options{Keyring: k, Now: d.clock.Now, Rand: banktest.NewRand(3), Cost: certstore.TapeCost})
	var drawn atomic.Int64
	d.Center = center.New(center.Config{Bank: d.bank, Store: d.store, CA: d.ca, Rand: banktest.NewRand(4), Places: d.places, NewKey: func() (*rsa.PrivateKey, error) {
		return fixedkeys.Key(int(drawn.Add(1))), nil
	}})
}

func (d *device) signIn(login string) bank.Caller {
	d.t.Helper()
	s, err := d.bank.SignIn(d.t.Context(), login, banktest.Password(login), bank.Phone)
	if err != nil {
		d.t.Fatal(err)
	}
	return s.Caller()
}

// move moves the clock to a time.
func (d *device) move(to time.Time) { d.clock.Advance(to.Sub(d.clock.Now())) }

// digits answer what kim's card is asked.
func (d *device) digits(c bank.Challenge) []byte {
	d.t.Helper()
	cells, err := d.bank.Card(d.t.Context(), banktest.Kim)
	if err != nil {
		d.t.Fatal(err)
	}
	return []byte(cells[c.First-1][:2] + cells[c.Second-1][2:])
}

// approved plans an issue for kim and identifies them.
func (d *device) approved(c bank.Caller) center.Approval {
	d.t.Helper()
	p, err := d.PlanIssue(d.t.Context(), c)
	if err != nil {
		d.t.Fatal(err)
	}
	a, err := d.Identify(d.t.Context(), c, p.Order, d.identification(p))
	if err != nil {
		d.t.Fatal(err)
	}
	return a
}

func (d *device) identification(p center.Plan) center.Identification {
	return center.Identification{
		Login: banktest.Kim, Identity: []byte(banktest.KimIdentity), Account: banktest.KimMain, PIN: []byte(banktest.PIN), Digits: d.digits(p.Challenge),
	}
}

// issue issues kim a certificate.
func (d *device) issue(c bank.Caller, use center.Use) center.Entry {
	d.t.Helper()
	a := d.approved(c)
	e, err := d.Issue(d.t.Context(), c, a, use, []byte(banktest.KimIdentity), []byte(password), nil)
	if err != nil {
		d.t.Fatal(err)
	}
	return e
}

func (d *device) list() []center.Entry {
	d.t.Helper()
	all, err := d.List(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	return all
}

// balance is what is on kim's account, in won.
func (d *device) balance(c bank.Caller) int64 {
	d.t.Helper()
	accounts, err := d.bank.Accounts(d.t.Context(), c)
	if err != nil {
		d.t.Fatal(err)
	}
	return accounts[0].Balance.Minor()
}

// send sends 1,000 won from kim to lee, signed with a certificate.
func (d *device) send(c bank.Caller, id string) error {
	d.t.Helper()
	ctx := d.t.Context()
	review, err := d.bank.Prepare(ctx, c, bank.TransferOrder{
		From: banktest.KimMain, Bank: bank.KoreaPost, To: string(banktest.LeeMain), Recipient: "이서연", Amount: money.New(1_000, money.KRW),
	}, []byte(banktest.PIN))
	if err != nil {
		d.t.Fatal(err)
	}
	signature, err := d.Sign(ctx, id, []byte(password), review.Document)
	if err != nil {
		return err
	}
	_, err = d.bank.Transfer(ctx, c, review.Order, bank.Proof{Digits: d.digits(review.Challenge), Signature: signature})
	return err
}

// at is ten in the morning of a day in Seoul.
func at(y int, m time.Month, day int) time.Time {
	return time.Date(y, m, day, 10, 0, 0, 0, calendar.Seoul)
}

func wantCode(t *testing.T, err error, want bank.Code) {
	t.Helper()
	if got := bank.RefusalCode(err); got != want {
		t.Fatalf("got %q (%v), want the refusal %s", got, err, want)
	}
}

// TestWholeLife issues, signs, reissues, renews and discards.
func TestWholeLife(t *testing.T) {
	t.Parallel()
	d := newDevice(t)
	ctx, c := t.Context(), d.signIn(banktest.Kim)
	before := d.balance(c)
	first := d.issue(c, center.Universal)
	if first.State != center.Valid || !first.Ours || first.Use != center.Universal || first.Subject.Owner() != "김민수" {
		t.Errorf("issued %+v", first)
	}
	if paid := before - d.balance(c); paid != bank.CertificateFee {
		t.Errorf("%d won were paid", paid)
	}
	if err := d.send(c, first.ID); err != nil {
		t.Fatal(err)
	}

	d.move(at(2027, time.March, 2))
	c = d.signIn(banktest.Kim)
	before = d.balance(c)
	plan, err := d.PlanIssue(ctx, c)
	if err != nil || !plan.Reissue || plan.Replaces == nil || plan.Replaces.ID != first.ID || !plan.NotAfter.Equal(first.NotAfter) || plan.Fees[center.Universal].Minor() != 0 {
		t.Errorf("planned %+v, %v", plan, err)
	}
	second := d.issue(c, center.Universal)
	if listed := d.list(); len(listed) != 1 || listed[0].ID != second.ID || !second.NotAfter.Equal(first.NotAfter) || d.balance(c) != before {
		t.Errorf("after the reissue there is %+v", listed)
	}
	if err := d.send(c, second.ID); err != nil {
		t.Fatal(err)
	}

	d.move(time.Date(2027, time.September, 5, 23, 59, 59, 0, calendar.Seoul)) // 61 days before the last day
	_, err = d.PlanRenewal(ctx, c, second.ID)
	wantCode(t, err, bank.CodeRenewalEarly)
	if refused, _ := errors.AsType[*bank.RefusedError](err); refused.Day.String() != "2027-09-06" {
		t.Errorf("it can be renewed from %s", refused.Day)
	}
	d.move(at(2027, time.November, 5)) // the last day
	c = d.signIn(banktest.Kim)
	before = d.balance(c)
	renewal, err := d.PlanRenewal(ctx, c, second.ID)
	if err != nil || renewal.Fee.Minor() != bank.CertificateFee || renewal.Entry.State != center.Expiring {
		t.Errorf("planned %+v, %v", renewal, err)
	}
	var steps []center.Step
	third, err := d.Renew(ctx, c, second.ID, []byte(banktest.KimIdentity), []byte(password), banktest.KimMain, []byte(banktest.PIN), func(s center.Step) { steps = append(steps, s) })
	if err != nil {
		t.Fatal(err)
	}
	if !third.NotAfter.Equal(renewal.NotAfter) || third.NotAfter.In(calendar.Seoul).Format(time.DateTime) != "2028-11-05 23:59:59" {
		t.Errorf("the renewed one ends %v", third.NotAfter)
	}
	if fmt.Sprint(steps) != "[key request check store register]" || before-d.balance(c) != bank.CertificateFee {
		t.Errorf("steps %v, paid %d", steps, before-d.balance(c))
	}
	if err := d.send(c, third.ID); err != nil {
		t.Fatal(err)
	}

	session, err := d.SignIn(ctx, third.ID, []byte(password), bank.Phone)
	if err != nil || session.Login != banktest.Kim || session.Certificate != third.SHA256 {
		t.Fatalf("signed in %+v, %v", session, err)
	}
	if err := d.Discard(ctx, session.Caller(), third.ID, center.Leaked, []byte(password), nil); err != nil {
		t.Fatal(err)
	}
	if listed := d.list(); len(listed) != 0 {
		t.Errorf("after it was discarded there is %+v", listed)
	}
}
