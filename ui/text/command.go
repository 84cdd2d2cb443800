package text

import (
	"strconv"

	"smartbank/bank"
)

// Command holds the words of the command line: help, tables, and what is told on
// stderr. Names of commands, flags and codes are the same in every language.
type Command struct {
	Usage, Commands, Flags, FlagsOfAll string // headings of help, with their colon
	MoreHelp                           func(command string) string

	Open, PC, Play, Accounts, History, Transfers, Card, OTP, Codes CommandHelp
	Bank, BankVerify, BankReset, BankSeed                          CommandHelp
	Doctor, Help, Version, Completion                              CommandHelp

	BankBackup, BankRestore CommandHelp

	Cert  CommandCert
	Paper CommandPaper

	Flag   CommandFlag
	Column CommandColumn
	Check  CommandCheck
	FX     CommandFX
	Tape   CommandTape
	Valid  CommandValid

	// Wrong usage.
	UnexpectedWord func(word, help string) Message
	UnknownCommand func(word, meant, help string) Message
	UnknownFlag    func(flag, meant, help string) Message
	FlagNeedsValue func(flag, help string) Message
	BadFlag        func(problem, help string) Message
	BadValue       func(flag, value, good string) Message
	WhichCommand   func(help string) Message
	OneFormat      Message
	NoUser         Message
	NobodyToAsk    Message
	NothingOnStdin Message
	NoTape         Message
	BadTape        func(tape string, err error) Message
	SeePlay        string
	NoTerminal     Message
	SayYes         Message

	WhichFile func(help string) Message

	// What went wrong.
	Fault       func(err error) Message
	File        func(*bank.FileError) Message
	AnotherFile string // what to do about a file that was named
	Crashed     func(report string) Message
	BooksDiffer func(difference, path string) Message
	NotForReset func(path string) Message
	NothingDone Message
	NoAccounts  Message

	// What was done.
	Seeded        func(path string) string
	WasReset      func(path string) string
	BooksHold     func(bank.Report) string
	Verifying     func(part bank.Part) string                        // what long work is at
	Percent       func(what string, percent int, left string) string // left is "" while it is not known
	NewestSeal    func(hash string) string
	ResetQuestion func(path string) string
	Prompt        string
	SecondsLeft   func(int) string
	Totals        func(opening, in string, inCount int, out string, outCount int, closing string) string

	Provoke         func(bank.Code) string // how testers get a refusal on purpose
	BackedUp        func(file string, r bank.Report) string
	RestoreQuestion func(file, path string) string
	RestoredFrom    func(file, path string, r bank.Report) string
	KeptReplaced    func(path string) string

	Kind           func(kind string) string
	AccountStatus  func(bank.AccountStatus) string
	TransferStatus func(bank.TransferStatus) string
}

// CommandHelp is the help of one command: a line of the list, and what stands on
// its own page. Long may be empty.
type CommandHelp struct{ Short, Long string }

// CommandFlag says what each flag does. The word in backquotes is what stands for
// the flag's value.
type CommandFlag struct {
	Data, Lang, Theme, Glyphs, Clock, Seed, Fault, Mouse, Plain, Help, Version string
	User, CardUser, OTPUser, FromStdin, JSON, CSV                              string
	Account, AccountOfAll, From, To, Flow, Find, OldestFirst                   string
	Status, Yes, Empty, Head, NPKI                                             string
}

// CommandColumn is the headings of tables.
type CommandColumn struct {
	Account, Product, Nickname, Status, Balance, Available, Last string
	Date, Description, Kind, Amount                              string
	Requested, From, Bank, To, Recipient, Fee, Reference         string
}

// CommandCheck is what the doctor says.
type CommandCheck struct {
	About, Verdict, Is, OK, Ill                  string
	Terminal, Size, Colors, Locale, Folder, Bank string
	NotSet, Unknown, NotYet                      string
	NoTerminal                                   func(in, out bool, name string) string
	NoTerminalAdvice                             string
	SizeAdvice                                   func(w, h int) string
	LocaleAdvice, ModeAdvice                     string
	FolderAdvice                                 func(path string) string
	Settings                                     string                    // the file
	Before                                       func(names string) string // what goes before it
	Doctor                                       CommandDoctor
	Found                                        func(ill int) Message
}

// named is a word for each name; a name without one stands for itself.
func named[K ~string](words map[K]string) func(K) string {
	return func(name K) string {
		if word, ok := words[name]; ok {
			return word
		}
		return string(name)
	}
}

// either is a or b.
func either(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}

// cause is what an error says, "" for none.
func cause(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// quoted is what was typed, in quotes and with nothing hidden in it.
func quoted(typed string) string { return strconv.Quote(typed) }
