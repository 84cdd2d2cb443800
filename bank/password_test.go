package bank_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

func TestPasswordsAreKnownByTheirHashes(t *testing.T) {
	t.Parallel()
	phc, err := bank.HashPassword([]byte("demo-2026!"), bank.TapeCost, banktest.NewRand(1))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(phc, "$argon2id$v=19$m=64,t=1,p=1$") {
		t.Errorf("hash %q", phc)
	}
	for password, want := range map[string]bool{"demo-2026!": true, "demo-2026": false, "Demo-2026!": false, "": false} {
		if got, err := bank.CheckPassword(phc, []byte(password)); err != nil || got != want {
			t.Errorf("%q: %v, %v", password, got, err)
		}
	}
	again, err := bank.HashPassword([]byte("demo-2026!"), bank.TapeCost, banktest.NewRand(2))
	if err != nil || again == phc {
		t.Errorf("the salt is the same twice (%v)", err)
	}
}

// The vector was made with the reference implementation (phc-winner-argon2, test.c): password "password", salt "somesalt", version 19,
// 2 passes over 2^8 KiB with one lane.
func TestHashesOfTheReferenceImplementationAreKnown(t *testing.T) {
	t.Parallel()
	const phc = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
	if ok, err := bank.CheckPassword(phc, []byte("password")); err != nil || !ok {
		t.Errorf("%v, %v", ok, err)
	}
}

func TestCostOfThePrograms(t *testing.T) {
	t.Parallel()
	if bank.ProgramCost != (bank.PasswordCost{Passes: 3, Memory: 64 * 1024, Threads: 4}) {
		t.Errorf("passwords are hashed at %+v", bank.ProgramCost)
	}
	phc, err := bank.HashPassword(nil, bank.PasswordCost{}, banktest.NewRand(1))
	if err != nil || !strings.Contains(phc, "m=65536,t=3,p=4") {
		t.Errorf("without a cost: %q, %v", phc, err)
	}
}

func TestWhatIsNoHashIsAnError(t *testing.T) {
	t.Parallel()
	const salt, sum = "c29tZXNhbHQ", "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
	for _, phc := range []string{
		"", "demo-2026!", "$2b$10$abcdefghijklmnopqrstuv",
		"$argon2i$v=19$m=256,t=2,p=1$" + salt + "$" + sum,
		"$argon2id$v=16$m=256,t=2,p=1$" + salt + "$" + sum,
		"$argon2id$v=19$m=256,t=0,p=1$" + salt + "$" + sum,
		"$argon2id$v=19$m=256,t=2,p=0$" + salt + "$" + sum,
		"$argon2id$v=19$m=4194304,t=2,p=1$" + salt + "$" + sum, // 4 GiB
		"$argon2id$v=19$m=256,t=2000,p=1$" + salt + "$" + sum,
		"$argon2id$v=19$m=256,t=2,p=1x$" + salt + "$" + sum,
		"$argon2id$v=19$m=0256,t=2,p=1$" + salt + "$" + sum,
		"$argon2id$v=19$m=256,t=2,p=1$c29t$" + sum,
		"$argon2id$v=19$m=256,t=2,p=1$" + salt + "$",
		"$argon2id$v=19$m=256,t=2,p=1$" + salt + "$" + sum + "=",
		"$argon2id$v=19$m=256,t=2,p=1$" + salt + "$" + sum + "$",
	} {
		if ok, err := bank.CheckPassword(phc, []byte("password")); err == nil || ok {
			t.Errorf("%q is a hash: %v", phc, ok)
		}
	}
	if _, err := bank.HashPassword([]byte("x"), bank.TapeCost, bytes.NewReader(nil)); !errors.Is(err, io.EOF) {
		t.Errorf("without chance: %v", err)
	}
}

func FuzzPasswordHash(f *testing.F) {
	f.Add("$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4")
	f.Add("$argon2id$v=19$m=65536,t=3,p=4$$")
	f.Add("$$$$$")
	f.Fuzz(func(t *testing.T, phc string) {
		cost, salt, sum, err := bank.ParsePHC(phc)
		if err != nil {
			return
		}
		if cost.Memory > 1<<20 || cost.Passes > 64 || cost.Threads > 64 || len(salt) < 8 || len(sum) != 32 {
			t.Errorf("%q costs %+v, salt %d, hash %d", phc, cost, len(salt), len(sum))
		}
	})
}

func TestFourDigitPasswordsAreKeptUnderTheBanksKey(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	mac := w.PINMAC(banktest.KimMain, []byte(banktest.PIN))
	if len(mac) != 32 {
		t.Errorf("%d bytes", len(mac))
	}
	for name, other := range map[string][]byte{
		"another password": w.PINMAC(banktest.KimMain, []byte("7392")),
		"another account":  w.PINMAC(banktest.LeeMain, []byte(banktest.PIN)),
	} {
		if bytes.Equal(mac, other) {
			t.Errorf("%s has the same mark", name)
		}
	}
	err := w.Read(t.Context(), func(ctx context.Context, tx bank.Tx) error {
		var kept []byte
		if err := tx.QueryRowContext(ctx, "SELECT pin_mac FROM account WHERE number = $1", string(banktest.KimMain)).Scan(&kept); err != nil {
			return err
		}
		if !bytes.Equal(kept, mac) {
			t.Error("the account keeps another one")
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
