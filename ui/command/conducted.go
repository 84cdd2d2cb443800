package command

import (
	"fmt"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/conductor"
)

// underConductor is the variable that makes this a conducted program: `play --pty`
// sets it for the program that it starts. Its value is that of a [conducting].
const underConductor = "SMARTBANK_CONDUCTOR"

// conducting is what the variable says: the file descriptors of the orders and of
// the answers, which are always 3 and 4, which of the tape's programs this is, from 1, and whether it is on a kept bank.
type conducting struct {
	nth  int
	kept bool
}

// String is "3,4,1,false".
func (c conducting) String() string { return fmt.Sprintf("3,4,%d,%t", c.nth, c.kept) }

// chanceOf is the use of the seed that a tape's programs make, from the first: two of them do not draw the same.
func chanceOf(nth int) string {
	if nth == 1 {
		return "play"
	}
	return fmt.Sprintf("play %d", nth)
}

// conducted is the program in the world of a tape where another conducts it: its
// clock is moved from there, and its chance and keys are those of a seed. Everything else is as it always is: the
// terminal, the keys, the bank in its file. Nobody but a tape wants such chance, so that without the pipes it refuses.
func (p *program) conducted() (*program, error) {
	if p.Env(underConductor) == "" {
		return p, nil
	}
	by := conducting{}
	_, err := fmt.Sscanf(p.Env(underConductor), "3,4,%d,%t", &by.nth, &by.kept)
	if err != nil || by.String() != p.Env(underConductor) {
		return nil, wrong(p.text.Command.BadValue(underConductor, p.Env(underConductor), conducting{nth: 1}.String()))
	}
	orders, answers := os.NewFile(3, "orders"), os.NewFile(4, "answers")
	for _, pipe := range []*os.File{orders, answers} {
		if info, err := pipe.Stat(); err != nil || info.Mode()&os.ModeNamedPipe == 0 {
			return nil, wrong(p.text.Command.BadValue(underConductor, by.String(), "pipes"))
		}
	}
	folder, err := os.OpenRoot(p.inFolder("."))
	if err != nil {
		return nil, fmt.Errorf("follow a tape: %w", err)
	}
	q := *p
	q.confined = folder // as a tape's program is
	if !by.kept {
		q.kept, q.decides = unkept(), nil
	}
	clock := conductor.NewClock(q.settings.start)
	q.begun, q.Now, q.counted = q.settings.start, clock.Now, clock.Model
	q.Later = func(d time.Duration, msg func() tea.Msg) tea.Cmd {
		return clock.After(d, func(time.Time) tea.Msg { return msg() })
	}
	q.Rand, q.Key = newChance(q.settings.seed, chanceOf(by.nth)), publishedKeys()
	go clock.Follow(orders, answers) //nolint:errcheck // who conducts has gone, and ends this
	return &q, nil
}
