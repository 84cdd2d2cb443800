package bank

import (
	"context"
	"strings"

	"smartbank/bank/iso"
)

// RequestAmendment asks the banks on the way to change what a SWIFT remittance says
// of its recipient, confirmed with the second factor, whose digits are wiped: the positions are those of [Bank.Challenge]. It is
// refused with CodeReadOnly, CodeNoRemittance, CodeTooLate, CodeBadField, CodeWrongFactor and CodeFactorLocked.
func (b *Bank) RequestAmendment(ctx context.Context, c Caller, reference string, a Amendment, digits []byte) error {
	f := takeFactor(digits)
	return b.answer(ctx, "request an amendment", func(ctx context.Context, t *tx) error {
		return t.request(ctx, c, reference, f, AmendmentRequested, func(r bookedRemittance) (string, stepNote, error) {
			text, err := a.words(r.Order)
			return text, stepNote{Amendment: &a}, err
		})
	})
}

// longestReason bounds the reason of a cancellation, in characters.
const longestReason = 140

// RequestCancellation asks to have a remittance back, confirmed with the second
// factor, whose digits are wiped: the positions are those of [Bank.Challenge]. The reason is in the customer's words. It is refused
// with CodeReadOnly, CodeNoRemittance, CodeTooLate, CodeBadField, CodeWrongFactor and CodeFactorLocked.
func (b *Bank) RequestCancellation(ctx context.Context, c Caller, reference, reason string, digits []byte) error {
	f := takeFactor(digits)
	return b.answer(ctx, "request a cancellation", func(ctx context.Context, t *tx) error {
		return t.request(ctx, c, reference, f, CancellationRequested, func(bookedRemittance) (string, stepNote, error) {
			reason = printable(reason)
			switch n := len([]rune(reason)); {
			case n == 0:
				return "", stepNote{}, missing("reason")
			case n > longestReason:
				return "", stepNote{}, &RefusedError{Code: CodeBadField, Invalid: &iso.InvalidError{Problem: iso.TooLong, Field: "reason", Want: "140"}}
			}
			return "취소 요청 / Cancellation: " + reason, stepNote{}, nil
		})
	})
}

// request checks a request and keeps it. What it says is written by words.
func (t *tx) request(ctx context.Context, c Caller, reference string, f factor, to RemittanceStatus, words func(bookedRemittance) (string, stepNote, error)) error {
	if err := t.mayOrder(ctx, c); err != nil {
		return err
	}
	r, err := t.ownRemittance(ctx, c.Customer, reference)
	if err != nil {
		return err
	}
	all, err := t.steps(ctx, r.entry)
	if err != nil {
		return err
	}
	newest := all[len(all)-1]
	if !r.Order.may(newest.status, to) {
		return &RefusedError{Code: CodeTooLate}
	}
	text, n, err := words(r)
	if err != nil {
		return err
	}
	who, err := t.customerByID(ctx, c.Customer)
	if err != nil {
		return err
	}
	if err := t.checkAsked(ctx, who, f); err != nil {
		return err
	}
	n.N = newest.n + 1
	now := step{n.N, to, t.now}
	if err := t.take(ctx, r.entry, newest, now); err != nil {
		return err
	}
	if err := t.note(ctx, who.id, actRequest, r.Order.Key, text, n); err != nil {
		return err
	}
	return t.planStep(ctx, r.body, append(all, now)...)
}

// may reports whether a request can be made of a remittance that stands somewhere.
func (o RemittanceOrder) may(status, to RemittanceStatus) bool {
	if to == AmendmentRequested {
		return o.Kind == SWIFT && (status.unsent() || status == RemittanceSent)
	}
	return status.unsent() || status == RemittanceSent || status == RemittanceReady
}

// words are what an amendment asks for, a line each. It is refused with CodeBadField
// if a field is wrong, or all are empty.
func (a Amendment) words(o RemittanceOrder) (string, error) {
	var lines []string
	country := o.SWIFT.Recipient.Country
	for _, f := range []struct {
		label, field, value string
		check               func(string) error
	}{
		{"받는 분 / Recipient", "59:name", a.Name, iso.CheckName},
		{"받는 계좌 / To account", "59:account", a.Account, func(s string) error { return iso.CheckAccount(country, s) }},
		{"받는 분 주소 / Recipient's address", "59:address", strings.Join(a.Address, ", "), func(string) error { return checkLines(a.Address) }},
		{"도시 / Town", "59:town", a.Town, iso.CheckTown},
		{"메시지 / Message", "70", a.Message, func(s string) error { return iso.CheckRemittance(s, string(o.Purpose), "") }},
	} {
		if f.value == "" {
			continue
		}
		if err := badField(f.field, f.check(f.value)); err != nil {
			return "", err
		}
		lines = append(lines, f.label+": "+printable(f.value))
	}
	if len(lines) == 0 {
		return "", missing("amendment")
	}
	return "조건변경 요청 / Amendment\n" + strings.Join(lines, "\n"), nil
}

func checkLines(address []string) error {
	for _, line := range address {
		if err := iso.CheckAddressLine(line); err != nil {
			return err
		}
	}
	return nil
}
