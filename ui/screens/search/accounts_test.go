package search_test

import (
	"testing"

	"smartbank/bank"
	"smartbank/ui/headless"
	"smartbank/ui/screen"
	"smartbank/ui/screens/search"
	"smartbank/ui/text"
	"smartbank/ui/uitest"
)

// press starts the screen and presses keys.
func press(names ...string) func(*testing.T, *headless.Driver, *host) {
	return func(_ *testing.T, d *headless.Driver, _ *host) {
		d.Send(begin{})
		d.Press(names...)
	}
}

func TestAccountsLook(t *testing.T) {
	t.Parallel()
	look(t, search.Accounts, []state{
		{name: "filled", do: press()},
		{name: "revealed and at the end", do: press("r", "end")},
		{name: "a closed account cannot send", do: press("down", "s")},
		{name: "no accounts", login: nobe, do: press()},
		{name: "working", do: func(_ *testing.T, d *headless.Driver, _ *host) {
			d.Hold()
			d.Send(begin{})
		}},
		{name: "working again", do: func(_ *testing.T, d *headless.Driver, _ *host) {
			d.Send(begin{})
			d.Hold()
			d.Press("f5")
		}},
		{name: "stopped", do: func(_ *testing.T, d *headless.Driver, _ *host) {
			d.Hold()
			d.Send(begin{})
			d.Press("esc")
			d.Release()
		}},
		{name: "refused", do: func(t *testing.T, d *headless.Driver, p *host) {
			t.Helper()
			signInElsewhere(t, p)
			d.Send(begin{})
		}},
		{name: "a fault while it is shown", do: func(t *testing.T, d *headless.Driver, p *host) {
			t.Helper()
			d.Send(begin{})
			if err := p.env.Bank.Close(); err != nil {
				t.Fatal(err)
			}
			d.Press("f5")
		}},
	})
}

func signInElsewhere(t *testing.T, p *host) {
	t.Helper()
	if _, err := p.env.Bank.SignIn(t.Context(), hong, password(hong), bank.Phone); err != nil {
		t.Fatal(err)
	}
}

// The rows, as they stand on the screen.
var inOrder = []bank.AccountNumber{everyday, student, club, spare, savings, dollars}

func TestAccountsOpensWhatIsAskedForTheChosenRow(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		down int
		key  string
		id   screen.ID
	}{
		"Enter opens the history of the first": {0, "enter", "search.history"},
		"g opens the history of a closed one":  {1, "g", "search.history"},
		"Enter opens the history of dollars":   {5, "enter", "search.history"},
		"s sends from the first":               {0, "s", "transfer.realtime"},
		"s sends from the spare one":           {3, "s", "transfer.realtime"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, p := start(t, search.Accounts, nil, hong, text.English)
			d.Send(begin{})
			for range c.down {
				d.Press("down")
			}
			d.Press(c.key)
			want := screen.Opening{ID: c.id, Args: inOrder[c.down]}
			if len(p.opened) != 1 || p.opened[0] != want {
				t.Errorf("opened %v, want %v", p.opened, want)
			}
		})
	}
}

func TestAccountsSayWhyNothingCanBeSent(t *testing.T) {
	t.Parallel()
	words := text.In(text.English).Search
	for name, c := range map[string]struct {
		down int
		want string
	}{
		"closed":  {1, words.SendsClosed},
		"frozen":  {2, words.SendsFrozen},
		"savings": {4, words.SendsDeposit},
		"dollars": {5, words.SendsForeign},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, p := start(t, search.Accounts, nil, hong, text.English)
			d.Send(begin{})
			for range c.down {
				d.Press("down")
			}
			d.Press("s")
			if p.said == nil || p.said(p.env.Text) != c.want || len(p.opened) > 0 {
				t.Errorf("opened %v\n%s", p.opened, d.Frame().Text())
			}
		})
	}
}

func TestAccountsKeys(t *testing.T) {
	t.Parallel()
	d, p := start(t, search.Accounts, nil, hong, text.English)
	d.Send(begin{})
	d.Press("down", "down", "down", "y")
	if got := d.Clipboard(); got != "012345-01-112233" {
		t.Errorf("y copied %q", got)
	}

	chosen := d.Frame().Text()
	d.Press("f5")
	if got := d.Frame().Text(); got != chosen {
		t.Errorf("F5 changed what is chosen:\n%s", got)
	}
	d.Hold()
	d.Press("f2")
	if d.Pending() {
		t.Error("F2 asked the bank again")
	}
	d.Press("f2")
	if got := d.Frame().Text(); got != chosen {
		t.Errorf("F2 twice changed the screen:\n%s", got)
	}
	d.Send(screen.Shown{})
	if !d.Pending() {
		t.Error("coming back from another screen did not ask for the balances again")
	}
	d.Release()
	d.Press("esc")
	if !p.closed {
		t.Error("Esc did not close the screen")
	}
}

func TestAccountsShake(t *testing.T) {
	t.Parallel()
	uitest.Shake(t, func() *headless.Driver {
		d, _ := start(t, search.Accounts, nil, hong, text.Korean)
		d.Send(begin{})
		return d
	}, uitest.Shaking{Streams: 6, Seed: 11, Keys: []string{"down", "up", "r", "s", "y", "g", "f5", "f2", "enter"}})
}
