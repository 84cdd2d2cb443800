package bank

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"sync"

	"smartbank/bank/calendar"
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

type entryRow struct {
	NewEntry

	debit, credit *accountRow
	day           int
}

type postingRow struct {
	leg, amount, balance, at int64
	memo                     string
}

// dayRow is a row of account_day.
type dayRow struct {
	day                                     int
	first, last, in, inCount, out, outCount int64
}

// sentRow is a row of customer_day.
type sentRow struct {
	customer *customerRow
	day      int
	total    int64
	last     int64 // the last entry that is counted
}

// newFilling works out the rows of an opening. It returns an error for one that
// the books could not take: an unknown account, entries out of order, an overdraft.
func newFilling(o *Opening, opt Options) (*filling, error) {
	f := &filling{opening: o, byNumber: map[string]*accountRow{}, chance: opt.Rand}
	if err := f.settle(); err != nil {
		return nil, err
	}
	f.openOwn()
	if err := f.join(opt.Cost); err != nil {
		return nil, err
	}
	f.openForeign()
	for i, e := range o.Entries {
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

// book does to the accounts what the trigger of a leg does.
func (f *filling) book(e NewEntry) error {
	at := e.At.UnixMicro()
	if n := len(f.entries); n > 0 && at < f.entries[n-1].At.UnixMicro() {
		return errors.New("it is earlier than the one before")
	}
	if at > f.opening.At.UnixMicro() {
		return errors.New("it is later than the bank")
	}
	debit, credit := f.byNumber[e.Debit], f.byNumber[e.Credit]
	if debit == nil || credit == nil || debit == credit {
		return errors.New("it needs two accounts")
	}
	if c := e.Amount.Currency(); c != debit.Currency || c != credit.Currency || e.Amount.Minor() <= 0 {
		return fmt.Errorf("%d %s cannot be booked on these accounts", e.Amount.Minor(), c)
	}
	if e.Key == "" {
		key, err := newUUID(e.At, f.chance)
		if err != nil {
			return err
		}
		e.Key = key
	}
	n := entryRow{NewEntry: e, debit: debit, credit: credit, day: calendar.DateOf(e.At).Key()}
	f.entries = append(f.entries, n)
	id := int64(len(f.entries)) // one leg an entry
	debit.move(id, -e.Amount.Minor(), at, n.day, e.DebitMemo)
	credit.move(id, e.Amount.Minor(), at, n.day, e.CreditMemo)
	if debit.owner != nil && debit.posted < 0 {
		return errors.New("there is not enough money")
	}
	if e.Transfer == nil {
		return nil
	}
	return f.send(&n)
}

// move writes a posting and its day.
func (a *accountRow) move(leg, amount, at int64, day int, memo string) {
	a.posted += amount
	a.lastLeg = leg
	a.postings = append(a.postings, postingRow{leg: leg, amount: amount, balance: a.posted, at: at, memo: memo})
	seq := int64(len(a.postings))
	if n := len(a.days); n == 0 || a.days[n-1].day != day {
		a.days = append(a.days, dayRow{day: day, first: seq})
	}
	d := &a.days[len(a.days)-1]
	d.last = seq
	if amount > 0 {
		d.in, d.inCount = d.in+amount, d.inCount+1
	} else {
		d.out, d.outCount = d.out-amount, d.outCount+1
	}
}

// send counts a transfer against the day's limit of who ordered it.
func (f *filling) send(e *entryRow) error {
	c := e.debit.owner
	if c == nil {
		return errors.New("only customers order transfers")
	}
	if c.sent == nil || c.sent.day != e.day {
		c.sent = &sentRow{customer: c, day: e.day}
		f.sent = append(f.sent, c.sent)
	}
	c.sent.total += e.Amount.Minor()
	c.sent.last = int64(len(f.entries))
	return nil
}

// requestHash stands for the order behind an entry of the opening: nobody can
// send that order again.
func (e *entryRow) requestHash() []byte {
	sum := sha256.Sum256([]byte("opening\x00" + e.Key))
	return sum[:]
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
