// Package certificate holds the screens of the joint certificate: what is on this
// device, and everything that can be done with it.
package certificate

import (
	"context"
	"errors"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// Screens are the screens of this area.
var Screens screen.Set

// at is a place under the heading Joint certificate.
func at(number int) []screen.Place {
	return []screen.Place{{Number: number, Group: screen.CertificateGroup}}
}

// Screens of this area that open each other.
const (
	listID     screen.ID = "cert.list"
	issueID    screen.ID = "cert.issue"
	importID   screen.ID = "cert.import"
	renewID    screen.ID = "cert.renew"
	discardID  screen.ID = "cert.discard"
	passwordID screen.ID = "cert.password"
	moveID     screen.ID = "cert.move"
)

// message is what a customer is told, in the language of the moment.
type message = func(*text.Catalog) text.Message

func explained(err error) message {
	return func(c *text.Catalog) text.Message { return explain(c, err) }
}

// explain says what an error means here. A fault has nothing to do with transfers,
// which is what the frame says of faults.
func explain(c *text.Catalog, err error) text.Message {
	switch m := c.Explain(err); {
	case m != c.Frame.Fault && m != c.Frame.Unknown:
		return m
	case errors.Is(err, context.Canceled), errors.Is(err, bank.ErrUnknown):
		return c.Certificate.Form.Cancelled
	default:
		return c.Certificate.Form.Fault
	}
}

// margin is the column where text outside a form begins.
const margin = "  "

// widest is how wide text is at most: longer lines are tiring to read.
const widest = 100

// paragraph is text in the column outside a form, in lines of a page of w cells.
func paragraph(s string, w int, style theme.Style) []string {
	lines := component.Wrap(s, max(component.Readable(w, widest)-2*len(margin), 1))
	for i, l := range lines {
		lines[i] = margin + style.Render(l)
	}
	return lines
}

// indented moves lines to the column outside a form.
func indented(lines []string) []string {
	for i, l := range lines {
		lines[i] = margin + l
	}
	return lines
}
