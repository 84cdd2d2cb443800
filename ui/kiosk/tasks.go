package kiosk

import (
	"strings"

	"smartbank/bank/demo"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// The screens that tasks lead over.
const (
	home     screen.ID = "home"
	login    screen.ID = "login"
	transfer screen.ID = "transfer.realtime"
	board    screen.ID = "fx.rates"
	dollar   screen.ID = "fx.currency"
	issue    screen.ID = "cert.issue"
)

// What visitors type beside what the demonstration has.
const (
	payeeBank    = "088"
	payeeAccount = "110-234-567890"
)

// task is something to try.
type task struct {
	name, about func(*text.Catalog) string
	visitor     Visitor
	on          []screen.ID // the screens on its way
	steps       []*step
}

// step is something to press on the way: the guide tells it when it sees that the
// visitor is there.
type step struct {
	sees     func(*sight) bool
	why      func(*text.KioskGuide) string
	field    func(*text.Catalog) string // its label, if it is one of a form
	typed    string                     // text to type; "" where Enter is all
	number   bool                       // typed is the number of an entry, which needs no Enter
	bare     bool                       // typed needs no Enter either
	fromCard bool                       // what is typed stands on the security card
	key      string                     // a key that is no Enter: "esc", "tab", "f10", "ctrl+u"; "none" where there is nothing to press
}

// tasks are what can be tried, in the order of their numbers.
var tasks = []*task{
	{
		name: func(c *text.Catalog) string { return c.Kiosk.Tasks.Send }, about: func(c *text.Catalog) string { return c.Kiosk.Abouts.Send },
		visitor: Visitor{Login: demo.HongLogin, Certified: true}, on: []screen.ID{home, transfer}, steps: sending,
	},
	{
		name: func(c *text.Catalog) string { return c.Kiosk.Tasks.Rate }, about: func(c *text.Catalog) string { return c.Kiosk.Abouts.Rate },
		on: []screen.ID{home, board, dollar}, steps: pricing,
	},
	{
		name: func(c *text.Catalog) string { return c.Kiosk.Tasks.Certificate }, about: func(c *text.Catalog) string { return c.Kiosk.Abouts.Certificate },
		visitor: Visitor{Login: demo.HongLogin}, on: []screen.ID{home, issue}, steps: issuing,
	},
	{
		name: func(c *text.Catalog) string { return c.Kiosk.Tasks.Free }, about: func(c *text.Catalog) string { return c.Kiosk.Abouts.Free },
		visitor: Visitor{Login: demo.HongLogin, Certified: true}, steps: looking,
	},
}

// detours are beside the way of every task, and tell the way back.
var detours = []*step{
	{
		sees: func(s *sight) bool { return s.on == issue && s.dialog && s.shows(s.c.Certificate.Issue.ReplaceTitle) },
		why:  func(g *text.KioskGuide) string { return g.MadeBefore }, key: "done",
	},
	{sees: func(s *sight) bool { return s.dialog }, why: func(g *text.KioskGuide) string { return g.Dialog }, key: "esc"},
	{sees: func(s *sight) bool { return s.lost() }, why: func(g *text.KioskGuide) string { return g.Lost }, key: "ctrl+u"},
	{sees: at(login, func(s *sight) bool { return s.field(s.c.Login.UserID) }), why: func(g *text.KioskGuide) string { return g.LoginUser }, typed: demo.HongLogin},
	{sees: at(login, func(s *sight) bool { return s.field(s.c.Login.Password) }), why: func(g *text.KioskGuide) string { return g.LoginPassword }, typed: demo.Password},
}

// What is told where no step fits: on the way, the bank is working, or the visitor has gone to a field or a page that the way leads past;
// elsewhere All Menus is the way back.
var (
	waiting   = &step{why: func(g *text.KioskGuide) string { return g.Working }, key: "none"}
	asItIs    = &step{why: func(g *text.KioskGuide) string { return g.AsItIs }, key: "tab"}
	aside     = &step{why: func(g *text.KioskGuide) string { return g.Aside }, key: "esc"}
	elsewhere = &step{why: func(g *text.KioskGuide) string { return g.OtherScreen }, key: "f10"}
)

// What is told where something else was typed than the way needs: in the field, in one before it, or in All Menus.
var (
	spoiled     = &step{why: func(g *text.KioskGuide) string { return g.Spoiled }, key: "ctrl+u"}
	anew        = &step{why: func(g *text.KioskGuide) string { return g.Anew }, key: "f10"}
	otherNumber = &step{why: func(g *text.KioskGuide) string { return g.OtherNumber }, key: "esc"}
	giving      = &step{why: func(g *text.KioskGuide) string { return g.Giving }, key: "tab"}
	given       = &step{why: func(g *text.KioskGuide) string { return g.Given }}
)

// at is on a screen, and something more.
func at(id screen.ID, more func(*sight) bool) func(*sight) bool {
	return func(s *sight) bool { return s.on == id && (more == nil || more(s)) }
}

// typing is a step in a field of a form.
func typing(id screen.ID, label func(*text.Catalog) string, is step) *step {
	is.field, is.sees = label, at(id, func(s *sight) bool { return s.field(label(s.c)) })
	return &is
}

// sending is the way of 50,000 won.
var sending = []*step{
	{sees: at(home, nil), why: func(g *text.KioskGuide) string { return g.SendHome }, typed: "21", number: true},
	typing(transfer, func(c *text.Catalog) string { return c.Transfer.From }, step{why: func(g *text.KioskGuide) string { return g.From }}),
	typing(transfer, func(c *text.Catalog) string { return c.Transfer.Password }, step{why: func(g *text.KioskGuide) string { return g.PIN }, typed: demo.PIN}),
	typing(transfer, func(c *text.Catalog) string { return c.Transfer.Bank }, step{why: func(g *text.KioskGuide) string { return g.Bank }, typed: payeeBank}),
	typing(transfer, func(c *text.Catalog) string { return c.Transfer.Account }, step{why: func(g *text.KioskGuide) string { return g.Account }, typed: payeeAccount}),
	typing(transfer, func(c *text.Catalog) string { return c.Transfer.Amount }, step{why: func(g *text.KioskGuide) string { return g.Amount }, typed: "50000"}),
	typing(transfer, func(c *text.Catalog) string { return c.Transfer.Theirs }, step{why: func(g *text.KioskGuide) string { return g.Theirs }}),
	typing(transfer, func(c *text.Catalog) string { return c.Transfer.Mine }, step{why: func(g *text.KioskGuide) string { return g.Mine }}),
	{
		sees: at(transfer, func(s *sight) bool { return !s.typing && s.focused() == "" && s.shows(s.c.Transfer.LeftToday) }),
		why:  func(g *text.KioskGuide) string { return g.Review },
	},
	typing(transfer, func(c *text.Catalog) string { return c.Transfer.Card }, step{why: func(g *text.KioskGuide) string { return g.Factor }, fromCard: true}),
	{
		sees: at(transfer, func(s *sight) bool { return !s.typing && s.shows(s.c.Certificate.Sign.Title) }),
		why:  func(g *text.KioskGuide) string { return g.Read },
	},
	typing(transfer, func(c *text.Catalog) string { return c.Certificate.Form.Password }, step{why: func(g *text.KioskGuide) string { return g.Seal }, typed: Seal}),
	{
		sees: at(transfer, func(s *sight) bool { return s.shows(s.c.Transfer.SentTitle) }),
		why:  func(g *text.KioskGuide) string { return g.Sent }, key: "done",
	},
}

// pricing is the way to what the dollar costs.
var pricing = []*step{
	{sees: at(home, nil), why: func(g *text.KioskGuide) string { return g.RateHome }, typed: "31", number: true},
	{sees: at(board, nil), why: func(g *text.KioskGuide) string { return g.Board }},
	{sees: at(dollar, func(s *sight) bool { return !s.typing }), why: func(g *text.KioskGuide) string { return g.Dollar }},
	{
		sees: at(dollar, func(s *sight) bool { return s.typing && !s.field(s.c.FX.Rates.Deal) }),
		why:  func(g *text.KioskGuide) string { return g.Converter }, typed: "100", bare: true,
	},
	{
		sees: at(dollar, func(s *sight) bool {
			return s.typing && !s.field(s.c.FX.Rates.Deal) && strings.ContainsAny(s.value(), "123456789")
		}),
		why: func(g *text.KioskGuide) string { return g.Converted }, key: "done",
	},
}

// issuing is the way to a certificate.
var issuing = []*step{
	{sees: at(home, nil), why: func(g *text.KioskGuide) string { return g.CertificateHome }, typed: "42", number: true},
	{
		sees: at(issue, func(s *sight) bool {
			return !s.typing && (s.shows(s.c.Component.StepOf(1, 6)) || s.shows(s.c.Certificate.Issue.Agreeing))
		}),
		why: func(g *text.KioskGuide) string { return g.Consent },
	},
	typing(issue, func(c *text.Catalog) string { return c.Login.UserID }, step{why: func(g *text.KioskGuide) string { return g.UserID }, typed: demo.HongLogin}),
	typing(issue, func(c *text.Catalog) string { return c.Certificate.Form.Identity }, step{why: func(g *text.KioskGuide) string { return g.Identity }, typed: demo.Identity(demo.HongLogin)}),
	typing(issue, func(c *text.Catalog) string { return c.Transfer.From }, step{why: func(g *text.KioskGuide) string { return g.Paying }}),
	typing(issue, func(c *text.Catalog) string { return c.Transfer.Password }, step{why: func(g *text.KioskGuide) string { return g.PIN }, typed: demo.PIN}),
	typing(issue, func(c *text.Catalog) string { return c.Transfer.Card }, step{why: func(g *text.KioskGuide) string { return g.Factor }, fromCard: true}),
	{
		sees: at(issue, func(s *sight) bool { return s.shows(s.c.Certificate.Issue.WhichKind) }),
		why:  func(g *text.KioskGuide) string { return g.Kind },
	},
	typing(issue, func(c *text.Catalog) string { return c.Certificate.Form.Fresh }, step{why: func(g *text.KioskGuide) string { return g.Fresh }, typed: Seal}),
	typing(issue, func(c *text.Catalog) string { return c.Certificate.Form.Again }, step{why: func(g *text.KioskGuide) string { return g.Again }, typed: Seal}),
	{
		sees: at(issue, func(s *sight) bool { return s.shows(s.c.Certificate.Issue.Made) }),
		why:  func(g *text.KioskGuide) string { return g.Made }, key: "done",
	},
}

// looking leads nowhere. Whoever is asked for the security card on the way is told what stands on it.
var looking = []*step{
	{sees: func(*sight) bool { return true }, why: func(g *text.KioskGuide) string { return g.Look }, key: "free"},
	{
		sees: func(s *sight) bool { return s.field(s.c.Transfer.Card) && s.card() != "" },
		why:  func(g *text.KioskGuide) string { return g.Factor }, fromCard: true,
	},
}
