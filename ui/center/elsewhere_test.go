package center_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/certstore/ca"
	"smartbank/certstore/fixedkeys"
	"smartbank/certstore/npki"
	"smartbank/ui/center"
)

// foreign are certificates of two customers.
var foreign = []center.Foreign{
	{Owner: "김민수", Identity: banktest.KimIdentity, Of: ca.KICA, Use: center.Universal, Days: 100, Key: fixedkeys.Key(9)},
	{Owner: "이서연", Identity: banktest.LeeIdentity, Of: ca.CrossCert, Use: center.BankUse, Days: 130, Key: fixedkeys.Key(10)},
}

// TestADemonstrationsPCBeginsWithCertificatesOfOthers takes one from the folder, puts it
// on the device, and registers it.
func TestADemonstrationsPCBeginsWithCertificatesOfOthers(t *testing.T) {
	t.Parallel()
	d, folder := newDevice(t), filepath.Join(t.TempDir(), "NPKI")
	ctx := t.Context()
	desk := center.NewDesk(center.New(center.Config{Bank: d.bank, CA: d.ca, Rand: banktest.NewRand(5)}), func() []npki.Root { return []npki.Root{{Path: folder}} })
	if err := desk.Furnish(ctx, folder, password, foreign); err != nil {
		t.Fatal(err)
	}
	found, err := desk.List(ctx)
	if err != nil || len(found.Filed) != 2 || found.Skipped > 0 {
		t.Fatalf("found %+v, %v", found, err)
	}
	for i, f := range found.Filed {
		if f.Subject.Owner() != foreign[i].Owner || f.Ours || f.State != center.Unregistered || f.Use != foreign[i].Use {
			t.Errorf("certificate %d is %+v", i, f)
		}
	}
	if beside, err := os.ReadDir(filepath.Dir(folder)); err != nil || len(beside) != 1 {
		t.Errorf("beside the folder are %v, %v", beside, err)
	}
	if err := desk.Delete(ctx, found.Filed[1].ID); err != nil {
		t.Fatal(err)
	}
	if err := desk.Furnish(ctx, folder, password, foreign); err != nil {
		t.Fatal(err)
	}
	if found, err = desk.List(ctx); err != nil || len(found.Filed) != 1 {
		t.Errorf("what was deleted came back: %+v, %v", found, err)
	}

	here := d.take(t, folder)
	c := d.signIn(banktest.Kim)
	if registered, err := d.register(c, here.ID, banktest.KimIdentity); err != nil || registered.State != center.Valid {
		t.Errorf("registered %+v, %v", registered, err)
	}
}

// take puts the first certificate of a folder on the device.
func (d *device) take(t *testing.T, folder string) center.Entry {
	t.Helper()
	sets, _, err := npki.Scan(folder)
	if err != nil {
		t.Fatal(err)
	}
	key, err := npki.Open(sets[0].Key, []byte(password))
	if err != nil {
		t.Fatal(err)
	}
	defer key.Wipe()
	if _, err := d.store.Put(t.Context(), pair(sets[0].Cert, key), []byte(password)); err != nil {
		t.Fatal(err)
	}
	return d.list()[0]
}

func TestOnlyADemonstrationIsFurnished(t *testing.T) {
	t.Parallel()
	o := opening()
	o.Demonstration = false
	b, err := bank.OpenImage(t.Context(), imageOf(t, o), optionsOf(banktest.NewClock(), nil))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	folder := filepath.Join(t.TempDir(), "NPKI")
	desk := center.NewDesk(center.New(center.Config{Bank: b, CA: center.NewAuthority(b, banktest.NewRand(2), nil), Rand: banktest.NewRand(5)}), nil)
	if err := desk.Furnish(t.Context(), folder, password, foreign); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(folder); !os.IsNotExist(err) {
		t.Errorf("the folder is there: %v", err)
	}
}

// TestNothingIsFurnishedByHalves has the second certificate fail.
func TestNothingIsFurnishedByHalves(t *testing.T) {
	t.Parallel()
	d, folder := newDevice(t), filepath.Join(t.TempDir(), "NPKI")
	desk := center.NewDesk(center.New(center.Config{Bank: d.bank, CA: d.ca, Rand: banktest.NewRand(5)}), nil)
	broken := append([]center.Foreign{}, foreign...)
	broken[1].Of = ca.Yessign + "?"
	if err := desk.Furnish(t.Context(), folder, password, broken); err == nil {
		t.Error("an institute that is none issued a certificate")
	}
	if left, err := fs.Glob(os.DirFS(filepath.Dir(folder)), "*"); err != nil || len(left) > 0 {
		t.Errorf("left are %q, %v", left, err)
	}
}
