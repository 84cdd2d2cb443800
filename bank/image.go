package bank

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime"
	"slices"
)

// Image is a bank as the bytes of its file, of which any number of banks in memory
// are opened: see [OpenImage]. It may be used by several goroutines.
//
// A clone works inside one transaction that is never committed. Undoing it is all that makes the next clone of this one,
// which then finds the pages in memory, the schema read and the statements compiled; and nothing can be left of the one before.
type Image struct {
	content []byte
	spare   chan *handle // of clones that were closed
	rates   rateMemo     // what the image says of rates, for all clones
}

// spares is how many closed clones an image keeps: more are seldom open at a time.
const spares = 16

// NewImage makes a new bank in memory, checks it, and returns it as bytes. The same
// opening, clock and chance give the same bytes. Each watch is told how far it has come.
func NewImage(ctx context.Context, o *Opening, opt Options, watch ...func(Progress)) (*Image, error) {
	if err := opt.check(); err != nil {
		return nil, err
	}
	db, err := connect(ctx, memoryDSN(), 1)
	if err != nil {
		return nil, fault("", "create bank", err)
	}
	defer db.Close() //nolint:errcheck // it was only memory
	if err := build(ctx, db, o, opt, watch); err != nil {
		return nil, fmt.Errorf("create bank: %w", err)
	}
	report, err := verify(ctx, db, opt.Verify, watch)
	if err != nil {
		return nil, fmt.Errorf("create bank: %w", err)
	}
	if report.Difference != "" {
		return nil, fmt.Errorf("create bank: %s", report.Difference)
	}
	content, err := serialize(ctx, db)
	if err != nil {
		return nil, fmt.Errorf("create bank: %w", err)
	}
	return imageOf(content), nil
}

// imageOf is the image of a bank whose file has these bytes. What its clones leave goes when nobody has it any more.
func imageOf(content []byte) *Image {
	i := &Image{content: content, spare: make(chan *handle, spares)}
	runtime.AddCleanup(i, func(spare chan *handle) {
		for len(spare) > 0 {
			_ = (<-spare).Close() // it is memory
		}
	}, i.spare)
	return i
}

// Bytes is the bank as its file would be: a copy, for the caller to change.
func (i *Image) Bytes() []byte { return slices.Clone(i.content) }

// Apart is the image for banks whose memory is never another's: each is made anew,
// and thrown away with everything in it when it is closed.
func (i *Image) Apart() *Image { return &Image{content: i.content} }

// clone is a database with the bytes of the image, in which a transaction was begun.
func (i *Image) clone(ctx context.Context) (*handle, error) {
	select {
	case h := <-i.spare:
		h.idle[0].image = i // nobody else knows the handle yet
		return h, nil
	default:
	}
	db, err := connect(ctx, memoryDSN(), 1)
	if err != nil {
		return nil, err
	}
	if err := deserialize(ctx, db, i.content); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	h := newHandle(db, nil, 1)
	c, err := h.take(ctx)
	if err != nil {
		return nil, errors.Join(err, h.Close())
	}
	defer h.give(c)
	if _, err = c.exec(ctx, beginClone); err != nil {
		return nil, errors.Join(err, h.Close())
	}
	c.words, c.image = &inClone, i
	return h, nil
}

// takeBack keeps the connection of a clone that was closed for the next one, with everything undone. It tells whether it
// does: there may be enough of them, or SQLite may have ended the transaction by itself, after which the database is
// not the image's any more.
func (i *Image) takeBack(db *sql.DB, c *connection) bool {
	for _, text := range []string{rollback, beginClone} {
		if _, err := c.exec(context.Background(), text); err != nil {
			return false
		}
	}
	c.image = nil // which would never go if what it keeps knew of it
	h := newHandle(db, nil, 1)
	h.idle = []*connection{c}
	select {
	case i.spare <- h:
		return true
	default:
		return false
	}
}

// settle makes what a clone did last, so that it can be copied. It is nobody's clone afterwards.
func (c *connection) settle(ctx context.Context) error {
	if c.image == nil {
		return nil
	}
	if _, err := c.exec(ctx, inFile[toWrite].commit); err != nil {
		return err
	}
	c.words, c.image = &inFile, nil
	return nil
}
