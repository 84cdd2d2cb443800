// Package conductor lets one program move the clock of another, which is how a
// tape is played against the built program: that one draws on a real terminal and reads real keys, but time passes in it
// only when the tape says so.
//
// The two talk over a pair of pipes, a JSON object a line. An order is one of
//
//	{"inputs":3}    go on until three keys or pastes in all have been handled
//	{"fire":TIME}   let the next timer fire, which is due at TIME
//	{"move":TIME}   set the clock to TIME, before which no timer is due
//
// and is answered with {} once the program has nothing left to do but wait for the
// clock or for a key, or with {"problem":"…"}. The end of either pipe is the end of the other program.
package conductor
