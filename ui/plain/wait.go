package plain

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/app"
)

// wait says that an answer is waited for, at growing intervals, and what is new
// meanwhile. Of the lines typed meanwhile only those are taken that stop it.
func (t *Talk) wait(h app.Heard) tea.Cmd {
	var cmds []tea.Cmd
	for i, line := range t.lines {
		word := command(clean(line))
		if word == "b" || word == "q" {
			t.lines = append(t.lines[:i:i], t.lines[i+1:]...)
			t.acted, t.byLine, t.asked = t.clock.Now(), true, false
			cmds = append(cmds, t.press(keys[word]))
			break
		}
	}
	if h.Passed >= silence {
		passed, byLine := crossed(waits, h.Passed, &t.waited), t.byLine
		t.byLine = passed > 0 // how far it is is said then, and not at every step
		t.tellPage(h)
		t.byLine = byLine
		if passed > 0 {
			t.say(h.Text.Plain.Working(passed))
		}
	}
	return tea.Batch(cmds...)
}

// crossed is the last threshold that was reached and not said yet; 0 if there is none.
func crossed(thresholds []time.Duration, now time.Duration, said *int) (last time.Duration) {
	for *said < len(thresholds) && now >= thresholds[*said] {
		last = thresholds[*said]
		*said++
	}
	return last
}

// warn says once for each threshold that the session will end.
func (t *Talk) warn(h app.Heard) {
	if !h.Ending {
		t.warned = 0
		return
	}
	said := t.warned
	for t.warned < len(warnings) && h.Left <= warnings[t.warned] {
		t.warned++
	}
	if t.warned > said && h.Left > 0 {
		t.say(h.Text.Plain.IdleWarning(h.Left))
	}
}
