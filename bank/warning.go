package bank

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Warning is something that a customer should think about before sending money.
// It is no refusal.
type Warning string

// The warnings. Each has to be acknowledged in the order, which is signed with it.
const (
	WarnDuplicate Warning = "duplicate"  // the same amount went to this account today, at Caution.At
	WarnFirstTime Warning = "first-time" // nothing went to this account before, and it is FirstTimeLarge or more
	WarnName      Warning = "name"       // the account is not of the name that the customer typed
	WarnNameClose Warning = "name-close" // the account is of nearly the name that the customer typed
)

// FirstTimeLarge is the amount from which a first transfer to an account is warned
// of: what delayed transfers may exempt, and a day sends to accounts that are not designated.
const FirstTimeLarge = 1_000_000

// Warnings are those that a customer acknowledged, separated by commas in the
// order of the alphabet; "" none.
type Warnings string

// Acknowledging is the set of some warnings.
func Acknowledging(all ...Warning) Warnings {
	words := make([]string, len(all))
	for i, w := range all {
		words[i] = string(w)
	}
	slices.Sort(words)
	return Warnings(strings.Join(slices.Compact(words), ","))
}

// Has reports whether a warning is in the set.
func (w Warnings) Has(one Warning) bool { return slices.Contains(w.List(), one) }

// List are the warnings of the set.
func (w Warnings) List() []Warning {
	if w == "" {
		return nil
	}
	var all []Warning
	for word := range strings.SplitSeq(string(w), ",") {
		all = append(all, Warning(word))
	}
	return all
}

// Caution is a warning about one order.
type Caution struct {
	Warning Warning
	At      time.Time // of the transfer before, for WarnDuplicate
	Name    string    // that the customer typed, for WarnName and WarnNameClose
}

// notices are the warnings about an order.
func (p passing) notices(today int) []Caution {
	var all []Caution
	o, asks := p.order, p.asks
	switch CompareNames(o.Expected, p.to.nameKO, p.to.nameEN) {
	case NameDiffers:
		all = append(all, Caution{Warning: WarnName, Name: o.Expected})
	case NameClose:
		all = append(all, Caution{Warning: WarnNameClose, Name: o.Expected})
	case NameMatches, NameNotCompared, NameUnchecked:
	}
	switch {
	case asks.sameDay == today:
		all = append(all, Caution{Warning: WarnDuplicate, At: asks.sameAt})
	case !asks.known && o.Amount.Minor() >= FirstTimeLarge && p.to.customer != p.who.id:
		all = append(all, Caution{Warning: WarnFirstTime})
	}
	return all
}

// outstanding are the warnings that the order does not acknowledge.
func (p passing) outstanding() []Caution {
	var all []Caution
	for _, n := range p.warnings {
		if !p.order.Acknowledged.Has(n.Warning) {
			all = append(all, n)
		}
	}
	return all
}

// acknowledged refuses with CodeNotAcknowledged an order that does not acknowledge
// what it is warned of.
func (p passing) acknowledged() error {
	for _, n := range p.outstanding() {
		return &RefusedError{Code: CodeNotAcknowledged, At: n.At, Name: n.Name, Reason: string(n.Warning)}
	}
	return nil
}

// Acknowledge puts a prepared order again, under a new key, with warnings that the
// customer has acknowledged: they are part of what is signed. The order before is forgotten. The password was checked when it
// was prepared. Refusals are those of Prepare after the password, and CodeNotPrepared.
func (b *Bank) Acknowledge(ctx context.Context, c Caller, key string, all ...Warning) (Review, error) {
	var r Review
	err := b.answer(ctx, "acknowledge warnings", func(ctx context.Context, t *tx) error {
		if err := t.mayOrder(ctx, c); err != nil {
			return err
		}
		kept, found, err := t.prepared(ctx, c.Customer, key)
		switch {
		case err != nil:
			return err
		case !found:
			return &RefusedError{Code: CodeNotPrepared}
		}
		who, err := t.customerByID(ctx, c.Customer)
		if err != nil {
			return err
		}
		kept.order.Acknowledged = Acknowledging(append(kept.order.Acknowledged.List(), all...)...)
		p, err := t.passes(ctx, who, kept.order)
		if err != nil {
			return err
		}
		if _, err := t.ExecContext(ctx, query("prepared_forget"), key, c.Customer); err != nil {
			return fmt.Errorf("forget the order before: %w", err)
		}
		r, err = t.keep(ctx, p)
		return err
	})
	if err != nil {
		return Review{}, err
	}
	return r, nil
}
