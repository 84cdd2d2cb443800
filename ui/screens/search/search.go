// Package search holds the area Search of the menu: Account inquiry and
// Transaction history inquiry.
//
// "search.accounts" takes no args. "search.history" takes the [bank.AccountNumber]
// to show, or nil for the customer's first account.
package search

import (
	"context"
	"errors"
	"time"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Screens are the screens of this area.
var Screens screen.Set

// The screens that this area asks for.
const (
	historyID  screen.ID = "search.history"
	realtimeID screen.ID = "transfer.realtime" // takes the bank.AccountNumber to send from

	statementID screen.ID = "export.statement" // takes the export.Selection
	receiptID   screen.ID = "export.receipt"   // takes the export.Asked
)

// Below these a window is narrow, in cells, or low, in lines of the body.
const (
	narrowBelow = 60
	lowBelow    = 14
)

// message is words of a problem, in the language they are read in.
type message func(*text.Catalog) text.Message

// why says why an inquiry has no answer. A fault has words of its own: an
// inquiry moves nothing, so that there is nothing to be looked for afterwards.
func why(err error) message {
	return func(c *text.Catalog) text.Message {
		switch {
		case bank.RefusalCode(err) != "":
			return c.Explain(err)
		case errors.Is(err, context.Canceled):
			return c.Search.Stopped
		default:
			return c.Search.Fault
		}
	}
}

// otherNumber writes the number of somebody else's account as its bank does,
// masked like the customer's own: the three digits before the last three.
func otherNumber(l component.Look, code bank.BankCode, digits string, revealed bool) string {
	grouped := []rune(component.Clean(bank.GroupAccount(code, digits)))
	if revealed {
		return string(grouped)
	}
	seen := 0
	for i := len(grouped) - 1; i >= 0; i-- {
		if grouped[i] == '-' {
			continue
		}
		if seen++; seen > 3 && seen <= 6 {
			grouped[i] = []rune(l.Theme.Glyphs.Mask)[0]
		}
	}
	return string(grouped)
}

// day is the day in Seoul at t, "" for the zero time.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return calendar.DateOf(t).String()
}

// told draws what is not a mistake, such as that there is nothing to show, with
// what can be done about it.
func told(l component.Look, m text.Message, w int) []string {
	var lines []string
	for _, line := range component.Wrap(m.Problem, w-2) {
		lines = append(lines, " "+l.Theme.Strong.Render(line))
	}
	for _, line := range component.Wrap(m.Advice, w-2) {
		lines = append(lines, " "+l.Theme.Muted.Render(line))
	}
	return lines
}

// refused draws a problem with a margin at both sides.
func refused(l component.Look, m text.Message, w int) []string {
	lines := component.Problem(l, m, w-2)
	for i, line := range lines {
		lines[i] = " " + line
	}
	return lines
}

// ends draws one text at the left edge and one at the right, in w cells with a
// margin on both sides. The left one is cut if both are too long.
func ends(l component.Look, left, right string, w int) string {
	room := w - 2 - component.Cells(right)
	if right != "" {
		room -= 2
	}
	left = component.CutEllipsis(l, left, room)
	return " " + component.PadRight(left, max(w-2-component.Cells(right), 0)) + right
}
