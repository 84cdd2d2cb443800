// Package killtest kills processes that have a bank open, at moments that a seed draws, and asks the bank afterwards about
// every order that they gave: none that was acknowledged may be lost, none may be booked twice, and one whose answer never came
// can be asked again.
//
// A killed process takes nothing with it that it gave to the system, so that this says nothing about power loss: see
// bank/powertest.
package killtest
