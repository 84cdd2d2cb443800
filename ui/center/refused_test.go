package center_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/certstore"
	"smartbank/certstore/keyring"
	"smartbank/ui/center"
)

func TestWhoIsIssuedNone(t *testing.T) {
	t.Parallel()
	d := newDevice(t)
	for login, want := range map[string]bank.Code{
		"firm": bank.CodeCorporate, "disagrees": bank.CodeNoConsent, "nobody": bank.CodeNotMember,
	} {
		_, err := d.PlanIssue(t.Context(), d.signIn(login))
		wantCode(t, err, want)
	}
	_, err := d.PlanIssue(t.Context(), bank.Caller{Customer: 1})
	wantCode(t, err, bank.CodeReadOnly)
}

func TestIdentificationIsChecked(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		change func(*center.Identification)
		want   bank.Code
	}{
		"another user ID":             {func(i *center.Identification) { i.Login = banktest.Lee }, bank.CodeWrongIdentity},
		"another identity number":     {func(i *center.Identification) { i.Identity = []byte(banktest.LeeIdentity) }, bank.CodeWrongIdentity},
		"somebody else's account":     {func(i *center.Identification) { i.Account = banktest.LeeMain }, bank.CodeNoAccount},
		"a wrong account password":    {func(i *center.Identification) { i.PIN = []byte("0000") }, bank.CodeWrongPIN},
		"wrong digits of the card":    {func(i *center.Identification) { i.Digits = []byte("xxxx") }, bank.CodeWrongFactor},
		"an account that is closed":   {func(i *center.Identification) { i.Account = banktest.KimClosed }, bank.CodeAccountClosed},
		"an account that cannot send": {func(i *center.Identification) { i.Account = banktest.KimTime }, bank.CodeNotWithdrawable},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := newDevice(t)
			c := d.signIn(banktest.Kim)
			p, err := d.PlanIssue(t.Context(), c)
			if err != nil {
				t.Fatal(err)
			}
			i := d.identification(p)
			row.change(&i)
			_, err = d.Identify(t.Context(), c, p.Order, i)
			wantCode(t, err, row.want)
		})
	}
}

