package plain_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"smartbank/bank/demo"
	"smartbank/ui/text"
	"smartbank/ui/uitest"
)

// walk is what a customer types: the same lines in both languages.
type walk struct {
	entry  int      // of All Menus; 0 for none
	name   string   // of a walk further than the entry's first one; "" for that
	login  string   // of who is logged in; "" for nobody
	bare   bool     // without a certificate
	aged   bool     // with a certificate that soon expires
	pc     bool     // a PC is there too; lines for it begin with PC
	before []string // what is typed before, of which nothing is in the transcript
	lines  []string
}

// title is what a walk's transcript is called.
func (w walk) title() string {
	switch {
	case w.entry == 0:
		return w.name
	case w.name == "":
		return fmt.Sprintf("%02d", w.entry)
	}
	return fmt.Sprintf("%02d_%s", w.entry, w.name)
}

// walk walks, from All Menus.
func (w walk) walk(tb testing.TB, lang text.Lang, been *places) *talk {
	tb.Helper()
	as := begun{lang: lang, pc: w.pc, kept: w.entry == 90}
	if w.aged {
		as.age = 310 * 24 * time.Hour
	}
	x := startAs(tb, as)
	x.heard = been.hear
	switch {
	case w.bare, w.aged:
		x.enter(w.login)
	case w.login != "":
		x.logIn(w.login)
	}
	if w.pc {
		x.pc.heard = been.hear
		x.pc.enter(w.login)
	}
	if w.before != nil {
		x.walks(w.before...)
		x.walks("0")
		x.said.Reset()
	}
	if w.entry != 0 {
		x.walks(fmt.Sprintf("%02d", w.entry))
	}
	x.walks(w.lines...)
	return x
}

// remits are what is typed for a remittance to London, and for a money order to Osaka.
var remits, orders = []string{
	"", "gift", "2", "1 Sejong-daero", "Seoul", "+82-1012345678", "kingdom", "Jane Doe", "10 Downing Street", "London", "GB33BUKB20201555555555", "",
	"", "BUKBGB22", "", "", "", "", "1000", "", "Happy birthday", "7391", "", "{factor}", "wrong-1-Password", uitest.Seal,
}, []string{
	"+", "japan", "", "", "2", "Yamada Hanako", "1-2-3 Umeda", "Osaka", "530-0001", "+81-612345678", "1 Sejong-daero", "Seoul", "",
	"", "", "30000", "", "7391", "", "{factor}", uitest.Seal,
}

