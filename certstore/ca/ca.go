// Package ca is a mock of the accredited certificate authorities: it issues,
// reissues, renews, suspends and revokes joint certificates, and signs lists and answers about them. Its keys never leave it.
package ca

// Authority is the certificate authorities of one bank's world.
type Authority struct{ _ int }
