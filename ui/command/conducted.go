package command

import (
	"fmt"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartbank/ui/conductor"
)

// underConductor is the variable that makes this a conducted program: `play --pty`
// sets it for the program that it starts. Its value is [conductorPipes].
const underConductor = "SMARTBANK_CONDUCTOR"

// conductorPipes names the file descriptors of the orders and of the answers.
const conductorPipes = "3,4"

// conducted is the program in the world of a tape where another conducts it: its
// clock is moved from there, and its chance and keys are those of a seed. Everything else is as it always is: the
// terminal, the keys, the bank in its file. Nobody but a tape wants such chance, so that without the pipes it refuses.
func (p *program) conducted() (*program, error) {
	if p.Env(underConductor) == "" {
		return p, nil
	}
	orders, answers := os.NewFile(3, "orders"), os.NewFile(4, "answers")
	for _, pipe := range []*os.File{orders, answers} {
		if info, err := pipe.Stat(); p.Env(underConductor) != conductorPipes || err != nil || info.Mode()&os.ModeNamedPipe == 0 {
			return nil, wrong(p.text.Command.BadValue(underConductor, p.Env(underConductor), conductorPipes))
		}
	}
	folder, err := os.OpenRoot(p.inFolder("."))
	if err != nil {
		return nil, fmt.Errorf("follow a tape: %w", err)
	}
	q := *p
	q.confined = folder // as a tape's program is
	q.kept, q.decides = unkept(), nil
	clock := conductor.NewClock(q.settings.start)
	q.begun, q.Now, q.counted = q.settings.start, clock.Now, clock.Model
	q.Later = func(d time.Duration, msg func() tea.Msg) tea.Cmd {
		return clock.After(d, func(time.Time) tea.Msg { return msg() })
	}
	q.Rand, q.Key = newChance(q.settings.seed, "play"), publishedKeys()
	go clock.Follow(orders, answers) //nolint:errcheck // who conducts has gone, and ends this
	return &q, nil
}
