package tape

import (
	"fmt"
	"strings"
	"time"

	"smartbank/ui/headless"
)

// Pos is a place in a tape. Column counts characters; both count from 1.
type Pos struct {
	File         string
	Line, Column int
}

// At is the place itself, for what embeds it.
func (p Pos) At() Pos { return p }

// String is "file:line:column".
func (p Pos) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// SyntaxError is a mistake in a tape.
type SyntaxError struct {
	// File is the tape's name as it was given, Line and Column the place.
	File         string
	Line, Column int
	// Problem is what is wrong.
	Problem string
}

// Error is "file:line:column: problem".
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Problem)
}

// FileError is a file that a tape could not write.
type FileError struct {
	// Pos is the command's place; zero at the tape's end, when outputs are written.
	Pos
	// Name is the file's name in the tape.
	Name string
	// Err is why.
	Err error
}

// Error is "file:line:column: write name: reason".
func (e *FileError) Error() string {
	if e.Pos == (Pos{}) {
		return fmt.Sprintf("write %s: %v", e.Name, e.Err)
	}
	return fmt.Sprintf("%v: write %s: %v", e.Pos, e.Name, e.Err)
}

// Unwrap is the reason.
func (e *FileError) Unwrap() error { return e.Err }

// ExpectError is an expectation of a tape that the program did not meet.
type ExpectError struct {
	// File is the tape's name, Line and Column the command's place.
	File         string
	Line, Column int
	// Want is the command that failed, as it could be written in the tape.
	Want string
	// Why is the reason.
	Why string
	// Screen is the text of the screen at that moment.
	Screen string
	// Wanted is the text of the screen that was expected, "" where a pattern was.
	Wanted string
	// Width is the screen's width in cells.
	Width int
	// Clock is the time on the tape's clock.
	Clock time.Time
	// Keys are the last keys that were pressed, at most ten, by Bubble Tea's names.
	Keys []string
}

// Error names the command, the reason and the clock, and shows the screen.
func (e *ExpectError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d:%d: %s: %s\nat %s the screen was\n", e.File, e.Line, e.Column, e.Want, e.Why,
		e.Clock.Format(time.RFC3339))
	if e.Wanted != "" {
		beside(&b, e.Wanted, e.Screen, e.Width)
	} else {
		e.box(&b)
	}
	if len(e.Keys) > 0 {
		fmt.Fprintf(&b, "\nthe last keys: %s", strings.Join(e.Keys, " "))
	}
	return b.String()
}

// box draws the screen.
func (e *ExpectError) box(b *strings.Builder) {
	edge := strings.Repeat("─", e.Width)
	fmt.Fprintf(b, "┌%s┐\n", edge)
	for line := range strings.Lines(e.Screen) {
		line = strings.TrimSuffix(line, "\n")
		fmt.Fprintf(b, "│%s%s│\n", line, strings.Repeat(" ", max(e.Width-headless.Width(line), 0)))
	}
	fmt.Fprintf(b, "└%s┘", edge)
}
