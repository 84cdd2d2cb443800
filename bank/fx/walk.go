package fx

import (
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// How far the made-up rates go, in millionths: in a day, in a notice for the won against all, and for a currency by
// itself. Days are pulled back to the last real rate by a part of the distance.
const (
	dailyStep  = 4_500
	noticeStep = 180
	ownStep    = 30
	pullBack   = 250
)

// calm are the currencies that move less than others against the euro, or with the dollar.
var calm = map[money.Currency]struct {
	step int64
	with money.Currency
}{
	"DKK": {60, ""},
	"HKD": {150, money.USD},
	"CNY": {900, money.USD},
}

// extend makes days up until the one before date, from Monday to Friday. The lock is held.
func (m *Market) extend(date calendar.Date) {
	last := len(m.days) - 1
	for m.days[last].Demonstration {
		last--
	}
	anchor := m.days[last]
	for next := m.days[len(m.days)-1]; ; {
		day := Day{Date: next.Date.AddDays(1), Units: make(map[money.Currency]Rate, len(next.Units)), Demonstration: true}
		for day.Date.Weekday() == time.Saturday || day.Date.Weekday() == time.Sunday {
			day.Date = day.Date.AddDays(1)
		}
		if !day.Date.Before(date) {
			return
		}
		for c, was := range next.Units {
			day.Units[c] = m.step(c, day.Date, was, anchor.Units[c])
		}
		m.days = append(m.days, day)
		next = day
	}
}

// step is a rate of the next day.
func (m *Market) step(c money.Currency, date calendar.Date, was, anchor Rate) Rate {
	move := m.chance(c, date, 0, dailyStep)
	if quiet, is := calm[c]; is {
		move = m.chance(c, date, 0, quiet.step)
		if quiet.with != "" {
			move += m.chance(quiet.with, date, 0, dailyStep)
		}
	}
	r, err := was.times(int64(one)+move, int64(one), 4, HalfUp)
	if err != nil {
		return was
	}
	return max(r+(anchor-was)/pullBack/100*100, one/100)
}

// moved is how far a notice is from the day's first, in millionths.
func (m *Market) moved(c money.Currency, date calendar.Date, notice int) int64 {
	sum := int64(0)
	for n := 1; n < notice; n++ {
		sum += m.chance(money.KRW, date, n, noticeStep) + m.chance(c, date, n, ownStep)
	}
	return sum
}

// chance is a number from -most to most, likelier near nothing, that depends on nothing but the seed and what it is
// for (two draws of SplitMix64).
func (m *Market) chance(c money.Currency, date calendar.Date, notice int, most int64) int64 {
	state := m.seed
	for _, part := range []uint64{uint64(date.Year), uint64(date.Month), uint64(date.Day), uint64(notice)} { //nolint:gosec // small numbers
		state = mix(state ^ part)
	}
	for i := range len(c) {
		state = mix(state ^ uint64(c[i]))
	}
	width := uint64(most) + 1                                 //nolint:gosec // a step is above zero
	return int64(mix(state)%width) - int64(mix(^state)%width) //nolint:gosec // both are at most a step
}

// mix is a step of SplitMix64.
func mix(state uint64) uint64 {
	state += 0x9e3779b97f4a7c15
	state = (state ^ state>>30) * 0xbf58476d1ce4e5b9
	state = (state ^ state>>27) * 0x94d049bb133111eb
	return state ^ state>>31
}
