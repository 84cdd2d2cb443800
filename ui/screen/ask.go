package screen

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/text"
)

// Result is the answer to [Do]: its value, or its error. A cancelled Do answers
// with context.Canceled, or with what the bank knows.
type Result[T any] struct {
	Value T
	Err   error
}

// Failure is Err, for app, which looks at every result for the end of the session.
func (r Result[T]) Failure() error { return r.Err }

// Request is slow work on its way to app, which runs it. It is exported for app
// alone.
type Request struct {
	Run   func(context.Context) tea.Msg
	Quiet bool // nobody waits for it: not shown, and not what Esc cancels
}

// Do returns a command that runs f and answers the screen that returned it with
// a [Result]. While it runs the status line shows the time that passed, and Esc cancels ctx.
func Do[T any](f func(ctx context.Context) (T, error)) tea.Cmd {
	return func() tea.Msg {
		return Request{Run: func(ctx context.Context) tea.Msg {
			v, err := f(ctx)
			return Result[T]{v, err}
		}}
	}
}

// Quietly is [Do] for what nobody waits for: the status line does not show it and
// Esc does not cancel it.
func Quietly[T any](f func(ctx context.Context) (T, error)) tea.Cmd {
	return func() tea.Msg {
		r, ok := Do(f)().(Request)
		r.Quiet = ok
		return r
	}
}

// Timer is a wish for a message later, on its way to app.
type Timer struct {
	After time.Duration
	Msg   tea.Msg
}

// After returns a command that answers the screen with msg once d has passed on
// the program's clock.
func After(d time.Duration, msg tea.Msg) tea.Cmd {
	return func() tea.Msg { return Timer{d, msg} }
}

// Opening asks for another screen on top of this one.
type Opening struct {
	ID   ID
	Args any
}

// Open returns a command that opens a screen. Args are what that screen's
// package documents; a screen that is not public asks for the login first.
func Open(id ID, args any) tea.Cmd { return func() tea.Msg { return Opening{id, args} } }

// Replacing asks for another screen in place of this one.
type Replacing struct{ Opening }

// Replace returns a command that closes this screen and opens another one.
func Replace(id ID, args any) tea.Cmd {
	return func() tea.Msg { return Replacing{Opening{id, args}} }
}

// Closing asks to leave the screen.
type Closing struct{}

// Close returns a command that closes this screen, after a question if it is a [Holder] of something unsaved.
func Close() tea.Cmd { return func() tea.Msg { return Closing{} } }

// Dialog is a question over the screen. Update returns the decision once there
// is one; app closes the dialog and tells the screen with [Decided].
type Dialog interface {
	Update(msg tea.KeyPressMsg) (decision any, done bool)
	View(look component.Look, w, h int) (box string, cursor *component.Point)
}

// Asking is a dialog on its way to app.
type Asking struct {
	Dialog  Dialog
	Unasked bool
}

// Decided is what was decided in a dialog this screen opened.
type Decided struct{ Decision any }

// Ask returns a command that shows a dialog the customer asked for by a key.
func Ask(d Dialog) tea.Cmd { return func() tea.Msg { return Asking{d, false} } }

// Interrupt returns a command that shows a dialog that appears by itself. Keys
// go on to the screen until there were none for 400 ms, so that it cannot swallow one.
func Interrupt(d Dialog) tea.Cmd { return func() tea.Msg { return Asking{d, true} } }

// Saying is a short line for the status line.
type Saying struct{ Line func(*text.Catalog) string }

// Say returns a command that shows a line in the status line until the next key
// or for some seconds.
func Say(line func(*text.Catalog) string) tea.Cmd { return func() tea.Msg { return Saying{line} } }

// Copying is text for the clipboard.
type Copying struct{ Text string }

// Copy returns a command that puts text on the customer's clipboard (OSC 52) and
// says so.
func Copy(s string) tea.Cmd { return func() tea.Msg { return Copying{s} } }

// SigningIn tells app that a session was opened.
type SigningIn struct{ Session bank.Session }

// SignedIn returns a command that starts a session in the frame: its screen is
// replaced by the one that was wanted before the login, or by All Menus.
func SignedIn(s bank.Session) tea.Cmd { return func() tea.Msg { return SigningIn{s} } }

// SigningOut asks to end the session.
type SigningOut struct{}

// SignOut returns a command that ends the session and every screen.
func SignOut() tea.Cmd { return func() tea.Msg { return SigningOut{} } }
