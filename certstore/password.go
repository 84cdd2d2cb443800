package certstore

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// PasswordFlaw is what is wrong with a new password; "" is nothing.
type PasswordFlaw string

// The flaws, in the order they are told (the five accredited authorities' rule since 2014-09-22).
const (
	TooShort       PasswordFlaw = "too short" // under ten characters
	TooLong        PasswordFlaw = "too long"  // over thirty
	NoLetter       PasswordFlaw = "no letter"
	NoDigit        PasswordFlaw = "no digit"
	NoSymbol       PasswordFlaw = "no symbol"
	BadCharacter   PasswordFlaw = "bad character" // one of ' " \ | or the won sign, or not a visible character of ASCII
	Run            PasswordFlaw = "run"           // three or more in a row: aaa, abc, 321
	ContainsUserID PasswordFlaw = "contains user id"
)

// The fewest and the most characters of a new password.
const (
	MinPassword = 10
	MaxPassword = 30
)

// Flaws is everything that is wrong with a new password, in order. It is not for passwords that are there already.
//
// The five authorities forbid ' " \ | and the won sign, which keyboards put on the key of the backslash. What is not visible ASCII
// counts with them: programs disagree on its bytes (UTF-8 or EUC-KR), and keypads do not have it.
func Flaws(password []byte, userID string) []PasswordFlaw {
	var flaws []PasswordFlaw
	flag := func(wrong bool, flaw PasswordFlaw) {
		if wrong {
			flaws = append(flaws, flaw)
		}
	}
	size := utf8.RuneCount(password)
	flag(size < MinPassword, TooShort)
	flag(size > MaxPassword, TooLong)
	flag(!slices.ContainsFunc(password, isLetter), NoLetter)
	flag(!slices.ContainsFunc(password, isDigit), NoDigit)
	flag(!slices.ContainsFunc(password, isSymbol), NoSymbol)
	flag(slices.ContainsFunc(password, isBad), BadCharacter)
	lower := bytes.ToLower(password)
	defer clear(lower)
	flag(hasRun(lower), Run)
	flag(userID != "" && bytes.Contains(lower, []byte(strings.ToLower(userID))), ContainsUserID)
	return flaws
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isSymbol(c byte) bool { return !isLetter(c) && !isDigit(c) && !isBad(c) }

func isBad(c byte) bool { return c <= ' ' || c > '~' || strings.IndexByte(`'"\|`, c) >= 0 }

// hasRun reports whether three characters in a row are the same, or letters or digits that follow each other up or down. Letters
// are lower case.
func hasRun(password []byte) bool {
	for i := 2; i < len(password); i++ {
		a, b, c := password[i-2], password[i-1], password[i]
		if a == b && b == c {
			return true
		}
		alike := isLetter(a) && isLetter(b) && isLetter(c) || isDigit(a) && isDigit(b) && isDigit(c)
		if step := int(b) - int(a); alike && (step == 1 || step == -1) && int(c)-int(b) == step {
			return true
		}
	}
	return false
}