func TestIdentityNumberLocks(t *testing.T) {
	t.Parallel()
	d := newDevice(t)
	c := d.signIn(banktest.Kim)
	p, err := d.PlanIssue(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= bank.MaxTries+1; n++ {
		i := d.identification(p)
		if i.Identity = []byte(banktest.LeeIdentity); n > bank.MaxTries {
			i.Identity = []byte(banktest.KimIdentity)
		}
		want := bank.CodeWrongIdentity
		if n >= bank.MaxTries {
			want = bank.CodeIdentityLocked
		}
		_, err := d.Identify(t.Context(), c, p.Order, i)
		wantCode(t, err, want)
	}
}

func TestIssueIsGated(t *testing.T) {
	t.Parallel()
	d := newDevice(t)
	ctx, c := t.Context(), d.signIn(banktest.Kim)
	a := d.approved(c)
	issue := func(a center.Approval, identity, password string) error {
		_, err := d.Issue(ctx, c, a, center.BankUse, []byte(identity), []byte(password), nil)
		return err
	}
	if flaw, ok := errors.AsType[*center.FlawError](issue(a, banktest.KimIdentity, "short")); !ok || len(flaw.Flaws) == 0 {
		t.Error("a short password passes")
	}
	other := a
	other.Code = []byte("00000000")
	wantCode(t, issue(other, banktest.KimIdentity, password), bank.CodeBadApproval)
	wantCode(t, issue(a, banktest.LeeIdentity, password), bank.CodeWrongIdentity)
	d.clock.Advance(8 * 24 * time.Hour)
	wantCode(t, issue(a, banktest.KimIdentity, password), bank.CodeBadApproval)
	if listed := d.list(); len(listed) != 0 {
		t.Errorf("there is %+v", listed)
	}
}

// breaking is a keyring that fails from the nth time on that something is written,
// until it is mended.
type breaking struct {
	keyring.Keyring

	left int // writes that work; -1 is all
}

var errBroken = &keyring.UnavailableError{Reason: keyring.Locked, Where: keyring.WhereMemory, Err: errors.New("broken for a test")}

func (b *breaking) Set(ctx context.Context, name string, value []byte) error {
	if b.left == 0 {
		return errBroken
	}
	b.left = max(b.left-1, -1)
	return b.Keyring.Set(ctx, name, value)
}

func (b *breaking) Delete(ctx context.Context, name string) error {
	if b.left == 0 {
		return errBroken
	}
	b.left = max(b.left-1, -1)
	return b.Keyring.Delete(ctx, name)
}

// TestBrokenReissue breaks a reissue at each write to the keyring: the customer has
// one certificate of use at every moment, the fee is booked once, and repeating it goes on.
func TestBrokenReissue(t *testing.T) {
	t.Parallel()
	for n, broke := 0, true; broke; n++ {
		d := newDevice(t)
		ring := &breaking{Keyring: keyring.NewMemory(), left: -1}
		d.reopen(ring)
		ctx, c := t.Context(), d.signIn(banktest.Kim)
		d.issue(c, center.BankUse)
		before := d.balance(c)
		a := d.approved(c)
		ring.left = n
		_, err := d.Issue(ctx, c, a, center.Universal, []byte(banktest.KimIdentity), []byte(password), nil)
		broke = err != nil
		ring.left = -1
		if n > 100 {
			t.Fatal("it never works")
		}
		d.wantOneUsable(n)
		fresh, err := d.Issue(ctx, c, a, center.Universal, []byte(banktest.KimIdentity), []byte(password), nil)
		if err != nil {
			t.Fatalf("broken at write %d, repeated: %v", n, err)
		}
		d.wantOneUsable(n)
		if paid := before - d.balance(c); paid != bank.CertificateFee || fresh.Use != center.Universal {
			t.Errorf("broken at write %d: %d won were paid for %+v", n, paid, fresh)
		}
		if err := d.send(c, fresh.ID); err != nil {
			t.Errorf("broken at write %d: %v", n, err)
		}
	}
}

func (d *device) wantOneUsable(n int) {
	d.t.Helper()
	usable := 0
	for _, e := range d.list() {
		if e.State.Usable() {
			usable++
		}
	}
	if usable != 1 {
		d.t.Errorf("broken at write %d there are %d certificates of use", n, usable)
	}
}

func TestConsentIsWithdrawn(t *testing.T) {
	t.Parallel()
	d := newDevice(t)
	ctx, c := t.Context(), d.signIn(banktest.Kim)
	e := d.issue(c, center.BankUse)
	if consent, err := d.Consent(ctx, c); err != nil || !consent.Agreed {
		t.Errorf("consent %+v, %v", consent, err)
	}
	_, asked, err := d.Challenge(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Disagree(ctx, c, d.digits(asked)); err != nil {
		t.Fatal(err)
	}
	wantCode(t, d.Agree(ctx, c), bank.CodeBranchOnly)
	_, err = d.PlanIssue(ctx, c)
	wantCode(t, err, bank.CodeNoConsent)
	d.move(at(2027, time.October, 1))
	c = d.signIn(banktest.Kim)
	if _, err := d.Renew(ctx, c, e.ID, []byte(banktest.KimIdentity), []byte(password), banktest.KimMain, []byte(banktest.PIN), nil); err != nil {
		t.Errorf("a renewal without consent: %v", err)
	}
}

func TestWhatIsRefusedOfACertificate(t *testing.T) {
	t.Parallel()
	d := newDevice(t)
	ctx, kim := t.Context(), d.signIn(banktest.Kim)
	e := d.issue(kim, center.BankUse)
	lee := d.signIn(banktest.Lee)
	wantCode(t, d.Discard(ctx, lee, e.ID, center.Lost, []byte(password), nil), bank.CodeNoCertificate)
	_, err := d.Renew(ctx, kim, e.ID, []byte(banktest.KimIdentity), []byte(password), banktest.KimMain, []byte(banktest.PIN), nil)
	wantCode(t, err, bank.CodeRenewalEarly)
	wrong, ok := errors.AsType[*certstore.PasswordError](d.Delete(ctx, e.ID, []byte("wrong")))
	if !ok || wrong.Tries != 1 {
		t.Errorf("a wrong password: %v", wrong)
	}
	details, err := d.Details(ctx, kim, e.ID)
	if err != nil || details.Identity != "ours" || len(details.Chain) != 2 || details.RealName != "김민수" {
		t.Errorf("details %+v, %v", details, err)
	}
	if err := d.ca.Suspend(ctx, "yessign", e.Serial.Text(16)); err != nil {
		t.Fatal(err)
	}
	_, err = d.PlanRenewal(ctx, kim, e.ID)
	wantCode(t, err, bank.CodeCertificateHeld)
	wantCode(t, d.send(kim, e.ID), bank.CodeCertificateSuspended)
	if err := d.ca.Revoke(ctx, "yessign", e.Serial.Text(16), 1); err != nil {
		t.Fatal(err)
	}
	_, err = d.PlanRenewal(ctx, kim, e.ID)
	wantCode(t, err, bank.CodeAlreadyDiscarded)
	wantCode(t, d.send(kim, e.ID), bank.CodeCertificateDiscarded)
	_, err = d.SignIn(ctx, e.ID, []byte(password), bank.Phone)
	wantCode(t, err, bank.CodeSignInDiscarded)
	if listed := d.list(); len(listed) != 1 || listed[0].State != center.Discarded {
		t.Errorf("it is listed as %+v", listed)
	}
	if err := d.Discard(ctx, kim, e.ID, center.Lost, nil, []byte(banktest.KimIdentity)); err != nil {
		t.Errorf("a discarded one cannot be removed: %v", err)
	}
}

func TestExpiredCertificate(t *testing.T) {
	t.Parallel()
	d := newDevice(t)
	ctx, c := t.Context(), d.signIn(banktest.Kim)
	e := d.issue(c, center.BankUse)
	d.move(time.Date(2027, time.June, 1, 10, 0, 0, 0, calendar.Seoul))
	wantCode(t, d.send(d.signIn(banktest.Kim), e.ID), "") // a card that sends nothing for a year is stopped
	d.move(time.Date(2027, time.November, 6, 0, 10, 0, 0, calendar.Seoul))
	c = d.signIn(banktest.Kim)
	_, err := d.PlanRenewal(ctx, c, e.ID)
	wantCode(t, err, bank.CodeRenewalLate)
	wantCode(t, d.send(c, e.ID), bank.CodeCertificateExpired)
	_, err = d.SignIn(ctx, e.ID, []byte(password), bank.Phone)
	wantCode(t, err, bank.CodeSignInExpired)
	fresh := d.issue(c, center.BankUse)
	if got := fresh.NotAfter.In(calendar.Seoul).Format(time.DateTime); got != "2028-11-06 23:59:59" {
		t.Errorf("a new one after the expiry ends %s", got)
	}
}

// TestAFreeRenewalNeedsNoAccount renews a certificate for banks, which costs nothing, without an
// account, and one for everything, which has to be paid, not.
func TestAFreeRenewalNeedsNoAccount(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		use  center.Use
		want bank.Code
	}{
		"for banks":      {center.BankUse, ""},
		"for everything": {center.Universal, bank.CodeNoAccount},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := newDevice(t)
			e := d.issue(d.signIn(banktest.Kim), row.use)
			d.move(e.NotAfter.AddDate(0, 0, -30))
			c := d.signIn(banktest.Kim)
			_, err := d.Renew(t.Context(), c, e.ID, []byte(banktest.LeeIdentity), []byte(password), "", nil, nil)
			wantCode(t, err, bank.CodeWrongIdentity)
			renewed, err := d.Renew(t.Context(), c, e.ID, []byte(banktest.KimIdentity), []byte(password), "", nil, nil)
			if row.want != "" {
				wantCode(t, err, row.want)
				return
			}
			if err != nil || renewed.State != center.Valid {
				t.Errorf("renewed %+v, %v", renewed, err)
			}
		})
	}
}
