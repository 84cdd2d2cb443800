package app

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// When it is warned of the end of a session that nobody uses, and how often the
// bank is asked whether it is still open.
const (
	warnBefore = time.Minute
	checkEvery = 5 * time.Second
)

// checked is the bank's word on whether the session is open.
type checked struct{ err error }

// leftOver are the orders whose receipts were never shown.
type leftOver struct {
	orders      []bank.Prepared
	remittances []bank.PreparedRemittance
}

// signedIn starts a session: the login goes, and what was wanted before it comes.
func (a *App) signedIn(serial int, s bank.Session) tea.Cmd {
	a.env.Session = &s
	wanted := a.wanted
	a.wanted = nil
	if wanted != nil || s.Replaced { // All Menus has it at its foot
		a.say(greeting(s))
	}
	cmds := []tea.Cmd{a.shut(serial)}
	if wanted != nil {
		cmds = append(cmds, a.open(*wanted))
	}
	caller := s.Caller()
	cmds = append(cmds, a.watch(), func() tea.Msg { // what fell due while nobody was here is done at once
		orders, err := a.config.Bank.LeftOver(context.Background(), caller)
		if err != nil {
			return checked{err}
		}
		remittances, err := a.config.Bank.LeftOverRemittances(context.Background(), caller)
		if err != nil {
			return checked{err}
		}
		return leftOver{orders, remittances}
	})
	return tea.Batch(cmds...)
}

// greeting tells of the login before this one.
func greeting(s bank.Session) func(*text.Catalog) string {
	return func(c *text.Catalog) string {
		line := c.Frame.FirstSignIn
		if !s.LastSignIn.IsZero() {
			line = c.Frame.LastSignIn(text.DateTime(s.LastSignIn))
		}
		if s.Replaced {
			line += "  " + c.Frame.ReplacedOther
		}
		return line
	}
}

// showLeftOver tells of each order whose receipt was never shown what became of
// it, and forgets it once that was read.
func (a *App) showLeftOver(left leftOver) {
	for _, r := range slices.Backward(left.remittances) {
		title := func(c *text.Catalog) string { return c.FX.Remit.LeftOverTitle }
		a.tellLeftOver(title, func(c *text.Catalog) text.Message { return leftOverRemittance(c, r) }, func() tea.Cmd {
			return a.forget(r.Review.Order.Key, a.config.Bank.ForgetRemittance)
		})
	}
	for _, o := range slices.Backward(left.orders) {
		title := func(c *text.Catalog) string { return c.Frame.LeftOverTitle }
		a.tellLeftOver(title, func(c *text.Catalog) text.Message { return leftOverMessage(c, o) }, func() tea.Cmd {
			return a.forget(o.Review.Order.Key, a.config.Bank.Forget)
		})
	}
}

// tellLeftOver tells of one order.
func (a *App) tellLeftOver(title component.Words, message func(*text.Catalog) text.Message, forget func() tea.Cmd) {
	a.push(&dialog{
		Dialog: &component.Notice{
			Title: title, Message: message,
		},
		serial: frame, unasked: true,
		decided: func(any) tea.Cmd { return forget() },
	})
}

// leftOverRemittance says whether a remittance was booked.
func leftOverRemittance(c *text.Catalog, p bank.PreparedRemittance) text.Message {
	o := p.Review.Order
	to := o.SWIFT.Recipient.Name
	if o.Kind == bank.Eurogiro {
		to = o.Giro.Name
	}
	order := component.Clean(to) + ", " + p.Review.Terms.Amount.String() + ", " + text.DateTime(p.Review.PreparedAt)
	if p.Receipt == nil {
		return c.FX.Remit.LeftOverNotBooked(order)
	}
	return c.FX.Remit.LeftOverBooked(order, p.Receipt.Reference)
}

// leftOverMessage says whether an order was booked.
func leftOverMessage(c *text.Catalog, p bank.Prepared) text.Message {
	o := p.Review.Order
	order := c.Pick(p.Review.RecipientEN, o.Recipient) + ", " + component.Won(c, o.Amount) + ", " + text.DateTime(p.Review.PreparedAt)
	if p.Receipt == nil {
		return c.Frame.LeftOverNotBooked(order)
	}
	return c.Frame.LeftOverBooked(order, p.Receipt.Reference)
}

// forget removes an order whose outcome was read.
func (a *App) forget(key string, at func(context.Context, bank.Caller, string) error) tea.Cmd {
	if a.env.Session == nil {
		return nil
	}
	caller := a.env.Caller()
	return func() tea.Msg {
		if err := at(context.Background(), caller, key); err != nil {
			return checked{err}
		}
		return nil
	}
}

