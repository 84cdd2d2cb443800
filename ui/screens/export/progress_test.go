package export

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
	"smartbank/bank/statement"
	"smartbank/ui/component"
	"smartbank/ui/export"
	"smartbank/ui/paper"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// full is a writer that has room for so many bytes.
type full struct {
	bytes.Buffer

	room int
}

var errFull = errors.New("full")

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return f.Buffer.Write(p)
}

// A long export tells its rows and the time that is left.
func TestProgressIsShown(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	session := w.SignIn(t, banktest.Kim)
	to := calendar.DateOf(banktest.Start)
	of := export.Selection{Account: banktest.KimMain, From: to.AddMonths(-12), To: to}
	for _, l := range []text.Lang{text.English, text.Korean} {
		env := &screen.Env{
			Look: component.Look{Theme: theme.New(theme.Mono, theme.Unicode), Text: text.In(l)}, Bank: w.Bank, Session: &session,
			Now: banktest.Start.Add(90 * time.Second),
		}
		s := newStatement(env, of)
		s.writing, s.since, s.progress = true, banktest.Start, &export.Progress{}
		if body := s.View(80, 20).Body; !strings.Contains(body, env.Text.Export.Reading) {
			t.Errorf("before the totals are known it shows\n%s", body)
		}
		x := export.Statement{Selection: of, Format: statement.MT940}
		if _, err := x.Write(t.Context(), w.Bank, session.Caller(), env.Text, paper.Look{At: banktest.Start}, &full{}, s.progress); !errors.Is(err, errFull) {
			t.Fatal(err)
		}
		done, total := s.progress.Rows()
		body := s.View(80, 20).Body
		if want := env.Text.Export.Done(grouped(int64(done)), grouped(int64(total)), 100*done/total); !strings.Contains(body, want) || total != 5 {
			t.Errorf("at %d of %d it shows\n%s", done, total, body)
		}
	}
}
