package center_test

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/certstore/keyring"
	"smartbank/certstore/npki"
	"smartbank/certstore/pairing"
	"smartbank/ui/center"
)

// pc is kim's PC: its center, its one folder, and who is signed in there.
type pc struct {
	*center.Desk

	root npki.Root
	kim  bank.Caller
}

func (d *device) pc() pc {
	d.t.Helper()
	s, err := d.bank.SignIn(d.t.Context(), banktest.Kim, banktest.Password(banktest.Kim), bank.PC)
	if err != nil {
		d.t.Fatal(err)
	}
	root := npki.Root{Path: filepath.Join(d.t.TempDir(), "NPKI")}
	c := center.New(center.Config{Bank: d.bank, CA: d.ca, Rand: banktest.NewRand(9)})
	return pc{center.NewDesk(c, func() []npki.Root { return []npki.Root{root} }), root, s.Caller()}
}

// filed are the certificates in its folder.
func (p pc) filed(t *testing.T) []center.Filed {
	t.Helper()
	all, err := p.List(t.Context())
	if err != nil || all.Skipped > 0 {
		t.Fatalf("%d skipped: %v", all.Skipped, err)
	}
	return all.Filed
}

// toPC copies a certificate to the PC, with the number shown on the phone, or on the
// PC.
func (d *device) toPC(kim bank.Caller, id string, p pc, pcShows bool) {
	d.t.Helper()
	ctx := d.t.Context()
	parcel, err := d.Export(ctx, kim, id, []byte(password))
	if err != nil {
		d.t.Fatal(err)
	}
	var out *pairing.Outgoing
	var in *pairing.Incoming
	if pcShows {
		if in, err = p.Receive(ctx, p.kim, nil); err == nil {
			out, err = parcel.Send(ctx, in.Number())
		}
	} else if out, err = parcel.Send(ctx, nil); err == nil {
		in, err = p.Receive(ctx, p.kim, out.Number())
	}
	if err != nil {
		d.t.Fatal(err)
	}
	arrive(d.t, out, in, func() (pairing.Status, error) { return p.Keep(ctx, in, p.root) })
}

// TestACertificateGoesToThePCAndBack exports a certificate, empties the phone, and
// imports what the PC got: it is the same, key, R and all, and signs again. Once each device shows the number.
func TestACertificateGoesToThePCAndBack(t *testing.T) {
	t.Parallel()
	for name, pcShows := range map[string]bool{"the sender shows the number": false, "the receiver shows the number": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := newDevice(t)
			ctx, kim, p := t.Context(), d.signIn(banktest.Kim), d.pc()
			issued := d.issue(kim, center.BankUse)
			d.toPC(kim, issued.ID, p, pcShows)
			filed := p.filed(t)
			if len(filed) != 1 || filed[0].SHA256 != issued.SHA256 || filed[0].State != center.Valid {
				t.Fatalf("on the PC are %+v", filed)
			}
			set, err := npki.ReadPath(filepath.Join(p.root.Path, filepath.FromSlash(filed[0].Folder())))
			if err != nil {
				t.Fatal(err)
			}
			key, err := npki.Open(set.Key, []byte(password))
			if err != nil || len(key.R()) != npki.SizeR {
				t.Fatalf("the PC has a key with R %x: %v", key.R(), err)
			}

			d.reopen(keyring.NewMemory())
			if _, err := p.Pack(ctx, p.kim, filed[0].ID, []byte("another password")); !errors.Is(err, center.ErrKeyPassword) {
				t.Errorf("packed with another password: %v", err)
			}
			parcel, err := p.Pack(ctx, p.kim, filed[0].ID, []byte(password))
			if err != nil {
				t.Fatal(err)
			}
			var back *pairing.Outgoing
			var got *pairing.Incoming
			if pcShows {
				if back, err = parcel.Send(ctx, nil); err == nil {
					got, err = d.Import(ctx, kim, back.Number())
				}
			} else if got, err = d.Import(ctx, kim, nil); err == nil {
				back, err = parcel.Send(ctx, got.Number())
			}
			if err != nil {
				t.Fatal(err)
			}
			arrive(t, back, got, func() (pairing.Status, error) {
				if _, err := d.Take(ctx, got, []byte("another password")); !errors.Is(err, center.ErrKeyPassword) {
					t.Errorf("another password: %v", err)
				}
				return d.Take(ctx, got, []byte(password))
			})
			here := d.list()
			if len(here) != 1 || here[0].SHA256 != issued.SHA256 || here[0].State != center.Valid {
				t.Fatalf("here are %+v", here)
			}
			if err := d.send(kim, here[0].ID); err != nil {
				t.Errorf("sign with it: %v", err)
			}
		})
	}
}

