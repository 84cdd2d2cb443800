package app

import (
	"fmt"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/demo"
	"smartbank/ui/settings"
	"smartbank/ui/text"
	"smartbank/ui/uitest"
)

// question is asked before something unsaved is lost.
const question = "Leave this form?"

// filled are forms with something in them that would be lost, and what is seen of it.
var filled = []struct {
	name string
	fill func(*program)
	has  string
	back bool // Esc leads to a page before, which loses nothing
}{
	{"an account to send to", func(p *program) {
		p.Type("21")
		p.Press("tab", "tab", "tab")
		p.Type("110234567890")
	}, "110", false},
	{"a transfer under the page of limits", func(p *program) {
		p.Type("21")
		p.Press("tab", "tab", "tab")
		p.Type("110234567890")
		p.Press("tab", "tab")
		p.Type("50000")
		p.Press("f8")
		p.shows("Transfer limits")
		p.Press("f10")
	}, "50,000", false},
	{"a sender's address of a remittance", func(p *program) {
		p.Type("32")
		p.Press("tab", "tab", "right", "enter")
		p.Type("Sejong-daero 1")
	}, "Sejong-daero 1", true},
	{"a recipient's name of a Eurogiro remittance", func(p *program) {
		p.Type("03")
		p.Press("right", "tab", "tab", "tab", "right", "enter")
		p.Type("Erika")
	}, "Erika", true},
	{"two lower limits", func(p *program) {
		p.Type("21")
		p.Press("f8")
		p.Type("1000000\n5000000")
	}, "1,000,000", false},
	{"a new favourite", func(p *program) {
		p.Type("21")
		p.Press("f7")
		p.Type("n")
		p.Press("tab")
		p.Type("110234567890")
	}, "110", false},
	{"who one is, of a certificate", func(p *program) {
		p.Type("42")
		p.Advance(time.Second)
		p.Press("enter")
		p.Type("demo01\n8001011")
	}, "demo01", true},
}

// TestAFilledFormIsNotLostWithoutAQuestion leaves filled forms by each key that leaves, stays, and leaves.
func TestAFilledFormIsNotLostWithoutAQuestion(t *testing.T) {
	t.Parallel()
	for _, form := range filled {
		t.Run(form.name, func(t *testing.T) {
			t.Parallel()
			p := start(t, 80, 24, text.English)
			p.signIn()
			form.fill(p)
			for _, key := range []string{"f10", "esc", "f10"} {
				if key == "esc" && form.back {
					continue
				}
				if !p.app.Asking() {
					p.Press(key)
				}
				p.shows(question, "What you typed is lost.")
				p.Press("enter") // stay
				p.hides(question)
				p.shows(form.has)
			}
			p.Press("ctrl+c")
			p.shows("Leave Smart Banking?", "You will be logged out.", "What you did not send or save is lost.")
			p.Press("esc", "f10", "right", "enter")
			p.shows("All Menus")
			p.hides(question, form.has+" ")
			p.Press("ctrl+c")
			p.hides("is lost")
		})
	}
}

// TestNothingIsAskedWhereNothingIsLost leaves forms that hold nothing of worth.
func TestNothingIsAskedWhereNothingIsLost(t *testing.T) {
	t.Parallel()
	p := start(t, 80, 24, text.English)
	p.signIn()
	for _, row := range []struct {
		name string
		to   func()
	}{
		{"a form that was only opened", func() { p.Type("21") }},
		{"the account password alone", func() { p.Type("21\n" + demo.PIN) }},
		{"a number that was taken away again", func() { p.Type("21\n\n\n123"); p.Press("ctrl+u") }},
		{"another bank", func() { p.Type("21\n\n"); p.Press("right") }},
		{"a remittance that was only opened", func() { p.Type("32"); p.Press("right") }},
		{"one lower limit", func() { p.Type("21"); p.Press("f8"); p.Type("1000000") }},
		{"what is searched for", func() { p.Type("12/Kim") }},
		{"days of a period", func() { p.Type("12"); p.Press("left") }},
		{"settings that were looked at", func() { p.Type("90"); p.Press("right", "left") }},
		{"accounts that were looked at", func() { p.Type("90"); p.to(8); p.Press("enter", "down") }},
	} {
		row.to()
		p.Press("f10")
		if p.app.Asking() || len(p.app.stack) != 1 {
			t.Errorf("%s: F10 does not lead to All Menus:\n%s", row.name, p.Frame().Text())
			p.Press("right", "enter")
		}
	}
}

