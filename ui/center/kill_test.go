//go:build unix

package center_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/certstore"
	"smartbank/certstore/keyring"
	"smartbank/certstore/npki"
	"smartbank/ui/center"
)

// folder is a folder with everything that a phone and a PC share and have, as it is
// before a copy.
type folder struct {
	dir       string
	phone, pc bank.Caller
	onPhone   center.Entry
	secrets   [][]byte // of the certificate's key
}

// newFolder makes one in which the certificate is on the phone, or if asked for only on the PC.
func newFolder(t *testing.T, onPC bool) folder {
	t.Helper()
	ctx := t.Context()
	d := newDevice(t)
	f := folder{dir: t.TempDir()}
	ring, err := keyring.OpenFile(filepath.Join(f.dir, "ring"), []byte(ringPass), keyring.FileOptions{Rand: banktest.NewRand(31), Cost: keyring.TapeCost})
	if err != nil {
		t.Fatal(err)
	}
	d.reopen(ring)
	f.phone = d.signIn(banktest.Kim)
	f.onPhone = d.issue(f.phone, center.BankUse)
	signer, err := d.store.Unlock(ctx, f.onPhone.ID, []byte(password))
	if err != nil {
		t.Fatal(err)
	}
	key := signer.Material().Sign.Key
	for _, n := range append(key.RSA().Primes, key.RSA().D, key.RSA().Precomputed.Dp, key.RSA().Precomputed.Dq, key.RSA().Precomputed.Qinv) {
		f.secrets = append(f.secrets, n.Bytes())
	}
	f.secrets = append(f.secrets, bytes.Clone(key.R()))
	signer.Close()
	p := d.pc()
	f.pc = p.kim
	if onPC {
		d.toPC(f.phone, f.onPhone.ID, p, false)
		if err := os.CopyFS(filepath.Join(f.dir, "NPKI"), os.DirFS(p.root.Path)); err != nil {
			t.Fatal(err)
		}
		if err := d.store.Remove(ctx, f.onPhone.ID); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := d.bank.Backup(ctx, filepath.Join(f.dir, "bank.db")); err != nil {
		t.Fatal(err)
	}
	return f
}

// again is a copy of the folder.
func (f folder) again(t *testing.T) folder {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "d")
	if err := os.CopyFS(dir, os.DirFS(f.dir)); err != nil {
		t.Fatal(err)
	}
	f.dir = dir
	return f
}

// filed is the certificate in the PC's folder: its ID and fingerprint, "" without one. A key that its password does not open is an error.
func (f folder) filed(t *testing.T) (sha string, err error) {
	t.Helper()
	sets, skipped, err := npki.Scan(filepath.Join(f.dir, "NPKI"))
	if err != nil || len(sets) == 0 {
		return "", nil //nolint:nilerr // there is no folder yet
	}
	if len(sets) > 1 || len(skipped) > 0 {
		return "", fmt.Errorf("%d sets and %v", len(sets), skipped)
	}
	key, err := npki.Open(sets[0].Key, []byte(password))
	if err != nil {
		return "", err
	}
	c, err := certstore.ParseCertificate(sets[0].Cert)
	if err == nil && !key.Matches(c.X509) {
		err = certstore.ErrMismatch
	}
	return c.SHA256, err
}

// kept is the certificate in the phone's keyring, in the same way.
func (f folder) kept(t *testing.T) (sha string, err error) {
	t.Helper()
	ring, err := keyring.OpenFile(filepath.Join(f.dir, "ring"), []byte(ringPass), keyring.FileOptions{Rand: banktest.NewRand(32), Cost: keyring.TapeCost})
	if err != nil {
		return "", err
	}
	defer ring.Close()
	store := certstore.New(certstore.Options{Keyring: ring, Now: banktest.NewClock().Now, Rand: banktest.NewRand(33), Cost: certstore.TapeCost})
	all, err := store.List(t.Context())
	if err != nil || len(all) == 0 {
		return "", err
	}
	if len(all) > 1 {
		return "", fmt.Errorf("there are %d", len(all))
	}
	signer, err := store.Unlock(context.WithoutCancel(t.Context()), all[0].ID, []byte(password))
	if err != nil {
		return "", err
	}
	signer.Close()
	return all[0].SHA256, nil
}

