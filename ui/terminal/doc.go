// Package terminal is a terminal without a window: a program runs on a
// pseudo-terminal, an emulator shows what a customer would see of it, and keys are sent as a keyboard sends them.
package terminal
