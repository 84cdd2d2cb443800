package bank

import (
	"context"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// BankCode is the three-digit code of a Korean bank.
type BankCode string

// KoreaPost is this bank.
const KoreaPost BankCode = "071"

// Institution is a Korean bank that money can be sent to.
type Institution struct {
	Code           BankCode
	NameEN, NameKO string
}

// MemoCells is how wide a memo on a passbook may be, in cells: seven Hangul
// syllables or fourteen letters.
const MemoCells = 14

// CardCells is the number of cells on a security card.
const CardCells = 35

// Recipient is the answer to a name check.
type Recipient struct {
	Bank           BankCode
	Account        string // digits
	NameEN, NameKO string
	CheckedAt      time.Time
}

// TransferOrder is a real-time transfer as the customer gives it. Key is empty
// until [Bank.Prepare] made one.
type TransferOrder struct {
	Key           string // UUIDv7
	From          AccountNumber
	Bank          BankCode
	To            string // digits
	Recipient     string // the Korean name that the name check answered
	Amount        money.Amount
	OwnMemo       string // on the sender's passbook; "" is the recipient's name
	RecipientMemo string // on the recipient's passbook; "" is the sender's name
}

// Review is an order that would pass now, as it is shown before it is confirmed.
// The memos of Order are filled in.
type Review struct {
	Order        TransferOrder
	RecipientEN  string
	Fee          money.Amount
	BalanceAfter money.Amount
	LeftToday    money.Amount // of the daily limit, after this order
	Medium       Medium
	Challenge    Challenge
	PreparedAt   time.Time
}

// Challenge is what a security card is asked for: the first two digits of the
// cell First and the last two of the cell Second. Zero for a token.
type Challenge struct{ First, Second int }

// Receipt is a transfer that was booked.
type Receipt struct {
	Order        TransferOrder
	RecipientEN  string
	Reference    string // what the bank calls it, on receipts and in searches
	At           time.Time
	Fee          money.Amount
	BalanceAfter money.Amount
}

// TransferLimits are what a customer may send.
type TransferLimits struct {
	Medium    Medium
	Each      money.Amount
	Day       money.Amount
	UsedToday money.Amount
}

// Institutions are the Korean banks, this one first, then by code.
func (b *Bank) Institutions(ctx context.Context) ([]Institution, error) { panic("todo") }

// TransferLimits returns what the caller may send and has sent today.
func (b *Bank) TransferLimits(ctx context.Context, c Caller) (TransferLimits, error) { panic("todo") }

// CheckRecipient asks the receiving bank whose account it is. It is refused with
// CodeUnknownBank, CodeBadAccountNumber, CodeNoRecipient, CodeRecipientClosed and CodeBankNotAnswering.
func (b *Bank) CheckRecipient(ctx context.Context, c Caller, at BankCode, number string) (Recipient, error) {
	panic("todo")
}

// Prepare checks an order and the withdrawal account's four-digit password, which
// is wiped, gives the order its key, and keeps both until [Bank.Forget]. Everything that can be known before
// the second factor is refused here: CodeReadOnly, CodeNoAccount, CodeAccountClosed, CodeNotWithdrawable, CodeWrongPIN,
// CodePINLocked, CodeBadAmount, CodeOtherCurrency, CodeSameAccount, the refusals of CheckRecipient, CodeRecipientChanged,
// CodeMemoTooLong, CodeOverTransferLimit, CodeOverDailyLimit, CodeInsufficientFunds, CodeFactorLocked.
// The password is checked before anything about money is said.
func (b *Bank) Prepare(ctx context.Context, c Caller, o TransferOrder, pin []byte) (Review, error) {
	panic("todo")
}

// Transfer books a prepared order. factor is the four digits of the card
// challenge or the six digits of the token, and is wiped. The same key seen before gives the first receipt again,
// whatever the factor. Besides the refusals of Prepare, which are all asked again inside the
// transaction: CodeNotPrepared, CodeKeyReused, CodeWrongFactor. A refusal after the factor was right is kept for
// [Bank.Transfers]; wrong factors count.
func (b *Bank) Transfer(ctx context.Context, c Caller, o TransferOrder, factor []byte) (Receipt, error) {
	panic("todo")
}

// Prepared is an order that was reviewed and whose receipt was never shown.
// Receipt is nil if it was not booked.
type Prepared struct {
	Review  Review
	Receipt *Receipt
}

// LeftOver are the caller's prepared orders, oldest first: what a customer is
// told about when signing in again.
func (b *Bank) LeftOver(ctx context.Context, c Caller) ([]Prepared, error) { panic("todo") }

// Outcome asks what became of the order with this key: its receipt, or nil if it
// was not booked. It needs no prepared order.
func (b *Bank) Outcome(ctx context.Context, c Caller, key string) (*Receipt, error) { panic("todo") }

// Forget removes a prepared order: its receipt was shown, or the customer
// withdrew it. Forgetting what is not there is no error.
func (b *Bank) Forget(ctx context.Context, c Caller, key string) error { panic("todo") }

// TransferStatus is what became of an order.
type TransferStatus string

// The states of a transfer.
const (
	Completed TransferStatus = "completed"
	Rejected  TransferStatus = "rejected"
)

// TransferQuery asks for orders requested from From to To, days in Seoul, both
// included. Account "" and Status "" mean all.
type TransferQuery struct {
	From, To calendar.Date
	Account  AccountNumber
	Status   TransferStatus
}

// TransferResult is one order, booked or refused.
type TransferResult struct {
	Order       TransferOrder
	RecipientEN string
	Status      TransferStatus
	Code        Code // why it was rejected; "" when it was not
	Reference   string
	RequestedAt time.Time
	ProcessedAt time.Time
	Fee         money.Amount
}

// Transfers answers a query, newest first. It is refused with the period
// refusals of [Bank.History] and CodeNoAccount.
func (b *Bank) Transfers(ctx context.Context, c Caller, q TransferQuery) ([]TransferResult, error) {
	panic("todo")
}
