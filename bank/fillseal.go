package bank

import (
	"context"
	"slices"
)

// seals are the seals over what the opening books, computed as a reader of the
// tables would, until ctx ends.
func (f *filling) seals(ctx context.Context) []table {
	return []table{
		{"seal", "id, at, last_leg, last_event, last_refusal, last_limit, last_act, prev, hash", func(add func(...any)) {
			s := sealRow{hash: firstPrev(f.bankID())}
			if len(f.entries) == 0 && len(f.acts) > 0 {
				add(f.sealAfter(s, nil).stored()...)
			}
			for legs := range slices.Chunk(f.entries, sealAtOnce) {
				if ctx.Err() != nil {
					return
				}
				s = f.sealAfter(s, legs)
				add(s.stored()...)
			}
		}},
	}
}

func (f *filling) bankID() string {
	for _, s := range f.settings {
		if s[0] == settingID {
			return s[1]
		}
	}
	return ""
}

// sealAfter is the seal over the entries that follow those of the seal before. An
// entry has one leg, and two steps if a customer ordered it. The first seal is over the acts too.
func (f *filling) sealAfter(before sealRow, entries []entryRow) sealRow {
	s := sealRow{id: before.id + 1, at: f.opening.At.UnixMicro(), last: before.last, prev: before.hash}
	s.last[0] += int64(len(entries))
	s.last[tablesBeforeActs] = int64(len(f.acts))
	for i := range entries {
		if entries[i].Transfer != nil {
			s.last[1] += 2
		}
	}
	h := newSealing(s)
	h.table(0)
	for i := range entries {
		h.row(entries[i].sealed(before.last[0] + int64(i) + 1)...)
	}
	h.table(1)
	event := before.last[1]
	for i := range entries {
		if e := &entries[i]; e.Transfer != nil {
			id, at := before.last[0]+int64(i)+1, e.At.UnixMicro()
			h.row(event+1, id, 1, nil, "", "submitted", at)
			h.row(event+2, id, 2, 1, "submitted", "completed", at)
			event += 2
		}
	}
	for n := 2; n < s.tables(); n++ {
		h.table(n)
	}
	if before.last[tablesBeforeActs] == 0 {
		for _, row := range f.acts {
			h.row(row...)
		}
	}
	s.hash = h.sum()
	return s
}

// sealed are the columns of the statement sealed_leg, for the leg and entry of that
// number.
func (e *entryRow) sealed(id int64) []any {
	row := []any{
		id, id, e.debit.id, e.credit.id, string(e.Amount.Currency()), e.Amount.Minor(), e.DebitMemo, e.CreditMemo,
		e.Key, e.requestHash(), e.Kind, e.At.UnixMicro(), e.day, nil,
	}
	if e.Transfer == nil {
		return append(row, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil)
	}
	return append(
		row, e.debit.owner.id, e.debit.id, string(e.Transfer.Bank), e.Transfer.To, e.Transfer.Recipient, e.Amount.Minor(), 0,
		e.DebitMemo, e.CreditMemo, string(e.debit.owner.Medium), e.At.UnixMicro(),
	)
}