// to goes down to a field.
func (p *program) to(field int) {
	for range field {
		p.Press("tab")
	}
}

// TestSettingsAreSavedOnTheWayOut decides by F10, which leaves a page of Settings and Settings itself, what becomes of either.
func TestSettingsAreSavedOnTheWayOut(t *testing.T) {
	t.Parallel()
	const save, undo = "Save what you changed?", "Save the new arrangement of your accounts?"
	for _, row := range []struct {
		name           string
		press          []string
		theme, account string
	}{
		{"both are saved", []string{"enter", "enter"}, "light", "Bills"},
		{"the settings are, the arrangement is not", []string{"right", "enter", "enter"}, "light", "Everyday"},
		{"neither is", []string{"right", "enter", "right", "enter"}, "dark", "Everyday"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			s := settings.Default()
			s.Theme = "dark"
			p, file := withSettings(t, 80, 24, text.English, s)
			p.signIn()
			p.Type("90")
			p.Press("tab", "left")
			p.to(7)
			p.Press("enter")
			p.Type("J")
			p.Press("f10")
			p.shows(undo)
			p.Press("left", "enter") // go on
			p.shows("Every list of your accounts follows this order.")
			p.Press("f10")
			p.Press(row.press...)
			p.shows("All Menus")
			if file.Theme != row.theme {
				t.Errorf("the file has the theme %s, want %s", file.Theme, row.theme)
			}
			all, err := p.bank.Accounts(t.Context(), p.app.SignedIn().Caller())
			if err != nil || all[0].Product.NameEN != row.account && all[0].Nickname != row.account {
				t.Errorf("the first account is %+v, %v, want %s", all[0], err, row.account)
			}
		})
	}
}

// TestWhatCannotBeSavedIsNotLeft saves on the way out what the settings cannot be, and stays.
func TestWhatCannotBeSavedIsNotLeft(t *testing.T) {
	t.Parallel()
	p, file := withSettings(t, 80, 24, text.English, settings.Default())
	p.Type("90")
	p.Press("shift+tab")
	p.Type("77")
	p.Press("f10", "enter")
	p.shows("These are not numbers of entries.")
	p.Press("ctrl+u")
	p.Type("12")
	p.Press("ctrl+s")
	p.shows("Saved.", "Favourites") // by the key that saves, which leaves nothing
	if len(file.Favourites) != 1 {
		t.Errorf("the file is %+v", *file)
	}
	p.Type(" 21")
	p.Press("ctrl+c")
	p.shows("Leave Smart Banking?", "What you did not send or save is lost.")
	p.hides("You will be logged out.")
	p.Press("ctrl+c")
	if !p.Quit() {
		t.Error("Ctrl+C twice does not leave")
	}
}

// TestTheEndOfASessionAsksNothing ends sessions over a filled form.
func TestTheEndOfASessionAsksNothing(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(*program){
		"nobody is there": func(p *program) { p.Advance(11 * time.Minute) },
		"a login elsewhere": func(p *program) {
			if _, err := p.bank.SignIn(t.Context(), demo.HongLogin, []byte(demo.Password), bank.Phone); err != nil {
				t.Error(err)
			}
			p.Advance(checkEvery)
		},
	} {
		for _, asked := range []bool{false, true} {
			p := start(t, 80, 24, text.English)
			p.signIn()
			filled[0].fill(p)
			if asked {
				p.Press("f10")
			}
			end(p)
			p.shows("You were logged out")
			p.hides(question)
			if p.app.SignedIn() != nil || len(p.app.stack) != 1 {
				t.Errorf("%s: the session goes on", name)
			}
			p.Advance(time.Second)
			p.Press("enter")
			p.shows("All Menus")
		}
	}
}

// TestUnsavedLook compares the question with its golden frames.
func TestUnsavedLook(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		w, h int
		lang text.Lang
	}{{80, 24, text.English}, {80, 24, text.Korean}, {40, 12, text.Korean}} {
		for _, state := range []struct {
			name string
			to   func(*program)
		}{
			{"a transfer", func(p *program) { p.Press("f10") }},
			{"leaving the program", func(p *program) { p.Press("ctrl+c") }},
		} {
			t.Run(fmt.Sprintf("%s/%dx%d-%s", state.name, size.w, size.h, size.lang), func(t *testing.T) {
				t.Parallel()
				p := start(t, size.w, size.h, size.lang)
				p.signIn()
				filled[0].fill(p)
				state.to(p)
				uitest.Golden(t, p.Frame())
			})
		}
	}
}
