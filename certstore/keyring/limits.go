package keyring

import (
	"errors"
	"fmt"
	"strings"
)

// The places where a keyring can be, as Where of an [*UnavailableError].
const (
	WhereOS     = "os"
	WhereFile   = "file"
	WhereMemory = "memory"
)

var (
	errName  = errors.New("a name is of letters, digits, \"-\" and \".\"")
	errValue = fmt.Errorf("a value has at most %d bytes", MaxValue)
)

// checkName refuses what is no name in every keyring: macOS takes it through a shell's quoting, Windows in a path of its own.
func checkName(where, name string) error {
	good := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '.'
	}
	if name == "" || len(name) > 64 || strings.ContainsFunc(name, func(r rune) bool { return !good(r) }) {
		return &UnavailableError{Denied, where, errName}
	}
	return nil
}

// checkItem refuses what is not a name or too big a value.
func checkItem(where, name string, value []byte) error {
	if err := checkName(where, name); err != nil {
		return err
	}
	if len(value) > MaxValue {
		return &UnavailableError{TooBig, where, errValue}
	}
	return nil
}
