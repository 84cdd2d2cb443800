package certificate

import (
	"errors"

	"smartbank/bank"
	"smartbank/certstore"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// The fields of the forms of this area.
const (
	fieldLogin    = "login"
	fieldIdentity = "identity"
	fieldAccount  = "account"
	fieldPIN      = "pin"
	fieldPassword = "password" // of a certificate that is there
	fieldFresh    = "fresh"    // a new one
	fieldAgain    = "again"    // the same once more
	fieldReason   = "reason"
	fieldWay      = "way"
)

// Lengths of what is typed: digits of an account password and of a resident or
// foreigner number, cells of a user ID, characters of a certificate password.
const (
	pinDigits      = 4
	identityDigits = 13
	loginCells     = 20
	passwordRunes  = 64 // old ones may be longer than new ones
)

func identityField(in *component.PIN, env *screen.Env) *component.Field {
	return &component.Field{
		Name: fieldIdentity, Label: func(c *text.Catalog) string { return c.Certificate.Form.Identity }, Input: in,
		Note: func(l component.Look, w int) []string {
			note := l.Text.Certificate.Form.IdentityNote
			if env.Session != nil {
				if number := env.Demo.Identities[env.Session.Login]; number != "" {
					note = l.Text.Certificate.Form.IdentityDemo(number)
				}
			}
			return muted(l, note, w)
		},
	}
}

func passwordField(in *component.Password) *component.Field {
	return &component.Field{
		Name: fieldPassword, Label: func(c *text.Catalog) string { return c.Certificate.Form.Password }, Input: in,
	}
}

func pinField(in *component.PIN) *component.Field {
	return &component.Field{Name: fieldPIN, Label: func(c *text.Catalog) string { return c.Transfer.Password }, Input: in}
}

func accountField(in *component.Choice) *component.Field {
	return &component.Field{Name: fieldAccount, Label: func(c *text.Catalog) string { return c.Transfer.From }, Input: in}
}

// accountOptions are accounts to choose from.
func accountOptions(env *screen.Env, accounts []bank.Account) []component.Option {
	options := make([]component.Option, 0, len(accounts))
	for _, a := range accounts {
		options = append(options, component.Option{
			Key: string(a.Number),
			Label: func(c *text.Catalog) string {
				return component.AccountName(c, a) + " " + component.AccountNumber(env.Look, a.Number, env.Unmasked)
			},
		})
	}
	return options
}

func muted(l component.Look, s string, w int) []string {
	lines := component.Wrap(s, w)
	for i, line := range lines {
		lines[i] = l.Theme.Muted.Render(line)
	}
	return lines
}

// missing are what is said of fields that were left empty.
func missing(field string) message {
	return func(c *text.Catalog) text.Message {
		f := c.Certificate.Form
		switch field {
		case fieldLogin:
			return c.Login.NoUserID
		case fieldIdentity:
			return f.NoIdentity
		case fieldPIN:
			return c.Transfer.NoPassword
		default:
			return f.NoPassword
		}
	}
}

// concerned is the field that an error is about; "" for the whole form, under
// which then stands what is wrong.
func concerned(err error) string {
	if _, wrong := errors.AsType[*certstore.PasswordError](err); wrong {
		return fieldPassword
	}
	if _, flawed := errors.AsType[*center.FlawError](err); flawed {
		return fieldFresh
	}
	switch bank.RefusalCode(err) {
	case bank.CodeWrongPIN, bank.CodePINLocked:
		return fieldPIN
	case bank.CodeWrongFactor, bank.CodeFactorLocked:
		return screen.FieldFactor
	case bank.CodeWrongIdentity, bank.CodeIdentityLocked, bank.CodeOtherPerson:
		return fieldIdentity
	case bank.CodeNoAccount, bank.CodeAccountClosed, bank.CodeNotWithdrawable, bank.CodeInsufficientFunds:
		return fieldAccount
	default:
		return ""
	}
}
