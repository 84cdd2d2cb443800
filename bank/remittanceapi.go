package bank

import (
	"context"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/fx"
	"smartbank/bank/money"
)

// Board is the exchange rates of a notice of a day: notice 0 is the last one given,
// today the one that holds now. On a day when banks are closed, and before the day's first notice, it is the last board of the
// business day before. It is refused with CodeNoRate.
func (b *Bank) Board(ctx context.Context, day calendar.Date, notice int) (fx.Board, error) {
	panic("todo")
}

// Notice is one of the boards of a day.
type Notice struct {
	Number int
	At     time.Time
}

// Notices are the notices of a day up to now, the first one first; none on days
// when banks are closed.
func (b *Bank) Notices(ctx context.Context, day calendar.Date) ([]Notice, error) { panic("todo") }

// RateHistory is the last base rate of a currency on each business day from a day
// to another, oldest first; today's is that of now. It is refused with CodeNoRate for a currency without any.
func (b *Bank) RateHistory(ctx context.Context, c money.Currency, from, to calendar.Date) ([]fx.Point, error) {
	panic("todo")
}

// RateImport is what a file of rates brought.
type RateImport struct {
	Format      string // "ecb" or "eximbank"
	Currencies  int
	Days        int // of the file
	First, Last calendar.Date
}

// ImportRates keeps a file of rates, which takes precedence over what the bank had
// from then on: eurofxref-hist.csv of the European Central Bank, or an answer of the Export-Import Bank of Korea, which
// says nothing of its day: it is that of day. What is wrong with a file is an error of package fx: *fx.FileError, *fx.ResultError, fx.ErrClosed.
func (b *Bank) ImportRates(ctx context.Context, file []byte, day calendar.Date) (RateImport, error) {
	panic("todo")
}

// FavouriteCurrencies are the currencies that the caller wants first on the board,
// in order.
func (b *Bank) FavouriteCurrencies(ctx context.Context, c Caller) ([]money.Currency, error) {
	panic("todo")
}

// SetFavouriteCurrencies replaces them. It is refused with CodeReadOnly, and with
// CodeNotOffered for what is no currency.
func (b *Bank) SetFavouriteCurrencies(ctx context.Context, c Caller, all []money.Currency) error {
	panic("todo")
}

// Quote is a rate that the bank stands by for a minute, even if the board changes.
type Quote struct {
	fx.Quote

	ID string // for RemittanceOrder.Quote
}

// Quote quotes the rate of the board now to the caller, and keeps it. It is refused
// with CodeReadOnly and CodeNoRate.
func (b *Bank) Quote(ctx context.Context, c Caller, currency money.Currency, side fx.Side) (Quote, error) {
	panic("todo")
}

// PrepareRemittance checks an order and the withdrawal account's four-digit
// password, which is wiped, fixes its terms, gives it its key, and keeps it until [Bank.ForgetRemittance]. What can be known before
// the second factor is refused here: CodeReadOnly, CodeNoAccount, CodeAccountClosed, CodeNotWithdrawable, CodeAccountCurrency,
// CodeWrongPIN, CodePINLocked, CodeBadAmount, CodeRemittanceClosed, CodeNoRemittanceConsent, CodeRemittanceAtBranch,
// CodeNoPurpose, CodeOtherSender, CodeNotOffered, CodeNoGiro, CodeCountryBlocked, CodeBadField, CodeNoRate, CodeNoQuote,
// CodeQuoteExpired, CodeOverRemittanceLimit, CodeOverYearlyLimit, CodeSplitRemittance, CodeAfterHoursLimit,
// CodeInsufficientFunds and CodeFactorLocked.
func (b *Bank) PrepareRemittance(ctx context.Context, c Caller, o RemittanceOrder, pin []byte) (RemittanceReview, error) {
	panic("todo")
}

// Remit books a prepared order. The same key seen before gives the first receipt again, whatever the proof.
// Besides the refusals of PrepareRemittance, which are all asked again inside the transaction: CodeNotPrepared, CodeKeyReused,
// CodeQuoteExpired once the quote's minute is over, those of signatures as for [Bank.Transfer], and CodeWrongFactor. ErrUnknown means
// that it may have been booked: ask RemittanceOutcome.
func (b *Bank) Remit(ctx context.Context, c Caller, o RemittanceOrder, p Proof) (RemittanceReceipt, error) {
	panic("todo")
}

// RemittanceOutcome asks what became of the order with this key: its receipt, or
// nil if it was not booked.
func (b *Bank) RemittanceOutcome(ctx context.Context, c Caller, key string) (*RemittanceReceipt, error) {
	panic("todo")
}

// LeftOverRemittances are the caller's prepared remittances, oldest first.
func (b *Bank) LeftOverRemittances(ctx context.Context, c Caller) ([]PreparedRemittance, error) {
	panic("todo")
}

// ForgetRemittance removes a prepared remittance: its receipt was shown, or the
// customer withdrew it. It is refused with CodeReadOnly.
func (b *Bank) ForgetRemittance(ctx context.Context, c Caller, key string) error { panic("todo") }

// YearlyLimit is what the caller has sent abroad this year, and may still.
func (b *Bank) YearlyLimit(ctx context.Context, c Caller) (YearlyLimit, error) { panic("todo") }

// Remittances answers a query, newest first, by keyset. It is refused with the
// period refusals of [Bank.History].
func (b *Bank) Remittances(ctx context.Context, c Caller, q RemittanceQuery) (RemittancePage, error) {
	panic("todo")
}

// Remittance is everything about one of the caller's remittances. It is refused
// with CodeNoRemittance.
func (b *Bank) Remittance(ctx context.Context, c Caller, reference string) (RemittanceDetail, error) {
	panic("todo")
}

// RequestAmendment asks the banks on the way to change what a SWIFT remittance says
// of its recipient, confirmed with the second factor, whose digits are wiped: those of [Bank.Challenge]. It is refused with CodeReadOnly, CodeNoRemittance,
// CodeTooLate, CodeBadField, CodeWrongFactor and CodeFactorLocked.
func (b *Bank) RequestAmendment(ctx context.Context, c Caller, reference string, a Amendment, digits []byte) error {
	panic("todo")
}

// RequestCancellation asks to have a remittance back, confirmed with the second
// factor, whose digits are wiped: those of [Bank.Challenge]. The reason is in the customer's words. It is refused with CodeReadOnly, CodeNoRemittance, CodeTooLate,
// CodeBadField, CodeWrongFactor and CodeFactorLocked.
func (b *Bank) RequestCancellation(ctx context.Context, c Caller, reference, reason string, digits []byte) error {
	panic("todo")
}

// Advance does everything that is due at the bank's time, each at its own due time
// and once, whoever else does it too, and returns how much was done. Every opener of a bank calls it.
func (b *Bank) Advance(ctx context.Context) (done int, err error) { panic("todo") }
