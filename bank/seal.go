package bank

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash"
)

// sealAtOnce is how many legs one seal covers at most, and of an opening how many it
// does. Whoever checks the newest seals reads that many.
const sealAtOnce = 1000

// marks are the last rows of the tables that seals cover: legs, events, refusals,
// limits, acts. A seal covers what follows the marks of the one before, up to its own.
type marks [5]int64

// sealedTables are the statements that read those tables, in the order of marks.
// Their first column is the row's number.
var sealedTables = [len(marks{})]string{"sealed_leg", "sealed_event", "sealed_refusal", "sealed_limit", "sealed_act"}

// tablesBeforeActs is how many of them there were before version 4. A seal of a bank
// in which there is no act yet is made as it was then.
const tablesBeforeActs = 4

// sealRow is a row of the table seal.
type sealRow struct {
	id, at     int64
	last       marks
	prev, hash [sha256.Size]byte
}

// firstPrev is what stands before the first seal of a bank: seals of one bank are
// not those of another.
func firstPrev(bankID string) [sha256.Size]byte {
	return sha256.Sum256([]byte("smartbank seals of " + bankID))
}

// sealing computes the hash of one seal. Rows are added table by table, in the
// order of marks.
type sealing struct {
	hash.Hash

	line []byte
}

// newSealing begins with the seal itself.
func newSealing(s sealRow) *sealing {
	h := &sealing{Hash: sha256.New()}
	values := []any{s.prev[:], s.id, s.at}
	for _, last := range s.last[:s.tables()] {
		values = append(values, last)
	}
	h.row(values...)
	return h
}

// tables is how many tables are in the seal's hash.
func (s sealRow) tables() int {
	if s.last[tablesBeforeActs] == 0 {
		return tablesBeforeActs
	}
	return len(s.last)
}

// stored are the columns of the table seal.
func (s sealRow) stored() []any {
	return []any{s.id, s.at, s.last[0], s.last[1], s.last[2], s.last[3], s.last[4], bytes.Clone(s.prev[:]), bytes.Clone(s.hash[:])}
}

// table says whose rows come next.
func (h *sealing) table(n int) { h.row(int64(n)) }

// row adds a row: how many values, and each with its kind and length, so that no
// two different rows look the same.
func (h *sealing) row(values ...any) {
	h.line = binary.BigEndian.AppendUint32(h.line[:0], uint32(len(values))) //nolint:gosec // few
	for _, v := range values {
		switch v := v.(type) {
		case nil:
			h.line = append(h.line, 0)
		case int:
			h.number(int64(v))
		case int64:
			h.number(v)
		case string:
			h.line = append(binary.BigEndian.AppendUint32(append(h.line, 2), uint32(len(v))), v...) //nolint:gosec // SQLite holds less than 1 GB
		case []byte:
			h.line = append(binary.BigEndian.AppendUint32(append(h.line, 3), uint32(len(v))), v...) //nolint:gosec // SQLite holds less than 1 GB
		default: // a table that holds what it should not, or a bug
			h.line = fmt.Appendf(append(h.line, 4), "%T %v", v, v)
		}
	}
	_, _ = h.Write(h.line) // a hash takes everything
}

func (h *sealing) number(n int64) {
	h.line = binary.BigEndian.AppendUint64(append(h.line, 1), uint64(n)) //nolint:gosec // the bits are what is hashed
}

// sum is the finished hash.
func (h *sealing) sum() (sum [sha256.Size]byte) {
	h.Sum(sum[:0])
	return sum
}

// seal seals what a transaction wrote that a customer could dispute, and what others
// left unsealed. newest is the time of its last order.
func (b *Bank) seal(ctx context.Context, began *work, newest int64) error {
	s, now, err := newestSeal(ctx, began, b.id)
	for err == nil && s.last != now {
		s, err = sealAfter(ctx, began, s, now, newest)
	}
	return err
}

// sealAfter writes the seal that follows before. It covers all up to now, but no
// more legs than one may.
func sealAfter(ctx context.Context, began *work, before sealRow, now marks, newest int64) (sealRow, error) {
	s := sealRow{id: before.id + 1, at: max(before.at, newest), last: now, prev: before.hash}
	s.last[0] = min(now[0], before.last[0]+sealAtOnce)
	h := newSealing(s)
	for n, statement := range sealedTables[:s.tables()] {
		h.table(n)
		if err := h.rows(ctx, began, statement, before.last[n], s.last[n]); err != nil {
			return sealRow{}, err
		}
	}
	s.hash = h.sum()
	_, err := began.ExecContext(ctx, query("seal_keep"), s.stored()...)
	return s, err
}

// rows adds the rows of a table after one mark and up to another.
func (h *sealing) rows(ctx context.Context, began *work, statement string, after, last int64) error {
	if after == last {
		return nil
	}
	rows, err := began.QueryContext(ctx, query(statement), after, last)
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // the error of reading is rows.Err
	values, into, err := columns(rows)
	if err != nil {
		return err
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		h.row(values...)
	}
	return rows.Err()
}

// columns are as many values as rows have columns, and where to scan them.
func columns(rows *sql.Rows) (values, into []any, err error) {
	names, err := rows.Columns()
	if err != nil {
		return nil, nil, err
	}
	values, into = make([]any, len(names)), make([]any, len(names))
	for i := range values {
		into[i] = &values[i]
	}
	return values, into, nil
}

// newestSeal is the last seal, and up to where the books go now. Of a bank without
// seals it is one before the first.
func newestSeal(ctx context.Context, began rower, bankID string) (s sealRow, now marks, err error) {
	var sum []byte
	err = began.QueryRowContext(ctx, query("seal_newest")).Scan(
		&now[0], &now[1], &now[2], &now[3], &now[4],
		&s.id, &s.at, &s.last[0], &s.last[1], &s.last[2], &s.last[3], &s.last[4], &sum)
	if err != nil {
		return sealRow{}, marks{}, fmt.Errorf("read the newest seal: %w", err)
	}
	if s.hash = firstPrev(bankID); s.id > 0 {
		copy(s.hash[:], sum)
	}
	return s, now, nil
}

// text is the hash in hexadecimal, "" of a bank without seals.
func (s sealRow) text() string {
	if s.id == 0 {
		return ""
	}
	return hex.EncodeToString(s.hash[:])
}
