package certstore_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"smartbank/certstore"
)

func TestFlaws(t *testing.T) {
	t.Parallel()
	const user = "hong7"
	for password, want := range map[string][]certstore.PasswordFlaw{
		"Hong!gildong12":                 nil,
		"Wooche2gook!":                   nil,
		"a1!b2@c3#d":                     nil,
		"q8!" + strings.Repeat("x7", 13): nil,
		"q8!" + strings.Repeat("x7", 14): {certstore.TooLong},
		"Wooche2go!":                     nil,
		"Wooche2g!":                      {certstore.TooShort},
		"우체국Post2!ab":                    {certstore.BadCharacter},
		"92!58@71#46":                    {certstore.NoLetter},
		"Wooche!gook":                    {certstore.NoDigit},
		"Wooche2gook":                    {certstore.NoSymbol},
		"Wooche2'gook":                   {certstore.NoSymbol, certstore.BadCharacter},
		`Wooche2!"gook`:                  {certstore.BadCharacter},
		`Wooche2!\gook`:                  {certstore.BadCharacter},
		"Wooche2!|gook":                  {certstore.BadCharacter},
		"Wooche2!₩gook":                  {certstore.BadCharacter},
		"Wooche2! gook":                  {certstore.BadCharacter},
		"Wooche2!\x00gook":               {certstore.BadCharacter},
		"Wooche2!goook":                  {certstore.Run},
		"Wooche2!!!gok":                  {certstore.Run},
		"Wabxhe2!gook":                   nil,
		"WABche2!abCk":                   {certstore.Run},
		"Wooche2!zyxk":                   {certstore.Run},
		"Wooche321!gk":                   {certstore.Run},
		"Wooche890!gk":                   nil,
		"Wooche901!gk":                   nil,
		"Wooche!#$%2gk":                  nil, // symbols have no order that people know
		"Woo:;<9abgook":                  nil,
		"WooHONG7!gook":                  {certstore.ContainsUserID},
		"":                               {certstore.TooShort, certstore.NoLetter, certstore.NoDigit, certstore.NoSymbol},
		"hong7|||":                       {certstore.TooShort, certstore.NoSymbol, certstore.BadCharacter, certstore.Run, certstore.ContainsUserID},
	} {
		given := []byte(password)
		if got := certstore.Flaws(given, user); !slices.Equal(got, want) {
			t.Errorf("%q has %q, want %q", password, got, want)
		}
		if !bytes.Equal(given, []byte(password)) {
			t.Errorf("%q was changed to %q", password, given)
		}
	}
	if got := certstore.Flaws([]byte("Wooche2gook!"), ""); got != nil {
		t.Errorf("without a user ID it has %q", got)
	}
}
