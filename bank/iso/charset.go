package iso

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// InX reports whether r is in SWIFT's character set x: letters and digits of ASCII, / - ? : ( ) . , ' + and the
// space. Line ends part lines and are not counted here.
func InX(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("/-?:().,'+ ", r) && r < utf8.RuneSelf
}

// text checks one line of at most most characters: [Missing], [TooLong], [BadCharacter], [BadSpacing] and
// [BadStart]: a line that began with a colon or a dash could be taken for the start of a field or the end of a message.
func text(s string, most int) *InvalidError {
	if bad := xText(s, most); bad != nil {
		return bad
	}
	if s[0] == ':' || s[0] == '-' {
		return problemAt(BadStart, 1, s[:1], "")
	}
	for i := range len(s) {
		if s[i] == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return problemAt(BadSpacing, i+1, "", "")
		}
	}
	return nil
}

// xText checks only characters and length.
func xText(s string, most int) *InvalidError {
	if s == "" {
		return problem(Missing, "", "")
	}
	at := 0
	for _, r := range s {
		at++
		if !InX(r) {
			return problemAt(BadCharacter, at, string(r), "a–z A–Z 0–9 / - ? : ( ) . , ' +")
		}
	}
	if len(s) > most {
		return problemAt(TooLong, most+1, strconv.Itoa(len(s)), strconv.Itoa(most))
	}
	return nil
}

// reference checks the slashes of a reference: none at the start or the end, nor two in a row. SWIFT's T26.
func reference(s string, most int) *InvalidError {
	if bad := xText(s, most); bad != nil {
		return bad
	}
	if bad := slashes(s); bad != nil {
		return bad
	}
	return text(s, most)
}

func slashes(s string) *InvalidError {
	at := strings.Index(s, "//")
	switch {
	case strings.HasPrefix(s, "/"):
		at = 0
	case at < 0 && strings.HasSuffix(s, "/"):
		at = len(s) - 1
	case at < 0:
		return nil
	}
	bad := problemAt(BadSlash, at+1, "/", "")
	bad.SWIFT = "T26"
	return bad
}
