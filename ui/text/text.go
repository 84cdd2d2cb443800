// Package text holds every word the customer reads, in English and Korean.
//
// A [Catalog] is one language. Its words are fields, grouped in areas: a
// misspelt word does not compile, and TestCatalogs fails for one that is
// missing in a language. Each area has its own file, with its words in both
// languages side by side.
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lang is a language of the program.
type Lang string

// The languages.
const (
	English Lang = "en"
	Korean  Lang = "ko"
)

// Catalog is every word of one language.
type Catalog struct {
	Lang        Lang
	Frame       Frame
	Menu        Menu
	Keys        Keys
	Component   Component
	Home        Home
	Login       Login
	Search      Search
	Transfer    Transfer
	FX          FX
	Certificate Certificate
	Copying     Copying
	PC          PC
	CertStore   CertStore
	Command     Command
	Export      Export
	Settings    Settings
	Arrange     Arrange
	Plain       Plain
	Kiosk       Kiosk
	refusals    refusals
}

// Message is what a customer is told when something is refused: what is wrong,
// and what to do.
type Message struct{ Problem, Advice string }

// Sentences is a message that begins with small letters and ends without a stop, as those about values do, in
// sentences.
func (m Message) Sentences() Message { return Message{sentence(m.Problem), sentence(m.Advice)} }

func sentence(s string) string {
	if s == "" || strings.HasSuffix(s, ".") {
		return s
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:] + "."
}

// Zero reports whether there is nothing to tell.
func (m Message) Zero() bool { return m == Message{} }

// In returns the catalogue of a language; English for one there is none of.
func In(l Lang) *Catalog {
	if l == Korean {
		return &korean
	}
	return &english
}

// Other is the language F2 switches to.
func (c *Catalog) Other() Lang {
	if c.Lang == Korean {
		return English
	}
	return Korean
}

// Pick returns en or ko, as the catalogue's language is: for names that come
// from the bank in both.
func (c *Catalog) Pick(en, ko string) string {
	if c.Lang == Korean {
		return ko
	}
	return en
}

var english = Catalog{
	Lang: English, Frame: frameEN, Menu: menuEN, Keys: keysEN, Component: componentEN, Home: homeEN, Login: loginEN,
	Search:      searchEN,
	Transfer:    transferEN,
	FX:          fxEN,
	Certificate: certificateEN,
	Copying:     copyingEN,
	PC:          pcEN,
	CertStore:   certStoreEN,
	Command:     commandEN,
	Export:      exportEN,
	Settings:    settingsEN,
	Arrange:     arrangeEN,
	Plain:       plainEN,
	Kiosk:       kioskEN,
	refusals:    refusalsEN,
}

var korean = Catalog{
	Lang: Korean, Frame: frameKO, Menu: menuKO, Keys: keysKO, Component: componentKO, Home: homeKO, Login: loginKO,
	Search:      searchKO,
	Transfer:    transferKO,
	FX:          fxKO,
	Certificate: certificateKO,
	Copying:     copyingKO,
	PC:          pcKO,
	CertStore:   certStoreKO,
	Command:     commandKO,
	Export:      exportKO,
	Settings:    settingsKO,
	Arrange:     arrangeKO,
	Plain:       plainKO,
	Kiosk:       kioskKO,
	refusals:    refusalsKO,
}