// id is the ID of the certificate on the PC.
func (f folder) id(t *testing.T) string {
	t.Helper()
	b, err := bank.Open(t.Context(), filepath.Join(f.dir, "bank.db"), bank.Options{Now: banktest.NewClock().Now, Rand: banktest.NewRand(34), Cost: bank.TapeCost})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	c := center.New(center.Config{Bank: b, CA: center.NewAuthority(b, banktest.NewRand(35), nil)})
	all, err := center.NewDesk(c, func() []npki.Root { return []npki.Root{{Path: filepath.Join(f.dir, "NPKI")}} }).List(t.Context())
	if err != nil || len(all.Filed) != 1 {
		t.Fatalf("%+v, %v", all, err)
	}
	return all.Filed[0].ID
}

// run copies with two processes, of which one may be killed at a point. It returns
// the last that each said, and the processes, which have ended.
func (f folder) run(t *testing.T, toPC bool, killSender, killReceiver int) (sender, receiver *process) {
	t.Helper()
	id := f.onPhone.ID
	if !toPC {
		id = f.id(t)
	}
	from := role{Phone: toPC, Sends: true, ID: id, Caller: f.pc, Dir: f.dir, Kill: killSender}
	to := role{Phone: !toPC, Caller: f.phone, Dir: f.dir, Kill: killReceiver}
	if toPC {
		from.Caller, to.Caller = f.phone, f.pc
	}
	sender = spawn(t, from)
	number, _ := strings.CutPrefix(sender.tell("step"), "number ")
	to.Number = number
	receiver = spawn(t, to)
	for range 8 {
		receiver.tell("step")
		sender.tell("step")
	}
	if sender.dead != receiver.dead { // the other one ends by time
		receiver.tell("late")
		sender.tell("late")
	}
	sender.leave()
	receiver.leave()
	return sender, receiver
}

func (p *process) last() string {
	for _, s := range slices.Backward(p.said) {
		if strings.HasPrefix(s, "stage") || strings.HasPrefix(s, "burnt") || strings.HasPrefix(s, "fault") {
			return s
		}
	}
	return ""
}

var passedPoints = regexp.MustCompile(`points (\d+)`)

// passed is how many points a process passed until its copy was done.
func (p *process) passed() int {
	found := passedPoints.FindStringSubmatch(p.last())
	if found == nil {
		return 0
	}
	n, _ := strconv.Atoi(found[1])
	return n
}

// copied is what a side says at the end of a copy that both know of.
func copied(said, sha string) bool { return strings.HasPrefix(said, "stage 4 "+sha) }

