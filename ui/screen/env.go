package screen

import (
	"time"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/center"
	"smartbank/ui/component"
	"smartbank/ui/export"
	"smartbank/ui/text"
)

// Env is what a screen knows of the world outside. There is one, shared by all
// screens of a program; app keeps it up to date, and screens only read it.
type Env struct {
	component.Look // theme and words, in the language of the moment

	Bank    *bank.Bank
	Center  *center.Center // nil where the program has no Certification Center
	Desk    *center.Desk   // of a PC; nil in the bank's own program
	Channel bank.Channel   // of the sessions
	Session *bank.Session  // nil before signing in
	Now     time.Time      // of the message being handled
	Demo    Demo           // what a demonstration may show
	Files   export.Files   // where receipts and statements are saved
	Menu    []*Def         // every screen, for All Menus and Go to…

	Preferences Preferences
	Unmasked    bool // account numbers are shown whole from the start
}

// Demo is what a demonstration bank shows on its login screen; zero in a bank
// that is none.
type Demo struct {
	Logins        []string
	Password, PIN string
	Certificate   string            // a password for certificates
	Identities    map[string]string // identity numbers by login, invented
	Recipients    []DemoRecipient
}

// DemoRecipient is an account worth trying in a demonstration.
type DemoRecipient struct {
	Bank           bank.BankCode
	Number         string
	NameEN, NameKO string
}

// Caller is who is signed in; the zero Caller if nobody is.
func (e *Env) Caller() bank.Caller {
	if e.Session == nil {
		return bank.Caller{}
	}
	return e.Session.Caller()
}

// Today is the day in Seoul.
func (e *Env) Today() calendar.Date { return calendar.DateOf(e.Now) }

// Explain turns an error into what the customer reads.
func (e *Env) Explain(err error) text.Message { return e.Text.Explain(err) }
