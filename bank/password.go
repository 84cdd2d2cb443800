package bank

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/crypto/argon2"
)

// Lengths of argon2id hashes, as RFC 9106 section 3.1 recommends them.
const (
	saltLength = 16
	hashLength = 32
)

// The highest cost that checkPassword will pay. A hash in a changed file must not
// be able to ask for more memory than the machine has.
var highestCost = PasswordCost{Passes: 64, Memory: 1024 * 1024, Threads: 64}

var errPasswordHash = errors.New("not an argon2id hash")

// phcBase64 is the base64 of PHC strings.
var phcBase64 = base64.RawStdEncoding.Strict()

// hashPassword returns the argon2id hash (RFC 9106) of password in PHC string
// format, with a salt from chance. A zero cost is ProgramCost. The password is not wiped.
func hashPassword(password []byte, cost PasswordCost, chance io.Reader) (string, error) {
	salt, err := newSalt(chance)
	if err != nil {
		return "", err
	}
	return hashWith(password, salt, cost), nil
}

// newSalt draws a salt. Passwords that are hashed at the same time draw theirs
// before, one after the other, so that the same chance gives the same salts.
func newSalt(chance io.Reader) ([]byte, error) {
	salt := make([]byte, saltLength)
	if _, err := io.ReadFull(chance, salt); err != nil {
		return nil, fmt.Errorf("hash password: %w", err)
	}
	return salt, nil
}

func hashWith(password, salt []byte, cost PasswordCost) string {
	if cost == (PasswordCost{}) {
		cost = ProgramCost
	}
	sum := argon2.IDKey(password, salt, cost.Passes, cost.Memory, cost.Threads, hashLength)
	return fmt.Sprintf("$argon2id$v=%d$%s$%s$%s", argon2.Version,
		cost.phc(), phcBase64.EncodeToString(salt), phcBase64.EncodeToString(sum))
}

// phc is the cost as the third field of a PHC string.
func (c PasswordCost) phc() string {
	return fmt.Sprintf("m=%d,t=%d,p=%d", c.Memory, c.Passes, c.Threads)
}

// checkPassword reports whether password is the one that phc is the hash of, at
// the cost that is kept beside the hash, in time that does not depend on where they differ. The password is not wiped.
func checkPassword(phc string, password []byte) (bool, error) {
	cost, salt, sum, err := parsePHC(phc)
	if err != nil {
		return false, err
	}
	typed := argon2.IDKey(password, salt, cost.Passes, cost.Memory, cost.Threads, hashLength)
	defer clear(typed)
	return subtle.ConstantTimeCompare(typed, sum) == 1, nil
}

// parsePHC takes apart what hashWith put together.
func parsePHC(phc string) (cost PasswordCost, salt, sum []byte, err error) {
	parts := strings.Split(phc, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return cost, nil, nil, errPasswordHash
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &cost.Memory, &cost.Passes, &cost.Threads); err != nil {
		return cost, nil, nil, errPasswordHash
	}
	if parts[3] != cost.phc() || cost.Passes < 1 || cost.Threads < 1 || cost.Memory < 1 ||
		cost.Passes > highestCost.Passes || cost.Threads > highestCost.Threads || cost.Memory > highestCost.Memory {
		return cost, nil, nil, errPasswordHash
	}
	salt, err = phcBase64.DecodeString(parts[4])
	if err != nil || len(salt) < 8 {
		return cost, nil, nil, errPasswordHash
	}
	sum, err = phcBase64.DecodeString(parts[5])
	if err != nil || len(sum) != hashLength {
		return cost, nil, nil, errPasswordHash
	}
	return cost, salt, sum, nil
}

// pinMAC is how a four-digit password is kept: HMAC-SHA-256 under the bank's key,
// over the account number, so that equal passwords do not look equal. Ten thousand
// guesses are quick for whoever has the key; the lock after MaxTries is what protects. The pin is not wiped.
func (b *Bank) pinMAC(number AccountNumber, pin []byte) []byte { return pinMAC(b.pin, number, pin) }

func pinMAC(key []byte, number AccountNumber, pin []byte) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(number))
	mac.Write([]byte{0})
	mac.Write(pin)
	return mac.Sum(nil)
}
