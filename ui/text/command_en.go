package text

import (
	"fmt"

	"smartbank/bank"
)

var commandEN = Command{
	Usage: "Usage:", Commands: "Commands:", Flags: "Flags:", FlagsOfAll: "Flags of all commands:",
	MoreHelp: func(command string) string { return "More about one of them: " + command },

	Open: CommandHelp{"a bank in the terminal", `Opens the bank. The first start makes a demonstration bank, whose people are
invented; its credentials stand on the login screen.

Every flag can also be set in the environment, as SMARTBANK_ and its name in
capitals: SMARTBANK_LANG=ko. The flag goes before the environment.

Exit codes: 0 done; 1 it could not be done, or what was checked does not hold;
2 wrong usage; 128 and the number of the signal that ended the program.`},
	PC: CommandHelp{"the PC's Certification Center: copy certificates to or from the phone", `Opens the Certification Center of a PC in the terminal, over NPKI folders as
Korean programs keep them. Run it beside the bank, which is the phone, on the
same data folder: one of them shows a 12-digit number, it is typed on the other,
and the certificate is copied. The bank in between cannot read it.`},
	Play: CommandHelp{"play keystrokes from a file, without a terminal", `Plays tapes, each on its own bank, several at once: files of keystrokes, in the
language of VHS. A tape plays on a new demonstration bank in memory, at
2026-11-05T10:00:00+09:00, with seed 1, in 80x24, unless it or a flag says
otherwise; --data plays on the bank that is kept there, one tape after another.
Nothing waits: "Sleep 10m" takes no time. Screenshots go to the working folder,
and only there.

Exit codes: 0 every tape passed; 1 an expectation failed; 2 a tape is wrong.`},
	Accounts: CommandHelp{"a customer's accounts", lookupEN + `
JSON: an array of objects. Money is {"value": "12.50", "minor": 1250,
"currency": "USD"}; times are RFC 3339 in Seoul. The CSV columns have the same
names.`},
	History: CommandHelp{"the transactions of an account", lookupEN + `
The period ends today and is one month long unless --from and --to say
otherwise; a query covers at most 12 months. Opening + in - out = closing holds
for the period, whatever --flow and --find leave out.
` + statementHelpEN},
	Transfers: CommandHelp{"what became of a customer's transfers", lookupEN + `
The period is that of history. Refused orders have the code of the refusal:
see smartbank codes.`},
	Card: CommandHelp{"the security card of a demonstration customer", `Prints the 35 cells of the card. Only a demonstration bank shows it.`},
	OTP: CommandHelp{"the one-time password of a demonstration customer", `Prints the six digits that the token shows now, and how long they are good
for. Only a demonstration bank shows them.`},
	Codes: CommandHelp{"every refusal, in both languages", `Prints each refusal: its code, then the problem and the advice in English and
Korean, with facts as they might be, and how to provoke it in the demonstration
bank. Codes are stable. With --tape it prints the tape of one: smartbank codes
--tape TRAN-04 > x.tape; smartbank play x.tape.`},
	Bank: CommandHelp{"look after the bank's file", `The bank is the file bank.db in the data folder.`},
	BankVerify: CommandHelp{"recompute every balance and check every rule", `Reads the whole bank, changes nothing, and tells the first difference. Exit 1
if there is one. The signature of every order is verified again, with the
certificates and revocations of its time. Each commit of the bank is sealed with
a hash over it and all before it; whoever keeps the newest one elsewhere can tell
later that nothing of the bank was cut off or written anew.`},
	BankBackup: CommandHelp{"copy the bank to a file, while it is in use", `Writes one moment of the bank to FILE, checks the copy as bank verify does, and
only then gives it its name. It never overwrites. A bank of an older version is
copied as it is. Do not copy bank.db by hand: what was done last may stand in
its log only.`},
	BankRestore: CommandHelp{"bring a backup back, while the bank is in use", `Checks FILE as bank verify does and puts its content in the place of the bank,
which is kept beside it: bank.db.replaced-20261105.bak. What was done since the
backup is only there. A terminal that has the bank open goes on with the
restored one; a bank that was made elsewhere is brought back only while no
terminal is open. Asks first, unless --yes says so already.`},
	BankReset: CommandHelp{"throw the demonstration bank away and make it anew", `Asks first, unless --yes says so already. A bank that is no demonstration is
left alone. The certificates that were kept for the bank go with it.`},
	BankSeed: CommandHelp{"make a bank", `Makes a demonstration bank: two customers and two years of their history, the
same everywhere for one seed and day. Refuses if there is a bank already.`},
	Doctor: CommandHelp{"what works here, and what to do if not", `Looks at the terminal (its window, colours, widths and cursor), the locale, the
clock and its zone, the data folder, the settings, the keyring and the bank, and
tells under the table what to do. With --json each is an object with check, ok, is
and advice; the names of checks are the same in every language.

Exit codes: 0 all is as it should be; 1 something is not; 2 wrong usage.`},
	Help:    CommandHelp{"the page of a command", `Prints what stands here, for any command: smartbank help bank verify.`},
	Version: CommandHelp{"the version of this program", `Prints the version, the commit it was built from, and what it was built with.`},
	Completion: CommandHelp{"completion for a shell", `Prints a script for bash, zsh, fish or powershell. For bash:

  source <(smartbank completion bash)`},

	Flag: CommandFlag{
		Data: "keep the bank in `DIR` (default: the platform's data folder)", Lang: "speak `LANG`, en or ko (default: the locale's)",
		Theme: "colours of `THEME`: auto, light, dark or mono (default auto; NO_COLOR means mono)", Glyphs: "draw with signs of `SET`: auto, unicode or ascii (default auto)",
		Clock: "start the clock at `TIME`, RFC 3339; it runs on from there", Fault: "fail on purpose in this `WAY`: after-debit, before-commit, disk-full, locked, or by a code of smartbank codes", Seed: "make the demonstration bank from the number `N` (default 1)",
		Plain: "talk in lines instead of drawing a screen: for screen readers, and by itself for TERM=dumb and ACCESSIBLE=1",
		Mouse: "take mouse clicks; the terminal's own selecting then needs Shift", Help: "this page", Version: "the version of this program",
		User: "the customer's user `ID`", CardUser: "the customer's user `ID` (default demo01)", OTPUser: "the customer's user `ID` (default demo02)",
		FromStdin: "read the password from the first line of stdin", JSON: "write JSON", CSV: "write CSV",
		Account: "the account with this `NUMBER` (default: the first one)", AccountOfAll: "only the account with this `NUMBER` (default: all)",
		From: "first `DAY` (default: a month before the last)", To: "last `DAY` (default: today)",
		Flow: "only `WHICH`: all, deposits or withdrawals (default all)", Find: "only descriptions that contain `TEXT`", OldestFirst: "oldest first",
		Status: "only `WHICH`: all, completed or rejected (default all)", Yes: "do not ask", Empty: "without customers: no demonstration",
		Head: "print the hash of the newest seal too, to keep it elsewhere",
		NPKI: "certificates in `DIR`, or system for those of this computer (default: NPKI in the data folder)",
	},
	Column: CommandColumn{
		Account: "Account", Product: "Product", Nickname: "Nickname", Status: "Status", Balance: "Balance", Available: "Available", Last: "Last transaction",
		Date: "Date", Description: "Description", Kind: "Kind", Amount: "Amount",
		Requested: "Requested", From: "From", Bank: "Bank", To: "To", Recipient: "Recipient", Fee: "Fee", Reference: "Reference",
	},
	Check: commandCheckEN,
	Cert:  commandCertEN,
	Paper: commandPaperEN,
	FX:    commandFXEN,

	UnexpectedWord: func(word, help string) Message { return Message{"unexpected word " + quoted(word), "see: " + help} },
	UnknownCommand: func(word, meant, help string) Message {
		return Message{"no command is called " + quoted(word), either(meant != "", "did you mean: "+meant, "see: "+help)}
	},
	UnknownFlag: func(flag, meant, help string) Message {
		return Message{"no flag is called " + flag, either(meant != "", "did you mean: "+meant, "see: "+help)}
	},
	FlagNeedsValue: func(flag, help string) Message { return Message{flag + " needs a value", "see: " + help} },
	BadFlag:        func(problem, help string) Message { return Message{problem, "see: " + help} },
	BadValue: func(flag, value, good string) Message {
		return Message{flag + ": " + quoted(value) + " is not possible", "possible: " + good}
	},
	WhichCommand:   func(help string) Message { return Message{"which command?", "see: " + help} },
	WhichFile:      func(help string) Message { return Message{"which file?", "see: " + help} },
	OneFormat:      Message{"--json and --csv: only one of them", "run it twice for both"},
	NoUser:         Message{"whose? the user ID is missing", "in a demonstration: --user demo01"},
	NobodyToAsk:    Message{"there is no terminal to ask for the password", "give it on stdin: --password-stdin < FILE"},
	NothingOnStdin: Message{"there is no password on stdin", "the first line of stdin is the password"},
	Tape:           tapeEN, Valid: validEN,
	NoTape: Message{"which tape?", "smartbank play FILE.tape"},
	BadTape: func(tape string, err error) Message {
		return Message{tape + " cannot be read: " + err.Error(), "see: smartbank help play"}
	},
	SeePlay:    "what a tape may say: smartbank help play",
	NoTerminal: Message{"this needs a terminal", "without one: smartbank play FILE.tape, or smartbank accounts --user demo01"},
	SayYes:     Message{"there is no terminal to ask on", "if you are sure: --yes"},

	Fault: func(err error) Message {
		return Message{"something went wrong on our side: " + err.Error(), "smartbank doctor may know more"}
	},
	File: fileEN, AnotherFile: "name another file",
	Crashed: func(report string) Message {
		return Message{"the program stopped because of a mistake of ours", either(report != "", "what happened stands in "+report+"; no password or number is in it", "the report could not be written")}
	},
	BooksDiffer: func(difference, path string) Message {
		return Message{"the books do not add up: " + difference, "do not use this bank; keep " + path + " and make a new one elsewhere: smartbank bank seed --data DIR"}
	},
	NotForReset: func(path string) Message {
		return Message{"this bank is not a demonstration, and is left alone", "if it is no longer needed, move " + path + " away yourself"}
	},
	NothingDone: Message{"nothing was done", "the bank is as it was"},
	NoAccounts:  Message{"this customer has no account", "there is nothing to look at"},

	Seeded:   func(path string) string { return "made " + path },
	WasReset: func(path string) string { return "made " + path + " anew" },
	BooksHold: func(r bank.Report) string {
		return fmt.Sprintf("the books add up: %d accounts, %d entries, %d legs, %d postings, %d transfers", r.Accounts, r.Entries, r.Legs, r.Postings, r.Transfers)
	},
	Verifying: func(part bank.Part) string {
		switch part {
		case bank.PartCopy:
			return "copying"
		case bank.PartFill:
			return "making the bank"
		default:
			return "verifying: " + string(part)
		}
	},
	Percent: func(what string, percent int, left string) string {
		return fmt.Sprintf("%s %d %%", what, percent) + either(left != "", ", about "+left+" left", "")
	},
	NewestSeal: func(hash string) string { return either(hash == "", "nothing is sealed yet", "newest seal: "+hash) },
	BackedUp: func(file string, r bank.Report) string {
		return "backed up to " + file + either(r.Accounts > 0, fmt.Sprintf("; the books in it add up: %d accounts, %d entries", r.Accounts, r.Entries), ", as the older version it is")
	},
	RestoreQuestion: func(file, path string) string {
		return "Replace " + path + " by " + file + "? What is there now is kept beside it."
	},
	RestoredFrom: func(file, path string, r bank.Report) string {
		return fmt.Sprintf("%s is %s again; the books in it add up: %d accounts, %d entries", path, file, r.Accounts, r.Entries)
	},
	KeptReplaced:  func(path string) string { return "what was there is kept as " + path },
	ResetQuestion: func(path string) string { return "Throw " + path + " away, with everything that was done in it?" },
	Prompt:        "Password: ",
	SecondsLeft:   func(n int) string { return itoa(n) + " s left" },
	Totals: func(opening, in string, inCount int, out string, outCount int, closing string) string {
		return fmt.Sprintf("Opening %s   In %d · %s   Out %d · %s   Closing %s", opening, inCount, in, outCount, out, closing)
	},
	Provoke: provokeEN,
	Kind: named(map[string]string{
		"transfer": "Transfer", "salary": "Salary", "card": "Card", "bill": "Bill", "cash": "Cash", "interest": "Interest",
		"fee": "Fee", "exchange": "Exchange", "opening": "Opening", "reversal": "Reversal",
	}),
	AccountStatus:  named(map[bank.AccountStatus]string{bank.AccountOpen: "open", bank.AccountFrozen: "frozen", bank.AccountClosed: "closed"}),
	TransferStatus: named(map[bank.TransferStatus]string{bank.Completed: "completed", bank.Rejected: "rejected", bank.Checking: "checking", bank.Scheduled: "scheduled", bank.Cancelled: "cancelled"}),
}

