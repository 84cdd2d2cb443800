package pairing

import (
	"fmt"
	"io"
	"slices"
)

// The digits of a number: the first four name the mailbox and are public, the
// other eight are secret.
const (
	PublicDigits = 4
	SecretDigits = 8
	Digits       = PublicDigits + SecretDigits
)

// drawSecret draws eight digits, each as likely as the others.
func drawSecret(chance io.Reader) ([]byte, error) {
	digits := make([]byte, 0, SecretDigits)
	var one [1]byte
	defer clear(one[:])
	for len(digits) < SecretDigits {
		if _, err := io.ReadFull(chance, one[:]); err != nil {
			clear(digits)
			return nil, fmt.Errorf("draw a number: %w", err)
		}
		if one[0] < 250 { // 25 times 10; bytes above would favour the low digits
			digits = append(digits, '0'+one[0]%10)
		}
	}
	return digits, nil
}

// SplitNumber splits what was typed, twelve digits, into the mailbox's name and
// the secret. What is no digit does not count. ok is false if there are not twelve. The secret is a copy to be wiped.
func SplitNumber(typed []byte) (nameplate string, secret []byte, ok bool) {
	digits := slices.DeleteFunc(slices.Clone(typed), func(b byte) bool { return b < '0' || b > '9' })
	if len(digits) != Digits {
		clear(digits)
		return "", nil, false
	}
	return string(digits[:PublicDigits]), digits[PublicDigits:], true
}
