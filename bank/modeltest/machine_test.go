package modeltest_test

import (
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
	"smartbank/bank/prooftest"
)

func TestMain(m *testing.M) {
	// A flag on the command line still counts.
	for name, value := range map[string]string{
		"rapid.checks":     strconv.Itoa(prooftest.Count(200, 10_000, 40)),
		"rapid.steps":      "60",
		"rapid.nofailfile": "true",
	} {
		if err := flag.Set(name, value); err != nil {
			panic(err)
		}
	}
	if !prooftest.Long() { // the same sequences in each short run
		if err := flag.Set("rapid.seed", "20261105"); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}

// machine is a bank, and the model that knows its answers.
type machine struct {
	*model

	bank  *bank.Bank
	path  string
	seed  byte
	asked *tally
}

// tally counts what a proof has seen, over all its sequences.
type tally struct {
	mu      sync.Mutex
	answers map[bank.Code]int // "" for what was not refused
	steps   int
}

func (c *tally) count(code bank.Code) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.answers[code]++
}

// template is the file of a new bank.
var template = sync.OnceValues(func() ([]byte, error) {
	folder, err := os.MkdirTemp("", "smartbank-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder) //nolint:errcheck // it is in a temporary folder
	path := filepath.Join(folder, "bank.db")
	clock := banktest.NewClock()
	options := bank.Options{Now: clock.Now, Rand: banktest.NewRand(1), Cost: bank.TapeCost, Verify: banktest.Verify}
	if err := bank.Create(context.Background(), path, banktest.Opening(), options); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

func TestModel(t *testing.T) {
	t.Parallel()
	folder := prooftest.Folder(t)
	asked := &tally{answers: map[bank.Code]int{}}
	sequences := 0
	rapid.Check(t, func(rt *rapid.T) {
		sequences++
		m := newMachine(rt, filepath.Join(folder, "bank.db"), asked)
		defer m.close(rt)
		rt.Repeat(map[string]func(*rapid.T){
			"sign in": m.signsIn, "sign in on the PC": m.signsIn, "sign out": m.signsOut, "forget": m.forgets,
			"prepare": m.prepares, "send": m.sends, "send again": m.sends, "confirm": m.confirms, "repeat": m.confirms,
			"balances": m.looksAtBalances, "history": m.looksAtHistory, "transfers": m.looksAtTransfers,
			"outcome": m.asksOutcome, "left over": m.looksAtLeftOver, "limits": m.looksAtLimits,
			"recipient": m.checksRecipient, "clock": m.movesClock, "reopen": m.reopens,
		})
	})
	t.Logf("%d sequences, %d steps, %d answers and %d kinds of refusal: all as the model said",
		sequences, asked.steps, asked.answers[""], len(asked.answers)-1)
	for _, code := range []bank.Code{
		bank.CodeWrongSignIn, bank.CodeSessionEnded, bank.CodeReadOnly, bank.CodeNoAccount, bank.CodeWrongPIN,
		bank.CodeOverTransferLimit, bank.CodeInsufficientFunds, bank.CodeKeyReused, bank.CodeWrongFactor, bank.CodeNotPrepared,
		bank.CodePeriodFuture, bank.CodeRecipientChanged, "",
	} {
		if asked.answers[code] == 0 && !t.Failed() && !prooftest.Raced {
			t.Errorf("no sequence led to the answer %q", code)
		}
	}
}

func newMachine(rt *rapid.T, path string, asked *tally) *machine {
	m := &machine{path: path, seed: 2, asked: asked, model: &model{
		clock: banktest.NewClock(), people: map[string]*person{},
		accounts: map[bank.AccountNumber]*account{}, orders: map[string]*order{},
	}}
	image, err := template()
	check(rt, err)
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			rt.Fatal(err)
		}
	}
	check(rt, os.WriteFile(path, image, 0o600))
	m.open(rt)
	for i, c := range banktest.Opening().Customers {
		p := &person{
			id: bank.CustomerID(i + 1), login: c.Login, nameEN: c.NameEN, nameKO: c.NameKO, medium: c.Medium,
			each: c.LimitEach.Minor(), day: c.LimitDay.Minor(),
			sent: map[calendar.Date]int64{}, lastSession: map[bank.Channel]time.Time{},
		}
		m.people[c.Login] = p
		m.sessions = append(m.sessions, session{Caller: bank.Caller{Customer: p.id}, by: p})
		m.meet(rt, p)
	}
	return m
}

// meet reads what the accounts of a customer hold when the sequence begins: the model goes on from there.
func (m *machine) meet(rt *rapid.T, p *person) {
	caller := bank.Caller{Customer: p.id}
	accounts, err := m.bank.Accounts(context.Background(), caller)
	check(rt, err)
	today := calendar.DateOf(m.clock.Now())
	for _, a := range accounts {
		page, err := m.bank.History(context.Background(), caller, bank.HistoryQuery{
			Account: a.Number, From: today.AddMonths(-12), To: today, OldestFirst: true, Limit: 1000,
		})
		check(rt, err)
		m.accounts[a.Number] = &account{
			number: a.Number, owner: p, currency: a.Balance.Currency(), kind: a.Product.Kind,
			open: a.Status == bank.AccountOpen, balance: a.Balance.Minor(), postings: page.Rows,
		}
		p.accounts = append(p.accounts, a.Number)
		for _, row := range page.Rows {
			if row.At.After(m.newest) {
				m.newest = row.At
			}
		}
	}
	if p.login == banktest.Kim && m.accounts[banktest.KimMain].balance != 1_284_300 {
		rt.Fatal("the model does not begin where the bank does")
	}
}

func (m *machine) open(rt *rapid.T) {
	m.seed++
	var err error
	m.bank, err = bank.Open(context.Background(), m.path, bank.Options{
		Now: m.clock.Now, Rand: banktest.NewRand(m.seed), Cost: bank.TapeCost, Verify: banktest.Verify,
	})
	check(rt, err)
}

func (m *machine) close(rt *rapid.T) {
	check(rt, prooftest.Verify(context.Background(), m.bank))
	check(rt, m.bank.Close())
}

func check(rt *rapid.T, err error) {
	if err != nil {
		rt.Fatal(err)
	}
}

// answered compares an answer of the bank with what the model said, and reports whether it was no refusal.
func (m *machine) answered(rt *rapid.T, err error, want bank.Code) bool {
	rt.Helper()
	m.asked.steps++
	m.asked.count(want)
	if got := bank.RefusalCode(err); got != want || err != nil && got == "" {
		rt.Fatalf("the bank answered %v, the model %q", err, want)
	}
	return err == nil
}

// caller draws who asks: the newest session more often than those that may have ended.
func (m *machine) caller(rt *rapid.T) session {
	i := rapid.IntRange(0, 2*len(m.sessions)).Draw(rt, "caller")
	return m.sessions[max(0, len(m.sessions)-1-i/2)]
}

func (m *machine) signsIn(rt *rapid.T) {
	p := m.people[rapid.SampledFrom([]string{banktest.Kim, banktest.Lee}).Draw(rt, "who")]
	right := rapid.IntRange(0, 3).Draw(rt, "password") > 0
	on := rapid.SampledFrom([]bank.Channel{bank.Phone, bank.Phone, bank.PC}).Draw(rt, "channel")
	password := banktest.Password(p.login)
	if !right {
		password[0]++
	}
	now := m.now()
	got, err := m.bank.SignIn(context.Background(), p.login, password, on)
	if !m.answered(rt, err, m.signIn(p, right)) {
		return
	}
	replaced := false
	for i := range m.sessions {
		if s := &m.sessions[i]; s.by == p && s.on == on && s.ended == "" {
			s.ended, replaced = bank.CodeSessionReplaced, true
		}
	}
	want := bank.Session{
		ID: got.ID, Customer: p.id, Login: p.login, NameEN: p.nameEN, NameKO: p.nameKO, Medium: p.medium, Channel: on,
		StartedAt: now, LastSignIn: p.lastSession[on], Replaced: replaced,
	}
	if got != want || got.ID == "" {
		rt.Fatalf("the session is\n%+v\nand should be\n%+v", got, want)
	}
	if now.After(p.lastSession[on]) { // the latest, should the clock have been set back between them
		p.lastSession[on] = now
	}
	m.sessions = append(m.sessions, session{Caller: got.Caller(), by: p, on: on})
}

func (m *machine) signsOut(rt *rapid.T) {
	i := rapid.IntRange(0, len(m.sessions)-1).Draw(rt, "session")
	s := &m.sessions[i]
	check(rt, m.bank.SignOut(context.Background(), s.Caller, bank.SignedOut))
	if s.Session != "" && s.ended == "" {
		s.ended = bank.CodeSessionEnded
	}
	err := m.bank.CheckSession(context.Background(), s.Caller)
	want := s.ended
	if s.Session == "" {
		want = bank.CodeSessionEnded
	}
	m.answered(rt, err, want)
}

// draws an order: most would pass.
func (m *machine) draws(rt *rapid.T, s session) bank.TransferOrder {
	from := banktest.LeeMain
	if s.by.login == banktest.Kim {
		from = banktest.KimMain
	}
	if rapid.IntRange(0, 3).Draw(rt, "other account") == 0 {
		from = rapid.SampledFrom([]bank.AccountNumber{
			banktest.KimMain, banktest.KimSpare, banktest.KimSavings, banktest.KimTime, banktest.KimDollars, banktest.KimClosed,
			banktest.LeeMain, "99999901999999",
		}).Draw(rt, "from")
	}
	type side struct {
		at           bank.BankCode
		number, name string
	}
	to := rapid.SampledFrom([]side{
		{banktest.ParkBank, banktest.ParkNumber, banktest.ParkName},
		{bank.KoreaPost, string(banktest.LeeMain), "이서연"},
		{bank.KoreaPost, string(banktest.KimMain), "김민수"},
		{bank.KoreaPost, string(banktest.KimSpare), "김민수"},
		{bank.KoreaPost, string(banktest.KimSavings), "김민수"},
	}).Draw(rt, "to")
	if rapid.IntRange(0, 7).Draw(rt, "odd recipient") == 0 {
		to = rapid.SampledFrom([]side{
			{bank.KoreaPost, string(banktest.LeeMain), "이서영"},
			{bank.KoreaPost, string(banktest.KimTime), "김민수"},
			{bank.KoreaPost, string(banktest.KimClosed), "김민수"},
			{bank.KoreaPost, string(banktest.KimDollars), "김민수"},
			{banktest.ClosedBank, banktest.ClosedNumber, "최지우"},
			{banktest.SilentBank, banktest.SilentNumber, "정하늘"},
			{banktest.ParkBank, "1234567890", "박지훈"},
			{banktest.ParkBank, "123", "박지훈"},
			{"999", banktest.ParkNumber, "박지훈"},
			{bank.KoreaPost, "99999901999999", "김민수"},
		}).Draw(rt, "odd")
	}
	o := bank.TransferOrder{From: from, Bank: to.at, To: to.number, Recipient: to.name}
	o.Amount = money.New(rapid.SampledFrom([]int64{
		1, 777, 30_000, 284_300, 900_000, 1_000_000, 1_000_001, 1_284_300, 4_000_000, 5_000_001, 0, -1,
	}).Draw(rt, "amount"), money.KRW)
	if rapid.IntRange(0, 15).Draw(rt, "dollars") == 0 {
		o.Amount = money.New(o.Amount.Minor(), money.USD)
	}
	memos := rapid.SampledFrom([]string{"", "", "월세", " lunch ", "한글한글한글한", "한글한글한글한글", "fifteen letters"})
	o.OwnMemo, o.RecipientMemo = memos.Draw(rt, "own memo"), memos.Draw(rt, "recipient memo")
	o.Acknowledged = bank.Acknowledging(bank.WarnDuplicate, bank.WarnFirstTime)
	return o
}

func (m *machine) prepares(rt *rapid.T) { m.prepared(rt, m.caller(rt)) }

// prepared prepares an order, and returns it if it passed.
func (m *machine) prepared(rt *rapid.T, s session) *order {
	o := m.draws(rt, s)
	right := rapid.IntRange(0, 9).Draw(rt, "PIN") > 0
	pin := []byte(banktest.PIN)
	if !right {
		pin[0] = '0'
	}
	now := m.now()
	got, err := m.bank.Prepare(context.Background(), s.Caller, o, pin)
	if !m.answered(rt, err, m.prepare(s, &o, right)) {
		return nil
	}
	p := s.by
	o.Key = got.Order.Key
	want := bank.Review{
		Order: o, RecipientEN: m.recipient(o.Bank, o.To).nameEN, Fee: money.New(0, money.KRW),
		BalanceAfter: money.New(m.accounts[o.From].balance-o.Amount.Minor(), money.KRW),
		LeftToday:    money.New(p.day-p.sent[m.today()]-o.Amount.Minor(), money.KRW),
		Medium:       p.medium, Challenge: got.Challenge, PreparedAt: now,
	}
	want.Document = got.Document // what it says is tested where it is written
	if !reflect.DeepEqual(got, want) || m.orders[o.Key] != nil || (got.Challenge == bank.Challenge{}) != (p.medium == bank.Token) {
		rt.Fatalf("the review is\n%+v\nand should be\n%+v", got, want)
	}
	if p.asked != (bank.Challenge{}) && got.Challenge != p.asked {
		rt.Fatalf("the card is asked for %v, and was not yet answered for %v", got.Challenge, p.asked)
	}
	p.asked = got.Challenge
	m.orders[o.Key] = &order{TransferOrder: o, by: p, challenge: got.Challenge, document: got.Document, at: now, kept: true}
	return m.orders[o.Key]
}

func (m *machine) sends(rt *rapid.T) {
	s := m.caller(rt)
	if o := m.prepared(rt, s); o != nil {
		m.confirmed(rt, s, o.TransferOrder, rapid.IntRange(0, 7).Draw(rt, "factor") > 0)
	}
}

// confirms sends an order that was prepared at any time, as it was or changed, once more or for the first time.
func (m *machine) confirms(rt *rapid.T) {
	s := m.caller(rt)
	keys := append(m.leftOver(s.by), s.by.booked...)
	for _, p := range m.people { // somebody else's, too
		keys = append(keys, p.booked...)
	}
	o := bank.TransferOrder{Key: "019a5000-0000-7000-8000-000000000000", From: banktest.KimMain}
	if len(keys) > 0 {
		o = m.orders[rapid.SampledFrom(keys).Draw(rt, "key")].TransferOrder
	}
	if rapid.IntRange(0, 3).Draw(rt, "changed") == 0 {
		o.Amount = money.New(o.Amount.Minor()+1, money.KRW)
	}
	m.confirmed(rt, s, o, rapid.Bool().Draw(rt, "factor"))
}

func (m *machine) confirmed(rt *rapid.T, s session, o bank.TransferOrder, right bool) {
	digits := m.digits(rt, s.by, o.Key)
	if !right {
		digits[0] = '0' + (digits[0]-'0'+1)%10
	}
	signature, flaw := m.signature(rt, s.by, o.Key)
	step := m.now().Unix() / 30
	now := m.now()
	got, err := m.bank.Transfer(context.Background(), s.Caller, o, bank.Proof{Digits: digits, Signature: signature})
	kept, booking, code := m.transfer(s, o, proof{right, flaw}, step)
	if !m.answered(rt, err, code) {
		return
	}
	if !booking {
		if got != *kept.receipt {
			rt.Fatalf("the receipt is\n%+v\nand was\n%+v", got, *kept.receipt)
		}
		return
	}
	want := bank.Receipt{
		Order: o, RecipientEN: m.recipient(o.Bank, o.To).nameEN, Reference: got.Reference, At: now, Fee: money.New(0, money.KRW),
		BalanceAfter: money.New(m.accounts[o.From].balance-o.Amount.Minor(), money.KRW), Status: bank.Completed,
	}
	if day := strconv.Itoa(calendar.DateOf(now).Key()); got != want || got.Reference[:9] != day+"-" {
		rt.Fatalf("the receipt is\n%+v\nand should be\n%+v", got, want)
	}
	for _, other := range m.orders {
		if other.receipt != nil && other.receipt.Reference == got.Reference {
			rt.Fatalf("two orders have the reference %s", got.Reference)
		}
	}
	m.book(kept, got)
}

// signature is mostly the right one of an order, and else says what is wrong with it.
func (m *machine) signature(rt *rapid.T, p *person, key string) (signature []byte, flaw bank.Code) {
	var document []byte
	if o := m.orders[key]; o != nil {
		document = o.document
	}
	switch rapid.IntRange(0, 15).Draw(rt, "signature") {
	case 1:
		return nil, bank.CodeSignatureNeeded
	case 2:
		return banktest.Sign("nobody", document), bank.CodeCertificateNotRegistered
	case 3:
		return banktest.Sign(p.login, append([]byte("not "), document...)), bank.CodeOtherDocument
	}
	return banktest.Sign(p.login, document), ""
}

// digits are the right answer of a customer's medium.
func (m *machine) digits(rt *rapid.T, p *person, key string) []byte {
	if p.medium == bank.Token {
		password, _, err := m.bank.OTP(context.Background(), p.login)
		check(rt, err)
		return []byte(password)
	}
	o := m.orders[key]
	if o == nil || o.challenge == (bank.Challenge{}) {
		return []byte("0000")
	}
	cells, err := m.bank.Card(context.Background(), p.login)
	check(rt, err)
	return []byte(cells[o.challenge.First-1][:2] + cells[o.challenge.Second-1][2:])
}

func (m *machine) forgets(rt *rapid.T) {
	s := m.caller(rt)
	left := m.leftOver(s.by)
	if len(left) == 0 {
		left = []string{"019a5000-0000-7000-8000-000000000000"}
	}
	key := rapid.SampledFrom(left).Draw(rt, "key")
	if m.answered(rt, m.bank.Forget(context.Background(), s.Caller, key), s.mayOrder()) && m.orders[key] != nil {
		m.orders[key].kept = false
	}
}

// movesClock moves the clock on, to just before midnight in Seoul, or back, but never so far behind the books that the
// bank would refuse to open.
func (m *machine) movesClock(rt *rapid.T) {
	now := m.clock.Now()
	midnight := calendar.DateOf(now).AddDays(1).Start()
	by := rapid.SampledFrom([]time.Duration{
		time.Second, 29 * time.Second, 31 * time.Second, time.Hour, 24 * time.Hour, midnight.Sub(now) - time.Microsecond,
		time.Microsecond, -time.Second, -time.Hour, -11 * time.Hour,
	}).Draw(rt, "by")
	if now.Add(by).Before(m.newest.Add(-23 * time.Hour)) {
		by = time.Minute
	}
	m.clock.Advance(by)
}

func (m *machine) reopens(rt *rapid.T) {
	check(rt, m.bank.Close())
	m.open(rt)
}
