package bank

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
)

// chain reads seals and what they cover side by side.
type chain struct {
	tables [len(marks{})]*following
	before sealRow // the last that holds
}

// following reads one sealed table from a mark on, one row ahead.
type following struct {
	*sql.Rows

	values, into []any
	more         bool
}

// advance reads the next row.
func (f *following) advance() error {
	if f.more = f.Next(); !f.more {
		return f.Err()
	}
	return f.Scan(f.into...)
}

// number is that of the row which was read; of what is no number, one that is below
// all others.
func (f *following) number() int64 {
	n, ok := f.values[0].(int64)
	if !ok {
		return -1
	}
	return n
}

// verifyChain computes all seals again from the one numbered from on, which is
// believed to follow its predecessor, and returns the first difference. done is told how many legs were read.
func verifyChain(ctx context.Context, began *work, bankID string, from int64, done func(legs int64)) (difference string, head sealRow, err error) {
	c := chain{before: sealRow{hash: firstPrev(bankID)}}
	if from > 1 {
		if c.before, err = readSeal(ctx, began, from-1); err != nil {
			return "", sealRow{}, err
		}
	}
	for n, statement := range sealedTables {
		f, err := follow(ctx, began, statement, c.before.last[n])
		if err != nil {
			return "", sealRow{}, err
		}
		defer f.Close() //nolint:errcheck // it only reads
		c.tables[n] = f
	}
	rows, err := began.QueryContext(ctx, query("seal_list"), c.before.id+1)
	if err != nil {
		return "", sealRow{}, err
	}
	defer rows.Close() //nolint:errcheck // the error of reading is rows.Err
	for rows.Next() {
		if difference, err = c.next(rows); err != nil || difference != "" {
			return difference, sealRow{}, err
		}
		done(c.before.last[0])
	}
	return c.unsealed(), c.before, rows.Err()
}

// unsealed names a row that no seal covers.
func (c *chain) unsealed() (difference string) {
	for n, f := range c.tables {
		if f.more {
			return fmt.Sprintf("%s %d is not sealed", sealedNames[n], f.number())
		}
	}
	return ""
}

// sealedNames are what the tables' rows are called, in the order of marks.
var sealedNames = [len(marks{})]string{"leg", "step", "refusal", "limit", "act"}

func follow(ctx context.Context, began *work, statement string, after int64) (*following, error) {
	rows, err := began.QueryContext(ctx, query(statement), after, int64(1)<<62)
	if err != nil {
		return nil, err
	}
	f := &following{Rows: rows}
	if f.values, f.into, err = columns(rows); err == nil {
		err = f.advance()
	}
	if err != nil {
		_ = rows.Close() //nolint:sqlclosecheck // otherwise its reader does
		return nil, err
	}
	return f, nil
}

func readSeal(ctx context.Context, began *work, id int64) (sealRow, error) {
	rows, err := began.QueryContext(ctx, query("seal_list"), id)
	if err != nil {
		return sealRow{}, err
	}
	defer rows.Close() //nolint:errcheck // it only reads
	if !rows.Next() {
		return sealRow{}, fmt.Errorf("read seal %d: %w", id, sql.ErrNoRows)
	}
	return scanSeal(rows)
}

func scanSeal(rows *sql.Rows) (s sealRow, err error) {
	var prev, sum []byte
	if err := rows.Scan(&s.id, &s.at, &s.last[0], &s.last[1], &s.last[2], &s.last[3], &s.last[4], &prev, &sum); err != nil {
		return sealRow{}, err
	}
	copy(s.prev[:], prev)
	copy(s.hash[:], sum)
	return s, nil
}

// next computes the seal that rows are at.
func (c *chain) next(rows *sql.Rows) (difference string, err error) {
	s, err := scanSeal(rows)
	if err != nil {
		return "", err
	}
	if s.id != c.before.id+1 || !bytes.Equal(s.prev[:], c.before.hash[:]) {
		return fmt.Sprintf("seal %d does not follow the one before", s.id), nil
	}
	h := newSealing(s)
	for n, f := range c.tables[:s.tables()] {
		h.table(n)
		for f.more && f.number() <= s.last[n] {
			h.row(f.values...)
			if err := f.advance(); err != nil {
				return "", err
			}
		}
	}
	if h.sum() != s.hash {
		return fmt.Sprintf("seal %d: legs %d to %d, or what belongs to them, are not what was sealed", s.id, c.before.last[0]+1, s.last[0]), nil
	}
	c.before = s
	return "", nil
}
