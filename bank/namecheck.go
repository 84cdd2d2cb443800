package bank

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// NameOutcome is how a name that a customer expected compares with the one on the
// account.
type NameOutcome string

// The outcomes of a name check. Nothing is compared if nothing was expected.
const (
	NameNotCompared NameOutcome = ""
	NameMatches     NameOutcome = "match"
	NameClose       NameOutcome = "close"     // a syllable or a letter differs: WarnNameClose
	NameDiffers     NameOutcome = "different" // WarnName
	NameUnchecked   NameOutcome = "unchecked" // the receiving bank does not answer now: nothing can be sent
)

// NameCheck is whose account a number is, and whether that is who was expected.
// With NameUnchecked the recipient has no name.
type NameCheck struct {
	Recipient

	Expected string // as typed
	Outcome  NameOutcome
}

// CheckName is CheckRecipient, and compares the name with the one that the
// customer expected; "" compares nothing. A receiving bank that does not answer is an outcome here. It is refused with the other
// refusals of [Bank.CheckRecipient].
func (b *Bank) CheckName(ctx context.Context, c Caller, at BankCode, number, expected string) (NameCheck, error) {
	r, err := b.CheckRecipient(ctx, c, at, number)
	check := NameCheck{Recipient: r, Expected: expected}
	switch code := RefusalCode(err); {
	case code == CodeBankNotAnswering:
		check.Recipient = Recipient{Bank: at, Account: number, CheckedAt: b.Now()}
		check.Outcome = NameUnchecked
	case err != nil:
		return NameCheck{}, err
	default:
		check.Outcome = CompareNames(expected, r.NameKO, r.NameEN)
	}
	return check, nil
}

// CompareNames says how a typed name compares with the names on an account, the
// better of both. Composition (NFC), case, spaces and punctuation do not matter, nor the order of words; what banks mask a
// syllable with (* or ○) stands for any one. One syllable or letter more, less, other, or swapped with its neighbour is close.
func CompareNames(typed string, names ...string) NameOutcome {
	if nameKey(typed) == "" {
		return NameNotCompared
	}
	outcome := NameDiffers
	for _, name := range names {
		if nameKey(name) == "" {
			continue
		}
		for _, keys := range [][2]string{{nameKey(typed), nameKey(name)}, {wordsKey(typed), wordsKey(name)}} {
			a, b := []rune(keys[0]), []rune(keys[1])
			switch {
			case same(a, b):
				return NameMatches
			case oneOff(a, b):
				outcome = NameClose
			}
		}
	}
	return outcome
}

// nameKey is what of a name is compared.
func nameKey(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '*' || r == '○' || r == '●':
			return '*'
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFC.String(name))
}

// wordsKey is the same with the words in the order of the alphabet: Minsu Kim is
// Kim Minsu.
func wordsKey(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = nameKey(w)
	}
	slices.Sort(words)
	return strings.Join(words, "")
}

// alike reports whether two syllables are, or one is masked.
func alike(a, b rune) bool { return a == b || a == '*' || b == '*' }

func same(a, b []rune) bool { return slices.EqualFunc(a, b, alike) }

// oneOff reports whether one change makes a name of the other: a syllable put in,
// left out, replaced, or swapped with the next. A name of one syllable has nothing to be close by.
func oneOff(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || len(b) < 2 {
		return false
	}
	i := 0
	for i < len(a) && alike(a[i], b[i]) {
		i++
	}
	if len(a) < len(b) {
		return same(a[i:], b[i+1:])
	}
	return i < len(a) && (same(a[i+1:], b[i+1:]) ||
		i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && same(a[i+2:], b[i+2:]))
}
