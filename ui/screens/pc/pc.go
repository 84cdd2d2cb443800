// Package pc holds the screens of the PC's Certification Center: its certificates
// in NPKI folders, and copying them to and from the phone.
package pc

import (
	"errors"

	"smartbank/certstore/npki"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// Screens are the screens of this area.
var Screens screen.Set

// What the first page opens.
const (
	sendID     screen.ID = "pc.send"
	receiveID  screen.ID = "pc.receive"
	viewID     screen.ID = "pc.view"
	passwordID screen.ID = "pc.password"
	deleteID   screen.ID = "pc.delete"
	loginID    screen.ID = "login"
)

// The columns and heights of pages, as in the bank's own program.
const (
	margin = "  "
	widest = 100
	roomy  = 16
)

// passwordRunes is the longest certificate password that is taken.
const passwordRunes = 64

// fieldPassword is the field of a certificate's password.
const fieldPassword = "password"

// onPC are the words of copying on this device.
func onPC(c *text.Catalog) text.CopyingDevice { return c.Copying.OnPC }

// explain says what an error means here.
func explain(c *text.Catalog, err error) text.Message {
	if errors.Is(err, center.ErrKeyPassword) {
		return c.PC.WrongPassword
	}
	switch m := c.Explain(err); m {
	case c.Frame.Fault, c.Frame.Unknown:
		return c.PC.Fault
	default:
		return m
	}
}

// paragraph is text in the column outside a form.
func paragraph(env *screen.Env, s string, w int) []string {
	return indented(component.Wrap(env.Theme.Base.Render(s), room(w)))
}

// room is how wide text is in a window of w cells.
func room(w int) int { return max(component.Readable(w, widest)-2*len(margin), 1) }

func indented(lines []string) []string {
	for i, l := range lines {
		lines[i] = margin + l
	}
	return lines
}

// where is where a certificate lies.
func where(c *text.Catalog, r npki.Root) string {
	if r.Drive {
		return c.PC.Drive
	}
	return c.PC.Root
}

// frame are a page's keys with those that every page has.
func frame(c *text.Catalog, keys ...keymap.Hint) []keymap.Hint {
	return append(keys, keymap.AllMenus.As(c.PC.First), keymap.Language.Hint(c))
}
