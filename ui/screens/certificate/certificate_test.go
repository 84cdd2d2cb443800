package certificate_test

import (
	"strings"
	"testing"
	"time"

	"smartbank/bank/demo"
	"smartbank/certstore/keyring"
	"smartbank/ui/center"
	"smartbank/ui/headless"
	"smartbank/ui/text"
	"smartbank/ui/uitest"
)

// issue goes from All Menus to the password that is asked for twice, and types it.
func (x *world) issue() {
	x.tb.Helper()
	x.identified()
	x.enter()
	x.Type(uitest.Seal + "\n" + uitest.Seal + "\n")
}

func TestAnIssuedCertificateSigns(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.issue()
	x.sees("Your certificate is on this device")
	here := x.here()
	if len(here) != 1 || here[0].State != center.Valid || !here[0].Ours || here[0].Use != center.BankUse {
		t.Fatalf("on this device is %+v, want one valid certificate for banks", here)
	}
	if _, err := x.Center.Sign(t.Context(), here[0].ID, []byte(uitest.Seal), []byte("text")); err != nil {
		t.Errorf("it does not sign: %v", err)
	}
}

func TestAReissueAsksBeforeItDiscards(t *testing.T) {
	t.Parallel()
	x := hong(t)
	old := x.have()
	x.issue()
	x.sees("Discard the certificate that is here?")
	x.Press("enter") // the first answer
	x.sees("New password")
	if here := x.here(); len(here) != 1 || here[0].SHA256 != old.SHA256 || here[0].State != center.Valid {
		t.Fatalf("after Not now on this device is %+v", here)
	}
	x.Press("enter")
	x.Press("tab", "enter")
	x.sees("Your certificate is on this device")
	here := x.here()
	if len(here) != 1 || here[0].SHA256 == old.SHA256 || !here[0].NotAfter.Equal(old.NotAfter) {
		t.Errorf("after the reissue on this device is %+v, want another one with the old expiry %v", here, old.NotAfter)
	}
}

// TestBreakingOffLosesNothing leaves the issue at each of its pages, comes back and
// finishes it.
func TestBreakingOffLosesNothing(t *testing.T) {
	t.Parallel()
	for name, leave := range map[string]func(x *world){
		"at the consent":        func(x *world) { x.goTo("42"); x.Press("esc") },
		"at the identification": func(x *world) { x.goTo("42"); x.enter(); x.enter(); x.Type("demo01"); x.Press("f10") },
		"at the kind":           func(x *world) { x.identified(); x.leave() },
		"at the password":       func(x *world) { x.identified(); x.enter(); x.Type("maple"); x.leave() },
		"while it is made": func(x *world) {
			x.identified()
			x.enter()
			x.Type(uitest.Seal + "\n" + uitest.Seal)
			x.Hold()
			x.Press("enter", "esc")
			x.Release()
			x.leave()
		},
		"by a full keyring": func(x *world) {
			x.Ring.Full = true
			x.issue()
			x.sees("The certificate was not issued")
			x.leave()
			x.Ring.Full = false
		},
		"by idling": func(x *world) {
			x.identified()
			x.Advance(11 * time.Minute)
			x.Press("enter")
			x.signIn()
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := hong(t)
			leave(x)
			x.issue()
			x.sees("Your certificate is on this device")
			if here := x.here(); len(here) != 1 || here[0].State != center.Valid {
				t.Errorf("on this device is %+v, want one valid certificate", here)
			}
		})
	}
}

func TestAnIssueGoesOnAfterAFullKeyring(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.identified()
	x.enter()
	x.Ring.Full = true
	x.Type(uitest.Seal + "\n" + uitest.Seal + "\n")
	x.sees("The certificate was not issued")
	x.sees("Nothing is lost")
	x.Ring.Full = false
	x.enter()
	x.Type(uitest.Seal + "\n" + uitest.Seal + "\n")
	x.sees("Your certificate is on this device")
}

func TestTheFeeOfAUniversalCertificateIsTakenOnce(t *testing.T) {
	t.Parallel()
	x := signedIn(t, demo.LeeLogin, usual)
	before := x.balance()
	x.identified()
	x.Press("down")
	x.enter()
	x.Type(uitest.Seal + "\n" + uitest.Seal + "\n")
	x.sees("4,400 won from")
	if paid := before - x.balance(); paid != 4_400 {
		t.Errorf("%d won were taken, want 4,400", paid)
	}
}

// balance is what is on the account that pays.
func (x *world) balance() int64 {
	x.tb.Helper()
	accounts, err := x.Bank.Accounts(x.tb.Context(), x.caller())
	if err != nil {
		x.tb.Fatal(err)
	}
	return accounts[0].Balance.Minor()
}

func TestDiscardingNeedsTwoDecisions(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		keys []string
		left int
	}{
		"the first answer keeps it": {[]string{"enter"}, 1},
		"Esc keeps it":              {[]string{"esc"}, 1},
		"the other one discards it": {[]string{"tab", "enter"}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := hong(t)
			x.have()
			x.goTo("47")
			x.enter()
			x.Type("\n\n" + uitest.Seal + "\n")
			x.sees("Discard this certificate?")
			x.Press(row.keys...)
			if here := x.here(); len(here) != row.left {
				t.Errorf("%d certificates are left, want %d", len(here), row.left)
			}
		})
	}
}

