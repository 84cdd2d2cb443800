package certstore

// PasswordFlaw is what is wrong with a new password; "" is nothing.
type PasswordFlaw string

// The flaws, in the order they are told (the five accredited authorities' rule since 2014-09-22).
const (
	TooShort       PasswordFlaw = "too short" // under ten characters
	TooLong        PasswordFlaw = "too long"  // over thirty
	NoLetter       PasswordFlaw = "no letter"
	NoDigit        PasswordFlaw = "no digit"
	NoSymbol       PasswordFlaw = "no symbol"
	BadCharacter   PasswordFlaw = "bad character" // one of ' " \ | or the won sign, or not printable
	Run            PasswordFlaw = "run"           // three or more in a row: aaa, abc, 321
	ContainsUserID PasswordFlaw = "contains user id"
)

// Flaws is everything that is wrong with a new password, in order. It is not for passwords that are there already.
func Flaws(password []byte, userID string) []PasswordFlaw { panic("todo") }