// walks are walks through every entry: orders and the certificate's life to their end.
var walks = []walk{
	{entry: 1, login: demo.HongLogin, lines: []string{"+", "f 3", "2", "v", "+", "v", "", "150000", "", ".b", ">", "b", "d", "1", ".b", "0"}},
	{entry: 2, lines: []string{"nobody", "wrong", ".b"}},
	{entry: 3, login: demo.LeeLogin, lines: append(slices.Clip(orders), "p", ".b", "g", "b", "0")},
	{entry: 11, login: demo.HongLogin, lines: []string{"h", "y 2", "r", "r", "s 3", "6", "b", "17", "0"}},
	{entry: 12, login: demo.HongLogin, lines: []string{"+", "+", "1", "y", "b", "t", "t", "o", "/", "커피", "b", "<", ">", ">", ">", "20261001", "20261031", "e", ".b", "b"}},
	{entry: 21, login: demo.HongLogin, lines: []string{
		"", "7391", "ㅅㅎ", "088", ".h", ".f8", ".b", "abc", "110-234-567890", "9,999,999,999", "50000", "", "lunch", "", "{factor}", "wrong-1-Password", uitest.Seal, "p", ".b", "g", "0",
	}},
	{entry: 21, name: "later", login: demo.HongLogin, lines: []string{
		"", "7391", ".f7", "3", "70000", ".i", "", "lunch", "", "{factor}", uitest.Seal, "b", "21", ".f4", "3", "m 1", "Bada", "b", "4", "x 1", "1", "b", "1", "2", ".b", ".b", "0",
	}},
	{entry: 22, login: demo.HongLogin, lines: []string{">", ">", "1", "y", "b", "p 2", "b", "a", "t", "e", "", "b", "b"}},
	{entry: 31, login: demo.HongLogin, lines: []string{"<", ">", "d", "tomorrow", "20261103", "2", "1", ">", "b", "99", "b"}},
	{entry: 32, login: demo.LeeLogin, lines: append(slices.Clip(remits), ">", "+", ">", ">", "y", "e", "b", "p", "b", "g", "b", "0")},
	{entry: 33, login: demo.LeeLogin, before: append([]string{"32"}, remits...), lines: []string{"1", "m", "Jane B Doe", "", "", "", "", "{factor}", "b", ">", ">", "b", "20261101", "20261105", "t", "t", "b"}},
	{entry: 34, login: demo.LeeLogin, before: append([]string{"03"}, orders...), lines: []string{"1", "r", "x", "", "123456", "wrong name", "{factor}", "n", "", "", "", "2", "Sato Taro", ".0", "1", ".0", "2"}},
	{entry: 41, login: demo.HongLogin, lines: []string{"", "41", "c", "1", "y", "", "4", "b", "b", "b"}},
	{entry: 42, login: demo.HongLogin, bare: true, lines: []string{
		"", "demo01", "9003151234567", "", "7391", "{factor}", "1", "maple", uitest.Seal, "..dot-1-Password", "other-1-Password", "..dot-1-Password", "",
	}},
	{entry: 43, login: demo.HongLogin, lines: []string{"1234", "", "123456789012", ".b", "b"}},
	{entry: 43, name: "copy", login: demo.HongLogin, pc: true, lines: []string{
		"PC 1", "PC 1", "PC wrong", "PC " + uitest.Seal, "{number}", "", "wrong", uitest.Seal, "{wait}", "", "45", "1", "9003151234567", uitest.Seal, "{factor}", "", "0",
	}},
	{entry: 44, login: demo.HongLogin, lines: []string{"1", "wrong-1-Password", uitest.Seal, "{wait}", "b", "1", "b"}},
	{entry: 44, name: "copy", login: demo.HongLogin, pc: true, lines: []string{"1", uitest.Seal, "PC 2", "PC {number}", "PC ", "{wait}", "PC 0", "PC 3", "PC 1", "PC 0", "PC 4", "PC 1", "PC " + uitest.Seal, "PC maple", "PC .b", "PC 1", "PC maple", "PC maple-8-Stone", "PC maple-8-Stone", "PC ", "PC 5", "PC 1", "PC 1", "PC ", "PC 0", "PC 6", ""}},
	{entry: 45, login: demo.HongLogin, lines: []string{"", "b"}},
	{entry: 46, login: demo.HongLogin, lines: []string{"1", "", "b"}},
	{entry: 46, name: "renew", login: demo.LeeLogin, aged: true, lines: []string{"1", demo.Identity(demo.LeeLogin), "wrong-1-Password", "", "7391", uitest.Seal, "", ""}},
	{entry: 47, login: demo.HongLogin, lines: []string{"1", "4", "1", uitest.Seal, "2", "", "1", "", "41", "c", "b", "b"}},
	{entry: 48, login: demo.HongLogin, lines: []string{"1", "1", uitest.Seal, "maple-8-Stone", "maple-8-Stone", "", "48", "1", "2", "maple-8-Stone", "2", "", "1", ""}},
	{entry: 49, login: demo.HongLogin, lines: []string{"", "12", "{factor}", "1", "", "b"}},
	{entry: 90, login: demo.HongLogin, lines: []string{".", ".b"}},
	{entry: 90, name: "change", login: demo.HongLogin, lines: []string{
		"", "", "", "1", "2", ".u", ".u", "drawn", ".b", "3", ".b", "2", "90", "", "", "", "1", "", "5", "2", "", "x", "", "", "", "", "12 77", "12 21", ".b", "0",
	}},
	{entry: 90, name: "pages", login: demo.HongLogin, lines: []string{
		"", "", "", "", "", "", "", "", "1", "3", "Trip", "u 3", "d 1", "a 2", "a 3", "k", "b", "", "1", "", ".b", "", "1", "", "", ".b", "", "1", "", "maple-8-Stone-9", "maple-8-Stone-9", "", "b", "", "", ".b",
	}},
	{entry: 99, lines: []string{"", "", "demo01", "wrong", demo.Password, "q", "2", "99", "/", "rate", "q"}},
}
