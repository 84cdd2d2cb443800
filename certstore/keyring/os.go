package keyring

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"runtime"
	"time"

	system "github.com/zalando/go-keyring"
)

// Limit is how long one call of the operating system's keyring may take.
const Limit = 3 * time.Second

// OS is the operating system's keyring: the Credential Manager of Windows, the
// keychain of macOS, the Secret Service (GNOME Keyring, KWallet, KeePassXC) elsewhere. Every program of the same user can
// read it: it protects at rest, not from what runs already. The values pass through strings of the library below, which
// cannot be wiped.
//
// Its calls are made one at a time in the whole process, each within [Limit]. One that does not come back is left behind;
// while a write is behind, no other write is begun, so that a late one never overwrites what was written after it.
type OS struct {
	service string
	back    backend
	queue   *queue
	plain   bool // the system keeps bytes; where not, it keeps text
	reread  bool // the system does not tell whether it kept a value
}

// backend is what go-keyring does. It knows no contexts and no time limits, and its errors are text.
type backend interface {
	Get(service, name string) (string, error)
	Set(service, name, value string) error
	Delete(service, name string) error
}

// zalando is go-keyring.
type zalando struct{}

func (zalando) Get(service, name string) (string, error) { return system.Get(service, name) }
func (zalando) Set(service, name, value string) error    { return system.Set(service, name, value) }
func (zalando) Delete(service, name string) error        { return system.Delete(service, name) }

// osQueue is the one queue of the process: the library below shares a connection.
var osQueue = newQueue()

// NewOS returns the operating system's keyring for the items of one service. The system shows the service and the names of items to whoever
// looks: neither may tell whose they are.
func NewOS(service string) *OS {
	// The library sends text/plain to the Secret Service, and KeePassXC keeps that as text: bytes have to be text there. Windows
	// takes 2,560 bytes, for which base64 would be too long, and the library itself encodes for macOS, whose security(1) does not tell in
	// interactive mode that it failed.
	return &OS{
		service: service, back: zalando{}, queue: osQueue,
		plain: runtime.GOOS == "windows" || runtime.GOOS == "darwin", reread: runtime.GOOS == "darwin",
	}
}

// Get returns the value of a name, or ErrNotFound. Any other error is an *UnavailableError, or the context's.
func (o *OS) Get(ctx context.Context, name string) ([]byte, error) {
	if err := checkName(WhereOS, name); err != nil {
		return nil, err
	}
	var value string
	err := o.queue.read(ctx, func() error {
		found, err := o.back.Get(o.service, name)
		value = found
		return err
	})
	if err != nil {
		return nil, o.explain(err)
	}
	if o.plain {
		return []byte(value), nil
	}
	raw, err := base64.RawStdEncoding.DecodeString(value)
	if err != nil {
		return nil, &UnavailableError{Damaged, WhereOS, err}
	}
	return raw, nil
}

// Set keeps a value of at most MaxValue bytes. An error may mean that it is not known whether the value was kept: after TimedOut
// and after the context's it may still be.
func (o *OS) Set(ctx context.Context, name string, value []byte) error {
	if err := checkItem(WhereOS, name, value); err != nil {
		return err
	}
	text := string(value)
	if !o.plain {
		text = base64.RawStdEncoding.EncodeToString(value)
	}
	return o.explain(o.queue.write(ctx, func() error {
		if err := o.back.Set(o.service, name, text); err != nil || !o.reread {
			return err
		}
		if kept, err := o.back.Get(o.service, name); err != nil || kept != text {
			return fmt.Errorf("%w: %v", errNotKept, err) //nolint:errorlint // that it is not found says here that it was not kept
		}
		return nil
	}))
}

// Delete forgets a value; one that is not there is no error.
func (o *OS) Delete(ctx context.Context, name string) error {
	if err := checkName(WhereOS, name); err != nil {
		return err
	}
	err := o.queue.write(ctx, func() error { return o.back.Delete(o.service, name) })
	if errors.Is(err, system.ErrNotFound) {
		return nil
	}
	return o.explain(err)
}

var errNotKept = errors.New("the keychain did not keep the value")

// explain gives an error of the system its type.
func (o *OS) explain(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, system.ErrNotFound):
		return ErrNotFound
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	}
	return &UnavailableError{reasonOf(err), WhereOS, err}
}