const lookupEN = `Signs the customer in for reading, which ends no session. The password is asked
for on the terminal, or is the first line of stdin with --password-stdin; it is
never an argument.
`

var commandCheckEN = CommandCheck{
	About: "What", Verdict: "Verdict", Is: "Found here", OK: "ok", Ill: "NO",
	Terminal: "Terminal", Size: "Window", Colors: "Colours", Locale: "Locale", Folder: "Data folder", Bank: "Bank",
	NotSet: "not set", Unknown: "unknown", NotYet: "not there yet: the first start makes it",
	NoTerminal: func(in, out bool, name string) string {
		return "stdin is " + either(in, "a", "no") + " terminal, stdout is " + either(out, "a", "no") + " terminal, TERM " + name
	},
	NoTerminalAdvice: "run smartbank in a terminal with TERM set, such as xterm-256color; smartbank play and the commands work without one",
	SizeAdvice:       func(w, h int) string { return fmt.Sprintf("make the window %d x %d or larger", w, h) },
	LocaleAdvice:     "smartbank writes UTF-8; choose a UTF-8 locale, such as LANG=en_US.UTF-8 or ko_KR.UTF-8, in the terminal too",
	ModeAdvice:       "other people on this machine may read it:",
	Settings:         "Settings",
	Doctor:           doctorEN,
	Before:           func(names string) string { return names + " before it" },
	FolderAdvice:     func(path string) string { return path + " cannot be written; choose another folder: --data DIR" },
	Found: func(ill int) Message {
		return Message{itoa(ill) + " of these should be mended", "what to do stands above"}
	},
}

