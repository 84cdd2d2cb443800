// Package tape is the language of keystrokes: it reads tapes and plays them on
// a headless program.
//
// A tape is a text file of commands, as github.com/charmbracelet/vhs 0.11 reads
// them, and some more:
//
//	Type[@time] "text" ...         type text
//	Enter[@time] [count]           press a key: Enter Space Backspace Delete Insert Escape Tab Up Down
//	                               Left Right PageUp PageDown, and here Home End F1 to F12
//	Ctrl+C  Alt+x  Shift+Tab       press keys together; also Ctrl+Alt+Shift+x
//	Sleep time                     let time pass: 2, 0.5, 500ms, 2s, 10m; Advance 3h, 2d
//	Focus pc                       turn to another program: bank, pc or kiosk
//	Copy+Screen /\d{4} \d{4}/      put what the screen shows on the clipboard
//	Wait[+Screen|+Line][@time] [/pattern/]     until the screen, or the cursor's line, matches
//	Expect[+Screen|+Line] [Not] /pattern/      matches now
//	Screenshot name.txt            write the screen: .txt .svg .png
//	Output name.txt                write what is seen, from here on: .txt .ascii .test .svg .png .cast .gif, or folder/
//	Set Name value                 settings, before the first key
//	Source name.tape               the commands of another tape
//	Copy "text"   Paste            the clipboard
//	Hide   Show   Env Name "value"   Require program
//
// Words that VHS does not know may stand behind "# smartbank:", where VHS sees
// a comment. Playing is synchronous, on a virtual clock: the same tape gives the
// same bytes every time, and waiting takes no time.
//
// Each command is a type with its own parsing, printing and playing, in one
// file; adding a command is adding a type and a line in the table of commands.
package tape
