package command

import (
	"bytes"
	"context"
	"errors"
	"os"
	"syscall"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/ui/text"
)

// TestASignalStopsLongWork ends work that a signal stopped as the signal does, once it has tidied up, and lets a second one end the
// program at once.
func TestASignalStopsLongWork(t *testing.T) {
	t.Parallel()
	signals, heard := make(chan os.Signal, 1), make(chan struct{}, 2)
	p := &program{
		World: World{
			Err: &bytes.Buffer{}, Env: func(string) string { return "xterm" },
			Signals: func() (<-chan os.Signal, func()) { return signals, func() { heard <- struct{}{} } },
		},
		text: text.In(text.English),
	}
	tidied := false
	err := p.long(t.Context(), func(ctx context.Context, told func(bank.Progress)) error {
		told(bank.Progress{Part: bank.PartCopy, Done: 1, Total: 2})
		signals <- syscall.SIGTERM
		<-ctx.Done()
		<-heard // signals go to the system again
		tidied = true
		return ctx.Err()
	})
	problem, ok := errors.AsType[*ProblemError](err)
	if !ok || problem.Exit != 128+int(syscall.SIGTERM) || problem.Problem != "" || !tidied {
		t.Errorf("it ended with %#v, tidied up %t", err, tidied)
	}
	if err := p.long(t.Context(), func(context.Context, func(bank.Progress)) error { return errFull }); !errors.Is(err, errFull) {
		t.Errorf("work that failed by itself ended with %v", err)
	}
}

var errFull = errors.New("no room")

// TestMeter tells how far work has come and how long it takes still, in each part anew; in whole lines where nothing can be drawn, and
// nothing where nobody looks.
func TestMeter(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name      string
		lang      text.Lang
		on, drawn bool
		want      string
	}{
		{"drawn", text.English, true, true, "\r\x1b[Kcopying 0 %\r\x1b[Kcopying 25 %, about 0:30 left\r\x1b[Kverifying: books 50 %\r\x1b[K"},
		{"drawn", text.Korean, true, true, "\r\x1b[K복사 중 0 %\r\x1b[K복사 중 25 %, 남은 시간 약 0:30\r\x1b[K확인 중: 장부 50 %\r\x1b[K"},
		{"in lines", text.English, true, false, "copying\nverifying: books\n"},
		{"into a pipe", text.English, false, false, ""},
	} {
		t.Run(row.name+" "+string(row.lang), func(t *testing.T) {
			t.Parallel()
			var out bytes.Buffer
			now := time.Date(2026, time.November, 5, 10, 0, 0, 0, time.UTC)
			c := text.In(row.lang)
			p := &program{World: World{Err: &out, Now: func() time.Time { return now }}, text: c}
			m := &meter{program: p, on: row.on, drawn: row.drawn}
			m.tell(c.Command.Verifying(bank.PartCopy), 0, 400)
			now = now.Add(10 * time.Second)
			m.tell(c.Command.Verifying(bank.PartCopy), 100, 400)
			m.tell(c.Command.Verifying(bank.PartCopy), 101, 404)
			m.tell(c.Command.Verifying(bank.PartBooks), 1, 2)
			m.end()
			m.end()
			if out.String() != row.want {
				t.Errorf("it told %q, want %q", out.String(), row.want)
			}
		})
	}
}
