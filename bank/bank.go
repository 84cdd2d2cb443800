package bank

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// Signer names the certificate behind a signature. Issuer is its distinguished
// name, Serial its serial number in hexadecimal, SHA256 its fingerprint.
type Signer struct{ Issuer, Serial, SHA256 string }

// PasswordCost is the cost of a new argon2id hash (RFC 9106): passes over
// Memory KiB with Threads lanes. It is kept beside each hash, so that changing
// it leaves old passwords usable.
type PasswordCost struct {
	Passes  uint32
	Memory  uint32 // KiB
	Threads uint8
}

// The costs in use: ProgramCost in the terminal, TapeCost in tapes and tests.
var (
	ProgramCost = PasswordCost{Passes: 3, Memory: 64 * 1024, Threads: 4}
	TapeCost    = PasswordCost{Passes: 1, Memory: 64, Threads: 1}
)

// Options are what a bank takes from outside. Now and Rand are required.
type Options struct {
	Now  func() time.Time
	Rand io.Reader
	Cost PasswordCost // of new hashes; zero means ProgramCost

	// Verify checks a signed order: it returns who signed payload, or a
	// *RefusedError. Orders have to be signed: nil refuses them all, signed or not.
	Verify VerifySignature

	Fault Fault // a failure on purpose; "" is none
}

// Bank is an open bank. Its methods may be called from several goroutines.
type Bank struct {
	opt   Options
	path  string    // "" in memory
	at    *location // nil in memory
	image *Image    // that it is a clone of, in memory
	id    string
	pin   []byte // the key of four-digit passwords
	demo  bool

	files    sync.RWMutex // held for reading while a transaction of r begins, for writing while w and r are opened again
	w, r     *handle      // one writer; a pool of readers, the same handle in memory
	opened   int64        // how often they were opened again
	memo     issuedMemo
	reviewed reviewed
	rates    rateMemo
	imported atomic.Bool // a file of rates may have come since it was opened
	broken   bool        // they have to be; known to the writer alone

	checking chan struct{} // takes as many as may check signatures at once
	orders   chan *order   // wait for the writer
	written  chan struct{} // closed when the writer has stopped
	closing  sync.RWMutex  // held for reading while an order is handed over
	closed   bool
}

// readers is how many connections read beside the writer.
const readers = 4

// Open opens the bank in the file at path, and migrates it if it is of an older
// version, of which it keeps a copy beside the file. It returns a *FileError if there is no such file, or it is no bank of
// ours, or its books are a day ahead of Options.Now; such a file is left as it was.
func Open(ctx context.Context, path string, opt Options) (*Bank, error) {
	if err := opt.check(); err != nil {
		return nil, err
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open bank: %w", err)
	}
	at, err := locate(path)
	if err != nil {
		return nil, err
	}
	version, err := judge(ctx, path, os.O_RDWR)
	if err != nil {
		return nil, err
	}
	w, err := later(writerDSN(path), 1)
	if err != nil {
		return nil, fault(path, "open", err)
	}
	if version < latestVersion() {
		if err := upgrade(ctx, path, w, migrations(), opt.Now()); err != nil {
			return nil, errors.Join(fault(path, "migrate", err), w.Close())
		}
	}
	r, err := later(readerDSN(path), readers)
	if err != nil {
		return nil, errors.Join(fault(path, "open", err), w.Close())
	}
	return (&Bank{opt: opt, path: path, at: at, w: newHandle(w, at, 1), r: newHandle(r, at, readers)}).start(ctx)
}

// OpenImage opens a bank in memory, a clone of image: what is done in one is not in
// another. It reads and writes through one connection.
func OpenImage(ctx context.Context, image *Image, opt Options) (*Bank, error) {
	if err := opt.check(); err != nil {
		return nil, err
	}
	both, err := image.clone(ctx)
	if err != nil {
		return nil, fault("", "open", err)
	}
	return (&Bank{opt: opt, image: image, w: both, r: both}).start(ctx)
}

// start reads what the bank knows about itself, and starts its writer. If it
// cannot, the bank is closed.
func (b *Bank) start(ctx context.Context) (*Bank, error) {
	sealed, err := b.learn(ctx)
	if err == nil && b.path == "" {
		err = b.read(ctx, func(ctx context.Context, t *tx) error { return t.remember(ctx) })
	}
	if err != nil {
		return nil, errors.Join(err, b.closeFiles())
	}
	b.checking = make(chan struct{}, max(1, runtime.GOMAXPROCS(0)-1))
	b.orders, b.written = make(chan *order, maxBatch), make(chan struct{})
	go b.write() // orders are carried out whatever becomes of who opened the bank
	if !sealed {
		if err := b.inTx(ctx, func(context.Context, *tx) error { return nil }); err != nil {
			return nil, errors.Join(err, b.Close())
		}
	}
	return b, nil
}

// learn reads what the bank knows about itself, and reports whether all of it is sealed: what a version of this program
// without seals has left is not. A bank of this version has nothing of that kind. It refuses books that are ahead of the clock.
func (b *Bank) learn(ctx context.Context) (sealed bool, err error) {
	err = b.look(ctx, func(began *work) error {
		if err := b.readSettings(ctx, began); err != nil {
			return fmt.Errorf("read settings: %w", err)
		}
		if err := b.checkClock(ctx, began); err != nil {
			return err
		}
		newest, now, err := newestSeal(ctx, began, b.id)
		sealed = newest.last == now
		return err
	})
	if err != nil {
		return false, fault(b.path, "open", err)
	}
	return sealed, nil
}

func (b *Bank) readSettings(ctx context.Context, began *work) error {
	rows, err := began.QueryContext(ctx, query("settings"))
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // the error of reading is rows.Err
	for rows.Next() {
		var name string
		var value []byte
		if err := rows.Scan(&name, &value); err != nil {
			return err
		}
		switch name {
		case settingID:
			b.id = string(value)
		case settingPINKey:
			b.pin = value
		case settingDemonstration:
			b.demo = string(value) == "1"
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	if b.id == "" || len(b.pin) != pinKeyLength {
		return errors.New("the settings are incomplete")
	}
	return nil
}

// Close waits for the transaction that is running and closes the file. Closing
// again is no error.
func (b *Bank) Close() error {
	b.closing.Lock()
	if b.closed {
		b.closing.Unlock()
		return nil
	}
	b.closed = true
	close(b.orders)
	b.closing.Unlock()
	<-b.written
	return b.closeFiles()
}

// closeFiles closes the readers first: the last connection to close, of all processes, writes what the log holds into the
// file, and removes the log. That is the writer's, where there is one.
func (b *Bank) closeFiles() error {
	var err error
	if b.r != b.w {
		err = b.r.Close()
	}
	clear(b.pin)
	return errors.Join(err, b.w.Close())
}

// ID names this bank's file for ever: a UUID made when it was.
func (b *Bank) ID() string { return b.id }

// Demonstration reports whether the bank was made with invented customers, whose
// credentials may be shown.
func (b *Bank) Demonstration() bool { return b.demo }

// Now is the bank's time.
func (b *Bank) Now() time.Time { return b.opt.Now() }

func (o Options) check() error {
	if o.Now == nil || o.Rand == nil {
		return errors.New("a bank needs Options.Now and Options.Rand")
	}
	return nil
}
