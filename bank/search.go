package bank

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"
)

// search reads at most so many rows of the positions first to last that have the
// text of q in the memo. The index says which memos to look at; those that it does not have yet are all looked at. It is
// right whatever the index has: each memo is compared with the text.
func (t *tx) search(ctx context.Context, a ownAccount, q HistoryQuery, first, last int64, most int) ([]Posting, error) {
	s := search{tx: t, account: a.id, q: q, text: folded(q.Text), most: most}
	if err := s.run(ctx, first, last); err != nil {
		return nil, err
	}
	var all []Posting
	for _, seq := range s.found {
		rows, err := t.postings(ctx, a, q, seq, seq, 1)
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	return all, nil
}

// search is a search for a text among the memos of an account.
type search struct {
	tx      *tx
	account int64
	q       HistoryQuery
	text    string  // folded
	most    int     // found, then it is over
	found   []int64 // positions
}

// readFirst is how many memos are read for each row that is wanted before the
// index is asked: a common text fills its page there, while the index would go through all that have it.
const readFirst = 10

// run finds positions from first to last, in the order of q.
func (s *search) run(ctx context.Context, first, last int64) error {
	grams := textGrams(s.text)
	if len(grams) == 0 {
		return s.read(ctx, first, last)
	}
	reach, _, err := s.tx.memoReach(ctx, s.account)
	if err != nil { // the index is gone: if it is more than that, reading the memos finds it too
		return s.read(ctx, first, last)
	}
	near := int64(readFirst * s.most)
	if s.q.OldestFirst {
		begin := min(first+near, last+1)
		end := max(begin-1, min(last, reach))
		return errors.Join(s.read(ctx, first, begin-1), s.ask(ctx, grams, begin, end), s.read(ctx, end+1, last))
	}
	end := max(first-1, min(reach, last-near))
	return errors.Join(s.read(ctx, end+1, last), s.ask(ctx, grams, first, end))
}

// read compares the memos of all postings from first to last.
func (s *search) read(ctx context.Context, first, last int64) error {
	if first > last || len(s.found) == s.most {
		return nil
	}
	statement := query("memo_newest_first")
	if s.q.OldestFirst {
		statement = query("memo_oldest_first")
	}
	rows, err := s.tx.QueryContext(ctx, statement, s.account, first, last, int(s.q.Flow))
	if err != nil {
		return err
	}
	return s.compare(rows)
}

// ask compares the memos that the index says have all of the grams. An index that
// cannot be asked is not missed.
func (s *search) ask(ctx context.Context, grams []string, first, last int64) error {
	if first > last || len(s.found) == s.most {
		return nil
	}
	statement := query("gram_newest_first")
	if s.q.OldestFirst {
		statement = query("gram_oldest_first")
	}
	before := len(s.found)
	rows, err := s.tx.QueryContext(ctx, statement, s.account, first, last, int(s.q.Flow), matching(grams))
	if err == nil {
		err = s.compare(rows)
	}
	if err != nil {
		s.found = s.found[:before]
		return s.read(ctx, first, last)
	}
	return nil
}

// compare takes the positions whose memo has the text in it, until there are
// enough.
func (s *search) compare(rows *sql.Rows) error {
	defer rows.Close() //nolint:errcheck // the error of reading is rows.Err
	for len(s.found) < s.most && rows.Next() {
		var (
			seq  int64
			memo string
		)
		if err := rows.Scan(&seq, &memo); err != nil {
			return err
		}
		if strings.Contains(folded(memo), s.text) {
			s.found = append(s.found, seq)
		}
	}
	return rows.Err()
}

// matching asks SQLite's full-text search for rows with all of the grams.
func matching(grams []string) string {
	quoted := slices.Clone(grams)
	for i := range quoted {
		quoted[i] = `"` + quoted[i] + `"`
	}
	return strings.Join(quoted, " ")
}
