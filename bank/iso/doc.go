// Package iso builds, parses and checks what banks write to each other: account numbers, bank codes, names and
// addresses, and the two messages of a customer's credit transfer.
//
// # Values
//
//   - [IBAN], ISO 13616: exact length and structure of each country, check digits, mod 97.
//   - [BIC], ISO 9362, and [Clearing], the national codes of banks that have none.
//   - [UETR], ISO 20022's name of a payment for tracking, and LEIs, ISO 17442.
//   - Text in SWIFT's character set x, and [Transliterate], which turns what a customer typed into it.
//
// # Messages
//
// A [CreditTransfer] is one customer's payment. [CreditTransfer.MT103] and [CreditTransfer.Pacs008] write it,
// [ParseMT103] and [ParsePacs008] read it back: both give the same value, because a transfer may say only what
// both formats can.
//
// # Problems
//
// Everything that is refused is an [*InvalidError]: what is wrong, where, and what was expected. Its words for a
// customer are in package text. Nothing here reads a clock, a file or chance.
package iso
