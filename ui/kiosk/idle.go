package kiosk

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// beat is the kiosk's own clock: countdowns and the ends of visits.
type beat struct{}

// veil is when numbers are hidden again.
type veil struct{}

func (k *Kiosk) beatLater() tea.Cmd {
	return k.config.Clock.Tick(oneBeat, func(time.Time) tea.Msg { return beat{} })
}

// beat looks at the clock once a second.
func (k *Kiosk) beat() tea.Cmd {
	if k.staff != nil && k.now.Sub(k.staff.since) >= staffFor {
		k.dropPIN()
	}
	switch {
	case k.phase == attracting:
		return k.films.want(k) // a new day has another one
	case k.phase == thanking && k.now.Sub(k.since) >= thanksFor:
		return k.attract()
	case k.here() && (k.left() <= 0 || k.absolute() <= 0):
		return k.end(false)
	}
	return nil
}

// here tells whether somebody is, or was until now.
func (k *Kiosk) here() bool {
	return k.phase == choosing || k.phase == opening || k.phase == visiting
}

// left is the time until the visit ends because nobody presses a key.
func (k *Kiosk) left() time.Duration { return IdleAfter + Countdown - k.now.Sub(k.input) }

// absolute is the time until the visit ends whatever the visitor does.
func (k *Kiosk) absolute() time.Duration { return VisitLasts - k.now.Sub(k.begun) }

// counting tells whether the countdown of an idle visit is shown.
func (k *Kiosk) counting() bool { return k.here() && k.left() <= Countdown }

// ending tells whether the visitor's time is over but for the last seconds.
func (k *Kiosk) ending() bool { return k.here() && k.absolute() <= Countdown }

// veiled tells whether numbers are hidden.
func (k *Kiosk) veiled() bool { return !k.now.Before(k.shown) }

// reveal shows numbers for a while.
func (k *Kiosk) reveal() tea.Cmd {
	k.shown = k.now.Add(ShownFor)
	if k.unveil {
		return nil
	}
	k.unveil = true
	return k.veilTick()
}

// veilLater waits on if a key came meanwhile.
func (k *Kiosk) veilLater() tea.Cmd {
	if k.unveil = !k.veiled(); k.unveil {
		return k.veilTick()
	}
	return nil
}

func (k *Kiosk) veilTick() tea.Cmd {
	return k.config.Clock.Tick(k.shown.Sub(k.now), func(time.Time) tea.Msg { return veil{} })
}
