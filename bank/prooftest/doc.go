// Package prooftest is what the proofs of the ledger share: a bank of customers who can give orders at once, the orders
// they give, the log of what they asked and were answered, and the balances that follow from it.
//
// The proofs themselves stand in bank/killtest, bank/powertest, bank/modeltest and bank/conformancetest. Each has a short
// form, and a long one that is run with LONG=1.
package prooftest
