// Package headless runs a Bubble Tea program without a terminal: synchronously,
// on a virtual clock, and the same way every time.
//
// A [Clock] stands in for time, a [Driver] for tea.Program, and a [Frame] for
// the terminal's screen. Tests, tapes and screenshots use the same three. The
// package knows nothing of the bank's screens: it drives any tea.Model.
//
// A model behaves the same as under tea.Program on two conditions: it takes all
// its time from the Clock, and it makes its slow commands with [Clock.Work],
// which is what [Driver.Hold] can hold back.
package headless
