package demo

import (
	"cmp"

	"smartbank/bank"
	"smartbank/bank/money"
)

// The kinds of entry.
const (
	kindOpening  = "opening"
	kindTransfer = "transfer"
	kindSalary   = "salary"
	kindCard     = "card"
	kindBill     = "bill"
	kindCash     = "cash"
	kindInterest = "interest"
	kindFee      = "fee"
	kindExchange = "exchange"
)

// dollars is what the bank's own accounts in US dollars end with.
const dollars = "-USD"

// booked is an entry of one kind, with what both passbooks show.
func booked(kind, from, to string, amount money.Amount, fromMemo, toMemo string) bank.NewEntry {
	return bank.NewEntry{Kind: kind, Debit: from, Credit: to, Amount: amount, DebitMemo: fromMemo, CreditMemo: toMemo}
}

// sent is a transfer that a customer ordered. Memos left empty are what the bank
// fills in: the recipient's name on the own passbook, the sender's on the other.
func sent(from, sender string, to party, amount int64, own, theirs string) bank.NewEntry {
	credit := bank.OwnClearing
	if to.bank == bank.KoreaPost {
		credit = to.number
	}
	e := booked(kindTransfer, from, credit, won(amount), cmp.Or(own, to.name), cmp.Or(theirs, sender))
	e.Transfer = &bank.NewTransfer{Bank: to.bank, To: to.number, Recipient: to.name}
	return e
}

// received is a transfer from another bank.
func received(to, memo string, amount int64) bank.NewEntry {
	return booked(kindTransfer, bank.OwnClearing, to, won(amount), "", memo)
}

// paid is a payment by debit card, or of a bill by direct debit, or of a fee.
func paid(kind, from, memo string, amount int64) bank.NewEntry {
	to := bank.OwnClearing
	if kind == kindFee {
		to = bank.OwnFees
	}
	return booked(kind, from, to, won(amount), memo, "")
}

// moved is a standing order between two accounts of one customer.
func moved(from, to, memo string, amount int64) bank.NewEntry {
	return booked(kindTransfer, from, to, won(amount), memo, memo)
}

// withdrawn is money from a cash machine.
func withdrawn(from string, amount int64) bank.NewEntry {
	return booked(kindCash, from, bank.OwnCash, won(amount), "ATM 출금", "")
}

// deposited is money put into a cash machine.
func deposited(to string, amount int64) bank.NewEntry {
	return booked(kindCash, bank.OwnCash, to, won(amount), "", "ATM 입금")
}
