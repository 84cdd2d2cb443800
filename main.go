// Smartbank is Korea Post's Smart Banking in a terminal: a client, in English and
// Korean, over a mock bank that keeps real books.
//
// Usage:
//
//	smartbank                        open the bank in the terminal; the first start makes a demonstration bank
//	smartbank play FILE.tape ...     play keystrokes without a terminal
//	smartbank kiosk                  an unattended demonstration, for branches
//	smartbank accounts | history | transfers   what the screens show, as a table, --json or --csv
//	smartbank card | otp             the demonstration customers' security card and one-time-password token
//	smartbank codes                  every refusal, in both languages
//	smartbank bank verify | reset | seed [--empty]
//	smartbank doctor                 what works here, and what to do if not
//	smartbank help | version | completion
//
// Flags of all commands:
//
//	--data DIR     the folder the bank is kept in (default: the platform's data folder)
//	--lang LANG    en or ko (default: the locale's)
//	--theme THEME  auto, light, dark or mono; NO_COLOR means mono
//	--glyphs SET   auto, unicode or ascii
//	--clock TIME   start the clock at this time, RFC 3339
//	--seed N       make the demonstration bank from this number
//	--mouse        take mouse clicks
//
// Each can be set in the environment, as SMARTBANK_ and its name in capitals; the
// flag goes before the environment, and that before the default.
//
// Exit codes: 0 done; 1 it could not be done, or what was checked does not hold;
// 2 wrong usage; 128 and the number of the signal that ended the program. Problems
// are told on stderr: "smartbank: problem", and what to do on the next line.
package main

import (
	"os"

	"smartbank/ui"
)

func main() { os.Exit(ui.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