func TestAForgottenPasswordDoesNotKeepOneFromDiscarding(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.have()
	x.goTo("47")
	x.enter()
	x.Press("tab", "right", "tab")
	x.Type(demo.Identity(x.login) + "\n")
	x.Press("tab", "enter")
	x.sees("The certificate is discarded")
}

func TestTheChangedPasswordOpensTheCertificate(t *testing.T) {
	t.Parallel()
	x := hong(t)
	e := x.have()
	x.goTo("48")
	x.enter()
	x.Type("1" + uitest.Seal + "\nbirch-7-River\nbirch-7-River\n")
	x.sees("The certificate password is changed")
	for password, opens := range map[string]bool{uitest.Seal: false, "birch-7-River": true} {
		if _, err := x.Center.Sign(t.Context(), e.ID, []byte(password), []byte("text")); (err == nil) != opens {
			t.Errorf("%s opens it: %v, want %v", password, err == nil, opens)
		}
	}
}

func TestDeletingKeepsTheCertificateValid(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.have()
	x.goTo("48")
	x.enter()
	x.Type("2" + uitest.Seal + "\n")
	x.Press("tab", "enter")
	x.sees("deleted from this device")
	if here := x.here(); len(here) != 0 {
		t.Errorf("on this device is %+v", here)
	}
}

// TestALockedCertificateIsDeletedWithoutItsPassword: nothing opens it any more, and it is not to stay for ever.
func TestALockedCertificateIsDeletedWithoutItsPassword(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.lock(x.have())
	x.goTo("48")
	x.enter()
	x.Type("1")
	x.sees("This certificate is locked on this device")
	x.Press("esc")
	x.Type("2")
	x.sees("Delete this certificate from this device?")
	x.Press("esc")
	x.sees("Delete it from this device")
	x.Type("2")
	x.Press("tab", "enter")
	x.sees("deleted from this device")
	if here := x.here(); len(here) != 0 {
		t.Errorf("on this device is %+v", here)
	}
}

func TestTheListLeadsToWhatCanBeDone(t *testing.T) {
	t.Parallel()
	for title, keys := range map[string][]string{
		"Renew a certificate":           {"tab"},
		"Change/delete the certificate": {"tab", "tab"},
		"Discard a certificate":         {"left"},
		"Certificate details":           nil,
	} {
		x := hong(t)
		x.have()
		x.goTo("41")
		x.Type("c")
		x.enter()
		x.enter()
		x.Press(append(keys, "enter")...)
		x.Advance(patience)
		x.sees(title)
	}
}

func TestCertificateLogin(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.have()
	x.Type("99")
	x.Type("99")
	x.Press("up", "right", "tab", "tab")
	x.Type("wrong\n")
	x.sees("1 of 5")
	x.Type(uitest.Seal + "\n")
	x.sees("Last login", "All Menus")
	if x.app.SignedIn() == nil || x.app.SignedIn().Login != demo.HongLogin {
		t.Errorf("signed in is %+v", x.app.SignedIn())
	}
}

func TestEveryScreenSaysThatThereIsNoKeyring(t *testing.T) {
	t.Parallel()
	for _, number := range []string{"45", "46", "47", "48"} {
		x := hong(t)
		x.Ring.Broken = keyring.NoService
		x.goTo(number)
		shown := flat(x.Frame().Text())
		if want := text.In(text.English).Explain(&keyring.UnavailableError{Reason: keyring.NoService, Where: keyring.WhereOS}); !strings.Contains(shown, want.Problem) {
			t.Errorf("%s does not say %q:\n%s", number, want.Problem, x.Frame().Text())
		}
	}
}

func TestShake(t *testing.T) {
	t.Parallel()
	for _, number := range []string{"41", "42", "45", "46", "47", "48", "49"} {
		t.Run(number, func(t *testing.T) {
			t.Parallel()
			uitest.Shake(t, func() *headless.Driver {
				x := hong(t)
				x.have()
				x.goTo(number)
				return x.Driver
			}, uitest.Shaking{
				Streams: 6, Events: 80, Seed: 4, Keys: []string{"enter", "enter", "tab", "down", "c"},
				Text: []string{uitest.Seal, demo.PIN, demo.Identity(demo.HongLogin), "demo01"},
			})
		})
	}
}

// TestSettingsShowWhereCertificatesWereMoved moves them from Settings and goes back: what Settings
// would save is the new place.
func TestSettingsShowWhereCertificatesWereMoved(t *testing.T) {
	t.Parallel()
	x := hong(t)
	x.have()
	x.moving()
	x.Type("four words of mine\nfour words of mine\n")
	x.sees("The certificates are moved")
	x.enter()
	x.sees("Certificates in a file under a passphrase")
	if x.Press("esc"); !strings.Contains(x.Frame().Text(), "All Menus") {
		t.Errorf("it asks whether to save:\n%s", x.Frame().Text())
	}
	if p, err := x.Center.Place(t.Context()); err != nil || p.Is != keyring.WhereFile || p.Count != 1 {
		t.Errorf("they are at %+v, %v", p, err)
	}
}