// TestTwoProcesses copies in both directions between two processes that share the
// bank's file and nothing else, and looks for what must not be in it.
func TestTwoProcesses(t *testing.T) {
	t.Parallel()
	for name, toPC := range map[string]bool{"from the phone to the PC": true, "from the PC to the phone": false} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFolder(t, !toPC)
			watching, err := bank.Open(t.Context(), filepath.Join(f.dir, "bank.db"), bank.Options{Now: banktest.NewClock().Now, Rand: banktest.NewRand(36), Cost: bank.TapeCost})
			if err != nil {
				t.Fatal(err)
			}
			sender, receiver := f.run(t, toPC, 0, 0)
			if !copied(sender.last(), f.onPhone.SHA256) || !copied(receiver.last(), f.onPhone.SHA256) {
				t.Fatalf("the sender said %q, the receiver %q\n%s%s", sender.said, receiver.said, sender.errs.String(), receiver.errs.String())
			}
			number, _ := strings.CutPrefix(sender.said[0], "number ")
			f.searched(t, append(f.secrets, []byte(number[4:])), append(append(sender.said[1:], receiver.said...), sender.errs.String(), receiver.errs.String()))
			if err := watching.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

// searched looks for any eight consecutive bytes of secrets in the bank's files, raw
// and in hexadecimal digits, and in what the processes said.
func (f folder) searched(t *testing.T, secrets [][]byte, said []string) {
	t.Helper()
	everything := []byte(strings.Join(said, "\n"))
	looked := 0
	for _, name := range []string{"bank.db", "bank.db-wal", "bank.db-shm"} {
		content, err := os.ReadFile(filepath.Join(f.dir, name))
		if err != nil {
			t.Errorf("%s cannot be searched: %v", name, err)
		}
		looked += len(content)
		everything = append(append(everything, 0), content...)
	}
	if looked < 100_000 {
		t.Errorf("only %d bytes were searched", looked)
	}
	windows := map[string]bool{}
	for _, s := range secrets {
		for i := range len(s) - 7 {
			windows[string(s[i:i+8])] = true
		}
	}
	lower := bytes.ToLower(everything)
	for i := range len(everything) - 7 {
		if windows[string(everything[i:i+8])] {
			t.Fatalf("eight bytes of a secret are at %d", i)
		}
		if i+16 <= len(lower) {
			if raw, err := hex.DecodeString(string(lower[i : i+16])); err == nil && windows[string(raw)] {
				t.Fatalf("eight bytes of a secret are written as digits at %d", i)
			}
		}
	}
}

// TestKilledAtEveryPoint kills either side of a copy at each of its points, and looks
// at both stores: the sender's is as before, the receiver's as before or as after. The other side never says that it is done unless it is.
func TestKilledAtEveryPoint(t *testing.T) {
	t.Parallel()
	for name, toPC := range map[string]bool{"from the phone to the PC": true, "from the PC to the phone": false} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			whole := newFolder(t, !toPC)
			f := whole.again(t)
			sender, receiver := f.run(t, toPC, 0, 0)
			if !copied(receiver.last(), whole.onPhone.SHA256) {
				t.Fatalf("the sender said %q, the receiver %q", sender.said, receiver.said)
			}
			kills, mixed := 0, 0
			for k := 1; k <= sender.passed(); k += stride {
				kills++
				mixed += whole.killed(t, toPC, k, 0)
			}
			for k := 1; k <= receiver.passed(); k += stride {
				kills++
				mixed += whole.killed(t, toPC, 0, k)
			}
			t.Logf("%d points of the sender and %d of the receiver, killed at %d: %d mixed states", sender.passed(), receiver.passed(), kills, mixed)
		})
	}
}

// killed copies once and kills one side. It returns 1 if a store is neither as before nor
// as after.
func (f folder) killed(t *testing.T, toPC bool, killSender, killReceiver int) (mixed int) {
	t.Helper()
	want := f.onPhone.SHA256
	f = f.again(t)
	sender, receiver := f.run(t, toPC, killSender, killReceiver)
	where := fmt.Sprintf("killed at %d and %d: the sender said %q, the receiver %q", killSender, killReceiver, sender.said, receiver.said)
	if !sender.dead && !receiver.dead {
		t.Errorf("nobody died: %s", where)
	}
	phone, err := f.kept(t)
	pc, pcErr := f.filed(t)
	if err != nil || pcErr != nil {
		t.Errorf("%s\nthe stores are mixed: %v, %v", where, err, pcErr)
		return 1
	}
	from, to := phone, pc
	if !toPC {
		from, to = pc, phone
	}
	if from != want || to != "" && to != want {
		t.Errorf("%s\nthe sender has %q, the receiver %q", where, from, to)
		return 1
	}
	if copied(sender.last(), want) && to != want {
		t.Errorf("%s\nthe sender says that it is done, and it is not", where)
	}
	if survivor := sender; !survivor.dead && !copied(survivor.last(), want) && !strings.HasPrefix(survivor.last(), "burnt") {
		t.Errorf("%s\nthe sender does not end", where)
	}
	return 0
}
