package home

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/fx"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/screen"
)

// usual are the currencies of the line of rates for who has no favourites.
var usual = []money.Currency{money.USD, money.JPY, money.EUR}

// ticker is the rates at the foot of All Menus.
type ticker struct {
	now, before fx.Board
	favourites  []money.Currency // of the customer who was logged in when they were read
}

// readRates reads the rates of now behind the menu; a bank without any shows none.
func readRates(env *screen.Env) tea.Cmd {
	b, caller, today, signedIn := env.Bank, env.Caller(), env.Today(), env.Session != nil
	if b == nil {
		return nil
	}
	return screen.Quietly(func(ctx context.Context) (ticker, error) {
		now, err := b.Board(ctx, today, 0)
		if err != nil {
			return ticker{}, err
		}
		t := ticker{now: now}
		t.before, err = b.Board(ctx, calendar.PreviousBusiness(now.Date.AddDays(-1)), 0)
		if err != nil && bank.RefusalCode(err) != bank.CodeNoRate {
			return ticker{}, err
		}
		if !signedIn {
			return t, nil
		}
		if favourites, err := b.FavouriteCurrencies(ctx, caller); err == nil {
			t.favourites = favourites // a session that ends meanwhile has none, and the rates are the same
		}
		return t, nil
	})
}

// line is as many rates as there is room for, and which notice they are of: a customer's favourites while there is a session.
func (t ticker) line(l component.Look, session bool, w int) string {
	if len(t.now.Rows) == 0 {
		return ""
	}
	notice := " #" + strconv.Itoa(t.now.Notice) + " "
	if l.Heard() {
		notice = ", " + l.Text.FX.Rates.Given(t.now.Notice, t.now.At.In(calendar.Seoul).Format("15:04"))
	}
	tail := t.now.Date.String()[len("2026-"):] + notice
	line, shown := "", usual
	if session && len(t.favourites) > 0 {
		shown = t.favourites
	}
	for _, c := range shown {
		r, ok := t.now.Row(c)
		if !ok {
			continue
		}
		name := string(c)
		if r.Unit != 1 {
			name += "(" + strconv.FormatInt(r.Unit, 10) + ")"
		}
		part := " " + l.Theme.Muted.Render(name) + " " + l.Theme.Base.Render(r.Base.Grouped()) + " " + t.change(l, c) + "  "
		if component.Cells(line)+component.Cells(part)+component.Cells(tail) > w {
			break
		}
		line += part
	}
	if line == "" {
		return ""
	}
	return component.PadRight(line, w-component.Cells(tail)) + l.Theme.Muted.Render(tail)
}

// change is how far a rate is from that of the business day before.
func (t ticker) change(l component.Look, c money.Currency) string {
	by, ok := t.now.Change(c, t.before)
	switch {
	case !ok:
		return ""
	case by > 0:
		return l.Theme.Out.Render(l.Theme.Glyphs.Up + by.Grouped())
	case by < 0:
		return l.Theme.In.Render(l.Theme.Glyphs.Down + (-by).Grouped())
	}
	return l.Theme.Base.Render(by.Grouped())
}
