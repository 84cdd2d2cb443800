// Package bank is the mock bank: customers, their accounts, a double-entry
// ledger in SQLite, and the orders a customer may give.
//
// Every order is one method of [Bank] and one transaction. A method either
// commits the whole order and returns what was done, or changes nothing and
// returns an error. There are two kinds of error: a [*RefusedError] is the
// bank's answer to the customer ("not enough money"), and any other error is a
// fault of the program or the machine. (What a refusal does commit is the count
// of wrong passwords, and the record of an order that was confirmed and then refused.)
//
// Money moves only through post, in ledger.go. An entry has legs; a leg debits
// one account, credits another, in one currency, by an amount above zero, and a
// trigger moves both balances and writes both postings: an unbalanced entry
// cannot be written down.
//
// # Time and chance
//
// The bank reads no clock and no random source of its own: [Options.Now] is
// read once a transaction and [Options.Rand] gives every identifier, so that
// the same seed and clock give the same bank, byte for byte. Times are stored in
// UTC; business days are Seoul's.
//
// # Who asks
//
// Methods take a [Caller]. A caller with a session is refused once that session
// has ended; a caller without one, from [Bank.Authenticate], may only read.
package bank