// fileEN says why a file was not opened, and what to do.
func fileEN(e *bank.FileError) Message {
	elsewhere := "choose another folder: --data DIR"
	switch e.Reason {
	case bank.FileMissing:
		return Message{"there is no bank at " + e.Path, "make one: smartbank bank seed"}
	case bank.FileForeign:
		return Message{e.Path + " is not a bank of this program; it was not touched", elsewhere}
	case bank.FileNewer:
		return Message{fmt.Sprintf("%s was written by a newer smartbank (version %d of the books); it was not touched", e.Path, e.Version), "use the newer smartbank, or " + elsewhere}
	case bank.FileOlder:
		return Message{fmt.Sprintf("%s is of an earlier smartbank (version %d of the books); it was not touched", e.Path, e.Version), "open it once with smartbank, which keeps a copy beside it and brings it up to date; then verify it"}
	case bank.FileTruncated:
		return Message{e.Path + " is cut short; it was not touched", "move it away and bring a backup back (smartbank bank restore FILE), or " + elsewhere}
	case bank.FileDenied:
		return Message{e.Path + " cannot be read and written here", "smartbank doctor tells more; or " + elsewhere}
	case bank.FileLocked:
		return Message{"another program holds " + e.Path, "end it and try again"}
	case bank.FileExists:
		return Message{"there is a file already: " + e.Path, "to make a demonstration anew: smartbank bank reset; or " + elsewhere}
	case bank.FileAhead:
		return Message{e.Path + " has entries of more than a day after this computer's clock; it was not touched", "set the clock right, then try again"}
	case bank.FileNetwork:
		return Message{e.Path + " is on another computer's disk, where two that use it at once would tear it; it was not touched", "keep the bank on this computer's disk: --data DIR; backups may lie anywhere"}
	case bank.FileFull:
		return Message{"there is no room left on the disk of " + e.Path + "; what was done before is safe", "make room, then try again"}
	case bank.FileBroken:
		return Message{"the disk of " + e.Path + " failed to read or write; what was answered before that is safe", "look after the disk, then: smartbank bank verify"}
	case bank.FileDamaged:
		return Message{e.Path + " is damaged", "keep it, and bring back a backup: smartbank bank restore FILE"}
	case bank.FileDiffers:
		return Message{"the books in " + e.Path + " do not add up: " + cause(e.Err), "do not use them; an older backup may be right"}
	case bank.FileNoFolder:
		return Message{"there is no folder for " + e.Path, "make it first, or name another"}
	case bank.FileSame:
		return Message{e.Path + " is the bank itself", "name a backup"}
	case bank.FileReplaced:
		return Message{"another file has come into the place of " + e.Path + "; nothing was booked in it", "leave and start again"}
	default:
		return Message{e.Error(), "smartbank doctor may know more; or " + elsewhere}
	}
}