// check asks the bank whether the session is still open, unless it is being
// asked.
func (a *App) check() tea.Cmd {
	if a.env.Session == nil || a.asked {
		return nil
	}
	a.asked = true
	caller := a.env.Caller()
	return func() tea.Msg { return checked{a.config.Bank.CheckSession(context.Background(), caller)} }
}

// over reports whether an error means that the session has ended.
func over(err error) bool {
	code := bank.RefusalCode(err)
	return code == bank.CodeSessionReplaced || code == bank.CodeSessionEnded
}

// endIfOver ends the session in the frame if the bank has ended it.
func (a *App) endIfOver(err error) tea.Cmd {
	if !over(err) || a.env.Session == nil {
		return nil
	}
	if bank.RefusalCode(err) == bank.CodeSessionReplaced {
		return a.end(func(c *text.Catalog) text.Message { return c.Frame.Replaced })
	}
	return a.end(func(c *text.Catalog) text.Message { return c.Frame.Ended })
}

// end closes everything and says why.
func (a *App) end(why func(*text.Catalog) text.Message) tea.Cmd {
	cmd := a.shutAll()
	a.env.Session, a.wanted, a.dialogs = nil, nil, nil
	a.notify(why)
	return cmd
}

// signOut ends the session because the customer wants to.
func (a *App) signOut() tea.Cmd { return a.endSession(bank.SignedOut, nil) }

// idle ends the session because nobody is there.
func (a *App) idle() tea.Cmd {
	minutes := a.env.Preferences.Now.IdleMinutes
	return a.endSession(bank.Idle, func(c *text.Catalog) text.Message { return c.Frame.IdleEnded(minutes) })
}

// endSession ends the session in the frame and at the bank. Without a reason to
// show, the status line says it.
func (a *App) endSession(why bank.EndReason, notice func(*text.Catalog) text.Message) tea.Cmd {
	if a.env.Session == nil {
		return nil
	}
	farewell, rest := a.farewell(why)
	closing := tea.Batch(a.do(nobody, tea.Batch(rest...)), a.shutAll())
	a.env.Session, a.wanted, a.dialogs = nil, nil, nil
	if notice != nil {
		a.notify(notice)
	} else {
		a.say(func(c *text.Catalog) string { return c.Frame.SignedOut.Problem + " " + c.Frame.SignedOut.Advice })
	}
	return tea.Batch(closing, func() tea.Msg { return checked{farewell()} })
}

// farewell is the end of the session at the bank, after the work that the screens do when they are closed: there must
// be a session for it. The rest is what they do besides.
func (a *App) farewell(why bank.EndReason) (end func() error, rest []tea.Cmd) {
	caller := a.env.Caller()
	var last []screen.Request
	for _, l := range a.stack {
		work, more := requests(l.leave())
		last, rest = append(last, work...), append(rest, more...)
	}
	return func() error {
		for _, r := range last {
			r.Run(context.Background())
		}
		return a.config.Bank.SignOut(context.Background(), caller, why)
	}, rest
}

// leave ends the session, if there is one, and then the program.
func (a *App) leave() tea.Cmd {
	a.gone = true
	a.Stop()
	if a.env.Session == nil {
		return tea.Quit
	}
	farewell, _ := a.farewell(bank.SignedOut)
	return func() tea.Msg {
		_ = farewell() // the program ends either way
		return tea.QuitMsg{}
	}
}

// requests is the work in what a screen does when it is closed, and the rest of it.
func requests(cmd tea.Cmd) (work []screen.Request, rest []tea.Cmd) {
	if cmd == nil {
		return nil, nil
	}
	switch msg := cmd().(type) {
	case nil:
	case screen.Request:
		work = append(work, msg)
	case tea.BatchMsg:
		for _, c := range msg {
			w, r := requests(c)
			work, rest = append(work, w...), append(rest, r...)
		}
	default:
		rest = append(rest, func() tea.Msg { return msg })
	}
	return work, rest
}

// left is the time until the idle logout.
func (a *App) left() time.Duration { return a.idleAfter() - a.env.Now.Sub(a.input) }

// idleAfter is when a session that nobody uses ends. A kiosk around the program ends
// visits much earlier, and its warning is the only one.
func (a *App) idleAfter() time.Duration {
	if a.config.Confined {
		return 24 * time.Hour
	}
	return time.Duration(a.env.Preferences.Now.IdleMinutes) * time.Minute
}

// ending reports whether the end is near enough to warn of it.
func (a *App) ending() bool { return a.left() <= min(warnBefore, a.idleAfter()/2) }

// notify shows a notice that nobody asked for.
func (a *App) notify(what func(*text.Catalog) text.Message) {
	a.push(&dialog{
		Dialog: &component.Notice{Title: func(c *text.Catalog) string { return c.Frame.Notice }, Message: what},
		serial: frame, unasked: true, decided: nothing,
	})
}