// arrive steps both sides of a copy until it is done, and compares what they show.
func arrive(t *testing.T, out *pairing.Outgoing, in *pairing.Incoming, store func() (pairing.Status, error)) {
	t.Helper()
	ctx := t.Context()
	var sent, got pairing.Status
	stored := false
	for range 8 {
		var errOut, errIn error
		sent, errOut = out.Step(ctx)
		got, errIn = in.Step(ctx)
		if errOut != nil || errIn != nil {
			t.Fatal(errOut, errIn)
		}
		if got.Stage == pairing.Deciding {
			if _, err := in.Accept(ctx); err != nil {
				t.Fatal(err)
			}
		}
		if in.Payload() != nil && !stored {
			stored = true
			if _, err := store(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if sent.Stage != pairing.Completed || got.Stage != pairing.Completed || sent.Completion != got.Completion || sent.Check != got.Check {
		t.Fatalf("the sender shows %+v, the receiver %+v", sent, got)
	}
}

// files are all files of a folder, by their paths, and what is in them.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		all[path] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestThePCLooksAfterItsCertificates changes the password of one, and deletes it.
func TestThePCLooksAfterItsCertificates(t *testing.T) {
	t.Parallel()
	const fresh = "maple-9-Stone"
	d := newDevice(t)
	ctx, kim, p := t.Context(), d.signIn(banktest.Kim), d.pc()
	d.toPC(kim, d.issue(kim, center.BankUse).ID, p, false)
	id, before := p.filed(t)[0].ID, files(t, p.root.Path)
	for name, try := range map[string]func() error{
		"a wrong password":        func() error { return p.ChangePassword(ctx, id, []byte("wrong"), []byte(fresh), "kim") },
		"a password that is weak": func() error { return p.ChangePassword(ctx, id, []byte(password), []byte("short"), "kim") },
		"another certificate":     func() error { return p.ChangePassword(ctx, "none", []byte(password), []byte(fresh), "kim") },
		"deleting another one":    func() error { return p.Delete(ctx, "none") },
	} {
		if err := try(); err == nil || !maps.Equal(files(t, p.root.Path), before) {
			t.Errorf("%s: %v, and the files are other ones", name, err)
		}
	}
	if err := p.ChangePassword(ctx, id, []byte(password), []byte(fresh), "kim"); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Pack(ctx, p.kim, id, []byte(password)); !errors.Is(err, center.ErrKeyPassword) {
		t.Errorf("the old password: %v", err)
	}
	if _, err := p.Pack(ctx, p.kim, id, []byte(fresh)); err != nil {
		t.Errorf("the new password: %v", err)
	}
	if e := p.filed(t)[0].Encryption(); e.Algorithm != npki.SEED1 {
		t.Errorf("it is encrypted by %q now, which other programs may not read", e.Algorithm)
	}
	if err := p.Delete(ctx, id); err != nil {
		t.Fatal(err)
	}
	if left := files(t, p.root.Path); len(left) > 0 {
		t.Errorf("left are %v", slices.Sorted(maps.Keys(left)))
	}
}

// TestWhatWasNotOfferedIsNotKept sends another certificate than the one that was
// offered: the PC keeps nothing, and the phone knows.
func TestWhatWasNotOfferedIsNotKept(t *testing.T) {
	t.Parallel()
	d := newDevice(t)
	ctx, kim, p := t.Context(), d.signIn(banktest.Kim), d.pc()
	d.toPC(kim, d.issue(kim, center.BankUse).ID, p, false)
	set, err := npki.ReadPath(filepath.Join(p.root.Path, filepath.FromSlash(p.filed(t)[0].Folder())))
	if err != nil {
		t.Fatal(err)
	}
	liar := pairing.Setup{
		Relay: center.Relay{Bank: d.bank, Caller: p.kim}, Direction: pairing.PCToPhone, Self: pairing.Party{Device: "a PC", Account: "kim"}, Rand: banktest.NewRand(9),
	}
	out, err := pairing.Send(ctx, liar, pairing.Offer{Owner: "somebody else"}, pairing.Payload{Cert: set.Cert, Key: set.Key})
	if err != nil {
		t.Fatal(err)
	}
	in, err := d.Import(ctx, kim, out.Number())
	if err != nil {
		t.Fatal(err)
	}
	accept(t, out, in)
	before := d.list()
	_, err = d.Take(ctx, in, []byte(password))
	if b, ok := errors.AsType[*pairing.BurntError](err); !ok || b.Reason != pairing.NotStored {
		t.Errorf("a certificate that was not offered: %v", err)
	}
	if after := d.list(); len(after) != len(before) || after[0].ID != before[0].ID {
		t.Errorf("here are %+v", after)
	}
}

// accept steps both sides until the certificate has come.
func accept(t *testing.T, out *pairing.Outgoing, in *pairing.Incoming) {
	t.Helper()
	for range 8 {
		_, _ = out.Step(t.Context()) // how it ends is what a test asks
		if s, err := in.Step(t.Context()); err == nil && s.Stage == pairing.Deciding {
			if _, err := in.Accept(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
	}
	if in.Payload() == nil {
		t.Fatal("nothing came")
	}
}

// TestTheOldCertificateStaysUntilTheNewOneIsWhole imports over an older certificate of
// the same name what is only half of one.
func TestTheOldCertificateStaysUntilTheNewOneIsWhole(t *testing.T) {
	t.Parallel()
	d := newDevice(t)
	ctx, kim, p := t.Context(), d.signIn(banktest.Kim), d.pc()
	issued := d.issue(kim, center.BankUse)
	half := pairing.Setup{
		Relay: center.Relay{Bank: d.bank, Caller: p.kim}, Direction: pairing.PCToPhone, Self: pairing.Party{Device: "a PC", Account: "kim"}, Rand: banktest.NewRand(9),
	}
	out, err := pairing.Send(ctx, half, pairing.Offer{}, pairing.Payload{Cert: issued.X509.Raw[:100], Key: []byte("no key")})
	if err != nil {
		t.Fatal(err)
	}
	in, err := d.Import(ctx, kim, out.Number())
	if err != nil {
		t.Fatal(err)
	}
	accept(t, out, in)
	_, err = d.Take(ctx, in, []byte(password))
	if b, ok := errors.AsType[*pairing.BurntError](err); !ok || b.Reason != pairing.NotStored {
		t.Errorf("half a certificate: %v", err)
	}
	_, err = out.Step(ctx)
	if b, ok := errors.AsType[*pairing.BurntError](err); !ok || b.Reason != pairing.NotStored || b.By != pairing.Receiving {
		t.Errorf("the PC is told %v", err)
	}
	if here := d.list(); len(here) != 1 || here[0].ID != issued.ID {
		t.Errorf("here are %+v", here)
	}
}

func TestAWrongCertificatePasswordExportsNothing(t *testing.T) {
	t.Parallel()
	d := newDevice(t)
	kim := d.signIn(banktest.Kim)
	issued := d.issue(kim, center.BankUse)
	if _, err := d.Export(t.Context(), kim, issued.ID, []byte("Wrong#4837kr")); err == nil {
		t.Error("it shows a number")
	}
}
