package bank

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"sync"
)

// filling is a new bank's rows, worked out as the triggers would have, so that
// they can be written in bulk. Row ids are positions in these lists, from 1.
type filling struct {
	settings  [][2]string
	customers []customerRow
	accounts  []*accountRow
	entries   []entryRow
	sent      []*sentRow
	acts      [][]any // the columns of sealed_act: certificates that are registered

	opening  *Opening
	byNumber map[string]*accountRow
	pinKey   []byte
	chance   io.Reader
}

type customerRow struct {
	NewCustomer

	id   int64
	hash string // of the password
	sent *sentRow
}

// accountRow is an account as its postings leave it.
type accountRow struct {
	NewAccount

	id, position int64
	number       string
	owner        *customerRow // nil: the bank's own
	pinMAC       []byte

	posted, lastLeg int64
	postings        []postingRow
	days            []dayRow
}

// newFilling works out the rows of an opening. It returns an error for one that
// the books could not take: an unknown account, entries out of order, an overdraft; and ctx's.
func newFilling(ctx context.Context, o *Opening, opt Options) (*filling, error) {
	f := &filling{opening: o, byNumber: map[string]*accountRow{}, entries: make([]entryRow, 0, len(o.Entries)), chance: opt.Rand}
	if err := f.settle(); err != nil {
		return nil, err
	}
	f.openOwn()
	if err := f.join(opt.Cost); err != nil {
		return nil, err
	}
	f.openForeign()
	for i, e := range o.Entries {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := f.book(e); err != nil {
			return nil, fmt.Errorf("opening entry %d (%s, %s to %s): %w", i+1, e.Kind, e.Debit, e.Credit, err)
		}
	}
	return f, nil
}

// settle draws what only this bank has.
func (f *filling) settle() error {
	id, err := newUUID(f.opening.At, f.chance)
	if err != nil {
		return err
	}
	f.pinKey = make([]byte, pinKeyLength)
	if _, err := io.ReadFull(f.chance, f.pinKey); err != nil {
		return fmt.Errorf("make a key: %w", err)
	}
	demonstration := "0"
	if f.opening.Demonstration {
		demonstration = "1"
	}
	f.settings = [][2]string{
		{settingID, id},
		{settingPINKey, string(f.pinKey)},
		{settingCreated, strconv.FormatInt(f.opening.At.UnixMicro(), 10)},
		{settingDemonstration, demonstration},
	}
	if f.opening.Demonstration {
		f.settings = append(f.settings, [2]string{settingSeed, strconv.FormatUint(f.opening.Seed, 10)})
	}
	return nil
}

// openOwn opens the bank's own accounts, as early as anything in the books.
func (f *filling) openOwn() {
	at := f.opening.At
	if len(f.opening.Entries) > 0 {
		at = f.opening.Entries[0].At
	}
	for _, c := range currencies {
		for _, name := range ownAccounts {
			f.open(&accountRow{number: ownNumber(name, c), NewAccount: NewAccount{Currency: c, OpenedAt: at, Status: AccountOpen}})
		}
	}
}

// openForeign opens the bank's accounts for foreign exchange that are not there
// yet. They come last, as in a bank that got them later.
func (f *filling) openForeign() {
	at := f.accounts[0].OpenedAt
	for _, c := range RemittanceCurrencies() {
		for _, name := range []string{OwnExchange, OwnNostro} {
			if number := ownNumber(name, c); f.byNumber[number] == nil {
				f.open(&accountRow{number: number, NewAccount: NewAccount{Currency: c, OpenedAt: at, Status: AccountOpen}})
			}
		}
	}
}

func (f *filling) open(a *accountRow) {
	f.accounts = append(f.accounts, a)
	a.id = int64(len(f.accounts))
	f.byNumber[a.number] = a
}

// join takes in the customers and their accounts. Passwords are hashed at the
// same time, since each takes a processor of its own for a while.
func (f *filling) join(cost PasswordCost) error {
	f.customers = make([]customerRow, len(f.opening.Customers))
	var hashing sync.WaitGroup
	defer hashing.Wait()
	for i := range f.opening.Customers {
		c := &f.customers[i]
		c.NewCustomer, c.id = f.opening.Customers[i], int64(i+1)
		salt, err := newSalt(f.chance)
		if err != nil {
			return err
		}
		hashing.Go(func() { c.hash = hashWith([]byte(c.Password), salt, cost) })
		for n, a := range c.Accounts {
			if _, ok := f.byNumber[string(a.Number)]; ok {
				return fmt.Errorf("account %s: it is there already", a.Number)
			}
			a.Status = cmp.Or(a.Status, AccountOpen)
			f.open(&accountRow{
				NewAccount: a, number: string(a.Number), position: int64(n), owner: c,
				pinMAC: pinMAC(f.pinKey, a.Number, []byte(a.PIN)),
			})
		}
	}
	f.register()
	return nil
}

// registered is when a customer's certificates of the opening were.
func (c *customerRow) registered() int64 { return c.JoinedAt.UnixMicro() }

// register keeps the acts by which customers had their certificates registered, in
// the order of time.
func (f *filling) register() {
	var order []*customerRow
	for i := range f.customers {
		order = append(order, &f.customers[i])
	}
	slices.SortStableFunc(order, func(a, b *customerRow) int { return cmp.Compare(a.registered(), b.registered()) })
	for _, c := range order {
		for _, s := range c.Certificates {
			row := []any{int64(len(f.acts) + 1), c.registered(), c.registered(), c.id, actCertificateRegistered, s.SHA256, "", s.named()}
			f.acts = append(f.acts, row)
		}
	}
}

// ownership is what a customer's account has and the bank's own has not, for the
// columns kind, customer_id, product and floor.
func (a *accountRow) ownership() (kind string, owner, product, floor any) {
	if a.owner == nil {
		return "internal", nil, nil, nil
	}
	if len(a.number) < 8 {
		return "customer", a.owner.id, "", int64(0) // the table refuses it
	}
	return "customer", a.owner.id, a.number[6:8], int64(0)
}

// lastAt is when the account last moved; nil if never.
func (a *accountRow) lastAt() any {
	if len(a.postings) == 0 {
		return nil
	}
	return a.postings[len(a.postings)-1].at
}
