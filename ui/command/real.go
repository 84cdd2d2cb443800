package command

import (
	"crypto/rand"
	"crypto/rsa"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Real is the world of the program that was started: this machine's clock,
// chance, environment and signals.
func Real(in io.Reader, out, errs io.Writer) World {
	return World{
		In: in, Out: out, Err: errs,
		Env: os.Getenv, Now: time.Now, Rand: rand.Reader,
		Key: func() (*rsa.PrivateKey, error) { return rsa.GenerateKey(rand.Reader, 2048) },
		Later: func(d time.Duration, msg func() tea.Msg) tea.Cmd {
			return tea.Tick(d, func(time.Time) tea.Msg { return msg() })
		},
		Signals: func() (<-chan os.Signal, func()) {
			told := make(chan os.Signal, 1)
			signal.Notify(told, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT) // the last would write every stack into the terminal
			return told, func() { signal.Stop(told) }
		},
	}
}
