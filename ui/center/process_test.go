//go:build unix

package center_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/certstore"
	"smartbank/certstore/keyring"
	"smartbank/certstore/npki"
	"smartbank/certstore/pairing"
	"smartbank/ui/center"
)

// role is one device of a copy, which runs as a process of its own over the folder
// that both share.
type role struct {
	Phone  bool // else the PC
	Sends  bool // else it receives
	Number string
	ID     string // of the certificate that it sends
	Caller bank.Caller
	Dir    string
	Kill   int // the point at which it kills itself; 0 for none
}

// roleVariable is the environment variable with a child's role.
const roleVariable = "SMARTBANK_TEST_ROLE"

// ringPass is the passphrase of the phone's keyring file.
const ringPass = "a passphrase for tests"

// points counts what a process does that others can see, and kills it at one of them
// as kill -9 does: between any two readings of the clock by the bank, which each of its transactions takes, and around every write of a
// keyring.
type points struct{ passed, kill int }

func (p *points) pass() {
	if p.passed++; p.passed == p.kill {
		_ = syscall.Kill(os.Getpid(), syscall.SIGKILL) // it does not return
		select {}
	}
}

// countedRing is a keyring with points around its calls.
type countedRing struct {
	keyring.Keyring
	*points
}

func (r countedRing) Set(ctx context.Context, name string, value []byte) error {
	r.pass()
	defer r.pass()
	return r.Keyring.Set(ctx, name, value)
}

func (r countedRing) Delete(ctx context.Context, name string) error {
	r.pass()
	defer r.pass()
	return r.Keyring.Delete(ctx, name)
}

// child is a device's process: it takes a step for each line it is given.
type child struct {
	role

	bank  *bank.Bank
	phone *center.Center
	desk  *center.Desk
	root  npki.Root
	clock *banktest.Clock
	*points
	out *pairing.Outgoing
	in  *pairing.Incoming
}

// TestDeviceProcess is not a test: it is what a child process of the tests below runs.
func TestDeviceProcess(t *testing.T) { //nolint:paralleltest // it is all of its process
	text := os.Getenv(roleVariable)
	if text == "" {
		return
	}
	c := &child{clock: banktest.NewClock()}
	if err := json.Unmarshal([]byte(text), &c.role); err != nil {
		t.Fatal(err)
	}
	c.points = &points{kill: c.Kill}
	if err := c.open(t.Context()); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		if lines.Text() == "late" {
			c.clock.Advance(4 * time.Minute)
		}
		fmt.Fprintln(os.Stdout, "> "+c.step(t.Context()))
	}
	if err := c.bank.Close(); err != nil {
		t.Error(err)
	}
}

// open opens what the device has.
func (c *child) open(ctx context.Context) (err error) {
	seed := byte(21)
	if c.Phone {
		seed = 22
	}
	now := func() time.Time { c.pass(); return c.clock.Now() }
	if c.bank, err = bank.Open(ctx, filepath.Join(c.Dir, "bank.db"), bank.Options{Now: now, Rand: banktest.NewRand(seed), Cost: bank.TapeCost}); err != nil {
		return err
	}
	config := center.Config{Bank: c.bank, CA: center.NewAuthority(c.bank, banktest.NewRand(seed+2), nil), Rand: banktest.NewRand(seed + 4)}
	if c.Phone {
		ring, err := keyring.OpenFile(filepath.Join(c.Dir, "ring"), []byte(ringPass), keyring.FileOptions{Rand: banktest.NewRand(seed + 6), Cost: keyring.TapeCost})
		if err != nil {
			return err
		}
		config.Store = certstore.New(certstore.Options{Keyring: countedRing{ring, c.points}, Now: c.clock.Now, Rand: banktest.NewRand(seed + 8), Cost: certstore.TapeCost})
		c.phone = center.New(config)
		return nil
	}
	c.root = npki.Root{Path: filepath.Join(c.Dir, "NPKI")}
	c.desk = center.NewDesk(center.New(config), func() []npki.Root { return []npki.Root{c.root} })
	return nil
}

// step goes on, and says where the copy is: a number, a stage, or how it ended.
func (c *child) step(ctx context.Context) string {
	var status pairing.Status
	var err error
	switch {
	case c.Sends && c.out == nil:
		if c.out, err = c.send(ctx); err == nil {
			return "number " + string(c.out.Number())
		}
	case c.Sends:
		status, err = c.out.Step(ctx)
	case c.in == nil:
		c.in, err = c.receive(ctx)
	default:
		status, err = c.get(ctx)
	}
	if b, ok := errors.AsType[*pairing.BurntError](err); ok {
		return "burnt " + string(b.Reason)
	}
	if err != nil {
		return "fault " + err.Error()
	}
	return fmt.Sprintf("stage %d %s points %d", status.Stage, status.Completion.SHA256, c.passed)
}

func (c *child) send(ctx context.Context) (*pairing.Outgoing, error) {
	pack := c.desk.Pack
	if c.Phone {
		pack = c.phone.Export
	}
	parcel, err := pack(ctx, c.Caller, c.ID, []byte(password))
	if err != nil {
		return nil, err
	}
	return parcel.Send(ctx, nil)
}

func (c *child) receive(ctx context.Context) (*pairing.Incoming, error) {
	if c.Phone {
		return c.phone.Import(ctx, c.Caller, []byte(c.Number))
	}
	return c.desk.Receive(ctx, c.Caller, []byte(c.Number))
}

// get is a step of the receiver, who accepts and stores.
func (c *child) get(ctx context.Context) (pairing.Status, error) {
	status, err := c.in.Step(ctx)
	if err == nil && status.Stage == pairing.Deciding {
		status, err = c.in.Accept(ctx)
	}
	if err != nil || c.in.Payload() == nil || !status.Completion.At.IsZero() {
		return status, err
	}
	c.pass()
	defer c.pass()
	if c.Phone {
		return c.phone.Take(ctx, c.in, []byte(password))
	}
	return c.desk.Keep(ctx, c.in, c.root)
}

// process is a child as its parent sees it.
type process struct {
	cmd  *exec.Cmd
	in   io.WriteCloser
	out  *bufio.Scanner
	said []string
	errs bytes.Buffer
	dead bool
}

func spawn(t *testing.T, r role) *process {
	t.Helper()
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	p := &process{cmd: exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestDeviceProcess$")}
	p.cmd.Env = append(os.Environ(), roleVariable+"="+string(text))
	p.cmd.Stderr = &p.errs
	if p.in, err = p.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	p.out = bufio.NewScanner(out)
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return p
}

// tell has the process take a step, and returns what it says: "" once it is dead.
func (p *process) tell(word string) string {
	if p.dead {
		return ""
	}
	if _, err := io.WriteString(p.in, word+"\n"); err == nil {
		for p.out.Scan() {
			if said, ok := strings.CutPrefix(p.out.Text(), "> "); ok {
				p.said = append(p.said, said)
				return said
			}
		}
	}
	p.dead = true
	return ""
}

// leave lets the process end.
func (p *process) leave() {
	p.in.Close()
	for p.out.Scan() {
		p.said = append(p.said, p.out.Text())
	}
	_ = p.cmd.Wait() // it may have been killed
}
